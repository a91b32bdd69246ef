import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { loadSource, type SourceDescription } from '@samenbeeld/ingest';
import { catalogueFolder } from '@samenbeeld/sources';
import { ingestAttempt, type Outcome, outcomeOf } from './attempt.ts';
import { describeAttempt } from './describe-attempt.ts';
import type { Answer, Job } from './job.ts';

// A process of its own: what hangs or dies here is seen and replaced by the run that started it.

const sources = new Map<string, SourceDescription>();

function sourceOf(id: string): SourceDescription {
  const known = sources.get(id) ?? loadSource(id.includes('/') ? id : catalogueFolder(id));
  sources.set(id, known);
  return known;
}

let engine: Engine | null = null;

/** One in so many proposals is ingested again in full. */
const again = 8;

async function attempt({ id, path, source }: Job): Promise<Outcome> {
  engine ??= await openEngine();
  const described = await describeAttempt(path, id % again === 0 ? engine : null);
  if (described.fate === 'crash' || described.fate === 'lost' || source === null) return described;
  return ingestAttempt(engine, path, sourceOf(source));
}

/** Peak resident memory. What the system reports of a process counts what its parent held when it was started. */
function peakMegabytes(): number {
  const status = '/proc/self/status';
  const [, peak] = existsSync(status)
    ? (/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8')) ?? [])
    : [];
  return Number(peak ?? process.resourceUsage().maxRSS) / 1024;
}

process.on('unhandledRejection', (error) => {
  throw error;
});

for await (const line of createInterface({ input: process.stdin })) {
  const job = JSON.parse(line) as Job;
  const start = performance.now();
  const before = process.cpuUsage();
  const outcome = await attempt(job).catch(outcomeOf);
  const { user, system } = process.cpuUsage(before);
  const answer: Answer = {
    id: job.id,
    outcome,
    milliseconds: performance.now() - start,
    busy: (user + system) / 1000,
    megabytes: peakMegabytes(),
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
