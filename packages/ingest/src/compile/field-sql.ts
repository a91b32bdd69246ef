import { dialect } from '@samenbeeld/engine';
import type { Definition } from '@samenbeeld/schema';
import { ownValue } from '@samenbeeld/schema';
import type { SourceDescription } from '../description/description.ts';
import { fields, recordTables } from '../fields.ts';
import type { StagedBinding } from './binding.ts';
import { type Dictionary, type Dimension, writtenAs } from './dictionary.ts';
import type { MeaningSql } from './meaning-sql.ts';
import { setColumns } from './stage-table.ts';

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
export function fieldSql(
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
export function textsThatFill(
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
