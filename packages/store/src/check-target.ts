import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UsageError } from '@samenbeeld/schema';
import { fromDataPackage, packagePath } from './data-package.ts';

const looks = 20;
/** What file managers and office programs drop into any folder. */
const droppings = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|~\$.*|\.~lock\..*#)$/;

interface Found {
  readonly paths: readonly string[];
  readonly text: string | null;
}

/** What lies in a folder, read between two equal readings of its package: another writer may replace it meanwhile. */
async function look(folder: string): Promise<Found | null> {
  for (let attempt = 1; ; attempt += 1) {
    const kind = await stat(folder).catch(() => null);
    if (kind === null) return null;
    if (!kind.isDirectory()) throw new UsageError(`${folder} is a file; a picture is a folder.`);
    const read = (): Promise<string | null> =>
      readFile(join(folder, packagePath), 'utf8').catch(() => null);
    const text = await read();
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
      () => null,
    );
    if ((entries && (await read()) === text) || attempt === looks) {
      const paths = (entries ?? [])
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .filter((path) => !droppings.test(path));
      return { paths, text };
    }
  }
}

/** Refuses to replace a folder that holds anything a picture did not put there. */
export async function checkTarget(folder: string): Promise<void> {
  const found = await look(folder);
  if (found === null || found.paths.length === 0) return;
  const { paths, text } = found;
  if (text === null || !text.includes('"samenbeeld:format"'))
    throw new UsageError(
      `${folder} is not empty and no picture, and is not replaced. Choose a new folder, or empty it first.`,
    );
  const read = fromDataPackage(text);
  // A damaged picture is repaired by building it again.
  if (read.kind === 'wrong') return;
  const listed = new Set([packagePath, ...read.metadata.files.map(({ path }) => path)]);
  const foreign = paths.filter((path) => !listed.has(path)).sort();
  if (foreign.length > 0)
    throw new UsageError(
      `${folder} holds files that are not part of its picture (${foreign.join(', ')}). Move them elsewhere first: a picture is replaced as a whole.`,
    );
}
