import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile } from '@samenbeeld/describe';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'describe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const ports = ['Vlissingen', 'Terneuzen', 'Rotterdam'];

test('a large JSON text is read whole, whatever its name ends in', async () => {
  const row = (at: number): string =>
    JSON.stringify({ haven: ports[at % 3], jaar: 2020 + (at % 5), kilo: at % 900 }, null, 1);
  const rows = Array.from({ length: 80_000 }, (_, at) => row(at));
  const found = await describeFile(file('groot-zonder-einde', [`[${rows.join(',\n')}]`]));
  expect(found).toMatchObject({ whole: true, rows: 80_000, format: { value: 'json' } });
}, 60_000);

test('of a large file the beginning and the end are looked at, so that its footer is seen', async () => {
  // 4.5 MB, of which 4.2 are looked at.
  const rows = Array.from(
    { length: 160_000 },
    (_, at) => `${ports[at % 3]};${2020 + (at % 5)};cocaïne;${at % 900}`,
  );
  const found = await describeFile(
    file('groot.csv', ['Haven;Jaar;Drug;Kilo', ...rows, 'Bron: Douane']),
  );
  expect(found.whole).toBe(false);
  expect(found.footerLines).toEqual(['Bron: Douane']);
  expect(found.rows).toBeLessThan(160_000);
}, 120_000);
