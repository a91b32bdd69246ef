import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayAsIs } from '@samenbeeld/merge';
import { languages, UsageError, wrongUse } from '@samenbeeld/schema';
import { run } from 'samenbeeld';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english, plain } from '../../../test/english-words.ts';
import { buildWords } from '../src/commands/build.ts';
import { decideWords, settlingWords } from '../src/decide-view/decide-words.ts';
import { languageIn } from '../src/misuse.ts';

let complained: string[];
beforeEach(() => {
  complained = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => {
    complained.push(line);
  });
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('a wrong call is told in the reader’s language', () => {
  const calls: readonly (readonly string[])[] = [
    ['biuld'],
    ['build', 'x.picture.yaml', '--jsno'],
    ['--jsno', 'build', 'x.picture.yaml'],
    ['--json', 'build', 'x.picture.yaml'],
    ['build', 'x.picture.yaml'],
    ['build'],
    ['build', 'x.picture.yaml', '--out'],
    ['build', 'x.picture.yaml', '--out', 'y', '--threads', 'zero'],
    ['why', '/nowhere', 'NSP 2022'],
    ['why', '/nowhere', 'NSP 2022', 'too much'],
    ['why', '/nowhere', 'NSP 2022', '--format', 'doc'],
    ['check', '4100 kg cocaine Vlissingen 2022', '--picture', '/nowhere'],
    ['decide', 'd.jsonl', 'x', '--role', 'analyst', '--reason', 'r'],
    ['decide', 'd.jsonl', '--keep', 'C1'],
    ['decide', 'd.jsonl', '--settle', '--accept'],
    ['decide', 'd.jsonl', '--settle'],
    ['codes', 'nothing', 'x'],
    ['fetch', 'fiu-nl', '--max-megabytes', 'none'],
    ['diff', 'a', 'b'],
    ['anomalies', 'fiu-nl', 'x.csv', '--kind', 'odd'],
  ];

  it.each(calls.map((call) => [call.join(' '), call] as const))('%s', async (_, call) => {
    const told: string[] = [];
    for (const language of languages) {
      complained = [];
      expect(await run([...call, '--language', language])).toBe(2);
      told.push(complained.join('\n'));
    }
    expect(new Set(told).size).toBe(4);
    for (const [at, language] of languages.entries())
      if (language !== 'en') expect(plain(told[at] ?? '')).not.toMatch(english);
  });

  it('of the machine where none is asked for; in English for machines', async () => {
    vi.stubEnv('LC_ALL', 'nl_NL.UTF-8');
    expect(await run(['why', '/nowhere', 'NSP 2022'])).toBe(2);
    expect(complained.join()).toContain('Er is geen beeld in /nowhere.');
    expect(languageIn(['build', '--language=fr'])).toBe('fr');
    expect(languageIn(['build', '--language', 'xx'])).toBe('nl');
  });

  it('is made nowhere in the command but in four languages', () => {
    const root = join(import.meta.dirname, '../src');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const single = files.filter((name) =>
      readFileSync(join(root, name), 'utf8').includes('throw new UsageError('),
    );
    // Commander refuses another --language before this is reached.
    expect(single).toEqual(['terminal.ts']);
  });

  it('puts no capital on a path or an id', () => {
    const error = wrongUse('{path} is weg.', '{path} manque.', '{path} fehlt.', '{path} is gone.', {
      path: 'decisions.jsonl',
    });
    expect(error).toBeInstanceOf(UsageError);
    expect([error.message, error.says?.nl]).toEqual([
      'decisions.jsonl is gone.',
      'decisions.jsonl is weg.',
    ]);
    expect(
      sayAsIs(decideWords.recorded, { id: 'ab12', verdict: 'v', subject: 's', superseding: '' }).nl,
    ).toMatch(/^ab12 /);
  });
});

describe('what build and decide print', () => {
  const words = { ...buildWords, ...decideWords, ...settlingWords };

  it.each(Object.entries(words))('%s is in four languages', (_, text) => {
    for (const language of ['nl', 'fr', 'de'] as const) {
      expect(text[language]).not.toBe('');
      expect(text[language].replace(/\{[^}]*\}|[“„«"][^”“»"]*[”“»"]/gu, '')).not.toMatch(english);
    }
  });
});
