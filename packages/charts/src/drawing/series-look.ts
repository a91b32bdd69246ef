import { palette } from '../palette.ts';

/** How one of several series is drawn: colour and dash together, so that colour is never needed. */
export interface SeriesLook {
  readonly colour: string;
  /** Dark enough for letters. */
  readonly ink: string;
  readonly dash: readonly number[];
  readonly shape: string;
}

const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#5f5f5f'];

const inks = ['#005a8c', '#9f4600', '#00694d', '#8f4270', '#7a5400', '#1f6a96', '#454545'];

const dashes: readonly (readonly number[])[] = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 2, 2, 2],
];

const shapes = ['circle', 'square', 'triangle-up', 'diamond', 'triangle-down', 'cross'];

/** The look of a series by its place among the others. */
export function lookOf(order: number): SeriesLook {
  const round = Math.floor(order / colours.length);
  return {
    colour: colours[order % colours.length] ?? palette.reported,
    ink: inks[order % inks.length] ?? palette.ink,
    dash: dashes[(order + round) % dashes.length] ?? [1, 0],
    shape: shapes[order % shapes.length] ?? 'circle',
  };
}
