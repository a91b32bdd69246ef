import { type Drawing, type TriangleCell, triangleChart } from '@samenbeeld/charts';
import { periodCode, type Text } from '@samenbeeld/schema';
import type { Nowcast } from '@samenbeeld/trends';
import type { FindingAnswer } from '../finding-answer.ts';
import { words } from '../words.ts';
import { triangleBehind } from './found-in.ts';
import { named, nameOf } from './named.ts';
import { unitName } from './unit-name.ts';

/** The drawing of what was known at each age, and of what is expected at the ages to come. */
export function triangleDrawing(answer: FindingAnswer<Nowcast>, title: Text | undefined): Drawing {
  const { rows, developments, unit, subject } = answer.finding;
  const triangle = triangleBehind(answer);
  const ages = triangle.columns.map(Number);
  const expected = new Map(rows.map((row) => [row.period, row]));
  const cells = triangle.rows.flatMap(({ periodStart, periodEnd, values }): TriangleCell[] => {
    const period = periodCode({ start: periodStart, end: periodEnd });
    const last = values.findLastIndex((value) => value !== null);
    const row = expected.get(`${periodStart}/${periodEnd}`);
    const known = values
      .slice(0, last + 1)
      .map((value, at): TriangleCell => ({ period, age: ages[at] as number, value }));
    let grown = row?.known ?? 0;
    const ahead = developments.slice(last).map(({ factor, to }, at): TriangleCell => {
      grown *= factor;
      const final = last + 1 + at === developments.length;
      return {
        period,
        age: Number(to),
        value: final ? (row?.ultimate ?? grown) : grown,
        expected: true,
        ...(final && row?.interval && { low: row.interval.low, high: row.interval.high }),
      };
    });
    return row ? [...known, ...ahead] : known;
  });
  return named({ title, name: nameOf(subject) }, (own) =>
    triangleChart(cells, { ...own, age: words.monthsLater, unit: unitName(unit, own) }),
  );
}
