import { headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { foldText, inFour, quoted, units } from '@samenbeeld/schema';
import type { ColumnGuess } from '../column.ts';
import { amountUnit } from '../columns/unit-words.ts';
import { mappingsOf } from '../mapped-codes.ts';
import { decimalsOf, type FigureHabit, figureOf, isRounded } from '../numbers.ts';
import { thresholds } from '../thresholds.ts';
import { isFigureField } from '../written.ts';
import type { ProposedTotals } from './propose-totals.ts';
import { ruleName } from './rule-name.ts';
import { saysTotal, withoutTotal } from './total-words.ts';

type Row = ReadTable['rows'][number];

interface Amount {
  readonly value: number;
  /** The last decimal that it is printed with. */
  readonly step: number;
  readonly unit: string | null;
}

/** How cells are read: the figures of a table, and whether one among words ("ca. 1.200") is in thousands, whatever its column does. */
interface Reading {
  readonly habit: FigureHabit;
  readonly inThousands: boolean;
}

/** The amount in a cell, by the unit behind it or that of its row; null where it holds none, or several. */
function amountOf(
  cell: string,
  unit: string | null,
  { habit, inThousands }: Reading,
): Amount | null {
  const [, printed = '', word = ''] =
    /^[^\d]*?(\d[\d.,'’\u00a0\u202f ]*)(?<!\s)\s*([^\d\s/+]*)[^\d/+]*$/u.exec(cell) ?? [];
  const isThousands = inThousands && printed !== cell && /^[1-9]\d{0,2}[.,]\d{3}$/u.test(printed);
  const figure = isThousands ? printed.replace(/[.,]/u, '') : printed;
  const value = figureOf(figure, habit);
  return value === null
    ? null
    : {
        value,
        step: 10 ** -decimalsOf(figure, habit),
        unit: amountUnit(word === '' ? (unit ?? '') : word),
      };
}

/** Whether an amount is the sum of others, two at least. One without a unit is in that of the others. */
function isSum(total: Amount, parts: readonly Amount[]): boolean {
  const [own, ...others] = new Set(parts.map(({ unit }) => unit));
  if (parts.length < 2 || (others.length > 0 && total.unit === null)) return false;
  const scaleOf = (unit: string | null): number => {
    const { digits, exponent } = unit === null ? { digits: 1, exponent: 0 } : units.get(unit);
    return digits * 10 ** exponent;
  };
  const baseOf = (unit: string | null): string => (unit === null ? '' : units.get(unit).base);
  const unit = total.unit ?? own ?? null;
  if (parts.some((part) => baseOf(part.unit) !== baseOf(unit))) return false;
  const step = total.step * scaleOf(unit);
  const all = parts.reduce((added, part) => added + part.value * scaleOf(part.unit), 0);
  return isRounded((total.value * scaleOf(unit)) / step, all / step, 0);
}

/** What tells the rows of a list of finds apart, and what is added up in it. */
interface Finds {
  readonly labels: readonly number[];
  readonly figures: readonly number[];
  readonly unit: number | null;
}

const cellOf = ({ cells }: Row, index: number): string => cells[index]?.trim() ?? '';

/** The finds that a row may be the sum of: those that have its labels, where they say more than that it is a total. */
function partsOfSum(sum: Row, finds: readonly Row[], { labels }: Finds): readonly Row[] {
  const said = labels.flatMap((index) => {
    const name = foldText(withoutTotal(cellOf(sum, index)));
    return name === '' ? [] : [[index, name] as const];
  });
  return finds.filter((row) =>
    said.every(([index, name]) => foldText(cellOf(row, index)) === name),
  );
}

/** Whether each figure of a row is the sum of those of its finds. */
function addsUp(
  sum: Row,
  finds: readonly Row[],
  { figures, unit }: Finds,
  reading: Reading,
): boolean {
  const amount = (row: Row, index: number): Amount | null =>
    amountOf(cellOf(row, index), unit === null ? null : cellOf(row, unit), reading);
  const told = figures.flatMap((index) => {
    const total = amount(sum, index);
    return total === null ? [] : [{ index, total }];
  });
  return (
    told.length > 0 &&
    told.every(({ index, total }) =>
      isSum(
        total,
        finds.flatMap((row) => amount(row, index) ?? []),
      ),
    )
  );
}

/**
 * Rows of a list of single finds that say they are a total and have no day, or stand for a drug: no find. Left out, and asked where the
 * finds that they name do not add up to them.
 */
export function sumsOfFinds(
  table: ReadTable,
  columns: readonly ColumnGuess[],
  isTold: (heading: string) => boolean,
  habit: FigureHabit,
): ProposedTotals['exclude'] {
  const headings = [...headingsOf(table)].map(([{ index }, heading]) => ({ index, heading }));
  const feeding = (wanted: (to: string) => boolean): readonly number[] => {
    const fed = new Set(
      columns
        .filter((guess) => mappingsOf(guess).some(({ to }) => wanted(to)))
        .flatMap((guess) => guess.headings),
    );
    return headings.flatMap(({ index, heading }) => (fed.has(heading) ? index : []));
  };
  const days = feeding((to) => to === 'date');
  const [day] = days;
  if (day === undefined) return [];
  const drugs = feeding((to) => to === 'substance');
  const isTotal = (row: Row): boolean => {
    const date = cellOf(row, day);
    const isUndated = date === '' || saysTotal(date);
    return headings.some(
      ({ index }) => (isUndated || drugs.includes(index)) && saysTotal(cellOf(row, index)),
    );
  };
  const sums = new Set(table.rows.filter(isTotal));
  if (sums.size === 0) return [];
  const finds = table.rows.filter((row) => !sums.has(row));
  const dated = finds.filter((row) => /\d/u.test(cellOf(row, day))).length;
  if (dated === 0 || dated < finds.length * thresholds.datedFinds) return [];
  const list: Finds = {
    labels: feeding((to) => !isFigureField(to) && !['date', 'unit', 'note'].includes(to)),
    figures: feeding(isFigureField),
    unit: feeding((to) => to === 'unit')[0] ?? null,
  };
  const readings = [false, true].map((inThousands) => ({ habit, inThousands }));
  const rules = new Map<string, Row[]>();
  const places = new Map<string, (typeof headings)[number]>();
  for (const row of sums) {
    const own = headings.find(
      ({ index, heading }) =>
        isTold(heading) &&
        saysTotal(cellOf(row, index)) &&
        finds.every((find) => cellOf(find, index) !== cellOf(row, index)),
    );
    if (!own) continue;
    const key = `${own.heading}\u0000${cellOf(row, own.index)}`;
    places.set(key, own);
    rules.set(key, [...(rules.get(key) ?? []), row]);
  }
  return [...rules].map(([key, own]) => {
    const { index, heading } = places.get(key) as (typeof headings)[number];
    const [first] = own as [Row];
    const label = cellOf(first, index);
    const isShown = readings.some((reading) =>
      own.every((row) => addsUp(row, partsOfSum(row, finds, list), list, reading)),
    );
    return {
      rule: ruleName(label, 'total'),
      where: { [heading]: label },
      reason: isShown
        ? inFour(
            'de som van de vondsten erboven, en zelf geen vondst',
            'la somme des saisies au-dessus, et non une saisie',
            'die Summe der Funde darüber, und selbst kein Fund',
            'the sum of the finds above, and no find itself',
          )
        : inFour(
            'zegt totaal, en is geen vondst',
            'dit total, et n’est pas une saisie',
            'sagt Summe und ist kein Fund',
            'says total, and is no find',
          ),
      decide: isShown
        ? null
        : inFour(
            'is {label} de som van de vondsten erboven? Weggelaten, als geen vondst; zij komen er niet op uit, zodat er cijfers kunnen ontbreken',
            '{label} est-il la somme des saisies au-dessus ? Laissé de côté, n’étant pas une saisie ; elles n’y conduisent pas, des chiffres peuvent donc manquer',
            'ist {label} die Summe der Funde darüber? Weggelassen, da kein Fund; sie ergeben etwas anderes, es können also Zahlen fehlen',
            'is {label} the sum of the finds above? Left out, being no find; they do not add up to it, so that figures may be missing',
            { label: quoted(label) },
          ),
    };
  });
}
