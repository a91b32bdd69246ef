import {
  type CodeEntry,
  inEach,
  inFour,
  joinWith,
  type Language,
  placeLevels,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import { type CodeProposal, matchWords } from './code-proposal.ts';
import { certain, type Evidence } from './evidence/evidence.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { type KnownCrosswalk, type NameIndex, nameIndex } from './name-index.ts';

/** Below this nothing comes near. */
const floor = 0.4;

function byConfidence(a: Evidence, b: Evidence): number {
  return b.confidence - a.confidence;
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

/** The strongest evidence for each code. */
function strongest(ordered: readonly Evidence[]): readonly Evidence[] {
  return ordered.filter(({ to }, index) => ordered.findIndex((other) => other.to === to) === index);
}

/** A rival that is nearly as likely, or an earlier crosswalk that says otherwise, takes the certainty away. */
function contested(best: Evidence, rivals: readonly Evidence[]): Evidence {
  const rival = [...rivals].sort(byConfidence)[0];
  const close = rival && best.confidence - rival.confidence < 0.12 && rival.confidence >= 0.5;
  if (!rival || !close || best.match === 'overlap' || best.homonym) return best;
  return {
    ...best,
    confidence: Math.min(
      Math.max(best.confidence - 0.1, rival.confidence),
      best.confidence,
      certain - 0.05,
    ),
    reason: inFour(
      '{best}; maar {rival}: {reason}',
      '{best} ; mais {rival} : {reason}',
      '{best}; aber {rival}: {reason}',
      '{best}; but {rival}: {reason}',
      {
        best: best.reason,
        rival:
          rival.to === null
            ? inFour('geen code', 'aucun code', 'kein Code', 'no code')
            : joinWith([matchWords[rival.match], inEach(() => String(rival.to))], ' '),
        reason: rival.reason,
      },
    ),
  };
}

function alternativesOf(evidence: readonly Evidence[]): CodeProposal['alternatives'] {
  return evidence
    .flatMap(({ to, match, confidence, reason, stray }) =>
      to === null || stray ? [] : [{ to, match, confidence: rounded(confidence), reason }],
    )
    .slice(0, 5);
}

/** A proposal from evidence. */
export function proposalOf(
  label: string,
  evidence: readonly Evidence[],
  list: string,
): CodeProposal {
  const ordered = [...evidence].sort(byConfidence);
  const [best, ...others] = strongest(ordered);
  if (!best || best.confidence < floor || best.stray)
    return {
      label,
      to: null,
      match: 'none',
      confidence: 0.3,
      reason: inFour(
        'niets in {list} komt in de buurt',
        'rien dans {list} ne s’en approche',
        'nichts in {list} kommt in die Nähe',
        'nothing in {list} comes near',
        { list },
      ),
      alternatives: alternativesOf(best ? [best, ...others] : []),
    };
  const otherwise = ordered.filter(({ to, match }) => to === best.to && match !== best.match);
  const { to, match, confidence, reason } = contested(best, [...others, ...otherwise]);
  return {
    label,
    to,
    match,
    confidence: rounded(confidence),
    reason,
    alternatives: alternativesOf(others),
  };
}

/** What is known of a column besides its labels. */
export interface ProposalContext {
  /** ISO country of the publisher: of the police forces called "politie", its own comes first. */
  readonly country?: string | undefined;
}

interface Placed {
  readonly country?: string | null;
  readonly kind?: string;
}

function entryOf(index: NameIndex, code: string | null): (CodeEntry & Placed) | null {
  return code !== null && index.codes.has(code) ? index.codes.get(code) : null;
}

/** A kind of place in words, where the list of kinds has it. */
const kindWords = (kind: string): Text =>
  inEach((language) => (placeLevels.has(kind) ? placeLevels.label(kind, language) : kind));

/** The kind of place (country, port, region) that most labels which mean one thing only have; null without a majority. */
function usualKind(
  found: ReadonlyMap<string, readonly Evidence[]>,
  index: NameIndex,
): string | null {
  const counts = new Map<string, number>();
  let clear = 0;
  for (const evidence of found.values()) {
    const [best] = evidence;
    const kind = entryOf(index, best?.to ?? null)?.kind;
    if (!best || best.confidence < 0.9 || kind === undefined) continue;
    clear += 1;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most && clear >= 3 && most[1] / clear >= 0.8 ? most[0] : null;
}

/** Of several meanings of one word, the one of the publisher's country, or of the column's usual kind, comes first. */
function favour(
  found: ReadonlyMap<string, readonly Evidence[]>,
  index: NameIndex,
  { country }: ProposalContext,
): ReadonlyMap<string, readonly Evidence[]> {
  const kind = index.list === 'places' ? usualKind(found, index) : null;
  if (country === undefined && kind === null) return found;
  return new Map(
    [...found].map(([label, evidence]) => {
      const homonyms = evidence.filter(({ homonym }) => homonym);
      if (homonyms.length < 2) return [label, evidence];
      const fits = (code: string | null): Text | null => {
        const entry = entryOf(index, code);
        if (!entry) return null;
        if (kind !== null && entry.kind === kind)
          return inFour(
            'de andere labels zijn van de soort {kind}',
            'les autres libellés sont de la sorte {kind}',
            'die anderen Bezeichnungen sind von der Art {kind}',
            'the other labels are of the kind {kind}',
            { kind: kindWords(kind) },
          );
        const near = country !== undefined && (entry.country ?? entry.code) === country;
        return near
          ? inFour(
              'de uitgever zit in {country}',
              'l’éditeur est en {country}',
              'der Herausgeber sitzt in {country}',
              'the publisher is in {country}',
              { country: String(country) },
            )
          : null;
      };
      const fitting = homonyms.filter(({ to }) => fits(to) !== null);
      if (new Set(fitting.map(({ to }) => to)).size !== 1) return [label, evidence];
      return [
        label,
        evidence.map((item) => {
          const why = item.homonym ? fits(item.to) : null;
          return why
            ? { ...item, confidence: 0.75, reason: joinWith([item.reason, why], semicolon) }
            : item;
        }),
      ];
    }),
  );
}

/**
 * Where most labels of a column of places are in no list, those that are may be another kind of place of the same name:
 * among départements "Guadeloupe" is the département, not the region. They are then no longer certain. Codes are.
 */
function doubtStrays(
  found: ReadonlyMap<string, readonly Evidence[]>,
): ReadonlyMap<string, readonly Evidence[]> {
  const listed = [...found.values()].filter(([best]) => (best?.confidence ?? 0) >= certain).length;
  if (found.size < 8 || listed / found.size >= 0.5) return found;
  const words = inFour(
    'maar slechts {listed} van {all} labels van de kolom staan in de lijst',
    'mais seuls {listed} des {all} libellés de la colonne sont dans la liste',
    'aber nur {listed} von {all} Bezeichnungen der Spalte stehen in der Liste',
    'but only {listed} of {all} labels of the column are in the list',
    { listed, all: found.size },
  );
  return new Map(
    [...found].map(([label, evidence]) => [
      label,
      evidence.map((item) =>
        item.confidence >= certain && !item.isCode
          ? { ...item, confidence: 0.85, reason: joinWith([item.reason, words], semicolon) }
          : item,
      ),
    ]),
  );
}

/** What helps to read the labels of a column. */
export interface ProposeOptions {
  /** The source's language. */
  readonly language?: Language | undefined;
  /** Earlier crosswalks; those that lead to the list are used. */
  readonly crosswalks?: readonly KnownCrosswalk[];
  /** What else is known of the column. */
  readonly context?: ProposalContext;
}

/**
 * What unknown labels may mean in one of schema's code lists ("substances", or the field it fills, "substance"): one
 * proposal a label, in the order given, each with the relation (exact, narrower, broader, overlap, none), a confidence
 * from 0 to 1, a reason and up to five alternatives. Nothing is decided: a person confirms.
 *
 * Evidence, strongest first: the list's own labels, synonyms and codes; earlier crosswalks; the label without its class
 * number, footnote mark or brackets; listed terms among its words, with what *other*, *total*, *excluding* or a second
 * term make of them; Dutch and German compounds; endings and spelling; sound; abbreviations. Confidence is 0.9 or more
 * only for what is written so in the list, but for case, accents, blanks and hyphens, a footnote mark behind it, or a
 * second name of the same in brackets. Throws UsageError for an unknown list.
 *
 * @example
 * ```ts
 * import { proposeCodes } from '@samenbeeld/harmonise';
 * const [resin, other, both] = proposeCodes(['Haschisch', 'Other types of cannabis', 'coke/hero'], 'substances');
 * [resin.to, resin.match, resin.reason.en] // => ['CAN_RESIN', 'exact', 'label of CAN_RESIN in German']
 * [other.to, other.match] // => ['CAN', 'narrower']
 * [both.to, both.match, both.alternatives[0].to] // => ['COC', 'overlap', 'HER']
 * ```
 */
export function proposeCodes(
  labels: readonly string[],
  list: string,
  { language, crosswalks = [], context = {} }: ProposeOptions = {},
): readonly CodeProposal[] {
  const index = nameIndex(list, crosswalks);
  const found = new Map<string, ReturnType<typeof gatherEvidence>>();
  for (const label of labels)
    if (!found.has(label)) found.set(label, gatherEvidence(label, index, language));
  const sure = index.list === 'places' ? doubtStrays(found) : found;
  const favoured = favour(sure, index, context);
  return labels.map((label) => proposalOf(label, favoured.get(label) ?? [], index.list));
}
