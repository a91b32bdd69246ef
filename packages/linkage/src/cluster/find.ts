import { dialect, type Engine } from '@samenbeeld/engine';
import type { LinkTables, NumberedRecords } from './read.ts';
import { type RecordRef, recordName } from './record.ts';
import { indexRecords } from './record-index.ts';

const atOnce = 1000;

/** Finds the numbers of named records in the engine, counted from 0; refuses those that are not there. */
export async function findNumbers(
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
