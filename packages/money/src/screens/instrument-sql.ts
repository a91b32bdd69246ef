import { dialect } from '@samenbeeld/engine';
import { wrongUse } from '@samenbeeld/schema';

/** SQL that is true of payments by these instruments; of all where none are named. */
export function instrumentSql(instruments: readonly string[] | undefined): string {
  if (instruments === undefined) return 'true';
  if (instruments.length === 0)
    throw wrongUse(
      '`instruments` noemt er ten minste één, of blijft weg voor alle',
      '`instruments` en nomme au moins un, ou est omis pour tous',
      '`instruments` nennt mindestens eines oder bleibt für alle weg',
      '`instruments` must name at least one, or be left out for all',
    );
  return `instrument in (${instruments.map((one) => dialect.literal(one)).join(', ')})`;
}
