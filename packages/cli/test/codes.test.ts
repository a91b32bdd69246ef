import { agencies } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { told } from './told.ts';

const codes = (...args: readonly string[]) => told('codes', ...args);

test('codes lists every code list with what it lists', async () => {
  const { code, said } = await codes('--language', 'en');
  expect(code).toBe(0);
  for (const list of ['metrics', 'units', 'agencies', 'places', 'substances'])
    expect(said).toMatch(new RegExp(`^ {2}${list} +\\d+ {2}\\w`, 'mu'));
  const { lists } = JSON.parse((await codes('--json')).said);
  expect(lists.every(({ codes: n }: { codes: number }) => n > 0)).toBe(true);
});

test('codes of one list come in the language asked, with what a unit measures', async () => {
  expect((await codes('metrics', '--language', 'de')).said).toMatch(/^ {2}offences +Straftaten/mu);
  expect((await codes('metrics', '--language', 'en')).said).toMatch(
    /str_reports .*suspicious transaction reports/u,
  );
  expect((await codes('units', '--language', 'nl')).said).toMatch(/g +gram +massa, 0,001 kg/u);
});

test('a word is found by label, synonym or spelling, in one list or in all', async () => {
  expect((await codes('substances', 'COCAINE', '--language', 'en')).said).toMatch(
    /substances {2}COC {2}cocaine/u,
  );
  const misspelt = await codes('cocaien', '--language', 'nl');
  expect(misspelt.said).toContain('Geen code heet "cocaien". Het dichtst erbij:');
  expect(misspelt.said).toMatch(/substances +COC /u);
  const { found } = JSON.parse((await codes('units', 'ton', '--json')).said);
  expect(found.map((each: { code: string; exact: boolean }) => [each.code, each.exact])).toEqual(
    expect.arrayContaining([
      ['t', true],
      ['short_ton', true],
    ]),
  );
});

test('the beginning of a code finds the codes that begin so', async () => {
  for (const word of ['BE', 'be_']) {
    const { found } = JSON.parse((await codes('agencies', word, '--json')).said);
    const all = agencies.map(({ code }) => code).filter((code) => code.startsWith('BE_'));
    expect(found.map(({ code }: { code: string }) => code)).toEqual(all.sort());
  }
  expect((await codes('agencies', 'BE', '--language', 'en')).said).toContain('begin so:');
});

test('a word in a list that does not exist is wrong use', async () => {
  const { code, said } = await codes('drugz', 'coke');
  expect(code).toBe(2);
  expect(said).toContain('There is no code list "drugz". Do you mean drugs?');
});
