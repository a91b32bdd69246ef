import type { Claim } from '@samenbeeld/merge';
import type { NotAddedBlock } from '@samenbeeld/report';
import { bases, type NotAdded } from '@samenbeeld/schema';
import { evidenceOf } from './evidence.ts';
import { joined, labelled, numeral, placeText, plain, text, worded } from './text.ts';

/** A figure over several years stands beside each of them, and is shown once. */
function once(entries: readonly NotAdded[]): readonly NotAdded[] {
  const seen = new Map<string, NotAdded[]>();
  for (const entry of entries) seen.set(entry.claim, [...(seen.get(entry.claim) ?? []), entry]);
  return [...seen.values()].flatMap((same) => {
    const [first, last] = [same[0], same.at(-1)] as [NotAdded, NotAdded];
    return first.kind === 'window'
      ? [{ ...first, period: `${first.period}–${last.period}` }]
      : same;
  });
}

/** The figures that stand beside the totals and are never added, each with where it comes from. */
export function notAddedBlock(
  entries: readonly NotAdded[],
  claims: readonly Claim[],
): NotAddedBlock {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return {
    kind: 'not-added',
    caption: text('Niet opgeteld', 'Non additionné', 'Nicht addiert', 'Not added'),
    rows: once(entries).map((entry) => {
      const claim = byId.get(entry.claim);
      const place = placeText(entry.place);
      return {
        period: plain(entry.period),
        place,
        basis: labelled(bases, entry.basis),
        figure: {
          shown: joined(
            [
              entry.value === null ? numeral(0) : worded(entry.value, entry.wording),
              plain(entry.unit),
            ],
            ' ',
          ),
          value: entry.value,
          why: {
            key: `not added ${entry.period} ${entry.claim}`,
            title: joined([place, labelled(bases, entry.basis), plain(entry.period)], ', '),
            says: [entry.reason],
            evidence: claim ? evidenceOf(claim, 'not_added') : [],
          },
        },
        reason: entry.reason,
      };
    }),
  };
}
