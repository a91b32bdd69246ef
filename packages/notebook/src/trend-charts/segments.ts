import {
  type Drawing,
  type FittedSegment,
  type SegmentChartOptions,
  segmentChart,
} from '@samenbeeld/charts';
import {
  type Break,
  type Finding,
  formatNumber,
  inEach,
  type Language,
  parsePeriod,
  placeLabel,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import type {
  AdvisedMethod,
  AdvisedName,
  ChangePoints,
  Joinpoint,
  SegmentTrend,
  TrendAdvice,
  TrendSeries,
} from '@samenbeeld/trends';
import type { FindingAnswer } from '../finding-answer.ts';
import type { SegmentTrends, TrendAnswer } from '../trend.ts';
import { words } from '../words.ts';
import { seriesBehind, valuesBehind } from './found-in.ts';
import { named, nameOf } from './named.ts';
import { type OwnTrend, ownTrend } from './own-trend.ts';
import { unitName } from './unit-name.ts';

/** The levels of a segmentation. */
function levelsOf({ segments }: ChangePoints): readonly FittedSegment[] {
  return segments.map(({ from, to, level }) => ({ from, to, start: level, end: level }));
}

function signed(value: number, language: Language): string {
  const rounded = Math.abs(value) < 10 ? Number(value.toFixed(1)) : Math.round(value);
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '';
  return `${sign}${formatNumber(Math.abs(rounded), language)}`;
}

/** The joined lines of a joinpoint fit, each with its change per year. */
function joinedLines({ segments }: Joinpoint): readonly FittedSegment[] {
  return segments.map(({ from, to, start, end, apc }) => ({
    from,
    to,
    start,
    end,
    ...(apc !== null && {
      label: inEach((language) => words.percentYear[language].replace('{}', signed(apc, language))),
    }),
  }));
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
}

/** In years, evenly within a frequency. */
function timeOf(period: string): number {
  const [year = 0, month = 1] = parsePeriod(period).start.split('-').map(Number);
  return year + (month - 1) / 12;
}

/** Sen's line of each stretch whose trend is shown; the others have none. */
function senLines(
  segments: readonly SegmentTrend[],
  { points }: TrendSeries,
): readonly FittedSegment[] {
  return segments.flatMap(({ from, to, trend }): readonly FittedSegment[] => {
    const { estimate: slope, details } = trend;
    if (slope === null || (details.verdict !== 'rising' && details.verdict !== 'falling'))
      return [];
    const inside = points.flatMap(({ period, value }) =>
      value !== null && timeOf(period) >= timeOf(from) && timeOf(period) <= timeOf(to)
        ? [value - slope * timeOf(period)]
        : [],
    );
    const level = middle(inside);
    const height = (period: string): number => level + slope * timeOf(period);
    return [{ from, to, start: height(from), end: height(to) }];
  });
}

const keys = ['place', 'offence', 'substance', 'metric', 'basis'] as const;

/** The declared breaks that fall within a series, each at the first period under the new rule. */
function declaredIn(
  { scope, points }: TrendSeries,
  breaks: readonly Break[],
): readonly { readonly period: string; readonly note: Text }[] {
  const known = points
    .filter(({ value, interval }) => value !== null || interval)
    .map(({ period }) => ({ period, ...parsePeriod(period) }));
  return breaks
    .filter(
      ({ source, series }) =>
        source === (scope?.source ?? source) &&
        keys.every((key) => [undefined, scope?.[key] ?? series[key]].includes(series[key])),
    )
    .flatMap(({ on, note }) => {
      const after = known.find(({ end }) => end >= on);
      return after && after !== known[0] ? [{ period: after.period, note }] : [];
    });
}

/** What can be drawn as stretches: a trend, the trends on both sides of a break, a search for breaks or turns. */
export type Segmented =
  | TrendAnswer
  | SegmentTrends
  | FindingAnswer<ChangePoints | Joinpoint | TrendAdvice>;

type Searched = FindingAnswer<ChangePoints | Joinpoint>;

type Parts = Omit<SegmentChartOptions, 'language' | 'width'>;

function ofLevels(finding: ChangePoints): Parts {
  const suggested = finding.changes.filter((change) => change.suggested);
  const gradual = finding.changes.length > suggested.length;
  return {
    segments: levelsOf(finding),
    suggested,
    evidence: gradual ? words.stepNoBreak : undefined,
  };
}

function ofLines(finding: Joinpoint): Parts {
  const turns = finding.details.verdict === 'turns' ? finding.joinpoints : [];
  return { segments: joinedLines(finding), fit: 'log_linear', suggested: turns };
}

function ofFinding(finding: ChangePoints | Joinpoint): Parts {
  return 'joinpoints' in finding ? ofLines(finding) : ofLevels(finding);
}

/** What one of the methods of an advice found; nothing where it does not apply. */
export function advised(
  methods: readonly AdvisedMethod[],
  name: AdvisedName,
): ChangePoints | Joinpoint | null {
  const found = methods.find(({ method }) => method === name)?.finding ?? null;
  return found as ChangePoints | Joinpoint | null;
}

function valuesOf({ points }: TrendSeries) {
  return points.map(({ period, value, interval, provisional }) => ({
    period,
    value,
    low: interval?.low,
    high: interval?.high,
    provisional,
  }));
}

/** A trend as its levels, or as joined lines. */
function ofTrend(answer: TrendAnswer | OwnTrend, lines: boolean): Parts {
  const methods = answer.kind === 'trend' ? answer.finding.methods : answer.methods;
  const found = advised(methods, lines ? 'joinpoint' : 'change_points');
  const breaks = answer.kind === 'trend' ? declaredIn(answer.series, answer.breaks) : [];
  return { ...(found ? ofFinding(found) : { segments: [] }), breaks };
}

function ofSegments({ segments, series }: SegmentTrends): Parts {
  return {
    segments: senLines(segments, series),
    fit: 'linear',
    breaks: segments.flatMap(({ from, after }) =>
      after ? [{ period: from, note: after.note }] : [],
    ),
  };
}

/** What a series is called in a title: in full where that is short, else by its place. */
function shortName({ label, scope }: TrendSeries): Text | undefined {
  if (!label || !scope?.place) return label;
  return inEach((language) =>
    label[language].length > 40 ? placeLabel(scope.place as string, language) : label[language],
  );
}

function isSearch(finding: Finding): finding is ChangePoints | Joinpoint {
  return finding.kind === 'change_points' || finding.kind === 'joinpoint';
}

/** What is drawn: a search for breaks or turns as it is, an advice with its series. */
function drawnAs(given: Segmented): Exclude<Segmented, FindingAnswer> | Searched | OwnTrend {
  if (given.kind !== 'finding') return given;
  const { finding } = given;
  if (isSearch(finding)) return { ...given, finding };
  if (finding.kind === 'trend_advice') return ownTrend(given);
  throw wrongUse(
    '`chart.segments` tekent wat `changePoints`, `joinpoint` of `adviseTrend` vond, niet {kind}.',
    '`chart.segments` dessine ce que `changePoints`, `joinpoint` ou `adviseTrend` a trouvé, et non {kind}.',
    '`chart.segments` zeichnet, was `changePoints`, `joinpoint` oder `adviseTrend` fand, nicht {kind}.',
    '`chart.segments` draws what `changePoints`, `joinpoint` or `adviseTrend` found, not {kind}.',
    { kind: (finding as Finding).kind },
  );
}

/** The drawing of an answer in stretches. */
export function segmentDrawing(
  given: Segmented | OwnTrend,
  {
    lines = false,
    log,
    title,
  }: { readonly lines?: boolean; readonly log?: boolean; readonly title?: Text | undefined },
): Drawing {
  const answer = given.kind === 'own-trend' ? given : drawnAs(given);
  if (answer.kind === 'finding') {
    const { finding } = answer;
    const { unit } = seriesBehind(answer);
    const values = valuesBehind(answer);
    return named({ title, name: nameOf(finding.subject) }, (own) =>
      segmentChart(values, { ...ofFinding(finding), ...own, unit: unitName(unit, own), log }),
    );
  }
  const { series } = answer;
  const name = shortName(series);
  const isTrend = answer.kind !== 'segment-trends';
  const parts = isTrend ? ofTrend(answer, lines) : ofSegments(answer);
  if (series.points.length === 0)
    throw wrongUse(
      'Er zijn geen cijfers om te tekenen.',
      'Il n’y a pas de chiffres à dessiner.',
      'Es gibt keine Zahlen zu zeichnen.',
      'There are no figures to draw.',
    );
  return named({ title: title ?? (isTrend ? undefined : name), name }, (own) =>
    segmentChart(valuesOf(series), { ...parts, ...own, unit: unitName(series.unit, own), log }),
  );
}
