import { dialect, type Engine } from '@samenbeeld/engine';
import type { Links } from '../links.ts';
import type { Edges } from './order.ts';

/** The tables of a linkage, as `linkRecords` leaves them in the engine. */
export type LinkTables = Pick<Links, 'table' | 'records' | 'tables'>;

/** The records of a linkage: numbers `first`…`first + count − 1`, in runs of one table. */
export interface NumberedRecords {
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
export async function readNumbers(engine: Engine, links: LinkTables): Promise<NumberedRecords> {
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
export async function readEdges(
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
