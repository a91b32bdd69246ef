import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Decision, JointTotal } from '@samenbeeld/schema';
import {
  appendDecisions,
  decisionId,
  readDecisions,
  readDecisionsFile,
  settleDecisions,
} from '@samenbeeld/store';
import { describe, expect, test } from 'vitest';
import { samenbeeld, samenbeeldJson } from '../one-process.ts';
import { copyOfPublished, published, startFrom, temporary } from '../pictures.ts';
import { reportText } from '../report-text.ts';
import { stated } from './reliability.ts';

const script = fileURLToPath(new URL('./record-many.mjs', import.meta.url));
const settling = { role: 'analyst', reason: 'settled', time: '2026-01-02' };

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Recording {
  readonly done: Promise<string>;
  readonly kill: () => void;
  readonly firstCall: Promise<void>;
}

/** Another process that records; `limit` is the largest file it may write, in units of 1,024 bytes. */
function recording(
  path: string,
  name: string,
  calls: number,
  lines: number,
  limit?: number,
): Recording {
  const args = [script, path, name, String(calls), String(lines)];
  const child =
    limit === undefined
      ? spawn(process.execPath, args)
      : spawn('bash', [
          '-c',
          `trap '' XFSZ; ulimit -f ${limit}; exec "$0" "$@"`,
          process.execPath,
          ...args,
        ]);
  let output = '';
  let started: () => void = () => undefined;
  const firstCall = new Promise<void>((resolve) => {
    started = resolve;
  });
  child.stdout.on('data', (data) => {
    output += data;
    started();
  });
  const done = new Promise<string>((resolve) => {
    child.on('close', () => {
      started();
      resolve(output);
    });
  });
  return { done, kill: () => child.kill('SIGKILL'), firstCall };
}

/** Ids of the calls that a process reported as done: whole lines only. */
function reported(output: string): readonly string[] {
  const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('refused'))
    .flatMap((line) => line.split(' '));
}

const draft = (subject: string) => ({
  kind: 'conflict' as const,
  subject,
  verdict: 'add',
  role: 'analyst, port desk',
  time: '2026-01-01',
  reason: 'both count',
  evidence: null,
  supersedes: null,
});

describe('a file of decisions', () => {
  test('that 2 to 8 processes write at the same moment holds what each wrote, in one chain', async () => {
    const { tried, held } = stated('Decisions recorded at the same moment by 2, 4 and 8 processes');
    let [sent, found] = [0, 0];
    for (const processes of [2, 4, 8]) {
      const path = join(temporary('race'), 'decisions.jsonl');
      const names = Array.from({ length: processes }, (_, at) => `process ${at}`);
      const outputs = await Promise.all(names.map((name) => recording(path, name, 5, 1).done));
      const ids = outputs.flatMap(reported);
      const file = await readDecisionsFile(path);
      expect([file.damage, file.notes]).toEqual([[], []]);
      sent += processes * 5;
      const here = new Set(file.decisions.map(({ id }) => id));
      found += ids.filter((id) => here.has(id)).length;
    }
    expect([sent, found]).toEqual([tried, held]);
  });

  test('whose writer is killed loses nothing that was reported, and can be settled and written again', async () => {
    const { tried, held } = stated('A process killed while it records');
    const random = numbers(11);
    let whole = 0;
    for (let kill = 0; kill < tried; kill += 1) {
      const path = join(temporary('kill'), 'decisions.jsonl');
      const child = recording(path, `kill ${kill}`, 400, 150);
      await child.firstCall;
      await new Promise((resolve) => setTimeout(resolve, Math.floor(random() * 120)));
      child.kill();
      const ids = reported(await child.done);
      const { damage } = await readDecisionsFile(path);
      if (damage.length > 0) await settleDecisions(path, settling);
      await appendDecisions(path, [draft('after')]);
      const here = new Set((await readDecisions(path)).map(({ id }) => id));
      if (ids.length > 0 && ids.every((id) => here.has(id))) whole += 1;
    }
    expect(whole).toBe(held);
  });

  test.skipIf(process.platform === 'win32')(
    'that may not grow in the middle of a line is cut back to what it was, byte for byte',
    async () => {
      const { tried, held } = stated('No room left in the middle of a line');
      let whole = 0;
      for (let limit = 1; limit <= tried; limit += 1) {
        const path = join(temporary('full'), 'decisions.jsonl');
        await appendDecisions(path, [draft('before')]);
        const before = readFileSync(path);
        const output = await recording(path, 'full', 1, 60, limit).done;
        expect(output).toMatch(/^refused InputError: .*the decision is not recorded: /);
        if (readFileSync(path).equals(before)) whole += 1;
        await appendDecisions(path, [draft('after')]);
        expect((await readDecisions(path)).map(({ subject }) => subject)).toEqual([
          'before',
          'after',
        ]);
      }
      expect(whole).toBe(held);
    },
  );

  test('in which lines are removed, moved, changed or cut off says so, and goes on once it is settled', async () => {
    const { tried, held } = stated('Lines removed, moved, changed, hashed anew or cut off');
    const random = numbers(21);
    const pick = (count: number): number => Math.floor(random() * count);
    const path = join(temporary('tampered'), 'decisions.jsonl');
    await appendDecisions(path, ['a', 'b', 'c', 'd', 'e', 'f'].map(draft));
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const harms: readonly ((lines: string[]) => string[])[] = [
      (all) => all.toSpliced(pick(5), 1),
      (all) => all.toSpliced(pick(4), 2),
      (all) => {
        const at = pick(5);
        return all.with(at, all[at + 1] as string).with(at + 1, all[at] as string);
      },
      (all) => {
        const at = pick(6);
        return all.with(at, (all[at] as string).replace('both count', 'one counts'));
      },
      (all) => {
        const at = pick(5);
        const { previous, ...said } = JSON.parse(all[at] as string);
        const changed = { ...said, verdict: 'accept' };
        return all.with(at, JSON.stringify({ ...changed, id: decisionId(changed), previous }));
      },
      (all) => {
        const at = pick(6);
        const line = all[at] as string;
        return all.with(at, line.slice(0, 1 + pick(line.length - 1)));
      },
    ];
    let noticed = 0;
    for (let time = 0; time < tried; time += 1) {
      const bytes = `${harms[time % harms.length]?.([...lines]).join('\n')}\n`;
      writeFileSync(path, bytes);
      const refused = await readDecisions(path).catch((error: Error) => error.name);
      await settleDecisions(path, settling);
      const settled = await readDecisions(path);
      const isKept = readFileSync(path, 'utf8').startsWith(bytes);
      if (refused === 'InputError' && isKept && settled.some(({ kind }) => kind === 'repair'))
        noticed += 1;
    }
    expect(noticed).toBe(held);
  });
});

describe('a figure that changes after it was kept, by command', () => {
  const subject = 'NLVLI COC seized_in_port quantity 2024';
  const deciding = [
    '--role',
    'analyst, port desk',
    '--agency',
    'NL_CUST',
    '--reason',
    'customs counted',
    '--time',
    '2026-07-01',
  ];

  test('lapses the decision: build, decide, why and report say what has changed, and a removed line is missed', async () => {
    const folder = temporary('kept');
    const file = copyOfPublished(folder);
    const out = `${folder}/out/north-sea-port`;
    startFrom(published, out);
    const build = () => samenbeeld(['build', file, '--out', out]);
    const kept = await samenbeeldJson<Decision>([
      'decide',
      file,
      subject,
      '--keep',
      '9600',
      ...deciding,
    ]);
    expect(kept.agency).toBe('NL_CUST');
    expect(kept.takenOn?.length).toBeGreaterThan(1);
    expect((await build()).stdout).not.toContain('No longer applies');

    const claims = `${folder}/claims.csv`;
    const changed = readFileSync(claims, 'utf8')
      .replaceAll(',9600,kg,', ',9700,kg,')
      .replaceAll(',9.6,t,', ',9.7,t,');
    writeFileSync(claims, changed);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/, sha256: \w+/g, ''));
    const lapse = `No longer applies: decision ${kept.id} on "${subject}": `;
    const { stdout } = await build();
    expect(stdout).toContain(lapse);
    expect(stdout).toMatch(/value was 9,600 kg, is now 9,700 kg/);
    expect((await samenbeeld(['decide', file])).stdout).toContain(lapse);
    const why = await samenbeeldJson<{ readonly total: JointTotal }>([
      'why',
      out,
      'Vlissingen 2024',
    ]);
    expect(why.total.reported.likely).toBe('undecided');
    expect((await samenbeeld(['why', out, 'Vlissingen 2024'])).stdout).toMatch(
      new RegExp(`${kept.id} \\(no longer applies: .*9,700 kg`),
    );
    expect(reportText(`${out}/report.html`)).toMatch(/no longer applies: .*9,700 kg/);

    writeFileSync(`${folder}/decisions.jsonl`, '');
    const removed = await build();
    expect([removed.code, removed.stderr]).toEqual([
      1,
      expect.stringContaining('were removed or changed'),
    ]);
    // Where that is removed as well, the picture that stood before tells.
    rmSync(`${folder}/.decisions.jsonl.end`);
    expect((await build()).stdout).toContain(`Vanished: decision ${kept.id}`);
  });
});
