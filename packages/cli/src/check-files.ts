import { statSync } from 'node:fs';
import { wrongUse } from '@samenbeeld/merge';
import { refuseUnreadable } from '@samenbeeld/read';

/** Refuses what is no file before anything is read: a path with nothing there, and a folder. Throws UsageError. */
export function checkFiles(paths: readonly string[]): void {
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found)
      throw wrongUse(
        'Er is geen bestand {path}.',
        'Il n’y a pas de fichier {path}.',
        'Es gibt keine Datei {path}.',
        'There is no file {path}.',
        { path },
      );
    if (found.isDirectory())
      throw wrongUse(
        '{path} is een map. Noem het bestand erin dat is bedoeld.',
        '{path} est un dossier. Nommez le fichier qui est visé.',
        '{path} ist ein Ordner. Nennen Sie die Datei darin, die gemeint ist.',
        '{path} is a folder. Name the file in it that is meant.',
        { path },
      );
    refuseUnreadable(path);
  }
}
