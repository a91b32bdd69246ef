import type { Engine } from '@samenbeeld/engine';
import { type Comparison, linkRecords } from '@samenbeeld/linkage';

/** Records in SQL, column by column: { kg: '12.5', day: "DATE '2021-01-01'" }. */
export type Said = Readonly<Record<string, string>>;

/** The level a comparison finds between two records. */
export async function levelOf(
  engine: Engine,
  comparison: Comparison,
  left: Said,
  right: Said,
): Promise<string> {
  const columns = (said: Said): string =>
    Object.entries(said)
      .map(([name, sql]) => `${sql} as ${name}`)
      .join(', ');
  await engine.run(
    `create or replace table of_left as select 'a' as id, ${columns(left)}; create or replace table of_right as select 'b' as id, ${columns(right)}`,
  );
  const links = await linkRecords(engine, {
    tables: [
      { table: 'of_left', id: 'id' },
      { table: 'of_right', id: 'id' },
    ],
    blocking: ['true'],
    comparisons: [comparison],
    prior: 0.5,
  });
  const { reasons } = await links.explain('a', 'b');
  await links.drop();
  return reasons[0]?.level ?? '';
}
