import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogueFolder, sampleFile } from '@samenbeeld/sources';
import { appendDecision } from '@samenbeeld/store';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { told } from './told.ts';

// EXERCISE: the sample of an invented office, its lines changed as publishers change them.
const lines = readFileSync(sampleFile('exercise-nl-harc')).toString('latin1').split(/\r?\n/);

/** A file of the office: some words of some lines replaced, some cases left out. */
function month(
  changes: Readonly<Record<string, readonly [from: string, to: string]>>,
  vanished: readonly string[] = [],
): Uint8Array {
  const caseOf = (line: string): string => line.split(';')[0] ?? '';
  const changed = lines
    .filter((line) => !vanished.includes(caseOf(line)))
    .map((line) => {
      const change = changes[caseOf(line)];
      if (!change) return line;
      expect(line).toContain(change[0]);
      return line.replace(change[0], change[1]);
    });
  return Buffer.from(changed.join('\r\n'), 'latin1');
}

const april = month({
  'OEF-NL-2023-0004': [';ketamine;', ';keta blok;'],
  'OEF-NL-2023-0005': [';Vlissingen-Oost;', ';Sloe-kade;'],
  'OEF-NL-2023-0008': [';Terneuzen;', ';Kanaalzone;'],
  'OEF-NL-2023-0011': [';107,6;', ';1076;'],
  'OEF-NL-2023-0012': [';1.638;', ';16.38;'],
  'OEF-NL-2023-0016': [';139,1;', ';1391;'],
  'OEF-NL-2023-0017': [';103,6;', ';1.036;'],
});

const may = month(
  {
    // As last month.
    'OEF-NL-2023-0004': [';ketamine;', ';keta blok;'],
    'OEF-NL-2023-0011': [';107,6;', ';1076;'],
    // Renamed, new, put right, changed again.
    'OEF-NL-2023-0005': [';Vlissingen-Oost;', ';Sloekade;'],
    'OEF-NL-2023-0008': [';Terneuzen;', ';Terneuzen (Axelse Vlakte);'],
    'OEF-NL-2023-0016': [';139,1;', ';13910;'],
  },
  ['OEF-NL-2023-0017'],
);

// Each test runs several commands.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'month-two-'));
  writeFileSync(join(folder, 'april.csv'), april);
  writeFileSync(join(folder, 'may.csv'), may);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What a command prints, without the folder of the test; its exit code as the last line. */
async function command(...args: readonly string[]): Promise<readonly string[]> {
  const { code, said } = await told(...args.map((arg) => arg.replaceAll('DIR', folder)));
  return [...said.replaceAll(folder, 'DIR').split('\n'), `exit ${code}`];
}

const on = ['--decisions', 'DIR/decisions.jsonl'];
const who = ['--role', 'analyst, port desk', '--reason', 'asked the team', '--time', '2026-04-30'];

const slips = [
  ['13-09-2023', '1076', '107,6'],
  ['16-09-2023', '16.38', '1.638'],
  ['14-10-2023', '1391', '139,1'],
  ['10-11-2023', '1.036', '103,6'],
] as const;

/** What was recorded in April, once it was. */
let recorded: Buffer | null = null;

/** What the analyst decided in April: by the command the first time, as it was recorded after that. */
async function decideApril(): Promise<void> {
  const path = join(folder, 'decisions.jsonl');
  if (recorded !== null) {
    writeFileSync(path, recorded);
    return;
  }
  const confirm = async (label: string, as: string): Promise<void> => {
    const said = await command(
      'harmonise',
      'exercise-nl-harc',
      'DIR/april.csv',
      ...on,
      '--confirm',
      label,
      '--as',
      as,
      ...who,
    );
    expect(said.at(-1)).toBe('exit 0');
  };
  await confirm('keta blok', 'exact:KETA');
  await confirm('Sloe-kade', 'exact:NLVLI');
  await confirm('Kanaalzone', 'exact:NLTNZ');
  for (const [day, from, to] of slips) {
    const slip = ['--correct', 'Hoeveelheid', '--from', from, '--to', to];
    const said = await command(
      ...['harmonise', 'exercise-nl-harc', 'DIR/april.csv', ...on, ...slip],
      ...['--where', `Datum=${day}`, ...who],
    );
    expect(said.at(-1)).toBe('exit 0');
  }
  recorded = readFileSync(path);
}

/** The part of an ingest's output that is about decisions. */
function replayed(said: readonly string[]): readonly string[] {
  const start = said.findIndex((line) => line.includes('Decisions in'));
  return said.slice(start, said.indexOf('', start + 1)).map((line) => line.trim());
}

describe('month two: the decisions of April on the file of May', () => {
  test('April lists what is unknown, and its decisions all apply', async () => {
    const listed = await command('harmonise', 'exercise-nl-harc', 'DIR/april.csv', ...on);
    expect(listed).toMatchSnapshot('what April does not know');
    await decideApril();
    const said = await command(
      'ingest',
      'exercise-nl-harc',
      'DIR/april.csv',
      '--out',
      'DIR/april',
      ...on,
    );
    const about = replayed(said);
    expect(about.filter((line) => line.includes(' applies: '))).toHaveLength(7);
    expect(about.filter((line) => line.includes('no longer'))).toEqual([]);
    // What the sample adds up to before its cells were spoilt.
    expect(said.find((line) => line.includes('sum in kg'))).toMatch(/2,929\.527 in the records$/u);
  });

  test('May says which still apply, which no longer fit and why, and what is new', async () => {
    await decideApril();
    const said = await command(
      'ingest',
      'exercise-nl-harc',
      'DIR/may.csv',
      '--out',
      'DIR/may',
      ...on,
    );
    expect(replayed(said)).toMatchSnapshot('the replay');
    const json = await command(
      'ingest',
      'exercise-nl-harc',
      'DIR/may.csv',
      '--out',
      'DIR/may',
      ...on,
      '--json',
    );
    const { replay } = JSON.parse(json.slice(0, -1).join('\n'));
    expect(replay.applied.map(({ cells }: { readonly cells: number }) => cells)).toEqual([1, 1]);
    expect(replay.inapplicable.map(({ why }: { readonly why: string }) => why)).toEqual([
      'label-gone',
      'label-gone',
      'row-gone',
      'value-changed',
      'put-right',
    ]);
    expect(replay.undecided.map(({ label }: { readonly label: string }) => label)).toEqual([
      'Sloekade',
      'Terneuzen (Axelse Vlakte)',
      'wit poeder (n.n.b.)',
    ]);
  });

  test('two files of decisions put together may contradict: neither is applied', async () => {
    await decideApril();
    const other = join(folder, 'other.jsonl');
    const said = ['--confirm', 'keta blok', '--as', 'exact:COC', ...who];
    await command(
      'harmonise',
      'exercise-nl-harc',
      'DIR/april.csv',
      '--decisions',
      'DIR/other.jsonl',
      ...said,
    );
    const path = join(folder, 'decisions.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8') + readFileSync(other, 'utf8'));
    const about = replayed(
      await command('ingest', 'exercise-nl-harc', 'DIR/may.csv', '--out', 'DIR/may', ...on),
    );
    expect(about.filter((line) => line.includes('of the same label'))).toHaveLength(2);
    expect(about.filter((line) => line.includes('"keta blok" in "Middel" is read'))).toEqual([]);
  });
});

describe('samenbeeld harmonise', () => {
  /** A description of one's own: the catalogue's, copied. */
  function copied(): void {
    const from = catalogueFolder('exercise-nl-harc');
    for (const name of readdirSync(from)) copyFileSync(join(from, name), join(folder, name));
  }

  test('--write adds rows to the crosswalks; the decisions are then superfluous', async () => {
    copied();
    const before = readFileSync(join(folder, 'substances.csv'), 'utf8');
    await decideApril();
    const wrote = await command('harmonise', 'DIR/source.yaml', 'DIR/april.csv', ...on, '--write');
    expect(wrote.slice(0, 2).sort()).toEqual([
      '  DIR/places.csv: 2 rows added',
      '  DIR/substances.csv: 1 row added',
    ]);
    const after = readFileSync(join(folder, 'substances.csv'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toMatch(
      /^keta blok,KETA,exact,asked the team \(decision [0-9a-f]{12}\)\n$/,
    );
    const listed = await command('harmonise', 'DIR/source.yaml', 'DIR/april.csv', ...on);
    expect(listed.filter((line) => line.startsWith('  Superfluous: '))).toHaveLength(3);
    expect(listed.at(-1)).toBe('exit 0');
    const again = await command('harmonise', 'DIR/source.yaml', 'DIR/april.csv', ...on, '--write');
    expect(again).toContain('  Nothing to write: no decision adds to a crosswalk.');
    expect(readFileSync(join(folder, 'substances.csv'), 'utf8')).toBe(after);
  });

  test('--accept-above records exact proposals only, a decision each', async () => {
    const bulk = ['--accept-above', '0.6', ...who];
    const said = await command('harmonise', 'exercise-nl-harc', 'DIR/may.csv', ...on, ...bulk);
    const recorded = said.filter((line) => line.startsWith('  Recorded '));
    expect(recorded.every((line) => line.includes(': exact '))).toBe(true);
    const none = await command(
      'harmonise',
      'exercise-nl-harc',
      'DIR/may.csv',
      ...on,
      '--accept-above',
      '1',
      ...who,
    );
    expect(none).toContain('  No exact proposal is as sure as that: nothing is recorded.');
  });

  test('--reopen undoes a decision', async () => {
    await decideApril();
    const path = join(folder, 'decisions.jsonl');
    const [first = ''] = readFileSync(path, 'utf8').split('\n');
    const { id } = JSON.parse(first) as { readonly id: string };
    const said = ['harmonise', 'exercise-nl-harc', 'DIR/april.csv', ...on];
    const undone = await command(...said, '--reopen', id, ...who);
    expect(undone[0]).toMatch(/Recorded [0-9a-f]{12}: reopen on crosswalk .* "keta blok"/u);
    const listed = await command(...said);
    expect(listed.some((line) => /^ +\d\. +keta blok /u.test(line))).toBe(true);
  });

  test('--reopen undoes the decision it names, never the one that replaced it', async () => {
    const said = ['harmonise', 'exercise-nl-harc', 'DIR/april.csv', ...on];
    const write = (supersedes: string | null, verdict: string) =>
      appendDecision(join(folder, 'decisions.jsonl'), {
        kind: 'crosswalk',
        subject: 'crosswalk exercise-nl-harc substance "Middel" "keta blok"',
        verdict,
        role: 'analyst',
        time: '2026-01-01T09:00:00Z',
        reason: 'seen',
        evidence: null,
        supersedes,
      });
    const first = await write(null, 'exact COC');
    const second = await write(first.id, 'exact KETA');
    const refused = await command(...said, '--reopen', first.id, ...who);
    expect(refused.join('\n')).toContain(`already superseded by ${second.id}`);
    expect(refused.at(-1)).toBe('exit 2');
    const path = join(folder, 'decisions.jsonl');
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(2);
  });

  test('--cluster shows variants', async () => {
    const found = await command(
      'harmonise',
      'exercise-nl-harc',
      'DIR/may.csv',
      '--cluster',
      'distance',
    );
    expect(found.at(-1)).toBe('exit 0');
    expect(found[0]).toMatch(/→|No labels come together/u);
  });

  test.each([
    [['--confirm', '99', '--as', 'none', ...who], '--confirm takes numbers of the list (1 to 4)'],
    [
      ['--confirm', '1', '--as', 'exact:NLVLX', ...who],
      '"NLVLX" is no code of places: use a code of the list; nearest: NLVLI',
    ],
    [
      ['--confirm', '1', '--as', 'exact:Vlissingen', ...who],
      '"Vlissingen" is no code of places: write NLVLI (Vlissingen), which "Vlissingen" means; `samenbeeld codes places`',
    ],
    [['--confirm', '1', '--as', 'same:NLVLI', ...who], 'A label means exact:CODE'],
    [['--confirm', '1', ...who], 'Say what it means: --as exact:CODE'],
    [['--as', 'none'], '--as goes with --confirm NUMBER.'],
    [['--confirm', '1', '--as', 'none'], 'A decision needs --role (never a name) and --reason.'],
    [['--accept-above', '95', ...who], '--accept-above takes a confidence from 0 to 1, not "95".'],
    [['--write'], 'exercise-nl-harc is that of the catalogue'],
    [['--correct', 'Hoeveelheid', '--from', '1076', ...who], 'A correction needs --correct COLUMN'],
    [
      ['--correct', 'Hoeveelheid', '--from', '1076', '--to', '1', '--where', 'Datum', ...who],
      '--where takes HEADING=TEXT',
    ],
    [
      ['--correct', 'Hoeveelheid', '--from', '9', '--to', '1', '--where', 'Datum=x', ...who],
      'The correction would change nothing in these files: there are no rows with "Datum" "x" any more.',
    ],
    [
      [
        '--correct',
        'Hoeveelheid',
        '--from',
        '1076',
        '--to',
        '1',
        '--where',
        'Zaaknummer=x',
        ...who,
      ],
      '"Zaaknummer" is kept as a hash only, and a decision must not tell what it says',
    ],
    [['--reopen', 'abc', ...who], '"abc" is the id of no decision in the file.'],
    [['--cluster', 'magic'], 'Labels cluster by fingerprint'],
  ])('refuses %j', async (args, message) => {
    const said = await command('harmonise', 'exercise-nl-harc', 'DIR/april.csv', ...on, ...args);
    expect(said.join('\n')).toContain(message);
    expect(said.at(-1)).toBe('exit 2');
    expect(readdirSync(folder)).not.toContain('decisions.jsonl');
  });
});
