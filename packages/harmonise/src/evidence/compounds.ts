import { inFour, type Language, quoted } from '@samenbeeld/schema';
import type { NameIndex } from '../name-index.ts';
import { wordsOf } from '../word-parts.ts';
import type { Evidence } from './evidence.ts';

// What is made of a drug, or what it is made of, is another thing than a kind of it.
const products =
  /^(?:s|n|en|e)?(?:olie|ol|hars|harz|plant|planten|pflanze|pflanzen|zaad|zaden|samen|blad|blatter|stek|stekken|base|precursor|grundstoff|handel|labo?r?|kweek|anbau|verslaafde|konsum)/u;
// In a list of offences these words add nothing.
const offences =
  /^(?:s|n|en|e)?(?:delikte?n?|misdrijf|misdrijven|delict|delicten|straftaten?|feiten)$/u;

function relation(rest: string, head: boolean, list: string): readonly [Evidence['match'], number] {
  if (!head && list === 'offences' && offences.test(rest)) return ['exact', 0.6];
  if (!head && products.test(rest)) return ['overlap', 0.3];
  return ['narrower', head ? 0.48 : 0.44];
}

/** Dutch and German compounds with a listed word: "Heroinpulver", "straatcocaïne". */
export function compoundEvidence(
  text: string,
  index: NameIndex,
  language: Language | undefined,
): readonly Evidence[] {
  if (language === 'fr' || language === 'en') return [];
  const found: Evidence[] = [];
  for (const word of wordsOf(text)) {
    if (word.length < 8) continue;
    for (const { code, text: listed, folded, words, origin } of index.names) {
      if (code === null || (origin !== 'label' && origin !== 'synonym')) continue;
      if (words.length !== 1 || folded.length < 4 || folded.length > word.length - 3) continue;
      const head = word.endsWith(folded);
      if (!head && !word.startsWith(folded)) continue;
      const rest = head ? word.slice(0, -folded.length) : word.slice(folded.length);
      const [match, confidence] = relation(rest, head, index.list);
      found.push({
        to: code,
        match,
        confidence: confidence + (0.15 * folded.length) / word.length,
        reason: inFour(
          '{word} is samengesteld uit {listed} en {rest}',
          '{word} est composé de {listed} et {rest}',
          '{word} ist aus {listed} und {rest} zusammengesetzt',
          '{word} is a compound of {listed} and {rest}',
          { word: quoted(word), listed: quoted(listed), rest: quoted(rest) },
        ),
      });
    }
  }
  return found;
}
