import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { expression, fileHash, refuseUnreadable } from '@samenbeeld/read';
import { InputError, type Issue, inFour } from '@samenbeeld/schema';
import type { SourceDescription } from './description/description.ts';
import type { NamedFile } from './named-files.ts';

/** What the name of a file says of its records, by the description. */
function saidByName({ constants }: SourceDescription, path: string): string {
  const found = Object.values(constants).flatMap((constant) =>
    'fromFile' in constant
      ? [expression(constant.fromFile, 'm').find(basename(path))?.groups[1]?.trim() ?? '']
      : [],
  );
  return JSON.stringify(found);
}

/** Files of one length, of which alone two can be the same: nearly always none need be read for it. */
function ofOneLength(files: readonly NamedFile[]): readonly (readonly NamedFile[])[] {
  const bySize = new Map<number, NamedFile[]>();
  for (const file of files) {
    refuseUnreadable(file.path);
    const found = statSync(file.path);
    if (found.size > 0) bySize.set(found.size, [...(bySize.get(found.size) ?? []), file]);
  }
  return [...bySize.values()].filter((group) => group.length > 1);
}

/**
 * Refuses two files of the same bytes, each of whose figures would be counted twice: throws an InputError that names both.
 * Where their names say something else of the records (the year), they are other records, and a warning is returned.
 */
export async function refuseTwins(
  description: SourceDescription,
  files: readonly NamedFile[],
): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const alike of ofOneLength(files)) {
    const seen = new Map<string, NamedFile[]>();
    for (const file of alike) {
      const { path, name } = file;
      const sha256 = await fileHash(path);
      const before = seen.get(sha256) ?? [];
      const said = saidByName(description, path);
      const twin = before.find((other) => saidByName(description, other.path) === said);
      if (twin)
        throw new InputError(
          inFour(
            'een ander bestand dan {twin} verwacht, gevonden: dezelfde bytes (sha256 {hash}…): elk van de cijfers zou twee keer tellen',
            'un autre fichier que {twin} était attendu, trouvé : les mêmes octets (sha256 {hash}…) : chacun de ses chiffres serait compté deux fois',
            'eine andere Datei als {twin} erwartet, gefunden: dieselben Bytes (sha256 {hash}…): jede ihrer Zahlen würde doppelt gezählt',
            'expected another file than {twin}, found the same bytes (sha256 {hash}…): each of its figures would be counted twice',
            { twin: twin.name, hash: sha256.slice(0, 12) },
          ),
          {
            place: { file: name },
            repair: inFour(
              'laat {name} of {twin} weg',
              'laissez de côté {name} ou {twin}',
              '{name} oder {twin} weglassen',
              'leave out {name} or {twin}',
              { name, twin: twin.name },
            ),
          },
        );
      const [first] = before;
      if (first)
        issues.push({
          file: name,
          sheet: null,
          line: null,
          column: null,
          value: null,
          rule: 'file.repeated',
          severity: 'warning',
          message: `has the same bytes as ${first.name}, and by its name is of other records`,
          repair: `fetch both again; one of them may be a copy of ${first.name}`,
        });
      seen.set(sha256, [...before, file]);
    }
  }
  return issues;
}
