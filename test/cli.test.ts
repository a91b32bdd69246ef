import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { bin, type Ran, root, samenbeeld as samenbeeldAnew } from './command.ts';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import {
  exercise,
  published,
  publishedFile,
  smallPicture,
  startFrom,
  temporary,
} from './pictures.ts';

const folder = temporary('cli');
const small = smallPicture(temporary('small'));
const commands = [
  'init',
  'build',
  'ingest',
  'decide',
  'check',
  'claims',
  'claim-sheet',
  'why',
  'doctor',
];
const claims = readFileSync(`${root}/fixtures/published/claims.csv`, 'utf8').split('\n');

/** What the line of the claim sheet with this number is, counted as an editor does. */
const lineOf = (claim: string): number =>
  claims.findIndex((line) => line.startsWith(`${claim},`)) + 1;

describe('help', () => {
  test('names every command and the exit codes, on stdout', async () => {
    const { code, stdout, stderr } = await samenbeeldAnew(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    expect(stdout).toContain('Exit codes: 0 done, 1 a problem in the data, 2 wrong use.');
  });

  test('of its own, which loads no more than it says, is that of the command', async () => {
    for (const language of ['nl', 'fr', 'de', 'en']) {
      const args = ['--help', '--language', language];
      expect((await samenbeeldAnew(args)).stdout).toBe((await samenbeeld(args)).stdout);
    }
  });

  test.each(commands)('%s says what it does and takes --json', async (command) => {
    const { code, stdout, stderr } = await samenbeeld([command, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^Usage: samenbeeld ${command} `));
    expect(stdout).toContain('--json');
    expect(stdout.split('\n').length).toBeGreaterThan(6);
  });

  test('the version is that of the package', async () => {
    const { stdout } = await samenbeeldAnew(['--version']);
    const manifest = JSON.parse(readFileSync(`${root}/packages/cli/package.json`, 'utf8'));
    expect(stdout.trim()).toBe(manifest.version);
  });
});

describe('wrong use: exit 2, and what to do instead', () => {
  test.each([
    [['bild'], "unknown command 'bild'\n(Did you mean build?)"],
    [['why'], "missing required argument 'picture'\nHow it is used: samenbeeld why --help"],
    [['ask', 'total'], "missing required argument 'picture'"],
    [
      ['build', publishedFile],
      "required option '--out <folder>' not specified\nHow it is used: samenbeeld build --help",
    ],
    [
      ['build', publishedFile, '--out', `${folder}/x`, '--threads', 'many'],
      '--threads takes a whole number',
    ],
    [
      ['why', published, 'NSP cocaine 2022', '--language', 'xx'],
      'Allowed choices are nl, fr, de, en.',
    ],
    [['why', `${folder}/none`, 'NSP cocaine 2022'], 'Build it first'],
    [
      ['why', published, 'Mars 2022'],
      'expected PLACE [SUBSTANCE] YEAR, such as "NSP cocaine 2022"',
    ],
    [
      ['check', '4100 kg cocaine Vlissingen 2022', '--picture', `${folder}/none`],
      'Build one first',
    ],
    [
      ['ingest', 'no-such-source', publishedFile, '--out', `${folder}/x`],
      'in the catalogue; the path of a source.yaml will do too. There are ',
    ],
    [
      ['ingest', 'published-claims', `${folder}/none.csv`, '--out', `${folder}/x`],
      'There is no file',
    ],
    [
      ['decide', small, 'Atlantis', '--accept', '--role', 'a', '--reason', 'b'],
      'Run without a subject for the list',
    ],
    [['claim-sheet', '--out', `${folder}/claims.csv`], '--out takes a workbook (.xlsx)'],
  ] as const)('%j', async (args, says) => {
    const { code, stdout, stderr } = await samenbeeld(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('a command alone shows its help and asks for more', async () => {
    const { code, stderr } = await samenbeeldAnew([]);
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: samenbeeld');
  });
});

test('a build shows what is noted on its files where it is asked to, also after one that did not', async () => {
  const at = temporary('notes');
  const file = smallPicture(at);
  const excerpt = `${root}/fixtures/published/excerpts/ssmsi_regions_2023.csv`;
  appendFileSync(file, `  - { source: ssmsi-regions, file: ${excerpt} }\n`);
  const flow = ['build', file, '--out', `${at}/out`, '--language', 'nl'];
  const plain = await samenbeeld(flow);
  const noted = await samenbeeld([...flow, '--notes']);
  expect([plain.code, noted.code]).toEqual([0, 0]);
  expect(plain.stdout).not.toContain('opmerking × 2');
  expect(noted.stdout).toMatch(/^ {2}opmerking.*ssmsi_regions_2023\.csv/mu);
});

test('a folder of someone else is not replaced', async () => {
  const own = temporary('own');
  writeFileSync(`${own}/thesis.txt`, 'mine');
  const { code, stderr } = await samenbeeldAnew(['build', publishedFile, '--out', own]);
  expect(code).toBe(2);
  expect(stderr).toContain(own);
  expect(readFileSync(`${own}/thesis.txt`, 'utf8')).toBe('mine');
});

describe('--json', () => {
  test('build: the totals, conflicts and what became of each item', async () => {
    startFrom(published, `${folder}/json`);
    const built = await samenbeeldJson<Record<string, readonly Record<string, unknown>[]>>([
      'build',
      publishedFile,
      '--out',
      `${folder}/json`,
    ]);
    expect(built['totals']?.map(({ period }) => period)).toContain('2022');
    expect(built['conservation']?.length).toBeGreaterThan(5);
    expect(built['conflicts']?.length).toBeGreaterThan(10);
    expect(built).toMatchObject({ synthetic: false, out: `${folder}/json`, stale: [] });
  });

  test('check, why, decide, doctor', async () => {
    const checked = await samenbeeldJson<Record<string, unknown>>([
      'check',
      'more than 4100 kg cocaine Vlissingen 2022',
      '--picture',
      published,
    ]);
    expect(checked).toMatchObject({
      value: 4100,
      unit: 'kg',
      place: 'NLVLI',
      year: 2022,
      verdict: 'worded',
    });
    const why = await samenbeeldJson<Record<string, unknown>>([
      'why',
      published,
      'NSP cocaine 2022',
    ]);
    expect(why).toMatchObject({ cell: 'PC_NSP COC seized_in_port quantity 2022' });
    const open = await samenbeeldJson<Record<string, readonly unknown[]>>(['decide', small]);
    // Two contradictions of Vlissingen, one of Rotterdam; of the series in which the source declares breaks there is no row.
    expect(open['matters']?.length).toBe(3);
    const findings = await samenbeeldJson<readonly Record<string, unknown>[]>(['doctor']);
    expect(findings.filter(({ needed, ok }) => needed && !ok)).toEqual([]);
  });

  test('an error is an object too, with place and repair', async () => {
    writeFileSync(`${folder}/empty.csv`, '');
    const { code, stdout, stderr } = await samenbeeld([
      'ingest',
      'published-claims',
      `${folder}/empty.csv`,
      '--out',
      `${folder}/x`,
      '--json',
    ]);
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      error: 'InputError',
      place: { file: 'empty.csv' },
      repair: 'fetch the file again',
    });
  });
});

test('a reader that has seen enough is no fault', () => {
  const { stderr, status } = spawnSync(
    'bash',
    ['-c', `node ${bin} build --help | head -n 1; exit \${PIPESTATUS[0]}`],
    {
      encoding: 'utf8',
    },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

describe('check: before a figure is said', () => {
  const check = (claim: string, ...args: readonly string[]) =>
    samenbeeld(['check', claim, '--picture', published, ...args]);

  test('"4100 kg cocaine Vlissingen 2022": which claims, what may be said, what not', async () => {
    const { code, stdout } = await check('4100 kg cocaine Vlissingen 2022');
    expect(code).toBe(1);
    expect(
      stdout.replace(`${root}/`, '').replace(/build [0-9a-f]{12}/, 'build …'),
    ).toMatchInlineSnapshot(`
      "TLP:CLEAR · not classified · for: public
        Asked of: Joint crime picture of North Sea Port (north-sea-port, node_modules/.cache/pictures/north-sea-port, build …)
        Not as it stands.
        May be said: "more than 4,100 kg" – Public Prosecution Service (Netherlands), January 2023
        May be said: "4,157 kg" – HARC team, January 2023
        Do not say: "4,100 kg" without qualification: the figure is "4,157 kg" – HARC team, January 2023.
        Do not say: "4,100 kg in North Sea Port": the 619 kg of Ghent are not in it; Terneuzen is not reported.
        Do not say: A sum with the 10,000 kg "entered via the port". Another basis: counted wherever it was seized. Includes the port’s own seizures.
        Same number in claims.csv:89 "ruim 4100", https://www.rijnmond.nl/nieuws/1611803/zeeland-is-blij-met-extra-miljoenen-voor-drugsbestrijding-maar-vraagt-ook-om-meer-steun-van-rotterdam
      "
    `);
    expect(stdout).toContain(`claims.csv:${lineOf('C088')} "ruim 4100"`);
  });

  test('a contested figure needs its source', async () => {
    const { stdout } = await check('250 kg cocaine Vlissingen 2021');
    expect(stdout).toMatch(/^TLP:CLEAR.*\n {2}Asked of: .*\n {2}Contested: name the source\./);
    expect(stdout).toContain('2,100 kg');
  });

  test('a sum of unlike claims is contradicted by the floor, which is given instead', async () => {
    const { stdout } = await check('4519 kg cocaine North Sea Port 2022');
    expect(stdout).toContain('Not as it stands.');
    expect(stdout).toMatch(/May be said: .*at least 4,776 kg/);
  });

  test('in the language of the reader', async () => {
    const said: Ran[] = [];
    for (const language of ['nl', 'fr', 'de', 'en'])
      said.push(await check('4157 kg cocaine Vlissingen 2022', '--language', language));
    expect(said.map(({ stdout }) => stdout.split('\n')[2])).toEqual([
      '  Klopt.',
      '  Exact.',
      '  Stimmt.',
      '  True.',
    ]);
  });

  test('what is not understood: exit 2 and an example, in the language of the reader', async () => {
    const { code, stderr } = await check('a lot of cocaine');
    expect(code).toBe(2);
    expect(stderr).toContain('write it like "4100 kg cocaine Vlissingen 2022"');
    for (const [language, begin] of [
      ['nl', 'Niet begrepen: '],
      ['fr', 'Pas compris'],
      ['de', 'Nicht verstanden: '],
    ] as const) {
      const said = await check('een boel cocaïne Vlissingen', '--language', language);
      expect([said.code, said.stderr.slice(0, begin.length)]).toEqual([2, begin]);
    }
    expect((await check('4157 kg moonshine Vlissingen 2022')).code).toBe(2);
  });
});

describe('why: from a figure to the cell', () => {
  test('of the published picture: file, line, column and raw cell', async () => {
    const { code, stdout: printed } = await samenbeeld(['why', published, 'NSP cocaine 2022']);
    expect(code).toBe(0);
    const stdout = printed.replaceAll('\u00A0', ' ');
    expect(stdout).toContain(
      'reported 4,776 kg / 4,776 kg / 4,776 kg · total at least 4,776 kg, at most – · partial',
    );
    const column = `column ${'ABCDEFGHIJKLMNOP'[claims[0]?.split(',').indexOf('value') ?? 0]} "value"`;
    for (const [claim, raw] of [
      ['C087', '3900'],
      ['C088', '4100'],
      ['P032', '4157'],
      ['C109', '619'],
      ['C089', '10000'],
    ] as const)
      expect(stdout).toContain(`claims.csv, line ${lineOf(claim)}, ${column}, cell "${raw}"`);
    expect(stdout).toMatch(
      /covered by the figure that governs: Vlissingen [^\n]* 3,900 kg "ruim" \(more than\)/,
    );
    expect(stdout).toMatch(/ceiling on offer: 1,534 kg/);
    expect(stdout).toMatch(/not added: 10,000 kg Vlissingen \(entered via the port\)/);
  });

  test('of the exercise: every record that is counted once', async () => {
    const { code, stdout } = await samenbeeld(['why', exercise, 'NSP cocaine 2022']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/counted: [^\n]+\n +nl-harc-2018-2025\.csv, line \d+, column /);
    expect(stdout).toMatch(/double report: /);
  });

  test('a picture that was changed afterwards is refused', async () => {
    const copy = `${temporary('changed')}/out`;
    cpSync(published, copy, { recursive: true });
    appendFileSync(`${copy}/data/joint_total.csv`, 'x\n');
    const { code, stderr } = await samenbeeld(['why', copy, 'NSP cocaine 2022']);
    expect(code).toBe(1);
    expect(stderr).toContain('the picture is damaged');
  });
});

describe('the claim sheet', () => {
  const sheet = `${folder}/claims.xlsx`;

  test('is a workbook with a header, explanations and lists to choose from', async () => {
    const { code, stdout } = await samenbeeld(['claim-sheet', '--out', sheet]);
    expect(code).toBe(0);
    expect(stdout).toContain('samenbeeld ingest published-claims');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(sheet);
    const claimsSheet = book.getWorksheet('claims');
    const headers = [...((claimsSheet?.getRow(2).values ?? []) as readonly unknown[])].slice(1);
    expect(headers).toEqual(claims[0]?.split(','));
    const listed = headers.filter((_, index) => {
      const rule = claimsSheet?.getCell(3, index + 1).dataValidation;
      return rule?.type === 'list' && (rule.formulae?.length ?? 0) > 0;
    });
    expect(listed).toEqual(
      expect.arrayContaining([
        'place',
        'basis',
        'agency',
        'substance',
        'metric',
        'unit',
        'wording',
        'extent',
      ]),
    );
  });

  test.each(['nl', 'fr', 'de', 'en'])('explains its columns in %s', async (language) => {
    const out = `${folder}/claims-${language}.xlsx`;
    const { code } = await samenbeeld(['claim-sheet', '--out', out, '--language', language]);
    expect(code).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const explained = JSON.stringify(book.getWorksheet('claims')?.getRow(1).values);
    const word = { nl: /wat|de |het /i, fr: /le |la |du /i, de: /der |die |das /i, en: /the /i };
    expect(explained).toMatch(word[language as keyof typeof word]);
  });

  test('filled in and read back, it gives the same claims', async () => {
    const csv = `${root}/fixtures/published/claims-post-fiu.csv`;
    const filled = `${folder}/filled.xlsx`;
    const made = await samenbeeldJson<{ readonly rows: number }>([
      'claim-sheet',
      '--from',
      csv,
      '--out',
      filled,
    ]);
    expect(made.rows).toBe(readFileSync(csv, 'utf8').trimEnd().split('\n').length - 1);
    const read = async (file: string, out: string) =>
      samenbeeldJson<{
        readonly records: number;
        readonly conservation: readonly {
          readonly rejected: number;
          readonly quantities: unknown;
        }[];
      }>(['ingest', 'published-claims', file, '--out', `${folder}/${out}`]);
    const [fromCsv, fromSheet] = [await read(csv, 'csv'), await read(filled, 'xlsx')];
    expect(fromSheet.records).toBe(made.rows);
    expect(fromSheet.conservation[0]?.rejected).toBe(0);
    expect(fromSheet.conservation[0]?.quantities).toEqual(fromCsv.conservation[0]?.quantities);
  });
});

describe('ingest', () => {
  test('says what became of every line and item', async () => {
    const { code, stdout } = await samenbeeld([
      'ingest',
      'politie-47013ned',
      `${root}/fixtures/published/excerpts/politie_47013NED_2022_2023.csv`,
      '--out',
      `${folder}/politie`,
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\d+ lines = 2 title \+ 3 header \+ 10 data \+ 1 blank \+ 0 footer/);
    expect(stdout).toMatch(/items = \d+ accepted \+ 0 excluded \+ 0 rejected/);
  });

  test('ends with 1 where a row was kept out, and still writes the rest', async () => {
    const out = `${folder}/harc`;
    const { code, stdout } = await samenbeeld([
      'ingest',
      'exercise-nl-harc',
      `${root}/fixtures/exercise/nl-harc-2018-2025.csv`,
      '--out',
      out,
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /rejection: nl-harc-2018-2025\.csv, line \d+, column .*\[personal-data\./,
    );
    expect(readFileSync(`${out}/data/HANDLING.txt`, 'utf8')).toContain('EXERCISE');
  });
});
