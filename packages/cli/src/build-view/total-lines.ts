import { decideFirst, modelledSaying, probabilityText, type Settled, say } from '@samenbeeld/merge';
import {
  formatNumber,
  formatPeriod,
  type JointTotal,
  type Language,
  parsePeriod,
  statuses,
} from '@samenbeeld/schema';
import { aligned } from '../columns.ts';
import { buildWords } from './build-words.ts';

function number(value: number | null, language: Language): string {
  return value === null ? '–' : formatNumber(value, language);
}

function middle({ interval90 }: JointTotal['reported'], language: Language): string {
  if (!interval90) return '–';
  const { low, high } = interval90;
  const shown = (value: number): string => formatNumber(Number(value.toFixed(3)), language);
  return `${shown(low)} – ${high === null ? buildWords.open[language] : shown(high)}`;
}

/** Whether anything at all is known of a question. */
export const isAnswered = ({ totals }: Pick<Settled, 'totals'>): boolean =>
  totals.some(({ status }) => status !== 'none');

/** The yearly totals; where events were counted, with the middle 90 % of what each may be. */
export function totalLines(totals: readonly JointTotal[], language: Language): readonly string[] {
  const isSpread = totals.some(({ reported }) => reported.interval90 !== undefined);
  const spread = (cell: string): readonly string[] => (isSpread ? [cell] : []);
  const isModelled = totals.length > 0 && totals.every(({ method }) => method);
  // Of events nothing holds without a model, so there is no least and no most beside the range.
  const bounds = (...cells: readonly string[]): readonly string[] => (isModelled ? [] : cells);
  const rows = totals.map(({ period, reported, total, status, causes, method }) => [
    `  ${formatPeriod(parsePeriod(period), language)}`,
    number(reported.lowest, language),
    ...spread(middle(reported, language)),
    reported.likely === 'undecided'
      ? buildWords.undecided[language]
      : number(reported.likely, language),
    number(reported.highest, language),
    ...bounds(
      number(method ? null : total.atLeast, language),
      number(method ? null : total.atMost, language),
    ),
    [statuses.label(status, language), causes.map((cause) => cause.text[language]).join('; ')]
      .filter(Boolean)
      .join(language === 'fr' ? ' : ' : ': '),
  ]);
  const head = [
    '',
    buildWords.lowest[language],
    ...spread(buildWords.middle[language]),
    buildWords.likely[language],
    buildWords.highest[language],
    ...bounds(buildWords.atLeast[language], buildWords.atMost[language]),
    buildWords.status[language],
  ];
  const numbers = Array.from({ length: head.length - 2 }, (_, at) => at + 1);
  const table = aligned([head, ...rows], new Set(numbers));
  return totals.some(({ method }) => method) ? [...table, `  ${modelledSaying[language]}`] : table;
}

/** The pairs of records to decide first, a line for each year that some would make surer. */
export function stakeLines(totals: readonly JointTotal[], language: Language): readonly string[] {
  return totals.flatMap((total): readonly string[] => {
    const first = decideFirst(total);
    const share = first.at(-1)?.together;
    if (share === undefined) return [];
    const ends = first.some(({ closes }) => closes);
    const removes = say(buildWords.removes, { share: probabilityText(share, language) });
    const worth = [
      ...(Math.floor(share * 100) > 0 ? [removes[language]] : []),
      ...(ends ? [buildWords.tellsEnd[language]] : []),
    ].join(buildWords.and[language]);
    const period = formatPeriod(parsePeriod(total.period), language);
    return [`  ${say(buildWords.deciding, { period, n: first.length, worth })[language]}`];
  });
}
