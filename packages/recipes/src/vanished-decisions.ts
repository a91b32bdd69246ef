import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DecisionsFile } from '@samenbeeld/store';

/**
 * Ids of decisions that the picture in a folder was built with and that are not recorded any more, in the order of the picture.
 * The last line of a file can be removed without a trace in the file; the picture remembers it. What a person set aside has
 * not vanished.
 */
export async function vanishedDecisions(
  folder: string,
  { decisions, settled }: Pick<DecisionsFile, 'decisions' | 'settled'>,
): Promise<readonly string[]> {
  const table = await readFile(join(folder, 'data', 'decision.csv'), 'utf8').catch(() => '');
  const here = new Set([
    ...decisions.map(({ id }) => id),
    ...settled.flatMap(({ decision }) => decision ?? []),
  ]);
  const built = [...table.matchAll(/^([0-9a-f]{12}),/gm)].map(([, id]) => id as string);
  return built.filter((id) => !here.has(id));
}
