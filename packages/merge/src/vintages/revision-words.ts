import {
  formatNumber,
  type Language,
  languages,
  type Observation,
  obsStatuses,
  offences,
  type Text,
} from '@samenbeeld/schema';
import { say } from '../words.ts';
import { figureWords } from './figure-words.ts';
import type { Revision } from './revision.ts';

type Bare = Pick<Revision, 'kind' | 'earlier' | 'later' | 'difference' | 'percent'>;

const each = (print: (language: Language) => string): Text =>
  Object.fromEntries(languages.map((language) => [language, print(language)])) as Text;

const scopeWords = (row: Observation) => ({
  place: { place: row.place },
  date: { date: periodText(row) },
});

/** The period as ISO writes it, the shortest way. */
function periodText({ periodStart, periodEnd, freq }: Observation): string {
  if (freq === 'A') return periodStart.slice(0, 4);
  if (freq === 'M') return periodStart.slice(0, 7);
  return freq === 'D' ? periodStart : `${periodStart}/${periodEnd}`;
}

/** What is counted, where the figures of one place and period could be several. */
function matterOf({ substance, offence, nationalCode }: Observation): Text {
  if (substance !== null)
    return say({ nl: '{s}', fr: '{s}', de: '{s}', en: '{s}' }, { s: { substance } });
  const code = nationalCode ?? offence;
  if (code === null) return each(() => '');
  const known = offence !== null && offences.has(offence);
  return each((language) => (known && !nationalCode ? offences.label(offence, language) : code));
}

/** A difference with its sign; the minus is the typographic one. */
export function signed(difference: number): Text {
  const sign = difference < 0 ? '−' : '+';
  return each((language) => `${sign}${formatNumber(Math.abs(difference), language)}`);
}

/** Per cent of the earlier value without sign, to two decimals; below that it says so. */
export function share(percent: number): Text {
  const size = Math.abs(percent);
  return each((language) =>
    size > 0 && size < 0.005
      ? `< ${formatNumber(0.01, language)} %`
      : `${formatNumber(Number(size.toFixed(2)), language)} %`,
  );
}

/** A status as people read it; of several letters each. */
const statusText = (status: string): Text =>
  each(
    (language) =>
      [...status]
        .map((letter) => (obsStatuses.has(letter) ? obsStatuses.label(letter, language) : letter))
        .join(', ') || obsStatuses.label('A', language),
  );

const provisional: Text = {
  nl: 'eerst voorlopig',
  fr: 'd’abord provisoire',
  de: 'zuerst vorläufig',
  en: 'first provisional',
};

/** Says that the earlier figure was declared provisional, and the later one is not: such a revision was announced. */
const announced = ({ earlier, later }: Bare): Text | null =>
  earlier.status.includes('P') && !later.status.includes('P') ? provisional : null;

const scope: Text = each(() => '{place} {date}');

function scopeOf(row: Observation, namesMatter: boolean): Text {
  const matter = namesMatter ? matterOf(row) : null;
  const base = say(scope, scopeWords(row));
  return each((language) =>
    matter?.[language] ? `${base[language]}, ${matter[language]}` : base[language],
  );
}

const templates: Readonly<Record<Revision['kind'], Text>> = {
  revised: each(() => '{scope}: {before} → {after}{step}'),
  reworded: {
    nl: '{scope}: {before} → {after} (hetzelfde getal, anders verwoord{first})',
    fr: '{scope} : {before} → {after} (même nombre, formulé autrement{first})',
    de: '{scope}: {before} → {after} (dieselbe Zahl, anders formuliert{first})',
    en: '{scope}: {before} → {after} (the same number, worded otherwise{first})',
  },
  filled: {
    nl: '{scope}: eerst geen cijfer ({why}), nu {after}',
    fr: '{scope} : d’abord aucun chiffre ({why}), désormais {after}',
    de: '{scope}: zuerst keine Zahl ({why}), jetzt {after}',
    en: '{scope}: first no figure ({why}), now {after}',
  },
  emptied: {
    nl: '{scope}: eerst {before}, nu geen cijfer ({whyNow})',
    fr: '{scope} : d’abord {before}, désormais aucun chiffre ({whyNow})',
    de: '{scope}: zuerst {before}, jetzt keine Zahl ({whyNow})',
    en: '{scope}: first {before}, now no figure ({whyNow})',
  },
  reason: {
    nl: '{scope}: geen cijfer, eerst {why}, nu {whyNow}',
    fr: '{scope} : aucun chiffre, d’abord {why}, désormais {whyNow}',
    de: '{scope}: keine Zahl, zuerst {why}, jetzt {whyNow}',
    en: '{scope}: no figure, first {why}, now {whyNow}',
  },
  status: {
    nl: '{scope}: {after}, status eerst {was}, nu {is}',
    fr: '{scope} : {after}, statut d’abord {was}, désormais {is}',
    de: '{scope}: {after}, Status zuerst {was}, jetzt {is}',
    en: '{scope}: {after}, status first {was}, now {is}',
  },
};

/** Difference, per cent and that the first was provisional, as far as they are known, between brackets. */
function stepOf(bare: Bare): Text {
  const { difference, percent } = bare;
  const parts = [
    difference === null ? null : signed(difference),
    percent === null ? null : share(percent),
    announced(bare),
  ].filter((part) => part !== null);
  return each((language) => {
    const said = parts.map((part) => part[language]).join('; ');
    return said === '' ? '' : ` (${said})`;
  });
}

/** One revision in words. */
export function revisionLine(bare: Bare, namesMatter: boolean): Text {
  const { kind, earlier, later } = bare;
  const first = announced(bare);
  return say(templates[kind], {
    scope: scopeOf(later, namesMatter),
    before: figureWords(earlier),
    after: figureWords(later),
    step: stepOf(bare),
    first: each((language) => (first ? `; ${first[language]}` : '')),
    why: figureWords({ ...earlier, value: null }),
    whyNow: figureWords({ ...later, value: null }),
    was: statusText(earlier.status),
    is: statusText(later.status),
  });
}

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
        each((language) => {
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
  return each((language) => parts.map((part) => part[language]).join(', '));
}
