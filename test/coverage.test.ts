import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { samenbeeld } from './one-process.ts';
import { pictureFiles, pictures } from './pictures.ts';

const built: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(pictureFiles).map((name) => [`out/${name}`, `${pictures}/${name}`]),
);

const page = `${root}/docs/coverage.md`;

/** What the answer of each row must say, so that it answers what is asked. */
const essential: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  A: ['Where partners do not say the same', 'Where partners say the same', 'What stands by itself'],
  B: [/2022 +4,776 +4,776/u, 'Terneuzen: not reported', 'Five contradictions'],
  C: [/2024 +13,700/u, /2021 +12,712/u, /2021 +15,450/u, 'letter post'],
  D: ['together 2,243 of 25,617', 'variance 26.8 times'],
  E: ['TLP:CLEAR', /be-douane-2018-2025\.xlsx, sheet .+, line \d+/u],
  F: ['Étoile actions of the Hazeldonk cooperation', /etoile\.csv +209/u],
  G: ['1,310 / 1,324', 'not compared with 2020'],
  R1: ['They are ordered', 'H0-rule'],
  R2: ['nobody is scored or predicted'],
  R3: ['9 sites', 'Antwerpen-Zuid (1,997)'],
  R4: ['Four measures of 2 services', 'legal basis'],
  R5: ['Each country has one vote', 'What would change the order'],
  R6: ['At 6 of the 8 steps no barrier in force is known', 'who has a barrier at which step'],
  R7: [/2022 +73\.6/u],
  R8: ['31 persons', 'extraction crews'],
  R9: ['647 listings of 100 vendors', 'Offers beside finds'],
  R10: ['Art. 12(1)', 'not checked here', 'no figure broken down by these routes'],
  R11: ['Ecuador, first half of 2020: 10,700 kg', 'an order or a share'],
  1: [/2022 +619 +not reported +4,157/u],
  2: [/Vlissingen 2021 +about 2,100 kg ↔ about 250 kg/u, 'Different agency'],
  3: [/nl-harc-2018-2025\.csv:\d+ · .+be-douane-2018-2025\.xlsx:\d+/u, /2025 +1,768 /u],
  4: ['with and without the largest seizure (3,180 kg, 2020)'],
  5: ['no trend in the share can be shown'],
  6: ['single finds as published', 'bananas from Ecuador'],
  7: ['with Antwerp and Rotterdam', 'A test of displacement counts finds, and refuses kilograms'],
  8: [/2022 .*2\.04–2\.14/u, 'no share stopped'],
  9: [/715 +0 +0\.0 +0\.0–5\.1/u, 'about 3,000'],
  10: [/January 2023 +1,517 +236 +155\.6 +137\.7–174\.8/u],
  11: ['128 to 171 million euro', /5% +90\.7/u],
  12: ['So their numbers stand nowhere side by side'],
  13: ['The least speaks against'],
  14: ['expected to come to about 21 seizures', 'Finds by year, registered up to'],
  15: ['At 5 of the 7 steps no barrier in force is known', 'who has a barrier at which step'],
};

/** The rows of docs/coverage.md: what is asked, and the command that answers it, where one does. */
const rows = readFileSync(page, 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:[A-G]|R?\d+) \|/u.test(line))
  .map((line) => {
    const [row = '', asked = '', command = '', on = '', not = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { row, asked, command: /^`npx samenbeeld (.+)`$/u.exec(command)?.[1] ?? null, on, not };
  });

test('every row of the mission and every question has its line', () => {
  expect(rows.map(({ row }) => row)).toEqual([
    ...'ABCDEFG',
    ...Array.from({ length: 11 }, (_, at) => `R${at + 1}`),
    ...Array.from({ length: 15 }, (_, at) => String(at + 1)),
  ]);
});

test('a row without a command says what is not there', () => {
  expect(rows.filter(({ command, not }) => command === null && not === '')).toEqual([]);
});

describe.each(rows.filter(({ command }) => command !== null))(
  '$row: $asked',
  ({ row, command, on }) => {
    test('is answered', async () => {
      const words = [...(command ?? '').matchAll(/"([^"]*)"|(\S+)/gu)].map(
        ([, quoted, plain]) => quoted ?? plain ?? '',
      );
      const args = words.map((word) => built[word] ?? word);
      const { code, stdout, stderr } = await samenbeeld([...args, '--language', 'en']);
      expect(stderr).toBe('');
      expect(code).toBe(0);
      // Under the banner stands an answer; invented events are marked as such.
      expect(stdout.split('\n').filter((line) => line.trim() !== '').length).toBeGreaterThan(2);
      expect(stdout.includes('EXERCISE')).toBe(on === 'exercise');
      const plain = stdout.replaceAll('\u00a0', ' ');
      const said = essential[row] ?? [];
      expect(said.length).toBeGreaterThan(0);
      const lacks = said.filter((one) =>
        typeof one === 'string' ? !plain.includes(one) : !one.test(plain),
      );
      expect(lacks).toEqual([]);
    });
  },
);

/** Every file under a path of the repository. */
function filesUnder(path: string): readonly string[] {
  if (!statSync(`${root}/${path}`).isDirectory()) return [path];
  return readdirSync(`${root}/${path}`).flatMap((name) => filesUnder(`${path}/${name}`));
}

const linesOf = (files: readonly string[], ending: string): number =>
  files
    .filter((file) => file.endsWith(ending))
    .reduce(
      (sum, file) => sum + readFileSync(`${root}/${file}`, 'utf8').trimEnd().split('\n').length,
      0,
    );

/** A row as it should stand: lines of YAML and of code of what it names, of the picture file and of its recipe. */
function counted(name: string, written: string): string {
  const picture = (pictureFiles[name] ?? '').slice(root.length + 1);
  const recipe = `packages/recipes/recipes/${/^recipe: (\S+)$/mu.exec(readFileSync(`${root}/${picture}`, 'utf8'))?.[1]}.recipe.yaml`;
  const named = [...written.matchAll(/`([^`]+)`/gu)].map(([, path = '']) => path);
  const files = [picture, ...(existsSync(`${root}/${recipe}`) ? [recipe] : []), ...named].flatMap(
    filesUnder,
  );
  const once = [...new Set(files)];
  return `| ${name} | ${linesOf(once, '.yaml')} | ${linesOf(once, '.ts')} | ${written} |`;
}

test('what each picture took is what the repository holds; REGEN=1 counts it anew', () => {
  const lines = readFileSync(page, 'utf8').split('\n');
  const at = lines.indexOf('| picture | YAML | code | written for it |') + 2;
  const told = lines.slice(at).filter((line) => line.startsWith('| '));
  const anew = told.map((line) => {
    const [name = '', , , written = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return counted(name, written).replace('|  |', '| |');
  });
  const isAnew = process.env['REGEN'] === '1';
  if (isAnew) writeFileSync(page, [...lines.slice(0, at), ...anew, ''].join('\n'));
  expect(isAnew ? anew : told).toEqual(anew);
  expect(told.map((line) => line.split(' ')[1]).sort()).toEqual(Object.keys(pictureFiles).sort());
});
