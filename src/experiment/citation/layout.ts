/** Columns of a citation: quoted three deep, '> > > ' and all, it still fits a terminal of 80. */
export const COLUMNS = 72;

/** What a citation begins and ends with, each a line of its own, short enough that no mailer breaks it. */
export const BEGIN = '[Polite or Certain: begin citation]';
export const END = '[Polite or Certain: end citation]';
