import { statSync } from 'node:fs';
import { fileProblem } from '@samenbeeld/engine';
import { UsageError } from '@samenbeeld/schema';

/** Refuses what is no file before anything is read: a path with nothing there, and a folder. Throws UsageError. */
export function checkFiles(paths: readonly string[]): void {
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) throw new UsageError(`There is no file ${path}.`);
    if (found.isDirectory())
      throw new UsageError(`${path} is a folder. Name the file in it that is meant.`);
    const problem = fileProblem(path);
    if (problem !== null) throw new UsageError(`${path} cannot be read: ${problem}.`);
  }
}
