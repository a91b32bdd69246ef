import type { BuiltAnalysis } from '@samenbeeld/recipes';
import { type Decision, decisionKinds, languages } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { decideWords, stateWords } from '../src/decide-view/decide-words.ts';
import { decisionTrouble } from '../src/decide-view/decision-trouble.ts';
import { countConflicts } from '../src/decide-view/open-matters.ts';

const said = (id: string, agency: string, verdict: string): Decision => ({
  id,
  kind: 'conflict',
  subject: 'COC NLVLI 2024',
  verdict,
  role: 'analyst',
  agency,
  takenOn: [
    { id: 'c1', name: 'C095', says: { agencies: 'NL_HARC' } },
    { id: 'c2', name: 'P035', says: { agencies: 'NL_CUST' } },
  ],
  time: '2026-01-01',
  reason: 'counted',
  evidence: null,
  supersedes: null,
});

const trouble = (...group: readonly Decision[]) => {
  const none = { stale: [], lapsed: new Map(), outside: [], unstated: [] };
  return languages.map((language) =>
    decisionTrouble({ ...none, disagreed: [group] } as unknown as BuiltAnalysis, language).join(),
  );
};

test('two originators that differ must agree; nobody waits for an originator who has decided', () => {
  const both = trouble(said('a', 'NL_HARC', 'keep c1'), said('b', 'NL_CUST', 'keep c2'));
  const neither = trouble(said('a', 'NL_OM', 'keep c1'), said('b', 'BE_CUST', 'keep c2'));
  expect([both[3], neither[3]]).toMatchInlineSnapshot(`
    [
      "  Decided differently: "COC NLVLI 2024": a "keep c1" by analyst of NL_HARC; b "keep c2" by analyst of NL_CUST. Originators of these figures contradict each other: none is followed until they agree",
      "  Decided differently: "COC NLVLI 2024": a "keep c1" by analyst of NL_OM; b "keep c2" by analyst of BE_CUST. None is followed until the originator of the figure decides, or all decide the same",
    ]
  `);
  for (const [at, language] of languages.entries()) {
    expect(both[at]).toContain(decideWords.originatorsAgree[language]);
    expect(neither[at]).toContain(decideWords.originatorDecides[language]);
  }
});

test('what a reader of each language sees is in that language', () => {
  const words = [decisionKinds, stateWords, decideWords].flatMap((list) => Object.values(list));
  const untold = words.filter(({ nl, de, en }) => nl === en || de === en);
  expect(untold.map(({ en }) => en)).toEqual([]);
});

test('contradictions are counted as they are listed: a subject once, however many claims contend', () => {
  const one = (subject: string, state: string) => ({ subject, state });
  const conflicts = [
    ...[one('a', 'undecided'), one('a', 'undecided'), one('b', 'undecided'), one('b', 'decided')],
    ...[one('c', 'decided'), one('a', 'explained'), one('d', 'explained')],
  ] as unknown as BuiltAnalysis['conflicts'];
  expect(countConflicts(conflicts)).toEqual({ open: 2, decided: 1, explained: 2 });
});
