import { foldText, inFour, quoted } from '@samenbeeld/schema';
import type { NameIndex } from '../name-index.ts';
import type { Evidence } from './evidence.ts';

/** Cut words ("amfet.", "hero") and initials ("NSP"): the word begins a name, or its letters begin the name's words. */
export function abbreviatedEvidence(text: string, index: NameIndex): readonly Evidence[] {
  const folded = foldText(text);
  const dotted = text.trim().endsWith('.') ? 0.1 : 0;
  const capitals = /^[\p{Lu}.&]{3,}$/u.test(text.trim());
  if (folded.length < 3 || /\d/.test(folded)) return [];
  return index.names.flatMap((name): Evidence[] => {
    if (name.origin !== 'label' && name.origin !== 'synonym') return [];
    const isInitials = (): boolean => name.words.map((word) => word[0] ?? '').join('') === folded;
    if (capitals && name.words.length >= 3 && isInitials())
      return [
        {
          to: name.code,
          match: 'exact',
          confidence: 0.5,
          reason: inFour(
            'beginletters van {name}',
            'initiales de {name}',
            'Anfangsbuchstaben von {name}',
            'initials of {name}',
            { name: quoted(name.text) },
          ),
        },
      ];
    const cut = name.words.length === 1 && name.folded.startsWith(folded);
    const left = name.folded.length - folded.length;
    if (!cut || left < 2) return [];
    const share = folded.length / name.folded.length;
    return [
      {
        to: name.code,
        match: 'exact',
        confidence: 0.4 + 0.25 * share + dotted,
        reason: inFour(
          'afkorting van {name}',
          'abréviation de {name}',
          'Abkürzung von {name}',
          'abbreviation of {name}',
          { name: quoted(name.text) },
        ),
      },
    ];
  });
}
