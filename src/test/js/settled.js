/** Resolves when everything that waits for promises has run. */
export const settled = () => new Promise(setImmediate);
