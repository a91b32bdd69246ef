import { foldText, inFour, type Language, quoted } from '@samenbeeld/schema';
import { jaroWinkler } from '@skyra/jaro-winkler';
import type { KnownName, NameIndex } from '../name-index.ts';
import { phoneticKey } from '../phonetic-key.ts';
import { digitsOf } from '../word-parts.ts';
import type { Evidence } from './evidence.ts';

const sounds = new WeakMap<NameIndex, Map<string, ReadonlyMap<string, readonly KnownName[]>>>();

/** The names of a list by how they sound in a language. */
function bySound(
  index: NameIndex,
  language: Language | undefined,
): ReadonlyMap<string, readonly KnownName[]> {
  const known = sounds.get(index) ?? new Map<string, ReadonlyMap<string, readonly KnownName[]>>();
  sounds.set(index, known);
  const before = known.get(language ?? '');
  if (before) return before;
  const made = new Map<string, KnownName[]>();
  for (const name of index.names) {
    if ((name.origin !== 'label' && name.origin !== 'synonym') || name.folded.length < 4) continue;
    const key = phoneticKey(name.text, language);
    made.set(key, [...(made.get(key) ?? []), name]);
  }
  known.set(language ?? '', made);
  return made;
}

/** Names that sound alike, in the source's language where it is known. Keys of two sounds or fewer say nothing. */
export function soundEvidence(
  text: string,
  index: NameIndex,
  language: Language | undefined,
): readonly Evidence[] {
  const key = phoneticKey(text, language);
  const folded = foldText(text);
  if (key.replace(/[\d\s]/g, '').length < 3 && key.replace(/\s/g, '').length < 4) return [];
  return (bySound(index, language).get(key) ?? []).flatMap((name): Evidence[] => {
    const likeness = jaroWinkler(folded, name.folded);
    if (likeness < 0.75 || name.digits !== digitsOf(folded)) return [];
    return [
      {
        to: name.code,
        match: name.match,
        confidence: 0.35 + 0.3 * likeness,
        reason: inFour(
          'klinkt als {name}',
          'se prononce comme {name}',
          'klingt wie {name}',
          'sounds like {name}',
          {
            name: quoted(name.text),
          },
        ),
      },
    ];
  });
}
