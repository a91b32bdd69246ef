import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { readText } from '@samenbeeld/engine';
import { readYaml } from '@samenbeeld/ingest';
import {
  agencies,
  InputError,
  isDay,
  languages,
  type Text,
  wherePersonal,
} from '@samenbeeld/schema';
import { roleProblem } from '@samenbeeld/store';

/** One input of a picture: files of one source, and how many of its items are known to be rejected, by rule. */
export interface PictureInputFile {
  /** An id of the catalogue, or the path of a description of one's own, from the picture file's folder. */
  readonly source: string;
  /** Path from the picture file's folder. */
  readonly file: string;
  readonly sha256: string | null;
  readonly rejected: Readonly<Record<string, number>>;
}

/** Whether an input names its source by the path of a description, not by an id of the catalogue. */
export function isOwnSource(name: string): boolean {
  return /[\\/]|\.ya?ml$/u.test(name);
}

/** A picture file: what goes in, as of when, for whom, and which recipe makes the report. */
export interface PictureFileDescription {
  readonly picture: string;
  readonly title: Text;
  readonly recipe: string;
  readonly asOf: string;
  readonly seed: number;
  readonly audience: string;
  /** What it is for; sources given for named purposes are passed on for one of these alone. Null where it is not stated. */
  readonly purpose: string | null;
  readonly decisions: string;
  /** Whether two roles must say the same of two records before it counts; false unless written. */
  readonly twoPersons: boolean;
  /** Roles, and codes of services, that may decide in this picture; every role where none is named. */
  readonly deciding: readonly string[];
  readonly inputs: readonly PictureInputFile[];
  /** File of questions and assumptions about money; null where none are asked. */
  readonly money: string | null;
  /** Files of rival explanations with their evidence. */
  readonly hypotheses: readonly string[];
  /** Folder of the picture file; paths are relative to it. */
  readonly folder: string;
  readonly path: string;
}

const known = [
  'picture',
  'title',
  'recipe',
  'asOf',
  'seed',
  'audience',
  'purpose',
  'decisions',
  'twoPersons',
  'deciding',
  'inputs',
  'money',
  'hypotheses',
];

function refuse(path: string, problem: string, repair: string): never {
  throw new InputError(problem, { place: { file: path }, repair });
}

function textOf(value: unknown, path: string): Text {
  const text = value as Partial<Text> | null;
  const missing = languages.filter((language) => typeof text?.[language] !== 'string');
  if (missing.length > 0)
    refuse(
      path,
      `expected title in nl, fr, de and en, found none in ${missing.join(', ')}`,
      'write the title in all four languages',
    );
  return text as Text;
}

function wordOf(value: unknown, key: string, path: string): string {
  if (typeof value === 'string' && value.length > 0) return value;
  return refuse(
    path,
    `expected ${key} as text, found ${JSON.stringify(value ?? null)}`,
    `add a line such as "${key}: …"`,
  );
}

function dayOf(value: unknown, path: string): string {
  const day =
    value instanceof Date ? value.toISOString().slice(0, 10) : wordOf(value, 'asOf', path);
  return isDay(day)
    ? day
    : refuse(path, `expected asOf as a day, found "${day}"`, 'write it as 2026-06-30');
}

function seedOf(value: unknown, path: string): number {
  return Number.isInteger(value)
    ? (value as number)
    : refuse(
        path,
        `expected seed as a whole number, found ${JSON.stringify(value)}`,
        'write seed: 1',
      );
}

function twoPersonsOf(value: unknown, path: string): boolean {
  return typeof value === 'boolean'
    ? value
    : refuse(
        path,
        `expected twoPersons as true or false, found ${JSON.stringify(value)}`,
        'write twoPersons: true where two roles must agree that two records are one seizure',
      );
}

function decidingOf(value: unknown, path: string): readonly string[] {
  const isList =
    Array.isArray(value) && value.every((one) => typeof one === 'string' && one.trim() !== '');
  if (!isList)
    return refuse(
      path,
      `expected deciding as a list of roles and services, found ${JSON.stringify(value)}`,
      'write deciding: ["analyst, port desk", NL_OM], or leave it out where every role may decide',
    );
  const names = value as readonly string[];
  const at = names.findIndex((name) => !agencies.has(name) && roleProblem(name) !== null);
  return at < 0
    ? names
    : refuse(
        path,
        `expected roles and codes of services in deciding, found something else at deciding[${at}]: ${roleProblem(names[at] as string)}`,
        'name a function ("analyst, port desk") or a code that samenbeeld codes agencies lists, never a person',
      );
}

function sha256Of(value: unknown, at: string, path: string): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
    ? value
    : refuse(
        path,
        `expected ${at}.sha256 as 64 hexadecimal digits, found ${JSON.stringify(value)}`,
        'write what sha256sum prints for the file, or leave it out',
      );
}

function filesOf(value: unknown, path: string): readonly string[] {
  const isList = Array.isArray(value) && value.every((name) => typeof name === 'string');
  return isList
    ? value
    : refuse(
        path,
        `expected hypotheses as a list of files, found ${JSON.stringify(value)}`,
        'write hypotheses: [hypotheses/h1-abroad.yaml]',
      );
}

function inputOf(value: unknown, index: number, path: string): PictureInputFile {
  const input = value as Readonly<Record<string, unknown>> | null;
  const at = `inputs[${index}]`;
  const strange = Object.keys(input ?? {}).filter(
    (key) => !['source', 'file', 'sha256', 'rejected'].includes(key),
  );
  if (strange.length > 0)
    refuse(
      path,
      `expected source, file, sha256 and rejected in ${at}, found "${strange.join('", "')}"`,
      'remove it or correct its name',
    );
  const rejected = (input?.['rejected'] ?? {}) as Readonly<Record<string, number>>;
  for (const [rule, count] of Object.entries(rejected)) {
    if (!Number.isInteger(count) || count < 0)
      refuse(
        path,
        `expected a count for the rejections "${rule}" of ${at}, found ${JSON.stringify(count)}`,
        'give the number of items',
      );
  }
  return {
    source: wordOf(input?.['source'], `${at}.source`, path),
    file: wordOf(input?.['file'], `${at}.file`, path),
    sha256: sha256Of(input?.['sha256'], at, path),
    rejected,
  };
}

function pictureText(path: string): string {
  const read = readText(path);
  if ('text' in read) return read.text;
  return refuse(
    path,
    existsSync(path)
      ? `expected a picture file, found what cannot be read: ${read.problem}`
      : 'expected a picture file, found none',
    'give the path of a file that ends in .picture.yaml',
  );
}

/** Reads a `*.picture.yaml`. An InputError names what is missing or unknown, and the line where YAML itself is broken. */
export function readPictureFile(path: string): PictureFileDescription {
  const { data } = readYaml(pictureText(path), (problem, line) => {
    throw new InputError(`expected YAML, found ${problem}`, {
      place: { file: path, line },
      repair:
        'mend the line; a picture file looks like fixtures/published/north-sea-port.picture.yaml',
    });
  });
  const content = data as Readonly<Record<string, unknown>> | null;
  const strange = Object.keys(content ?? {}).filter((key) => !known.includes(key));
  if (strange.length > 0)
    refuse(
      path,
      `expected ${known.join(', ')}, found "${strange.join('", "')}"`,
      'remove it or correct its name',
    );
  // Hashes, days and paths of files are no texts that are shown as they are.
  const where = wherePersonal({ ...content, inputs: null });
  if (where !== null)
    refuse(
      path,
      `what stands at ${where} looks like data of a person`,
      'write a role or an office in its stead: what a picture file says is published with the picture',
    );
  const inputs = content?.['inputs'];
  if (!Array.isArray(inputs) || inputs.length === 0)
    refuse(
      path,
      'expected at least one input, found none',
      'list each source with its file under inputs',
    );
  return {
    picture: wordOf(content?.['picture'], 'picture', path),
    title: textOf(content?.['title'], path),
    recipe: wordOf(content?.['recipe'], 'recipe', path),
    asOf: dayOf(content?.['asOf'], path),
    seed: seedOf(content?.['seed'] ?? 1, path),
    audience: wordOf(content?.['audience'], 'audience', path),
    purpose:
      content?.['purpose'] === undefined ? null : wordOf(content['purpose'], 'purpose', path),
    decisions: wordOf(content?.['decisions'] ?? 'decisions.jsonl', 'decisions', path),
    twoPersons: twoPersonsOf(content?.['twoPersons'] ?? false, path),
    deciding: decidingOf(content?.['deciding'] ?? [], path),
    inputs: (inputs as readonly unknown[]).map((input, index) => inputOf(input, index, path)),
    money: content?.['money'] === undefined ? null : wordOf(content['money'], 'money', path),
    hypotheses: filesOf(content?.['hypotheses'] ?? [], path),
    folder: dirname(path),
    path,
  };
}

/** The path of a file that a picture names: from the picture's folder, unless it is absolute. */
export function besidePicture(picture: PictureFileDescription, file: string): string {
  return isAbsolute(file) ? file : join(picture.folder, file);
}
