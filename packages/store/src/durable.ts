import { open } from 'node:fs/promises';

/** Writes a whole file and waits until the disk has it. */
export async function writeDurably(path: string, bytes: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
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
