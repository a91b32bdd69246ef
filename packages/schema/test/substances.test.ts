import { drugs, substanceContains, substances } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { substanceSets } from '../src/codes/substance-sets.ts';

test('substances are the drugs and the sets', () => {
  expect(substances.length).toBe(drugs.length + substanceSets.length);
  for (const { members } of substanceSets)
    for (const member of members) expect(substances.has(member)).toBe(true);
});

test('all drugs contains everything, and only itself contains it', () => {
  for (const { code } of substances) {
    expect(substanceContains('ALL', code)).toBe(true);
    expect(substanceContains(code, 'ALL')).toBe(code === 'ALL');
  }
});

test.each([
  ['COC', 'COC', true],
  ['COC', 'COC_LEAF', true],
  ['COC_HCL', 'COC', false],
  ['COC', 'TUSI', false],
  ['CAN', 'CAN_JOINT', true],
  ['CAN', 'SCRA', false],
  ['SET4', 'COC_CRACK', true],
  ['SET4', 'CAN', false],
  ['ALL', 'SET4', true],
  ['SYNTH', 'MDMA_TAB', true],
  ['SYNTH', 'ECSTASY_TYPE', true],
  ['ECSTASY_TYPE', 'SYNTH', false],
  ['COC', 'HER', false],
])('%s contains %s: %s', (whole, part, expected) => {
  expect(substanceContains(whole, part)).toBe(expected);
});

test('an unknown substance is a wrong call', () => {
  expect(() => substanceContains('COKE', 'COC')).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: substances has no code "COKE". Nearest: COC (cocaine).]`,
  );
});
