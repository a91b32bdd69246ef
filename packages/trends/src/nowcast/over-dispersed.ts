import { RefusalError } from '@samenbeeld/schema';
import { fitCounts } from '../regression/count-model.ts';
import { dot, quadraticForm } from '../regression/least-squares.ts';
import type { MackProjection, Projections } from './mack.ts';
import type { Triangle } from './triangle.ts';

interface Cell {
  readonly row: number;
  readonly age: number;
  readonly increment: number;
}

/**
 * An over-dispersed Poisson model of the increments, a level per period and one per age (Renshaw and Verrall 1998), with the
 * prediction error of England and Verrall 2002: `φ Σμ + μ' Var(η) μ`. Of a full triangle its ultimates are those of the chain ladder.
 */
export function overDispersedProjections(triangle: Triangle): Projections {
  const { rows, ages } = triangle;
  const cells = cellsOf(triangle);
  refuseDecreasing(cells);
  const activeRows = withEvents(cells, 'row');
  const activeAges = withEvents(cells, 'age');
  const laterAges = activeAges.slice(1);
  const designOf = ({ row, age }: Pick<Cell, 'row' | 'age'>): readonly number[] => [
    ...activeRows.map((one) => (one === row ? 1 : 0)),
    ...laterAges.map((one) => (one === age ? 1 : 0)),
  ];
  const active = (row: number, age: number): boolean =>
    activeRows.includes(row) && activeAges.includes(age);
  const fitted = cells.filter(({ row, age }) => active(row, age));
  const fit = fitCounts(
    fitted.map(designOf),
    fitted.map(({ increment }) => increment),
  );
  const aheadOf = (row: number): readonly Ahead[] =>
    ages.flatMap((_, age): readonly Ahead[] => {
      if (age <= (triangle.rows[row]?.last ?? 0) || !active(row, age)) return [];
      const design = designOf({ row, age });
      return [{ design, mean: Math.exp(dot(design, fit.coefficients)) }];
    });
  const errorOf = (ahead: readonly Ahead[]): number | null => {
    if (!Number.isFinite(fit.dispersion)) return null;
    const gradient = fit.coefficients.map((_, i) =>
      ahead.reduce((sum, { design, mean }) => sum + mean * (design[i] as number), 0),
    );
    const process = ahead.reduce((sum, { mean }) => sum + mean, 0);
    return Math.sqrt(fit.dispersion * (process + quadraticForm(gradient, fit.unscaled)));
  };
  return {
    periods: rows.map(({ values, last }, row): MackProjection => {
      const known = values[last] as number;
      const ahead = aheadOf(row);
      const rest = ahead.reduce((sum, { mean }) => sum + mean, 0);
      return { known, ultimate: known + rest, standardError: errorOf(ahead) };
    }),
    totalError: errorOf(rows.flatMap((_, row) => aheadOf(row))),
  };
}

interface Ahead {
  readonly design: readonly number[];
  readonly mean: number;
}

/** Periods, or ages, at which anything came in: the others have mean zero and no level. */
function withEvents(cells: readonly Cell[], which: 'row' | 'age'): readonly number[] {
  return [
    ...new Set(cells.filter(({ increment }) => increment > 0).map((cell) => cell[which])),
  ].sort((a, b) => a - b);
}

/** What came in at each age; nothing is known of it where the figure at the age before is missing. */
function cellsOf({ rows }: Triangle): readonly Cell[] {
  return rows.flatMap(({ values }, row) =>
    values.flatMap((value, age): readonly Cell[] => {
      const before = age === 0 ? 0 : (values[age - 1] ?? null);
      return value === null || before === null ? [] : [{ row, age, increment: value - before }];
    }),
  );
}

function refuseDecreasing(cells: readonly Cell[]): void {
  if (cells.some(({ increment }) => increment < 0))
    throw new RefusalError(
      'Figures were corrected downward, and a Poisson model has no negative increments.',
      {
        dimension: 'method',
        remedy: "Use `method: 'mack'`, which bears factors below one.",
      },
    );
}
