import type { Language } from '@samenbeeld/schema';
import type { ChartTable } from '../chart.ts';
import { type Frequency, periodName, periodStep } from '../drawing/period-step.ts';
import type { PeriodValue } from '../drawing/period-values.ts';
import { words } from '../words.ts';
import { breaksIn, type DeclaredBreak, type SuggestedBreak } from './break-marks.ts';
import { type Fit, fitAt, type Segment } from './segments.ts';
import { trendWords } from './trend-words.ts';

interface Cuts {
  readonly language: Language;
  readonly suggested: readonly SuggestedBreak[];
  readonly breaks: readonly DeclaredBreak[];
}

function breakWords(at: number, frequency: Frequency, cuts: Cuts): string {
  const { language, suggested, breaks } = cuts;
  const declared = breaks.find((one) => breaksIn(one, at, frequency));
  if (declared) return declared.note[language];
  const found = suggested.find(({ period }) => periodStep(period).step === at);
  if (!found) return '';
  const range = [found.low, found.high].map((one) => (one ? periodName(one, language) : ''));
  const where = range.every(Boolean) ? ` (${range.join('\u2013')})` : '';
  return `${trendWords.suggested[language]}${where}`;
}

/** A fit to five digits: it is no figure that anyone reported. */
const rounded = (height: number | null | undefined): number | null =>
  height === null || height === undefined ? null : Number(height.toPrecision(5));

/** Values with the height of the fit and the breaks, period by period. */
export function segmentTable(
  points: readonly (PeriodValue & { readonly at: number })[],
  segments: readonly Segment[],
  cuts: Cuts & { readonly fit: Fit; readonly frequency: Frequency },
): ChartTable {
  const { language, fit } = cuts;
  return {
    columns: [
      words.period,
      words.value,
      words.lowest,
      words.highest,
      trendWords.level,
      trendWords.break,
      words.status,
    ].map((text) => text[language]),
    rows: points.map(({ period, at, value, low, high, provisional }) => [
      ...[period, value, low ?? null, high ?? null],
      rounded(
        segments.map((segment) => fitAt(segment, at, fit)).findLast((height) => height !== null),
      ),
      breakWords(at, cuts.frequency, cuts),
      provisional ? words.provisional[language] : '',
    ]),
  };
}
