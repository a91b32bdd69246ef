import { RefusalError } from '../errors.ts';
import type { ComparedDimension, Purpose } from './dimensions.ts';
import { refusalText } from './refusal-text.ts';
import { countsListed, inWords, tally, theseRows } from './wording.ts';

interface Refused {
  readonly purpose: Purpose;
  readonly place: string | null;
  /** Subject of the decision that would make it legal, where one can. */
  readonly subject: string | null;
}

const or = (ways: readonly string[]): string =>
  ways
    .map((way, at) => (at > 0 && at === ways.length - 1 ? `or ${way}` : way))
    .join(', ')
    .concat('.');

/** Throws the RefusalError that names a dimension, the rows by its values, the harm, and what would make it legal. */
export function refuseDimension(
  dimension: ComparedDimension,
  values: readonly (string | null)[],
  { purpose, place, subject }: Refused,
): never {
  const counts = tally(values);
  const { field, name, plural, harm, remedy, choose } = dimension;
  const where = place === null ? '' : ` at ${place}`;
  const rows = `${theseRows(values.length)} have ${inWords(counts.length)} ${plural}${where} (${countsListed(counts)}).`;
  const each = counts.length === 2 ? 'both' : 'each';
  const stated = counts.find(([value]) => value !== 'not stated')?.[0];
  const ways = [
    `Choose one: ${choose ?? `\`.where({ ${field}: '${stated}' })\``}`,
    ...(choose ? [] : [`show ${each}: \`{ by: ['year', '${field}'] }\``]),
    ...(purpose === 'sum' && remedy ? [remedy.replace(/^or /, '').replace(/\.$/, '')] : []),
    ...(subject === null ? [] : [`record an override of \`${subject}\``]),
  ];
  throw new RefusalError(`${rows} ${harm[purpose]}`, {
    dimension: name,
    remedy: or(ways),
    subject,
    says: refusalText({ dimension: name, subject }, purpose),
  });
}
