import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  appendDecision,
  currentDecisions,
  type DecisionDraft,
  readDecisions,
  roleKey,
  standingDecisions,
} from '@samenbeeld/store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decision, failure } from './handling.ts';

let path: string;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standing-'));
  path = join(folder, 'decisions.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const draft = (given: Partial<DecisionDraft> = {}): DecisionDraft => {
  const { id: _, ...rest } = decision({
    kind: 'same-seizure',
    subject: 'same x y',
    verdict: 'same',
    role: 'customs analyst',
    ...given,
  });
  return rest;
};

describe('a decision of kind same-seizure', () => {
  test('stands once for each role, and another role may say the same or not', async () => {
    await appendDecision(path, draft());
    expect(await failure(() => appendDecision(path, draft({ reason: 'again' })))).toContain(
      'is decided by',
    );
    expect(
      await failure(() => appendDecision(path, draft({ role: 'Customs  Analyst', reason: 'b' }))),
    ).toContain('is decided by');
    await appendDecision(path, draft({ role: 'police analyst' }));
    const agreed = await readDecisions(path);
    expect(standingDecisions(agreed, 'same-seizure', 'same x y')).toHaveLength(2);
    expect(currentDecisions(agreed).get('same x y')?.verdict).toBe('same');
    await appendDecision(path, draft({ role: 'a third desk', verdict: 'different' }));
    expect(currentDecisions(await readDecisions(path)).has('same x y')).toBe(false);
  });

  test('can be said again by a role whose word another role took back', async () => {
    const first = await appendDecision(path, draft());
    await appendDecision(
      path,
      draft({ role: 'police analyst', verdict: 'reopen', supersedes: first.id }),
    );
    await appendDecision(path, draft({ reason: 'looked again' }));
    const all = await readDecisions(path);
    expect(standingDecisions(all, 'same-seizure', 'same x y').map(({ reason }) => reason)).toEqual([
      'looked again',
    ]);
  });

  test('takes no verdict but same, different, unsure and reopen', async () => {
    expect(await failure(() => appendDecision(path, draft({ verdict: 'accept' })))).toContain(
      'expected one of same, different, unsure, reopen',
    );
    expect((await appendDecision(path, draft({ verdict: 'unsure' }))).verdict).toBe('unsure');
  });
});

test('a subject of any other kind has one decision, whatever the role', async () => {
  const conflict = { kind: 'conflict', verdict: 'keep c1', subject: 'COC NLVLI 2021' } as const;
  await appendDecision(path, draft(conflict));
  expect(
    await failure(() => appendDecision(path, draft({ ...conflict, role: 'police analyst' }))),
  ).toContain('is decided by');
});

test('a role is told from another by its letters and digits', () => {
  expect(roleKey('Analyst,  port-desk')).toBe(roleKey('analyst port desk'));
  expect(roleKey('analyst 1')).not.toBe(roleKey('analyst 2'));
});
