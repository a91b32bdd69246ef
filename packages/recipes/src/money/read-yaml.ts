import { existsSync } from 'node:fs';
import { refuseFile } from '@samenbeeld/answers';
import { readText } from '@samenbeeld/engine';
import { readYaml as readYamlText } from '@samenbeeld/ingest';
import { InputError, languages, type Text } from '@samenbeeld/schema';

/** A YAML file as it was read, to be looked at key by key. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads a YAML file whose content is a mapping. */
export function readYaml(path: string, file: string): Fields {
  const read = readText(path);
  if ('problem' in read)
    return refuseFile(
      file,
      existsSync(path)
        ? `expected a YAML file, found what cannot be read: ${read.problem}`
        : 'expected a YAML file, found none',
      'correct its path in the picture file',
    );
  const { data: content } = readYamlText(read.text, (problem, line) => {
    throw new InputError(`expected YAML, found ${problem.en}`, {
      place: { file, line },
      repair: 'mend the line',
    });
  });
  return isFields(content)
    ? content
    : refuseFile(
        file,
        'expected keys with values, found something else',
        'see the files beside it',
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
    `expected a list of entries under ${where}, found something else`,
    'begin each entry with "- "',
  );
}

/** A word or a number under a key, as text. */
export function wordOf(value: unknown, where: string, file: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  if (typeof value === 'number') return String(value);
  return refuseFile(
    file,
    `expected ${where} as text, found ${JSON.stringify(value ?? null)}`,
    `add a line such as "${where.split('.').at(-1)}: …"`,
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
      `expected ${where} in nl, fr, de and en, found none in ${missing.join(', ')}`,
      'write it in all four languages',
    );
  return value as Text;
}
