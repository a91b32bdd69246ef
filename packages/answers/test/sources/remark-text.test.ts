import { readFileSync } from 'node:fs';
import { languages } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { knownRemark, remarkFigure } from '../../src/sources/remark-text.ts';

const folder = new URL('../../../../fixtures/published/', import.meta.url).pathname;

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
  expect(remarks.filter((remark) => knownRemark(remark) === null)).toEqual([]);
  for (const remark of remarks) {
    const known = knownRemark(remark);
    expect(new Set(languages.map((language) => known?.[language])).size).toBe(4);
  }
});

test('a remark that nobody translated is marked as English, and none is a dash', () => {
  expect(remarkFigure('14 European countries').shown).toMatchObject({ nl: '14 Europese landen' });
  expect(remarkFigure('one of two')).toMatchObject({ language: 'en', shown: { nl: 'one of two' } });
  expect(remarkFigure(null)).toEqual({ shown: { nl: '–', fr: '–', de: '–', en: '–' } });
});
