import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import type { Engine } from '@samenbeeld/engine';
import { loadSource } from '@samenbeeld/ingest';
import { ingestAttempt, type Outcome, outcomeOf } from './attempt.ts';
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
export async function describeAttempt(path: string, engine: Engine | null): Promise<Outcome> {
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
