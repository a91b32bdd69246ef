import { setOf } from '../code-relations.ts';
import type { NameIndex } from '../name-index.ts';
import type { Evidence } from './evidence.ts';
import type { Term } from './find-terms.ts';

function countryOf(index: NameIndex, code: string): string | null {
  return (index.codes.get(code) as { readonly country?: string | null }).country ?? null;
}

/** The codes of each word or group of words; those of several meanings that share a country with the others are kept. */
function grouped(index: NameIndex, terms: readonly Term[]): readonly (readonly string[])[] {
  const groups = new Map<string, Set<string>>();
  for (const { at, code } of terms) {
    const key = [...at].sort().join(' ');
    groups.set(key, (groups.get(key) ?? new Set()).add(code));
  }
  const all = [...groups.values()].map((codes) => [...codes]);
  const clear = all.flatMap((codes) => (codes.length === 1 ? codes : []));
  const countries = new Set(clear.map((code) => countryOf(index, code)));
  return all.map((codes) => {
    const near = codes.filter((code) => countries.has(countryOf(index, code)));
    return codes.length > 1 && near.length === 1 ? near : codes;
  });
}

/** A label that names several codes: a set of exactly these, several agencies or places together, or a row to split. */
export function severalEvidence(
  index: NameIndex,
  terms: readonly Term[],
  extra: readonly string[],
): readonly Evidence[] {
  const groups = grouped(index, terms);
  const codes = [...new Set(groups.flat())];
  const names = codes.map((code) => `${code} (${index.codes.label(code, 'en')})`).join(' and ');
  const clear = groups.every(({ length }) => length === 1) && extra.length === 0;
  const set = clear ? setOf(index, codes) : null;
  if (set)
    return [{ to: set, match: 'exact', confidence: 0.8, reason: `names ${names}, its members` }];
  if (clear && (index.list === 'agencies' || index.list === 'places'))
    return [
      { to: codes.join('+'), match: 'exact', confidence: 0.7, reason: `names ${names} together` },
    ];
  const share = groups.every(({ length }) => length === 1) ? 0.6 : 0.45;
  return codes.map((to, position) => ({
    to,
    match: 'overlap',
    confidence: share - 0.01 * position,
    reason: `names ${names}: split it, or decide for one`,
  }));
}
