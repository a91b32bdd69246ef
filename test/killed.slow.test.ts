// Two small pictures are built into one folder in turn. Each build is killed, and the folder must then open whole.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { openPicture } from '@samenbeeld/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { bin, root, samenbeeld } from './command.ts';
import { hashes, smallPicture, temporary } from './pictures.ts';

const place = temporary('kill');
const out = `${place}/out`;
const files = ['one', 'two'].map((name) => `${place}/${name}.picture.yaml`);
const whole = new Map<string, unknown>();
const outcomes: string[] = [];
let current = '';
let milliseconds = 0;

/** The first claims of the claim sheet, and those of the ports, which the recipe needs. */
function fewClaims(): readonly string[] {
  const [, ...lines] = readFileSync(`${root}/fixtures/published/claims.csv`, 'utf8').split('\n');
  const ofPorts = lines.filter(
    (line) => line.includes(',NLVLI,') && line.includes(',seized_in_port,'),
  );
  return [...lines.slice(0, 19), ...ofPorts];
}

/** Starts the build of the other picture and kills it as `moment` says; the folder must then open whole. */
async function killAt(moment: (kill: () => void) => () => void): Promise<void> {
  const next = files.find((file) => file !== current) ?? '';
  const child = spawn(process.execPath, [bin, 'build', next, '--out', out], { stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | null>((done) => {
    child.on('close', (_, signal) => done(signal));
  });
  const stop = moment(() => child.kill('SIGKILL'));
  const signal = await ended;
  stop();
  const picture = await openPicture(out);
  const { name } = picture.metadata;
  await picture.close();
  const found = `${place}/${name}.picture.yaml`;
  expect(hashes(out)).toEqual(whole.get(found));
  outcomes.push(`${signal === null ? 'finished' : 'killed'}, ${found === current ? 'old' : 'new'}`);
  current = found;
}

/** Once a name beside the folder appears or changes. */
const once = (name: RegExp, wait: number) => (kill: () => void) => {
  const watcher = watch(place, (_, changed) => {
    if (!changed || !name.test(changed)) return;
    watcher.close();
    if (wait === 0) kill();
    else setTimeout(kill, wait);
  });
  return () => watcher.close();
};

function tally(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word}`).join('; ');
}

describe('a build that is killed with kill -9', () => {
  // Both are built, to know what is whole and how long it takes.
  beforeAll(async () => {
    const small = readFileSync(smallPicture(place, fewClaims()), 'utf8');
    for (const [at, file] of files.entries()) {
      writeFileSync(file, small.replace('picture: small', `picture: ${['one', 'two'][at]}`));
      const ran = await samenbeeld(['build', file, '--out', out]);
      expect(ran.stderr).toBe('');
      milliseconds = ran.milliseconds;
      whole.set(file, hashes(out));
      current = file;
    }
  });

  test.each([0.1, 0.3, 0.5, 0.7, 0.9, 1])(
    'at %f of its time: a whole picture, old or new',
    (share) =>
      killAt((kill) => {
        const timer = setTimeout(kill, milliseconds * share);
        return () => clearTimeout(timer);
      }),
  );

  test.each([0, 10, 30, 60, 100, 200])('%i ms after it began to write', (wait) =>
    killAt(once(/\.new$/, wait)),
  );

  test.each([
    ['set aside', /\.old$/],
    ['set aside', /\.old$/],
    ['put in place', /^out$/],
    ['put in place', /^out$/],
  ])('when one is %s', (_, name) => killAt(once(name, 0)));

  test('the next build ends well and leaves nothing beside', async () => {
    console.log(`${outcomes.length} builds: ${tally(outcomes)}`);
    // More than half of all.
    expect(outcomes.filter((outcome) => outcome.startsWith('killed')).length).toBeGreaterThan(8);
    const [, two = ''] = files;
    const { code, stderr } = await samenbeeld(['build', two, '--out', out]);
    expect([code, stderr]).toEqual([0, '']);
    expect(hashes(out)).toEqual(whole.get(two));
    expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual([
      '.samenbeeld-cache',
    ]);
  });
});
