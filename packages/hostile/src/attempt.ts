import type { Engine } from '@samenbeeld/engine';
import { ingest, type SourceDescription } from '@samenbeeld/ingest';

/** What came of reading a hostile file: read with nothing lost, refused in plain words, or a fault of ours. */
export interface Outcome {
  readonly fate: 'read' | 'refused' | 'crash' | 'lost';
  readonly message: string;
}

const refusals = new Set(['InputError', 'UsageError', 'RefusalError']);

/** A refusal in plain words, or a crash. */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof Error)) return { fate: 'crash', message: String(error) };
  const plain = refusals.has(error.name) && !/\n\s+at |undefined|\[object/.test(error.message);
  return {
    fate: plain ? 'refused' : 'crash',
    message: plain ? error.message.slice(0, 300) : (error.stack ?? error.message).slice(0, 2000),
  };
}

type Counted = Awaited<ReturnType<typeof ingest>>['conservation'][number];

function lostIn(counted: Counted): string | null {
  const { lines, items, accepted, excluded, rejected, exclusions, rejections } = counted;
  const sum = (record: Readonly<Record<string, number>>): number =>
    Object.values(record).reduce((total, count) => total + count, 0);
  if (lines.title + lines.header + lines.footer + lines.blank + lines.data !== lines.total)
    return `the kinds of line do not add up to ${lines.total}`;
  if (accepted + excluded + rejected !== items) return `the fates do not add up to ${items} items`;
  if (sum(exclusions) !== excluded) return 'exclusions by rule do not add up';
  if (sum(rejections) !== rejected) return 'rejections by rule do not add up';
  return null;
}

/** Reads a file as a source's, and checks that no line, item or record of it is lost. */
export async function ingestAttempt(
  engine: Engine,
  path: string,
  source: SourceDescription,
): Promise<Outcome> {
  try {
    const { conservation, records, issues } = await ingest(engine, source, [path]);
    const lost = conservation.flatMap((counted) => lostIn(counted) ?? []);
    const [stored] = await engine.rows<{ readonly n: number }>(
      `select count(*)::integer as n from ${source.record}`,
    );
    if (stored?.n !== records) lost.push(`${records} records were counted, ${stored?.n} are there`);
    const rejected = conservation.reduce((sum, counted) => sum + counted.rejected, 0);
    const told = issues.filter(({ severity }) => severity === 'rejection').length;
    if (rejected > 0 && told === 0) lost.push(`${rejected} items were rejected without an issue`);
    return lost.length > 0
      ? { fate: 'lost', message: lost.join('; ') }
      : { fate: 'read', message: `${records} records` };
  } catch (error) {
    return outcomeOf(error);
  } finally {
    for (const table of await engine.tables()) await engine.run(`drop table ${table}`);
  }
}
