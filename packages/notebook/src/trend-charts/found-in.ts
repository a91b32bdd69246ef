import { UsageError } from '@samenbeeld/schema';
import type { AgedTriangle, SiteNetwork } from '@samenbeeld/trends';
import type { FindingAnswer, OwnSeries } from '../finding-answer.ts';

/** A value of one period, as charts take it. */
export interface DrawnValue {
  readonly period: string;
  readonly value: number | null;
}

function missing(what: string): UsageError {
  return new UsageError(
    `A finding does not carry the figures it was found in. Give them to \`show\` as its third argument: ${what}.`,
  );
}

/** The series a finding was found in. */
export function seriesBehind({ foundIn }: FindingAnswer): OwnSeries {
  if (foundIn && 'values' in foundIn) return foundIn;
  throw missing('`{ periods, values }`');
}

/** The same, period by period. */
export function valuesBehind(answer: FindingAnswer): readonly DrawnValue[] {
  const { periods, values } = seriesBehind(answer);
  if (periods.length !== values.length)
    throw new UsageError(
      `There must be one period for each value: ${periods.length} periods, ${values.length} values.`,
    );
  return periods.map((period, i) => ({ period, value: values[i] ?? null }));
}

/** The triangle a finding was found in. */
export function triangleBehind({ foundIn }: FindingAnswer): AgedTriangle {
  if (foundIn && 'columns' in foundIn) return foundIn;
  throw missing('the triangle');
}

/** The network a finding was found in, where it was given. */
export function networkBehind({ foundIn }: FindingAnswer): SiteNetwork | null {
  return foundIn && 'sites' in foundIn ? foundIn : null;
}
