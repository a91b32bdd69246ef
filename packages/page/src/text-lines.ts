import { shownText } from '@samenbeeld/schema';

/**
 * A text in lines of at most this width, broken between words; a longer word is cut. A line end in it is no line end: what a file
 * holds starts no line of its own.
 */
export function wrap(text: string, most: number): readonly string[] {
  const width = Math.max(1, most);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    if (line !== '' && [...line].length + 1 + [...rest].length > width) {
      lines.push(line);
      line = '';
    }
    while ([...rest].length > width) {
      const letters = [...rest];
      lines.push(letters.slice(0, width).join(''));
      rest = letters.slice(width).join('');
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** A text behind a label, its further lines set below its first. */
export function hanging(label: string, text: string, width: number): readonly string[] {
  // A label that leaves no room stands alone.
  const room = width - [...label].length;
  if (room < 12 && room < [...text].length)
    return [...wrap(label.trimEnd(), width), ...wrap(text, width - 4).map((line) => `    ${line}`)];
  const indent = ' '.repeat([...label].length);
  return wrap(text, width - indent.length).map(
    (line, index) => (index === 0 ? label : indent) + line,
  );
}

/** A text cut to a width, with a sign that there was more. */
export function cut(text: string, width: number, more: string): string {
  const letters = [...text];
  return letters.length <= width
    ? text
    : `${letters.slice(0, width - [...more].length).join('')}${more}`;
}

/** Rows as text in aligned columns; numbers to the right where `right` says so. */
export function aligned(
  cells: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): readonly string[] {
  const rows = cells.map((row) => row.map(shownText));
  const widths = rows.reduce<number[]>((known, row) => {
    row.forEach((cell, index) => {
      known[index] = Math.max(known[index] ?? 0, [...cell].length);
    });
    return known;
  }, []);
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const gap = ' '.repeat((widths[index] ?? 0) - [...cell].length);
        return right.has(index) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}
