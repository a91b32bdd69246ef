import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { removeTemporaryFolder, temporaryFolder } from '@samenbeeld/engine';
import { jsonStart } from './geometry/file-kind.ts';

/** What is looked at of a large file: this many bytes at its beginning and at its end. */
const beginning = 4_000_000;
const end = 200_000;

/** A file to look at: itself, or the beginning and the end of a large one. */
export interface Sample {
  readonly path: string;
  readonly whole: boolean;
  /** Removes what was written. */
  remove(): void;
}

const binary = /\.(?:xlsx|xlsm|xls|parquet|json|zip|gz)$/i;

/** How a zip (a workbook), Parquet and gzip begin. */
const packed = ['PK\u0003\u0004', 'PAR1', '\u001f\u008b'];

/** Whether the beginning and the end of a file are a smaller file of the same kind: lines, whatever its name says. */
function isLines(head: Buffer): boolean {
  const text = head.toString('latin1');
  if (packed.some((mark) => text.startsWith(mark))) return false;
  const json = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  return !jsonStart.test(json) || /^\{.*\}\s*$/.test(json.split('\n', 1)[0] ?? '');
}

function bytesAt(file: number, from: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(file, buffer, 0, length, from));
}

/** A file of text that is large, cut at line ends to its beginning and end, so that its footer is seen; else the file. */
export function sampleFile(path: string): Sample {
  const { size } = statSync(path);
  if (binary.test(path) || size <= beginning + end)
    return { path, whole: true, remove: () => undefined };
  const file = openSync(path, 'r');
  try {
    const head = bytesAt(file, 0, beginning);
    if (!isLines(head)) return { path, whole: true, remove: () => undefined };
    const tail = bytesAt(file, size - end, end);
    const newline = 10;
    const folder = temporaryFolder('describe');
    const cut = join(folder, basename(path));
    writeFileSync(
      cut,
      Buffer.concat([
        head.subarray(0, head.lastIndexOf(newline) + 1),
        tail.subarray(tail.indexOf(newline) + 1),
      ]),
      { mode: 0o600 },
    );
    return {
      path: cut,
      whole: false,
      remove: () => removeTemporaryFolder(folder),
    };
  } finally {
    closeSync(file);
  }
}
