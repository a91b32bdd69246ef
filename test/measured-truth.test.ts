import * as trends from '@samenbeeld/trends';
import { expect, test } from 'vitest';

interface Row {
  readonly name: string;
  readonly dispersions: readonly number[];
}
interface Experiment {
  readonly page: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

// `pnpm measure-truth` does the same with 2,000 series a cell, and writes the tables of docs/methods.
const script = (name: string): string =>
  new URL(`../scripts/truth/${name}.mjs`, import.meta.url).href;
const { experimentsOf } = await import(script('experiments'));
const { exceeds, tried } = await import(script('measured'));
const { streamOf } = await import(script('null-series'));

/** Methods whose sentence is made in a moment; of the others `pnpm measure-truth` tells. */
const quick = ['rate-ratio', 'displacement', 'like-periods', 'cochran-armitage'];
const runs = 120;

const experiments = (experimentsOf(trends) as readonly Experiment[]).filter(({ page }) =>
  quick.includes(page),
);

test('the quick methods are measured', () => {
  expect(new Set(experiments.map(({ page }) => page))).toEqual(new Set(quick));
});

test.each(experiments.map((each) => [each.page, each.title, each] as const))(
  '%s: %s is true as often as stated, whatever the dispersion',
  (_page, _title, experiment) => {
    const beyond = experiment.rows.flatMap((row) =>
      row.dispersions.flatMap((dispersion) => {
        const cell = tried(experiment, row, dispersion, streamOf(7919), runs);
        return exceeds(experiment, row, cell) ? [`${row.name}, φ ${dispersion}`] : [];
      }),
    );
    expect(beyond).toEqual([]);
  },
);
