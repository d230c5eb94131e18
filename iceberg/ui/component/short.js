// The start of a text, for a sentence that only has to say which one is meant.
const MOST = 40;

export const short = (text) => (text.length > MOST ? `${text.slice(0, MOST - 1).trim()}…` : text);
