/**
 * Segments of the path to an array: "/" and "$" are the root; "$.data[0].rows", "data.0.rows" and the JSON
 * pointer "/data/0/rows" are the same.
 */
export function jsonPath(path = '/'): readonly string[] {
  if (path.startsWith('/')) {
    const parts = path.slice(1).split('/');
    return path === '/'
      ? []
      : parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  const plain = path.replace(/^\$\.?/, '').replace(/\[(\d+)\]/g, '.$1');
  return plain === '' ? [] : plain.replace(/^\./, '').split('.');
}

/** A path as `$.data[0]`, for messages. */
export function printJsonPath(path: readonly (string | number)[]): string {
  return `$${path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('')}`;
}
