import { existsSync } from 'node:fs';
import { say } from '@samenbeeld/merge';
import { type Decision, shellWord, type Text, withheldText } from '@samenbeeld/schema';
import { readDecisions } from '@samenbeeld/store';
import type { Terminal } from './terminal.ts';

/** Where decisions are looked for and recorded unless a command is told otherwise. */
export const usualDecisions = 'decisions.jsonl';

const noFile: Text = {
  nl: 'Er is nog geen bestand {path}: er wordt geen beslissing toegepast.',
  fr: 'Il n’y a pas encore de fichier {path} : aucune décision n’est appliquée.',
  de: 'Es gibt noch keine Datei {path}: keine Entscheidung wird angewandt.',
  en: 'There is no file {path} yet: no decision is applied.',
};

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
    terminal.print(`  ${say(noFile, { path: withheldText(path) })[terminal.language]}`);
  return [];
}

/** The options by which a command that is copied from a hint reads and records where this one did; with a blank before. */
export function sameDecisions(options: Readonly<Record<string, unknown>>): string {
  const path = pathOf(options);
  return path === usualDecisions ? '' : ` --decisions ${shellWord(path)}`;
}
