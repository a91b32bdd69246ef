import type { Claim } from '@samenbeeld/merge';
import type { Figure, TableBlock } from '@samenbeeld/report';
import { type JointTotal, memberStates } from '@samenbeeld/schema';
import { evidenceOf } from './evidence.ts';
import { coloned, joined, labelled, placeText, plain, text, undecided, worded } from './text.ts';

/** Kilograms by port and year, each figure with where it comes from. */
export function memberTable(totals: readonly JointTotal[], claims: readonly Claim[]): TableBlock {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const members = totals[0]?.members.map((member) => member.place) ?? [];
  const figure = (total: JointTotal, place: string): Figure => {
    const member = total.members.find((entry) => entry.place === place);
    if (!member || member.state === 'not_reported' || member.lowest === null)
      return { shown: labelled(memberStates, 'not_reported'), mark: 'not_reported', value: null };
    const ids = [
      member.governing,
      ...member.rivals,
      ...member.finds,
      ...member.combined,
      ...member.absorbed,
    ];
    const evidence = [...new Set(ids)].flatMap((id) => {
      const claim = id === null ? undefined : byId.get(id);
      if (!claim) return [];
      const role =
        id === member.governing
          ? 'governing'
          : member.rivals.includes(claim.id)
            ? 'rival'
            : member.finds.includes(claim.id)
              ? 'find'
              : member.absorbed.includes(claim.id)
                ? 'absorbed'
                : 'part';
      return evidenceOf(claim, role);
    });
    const shown =
      member.likely === 'undecided'
        ? coloned(
            undecided,
            text('{a} tot {b}', '{a} à {b}', '{a} bis {b}', '{a} to {b}', {
              a: member.lowest,
              b: member.highest ?? '∞',
            }),
          )
        : member.likely === null
          ? text('≥ {v}', '≥ {v}', '≥ {v}', '≥ {v}', { v: member.lowest })
          : worded(member.likely, member.wording);
    return {
      shown,
      value: typeof member.likely === 'number' ? member.likely : null,
      mark: member.state,
      ...(evidence.length > 0
        ? {
            why: {
              key: member.subject,
              title: joined([placeText(place), plain(total.period)], ', '),
              says: total.causes
                .filter((cause) => cause.place === place)
                .map((cause) => cause.text),
              evidence,
            },
          }
        : {}),
    };
  };
  return {
    kind: 'table',
    caption: text(
      'Cocaïne in beslag genomen per haven, kg',
      'Cocaïne saisie par port, kg',
      'Sichergestelltes Kokain je Hafen, kg',
      'Cocaine seized by port, kg',
    ),
    columns: [
      { label: text('jaar', 'année', 'Jahr', 'year'), kind: 'label' },
      ...members.map((place) => ({ label: placeText(place), kind: 'number' as const })),
    ],
    rows: totals.map((total) => [
      { shown: plain(total.period) },
      ...members.map((place) => figure(total, place)),
    ]),
  };
}
