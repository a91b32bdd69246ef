import { detectPersonalColumn, detectPersonalData, InputError } from '@samenbeeld/schema';

const twoWords = /(\p{L}{3,})[\s._,'-]+(\p{L}{3,})/u;
const hexadecimal = /^[a-f]+$/i;

/**
 * A hash in hexadecimal. By chance one in ten thousand begins like an account number of Belgium or Germany; those have digits
 * only behind the country.
 */
function isHash(id: string): boolean {
  return /^[0-9a-f]{16,}$/.test(id) && /[a-f]/.test(id.slice(4));
}

/** Whether an id reads like a name: no digit at all, a blank, or two words side by side. */
function readsLikeName(id: string): boolean {
  if (!/\d/.test(id) || /\s/.test(id.trim())) return true;
  const [, one = '', other = ''] = twoWords.exec(id) ?? [];
  return one !== '' && !(hexadecimal.test(one) && hexadecimal.test(other));
}

/**
 * Refuses account ids that look like an IBAN, a national number, another personal detail or a name. Says how many and of
 * what kind, never which.
 */
export function refusePersonal(ids: readonly string[]): void {
  const found = new Map<string, number>();
  const add = (what: string): void => {
    found.set(what, (found.get(what) ?? 0) + 1);
  };
  for (const id of ids) {
    if (isHash(id)) continue;
    const [first] = detectPersonalData(id, { column: 'code' });
    if (first) add(first.detector);
    else if (readsLikeName(id)) add('name');
  }
  if (!found.has('bsn')) {
    const nine = ids.filter((id) => /^\d{9}$/.test(id));
    if (detectPersonalColumn(nine, { column: 'code' }).length > 0) found.set('bsn', nine.length);
  }
  if (found.size === 0) return;
  const kinds = [...found].map(([what, count]) => `${what}: ${count}`).join(', ');
  throw new InputError(
    `expected pseudonyms as account ids, found some of ${ids.length} that look like what they must not be (${kinds})`,
    {
      repair:
        'replace each account id by a keyed hash before loading; a pseudonym has a digit, no blank and no two words',
    },
  );
}
