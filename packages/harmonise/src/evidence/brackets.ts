import { inFour, type Language, quoted, type Text } from '@samenbeeld/schema';
import { takesIn } from '../code-relations.ts';
import type { LabelParts } from '../label-parts.ts';
import type { NameIndex } from '../name-index.ts';
import { qualifiersIn } from '../qualifiers.ts';
import type { Evidence } from './evidence.ts';
import { listedEvidence } from './listed.ts';

function codeIn(text: string, index: NameIndex, language: Language | undefined): string | null {
  const found = listedEvidence(text, index, language);
  return found.length === 1 ? (found[0]?.to ?? null) : null;
}

type Meaning = readonly [text: Text, code: string];

const rivalMeanings = ([one, first]: Meaning, [other, second]: Meaning): Text =>
  inFour(
    '{one} betekent {first}, maar {other} betekent {second}',
    '{one} signifie {first}, mais {other} signifie {second}',
    '{one} bedeutet {first}, aber {other} bedeutet {second}',
    '{one} means {first}, but {other} means {second}',
    { one, first, other, second },
  );

/** What a term and the remark in brackets behind it say together: "Cannabis resin (hashish)", "(LSD)", "(stukken)". */
export function bracketEvidence(
  parts: LabelParts,
  index: NameIndex,
  language: Language | undefined,
): readonly Evidence[] {
  if (parts.brackets.length === 0) return [];
  const outer = codeIn(parts.core, index, language);
  const inner = parts.brackets.map((text) => codeIn(text, index, language));
  const named = inner.findIndex((code) => code !== null);
  const within = inner[named] ?? null;
  const text = parts.brackets[named] ?? '';
  const [core, inside] = [quoted(parts.core), quoted(text)];
  if (outer && within && (outer === within || takesIn(index, outer, within)))
    return [
      {
        to: within,
        match: 'exact',
        confidence: outer === within ? 0.94 : 0.8,
        reason:
          outer === within
            ? inFour(
                '{core} en {text} betekenen allebei {within}',
                '{core} et {text} signifient tous deux {within}',
                '{core} und {text} bedeuten beide {within}',
                '{core} and {text} both mean {within}',
                { core, text: inside, within },
              )
            : inFour(
                '{text} is een soort van {core}',
                '{text} est une sorte de {core}',
                '{text} ist eine Art von {core}',
                '{text} is a kind of {core}',
                { core, text: inside },
              ),
      },
    ];
  if (outer && within)
    return [
      {
        to: outer,
        match: 'overlap',
        confidence: 0.55,
        reason: rivalMeanings([core, outer], [inside, within]),
      },
      {
        to: within,
        match: 'overlap',
        confidence: 0.5,
        reason: rivalMeanings([inside, within], [core, outer]),
      },
    ];
  if (outer && qualifiersIn(parts.brackets.join(' ')).size === 0)
    return [
      {
        to: outer,
        match: 'narrower',
        confidence: 0.62,
        reason: inFour(
          '{core} met de opmerking {remark}',
          '{core} avec la remarque {remark}',
          '{core} mit der Bemerkung {remark}',
          '{core} with the remark {remark}',
          { core, remark: quoted(parts.brackets.join('; ')) },
        ),
      },
    ];
  if (within && qualifiersIn(parts.core).size === 0)
    return [
      {
        to: within,
        match: 'exact',
        confidence: 0.8,
        reason: inFour(
          '{text}, dat tussen haakjes staat, betekent {within}',
          '{text}, qui est entre parenthèses, signifie {within}',
          '{text}, das in Klammern steht, bedeutet {within}',
          '{text}, which stands in brackets, means {within}',
          { text: inside, within },
        ),
      },
    ];
  return [];
}
