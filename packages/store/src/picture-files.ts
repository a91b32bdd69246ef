import { lstat, readdir, readFile, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fromDataPackage, packagePath } from './data-package.ts';
import { patiently } from './durable.ts';
import { sha256 } from './sha256.ts';

/** Written first into a picture in the making, and removed last: the paths of the files that come into it. */
export const planPath = '.samenbeeld-making';

/** What file managers and office programs drop into any folder, and how large such a file is at most. */
const droppings: readonly (readonly [name: RegExp, bytes: number])[] = [
  [/^(\.DS_Store|Thumbs\.db)$/, 2 ** 24],
  [/^desktop\.ini$/, 2 ** 16],
  [/^(~\$[^/]*|\.~lock\.[^/]*#)$/, 1024],
];

/** What a folder holds, as far as it could be a picture. */
export interface PictureFiles {
  /** Whether a package of ours is in it, sound or damaged, or a plan of one in the making. */
  readonly isOurs: boolean;
  /** Files and folders that a picture put there, a folder after what is in it, and the package after all other files. */
  readonly own: readonly string[];
  readonly droppings: readonly string[];
  /** Everything else, as far as one looks: a folder that no picture has is named and not entered. */
  readonly foreign: readonly string[];
}

const plain = /^[^/\\.:][^/\\:]*(\/[^/\\.:][^/\\:]*)*$/;
const usual = /^(data\/([a-z][a-z0-9_]*\.(csv|parquet)|HANDLING\.txt)|.+\.(html|xlsx|svg|png))$/;

/** Paths that the text of a damaged package mentions, as far as a picture can have them. */
function mentioned(text: string): readonly string[] {
  const paths = [...text.matchAll(/"path":\s*"([^"\\]*)"/g)].map(([, path = '']) => path);
  return paths
    .flatMap((path) => [path, `data/${path}`])
    .filter((path) => plain.test(path) && usual.test(path));
}

/** The files of which a package tells, each with its hash where the package is sound. */
function listed(text: string | null): ReadonlyMap<string, string | null> {
  if (text === null || !text.includes('"samenbeeld:format"')) return new Map();
  const read = fromDataPackage(text);
  return new Map<string, string | null>([
    ...(read.kind === 'read'
      ? read.metadata.files.map(({ path, sha256: hash }) => [path, hash] as const)
      : mentioned(text).map((path) => [path, null] as const)),
    [packagePath, null],
  ]);
}

/** Whether a workbook is another than was built and yet whole: somebody saved remarks in it. A damaged one is not whole. */
async function isSavedSince(path: string, hash: string | null | undefined): Promise<boolean> {
  if (!hash || !path.endsWith('.xlsx')) return false;
  const bytes = await readFile(path);
  const end = bytes.subarray(-(2 ** 16)).includes('PK\u0005\u0006', 0, 'latin1');
  return end && bytes.subarray(0, 2).toString('latin1') === 'PK' && sha256(bytes) !== hash;
}

function planned(text: string | null): readonly string[] {
  if (text === null) return [];
  try {
    const paths: unknown = JSON.parse(text);
    return Array.isArray(paths)
      ? [...paths.filter((path) => typeof path === 'string' && plain.test(path)), packagePath]
      : [];
  } catch {
    return [];
  }
}

async function isDropping(folder: string, name: string): Promise<boolean> {
  const most = droppings.find(([names]) => names.test(name))?.[1];
  return most !== undefined && (await lstat(join(folder, name))).size <= most;
}

/** Looks at every name in a folder. Throws the error of the machine where a part of it cannot be listed. */
export async function pictureFiles(folder: string): Promise<PictureFiles> {
  const read = (path: string): Promise<string | null> =>
    readFile(join(folder, path), 'utf8').catch(() => null);
  const [text, plan] = [await read(packagePath), await read(planPath)];
  const hashes = listed(text);
  const paths = new Set([...hashes.keys(), ...planned(plan), planPath]);
  const { dev } = await lstat(folder);
  const found = { own: [] as string[], droppings: [] as string[], foreign: [] as string[] };

  async function look(at: string): Promise<void> {
    const entries = await readdir(join(folder, at), { withFileTypes: true });
    for (const entry of entries) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      const expected =
        entry.isDirectory() &&
        [...paths].some((one) => one.startsWith(`${path}/`)) &&
        (await lstat(join(folder, path))).dev === dev;
      if (expected) {
        await look(path);
        found.own.push(path);
      } else if (entry.isFile() && paths.has(path)) {
        const isSaved = await isSavedSince(join(folder, path), hashes.get(path));
        if (isSaved) found.foreign.push(`${path}, saved by someone since`);
        else found.own.push(path);
      } else if (entry.isFile() && (await isDropping(join(folder, at), entry.name)))
        found.droppings.push(path);
      else found.foreign.push(entry.isDirectory() ? `${path}/` : path);
    }
  }
  await look('');
  const last = (path: string): number => [packagePath, 'data'].indexOf(path);
  return {
    isOurs: paths.size > 1,
    own: found.own.sort((a, b) => last(a) - last(b)),
    droppings: found.droppings,
    foreign: found.foreign.sort(),
  };
}

/**
 * Removes a picture name by name, never a folder with what is in it: a file that came there unseen stays. Returns whether
 * everything is gone; a folder that holds anything of others is left as it is.
 */
export async function removePicture(folder: string): Promise<boolean> {
  const files = await pictureFiles(folder).catch(() => null);
  if (files === null) return (await lstat(folder).catch(() => null)) === null;
  if (files.foreign.length > 0) return false;
  try {
    for (const path of [...files.droppings, ...files.own]) {
      const whole = join(folder, path);
      const isFolder = (await lstat(whole)).isDirectory();
      await patiently(() => (isFolder ? rmdir(whole) : unlink(whole)));
    }
    await patiently(() => rmdir(folder));
    return true;
  } catch {
    return false;
  }
}
