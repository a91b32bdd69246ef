import type { Anomaly } from './anomaly.ts';
import { anomalyOf, eventAnomaly } from './anomaly-of.ts';
import { shown } from './expectation.ts';
import type { EventPoint, Point } from './point.ts';
import type { Study } from './study.ts';

function differing(list: readonly Point[], study: Study): readonly (readonly Point[])[] {
  const byPeriod = new Map<string, Point[]>();
  for (const point of list) {
    const key = `${point.start} ${point.end}`;
    byPeriod.set(key, [...(byPeriod.get(key) ?? []), point]);
  }
  return [...byPeriod.values()].filter((points) => new Set(points.map(study.read)).size > 1);
}

/** Where something stands more than once: in one file, or in each of several. */
const where = (files: readonly string[]): string =>
  files.length > 1 ? `in ${files.join(' and in ')}` : 'in the file more than once';

function ofEvents(study: Study): readonly Anomaly[] {
  const cases = new Map<string, EventPoint[]>();
  for (const event of study.input.events) {
    if (event.reference === null || event.quantity === null) continue;
    const key = `${event.source} ${event.reference} ${event.substance} ${event.base} ${event.date}`;
    cases.set(key, [...(cases.get(key) ?? []), event]);
  }
  return [...cases.values()].flatMap((events) => {
    const [first, ...others] = events;
    const values = [...new Set(events.map(({ quantity }) => quantity ?? 0))];
    if (!first || values.length < 2) return [];
    return [
      eventAnomaly(first, study.input, {
        kind: 'duplicate_differs',
        cause: `one case stands ${where([...new Set(events.map(({ place }) => place.file))])} with different quantities`,
        evidence: [
          `${events.length} rows with the same reference, day and substance: ${values.map(shown).join(', ')} ${first.base}`,
        ],
        rivals: ['several batches of one case'],
        score: 2,
        to: null,
        open: 'which row holds cannot be told',
        alternatives: values.map(String),
        also: others,
      }),
    ];
  });
}

/** Sources in which several rows for one scope and period are the rule (more than one in twenty): those rows add up. */
function usualIn(
  several: readonly {
    readonly list: readonly Point[];
    readonly found: readonly (readonly Point[])[];
  }[],
): ReadonlySet<string> {
  const counts = new Map<string, { found: number; of: number }>();
  for (const { list, found } of several) {
    const source = list[0]?.place.source ?? '';
    const known = counts.get(source) ?? { found: 0, of: 0 };
    counts.set(source, {
      found: known.found + found.length,
      of: known.of + new Set(list.map(({ start, end }) => `${start} ${end}`)).size,
    });
  }
  return new Set(
    [...counts].filter(([, { found, of }]) => found > of / 20).map(([source]) => source),
  );
}

/**
 * The same scope and period with different figures in one source, and one case of a register with different quantities.
 * Not where a source does so in more than one of twenty scopes and periods: its rows add up.
 */
export function findDifferingDuplicates(study: Study): readonly Anomaly[] {
  const all = [...study.series.values()].filter((list) => list[0]?.counts);
  const several = all.map((list) => ({ list, found: differing(list, study) }));
  const often = usualIn(several);
  const ofSeries = several.flatMap(({ list, found }) =>
    (often.has(list[0]?.place.source ?? '') ? [] : found).flatMap((points) => {
      const [first, ...also] = points;
      if (!first) return [];
      const values = [...new Set(points.map(study.read))].map((value) =>
        value === null ? 'none' : shown(value),
      );
      const files = [...new Set(points.map(({ place }) => place.file))];
      return [
        anomalyOf(first, study.input, {
          kind: 'duplicate_differs',
          cause: `the same scope and period stands ${where(files)} with different figures`,
          evidence: [
            `${points.length} rows for ${first.start} to ${first.end}: ${values.join(', ')}`,
          ],
          rivals: [
            ...(files.length > 1
              ? ['the files are editions of one table: compare them with `samenbeeld diff`']
              : []),
            'rows that differ in something the description does not map',
          ],
          score: 2,
          to: null,
          open: 'which row holds cannot be told',
          alternatives: values,
          also,
        }),
      ];
    }),
  );
  return [...ofSeries, ...ofEvents(study)];
}
