import { type Settled, type Step, say, settle, type TotalQuestion } from '@samenbeeld/merge';
import { type PictureRecords, pictureRecords } from '@samenbeeld/recipes';
import {
  agencies as agencyList,
  bases,
  type CodeEntry,
  type CodeList,
  expandPlace,
  formatPeriod,
  formatQuantity,
  inEach,
  type JointTotal,
  type Language,
  metrics,
  type Observation,
  offences,
  parsePeriod,
  placeContains,
  placeLabel,
  places,
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
interface Counted {
  readonly place: string;
  readonly substance: string | null;
  readonly offence: string | null;
  readonly basis: string;
  readonly metric: string;
  readonly unit: string;
}

type Dimension = Exclude<keyof Counted, 'place'>;

const lists: Readonly<Record<keyof Counted, CodeList<CodeEntry>>> = {
  place: places,
  substance: substances,
  offence: offences,
  basis: bases,
  metric: metrics,
  unit: units,
};

const isMass = (unit: string): boolean => units.has(unit) && units.get(unit).dimension === 'mass';

/** A drug by its code, or by the register's own label where no list knows it, as `settle` has it. */
function drugOf({ substance, metric, offence, nationalCode }: Observation): string | null {
  const isOfDrug = (metric === 'quantity' || metric === 'seizures') && offence === null;
  return substance ?? (isOfDrug ? nationalCode : null);
}

/** What the records of a picture count; weights in kilograms. */
function countedIn({ observations, seizures }: PictureRecords): readonly Counted[] {
  const each = [
    ...observations
      .filter(({ stat, value }) => value !== null && (stat === 'sum' || stat === 'count'))
      .map((row) => ({
        ...{ place: row.place, substance: drugOf(row), offence: row.offence, basis: row.basis },
        ...{ metric: row.metric, unit: isMass(row.unit) ? 'kg' : row.unit },
      })),
    ...seizures.map(({ place, substance, basis, unit }) => ({
      ...{ place, substance, offence: null, basis, metric: 'quantity' },
      unit: isMass(unit) ? 'kg' : unit,
    })),
  ];
  return [...new Map(each.map((one) => [JSON.stringify(one), one])).values()];
}

/** Whether a record counts something in a place. */
function isWithin(row: Counted, place: string): boolean {
  const members = expandPlace(place);
  return expandPlace(row.place).some((one) => members.some((whole) => placeContains(whole, one)));
}

function shown(code: string | null, list: CodeList<CodeEntry>, language: Language): string {
  if (code === null) return '–';
  if (list === places) return placeLabel(code, language);
  return list.has(code) ? list.label(code, language) : code;
}

/** "HER (heroin), COC (cocaine)", at most twelve of them. */
function named(codes: readonly (string | null)[], list: CodeList<CodeEntry>): Text {
  return inEach((language) => {
    const all = codes.map((code) =>
      code === null ? '–' : `${code} (${shown(code, list, language)})`,
    );
    return all.length > 12 ? `${all.slice(0, 12).join(', ')} …` : all.join(', ');
  });
}

/** The code that a word means; codes that only the picture knows are taken as they are. */
function codeOf(word: string, dimension: keyof Counted, rows: readonly Counted[]): string {
  const list = lists[dimension];
  if (list.has(word)) return list.get(word).code;
  if (rows.some((row) => row[dimension] === word)) return word;
  const match = list.lookup(word);
  if (match.kind === 'exact') return match.entry.code;
  const near = match.kind === 'ambiguous' ? match.entries : match.nearest;
  const codes = named(
    near.map(({ code }) => code),
    list,
  );
  if (near.length === 0)
    throw wrongUse(
      '--{option}: "{word}" staat in geen codelijst. "samenbeeld codes" geeft de lijsten.',
      '--{option} : « {word} » ne figure dans aucune liste de codes. « samenbeeld codes » donne les listes.',
      '--{option}: „{word}“ steht in keiner Codeliste. „samenbeeld codes“ nennt die Listen.',
      '--{option}: "{word}" is in no code list. "samenbeeld codes" gives the lists.',
      { option: dimension, word },
    );
  throw match.kind === 'ambiguous'
    ? wrongUse(
        '--{option}: "{word}" betekent {codes}. Schrijf de code.',
        '--{option} : « {word} » peut être {codes}. Écrivez le code.',
        '--{option}: „{word}“ kann {codes} sein. Schreiben Sie den Code.',
        '--{option}: "{word}" may be {codes}. Write the code.',
        { option: dimension, word, codes },
      )
    : wrongUse(
        '--{option}: "{word}" is niet bekend. Bedoelt u {codes}?',
        '--{option} : « {word} » est inconnu. Voulez-vous dire {codes} ?',
        '--{option}: „{word}“ ist nicht bekannt. Meinen Sie {codes}?',
        '--{option}: "{word}" is not known. Do you mean {codes}?',
        { option: dimension, word, codes },
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
    'Kies met --{option}, want wat verschilt wordt niet opgeteld. Van {place} heeft dit beeld: {codes}.',
    'Choisissez avec --{option}, car ce qui diffère ne s’additionne pas. De {place}, ce tableau contient : {codes}.',
    'Wählen Sie mit --{option}, denn was sich unterscheidet, wird nicht addiert. Von {place} enthält dieses Lagebild: {codes}.',
    'Choose with --{option}, because what differs is not added. Of {place} this picture holds: {codes}.',
    {
      option: dimension,
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
  return value === undefined ? null : parsePeriod(String(value))[end];
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
    agencyList.has(word) ? agencyList.get(word).code : word,
  );
  return asked.flatMap((word) => {
    const place = placeOf(word, rows);
    const here = rows.filter((row) => isWithin(row, place));
    const pick = (
      left: readonly Counted[],
      dimension: Dimension,
    ): readonly [string | null, readonly Counted[]] => {
      const [given] = listOf(options[dimension]);
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
    const [offence, ofOffence] =
      valuesOf(ofBasis, 'offence').length > 1 || options['offence'] !== undefined
        ? pick(ofBasis, 'offence')
        : [null, ofBasis];
    const drugs = listOf(options['substance']);
    const chosen: readonly (string | null)[] =
      drugs.length === 1 && drugs[0] === 'all'
        ? valuesOf(ofOffence, 'substance')
        : drugs.length > 0
          ? drugs.map((drug) => codeOf(drug, 'substance', rows))
          : [ofOffence.length === 0 ? null : onlyValue(ofOffence, 'substance', place)];
    return chosen.flatMap((substance) => {
      const counted = within(ofOffence, 'substance', substance);
      const [unitAsked] = listOf(options['unit']);
      const found = unitAsked === undefined ? valuesOf(counted, 'unit') : [unitAsked];
      return (found.length === 0 ? [''] : found).map(
        (unit): TotalQuestion => ({
          place,
          substance,
          offence,
          basis: basis ?? '',
          metric: metric ?? '',
          unit: unit ?? '',
          by,
          ...(from !== null && { from }),
          ...(to !== null && { to }),
          agencies: agencies.length > 0 ? agencies : null,
        }),
      );
    });
  });
}

function scopeLine(
  { place, substance, offence, basis, metric, unit, agencies }: TotalQuestion,
  language: Language,
): string {
  return [
    place
      .split('+')
      .map((code) => placeLabel(code, language))
      .join(' + '),
    ...(substance === null ? [] : [shown(substance, substances, language)]),
    ...(offence ? [shown(offence, offences, language)] : []),
    ...(basis === 'not_applicable' ? [] : [shown(basis, bases, language)]),
    ...(metric === 'quantity' ? [] : [shown(metric, metrics, language)]),
    ...(agencies ?? []).map((code) => shown(code, agencyList, language)),
    ...(unit === '' ? [] : [shown(unit, units, language)]),
  ].join(' · ');
}

const words = {
  notAdded: {
    nl: 'Staat ernaast, niet opgeteld',
    fr: 'Figure à côté, sans être ajouté',
    de: 'Steht daneben, nicht addiert',
    en: 'Stands beside, not added',
  },
  conflicts: { nl: 'Tegenspraak', fr: 'Contradiction', de: 'Widerspruch', en: 'Contradiction' },
  none: {
    nl: 'Dit beeld heeft er geen cijfer van. Wat het van {place} heeft: {held}. Een bron of een eigen claim met deze reikwijdte vult het aan.',
    fr: 'Ce tableau n’en contient aucun chiffre. Ce qu’il contient de {place} : {held}. Une source ou une affirmation de cette portée y répondrait.',
    de: 'Dieses Lagebild enthält davon keine Zahl. Was es von {place} enthält: {held}. Eine Quelle oder eine eigene Angabe mit diesem Umfang ergänzt es.',
    en: 'This picture holds no figure of it. What it holds of {place}: {held}. A source, or a claim of your own, with this scope would answer it.',
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
    const answers = questions.map((question) => settle({ ...records, pairs }, question));
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
