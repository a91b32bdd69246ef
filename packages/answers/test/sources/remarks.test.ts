import { readFileSync } from 'node:fs';
import { readRemarks } from '@samenbeeld/ingest';
import { type Language, languages } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { knownRemark, remarkFigure, remarkOf, remarksIn } from '../../src/sources/remarks.ts';
import { noteLine } from '../../src/why/where.ts';

const folder = new URL('../../../../fixtures/published/', import.meta.url).pathname;

const known = await readRemarks(`${folder}remarks.csv`, { name: 'remarks.csv' });
const picture = { gathered: { remarks: known } };

/** Remarks of one kind of row: the last column of a claim sheet, quoted where it holds a comma. */
const remarksOf = (sheet: string, isAsked: (line: string) => boolean): readonly string[] =>
  readFileSync(`${folder}${sheet}`, 'utf8')
    .split(/\r?\n/)
    .filter(isAsked)
    .map((line) => /(?:"((?:[^"]|"")*)"|([^,]*))$/.exec(line)?.slice(1).find(Boolean) ?? '')
    .map((remark) => remark.replaceAll('""', '"'));

test('every remark that the chapter on assets prints is there in four languages', () => {
  const isShown = (line: string) => /,assets_(seized|confiscated|recovered),/.test(line);
  const isWhole = (line: string) => isShown(line) && !/,(CASH|CRYPTO|FOREIGN_REQUEST),/.test(line);
  const remarks = [
    ...remarksOf('claims.csv', isWhole),
    ...remarksOf('claims-money.csv', isWhole),
  ].filter((remark) => remark !== '');
  expect(remarks.length).toBeGreaterThan(12);
  expect(remarks.filter((remark) => knownRemark(remark, picture) === null)).toEqual([]);
  for (const remark of remarks) {
    const texts = knownRemark(remark, picture);
    expect(new Set(languages.map((language) => texts?.[language])).size).toBe(4);
  }
});

test('a remark that nobody translated is marked as English, and none is a dash', () => {
  expect(remarkFigure('14 European countries', picture).shown).toMatchObject({
    nl: '14 Europese landen',
  });
  expect(remarkFigure('one of two', picture)).toMatchObject({
    language: 'en',
    shown: { nl: 'one of two' },
  });
  expect(remarkFigure(null, picture)).toEqual({ shown: { nl: '–', fr: '–', de: '–', en: '–' } });
});

test.each([
  ['het gewicht van de verpakking is niet afgetrokken', 'nl'],
  ['poids brut, selon le communiqué de la douane', 'fr'],
  ['nach Angaben der Zollfahndung, ohne Verpackung', 'de'],
  ['weighed with the packaging, by the customs', 'en'],
  ['"À Gand, un peu moins d\'une tonne a été saisie lors de 7 opérations."', 'fr'],
])('a remark is marked with the language it is written in: %s', (remark, language) => {
  expect(remarkFigure(remark, picture)).toMatchObject({ language, shown: { nl: remark } });
  expect(remarkOf(remark, 'en', picture)[language as Language]).not.toContain('(');
  const other = language === 'nl' ? 'fr' : 'nl';
  expect(remarkOf(remark, 'en', picture)[other]).toContain(`(${language}) `);
  const row = { note: remark, source: 's' };
  const sources = [{ id: 's', language: 'en' }] as const;
  expect(noteLine(row, sources, other)).toContain(`(${language})`);
  expect(noteLine(row, sources, language as Language)).not.toContain('(en)');
});

test('a quotation whose language does not show is not said to be in that of the sheet', () => {
  const [quoted, own] = ['"Total : 957 kg."', 'customs only'].map((note) =>
    noteLine({ note, source: 's' }, [{ id: 's', language: 'en' }], 'fr'),
  );
  expect(quoted).toContain('Total');
  expect(quoted).not.toContain('(en)');
  expect(own).toContain('(en)');
});

test('a slot takes what differs from row to row, and a remark is known by its parts', () => {
  expect(knownRemark('256 seizures', picture)?.nl).toBe('256 inbeslagnames');
  expect(knownRemark('some seizures', picture)).toBe(null);
  expect(knownRemark('afgedrukt: 4.100 kg', picture)?.de).toBe('gedruckt: „4.100 kg“');
  expect(knownRemark('afgedrukt: 4.100 kg; 12 seizures', picture)?.en).toBe(
    'printed: “4.100 kg”; 12 seizures',
  );
  expect(knownRemark('afgedrukt: 4.100 kg; not put into words', picture)).toBe(null);
  expect(knownRemark('256 seizures', { gathered: {} })).toBe(null);
});

test('a picture holds the remarks that stand in it, and no others', () => {
  expect(Object.keys(remarksIn(['7 seizures; 14 European countries', 'else'], known))).toEqual([
    '{number} seizures',
    '14 European countries',
  ]);
});
