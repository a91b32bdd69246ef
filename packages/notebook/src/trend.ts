import { jointSeries, portSeries } from '@samenbeeld/recipes';
import { type Observation, RefusalError, UsageError } from '@samenbeeld/schema';
import {
  type SeriesPoint,
  type Trend,
  type TrendOfOptions,
  type TrendSeries,
  trendOf,
} from '@samenbeeld/trends';
import type { Row } from './criteria.ts';
import { eachLanguage } from './each-language.ts';
import { findingParts } from './finding-view.ts';
import { output } from './html.ts';
import { jointOf } from './joint.ts';
import { placeName } from './labels.ts';
import type { Picture } from './picture.ts';
import { answer, type Refused } from './refused.ts';
import type { Selection } from './selection.ts';
import { type View, view } from './view.ts';

/** A trend with the series it was found in. */
export interface TrendAnswer extends View {
  readonly kind: 'trend';
  readonly picture: Picture;
  readonly finding: Trend;
  readonly series: TrendSeries;
}

/** Options of `trend`. */
export interface TrendAnswerOptions {
  readonly by?: 'year';
  /** Level of the interval; 0.95. */
  readonly level?: number;
}

const totalled: ReadonlySet<string> = new Set(['quantity', 'seizures']);

function isTotalled(row: Row | undefined): boolean {
  return row === undefined || row.kind === 'seizure' || totalled.has(row.metric);
}

function periodCode({ periodStart, freq, periodEnd }: Observation): string {
  const [year = '', month = ''] = periodStart.split('-');
  switch (freq) {
    case 'A':
      return year;
    case 'S':
      return `${year}-S${month === '01' ? 1 : 2}`;
    case 'Q':
      return `${year}-Q${(Number(month) + 2) / 3}`;
    case 'M':
      return `${year}-${month}`;
    default:
      throw new UsageError(
        `A series has years, halves, quarters or months; ${periodStart}/${periodEnd} is none of these.`,
      );
  }
}

/** The series of a statistic as published: one row a period. */
function publishedSeries(rows: readonly Observation[]): TrendSeries {
  const ordered = [...rows].sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
  const [first] = ordered as [Observation];
  const { place, metric, basis, substance, offence, nationalCode, unit, source } = first;
  return {
    subject: [place, substance ?? offence ?? nationalCode, metric].filter(Boolean).join(' '),
    label: eachLanguage((language) => placeName(place, language)),
    unit,
    points: ordered.map(
      (row): SeriesPoint => ({
        period: periodCode(row),
        value: row.value,
        provisional: row.status.includes('P'),
      }),
    ),
    scope: {
      source,
      place,
      metric,
      basis,
      ...(substance !== null && { substance }),
      ...(offence !== null && { offence }),
    },
    records: ordered,
  };
}

/** The guard says to ask for one port; here it also says which ports report when, and how to ask. */
function namePorts(error: unknown, { points }: TrendSeries): unknown {
  if (!(error instanceof RefusalError) || error.dimension !== 'members') return error;
  const reporting = points.map(
    ({ period, members = [] }) => [period, [...members].sort()] as const,
  );
  const ports = [...new Set(reporting.flatMap(([, members]) => members))].sort();
  const years = reporting.map(([period, members]) => `${period} ${members.join('+') || 'none'}`);
  return new RefusalError(
    `The ports in the sum change (${years.join(', ')}). A port that begins to report would look like a rise.`,
    {
      dimension: error.dimension,
      remedy: `Ask for the trend of one port: ${ports.map((port) => `\`.at('${port}')\``).join(' or ')}.`,
    },
  );
}

function found(series: TrendSeries, options: TrendOfOptions): Trend {
  try {
    return trendOf(series, options);
  } catch (error) {
    throw namePorts(error, series);
  }
}

function seriesOf(selection: Selection): TrendSeries {
  const [first] = selection.rows;
  if (!isTotalled(first)) return publishedSeries(selection.rows as readonly Observation[]);
  const { totals } = jointOf(selection, 'year');
  const members = totals[0]?.members ?? [];
  const [only] = members;
  return members.length === 1 && only ? portSeries(totals, only.place) : jointSeries(totals);
}

/**
 * Whether the figures of one place rise or fall, in a test that is exact for few years, or why nothing can be said.
 * "No trend can be shown" is not "no trend".
 *
 * A joint row whose ports change, a declared break and rows that are not alike are refused; the `Refused` says what may
 * be asked instead.
 */
export function trend(
  selection: Selection,
  { level }: TrendAnswerOptions = {},
): TrendAnswer | Refused {
  const { picture } = selection;
  return answer(picture, () => {
    const series = seriesOf(selection);
    const sources = new Set(selection.rows.map(({ source }) => source));
    const finding = found(series, {
      breaks: picture.breaks.filter(({ source }) => sources.has(source)),
      overrides: [...picture.inForce.values()],
      ...(level !== undefined && { level }),
    });
    return view<TrendAnswer>({ kind: 'trend', picture, finding, series }, () => [
      output(picture, findingParts(finding, picture.language)),
    ]);
  });
}
