import { type Column, dialect, type Engine, type Scalar } from '@samenbeeld/engine';
import type { EdgeClusters } from './edges.ts';
import type { Edges } from './order.ts';
import type { EdgeProfile } from './profile.ts';
import type { LinkTables, NumberedRecords } from './read.ts';

const integers = (...names: string[]): readonly Column[] =>
  names.map((name) => ({ name, type: 'INTEGER' }));

// A link that a person made weighs more than any number; the engine takes only numbers.
const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** Name of the table that holds, for a while, the records that are not the first of theirs. */
export const movedTable = (table: string): string => `${table}_moved`;

/** Writes the cluster of each record; only those that are not the first of theirs go through the process. */
export async function writeClusters(
  engine: Engine,
  links: LinkTables,
  { first }: NumberedRecords,
  label: Uint32Array,
  table: string,
): Promise<void> {
  const moved = movedTable(table);
  await engine.run(`drop table if exists ${dialect.identifier(moved)}`);
  await engine.insert(
    moved,
    integers('n', 'cluster'),
    (function* rows(): Generator<readonly Scalar[]> {
      for (let record = 0; record < label.length; record += 1)
        if (label[record] !== record) yield [record + first, (label[record] as number) + first];
    })(),
  );
  await engine.run(
    `create table ${dialect.identifier(table)} as
     select r.n, r.source, r.id, coalesce(m.cluster, r.n) as cluster
     from ${dialect.identifier(links.records)} as r
     left join ${dialect.identifier(moved)} as m on m.n = r.n order by r.n`,
  );
  await engine.run(`drop table ${dialect.identifier(moved)}`);
}

/** Writes the links that were not followed, each with what stands against it. */
export async function writeRefused(
  engine: Engine,
  { first }: NumberedRecords,
  { left, right, weight }: Edges,
  refused: EdgeClusters['refused'],
  stated: number,
  table: string,
): Promise<void> {
  await engine.insert(
    table,
    [
      ...integers('a', 'b'),
      { name: 'weight', type: 'DOUBLE' },
      { name: 'kind', type: 'VARCHAR' },
      ...integers('x', 'y'),
    ],
    (function* rows(): Generator<readonly Scalar[]> {
      for (const { edge, obstacle } of refused) {
        const judged = obstacle.kind === 'apart' && obstacle.apart >= stated;
        const [x, y] = obstacle.kind === 'largest' ? [null, null] : obstacle.records;
        yield [
          (left[edge] as number) + first,
          (right[edge] as number) + first,
          finite(weight[edge]),
          judged ? 'judged' : obstacle.kind,
          x === null ? null : x + first,
          y === null ? null : y + first,
        ];
      }
    })(),
  );
}

/** Writes how well each cluster of two and more hangs together. */
export async function writeProfile(
  engine: Engine,
  { first }: NumberedRecords,
  { left }: Edges,
  { label, weakest }: EdgeClusters,
  { size, links, hub, bridges }: EdgeProfile,
  table: string,
): Promise<void> {
  const bridged = new Uint32Array(label.length);
  for (const edge of bridges) {
    const cluster = label[left[edge] as number] as number;
    bridged[cluster] = (bridged[cluster] as number) + 1;
  }
  await engine.insert(
    table,
    [
      ...integers('cluster', 'size', 'links'),
      { name: 'density', type: 'DOUBLE' },
      { name: 'weakest', type: 'DOUBLE' },
      ...integers('hub', 'bridges'),
    ],
    (function* rows(): Generator<readonly Scalar[]> {
      for (let cluster = 0; cluster < label.length; cluster += 1) {
        const n = size[cluster] as number;
        if (n < 2) continue;
        const inside = links[cluster] as number;
        yield [
          cluster + first,
          n,
          inside,
          (2 * inside) / (n * (n - 1)),
          finite(weakest[cluster]),
          hub[cluster] as number,
          bridged[cluster] as number,
        ];
      }
    })(),
  );
}
