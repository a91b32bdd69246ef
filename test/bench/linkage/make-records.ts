import type { Engine } from '@samenbeeld/engine';

/** How the records are made up. */
export interface MadeRecords {
  readonly records: number;
  /** Share of the records that are a second report of one of the others. */
  readonly repeated: number;
  /** Different given names, family names and towns; low numbers come more often, as names do. */
  readonly given: number;
  readonly family: number;
  readonly towns: number;
}

const syllables =
  "['ba','ke','mi','ro','tu','sha','len','dor','vik','pel','nas','gri','hom','zan','cor','wei','jul','fet','dra','oma','ist','ulv','ebr','quin']";

/**
 * Makes a table of persons that do not exist, from syllables, in the engine: `id`, `entity` (the truth), `given`, `family`,
 * `born`, `town`, `postcode`. Second reports have slips of the pen: a letter lost in a name, two digits of a date
 * swapped, a blank. The same for the same numbers, on every machine.
 */
export async function makeRecords(engine: Engine, table: string, made: MadeRecords): Promise<void> {
  const { records, repeated, given, family, towns } = made;
  const first = Math.round(records * (1 - repeated));
  // A share from 0 to 1 drawn by hash of what is told apart.
  const draw = (of: string, what: string): string =>
    `(hash(${of}, '${what}') % 1000003) / 1000003.0`;
  const skewed = (size: number, what: string): string =>
    `cast(floor(${size} * power(${draw('entity', what)}, 2)) as BIGINT)`;
  const word = (number: string): string =>
    `${[0, 1, 2].map((at) => `syllables[1 + (${number} * 7919 + 13) // ${24 ** at} % 24]`).join(' || ')} || coalesce(nullif(chr(97 + cast(${number} // 13824 % 26 as INTEGER)), 'a'), '')`;
  const slip = (text: string, what: string, share: number): string =>
    `case when again and ${draw('n', what)} < ${share} then substr(${text}, 1, 1 + cast(hash(n, '${what} at') % 4 as INTEGER)) || substr(${text}, 3 + cast(hash(n, '${what} at') % 4 as INTEGER)) else ${text} end`;
  const blank = (value: string, what: string, share: number): string =>
    `case when ${draw('n', `${what} blank`)} < ${share} then null else ${value} end`;
  await engine.run(`create or replace table ${table} as
with drawn as (
  select n, n >= ${first} as again, case when n < ${first} then n else cast(hash(n, 'of') % ${first} as BIGINT) end as entity, ${syllables} as syllables
  from range(${records}) numbers(n)
), said as (
  select *, ${skewed(given, 'given')} as g, ${skewed(family, 'family')} as f, cast(hash(entity, 'born') % 25567 as INTEGER) as days, ${skewed(towns, 'town')} as t from drawn
), spelled as (
  select *, ${word('g')} as given_name, ${word('f')} as family_name, DATE '1940-01-01' + days as day from said
)
select 'r' || lpad(cast(n as VARCHAR), 8, '0') as id, entity,
  ${blank(slip('given_name', 'given slip', 0.2), 'given', 0.02)} as given,
  ${blank(slip('family_name', 'family slip', 0.2), 'family', 0.02)} as family,
  ${blank(`case when again and ${draw('n', 'day')} < 0.1 then day + cast(1 + hash(n, 'days') % 27 as INTEGER) else day end`, 'born', 0.03)} as born,
  ${blank(`case when again and ${draw('n', 'moved')} < 0.15 then 'town ' || cast(hash(n, 'to') % ${towns} as VARCHAR) else 'town ' || t end`, 'town', 0.05)} as town,
  ${blank("cast(1000 + t * 7 % 9000 + hash(entity, 'post') % 3 as VARCHAR)", 'postcode', 0.1)} as postcode
from spelled`);
}
