import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { detectPersonalData } from '@samenbeeld/schema';
import { openPicture } from '@samenbeeld/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesSource } from '../../packages/cli/test/cases-source.ts';
import {
  forms,
  kinds,
  lookAlikes,
  plainKinds,
  planted,
  plantedByName,
  plantedBySureName,
  plantedGlued,
  randomOf,
  sureKinds,
} from '../../packages/schema/test/personal-data/forms.ts';
import { root } from '../command.ts';
import { samenbeeld } from '../one-process.ts';
import { stated } from './reliability.ts';

const fires = (text: string, kind: string): boolean =>
  detectPersonalData(text).some(({ detector }) => detector === kind);

test('identifiers in hard forms are found as often as the page says', () => {
  const random = randomOf(20_261_127);
  const tries = [
    ...Object.values(forms).flatMap((form) =>
      kinds.map((kind) => [kind, () => planted(kind, form, random)] as const),
    ),
    ...kinds.map((kind) => [kind, () => plantedByName(kind, random)] as const),
    ...sureKinds.map((kind) => [kind, () => plantedBySureName(kind, random)] as const),
    ...['bsn', 'iban'].map((kind) => [kind, () => plantedGlued(kind, random)] as const),
    ...Object.entries(plainKinds).map(([kind, make]) => [kind, () => make(random)] as const),
  ];
  let [tried, held] = [0, 0];
  for (const [kind, make] of tries)
    for (let at = 0; at < 50; at += 1) {
      tried += 1;
      if (fires(make(), kind)) held += 1;
    }
  expect({ tried, held }).toEqual(stated('identifiers in forms that are hard to see'));
  expect(held / tried).toBeGreaterThan(0.99);
});

test('look-alikes are left alone as often as the page says', () => {
  const random = randomOf(20_261_126);
  let [tried, held] = [0, 0];
  for (const make of Object.values(lookAlikes))
    for (let at = 0; at < 1000; at += 1) {
      tried += 1;
      if (detectPersonalData(make(random)).length === 0) held += 1;
    }
  expect({ tried, held }).toEqual(stated('look-alikes of identifiers'));
});

/** An address and numbers that are nobody's, and whatever of them may not be read anywhere. */
const mail = 'jan.persoon@verborgenpost.example';
const national = 'RRN85073003328';
const account = 'NL91ABNA0417164300';
const secret = /verborgenpost|jan\.|persoon@|85073003328|85\.07\.30|0417164300/iu;

const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-persons-'));
const at = (...names: readonly string[]): string => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Workbooks {
  readonly utils: {
    readonly aoa_to_sheet: (rows: readonly (readonly (string | number)[])[]) => unknown;
    readonly book_new: () => unknown;
    readonly book_append_sheet: (book: unknown, sheet: unknown, name: string) => void;
  };
  readonly writeFile: (book: unknown, path: string) => void;
}
const xlsx = createRequire(`${root}/packages/read/package.json`)('@e965/xlsx') as Workbooks;

function workbook(
  path: string,
  sheet: string,
  rows: readonly (readonly (string | number)[])[],
): void {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), sheet);
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['leeg']]), `oud ${account}`);
  xlsx.writeFile(book, path);
}

const head = 'Haven;Jaar;Aantal';
const cases = 'Vlissingen;2021;4\nTerneuzen;2021;7\nVlissingen;2022;10\nTerneuzen;2022;5\n';
const records = (key: string): readonly Readonly<Record<string, string | number>>[] =>
  ['Vlissingen', 'Terneuzen', 'Gent'].map((port, row) => ({
    Haven: port,
    Jaar: 2022,
    Aantal: row + 3,
    [key]: row,
  }));

/** Files with an identifier in each place that is no cell. */
const files = [
  `cijfers-${national}.csv`,
  'title.csv',
  'heading.csv',
  'footer.csv',
  'two-headings.csv',
  'sheet.xlsx',
  'title.xlsx',
  'heading.xlsx',
  'key.json',
  'path.json',
  'key.ndjson',
  'column.parquet',
  `${account} cijfers.json`,
  mail.replace('@', '(at)'),
] as const;

beforeAll(async () => {
  mkdirSync(at('sources'));
  writeFileSync(at('a.yaml'), casesSource('exercise-cases'));
  writeFileSync(at(files[0]), `${head}\n${cases}`);
  writeFileSync(at('title.csv'), `Zaken 2021-2022, opgemaakt door ${mail}\n${head}\n${cases}`);
  writeFileSync(at('heading.csv'), `${head};nota ${mail}\n${cases.replaceAll('\n', ';x\n')}`);
  writeFileSync(at('footer.csv'), `${head}\n${cases}Bron: ${mail}; rekening ${account}\n`);
  writeFileSync(
    at('two-headings.csv'),
    `${head};${mail};${national}\n${cases.replaceAll('\n', ';1;2\n')}`,
  );
  const rows = [
    head.split(';'),
    ['Vlissingen', 2022, 4],
    ['Terneuzen', 2022, 7],
    ['Gent', 2022, 3],
  ];
  workbook(at('sheet.xlsx'), national, rows);
  workbook(at('title.xlsx'), 'cijfers', [[`vragen: ${mail}`], ...rows]);
  workbook(
    at('heading.xlsx'),
    'cijfers',
    rows.map((row, line) => [...row, line === 0 ? mail : 'x']),
  );
  writeFileSync(at('key.json'), JSON.stringify(records(mail)));
  writeFileSync(at('path.json'), JSON.stringify({ [national]: { rows: records('x') } }));
  writeFileSync(
    at('key.ndjson'),
    records(national)
      .map((each) => JSON.stringify(each))
      .join('\n'),
  );
  writeFileSync(at(files[12]), JSON.stringify(records('x')));
  writeFileSync(at(files[13]), `${head}\n${cases}`);
  const engine = await openEngine({ threads: 1 });
  await engine.run(
    `copy (select 'Vlissingen' as "Haven", 2022 as "Jaar", range as "Aantal", 1 as "${mail}" from range(3, 9)) to '${at('column.parquet')}' (format parquet)`,
  );
  await engine.close();
});

function filesUnder(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile());
}

/** All that a run left: what it printed, each file it wrote, and each table of its picture as it is read. */
async function left(printed: string, out: string): Promise<readonly string[]> {
  const texts = filesUnder(out).flatMap((path) => {
    const bytes = readFileSync(path);
    return [path.slice(folder.length), bytes.toString('utf8'), bytes.toString('latin1')];
  });
  if (!existsSync(join(out, 'data'))) return [printed, ...texts];
  const picture = await openPicture(out);
  const tables = readdirSync(join(out, 'data')).flatMap((name) =>
    name.endsWith('.parquet') ? [name.replace('.parquet', '')] : [],
  );
  const rows: string[] = [];
  for (const table of tables) rows.push(JSON.stringify(await picture.rows(table)));
  await picture.close();
  return [printed, ...texts, ...rows];
}

const tally = { tried: 0, held: 0 };
let pictures = 0;

function judged(texts: readonly string[]): readonly string[] {
  tally.tried += 1;
  const leaks = texts.flatMap((text) => {
    const found = secret.exec(text);
    return found ? [text.slice(Math.max(0, found.index - 80), found.index + 80)] : [];
  });
  if (leaks.length === 0) tally.held += 1;
  return leaks;
}

test.each(files)('nothing of an identifier in %s is told', async (name) => {
  const yaml = at('sources', `${files.indexOf(name)}.source.yaml`);
  const leaks: string[] = [];
  const run = async (out: string, ...args: readonly string[]): Promise<void> => {
    const { stdout, stderr } = await samenbeeld(args);
    expect(stdout + stderr).not.toBe('');
    leaks.push(...judged(await left(stdout + stderr, out)));
  };
  await run(yaml, 'describe', at(name), '--out', yaml, '--force');
  await run(yaml, 'describe', at(name), '--json', '--out', yaml, '--force');
  const out = at(`out-${files.indexOf(name)}`);
  await run(
    out,
    'ingest',
    yaml,
    at(name),
    '--out',
    out,
    '--draft',
    '--notes',
    '--audience',
    'internal',
  );
  await run(out, 'ingest', at('a.yaml'), at(name), '--out', `${out}-a`, '--json');
  await run(`${out}-a`, 'anomalies', at('a.yaml'), at(name));
  await run(`${out}-a`, 'harmonise', at('a.yaml'), at(name));
  await run(`${out}-a`, 'describe', at(`no-${name}`));
  if (existsSync(join(out, 'data'))) pictures += 1;
  expect(leaks).toEqual([]);
});

test('most of them became pictures all the same', () => {
  expect(pictures).toBeGreaterThan(9);
});

/** What a person writes into files of the toolkit's own. */
const written: readonly (readonly [name: string, text: string])[] = [
  ['citation.yaml', casesSource('exercise-cases').replace('Made for a test', `Made by ${mail}`)],
  ['reason.yaml', `${casesSource('exercise-cases')}  Nota: { ignore: "vraag ${mail}" }\n`],
  ['column.yaml', `${casesSource('exercise-cases')}  "${mail}": { ignore: "een adres" }\n`],
  ['title.yaml', casesSource('exercise-cases').replace('nl: OEFENING', `nl: "${national}"`)],
];

test.each(written)(
  'an identifier in a description (%s) is refused and not told',
  async (name, text) => {
    writeFileSync(at(name), text);
    writeFileSync(at('cases.csv'), `${head}\n${cases}`);
    const { code, stdout, stderr } = await samenbeeld([
      'ingest',
      at(name),
      at('cases.csv'),
      '--out',
      at('no'),
    ]);
    expect(judged([stdout, stderr])).toEqual([]);
    expect(code).toBe(1);
    expect(existsSync(at('no'))).toBe(false);
  },
);

test('as many places as the page says', () => {
  expect(tally).toEqual(stated('identifiers outside cells'));
});
