import type { CodeEntry } from '../code-list.ts';
import { foldText } from '../fold-text.ts';
import { languages } from '../language.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

/** The entries of a code list, and the names that are known to mean several. */
export interface Labels {
  readonly entries: readonly CodeEntry[];
  /** Names as `foldText` gives them. */
  readonly shared?: readonly string[];
}

function* find({ entries, shared = [] }: Labels): Iterable<Found> {
  const owners = new Map<string, string>();
  for (const { code, label, synonyms } of entries) {
    const missing = languages.filter((language) => !label[language]?.trim());
    if (missing.length > 0) yield [code, `no label in ${missing.join(', ')}`];
    const names = new Set([code, ...Object.values(label), ...synonyms].map(foldText));
    for (const name of names) {
      const owner = owners.get(name);
      if (owner !== undefined && !shared.includes(name))
        yield [code, `"${name}" also means ${owner} and is not marked as shared`];
      owners.set(name, code);
    }
  }
}

/** Invariant 17: each code has a label in four languages, and a name means one code or is marked as shared. */
export const labelsComplete: Invariant<Labels> = invariant(17, 'labels-complete', find);
