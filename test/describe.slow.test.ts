import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describeFile } from '@samenbeeld/describe';
import { loadSource } from '@samenbeeld/ingest';
import { InputError, type Language, languages, type Text } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { english, plain, shorter } from './english-words.ts';
import { samenbeeld } from './one-process.ts';
import { hasRealData, realData } from './pictures.ts';

/** What `samenbeeld describe` says of each real file: reviewed by reading, rewritten by REGEN=1. */
const golden = join(root, 'test/describe-golden');
const regenerate = process.env['REGEN'] === '1';

const files: readonly string[] = hasRealData
  ? readdirSync(realData, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:csv|tsv|xlsx|json|geojson)$/.test(name))
      .sort()
  : [];

if (!hasRealData)
  console.log(`skipped: describing the real files, because ${realData} is not there`);

interface Described {
  readonly printed: string;
  readonly stdout: string;
  readonly yaml: string | null;
  readonly code: number | null;
  readonly loads: string | null;
}

/** Runs the command where the file lies under its own name alone, so that no path of this machine is printed. */
async function described(file: string): Promise<Described> {
  const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-golden-'));
  try {
    symlinkSync(join(realData, file), join(folder, basename(file)));
    const { code, stdout, stderr } = await samenbeeld(['describe', basename(file)], {
      cwd: folder,
    });
    const written = readdirSync(folder).find((name) => name.endsWith('.source.yaml'));
    const yaml =
      written === undefined
        ? null
        : readFileSync(join(folder, written), 'utf8').replace(/(\$schema=)\S+\//, '$1…/');
    let loads: string | null = null;
    try {
      if (written !== undefined) loadSource(join(folder, written));
    } catch (error) {
      loads = error instanceof Error ? error.message : String(error);
    }
    return { printed: stdout + stderr, stdout, yaml, code, loads };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(name: string, found: string): void {
  const path = join(golden, name);
  if (regenerate) {
    mkdirSync(golden, { recursive: true });
    writeFileSync(path, found);
  }
  expect(existsSync(path), `${name} is missing; REGEN=1 writes it`).toBe(true);
  expect(found).toBe(readFileSync(path, 'utf8'));
}

describe.skipIf(!hasRealData)('the real files, described', () => {
  test.each(files)('%s', async (file) => {
    const { printed, stdout, yaml, code, loads } = await described(file);
    const name = file.replaceAll('/', '_');
    compare(`${name}.txt`, printed);
    if (yaml !== null) compare(`${name}.source.yaml`, yaml);
    expect(loads).toBeNull();
    // What is written can be used; where nothing is, or all is rejected, the command fails and says why.
    const isRejected = /all \d+ figures of \S+ are rejected/u.test(printed);
    const isKnown = printed.includes('the source reads this file as it is');
    expect(code).toBe((yaml === null && !isKnown) || isRejected ? 1 : 0);
    for (const line of stdout.split('\n'))
      if (!line.includes('samenbeeld ingest'))
        expect([...line].length, line).toBeLessThanOrEqual(120);
  });

  test('the golden files are those of the real files, no more', () => {
    const names = new Set(files.map((file) => file.replaceAll('/', '_')));
    const standing = readdirSync(golden).map((name) => name.replace(/\.(?:txt|source\.yaml)$/, ''));
    expect(standing.filter((name) => !names.has(name))).toEqual([]);
  });
});

const others = languages.filter((language) => language !== 'en');

/** What a reader of a language would take for English; codes and mappings are in no language. */
function englishIn(text: string, language: Language): boolean {
  const left = plain(text.replace(/\{ .* \}|\{ .*…/gu, ''));
  return english.test(left) || (language !== 'nl' && shorter.test(left));
}

/** All that is said in four languages in a record, however deep. */
function textsIn(value: unknown): readonly Text[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  return keys.length === languages.length && languages.every((language) => keys.includes(language))
    ? [value as Text]
    : Object.values(value).flatMap(textsIn);
}

const foreign = (texts: readonly Text[]): readonly string[] =>
  texts.flatMap((text) =>
    others.flatMap((language) =>
      englishIn(text[language], language) ? [`${language}: ${text[language]}`] : [],
    ),
  );

/** Of a draft, what is said beside its keys: questions, other answers, reasons. */
const remarks = (yaml: string): readonly string[] =>
  yaml
    .split('\n')
    .flatMap((line) => /(?:^|\s)#(?! yaml-language-server)(.*)$/u.exec(line)?.[1] ?? []);

const small = 300_000;
const kept = [join(root, 'packages/sources/catalogue'), join(root, 'fixtures')].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.(?:csv|tsv|xlsx|json)$/u.test(path) && statSync(path).size < small),
);

describe('a described file', () => {
  test('says nothing in English to readers of the other languages', {
    timeout: 600_000,
  }, async () => {
    expect(kept.length).toBeGreaterThan(100);
    const found = new Set<string>();
    for (const [at, path] of kept.entries()) {
      const language = others[at % others.length] ?? 'nl';
      try {
        const described = await describeFile(path, { language });
        for (const one of foreign(textsIn({ ...described, trial: null }))) found.add(one);
        for (const line of remarks(described.yaml))
          if (englishIn(line, language)) found.add(`${language} ${basename(path)}: ${line}`);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        expect(error.says, `${path}: ${error.message}`).not.toBeNull();
        for (const one of foreign(error.says ? [error.says] : [])) found.add(one);
      }
    }
    expect([...found]).toEqual([]);
  });

  const rows = (line: (at: number) => string): string =>
    Array.from({ length: 12 }, (_, at) => line(at)).join('\n');
  test.each<[name: string, text: string | Buffer]>([
    [
      'accounts.csv',
      `Sender_account;Receiver_account;Bedrag\n${rows((at) => `NL${at};NL9${at};${at}00`)}`,
    ],
    [
      'people.csv',
      `surname;voornaam;geboortedatum;n\n${rows((at) => `a${at};b${at};2000-01-0${at};1`)}`,
    ],
    ['bare.csv', rows((at) => `Gent;${2000 + at};${at * 7}`)],
    ['labels.csv', `Code;Naam\n${rows((at) => `a${at};naam ${at}`)}`],
    ['rates.csv', `Land;Jahr;HZ\n${rows((at) => `Hessen;${2000 + at};${at},5`)}`],
    ['shares.csv', `Land;Jahr;Anteil\n${rows((at) => `Hessen;${2000 + at};${at},5`)}`],
    ['changes.csv', `Land;Jahr;Veränderung\n${rows((at) => `Hessen;${2000 + at};${at},5`)}`],
    ['margins.csv', `Gemeente;Jaar;foutmarge\n${rows((at) => `Gent;${2000 + at};${at},5`)}`],
    [
      'sections.csv',
      `Stof;Kilo;Partijen\n2021;;\ncocaïne;5;6\nheroïne;7;8\nkhat;1;2\n2022;;\ncocaïne;5;6\nheroïne;7;8\nkhat;1;2`,
    ],
    ['map.geojson', '{"type":"FeatureCollection","features":[]}'],
    ['empty.csv', ''],
    ['text.csv', '%PDF-1.4'],
    ['page.xls', '<html><body></body></html>'],
    ['x.csv', '<?xml version="1.0"?><a></a>'],
    ['bytes.csv', Buffer.from([1, 0, 2, 0, 0, 3])],
    ['packed.csv', Buffer.from('377abcaf271c', 'hex')],
    ['picture.csv', Buffer.from('89504e47', 'hex')],
    ['promised.xlsx', 'a;b\n1;2'],
    ['values.json', '[[1,2],[3,4]]'],
    ['nothing.json', '{"a":1}'],
    ['broken.json', '{"a":'],
  ])('that is refused says so in each language: %s', async (name, text) => {
    const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-refused-'));
    try {
      const path = join(folder, name);
      writeFileSync(path, text);
      const told = await describeFile(path).then(
        ({ unfit }) => unfit,
        (error: unknown) => (error instanceof InputError ? error.says : null),
      );
      expect(told).not.toBeNull();
      expect(foreign(told ? [told] : [])).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
