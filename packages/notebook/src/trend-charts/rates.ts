import { type Drawing, rateChart, seriesIndexChart } from '@samenbeeld/charts';
import { inEach, type Text } from '@samenbeeld/schema';
import type { ChainedIndex } from '@samenbeeld/trends';
import type { FindingAnswer } from '../finding-answer.ts';
import { placeName } from '../labels.ts';

/** Answers by the name of a place, an office or a year. */
export type ByName<A> = Readonly<Record<string, A>>;

function called(name: string): Text {
  return inEach((language) => placeName(name, language));
}

/** The drawing of estimates with their ranges, row by row. */
export function rateDrawing(
  answers: ByName<FindingAnswer>,
  { title, reference }: { readonly title: Text | undefined; readonly reference: number | null },
): Drawing {
  const rows = Object.entries(answers).map(([name, { finding }]) => ({
    label: called(name),
    estimate: finding.estimate,
    low: finding.interval?.low ?? null,
    high: finding.interval?.high ?? null,
    n: finding.n,
  }));
  return (own) => rateChart(rows, { ...own, title, reference });
}

/** The drawing of index numbers from one base. */
export function indexDrawing(
  answers: ByName<FindingAnswer<ChainedIndex>>,
  title: Text | undefined,
): Drawing {
  const found = Object.entries(answers);
  const base = found[0]?.[1].finding.details.base ?? '';
  const series = found.map(([name, { finding }]) => ({
    label: called(name),
    points: finding.points,
  }));
  return (own) => seriesIndexChart(series, { ...own, title, base });
}
