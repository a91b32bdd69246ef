import type { Language, Text } from '@samenbeeld/schema';
import { palette } from '../palette.ts';
import { words } from '../words.ts';
import { markSentences } from './mark-sentences.ts';
import { type Layers, mark } from './marks.ts';
import type { PeriodAxis } from './period-axis.ts';
import { boundaryOf, type Frequency, periodName, periodStep } from './period-step.ts';
import { type Mark, type Plot, pixelX } from './plot.ts';
import { sentences } from './sentences.ts';

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
function breaksIn({ period }: DeclaredBreak, at: number, frequency: Frequency): boolean {
  const boundary = boundaryOf(period, frequency);
  return boundary >= at - 0.5 && boundary < at + 0.5;
}

/** What is said of the breaks in a period: the note of a declared one, else the range of a suggested one. */
export function breakNote(
  at: number,
  periods: PeriodAxis | null,
  language: Language,
  breaks: readonly DeclaredBreak[],
  suggested: readonly SuggestedBreak[] = [],
): string {
  const declared = breaks.find((one) => breaksIn(one, at, periods?.frequency ?? 'A'));
  if (declared) return declared.note[language];
  const found = suggested.find(({ period }) => periodStep(period).step === at);
  if (!found) return '';
  const range = [found.low, found.high].map((one) => (one ? periodName(one, language) : ''));
  const where = range.every(Boolean) ? ` (${range.join('\u2013')})` : '';
  return `${words.suggested[language]}${where}`;
}

/** The boundaries of declared breaks within a plot; one that lies beyond the series has none. */
function boundariesIn(breaks: readonly DeclaredBreak[], { across, periods }: Plot) {
  return breaks.flatMap(({ period, note }) => {
    const at = boundaryOf(period, periods?.frequency ?? 'A');
    return at > across.from && at < across.to ? [{ at, note }] : [];
  });
}

/** Declared breaks as solid rules before their period, with their notes; `says` explains them. */
export function declaredBreaks(
  breaks: readonly DeclaredBreak[] = [],
  says: Text = markSentences.solid,
): Mark {
  return {
    says: (plot) => (boundariesIn(breaks, plot).length > 0 ? says : null),
    flags: (plot) =>
      boundariesIn(breaks, plot).map(({ note, at }) => ({
        x: pixelX(plot, at),
        words: note[plot.language],
        kind: 'declared',
      })),
  };
}

/**
 * Suggested breaks as dashed rules, before their period where levels change and on it where lines turn; where each may
 * be is a band below the drawing area.
 */
export function suggestedBreaks(breaks: readonly SuggestedBreak[], turns: boolean): Mark {
  const shift = turns ? 0 : 0.5;
  return {
    says: sentences(
      breaks.length > 0 && markSentences.dashed,
      breaks.some(({ low, high }) => low && high) && markSentences.band,
    ),
    flags: (plot) =>
      breaks.map(({ period, note }) => {
        const say = (turns ? suggestedAt : suggestedFrom)[plot.language];
        const words = say.replace('{p}', periodName(period, plot.language));
        return {
          x: pixelX(plot, periodStep(period).step - shift),
          words: note ? `${words} · ${note[plot.language]}` : words,
          kind: 'suggested',
        };
      }),
    below: (plot) => {
      const rows = breakBands(breaks, plot, shift).map(({ row }) => row);
      return rows.length > 0 ? 5 + (Math.max(...rows) + 1) * bandHeight : 0;
    },
    draw: (plot) => bandLayers(breakBands(breaks, plot, shift), plot.height),
  };
}

const bandHeight = 9;

/** Where each suggested break may be, as bands below the drawing area, in rows that do not overlap. */
function breakBands(breaks: readonly SuggestedBreak[], plot: Plot, shift: number) {
  const bands: { from: number; to: number; at: number; row: number }[] = [];
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

/** Bands with a tick at the suggested place. */
function bandLayers(bands: ReturnType<typeof breakBands>, height: number): Layers {
  if (bands.length === 0) return [];
  const values = bands.map((band) => {
    const y = height + 5 + band.row * bandHeight;
    return { ...band, y, y2: y + 6 };
  });
  const [y, colour] = [{ y: 'y', y2: 'y2' }, palette.undecided];
  const fill = palette.undecidedPale;
  return [
    mark('rect', values, { ...y, x: 'from', x2: 'to', fill, stroke: colour, strokeWidth: 1 }),
    mark('rule', values, { ...y, x: 'at', color: colour, strokeWidth: 2 }),
  ];
}
