import { unzipSync, type Zippable, zipSync } from 'fflate';

/** One thing that goes wrong with a file. Places are fractions of its length, so that a damage fits any file. */
export type Damage =
  | { readonly kind: 'truncate'; readonly at: number }
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | {
      readonly kind: 'repeat';
      readonly at: number;
      readonly length: number;
      readonly times: number;
    }
  | { readonly kind: 'recode'; readonly to: 'utf16le' | 'utf16be' | 'latin1' | 'bom' | 'twice' }
  | { readonly kind: 'line-ends'; readonly to: '\r' | '\r\n' | '\n' | 'mixed' }
  | { readonly kind: 'ragged'; readonly line: number; readonly cells: number }
  | { readonly kind: 'giant-cell'; readonly line: number; readonly size: number }
  | { readonly kind: 'swap-lines'; readonly a: number; readonly b: number }
  | { readonly kind: 'delimiter'; readonly to: string }
  | { readonly kind: 'columns'; readonly count: number }
  /** Damage inside an entry of a workbook that is then packed soundly again. */
  | { readonly kind: 'inside'; readonly entry: number; readonly damage: Damage };

const place = (bytes: Buffer, at: number): number => Math.floor(at * bytes.length);

function linesOf(bytes: Buffer): string[] {
  return bytes.toString('latin1').split('\n');
}

const joined = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'), 'latin1');

function editLine(bytes: Buffer, at: number, edit: (line: string) => string): Buffer {
  const lines = linesOf(bytes);
  const index = Math.min(Math.floor(at * lines.length), lines.length - 1);
  lines[index] = edit(lines[index] ?? '');
  return joined(lines);
}

/** The separator a text file probably has. */
function separatorOf(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 4096);
  return [';', '\t', ','].find((mark) => head.includes(mark)) ?? ',';
}

function recode(bytes: Buffer, to: 'utf16le' | 'utf16be' | 'latin1' | 'bom' | 'twice'): Buffer {
  const text = bytes.toString('utf8');
  switch (to) {
    case 'utf16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'latin1':
      return Buffer.from(text, 'latin1');
    case 'bom':
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    case 'twice':
      return Buffer.from(bytes.toString('latin1'), 'utf8');
  }
}

function lineEnds(bytes: Buffer, to: string): Buffer {
  const lines = bytes.toString('latin1').split(/\r?\n/);
  const ends = ['\n', '\r\n', '\r'];
  const text =
    to === 'mixed' ? lines.map((line, index) => line + ends[index % 3]).join('') : lines.join(to);
  return Buffer.from(text, 'latin1');
}

/** Entries of a workbook with one of them damaged; a file that is no archive stays as it is. */
function inside(bytes: Buffer, entry: number, hurt: (body: Buffer) => Buffer): Buffer {
  let entries: Zippable;
  try {
    entries = unzipSync(bytes);
  } catch {
    return bytes;
  }
  const names = Object.keys(entries).sort();
  const name = names[Math.min(Math.floor(entry * names.length), names.length - 1)];
  if (name === undefined) return bytes;
  const body = Buffer.from(entries[name] as Uint8Array);
  return Buffer.from(zipSync({ ...entries, [name]: hurt(body) }));
}

/** A file after one thing has gone wrong with it. */
export function damaged(bytes: Buffer, damage: Damage): Buffer {
  switch (damage.kind) {
    case 'truncate':
      return bytes.subarray(0, place(bytes, damage.at));
    case 'flip': {
      const copy = Buffer.from(bytes);
      const at = Math.min(place(bytes, damage.at), bytes.length - 1);
      if (at >= 0) copy[at] = (copy[at] as number) ^ (1 << damage.bit);
      return copy;
    }
    case 'insert': {
      const at = place(bytes, damage.at);
      const text = Buffer.from(damage.text, 'latin1');
      return Buffer.concat([bytes.subarray(0, at), text, bytes.subarray(at)]);
    }
    case 'delete': {
      const at = place(bytes, damage.at);
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + damage.length)]);
    }
    case 'repeat': {
      const at = place(bytes, damage.at);
      const block = bytes.subarray(at, at + damage.length);
      const times = Array.from({ length: damage.times }, () => block);
      return Buffer.concat([bytes.subarray(0, at), ...times, bytes.subarray(at)]);
    }
    case 'recode':
      return recode(bytes, damage.to);
    case 'line-ends':
      return lineEnds(bytes, damage.to);
    case 'ragged':
      return editLine(bytes, damage.line, (line) => {
        const mark = separatorOf(bytes);
        const cells = line.split(mark);
        return damage.cells < 0
          ? cells.slice(0, Math.max(0, cells.length + damage.cells)).join(mark)
          : line + mark.repeat(damage.cells);
      });
    case 'giant-cell':
      return editLine(bytes, damage.line, (line) => line + 'x'.repeat(damage.size));
    case 'swap-lines': {
      const lines = linesOf(bytes);
      const [a, b] = [damage.a, damage.b].map((at) => Math.floor(at * (lines.length - 1)));
      const [first, second] = [lines[a as number] ?? '', lines[b as number] ?? ''];
      lines[a as number] = second;
      lines[b as number] = first;
      return joined(lines);
    }
    case 'delimiter':
      return Buffer.from(
        bytes.toString('latin1').replaceAll(separatorOf(bytes), damage.to),
        'latin1',
      );
    case 'columns': {
      const mark = separatorOf(bytes);
      const lines = linesOf(bytes);
      const more = Array.from({ length: damage.count }, (_, index) => `${mark}c${index}`).join('');
      return joined(lines.map((line, index) => (index < 3 ? line + more : line)));
    }
    case 'inside':
      return inside(bytes, damage.entry, (body) => damaged(body, damage.damage));
  }
}
