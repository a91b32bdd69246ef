import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the published hypotheses stand. */
export const hypothesesFolder: string = join(
  import.meta.dirname,
  '../../../../fixtures/published/hypotheses',
);

/** The names of their files, without the template. */
export const publishedHypotheses: readonly string[] = readdirSync(hypothesesFolder)
  .filter((name) => /^h\d.*\.yaml$/.test(name))
  .map((name) => name.replace('.yaml', ''))
  .sort();
