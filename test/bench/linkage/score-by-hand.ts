import type { Engine } from '@samenbeeld/engine';
import type { LinkageModel, Links } from '@samenbeeld/linkage';

/** Whole units of weight, as the room counts them. */
const units = (bits: number): number => Math.round(bits * 100_000);

const weight = (model: LinkageModel, comparison: string, level: string): number =>
  units(
    model.comparisons
      .find(({ name }) => name === comparison)
      ?.levels.find(({ name }) => name === level)?.weight ?? 0,
  );

/** The records as one would lay them out by hand, with how rare each value is taken from the linkage; not timed. */
export async function layOut(engine: Engine, links: Links): Promise<void> {
  await engine.run(
    `create or replace table peer as select c."#n" as n, p.given, p.family, p.born, p.town, p.postcode, substr(p.given, 1, 1) as initial, substr(p.family, 1, 2) as start, c."given#rarity" as given_bits, c."family#rarity" as family_bits, c."town#rarity" as town_bits from person p join "${links.table.replace(/ pair$/, ' compared')}" c on c."#id" = p.id`,
  );
}

/** SQL as someone who knows DuckDB would write it for these rules, comparisons and weights: one statement a rule. */
export async function scoreByHand(
  engine: Engine,
  model: LinkageModel,
  probability: number,
): Promise<number> {
  const base = (name: string): number =>
    units(-Math.log2(model.comparisons.find((one) => one.name === name)?.levels[0]?.u ?? 1));
  const name = (
    column: string,
  ): string => `case when l.${column} is null or r.${column} is null then 0
    when l.${column} = r.${column} then ${weight(model, column, 'exact') - base(column)} + l.${column}_bits
    when jaro_winkler_similarity(l.${column}, r.${column}) >= 0.92 then ${weight(model, column, 'jaro-winkler 0.92')}
    when jaro_winkler_similarity(l.${column}, r.${column}) >= 0.8 then ${weight(model, column, 'jaro-winkler 0.8')}
    else ${weight(model, column, 'else')} end`;
  const sum = `${units(Math.log2(model.prior / (1 - model.prior)))} + ${name('given')} + ${name('family')}
    + case when l.born is null or r.born is null then 0 when l.born = r.born then ${weight(model, 'born', 'same day')} when abs(r.born - l.born) <= 31 then ${weight(model, 'born', 'within 31 days')} else ${weight(model, 'born', 'else')} end
    + case when l.town is null or r.town is null then 0 when l.town = r.town then ${weight(model, 'town', 'exact') - base('town')} + l.town_bits else ${weight(model, 'town', 'else')} end
    + case when l.postcode is null or r.postcode is null then 0 when l.postcode = r.postcode then ${weight(model, 'postcode', 'exact')} else ${weight(model, 'postcode', 'else')} end`;
  const rules = [
    'l.family = r.family and l.given = r.given',
    'l.born = r.born and l.initial = r.initial',
    'l.family = r.family and l.born = r.born',
    'l.town = r.town and l.postcode = r.postcode and l.start = r.start',
  ];
  await engine.run('create or replace table by_hand (a INTEGER, b INTEGER, weight DOUBLE)');
  for (const [at, rule] of rules.entries()) {
    const earlier = rules.slice(0, at).map((one) => ` and not coalesce(${one}, false)`);
    await engine.run(
      `insert into by_hand select a, b, units / 100000.0 from (select l.n as a, r.n as b, ${sum} as units from peer l join peer r on ${rule} and l.n < r.n${earlier.join('')}) where units >= ${Math.ceil(units(Math.log2(probability / (1 - probability))))}`,
    );
  }
  const [row] = await engine.rows<{ n: number }>('select count(*) as n from by_hand');
  return row?.n ?? 0;
}
