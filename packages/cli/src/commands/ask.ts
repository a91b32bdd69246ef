import {
  type Records,
  type Settled,
  say,
  settle,
  steps,
  type TotalQuestion,
} from '@samenbeeld/merge';
import { pictureRecords, pictureScopes } from '@samenbeeld/recipes';
import {
  bases,
  formatPeriod,
  formatQuantity,
  inEach,
  type JointTotal,
  type Language,
  metrics,
  offences,
  placeLabel,
  RefusalError,
  substances,
  type Text,
  units,
} from '@samenbeeld/schema';
import {
  type Counted,
  countedIn,
  isWithin,
  questionsOf,
  scopeLine,
  shown,
} from '../ask-view/questions.ts';
import { stakeLines, totalLines } from '../build-view/total-lines.ts';
import { openBuilt } from '../open-built.ts';
import { openTerminal, type Terminal } from '../terminal.ts';
import { wrongUse } from '../wrong-use.ts';

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
  const picture = await openBuilt(String(folder));
  try {
    const rows = countedIn(await pictureScopes(picture));
    const questions = questionsOf(options, rows);
    const records = await pictureRecords(picture, { about: questions });
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
