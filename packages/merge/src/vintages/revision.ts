import {
  compareDecimal,
  formatNumber,
  inEach,
  inFour,
  inSigns,
  joinWith,
  type MissingReason,
  type Observation,
  obsStatuses,
  offences,
  subtractExact,
  type Text,
  terms,
  typeset,
} from '@samenbeeld/schema';
import { say, sayInFour } from '../words.ts';
import { alike, figureWords, isBound } from './figure-words.ts';

type Bare = Pick<Revision, 'kind' | 'earlier' | 'later' | 'difference' | 'percent'>;

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
  if (substance !== null) return say(inSigns('{s}'), { s: { substance } });
  const code = nationalCode ?? offence;
  if (code === null) return inEach(() => '');
  const known = offence !== null && offences.has(offence);
  return inEach((language) => (known && !nationalCode ? offences.label(offence, language) : code));
}

/** What a row is a figure of, in words: its place, the whole of its period, and what is counted where that is named. */
export function rowScope(row: Observation): Text {
  const { substance, offence, nationalCode } = row;
  const isNamed = (substance ?? offence ?? nationalCode) !== null;
  const form = isNamed ? '{place} {date} {matter}' : '{place} {date}';
  return sayInFour(form, form, form, form, { ...scopeWords(row), matter: matterOf(row) });
}

/** A difference with its sign; the minus is the typographic one. */
function signed(difference: number): Text {
  const sign = difference < 0 ? '−' : '+';
  return inEach((language) => `${sign}${formatNumber(Math.abs(difference), language)}`);
}

/** Per cent of the earlier value without sign, to two decimals; below that it says so. */
function share(percent: number): Text {
  const size = Math.abs(percent);
  return inEach((language) =>
    size > 0 && size < 0.005
      ? typeset(`< ${formatNumber(0.01, language)} %`, language)
      : typeset(`${formatNumber(Number(size.toFixed(2)), language)} %`, language),
  );
}

/** A status as people read it; of several letters each. */
const statusText = (status: string): Text =>
  inEach(
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

const scope: Text = inEach(() => '{place} {date}');

/** Place and period of a row, and what is counted where that could be several. */
function scopeOf(row: Observation, namesMatter: boolean): Text {
  const matter = namesMatter ? matterOf(row) : null;
  const base = say(scope, scopeWords(row));
  return inEach((language) =>
    matter?.[language] ? `${base[language]}, ${matter[language]}` : base[language],
  );
}

const stepped = inSigns('{scope}: {before} → {after}{step}');

const templates: Readonly<Record<Revision['kind'], Text>> = {
  revised: stepped,
  reworded: stepped,
  filled: {
    nl: '{scope}: eerst geen cijfer ({before}), nu {after}',
    fr: '{scope} : d’abord aucun chiffre ({before}), désormais {after}',
    de: '{scope}: zuerst keine Zahl ({before}), jetzt {after}',
    en: '{scope}: first no figure ({before}), now {after}',
  },
  emptied: {
    nl: '{scope}: eerst {before}, nu geen cijfer ({after})',
    fr: '{scope} : d’abord {before}, désormais aucun chiffre ({after})',
    de: '{scope}: zuerst {before}, jetzt keine Zahl ({after})',
    en: '{scope}: first {before}, now no figure ({after})',
  },
  reason: {
    nl: '{scope}: geen cijfer, eerst {before}, nu {after}',
    fr: '{scope} : aucun chiffre, d’abord {before}, désormais {after}',
    de: '{scope}: keine Zahl, zuerst {before}, jetzt {after}',
    en: '{scope}: no figure, first {before}, now {after}',
  },
  status: inSigns('{scope}: {after}, {change}'),
};

const reworded = inFour(
  'hetzelfde getal, anders verwoord',
  'même nombre, formulé autrement',
  'dieselbe Zahl, anders formuliert',
  'the same number, worded otherwise',
);

/** What of a figure changed beside its words: difference, per cent and that the first was provisional, as far as they are known. */
function changeOf(bare: Bare): Text {
  const { kind, earlier, later, difference, percent } = bare;
  if (kind === 'status')
    return inFour(
      'status eerst {was}, nu {is}',
      'statut d’abord {was}, désormais {is}',
      'Status zuerst {was}, jetzt {is}',
      'status first {was}, now {is}',
      { was: statusText(earlier.status), is: statusText(later.status) },
    );
  const parts = [
    kind === 'reworded' ? reworded : null,
    difference === null ? null : signed(difference),
    percent === null ? null : share(percent),
    kind === 'reworded' || kind === 'revised' ? announced(bare) : null,
  ];
  return joinWith(
    parts.filter((part) => part !== null),
    '; ',
  );
}

function revisionLine(bare: Omit<Revision, 'says'>): Text {
  const { kind, earlier, later, namesMatter, change } = bare;
  return say(templates[kind], {
    scope: scopeOf(later, namesMatter),
    before: figureWords(earlier),
    after: figureWords(later),
    change,
    step: inEach((language) => (change[language] === '' ? '' : ` (${change[language]})`)),
  });
}

/** A figure that two releases state differently. */
export interface Revision {
  /** `reworded` has the same number and another wording: "more than 300" is no 300. */
  readonly kind: 'revised' | 'reworded' | 'filled' | 'emptied' | 'reason' | 'status';
  readonly earlier: Observation;
  readonly later: Observation;
  /** Later minus earlier, in the unit; null where one has no value, is worded as a bound, or is worded unlike the other. */
  readonly difference: number | null;
  /** Difference in per cent of the earlier value; null where that is zero, or there is no difference. */
  readonly percent: number | null;
  /** Whether the figure is named by its code too: where the measure is of more than one. */
  readonly namesMatter: boolean;
  /** What of it changed, where the two figures do not say it: the step, another wording or status. */
  readonly change: Text;
  readonly says: Text;
}

function missingChanged(a: MissingReason | null, b: MissingReason | null): boolean {
  return a !== b && a !== null && b !== null;
}

function kindOf(earlier: Observation, later: Observation): Revision['kind'] | null {
  if (earlier.value === null && later.value === null)
    return missingChanged(earlier.missing, later.missing) ? 'reason' : null;
  if (earlier.value === null) return 'filled';
  if (later.value === null) return 'emptied';
  if (compareDecimal(earlier.value, later.value) !== 0) return 'revised';
  if (!alike(earlier.wording, later.wording)) return 'reworded';
  return earlier.status === later.status ? null : 'status';
}

/** What became of a figure; null where nothing changed. */
export function revisionOf(
  earlier: Observation,
  later: Observation,
  namesMatter: boolean,
): Revision | null {
  const kind = kindOf(earlier, later);
  if (kind === null) return null;
  const difference =
    earlier.value === null ||
    later.value === null ||
    isBound(earlier.wording) ||
    !alike(earlier.wording, later.wording)
      ? null
      : subtractExact(later.value, earlier.value);
  const percent =
    difference === null || !earlier.value ? null : (100 * difference) / Math.abs(earlier.value);
  const bare = { kind, earlier, later, difference, percent };
  const told = { ...bare, namesMatter, change: changeOf(bare) };
  return { ...told, says: revisionLine(told) };
}

/** By period, then by id. */
export const inOrder = (a: Observation, b: Observation): number =>
  a.periodStart < b.periodStart ? -1 : a.periodStart > b.periodStart ? 1 : a.id < b.id ? -1 : 1;

/** Largest difference between the numbers first, whatever their wording. */
export function byWeight(a: Revision, b: Revision): number {
  const size = ({ earlier, later }: Revision): number =>
    earlier.value === null || later.value === null ? 0 : Math.abs(later.value - earlier.value);
  return size(b) - size(a) || inOrder(a.earlier, b.earlier);
}

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
