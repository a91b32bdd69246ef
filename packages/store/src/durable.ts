import { mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a whole file and waits until the disk has it. */
export async function writeDurably(
  path: string,
  bytes: string | Uint8Array,
  mode?: number,
): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Writes a file and removes it again, to learn what the machine would refuse. */
export async function tryWriting(path: string, bytes: string): Promise<void> {
  try {
    await writeDurably(path, bytes, 0o600);
  } finally {
    await unlink(path).catch(() => undefined);
  }
}

/** Adds to the end of a file and waits until the disk has it; where that fails, the file is cut back to what it was. */
export async function appendDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'a');
  try {
    const { size } = await file.stat();
    try {
      await file.writeFile(text);
      await file.sync();
    } catch (error) {
      await file.truncate(size);
      await file.sync().catch(() => undefined);
      throw error;
    }
  } finally {
    await file.close();
  }
}

/** Waits until the disk has a file that someone else wrote, or the names in a folder. */
export async function syncPath(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } catch (error) {
    // Some file systems cannot sync a folder, and have nothing to sync either.
    if (!['EINVAL', 'EPERM', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  } finally {
    await file.close();
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * Makes a folder and those above it that are missing, as `mkdir` with `recursive` does. Where the system answers for ever
 * that the folder above is missing though it stands (as in /proc), Node asks for ever; this one throws.
 */
export async function makeFolder(path: string, mode?: number): Promise<void> {
  const missing = [path];
  for (;;) {
    const next = missing.at(-1) ?? path;
    try {
      await mkdir(next, { mode });
      missing.pop();
      if (missing.length === 0) return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const above = dirname(next);
      if (code === 'ENOENT' && above !== next && !(await isFolder(above))) missing.push(above);
      else if (await isFolder(next)) {
        missing.pop();
        if (missing.length === 0) return;
      } else throw error;
    }
  }
}

const locks = new Set(['EBUSY', 'EPERM', 'EACCES']);
const patience = 4000;

/**
 * Does what a lock of a moment may prevent: on Windows a virus scanner, a search index or Excel holds a file so that it
 * can be neither renamed nor removed. Tried again for four seconds, ever more seldom; then the error stands.
 */
export async function patiently<Result>(act: () => Promise<Result>): Promise<Result> {
  for (let waited = 0, pause = 20; ; waited += pause, pause = Math.min(pause * 2, 500)) {
    try {
      return await act();
    } catch (error) {
      if (!locks.has((error as NodeJS.ErrnoException).code ?? '') || waited >= patience)
        throw error;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
}

/** Renames, waiting for locks that pass. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  await patiently(() => rename(from, to));
}
