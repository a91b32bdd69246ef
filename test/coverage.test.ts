import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { samenbeeld } from './one-process.ts';
import { pictureFiles, pictures } from './pictures.ts';

const built: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(pictureFiles).map((name) => [`out/${name}`, `${pictures}/${name}`]),
);

const page = `${root}/docs/coverage.md`;

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

describe.each(rows.filter(({ command }) => command !== null))('$row: $asked', ({ command, on }) => {
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
  });
});

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
