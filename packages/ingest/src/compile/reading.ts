import { dialect } from '@samenbeeld/engine';
import { type Definition, ownValue } from '@samenbeeld/schema';
import type { SourceDescription } from '../description/description.ts';
import { fields, recordTables } from '../fields.ts';
import {
  mappingOfNumbers,
  type Slot,
  type StagedBinding,
  spreadsheetNumber,
  unsettledTexts,
} from './binding.ts';
import { type CellsSql, cellsSql } from './cells-sql.ts';
import { cellCodes } from './coded-cells.ts';
import type { CodedWords } from './coded-words.ts';
import { isOneOf } from './conditions.ts';
import { type Dictionary, type Dimension, writtenAs } from './dictionary.ts';
import { type MeaningSql, meaningsSql } from './meaning-sql.ts';
import { requiredColumns, unfitSql } from './problem-sql.ts';
import { hasFigures } from './raw-sql.ts';
import { setColumns } from './stage-table.ts';
import { type ValueSql, valueSql } from './value-sql.ts';

/** Texts that constants give, by column of the record. */
export type ConstantTexts = Readonly<Record<string, string | null>>;

/** Statistics that add up amounts rather than count cases. */
const summed = [
  'quantity',
  'cash',
  'fiu_value',
  'assets_seized',
  'assets_confiscated',
  'assets_recovered',
  'assets_held',
  'assets_sold',
  'darknet_sales',
  'teu',
  'tonnes',
];

function dimensionSql(
  { mapping }: Dimension,
  meaning: MeaningSql | null,
  place: number,
  cell: string,
  salt: string,
): string {
  const copied =
    mapping.as === 'hash' ? dialect.hash(`${dialect.literal(`${salt}|`)} || ${cell}`) : cell;
  const meant = meaning ? meaning.value(place) : copied;
  if (mapping.blank === null || place > 0) return meant;
  return `case when ${cell} is null then ${dialect.literal(mapping.blank)} else ${meant} end`;
}

/** What a definition says where no column does. */
function byDefinition(
  definition: string,
  definitions: readonly Definition[],
  read: (definition: Definition) => string | null,
): string {
  const cases = definitions.map(
    (each) => `when ${dialect.literal(each.id)} then ${dialect.literal(read(each))}`,
  );
  return `case ${definition} ${cases.join(' ')} end`;
}

/**
 * A year narrowed to the part of it that another cell or the heading says (`periodPart`): February ends as its year has it. What
 * is no whole year cannot be narrowed, and an empty cell of parts is none: both leave the period empty.
 */
function narrowPeriod(found: Map<string, string>, inRows: boolean): void {
  const [start, end, part, last, freq] = [
    'period_start',
    'period_end',
    'part_start',
    'part_end',
    'part_freq',
  ].map((column) => found.get(column));
  for (const column of ['part_start', 'part_end', 'part_freq']) found.delete(column);
  if (!start || !end || !part || !last || !freq) return;
  const whole = `substr(${start}, 5) = '-01-01' and ${end} = substr(${start}, 1, 4) || '-12-31'`;
  const year = `cast(substr(${start}, 1, 4) as INTEGER)`;
  const leap = `(${year} % 4 = 0 and (${year} % 100 <> 0 or ${year} % 400 = 0))`;
  const within = (own: string, narrowed: string): string => {
    const cases = `case when ${part} is not null and ${whole} then ${narrowed}`;
    return inRows ? `${cases} end` : `${cases} when ${part} is null then ${own} end`;
  };
  const day = `case when ${last} = '02-28' and ${leap} then '02-29' else ${last} end`;
  found.set('period_start', within(start, `substr(${start}, 1, 5) || ${part}`));
  found.set('period_end', within(end, `substr(${start}, 1, 5) || ${day}`));
  found.set('freq', within(found.get('freq') ?? 'cast(NULL as VARCHAR)', freq));
}

/**
 * For each column of the record, the SQL that fills it from what a value column says of its own figures (the groups of a
 * fold, `set:`), the columns of the row, constants and defaults, in this order. Columns that the value itself fills are
 * not among them.
 */
function fieldSql(
  description: SourceDescription,
  binding: StagedBinding,
  dictionary: Dictionary,
  meanings: readonly (MeaningSql | null)[],
  constants: ConstantTexts,
  cell: (header: string) => string,
): ReadonlyMap<string, string> {
  const known = fields[description.record];
  // What may not be left empty takes no default.
  const needed = new Set(
    dictionary.dimensions.flatMap(({ mapping }) =>
      mapping.required ? (ownValue(known, mapping.to)?.columns ?? []) : [],
    ),
  );
  const defaults = Object.entries(recordTables[description.record].defaults).filter(
    ([column]) => !needed.has(column),
  );
  const found = new Map<string, string>();
  for (const [index, dimension] of dictionary.dimensions.entries())
    for (const [place, column] of (ownValue(known, dimension.mapping.to)?.columns ?? []).entries())
      found.set(
        column,
        dimensionSql(
          dimension,
          meanings[index] ?? null,
          place,
          binding.named.has(dimension.bound.column.index) &&
            writtenAs(description.record, dimension.mapping) === 'words'
            ? `i.n_${dimension.bound.name}`
            : cell(dimension.bound.rule.header),
          description.salt,
        ),
      );
  for (const column of setColumns(binding)) {
    const before = found.get(column);
    found.set(column, before ? `coalesce(i.set_${column}, ${before})` : `i.set_${column}`);
  }
  for (const [column, text] of Object.entries({ ...Object.fromEntries(defaults), ...constants })) {
    const before = found.get(column);
    const literal = `cast(${dialect.literal(text)} as VARCHAR)`;
    found.set(column, before ? `coalesce(${before}, ${literal})` : literal);
  }
  narrowPeriod(
    found,
    dictionary.dimensions.some(({ mapping }) => mapping.to === 'periodPart'),
  );
  const { definitions } = description;
  const [only] = definitions;
  if (!found.has('definition') && definitions.length === 1 && only)
    found.set('definition', dialect.literal(only.id));
  const definition = found.get('definition');
  if (definition) {
    const unit = byDefinition(definition, definitions, ({ countUnit }) => countUnit);
    const own = found.get('count_unit');
    if (description.record === 'observation')
      found.set('count_unit', own ? `coalesce(${own}, ${unit})` : unit);
  }
  const metric = found.get('metric');
  if (metric && !found.has('stat')) {
    const list = summed.map((name) => dialect.literal(name)).join(', ');
    found.set(
      'stat',
      `case when ${metric} in (${list}) then 'sum' when ${metric} in ('price', 'purity', 'potency') then 'mean' else 'count' end`,
    );
  }
  return found;
}

/**
 * Texts that may fill a column of the record: those that its cells mean, that value columns and constants give, and its default;
 * null where cells are copied as they stand.
 */
function textsThatFill(
  column: string,
  { record }: SourceDescription,
  { slots }: StagedBinding,
  { dimensions, words, meanings }: Dictionary,
  constants: ConstantTexts,
): ReadonlySet<string> | null {
  const feeding = dimensions.flatMap(({ at, mapping }) => {
    const place = ownValue(fields[record], mapping.to)?.columns.indexOf(column) ?? -1;
    return place < 0 ? [] : [{ at, place, blank: place === 0 ? mapping.blank : null }];
  });
  if (feeding.some(({ at }) => at < 0)) return null;
  const said = (at: number, place: number): readonly (string | null | undefined)[] =>
    [...(meanings.get(at)?.values() ?? [])].map((meaning) =>
      'values' in meaning ? meaning.values[place] : null,
    );
  const ofCells = feeding.flatMap(({ at, place, blank }) => [...said(at, place), blank]);
  // The unit printed in the cell itself.
  const printed = column === 'unit' ? [...words.values()].flatMap((at) => said(at, 4)) : [];
  const texts = [
    ...ofCells,
    ...printed,
    ...slots.map(({ sets }) => sets[column]),
    ownValue(constants, column),
    ownValue(recordTables[record].defaults, column),
  ];
  return new Set(texts.filter((text) => typeof text === 'string'));
}

/**
 * What a value column says that holds numbers of a spreadsheet: they are read as such, the texts among them by the declared
 * marks, and `unsettled` ones not at all.
 */
function amongNumbers(
  sql: ValueSql,
  numbers: ValueSql,
  texts: readonly string[],
  unsettled: readonly string[],
): ValueSql {
  const isText = isOneOf('i.cell', texts);
  const isNumber = `(${dialect.regexMatch('i.cell', spreadsheetNumber)} and not ${isText})`;
  const isUnsettled = isOneOf('i.cell', unsettled);
  const either = (part: keyof ValueSql): string =>
    `case when ${isNumber} then ${numbers[part]} else ${sql[part]} end`;
  return {
    plain: `(${either('plain')} and not ${isUnsettled})`,
    told: `(${either('told')} and not ${isUnsettled})`,
    value: either('value'),
    printed: either('printed'),
    missing: either('missing'),
    problem: `case when ${isUnsettled} then 'number.ambiguous' else ${either('problem')} end`,
  };
}

/** What the value columns say; those that are read alike share one expression. */
function valuesSql(
  binding: StagedBinding,
  description: SourceDescription,
  flags: Dictionary['flags'],
  figures: boolean,
): ValueSql {
  const kinds = new Map<string, { readonly slots: number[]; readonly slot: Slot }>();
  const { table } = binding;
  const textsOf = ({ column, mapping }: Slot): readonly string[] | undefined =>
    mapping.as === 'quantity' ? undefined : table.textsAmongNumbers?.[column.index];
  for (const [index, slot] of binding.slots.entries()) {
    const { as, decimalChar, groupChar, times } = slot.mapping;
    const kind = JSON.stringify([
      as,
      decimalChar,
      groupChar,
      times,
      textsOf(slot),
      flags.has(slot.name) && Object.keys(slot.mapping.flags),
    ]);
    const before = kinds.get(kind);
    if (before) before.slots.push(index);
    else kinds.set(kind, { slots: [index], slot });
  }
  const read = [...kinds.values()].map(({ slots, slot }) => {
    const sqlOf = (mapping: Slot['mapping']): ValueSql =>
      valueSql(
        'i.cell',
        mapping,
        description,
        'w',
        flags.has(slot.name),
        'i.plain',
        figures ? 'i.figure' : null,
      );
    const texts = textsOf(slot);
    const own = sqlOf(slot.mapping);
    const isOne = texts?.length === 0 && slot.mapping.decimalChar === '.';
    const sql =
      texts && !isOne
        ? amongNumbers(
            own,
            sqlOf(mappingOfNumbers(slot.mapping)),
            texts,
            unsettledTexts(slot, table, description.language),
          )
        : own;
    return { slots, sql };
  });
  const [single, ...others] = read;
  const pick = (part: keyof ValueSql): string =>
    single && others.length === 0
      ? single.sql[part]
      : `case ${read.map(({ slots, sql }) => `when i.slot in (${slots.join(', ')}) then ${sql[part]}`).join(' ')} end`;
  return {
    plain: pick('plain'),
    told: pick('told'),
    value: pick('value'),
    printed: pick('printed'),
    missing: pick('missing'),
    problem: pick('problem'),
  };
}

/** SQL of a column of what the flags mean; NULL where no value column has any. */
type FlagSql = (column: 'v0' | 'v1') => string;

/** The columns of the record, with those that the value and its words and flags fill. */
function recordSql(
  description: SourceDescription,
  filled: ReadonlyMap<string, string>,
  flag: FlagSql,
  { words, flags, dimensions }: Dictionary,
): ReadonlyMap<string, string> {
  const worded = words.size > 0;
  const or = (column: string, ...others: readonly string[]): string =>
    `coalesce(${[filled.get(column) ?? [], others].flat().join(', ')})`;
  const record = new Map(filled);
  const given = filled.get('missing');
  const said = given ? `case when i.read_value is null then ${given} end, ` : '';
  record.set('missing', `coalesce(${flag('v1')}, ${said}i.read_missing)`);
  record.set(
    recordTables[description.record].value,
    `case when ${flag('v1')} is null then i.read_value end`,
  );
  record.set('printed', `case when ${flag('v1')} is null then i.read_printed end`);
  // The unit printed in the cell itself beats a column or constant: "874 g" is never 874 kg.
  const unit = filled.get('unit') ?? 'cast(NULL as VARCHAR)';
  // A find that was not weighed has no figure to take one from: it is a weight that is not known.
  const unweighed =
    description.record === 'seizure'
      ? `, case when i.read_value is null and ${record.get('missing')} is not null then 'kg' end`
      : '';
  record.set('unit', worded ? `coalesce(i.read_unit, ${unit}${unweighed})` : unit);
  if (description.record === 'observation') {
    // So do the words printed in it: "ca. 100" is rounded where the others are told to be exact.
    const said = worded ? "nullif(i.read_wording, 'unmarked')" : 'i.read_wording';
    const told = filled.get('wording');
    // A column of wordings leaves open what it says nothing of; what another value column is set to says nothing of this one.
    const isOpen = dimensions.some(({ mapping }) => mapping.to === 'wording');
    record.set(
      'wording',
      `coalesce(${[said, ...(told ? [told] : []), 'i.read_wording', isOpen ? "'unmarked'" : "'exact'"].join(', ')})`,
    );
    record.set('wording_printed', or('wording_printed', 'i.read_words'));
    record.set('status', or('status', flag('v0')));
  } else if (worded || flags.size > 0) {
    // What words and flags make of the figure is its wording and `estimated`, and they are kept as a note.
    record.set('wording', `coalesce(i.read_wording, 'unmarked')`);
    record.set('wording_printed', 'i.read_words');
    record.set(
      'estimated',
      `case when i.read_wording in ('rounded', 'floor', 'just_under') or ${flag('v0')} like '%E%' then 'true' else ${or('estimated', "'false'")} end`,
    );
    const note = filled.get('note');
    const before = note ? `coalesce(${note} || '; ', '') || ` : '';
    record.set(
      'note',
      `case when coalesce(i.read_words, ${flag('v0')}) is not null then ${before}i.cell else ${note ?? 'NULL'} end`,
    );
  }
  return record;
}

/** How the columns of a record are worked out from an item, over the aliases of `readSql`. */
export interface Reading {
  readonly cells: CellsSql;
  /** What the value columns say. */
  readonly value: ValueSql;
  /** SQL of a described column's cell after the corrections. */
  readonly cell: (header: string) => string;
  /** What the cells of each dimension mean. */
  readonly meanings: readonly (MeaningSql | null)[];
  /** By column of the record: what fills it without a value, and with it. */
  readonly filled: ReadonlyMap<string, string>;
  readonly record: ReadonlyMap<string, string>;
  /** Columns that a record may not leave empty and that may be empty all the same. */
  readonly unproved: readonly string[];
  /** SQL that holds where the unit is none of the metric; null where that cannot be. */
  readonly unfit: string | null;
}

/** A column of the file, a constant, or every value column by itself fills a field for certain, or says which row does not. */
function unprovedColumns(
  { record, columns, folds }: SourceDescription,
  { slots }: StagedBinding,
  { dimensions }: Dictionary,
  constants: ConstantTexts,
): readonly string[] {
  const { defaults } = recordTables[record];
  const looked = new Set(
    dimensions.flatMap(({ mapping }) => ownValue(fields[record], mapping.to)?.columns ?? []),
  );
  // A part that is no part of its year leaves the period empty, whatever gives the year.
  const isNarrowed = [
    ...columns.flatMap(({ mappings }) => mappings),
    ...folds.flatMap(({ groups }) => Object.values(groups)),
  ].some(({ to }) => to === 'periodPart');
  return requiredColumns(record).filter(
    (column) =>
      (isNarrowed && column === 'period_start') ||
      (!looked.has(column) &&
        !(ownValue(constants, column) ?? ownValue(defaults, column)) &&
        slots.some(({ sets }) => !ownValue(sets, column))),
  );
}

/** Works out how a description reads the items of a table. */
export function readingOf(
  description: SourceDescription,
  binding: StagedBinding,
  dictionary: Dictionary,
  constants: ConstantTexts,
  coded: CodedWords,
  isKept: boolean,
): Reading {
  const cells = cellsSql(description, binding);
  const names = new Map(binding.columns.map(({ rule, name }) => [rule.header, name]));
  const cell = (header: string): string =>
    cells.isCorrected(header) ? `i.k_${names.get(header)}` : cells.plain(header);
  const meanings = meaningsSql({
    dictionary,
    coded,
    cell,
    codes: cellCodes(binding, cells),
    binding,
    isKept,
  });
  const filled = fieldSql(description, binding, dictionary, meanings, constants, cell);
  const flagged = dictionary.flags.size > 0;
  const flag: FlagSql = (column) => (flagged ? `fl.${column}` : 'cast(NULL as VARCHAR)');
  const record = recordSql(description, filled, flag, dictionary);
  const filledBy = (column: string, sql: string): Parameters<typeof unfitSql>[0] => ({
    sql,
    texts: textsThatFill(column, description, binding, dictionary, constants),
  });
  const [metric, unit] = [filled.get('metric'), record.get('unit')];
  return {
    cells,
    value: valuesSql(
      binding,
      description,
      dictionary.flags,
      cells.asItStands && hasFigures(binding),
    ),
    cell,
    meanings,
    filled,
    record,
    unproved: unprovedColumns(description, binding, dictionary, constants),
    unfit: metric && unit ? unfitSql(filledBy('metric', metric), filledBy('unit', unit)) : null,
  };
}
