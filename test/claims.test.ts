import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOfFile } from '@samenbeeld/describe';
import { openPicture } from '@samenbeeld/store';
import { describe, expect, test } from 'vitest';
import { hasSentences, measured, ratesOf } from './bench/press-sentences.ts';
import { bin, root } from './command.ts';
import { samenbeeld } from './one-process.ts';
import { temporary } from './pictures.ts';

const release = join(root, 'fixtures/exercise/communique.txt');
const address = 'https://example.org/communique';

/** Runs the command with text on its standard input. */
async function piped(args: readonly string[], input: string, cwd: string) {
  const child = spawn(process.execPath, [bin, ...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, stdout, stderr };
}

test('from a French press release to a picture: three figures confirmed, one refused, one left', async () => {
  const cwd = temporary('claims');
  const answers = ['o', 'n', 'o', 'base=seized_in_port lieu=Gand', 'o', 'q'].join('\n');
  const flow = ['claims', release, '--review', '--out', 'sheet.csv', '--url', address];
  const more = ['--published-on', '2032-01-15', '--language', 'fr'];
  const { code, stdout } = await piped([...flow, ...more], `${answers}\n`, cwd);
  expect(code).toBe(0);
  expect(stdout).toContain(
    'Trois lignes confirmées dans sheet.csv, 1 refusée, 0 passée, 1 non demandée.',
  );
  const rows = readFileSync(join(cwd, 'sheet.csv'), 'utf8').trimEnd().split('\n');
  expect(rows).toHaveLength(4);
  expect(rows[2]).toContain(
    'X003,BEGNE,,seized_in_port,,BE_CUST,COC,,quantity,sum,2.5,t,floor,plus de',
  );
  expect(rows[2]).toContain('"""En 2031, la douane belge a saisi plus de 2,5 tonnes');

  const made = ['init', 'gent', 'published-claims=sheet.csv', '--place', 'Ghent'];
  expect(
    await samenbeeld([...made, '--substance', 'cocaine', '--as-of', '2032-02-01'], { cwd }),
  ).toMatchObject({ code: 0 });
  const built = await samenbeeld(['build', 'gent/gent.picture.yaml', '--out', 'out'], { cwd });
  expect(built).toMatchObject({ code: 0 });
  const picture = await openPicture(join(cwd, 'out'));
  try {
    const figures = (await picture.observations()).map(
      ({ reference, value, unit, wording, periodStart, publication }) => [
        reference,
        value,
        unit,
        wording,
        periodStart,
        publication,
      ],
    );
    expect(figures.sort()).toEqual([
      ['X001', 1230, 'person', 'unmarked', '2031-03-03', address],
      ['X003', 2.5, 't', 'floor', '2031-01-01', address],
      ['X004', 1640, 'kg', 'unmarked', '2030-01-01', address],
    ]);
  } finally {
    await picture.close();
  }
});

test('the counts of a review close: what is skipped is none of what was not asked', async () => {
  const cwd = temporary('claims');
  const flow = ['claims', release, '--review', '--out', 'sheet.csv', '--url', address];
  const counts = { confirmed: [], refused: 0 };
  const { stdout } = await piped([...flow, '--json'], 's\ns\nq\n', cwd);
  expect(JSON.parse(stdout)).toEqual({ ...counts, skipped: 2, left: 3 });
  const all = await piped([...flow, '--language', 'nl'], 's\n'.repeat(5), cwd);
  expect(all.stdout).toContain(
    '0 rijen bevestigd in sheet.csv, 0 afgewezen, 5 overgeslagen, 0 niet gevraagd.',
  );
});

test('what nobody has confirmed enters no picture', async () => {
  const cwd = temporary('claims');
  expect(await samenbeeld(['claims', release, '--out', 'all.csv'], { cwd })).toMatchObject({
    code: 0,
  });
  const rows = readFileSync(join(cwd, 'all.csv'), 'utf8').trimEnd().split('\n').slice(1);
  expect(rows).toHaveLength(5);
  for (const row of rows) expect(row).toContain('PROPOSED, to be confirmed');
  const read = await samenbeeld(['ingest', 'published-claims', 'all.csv', '--out', 'p'], { cwd });
  expect(read.code).toBe(1);
  expect(read.stdout).toContain('0 accepted + 0 excluded + 5 rejected');
  const again = await samenbeeld(['claims', release, '--out', 'all.csv'], { cwd });
  expect(again.code).toBe(2);
});

test('a row is not confirmed while the sheet needs more, and an answer that is none is asked again', async () => {
  const cwd = temporary('claims');
  writeFileSync(join(cwd, 'a.txt'), 'Rund 40 Kilogramm Kokain wurden sichergestellt.');
  const answers =
    'j\nort=NLVIL\nhm\nplace=NLVLI agency=DE_ZOLL zeitraum="März 2031" basis=seized_in_territory j\n';
  const flow = ['claims', 'a.txt', '--review', '--out', 's.csv', '--url', address];
  const { stdout } = await piped([...flow, '--language', 'de'], answers, cwd);
  expect(stdout).toContain('Noch nötig: Ort, Grundlage, Dienststelle, Zeitraum.');
  expect(stdout).toContain('NLVLI');
  expect(stdout).toContain('Nicht verstanden: hm');
  expect(readFileSync(join(cwd, 's.csv'), 'utf8')).toContain(
    'X001,NLVLI,,seized_in_territory,,DE_ZOLL,COC,,quantity,sum,40,kg,rounded,Rund,whole,A,2031-03-01,2031-03-31',
  );
});

describe('texts', () => {
  test('from standard input, a page and a Word document', async () => {
    const cwd = temporary('claims');
    const read = await piped(
      ['claims', '-', '--json'],
      'In 2031 werd ruim 40 kilo hasj gevonden.',
      cwd,
    );
    expect(JSON.parse(read.stdout)).toMatchObject({
      claims: [{ value: 40, figure: 'ruim 40 kilo' }],
    });
    const page = join(cwd, 'a.html');
    writeFileSync(
      page,
      '<html><head><title>9 kilo</title><style>p { width: 8 }</style></head><body><p>Ruim&nbsp;40 kilo&#32;hasj</p><script>7 kilo</script><p>&eacute;&eacute;n</p></body></html>',
    );
    expect((await textOfFile(page)).split(/\s*\n\s*/u).filter(Boolean)).toEqual([
      'Ruim\u00a040 kilo hasj',
      'één',
    ]);
  });

  test('a PDF, another file, a broken one: said, with what to do', async () => {
    const cwd = temporary('claims');
    for (const [name, says] of [
      ['a.pdf', 'is no PDF that can be read'],
      ['a.rtf', 'expected a text (.txt, .md), a page (.html), a Word document (.docx) or a PDF'],
      ['a.docx', 'is no Word document that can be read'],
    ] as const) {
      writeFileSync(join(cwd, name), 'x');
      const { code, stderr } = await samenbeeld(['claims', name], { cwd });
      expect([code, stderr]).toEqual([1, expect.stringContaining(says)]);
      expect(stderr).toContain('samenbeeld claims -');
    }
    writeFileSync(join(cwd, 'a.txt'), Buffer.from([0x63, 0xe9, 0x20, 0x34]));
    expect((await samenbeeld(['claims', 'a.txt'], { cwd })).stderr).toContain('is not in UTF-8');
  });

  test.each(['nl', 'fr', 'de', 'en'])('what is shown is in %s', async (language) => {
    const { stdout } = await samenbeeld(['claims', release, '--language', language]);
    expect(stdout).not.toMatch(/\{\w+|undefined|\[object/u);
    const asked = { nl: 'gevraagd', fr: 'à préciser', de: 'zu klären', en: 'asked' }[language];
    expect(stdout).toContain(asked);
  });
});

describe('sentences of press, where they are at hand', () => {
  test.each([0, 1] as const)('half %i', async (half) => {
    if (!hasSentences()) {
      console.log('skipped: ../shared/data/text is not here, nothing to measure against');
      expect(hasSentences()).toBe(false);
      return;
    }
    const rates = ratesOf(await measured(half));
    expect(rates.found).toBeGreaterThanOrEqual(0.85);
    expect(rates.placeAndPeriod).toBeGreaterThanOrEqual(0.75);
    expect(rates.scope).toBeGreaterThanOrEqual(0.95);
    expect(rates.wording).toBeGreaterThanOrEqual(0.95);
    expect(rates.statedTrue).toBeGreaterThanOrEqual(0.9);
    expect(rates.wrongAsCertain).toBe(0);
  });
});
