import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { fileProblem, readText } from '@samenbeeld/engine';
import { loadSource, readYaml } from '@samenbeeld/ingest';
import type { Text } from '@samenbeeld/schema';
import { catalogue, catalogueFolder, crossChecksFile } from '@samenbeeld/sources';
import { recipeFile, shippedFiles } from './own-files.ts';
import {
  besidePicture,
  filesOf,
  isOwnSource,
  type PictureFileDescription,
} from './picture-file.ts';
import type { StepCache } from './step-cache.ts';

/** Hashes of files that have not changed since, by their path: a build asks for that of each input several times. */
const hashed = new Map<string, { readonly state: string; readonly sha256: string }>();
/** Milliseconds in which a file may change again and look the same. */
const tick = 100;

/** The hash of a file's bytes; of one that is as it was, read once in a process. */
export function sha256Of(path: string): string {
  const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = statSync(path, { bigint: true });
  const state = [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  const known = hashed.get(path);
  if (known?.state === state) return known.sha256;
  const sha256 = size === 0n ? createHash('sha256').digest('hex') : hashOfBytes(path);
  if (Date.now() - Number(ctimeMs) > tick) hashed.set(path, { state, sha256 });
  return sha256;
}

/** In parts: a file may be larger than what can be held. */
function hashOfBytes(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    const part = Buffer.allocUnsafe(Math.min(fstatSync(file).size + 1, 1 << 20));
    for (let read = readSync(file, part); read > 0; read = readSync(file, part))
      hash.update(part.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

type Reading =
  | 'picture'
  | 'named'
  | readonly ['barriers' | 'remarks' | 'money' | 'hypotheses', ...names: string[]];

/** What was kept of reading some files, and how what is read now is kept; null where nothing of them is. */
function keptReading<Result>(
  cache: StepCache | null,
  what: Reading,
  files: readonly string[],
): { readonly kept: Result | null; keep(result: Result): Result } | null {
  // What cannot be read is said when it is read.
  const isKept = files.length > 0 && files.every((file) => fileProblem(file) === null);
  if (!cache || !isKept) return null;
  const hashes = () => [...files, ...shippedFiles()].map((file) => [file, sha256Of(file)]);
  const held = hashes();
  return {
    kept: cache.read<Result>(cache.key('file', [what, held])),
    // Saved anew while it was read: which of the two was read is not known.
    keep: (result) =>
      isDeepStrictEqual(held, hashes()) ? cache.once('file', [what, held], () => result) : result,
  };
}

/** What reading some files gives, as it was kept where none of them has changed, nor a schema or recipe that is shipped. */
export function readOnce<Result>(
  cache: StepCache | null,
  what: Reading,
  files: readonly string[],
  read: () => Result,
): Result {
  const reading = keptReading<Result>(cache, what, files);
  return reading ? (reading.kept ?? reading.keep(read())) : read();
}

/** As `readOnce`, of what takes its time. */
export async function readOnceLater<Result>(
  cache: StepCache | null,
  what: Reading,
  files: readonly string[],
  read: () => Promise<Result>,
): Promise<Result> {
  const reading = keptReading<Result>(cache, what, files);
  return reading ? (reading.kept ?? reading.keep(await read())) : read();
}

/** The files of a folder, by their path in it, with the hash of each. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path).split(sep).join('/'), sha256Of(path)]),
  );
}

/** The files that stand in a YAML file under `file`: a piece of evidence may be a cell of one. */
function filesNamedIn(path: string): readonly string[] {
  const read = readText(path);
  if ('problem' in read) return [];
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, one] of Object.entries(value)) {
      if (key === 'file' && typeof one === 'string') found.add(one);
      walk(one);
    }
  };
  try {
    const refuse = (problem: Text): never => {
      throw new Error(problem.en);
    };
    walk(readYaml(read.text, refuse).data);
  } catch {
    // What is wrong with it is said when it is read.
  }
  return [...found].sort();
}

/** The files that an input's source is described by, with the hash of each: the description, and crosswalks beside it. */
export function inputSourceFiles(
  picture: PictureFileDescription,
  name: string,
): Readonly<Record<string, string>> {
  // What is wrong with it is said when it is read.
  if (!isOwnSource(name)) return catalogue().includes(name) ? filesIn(catalogueFolder(name)) : {};
  const path = besidePicture(picture, name);
  try {
    return { [path]: loadSource(path).sha256 };
  } catch {
    return {};
  }
}

/** Everything that decides what a build makes and says, but for the code. */
export function madeFrom(
  picture: PictureFileDescription,
  {
    out,
    today,
    cache,
  }: { readonly out: string; readonly today: string; readonly cache: StepCache },
): unknown {
  const ofMoney = [...picture.hypotheses, ...(picture.money === null ? [] : [picture.money])];
  const named = [
    ...filesOf(picture),
    ...ofMoney
      .map((file) => besidePicture(picture, file))
      .flatMap((path) => readOnce(cache, 'named', [path], () => filesNamedIn(path))),
  ].map((file) => besidePicture(picture, file));
  const sources = [...new Set(picture.inputs.map(({ source }) => source))].sort();
  return [
    picture.path,
    out,
    today,
    // What cannot be read, or is no file, is said when it is its turn.
    [picture.path, ...named, crossChecksFile()].map((path) => [
      path,
      fileProblem(path) ?? sha256Of(path),
    ]),
    sources.map((source) => [source, inputSourceFiles(picture, source)]),
    picture.recipe === null ? null : sha256Of(recipeFile(picture.recipe)),
  ];
}

/** What a build left and what was said of it. */
export interface KeptBuild<Told> {
  readonly files: Readonly<Record<string, string>>;
  readonly told: Told;
}

/**
 * Whether a picture is still what a build left: the same files, to the byte, and no other; nor beside it what a build began
 * and did not end.
 */
export function isAsLeft(out: string, { files }: KeptBuild<unknown>): boolean {
  if (!existsSync(out)) return false;
  const target = realpathSync(out);
  const begun = `.${basename(target)}.`;
  return (
    !readdirSync(dirname(target)).some((name) => name.startsWith(begun)) &&
    isDeepStrictEqual(filesIn(target), files)
  );
}
