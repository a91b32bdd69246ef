import { isRefused, type Picture, shares } from '@samenbeeld/notebook';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claim, pictureOf } from '../example-picture.ts';

const none = { substance: null, basis: 'not_applicable', agencies: ['x'] } as const;
const report = {
  ...none,
  place: 'BE',
  metric: 'str_reports',
  unit: 'report',
  stat: 'count',
} as const;

let picture: Picture;
beforeAll(async () => {
  picture = await pictureOf([
    claim(2022, 100, report),
    claim(2022, 40, { ...report, nationalCode: 'DRUGS', id: 'drugs' }),
    claim(2023, 7, { ...report, nationalCode: 'FRAUD', id: 'fraud' }),
  ]);
});
afterAll(async () => picture.close());

const told = (parts: readonly string[]): readonly string[] => {
  const asked = shares(picture.observations, { parts });
  return isRefused(asked) ? [asked.reason, asked.remedy] : [];
};

test('a part that no row has is said, with those that there are', () => {
  expect(told(['DRUG'])).toEqual([
    'No row has the part DRUG.',
    'There are: DRUGS, FRAUD, no code.',
  ]);
  expect(told(['DRUGS'])).toEqual([]);
});

test('a part without its whole is said too', () => {
  expect(told(['FRAUD'])).toEqual([
    'No source counts both FRAUD and its whole (no code or TOTAL) in one country, period and unit.',
    "Name the whole: `{ whole: ['…'] }`. There are: DRUGS, FRAUD, no code.",
  ]);
});
