// Importing the package must stay cheap: DuckDB and arquero cost 0.3 s and load on use.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../src');
const eager = /^(import|export) (?!type\b).*from '(@duckdb\/|arquero)/m;

test('no file imports DuckDB or arquero before they are used', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  expect(files.filter((file) => eager.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
  expect(eager.test("import { table } from 'arquero';")).toBe(true);
});
