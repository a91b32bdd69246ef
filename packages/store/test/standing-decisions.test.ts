import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision, Ground } from '@samenbeeld/schema';
import {
  appendDecision,
  currentDecisions,
  type DecisionDraft,
  decisionId,
  disagreements,
  readDecisions,
  recordDecisions,
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

  test('is taken back by its own role only, and can be said again after that', async () => {
    const first = await appendDecision(path, draft());
    const undo = draft({ verdict: 'reopen', supersedes: first.id });
    expect(
      await failure(() => appendDecision(path, { ...undo, role: 'police analyst' })),
    ).toContain('each service replaces only what it said itself');
    await appendDecision(path, undo);
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

describe('of any other kind', () => {
  const conflict = { kind: 'conflict', verdict: 'keep c1', subject: 'COC NLVLI 2021' } as const;
  const claim = (agencies: string): Ground => ({
    id: agencies,
    name: agencies,
    says: { agencies },
  });
  const inForce = async () => currentDecisions(await readDecisions(path)).get(conflict.subject);

  test('each service decides for itself, and replaces only itself', async () => {
    const first = await appendDecision(path, draft({ ...conflict, agency: 'NL_CUST' }));
    const head = { ...conflict, role: 'head of desk', agency: 'NL_CUST', verdict: 'keep c2' };
    expect(await failure(() => appendDecision(path, draft(head)))).toContain('is decided by');
    const second = await appendDecision(path, draft({ ...head, supersedes: first.id }));
    const other = draft({ ...conflict, agency: 'NL_POL', role: 'police analyst' });
    expect(
      await failure(() => appendDecision(path, { ...other, supersedes: second.id })),
    ).toContain('each service replaces only what it said itself');
    await appendDecision(path, other);
    expect(await inForce()).toBeUndefined();
    expect(disagreements(await readDecisions(path))[0]).toHaveLength(2);
    const [agreed] = await recordDecisions(path, [{ ...other, verdict: 'keep c2' }]);
    expect(agreed?.verdict).toBe('keep c2');
    expect((await inForce())?.verdict).toBe('keep c2');
    expect(disagreements(await readDecisions(path))).toEqual([]);
  });

  test.each([
    ['the originator of the figure decides over another', ['NL_OM'], 'keep c2'],
    ['two originators that differ leave it undecided', ['NL_OM', 'NL_CUST'], undefined],
    ['without the originator it stays undecided', ['BE_CUST'], undefined],
  ])('%s', async (_, claimed, verdict) => {
    const takenOn = claimed.map(claim);
    const by = (agency: string, keeps: string) =>
      draft({ ...conflict, takenOn, agency, verdict: keeps });
    await appendDecision(path, by('NL_CUST', 'keep c1'));
    await appendDecision(path, by('NL_OM', 'keep c2'));
    expect((await inForce())?.verdict).toBe(verdict);
  });

  test('what was decided on other figures contradicts nobody', async () => {
    const on = (value: string, given: Partial<Decision>) =>
      draft({ ...conflict, takenOn: [{ id: 'c', name: 'c', says: { value } }], ...given });
    await appendDecision(path, on('9650 kg', { agency: 'NL_CUST' }));
    await appendDecision(
      path,
      on('9700 kg', { agency: 'NL_OM', verdict: 'keep c2', time: '2026-09-01' }),
    );
    expect((await inForce())?.verdict).toBe('keep c2');
  });

  test('a service reopens only what it decided, and is told whose word stands', async () => {
    await appendDecision(path, draft({ ...conflict, agency: 'NL_CUST' }));
    const undo = {
      ...draft({ ...conflict, agency: 'NL_OM', verdict: 'reopen' }),
      supersedes: null,
    };
    expect(await failure(() => recordDecisions(path, [undo]))).toMatch(
      /has decided nothing on .* each service reopens what it decided itself \(\w+ by "[^"]+", NL_CUST\)/,
    );
  });

  test('two words of one service, from files put together, are settled by its next', async () => {
    const one = draft({ ...conflict, agency: 'NL_CUST' });
    const two = { ...one, verdict: 'keep c2', role: 'head of desk' };
    const lines = [one, two].map((said) =>
      JSON.stringify({ id: decisionId(said), ...said, previous: null }),
    );
    await writeFile(path, lines.join('\n'));
    expect(await inForce()).toBeUndefined();
    await recordDecisions(path, [{ ...one, verdict: 'keep c3' }]);
    expect((await inForce())?.verdict).toBe('keep c3');
    expect(disagreements(await readDecisions(path))).toEqual([]);
  });
});

test('a role is told from another by its letters and digits', () => {
  expect(roleKey('Analyst,  port-desk')).toBe(roleKey('analyst port desk'));
  expect(roleKey('analyst 1')).not.toBe(roleKey('analyst 2'));
});
