import { type FileHandle, open } from 'node:fs/promises';
import { fileErrorProblem } from '@samenbeeld/engine';
import { refuseEmpty, refuseUnreadable, unreadableFile } from '@samenbeeld/read';
import { shownFile } from '@samenbeeld/schema';

/** Parts of a file, so that a look at a large one costs no more than at a small one. */
export interface FileSample {
  /** The name without folders. */
  readonly file: string;
  readonly size: number;
  /** The beginning; all of it where `tail` is null. */
  readonly head: Buffer;
  /** Pieces between head and tail, for the encoding only. */
  readonly middle: readonly Buffer[];
  readonly tail: Buffer | null;
}

const headSize = 1 << 20;
const tailSize = 1 << 16;
const widest = 1 << 25;
const fewLines = 30;
const pieces = 16;
const pieceSize = 1 << 14;

/** Offset of a line, counted from 0 by line feeds; the length where there are fewer. */
export function lineStart(bytes: Buffer, line: number): number {
  let at = 0;
  for (let count = 0; count < line; count++) {
    const feed = bytes.indexOf(10, at);
    if (feed < 0) return bytes.length;
    at = feed + 1;
  }
  return at;
}

async function part(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, from);
  return bytes.subarray(0, bytesRead);
}

/** The beginning; more of it where lines are so long that it holds few of them. */
async function wideHead(handle: FileHandle, size: number, most: number): Promise<Buffer> {
  const head = await part(handle, 0, most);
  if (lineStart(head, fewLines) < head.length) return head;
  return part(handle, 0, Math.min(widest, size));
}

async function parts(file: string, handle: FileHandle, most: number): Promise<FileSample> {
  const { size } = await handle.stat();
  if (size === 0) refuseEmpty(file);
  if (size <= most + tailSize) {
    return { file, size, head: await part(handle, 0, size), middle: [], tail: null };
  }
  const step = Math.floor((size - most - tailSize) / pieces);
  const middle: Buffer[] = [];
  for (let i = 0; i < pieces; i++) {
    middle.push(await part(handle, most + i * step, Math.min(step, pieceSize)));
  }
  const head = await wideHead(handle, size, most);
  return { file, size, head, middle, tail: await part(handle, size - tailSize, tailSize) };
}

/** Reads the beginning, the end and some pieces between; UsageError when the file cannot be read, InputError when it is empty. */
export async function fileSample(path: string, most: number = headSize): Promise<FileSample> {
  refuseUnreadable(path);
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadableFile(path, fileErrorProblem(error));
  });
  try {
    return await parts(shownFile(path), handle, most);
  } finally {
    await handle.close();
  }
}
