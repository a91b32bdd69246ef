import { RefusalError } from '../errors.ts';
import type { ComparedDimension, Purpose } from './dimensions.ts';
import { inWords, listed, tally, theseRows } from './wording.ts';

/** Subject of the decision that two agencies in one place have nothing in common. */
export function subjectOf(
  dimension: ComparedDimension,
  values: readonly (string | null)[],
): string {
  const names = [...new Set(values.map((value) => value ?? 'not stated'))].sort();
  return `sum across ${dimension.plural}: ${names.join(', ')}`;
}

interface Refused {
  readonly purpose: Purpose;
  readonly place: string | null;
  /** Subject of the decision that would make it legal, where one can. */
  readonly subject: string | null;
}

/** Throws the RefusalError that names a dimension, the rows by its values, the harm, and what would make it legal. */
export function refuseDimension(
  dimension: ComparedDimension,
  values: readonly (string | null)[],
  { purpose, place, subject }: Refused,
): never {
  const counts = tally(values);
  const { field, name, plural, harm, remedy } = dimension;
  const where = place === null ? '' : ` at ${place}`;
  const rows = `${theseRows(values.length)} have ${inWords(counts.length)} ${plural}${where} (${listed(counts)}).`;
  const each = counts.length === 2 ? 'both' : 'each';
  const stated = counts.find(([value]) => value !== 'not stated')?.[0];
  const choose = `Choose one: \`.where({ ${field}: '${stated}' })\``;
  const show = `or show ${each}: \`{ by: ['year', '${field}'] }\`.`;
  const decide = subject === null ? remedy : `or record an override of \`${subject}\`.`;
  const more = purpose === 'sum' ? decide : undefined;
  const ways = more ? `${choose}, ${show.slice(0, -1)}, ${more}` : `${choose}, ${show}`;
  throw new RefusalError(`${rows} ${harm[purpose]}`, { dimension: name, remedy: ways });
}
