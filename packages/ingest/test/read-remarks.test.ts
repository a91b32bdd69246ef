import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { readRemarks } from '@samenbeeld/ingest';
import type { InputError } from '@samenbeeld/schema';
import { afterAll, expect, test } from 'vitest';
import { english, plain } from '../../../test/english-words.ts';

const folder = mkdtempSync(join(tmpdir(), 'remarks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const heading = ['remark', 'nl', 'fr', 'de', 'en'];
const seized = ['{number} finds', '{number} vondsten', '{number} prises', '{number} Funde'];
const rows = [heading, [...seized, '{number} finds'], ['one', 'een', 'un', 'ein', 'one']];

const csv = (of: readonly (readonly string[])[]): string => {
  const path = join(folder, 'remarks.csv');
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  writeFileSync(path, of.map((cells) => `${cells.map(quoted).join(',')}\n`).join(''));
  return path;
};

const faultsOf = (of: readonly (readonly string[])[]): Promise<readonly string[]> =>
  readRemarks(csv(of), { name: 'remarks.csv' }).then(
    () => [],
    ({ message, faults }: InputError) => (faults.length > 0 ? faults : [message]),
  );

test('a sheet of remarks, as CSV or workbook, in any order of its columns', async () => {
  const read = await readRemarks(csv(rows), { name: 'remarks.csv' });
  expect(read['one']).toEqual({ nl: 'een', fr: 'un', de: 'ein', en: 'one' });
  expect(Object.keys(read)).toEqual(['{number} finds', 'one']);
  const book = utils.book_new();
  const turned = rows.map((cells) => cells.toReversed());
  utils.book_append_sheet(book, utils.aoa_to_sheet(turned), 'remarks');
  const path = join(folder, 'remarks.xlsx');
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }));
  expect(await readRemarks(path, { name: 'remarks.xlsx' })).toEqual(read);
});

test('an empty cell, a slot that is lost, a remark twice and a person are told by row and column', async () => {
  const faults = await faultsOf([
    heading,
    ['one', 'een', '', 'ein', 'one'],
    [...seized.slice(0, 3), 'Funde', '{number} finds'],
    ['one', 'een', 'un', 'ein', 'one'],
    ['told', 'verteld', 'dit', 'gesagt', 'told by a.b@example.org'],
  ]);
  expect(faults).toEqual([
    expect.stringMatching(/^row 2, column C "fr": expected words, found none/u),
    expect.stringMatching(/^row 3, column D "de": expected the slots .*\{number\}.*found none/u),
    expect.stringMatching(/^row 4, column A "remark": .*that of row 2/u),
    expect.stringMatching(/^row 5, column E "en": expected no data of persons/u),
  ]);
  expect(faults.join()).not.toContain('example.org');
});

test('braces that are no slot, a slot twice, and one that the remark has not are refused', async () => {
  const four = (cell: string) => Array.from({ length: 5 }, () => cell);
  const faults = await faultsOf([
    heading,
    four('{number} of {number} finds'),
    four('{1a} x'),
    four('{number:a|b} y'),
    ['one', 'een {number}', 'un', 'ein', 'one'],
  ]);
  const told = (row: number, problem: string) =>
    faults.filter((fault) => fault.startsWith(`row ${row},`) && fault.includes(problem)).length;
  expect([
    told(2, 'found one twice'),
    told(3, 'found others'),
    told(4, 'found others'),
    told(5, 'expected the slots of the remark (none)'),
  ]).toEqual([5, 5, 5, 1]);
});

test('headings that lack are named', async () => {
  const [told] = await faultsOf([
    ['remark', 'nl', 'en'],
    ['one', 'een', 'one'],
  ]);
  expect(told).toMatch(/expected the headings remark, nl, fr, de, en; fr, de not found/u);
});

test('its faults are told in four languages', async () => {
  const path = csv([heading, ['{number} x', 'een', 'un', 'ein', '']]);
  const says = await readRemarks(path, { name: 'remarks.csv' }).then(
    () => null,
    (error: InputError) => error.says,
  );
  expect(says?.nl.split('\n').slice(0, 2)).toEqual([
    'remarks.csv: verwacht: opmerkingen zonder fouten; fouten gevonden: 4',
    '  rij 2, kolom B "nl": de invulplaatsen van de opmerking verwacht ("{number}"), gevonden: geen. Herstel: schrijf elke invulplaats één keer in elke taal',
  ]);
  for (const language of ['nl', 'fr', 'de'] as const)
    expect(plain(says?.[language] ?? 'the')).not.toMatch(english);
});
