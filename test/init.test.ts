import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settled } from '@samenbeeld/merge';
import { readPictureFile } from '@samenbeeld/recipes';
import { languages } from '@samenbeeld/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asRun } from '../packages/cli/src/as-run.ts';
import { root } from './command.ts';
import { codeOf, readNotebook, sourceOf } from './execute-notebook.ts';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { answers, dutch, figures, layOut, nationalNumber, question } from './own-haven.ts';

const folder = mkdtempSync(join(tmpdir(), 'init-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

const claims = 'fixtures/published/claims.csv';

function change(path: string, changes: typeof answers): void {
  const text = changes.reduce(
    (before, [from, to]) => before.replace(from, to),
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, text);
}

const build = ['build', 'haven/haven.picture.yaml', '--out', 'haven/out/haven'];

let transcript = '';
const codes: (number | null)[] = [];

/** Runs a command as the page shows it, in the folder, and adds it to the transcript with what it printed. */
async function shown(args: readonly string[], hidden: readonly string[] = []): Promise<void> {
  const { code, stdout, stderr } = await samenbeeld([...args, ...hidden], { cwd: folder });
  codes.push(code);
  const npx = { npm_command: 'exec', npm_lifecycle_script: 'samenbeeld' };
  transcript += `$ npx samenbeeld ${args.join(' ')}\n${asRun(stdout + stderr, npx)}`
    .trimEnd()
    .concat('\n\n');
}

beforeAll(async () => {
  await shown(layOut(folder));
  const picture = readFileSync(at('haven/haven.picture.yaml'), 'utf8');
  transcript += `# haven/haven.picture.yaml\n${picture.replace(/\$schema=.*/u, '$schema=…/picture.schema.json')}\n`;
  await shown([...build, '--language', 'nl']);
  change(at('haven/havens.source.yaml'), answers);
  change(at('haven/havens.substances.csv'), [
    [/^(speciaaltje,,none),.*$/mu, '$1,niemand weet wat het is'],
  ]);
  transcript +=
    '# de vragen zijn beantwoord in haven/havens.source.yaml en haven/havens.substances.csv\n\n';
  await shown([...build, '--language', 'nl']);
  await shown(['ask', 'haven/out/haven', 'total', '--language', 'nl']);
});

describe('from files and a question to a picture, in a folder of one’s own', () => {
  test('the folder holds each step as a file, and the files themselves are as they were', () => {
    expect(readdirSync(at('haven')).sort()).toEqual([
      ...['decisions.jsonl', 'haven.ipynb', 'haven.picture.yaml', 'havens.source.yaml'],
      ...['havens.substances.csv', 'out'],
    ]);
    expect(readFileSync(at('havens.csv'), 'utf8')).toBe(figures);
    const picture = readFileSync(at('haven/haven.picture.yaml'), 'utf8');
    expect(picture).toContain('file: ../havens.csv');
    expect(picture).toContain(`source: published-claims\n    file: ../${claims}`);
    const [, schema = ''] = /^# yaml-language-server: \$schema=(.*)\n/u.exec(picture) ?? [];
    expect(JSON.parse(readFileSync(at(`haven/${schema}`), 'utf8'))).toMatchObject({
      title: 'A picture file (*.picture.yaml)',
    });
  });

  test('with a question open it is not built; answered, it is', () => {
    expect(codes).toEqual([0, 1, 0, 0]);
  });

  test('a figure in grams and one that is rounded are what one reckons by hand', async () => {
    const args = ['ask', at('haven/out/haven'), 'total'];
    const asked = await samenbeeldJson<{
      readonly answers: readonly Pick<Settled, 'question' | 'totals'>[];
    }>(args);
    expect(asked.answers.map(({ question: { substance, unit } }) => [substance, unit])).toEqual([
      ['HER', 'kg'],
    ]);
    const likely = asked.answers[0]?.totals.map(({ period, reported }) => [
      period,
      reported.likely,
    ]);
    // 450,000 g; the 5 kg of Ghent stand in a row with a national number.
    expect(likely).toEqual([
      ['2022', 1265],
      ['2023', 870],
      ['2024', 450],
    ]);
  });

  // That its cells compile is tried with those of the other notebooks, in notebook.test.ts.
  test('the notebook has cells, in the words of the reader', () => {
    const notebook = readNotebook(at('haven/haven.ipynb'));
    const cells = codeOf(notebook).map(sourceOf);
    expect(cells.length).toBe(5);
    expect(cells[0]).toContain("from '@samenbeeld/notebook'");
    expect(JSON.stringify(notebook.cells)).toContain('Waar een cijfer vandaan komt');
  });

  test('words that YAML would read otherwise stand as they were written', async () => {
    const title = 'It’s: a "title" #1, \\ no';
    const { written } = await samenbeeldJson<{ readonly written: readonly string[] }>(
      [
        ...['init', 'words', `published-claims=${claims}`, '--place', 'Gent+Terneuzen', 'NL'],
        ...['--from', '2020-05', '--to', '2024', '--title', title, '--name', 'no', ...dutch],
      ],
      { cwd: folder },
    );
    const names = ['no.picture.yaml', 'decisions.jsonl', 'no.ipynb'];
    expect(written).toEqual(names.map((name) => join('words', name)));
    const read = readPictureFile(at('words/no.picture.yaml'));
    expect(read).toMatchObject({
      ...{ picture: 'no', asOf: '2026-06-30', audience: 'internal', decisions: 'decisions.jsonl' },
      title: { nl: title, fr: title, de: title, en: title },
      questions: [{ place: ['Gent+Terneuzen', 'NL'], from: '2020-05', to: 2024 }],
      inputs: [{ source: 'published-claims', file: `../${claims}`, rejected: {} }],
    });
  });

  test('more files are added to it, and nothing that stands there is changed', async () => {
    const own = mkdtempSync(join(tmpdir(), 'init-add-'));
    const inOwn = (name: string): string => join(own, name);
    const finds = (n: string): string =>
      `datum;plaats;middel;kg;container\n2024-03-0${n};Antwerpen;heroïne;4${n},5;MSCU447198${n}\n2024-04-0${n};Antwerpen;heroïne;1${n}2,5;TCNU447198${n}\n`;
    writeFileSync(inOwn('a.csv'), finds('3'));
    writeFileSync(inOwn('b.csv'), finds('5'));
    const run = (...args: readonly string[]) => samenbeeld(args, { cwd: own });
    const init = ['init', 'x', '--language', 'en'];
    await run(...init, 'a.csv', '--place', 'Antwerp', '--substance', 'heroin');
    const stood = new Map(
      readdirSync(inOwn('x')).map((name) => [name, readFileSync(inOwn(`x/${name}`), 'utf8')]),
    );
    const { code, stdout } = await run(...init, '--add', 'b.csv');
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('x.picture.yaml: 1 more file, at the end of `inputs`'),
    ]);
    for (const [name, text] of stood)
      if (name !== 'x.picture.yaml') expect(readFileSync(inOwn(`x/${name}`), 'utf8')).toBe(text);
    const picture = readFileSync(inOwn('x/x.picture.yaml'), 'utf8');
    const added = /\n {2}- source: \.\/b\.source\.yaml\n {4}file: .*\n {4}sha256: .*/u;
    expect(picture).toMatch(added);
    expect(picture.replace(added, '')).toBe(stood.get('x.picture.yaml'));
    const salts = ['a', 'b'].map(
      (name) => /^salt: "(.*)"/mu.exec(readFileSync(inOwn(`x/${name}.source.yaml`), 'utf8'))?.[1],
    );
    expect(salts[0]).toMatch(/^[0-9a-f]{32}$/u);
    expect(salts[1]).toBe(salts[0]);
    const again = await run(...init, '--add', 'b.csv');
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('nothing was added')]);
    const asked = await run(...init, '--add', 'b.csv', '--place', 'Ghent');
    expect([asked.code, asked.stderr]).toEqual([2, expect.stringContaining('--place')]);
    rmSync(own, { recursive: true });
  });

  test('a later edition of a file of the picture goes in by the description that stands, and no other file does', async () => {
    const own = mkdtempSync(join(tmpdir(), 'init-edition-'));
    const inOwn = (name: string): string => join(own, name);
    const rows = ['2023;cocaïne;12,5', '2023;heroïne;3,25', '2024;cocaïne;15,75', '2024;heroïne;4'];
    const file = (name: string, title: string, weight = 'Hoeveelheid (kg)', last = rows): void =>
      writeFileSync(inOwn(name), [title, `Jaar;Middel;${weight}`, ...last, ''].join('\n'));
    const title = 'Inbeslagnames in de haven van Gent';
    const run = (...args: readonly string[]) => samenbeeld(args, { cwd: own });
    const add = (name: string, language: string) =>
      run('init', 'x', '--add', name, '--language', language);
    const picture = (): string => readFileSync(inOwn('x/x.picture.yaml'), 'utf8');
    const described = (): readonly string[] =>
      readdirSync(inOwn('x')).filter((name) => name.endsWith('.source.yaml'));
    file('gent.csv', `${title}, 2023-2024`);
    await run('init', 'x', 'gent.csv', '--place', 'Gent', '--substance', 'all');
    expect(described()).toEqual(['gent.source.yaml']);

    file('later.csv', `${title}, 2023-2025`, undefined, [...rows, '2025;cocaïne;9,5']);
    const later = await add('later.csv', 'en');
    expect([later.code, later.stdout]).toEqual([
      0,
      expect.stringContaining(
        'later.csv seems to be a later edition or a continuation of gent, which is in the picture already: it goes in as one more file of that source, and x/gent.source.yaml reads it (5 of 5 items',
      ),
    ]);
    expect(later.stdout).toContain('publishedOn in x/gent.source.yaml');
    expect(described()).toEqual(['gent.source.yaml']);
    expect(picture()).toMatch(/source: \.\/gent\.source\.yaml\n {4}file: \.\.\/later\.csv/u);

    // What the trial rejects is counted in the picture, as of any file, so that it builds.
    const oneMore = [...rows, '2025;cocaïne;veel'];
    file('rejects.csv', `${title}, 2023-2025 (herzien)`, undefined, oneMore);
    expect((await add('rejects.csv', 'en')).code).toBe(0);
    expect(picture()).toMatch(/file: \.\.\/rejects\.csv\n.*sha256.*\n {4}rejected: \{/u);

    // A column under another name: the description that stands is to be told so.
    const stood = picture();
    file('gent-juni-2026.csv', '', 'Gewogen hoeveelheid (kg)');
    for (const language of languages) {
      const { code, stderr } = await add('gent-juni-2026.csv', language);
      expect([code, stderr]).toEqual([2, expect.stringContaining('also: [')]);
      expect(stderr).toContain('x/gent.source.yaml=gent-juni-2026.csv');
    }
    expect([picture(), described()]).toEqual([stood, ['gent.source.yaml']]);

    // Of another port, and under another title.
    file('luik.csv', 'Inbeslagnames in de haven van Luik, 2023-2024');
    expect((await add('luik.csv', 'fr')).code).toBe(0);
    expect(described()).toEqual(['gent.source.yaml', 'luik.source.yaml']);
    rmSync(own, { recursive: true });
  });

  test('a later edition of a list of finds is not put beside the earlier, where each find would count twice', async () => {
    const own = mkdtempSync(join(tmpdir(), 'init-finds-'));
    const rows = Array.from({ length: 8 }, (_, at) => `${at + 10}-3-2025;Gent;cocaïne;${at + 20}`);
    const list = (name: string, title: string, last: readonly string[]): void =>
      writeFileSync(
        join(own, name),
        [title, 'Datum;Haven;Middel;Hoeveelheid (kg)', ...last, ''].join('\n'),
      );
    const run = (...args: readonly string[]) => samenbeeld(args, { cwd: own });
    const picture = (): string => readFileSync(join(own, 'x/x.picture.yaml'), 'utf8');
    list('vondsten-maart.csv', 'Vondsten in de haven van Gent, maart 2025', rows);
    await run('init', 'x', 'vondsten-maart.csv', '--place', 'Gent', '--substance', 'COC');
    const stood = picture();

    const revised = [...rows.slice(1), '11-3-2025;Gent;cocaïne;99', '2-4-2025;Gent;cocaïne;5'];
    list('vondsten-april.csv', 'Vondsten in de haven van Gent, april 2025', revised);
    const { code, stderr } = await run('init', 'x', '--add', 'vondsten-april.csv');
    expect([code, picture()]).toEqual([2, stood]);
    expect(stderr).toContain('two editions of one list, in which each find would count twice');
    expect(stderr).toContain('file: ../vondsten-april.csv');

    // What follows upon it goes in beside it.
    list(
      'vondsten-mei.csv',
      'Vondsten in de haven van Gent, mei 2025',
      rows.map((row) => row.replace('-3-', '-5-')),
    );
    expect((await run('init', 'x', '--add', 'vondsten-mei.csv')).code).toBe(0);
    expect(picture()).toContain('file: ../vondsten-mei.csv');

    // Where a file that stands is gone, that is the build's to tell, and no fault of the new one.
    rmSync(join(own, 'vondsten-maart.csv'));
    list(
      'vondsten-juni.csv',
      'Vondsten in de haven van Gent, juni 2025',
      rows.map((row) => row.replace('-3-', '-6-')),
    );
    expect((await run('init', 'x', '--add', 'vondsten-juni.csv')).code).toBe(0);
    expect(picture()).toContain('file: ../vondsten-juni.csv');
    rmSync(own, { recursive: true });
  });

  test('the national number is nowhere in the folder', () => {
    const files = readdirSync(at('haven'), {
      ...{ recursive: true, encoding: 'utf8', withFileTypes: true },
    }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(20);
    const holding = files.filter((entry) =>
      readFileSync(join(entry.parentPath, entry.name)).includes(nationalNumber.slice(2)),
    );
    expect(holding.map(({ name }) => name)).toEqual([]);
    expect(transcript).not.toContain(nationalNumber.slice(2));
  });

  test('the page shows what the commands print', () => {
    const page = join(root, 'docs/guide/init.md');
    const made = `<!-- init: what the commands print -->\n\n\`\`\`console\n${transcript.trimEnd()}\n\`\`\`\n\n<!-- init: end -->`;
    const text = readFileSync(page, 'utf8');
    const with_ = text.replace(/<!-- init: what[\s\S]*<!-- init: end -->/u, () => made);
    if (process.env['REGEN'] === '1') writeFileSync(page, with_);
    expect(text).toContain('<!-- init: end -->');
    expect(readFileSync(page, 'utf8')).toBe(with_);
  });
});

test('each cell of the notebook answers where the question is of all drugs', async () => {
  const source = ['haven/havens.source.yaml=havens.csv', '--place', 'Antwerpen'];
  const asked = ['--substance', 'all', '--basis', 'seized_in_port', '--as-of', '2026-06-30'];
  const { code } = await samenbeeld(['init', 'each', ...source, ...asked], { cwd: folder });
  expect(code).toBe(0);
  const path = at('each/each.picture.yaml');
  const rejected = /rejected: \{.*\}/u.exec(
    readFileSync(at('haven/haven.picture.yaml'), 'utf8'),
  )?.[0];
  change(path, [[/( +)(sha256: .*)/u, `$1$2\n$1${rejected}`]]);
  const built = await samenbeeld(['build', path, '--out', at('each/out/each')], { cwd: folder });
  expect(built.code).toBe(0);
  const cells = codeOf(readNotebook(at('each/each.ipynb'))).map((cell) =>
    sourceOf(cell)
      .replace(/^import (.*) from .*$/mu, 'const $1 = library;')
      .replace("'out/each'", JSON.stringify(at('each/out/each')))
      .replace(/(?:await )?(.*)$/u, 'shown.push(await ($1));'),
  );
  const run = new Function(
    'library',
    `return (async () => { const shown = [];\n${cells.join('\n')}\nreturn shown; })()`,
  );
  const shown: readonly { readonly kind: string }[] = await run(
    await import('@samenbeeld/notebook'),
  );
  expect(shown.map(({ kind }) => kind)).toEqual(['picture', 'table', 'answer', 'chart', 'why']);
});

test('a description that is answered is taken as it is, by its path', async () => {
  const { code } = await samenbeeld(
    ['init', 'again', 'haven/havens.source.yaml=havens.csv', ...question],
    { cwd: folder },
  );
  expect(code).toBe(0);
  expect(readdirSync(at('again')).filter((name) => name.endsWith('.source.yaml'))).toEqual([]);
  expect(readFileSync(at('again/again.picture.yaml'), 'utf8')).toContain(
    'source: ../haven/havens.source.yaml',
  );
  // What it rejects is agreed to by a person, as with a source of the catalogue.
  const built = ['build', 'again/again.picture.yaml', '--out', 'again/out', '--language', 'en'];
  expect((await samenbeeld(built, { cwd: folder })).stderr).toContain('write `rejected: {');
});

describe('what cannot be begun is refused, in four languages, and nothing is written', () => {
  const fresh = ['havens.csv', ...question];
  const refusals: readonly (readonly [string, readonly string[], readonly RegExp[], number])[] = [
    [
      'a folder that is not empty',
      ['init', 'fixtures', ...fresh],
      [/niet leeg/, /pas vide/, /nicht leer/, /not empty/],
      2,
    ],
    [
      'a source that the catalogue does not have',
      ['init', 'new', 'no-source=havens.csv', ...question],
      [
        /geen bron "no-source"/,
        /pas de source «.no-source.»/,
        /keine Quelle „no-source“/,
        /no source "no-source"/,
      ],
      2,
    ],
    [
      'no place',
      ['init', 'new', 'havens.csv'],
      [/ontbreekt: --place/, /manque : --place/, /fehlt: --place/, /Missing: --place/],
      2,
    ],
    [
      'a place that is not known',
      ['init', 'new', 'havens.csv', '--place', 'Antwerpn'],
      [
        /--place: "Antwerpn" is niet bekend/,
        /--place : « Antwerpn » est inconnu/,
        /--place: „Antwerpn“ ist nicht bekannt/,
        /--place: "Antwerpn" is not known/,
      ],
      2,
    ],
    [
      'a title with data of a person',
      ['init', 'new', ...fresh, '--title', `Dossier ${nationalNumber}`],
      [
        /title staat, lijkt op gegevens/,
        /title ressemble à des données/,
        /title steht, sieht nach Daten/,
        /title looks like data/,
      ],
      2,
    ],
    [
      'a file that is no source of figures',
      ['init', 'new', 'persons.csv', ...question],
      [/niets geschreven/, /Rien n’a été écrit/, /nichts geschrieben/, /Nothing was written/],
      2,
    ],
  ];

  test.each(refusals)('%s', async (_, args, says, expected) => {
    writeFileSync(
      at('persons.csv'),
      'Voornaam;Achternaam;Geboortedatum\nAn;Peeters;1980-01-02\nJan;Maes;1981-03-04\n',
    );
    const before = readdirSync(folder).sort();
    for (const [index, language] of languages.entries()) {
      const { code, stderr } = await samenbeeld([...args, '--language', language], { cwd: folder });
      expect([code, stderr.replaceAll(/[\u00a0\u202f]/gu, ' ')]).toEqual([
        expected,
        expect.stringMatching(says[index] as RegExp),
      ]);
      expect(stderr).not.toContain(nationalNumber.slice(2));
    }
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});
