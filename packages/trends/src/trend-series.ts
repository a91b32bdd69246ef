import {
  assertComparable,
  type Break,
  type Comparable,
  type Comparison,
  type Decision,
  InputError,
  type Interval,
  inFour,
  overrideInForce,
  RefusalError,
  type Shape,
  shape,
  type Text,
} from '@samenbeeld/schema';
import { nullWhereMissing } from './clean-series.ts';
import { type Period, readPeriod } from './period.ts';
import { refuseUnsquarable } from './refuse-unsquarable.ts';

/** Periods of a series come one after another. */
export function refuseFalling(periods: readonly Period[], repair: Text): void {
  for (const [i, period] of periods.entries()) {
    const before = periods[i - 1];
    if (before && period.time <= before.time)
      throw new InputError(
        inFour(
          'verwacht: perioden die oplopen; gevonden: {code} na {code2}',
          'attendu : des périodes croissantes ; trouvé : {code} après {code2}',
          'erwartet: steigende Zeiträume; gefunden: {code} nach {code2}',
          'periods must increase, found {code} after {code2}',
          { code: period.code, code2: before.code },
        ),
        { repair },
      );
  }
}

const likePeriods = inFour(
  'Vergelijk gelijke perioden: hele jaren met hele jaren, eerste halfjaren met eerste halfjaren.',
  'Comparez des périodes semblables : années entières avec années entières, premiers semestres avec premiers semestres.',
  'Vergleichen Sie Gleiches: ganze Jahre mit ganzen Jahren, erste Halbjahre mit ersten Halbjahren.',
  'Compare like periods: whole years with whole years, first halves with first halves.',
);

/** Years beside halves or months are no series. */
export function refuseMixedFrequencies(
  periods: readonly Period[],
  remedy: Text = likePeriods,
): void {
  const first = periods[0];
  const other = periods.find(({ freq }) => freq !== first?.freq);
  if (first && other)
    throw new RefusalError(
      inFour(
        'De reeks mengt frequenties: {code} en {code2}.',
        'La série mêle des fréquences : {code} et {code2}.',
        'Die Reihe mischt Frequenzen: {code} und {code2}.',
        'The series mixes frequencies: {code} and {code2}.',
        { code: first.code, code2: other.code },
      ),
      {
        dimension: 'frequency',
        remedy,
      },
    );
}

/** A part of a period is no value of the period. */
function refusePartial(points: readonly SeriesPoint[]): void {
  const partial = points.filter(
    (point) => point.partial && (point.value !== null || point.interval),
  );
  if (partial.length > 0)
    throw new RefusalError(
      inFour(
        'De reeks bevat onvolledige perioden: {a}.',
        'La série contient des périodes incomplètes : {a}.',
        'Die Reihe enthält unvollständige Zeiträume: {a}.',
        'The series holds partial periods: {a}.',
        { a: partial.map(({ period }) => period).join(', ') },
      ),
      {
        dimension: 'period',
        remedy: inFour(
          'Laat ze weg, of vergelijk hetzelfde deel van elke periode.',
          'Laissez-les de côté, ou comparez la même partie de chaque période.',
          'Lassen Sie sie weg, oder vergleichen Sie denselben Teil jedes Zeitraums.',
          'Leave them out, or compare the same part of each period.',
        ),
      },
    );
}

/** A sum over other ports is another sum. */
function refuseChangingMembers(points: readonly SeriesPoint[]): void {
  const sets = points.flatMap(({ period, members }) =>
    members ? [{ period, set: [...new Set(members)].sort().join('+') || '–' }] : [],
  );
  const first = sets[0];
  const other = sets.find(({ set }) => set !== first?.set);
  if (first && other)
    throw new RefusalError(
      inFour(
        'De havens in de som veranderen: {period} {set}, {period2} {set2}.',
        'Les ports de la somme changent : {period} {set}, {period2} {set2}.',
        'Die Häfen in der Summe wechseln: {period} {set}, {period2} {set2}.',
        'The ports in the sum change: {period} {set}, {period2} {set2}.',
        { period: first.period, set: first.set, period2: other.period, set2: other.set },
      ),
      {
        dimension: 'members',
        remedy: inFour(
          'Vraag de trend van één haven.',
          'Demandez la tendance d’un seul port.',
          'Fragen Sie nach dem Trend eines Hafens.',
          'Ask for the trend of one port.',
        ),
      },
    );
}

/** The declared breaks that apply to a series and lie within it. */
export function crossedBreaks(
  series: TrendSeries,
  breaks: readonly Break[],
  first: Period,
  last: Period,
): readonly Break[] {
  const keys = ['place', 'offence', 'substance', 'metric', 'basis'] as const;
  return breaks.filter(
    (candidate) =>
      candidate.on > first.start &&
      candidate.on <= last.end &&
      candidate.source === (series.scope?.source ?? candidate.source) &&
      keys.every((key) => {
        const [wanted, actual] = [candidate.series[key], series.scope?.[key]];
        return wanted === undefined || actual === undefined || wanted === actual;
      }),
  );
}

/** A declared break blocks a trend unless its override is recorded. */
function refuseBreaks(
  subject: string,
  crossed: readonly Break[],
  overrides: readonly Decision[],
): void {
  const blocking = crossed.find(
    ({ id, severity }) => severity === 'block_trend' && !overrideInForce(id, overrides),
  );
  if (blocking)
    throw new RefusalError(
      inFour(
        '{subject}: de reeks loopt over de breuk van {on} heen ({id}: {note}).',
        '{subject} : la série franchit la rupture du {on} ({id} : {note}).',
        '{subject}: Die Reihe geht über den Bruch vom {on} hinweg ({id}: {note}).',
        '{subject}: the series crosses the break of {on} ({id}: {note}).',
        { subject, on: blocking.on, id: blocking.id, note: blocking.note },
      ),
      {
        dimension: 'break',
        remedy: inFour(
          'Vraag de trend van één kant ervan, of leg met een reden vast dat deze breuk mag.',
          'Demandez la tendance d’un seul côté, ou enregistrez, avec un motif, que cette rupture est permise.',
          'Fragen Sie nach dem Trend einer Seite, oder halten Sie mit einem Grund fest, dass dieser Bruch gilt.',
          'Ask for the trend of one side of it, or record an override of this break with a reason.',
        ),
        subject: blocking.id,
      },
    );
}

export interface SeriesPoint {
  /** "2024", "2024-S1", "2024-Q3", "2024-07" or "2024-W05". */
  readonly period: string;
  /** null where missing, or, with an `interval`, where rival claims are undecided. */
  readonly value: number | null;
  /** What the claim allows: a rounded figure, or the range of rival claims. */
  readonly interval?: Interval | null;
  /** The interval is of services that each counted for themselves, whose figures contradict nothing. */
  readonly apart?: boolean;
  readonly provisional?: boolean;
  /** Covers only part of its period. */
  readonly partial?: boolean;
  /** Ports in the sum. */
  readonly members?: readonly string[];
}

/** Values of one scope, one per period. */
export interface TrendSeries {
  readonly subject: string;
  readonly label?: Text;
  readonly unit: string;
  readonly points: readonly SeriesPoint[];
  /** True where data on controls were taken into account. */
  readonly controls?: boolean;
  /** To find the breaks that apply; a break on a key that is absent here is taken to apply. */
  readonly scope?: Readonly<
    Partial<Record<'source' | 'place' | 'offence' | 'substance' | 'metric' | 'basis', string>>
  >;
  /** The claims or events behind the points, checked by `assertComparable` where given. */
  readonly records?: readonly Comparable[];
  /** How the records are compared (`across` what a merge has settled, definitions), besides breaks and overrides. */
  readonly comparison?: Omit<Comparison, 'for' | 'breaks' | 'overrides'>;
}

/** A point that is not missing. */
export interface KnownPoint {
  readonly period: Period;
  readonly value: number | null;
  readonly range: Interval;
  readonly undecided: boolean;
  /** Services counted apart, so that nothing is contradicted. */
  readonly apart: boolean;
  readonly provisional: boolean;
}

/** The points of a series, in time order, once nothing forbids a trend over them. */
export function comparablePoints(
  series: TrendSeries,
  breaks: readonly Break[],
  overrides: readonly Decision[],
): {
  readonly points: readonly KnownPoint[];
  readonly crossed: readonly Break[];
  readonly warnings: readonly Text[];
} {
  const present = series.points
    .filter((point) => point.value !== null || point.interval)
    .map((point) => ({ point, period: readPeriod(point.period) }));
  refuseMixedFrequencies(present.map(({ period }) => period));
  refuseFalling(
    present.map(({ period }) => period),
    inFour(
      'sorteer de reeks naar periode en houd één waarde per periode over',
      'triez la série par période et gardez une valeur par période',
      'die Reihe nach Zeitraum ordnen und einen Wert je Zeitraum behalten',
      'sort the series by period and keep one value per period',
    ),
  );
  refusePartial(series.points);
  refuseChangingMembers(present.map(({ point }) => point));
  const [first, last] = [present[0]?.period, present.at(-1)?.period];
  const crossed = first && last ? crossedBreaks(series, breaks, first, last) : [];
  refuseBreaks(series.subject, crossed, overrides);
  const warnings = series.records
    ? assertComparable(series.records, {
        ...series.comparison,
        for: 'trend',
        breaks,
        overrides,
      }).warnings
    : crossed.map(({ on, id, note }) =>
        inFour(
          'loopt over een breuk van {on} heen ({id}): {note}',
          'franchit une rupture du {on} ({id})\u00a0: {note}',
          'geht über einen Bruch vom {on} hinweg ({id}): {note}',
          'crosses a break of {on} ({id}): {note}',
          { on, id, note },
        ),
      );
  return { points: present.map(({ point, period }) => known(point, period)), crossed, warnings };
}

function known(point: SeriesPoint, period: Period): KnownPoint {
  const { value } = point;
  if (value !== null && !Number.isFinite(value))
    throw new InputError(
      inFour(
        'verwacht: een eindig getal of null in {code}; gevonden: {value}',
        'attendu : un nombre fini ou null en {code} ; trouvé : {value}',
        'erwartet: eine endliche Zahl oder null in {code}; gefunden: {value}',
        'expected a finite number or null in {code}, found {value}',
        { code: period.code, value: String(value) },
      ),
      nullWhereMissing,
    );
  const range = point.interval ?? { low: value as number, high: value, closed: true };
  if (!Number.isFinite(range.low) || (range.high !== null && !(range.high >= range.low)))
    throw new InputError(
      inFour(
        'verwacht: een bereik van laag naar hoog in {code}; gevonden: {low} tot {high}',
        'attendu : un intervalle du bas vers le haut en {code} ; trouvé : {low} à {high}',
        'erwartet: eine Spanne von unten nach oben in {code}; gefunden: {low} bis {high}',
        'expected an interval from low to high in {code}, found {low} to {high}',
        { code: period.code, low: String(range.low), high: String(range.high) },
      ),
      inFour(
        'geef het lage uiteinde eerst; null als bovengrens waar er geen is',
        'donnez d’abord la borne basse ; null comme borne haute là où il n’y en a pas',
        'das untere Ende zuerst angeben; null als oberes, wo es keines gibt',
        'give the lower end first; null as upper end where there is none',
      ),
    );
  refuseUnsquarable([value ?? 0, range.low, range.high ?? 0]);
  return {
    period,
    value,
    range,
    undecided: value === null,
    apart: point.apart ?? false,
    provisional: point.provisional ?? false,
  };
}

export const pointShape: Shape = shape.record<SeriesPoint>({
  period: shape.text,
  value: shape.orNull(shape.number),
});

export const trendSeriesShape: Shape = shape.record<TrendSeries>({
  subject: shape.text,
  unit: shape.text,
  points: shape.list(pointShape),
});
