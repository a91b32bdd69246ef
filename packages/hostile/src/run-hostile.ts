import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Outcome } from './attempt.ts';
import { crafted } from './crafted.ts';
import { damaged } from './damage.ts';
import { damages } from './damages.ts';
import type { Answer, Job } from './job.ts';

/** A sound file and the source it is of: its id in the catalogue, or the folder of its description. */
export interface SoundFile {
  readonly source: string;
  readonly path: string;
}

/** How a run is made. */
export interface HostileOptions {
  /** Damaged files; the crafted ones come on top. */
  readonly count: number;
  readonly seed: number;
  readonly sound: readonly SoundFile[];
  /** Seconds above which a file hangs: of the processor, or eight times as many by the clock. */
  readonly patience?: number;
  /** Megabytes of resident memory above which memory is not bounded. */
  readonly most?: number;
  readonly workers?: number;
  /** Files that failed are kept here. */
  readonly keep?: string;
  readonly onProgress?: (done: number, of: number) => void;
}

/** A file that was not handled as it must be. */
export interface Failure {
  readonly recipe: string;
  readonly fate: Outcome['fate'] | 'hang' | 'memory';
  readonly message: string;
  readonly kept: string | null;
}

/** What a run found. */
export interface HostileReport {
  readonly files: number;
  readonly read: number;
  readonly refused: number;
  readonly failures: readonly Failure[];
  readonly slowest: { readonly milliseconds: number; readonly recipe: string };
  readonly megabytes: number;
}

interface Made {
  readonly recipe: string;
  readonly name: string;
  readonly source: string | null;
  readonly bytes: () => Uint8Array;
}

/** Recipes made at once: thousands of them, with their long texts, take gigabytes. */
const atOnce = 250;

/** What to try, the same for the same seed. */
function* filesOf({ count, seed, sound }: HostileOptions): Generator<Made> {
  for (const { name, make } of crafted)
    yield { recipe: `crafted ${name}`, name, source: craftedSource(name), bytes: make };
  const bodies = new Map(sound.map(({ path }) => [path, readFileSync(path)]));
  const arbitrary = fc.tuple(fc.nat(sound.length - 1), damages);
  for (let made = 0; made < count; made += atOnce) {
    const numRuns = Math.min(atOnce, count - made);
    for (const [index, list] of fc.sample(arbitrary, {
      seed: Math.imul(seed, 40_009) + made,
      numRuns,
    })) {
      const file = sound[index] as SoundFile;
      const body = bodies.get(file.path) as Buffer;
      yield {
        recipe: `${basename(file.source)} ${basename(file.path)} ${JSON.stringify(list)}`,
        name: basename(file.path),
        source: file.source,
        bytes: () => list.reduce((bytes, damage) => damaged(bytes, damage), body),
      };
    }
  }
}

/** The source a crafted file pretends to be of. */
function craftedSource(name: string): string {
  const file = name.replace(/\.gz$/, '');
  if (file.endsWith('.xlsx')) return 'bka-pks-laender';
  if (file.endsWith('.json')) return 'unodc-seizures';
  return file.endsWith('.tsv') ? 'eurostat-crim-off-cat' : 'politie-47022ned';
}

const workerPath = fileURLToPath(new URL('../dist/worker.js', import.meta.url));

/** A worker that can be asked, and killed. */
class Worker {
  private child: ChildProcess | null = null;
  private heard: ((answer: Answer | null) => void) | null = null;
  private readonly heap: number;

  constructor(heap: number) {
    this.heap = heap;
  }

  private start(): ChildProcess {
    const child = spawn(process.execPath, [`--max-old-space-size=${this.heap}`, workerPath], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      // One that was given up may still have something to say.
      if (this.child === child && line.startsWith('{"id"'))
        this.heard?.(JSON.parse(line) as Answer);
    });
    child.on('exit', () => {
      if (this.child !== child) return;
      this.child = null;
      this.heard?.(null);
    });
    return child;
  }

  /** The answer; null where the worker died, 'hang' where none came in time. */
  ask(job: Job, patience: number): Promise<Answer | null | 'hang'> {
    this.child ??= this.start();
    const { child } = this;
    return new Promise((done) => {
      const timer = setTimeout(() => {
        this.heard = null;
        child.kill('SIGKILL');
        this.child = null;
        done('hang');
      }, patience);
      this.heard = (answer) => {
        if (answer !== null && answer.id !== job.id) return;
        clearTimeout(timer);
        this.heard = null;
        done(answer);
      };
      child.stdin?.write(`${JSON.stringify(job)}\n`);
    });
  }

  stop(): void {
    this.child?.kill();
    this.child = null;
  }
}

interface Tried {
  readonly fate: Failure['fate'];
  readonly message: string;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Seconds by the clock for a second of patience: on a machine that does other work the clock says little. */
const clockFactor = 8;

/** The quickest that a fixed piece of work was done in this process: what the machine does when it does nothing else. */
let quickest = Number.POSITIVE_INFINITY;

async function tryOnce(worker: Worker, job: Job, patience: number): Promise<Tried> {
  const answer = await worker.ask(job, patience * clockFactor);
  if (answer === 'hang')
    return {
      fate: 'hang',
      message: `no answer in ${(patience * clockFactor) / 1000} s`,
      milliseconds: patience * clockFactor,
      megabytes: 0,
    };
  if (answer === null)
    return { fate: 'crash', message: 'the process died', milliseconds: 0, megabytes: 0 };
  const { outcome, megabytes } = answer;
  quickest = Math.min(quickest, answer.pace);
  // Waiting for a turn is no work, threads that work at once take less than their sum, and beside others each step takes longer.
  const milliseconds = Math.min(answer.milliseconds, answer.busy) * (quickest / answer.pace);
  return milliseconds > patience
    ? { fate: 'hang', message: `${Math.round(milliseconds)} ms`, milliseconds, megabytes }
    : { ...outcome, milliseconds, megabytes };
}

/**
 * Tries every crafted file and `count` damaged ones, each in a worker process: it must be read with nothing lost, or refused
 * in plain words, within `patience` seconds and `most` megabytes. A file that hangs is tried once more on its own.
 */
export async function runHostile(options: HostileOptions): Promise<HostileReport> {
  const { patience = 5, most = 2000, workers = 2, keep } = options;
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const files = filesOf(options);
  const total = crafted.length + options.count;
  const failures: Failure[] = [];
  const counts = { done: 0, read: 0, refused: 0, megabytes: 0 };
  let slowest = { milliseconds: 0, recipe: '' };

  const slow: { readonly made: Made; readonly id: number }[] = [];

  /** Tries a file; one that hangs beside others is tried once more when all the others are done. */
  async function tryFile(worker: Worker, made: Made, id: number, alone = false): Promise<void> {
    const own = join(folder, String(id));
    mkdirSync(own);
    const path = join(own, made.name);
    const bytes = made.bytes();
    writeFileSync(path, bytes);
    const job: Job = { id, recipe: made.recipe, path, source: made.source };
    const tried = await tryOnce(worker, job, patience * 1000);
    if (tried.fate === 'hang' && !alone) {
      slow.push({ made, id });
      rmSync(own, { recursive: true });
      return;
    }
    const { fate, milliseconds, megabytes } = tried;
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, recipe: made.recipe };
    counts.megabytes = Math.max(counts.megabytes, megabytes);
    if (megabytes > most) worker.stop();
    if (fate === 'read' || fate === 'refused') counts[fate] += 1;
    const failed = fate !== 'read' && fate !== 'refused';
    if (failed || megabytes > most) {
      let kept: string | null = null;
      if (keep !== undefined) {
        mkdirSync(keep, { recursive: true });
        kept = join(keep, `${id}-${made.name}`);
        writeFileSync(kept, bytes);
      }
      failures.push({
        recipe: made.recipe,
        fate: failed ? fate : 'memory',
        message: failed ? tried.message : `${Math.round(megabytes)} MB`,
        kept,
      });
    }
    rmSync(own, { recursive: true });
    counts.done += 1;
    options.onProgress?.(counts.done, total);
  }

  let next = 0;
  async function work(): Promise<void> {
    const worker = new Worker(1500);
    let used = 0;
    for (let made = files.next(); !made.done; made = files.next()) {
      next += 1;
      await tryFile(worker, made.value, next);
      used += 1;
      if (used % 500 === 0) worker.stop();
    }
    worker.stop();
  }

  try {
    await Promise.all(Array.from({ length: workers }, work));
    const worker = new Worker(1500);
    for (const { made, id } of slow) await tryFile(worker, made, id, true);
    worker.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { read, refused, megabytes } = counts;
  return { files: total, read, refused, failures, slowest, megabytes };
}
