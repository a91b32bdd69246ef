import type { CodeEntry, CodeList } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { takesIn } from '../src/code-relations.ts';
import { gatherEvidence } from '../src/gather-evidence.ts';
import { type KnownName, type NameIndex, nameIndex } from '../src/name-index.ts';
import { proposalOf } from '../src/propose-codes.ts';

/** A list that has never heard of a name, so that only the others speak for its code. */
function without({ folded }: KnownName, index: NameIndex): NameIndex {
  const codes = Object.create(index.codes, {
    lookup: { value: () => ({ kind: 'none', nearest: [] }) },
  }) as CodeList<CodeEntry>;
  const byFolded = new Map([...index.byFolded].filter(([key]) => key !== folded));
  return { ...index, codes, byFolded, names: index.names.filter((name) => name.folded !== folded) };
}

/** Of the proposals with at least a confidence: how many there are, and the share whose code is right or takes it in. */
function measured(list: string, step: number): (least: number) => readonly [number, number] {
  const index = nameIndex(list, []);
  const names = index.names.filter(({ origin }) => origin === 'label' || origin === 'synonym');
  const tried = names
    .filter((_, at) => at % step === 0)
    .map((name) => {
      const evidence = gatherEvidence(name.text, without(name, index), undefined);
      const { to, confidence } = proposalOf(name.text, evidence, list);
      const code = name.code ?? '';
      return { confidence, right: to === code || (to !== null && takesIn(index, to, code)) };
    });
  return (least) => {
    const sure = tried.filter(({ confidence }) => confidence >= least);
    return [sure.length, sure.filter(({ right }) => right).length / sure.length];
  };
}

test.each([
  ['substances', 2],
  ['units', 2],
  ['countries', 5],
])('%s: with a name left out, confidence is what it says', { timeout: 120_000 }, (list, step) => {
  const share = measured(list, step);
  const [strong, right] = share(0.8);
  expect(strong).toBeGreaterThan(10);
  expect(right).toBeGreaterThanOrEqual(0.99);
  expect(share(0.7)[1]).toBeGreaterThanOrEqual(0.95);
  expect(share(0.6)[1]).toBeGreaterThanOrEqual(0.75);
  // Nothing but the list itself makes certain.
  expect(share(0.9)[0]).toBe(0);
});
