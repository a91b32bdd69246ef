import {
  handlingNotWeaker,
  jointTotalHolds,
  lineageComplete,
  missingHasReason,
  noPersonalData,
  noPersonalFields,
  periodsInOrder,
  RefusalError,
  unitOfMetric,
  type Violation,
} from '@samenbeeld/schema';
import type { PictureQuery, PictureRows } from '@samenbeeld/store';
import type { Analysis } from './analysis.ts';

/** How many violations a refusal names. */
const named = 5;

function violations(
  { gathered, whole, handling }: Analysis,
  tables: readonly (PictureQuery | PictureRows)[],
): readonly Violation[] {
  const { observations, seizures, sources } = gathered;
  const records = [...observations, ...seizures];
  const inputs = sources.map(({ source }) => source.handling);
  const columns = tables.flatMap((table) => ('columns' in table ? table.columns : []));
  return [
    ...missingHasReason.check(records),
    ...lineageComplete.check(records),
    ...noPersonalData.check(records),
    ...periodsInOrder.check(observations),
    ...unitOfMetric.check(observations),
    ...jointTotalHolds.check(whole.totals),
    ...handlingNotWeaker.check({ inputs, output: handling, released: [] }),
    ...noPersonalFields.check(columns),
  ];
}

/**
 * What must hold of every picture, asked of each before anything of it is written: invariants 1, 6, 7, 11, 16, 18 and 19.
 * Throws a RefusalError that names what is broken. What sources may contradict themselves in (a part above its whole) is
 * shown in the picture and refuses nothing; code lists are checked by tests.
 */
export function assertInvariants(
  analysis: Analysis,
  tables: readonly (PictureQuery | PictureRows)[],
): void {
  const found = violations(analysis, tables);
  if (found.length === 0) return;
  const told = found
    .slice(0, named)
    .map(
      ({ invariant, record, message }) => `${invariant}: ${record ?? 'the picture'}: ${message}`,
    );
  const more = found.length > named ? `; and ${found.length - named} more` : '';
  throw new RefusalError(
    `The picture would break what must hold of every picture, so nothing was written: ${told.join('; ')}${more}.`,
    {
      dimension: 'invariant',
      remedy:
        'Correct the input or the description that the record comes from; where they are right, this is a fault of samenbeeld and worth reporting.',
    },
  );
}
