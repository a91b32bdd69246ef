import { questionsIn, type Settled, wrongUse } from '@samenbeeld/merge';
import {
  answered,
  type Counted,
  countedIn,
  nothingHeld,
  pictureRecords,
  pictureScopes,
  questionKeys,
  questionsOf,
  scopeLine,
} from '@samenbeeld/recipes';
import {
  formatPeriod,
  formatQuantity,
  type Language,
  parsePeriod,
  placeLabel,
  units,
} from '@samenbeeld/schema';
import { isAnswered, stakeLines, totalLines } from '../build-view/total-lines.ts';
import { openBuilt } from '../open-built.ts';
import { optionName } from '../options.ts';
import { openTerminal, type Terminal } from '../terminal.ts';

const words = {
  notAdded: {
    nl: 'Staat ernaast, niet opgeteld',
    fr: 'Pour information, non additionné',
    de: 'Steht daneben, nicht addiert',
    en: 'Stands beside, not added',
  },
  conflicts: { nl: 'Tegenspraak', fr: 'Contradiction', de: 'Widerspruch', en: 'Contradiction' },
} as const;

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
    lines.set(line, [
      ...new Set([...(lines.get(line) ?? []), formatPeriod(parsePeriod(period), language)]),
    ]);
  }
  return [...lines].map(([line, periods]) => `    ${periods.join(', ')}: ${line}`);
}

function print(settled: Settled, rows: readonly Counted[], terminal: Terminal): void {
  const { language } = terminal;
  terminal.print('', scopeLine(settled.question, language));
  if (isAnswered(settled))
    terminal.print(
      ...totalLines(settled.totals, language),
      ...stakeLines(settled.totals, language),
    );
  else terminal.print(`  ${nothingHeld(settled.question, rows)[language]}`);
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
  const picture = await openBuilt(String(folder));
  try {
    const rows = countedIn(await pictureScopes(picture));
    // Where nothing is named, the picture's own questions are asked.
    const isOpen = questionKeys.every((name) => options[name] === undefined);
    const own = isOpen ? questionsIn(picture.metadata) : [];
    const questions = own.length > 0 ? own : questionsOf(options, rows, optionName);
    const records = await pictureRecords(picture, { about: questions });
    const pairs = records.seizures.length > 0 ? await records.pairs() : [];
    const answers = questions.map((question) =>
      answered({ ...records, pairs }, question, optionName),
    );
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
