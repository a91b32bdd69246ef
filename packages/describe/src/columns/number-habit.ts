import { inFour, joinWith, type Language, quoted, type Text } from '@samenbeeld/schema';
import type { SumsOfMarks } from '../relations/table-sums.ts';
import { thresholds } from '../thresholds.ts';
import { numberShape } from './number-shape.ts';
import { type ColumnProfile, shareOf } from './profile-column.ts';

/** How a column or a whole table writes numbers, and how sure that is. */
export interface NumberWriting {
  readonly decimalChar: '.' | ',' | null;
  readonly groupChar: string | null;
  readonly confidence: number;
  readonly reason: Text;
  /** The other reading, where one remains possible. */
  readonly question: Text | null;
}

function first(counts: ReadonlyMap<string, number>): string | null {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}

/** "Between thousands" or "before decimals". */
const standsWhere = (groups: boolean): Text =>
  groups
    ? inFour('tussen duizendtallen', 'entre milliers', 'zwischen Tausendern', 'between thousands')
    : inFour('voor decimalen', 'devant les décimales', 'vor Dezimalen', 'before decimals');

/** How many cells have a mark in one place, and can have it in no other. */
const provedIn = (cells: number, mark: Text, groups: boolean): Text =>
  inFour(
    '{cells} {cells:cel kan|cellen kunnen} {mark} alleen {where} hebben',
    '{cells} {cells:cellule ne peut|cellules ne peuvent} avoir {mark} que {where}',
    '{cells} {cells:Zelle kann|Zellen können} {mark} nur {where} haben',
    '{cells} {cells:cell|cells} can only have {mark} {where}',
    { cells, mark, where: standsWhere(groups) },
  );

/** How many cells are like an example. */
const such = (cells: number, example: string): Text =>
  inFour(
    '{cells} {cells:cel|cellen} zoals {example}',
    '{cells} {cells:cellule|cellules} comme {example}',
    '{cells} {cells:Zelle|Zellen} wie {example}',
    '{cells} {cells:cell|cells} such as {example}',
    { cells, example: quoted(example) },
  );

const twoReadings = (example: string, because: Text): Text =>
  inFour(
    '{example} is op twee manieren te lezen; {because}',
    '{example} se lit de deux façons ; {because}',
    '{example} ist auf zwei Arten zu lesen; {because}',
    '{example} has two readings; {because}',
    { example: quoted(example), because },
  );

/** Marks that cells of one column prove, without looking elsewhere. */
function proven({ numbers }: ColumnProfile): NumberWriting | null {
  const decimal = first(numbers.decimal) as '.' | ',' | null;
  const group = first(numbers.group);
  if (decimal === null && group === null) return null;
  const split = numbers.decimal.size > 1 || numbers.group.size > 1 || decimal === group;
  const blank = inFour('"spatie"', '« espace »', '„Leerzeichen“', '"blank"');
  const reason = joinWith(
    [
      ...(decimal ? [provedIn(sum(numbers.decimal), quoted(decimal), false)] : []),
      ...(group ? [provedIn(sum(numbers.group), group === ' ' ? blank : quoted(group), true)] : []),
    ],
    ', ',
  );
  return {
    decimalChar: decimal,
    groupChar: group,
    confidence: split ? 0.5 : 0.97,
    reason,
    question: split
      ? inFour(
          'De cellen van deze kolom schrijven getallen op meer dan één manier: welke tekens zijn bedoeld?',
          'Les cellules de cette colonne écrivent les nombres de plus d’une façon : quels signes sont les bons ?',
          'Die Zellen dieser Spalte schreiben Zahlen auf mehr als eine Art: welche Zeichen sind gemeint?',
          'The cells of this column write numbers in more than one way: which marks are meant?',
        )
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
  readonly reason: Text;
  readonly question: Text | null;
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
      reason: inFour(
        '{holds} {holds:rij klopt|rijen kloppen} als som ({formula}), meer dan op enige andere manier gelezen, met {mark} {where}',
        '{holds} {holds:ligne s’additionne|lignes s’additionnent} ({formula}), plus que dans toute autre lecture, avec {mark} {where}',
        '{holds} {holds:Zeile geht|Zeilen gehen} als Summe auf ({formula}), mehr als in jeder anderen Lesart, mit {mark} {where}',
        '{holds} rows add up ({formula}), more than in any other reading, with {mark} {where}',
        {
          holds: sums.holds,
          formula: sums.formula,
          mark: quoted(sums.mark),
          where: standsWhere(sums.groups),
        },
      ),
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
  const texts = [...values.keys()];
  const example = texts.find((text) => numberShape(text)?.either) ?? '';
  const odd = texts.find((text) => /\d{4}/u.test(text) && numberShape(text)?.ungrouped);
  return {
    mark: either,
    groups: true,
    confidence: odd === undefined ? 0.93 : 0.8,
    reason: inFour(
      '{such} {cells:heeft|hebben} drie cijfers achter het teken, zoals bij duizendtallen, en kleinere getallen hebben geen teken',
      '{such} {cells:a|ont} trois chiffres après le signe, comme les milliers, et les nombres plus petits n’ont pas de signe',
      '{such} {cells:hat|haben} drei Ziffern hinter dem Zeichen, wie bei Tausendern, und kleinere Zahlen haben kein Zeichen',
      '{such} have three digits behind the mark, as thousands have, and smaller figures have no mark',
      { such: such(cells, example), cells },
    ),
    question:
      odd === undefined
        ? null
        : inFour(
            'Is {example} {read}? {cells} {cells:cel heeft|cellen hebben} {mark} tussen duizendtallen, en {odd} heeft er geen: is dat een vergissing?',
            '{example} vaut-il {read} ? {cells} {cells:cellule a|cellules ont} {mark} entre milliers, et {odd} n’en a pas : est-ce une erreur ?',
            'Ist {example} {read}? {cells} {cells:Zelle hat|Zellen haben} {mark} zwischen Tausendern, und {odd} hat keines: ist es ein Versehen?',
            'Is {example} {read}? {cells} {cells:cell|cells} have {mark} between thousands, and {odd} has none: is it a slip?',
            {
              example: quoted(example),
              read: example.replace(either, ''),
              cells,
              mark: quoted(either),
              odd: quoted(odd),
            },
          ),
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
            ? inFour(
                '{points} {points:cel is een getal|cellen zijn getallen} van het rekenblad met een breuk',
                '{points} {points:cellule est un nombre|cellules sont des nombres} du tableur avec une fraction',
                '{points} {points:Zelle ist eine Zahl|Zellen sind Zahlen} der Tabellenkalkulation mit Nachkommastellen',
                '{points} {points:cell|cells} are numbers of the spreadsheet with a fraction',
                { points },
              )
            : inFour('alleen cijfers', 'des chiffres seulement', 'nur Ziffern', 'digits only'),
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
    return { ...chars, confidence, reason: twoReadings(example, reason), question };
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
      reason: twoReadings(
        example,
        inFour(
          'andere kolommen gebruiken {mark} {where}',
          'd’autres colonnes emploient {mark} {where}',
          'andere Spalten verwenden {mark} {where}',
          'other columns use {mark} {where}',
          { mark: quoted(either), where: standsWhere(groups) },
        ),
      ),
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
      reason: twoReadings(
        example,
        inFour(
          '{n} {n:cel|cellen} van andere kolommen {n:heeft|hebben} {mark} {where}',
          '{n} {n:cellule|cellules} d’autres colonnes {n:a|ont} {mark} {where}',
          '{n} {n:Zelle|Zellen} anderer Spalten {n:hat|haben} {mark} {where}',
          '{n} {n:cell|cells} of other columns have {mark} {where}',
          {
            n: groups ? otherDecimal : otherGroup,
            mark: quoted(other),
            where: standsWhere(!groups),
          },
        ),
      ),
      question: null,
    };
  }
  if (neverDecimals(profile, either)) {
    const { confidence, reason, question } = groupedMark(profile, either);
    return { decimalChar: null, groupChar: either, confidence, reason, question };
  }
  // What is counted is whole: so many figures with three digits behind the mark, and none of another length, are thousands.
  if (counts && profile.numbers.ungrouped === 0 && cells >= thresholds.groupedFigures)
    return {
      decimalChar: null,
      groupChar: either,
      confidence: 0.9,
      reason: twoReadings(
        example,
        inFour(
          'er worden dingen geteld, en {n} cijfers hebben er drie cijfers achter',
          'des choses sont comptées, et {n} chiffres en ont trois après',
          'gezählt werden Dinge, und {n} Zahlen haben drei Ziffern dahinter',
          'things are counted, and {n} figures have three digits behind it',
          { n: cells },
        ),
      ),
      question: null,
    };
  const usual = (either === ',') === (language === 'en');
  const groups = profile.numbers.ungrouped <= slips(profile.numbers) && (counts || usual);
  const [head = '', tail = ''] = example.split(either);
  return {
    decimalChar: groups ? null : either,
    groupChar: groups ? either : null,
    confidence: counts && groups ? 0.8 : 0.6,
    reason: inFour(
      '{such} {cells:is|zijn} op twee manieren te lezen, en niets anders in de tabel beslist',
      '{such} se {cells:lit|lisent} de deux façons, et rien d’autre dans le tableau ne tranche',
      '{such} {cells:ist|sind} auf zwei Arten zu lesen, und nichts sonst in der Tabelle entscheidet',
      '{such} have two readings and nothing else in the table decides',
      { such: such(cells, example), cells },
    ),
    question: inFour(
      'Is {example} {whole} of {head},{tail}?',
      '{example} vaut-il {whole} ou {head},{tail} ?',
      'Ist {example} {whole} oder {head},{tail}?',
      'Is {example} {whole} or {head}.{tail}?',
      { example: quoted(example), whole: `${head}${tail}`, head, tail },
    ),
  };
}
