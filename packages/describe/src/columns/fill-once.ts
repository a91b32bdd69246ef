import { ownValue, units, unitsOfMetric } from '@samenbeeld/schema';
import type { ColumnGuess, ConstantGuess } from '../column-guess.ts';
import {
  cellsOf,
  fieldIn,
  groupsIn,
  isFigure,
  isOne,
  partsOf,
  setIn,
  type WrittenPart,
  withCells,
} from '../written-parts.ts';
import { unitNamed } from './measures.ts';

/** Fields that columns other than values fill. */
function fedBy(columns: readonly ColumnGuess[]): ReadonlySet<string> {
  const fed = new Set<string>();
  for (const { written } of columns)
    for (const part of partsOf(written))
      for (const each of [part, ...Object.values(groupsIn(part))]) {
        const to = fieldIn(each);
        if (to !== null && !isFigure(each)) fed.add(to);
      }
  return fed;
}

/** Units of quantities that a column of units may name otherwise for each row; what is counted besides is the column's own. */
const quantities: ReadonlySet<string> = new Set(
  unitsOfMetric('quantity').filter((unit) => !unitsOfMetric('offences').includes(unit)),
);
const drugUnits: ReadonlySet<string> = new Set(['tablet', 'dose', 'plant', 'cutting', 'piece']);

/** Whether a value column counts things of its own kind (seizures, suspects), which no unit of the row is. */
function countsItsOwn(set: WrittenPart): boolean {
  const { metric, unit } = set;
  return (
    typeof metric === 'string' &&
    metric !== 'quantity' &&
    typeof unit === 'string' &&
    !quantities.has(unit) &&
    !drugUnits.has(unit)
  );
}

/** What value columns set a field to. */
function textsSet(columns: readonly ColumnGuess[], field: string): ReadonlySet<string> {
  return new Set(
    columns.flatMap(({ written }) => {
      if (written === null || !isOne(written)) return [];
      const text = ownValue(setIn(cellsOf(written)), field);
      return typeof text === 'string' ? [text] : [];
    }),
  );
}

/** Whether value columns differ by what they measure, or by the unit of what is no count of their own. */
interface Differ {
  readonly metrics: boolean;
  readonly units: boolean;
}

function without(mapping: WrittenPart, fed: ReadonlySet<string>, differ: Differ): WrittenPart {
  const { set, ...rest } = mapping;
  if (!set || !isFigure(mapping)) return mapping;
  const own = setIn(mapping);
  const itsOwn = (field: string): boolean =>
    (field === 'unit' &&
      (differ.units || (countsItsOwn(own) && (differ.metrics || !fed.has('metric'))))) ||
    (field === 'metric' && differ.metrics);
  const kept = Object.entries(own).filter(([field]) => !fed.has(field) || itsOwn(field));
  return kept.length > 0 ? { ...rest, set: Object.fromEntries(kept) } : rest;
}

/** Units of quantities of a drug: of counts, the column of units says better what is counted. */
const measured: ReadonlySet<string> = new Set([
  'kg',
  'g',
  'mg',
  't',
  'l',
  'ml',
  'cl',
  ...drugUnits,
]);

/** A label of the column of units that is another unit than a heading says; null where none is seen. */
function otherUnit(
  own: string,
  columns: readonly ColumnGuess[],
): { readonly heading: string; readonly label: string } | null {
  if (!measured.has(own)) return null;
  const column = columns.find(({ written }) =>
    partsOf(written).some((part) => fieldIn(part) === 'unit'),
  );
  const label = column?.samples.find((sample) => {
    const match = units.lookup(sample);
    return match.kind === 'exact' && match.entry.code !== own;
  });
  return column && label !== undefined ? { heading: column.headings[0] ?? '', label } : null;
}

/**
 * Value columns without the fields that another column fills, but for what only they can say: of a count beside a column of
 * units the unit, and of several measures in a row the metric.
 */
export function fillOnce(columns: readonly ColumnGuess[]): readonly ColumnGuess[] {
  const fed = fedBy(columns);
  const amounts = [...textsSet(columns, 'unit')].filter((unit) => measured.has(unit));
  const differ = { metrics: textsSet(columns, 'metric').size > 1, units: amounts.length > 1 };
  return columns.map((column): ColumnGuess => {
    const { written } = column;
    if (written === null || !isOne(written)) return column;
    const own = setIn(cellsOf(written))['unit'];
    const rival = fed.has('unit') && typeof own === 'string' ? otherUnit(own, columns) : null;
    const changed = withCells(written, (cells) => without(cells, fed, differ));
    if (rival === null || !isFigure(cellsOf(written))) return { ...column, written: changed };
    return {
      ...column,
      written: changed,
      confidence: Math.min(column.confidence, 0.85),
      decide: [
        ...column.decide,
        `The heading says ${String(own)}, and "${rival.heading}" says "${rival.label}" too: in which unit are these figures?`,
      ],
    };
  });
}

/**
 * Constants that only some value columns lack, moved into the `set` of those that lack them: as a constant they would
 * fill the field twice for the others. What has no value is left to a question on the column.
 */
export function intoSets(
  columns: readonly ColumnGuess[],
  constants: Readonly<Record<string, ConstantGuess>>,
): {
  readonly columns: readonly ColumnGuess[];
  readonly constants: Readonly<Record<string, ConstantGuess>>;
} {
  const setOf = ({ written }: ColumnGuess): WrittenPart | null => {
    if (written === null || !isOne(written)) return null;
    const cells = cellsOf(written);
    return isFigure(cells) ? setIn(cells) : null;
  };
  const sets = columns.map(setOf).filter((set): set is WrittenPart => set !== null);
  // What is read from each edition's title stays a constant: a figure's own `set` wins over it.
  const partial = Object.keys(constants).filter(
    (field) =>
      sets.some((set) => Object.hasOwn(set, field)) &&
      ownValue(constants, field)?.written === undefined,
  );
  if (partial.length === 0) return { columns, constants };
  const moved = columns.map((column): ColumnGuess => {
    const set = setOf(column);
    const lacking = set ? partial.filter((field) => !Object.hasOwn(set, field)) : [];
    const { written: own } = column;
    if (lacking.length === 0 || own === null || !isOne(own)) return column;
    const named = lacking.includes('unit') ? unitNamed(column.headings[0] ?? '') : null;
    const added = Object.fromEntries(
      lacking.flatMap((field) => {
        if (field === 'unit' && named) return [['unit', 'piece']];
        const constant = ownValue(constants, field)?.value;
        return constant ? [[field, constant]] : [];
      }),
    );
    const more = Object.keys(added).length > 0 ? { set: { ...set, ...added } } : {};
    return {
      ...column,
      written: withCells(own, (cells) => ({ ...cells, ...more })),
      confidence: Math.min(column.confidence, 0.85),
      decide: [
        ...column.decide,
        named
          ? `"${named.word}" in the heading names no unit that is known: what are these figures counted in? "piece" stands in until it is answered.`
          : `The heading does not say the ${lacking.join(' and the ')} of these figures${Object.keys(added).length > 0 ? `: is it ${Object.values(added).join(', ')}?` : '.'}`,
      ],
    };
  });
  return {
    columns: moved,
    constants: Object.fromEntries(
      Object.entries(constants).filter(([field]) => !partial.includes(field)),
    ),
  };
}
