import { isRefused, joint, type Picture, trend } from '@samenbeeld/notebook';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claim, pictureOf } from './example-picture.ts';

let picture: Picture;
beforeAll(async () => {
  picture = await pictureOf([claim(2021, 1, { place: 'NLRTM' }), claim(2022, 2)]);
});
afterAll(async () => picture.close());

const reason = (criteria: Parameters<Picture['observations']['where']>[0]): string => {
  const asked = trend(picture.observations.where(criteria));
  return isRefused(asked) ? asked.reason : 'an answer';
};

test('a selection without rows says which criterion leaves none', () => {
  expect(reason({ substance: 'heroin', place: 'Rotterdam' })).toBe(
    'No row fulfils `substance: heroin`.',
  );
  expect(reason({ place: 'Rotterdam', substance: 'cocaine', from: 2022 })).toBe(
    '1 row fulfils `place: Rotterdam`, `substance: cocaine`; none of these fulfils `from: 2022`.',
  );
  const filtered = picture.observations
    .where({ place: 'NSP', substance: 'COC' })
    .filter(() => false);
  const asked = joint(filtered);
  expect(isRefused(asked) && asked.reason).toBe(
    '1 row fulfils `place: North Sea Port`, `substance: cocaine`; a test of your own, or the day of `asOf`, leaves none.',
  );
});
