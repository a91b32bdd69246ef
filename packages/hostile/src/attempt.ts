import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Engine } from '@samenbeeld/engine';
import { ingest, removeRecords, type SourceDescription } from '@samenbeeld/ingest';
import { lostIn, untold } from './lost-in.ts';

const delimited = /\.(?:csv|tsv|txt|tab|ndjson|jsonl)(?:\.gz)?$/i;

function textOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le', 2);
  return bytes.includes(0) ? null : bytes.toString('latin1');
}

/** Lines, and one more for a last one without end. */
function count(text: string, end: RegExp): number {
  const ends = text.match(end)?.length ?? 0;
  return ends + (text === '' || /[\r\n]$/.test(text) ? 0 : 1);
}

/**
 * The physical lines of a delimited text, counted without any of the readers: where a carriage return by itself ends a
 * line, and where it does not. null where a file is no such text.
 */
export function physicalLines(path: string): readonly number[] | null {
  if (!delimited.test(path)) return null;
  const bytes = readFileSync(path);
  const unfolded = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const text = textOf(unfolded);
  if (text === null) return null;
  const feeds = count(text, /\n/g);
  // A carriage return at the very end is text where only line feeds end lines.
  return [feeds, feeds + (/\r$/.test(text) ? 1 : 0), count(text, /\r\n|\r|\n/g)];
}

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
