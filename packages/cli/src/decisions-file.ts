import { existsSync } from 'node:fs';
import { type Decision, shellWord, withheldText } from '@samenbeeld/schema';
import { readDecisions } from '@samenbeeld/store';
import type { Terminal } from './terminal.ts';

/** Where decisions are looked for and recorded unless a command is told otherwise. */
export const usualDecisions = 'decisions.jsonl';

const pathOf = (options: Readonly<Record<string, unknown>>): string =>
  String(options['decisions'] ?? usualDecisions);

/**
 * The decisions that a command applies: none where the file is not there. One that was named is said to be absent: it may
 * be mistyped, or be begun when the first decision is recorded.
 */
export async function decisionsOf(
  options: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<readonly Decision[]> {
  const path = pathOf(options);
  if (existsSync(path)) return readDecisions(path);
  if (path !== usualDecisions)
    terminal.print(`  There is no file ${withheldText(path)} yet: no decision is applied.`);
  return [];
}

/** The options by which a command that is copied from a hint reads and records where this one did; with a blank before. */
export function sameDecisions(options: Readonly<Record<string, unknown>>): string {
  const path = pathOf(options);
  return path === usualDecisions ? '' : ` --decisions ${shellWord(path)}`;
}
