/** What a statement of `readSql` reads: a column of the item, of a dictionary, of the words or of the flags. */
const input = /'(?:[^']|'')*'|(?<![\w."])(?:i|d\d+|w|fl)\.\w+/g;

/** An expression with each of its inputs replaced; texts within quotes stay. */
export function replaceInputs(sql: string, replace: (input: string) => string): string {
  return sql.replace(input, (found) => (found.startsWith("'") ? found : replace(found)));
}

/**
 * An expression in which inputs that are worked out from others are written out, until only those are left that are
 * not. Definitions must not go in a circle.
 */
export function writtenOut(sql: string, definitions: ReadonlyMap<string, string>): string {
  return replaceInputs(sql, (found) => {
    const definition = definitions.get(found);
    return definition === undefined || definition === found
      ? found
      : `(${writtenOut(definition, definitions)})`;
  });
}
