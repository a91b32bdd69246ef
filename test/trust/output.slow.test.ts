import { execFileSync, spawn, spawnSync } from 'node:child_process';
// Nothing of the user's is lost: folders that are no picture, leftovers that are none, places that cannot be written.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { publicHandling } from '@samenbeeld/schema';
import { clearance, openPicture, writePicture } from '@samenbeeld/store';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bin, root } from '../command.ts';
import { samenbeeld } from '../one-process.ts';
import { published, publishedFile, startFrom } from '../pictures.ts';
import { stated } from './reliability.ts';

const place = mkdtempSync(join(tmpdir(), 'samenbeeld-output-'));
const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';
const mounts: string[] = [];
const tools = { mount: 'mount', unmount: 'umount' };

afterAll(() => {
  for (const mount of mounts) spawnSync(tools.unmount, [mount]);
  // Paths that are longer than Node can name are taken away by their folders.
  execFileSync('rm', ['-rf', place]);
});

const title = { nl: 'n', fr: 'f', de: 'd', en: 'e' };
const contents = {
  metadata: { name: 'p', title, sources: [], inputs: [] },
  tables: [{ name: 't', columns: [{ name: 'n', type: 'INTEGER' }], rows: [[1]] }],
  files: { 'report.html': 'new', 'charts/a.svg': '<svg/>' },
} as const;
const write = (folder: string): Promise<void> =>
  writePicture(folder, contents, clearance(publicHandling, 'public'));
const told = (folder: string): Promise<string> =>
  write(folder).then(
    () => '',
    (error: Error) => `${error.name}: ${error.message}`,
  );

/** Everything under a folder, with its bytes; links as such. */
function bytesOf(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const look = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      found[relative(folder, path)] = entry.isFile()
        ? readFileSync(path, 'latin1')
        : entry.isDirectory()
          ? 'folder'
          : 'other';
      if (entry.isDirectory()) look(path);
    }
  };
  look(folder);
  return found;
}

/** Counts how often the user's things came through. */
function counted(attack: string): { held(isHeld: boolean): void; check(): void } {
  const count = { tried: 0, held: 0 };
  return {
    held: (isHeld) => {
      count.tried += 1;
      if (isHeld) count.held += 1;
    },
    check: () => expect(count, attack).toEqual(stated(attack)),
  };
}

let serial = 0;
function fresh(): string {
  serial += 1;
  const folder = join(place, `n${serial}`);
  mkdirSync(folder);
  return folder;
}

describe('a folder that is not a picture', () => {
  const count = counted('a folder with work of the user in it is named as output');
  const thesis = (folder: string): void => writeFileSync(join(folder, 'thesis.docx'), 'years');

  /** What users have in a folder, each made in an empty one; `picture` first puts a picture there. */
  const works: readonly (readonly [string, (folder: string) => void | Promise<void>])[] = [
    ['a file', thesis],
    ['a file without a name', (folder) => writeFileSync(join(folder, '.secret'), 'x')],
    ['a folder without files', (folder) => mkdirSync(join(folder, 'Photos 2019'))],
    ['folders within folders', (folder) => mkdirSync(join(folder, 'a/b/c'), { recursive: true })],
    [
      'a folder deeper than a path is long',
      (folder) => {
        // One step at a time: the whole path has no name any more.
        const code = `const fs=require('fs');process.chdir(${JSON.stringify(folder)});for(let i=0;i<30;i++){fs.mkdirSync('d'.repeat(200));process.chdir('d'.repeat(200))}fs.writeFileSync('thesis','x')`;
        execFileSync(process.execPath, ['-e', code]);
      },
    ],
    ['a link to a file', (folder) => symlinkSync(publishedFile, join(folder, 'link'))],
    ['a link to a folder', (folder) => symlinkSync(root, join(folder, 'data'), 'junction')],
    ['a link that leads nowhere', (folder) => symlinkSync('/nowhere', join(folder, 'report.html'))],
    [
      'another name of a file elsewhere',
      (folder) => {
        writeFileSync(`${folder}.original`, 'x');
        linkSync(`${folder}.original`, join(folder, 'copy'));
      },
    ],
    [
      "a data package of somebody else's",
      (folder) => {
        mkdirSync(join(folder, 'data'));
        writeFileSync(join(folder, 'data/datapackage.json'), '{"name":"mine"}');
        writeFileSync(join(folder, 'data/t.csv'), 'mine');
      },
    ],
    ['a workbook of their own', (folder) => writeFileSync(join(folder, 'own.xlsx'), 'PK')],
    ['a folder that looks like a dropping', (folder) => mkdirSync(join(folder, '~$work'))],
    [
      'a large file that is called like a dropping',
      (folder) => writeFileSync(join(folder, '~$thesis.docx'), 'x'.repeat(5000)),
    ],
  ];

  test.each(works)('with %s stays as it is', async (_, make) => {
    const folder = fresh();
    await make(folder);
    const isDeep = readdirSync(folder).some((name) => name.length === 200);
    const before = isDeep ? readdirSync(folder) : bytesOf(folder);
    const message = await told(folder);
    const same =
      JSON.stringify(isDeep ? readdirSync(folder) : bytesOf(folder)) === JSON.stringify(before);
    count.held(same && message.startsWith('UsageError'));
    expect([message.slice(0, 10), same]).toEqual(['UsageError', true]);
    expect(message).toContain('not replaced');
  });

  test.each(works)('with a picture and %s stays as it is', async (name, make) => {
    const folder = fresh();
    await write(folder);
    if (/data package|leads nowhere|link to a folder/.test(name)) {
      rmSync(join(folder, 'report.html'));
      rmSync(join(folder, 'data/t.csv'));
      if (/data package/.test(name)) writeFileSync(join(folder, 'data/mine.csv'), 'mine');
      else if (/link to a folder/.test(name)) symlinkSync(root, join(folder, 'data/t.csv'));
      else await make(folder);
    } else await make(folder);
    const isDeep = readdirSync(folder).some((one) => one.length === 200);
    const before = isDeep ? readdirSync(folder) : bytesOf(folder);
    const message = await told(folder);
    const same =
      JSON.stringify(isDeep ? readdirSync(folder) : bytesOf(folder)) === JSON.stringify(before);
    count.held(same && message.startsWith('UsageError'));
    expect([message.slice(0, 10), same]).toEqual(['UsageError', true]);
    expect(message).toContain('not part of its picture');
  });

  test.each([
    ['its title is changed', (text: string) => text.replace('"title": "e"', '"title": "E"')],
    [
      'its layout is of a later version',
      (text: string) => text.replace(/format": 1/, 'format": 2'),
    ],
    ['its end is cut off', (text: string) => text.slice(0, -20)],
    ['its beginning is overwritten', (text: string) => `\0\0\0${text.slice(3)}`],
  ])(
    'a damaged picture of which %s is replaced alone, never with what lies beside',
    async (_, damage) => {
      const folder = fresh();
      await write(folder);
      const path = join(folder, 'data/datapackage.json');
      writeFileSync(path, damage(readFileSync(path, 'utf8')));
      thesis(folder);
      writeFileSync(join(folder, 'data/notes.csv'), 'mine');
      const before = bytesOf(folder);
      const message = await told(folder);
      const same = JSON.stringify(bytesOf(folder)) === JSON.stringify(before);
      count.held(same && message.includes('data/notes.csv, thesis.docx'));
      expect([message, same]).toEqual([
        `UsageError: ${folder} holds files that are not part of its picture (data/notes.csv, thesis.docx). Move them elsewhere first: a picture is replaced as a whole.`,
        true,
      ]);
      rmSync(join(folder, 'thesis.docx'));
      rmSync(join(folder, 'data/notes.csv'));
      expect(await told(folder)).toBe('');
      await (await openPicture(folder)).close();
    },
  );

  test.runIf(!isWindows)('that cannot be listed whole stays as it is', async () => {
    // A process without the rights of the administrator, where the tests run with them.
    const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    for (const hidden of ['lost+found', 'data', 'Photos', '.']) {
      const around = fresh();
      const folder = join(around, 'out');
      const photo = join(folder, hidden, 'photo.jpg');
      mkdirSync(join(folder, hidden), { recursive: true });
      writeFileSync(photo, 'x');
      if (isRoot) execFileSync('chown', ['-R', '65534:65534', around]);
      chmodSync(place, 0o755);
      chmodSync(join(folder, hidden), 0o300);
      const { status, stderr } = spawnSync(
        process.execPath,
        [bin, 'build', publishedFile, '--out', folder],
        { ...user, encoding: 'utf8', env: { ...process.env, HOME: around } },
      );
      chmodSync(join(folder, hidden), 0o755);
      const kept = existsSync(photo);
      count.held(kept && status === 2);
      expect([status, kept, stderr], hidden).toEqual([
        2,
        true,
        hidden === '.'
          ? `${folder} cannot be listed whole (EACCES), and is not replaced: something of yours may be in it. Name a new folder.\n`
          : `${folder} is not empty and no picture, and is not replaced. Choose a new folder, or empty it first.\n`,
      ]);
    }
  });

  test('named by where it is', async () => {
    const cwd = fresh();
    mkdirSync(join(cwd, 'below'));
    symlinkSync(process.env['HOME'] ?? '/', join(cwd, 'to-home'), 'junction');
    symlinkSync(cwd, join(cwd, 'below/back'), 'junction');
    const home = process.env['HOME'] ?? '/';
    const names = ['/', '.', './', '', '..', '../..', '~', home, `${home}/`, dirname(home), root]
      .concat(['to-home', 'below/back', 'below/..', `${root}/packages/store`, tmpdir()])
      .concat(isWindows ? [] : [join('/', '..'), '//', '/proc', '/dev']);
    for (const name of names) {
      const { code, stderr } = await samenbeeld(['build', publishedFile, '--out', name], { cwd });
      const isNamed = /never replaced|Write the path in full|not replaced/.test(stderr);
      count.held(code === 2 && isNamed);
      expect([name, code, isNamed]).toEqual([name, 2, true]);
    }
  });

  test('that holds a file the build reads', async () => {
    const around = fresh();
    const folder = join(around, 'fixtures');
    cpSync(dirname(publishedFile), folder, { recursive: true });
    const picture = join(folder, basename(publishedFile));
    const before = bytesOf(folder);
    const { code, stderr } = await samenbeeld(['build', picture, '--out', folder]);
    count.held(code === 2 && JSON.stringify(bytesOf(folder)) === JSON.stringify(before));
    expect([code, stderr]).toEqual([
      2,
      `${picture} lies in ${folder}, which is replaced as a whole. Name another folder.\n`,
    ]);
    const own = join(around, 'picture');
    await write(own);
    const input = join(own, 'data/t.csv');
    const ingested = await samenbeeld(['ingest', 'published-claims', input, '--out', own]);
    count.held(ingested.code === 2 && existsSync(input));
    expect(ingested.stderr).toContain('lies in');
  });

  test('that is a picture, with remarks in its workbook', async () => {
    const folder = fresh();
    const workbook = async (words: string): Promise<Uint8Array> => {
      const book = new ExcelJS.Workbook();
      book.addWorksheet('a').addRow([words]);
      return new Uint8Array(await book.xlsx.writeBuffer());
    };
    const files = { 'workbook-en.xlsx': await workbook('as it was built') };
    const build = (): Promise<string> =>
      writePicture(folder, { ...contents, files }, clearance(publicHandling, 'public')).then(
        () => '',
        (error: Error) => error.message,
      );
    expect(await build()).toBe('');
    const path = join(folder, 'workbook-en.xlsx');
    const remarks = await workbook('remarks of a month');
    writeFileSync(path, remarks);
    const message = await build();
    const kept = readFileSync(path).equals(remarks);
    count.held(kept);
    expect([message, kept]).toEqual([
      `${folder} holds files that are not part of its picture (workbook-en.xlsx, saved by someone since). Move them elsewhere first: a picture is replaced as a whole.`,
      true,
    ]);
    // One that is only damaged is repaired.
    writeFileSync(path, remarks.subarray(0, 1000));
    expect(await build()).toBe('');
  });

  test('an attack is counted', () => count.check());
});

test('a folder or file that is called like a leftover stays, and a leftover goes', async () => {
  const count = counted('a folder of the user is called like a leftover of a build');
  for (const kind of ['new', 'old', 'gone', 'part'])
    for (const inside of ['thesis.docx', 'data/t.csv', 'report.html']) {
      const around = fresh();
      const like = join(around, `.out.999999999-1.${kind}`);
      mkdirSync(dirname(join(like, inside)), { recursive: true });
      writeFileSync(join(like, inside), 'mine');
      const before = bytesOf(around);
      const written = await told(join(around, 'out'));
      rmSync(join(around, 'out'), { recursive: true });
      count.held(JSON.stringify(bytesOf(around)) === JSON.stringify(before));
      expect([written, bytesOf(around)]).toEqual(['', before]);
    }
  count.check();
});

test('a file that comes into the old picture while the new one is made is not lost', async () => {
  const count = counted('a file is put into the picture while a new one is written over it');
  for (let round = 0; round < 8; round += 1) {
    const around = fresh();
    const folder = join(around, 'out');
    await write(folder);
    const late = 'thesis.docx';
    const seen = watch(around, (_, name) => {
      // In the moment in which the new one is begun, the old one has been looked at.
      if (String(name).endsWith('.new') && existsSync(folder) && !existsSync(join(folder, late)))
        writeFileSync(join(folder, late), 'years');
    });
    await told(folder);
    seen.close();
    const found = readdirSync(around, { recursive: true, encoding: 'utf8' });
    const kept = found.some((name) => basename(name) === late);
    count.held(kept);
    expect(kept, found.join(', ')).toBe(true);
  }
  count.check();
});

describe('between the two renames of a build that was killed', () => {
  const count = counted('a build is killed between its two renames, and a reader comes');
  const states: Readonly<Record<string, (folder: string, aside: string) => void>> = {
    'the old one is set aside': (folder, aside) => renameSync(folder, `${aside}-1.old`),
    'the old one is set aside, the new one is finished': (folder, aside) => {
      cpSync(folder, `${aside}-2.new`, { recursive: true });
      renameSync(folder, `${aside}-1.old`);
    },
    'the old one is set aside, the new one is half': (folder, aside) => {
      mkdirSync(`${aside}-2.new/data`, { recursive: true });
      writeFileSync(`${aside}-2.new/.samenbeeld-making`, '["data/joint_total.csv"]');
      writeFileSync(`${aside}-2.new/data/joint_total.csv`, 'half');
      renameSync(folder, `${aside}-1.old`);
    },
    'the new one stands, the old one is set aside': (folder, aside) =>
      cpSync(folder, `${aside}-1.old`, { recursive: true }),
    'the new one stands, the old one is half removed': (folder, aside) => {
      cpSync(folder, `${aside}-3.gone`, { recursive: true });
      rmSync(`${aside}-3.gone/report.html`);
      rmSync(`${aside}-3.gone/data/joint_total.csv`);
    },
  };
  const readers: Readonly<Record<string, (folder: string) => readonly string[]>> = {
    why: (folder) => ['why', folder, 'NSP cocaine 2022'],
    check: (folder) => ['check', '4777 kg cocaine North Sea Port 2022', '--picture', folder],
    'check-sources': (folder) => ['check-sources', folder],
    diff: (folder) => ['diff', folder, published],
    build: (folder) => ['build', publishedFile, '--out', folder],
  };

  // One path for all: what a reader prints holds it.
  const around = join(place, 'killed');
  const folder = join(around, 'out');
  const whole = new Map<string, readonly unknown[]>();

  async function ran(reader: string): Promise<readonly unknown[]> {
    const { code, stdout, stderr } = await samenbeeld(readers[reader]?.(folder) ?? []);
    return [reader, code, stdout, stderr];
  }

  function killed(make: (folder: string, aside: string) => void): void {
    rmSync(around, { recursive: true, force: true });
    mkdirSync(around);
    startFrom(published, folder);
    cpSync(published, folder, { recursive: true });
    make(folder, join(around, '.out.999999999'));
  }

  test.each(Object.entries(states))(
    'when %s, every reader finds the picture',
    async (name, make) => {
      for (const reader of Object.keys(readers)) {
        // A build finds it too; two of the states are enough for what takes so long.
        if (reader === 'build' && !/is finished|half removed/.test(name)) continue;
        if (!whole.has(reader)) {
          killed(() => undefined);
          whole.set(reader, await ran(reader));
        }
        killed(make);
        const found = await ran(reader);
        count.held(JSON.stringify(found) === JSON.stringify(whole.get(reader)));
        expect(found).toEqual(whole.get(reader));
        if (reader === 'build')
          expect(readdirSync(around).sort()).toEqual(['.samenbeeld-cache', 'out']);
      }
      killed(make);
      const { open } = await import('../../packages/notebook/src/index.ts');
      const opened = await open(folder).then(
        async (picture) => {
          await picture.close();
          return true;
        },
        () => false,
      );
      count.held(opened);
      expect(opened).toBe(true);
    },
  );

  test('an attack is counted', () => count.check());
});

describe.runIf(!isWindows)('a place where nothing can be written', () => {
  const count = counted('output is sent where nothing can be written');
  const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};

  /** The command without the rights of the administrator, ended after a minute at the latest. */
  async function run(
    args: readonly string[],
    { cwd = place, env = {} }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
  ): Promise<{ readonly code: number | null; readonly said: string }> {
    const child = spawn(process.execPath, [bin, ...args], {
      ...user,
      cwd,
      env: { ...process.env, LC_ALL: 'en_GB.UTF-8', HOME: cwd, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    });
    let said = '';
    child.stdout.on('data', (part) => (said += String(part)));
    child.stderr.on('data', (part) => (said += String(part)));
    const [code] = await once(child, 'close');
    return { code, said };
  }

  async function runHere(args: readonly string[]): ReturnType<typeof run> {
    const { code, stdout, stderr } = await samenbeeld(args, { cwd: place });
    return { code, said: stdout + stderr };
  }

  const csv = 'fixtures/published/claims-post-fiu.csv';
  const doors: Readonly<Record<string, (at: string) => readonly string[]>> = {
    build: (at) => ['build', publishedFile, '--out', at],
    ingest: (at) => ['ingest', 'published-claims', join(root, csv), '--out', at],
    describe: (at) => ['describe', join(root, csv), '--out', `${at}.yaml`],
    claims: (at) => [
      'claims',
      join(root, 'fixtures/exercise/communique.txt'),
      '--out',
      `${at}.csv`,
    ],
    'claim-sheet': (at) => ['claim-sheet', '--out', `${at}.xlsx`],
  };

  beforeAll(() => {
    // Whoever runs the commands may write here, as far as nothing is in the way.
    chmodSync(place, 0o777);
    const shut = join(place, 'shut');
    mkdirSync(join(shut, 'in'), { recursive: true });
    chmodSync(join(shut, 'in'), 0o555);
    chmodSync(shut, 0o555);
    writeFileSync(join(place, 'a-file'), 'x');
    symlinkSync('loop', join(place, 'loop'));
    symlinkSync('/nowhere/at/all', join(place, 'nowhere'));
    for (const ending of ['yaml', 'xlsx', 'csv'])
      symlinkSync('/nowhere/at/all', join(place, `nowhere.${ending}`));
  });

  const places: Readonly<Record<string, string>> = {
    'without permission': join(place, 'shut/new'),
    'without permission, deeper': join(place, 'shut/in/a/b'),
    'under a file': join(place, 'a-file/new'),
    'under a file, deeper': join(place, 'a-file/a/b/new'),
    'under a link to itself': join(place, 'loop/new'),
    'on a link that leads nowhere': join(place, 'nowhere'),
    'under a link that leads nowhere': join(place, 'nowhere/new'),
    'with a name that is too long': join(place, 'x'.repeat(250)),
    'with a path that is too long': join(
      place,
      ...Array.from({ length: 25 }, () => 'y'.repeat(200)),
    ),
    'where the system says ENOENT for ever': '/proc/1/foo/bar',
    'in the devices': '/dev/full/new',
  };

  test.each(Object.entries(doors))('%s says so before the work', async (_, args) => {
    for (const [name, at] of Object.entries(places)) {
      // Only a missing permission needs a process without the rights of the administrator.
      const { code, said } = await (name.startsWith('without') ? run(args(at)) : runHere(args(at)));
      const isHeld =
        code === 2 &&
        !/fault of samenbeeld|^\s+at |read .* items/m.test(said) &&
        /\b(name|remove) /i.test(said);
      count.held(isHeld);
      expect([name, code, said, isHeld]).toEqual([name, 2, said, true]);
    }
  });

  test('decisions are refused there too', async () => {
    for (const at of ['/proc/1/foo/decisions.jsonl', join(place, 'a-file/decisions.jsonl')]) {
      const { code, said } = await run([
        ...['harmonise', 'published-claims', join(root, csv), '--decisions', at],
        ...['--confirm', 'xyz', '--as', 'none', '--role', 'analyst', '--reason', 'a test'],
      ]);
      count.held(code !== null && code > 0 && !said.includes('fault of samenbeeld'));
      expect([code === null, said.includes('fault of samenbeeld')]).toEqual([false, false]);
    }
  });

  test('what cannot be printed is told, and a reader that leaves early is no fault', async () => {
    const full = openSync('/dev/full', 'w');
    const told = spawnSync(process.execPath, [bin, 'codes'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    count.held(told.status === 1 && /ENOSPC.*Free some space/.test(told.stderr));
    expect([told.status, told.stderr]).toEqual([
      1,
      'Not all of the result could be printed (ENOSPC): the disk or device behind the output is full or gone. Free some space and ask again.\n',
    ]);
    const child = spawn(process.execPath, [bin, 'codes', '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', (part) => (said += String(part)));
    const [code] = await once(child, 'close');
    count.held(code === 0 && said === '');
    expect([code, said]).toEqual([0, '']);
  });

  test('an attack is counted', () => count.check());
});

describe('a disk that is full', () => {
  const disk = join(place, 'disk');
  mkdirSync(disk);
  const mounted =
    isRoot && spawnSync(tools.mount, ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]).status === 0;
  if (mounted) mounts.push(disk);
  else
    console.log('A small disk cannot be mounted here: the attack of the full disk is not tried.');

  test.runIf(mounted)('leaves the old picture whole and says what to do', async () => {
    const count = counted('the disk becomes full while a picture is written');
    const folder = join(disk, 'out');
    await write(folder);
    const before = bytesOf(folder);
    const report = 'x'.repeat(1.5 * 2 ** 20);
    const rows = Array.from({ length: 5000 }, (_, n) => [n]);
    const large = {
      ...contents,
      tables: [{ ...contents.tables[0], rows }],
      files: { 'report.html': report, 'workbook-en.xlsx': report.slice(2 ** 20) },
    };
    // So many megabytes are left; the picture needs more than two.
    for (const room of [0, 0.05, 0.1, 0.2, 0.5, 1, 1.6, 1.9]) {
      writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.round((2.9 - room) * 2 ** 20)));
      const message = await writePicture(folder, large, clearance(publicHandling, 'public')).then(
        () => '',
        (error: Error) => `${error.name}: ${error.message}`,
      );
      rmSync(join(disk, 'filler'));
      const same = JSON.stringify(bytesOf(folder)) === JSON.stringify(before);
      const left = readdirSync(disk).filter((name) => name.startsWith('.out'));
      const said = `UsageError: ${folder} cannot be written: the disk is full, or your share of it is (ENOSPC). Free some space, or name a place on another disk.`;
      count.held(message === said && same && left.length === 0);
      expect([room, message, same, left]).toEqual([room, said, true, []]);
    }
    writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.round(2.7 * 2 ** 20)));
    const { code, stderr } = await samenbeeld(['build', publishedFile, '--out', folder]);
    rmSync(join(disk, 'filler'));
    count.held(code === 2 && JSON.stringify(bytesOf(folder)) === JSON.stringify(before));
    expect([code, bytesOf(folder)]).toEqual([2, before]);
    expect(stderr).toMatch(/the disk is full.*Free some space/);
    count.check();
  });

  test.runIf(mounted)('is said of the folder of temporary files too', async () => {
    const count = counted('the disk of temporary files is full');
    writeFileSync(join(disk, 'filler'), Buffer.alloc(4 * 2 ** 20, 1).subarray(0, 2_900_000));
    const packed = join(place, 'packed.csv.gz');
    const { gzipSync } = await import('node:zlib');
    const claims = readFileSync(join(root, 'fixtures/published/claims-post-fiu.csv'), 'utf8');
    // Lines that pack badly, or it would be refused as one that unfolds to more than a table.
    const noise = Array.from({ length: 3000 }, (_, at) =>
      createHash('sha256').update(`${at}`).digest('hex'),
    );
    writeFileSync(packed, gzipSync(claims.repeat(400) + noise.join('\n')));
    for (const args of [
      ['describe', packed, '--out', join(fresh(), 'a.yaml')],
      ['ingest', 'published-claims', packed, '--out', join(fresh(), 'out')],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [bin, ...args], {
        encoding: 'utf8',
        env: { ...process.env, TMPDIR: disk },
      });
      const isHeld = status !== 0 && /disk is full/.test(stderr) && !/fault of/.test(stderr);
      count.held(isHeld);
      expect([args[0], status, stderr, isHeld]).toEqual([args[0], status, stderr, true]);
    }
    rmSync(join(disk, 'filler'));
    count.check();
  });
});

describe.runIf(!isWindows)('what is not public', () => {
  test('can be read by its owner alone, and what is public by all', async () => {
    const count = counted('another user of the machine reads what is not public');
    for (const audience of [
      'internal',
      'benelux-analysts',
      'partners',
      'policy',
      'court',
      'public',
    ]) {
      const folder = join(fresh(), 'out');
      await writePicture(folder, contents, clearance(publicHandling, audience));
      const all = [
        folder,
        ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
          join(folder, name),
        ),
      ];
      const open = all.filter((path) => (lstatSync(path).mode & 0o077) !== 0);
      if (audience === 'public') expect(open).toEqual(all);
      else {
        count.held(open.length === 0);
        expect(open).toEqual([]);
      }
    }
    count.check();
  });
});
