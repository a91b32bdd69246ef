import { readFileSync } from 'node:fs';
import { root } from '../command.ts';

const page = readFileSync(`${root}/docs/methods/reliability.md`, 'utf8');

/** What the page on reliability says of an attack: how often it was tried, and how often the toolkit held. */
export function stated(attack: string): { readonly tried: number; readonly held: number } {
  const row = page.split('\n').find((line) => line.startsWith(`| ${attack} |`));
  const [tried, held] =
    row
      ?.split('|')
      .slice(2, 4)
      .map((cell) => Number(cell.replaceAll(',', ''))) ?? [];
  if (tried === undefined || held === undefined)
    throw new Error(`docs/methods/reliability.md has no row "${attack}" with "tried" and "held".`);
  return { tried, held };
}
