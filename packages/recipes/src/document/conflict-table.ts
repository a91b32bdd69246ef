import type { Claim } from '@samenbeeld/merge';
import type { Figure, TableBlock } from '@samenbeeld/report';
import {
  bases,
  type Conflict,
  conflictTypes,
  places,
  substances,
  type Text,
} from '@samenbeeld/schema';
import { joined, labelled, none, plain, text, worded } from './text.ts';

const states: Readonly<Record<Conflict['state'], Text>> = {
  explained: text('verklaard', 'expliqué', 'erklärt', 'explained'),
  undecided: text('te beslissen', 'à trancher', 'zu entscheiden', 'to decide'),
  decided: text('beslist', 'tranché', 'entschieden', 'decided'),
};

function valuesOf(conflict: Conflict, claims: ReadonlyMap<string, Claim>): Text {
  const two = conflict.claims.slice(0, 2).flatMap((id) => {
    const claim = claims.get(id);
    return claim ? [joined([worded(claim.value, claim.wording), plain(claim.unit)], ' ')] : [];
  });
  return joined(two, ' ↔ ');
}

function row(conflict: Conflict, claims: ReadonlyMap<string, Claim>): readonly Figure[] {
  const scope = joined(
    [
      joined(
        conflict.place.split('+').map((code) => labelled(places, code)),
        ' + ',
      ),
      labelled(substances, conflict.substance ?? ''),
      labelled(bases, conflict.basis),
      plain(conflict.periodStart.slice(0, 4)),
    ],
    ', ',
  );
  return [
    { shown: scope },
    { shown: valuesOf(conflict, claims) },
    { shown: labelled(conflictTypes, conflict.type) },
    { shown: conflict.explanation },
    { shown: conflict.proposal?.reason ?? none },
    { shown: states[conflict.state] },
  ];
}

/** Published figures that differ, why, what is proposed, and whether someone decided. */
export function conflictTable(
  conflicts: readonly Conflict[],
  claims: readonly Claim[],
): TableBlock {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return {
    kind: 'table',
    caption: text(
      'Gepubliceerde cijfers die verschillen, en waarom',
      'Chiffres publiés qui diffèrent, et pourquoi',
      'Veröffentlichte Zahlen, die sich unterscheiden, und warum',
      'Published figures that differ, and why',
    ),
    columns: [
      { label: text('waarover', 'sujet', 'worüber', 'about'), kind: 'label' },
      { label: text('cijfers', 'chiffres', 'Zahlen', 'figures'), kind: 'words' },
      { label: text('soort', 'type', 'Art', 'kind'), kind: 'words' },
      { label: text('verklaring', 'explication', 'Erklärung', 'explanation'), kind: 'words' },
      { label: text('voorstel', 'proposition', 'Vorschlag', 'proposal'), kind: 'words' },
      { label: text('stand', 'état', 'Stand', 'state'), kind: 'words' },
    ],
    rows: conflicts.map((conflict) => row(conflict, byId)),
  };
}
