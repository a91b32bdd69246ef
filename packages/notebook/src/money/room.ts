import * as money from '@samenbeeld/money';

// The whole room under one name, for numbers of one's own: flows of recovery, tracing, screens, Benford.
export { money };
