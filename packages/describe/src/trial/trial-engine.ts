import { statSync } from 'node:fs';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { recordTables } from '@samenbeeld/ingest';

/** Files below this size are tried in an engine that waits for the next of them; of a larger one the memory is given back at once. */
const small = 400_000;

/** An engine that nobody has asked for is closed after so many milliseconds. */
const patience = 2_000;

/** An engine is asked for so many files at most. */
const mostTrials = 200;

interface Waiting {
  readonly engine: Engine;
  readonly trials: number;
  readonly timer: NodeJS.Timeout;
}

/** The engine that waits for the next small file: to open and close one takes as long as half the statements of a trial. */
let waiting: Waiting | null = null;

async function takeEngine(): Promise<Omit<Waiting, 'timer'>> {
  if (!waiting) return { engine: await openEngine({ threads: 1 }), trials: 0 };
  const { engine, trials, timer } = waiting;
  waiting = null;
  clearTimeout(timer);
  return { engine, trials };
}

/** Empties an engine and lets it wait; one that cannot be emptied, or that nobody needs, is closed. */
async function giveBack(engine: Engine, trials: number): Promise<void> {
  if (waiting || trials >= mostTrials) return engine.close();
  const drops = Object.values(recordTables).map(({ table }) => `drop table if exists ${table}`);
  const isEmpty = await engine.run(drops.join('; ')).then(
    () => true,
    () => false,
  );
  if (!isEmpty || waiting) return engine.close();
  const timer = setTimeout(() => {
    waiting = null;
    void engine.close();
  }, patience);
  timer.unref();
  waiting = { engine, trials, timer };
}

/**
 * Asks something of an engine that is empty and nobody else's for as long as it is asked. Where something goes wrong the
 * engine is closed, so that nothing of one file is ever seen by the next.
 */
export async function askTrialEngine<Result>(
  path: string,
  ask: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const isSmall = (statSync(path, { throwIfNoEntry: false })?.size ?? small) < small;
  const { engine, trials } = isSmall
    ? await takeEngine()
    : { engine: await openEngine({ reads: [path] }), trials: mostTrials };
  let result: Result;
  try {
    result = await ask(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  await giveBack(engine, trials + 1);
  return result;
}
