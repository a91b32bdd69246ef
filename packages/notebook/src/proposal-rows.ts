import type { CodeProposal } from '@samenbeeld/harmonise';
import type { MatchQuality } from '@samenbeeld/ingest';
import type { Language, Text } from '@samenbeeld/schema';
import type { Heading } from './html.ts';
import { type WordName, words } from './words.ts';

const relations: Readonly<Record<MatchQuality, Text>> = {
  exact: { nl: 'gelijk aan', fr: 'égal à', de: 'gleich', en: 'exactly' },
  narrower: { nl: 'enger dan', fr: 'plus étroit que', de: 'enger als', en: 'narrower than' },
  broader: { nl: 'ruimer dan', fr: 'plus large que', de: 'weiter als', en: 'broader than' },
  overlap: { nl: 'overlapt met', fr: 'chevauche', de: 'überlappt mit', en: 'overlaps' },
  none: { nl: 'geen', fr: 'aucun', de: 'keine', en: 'none' },
};

/** The headings above the cells of a proposal. */
export function proposalHeadings(language: Language): readonly Heading[] {
  const say = (name: WordName): Heading => ({ label: words[name][language] });
  return [
    { ...say('relation'), tight: true },
    { ...say('proposed'), tight: true },
    { ...say('sure'), number: true },
    say('reason'),
    say('alternatives'),
  ];
}

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
