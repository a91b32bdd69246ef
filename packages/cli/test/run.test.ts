import { run } from 'samenbeeld';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { asRun, commandNames } from '../src/as-run.ts';
import { program } from '../src/program.ts';

let printed: string[];
let complained: string[];

beforeEach(() => {
  printed = [];
  complained = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    printed.push(line);
  });
  vi.spyOn(console, 'error').mockImplementation((line: string) => {
    complained.push(line);
  });
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained.push(String(text));
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('what is printed', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('names commands as the reader runs them: after npx where npx runs this one', async () => {
    const help = async (): Promise<string> => {
      printed = [];
      await run(['check', '--help']);
      return printed.join('');
    };
    vi.stubEnv('npm_command', 'run-script');
    expect(await help()).not.toContain('npx');
    vi.stubEnv('npm_command', 'exec');
    vi.stubEnv('npm_lifecycle_script', 'vitest');
    expect(await help()).not.toContain('npx');
    vi.stubEnv('npm_lifecycle_script', "'samenbeeld'");
    expect(await help()).toContain('Usage: npx samenbeeld check ');
    vi.stubEnv('npm_command', 'run-script');
    vi.stubEnv('npm_lifecycle_event', 'test');
    expect(await help()).not.toContain('npx');
    vi.stubEnv('npm_lifecycle_event', 'joint');
    expect(await help()).toContain('Usage: npx samenbeeld check ');
    await run(['why', 'no-such-folder', 'NSP cocaine 2022', '--language', 'fr']);
    const said = [...printed, ...complained].join('\n');
    expect(said).toMatch(/npx samenbeeld build/);
    expect(said).not.toMatch(/(?<!npx )samenbeeld build/);
  });

  test('names each command there is, and no other word after samenbeeld', () => {
    const commands = program(() => undefined, 'en').commands.map((command) => command.name());
    expect(commandNames.split('|').toSorted()).toEqual([...commands, 'help'].toSorted());
    const env = { npm_command: 'exec', npm_lifecycle_script: 'samenbeeld' };
    expect(
      asRun('`samenbeeld claim-sheet`, samenbeeld needs, @samenbeeld/cli, npx samenbeeld why', env),
    ).toBe('`npx samenbeeld claim-sheet`, samenbeeld needs, @samenbeeld/cli, npx samenbeeld why');
  });
});

describe('run', () => {
  test('returns 0 for help and version, which load no command', async () => {
    expect(await run(['--help'])).toBe(0);
    expect(printed.join('')).toContain('Usage: samenbeeld');
    expect(await run(['--version'])).toBe(0);
  });

  test('returns 2 for an unknown command or option, and suggests one', async () => {
    expect(await run(['biuld'])).toBe(2);
    expect(complained.join('')).toContain('(Did you mean build?)');
    expect(await run(['doctor', '--jsno'])).toBe(2);
    expect(complained.join('')).toContain('(Did you mean --json?)');
  });

  test.each([
    [['ask', 'x', 'total', '--palce', 'y'], 'onbekende optie "--palce"\n(Bedoelde u --place?)\n'],
    [['--palce', 'y', 'ask', 'x'], 'onbekende optie "--palce"\n(Bedoelde u --place?)\n'],
    [
      ['--place', 'y', 'ask', 'x'],
      'de optie "--place" hoort achter het commando: samenbeeld ask … --place\n',
    ],
    [['ask', 'x', 'total', '--qqq'], 'onbekende optie "--qqq"\n'],
    [['--qqq', 'ask', 'x', 'total'], 'onbekende optie "--qqq"\n'],
  ])('says of %j what is wrong, and where the options are shown', async (args, said) => {
    expect(await run([...args, '--language', 'nl'])).toBe(2);
    expect(complained.join('')).toBe(`fout: ${said}Hoe het gaat: samenbeeld ask --help\n`);
  });

  test('returns 2 for wrong use and 1 for wrong data, with one line on stderr', async () => {
    expect(await run(['why', '/nowhere', 'NSP 2022'])).toBe(2);
    expect(await run(['build', '/nowhere.picture.yaml', '--out', '/tmp/x'])).toBe(1);
    expect(complained).toEqual([
      expect.stringContaining('There is no picture in /nowhere.'),
      expect.stringContaining('expected a picture file, found none'),
    ]);
    expect(printed).toEqual([]);
  });

  test('with --json an error is an object on stdout', async () => {
    expect(await run(['build', '/nowhere.picture.yaml', '--out', '/tmp/x', '--json'])).toBe(1);
    expect(JSON.parse(printed.join(''))).toMatchObject({
      error: 'InputError',
      place: { file: '/nowhere.picture.yaml' },
    });
    expect(complained).toEqual([]);
  });
});
