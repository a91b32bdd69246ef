import { type CodeProposal, matchWords } from '@samenbeeld/harmonise';
import type { Column } from '@samenbeeld/page';
import type { Language, Text } from '@samenbeeld/schema';
import { words } from './words.ts';

/** The columns of a proposal. */
export const proposalColumns: readonly (readonly [Column['kind'], Text])[] = [
  ['words', words.relation],
  ['words', words.proposed],
  ['number', words.sure],
  ['words', words.reason],
  ['words', words.alternatives],
];

/** A proposal as cells: how the label relates to which code, how surely and why, and what else it may be. */
export function proposalCells(
  proposal: CodeProposal | null,
  language: Language,
): readonly string[] {
  if (proposal === null) return ['', '?', '', '', ''];
  const { to, match, confidence, reason, alternatives } = proposal;
  const others = alternatives.map((other) => `${matchWords[other.match][language]} ${other.to}`);
  return [
    to === null ? '' : matchWords[match][language],
    to ?? '?',
    to === null ? '' : confidence.toFixed(2),
    reason[language],
    others.join(', '),
  ];
}
