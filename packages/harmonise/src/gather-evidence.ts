import {
  foldText,
  inFour,
  type Language,
  listedTexts,
  quoted,
  type Text,
} from '@samenbeeld/schema';
import { takesIn } from './code-relations.ts';
import { containedEvidence } from './evidence/contained.ts';
import { certain, type Evidence } from './evidence/evidence.ts';
import { listedEvidence } from './evidence/listed.ts';
import { lookAlikes } from './evidence/look-alikes.ts';
import { type LabelParts, labelParts } from './label-parts.ts';
import type { NameIndex } from './name-index.ts';
import { qualifiersIn } from './qualifiers.ts';

/** What earlier crosswalks made of the same label; more than one of them is stronger, unless they disagree. */
function mappedEvidence(text: string, index: NameIndex): readonly Evidence[] {
  const found = (index.byFolded.get(foldText(text)) ?? []).filter(
    ({ origin }) => origin === 'crosswalk',
  );
  const groups = new Map<string, string[]>();
  for (const { code, match, source } of found) {
    const key = `${match} ${code ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), source ?? '']);
  }
  return [...groups].map(([key, sources]) => {
    const [match = 'none', code = ''] = key.split(' ');
    const names = [...new Set(sources)].sort();
    const agreed = groups.size === 1;
    return {
      to: code || null,
      match: match as Evidence['match'],
      confidence: agreed ? Math.min(0.89, 0.84 + 0.02 * names.length) : 0.6,
      reason: inFour(
        'zo omgezet in {names}',
        'ainsi traduit dans {names}',
        'so umgesetzt in {names}',
        'mapped so in {names}',
        {
          names: `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` + ${names.length - 3}` : ''}`,
        },
      ),
    };
  });
}

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
function bracketEvidence(
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
  const meanings = within ? [] : listedEvidence(parts.core, index, language);
  if (meanings.length > 1 && qualifiersIn(parts.brackets.join(' ')).size === 0)
    return meanings.map((meaning) => ({ ...meaning, match: 'narrower' }));
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

function byConfidence(a: Evidence, b: Evidence): number {
  return b.confidence - a.confidence || ((a.to ?? '') < (b.to ?? '') ? -1 : 1);
}

/** A mark that nothing but a footnote has: a number in brackets or raised, an asterisk. */
const surelyFootnote = /^(?:[*†‡§]+|[¹²³⁰⁴-⁹]+|\(\d{1,2}\))$/u;

/** The label without its number, or what may be no footnote mark, is no longer what stands in the file. */
function cleaned({ numbering, footnote }: LabelParts, evidence: Evidence): Evidence {
  const taken = [
    numbering === null
      ? null
      : inFour('het nummer {mark}', 'le numéro {mark}', 'die Nummer {mark}', 'the number {mark}', {
          mark: numbering,
        }),
    footnote === null
      ? null
      : inFour('het teken {mark}', 'le signe {mark}', 'das Zeichen {mark}', 'the mark {mark}', {
          mark: footnote,
        }),
  ].filter((part) => part !== null);
  return {
    ...evidence,
    confidence:
      numbering === null && surelyFootnote.test(footnote ?? '')
        ? Math.min(0.95, evidence.confidence)
        : Math.min(0.88, evidence.confidence),
    reason: inFour(
      '{reason}, zonder {taken}',
      '{reason}, sans {taken}',
      '{reason}, ohne {taken}',
      '{reason}, without {taken}',
      {
        reason: evidence.reason,
        taken: listedTexts(taken),
      },
    ),
  };
}

/** A multiple of a unit ("1000 tablet") is not the unit. */
function multiples(label: string, index: NameIndex, language: Language | undefined): Evidence[] {
  const found = /^[\d.,\s]+([^\d.,\s].*)$/u.exec(label);
  if (index.list !== 'units' || !found) return [];
  return listedEvidence(found[1] ?? '', index, language).map((evidence) => ({
    ...evidence,
    match: 'overlap',
    confidence: 0.3,
    reason: inFour(
      'een veelvoud van {unit}',
      'un multiple de {unit}',
      'ein Vielfaches von {unit}',
      'a multiple of {unit}',
      { unit: String(evidence.to) },
    ),
  }));
}

/** Everything that speaks for a code of the list, strongest first. Weaker kinds are asked only where stronger are silent. */
export function gatherEvidence(
  label: string,
  index: NameIndex,
  language: Language | undefined,
): readonly Evidence[] {
  const parts = labelParts(label, { numbers: index.list !== 'units' });
  const plain = parts.numbering === null && parts.footnote === null;
  const asWritten = parts.footnote === null ? listedEvidence(label, index, language) : [];
  const mapped = parts.footnote === null ? mappedEvidence(label, index) : [];
  const sure = [...asWritten, ...mapped].sort(byConfidence);
  if ((sure[0]?.confidence ?? 0) >= certain) return sure;
  const tidy = (evidence: readonly Evidence[]): readonly Evidence[] =>
    plain ? evidence : evidence.map((item) => cleaned(parts, item));
  const stronger = [
    ...sure,
    ...tidy([
      ...(plain ? [] : listedEvidence(parts.text, index, language)),
      ...(plain ? [] : mappedEvidence(parts.text, index)),
      ...bracketEvidence(parts, index, language),
    ]),
    ...multiples(label, index, language),
  ];
  if (stronger.length > 0 && stronger.some(({ confidence }) => confidence >= 0.5))
    return stronger.sort(byConfidence);
  const weaker = tidy([
    ...lookAlikes(parts.text, index, language),
    ...(index.list === 'units' ? [] : containedEvidence(parts.text, index, language)),
  ]);
  return [...stronger, ...weaker].sort(byConfidence);
}
