import type { CodeProposal } from '@samenbeeld/harmonise';
import type { MatchQuality } from '@samenbeeld/ingest';
import type { Column } from '@samenbeeld/page';
import type { Language, Text } from '@samenbeeld/schema';
import { words } from './words.ts';

const relations: Readonly<Record<MatchQuality, Text>> = {
  exact: { nl: 'gelijk aan', fr: 'égal à', de: 'gleich', en: 'exactly' },
  narrower: { nl: 'enger dan', fr: 'plus étroit que', de: 'enger als', en: 'narrower than' },
  broader: { nl: 'ruimer dan', fr: 'plus large que', de: 'weiter als', en: 'broader than' },
  overlap: { nl: 'overlapt met', fr: 'chevauche', de: 'überlappt mit', en: 'overlaps' },
  none: { nl: 'geen', fr: 'aucun', de: 'keine', en: 'none' },
};

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
  const others = alternatives.map((other) => `${relations[other.match][language]} ${other.to}`);
  return [
    to === null ? '' : relations[match][language],
    to ?? '?',
    to === null ? '' : confidence.toFixed(2),
    reason,
    others.join(', '),
  ];
}
