import { existsSync } from 'node:fs';
import { type Decision, UsageError } from '@samenbeeld/schema';
import { readDecisions } from '@samenbeeld/store';

/** The decisions of a file; none where no file is named. Throws UsageError where there is no such file. */
export async function recordedDecisions(path: string | undefined): Promise<readonly Decision[]> {
  if (path === undefined) return [];
  if (!existsSync(path)) throw new UsageError(`There are no decisions at ${path}.`);
  return readDecisions(path);
}

/** One path or several, each of which must be there. Throws UsageError else. */
export function presentFiles(files: string | readonly string[]): readonly string[] {
  const paths = [files].flat();
  const absent = paths.find((path) => !existsSync(path));
  if (absent !== undefined) throw new UsageError(`There is no file ${absent}.`);
  return paths;
}
