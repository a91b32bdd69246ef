import type { EvidencePlace, HypothesisRole } from '@samenbeeld/money';
import { languages, type Text } from '@samenbeeld/schema';
import { isFields, refuseFile, textOf, wordOf } from './read-yaml.ts';

const roles: ReadonlySet<unknown> = new Set(['true', 'not', 'artefact', 'other', true]);

/** Whether a value names a role. */
export function isRole(value: unknown): boolean {
  return roles.has(value);
}

/** What a hypothesis is to its set; YAML reads a bare true as a truth value. */
export function roleOf(value: unknown, id: string, file: string): HypothesisRole {
  if (isRole(value)) return String(value) as HypothesisRole;
  return refuseFile(
    file,
    `expected the role of ${id} as "true", not, artefact or other, found ${JSON.stringify(value ?? null)}`,
    'the proposition is "true", its denial is not, the reporting artefact is artefact',
  );
}

/** One of some words. */
export function oneOf<Word extends string>(
  value: unknown,
  words: readonly Word[],
  where: string,
  file: string,
): Word {
  const found = words.find((word) => word === String(value));
  return (
    found ??
    refuseFile(
      file,
      `expected ${where} as one of ${words.join(', ')}, found ${JSON.stringify(value ?? null)}`,
      `write one of ${words.join(', ')}`,
    )
  );
}

const fewestLetters = 3;

/** What stands where nobody has written anything yet: a letter or two, dots, "todo". */
function isPlaceholder(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? [];
  return letters.length < fewestLetters || /^\W*(to ?do|tbd|xxx+|n\/?a)\W*$/i.test(words);
}

/** Words in all four languages that say something. */
export function sentenceOf(value: unknown, where: string, file: string): Text {
  const text = textOf(value, where, file);
  const empty = languages.filter((language) => isPlaceholder(text[language]));
  const [first] = empty;
  if (first !== undefined)
    refuseFile(
      file,
      `expected ${where} to say something, found "${text[first]}" in ${empty.join(', ')}`,
      'write the sentence that readers of that language will see',
    );
  return text;
}

/** Where a piece of evidence can be looked up. */
export function evidencePlace(value: unknown, id: string, file: string): EvidencePlace {
  const from = isFields(value) ? value : {};
  const word = (key: string): string => wordOf(from[key], `${id}.from.${key}`, file);
  switch (from['kind']) {
    case 'figure':
      return { kind: 'figure', picture: word('picture'), key: word('key') };
    case 'query':
      return { kind: 'query', picture: word('picture'), sql: word('sql') };
    case 'cell':
      return {
        kind: 'cell',
        file: word('file'),
        line: Number(word('line')),
        column: word('column'),
      };
    default:
      return refuseFile(
        file,
        `evidence ${id} is not tied to a figure, a query or a cell`,
        'write from: { kind: cell, file: …, line: …, column: … }',
      );
  }
}
