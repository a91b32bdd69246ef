import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheetTemplate, templateDescription } from '@samenbeeld/ingest';
import { languages } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { asked, starting } from './asked-lines.ts';
import { root } from './command.ts';
import { samenbeeld } from './one-process.ts';
import { exercise, published, smallPicture, temporary } from './pictures.ts';

describe('listings of the exercise', () => {
  // By hand, from fixtures/exercise/listings.csv.
  const [head = '', ...lines] = readFileSync(`${root}/fixtures/exercise/listings.csv`, 'utf8')
    .trim()
    .split('\n');
  const titles = head.split(',');
  const rows = lines.map(
    (line) =>
      Object.fromEntries(line.split(',').map((cell, at) => [titles[at], cell])) as Readonly<
        Record<'vendor' | 'platform' | 'substance' | 'amount' | 'ships from', string>
      >,
  );
  const different = (key: (row: (typeof rows)[number]) => string): number =>
    new Set(rows.map(key)).size;

  test('listings and vendors are both counted, and what is listed again is said', async () => {
    const found = await asked(exercise, 'listings');
    const offers = different((row) =>
      [row.platform, row.vendor, row.substance, row.amount].join('|'),
    );
    expect(starting(found, `${rows.length} listings`)).toContain(
      `${rows.length} listings of 100 vendors on 2 markets`,
    );
    expect(starting(found, `${rows.length} listings`)).toContain(
      `${offers} of them differ, ${rows.length - offers} repeat another`,
    );
  });

  test('shares of origin are of vendors, with the exact interval; finds stand beside and in no sum', async () => {
    const found = await asked(exercise, 'listings');
    // R: binom.test(9, 100): 0.04199 to 0.16398.
    const listed = rows.filter((row) => row['ships from'] === 'NL').length;
    expect(starting(found, 'Netherlands |')).toContain(
      `Netherlands | 9 | 9.0% | 4.2 to 16.4% | ${listed}`,
    );
    const beside = starting(found, 'Heroin |');
    expect(beside).toMatch(/ \| 0 \| 16 \| 16$/u);
    // No total of trade: no price times a number of listings anywhere.
    expect(found.join('\n')).not.toMatch(/total|turnover|revenue/iu);
  });

  test('finds beside are asked as the listings are: by place, days and drug', async () => {
    const all = starting(await asked(exercise, 'listings'), 'Cocaine |');
    const [inPort = 0] = all.split(' | ').slice(-2).map(Number);
    expect(inPort).toBeGreaterThan(200);
    // No find of the exercise was made in the United States.
    const far = await asked(exercise, 'listings', '--place', 'US', '--substance', 'cocaine');
    expect(starting(far, 'Cocaine |')).toMatch(/100% \| 0 \| 0 \| 0$/u);
    expect(starting(far, 'Heroin |')).toBe('');
    const late = await asked(exercise, 'listings', '--from', '2024-06');
    const days = readFileSync(join(exercise, 'data/seizure.csv'), 'utf8')
      .split('\n')
      .filter((line) => line.includes(',seized_in_port,COC,'))
      .map((line) => /,(\d{4}-\d\d-\d\d),day,/u.exec(line)?.[1] ?? '');
    const [since = 0] = starting(late, 'Cocaine |').split(' | ').slice(-2).map(Number);
    expect(inPort - since).toBe(days.filter((day) => day < '2024-06-01').length);
    expect(since).toBeLessThan(inPort);
  });

  test('comparisons that stand side by side say so once, and units are in words', async () => {
    const found = (await asked(exercise, 'listings')).join('\n');
    expect(found.match(/comparisons stand side by side here, each at 95%/gu)).toHaveLength(1);
    const { stdout } = await samenbeeld(['ask', exercise, 'listings', '--language', 'fr']);
    expect(stdout).toContain('USD/comprimé');
    expect(stdout).not.toContain('USD/tablet');
    expect(stdout).toContain('Les 10 vendeurs les plus présents');
  });

  test('how the price falls with the amount is told over vendors', async () => {
    const found = await asked(exercise, 'listings', '--substance', 'cocaine');
    // Made with 10^-0.12 = 0.76 at ten times as much.
    const said = starting(found, '- Cocaine, USD/g');
    const [, low, high] = /95% interval ([\d.]+) to ([\d.]+)/u.exec(said) ?? [];
    expect(Number(low)).toBeLessThan(10 ** -0.12);
    expect(Number(high)).toBeGreaterThan(10 ** -0.12);
    expect(found.filter((line) => line.startsWith('- Heroin'))).toEqual([]);
  });

  test('names of vendors and markets stand in no file and no answer, and neither does the key', async () => {
    const names = [...new Set(rows.flatMap((row) => [row.vendor, row.platform]))];
    const key = readFileSync(`${root}/fixtures/exercise/exercise.key`, 'utf8').trim();
    const cases = ['OEF-2024-117', 'OEF-2024-203'];
    for (const name of readdirSync(exercise, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:csv|json|html|parquet|xlsx)$/u.test(name)) continue;
      const text = readFileSync(join(exercise, name)).toString('latin1');
      for (const one of [...names, key, ...cases])
        expect(text.includes(one), `${name}: ${one}`).toBe(false);
    }
    for (const answer of ['listings', 'measures', 'liaison-reports', 'best-practice', 'sources'])
      for (const language of languages) {
        const { stdout } = await samenbeeld(['ask', exercise, answer, '--language', language]);
        expect([...names, key, ...cases].filter((one) => stdout.includes(one))).toEqual([]);
      }
  });
});

describe('without a key', () => {
  const sheet =
    'id,platform,vendor,substance,amount,unit,price,currency,date,country,originator,marking,document\n' +
    'L1,Some market,Some vendor,COC,1,g,80,EUR,2024-05-01,NL,NL_POL,CLEAR,collection\n' +
    'L2,Some market,Some vendor,COC,10,g,600,EUR,2024-05-02,NL,NL_POL,CLEAR,collection\n';
  const picture = (name: string, text: string, more = '') => {
    const folder = temporary(name);
    const file = smallPicture(folder);
    writeFileSync(file, `${readFileSync(file, 'utf8')}listings: [l.csv]\n${more}`);
    writeFileSync(join(folder, 'l.csv'), text);
    return { file, out: join(folder, 'out') };
  };

  test('vendors are dropped on the way in, and what that leaves open is said', async () => {
    const { file, out } = picture('no-key', sheet);
    expect((await samenbeeld(['build', file, '--out', out])).code).toBe(0);
    const found = await asked(out, 'listings');
    expect(starting(found, 'Two listings')).toContain('Two listings, seen from 1 May 2024');
    expect(found.join('\n')).toContain(
      'The picture has no key, so vendors and markets were left out',
    );
    const table = readFileSync(join(out, 'data/listing.csv'), 'utf8');
    expect(table).not.toMatch(/Some/u);
  });

  test('a price is shown of three vendors only, whom no key leaves uncounted; of one vendor nothing is concentrated', async () => {
    const more =
      'L3,Some market,Some vendor,COC,1,g,80,EUR,2024-05-01,NL,NL_POL,CLEAR,collection\n' +
      'L4,Some market,Some vendor,COC,1,g,81,EUR,2024-05-01,NL,NL_POL,CLEAR,collection\n';
    const open = picture('no-key-price', sheet + more);
    expect((await samenbeeld(['build', open.file, '--out', open.out])).code).toBe(0);
    const found = await asked(open.out, 'listings');
    expect(starting(found, 'Cocaine |')).toBe('Cocaine | 4 | – | – | 100%');
    expect(found.join('\n')).not.toContain('Price asked per unit');
    const keyed = picture('one-vendor', sheet + more, 'key: picture.key\n');
    writeFileSync(join(keyed.file, '../picture.key'), `${'0123456789abcdef'.repeat(4)}\n`);
    expect((await samenbeeld(['build', keyed.file, '--out', keyed.out])).code).toBe(0);
    const known = (await asked(keyed.out, 'listings')).join('\n');
    expect(known).toContain('fewer than two vendors are known');
    expect(known).not.toContain('has no key');
    expect(known).toContain('1 of 1 vendor offers more than one amount');
    const { stdout } = await samenbeeld(['ask', keyed.out, 'listings', '--language', 'fr']);
    expect(stdout).toContain('2 diffèrent, 2 en répètent une autre');
  });

  test('a key that is too short, a price of nothing and data of a person are refused, and no vendor is repeated', async () => {
    const short = picture('short-key', sheet, 'key: picture.key\n');
    writeFileSync(join(short.file, '../picture.key'), 'secret\n');
    const refused = await samenbeeld(['build', short.file, '--out', short.out, '--language', 'en']);
    expect(refused.stderr).toContain('expected a key of at least 32 characters, found 6');
    const wrong = picture('wrong', sheet.replace('80,EUR', '0,EUR').replace('COC,10', 'rumour,10'));
    const { stderr } = await samenbeeld([
      'build',
      wrong.file,
      '--out',
      wrong.out,
      '--language',
      'en',
    ]);
    expect(stderr).toContain('row 2, column G "price": expected a number above zero, found "0"');
    expect(stderr).toContain('row 3, column D "substance": expected a code of the list substances');
    expect(stderr).not.toMatch(/Some/u);
  });
});

describe('measures and liaison reports', () => {
  test('a measure states its effect and no cause; what its marking keeps back is not there', async () => {
    const found = await asked(exercise, 'measures');
    expect(starting(found, 'Four measures')).toContain(
      'closure of premises (2), administrative check (1), permit refused (1). For 2 an effect is stated',
    );
    expect(starting(found, 'Vlissingen |')).toContain(
      'Opiumwet art. 13b" | 4 March 2024 – 3 September 2024 | "burgemeester"',
    );
    // M05 is AMBER H1.
    expect(found.join('\n')).not.toContain('Alcoholwet');
    expect(await asked(exercise, 'measures', '--place', 'BEGNE')).toContainEqual(
      expect.stringContaining('Two measures of 1 service'),
    );
  });

  test('each report bears its grade, and what is graded lower enters no figure', async () => {
    const usual = await asked(exercise, 'liaison-reports');
    expect(starting(usual, 'Four reports')).toContain(
      '2 are graded B2 or better, in source and in information; 2 are below and enter no figure',
    );
    // R01 and R02; 5,000 kg of hearsay (C3) is listed and not in it.
    expect(starting(usual, 'Cocaine |')).toBe('Cocaine | 2 | 800–1,200 kg');
    expect(starting(usual, 'C3 |')).toContain('5,000 kg');
    // The words of a Dutch report are not set as French.
    const { stdout } = await samenbeeld(['ask', exercise, 'liaison-reports', '--language', 'fr']);
    expect(stdout).toMatch(/«\sOEFENING: verzonnen rapport\./u);
    expect(stdout).toContain('la source est A sans aucun doute');
    expect(stdout).toContain('Degré (Europol, 4×4)\u00a0: ');
    const strict = await asked(exercise, 'liaison-reports', '--grade', 'A1');
    expect(starting(strict, 'Cocaine |')).toBe('Cocaine | 1 | 800 kg');
    const open = await asked(exercise, 'liaison-reports', '--grade', 'X4');
    expect(starting(open, 'Cocaine |')).toBe('Cocaine | 3 | 800–5,000 kg');
    // R05 may not be disseminated without permission (H2).
    expect(usual.join('\n')).not.toContain('2,500');
    for (const grade of ['E1', 'D2', 'XX', 'B']) {
      const { code, stderr } = await samenbeeld([
        ...['ask', exercise, 'liaison-reports', '--grade', grade, '--language', 'en'],
      ]);
      expect([code, stderr.trim()]).toEqual([
        2,
        expect.stringContaining(
          `--grade takes a grade of the 4×4 system: the source A, B, C or X, then the information 1 to 4, such as B2; not "${grade}"`,
        ),
      ]);
    }
  });

  test('where none is below the grade, and where no effect is stated, the sentence says that', async () => {
    const said = async (answer: string, language: string, ...more: readonly string[]) =>
      (await samenbeeld(['ask', small, answer, '--language', language, ...more])).stdout.replace(
        /\s+/gu,
        ' ',
      );
    const folder = temporary('none');
    const file = smallPicture(folder);
    const small = join(folder, 'out');
    writeFileSync(file, `${readFileSync(file, 'utf8')}reports: [r.csv]\nmeasures: [m.csv]\n`);
    writeFileSync(
      join(folder, 'r.csv'),
      'id,phenomenon,place,period,posted in,grade,text,language,country,originator,marking,document\nR1,DRUGS_PORT,EC,2024,EC,B2,Een partij.,nl,NL,NL_POL,CLEAR,report\n',
    );
    writeFileSync(
      join(folder, 'm.csv'),
      'id,measure,place,legal basis,from,until,authority,language,country,originator,marking,released by,document,programme\nM01,closure,NLVLI,Opiumwet art. 13b,2024-03-04,2024-09-03,burgemeester,nl,NL,NL_POL,CLEAR,,register,EURIEC\n',
    );
    expect(await samenbeeld(['build', file, '--out', small])).toMatchObject({
      stderr: '',
      code: 0,
    });
    expect(await said('liaison-reports', 'en')).toContain(
      '1 is graded B2 or better, in source and in information; none is below.',
    );
    expect(await said('liaison-reports', 'nl', '--grade', 'A1')).toContain(
      'Geen enkel rapport heeft graad A1 of beter, in bron en in informatie; 1 ligt daaronder en gaat in geen cijfer.',
    );
    expect(await said('measures', 'fr')).toContain('Aucun effet n’est indiqué.');
    expect(await said('measures', 'fr')).not.toContain('nul n’a vérifié');
  });

  test('rows of one case bear one pseudonym, in both sheets', async () => {
    const both = [
      ...(await asked(exercise, 'measures')),
      ...(await asked(exercise, 'liaison-reports')),
    ].flatMap((line) => /\b[0-9a-f]{4}-[0-9a-f]{8}\b/u.exec(line)?.[0] ?? []);
    // Case 117: a closure, a permit and a report; case 203: a closure and a report.
    const counts = both.map((one) => both.filter((other) => other === one).length).sort();
    expect(counts).toEqual([2, 2, 3, 3, 3]);
  });
});

describe('the page of best practice', () => {
  test('says what, by whom, on what, what may and may not be said, and how to repeat it', async () => {
    const found = await asked(published, 'best-practice');
    for (const title of [
      'What was done',
      'By whom',
      'On what data',
      'What may be said',
      'What may not be said',
      'How to repeat it',
    ])
      expect(found).toContain(title);
    expect(found.join('\n')).toContain('samenbeeld build north-sea-port.picture.yaml');
    expect(found.length).toBeLessThan(45);
  });

  test('rows above the marking asked are left out and counted, and no figure rests on them', async () => {
    const folder = temporary('best-practice');
    const file = smallPicture(folder);
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8').replace('audience: public', 'audience: internal')}reports: [r.csv]\n`,
    );
    const row = (id: string, marking: string): string =>
      `${id},DRUGS_PORT,EC,2024,EC,B2,Een partij.,nl,NL,NL_POL,${marking},report\n`;
    writeFileSync(
      join(folder, 'r.csv'),
      `id,phenomenon,place,period,posted in,grade,text,language,country,originator,marking,document\n${row('R1', 'CLEAR')}${row('R2', 'GREEN')}${row('R3', 'CLEAR H1')}`,
    );
    const out = join(folder, 'out');
    expect((await samenbeeld(['build', file, '--out', out])).code).toBe(0);
    const clear = await asked(out, 'best-practice');
    expect(clear.join('\n')).toContain('up to TLP:CLEAR. Two items are not on it');
    expect(clear.join('\n')).toContain('liaison reports (1)');
    // The page is never more open than the picture that it is made from.
    expect(clear.slice(0, 2).join('\n')).toMatch(/TLP:GREEN/u);
    expect(clear.join('\n')).toContain('It bears the marking of the picture, TLP:GREEN H1');
    const green = await asked(out, 'best-practice', '--tlp', 'GREEN');
    expect(green.join('\n')).toContain('One item is not on it.');
    for (const [language, words] of [
      ['nl', 'Het draagt de markering van het beeld, TLP:GREEN H1, en gaat niet verder'],
      ['fr', 'Elle porte le marquage du tableau, TLP:GREEN H1, et ne se diffuse pas plus'],
      ['de', 'Es trägt die Kennzeichnung des Lagebilds, TLP:GREEN H1, und geht nicht weiter'],
    ] as const) {
      const { stdout } = await samenbeeld(['ask', out, 'best-practice', '--language', language]);
      expect(stdout.replace(/\s+/gu, ' ')).toContain(words);
    }
  });
});

test('a decision bears the frame it was taken in, and is asked by it', async () => {
  const folder = temporary('framed');
  const file = smallPicture(folder);
  const out = join(folder, 'out');
  const decide = async (programme: string) =>
    await samenbeeld([
      ...['decide', file, '1', '--keep', 'C067', '--role', 'analyst, port desk'],
      ...['--reason', 'the annual report', '--programme', programme, '--language', 'en'],
    ]);
  const { code, stderr } = await decide('HAZELDNOK');
  expect(code).not.toBe(0);
  expect(stderr).toContain('expected a code of the list of frames');
  expect((await decide('EMPACT')).code).toBe(0);
  expect((await samenbeeld(['build', file, '--out', out])).code).toBe(0);
  const framed = await asked(out, 'decisions', '--programme', 'EMPACT');
  expect(framed.join('\n')).toContain('EMPACT, European Multidisciplinary Platform');
  const other = await asked(out, 'decisions', '--programme', 'HAZELDONK');
  expect(other).toContain('Nothing has been decided in this frame.');
});

test('why shows which finds are of one case, and never its number', async () => {
  const folder = temporary('case');
  const row = (item: string, amount: string, number: string) => ({
    ...{ item, amount, case: number, date: '2024-05-01', country: 'NL', place: 'NL' },
    ...{ service: 'NL_CUST', sort: 'post_letter', substance: 'COC', unit: 'kg' },
  });
  const rows = [row('P1', '1.5', 'ZAAK-12'), row('P2', '2', 'ZAAK-13'), row('P3', '1', 'ZAAK-12')];
  writeFileSync(join(folder, 'items.xlsx'), await sheetTemplate('post-items', rows));
  writeFileSync(
    join(folder, 'items.source.yaml'),
    templateDescription('post-items', 'NL_CUST', 'a salt of nobody') ?? '',
  );
  writeFileSync(join(folder, 'decisions.jsonl'), '');
  const file = join(folder, 'c.picture.yaml');
  writeFileSync(
    file,
    `picture: c
title: { nl: a, fr: b, de: c, en: d }
asOf: 2026-06-30
audience: internal
questions: [{ place: NL, substance: COC, basis: seized_in_post, metric: quantity, unit: kg }]
inputs: [{ source: ./items.source.yaml, file: items.xlsx }]
`,
  );
  const out = join(folder, 'out');
  expect((await samenbeeld(['build', file, '--out', out])).code).toBe(0);
  const { stdout } = await samenbeeld(['why', out, 'NL cocaine 2024', '--language', 'en']);
  expect(stdout.match(/case #[0-9a-f]{6}, also items\.xlsx:[24]/gu)).toHaveLength(2);
  expect(stdout.match(/case #[0-9a-f]{6}$/gmu)).toHaveLength(1);
  expect(stdout).not.toContain('ZAAK');
});

test('of a picture that states no day, what would be registered later is not taken as final', async () => {
  const folder = temporary('no-day');
  const out = join(folder, 'harc');
  const file = join(root, 'fixtures/exercise/nl-harc-2018-2025.csv');
  await samenbeeld(['ingest', 'exercise-nl-harc', file, '--out', out, '--audience', 'internal']);
  const asked = ['--place', 'NLVLI', '--substance', 'COC', '--basis', 'seized_in_port'];
  const { stdout } = await samenbeeld(['ask', out, 'lateness', ...asked, '--language', 'en']);
  const last = stdout.split('\n').find((line) => /^ *2025 /u.test(line));
  expect(last?.trim().split(/\s+/u).at(-1)).toBe('–');
  const page = await samenbeeld(['ask', out, 'best-practice', '--tlp', 'RED', '--language', 'en']);
  expect(page.code).toBe(0);
  expect(page.stdout).toMatch(/as of \d+ \w+ 202[56]/u);
});
