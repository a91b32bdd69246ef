import { type Column, dialect, type Engine, type Scalar } from '@samenbeeld/engine';
import { type Contradiction, closeJudgements } from '../judgement/closure.ts';
import type { Judgement } from '../judgement/judgement.ts';
import { settleJudgements } from '../judgement/settle.ts';
import type { Links } from '../links.ts';
import { claimNames } from '../table-names.ts';
import { clusterEdges, type EdgeClusters, type Edges } from './edges.ts';
import { checkGuard, checkProbability, type Guard } from './options.ts';
import { countSizes, type EdgeProfile, profileEdges, type SizeCount } from './profile.ts';
import { type RecordRef, recordName } from './record.ts';
import { indexRecords } from './record-index.ts';

/** The tables of a linkage, as `linkRecords` leaves them in the engine. */
type LinkTables = Pick<Links, 'table' | 'records' | 'tables'>;

/** The records of a linkage: numbers `first`…`first + count − 1`, in runs of one table. */
interface NumberedRecords {
  readonly first: number;
  readonly count: number;
  readonly runs: readonly {
    readonly source: number;
    readonly from: number;
    readonly count: number;
  }[];
}

const buckets = 4096;

/** Reads how the records are numbered; refuses numbers with gaps, for they would be taken for records. */
async function readNumbers(engine: Engine, links: LinkTables): Promise<NumberedRecords> {
  const runs = await engine.rows<{ source: number; from: number; to: number; count: number }>(
    `select source, min(n) as "from", max(n) as "to", count(*) as "count"
     from ${dialect.identifier(links.records)} group by source order by min(n)`,
  );
  const first = runs[0]?.from ?? 0;
  let next = first;
  for (const { source, from, to, count } of runs) {
    if (from !== next || to - from + 1 !== count)
      throw new RangeError(
        `table "${links.records}" numbers the ${count} records of table ${source} from ${from} to ${to}; expected one number a record, without gaps, table by table`,
      );
    next = to + 1;
  }
  return { first, count: next - first, runs };
}

/** Ranges of record numbers of which each has at most `chunk` links, or is a single bucket. */
async function ranges(
  engine: Engine,
  links: LinkTables,
  { first, count }: NumberedRecords,
  atLeast: number,
  chunk: number,
): Promise<readonly { readonly from: number; readonly to: number; readonly links: number }[]> {
  const width = Math.max(1, Math.ceil(count / buckets));
  const filled = await engine.rows<{ bucket: number; links: number }>(
    `select cast(floor((a - ${first}) / ${width}) as integer) as bucket, count(*) as links
     from ${dialect.identifier(links.table)} where probability >= ? group by 1 order by 1`,
    [atLeast],
  );
  const found: { from: number; to: number; links: number }[] = [];
  for (const { bucket, links: more } of filled) {
    const last = found.at(-1);
    const to = first + (bucket + 1) * width;
    if (last && last.links + more <= chunk) {
      last.to = to;
      last.links += more;
    } else found.push({ from: first + bucket * width, to, links: more });
  }
  return found;
}

/** The links at or above a probability as typed arrays, read in chunks; `extra` leaves room at the end. */
async function readEdges(
  engine: Engine,
  links: LinkTables,
  records: NumberedRecords,
  options: {
    readonly atLeast: number;
    readonly chunk: number;
    readonly extra: number;
    readonly progress?: (done: number, total: number) => void;
  },
): Promise<{ readonly edges: Edges; readonly read: number }> {
  const { atLeast, chunk, extra, progress } = options;
  const parts = await ranges(engine, links, records, atLeast, chunk);
  const read = parts.reduce((sum, part) => sum + part.links, 0);
  const edges = {
    left: new Uint32Array(read + extra),
    right: new Uint32Array(read + extra),
    weight: new Float64Array(read + extra),
  };
  let done = 0;
  for (const { from, to } of parts) {
    const table = await engine.query(
      `select cast(a - ${records.first} as integer) as a, cast(b - ${records.first} as integer) as b, weight
       from ${dialect.identifier(links.table)}
       where probability >= ? and a >= ${from} and a < ${to}`,
      [atLeast],
    );
    if (table.numRows() > read - done)
      throw new RangeError(`table "${links.table}" grew while it was read`);
    edges.left.set(table.array('a') as number[], done);
    edges.right.set(table.array('b') as number[], done);
    edges.weight.set(table.array('weight') as number[], done);
    done += table.numRows();
    progress?.(done, read);
  }
  return { edges, read: done };
}

const integers = (...names: string[]): readonly Column[] =>
  names.map((name) => ({ name, type: 'INTEGER' }));

// A link that a person made weighs more than any number; the engine takes only numbers.
const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** Name of the table that holds, for a while, the records that are not the first of theirs. */
const movedTable = (table: string): string => `${table}_moved`;

/** Writes the cluster of each record; only those that are not the first of theirs go through the process. */
async function writeClusters(
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
async function writeRefused(
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
async function writeProfile(
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

/**
 * The links with those that persons found to be the same, which come before all others. A link that was read is made
 * the strongest; only a pair without one takes one of the places left free. So no pair is two links.
 *
 * @param links those read, with room for `judged` behind the first `read`; changed in place
 */
function withJudged(
  { edges, read }: { readonly edges: Edges; readonly read: number },
  judged: readonly (readonly [number, number])[],
): Edges {
  const { left, right, weight } = edges;
  const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const open = new Map(judged.map(([a, b]) => [keyOf(a, b), [a, b] as const]));
  const named = new Set(judged.flat());
  const met = new Set<string>();
  if (named.size > 0)
    for (let edge = 0; edge < read; edge += 1) {
      const [a, b] = [left[edge] as number, right[edge] as number];
      if (!named.has(a) || !named.has(b)) continue;
      const key = keyOf(a, b);
      if (!open.has(key)) continue;
      weight[edge] = Number.POSITIVE_INFINITY;
      met.add(key);
    }
  let end = read;
  for (const [key, [a, b]] of open) {
    if (met.has(key)) continue;
    left[end] = a;
    right[end] = b;
    weight[end] = Number.POSITIVE_INFINITY;
    end += 1;
  }
  return {
    left: left.subarray(0, end),
    right: right.subarray(0, end),
    weight: weight.subarray(0, end),
  };
}

const atOnce = 1000;

/** Finds the numbers of named records in the engine, counted from 0; refuses those that are not there. */
async function findNumbers(
  engine: Engine,
  links: LinkTables,
  { first }: NumberedRecords,
  asked: readonly RecordRef[],
): Promise<(record: RecordRef) => number> {
  const { records } = indexRecords(asked);
  const found = new Map<string, number>();
  for (let from = 0; from < records.length; from += atOnce) {
    const ids = records.slice(from, from + atOnce).map(({ id }) => dialect.literal(id));
    const rows = await engine.rows<{ n: number; source: number; id: string }>(
      `select n, source, cast(id as varchar) as id from ${dialect.identifier(links.records)}
       where cast(id as varchar) in (${ids.join(', ')})`,
    );
    for (const { n, source, id } of rows)
      found.set(recordName({ table: links.tables[source] ?? '', id }), n - first);
  }
  return (record) => {
    const number = found.get(recordName(record));
    if (number === undefined)
      throw new RangeError(
        `what is to be kept apart or was judged names the record ${recordName(record)}, which is not among the records linked (tables ${links.tables.join(', ')}); replay judgements on the new data first (replayJudgements)`,
      );
    return number;
  };
}

/** How a table of links becomes a table of clusters. */
export interface ClusterLinksOptions {
  /** Probability from which a pair is a link, 0…1. */
  readonly atLeast: number;
  /**
   * Name of the table that is written, and start of the names of the others. Those of an earlier call are replaced; a table
   * that is none of them is refused. Default "clusters".
   */
  readonly into?: string;
  readonly guard?: Omit<Guard, 'forbids'>;
  readonly judgements?: readonly Judgement[];
  /** How many roles must say the same before a judgement counts. Default 1. */
  readonly agreeing?: number;
  /** Also writes the table of how well clusters hang together. Default true. */
  readonly profile?: boolean;
  /** How many links are read at a time. Default 1,000,000. */
  readonly chunk?: number;
  /** Told after each chunk how many links were read, of how many. */
  readonly progress?: (done: number, total: number) => void;
}

export interface LinkClusters {
  /** `n`, `source` and `id` of each record as in the table of records, and `cluster`, the `n` of its first record. */
  readonly table: string;
  /**
   * Links that were not followed: `a`, `b`, `weight`, `kind` (once, apart, judged, largest) and `x`, `y`, the two
   * records that stand against it. `weight` is NULL where a person said that they are the same.
   */
  readonly refused: string;
  /** Of each cluster of two and more: `cluster`, `size`, `links`, `density`, `weakest`, `hub`, `bridges`; or null. */
  readonly profile: string | null;
  readonly records: number;
  readonly clusters: number;
  /** Links at or above the threshold, those from judgements included. */
  readonly links: number;
  readonly refusedLinks: number;
  readonly sizes: readonly SizeCount[];
  readonly contradictions: readonly Contradiction[];
}

/**
 * Clusters from the tables that `linkRecords` leaves in the engine, for millions of records: links are read in chunks
 * into typed arrays, joined as in `clusterPairs`, and written back as tables. The same whatever the order in the
 * table and the number of threads.
 *
 * Needs about 60 bytes a link and 40 a record beside the engine's memory.
 *
 * @throws RangeError for a probability outside 0…1, record numbers with gaps, a record or table that is not there, a table
 * of the name to write that is not of an earlier call
 * @example
 * ```ts
 * import { clusterLinks } from '@samenbeeld/linkage';
 * import { openEngine } from '@samenbeeld/engine';
 * const engine = await openEngine();
 * await engine.run("create table record as select * from (values (0, 0, '1'), (1, 1, '7'), (2, 1, '8')) as r(n, source, id)");
 * await engine.run('create table link as select * from (values (0, 1, 6.6, 0.99), (0, 2, 2.0, 0.8)) as l(a, b, weight, probability)');
 * const links = { table: 'link', records: 'record', tables: ['be', 'nl'] };
 * const { clusters, refusedLinks } = await clusterLinks(engine, links, { atLeast: 0.5, guard: { once: ['nl'] } });
 * [clusters, refusedLinks] // => [2, 1]
 * await engine.rows('select id, cluster from clusters order by n') // => [{ id: '1', cluster: 0 }, { id: '7', cluster: 0 }, { id: '8', cluster: 2 }]
 * await engine.close();
 * ```
 */
export async function clusterLinks(
  engine: Engine,
  links: LinkTables,
  options: ClusterLinksOptions,
): Promise<LinkClusters> {
  const {
    into = 'clusters',
    guard = {},
    judgements = [],
    agreeing = 1,
    chunk = 1_000_000,
  } = options;
  checkGuard(guard);
  checkProbability('atLeast', options.atLeast);
  const strange = guard.once?.find((table) => !links.tables.includes(table));
  if (strange !== undefined)
    throw new RangeError(
      `\`guard.once\` names the table "${strange}"; the tables linked are ${links.tables.join(', ')}`,
    );
  const { positives, negatives, contradictions } = closeJudgements(
    settleJudgements(judgements, { agreeing }),
  );
  const records = await readNumbers(engine, links);
  const stated = guard.apart ?? [];
  const apart = [...stated, ...negatives.map(({ a, b }) => [a, b] as const)];
  const numberOf = await findNumbers(engine, links, records, [
    ...apart.flat(),
    ...positives.flatMap(({ a, b }) => [a, b]),
  ]);
  const all = [into, `${into}_refused`, `${into}_profile`];
  await claimNames(engine, [...all, movedTable(into)]);
  const read = await readEdges(engine, links, records, {
    atLeast: options.atLeast,
    chunk,
    extra: positives.length,
    ...(options.progress ? { progress: options.progress } : {}),
  });
  const edges = withJudged(
    read,
    positives.map(({ a, b }) => [numberOf(a), numberOf(b)] as const),
  );

  const once = new Int32Array(guard.once ? records.count : 0).fill(-1);
  for (const { source, from, count } of records.runs)
    if (guard.once?.includes(links.tables[source] ?? ''))
      once.fill(source, from - records.first, from - records.first + count);
  const guarded = guard.once !== undefined || apart.length > 0 || guard.largest !== undefined;
  const clustered = clusterEdges(
    edges,
    records.count,
    guarded
      ? {
          ...(guard.once ? { once } : {}),
          apart: apart.map(([a, b]) => [numberOf(a), numberOf(b)]),
          ...(guard.largest === undefined ? {} : { largest: guard.largest }),
        }
      : undefined,
  );

  const names = {
    table: into,
    refused: `${into}_refused`,
    profile: options.profile === false ? null : `${into}_profile`,
  };
  for (const name of all) await engine.run(`drop table if exists ${dialect.identifier(name)}`);
  await writeClusters(engine, links, records, clustered.label, names.table);
  await writeRefused(engine, records, edges, clustered.refused, stated.length, names.refused);
  const profile = names.profile ? profileEdges(edges, clustered.label) : null;
  if (profile && names.profile)
    await writeProfile(engine, records, edges, clustered, profile, names.profile);
  const sizes = countSizes(profile?.size ?? sizesOf(clustered.label));
  return {
    ...names,
    records: records.count,
    clusters: sizes.reduce((sum, { clusters }) => sum + clusters, 0),
    links: edges.left.length,
    refusedLinks: clustered.refused.length,
    sizes,
    contradictions,
  };
}

function sizesOf(label: Uint32Array): Uint32Array {
  const size = new Uint32Array(label.length);
  for (const cluster of label) size[cluster] = (size[cluster] as number) + 1;
  return size;
}
