import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { asRun } from '../packages/cli/src/as-run.ts';
import { bin, root } from './command.ts';
import { samenbeeld } from './one-process.ts';
import { exercise, hazeldonk, money, published, transit } from './pictures.ts';
import { reportText } from './report-text.ts';

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
    .sort(),
];

/** Where the pages say a picture stands, and where the tests have it. */
const places: readonly (readonly [string, string])[] = [
  ['out/north-sea-port', relative(root, published)],
  ['out/exercise', relative(root, exercise)],
  ['out/follow-the-money', relative(root, money)],
];

const atTests = (text: string): string =>
  places.reduce((moved, [said, here]) => moved.replaceAll(said, here), text);

interface Shown {
  readonly command: string;
  readonly lines: readonly string[];
}

/** Commands of a page with what it says they print; those that record or write into a picture of the reader are not tried. */
function shown(page: string): readonly Shown[] {
  return [...readFileSync(join(root, page), 'utf8').matchAll(/^```console\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => block.split(/^\$ /m).slice(1))
    .map((part) => {
      const [command = '', ...lines] = part.split('\n');
      return { command, lines: lines.filter((line) => line.trim() !== '') };
    })
    .filter(({ command, lines }) => lines.length > 0 && tried.test(command));
}

const tried =
  /^npx samenbeeld (?:ask out\/(?:north-sea-port|exercise|follow-the-money) |build fixtures\/\S+ --out out\/|why out\/(?:north-sea-port|exercise|follow-the-money) |check |claims fixtures\/|codes |decide fixtures\/\S+$|link fixtures\/\S+$|diff \S+ \S+$)[^>|]*$/;

/** What each command printed: several pages show the same. */
const outputs = new Map<string, Promise<string>>();

function printed(command: string): Promise<string> {
  const known = outputs.get(command) ?? run(command);
  outputs.set(command, known);
  return known;
}

// The pages show what npx prints, which names it before each command.
Object.assign(process.env, { npm_command: 'exec', npm_lifecycle_script: 'samenbeeld' });

/** What a command prints; the pictures of the fixtures are built already. */
async function run(command: string): Promise<string> {
  const line = atTests(command.replace('npx samenbeeld ', ''));
  const built = /^build \S+ --out (\S+)$/.exec(line)?.[1];
  if (built !== undefined) return asRun(readFileSync(join(root, `${built}.log`), 'utf8'));
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
  // Without a name `check` takes the picture that `npm run joint` built.
  const named = words[0] === 'check' ? ['--picture', published] : [];
  const { stdout, stderr } = await samenbeeld([...(words as string[]), ...named]);
  return stdout + stderr;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const cases = pages.flatMap((page) => shown(page).map((one) => ({ page, ...one })));

test('the pages show what commands print', () => {
  expect(cases.length).toBeGreaterThan(12);
});

test.each(cases)('$page: $command', async ({ command, lines }) => {
  const output = plain((await printed(command)).replaceAll(`${root}/`, ''));
  const said = lines.flatMap((line) => atTests(line).split('…').map(plain));
  expect(said.filter((part) => part !== '' && !output.includes(part))).toEqual([]);
});

test('the README quotes the reports as they are', () => {
  const reports = [published, money, hazeldonk, transit].map((one) =>
    plain(reportText(join(one, 'report.html'))),
  );
  const quotes = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^> (.+)$/gm)];
  const parts = quotes.flatMap(([, quote = '']) => quote.split('…').map(plain));
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.filter((part) => !reports.some((text) => text.includes(part)))).toEqual([]);
});

/** Runs the commands of a page one after another in a folder laid out for them, and holds what it says they print. */
function walk(
  page: string,
  isStep: (command: string) => boolean,
  layOut: (folder: string) => void,
): number {
  const folder = mkdtempSync(join(tmpdir(), 'walk-'));
  try {
    layOut(folder);
    const blocks = readFileSync(join(root, page), 'utf8').matchAll(/^```console\n([\s\S]*?)^```/gm);
    const steps = [...blocks]
      .flatMap(([, block = '']) => block.split(/^\$ /m).slice(1))
      .map((part) => part.split('\n'))
      .filter(([command = '']) => isStep(command));
    // Ids of decisions hold the time.
    const timeless = (text: string): string =>
      plain(text).replace(/Decision [\da-f]{12}/g, 'Decision');
    for (const [command = '', ...lines] of steps) {
      const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, bare]) => quoted ?? bare,
      );
      const args = words[0] === 'node' ? words.slice(1) : [bin, ...words.slice(2)];
      const { stdout, stderr } = spawnSync(process.execPath, [...(args as string[])], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      });
      const output = timeless(stdout + stderr);
      const said = lines.flatMap((line) => line.split('…').map(timeless));
      expect(
        said.filter((part) => !output.includes(part)),
        command,
      ).toEqual([]);
    }
    return steps.length;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the README goes from a planted slip to a picture as it shows', () => {
  const steps = walk(
    'README.md',
    (command) => command.includes('out/nl-harc-2018-2025.csv'),
    (folder) => {
      cpSync(join(root, 'fixtures/exercise'), join(folder, 'fixtures/exercise'), {
        recursive: true,
      });
      mkdirSync(join(folder, 'out'));
    },
  );
  expect(steps).toBe(7);
}, 120_000);

/** A copy of the published picture as the guides have it, under a name of its own. */
function layOutMine(folder: string): string {
  const mine = join(folder, 'mine');
  cpSync(join(root, 'fixtures/published'), mine, { recursive: true });
  const file = join(mine, 'mine.picture.yaml');
  renameSync(join(mine, 'north-sea-port.picture.yaml'), file);
  return file;
}

test('the guide on deciding shows what its commands print, one after another', () => {
  const steps = walk('docs/guide/deciding.md', (command) => command.includes('mine/'), layOutMine);
  expect(steps).toBeGreaterThan(2);
}, 120_000);

test('the guide on press figures shows the picture with its invented row', () => {
  const steps = walk(
    'docs/guide/press-figures.md',
    (command) => command.includes('build mine/'),
    (folder) => {
      const file = layOutMine(folder);
      const [headings = ''] = readFileSync(
        join(root, 'fixtures/published/claims.csv'),
        'utf8',
      ).split('\n');
      const row: Readonly<Record<string, string>> = {
        claim: 'X001',
        place: 'NLTNZ',
        basis: 'seized_in_port',
        agency: 'NL_HARC',
        substance: 'COC',
        metric: 'quantity',
        stat: 'sum',
        value: '0',
        unit: 'kg',
        wording: 'exact',
        extent: 'whole',
        status: 'A',
        period_from: '2022-01-01',
        period_to: '2022-12-31',
        published_on: '2023-01',
        source: 'invented',
        url: 'https://example.org/terneuzen-2022',
        language: 'en',
        confidence: 'high',
      };
      const cells = headings
        .trim()
        .split(',')
        .map((heading) => row[heading] ?? '');
      writeFileSync(join(folder, 'mine/my-claims.csv'), `${headings.trim()}\n${cells.join(',')}\n`);
      const picture = readFileSync(file, 'utf8');
      const added = 'inputs:\n  - { source: published-claims, file: my-claims.csv }\n';
      writeFileSync(file, picture.replace('inputs:\n', added));
    },
  );
  expect(steps).toBe(1);
}, 120_000);
