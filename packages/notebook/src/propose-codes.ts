import { allCrosswalks } from '@samenbeeld/answers';
import {
  type CodeProposal,
  type ProposeOptions,
  proposeCodes as propose,
} from '@samenbeeld/harmonise';
import { table } from '@samenbeeld/page';
import type { Language } from '@samenbeeld/schema';
import { output } from './cell.ts';
import { plainly } from './kernel.ts';
import { officeOnly } from './office-only.ts';
import { proposalCells, proposalColumns } from './proposal-rows.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

/** What labels may mean, one proposal a label. */
export interface Proposals extends View {
  readonly kind: 'proposals';
  readonly list: string;
  readonly proposals: readonly CodeProposal[];
}

/** Options of `proposeCodes`: the language of the labels, and that of the output. */
export interface ProposeCodesOptions {
  readonly labelsIn?: Language;
  readonly context?: ProposeOptions['context'];
  readonly language?: Language;
}

/**
 * What labels may mean in a code list ("substances", "places", "units", …): which code, how the label relates to it, how
 * surely and why, and what else it may be. The crosswalks of the catalogue count as evidence. Nothing is decided. Throws a
 * UsageError for a list that does not exist.
 *
 * @example
 * ```ts
 * import { proposeCodes } from '@samenbeeld/notebook';
 * const { proposals } = proposeCodes(['Haschisch', 'coke/hero'], 'substances');
 * proposals.map(({ to, match }) => `${match} ${to}`) // => ['exact CAN_RESIN', 'overlap COC']
 * ```
 */
export function proposeCodes(
  labels: readonly string[],
  list: string,
  { labelsIn, context = {}, language = 'en' }: ProposeCodesOptions = {},
): Proposals {
  try {
    const crosswalks = allCrosswalks();
    const proposals = propose(labels, list, { language: labelsIn, crosswalks, context });
    return view<Proposals>({ kind: 'proposals', list, proposals }, () => [
      output(officeOnly(language), [
        table(
          `${proposals.length} ${words.labels[language]} · ${list}`,
          [['label', words.label], ...proposalColumns],
          proposals.map((one) => [one.label, ...proposalCells(one, language)]),
        ),
      ]),
    ]);
  } catch (error) {
    throw plainly(error, language);
  }
}
