import { inEach, type Text } from '@samenbeeld/schema';
import { say } from '../words.ts';
import type { Revision } from './revision.ts';
import { announced, scopeOf, share, signed } from './revision.ts';

const counted: Readonly<
  Record<
    'revised' | 'filled' | 'emptied' | 'vanished' | 'added' | 'otherUnit' | 'notFound' | 'unread',
    readonly [one: Text, many: Text]
  >
> = {
  revised: [
    {
      nl: '{n} cijfer herzien',
      fr: '{n} chiffre révisé',
      de: '{n} Zahl revidiert',
      en: '{n} row revised',
    },
    {
      nl: '{n} cijfers herzien',
      fr: '{n} chiffres révisés',
      de: '{n} Zahlen revidiert',
      en: '{n} rows revised',
    },
  ],
  filled: [
    {
      nl: '{n} alsnog ingevuld',
      fr: '{n} renseigné depuis',
      de: '{n} nachgetragen',
      en: '{n} filled in',
    },
    {
      nl: '{n} alsnog ingevuld',
      fr: '{n} renseignés depuis',
      de: '{n} nachgetragen',
      en: '{n} filled in',
    },
  ],
  emptied: [
    {
      nl: '{n} heeft geen cijfer meer',
      fr: '{n} n’a plus de chiffre',
      de: '{n} hat keine Zahl mehr',
      en: '{n} lost its figure',
    },
    {
      nl: '{n} hebben geen cijfer meer',
      fr: '{n} n’ont plus de chiffre',
      de: '{n} haben keine Zahl mehr',
      en: '{n} lost their figures',
    },
  ],
  otherUnit: [
    {
      nl: '{n} hetzelfde in een andere eenheid',
      fr: '{n} identique dans une autre unité',
      de: '{n} gleich in einer anderen Einheit',
      en: '{n} the same amount in another unit',
    },
    {
      nl: '{n} hetzelfde in een andere eenheid',
      fr: '{n} identiques dans une autre unité',
      de: '{n} gleich in einer anderen Einheit',
      en: '{n} the same amounts in another unit',
    },
  ],
  notFound: [
    {
      nl: '{n} staat in maar één van beide',
      fr: '{n} ne figure que dans l’un des deux',
      de: '{n} steht nur in einem der beiden',
      en: '{n} stands in one of the two only',
    },
    {
      nl: '{n} staan in maar één van beide',
      fr: '{n} ne figurent que dans l’un des deux',
      de: '{n} stehen nur in einem der beiden',
      en: '{n} stand in one of the two only',
    },
  ],
  unread: [
    {
      nl: '{n} cel is niet gelezen: of er iets verdween of bijkwam is niet te zeggen',
      fr: '{n} cellule n’a pas été lue : on ne peut dire si un chiffre a disparu ou est apparu',
      de: '{n} Zelle wurde nicht gelesen: ob etwas verschwand oder hinzukam, ist nicht zu sagen',
      en: '{n} item could not be read: whether anything vanished or came cannot be told',
    },
    {
      nl: '{n} cellen zijn niet gelezen: of er iets verdween of bijkwam is niet te zeggen',
      fr: '{n} cellules n’ont pas été lues : on ne peut dire si un chiffre a disparu ou est apparu',
      de: '{n} Zellen wurden nicht gelesen: ob etwas verschwand oder hinzukam, ist nicht zu sagen',
      en: '{n} items could not be read: whether anything vanished or came cannot be told',
    },
  ],
  vanished: [
    { nl: '{n} verdwenen', fr: '{n} disparu', de: '{n} verschwunden', en: '{n} vanished' },
    { nl: '{n} verdwenen', fr: '{n} disparus', de: '{n} verschwunden', en: '{n} vanished' },
  ],
  added: [
    { nl: '{n} nieuw', fr: '{n} nouveau', de: '{n} neu', en: '{n} new' },
    { nl: '{n} nieuw', fr: '{n} nouveaux', de: '{n} neu', en: '{n} new' },
  ],
};

const count = (what: keyof typeof counted, n: number, shown: Text | number = n): Text =>
  say(counted[what][n === 1 ? 0 : 1], { n: shown });

const atLeast: Text = {
  nl: 'minstens {n}',
  fr: 'au moins {n}',
  de: 'mindestens {n}',
  en: 'at least {n}',
};

const nothing: Text = {
  nl: 'geen enkel cijfer staat in beide',
  fr: 'aucun chiffre ne figure dans les deux',
  de: 'keine Zahl steht in beiden',
  en: 'no figure stands in both',
};

const same: Text = {
  nl: '{n} vergeleken, niets herzien',
  fr: '{n} comparés, rien n’est révisé',
  de: '{n} verglichen, nichts revidiert',
  en: '{n} compared, none revised',
};

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
  if (unread > 0)
    parts.push(count('unread', unread, rejected.atLeast ? say(atLeast, { n: unread }) : unread));
  return inEach((language) => parts.map((part) => part[language]).join(', '));
}
