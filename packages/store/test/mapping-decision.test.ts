import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendDecision, readDecisions } from '@samenbeeld/store';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mapping-decision-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const draft = {
  kind: 'crosswalk',
  subject: 'crosswalk nl-example substance "Middel" "coke"',
  verdict: 'exact COC',
  role: 'analyst',
  time: '2026-01-01',
  reason: 'as in the annual report',
  evidence: null,
  supersedes: null,
} as const;

test('decisions on labels and slips are recorded only as their readers read them', async () => {
  const path = join(folder, 'decisions.jsonl');
  await expect(appendDecision(path, { ...draft, verdict: 'exactly COC' })).rejects.toThrow(
    'The decision is not recorded: the verdict of a crosswalk decision is exact CODE, narrower CODE, broader CODE, overlap CODE or none; not "exactly COC".',
  );
  const slip = {
    ...draft,
    kind: 'correction',
    subject: 'correction nl-example "Aantal" "1638"',
  } as const;
  await expect(appendDecision(path, { ...slip, verdict: '163.8' })).rejects.toThrow(
    'The decision is not recorded: the verdict of a correction is "FROM" → "TO"',
  );
  const first = await appendDecision(path, draft);
  await appendDecision(path, { ...slip, verdict: '"1638" → "163,8"' });
  await appendDecision(path, { ...draft, verdict: 'reopen', supersedes: first.id });
  expect((await readDecisions(path)).length).toBe(3);
});
