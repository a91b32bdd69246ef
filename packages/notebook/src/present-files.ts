import { existsSync } from 'node:fs';
import { wrongUse } from '@samenbeeld/schema';

/** One path or several, each of which must be there. Throws UsageError else. */
export function presentFiles(files: string | readonly string[]): readonly string[] {
  const paths = [files].flat();
  const absent = paths.find((path) => !existsSync(path));
  if (absent !== undefined)
    throw wrongUse(
      'Er is geen bestand {absent}.',
      'Il n’y a pas de fichier {absent}.',
      'Es gibt keine Datei {absent}.',
      'There is no file {absent}.',
      { absent },
    );
  return paths;
}
