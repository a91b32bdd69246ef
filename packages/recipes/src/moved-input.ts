import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { sha256Of } from './kept-build.ts';

/** So many files are compared by their content at most, of so many that are looked at. */
const most = { compared: 40, listed: 2000 } as const;

function filesUnder(folder: string, depth: number, found: string[]): readonly string[] {
  let entries: readonly Dirent[] = [];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return found;
  }
  for (const entry of entries) {
    if (found.length >= most.listed) return found;
    const path = join(folder, entry.name);
    if (entry.isFile()) found.push(path);
    else if (entry.isDirectory() && depth > 0 && !/^(?:\.|node_modules$|out$)/u.test(entry.name))
      filesUnder(path, depth - 1, found);
  }
  return found;
}

/**
 * Where an input of a picture stands now: a file near the picture, or near the folder it was in, with its content; its path from
 * the folder of the picture, or null where none is found.
 */
export function movedTo(path: string, sha256: string, folder: string): string | null {
  let standing = dirname(path);
  while (!existsSync(standing) && dirname(standing) !== standing) standing = dirname(standing);
  const near = [folder, standing, dirname(folder)].flatMap((one) => filesUnder(one, 2, []));
  const isNamed = (one: string): boolean => basename(one) === basename(path);
  const isOfKind = (one: string): boolean => extname(one) === extname(path);
  const candidates = [...new Set([...near.filter(isNamed), ...near.filter(isOfKind)])];
  const found = candidates.slice(0, most.compared).find((one) => {
    try {
      return sha256Of(one) === sha256;
    } catch {
      return false;
    }
  });
  return found === undefined ? null : relative(folder, found).split(sep).join('/');
}
