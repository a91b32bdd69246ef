import * as methods from '@samenbeeld/trends';

// A name of its own for the whole room: some methods have the name of a question about a selection.
export { methods };
