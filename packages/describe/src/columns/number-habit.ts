import type { Language } from '@samenbeeld/schema';
import type { SumsOfMarks } from '../relations/table-sums.ts';
import { thresholds } from '../thresholds.ts';
import { numberShape } from './number-shape.ts';
import { type ColumnProfile, shareOf } from './profile-column.ts';

/** How a column or a whole table writes numbers, and how sure that is. */
export interface NumberWriting {
  readonly decimalChar: '.' | ',' | null;
  readonly groupChar: string | null;
  readonly confidence: number;
  readonly reason: string;
  /** The other reading, where one remains possible. */
  readonly question: string | null;
}

function first(counts: ReadonlyMap<string, number>): string | null {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}

const marked = (count: number, what: string): string =>
  `${count} ${count === 1 ? 'cell' : 'cells'} ${what}`;

/** Marks that cells of one column prove, without looking elsewhere. */
function proven({ numbers }: ColumnProfile): NumberWriting | null {
  const decimal = first(numbers.decimal) as '.' | ',' | null;
  const group = first(numbers.group);
  if (decimal === null && group === null) return null;
  const split = numbers.decimal.size > 1 || numbers.group.size > 1 || decimal === group;
  const reason = [
    decimal && `${marked(sum(numbers.decimal), `can only have "${decimal}" before decimals`)}`,
    group &&
      `${marked(sum(numbers.group), `can only have "${group === ' ' ? 'blank' : group}" between thousands`)}`,
  ]
    .filter(Boolean)
    .join(', ');
  return {
    decimalChar: decimal,
    groupChar: group,
    confidence: split ? 0.5 : 0.97,
    reason,
    question: split
      ? 'The cells of this column write numbers in more than one way: which marks are meant?'
      : null,
  };
}

function added(all: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const counts of all)
    for (const [key, count] of counts) total.set(key, (total.get(key) ?? 0) + count);
  return total;
}

/** Several columns of one fold as if they were one. */
export function together(profiles: readonly ColumnProfile[]): ColumnProfile | null {
  const [first, ...others] = profiles;
  if (!first || others.length === 0) return first ?? null;
  const numbers = profiles.map((profile) => profile.numbers);
  const sumOf = (pick: (counts: ColumnProfile['numbers']) => number): number =>
    numbers.reduce((all, each) => all + pick(each), 0);
  const among = profiles.flatMap(({ amongNumbers }) => (amongNumbers ? [amongNumbers] : []));
  return {
    ...first,
    amongNumbers: among.length > 0 ? among.flat() : null,
    values: added(profiles.map(({ values }) => values)),
    marks: added(profiles.map(({ marks }) => marks)),
    said: profiles.reduce((all, { said }) => all + said, 0),
    words: profiles.reduce((all, { words }) => all + words, 0),
    worded: profiles.reduce((all, { worded }) => all + worded, 0),
    numbers: {
      cells: sumOf(({ cells }) => cells),
      whole: sumOf(({ whole }) => whole),
      exponents: sumOf(({ exponents }) => exponents),
      percents: sumOf(({ percents }) => percents),
      points: sumOf(({ points }) => points),
      ungrouped: sumOf(({ ungrouped }) => ungrouped),
      decimal: added(numbers.map(({ decimal }) => decimal)),
      group: added(numbers.map(({ group }) => group)),
      either: added(numbers.map(({ either }) => either)),
      flags: added(numbers.map(({ flags }) => flags)),
    },
  };
}

/** What is known of a mark with two readings (`1.346`) in all columns of a table: one file has one habit. */
export interface SettledMark {
  readonly mark: '.' | ',';
  readonly groups: boolean;
  readonly confidence: number;
  readonly reason: string;
  readonly question: string | null;
}

/** How the figures of a table that prove something are written, taken together. */
export interface TableHabit {
  readonly decimal: ReadonlyMap<string, number>;
  readonly group: ReadonlyMap<string, number>;
  /** Numbers of a spreadsheet with a fraction. */
  readonly points: number;
  readonly settled: SettledMark | null;
}

/** The mark with two readings that most cells of a table have. */
export function openMark(profiles: readonly ColumnProfile[]): '.' | ',' | null {
  const figures = profiles.filter(
    (profile) => shareOf(profile, profile.numbers.cells) >= thresholds.halfFigures,
  );
  return first(added(figures.map(({ numbers }) => numbers.either))) as '.' | ',' | null;
}

/** The mark that the rows of a table prove by adding up, or that the figures of its columns settle together. */
function settledMark(
  profiles: readonly ColumnProfile[],
  sums: SumsOfMarks | null,
): SettledMark | null {
  if (sums)
    return {
      mark: sums.mark,
      groups: sums.groups,
      confidence: 0.96,
      reason: `${sums.holds} rows add up (${sums.formula}), more than in any other reading, with "${sums.mark}" ${sums.groups ? 'between thousands' : 'before decimals'}`,
      question: null,
    };
  const either = openMark(profiles);
  if (either === null) return null;
  const pool = profiles.filter(
    (profile) =>
      shareOf(profile, profile.numbers.cells) >= thresholds.halfFigures &&
      (profile.numbers.either.get(either) ?? 0) > 0,
  );
  const all = together(pool);
  if (!all || all.numbers.decimal.has(either) || !neverDecimals(all, either)) return null;
  return groupedMark(all, either);
}

/** Thousands by the looks of all figures; a figure of four digits without a mark among them is asked about. */
function groupedMark({ numbers, values }: ColumnProfile, either: '.' | ','): SettledMark {
  const cells = sum(numbers.either);
  const [example = ''] = [...values.keys()].filter((text) => numberShape(text)?.either);
  const [odd] = [...values.keys()].filter((text) => numberShape(text)?.ungrouped);
  return {
    mark: either,
    groups: true,
    confidence: odd === undefined ? 0.93 : 0.8,
    reason: `${marked(cells, `such as "${example}"`)} have three digits behind the mark, as thousands have, and smaller figures have no mark`,
    question:
      odd === undefined
        ? null
        : `Is "${example}" ${example.replace(either, '')}? ${marked(cells, `have "${either}" between thousands`)}, and "${odd}" has none: is it a slip?`,
  };
}

/** How the figures of a table that prove something are written, taken together. */
export function tableHabit(
  profiles: readonly ColumnProfile[],
  sums: SumsOfMarks | null = null,
): TableHabit {
  const decimal = new Map<string, number>();
  const group = new Map<string, number>();
  let points = 0;
  for (const profile of profiles) {
    if (shareOf(profile, profile.numbers.cells) < thresholds.halfFigures) continue;
    points += profile.numbers.points;
    for (const [mark, count] of profile.numbers.decimal)
      decimal.set(mark, (decimal.get(mark) ?? 0) + count);
    for (const [mark, count] of profile.numbers.group)
      group.set(mark, (group.get(mark) ?? 0) + count);
  }
  return { decimal, group, points, settled: settledMark(profiles, sums) };
}

/** Figures of four digits without a mark that may be slips, where all others group theirs. */
function slips({ either }: ColumnProfile['numbers']): number {
  return sum(either) >= thresholds.groupedFigures ? Math.max(1, Math.floor(sum(either) * 0.02)) : 0;
}

/**
 * Whether `1,234` can be no decimal: other figures stand whole and below a thousand, so decimals are not printed to a
 * fixed length; and decimals of free length would not all have three digits, nor end in a zero.
 */
function neverDecimals({ numbers, values, amongNumbers }: ColumnProfile, either: string): boolean {
  // How numbers of a spreadsheet look says nothing of the texts among them.
  if (amongNumbers !== null) return false;
  const texts = [...values.keys()];
  const round = texts.filter((text) => text.includes(either) && /0$/.test(text)).length;
  const small = texts.filter((text) => /^\d{1,3}$/.test(text) && text !== '0').length;
  const enough = round > 0 || sum(numbers.either) >= thresholds.groupedFigures;
  return numbers.ungrouped <= slips(numbers) && small > 0 && enough;
}

/**
 * How a column writes its numbers. What its own cells prove comes first, then what the other columns of the table
 * prove. `1,234` alone has two readings: it is read as thousands where the column counts things, or where the
 * language usually groups so, and no cell of four digits stands without a mark; the question stays open.
 */
export function numberHabit(
  profile: ColumnProfile,
  table: TableHabit,
  counts: boolean,
  language: Language,
): NumberWriting {
  const { points } = profile.numbers;
  const own = proven(profile);
  const either = first(profile.numbers.either) as '.' | ',' | null;
  if (!either)
    return (
      own ?? {
        decimalChar: points > 0 ? '.' : null,
        groupChar: null,
        confidence: 0.97,
        reason:
          points > 0
            ? `${marked(points, 'are numbers of the spreadsheet with a fraction')}`
            : 'digits only',
        question: null,
      }
    );
  const [example = `1${either}234`] = (profile.amongNumbers ?? [...profile.values.keys()]).flatMap(
    (text) => /(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])/u.exec(text) ?? [],
  );
  if (own) {
    const settled = own.decimalChar === either || own.groupChar === either;
    const other = either === ',' ? '.' : ',';
    if (settled || own.decimalChar === null)
      return own.groupChar === null || own.decimalChar !== other
        ? own
        : { ...own, groupChar: either };
    return own.groupChar === null ? { ...own, groupChar: either } : own;
  }
  const { settled: mark } = table;
  if (mark?.mark === either && !table.decimal.has(either)) {
    const { groups, confidence, reason, question } = mark;
    const chars = { decimalChar: groups ? null : either, groupChar: groups ? either : null };
    return { ...chars, confidence, reason: `"${example}" has two readings; ${reason}`, question };
  }
  const cells = sum(profile.numbers.either);
  const elsewhere = Math.max(table.group.get(either) ?? 0, table.decimal.get(either) ?? 0);
  const grouping = (table.group.get(either) ?? 0) > (table.decimal.get(either) ?? 0);
  if (elsewhere > 0) {
    const groups = grouping;
    return {
      decimalChar: groups ? null : either,
      groupChar: groups ? either : null,
      confidence: 0.9,
      reason: `"${example}" has two readings; other columns use "${either}" ${groups ? 'between thousands' : 'before decimals'}`,
      question: null,
    };
  }
  const other = either === ',' ? '.' : ',';
  const otherDecimal = table.decimal.get(other) ?? 0;
  const otherGroup = table.group.get(other) ?? 0;
  // One file has one habit: where "." stands before decimals, "," stands between thousands.
  if (otherDecimal > 0 !== otherGroup > 0) {
    const groups = otherDecimal > 0;
    return {
      decimalChar: groups ? null : either,
      groupChar: groups ? either : null,
      confidence: 0.92,
      reason: `"${example}" has two readings; ${marked(groups ? otherDecimal : otherGroup, `of other columns have "${other}" ${groups ? 'before decimals' : 'between thousands'}`)}`,
      question: null,
    };
  }
  if (neverDecimals(profile, either)) {
    const { confidence, reason, question } = groupedMark(profile, either);
    return { decimalChar: null, groupChar: either, confidence, reason, question };
  }
  const usual = (either === ',') === (language === 'en');
  const groups = profile.numbers.ungrouped <= slips(profile.numbers) && (counts || usual);
  const [head = '', tail = ''] = example.split(either);
  return {
    decimalChar: groups ? null : either,
    groupChar: groups ? either : null,
    confidence: counts && groups ? 0.8 : 0.6,
    reason: `${marked(cells, `such as "${example}"`)} have two readings and nothing else in the table decides`,
    question: `Is "${example}" ${head}${tail} or ${head}.${tail}?`,
  };
}
