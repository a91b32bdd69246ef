import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gather, readPictureFile } from '@samenbeeld/recipes';
import { InputError } from '@samenbeeld/schema';
import { sampleFiles } from '@samenbeeld/sources';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'gather-remarks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [sample = ''] = sampleFiles('published-claims');
copyFileSync(sample, join(folder, 'claims.csv'));

/** A picture of some published claims, with these sheets of remarks. */
function pictureWith(sheets: readonly string[]): string {
  const names = sheets.map((text, at) => {
    writeFileSync(join(folder, `remarks-${at}.csv`), `remark,nl,fr,de,en\n${text}\n`);
    return `remarks-${at}.csv`;
  });
  const path = join(folder, 'mine.picture.yaml');
  writeFileSync(
    path,
    `picture: mine\ntitle: { nl: a, fr: b, de: c, en: d }\nrecipe: north-sea-port\nasOf: 2026-06-30\naudience: public\nremarks: [${names.join(', ')}]\ninputs:\n  - { source: published-claims, file: claims.csv }\n`,
  );
  return path;
}

async function remarksOf(sheets: readonly string[]) {
  const { remarks, engine, observations } = await gather(readPictureFile(pictureWith(sheets)));
  await engine.close();
  return { remarks, notes: observations.flatMap(({ note }) => note ?? []) };
}

test('a picture keeps the remarks that stand in it, from all its sheets', async () => {
  const { notes } = await remarksOf([]);
  const [note = ''] = notes.filter((one) => !/[";,]/u.test(one));
  expect(note).not.toBe('');
  const { remarks } = await remarksOf([`${note},a,b,c,d`, 'stands nowhere,a,b,c,d']);
  expect(remarks).toEqual({ [note]: { nl: 'a', fr: 'b', de: 'c', en: 'd' } });
});

test('two sheets that say the same remark otherwise are refused, with both', async () => {
  expect((await remarksOf(['one,a,b,c,d', 'one,a,b,c,d'])).remarks).toEqual({});
  const refused = remarksOf(['one,a,b,c,d', 'one,a,b,c,e']);
  await expect(refused).rejects.toThrow(InputError);
  await expect(refused).rejects.toThrow(/remarks-1\.csv.*found "one" otherwise/u);
});

test('a claim sheet is cited with the years of its own rows', async () => {
  const cited = async () => {
    const { sources, engine } = await gather(readPictureFile(pictureWith([])));
    await engine.close();
    return sources.map(({ source }) => source.citation.slice(0, 25));
  };
  expect(await cited()).toEqual(['Figures of 2002–2023 from']);
  const [heading = '', ...rows] = readFileSync(sample, 'utf8').trim().split('\n');
  const at = heading.split(',').indexOf('period_from');
  const ofYear = (year: number) => rows.find((row) => row.split(',')[at] === `${year}-01-01`) ?? '';
  const write = (...lines: string[]) =>
    writeFileSync(join(folder, 'claims.csv'), [heading, ...lines, ''].join('\n'));
  write(ofYear(2021), ofYear(2023));
  expect(await cited()).toEqual(['Figures of 2021–2023 from']);
  write(ofYear(2022));
  expect(await cited()).toEqual(['Figures of 2022 from pres']);
});
