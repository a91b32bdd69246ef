import { inEach, inFour, inSigns, type Text, terms } from '@samenbeeld/schema';
import { say } from '../words.ts';
import type { Revision } from './revision.ts';
import { announced, scopeOf, share, signed } from './revision.ts';

const counted = {
  revised: inFour(
    '{n} {n:cijfer|cijfers} herzien',
    '{n} {n:chiffre révisé|chiffres révisés}',
    '{n} {n:Zahl|Zahlen} revidiert',
    '{n} {n:row|rows} revised',
  ),
  filled: inFour(
    '{n} alsnog ingevuld',
    '{n} {n:renseigné|renseignés} depuis',
    '{n} nachgetragen',
    '{n} filled in',
  ),
  emptied: inFour(
    '{n} {n:heeft|hebben} geen cijfer meer',
    '{n} {n:n’a|n’ont} plus de chiffre',
    '{n} {n:hat|haben} keine Zahl mehr',
    '{n} lost {n:its figure|their figures}',
  ),
  otherUnit: inFour(
    '{n} hetzelfde in een andere eenheid',
    '{n} {n:identique|identiques} dans une autre unité',
    '{n} gleich in einer anderen Einheit',
    '{n} the same {n:amount|amounts} in another unit',
  ),
  notFound: inFour(
    '{n} {n:staat|staan} in maar één van beide',
    '{n} {n:ne figure|ne figurent} que dans l’un des deux',
    '{n} {n:steht|stehen} nur in einem der beiden',
    '{n} {n:stands|stand} in one of the two only',
  ),
  unread: inFour(
    '{least}{n} {n:cel is|cellen zijn} niet gelezen: of er iets verdween of bijkwam is niet te zeggen',
    '{least}{n} {n:cellule n’a pas été lue|cellules n’ont pas été lues} : on ne peut dire si un chiffre a disparu ou est apparu',
    '{least}{n} {n:Zelle wurde|Zellen wurden} nicht gelesen: ob etwas verschwand oder hinzukam, ist nicht zu sagen',
    '{least}{n} {n:item|items} could not be read: whether anything vanished or came cannot be told',
  ),
  vanished: inFour('{n} verdwenen', '{n} {n:disparu|disparus}', '{n} verschwunden', '{n} vanished'),
  added: inFour('{n} nieuw', '{n} {n:nouveau|nouveaux}', '{n} neu', '{n} new'),
};

const count = (what: keyof typeof counted, n: number): Text => say(counted[what], { n });

const nothing = inFour(
  'geen enkel cijfer staat in beide',
  'aucun chiffre ne figure dans les deux',
  'keine Zahl steht in beiden',
  'no figure stands in both',
);

const same = inFour(
  '{n} vergeleken, niets herzien',
  '{n} comparés, rien n’est révisé',
  '{n} verglichen, nichts revidiert',
  '{n} compared, none revised',
);

/** The whole in one line: the largest revision, then how many were revised, filled, emptied, vanished and added. */
export function headlineOf(diff: {
  readonly compared: number;
  readonly revisions: readonly Revision[];
  readonly vanished: number;
  readonly added: number;
  readonly untold: { readonly vanished: number; readonly added: number };
  readonly otherUnit: number;
  readonly rejected: {
    readonly earlier: number;
    readonly later: number;
    readonly atLeast: boolean;
  };
}): Text {
  const changed = diff.revisions.filter(({ kind }) => kind !== 'status');
  const [largest] = changed.filter(({ difference }) => difference !== null && difference !== 0);
  const parts: Text[] = [];
  if (diff.compared === 0) parts.push(nothing);
  else if (changed.length === 0) parts.push(say(same, { n: diff.compared }));
  else {
    if (largest?.difference) {
      const { percent, difference, later, namesMatter } = largest;
      const inBrackets = [percent === null ? null : share(percent), announced(largest)].filter(
        (part) => part !== null,
      );
      const place = scopeOf(later, namesMatter);
      const step = signed(difference);
      parts.push(
        inEach((language) => {
          const more = inBrackets.map((part) => part[language]).join('; ');
          return `${place[language]} ${step[language]}${more ? ` (${more})` : ''}`;
        }),
      );
    }
    const of = (kind: Revision['kind']): number =>
      changed.filter((revision) => revision.kind === kind).length;
    const revised = of('revised') + of('reworded') + of('reason');
    if (revised > 0) parts.push(count('revised', revised));
    for (const kind of ['filled', 'emptied'] as const)
      if (of(kind) > 0) parts.push(count(kind, of(kind)));
  }
  const { untold, rejected } = diff;
  if (rejected.later === 0) parts.push(count('vanished', diff.vanished));
  if (diff.added > 0) parts.push(count('added', diff.added));
  if (diff.otherUnit > 0) parts.push(count('otherUnit', diff.otherUnit));
  const notFound = untold.vanished + untold.added;
  if (notFound > 0) parts.push(count('notFound', notFound));
  const unread = rejected.earlier + rejected.later;
  const least = rejected.atLeast ? inSigns('{least} ', { least: terms.atLeast }) : '';
  if (unread > 0) parts.push(say(counted.unread, { n: unread, least }));
  return inEach((language) => parts.map((part) => part[language]).join(', '));
}
