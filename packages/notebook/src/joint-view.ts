import { decideFirst, modelledSaying, probabilityText, recordName, say } from '@samenbeeld/merge';
import {
  bases,
  formatNumber,
  type JointTotal,
  type Language,
  metrics,
  type NotAdded,
  statuses,
  substances,
} from '@samenbeeld/schema';
import {
  type Cell,
  folded,
  type Grid,
  grid,
  heading,
  list,
  output,
  type Part,
  paragraph,
} from './html.ts';
import type { Joint } from './joint.ts';
import type { Bundle } from './kernel.ts';
import { labelOf, numberIn, placeName, quantityIn } from './labels.ts';
import { memberGrid } from './picture-view.ts';
import { words } from './words.ts';

function likelyCell({ likely }: JointTotal['reported'], language: Language): Cell {
  if (likely !== 'undecided') return numberIn(likely, language);
  const text = words.undecided[language];
  return { html: `<span class="undecided">${text}</span>`, plain: text };
}

function middleCell({ interval90 }: JointTotal['reported'], language: Language): Cell {
  if (!interval90) return '–';
  const { low, high } = interval90;
  const shown = (value: number): string => formatNumber(Number(value.toFixed(3)), language);
  return `${shown(low)} – ${high === null ? words.open[language] : shown(high)}`;
}

function totalGrid(totals: readonly JointTotal[], language: Language): Grid {
  const number = (name: 'lowest' | 'likely' | 'highest' | 'atLeast' | 'atMost') => ({
    label: words[name][language],
    number: true,
  });
  const isSpread = totals.some(({ reported }) => reported.interval90 !== undefined);
  const middle = (cell: Cell): readonly Cell[] => (isSpread ? [cell] : []);
  // Of events nothing holds without a model, so there is no least and no most beside the range.
  const isModelled = totals.some(({ method }) => method);
  const bounds = <Of>(...cells: readonly Of[]): readonly Of[] => (isModelled ? [] : cells);
  return {
    headings: [
      { label: words.period[language] },
      number('lowest'),
      ...(isSpread ? [{ label: words.middle90[language], number: true }] : []),
      number('likely'),
      number('highest'),
      ...bounds(number('atLeast'), number('atMost')),
      { label: words.status[language] },
      { label: words.cause[language] },
    ],
    rows: totals.map(({ period, reported, total, status, causes }) =>
      status === 'none'
        ? [
            period,
            '–',
            ...middle('–'),
            '–',
            '–',
            ...bounds('–', '–'),
            labelOf(statuses, status, language),
            causes.map(({ text }) => text[language]).join('. '),
          ]
        : [
            period,
            numberIn(reported.lowest, language),
            ...middle(middleCell(reported, language)),
            likelyCell(reported, language),
            numberIn(reported.highest, language),
            ...bounds(numberIn(total.atLeast, language), numberIn(total.atMost, language)),
            labelOf(statuses, status, language),
            causes.map(({ text }) => text[language]).join('. '),
          ],
    ),
  };
}

function scopeLine(total: JointTotal, language: Language): string {
  return [
    placeName(total.complex, language),
    labelOf(substances, total.substance, language),
    labelOf(bases, total.basis, language),
    ...(total.metric === 'quantity' ? [] : [labelOf(metrics, total.metric, language)]),
    total.unit,
  ].join(' · ');
}

/** Totals of one scope: the yearly table and, for an area, each port. */
function scopeParts(totals: readonly JointTotal[], language: Language): readonly Part[] {
  const [first] = totals;
  if (!first) return [];
  const members =
    first.members.length > 1
      ? [folded(words.byPort[language], [grid(memberGrid(totals, language))])]
      : [];
  const saying = totals.some(({ method }) => method)
    ? [paragraph(modelledSaying[language], 'quiet')]
    : [];
  return [
    heading(scopeLine(first, language)),
    grid(totalGrid(totals, language)),
    ...saying,
    ...members,
  ];
}

function groups(totals: readonly JointTotal[]): readonly (readonly JointTotal[])[] {
  const found = new Map<string, JointTotal[]>();
  for (const total of totals) {
    const key = `${total.complex} ${total.substance} ${total.basis} ${total.metric}`;
    found.set(key, [...(found.get(key) ?? []), total]);
  }
  return [...found.values()];
}

/** What was not added, each figure once with the years it touches. */
function besideLines(entries: readonly NotAdded[], language: Language): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const { period, place, value, unit, reason } of entries) {
    const line = `${placeName(place, language)} ${quantityIn(value, unit, language)}. ${reason[language]}`;
    lines.set(line, [...(lines.get(line) ?? []), period]);
  }
  return [...lines].map(([line, periods]) => `${periods.join(', ')}: ${line}`);
}

/** The pairs of records that a person should decide first, with what that takes off the uncertainty of a year. */
function stakeLines({ picture, totals }: Joint): readonly string[] {
  const { language } = picture;
  const byId = new Map(picture.seizures.rows.map((seizure) => [seizure.id, seizure]));
  const pairOf = new Map(picture.doubleReports.map((pair) => [pair.key, pair]));
  return totals.flatMap((total) =>
    decideFirst(total).map(({ pair, share, closes }) => {
      const found = pairOf.get(pair);
      const sides = found ? `${recordName(found.a, byId)} · ${recordName(found.b, byId)}` : pair;
      const worth = `${probabilityText(share, language)} ${words.uncertainty[language]}`;
      return `${total.period}: ${sides}: ${closes ? words.unbounded[language] : worth}`;
    }),
  );
}

/** Totals as a cell shows them: the table, the ports, pairs to decide, what was not added, what contradicts. */
export function jointOutputs(joint: Joint): readonly Bundle[] {
  const { picture, totals, notAdded, conflicts, leftOut } = joint;
  const { language } = picture;
  const beside = besideLines(notAdded, language);
  const ceilings = totals.flatMap(({ period, ceilings: offered }) =>
    offered.map(
      ({ value, assumption }) =>
        `${period}: ${formatNumber(value, language)}. ${assumption[language]}`,
    ),
  );
  const disputes = conflicts.map(
    ({ periodStart, state, explanation }) =>
      `${periodStart.slice(0, 4)} (${words[state][language]}): ${explanation[language]}`,
  );
  const counted = (
    name: 'notAdded' | 'conflicts' | 'ceilings' | 'toDecideFirst',
    items: readonly string[],
  ): Part =>
    items.length === 0
      ? { html: '', plain: '' }
      : folded(`${words[name][language]}: ${items.length}`, [list(items)]);
  const note =
    leftOut > 0 ? [paragraph(say(words.leftOut, { n: leftOut })[language], 'quiet')] : [];
  return [
    output(picture, [
      ...groups(totals).flatMap((group) => scopeParts(group, language)),
      ...note,
      counted('toDecideFirst', stakeLines(joint)),
      counted('notAdded', beside),
      counted('conflicts', disputes),
      counted('ceilings', ceilings),
    ]),
  ];
}
