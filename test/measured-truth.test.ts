import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as trends from '@samenbeeld/trends';
import { expect, test } from 'vitest';

interface Row {
  readonly name: string;
  readonly stated: number;
  readonly dispersions: readonly number[];
}

interface Experiment {
  readonly page: string;
  readonly title: string;
  readonly kind: 'false' | 'holds' | 'stated';
  readonly rows: readonly Row[];
  trial(draw: unknown, row: Row, dispersion: number): boolean | readonly [number, number] | null;
}

const load = (file: string): Promise<unknown> =>
  import(pathToFileURL(join(import.meta.dirname, '..', 'scripts', 'truth', file)).href);
const { experimentsOf } = (await load('experiments.mjs')) as {
  experimentsOf(methods: typeof trends): readonly Experiment[];
};
const { streamOf } = (await load('null-series.mjs')) as { streamOf(seed: number): unknown };
const experiments = experimentsOf(trends);
const runs = 30;

/** The least number of failures that so many trials with this chance bring in less than one of a million cases. */
function tooMany(chance: number, trials: number): number {
  let [mass, above] = [(1 - chance) ** trials, 1];
  for (let k = 0; k <= trials; k++) {
    if (above < 1e-6) return k;
    above -= mass;
    mass *= ((trials - k) / (k + 1)) * (chance / (1 - chance));
  }
  return trials + 1;
}

/** `pnpm measure-truth` has the tables of docs/methods; this is a small part of it, which fails where a rate leaves its bound by far. */
test.each(experiments.map((one): [string, Experiment] => [`${one.page}: ${one.title}`, one]))(
  '%s',
  (_, experiment) => {
    const rows = [experiment.rows[0], experiment.rows.at(-1)] as const;
    for (const [at, row] of rows.entries()) {
      if (!row) continue;
      for (const dispersion of [row.dispersions[0], row.dispersions.at(-1)] as const) {
        const draw = streamOf(1 + at);
        const found = Array.from({ length: runs }, () =>
          experiment.trial(draw, row, dispersion as number),
        ).filter((outcome) => outcome !== null);
        const cell = `${row.name}, ${dispersion}`;
        if (experiment.kind === 'stated') {
          const [stated, alarms] = [0, 1].map((i) =>
            found.reduce((sum, pair) => sum + ((pair as readonly number[])[i] as number), 0),
          ) as [number, number];
          expect(alarms, cell).toBeLessThan(2 * stated + 10);
          continue;
        }
        const isFalse = experiment.kind === 'false';
        const wrong = found.filter((outcome) => outcome === isFalse).length;
        const chance = 1.25 * (isFalse ? row.stated : 1 - row.stated);
        expect(wrong, cell).toBeLessThan(tooMany(chance, found.length));
      }
    }
  },
);
