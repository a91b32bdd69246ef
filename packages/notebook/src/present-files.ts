import { existsSync } from 'node:fs';
import { UsageError } from '@samenbeeld/schema';

/** One path or several, each of which must be there. Throws UsageError else. */
export function presentFiles(files: string | readonly string[]): readonly string[] {
  const paths = [files].flat();
  const absent = paths.find((path) => !existsSync(path));
  if (absent !== undefined) throw new UsageError(`There is no file ${absent}.`);
  return paths;
}
