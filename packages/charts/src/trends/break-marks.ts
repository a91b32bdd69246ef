import type { Language, Text } from '@samenbeeld/schema';
import type { Flag } from '../drawing/flags.ts';
import { boundaryOf, type Frequency, periodName, periodStep } from '../drawing/period-step.ts';
import { pixel } from '../drawing/pixel.ts';
import { type Plot, pixelX } from '../drawing/plot.ts';
import type { Layers } from '../frame.ts';
import { palette } from '../palette.ts';

/** A break that a source or office has declared: the first period or day under the new rule, and what changed. */
export interface DeclaredBreak {
  readonly period: string;
  readonly note: Text;
}

/** A break that a method suggests: the first period of the new level (the turning point of a joined fit). */
export interface SuggestedBreak {
  readonly period: string;
  /** Earliest and latest period where it may be. */
  readonly low?: string | null | undefined;
  readonly high?: string | null | undefined;
  readonly note?: Text | undefined;
}

const suggestedFrom: Text = {
  nl: 'voorgesteld: vanaf {p}',
  fr: 'suggérée\u00a0: à partir de {p}',
  de: 'vorgeschlagen: ab {p}',
  en: 'suggested: from {p}',
};

const suggestedAt: Text = {
  nl: 'voorgesteld: {p}',
  fr: 'suggérée\u00a0: {p}',
  de: 'vorgeschlagen: {p}',
  en: 'suggested: {p}',
};

/** Whether a break falls on a period, or within it. */
export function breaksIn({ period }: DeclaredBreak, at: number, frequency: Frequency): boolean {
  const boundary = boundaryOf(period, frequency);
  return boundary >= at - 0.5 && boundary < at + 0.5;
}

/** Flags of declared breaks, which stand before their period; one that lies beyond the series has none. */
export function declaredFlags(
  breaks: readonly DeclaredBreak[],
  plot: Plot,
  language: Language,
): readonly Flag[] {
  const { first, last, frequency } = plot.periods;
  return breaks
    .map(({ period, note }) => ({ note, at: boundaryOf(period, frequency) }))
    .filter(({ at }) => at > first - 0.5 && at < last + 0.5)
    .map(({ note, at }) => ({ x: pixelX(plot, at), words: note[language], kind: 'declared' }));
}

/** Flags of suggested breaks: before their period where levels change, on it where lines turn. */
export function suggestedFlags(
  breaks: readonly SuggestedBreak[],
  plot: Plot,
  language: Language,
  turns: boolean,
): readonly Flag[] {
  return breaks.map(({ period, note }) => {
    const say = (turns ? suggestedAt : suggestedFrom)[language];
    const words = say.replace('{p}', periodName(period, language));
    return {
      x: pixelX(plot, periodStep(period).step - (turns ? 0 : 0.5)),
      words: note ? `${words} · ${note[language]}` : words,
      kind: 'suggested',
    };
  });
}

interface Band {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly row: number;
}

const bandHeight = 9;

/** Where each suggested break may be, as bands below the drawing area, in rows that do not overlap. */
export function breakBands(
  breaks: readonly SuggestedBreak[],
  plot: Plot,
  turns: boolean,
): readonly Band[] {
  const shift = turns ? 0 : 0.5;
  const bands: Band[] = [];
  const wanted = breaks
    .filter(({ low, high }) => low && high)
    .map(({ period, low, high }) => {
      const [at = 0, from = 0, to = 0] = [period, low ?? period, high ?? period].map((code) =>
        pixelX(plot, periodStep(code).step - shift),
      );
      return { at, from: Math.max(0, Math.min(from, at - 2)), to: Math.max(to, at + 2) };
    })
    .sort((a, b) => a.from - b.from);
  for (const band of wanted) {
    let row = 0;
    while (bands.some((one) => one.row === row && one.to + 2 > band.from)) row += 1;
    bands.push({ ...band, to: Math.min(band.to, plot.width), row });
  }
  return bands;
}

/** Pixels that bands take. */
export function bandsHeight(bands: readonly Band[]): number {
  return bands.length > 0 ? 5 + (Math.max(...bands.map(({ row }) => row)) + 1) * bandHeight : 0;
}

/** Layers that draw bands with a tick at the suggested place. */
export function bandLayers(bands: readonly Band[], height: number): Layers {
  const values = bands.map((band) => ({ ...band, y: height + 5 + band.row * bandHeight }));
  if (values.length === 0) return [];
  return [
    {
      data: { values },
      mark: {
        type: 'rect',
        x: { expr: 'datum.from' },
        x2: { expr: 'datum.to' },
        y: { expr: 'datum.y' },
        y2: { expr: 'datum.y + 6' },
        fill: palette.undecidedPale,
        stroke: palette.undecided,
        strokeWidth: 1,
      },
      encoding: {},
    },
    {
      data: { values },
      mark: {
        type: 'rule',
        y: { expr: 'datum.y' },
        y2: { expr: 'datum.y + 6' },
        color: palette.undecided,
        strokeWidth: 2,
      },
      encoding: { x: pixel('at') },
    },
  ];
}
