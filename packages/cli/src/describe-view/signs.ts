/** The signs a description is printed with: plain ones where the output is not a terminal. */
export interface Signs {
  readonly dot: string;
  readonly arrow: string;
  readonly becomes: string;
  readonly more: string;
  readonly none: string;
}

/** Signs for a terminal, or for a file and a pipe. */
export function signsOf(terminal: boolean): Signs {
  return terminal
    ? { dot: ' · ', arrow: '←', becomes: '→', more: '…', none: '–' }
    : { dot: ' | ', arrow: '<-', becomes: '->', more: '...', none: '-' };
}
