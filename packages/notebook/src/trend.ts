import { countedIn, jointSeries, portSeries } from '@samenbeeld/answers';
import { type Block, paragraph } from '@samenbeeld/page';
import {
  agencies,
  type Break,
  bases,
  type CodeEntry,
  type CodeList,
  countUnits,
  foundNone,
  groupBy,
  inEach,
  inFour,
  type Language,
  marketLevels,
  metrics,
  type Observation,
  offences,
  periodCode,
  placeLabel,
  RefusalError,
  refusalText,
  stats,
  substances,
  units,
  wrongUse,
} from '@samenbeeld/schema';
import {
  type AdviceDepth,
  type AdvicePlan,
  adviseTrend,
  type SegmentTrend,
  type SeriesPoint,
  type TrendAdvice,
  type TrendSeries,
  trendBySegment,
} from '@samenbeeld/trends';
import { adviceBlocks } from './advice-view.ts';
import { output } from './cell.ts';
import type { Row } from './criteria.ts';
import { findingBlocks } from './finding-view.ts';
import { jointOf, type TotalStep } from './joint.ts';
import { plainly } from './kernel.ts';
import type { Picture, Selection } from './opened-picture.ts';
import { answer, type Refused } from './refused.ts';
import { type View, view } from './view.ts';

const totalled: ReadonlySet<string> = new Set(['quantity', 'seizures']);

function isTotalled(row: Row | undefined): boolean {
  return row === undefined || row.kind === 'seizure' || totalled.has(row.metric);
}

/** In what figures of one series are alike, and in what those of one period are. */
const alike = ['metric', 'place', 'offence', 'substance', 'unit', 'stat'] as const;
const alikeInPeriod = [
  'nationalCode',
  'level',
  'countUnit',
  'basis',
  'agencies',
  'source',
] as const;

const labelled: Readonly<Record<string, CodeList<CodeEntry>>> = {
  ...{ metric: metrics, offence: offences, substance: substances, unit: units, stat: stats },
  ...{ level: marketLevels, countUnit: countUnits, basis: bases, agencies },
};

/** Refuses figures of several things, or several of one period, and names what to choose from. */
function refuseSeveral(rows: readonly Observation[]): void {
  const byPeriod = groupBy(rows, ({ periodStart, periodEnd }) => `${periodStart}/${periodEnd}`);
  const twice = [...byPeriod.values()].find((group) => group.length > 1) ?? [];
  const valuesOf = (field: keyof Observation, of: readonly Observation[]) =>
    new Set(of.map((row) => [row[field]].flat().join('+')));
  const isApart = (field: keyof Observation, of: readonly Observation[]) =>
    valuesOf(field, of).size > 1;
  const field =
    alike.find((one) => isApart(one, rows)) ?? alikeInPeriod.find((one) => isApart(one, twice));
  if (field === undefined && twice.length === 0) return;
  const told = [...valuesOf(field ?? 'value', field ? rows : twice)].sort();
  const list = field && labelled[field];
  throw new RefusalError(
    inFour(
      'Een trend volgt één cijfer per periode; deze rijen zijn van meer dan één: {found}.',
      'Une tendance suit un seul chiffre par période ; ces lignes en ont plusieurs : {found}.',
      'Ein Trend folgt einer Zahl je Zeitraum; diese Zeilen haben mehrere: {found}.',
      'A trend follows one figure a period; these rows are of several: {found}.',
      {
        found: inEach((language) =>
          told
            .map((code) =>
              code === ''
                ? foundNone[language]
                : field === 'place'
                  ? placeLabel(code, language)
                  : list?.has(code)
                    ? list.label(code, language)
                    : code,
            )
            .join(', '),
        ),
      },
    ),
    {
      dimension: field ?? 'period',
      remedy: field
        ? inFour(
            'Kies: {calls}.',
            'Choisissez : {calls}.',
            'Wählen Sie: {calls}.',
            'Choose: {calls}.',
            {
              calls: inEach((language) =>
                told
                  .filter(Boolean)
                  .slice(0, 3)
                  .map((code) => `\`.where({ ${field}: '${code}' })\``)
                  .join(` ${or[language]} `),
              ),
            },
          )
        : inFour(
            'Houd één rij per periode over: `.filter(…)`.',
            'Gardez une ligne par période : `.filter(…)`.',
            'Behalten Sie eine Zeile je Zeitraum: `.filter(…)`.',
            'Keep one row a period: `.filter(…)`.',
          ),
    },
  );
}

/** The series of a statistic as published: one row a period. */
function publishedSeries(rows: readonly Observation[]): TrendSeries {
  refuseSeveral(rows);
  const ordered = [...rows].sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
  const [first] = ordered as [Observation];
  const { place, metric, basis, substance, offence, nationalCode, unit, source } = first;
  return {
    subject: [place, substance ?? offence ?? nationalCode, metric].filter(Boolean).join(' '),
    label: countedIn({ basis, metric, substance, offence, code: nationalCode }, place),
    unit,
    points: ordered.map(
      (row): SeriesPoint => ({
        period: periodCode({ start: row.periodStart, end: row.periodEnd }),
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

/** What a selection amounts to over time: joint totals where it is of quantities, the rows themselves otherwise. */
function seriesOf(selection: Selection, by: TotalStep | undefined): TrendSeries {
  const [first] = selection.rows;
  if (!isTotalled(first)) return publishedSeries(selection.rows as readonly Observation[]);
  const { totals } = jointOf(selection, by);
  const members = totals[0]?.members ?? [];
  const [only] = members;
  const asOf = selection.picture.metadata.asOf ?? null;
  return members.length === 1 && only
    ? portSeries(totals, only.place, asOf)
    : jointSeries(totals, asOf);
}

/** A refusal of the guard in a notebook's words: which ports report when, and which call answers instead. */
function inCalls(error: unknown, series: TrendSeries): unknown {
  if (!(error instanceof RefusalError)) return error;
  if (error.dimension === 'members') return namePorts(error, series);
  return error.dimension === 'break' ? nameSegments(error) : error;
}

function namePorts(error: RefusalError, { points }: TrendSeries): RefusalError {
  const reporting = points.map(
    ({ period, members = [] }) => [period, [...members].sort()] as const,
  );
  const ports = [...new Set(reporting.flatMap(([, members]) => members))].sort();
  const years = inEach((language) =>
    reporting
      .map(([period, members]) => `${period} ${members.join('+') || none[language]}`)
      .join(', '),
  );
  return new RefusalError(
    inFour(
      'De havens in de som veranderen ({years}). Een haven die begint te melden, zou op een stijging lijken.',
      'Les ports de la somme changent ({years}). Un port qui commence à déclarer aurait l’air d’une hausse.',
      'Die Häfen in der Summe wechseln ({years}). Ein Hafen, der zu melden beginnt, sähe wie ein Anstieg aus.',
      'The ports in the sum change ({years}). A port that begins to report would look like a rise.',
      { years },
    ),
    {
      dimension: error.dimension,
      remedy: inFour(
        'Vraag de trend van één haven: {calls}.',
        'Demandez la tendance d’un seul port : {calls}.',
        'Fragen Sie nach dem Trend eines Hafens: {calls}.',
        'Ask for the trend of one port: {calls}.',
        {
          calls: inEach((language) =>
            ports.map((port) => `\`.at('${port}')\``).join(` ${or[language]} `),
          ),
        },
      ),
      says: refusalText(error, 'trend'),
    },
  );
}

const none = inFour('geen', 'aucun', 'keiner', 'none');
const or = inFour('of', 'ou', 'oder', 'or');

function nameSegments({ reason, dimension, subject }: RefusalError): RefusalError {
  return new RefusalError(reason, {
    dimension,
    remedy: inFour(
      'Vraag de trend van elke kant: `trend(…, { bySegment: true })` (`methods.trendBySegment` voor eigen reeksen). Of leg met een reden vast dat deze breuk mag.',
      'Demandez la tendance de chaque côté : `trend(…, { bySegment: true })` (`methods.trendBySegment` pour vos propres séries). Ou enregistrez, avec un motif, que cette rupture est permise.',
      'Fragen Sie nach dem Trend jeder Seite: `trend(…, { bySegment: true })` (`methods.trendBySegment` für eigene Reihen). Oder halten Sie mit einem Grund fest, dass dieser Bruch gilt.',
      'Ask for the trend of each side: `trend(…, { bySegment: true })` (`methods.trendBySegment` for your own arrays). Or record an override of this break with a reason.',
    ),
    subject,
    says: refusalText({ dimension, subject }, 'trend'),
  });
}

/** The trend of each stretch, with the break that parts it from the one before. */
function segmentBlocks(segments: readonly SegmentTrend[], language: Language): readonly Block[] {
  return segments.flatMap(({ after, trend }): readonly Block[] => {
    const [says] = findingBlocks(trend, language);
    return [
      ...(after ? [paragraph(`${after.on}: ${after.note[language]}`)] : []),
      ...(says ? [says] : []),
    ];
  });
}

/** A trend with the methods that were considered for it, and the series it was found in. */
export interface TrendAnswer extends View {
  readonly kind: 'trend';
  readonly picture: Picture;
  readonly finding: TrendAdvice;
  readonly series: TrendSeries;
  /** The declared breaks of its sources. */
  readonly breaks: readonly Break[];
}

/** The trend on each side of the declared breaks. */
export interface SegmentTrends extends View {
  readonly kind: 'segment-trends';
  readonly picture: Picture;
  readonly segments: readonly SegmentTrend[];
  readonly series: TrendSeries;
}

/** Options of `trend`. */
export interface TrendAnswerOptions {
  /** Without it the period of the figures: the month, quarter or half where all of them are of one, else the year. */
  readonly by?: TotalStep;
  /** Level of the interval; 0.95. */
  readonly level?: number;
  /**
   * - `full` (default): every method that applies, with permutations; up to some seconds
   * - `screen`: for many series in a row; no permutations
   */
  readonly depth?: AdviceDepth;
  /** Called before anything is computed, with the methods that apply and about how long they take. */
  readonly onPlan?: (plan: AdvicePlan) => void;
}

/** Options of `trend` for each side of a declared break. */
export interface SegmentTrendsOptions extends Pick<TrendAnswerOptions, 'by' | 'level'> {
  readonly bySegment: true;
}

/**
 * Whether the figures of one place rise or fall, by the methods that they bear, with where these disagree, or why nothing
 * can be said. "No trend can be shown" is not "no trend".
 *
 * A joint row whose ports change, a declared break and rows that are not alike are refused; the `Refused` says what may
 * be asked instead. With `{ bySegment: true }` each side of the declared breaks has a trend of its own.
 */
export function trend(selection: Selection, options: SegmentTrendsOptions): SegmentTrends | Refused;
export function trend(selection: Selection, options?: TrendAnswerOptions): TrendAnswer | Refused;
export function trend(
  selection: Selection,
  options: TrendAnswerOptions | SegmentTrendsOptions = {},
): TrendAnswer | SegmentTrends | Refused {
  const { picture } = selection;
  if (!picture)
    throw plainly(
      wrongUse(
        '`trend` neemt een selectie van een beeld. Van eigen cijfers: `show(() => methods.adviseTrend({ subject, unit, points: [{ period, value }, …] }))`.',
        '`trend` prend une sélection d’un tableau. De vos propres chiffres : `show(() => methods.adviseTrend({ subject, unit, points: [{ period, value }, …] }))`.',
        '`trend` nimmt eine Auswahl eines Lagebilds. Von eigenen Zahlen: `show(() => methods.adviseTrend({ subject, unit, points: [{ period, value }, …] }))`.',
        '`trend` takes a selection of a picture. Of numbers of your own: `show(() => methods.adviseTrend({ subject, unit, points: [{ period, value }, …] }))`.',
      ),
    );
  return answer(picture, () => {
    const series = seriesOf(selection, options.by);
    const sources = new Set(selection.rows.map(({ source }) => source));
    const breaks = picture.breaks.filter(({ source }) => sources.has(source));
    const given = {
      breaks,
      overrides: [...picture.inForce.values()],
      ...(options.level !== undefined && { level: options.level }),
    };
    if ('bySegment' in options) {
      const segments = told(series, () => trendBySegment(series, given));
      return view<SegmentTrends>({ kind: 'segment-trends', picture, segments, series }, () => [
        output(picture, segmentBlocks(segments, picture.language)),
      ]);
    }
    const { depth = 'full', onPlan } = options;
    const finding = told(series, () =>
      adviseTrend(series, { ...given, depth, ...(onPlan && { onPlan }) }),
    );
    return view<TrendAnswer>({ kind: 'trend', picture, finding, series, breaks }, () => [
      output(picture, adviceBlocks(finding, picture.language)),
    ]);
  });
}

function told<Value>(series: TrendSeries, ask: () => Value): Value {
  try {
    return ask();
  } catch (error) {
    throw inCalls(error, series);
  }
}
