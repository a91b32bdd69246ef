/** The digits of a figure with the marks between them, however they are grouped. */
const figure = /\d(?:[\d.,'’\u00a0\u202f ]*\d)?/u;

/** What a run of digits and marks may state: all marks group, or the last one is decimal. */
function readings(digits: string): readonly number[] {
  const last = digits.search(/[.,][^.,]*$/u);
  const plain = (text: string): string => text.replace(/\D/gu, '');
  return [
    Number(plain(digits)),
    ...(last < 0 ? [] : [Number(`${plain(digits.slice(0, last))}.${plain(digits.slice(last))}`)]),
  ];
}

/**
 * A cell with another number in it, and all that stands around the number as it was: flags ("35*"), words ("plus de 300"),
 * units. Null where the number in the cell is not the one it was read as, so that words such as "million" change it.
 */
export function inCell(cell: string, read: number, written: string): string | null {
  const text = cell.trim();
  const found = figure.exec(text);
  if (!found) return null;
  // Of "35 1)" the last group is a footnote.
  for (let digits = found[0]; digits !== ''; digits = digits.replace(/[^\d]*\d+$/u, '')) {
    const isAll = digits.length === text.replace(/^[+-]/u, '').length;
    if (isAll || readings(digits).includes(Math.abs(read)))
      return `${text.slice(0, found.index)}${written}${text.slice(found.index + digits.length)}`;
    if (!/[\s\u00a0\u202f]/u.test(digits)) break;
  }
  return null;
}
