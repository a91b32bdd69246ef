import { inFour, type Language, listedTexts } from '@samenbeeld/schema';
import { abbreviatedEvidence } from './evidence/abbreviated.ts';
import { bracketEvidence } from './evidence/brackets.ts';
import { compoundEvidence } from './evidence/compounds.ts';
import { containedEvidence } from './evidence/contained.ts';
import { certain, type Evidence } from './evidence/evidence.ts';
import { listedEvidence } from './evidence/listed.ts';
import { mappedEvidence } from './evidence/mapped.ts';
import { partOfNameEvidence } from './evidence/part-of-name.ts';
import { soundEvidence } from './evidence/sound.ts';
import { spellingEvidence } from './evidence/spelling.ts';
import { type LabelParts, labelParts } from './label-parts.ts';
import type { NameIndex } from './name-index.ts';

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

const wordy: ReadonlySet<string> = new Set(['substances', 'drugs', 'offences', 'units']);

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
    ...spellingEvidence(parts.text, index),
    ...(index.list === 'units' ? [] : containedEvidence(parts.text, index, language)),
    ...soundEvidence(parts.text, index, language),
    ...abbreviatedEvidence(parts.text, index),
    ...partOfNameEvidence(parts.text, index),
    ...(wordy.has(index.list) ? compoundEvidence(parts.text, index, language) : []),
  ]);
  return [...stronger, ...weaker].sort(byConfidence);
}
