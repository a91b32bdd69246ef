import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers } from '@samenbeeld/answers';
import { languages, places, substances } from '@samenbeeld/schema';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { ownPicture } from './own-picture.ts';
import { exercise, post, published } from './pictures.ts';
import { reportText } from './report-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'any-question-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const out = join(folder, 'out');
const picture = (name: string, questions: string, more = ''): string =>
  ownPicture(folder, name, questions, more);

interface Built {
  readonly totals: readonly {
    readonly complex: string;
    readonly substance: string;
    readonly period: string;
    readonly status: string;
    readonly reported: { readonly likely: unknown };
  }[];
}

describe('another port and another drug, as one file without code', () => {
  let report = '';
  beforeAll(async () => {
    const file = picture(
      'antwerp',
      `  - { place: Antwerpen, substance: cocaïne, basis: seized_in_port, metric: quantity, unit: kg }
  - { place: LU, substance: [heroin, MDMA_TAB], basis: seized_in_territory, metric: quantity }
  - { place: NL, substance: COC, basis: seized_in_territory, metric: quantity, by: half-year, from: 2023, to: 2023 }
  - { place: Zeebrugge, substance: heroin, basis: seized_in_port, metric: quantity, unit: kg }`,
    );
    const { code, stderr } = await samenbeeld(['build', file, '--out', out]);
    expect(`${code} ${stderr}`).toMatch(/^0 /u);
    report = reportText(join(out, 'report.html'));
  });

  test('each total agrees with the published figures by hand', async () => {
    const { answers } = await samenbeeldJson<{ answers: readonly Built[] }>(['ask', out, 'total']);
    const totals = answers.flatMap((answer) => answer.totals);
    const likely = (complex: string, substance: string, period: string): unknown =>
      totals.find(
        (one) => one.complex === complex && one.substance === substance && one.period === period,
      )?.reported.likely;
    expect(likely('BEANR', 'COC', '2022')).toBe(109_894.48);
    expect(likely('BEANR', 'COC', '2015')).toBe('undecided');
    expect(likely('LU', 'HER', '2019')).toBe(6.4);
    expect(likely('LU', 'MDMA_TAB', '2019')).toBe(50_997);
  });

  test('what is counted otherwise than by drug is told down to its cell, with what to ask of it', async () => {
    const { code, stdout } = await samenbeeld(['why', out, 'Luxembourg str_reports 2022']);
    expect(code).toBe(0);
    expect(stdout).toContain('Luxembourg 2022: 53,259 reports');
    expect(stdout).toContain('column K "value", cell "53259"');
    expect(stdout).toContain('total --place LU --metric str_reports');
  });

  test.each(languages)(
    'the report asks each question in %s, and says what it cannot answer',
    (language) => {
      const port = places.label('BEANR', language);
      expect(report).toContain(`${port}, ${substances.label('COC', language)}`);
      const missing = {
        nl: 'heeft er geen cijfer van',
        fr: 'n’en contient aucun chiffre',
        de: 'enthält davon keine Zahl',
        en: 'holds no figure of it',
      };
      expect(report).toContain(missing[language]);
      expect(report).not.toContain('North Sea Port');
    },
  );

  test('why follows the question of the picture, and adds up', async () => {
    const { code, stdout } = await samenbeeld(['why', out, 'Antwerp cocaine 2022']);
    expect(code).toBe(0);
    expect(stdout).toContain('109,894.48');
  });

  test('no answer that can be given leaves a hole in a sentence, or a table without rows', async () => {
    interface Asked {
      readonly blocks: readonly { readonly kind: string; readonly rows?: readonly unknown[] }[];
    }
    for (const { name } of answers) {
      const { stdout } = await samenbeeld(['ask', out, name, '--json']);
      const { blocks = [] } = JSON.parse(stdout || '{}') as Partial<Asked>;
      const empty = blocks.filter(({ kind, rows }) => kind === 'table' && rows?.length === 0);
      expect(empty, name).toEqual([]);
      const holes = /[^"]{0,40}(?:: ?\.(?!\.)|, ?[.,;]|\( ?\)|“”|\{\w+[:}])[^"]{0,20}/u.exec(
        stdout,
      );
      expect(holes?.[0] ?? null, name).toBeNull();
    }
  }, 120_000);

  test('a picture none of whose questions is answered is refused, with what is there instead', async () => {
    const file = picture(
      'none',
      '  - { place: Zeebrugge, substance: HER, basis: seized_in_port, metric: quantity }',
    );
    const { code, stderr } = await samenbeeld(['build', file, '--out', join(folder, 'none')]);
    expect(code).toBe(1);
    expect(stderr).toContain('These inputs answer no question of none.');
    expect(stderr).toMatch(/Of \d+ records: .* are of another substance/u);
  });

  test('a question that leaves out what differs is told what to choose from', async () => {
    const file = picture(
      'vague',
      '  - { place: LU, metric: quantity, basis: seized_in_territory }',
    );
    const { code, stderr } = await samenbeeld(['build', file, '--out', join(folder, 'vague')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Choose with substance, .* MDMA_TAB/u);
  });

  test('a wrong key of a question is named with the line it stands on', async () => {
    const file = picture('wrong', '  - { plaats: LU }');
    const { code, stderr } = await samenbeeld(['build', file, '--out', join(folder, 'wrong')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /wrong\.picture\.yaml, line 6: expected `place, .*` in questions\[0\], found "plaats"/u,
    );
  });

  // One with a report of its own is built in own-report.slow.test.ts.
  test('an answer that there is not is named with those that there are', async () => {
    const file = picture(
      'unknown',
      '  - { place: BEANR, substance: COC, basis: seized_in_port, metric: quantity, unit: kg }',
      'report: { front: [{ answer: totals }] }\n',
    );
    const { code, stderr } = await samenbeeld(['build', file, '--out', join(folder, 'unknown')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/expected an answer, found "totals"\. Repair: write total$/mu);
  });
});

test('no port, area or drug stands in the code, but in code lists', () => {
  const named = new Set([
    ...places.filter(({ kind }) => kind !== 'country').map(({ code }) => code),
    ...substances.map(({ code }) => code),
  ]);
  // "All drugs", a drug that a register does not name, and a place that is no country's, are of every list.
  for (const general of ['ALL', 'DRUG_UNSPEC', 'XX']) named.delete(general);
  const found: string[] = [];
  // The exercise is a made-up world; its places are data.
  const rooms = readdirSync(join(root, 'packages')).filter((room) => room !== 'exercise');
  for (const room of rooms) {
    const source = join(root, 'packages', room, 'src');
    for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || /^codes[\\/]/u.test(name)) continue;
      const text = readFileSync(join(source, name), 'utf8');
      // A string that is a code stands in the text between quotes; the file is parsed where one does.
      if (![...text.matchAll(/(?<=(['"`]))[^'"`\n]+(?=\1)/gu)].some(([said]) => named.has(said)))
        continue;
      const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
      const visit = (node: ts.Node): void => {
        if (ts.isStringLiteralLike(node) && named.has(node.text))
          found.push(`${room}/${name}: ${node.text}`);
        ts.forEachChild(node, visit);
      };
      visit(file);
    }
  }
  expect(found).toEqual([]);
});

interface Part {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
}

/** The keys of picture files as tables, from the schema that editors complete from. */
function keysPage(): string {
  const schema = JSON.parse(
    readFileSync(join(root, 'packages/recipes/picture.schema.json'), 'utf8'),
  ) as Part & { readonly definitions: Readonly<Record<string, Part>> };
  const { definitions } = schema;
  const nameOf = (part: Part): string | null => part.$ref?.split('/').at(-1) ?? null;
  const told = (part: Part): string => {
    const own = nameOf(part) ?? (part.items && nameOf(part.items));
    const more = [
      ...(part.enum ? [part.enum.map((one) => `\`${one}\``).join(', ')] : []),
      ...(part.examples ?? []).map((one) => `For example \`${String(one)}\`.`),
    ];
    const words = part.description ?? definitions[own ?? '']?.description ?? '';
    return [words, ...more].join(' ');
  };
  const table = ({ properties = {}, required = [] }: Part): string =>
    [
      '| key | what it says |',
      '|---|---|',
      ...Object.entries(properties).map(
        ([key, part]) =>
          `| \`${key}\`${required.includes(key) ? ' (needed)' : ''} | ${told(part)} |`,
      ),
    ].join('\n');
  const report = definitions['report'] as Part;
  const parts: readonly (readonly [string, Part])[] = [
    ['The file', schema],
    ['A question', definitions['question'] as Part],
    ['An input', definitions['input'] as Part],
    ['The report', report],
    ['A chapter', report.properties?.['chapters']?.items as Part],
    ['A block', definitions['blocks']?.items as Part],
  ];
  return parts.map(([title, part]) => `### ${title}\n\n${table(part)}\n`).join('\n');
}

test('the page of picture files has every key', () => {
  const path = join(root, 'docs/picture-files.md');
  const page = readFileSync(path, 'utf8');
  const made = `<!-- keys -->\n\n${keysPage()}\n<!-- end of keys -->`;
  const now = page.replace(/<!-- keys -->[\s\S]*<!-- end of keys -->/u, () => made);
  if (process.env['REGEN']) writeFileSync(path, now);
  else expect(page).toBe(now);
});

describe('what is said is no more than a picture holds', () => {
  test('where the scope that a question picks has nothing, the others are named, each with a command that answers', async () => {
    const { code, stdout } = await samenbeeld(['why', post, 'NL ALL 2022']);
    expect(code).toBe(0);
    expect(stdout).not.toContain('No source');
    const plain = stdout.replaceAll('\u00a0', ' ');
    expect(plain).toContain('seized in post and courier items · number of seizures');
    expect(plain).toContain('29,808 seizures');
    const commands = [...plain.matchAll(/^ +samenbeeld (ask \S+ total .*)$/gm)];
    expect(commands.length).toBe(2);
    for (const [, command = ''] of commands) {
      const answered = await samenbeeld(command.split(' '));
      expect(answered.code).toBe(0);
      expect(answered.stdout).toMatch(/^ {2}2022 /m);
    }
  });

  test('a figure of a part of what is counted never makes a total complete', async () => {
    const asked = ['ask', post, 'total', '--place', 'NL', '--substance', 'ALL'];
    const scope = ['--basis', 'seized_in_post', '--metric', 'seizures', '--unit', 'seizure'];
    const { stdout } = await samenbeeld([...asked, ...scope]);
    const year = stdout.split('\n').find((line) => line.startsWith('  2022'));
    expect(year).toMatch(/partial .*only a part of it is counted \(“outgoing letter post”\)/);
    expect(stdout).not.toContain('complete');
  });

  test('a rise that may have broken is not only called rising', async () => {
    const where = ['--place', 'Antwerp', '--substance', 'COC', '--basis', 'seized_in_port'];
    const { stdout } = await samenbeeld(['ask', published, 'trend', ...where]);
    expect(stdout).toContain(
      'Antwerp, 2013–2025: rising since 2013, not shown from 2017 on, with a possible break from 2024',
    );
  });

  test('the pairs to decide first are as many as the totals say, each by its records', async () => {
    const { stdout } = await samenbeeld(['ask', exercise, 'stakes']);
    const totals = (await samenbeeld(['ask', exercise, 'total'])).stdout;
    const counts = [...totals.matchAll(/: (\d+) pairs? to decide/g)].map(([, n]) => Number(n));
    const pairs = stdout.match(/^ +same [0-9a-f]+ [0-9a-f]+$/gm) ?? [];
    expect(pairs.length).toBe(counts.reduce((sum, n) => sum + n, 0));
    expect(stdout).toContain('samenbeeld link');
  });
});
