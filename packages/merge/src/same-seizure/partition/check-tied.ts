import { InputError } from '@samenbeeld/schema';
import { recordsOf } from './record-pair.ts';
import { pairKey } from './said-together.ts';
import type { TiedRecords } from './tied-records.ts';

/** Throws where tied records cannot be weighed: an id twice, a pair of an unknown record, odds that are none, a pair twice. */
export function checkTied({ records, pairs }: TiedRecords): void {
  const ids = new Set<string>();
  for (const { id } of records) {
    if (ids.has(id))
      throw new InputError(`Expected each record once, found two with the id "${id}"`, {
        repair: 'Give every record an id of its own.',
      });
    ids.add(id);
  }
  const seen = new Set<string>();
  for (const { a, b, odds } of pairs) {
    const unknown = [...recordsOf(a), ...recordsOf(b)].find((id) => !ids.has(id));
    if (unknown !== undefined)
      throw new InputError(
        `Expected pairs of the records given, found "${unknown}" in the pair of "${a}" and "${b}", which is none of them`,
        { repair: 'Add the record, or sort the pairs with tiedRecords first.' },
      );
    if (!(odds >= 0))
      throw new InputError(
        `Expected odds from 0 on, found ${odds} for the pair of "${a}" and "${b}"`,
        { repair: 'Give p / (1 - p) of a probability p from 0 to 1.' },
      );
    const key = pairKey(a, b);
    if (seen.has(key))
      throw new InputError(`Expected each pair once, found the pair of "${a}" and "${b}" again`, {
        repair: 'Give one odds for the two, whichever comes first.',
      });
    seen.add(key);
  }
}
