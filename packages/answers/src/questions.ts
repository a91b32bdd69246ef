import {
  type Counted,
  type CountedDimension,
  codeShown,
  countedLists,
  countedUnits,
  countryAmong,
  countsHeld,
  isOfDrug,
  type Kind,
  kinds,
  type Records,
  type Step,
  stepOfFreq,
  steps,
  type TotalQuestion,
} from '@samenbeeld/merge';
import {
  agencies as agencyList,
  bases,
  type CodeEntry,
  type CodeList,
  codeWords,
  expandPlace,
  InputError,
  inEach,
  isMass,
  joinWith,
  type Language,
  metrics,
  parsePeriod,
  placeContains,
  placeLabel,
  places,
  substances,
  type Text,
  unitName,
  units,
  wrongUse,
} from '@samenbeeld/schema';

/** A question in words: codes, or names in any of the four languages, one or several. */
export type QuestionWords = Readonly<Record<string, unknown>>;

/** What a picture counts, and how a door writes the names of what is asked. */
interface Context {
  readonly rows: readonly Partial<Counted>[];
  readonly written: Written;
}

type Dimension = Exclude<CountedDimension, 'place'>;

/** How a door writes the name of a dimension: "--place" of a command, "place:" of a picture file. */
export type Written = (name: string) => string;

/** What stands for figures of no offence, code, level or counting unit. */
export const ofNoKind = 'none';

/** Whether a record counts something in a place. */
export function isWithin(row: Pick<Counted, 'place'>, place: string): boolean {
  const members = expandPlace(place);
  return expandPlace(row.place).some((one) => members.some((whole) => placeContains(whole, one)));
}

/** "HER (heroin), COC (cocaine)", at most twelve of them. */
function named(codes: readonly (string | null)[], list: CodeList<CodeEntry> | null): Text {
  return inEach((language) => {
    const all = codes.map((code) => {
      if (code === null) return ofNoKind;
      const label = codeShown(code, list, language);
      return label === code ? code : `${code} (${label})`;
    });
    return all.length > 12 ? `${all.slice(0, 12).join(', ')} …` : all.join(', ');
  });
}

/** The code that a word means; codes that only the picture knows are taken as they are. */
export function codeOf(
  word: string,
  dimension: CountedDimension,
  { rows, written }: Context,
): string {
  const list = countedLists[dimension];
  if (list?.has(word)) return list.get(word).code;
  const valuesIn = (row: Partial<Counted>): readonly (string | null)[] => [
    row[dimension] ?? null,
    ...(dimension === 'code' ? (row.parts ?? []) : []),
  ];
  const held = new Set(rows.flatMap(valuesIn));
  const inData = [...held].find((code) => code?.toLowerCase() === word.toLowerCase());
  if (inData) return inData;
  return wordOf(word, written(dimension), list, named([...held].sort(), list), (code) =>
    held.has(code),
  );
}

/**
 * The code of a word of a list, in any language; wrong use where none or several are meant.
 *
 * @param held codes to choose from where none is near the word
 * @param isHeld whether the picture has a code: of those near the word, such a one is named first
 */
function wordOf(
  word: string,
  option: string,
  list: CodeList<CodeEntry> | null,
  held: Text,
  isHeld: (code: string) => boolean = () => false,
): string {
  const match = list?.lookup(word) ?? ({ kind: 'none', nearest: [] } as const);
  if (match.kind === 'exact') return match.entry.code;
  const country = match.kind === 'ambiguous' ? countryAmong(match.entries) : null;
  if (country !== null) return country;
  const like = match.kind === 'ambiguous' ? match.entries : match.nearest;
  const near = like.toSorted((one, other) => Number(isHeld(other.code)) - Number(isHeld(one.code)));
  const codes = joinWith(near.map(codeWords), ', ');
  if (near.length === 0)
    throw wrongUse(
      '{option}: "{word}" is niet bekend. Mogelijk zijn: {held}. "samenbeeld codes" geeft de lijsten.',
      '{option} : « {word} » est inconnu. Valeurs possibles : {held}. « samenbeeld codes » donne les listes.',
      '{option}: „{word}“ ist nicht bekannt. Möglich sind: {held}. „samenbeeld codes“ nennt die Listen.',
      '{option}: "{word}" is not known. It may be: {held}. "samenbeeld codes" gives the lists.',
      { option, word, held },
    );
  throw match.kind === 'ambiguous'
    ? wrongUse(
        '{option}: "{word}" kan {codes} zijn. Schrijf de code.',
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

/** The code of a service, by code or by name. */
export function agencyOf(word: string, written: Written): string {
  return codeIn(agencyList, word, written('agency'));
}

/** The code of a list that a word means, by code or by name; `option` is what the door calls it. */
export function codeIn(list: CodeList<CodeEntry>, word: string, option: string): string {
  if (list.has(word)) return list.get(word).code;
  const all = list.map(({ code }) => code);
  return wordOf(word, option, list, named(all, list));
}

/** The drugs that are asked, null standing for what is of no drug; null where it is each that there is, none where nothing is said. */
export function drugsAsked(asked: unknown, context: Context): readonly (string | null)[] | null {
  const drugs = wordsGiven(asked);
  if (drugs.length === 1 && drugs[0] === 'all') return null;
  return drugs.map((drug) =>
    drug.toLowerCase() === ofNoKind ? null : codeOf(drug, 'substance', context),
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
export function onlyValue(
  rows: readonly Counted[],
  dimension: Dimension,
  place: string,
  written: Written,
): string | null {
  const values = valuesOf(rows, dimension);
  if (values.length === 1) return values[0] as string | null;
  throw wrongUse(
    'Kies met {option}, want wat verschilt wordt niet opgeteld. Dit beeld heeft ({place}): {codes}.',
    'Choisissez avec {option}, car ce qui diffère ne s’additionne pas. Ce tableau contient ({place}) : {codes}.',
    'Geben Sie {option} an, denn was sich unterscheidet, wird nicht addiert. Dieses Lagebild enthält ({place}): {codes}.',
    'Choose with {option}, because what differs is not added. This picture holds ({place}): {codes}.',
    {
      option: written(dimension),
      place: inEach((language) => placeLabel(place, language)),
      codes: named(values, countedLists[dimension]),
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
      (dimension === 'substance' && code !== null && isOfDrug(row.substance, code)) ||
      (dimension === 'code' && code !== null && row.parts?.includes(code)),
  );
}

/** Each drug that is counted; where there is none, all drugs are asked for, and nothing is found. */
const everyDrug = (drugs: readonly (string | null)[]): readonly (string | null)[] =>
  drugs.length > 0 ? drugs : ['ALL'];

/** The values of what may be given several times, or with commas between ("heroin, brown" is one). */
export const wordsGiven = (value: unknown): readonly string[] =>
  value === undefined ? [] : [value].flat().flatMap((word) => String(word).split(/,(?=[^\s\d])/u));

/** First or last day of a period that a person writes ("2022", "2022-06", "2022-06-30"). */
export function dayOf(value: unknown, end: 'start' | 'end'): string | null {
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
    return [given.toLowerCase() === ofNoKind ? null : codeOf(given, kind, context)];
  };
  const split = chosen('level', rows).flatMap((level) =>
    chosen('countUnit', within(rows, 'level', level)).map((countUnit) => ({ level, countUnit })),
  );
  return split.length > 0 ? split : [{}];
}

/** By which periods, from which day and until which is asked; what is not named is left out. */
export function timesAsked(
  options: QuestionWords,
  written: Written,
): Pick<TotalQuestion, 'by' | 'from' | 'to'> {
  const by = options['by'] === undefined ? undefined : (String(options['by']) as Step);
  if (by !== undefined && !steps.includes(by))
    throw wrongUse(
      '{option} kent {steps}, niet "{by}".',
      '{option} admet {steps}, et non « {by} ».',
      '{option} kennt {steps}, nicht „{by}“.',
      '{option} takes {steps}, not "{by}".',
      { option: written('by'), steps: steps.join(', '), by },
    );
  const [from, to] = [dayOf(options['from'], 'start'), dayOf(options['to'], 'end')];
  return {
    ...(by !== undefined && { by }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}

/** Refuses words that name nothing, before anything that was left out is asked for. */
function checkWords(options: QuestionWords, context: Context): void {
  drugsAsked(options['substance'], context);
  for (const dimension of Object.keys(countedLists) as CountedDimension[]) {
    const given = options[dimension];
    if (dimension === 'place' || dimension === 'substance' || given === undefined) continue;
    if (String(given).toLowerCase() !== ofNoKind) codeOf(String(given), dimension, context);
  }
}

/**
 * The questions that words ask of a picture, one for each place, drug and unit. What is not named is what the picture alone
 * holds; where it holds several, a UsageError says what to choose from.
 *
 * @param rows what the picture counts, as `countsHeld` gives it
 * @param written how the door writes the names of what is asked
 * @param lists whether nothing is added: each basis and drug is asked that is not named
 */
export function questionsOf(
  options: QuestionWords,
  rows: readonly Counted[],
  written: Written,
  lists = false,
): readonly TotalQuestion[] {
  const context = { rows, written };
  const times = timesAsked(options, written);
  const agencies = wordsGiven(options['agency']).map((word) => agencyOf(word, written));
  checkWords(options, context);
  const held = [...new Set(rows.map(({ place }) => place))].sort();
  const given = wordsGiven(options['place']);
  const asked = given.length === 0 && held.length === 1 ? held : given;
  if (asked.length === 0)
    throw wrongUse(
      'Noem een plaats: {option} {first}. Dit beeld heeft: {codes}.',
      'Nommez un lieu : {option} {first}. Ce tableau contient : {codes}.',
      'Nennen Sie einen Ort: {option} {first}. Dieses Lagebild enthält: {codes}.',
      'Name a place: {option} {first}. This picture holds: {codes}.',
      { option: written('place'), first: held[0] ?? '…', codes: named(held, places) },
    );
  return asked.flatMap((word) => {
    const place = placeOf(word, context);
    const here = rows.filter((row) => isWithin(row, place));
    const pick = (
      left: readonly Counted[],
      dimension: Dimension,
    ): readonly [string | null, readonly Counted[]] => {
      const given = options[dimension] === undefined ? undefined : String(options[dimension]);
      if (given?.toLowerCase() === ofNoKind) return [null, within(left, dimension, null)];
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
    const isEach = lists && options['basis'] === undefined && ofMetric.length > 0;
    const bases = isEach
      ? valuesOf(ofMetric, 'basis').map((one) => [one, within(ofMetric, 'basis', one)] as const)
      : [pick(ofMetric, 'basis')];
    return bases.flatMap(([basis, ofBasis]) => {
      // An offence or code is to be named where there are several; where there is one, it is that.
      let ofKinds = ofBasis;
      const asKinds: Partial<Record<Kind, string | null>> = {};
      for (const kind of ['offence', 'code'] as const) {
        const values = valuesOf(ofKinds, kind);
        if (values.length > 1 || options[kind] !== undefined)
          [asKinds[kind], ofKinds] = pick(ofKinds, kind);
        else if (values.length === 1) asKinds[kind] = values[0] as string | null;
      }
      const drugs = drugsAsked(options['substance'], context);
      const chosen: readonly (string | null)[] =
        drugs === null
          ? everyDrug(valuesOf(ofKinds, 'substance'))
          : drugs.length > 0
            ? drugs
            : lists
              ? everyDrug(valuesOf(ofKinds, 'substance'))
              : [ofKinds.length === 0 ? null : onlyValue(ofKinds, 'substance', place, written)];
      return chosen.flatMap((substance) => {
        const counted = within(ofKinds, 'substance', substance);
        const [unitAsked] = wordsGiven(options['unit']);
        const found =
          unitAsked === undefined
            ? valuesOf(counted, 'unit')
            : [codeOf(unitAsked, 'unit', context)];
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
              ...times,
              agencies: agencies.length > 0 ? agencies : null,
            }),
          ),
        );
      });
    });
  });
}

/** Whether the name of what is counted says that it was seized, so that "seized in the country" would say it twice. */
export const isBasisSaid = (basis: string, metric: string): boolean =>
  basis === 'seized_in_territory' &&
  ['cash', 'weapons', 'vehicles_seized', 'assets_seized'].includes(metric);

/** What a question is of, in words, the unit where the metric's name does not say it; a mass in words too, or by its symbol. */
export function scopeLine(
  question: TotalQuestion,
  language: Language,
  mass: 'words' | 'symbol' = 'words',
): string {
  const { place, substance, basis, metric, unit, agencies } = question;
  return [
    placeLabel(place, language),
    ...(substance === null ? [] : [codeShown(substance, substances, language)]),
    ...kinds.flatMap((kind) =>
      // A unit that says what counts as one says it once.
      question[kind] && question[kind] !== unit
        ? [codeShown(question[kind] ?? null, countedLists[kind], language)]
        : [],
    ),
    ...(basis === 'not_applicable' || basis === '' || isBasisSaid(basis, metric)
      ? []
      : [codeShown(basis, bases, language)]),
    ...(metric === 'quantity' || metric === '' ? [] : [codeShown(metric, metrics, language)]),
    ...(agencies ?? []).map((code) => codeShown(code, agencyList, language)),
    ...(unit === '' || countedUnits[metric] === unit
      ? []
      : [
          isMass(unit) && mass === 'words'
            ? codeShown(unit, units, language)
            : unitName(unit, language),
        ]),
  ].join(' · ');
}

/** What stands behind the unit of a series: "kg a month". */
const perSteps: Readonly<Record<Step, Text>> = {
  year: { nl: 'per jaar', fr: 'par an', de: 'pro Jahr', en: 'a year' },
  'half-year': { nl: 'per halfjaar', fr: 'par semestre', de: 'pro Halbjahr', en: 'a half-year' },
  quarter: { nl: 'per kwartaal', fr: 'par trimestre', de: 'pro Quartal', en: 'a quarter' },
  month: { nl: 'per maand', fr: 'par mois', de: 'pro Monat', en: 'a month' },
  'to-date': {
    nl: 'per deel van het jaar',
    fr: 'par partie de l’année',
    de: 'pro Teil des Jahres',
    en: 'a part of the year',
  },
};

/** "a year", "a month": what a question asks by, behind a unit. */
export function perStep({ by = 'year' }: Pick<TotalQuestion, 'by'>): Text {
  return perSteps[by];
}

/** What a picture holds, by the keys of a question: each code with its names, and by which parts of years. */
export type Offers = Readonly<Record<CountedDimension | 'by', Readonly<Record<string, Text>>>>;

/** What may be named of a picture, from what its records count. */
export function offersOf(records: Pick<Records, 'observations' | 'seizures'>): Offers {
  const rows = countsHeld(records);
  const codesOf = (dimension: CountedDimension): Readonly<Record<string, Text>> =>
    Object.fromEntries(
      [...new Set(rows.map((row) => row[dimension]))]
        .filter((code) => code !== null)
        .sort()
        .map((code) => [
          code,
          inEach((language) => codeShown(code, countedLists[dimension], language)),
        ]),
    );
  // A find has a day, so that it is of each part of its year.
  const dated = (records.seizures ?? []).length > 0 ? Object.values(stepOfFreq) : [];
  const by = new Set([
    ...records.observations
      .filter(({ value, stat }) => value !== null && (stat === 'sum' || stat === 'count'))
      .flatMap(({ freq }) => stepOfFreq[freq] ?? []),
    ...dated,
  ]);
  return {
    ...(Object.fromEntries(
      Object.keys(countedLists).map((dimension) => [
        dimension,
        codesOf(dimension as CountedDimension),
      ]),
    ) as Record<CountedDimension, Readonly<Record<string, Text>>>),
    by: Object.fromEntries(
      steps.flatMap((step) => (by.has(step) ? [[step, perStep({ by: step })]] : [])),
    ),
  };
}
