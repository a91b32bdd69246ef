import {
  type Counted,
  codeShown,
  drugOf,
  isOfDrug,
  type Records,
  type Settled,
  say,
  sayAsIs,
  settle,
  type TotalQuestion,
} from '@samenbeeld/merge';
import {
  bases,
  expandPlace,
  inEach,
  type Language,
  languages,
  metrics,
  type Observation,
  offences,
  placeContains,
  placeLabel,
  RefusalError,
  substances,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import { isWithin, ofNoKind, scopeLine, type Written } from './questions.ts';
import { dated, fromTo, phrased, text } from './text.ts';

/** Why a question is not answered, by what stands in the way. */
const refusals: Readonly<Record<string, Text>> = {
  place: {
    nl: 'Niet beantwoord: een plaats ligt binnen een andere en zou dubbel tellen, of de vangsten zijn van enkele plaatsen erin. Vraag naar plaatsen die los van elkaar staan, of naar die plaatsen zelf.',
    fr: 'Sans réponse : un lieu se trouve dans un autre et compterait deux fois, ou les saisies ne portent que sur quelques lieux qui s’y trouvent. Demandez des lieux distincts, ou ces lieux mêmes.',
    de: 'Nicht beantwortet: Ein Ort liegt in einem anderen und würde doppelt zählen, oder die Funde sind nur von einigen Orten darin. Fragen Sie nach getrennten Orten oder nach diesen Orten selbst.',
    en: 'Not answered: one place lies in another and would count twice, or the finds are of some places in it only. Ask for places apart from one another, or for those places themselves.',
  },
  definition: {
    nl: 'Niet beantwoord: elk land telt dit volgens een eigen regel. Vraag naar elk land apart.',
    fr: 'Sans réponse : chaque pays compte cela selon sa propre règle. Demandez chaque pays à part.',
    de: 'Nicht beantwortet: Jedes Land zählt dies nach einer eigenen Regel. Fragen Sie nach jedem Land für sich.',
    en: 'Not answered: each country counts this by a rule of its own. Ask for each country apart.',
  },
  agency: {
    nl: 'Niet beantwoord: vangsten tellen eenmaal, welke dienst ze ook meldt. Vraag zonder {agency}.',
    fr: 'Sans réponse : une saisie compte une fois, quel que soit le service qui la déclare. Demandez sans {agency}.',
    de: 'Nicht beantwortet: Ein Fund zählt einmal, gleich welche Behörde ihn meldet. Fragen Sie ohne {agency}.',
    en: 'Not answered: a find counts once, whichever service reports it. Ask without {agency}.',
  },
  unit: {
    nl: 'Niet beantwoord: vangsten worden in kilogram opgeteld. Vraag met {unit} kg.',
    fr: 'Sans réponse : les saisies s’additionnent en kilogrammes. Demandez avec {unit} kg.',
    de: 'Nicht beantwortet: Funde werden in Kilogramm addiert. Fragen Sie mit {unit} kg.',
    en: 'Not answered: finds are added in kilograms. Ask with {unit} kg.',
  },
  period: {
    nl: 'Niet beantwoord: {from} en {to} moeten op hele perioden van {by} vallen, {from} voor {to}, en {by} to-date heeft een {to} nodig; hooguit 1200 perioden tegelijk.',
    fr: 'Sans réponse : {from} et {to} doivent délimiter des périodes entières de {by}, {from} avant {to}, et {by} to-date demande un {to} ; au plus 1200 périodes à la fois.',
    de: 'Nicht beantwortet: {from} und {to} müssen ganze Zeiträume von {by} begrenzen, {from} vor {to}, und {by} to-date braucht ein {to}; höchstens 1200 Zeiträume auf einmal.',
    en: 'Not answered: {from} and {to} must bound whole periods of {by}, {from} before {to}, and {by} to-date needs a {to}; at most 1200 periods at once.',
  },
};

const backward: Text = {
  nl: 'Niet beantwoord: {from} ligt na {to}. Draai ze om.',
  fr: 'Sans réponse : {from} est postérieur à {to}. Inversez-les.',
  de: 'Nicht beantwortet: {from} liegt nach {to}. Vertauschen Sie sie.',
  en: 'Not answered: {from} is after {to}. Swap them.',
};

/** Whether a question ends before it begins. */
function isBackward({ from, to }: TotalQuestion): boolean {
  return from !== undefined && to !== undefined && from > to;
}

const heldInside: Text = {
  nl: 'Dit beeld heeft: {places}.',
  fr: 'Ce tableau contient : {places}.',
  de: 'Dieses Lagebild enthält: {places}.',
  en: 'This picture holds: {places}.',
};

/** The places of which the records are that a question's place holds, or that hold it. */
function placesInside(
  { observations, seizures = [] }: Records,
  { place }: TotalQuestion,
): readonly string[] {
  const told = [...observations, ...seizures].filter((record) => isWithin(record, place));
  return [...new Set(told.map((record) => record.place))].sort();
}

/** The answer to a question; a RefusalError or UsageError says in four languages what stands in its way. */
export function answered(records: Records, question: TotalQuestion, written: Written): Settled {
  try {
    return settle(records, question);
  } catch (error) {
    const known = error instanceof RefusalError ? refusals[error.dimension] : undefined;
    if (!known) throw error;
    const says = known === refusals['period'] && isBackward(question) ? backward : known;
    const names = { agency: written('agency'), unit: written('unit'), by: written('by') };
    const ends = { from: written('from'), to: written('to') };
    const why = sayAsIs(says, { ...names, ...ends });
    const { dimension } = error as RefusalError;
    const inside = dimension === 'place' ? placesInside(records, question) : [];
    const told = inEach((language) => {
      const labels = inside.map((place) => placeLabel(place, language)).join(', ');
      const held = labels === '' ? '' : ` ${sayAsIs(heldInside, { places: labels })[language]}`;
      return `${scopeLine(question, language)}. ${why[language]}${held}`;
    });
    throw dimension === 'period' || dimension === 'unit'
      ? wrongUse(told.nl, told.fr, told.de, told.en)
      : new RefusalError(told, { dimension, remedy: '' });
  }
}

/** Whether a drug is the one asked; none asked is none counted. */
const isOfAsked = (substance: string | null, asked: string | null): boolean =>
  asked === null ? substance === null : isOfDrug(substance, asked);

const nothing: Text = { nl: 'niets', fr: 'rien', de: 'nichts', en: 'nothing' };

/** What a picture counts of a place, each kind once, the nearest to what is asked first. */
function heldOf({ place, metric, substance }: TotalQuestion, rows: readonly Counted[]): Text {
  const distance = (row: Counted): number =>
    (row.metric === metric ? 0 : 2) + (row.substance === substance ? 0 : 1);
  return inEach((language) => {
    const kinds = rows
      .filter((row) => isWithin(row, place))
      .map((row) => {
        const told = [
          ...(row.substance === null ? [] : [codeShown(row.substance, substances, language)]),
          ...(row.offence === null ? [] : [codeShown(row.offence, offences, language)]),
          codeShown(row.metric, metrics, language),
          ...(row.basis === 'not_applicable' ? [] : [codeShown(row.basis, bases, language)]),
        ].join(' · ');
        return [told, distance(row)] as const;
      })
      .sort(([one, near], [other, far]) => near - far || (one < other ? -1 : 1));
    const each = [...new Set(kinds.map(([told]) => told))];
    const some = each.slice(0, 8).join('; ');
    return each.length === 0 ? nothing[language] : each.length > 8 ? `${some}; …` : some;
  });
}

/** What is asked as a picture holds it of other places: of the drug where it has that, else of any. */
function heldElsewhere(
  { place, metric, substance, offence }: TotalQuestion,
  rows: readonly Counted[],
): { readonly what: Text; readonly places: readonly string[] } {
  const counted = rows.filter(
    (row) =>
      row.metric === metric &&
      (offence === undefined || row.offence === offence) &&
      !isWithin(row, place),
  );
  const ofDrug =
    substance === null ? [] : counted.filter((row) => isOfAsked(row.substance, substance));
  const found = ofDrug.length > 0 ? ofDrug : counted;
  return {
    what: inEach((language) =>
      [
        ...(ofDrug.length > 0 ? [codeShown(substance, substances, language)] : []),
        ...(offence ? [codeShown(offence, offences, language)] : []),
        codeShown(metric, metrics, language),
      ].join(' · '),
    ),
    places: [...new Set(found.map((row) => row.place))],
  };
}

const nothingAdded: Text = {
  nl: 'Dit beeld heeft er geen cijfer van dat opgeteld wordt.',
  fr: 'Ce tableau n’en contient aucun chiffre qui s’additionne.',
  de: 'Dieses Lagebild enthält davon keine Zahl, die addiert wird.',
  en: 'This picture holds no figure of it that is added.',
};

const heldInstead: Text = {
  nl: 'Wat er wel staat ({place}): {held}.',
  fr: 'Ce qu’il contient ({place}) : {held}.',
  de: 'Was es enthält ({place}): {held}.',
  en: 'What it holds ({place}): {held}.',
};

const otherPeriods: Text = {
  nl: 'Er staan wel cijfers van wat gevraagd is, maar niet over deze perioden.',
  fr: 'Il contient des chiffres de ce qui est demandé, mais pas pour ces périodes.',
  de: 'Es enthält Zahlen zu dem Gefragten, aber nicht zu diesen Zeiträumen.',
  en: 'It holds figures of what is asked, but not of these periods.',
};

const inPieces: Text = {
  nl: 'Er staat wel iets van wat gevraagd is, maar niet over deze perioden, of als losse vangsten: die worden alleen in kilogram opgeteld, en staan elk in de tabel seizure.',
  fr: 'Il contient de ce qui est demandé, mais pas pour ces périodes, ou en saisies isolées : celles-ci ne s’additionnent qu’en kilogrammes, et figurent chacune dans la table seizure.',
  de: 'Es enthält etwas von dem Gefragten, aber nicht zu diesen Zeiträumen, oder als einzelne Funde: Diese werden nur in Kilogramm addiert und stehen je für sich in der Tabelle seizure.',
  en: 'It holds something of what is asked, but not of these periods, or as single finds: these are added in kilograms only, and stand each in the table seizure.',
};

const elsewhere: Text = {
  nl: 'Van "{what}" zijn er wel cijfers voor: {places}.',
  fr: 'Pour « {what} », il contient des chiffres pour : {places}.',
  de: 'Zu „{what}“ enthält es Zahlen für: {places}.',
  en: 'Of "{what}" it has figures for: {places}.',
};

const fills: Text = {
  nl: 'Een bron of een eigen cijfer met deze reikwijdte vult het aan.',
  fr: 'Une source, ou un chiffre de votre côté, de cette portée permettrait d’y répondre.',
  de: 'Eine Quelle oder eine eigene Zahl mit diesem Umfang würde es ergänzen.',
  en: 'A source, or a figure of your own, with this scope would answer it.',
};

/** From when to when a picture has what is asked, and that what is asked lies after its day. */
export function heldWhen(
  { place, metric, basis, substance, from }: TotalQuestion,
  { observations, seizures = [] }: Records,
  asOf: string,
): readonly Text[] {
  const isOf = (row: { readonly place: string; readonly basis: string }, drug: string | null) =>
    isWithin(row, place) && row.basis === basis && isOfAsked(drug, substance);
  const days = [
    ...observations
      .filter((row) => row.value !== null && row.metric === metric && isOf(row, drugOf(row)))
      .flatMap(({ periodStart, periodEnd }) => [periodStart, periodEnd]),
    ...seizures
      .filter((row) => metric === 'quantity' && isOf(row, row.substance))
      .map(({ date }) => date),
  ].sort();
  const [first, last] = [days[0]?.slice(0, 4), days.at(-1)?.slice(0, 4)];
  const span =
    first === last ? first && phrased('on', [first]) : first && fromTo(first, last ?? '');
  return [
    ...(span
      ? [
          text(
            'Er zijn cijfers {span}.',
            'Il y en a {span}.',
            'Zahlen gibt es {span}.',
            'There are figures {span}.',
            { span },
          ),
        ]
      : []),
    ...(from !== undefined && from > asOf
      ? [
          text(
            'Gevraagd is vanaf {from}; de peildatum van dit beeld is {day}.',
            'La demande commence le {from} ; la date de référence de ce tableau est le {day}.',
            'Gefragt ist ab dem {from}; der Stichtag dieses Lagebilds ist der {day}.',
            'Asked is from {from} on; the date of this picture is {day}.',
            { from: dated(from), day: dated(asOf) },
          ),
        ]
      : []),
  ];
}

const neverAdded: Text = {
  nl: 'Prijzen, zuiverheid, sterkte en gehalten van rioolwater worden niet opgeteld. Wat een beeld ervan bevat, staat cijfer voor cijfer in de tabel observation.',
  fr: 'Les prix, la pureté, la teneur et les charges des eaux usées ne s’additionnent pas. Ce qu’un tableau en contient figure chiffre par chiffre dans la table observation.',
  de: 'Preise, Reinheit, Wirkstoffgehalt und Abwasserlasten werden nicht addiert. Was ein Lagebild davon enthält, steht Zahl für Zahl in der Tabelle observation.',
  en: 'Prices, purity, potency and loads in wastewater are not added. What a picture holds of them stands figure by figure in its table observation.',
};

/** What is measured of a sample or paid, and never added. */
export const means: ReadonlySet<string> = new Set([
  'price',
  'purity',
  'potency',
  'wastewater_load',
]);

/** The name of each of some places, with its code where another has the same in any language: a port and its district. */
function namesApart(codes: readonly string[]): (code: string, language: Language) => string {
  const isAlike = (code: string): boolean =>
    codes.some(
      (other) =>
        other !== code && languages.some((one) => placeLabel(other, one) === placeLabel(code, one)),
    );
  return (code, language) => {
    const name = placeLabel(code, language);
    return isAlike(code) && name !== code ? `${name}, ${code}` : name;
  };
}

/**
 * What is said where a picture holds no figure of a question: what it holds of the place instead, the nearest first, and of
 * which places it holds what is asked.
 */
export function nothingHeld(question: TotalQuestion, rows: readonly Counted[]): Text {
  const { place, metric } = question;
  if (means.has(metric)) return neverAdded;
  const isHeld = rows.some(
    (row) =>
      isWithin(row, place) &&
      row.metric === metric &&
      row.basis === question.basis &&
      row.unit === question.unit &&
      (question.offence === undefined || row.offence === question.offence) &&
      isOfAsked(row.substance, question.substance),
  );
  if (isHeld) {
    const held = metric !== 'quantity' || question.unit === 'kg' ? otherPeriods : inPieces;
    return inEach((language) => `${nothingAdded[language]} ${held[language]}`);
  }
  const { what, places } = heldElsewhere(question, rows);
  const nameOf = namesApart([place, ...places]);
  const named = (language: Language): string => {
    const some = places
      .map((code) => nameOf(code, language))
      .sort()
      .slice(0, 6);
    return places.length > some.length ? `${some.join('; ')}; …` : some.join('; ');
  };
  const told = [
    nothingAdded,
    say(heldInstead, {
      place: inEach((language) => nameOf(place, language)),
      held: heldOf(question, rows),
    }),
    ...(places.length === 0 ? [] : [say(elsewhere, { what, places: inEach(named) })]),
    fills,
  ];
  return inEach((language) => told.map((text) => text[language]).join(' '));
}

const partsOf: Readonly<Record<'metric' | 'substance' | 'basis' | 'place' | 'value', Text>> = {
  metric: {
    nl: '{n} {n:meet|meten} iets anders ({codes})',
    fr: '{n} {n:mesure|mesure|mesurent} autre chose ({codes})',
    de: '{n} {n:misst|messen} etwas anderes ({codes})',
    en: '{n} {n:measures|measure} something else ({codes})',
  },
  substance: {
    nl: '{n} {n:gaat|gaan} over een ander middel ({codes})',
    fr: '{n} {n:porte|porte|portent} sur une autre substance ({codes})',
    de: '{n} {n:betrifft|betreffen} eine andere Substanz ({codes})',
    en: '{n} {n:is|are} of another substance ({codes})',
  },
  basis: {
    nl: '{n} {n:heeft|hebben} een andere grondslag ({codes})',
    fr: '{n} {n:a|a|ont} une autre base ({codes})',
    de: '{n} {n:hat|haben} eine andere Grundlage ({codes})',
    en: '{n} {n:has|have} another basis ({codes})',
  },
  place: {
    nl: '{n} {n:gaat|gaan} over een andere plaats ({codes})',
    fr: '{n} {n:porte|porte|portent} sur un autre lieu ({codes})',
    de: '{n} {n:betrifft|betreffen} einen anderen Ort ({codes})',
    en: '{n} {n:is|are} of another place ({codes})',
  },
  value: {
    nl: '{n} {n:heeft|hebben} geen waarde',
    fr: '{n} {n:n’a|n’a|n’ont} pas de valeur',
    de: '{n} {n:hat|haben} keinen Wert',
    en: '{n} {n:has|have} no value',
  },
};

/** Why no record answers a question: at which part of it each falls out. Null where there are no records. */
export function fallsOut(
  { observations, seizures = [] }: Pick<Records, 'observations' | 'seizures'>,
  question: TotalQuestion,
): Text | null {
  const all: readonly Pick<Counted & Observation, keyof typeof partsOf>[] = [
    ...observations.map((row) => ({ ...row, substance: drugOf(row) })),
    ...seizures.map((seizure) => ({ ...seizure, metric: 'quantity', value: seizure.quantity })),
  ] as never;
  const { metric, substance, basis } = question;
  const members = expandPlace(question.place);
  const keeps: Readonly<Record<keyof typeof partsOf, (row: (typeof all)[number]) => boolean>> = {
    metric: (row) => row.metric === metric,
    substance: (row) => isOfAsked(row.substance, substance),
    basis: (row) => row.basis === basis,
    place: ({ place }) =>
      expandPlace(place).every((one) => members.some((whole) => placeContains(whole, one))),
    value: ({ value }) => value !== null,
  };
  let left = all;
  const parts = (Object.keys(partsOf) as (keyof typeof partsOf)[]).flatMap((part) => {
    const out = left.filter((row) => !keeps[part](row));
    left = left.filter(keeps[part]);
    const found = [...new Set(out.map((row) => String(row[part] ?? ofNoKind)))].sort();
    const codes = (found.length > 4 ? [...found.slice(0, 4), '…'] : found).join(', ');
    return out.length === 0 ? [] : [say(partsOf[part], { n: out.length, codes })];
  });
  if (parts.length === 0) return null;
  const told = inEach((language) => parts.map((part) => part[language]).join(', '));
  return say(
    {
      nl: 'Van {n} gegevens: {told}.',
      fr: 'Sur {n} données : {told}.',
      de: 'Von {n} Angaben: {told}.',
      en: 'Of {n} records: {told}.',
    },
    { n: all.length, told },
  );
}
