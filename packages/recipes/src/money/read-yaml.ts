import { refuseFile } from '@samenbeeld/answers';
import { expectedFound, inFour, languages, type Text } from '@samenbeeld/schema';
import { foundIn, keyAs, kinds, noneIn, writeLine } from '../check-by-schema.ts';
import { correctPath, readYamlFile } from '../picture-file.ts';

/** A YAML file as it was read, to be looked at key by key. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads a YAML file whose content is a mapping. */
export function readYaml(path: string, file: string): Fields {
  const what = inFour('een YAML-bestand', 'un fichier YAML', 'eine YAML-Datei', 'a YAML file');
  const { data: content } = readYamlFile(path, file, what, {
    missing: correctPath,
    broken: inFour(
      'verbeter de regel',
      'corrigez la ligne',
      'die Zeile berichtigen',
      'mend the line',
    ),
  });
  return isFields(content)
    ? content
    : refuseFile(
        file,
        expectedFound(kinds.object, foundIn(content)),
        inFour(
          'zie de bestanden ernaast',
          'voyez les fichiers voisins',
          'siehe die Dateien daneben',
          'see the files beside it',
        ),
      );
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list under a key; empty where the key is absent. */
export function listOf(value: unknown, where: string, file: string): readonly Fields[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every(isFields)) return value;
  return refuseFile(
    file,
    expectedFound(keyAs(where, kinds.array), foundIn(value)),
    inFour(
      'begin elk onderdeel met `- `',
      'commencez chaque entrée par `- `',
      'jeden Eintrag mit `- ` beginnen',
      'begin each entry with `- `',
    ),
  );
}

/** A word or a number under a key, as text. */
export function wordOf(value: unknown, where: string, file: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  if (typeof value === 'number') return String(value);
  return refuseFile(
    file,
    expectedFound(keyAs(where, kinds.string), foundIn(value)),
    writeLine(`${where.split('.').at(-1)}: …`),
  );
}

/** Words in all four languages. */
export function textOf(value: unknown, where: string, file: string): Text {
  const missing = languages.filter((language) => {
    const words = isFields(value) ? value[language] : null;
    return typeof words !== 'string' || words.trim() === '';
  });
  if (missing.length > 0)
    refuseFile(
      file,
      expectedFound(keyAs(where, kinds.allLanguages), noneIn(missing)),
      writeLine(`${where.split('.').at(-1)}: { nl: …, fr: …, de: …, en: … }`),
    );
  return value as Text;
}
