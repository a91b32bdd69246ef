const lastColumn = 16_384;
const lastRow = 1_048_576;

/** Cells that one link may span: the spreadsheet library makes each of them. */
const mostLinked = 100_000;

const link =
  /<(?:\w+:)?hyperlink\s[^>]{0,2000}?\bref\s*=\s*["']([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)["']/g;

const isBlank = (byte: number | undefined): boolean =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9;
const isQuote = (byte: number | undefined): boolean => byte === 34 || byte === 39;

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Whether a reference of letters and digits is beyond XFD1048576. */
function isBeyond(reference: string): boolean {
  const [, letters = '', digits = ''] = /^([A-Za-z]*)(\d*)/.exec(reference) ?? [];
  return letters.length > 3 || columnOf(letters) > lastColumn || Number(digits) > lastRow;
}

/** Whether the attribute at a place is that of a row or a cell, and not text that looks alike. */
function isOfCell(part: Buffer, at: number): boolean {
  const from = part.lastIndexOf(60, at);
  return /^<(?:\w+:)?(?:c|row)\s/.test(part.toString('latin1', from, from + 40));
}

/** The first reference of a cell or row in a sheet that is beyond the last cell a sheet can have; null where none is. */
export function cellBeyond(part: Buffer): string | null {
  // Byte by byte: to call a search for each cell takes far longer.
  for (let at = 1; at < part.length - 2; at += 1) {
    if (part[at] !== 114 || part[at + 1] !== 61) continue;
    if (!isBlank(part[at - 1]) || !isQuote(part[at + 2])) continue;
    // As long as XFD1048576 a reference may be; a shorter one of a row is told by its digits.
    let stop = at + 3;
    let letters = 0;
    for (; stop < at + 24 && !isQuote(part[stop]); stop += 1)
      if ((part[stop] ?? 0) > 57) letters += 1;
    const length = stop - at - 3;
    // "ZZ999999" is not beyond, and most cells are no further.
    if (length < 4 || (letters <= 2 && length - letters <= 6)) continue;
    const reference = part.toString('latin1', at + 3, stop);
    if (isBeyond(reference) && isOfCell(part, at)) return reference;
  }
  return null;
}

/** Bytes that a cell takes at least. */
const cellBytes = 20;
/** The spreadsheet library compares each cell with each formula over a range. */
const mostCompared = 200_000_000;

/** Whether a sheet has so many formulas over ranges that comparing them with its cells takes seconds. */
export function manyArrays(part: Buffer): boolean {
  const most = (mostCompared * cellBytes) / part.length;
  let found = 0;
  for (let at = part.indexOf('array'); at >= 0 && found <= most; at = part.indexOf('array', at + 5))
    if (isQuote(part[at - 1]) && isQuote(part[at + 5])) found += 1;
  return found > most;
}

/** How many cells a sheet writes, whatever their content. */
export function cellsIn(part: Buffer): number {
  let found = 0;
  for (let at = 0; at < part.length - 2; at += 1) {
    if (part[at] !== 60 || part[at + 1] !== 99) continue;
    const next = part[at + 2];
    if (isBlank(next) || next === 62 || next === 47) found += 1;
  }
  return found;
}

/** Characters that a cell of a spreadsheet holds at most. */
const longestText = 32_767;

/** Whether a text that cells share is longer than a cell can hold: the file is small, and what is read of it is not. */
export function hasEndlessText(part: Buffer): boolean {
  for (let at = part.indexOf('<t'); at >= 0; at = part.indexOf('<t', at + 2)) {
    const from = part.indexOf(62, at) + 1;
    const to = part.indexOf(60, from);
    const end = to < 0 ? part.length : to;
    if (
      from > 0 &&
      end - from > longestText &&
      part.toString('utf8', from, end).length > longestText
    )
      return true;
  }
  return false;
}

/** The first link of a sheet over more cells than any reader means; null where none is. */
export function vastLink(part: Buffer): string | null {
  const from = part.indexOf('hyperlink ');
  if (from < 0) return null;
  const text = part.toString('latin1', Math.max(0, from - 20));
  for (const [, left = '', top = '', right = '', bottom = ''] of text.matchAll(link)) {
    const cells = (columnOf(right) - columnOf(left) + 1) * (Number(bottom) - Number(top) + 1);
    if (cells > mostLinked) return `${left}${top}:${right}${bottom}`;
  }
  return null;
}
