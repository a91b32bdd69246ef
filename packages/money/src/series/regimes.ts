import {
  type Break,
  type Decision,
  groupBy,
  type Interval,
  type Metric,
  type Observation,
  overrideInForce,
  periodCode,
  type Shape,
  shape,
} from '@samenbeeld/schema';
import { claimsTogether } from './claims-together.ts';

/** One figure of a series: the claims of one period and what they allow together. */
export interface SeriesFigure {
  readonly period: string;
  readonly interval: Interval;
  /** Claims of the period contradict each other; the interval spans them. */
  readonly contested: boolean;
  readonly provisional: boolean;
  readonly claims: readonly Observation[];
}

/** Figures that one authority counted by one rule: the only ones that may stand in one series. */
export interface Regime {
  /** "BE str_reports RECEIVED ctif-cfi reports-received", with the break it begins at where there is one. */
  readonly key: string;
  readonly country: string;
  readonly metric: Metric;
  readonly nationalCode: string | null;
  readonly unit: string;
  readonly source: string;
  readonly definition: string | null;
  readonly agencies: readonly string[];
  /** In order of time. */
  readonly figures: readonly SeriesFigure[];
  /** Breaks for information that the series crosses. */
  readonly crosses: readonly Break[];
}

/** What was declared and decided about the sources of a series. */
export interface RegimeOptions {
  /** Declared breaks; one that blocks a trend begins a new series. */
  readonly breaks?: readonly Break[];
  /** Decisions in force; an `override` of a break's id lets the series go on. */
  readonly overrides?: readonly Decision[];
}

function touches({ source, series }: Break, one: Observation): boolean {
  if (source !== one.source || series.offence !== undefined || series.substance !== undefined)
    return false;
  return (
    (series.place ?? one.place) === one.place &&
    (series.metric ?? one.metric) === one.metric &&
    (series.basis ?? one.basis) === one.basis
  );
}

/** Which rule a figure stands under: the blocking breaks up to it, and one in the middle of its period by itself. */
function segmentOf(one: Observation, blocking: readonly Break[]): string {
  return blocking
    .filter((cut) => touches(cut, one) && cut.on <= one.periodEnd)
    .map(({ id, on }) =>
      on > one.periodStart
        ? `${id} within ${periodCode({ start: one.periodStart, end: one.periodEnd })}`
        : id,
    )
    .sort()
    .join(' ');
}

function figuresOf(claims: readonly Observation[]): readonly SeriesFigure[] {
  const byPeriod = groupBy(claims, (one) =>
    periodCode({ start: one.periodStart, end: one.periodEnd }),
  );
  return [...byPeriod]
    .map(([period, same]) => ({
      period,
      ...claimsTogether(same),
      provisional: same.some(({ status }) => status.includes('P')),
      claims: same,
    }))
    .toSorted((a, b) => (a.period < b.period ? -1 : 1));
}

/**
 * Sorts figures into series of one country, metric, class, unit, source, definition and authority, cut at declared breaks.
 * Rows without a value are left out; a part of a figure (one find, one agency) is a series of its own.
 */
export function regimesOf(
  observations: readonly Observation[],
  { breaks = [], overrides = [] }: RegimeOptions,
): readonly Regime[] {
  const blocking = breaks.filter(
    ({ id, severity }) => severity === 'block_trend' && !overrideInForce(id, overrides),
  );
  const passing = breaks.filter((one) => !blocking.includes(one));
  const groups = groupBy(
    observations.filter(({ value }) => value !== null),
    (one) => {
      const { place, metric, nationalCode, source, definition, unit, stat, extent, freq } = one;
      const rule = [place, metric, nationalCode, source, definition].filter(Boolean).join(' ');
      const rest = [unit, stat, extent, freq, one.agencies.toSorted().join('+')].join(' ');
      return JSON.stringify([rule, segmentOf(one, blocking), rest]);
    },
  );
  return [...groups]
    .map(([name, claims]): Regime => {
      const [rule, segment] = JSON.parse(name) as [string, string];
      const [first] = claims as [Observation];
      const figures = figuresOf(claims);
      const [start, end] = [
        figures[0]?.claims[0]?.periodStart ?? '',
        figures.at(-1)?.claims[0]?.periodEnd ?? '',
      ];
      return {
        key: segment ? `${rule} from ${segment}` : rule,
        country: first.place,
        metric: first.metric,
        nationalCode: first.nationalCode,
        unit: first.unit,
        source: first.source,
        definition: first.definition,
        agencies: first.agencies,
        figures,
        crosses: passing.filter((one) => touches(one, first) && one.on > start && one.on <= end),
      };
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

export const figuresShape: Shape = shape.list(
  shape.record<Observation>({
    source: shape.text,
    metric: shape.text,
    value: shape.orNull(shape.number),
    unit: shape.text,
    place: shape.text,
    periodStart: shape.text,
    periodEnd: shape.text,
  }),
);
