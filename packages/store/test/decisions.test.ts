import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision } from '@samenbeeld/schema';
import {
  appendDecision,
  appendDecisions,
  currentDecisions,
  type DecisionDraft,
  decisionId,
  disagreements,
  readDecisions,
} from '@samenbeeld/store';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decisionLine } from '../src/decision-line.ts';
import { decision, failure } from './handling.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'decisions-test-'));
  path = join(folder, 'decisions.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const draft = (given: Partial<DecisionDraft> = {}): DecisionDraft => {
  const { id: _, ...rest } = decision(given);
  return rest;
};
/** An error without the folder of this run. */
const told = async (call: () => unknown): Promise<string> =>
  (await failure(call)).replaceAll(`${folder}/`, '');

describe('appendDecision and readDecisions', () => {
  test.each(['reason', 'evidence'] as const)(
    'a new %s that seems to name a person is refused',
    async (field) => {
      const named = draft({ [field]: 'gemeld door hoofdinspecteur Jan Peeters' });
      const message = await told(() => appendDecision(path, named));
      expect(message).toContain(`"${field}" seems to name a person`);
      expect(message).not.toContain('Peeters');
      await appendDecision(path, draft({ [field]: 'gemeld door firma Jan Peeters' }));
      expect(await readDecisions(path)).toHaveLength(1);
    },
  );

  test.each(['MSCU4471983', 'MSCU 447198 3', 'tcnu 447198-3 / TCNU4471983'])(
    'a new reason that names a container is refused: %s',
    async (number) => {
      const named = draft({ reason: `zelfde container ${number}` });
      const message = await told(() => appendDecision(path, named));
      expect(message).toContain('"reason" names a container number');
      expect(message).not.toContain('447198');
      await appendDecision(path, draft({ reason: 'zelfde container' }));
      expect(await readDecisions(path)).toHaveLength(1);
    },
  );

  test('a container that an older line names stays in the line, and no reader has it', async () => {
    const older = draft({ reason: 'zelfde container MSCU4471983', evidence: 'foto TCNU 447198-3' });
    const recorded = { ...older, id: decisionId(older) } as Decision;
    await writeFile(path, `${decisionLine(recorded, null)}\n`);
    const [read] = await readDecisions(path);
    expect([read?.id, read?.reason, read?.evidence]).toEqual([
      recorded.id,
      'zelfde container (not shown)',
      'foto (not shown)',
    ]);
    // The chain holds, and what stood in the file stands there still.
    await appendDecision(path, draft({ verdict: 'keep c2', supersedes: recorded.id }));
    expect(await readDecisions(path)).toHaveLength(2);
    expect(await readFile(path, 'utf8')).toContain('MSCU4471983');
  });

  test('take the reopening of one of two decisions that contradict each other', async () => {
    const first = await appendDecision(path, draft({ verdict: 'keep c1' }));
    const rival = { ...draft({ verdict: 'keep c2', role: 'another office' }) };
    await appendFile(path, `${JSON.stringify({ id: decisionId(rival), ...rival })}\n`);
    const recorded = await readDecisions(path);
    expect(currentDecisions(recorded).size).toBe(0);
    expect(disagreements(recorded)).toHaveLength(1);
    await appendDecision(path, draft({ verdict: 'reopen', supersedes: first.id }));
    const [standing] = currentDecisions(await readDecisions(path)).values();
    expect(standing?.verdict).toBe('keep c2');
  });

  test('record and read, one line each', async () => {
    const first = await appendDecision(path, draft());
    const second = await appendDecision(
      path,
      draft({ verdict: 'keep c2', supersedes: first.id, evidence: 'letter of the OM' }),
    );
    expect(await readDecisions(path)).toEqual([first, second]);
    const lines = (await readFile(path, 'utf8')).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchInlineSnapshot(
      `"{"id":"381e2b5565df","kind":"conflict","subject":"COC NLVLI 2021","verdict":"keep c1","role":"analyst, Benelux secretariat","time":"2026-01-01T09:00:00Z","reason":"counting authority","evidence":null,"supersedes":null,"previous":null}"`,
    );
    expect(first.id).toBe(decisionId(draft()));
  });

  test('no file is no decision', async () => {
    expect(await readDecisions(path)).toEqual([]);
  });

  test('a line without its end still gets a new line after it', async () => {
    const first = await appendDecision(path, draft());
    await writeFile(path, (await readFile(path, 'utf8')).trimEnd());
    const second = await appendDecision(path, draft({ subject: 'other' }));
    expect(await readDecisions(path)).toEqual([first, second]);
  });

  test.each<[string, Partial<DecisionDraft>]>([
    ['an empty role', { role: ' ' }],
    ['an empty reason', { reason: '' }],
    ['an e-mail address', { role: 'j.jansen@politie.example' }],
    ['a badge number', { role: 'officer 4411' }],
    ['a name', { role: 'mevr. Jansen' }],
    ['a telephone number in the reason', { reason: 'called 06-12345678 on it' }],
    ['an unknown kind', { kind: 'guess' as never }],
    ['a time without zone', { time: '2026-01-01T09:00' }],
    ['an impossible day', { time: '2026-02-32' }],
    ['a field it does not know', { name: 'x' } as never],
    ['a line break', { reason: 'a\nb' }],
    ['a reopen of nothing', { verdict: 'reopen' }],
    ['an unknown predecessor', { supersedes: 'ffffffffffff' }],
  ])('%s is refused and nothing is written', async (_, given) => {
    expect(await told(() => appendDecision(path, draft(given)))).toMatchSnapshot();
    expect(await readDecisions(path)).toEqual([]);
  });

  test('what is decided is only superseded by name, once, on the same subject', async () => {
    const first = await appendDecision(path, draft());
    expect(await told(() => appendDecision(path, draft()))).toMatchInlineSnapshot(
      `"UsageError: The decision is not recorded: 381e2b5565df says the same."`,
    );
    expect(
      await told(() => appendDecision(path, draft({ verdict: 'keep c2' }))),
    ).toMatchInlineSnapshot(
      `"UsageError: The decision is not recorded: "COC NLVLI 2021" is decided by 381e2b5565df ("keep c1"): name it in "supersedes" to replace it."`,
    );
    await appendDecision(path, draft({ verdict: 'keep c2', supersedes: first.id }));
    expect(
      await told(() => appendDecision(path, draft({ verdict: 'keep c3', supersedes: first.id }))),
    ).toMatchInlineSnapshot(
      `"UsageError: The decision is not recorded: 381e2b5565df is already superseded by b27a49e02fe0: supersede that one instead."`,
    );
    expect(
      await told(() => appendDecision(path, draft({ subject: 'other', supersedes: first.id }))),
    ).toMatchInlineSnapshot(
      `"UsageError: The decision is not recorded: it supersedes "381e2b5565df", which is about conflict "COC NLVLI 2021"."`,
    );
    expect(await readDecisions(path)).toHaveLength(2);
  });

  test('after a reopen the subject may be decided again', async () => {
    const first = await appendDecision(path, draft());
    await appendDecision(path, draft({ verdict: 'reopen', supersedes: first.id }));
    const again = await appendDecision(path, draft({ time: '2026-02-01' }));
    expect(currentDecisions(await readDecisions(path)).get(first.subject)).toEqual(again);
  });

  test('many are recorded in one go, each against those before it', async () => {
    const first = await appendDecision(path, draft());
    const many = Array.from({ length: 3000 }, (_, at) => draft({ subject: `COC place ${at}` }));
    const recorded = await appendDecisions(path, [
      draft({ verdict: 'keep c2', supersedes: first.id }),
      ...many,
    ]);
    expect(recorded).toHaveLength(3001);
    expect(await readDecisions(path)).toEqual([first, ...recorded]);
    expect(await appendDecisions(path, [])).toEqual([]);
  });

  test('of many of which one is refused, none is recorded', async () => {
    const first = await appendDecision(path, draft());
    const other = draft({ subject: 'other' });
    const written = await readFile(path, 'utf8');
    const refused = (drafts: readonly DecisionDraft[]) => told(() => appendDecisions(path, drafts));
    expect(await refused([other, draft({ subject: 'third', role: '' })])).toContain(
      '"role" is empty',
    );
    expect(await refused([other, other])).toContain('says the same');
    expect(await refused([other, { ...other, verdict: 'keep c2' }])).toContain(
      '"other" is decided by',
    );
    const both = ['keep c2', 'keep c3'].map((verdict) => draft({ verdict, supersedes: first.id }));
    expect(await refused([other, ...both])).toContain('is already superseded by');
    expect(await readFile(path, 'utf8')).toBe(written);
  });

  test('a damaged file is refused with the line and a repair', async () => {
    const first = await appendDecision(path, draft());
    const good = await readFile(path, 'utf8');
    const after = async (more: string): Promise<string> => {
      await writeFile(path, good);
      await appendFile(path, more);
      return told(() => readDecisions(path));
    };
    expect(await after('{"id":"x","ki')).toMatchInlineSnapshot(
      `"InputError: decisions.jsonl, line 2: the line is cut off: it was not written to its end. Repair: restore decisions.jsonl from a copy, or settle what is damaged, with nothing removed: samenbeeld decide decisions.jsonl --settle --role "…" --reason "…""`,
    );
    expect(await after('nonsense\n')).toMatchInlineSnapshot(
      `"InputError: decisions.jsonl, line 2: expected one decision as a JSON object, found something else. Repair: restore decisions.jsonl from a copy, or settle what is damaged, with nothing removed: samenbeeld decide decisions.jsonl --settle --role "…" --reason "…""`,
    );
    expect(await after('[]\n')).toMatchInlineSnapshot(
      `"InputError: decisions.jsonl, line 2: expected one decision as a JSON object, found something else. Repair: restore decisions.jsonl from a copy, or settle what is damaged, with nothing removed: samenbeeld decide decisions.jsonl --settle --role "…" --reason "…""`,
    );
    expect(await after(good)).toBe('no error');
    expect(await after(good.replace('keep c1', 'keep c2'))).toMatchInlineSnapshot(
      `"InputError: decisions.jsonl, line 2: the decision "381e2b5565df" was changed after it was recorded. Repair: restore decisions.jsonl from a copy, or settle what is damaged, with nothing removed: samenbeeld decide decisions.jsonl --settle --role "…" --reason "…""`,
    );
    expect(await after('{"id":"x","kind":"conflict"}\n')).toMatchInlineSnapshot(
      `"InputError: decisions.jsonl, line 2: "subject" is empty. Repair: restore decisions.jsonl from a copy, or settle what is damaged, with nothing removed: samenbeeld decide decisions.jsonl --settle --role "…" --reason "…""`,
    );
    const orphan = draft({ supersedes: 'ffffffffffff' });
    expect(
      await after(`${JSON.stringify({ id: decisionId(orphan), ...orphan })}\n`),
    ).toMatchInlineSnapshot(
      `"InputError: decisions.jsonl, line 2: it supersedes "ffffffffffff", which is not in the file. Repair: restore decisions.jsonl from a copy, or settle what is damaged, with nothing removed: samenbeeld decide decisions.jsonl --settle --role "…" --reason "…""`,
    );
    const astray = draft({ subject: 'other', supersedes: first.id });
    expect(
      await after(`\n${JSON.stringify({ id: decisionId(astray), ...astray })}\n`),
    ).toMatchInlineSnapshot(
      `"InputError: decisions.jsonl, line 3: it supersedes "381e2b5565df", which is about conflict "COC NLVLI 2021". Repair: restore decisions.jsonl from a copy, or settle what is damaged, with nothing removed: samenbeeld decide decisions.jsonl --settle --role "…" --reason "…""`,
    );
  });
});

describe('currentDecisions', () => {
  const chain: readonly Decision[] = [
    decision({ id: 'a1', subject: 'a' }),
    decision({ id: 'a2', subject: 'a', verdict: 'keep c2', supersedes: 'a1' }),
    decision({ id: 'a3', subject: 'a', verdict: 'keep c3', supersedes: 'a2' }),
    decision({ id: 'b1', subject: 'b' }),
    decision({ id: 'b2', subject: 'b', verdict: 'reopen', supersedes: 'b1' }),
    decision({ id: 'c1', subject: 'c' }),
    decision({ id: 'c2', subject: 'c', verdict: 'reopen', supersedes: 'c1' }),
    decision({ id: 'c3', subject: 'c', verdict: 'keep c9' }),
    decision({ id: 'd1', subject: 'd' }),
    decision({ id: 'd2', subject: 'd', time: '2026-03-01' }),
  ];

  test('gives the ones in force, whatever the order of the lines', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...chain], { minLength: chain.length }), (shuffled) => {
        const current = [...currentDecisions(shuffled)].map(([subject, { id }]) => [subject, id]);
        expect(current).toEqual([
          ['a', 'a3'],
          ['c', 'c3'],
          ['d', 'd2'],
        ]);
      }),
    );
  });

  test('of two that contradict each other none is in force, two kinds at once are refused', async () => {
    const rivals = [decision({ id: 'x' }), decision({ id: 'y', verdict: 'keep c2' })];
    expect(currentDecisions(rivals).size).toBe(0);
    expect(disagreements(rivals)).toEqual([rivals]);
    expect(disagreements([decision({ id: 'x' })])).toEqual([]);
    const kinds = [decision({ id: 'x' }), decision({ id: 'y', kind: 'override' })];
    expect(await failure(() => currentDecisions(kinds))).toMatchInlineSnapshot(
      `"UsageError: "COC NLVLI 2021" is decided as conflict and override: ask for one kind."`,
    );
    expect(currentDecisions(kinds, 'override').get('COC NLVLI 2021')?.id).toBe('y');
  });

  test('a reopen that undoes one rival leaves the other in force', () => {
    const decisions = [
      decision({ id: 'x' }),
      decision({ id: 'y', verdict: 'keep c2' }),
      decision({ id: 'z', verdict: 'reopen', supersedes: 'y' }),
    ];
    expect(currentDecisions(decisions).get('COC NLVLI 2021')?.id).toBe('x');
  });
});
