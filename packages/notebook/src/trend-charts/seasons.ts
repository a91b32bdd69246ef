import { type Drawing, decompositionChart } from '@samenbeeld/charts';
import type { Text } from '@samenbeeld/schema';
import type { Decomposition } from '@samenbeeld/trends';
import type { FindingAnswer } from '../finding-answer.ts';
import { seriesBehind, valuesBehind } from './found-in.ts';
import { named, nameOf } from './named.ts';
import { unitName } from './unit-name.ts';

/** The drawing of a series above its trend, its seasons and what remains. */
export function seasonDrawing(
  answer: FindingAnswer<Decomposition>,
  title: Text | undefined,
): Drawing {
  const { trend, seasons, remainder, weights, subject } = answer.finding;
  const points = valuesBehind(answer).map(({ period, value }, i) => ({
    period,
    observed: value,
    trend: trend[i] ?? null,
    seasonal: seasons.map(({ values }) => values[i] ?? null),
    remainder: remainder[i] ?? null,
    outlier: (weights[i] ?? 1) < 1e-8,
  }));
  return named({ title, name: nameOf(subject) }, (own) =>
    decompositionChart(points, { ...own, unit: unitName(seriesBehind(answer).unit, own) }),
  );
}
