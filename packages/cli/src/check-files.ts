import { existsSync, statSync } from 'node:fs';
import { refuseUnreadable } from '@samenbeeld/read';
import { wrongUse } from '@samenbeeld/schema';

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

/** Refuses to write a workbook under a name that is none's, or over a file that may be filled in already. Throws UsageError. */
export function refuseWorkbook(out: string, files: readonly string[], replace: boolean): void {
  if (!out.endsWith('.xlsx'))
    throw wrongUse(
      '--out vraagt een werkmap (.xlsx), niet "{out}".',
      '--out demande un classeur (.xlsx), et non « {out} ».',
      '--out verlangt eine Arbeitsmappe (.xlsx), nicht „{out}“.',
      '--out takes a workbook (.xlsx), not "{out}".',
      { out },
    );
  const there = files.find((file) => existsSync(file));
  if (!replace && there !== undefined)
    throw wrongUse(
      '{file} bestaat al, misschien ingevuld. Noem met --out een ander bestand, of overschrijf met --force.',
      '{file} existe déjà, peut-être rempli. Nommez un autre fichier avec --out, ou écrasez-le avec --force.',
      '{file} gibt es schon, vielleicht ausgefüllt. Nennen Sie mit --out eine andere Datei, oder überschreiben Sie mit --force.',
      '{file} exists already, perhaps filled in. Name another file with --out, or overwrite with --force.',
      { file: there },
    );
}
