import {
  drugOf,
  type Kind,
  kindOf,
  kinds,
  type Records,
  type Settled,
  type Step,
  say,
  settle,
  type TotalQuestion,
} from '@samenbeeld/merge';
import { type PictureRecords, pictureRecords } from '@samenbeeld/recipes';
import {
  agencies as agencyList,
  bases,
  type CodeEntry,
  type CodeList,
  countUnits,
  expandPlace,
  formatPeriod,
  formatQuantity,
  InputError,
  inEach,
  type JointTotal,
  type Language,
  marketLevels,
  metrics,
  offences,
  parsePeriod,
  placeContains,
  placeLabel,
  places,
  RefusalError,
  substanceContains,
  substances,
  type Text,
  units,
} from '@samenbeeld/schema';
import { openPicture, repairPicture } from '@samenbeeld/store';
import { stakeLines, totalLines } from '../build-view/total-lines.ts';
import { openTerminal, type Terminal } from '../terminal.ts';
import { wrongUse } from '../wrong-use.ts';

const steps: readonly Step[] = ['year', 'half-year', 'quarter', 'month', 'to-date'];

/** What a record counts, by the dimensions that a question names. */
interface Counted extends Readonly<Record<Kind, string | null>> {
  readonly place: string;
  readonly substance: string | null;
  readonly basis: string;
  readonly metric: string;
  readonly unit: string;
}

type Dimension = Exclude<keyof Counted, 'place'>;

/** Codes of a national statistic are in no list. */
const lists: Readonly<Record<keyof Counted, CodeList<CodeEntry> | null>> = {
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

/** How the option of a dimension is written. */
const optionOf = (dimension: keyof Counted): string =>
  dimension === 'countUnit' ? 'count-unit' : dimension;

/** What stands for figures of no offence, code, level or counting unit. */
const none = 'none';

const isMass = (unit: string): boolean => units.has(unit) && units.get(unit).dimension === 'mass';

/** What the records of a picture count; weights in kilograms. */
function countedIn({ observations, seizures }: PictureRecords): readonly Counted[] {
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
function isWithin(row: Counted, place: string): boolean {
  const members = expandPlace(place);
  return expandPlace(row.place).some((one) => members.some((whole) => placeContains(whole, one)));
}

function shown(code: string | null, list: CodeList<CodeEntry> | null, language: Language): string {
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
function codeOf(word: string, dimension: keyof Counted, rows: readonly Counted[]): string {
  const list = lists[dimension];
  const option = optionOf(dimension);
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
      '--{option}: "{word}" staat in geen codelijst. "samenbeeld codes" geeft de lijsten.',
      '--{option} : « {word} » ne figure dans aucune liste de codes. « samenbeeld codes » donne les listes.',
      '--{option}: „{word}“ steht in keiner Codeliste. „samenbeeld codes“ nennt die Listen.',
      '--{option}: "{word}" is in no code list. "samenbeeld codes" gives the lists.',
      { option, word },
    );
  throw match.kind === 'ambiguous'
    ? wrongUse(
        '--{option}: "{word}" betekent {codes}. Schrijf de code.',
        '--{option} : « {word} » peut être {codes}. Écrivez le code.',
        '--{option}: „{word}“ kann {codes} sein. Schreiben Sie den Code.',
        '--{option}: "{word}" may be {codes}. Write the code.',
        { option, word, codes },
      )
    : wrongUse(
        '--{option}: "{word}" is niet bekend. Bedoelt u {codes}?',
        '--{option} : « {word} » est inconnu. Voulez-vous dire {codes} ?',
        '--{option}: „{word}“ ist nicht bekannt. Meinen Sie {codes}?',
        '--{option}: "{word}" is not known. Do you mean {codes}?',
        { option, word, codes },
      );
}

function placeOf(word: string, rows: readonly Counted[]): string {
  return word
    .split('+')
    .map((part) => codeOf(part.trim(), 'place', rows))
    .join('+');
}

const valuesOf = (rows: readonly Counted[], dimension: Dimension): readonly (string | null)[] =>
  [...new Set(rows.map((row) => row[dimension]))].sort();

/** A dimension that was not named: the one value there is, or words that name those there are. */
function onlyValue(rows: readonly Counted[], dimension: Dimension, place: string): string | null {
  const values = valuesOf(rows, dimension);
  if (values.length === 1) return values[0] as string | null;
  throw wrongUse(
    'Kies met --{option}, want wat verschilt wordt niet opgeteld. Over {place} heeft dit beeld: {codes}.',
    'Choisissez avec --{option}, car ce qui diffère ne s’additionne pas. Pour {place}, ce tableau contient : {codes}.',
    'Geben Sie --{option} an, denn was sich unterscheidet, wird nicht addiert. Zu {place} enthält dieses Lagebild: {codes}.',
    'Choose with --{option}, because what differs is not added. Of {place} this picture holds: {codes}.',
    {
      option: optionOf(dimension),
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
      (dimension === 'substance' &&
        code !== null &&
        row.substance !== null &&
        substances.has(code) &&
        substances.has(row.substance) &&
        substanceContains(code, row.substance)),
  );
}

const listOf = (value: unknown): readonly string[] =>
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
  options: Readonly<Record<string, unknown>>,
  all: readonly Counted[],
): readonly Partial<Record<Kind, string | null>>[] {
  const chosen = (kind: 'level' | 'countUnit', left: readonly Counted[]) => {
    const given = options[kind] === undefined ? null : String(options[kind]);
    if (given === null) return valuesOf(left, kind);
    return [given.toLowerCase() === none ? null : codeOf(given, kind, all)];
  };
  const split = chosen('level', rows).flatMap((level) =>
    chosen('countUnit', within(rows, 'level', level)).map((countUnit) => ({ level, countUnit })),
  );
  return split.length > 0 ? split : [{}];
}

/** The questions that the options ask of a picture, one for each place, drug and unit. */
function questionsOf(
  options: Readonly<Record<string, unknown>>,
  rows: readonly Counted[],
): readonly TotalQuestion[] {
  const asked = listOf(options['place']);
  if (asked.length === 0)
    throw wrongUse(
      'Noem een plaats: --place Antwerpen. Dit beeld heeft: {codes}.',
      'Nommez un lieu : --place Anvers. Ce tableau contient : {codes}.',
      'Nennen Sie einen Ort: --place Antwerpen. Dieses Lagebild enthält: {codes}.',
      'Name a place: --place Antwerp. This picture holds: {codes}.',
      { codes: named([...new Set(rows.map(({ place }) => place))].sort(), places) },
    );
  const by = String(options['by'] ?? 'year') as Step;
  const [from, to] = [dayOf(options['from'], 'start'), dayOf(options['to'], 'end')];
  const agencies = listOf(options['agency']).map((word) =>
    agencyList.has(word) ? agencyList.get(word).code : wordOf(word, 'agency', agencyList),
  );
  return asked.flatMap((word) => {
    const place = placeOf(word, rows);
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
            : onlyValue(left, dimension, place)
          : codeOf(given, dimension, rows);
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
    const drugs = listOf(options['substance']);
    const chosen: readonly (string | null)[] =
      drugs.length === 1 && drugs[0] === 'all'
        ? valuesOf(ofKinds, 'substance')
        : drugs.length > 0
          ? drugs.map((drug) =>
              drug.toLowerCase() === none ? null : codeOf(drug, 'substance', rows),
            )
          : [ofKinds.length === 0 ? null : onlyValue(ofKinds, 'substance', place)];
    return chosen.flatMap((substance) => {
      const counted = within(ofKinds, 'substance', substance);
      const [unitAsked] = listOf(options['unit']);
      const found =
        unitAsked === undefined ? valuesOf(counted, 'unit') : [codeOf(unitAsked, 'unit', rows)];
      return (found.length === 0 ? [''] : found).flatMap((unit) =>
        splitBy(within(counted, 'unit', unit), options, rows).map(
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

function scopeLine(question: TotalQuestion, language: Language): string {
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
    ...(unit === '' ? [] : [shown(unit, units, language)]),
  ].join(' · ');
}

const words = {
  notAdded: {
    nl: 'Staat ernaast, niet opgeteld',
    fr: 'Pour information, non additionné',
    de: 'Steht daneben, nicht addiert',
    en: 'Stands beside, not added',
  },
  conflicts: { nl: 'Tegenspraak', fr: 'Contradiction', de: 'Widerspruch', en: 'Contradiction' },
  none: {
    nl: 'Dit beeld heeft er geen cijfer van dat opgeteld wordt. Over {place} staat er wel: {held}. Een bron of een eigen cijfer met deze reikwijdte vult het aan.',
    fr: 'Ce tableau n’en contient aucun chiffre qui s’additionne. Pour {place}, il contient : {held}. Une source, ou un chiffre de votre côté, de cette portée permettrait d’y répondre.',
    de: 'Dieses Lagebild enthält davon keine Zahl, die addiert wird. Zu {place} enthält es: {held}. Eine Quelle oder eine eigene Zahl mit diesem Umfang würde es ergänzen.',
    en: 'This picture holds no figure of it that is added. Of {place} it holds: {held}. A source, or a figure of your own, with this scope would answer it.',
  },
  nothing: { nl: 'niets', fr: 'rien', de: 'nichts', en: 'nothing' },
} as const;

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
    return each.length === 0 ? words.nothing[language] : each.length > 8 ? `${some}; …` : some;
  });
}

/** Each figure that was not added once, with the periods beside which it stands. */
function besideLines({ notAdded }: Settled, language: Language): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const { period, place, value, unit, reason } of notAdded) {
    const amount =
      value === null
        ? '–'
        : units.has(unit)
          ? formatQuantity(value, unit, language)
          : `${value} ${unit}`;
    const line = `${placeLabel(place, language)} ${amount}. ${reason[language]}`;
    lines.set(line, [...new Set([...(lines.get(line) ?? []), shownPeriod(period, language)])]);
  }
  return [...lines].map(([line, periods]) => `    ${periods.join(', ')}: ${line}`);
}

function shownPeriod(period: string, language: Language): string {
  const [start, end] = period.split('/');
  return end === undefined ? period : formatPeriod({ start: start as string, end }, language);
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
    nl: 'Niet beantwoord: vangsten tellen eenmaal, welke dienst ze ook meldt. Vraag zonder --agency.',
    fr: 'Sans réponse : une saisie compte une fois, quel que soit le service qui la déclare. Demandez sans --agency.',
    de: 'Nicht beantwortet: Ein Fund zählt einmal, gleich welche Behörde ihn meldet. Fragen Sie ohne --agency.',
    en: 'Not answered: a find counts once, whichever service reports it. Ask without --agency.',
  },
  record: {
    nl: 'Niet beantwoord: hiervan zijn er cijfers en losse vangsten, en die worden nooit opgeteld.',
    fr: 'Sans réponse : il en existe des chiffres et des saisies isolées, qui ne s’additionnent jamais.',
    de: 'Nicht beantwortet: Davon gibt es Zahlen und einzelne Funde, und die werden nie addiert.',
    en: 'Not answered: of this there are figures and single finds, which never add.',
  },
  unit: {
    nl: 'Niet beantwoord: vangsten worden in kilogram opgeteld. Vraag met --unit kg.',
    fr: 'Sans réponse : les saisies s’additionnent en kilogrammes. Demandez avec --unit kg.',
    de: 'Nicht beantwortet: Funde werden in Kilogramm addiert. Fragen Sie mit --unit kg.',
    en: 'Not answered: finds are added in kilograms. Ask with --unit kg.',
  },
  period: {
    nl: 'Niet beantwoord: --from en --to moeten op hele perioden van --by vallen, --from voor --to, en --by to-date heeft een --to nodig; hooguit 1200 perioden tegelijk.',
    fr: 'Sans réponse : --from et --to doivent délimiter des périodes entières de --by, --from avant --to, et --by to-date demande un --to ; au plus 1200 périodes à la fois.',
    de: 'Nicht beantwortet: --from und --to müssen ganze Zeiträume von --by begrenzen, --from vor --to, und --by to-date braucht ein --to; höchstens 1200 Zeiträume auf einmal.',
    en: 'Not answered: --from and --to must bound whole periods of --by, --from before --to, and --by to-date needs a --to; at most 1200 periods at once.',
  },
};

/** The answer to a question, or what stands in its way. */
function answered(records: Records, question: TotalQuestion): Settled {
  try {
    return settle(records, question);
  } catch (error) {
    const says = error instanceof RefusalError ? refusals[error.dimension] : undefined;
    if (!says) throw error;
    const told = inEach((language) => `${scopeLine(question, language)}. ${says[language]}`);
    const { dimension } = error as RefusalError;
    throw dimension === 'period' || dimension === 'unit'
      ? wrongUse(told.nl, told.fr, told.de, told.en)
      : new RefusalError(told.en, { dimension, remedy: '', says: told });
  }
}

/** Whether anything at all is known of a question. */
const isAnswered = ({ totals }: Settled): boolean => totals.some(({ status }) => status !== 'none');

function lead(total: JointTotal, language: Language): JointTotal {
  return { ...total, period: shownPeriod(total.period, language) };
}

function print(settled: Settled, rows: readonly Counted[], terminal: Terminal): void {
  const { language } = terminal;
  const { place } = settled.question;
  terminal.print('', scopeLine(settled.question, language));
  if (!isAnswered(settled)) {
    const held = heldOf(place, rows);
    const name = inEach((each) => placeLabel(place, each));
    terminal.print(`  ${say(words.none, { place: name, held })[language]}`);
  } else {
    const totals = settled.totals.map((total) => lead(total, language));
    terminal.print(...totalLines(totals, language), ...stakeLines(totals, language));
  }
  const beside = besideLines(settled, language);
  const disputes = settled.conflicts.map(
    ({ periodStart, periodEnd, explanation }) =>
      `    ${formatPeriod({ start: periodStart, end: periodEnd }, language)}: ${explanation[language]}`,
  );
  const colon = language === 'fr' ? ' :' : ':';
  if (disputes.length > 0) terminal.print(`  ${words.conflicts[language]}${colon}`, ...disputes);
  if (beside.length > 0) terminal.print(`  ${words.notAdded[language]}${colon}`, ...beside);
}

/**
 * `samenbeeld ask`: a question of a built picture, answered from its records. 1 where it holds no figure of what is asked, 2
 * where the question is not understood.
 */
export async function ask(
  options: Readonly<Record<string, unknown>>,
  folder: string | readonly string[],
  answer: string | readonly string[],
): Promise<number> {
  const terminal = openTerminal(options);
  if (answer !== 'total')
    throw wrongUse(
      'Een beeld beantwoordt "total", niet "{answer}".',
      'Un tableau répond à « total », pas à « {answer} ».',
      'Ein Lagebild beantwortet „total“, nicht „{answer}“.',
      'A picture answers "total", not "{answer}".',
      { answer: String(answer) },
    );
  if (options['by'] !== undefined && !steps.some((step) => step === options['by']))
    throw wrongUse(
      '--by kent {steps}, niet "{by}".',
      '--by admet {steps}, et non « {by} ».',
      '--by kennt {steps}, nicht „{by}“.',
      '--by takes {steps}, not "{by}".',
      { steps: steps.join(', '), by: String(options['by']) },
    );
  if ((await repairPicture(String(folder))) === 'absent')
    throw wrongUse(
      'Er is geen beeld in {folder}. Bouw het eerst, bijvoorbeeld met "npm run joint".',
      'Il n’y a pas de tableau dans {folder}. Construisez-le d’abord, par exemple avec « npm run joint ».',
      'In {folder} ist kein Lagebild. Bauen Sie es zuerst, zum Beispiel mit „npm run joint“.',
      'There is no picture in {folder}. Build it first, for example with "npm run joint".',
      { folder: String(folder) },
    );
  const picture = await openPicture(String(folder));
  try {
    const records = await pictureRecords(picture);
    const rows = countedIn(records);
    const questions = questionsOf(options, rows);
    const pairs = records.seizures.length > 0 ? await records.pairs() : [];
    const answers = questions.map((question) => answered({ ...records, pairs }, question));
    const { banner } = picture.metadata;
    terminal.print(...banner[terminal.language].split('\n'));
    for (const settled of answers) print(settled, rows, terminal);
    terminal.result({
      banner,
      answers: answers.map(({ question, of, totals, conflicts, notAdded }) => ({
        ...{ question, of, totals, conflicts, notAdded },
      })),
    });
    return answers.some(isAnswered) ? 0 : 1;
  } finally {
    await picture.close();
  }
}
