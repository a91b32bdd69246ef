import {
  drugOf,
  isOfDrug,
  type Kind,
  kindOf,
  kinds,
  type Records,
  type Settled,
  type Step,
  say,
  sayAsIs,
  settle,
  steps,
  type TotalQuestion,
  wrongUse,
} from '@samenbeeld/merge';
import {
  agencies as agencyList,
  bases,
  type CodeEntry,
  type CodeList,
  countUnits,
  expandPlace,
  InputError,
  inEach,
  isMass,
  type Language,
  marketLevels,
  metrics,
  type Observation,
  offences,
  parsePeriod,
  placeContains,
  placeLabel,
  places,
  RefusalError,
  substances,
  type Text,
  units,
} from '@samenbeeld/schema';

/** What a record counts, by the dimensions that a question names. */
export interface Counted extends Readonly<Record<Kind, string | null>> {
  readonly place: string;
  readonly substance: string | null;
  readonly basis: string;
  readonly metric: string;
  readonly unit: string;
}

/** A question in words: codes, or names in any of the four languages, one or several. */
export type QuestionWords = Readonly<Record<string, unknown>>;

/** What a picture counts, and how a door writes the names of what is asked. */
interface Context {
  readonly rows: readonly Partial<Counted>[];
  readonly written: Written;
}

type Dimension = Exclude<keyof Counted, 'place'>;

/** Codes of a national statistic are in no list. */
export const lists: Readonly<Record<keyof Counted, CodeList<CodeEntry> | null>> = {
  place: places,
  substance: substances,
  offence: offences,
  code: null,
  level: marketLevels,
  countUnit: countUnits,
  basis: bases,
  metric: metrics,
  unit: units,
};

/** How a door writes the name of a dimension: "--place" of a command, "place:" of a picture file. */
export type Written = (name: string) => string;

/** What stands for figures of no offence, code, level or counting unit. */
const none = 'none';

/** What the records of a picture count; weights in kilograms. */
export function countedIn({
  observations,
  seizures = [],
}: Pick<Records, 'observations' | 'seizures'>): readonly Counted[] {
  const inKilograms = (metric: string, unit: string): string =>
    metric === 'quantity' && isMass(unit) ? 'kg' : unit;
  const each = [
    ...observations
      .filter(({ stat, value }) => value !== null && (stat === 'sum' || stat === 'count'))
      .map((row) => ({
        ...{ place: row.place, substance: drugOf(row), basis: row.basis, metric: row.metric },
        ...kindOf(row),
        unit: inKilograms(row.metric, row.unit),
      })),
    ...seizures.map(({ place, substance, basis, unit }) => ({
      ...{ place, substance, basis, metric: 'quantity', unit: inKilograms('quantity', unit) },
      ...{ offence: null, code: null, level: null, countUnit: null },
    })),
  ];
  return [...new Map(each.map((one) => [JSON.stringify(one), one])).values()];
}

/** Whether a record counts something in a place. */
export function isWithin(row: Pick<Counted, 'place'>, place: string): boolean {
  const members = expandPlace(place);
  return expandPlace(row.place).some((one) => members.some((whole) => placeContains(whole, one)));
}

/** A code in words; a code that no list knows as it is. */
export function shown(
  code: string | null,
  list: CodeList<CodeEntry> | null,
  language: Language,
): string {
  if (code === null) return '–';
  if (list === places) return placeLabel(code, language);
  return list?.has(code) ? list.label(code, language) : code;
}

/** "HER (heroin), COC (cocaine)", at most twelve of them. */
function named(codes: readonly (string | null)[], list: CodeList<CodeEntry> | null): Text {
  return inEach((language) => {
    const all = codes.map((code) => {
      if (code === null) return none;
      const label = shown(code, list, language);
      return label === code ? code : `${code} (${label})`;
    });
    return all.length > 12 ? `${all.slice(0, 12).join(', ')} …` : all.join(', ');
  });
}

/** The code that a word means; codes that only the picture knows are taken as they are. */
export function codeOf(word: string, dimension: keyof Counted, { rows, written }: Context): string {
  const list = lists[dimension];
  const option = written(dimension);
  if (list?.has(word)) return list.get(word).code;
  const inData = rows.find((row) => row[dimension]?.toLowerCase() === word.toLowerCase());
  if (inData) return inData[dimension] as string;
  return wordOf(word, option, list ?? emptyList);
}

const emptyList: Pick<CodeList<CodeEntry>, 'lookup'> = {
  lookup: () => ({ kind: 'none', nearest: [] }),
};

/** The code of a word of a list, in any language; wrong use where none or several are meant. */
function wordOf(word: string, option: string, list: Pick<CodeList<CodeEntry>, 'lookup'>): string {
  const match = list.lookup(word);
  if (match.kind === 'exact') return match.entry.code;
  const near = match.kind === 'ambiguous' ? match.entries : match.nearest;
  const codes = inEach((language) =>
    near.map(({ code, label }) => `${code} (${label[language]})`).join(', '),
  );
  if (near.length === 0)
    throw wrongUse(
      '{option}: "{word}" staat in geen codelijst. "samenbeeld codes" geeft de lijsten.',
      '{option} : « {word} » ne figure dans aucune liste de codes. « samenbeeld codes » donne les listes.',
      '{option}: „{word}“ steht in keiner Codeliste. „samenbeeld codes“ nennt die Listen.',
      '{option}: "{word}" is in no code list. "samenbeeld codes" gives the lists.',
      { option, word },
    );
  throw match.kind === 'ambiguous'
    ? wrongUse(
        '{option}: "{word}" betekent {codes}. Schrijf de code.',
        '{option} : « {word} » peut être {codes}. Écrivez le code.',
        '{option}: „{word}“ kann {codes} sein. Schreiben Sie den Code.',
        '{option}: "{word}" may be {codes}. Write the code.',
        { option, word, codes },
      )
    : wrongUse(
        '{option}: "{word}" is niet bekend. Bedoelt u {codes}?',
        '{option} : « {word} » est inconnu. Voulez-vous dire {codes} ?',
        '{option}: „{word}“ ist nicht bekannt. Meinen Sie {codes}?',
        '{option}: "{word}" is not known. Do you mean {codes}?',
        { option, word, codes },
      );
}

/** The code of a place, or of several joined by `+`. */
export function placeOf(word: string, context: Context): string {
  return word
    .split('+')
    .map((part) => codeOf(part.trim(), 'place', context))
    .join('+');
}

const valuesOf = (rows: readonly Counted[], dimension: Dimension): readonly (string | null)[] =>
  [...new Set(rows.map((row) => row[dimension]))].sort();

/** A dimension that was not named: the one value there is, or words that name those there are. */
function onlyValue(
  rows: readonly Counted[],
  dimension: Dimension,
  place: string,
  written: Written,
): string | null {
  const values = valuesOf(rows, dimension);
  if (values.length === 1) return values[0] as string | null;
  throw wrongUse(
    'Kies met {option}, want wat verschilt wordt niet opgeteld. Over {place} heeft dit beeld: {codes}.',
    'Choisissez avec {option}, car ce qui diffère ne s’additionne pas. Pour {place}, ce tableau contient : {codes}.',
    'Geben Sie {option} an, denn was sich unterscheidet, wird nicht addiert. Zu {place} enthält dieses Lagebild: {codes}.',
    'Choose with {option}, because what differs is not added. Of {place} this picture holds: {codes}.',
    {
      option: written(dimension),
      place: inEach((language) => placeLabel(place, language)),
      codes: named(values, lists[dimension]),
    },
  );
}

function within(
  rows: readonly Counted[],
  dimension: Dimension,
  code: string | null,
): readonly Counted[] {
  return rows.filter(
    (row) =>
      row[dimension] === code ||
      (dimension === 'substance' && code !== null && isOfDrug(row.substance, code)),
  );
}

/** Each drug that is counted; where there is none, all drugs are asked for, and nothing is found. */
const everyDrug = (drugs: readonly (string | null)[]): readonly (string | null)[] =>
  drugs.length > 0 ? drugs : ['ALL'];

/** The values of what may be given several times. */
export const listed = (value: unknown): readonly string[] =>
  value === undefined ? [] : [value].flat().map(String);

/** First or last day of a period that a person writes ("2022", "2022-06", "2022-06-30"). */
function dayOf(value: unknown, end: 'start' | 'end'): string | null {
  if (value === undefined) return null;
  try {
    return parsePeriod(String(value))[end];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw wrongUse(
      '"{value}" is geen jaar, maand of dag, zoals 2024, 2024-06 of 2024-06-30.',
      '« {value} » n’est ni une année, ni un mois, ni un jour, comme 2024, 2024-06 ou 2024-06-30.',
      '„{value}“ ist kein Jahr, Monat oder Tag wie 2024, 2024-06 oder 2024-06-30.',
      '"{value}" is no year, month or day, such as 2024, 2024-06 or 2024-06-30.',
      { value: String(value) },
    );
  }
}

/** Levels of the market, and what counts as one, are each answered apart unless one is named. */
function splitBy(
  rows: readonly Counted[],
  options: QuestionWords,
  context: Context,
): readonly Partial<Record<Kind, string | null>>[] {
  const chosen = (kind: 'level' | 'countUnit', left: readonly Counted[]) => {
    const given = options[kind] === undefined ? null : String(options[kind]);
    if (given === null) return valuesOf(left, kind);
    return [given.toLowerCase() === none ? null : codeOf(given, kind, context)];
  };
  const split = chosen('level', rows).flatMap((level) =>
    chosen('countUnit', within(rows, 'level', level)).map((countUnit) => ({ level, countUnit })),
  );
  return split.length > 0 ? split : [{}];
}

/**
 * The questions that words ask of a picture, one for each place, drug and unit. What is not named is what the picture alone
 * holds; where it holds several, a UsageError says what to choose from.
 *
 * @param rows what the picture counts, as `countedIn` gives it
 * @param written how the door writes the names of what is asked
 */
export function questionsOf(
  options: QuestionWords,
  rows: readonly Counted[],
  written: Written,
): readonly TotalQuestion[] {
  const context = { rows, written };
  const asked = listed(options['place']);
  if (asked.length === 0)
    throw wrongUse(
      'Noem een plaats: {option} Antwerpen. Dit beeld heeft: {codes}.',
      'Nommez un lieu : {option} Anvers. Ce tableau contient : {codes}.',
      'Nennen Sie einen Ort: {option} Antwerpen. Dieses Lagebild enthält: {codes}.',
      'Name a place: {option} Antwerp. This picture holds: {codes}.',
      {
        option: written('place'),
        codes: named([...new Set(rows.map(({ place }) => place))].sort(), places),
      },
    );
  const by = String(options['by'] ?? 'year') as Step;
  if (!steps.includes(by))
    throw wrongUse(
      '{option} kent {steps}, niet "{by}".',
      '{option} admet {steps}, et non « {by} ».',
      '{option} kennt {steps}, nicht „{by}“.',
      '{option} takes {steps}, not "{by}".',
      { option: written('by'), steps: steps.join(', '), by },
    );
  const [from, to] = [dayOf(options['from'], 'start'), dayOf(options['to'], 'end')];
  const agencies = listed(options['agency']).map((word) =>
    agencyList.has(word) ? agencyList.get(word).code : wordOf(word, written('agency'), agencyList),
  );
  return asked.flatMap((word) => {
    const place = placeOf(word, context);
    const here = rows.filter((row) => isWithin(row, place));
    const pick = (
      left: readonly Counted[],
      dimension: Dimension,
    ): readonly [string | null, readonly Counted[]] => {
      const given = options[dimension] === undefined ? undefined : String(options[dimension]);
      if (given?.toLowerCase() === none) return [null, within(left, dimension, null)];
      const code =
        given === undefined
          ? left.length === 0
            ? null
            : onlyValue(left, dimension, place, written)
          : codeOf(given, dimension, context);
      return [code, within(left, dimension, code)];
    };
    const isQuantity =
      options['metric'] === undefined && here.some(({ metric }) => metric === 'quantity');
    const [metric, ofMetric] = isQuantity
      ? (['quantity', within(here, 'metric', 'quantity')] as const)
      : pick(here, 'metric');
    const [basis, ofBasis] = pick(ofMetric, 'basis');
    // An offence or code is to be named where there are several; where there is one, it is that.
    let ofKinds = ofBasis;
    const asKinds: Partial<Record<Kind, string | null>> = {};
    for (const kind of ['offence', 'code'] as const) {
      const values = valuesOf(ofKinds, kind);
      if (values.length > 1 || options[kind] !== undefined)
        [asKinds[kind], ofKinds] = pick(ofKinds, kind);
      else if (values.length === 1) asKinds[kind] = values[0] as string | null;
    }
    const drugs = listed(options['substance']);
    const chosen: readonly (string | null)[] =
      drugs.length === 1 && drugs[0] === 'all'
        ? everyDrug(valuesOf(ofKinds, 'substance'))
        : drugs.length > 0
          ? drugs.map((drug) =>
              drug.toLowerCase() === none ? null : codeOf(drug, 'substance', context),
            )
          : [ofKinds.length === 0 ? null : onlyValue(ofKinds, 'substance', place, written)];
    return chosen.flatMap((substance) => {
      const counted = within(ofKinds, 'substance', substance);
      const [unitAsked] = listed(options['unit']);
      const found =
        unitAsked === undefined ? valuesOf(counted, 'unit') : [codeOf(unitAsked, 'unit', context)];
      return (found.length === 0 ? [''] : found).flatMap((unit) =>
        splitBy(within(counted, 'unit', unit), options, context).map(
          (split): TotalQuestion => ({
            place,
            substance,
            ...asKinds,
            ...split,
            basis: basis ?? '',
            metric: metric ?? '',
            unit: unit ?? '',
            by,
            ...(from !== null && { from }),
            ...(to !== null && { to }),
            agencies: agencies.length > 0 ? agencies : null,
          }),
        ),
      );
    });
  });
}

/** What a question is of, in words; a mass in words too, or by its symbol. */
export function scopeLine(
  question: TotalQuestion,
  language: Language,
  mass: 'words' | 'symbol' = 'words',
): string {
  const { place, substance, basis, metric, unit, agencies } = question;
  return [
    placeLabel(place, language),
    ...(substance === null ? [] : [shown(substance, substances, language)]),
    ...kinds.flatMap((kind) =>
      // A unit that says what counts as one says it once.
      question[kind] && question[kind] !== unit
        ? [shown(question[kind] ?? null, lists[kind], language)]
        : [],
    ),
    ...(basis === 'not_applicable' || basis === '' ? [] : [shown(basis, bases, language)]),
    ...(metric === 'quantity' || metric === '' ? [] : [shown(metric, metrics, language)]),
    ...(agencies ?? []).map((code) => shown(code, agencyList, language)),
    ...(unit === ''
      ? []
      : [mass === 'symbol' && isMass(unit) ? unit : shown(unit, units, language)]),
  ].join(' · ');
}

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

/** The answer to a question; a RefusalError or UsageError says in four languages what stands in its way. */
export function answered(records: Records, question: TotalQuestion, written: Written): Settled {
  try {
    return settle(records, question);
  } catch (error) {
    const says = error instanceof RefusalError ? refusals[error.dimension] : undefined;
    if (!says) throw error;
    const names = { agency: written('agency'), unit: written('unit'), by: written('by') };
    const ends = { from: written('from'), to: written('to') };
    const why = sayAsIs(says, { ...names, ...ends });
    const told = inEach((language) => `${scopeLine(question, language)}. ${why[language]}`);
    const { dimension } = error as RefusalError;
    throw dimension === 'period' || dimension === 'unit'
      ? wrongUse(told.nl, told.fr, told.de, told.en)
      : new RefusalError(told.en, { dimension, remedy: '', says: told });
  }
}

const nothing: Text = { nl: 'niets', fr: 'rien', de: 'nichts', en: 'nothing' };

/** What a picture counts of a place, each kind once. */
function heldOf(place: string, rows: readonly Counted[]): Text {
  return inEach((language) => {
    const kinds = rows
      .filter((row) => isWithin(row, place))
      .map(({ metric, substance, offence, basis }) =>
        [
          ...(substance === null ? [] : [shown(substance, substances, language)]),
          ...(offence === null ? [] : [shown(offence, offences, language)]),
          shown(metric, metrics, language),
          ...(basis === 'not_applicable' ? [] : [shown(basis, bases, language)]),
        ].join(' · '),
      );
    const each = [...new Set(kinds)].sort();
    const some = each.slice(0, 8).join('; ');
    return each.length === 0 ? nothing[language] : each.length > 8 ? `${some}; …` : some;
  });
}

const nothingAdded: Text = {
  nl: 'Dit beeld heeft er geen cijfer van dat opgeteld wordt. Over {place} staat er wel: {held}. Een bron of een eigen cijfer met deze reikwijdte vult het aan.',
  fr: 'Ce tableau n’en contient aucun chiffre qui s’additionne. Pour {place}, il contient : {held}. Une source, ou un chiffre de votre côté, de cette portée permettrait d’y répondre.',
  de: 'Dieses Lagebild enthält davon keine Zahl, die addiert wird. Zu {place} enthält es: {held}. Eine Quelle oder eine eigene Zahl mit diesem Umfang würde es ergänzen.',
  en: 'This picture holds no figure of it that is added. Of {place} it holds: {held}. A source, or a figure of your own, with this scope would answer it.',
};

/** What is said where a picture holds no figure of a question: what it holds of the place instead. */
export function nothingHeld({ place }: TotalQuestion, rows: readonly Counted[]): Text {
  const name = inEach((language) => placeLabel(place, language));
  return say(nothingAdded, { place: name, held: heldOf(place, rows) });
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
    substance: (row) =>
      substance === null ? row.substance === null : isOfDrug(row.substance, substance),
    basis: (row) => row.basis === basis,
    place: ({ place }) =>
      expandPlace(place).every((one) => members.some((whole) => placeContains(whole, one))),
    value: ({ value }) => value !== null,
  };
  let left = all;
  const parts = (Object.keys(partsOf) as (keyof typeof partsOf)[]).flatMap((part) => {
    const out = left.filter((row) => !keeps[part](row));
    left = left.filter(keeps[part]);
    const found = [...new Set(out.map((row) => String(row[part] ?? none)))].sort();
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
