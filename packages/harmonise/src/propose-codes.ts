import type { Language } from '@samenbeeld/schema';
import type { CodeProposal } from './code-proposal.ts';
import { favour, type ProposalContext } from './favour.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { type KnownCrosswalk, nameIndex } from './name-index.ts';
import { doubtStrays } from './other-kind.ts';
import { proposalOf } from './weigh-evidence.ts';

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
 * only for what is written so in the list, but for case, accents, blanks and hyphens. Throws UsageError for an unknown list.
 *
 * @example
 * ```ts
 * import { proposeCodes } from '@samenbeeld/harmonise';
 * const [resin, other, both] = proposeCodes(['Haschisch', 'Other types of cannabis', 'coke/hero'], 'substances');
 * [resin.to, resin.match, resin.reason] // => ['CAN_RESIN', 'exact', 'label of CAN_RESIN in German']
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
