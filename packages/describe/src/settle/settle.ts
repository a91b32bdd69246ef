import type { ReadTable } from '@samenbeeld/read';
import {
  type Column,
  type ColumnGuess,
  conclusionOf,
  gain,
  type Look,
  type TableRecord,
} from '../column.ts';
import { measureOf } from '../columns/measures.ts';
import { type Persons, withoutPersons } from '../persons/persons.ts';
import { fillsDown, type StatedOnce } from '../stated-once.ts';
import { thresholds } from '../thresholds.ts';
import { fieldsOf, isOne, withCells } from '../written.ts';
import { seizedByCountryOfPlace } from './seizing-country.ts';
import { filledOnce, intoSets, partlySet, setOf } from './set-once.ts';
import { toldApart } from './told-apart.ts';

const counts =
  /(?<![\p{L}\p{M}])(?:aantal(?:len)?|anzahl(?:en)?|nombres?|numbers?|counts?|nb|nbre|anz)(?![\p{L}\p{M}])/iu;
const seized =
  /inbeslag|onderschep|vangst|saisie|intercept|sicherstell|beschlagnahm|aufgriff|seiz/iu;

/** Whether a heading says that things are counted, and not which. */
function countsSomething(heading: string): boolean {
  const bare = heading.replace(/ #\d+$/u, '').replace(/[\d*]+/gu, ' ');
  const measure = measureOf(bare.trim());
  return measure === null ? counts.test(bare) : measure.name === 'cases';
}

/**
 * Figures headed only "Anzahl", "Aantal" or "Nombre" beside amounts of drugs count the seizures, and are no amounts
 * themselves; that it is seizures that are counted, and not packages or persons, is asked.
 */
function countsBesideAmounts(around: string): Look {
  return (columns) => {
    const amount = columns.find((column) => setOf(column)?.['metric'] === 'quantity');
    const drugs = columns.some(({ to }) => to === 'substance');
    if (!amount || !(drugs || seized.test(around))) return () => null;
    const beside = amount.headings[0] ?? '';
    return (column) => {
      const set = setOf(column);
      const { written } = column;
      const [heading = ''] = column.headings;
      if (!set || written === null || !isOne(written) || !countsSomething(heading)) return null;
      if (set['metric'] !== undefined && set['metric'] !== 'offences') return null;
      const counted = { metric: 'seizures', unit: 'seizure', countUnit: 'seizure' };
      return {
        entry: 'finding',
        reason: `a count beside the amounts of "${beside}"`,
        written: withCells(written, (cells) => ({ ...cells, set: { ...set, ...counted } })),
        atMost: thresholds.countBesideAmounts,
        decide: [
          `Does "${heading}" count seizures (metric seizures, unit seizure)? It stands beside "${beside}", and does not say what is counted: where it is packages or persons, set that unit`,
        ],
      };
    };
  };
}

/** Where even the kind of record is doubtful, no column is certain. */
const doubted: Look =
  () =>
  ({ confidence, decide }) => ({
    entry: 'finding',
    reason: 'the kind of record is doubtful',
    atMost: thresholds.asked,
    decide:
      confidence > thresholds.asked && decide.length === 0
        ? ['Is this a table of crime figures or seizures at all?']
        : [],
  });

/**
 * Settles what the columns of a table say against each other once each is read by itself: what is counted beside an
 * amount, which fields figures set by themselves, and figures that nothing tells apart. `constantsOf` says what the file
 * implies of fields that no column fills; those that only some figures lack are left out of it.
 */
export function settleTable(
  columns: readonly Column[],
  record: TableRecord['record'],
  around: string,
  constantsOf: (columns: readonly ColumnGuess[]) => TableRecord['constants'],
): Pick<TableRecord, 'columns' | 'constants'> {
  const claims = record.value === 'observation';
  const counted = claims ? gain(columns, countsBesideAmounts(around)) : columns;
  const once = gain(counted, filledOnce);
  const concluded = once.map(conclusionOf);
  const constants = constantsOf(concluded);
  const partial = partlySet(concluded, constants);
  const complete = partial.length > 0 ? gain(once, intoSets(partial, constants)) : once;
  const apart = claims ? toldApart(complete) : complete;
  return {
    columns: record.confidence < thresholds.recordKnown ? gain(apart, doubted) : apart,
    constants: Object.fromEntries(
      Object.entries(constants).filter(([field]) => !partial.includes(field)),
    ),
  };
}

/**
 * Settles what the rows of a file say besides: labels that are stated once, seizures in several countries, data of
 * persons. A constant gives way to a column that now fills its field.
 */
export function settleRows(
  looked: TableRecord,
  table: ReadTable,
  once: readonly StatedOnce[],
  persons: Persons,
): TableRecord {
  const seizure = looked.record.value === 'seizure';
  const looks = [
    fillsDown(once),
    withoutPersons(persons),
    ...(seizure ? [seizedByCountryOfPlace(table, looked.language.value)] : []),
  ];
  const columns = looks.reduce(gain, looked.columns);
  const { seizingCountry: _, ...others } = looked.constants;
  const filled = columns.some((column) =>
    fieldsOf(conclusionOf(column).written).includes('seizingCountry'),
  );
  return { ...looked, columns, constants: filled ? others : looked.constants };
}
