import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseUnreadable } from '@samenbeeld/read';
import { wrongUse } from '@samenbeeld/schema';

const quotes = /^(?:"(.*)"|'(.*)'|“(.*)”|„(.*)[“”]|«\s*(.*?)\s*»)$/su;

/** What a path may mean that a file manager, a mail or a chat gave: between quotes, as an address, from the home folder, with blanks escaped. */
function readings(word: string): readonly string[] {
  const bare = word.trim();
  const [, ...inside] = quotes.exec(bare) ?? [];
  const path = inside.find((text) => text !== undefined) ?? bare;
  const found = [bare, path, path.replace(/\\([ ()&'"[\]])/gu, '$1')];
  if (/^file:\/\//iu.test(path))
    try {
      found.push(fileURLToPath(path));
    } catch {
      // An address of another machine is no path here.
    }
  const [, behind] = /^~[/\\](.*)$/su.exec(path) ?? [];
  if (behind !== undefined) found.push(join(homedir(), behind));
  return found;
}

/**
 * A path as it was pasted: between quotes, as a `file://` address, from the home folder (`~/`), with escaped blanks. Left as it is
 * where a file is so called, or where nothing stands where it may point. Behind `SOURCE=` likewise.
 */
export function pastedPath(word: string): string {
  if (existsSync(word)) return word;
  const meant = readings(word).find((path) => path !== '' && existsSync(path));
  if (meant !== undefined) return meant;
  const [, source, path] = /^([^=\s]+=)(.+)$/su.exec(word) ?? [];
  return source === undefined || path === undefined ? word : source + pastedPath(path);
}

/** Paths that were typed or pasted one after another, with commas between; a comma within quotes, or in the name of a file, parts nothing. */
export function pastedPaths(line: string): readonly string[] {
  const whole = pastedPath(line);
  if (existsSync(whole)) return [whole];
  return (line.match(/(?:[^\s,"“]+=)?(?:"[^"]*"|“[^”]*”|(?<![^\s,])'[^']*')|(?!\s)[^,"“]+/gu) ?? [])
    .map((word) => pastedPath(word.trim()))
    .filter(Boolean);
}

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
