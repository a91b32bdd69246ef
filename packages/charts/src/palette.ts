/** Colours that stay apart for colour-blind readers (Okabe and Ito 2008), and the greys of a printed page. */
export const palette: {
  readonly ink: string;
  readonly grey: string;
  readonly rule: string;
  readonly pale: string;
  readonly paper: string;
  readonly reported: string;
  readonly undecided: string;
  readonly undecidedPale: string;
  readonly undecidedInk: string;
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly series: readonly string[];
} = {
  ink: '#1a1a1a',
  grey: '#5f5f5f',
  rule: '#d8d4cc',
  pale: '#efece6',
  paper: '#ffffff',
  reported: '#0072b2',
  undecided: '#d55e00',
  undecidedPale: '#fbeadd',
  undecidedInk: '#9f4600',
  sea: '#e6eef3',
  land: '#f6f3ec',
  coast: '#b9c6cd',
  series: ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#8a8a8a', '#f0e442'],
};

/** The letters of labels and axes. */
export const letters = 'Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif';
