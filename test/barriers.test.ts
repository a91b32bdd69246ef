import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { samenbeeld } from './one-process.ts';
import { barriers, exercise, money, post, published, temporary } from './pictures.ts';

const asked = async (...args: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await samenbeeld(['ask', ...args, '--language', 'en']);
  expect(`${code} ${stderr}`).toBe('0 ');
  return stdout;
};

describe('samenbeeld ask … barriers', () => {
  test('says where no barrier in force is known, and that this is not none', async () => {
    const told = await asked(barriers, 'barriers', '--model', 'post');
    expect(told).toContain('At 5 of the 7 steps no barrier in force is known');
    expect(told).toContain('That is no proof that there is none.');
    expect(told).toContain('All 7 names of steps are proposals');
    // Dutch barriers alone: crime may move, which is not said to happen.
    expect(told).toMatch(/for one country alone \(Netherlands\)/);
  });

  test('three published names of steps, the others proposals', async () => {
    const told = await asked(barriers, 'barriers', '--model', 'synthetic');
    expect(told.match(/^ {2}\d\. .*\bpublished\b/gmu)).toHaveLength(3);
    expect(told.match(/^ {2}\d\. .*\bproposal\b/gmu)).toHaveLength(3);
  });

  test('a signal without records says so', async () => {
    const told = await asked(barriers, 'barriers', '--model', 'post');
    expect(told).toMatch(/unusual image of the scanner.*no records in this picture/);
  });

  test('a signal that names a claim of the picture shows it', async () => {
    const folder = temporary('signal');
    cpSync(`${root}/fixtures/published`, folder, { recursive: true });
    const file = join(folder, 'barriers/post.yaml');
    const text = readFileSync(file, 'utf8');
    const tied = text.replace('{ id: scan-image,', '{ id: scan-image, seizures: [K004],');
    expect(tied).not.toBe(text);
    writeFileSync(file, tied);
    const out = join(folder, 'out');
    const built = await samenbeeld([
      ...['build', join(folder, 'barriers.picture.yaml'), '--out', out],
    ]);
    expect(`${built.code} ${built.stderr}`).toBe('0 ');
    expect(await asked(out, 'barriers', '--model', 'post')).toMatch(
      /unusual image of the scanner.*Netherlands, 2022: 2,913/,
    );
    // A changed model is read anew, whatever else stayed as it was.
    writeFileSync(file, text);
    await samenbeeld(['build', join(folder, 'barriers.picture.yaml'), '--out', out]);
    expect(await asked(out, 'barriers', '--model', 'post')).not.toContain('2,913');
  });

  test('the sheet of a partner, by code or name; what is in one country', async () => {
    const sheet = await asked(barriers, 'barriers', '--model', 'port', '--partner', 'HARC team');
    expect(sheet).toContain('action sheet by partner');
    expect(sheet).not.toContain('Havik');
    const belgian = await asked(barriers, 'barriers', '--model', 'port', '--country', 'Belgium');
    expect(belgian).toContain('Havik');
    expect(belgian).not.toContain('138aa');
  });

  test('wrong use names what there is; a picture without models says what would fill it', async () => {
    const wrong = await samenbeeld(['ask', barriers, 'barriers', '--model', 'pots']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('post, port, money, synthetic');
    const none = await samenbeeld(['ask', money, 'barriers', '--language', 'en']);
    expect(none.code).not.toBe(0);
    expect(none.stderr).toContain('a barrier model');
  });

  test.each([
    ['the port', published, 'Resilience and barriers', 'Havik'],
    ['post and courier', post, 'Resilience and barriers', 'traces and prosecutes senders'],
    ['the exercise', exercise, 'Priorities', 'every score below is invented'],
  ])('the report of %s has its chapter', (_, folder, title, words) => {
    const report = readFileSync(`${folder}/report.html`, 'utf8');
    expect(report).toContain(title);
    expect(report).toContain(words);
  });

  test('every barrier stands in a table of the picture, with its line', () => {
    const rows = readFileSync(`${barriers}/data/barrier.csv`, 'utf8').trimEnd().split('\r\n');
    expect(rows[0]).toMatch(/^model,id,step,/);
    expect(rows.slice(1).filter((row) => !/\.yaml,\d+$/u.test(row))).toEqual([]);
    const written = ['post', 'port', 'money', 'synthetic'].flatMap((model) =>
      readFileSync(`${root}/fixtures/published/barriers/${model}.yaml`, 'utf8').match(
        /^ {2}- id: /gmu,
      ),
    );
    expect(rows.length - 1).toBe(written.length);
  });
});

describe('samenbeeld ask … priorities', () => {
  test('an order with how sure it is, what would change it, and how the rounds moved', async () => {
    const told = await asked(exercise, 'priorities');
    expect(told).toContain('EXERCISE: every score below is invented.');
    expect(told).toMatch(/1\s+cocaine through seaports\s+4\.51\s+1 to 2\s+75%/);
    expect(told).toContain('tied if “harm to people” goes from 30% to 38%, turned round beyond');
    expect(told).toContain('came closer: 1.05 apart on average became 0.58');
    expect(told).toContain('Grand Ducal Police, strategic analyst');
  });
});
