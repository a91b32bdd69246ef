import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openPicture } from '@samenbeeld/store';
import { expect } from 'vitest';
import { bin, root, samenbeeld } from './command.ts';
import { hashes, temporary } from './pictures.ts';

/** Two small pictures that are built into one folder in turn; each build is killed, and the folder must then open whole. */
export interface KilledBuilds {
  /** Builds both, to know what is whole and how long it takes. */
  prepare(): Promise<void>;
  atShare(share: number): Promise<void>;
  afterWriting(wait: number): Promise<void>;
  when(moment: 'set aside' | 'put in place'): Promise<void>;
  /** The next build ends well and leaves nothing beside; more than so many were killed. */
  endsWell(killed: number): Promise<void>;
}

/** The head and the first claims of the claim sheet, and those of the ports, which the recipe needs. */
function fewClaims(): string {
  const lines = readFileSync(`${root}/fixtures/published/claims.csv`, 'utf8').split('\n');
  const ofPorts = lines.filter(
    (line) => line.includes(',NLVLI,') && line.includes(',seized_in_port,'),
  );
  return `${[...lines.slice(0, 20), ...ofPorts].join('\n')}\n`;
}

export function killedBuilds(): KilledBuilds {
  const place = temporary('kill');
  const out = `${place}/out`;
  const files = ['one', 'two'].map((name) => `${place}/${name}.picture.yaml`);
  const whole = new Map<string, unknown>();
  const outcomes: string[] = [];
  let current = '';
  let milliseconds = 0;

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
    outcomes.push(
      `${signal === null ? 'finished' : 'killed'}, ${found === current ? 'old' : 'new'}`,
    );
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

  return {
    prepare: async () => {
      writeFileSync(`${place}/claims.csv`, fewClaims());
      for (const file of files) {
        const name = basename(file, '.picture.yaml');
        writeFileSync(
          file,
          `picture: ${name}
title: { nl: ${name}, fr: ${name}, de: ${name}, en: ${name} }
recipe: north-sea-port
asOf: 2026-06-30
audience: public
inputs:
  - { source: published-claims, file: claims.csv }
`,
        );
        const ran = await samenbeeld(['build', file, '--out', out]);
        expect(ran.stderr).toBe('');
        milliseconds = ran.milliseconds;
        whole.set(file, hashes(out));
        current = file;
      }
    },
    atShare: (share) =>
      killAt((kill) => {
        const timer = setTimeout(kill, milliseconds * share);
        return () => clearTimeout(timer);
      }),
    afterWriting: (wait) => killAt(once(/\.new$/, wait)),
    when: (moment) => killAt(once(moment === 'set aside' ? /\.old$/ : /^out$/, 0)),
    endsWell: async (killed) => {
      console.log(`${outcomes.length} builds: ${tally(outcomes)}`);
      expect(outcomes.filter((outcome) => outcome.startsWith('killed')).length).toBeGreaterThan(
        killed,
      );
      const [, two = ''] = files;
      const { code, stderr } = await samenbeeld(['build', two, '--out', out]);
      expect([code, stderr]).toEqual([0, '']);
      expect(hashes(out)).toEqual(whole.get(two));
      expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual([
        '.samenbeeld-cache',
      ]);
    },
  };
}

function tally(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word}`).join('; ');
}
