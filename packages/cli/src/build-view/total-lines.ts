import { decideFirst, probabilityText } from '@samenbeeld/merge';
import { formatNumber, type JointTotal, type Language } from '@samenbeeld/schema';
import { aligned } from '../columns.ts';

function number(value: number | null, language: Language): string {
  return value === null ? '–' : formatNumber(value, language);
}

function middle({ interval90 }: JointTotal['reported'], language: Language): string {
  if (!interval90) return '–';
  const { low, high } = interval90;
  const shown = (value: number): string => formatNumber(Number(value.toFixed(3)), language);
  return `${shown(low)} – ${high === null ? 'open' : shown(high)}`;
}

/** The yearly totals; where events were counted, with the middle 90 % of what each may be. */
export function totalLines(totals: readonly JointTotal[], language: Language): readonly string[] {
  const isSpread = totals.some(({ reported }) => reported.interval90 !== undefined);
  const spread = (cell: string): readonly string[] => (isSpread ? [cell] : []);
  const rows = totals.map(({ period, reported, total, status, causes }) => [
    `  ${period}`,
    number(reported.lowest, language),
    ...spread(middle(reported, language)),
    reported.likely === 'undecided' ? 'undecided' : number(reported.likely, language),
    number(reported.highest, language),
    number(total.atLeast, language),
    number(total.atMost, language),
    [status, causes.map((cause) => cause.text[language]).join('; ')].filter(Boolean).join(': '),
  ]);
  const head = [
    '',
    'lowest',
    ...spread('middle 90%'),
    'likely',
    'highest',
    'at least',
    'at most',
    'status',
  ];
  return aligned([head, ...rows], new Set([1, 2, 3, 4, 5, ...(isSpread ? [6] : [])]));
}

/** The pairs of records to decide first, a line for each year that some would make surer. */
export function stakeLines(totals: readonly JointTotal[], language: Language): readonly string[] {
  return totals.flatMap((total): readonly string[] => {
    const first = decideFirst(total);
    const share = first.at(-1)?.together;
    if (share === undefined) return [];
    const pairs = `${first.length} ${first.length === 1 ? 'pair' : 'pairs'}`;
    const ends = first.some(({ closes }) => closes);
    const worth = [
      ...(Math.floor(share * 100) > 0
        ? [`removes ${probabilityText(share, language)} of the uncertainty`]
        : []),
      ...(ends ? ['tells whether there is an upper end'] : []),
    ];
    return [`  ${total.period}: deciding ${pairs} ${worth.join(' and ')}`];
  });
}
