import type { Engine } from '@samenbeeld/engine';
import { ingest, removeRecords, type SourceDescription } from '@samenbeeld/ingest';
import { lostIn, untold } from './lost-in.ts';
import { physicalLines } from './physical-lines.ts';

/** What came of reading a hostile file: read with nothing lost, refused in plain words, or a fault of ours. */
export interface Outcome {
  readonly fate: 'read' | 'refused' | 'crash' | 'lost';
  readonly message: string;
}

const refusals = new Set(['InputError', 'UsageError', 'RefusalError']);
/** A refusal is read by a person: it is no page of cells. */
const longest = 4000;

/** A refusal in plain words, or a crash. */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof Error)) return { fate: 'crash', message: String(error) };
  const { name, message, stack } = error;
  const plain =
    refusals.has(name) &&
    !/\n\s+at |\bundefined\b|\[object/.test(message) &&
    message.length <= longest;
  return {
    fate: plain ? 'refused' : 'crash',
    message: plain ? message.slice(0, 300) : (stack ?? message).slice(0, 2000),
  };
}

/** Reads a file as a source's, and checks that no line, item or record of it is lost. */
export async function ingestAttempt(
  engine: Engine,
  path: string,
  source: SourceDescription,
): Promise<Outcome> {
  try {
    const { conservation, records, issues } = await ingest(engine, source, [path], { draft: true });
    const physical = physicalLines(path);
    const lost = conservation.flatMap((counted) => [
      ...lostIn(counted, physical),
      ...untold(counted, issues),
    ]);
    const [stored] = await engine.rows<{ readonly n: number }>(
      `select count(*)::integer as n from ${source.record}`,
    );
    if (stored?.n !== records) lost.push(`${records} records were counted, ${stored?.n} are there`);
    return lost.length > 0
      ? { fate: 'lost', message: lost.join('; ') }
      : { fate: 'read', message: `${records} records` };
  } catch (error) {
    return outcomeOf(error);
  } finally {
    await removeRecords(engine, source.record);
    for (const table of await engine.tables()) await engine.run(`drop table ${table}`);
  }
}
