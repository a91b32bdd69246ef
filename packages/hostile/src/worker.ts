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
  const known = sources.get(id) ?? loadSource(catalogueFolder(id));
  sources.set(id, known);
  return known;
}

let engine: Engine | null = null;

async function attempt({ path, source }: Job): Promise<Outcome> {
  const described = await describeAttempt(path);
  if (described.fate === 'crash' || described.fate === 'lost' || source === null) return described;
  engine ??= await openEngine();
  return ingestAttempt(engine, path, sourceOf(source));
}

process.on('unhandledRejection', (error) => {
  throw error;
});

for await (const line of createInterface({ input: process.stdin })) {
  const job = JSON.parse(line) as Job;
  const start = performance.now();
  const outcome = await attempt(job).catch(outcomeOf);
  const answer: Answer = {
    id: job.id,
    outcome,
    milliseconds: performance.now() - start,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
