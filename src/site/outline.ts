/** The argument from start to end: the title of each chapter, whether or not it is written yet, in order from 1. */
export const outline: readonly string[] = [
	'A fault that must wait',
	'Retry once',
	'The patch, and why userfaultfd wants it',
	'Some process just gets unlucky',
	'Diff [1]',
	'Polite or certain',
	'In line?',
	'Unlikely to be infinite',
	'What was merged, and since',
];
