/** What stands in the rows below a table, a text a row: its cells, joined as they would be read. */
export function footerTexts(
  rows: readonly { readonly cells: readonly (string | null)[] }[],
): readonly string[] {
  return rows.map(({ cells }) =>
    cells
      .map((cell) => (cell ?? '').trim())
      .filter((cell) => cell !== '')
      .join(' '),
  );
}
