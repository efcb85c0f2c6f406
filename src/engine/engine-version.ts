/** Version of the rules by which the engine runs a model; a change that may alter any result raises it. */
export const engineVersion = '1';
