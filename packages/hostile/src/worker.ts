import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { loadSource, type SourceDescription } from '@samenbeeld/ingest';
import { catalogueFolder } from '@samenbeeld/sources';
import { ingestAttempt, type Outcome, outcomeOf } from './attempt.ts';
import type { Answer, Job } from './job.ts';
import { lostIn } from './lost-in.ts';

/** Ingests a file with the description that was proposed of it, as a person would who writes it to a folder. */
async function ingestProposed(
  engine: Engine,
  path: string,
  { id, yaml, crosswalks, whole }: FileDescription,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-draft-'));
  try {
    const own = join(folder, id);
    mkdirSync(own);
    writeFileSync(join(own, 'source.yaml'), yaml);
    for (const { name, text } of crosswalks) writeFileSync(join(own, name), text);
    const outcome = await ingestAttempt(engine, path, loadSource(own));
    return outcome.fate === 'refused' && whole
      ? { fate: 'lost', message: `the trial took what ingest refuses: ${outcome.message}` }
      : outcome;
  } catch (error) {
    return outcomeOf(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Describes a file that nobody has mapped. A description that it gives must load, and one that was tried must have
 * counted every item; where an `engine` is given, it is tried again as a person would.
 */
async function describeAttempt(path: string, engine: Engine | null): Promise<Outcome> {
  try {
    const found = await describeFile(path);
    const { trial, unfit } = found;
    if (trial.kind === 'refused')
      return unfit === null && /^the proposal, line/.test(trial.problem)
        ? { fate: 'lost', message: `a proposal that does not load: ${trial.problem}` }
        : { fate: 'read', message: 'described' };
    const lost = lostIn(trial.conservation, null);
    if (lost.length > 0) return { fate: 'lost', message: lost.join('; ') };
    return engine
      ? await ingestProposed(engine, path, found)
      : { fate: 'read', message: 'described' };
  } catch (error) {
    return outcomeOf(error);
  }
}

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
  // Its files are small.
  engine ??= await openEngine({ threads: 1 });
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

const text = 'abc 1.234,5; '.repeat(20_000);

/** Milliseconds of the processor that a fixed piece of work takes: more where others use the same cores and caches. */
function pace(): number {
  const before = process.cpuUsage();
  const words = new Set(text.split(/[ ;]+/u).map((word, at) => `${word}${at % 5000}`));
  JSON.parse(JSON.stringify([...words]));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

// The first times are slower: the code is not compiled yet.
for (let warm = 0; warm < 5; warm += 1) pace();

for await (const line of createInterface({ input: process.stdin })) {
  const job = JSON.parse(line) as Job;
  const paces = [pace()];
  const start = performance.now();
  const before = process.cpuUsage();
  const outcome = await attempt(job).catch(outcomeOf);
  const { user, system } = process.cpuUsage(before);
  const milliseconds = performance.now() - start;
  paces.push(pace());
  const answer: Answer = {
    id: job.id,
    outcome,
    milliseconds,
    busy: (user + system) / 1000,
    pace: Math.min(...paces),
    megabytes: peakMegabytes(),
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
