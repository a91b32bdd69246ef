/** The parts of a cell that holds a list ("coke; coca"). */
export function cellParts(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * The rows of a table written as a person reviews it: a line a row, cells between bars.
 * Throws for a row that has another number of cells than `columns`. Loads nothing: what errors are made of reads tables too.
 */
export function tableRows(table: string, columns: number): readonly (readonly string[])[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      if (cells.length !== columns)
        throw new Error(`Expected ${columns} cells, found ${cells.length}: ${line.trim()}`);
      return cells;
    });
}
