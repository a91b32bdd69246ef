import { type Drawing, type SegmentChartOptions, segmentChart } from '@samenbeeld/charts';
import { type Text, UsageError } from '@samenbeeld/schema';
import type { AdvisedName, ChangePoints, Joinpoint, TrendSeries } from '@samenbeeld/trends';
import { eachLanguage } from '../each-language.ts';
import type { FindingAnswer } from '../finding-answer.ts';
import { placeName } from '../labels.ts';
import type { SegmentTrends, TrendAnswer } from '../trend.ts';
import { words } from '../words.ts';
import { declaredIn } from './declared-in.ts';
import { seriesBehind, valuesBehind } from './found-in.ts';
import { named, nameOf } from './named.ts';
import { joinedLines, levelsOf, senLines } from './segment-lines.ts';
import { unitName } from './unit-name.ts';

/** What can be drawn as stretches: a trend, the trends on both sides of a break, a search for breaks or turns. */
export type Segmented = TrendAnswer | SegmentTrends | FindingAnswer<ChangePoints | Joinpoint>;

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
export function advised(answer: TrendAnswer, name: AdvisedName): ChangePoints | Joinpoint | null {
  const found = answer.finding.methods.find(({ method }) => method === name)?.finding ?? null;
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
function ofTrend(answer: TrendAnswer, lines: boolean): Parts {
  const found = advised(answer, lines ? 'joinpoint' : 'change_points');
  const breaks = declaredIn(answer.series, answer.breaks);
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
  return eachLanguage((language) =>
    label[language].length > 40 ? placeName(scope.place as string, language) : label[language],
  );
}

/** The drawing of an answer in stretches. */
export function segmentDrawing(
  answer: Segmented,
  {
    lines = false,
    log,
    title,
  }: { readonly lines?: boolean; readonly log?: boolean; readonly title?: Text | undefined },
): Drawing {
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
  const parts = answer.kind === 'trend' ? ofTrend(answer, lines) : ofSegments(answer);
  if (series.points.length === 0) throw new UsageError('There are no figures to draw.');
  return named({ title: title ?? (answer.kind === 'trend' ? undefined : name), name }, (own) =>
    segmentChart(valuesOf(series), { ...parts, ...own, unit: unitName(series.unit, own), log }),
  );
}
