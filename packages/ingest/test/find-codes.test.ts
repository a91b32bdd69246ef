import { findCodes, listedThings } from '@samenbeeld/ingest';
import { type InputError, UsageError } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { codeLists } from '../src/code-lists.ts';
import { codeAdvice } from '../src/find-codes.ts';
import { described, ingested, messageOf } from './fixture.ts';

test('every code list is explained', () => {
  expect(Object.keys(listedThings).sort()).toEqual(Object.keys(codeLists).sort());
});

describe('findCodes', () => {
  test.each([
    ['COCAINE', 'substances', 'COC'],
    ['wiet', 'substances', 'CAN_HERB'],
    ['suspicious transaction reports', 'metrics', 'str_reports'],
    ['Straftaten', 'metrics', 'offences'],
    ['Vlisingen', 'places', 'NLVLI'],
    ['belgische DOUANE', 'agencies', 'BE_CUST'],
  ])('%s in %s is %s', (word, list, code) => {
    expect(findCodes(word, { list })[0]?.entry.code).toBe(code);
  });

  test('a word that several codes share gives all of them, that of the language first', () => {
    const found = findCodes('ton', { list: 'units', language: 'nl' });
    expect(found.map(({ entry }) => entry.code)).toEqual(['t', 'long_ton', 'short_ton']);
    expect(found.every(({ exact }) => exact)).toBe(true);
  });

  test('nothing is like nonsense, and a list must exist', () => {
    expect(findCodes('qqqqqqqqqqqqqqqq')).toEqual([]);
    expect(() => findCodes('x', { list: 'things' })).toThrow(UsageError);
  });
});

describe('codeAdvice', () => {
  test('names the code that a label means, or the nearest with their labels', () => {
    expect(codeAdvice('substances', 'COCAINE').en).toBe(
      'write COC (cocaine), which "COCAINE" means; `samenbeeld codes substances` lists them',
    );
    expect(codeAdvice('units', 'ton').en).toContain(
      '"ton" means long_ton (long ton), short_ton (short ton) or t (tonne)',
    );
    expect(codeAdvice('units', 'ofence').en).toContain('nearest: offence (offence)');
  });

  test('stands in what a description and a mapping are refused with', async () => {
    const constants = { metric: 'offences', unit: 'offence', basis: 'recorded' };
    expect(
      await messageOf(
        described({ description: { constants: { ...constants, substance: 'COCAINE' } } }),
      ),
    ).toContain('Repair: write COC (cocaine), which "COCAINE" means');
  });

  test('a label that is not exact in a required field is repaired by what would help', async () => {
    const { issues } = await ingested({
      description: {
        columns: {
          Plaats: { to: 'place', crosswalk: 'p.csv' },
          Jaar: { to: 'period', as: 'year' },
          Aantal: { to: 'value', as: 'integer' },
        },
      },
      beside: { 'p.csv': 'from,to,match,note\nHaven,,none,\nZeeland,NL34,narrower,\n' },
      files: 'Plaats;Jaar;Aantal\nHaven;2020;1\nZeeland;2020;2\n',
    });
    expect(issues.map(({ rule, repair }) => [rule, repair])).toEqual([
      ['crosswalk.not-exact', 'give it a code in p.csv, or exclude its rows by name'],
      [
        'crosswalk.not-exact',
        "exclude its rows by name, or take NL34 as it is: `accept: [exact, narrower]` in the column's mapping",
      ],
    ]);
  });

  test('a quantity without a unit says once how to repair it', async () => {
    const { issues } = await ingested({
      description: {
        constants: { metric: 'quantity', basis: 'recorded', substance: 'COC' },
        columns: {
          Plaats: { to: 'place' },
          Jaar: { to: 'period', as: 'year' },
          Aantal: { to: 'value', as: 'quantity' },
        },
      },
      files: 'Plaats;Jaar;Aantal\nNL;2020;ruim 300\n',
    });
    expect(issues.map(({ rule, message, repair }) => [rule, message, repair])).toEqual([
      [
        'unit.blank',
        'no unit is given for "ruim 300"',
        'write the unit beside the figure, such as kg; or state it under `set: { unit: … }` of the column',
      ],
    ]);
  });

  test('a constant that is a list says how several codes are written', async () => {
    expect(
      await messageOf(
        described({ description: { constants: { agencies: ['BE_CUST', 'BE_POL'] } } }),
      ),
    ).toMatch(/constants › agencies is a list.*Repair: write `agencies: BE_CUST\+BE_POL`/u);
  });

  test.each([
    ['en', 'country must be a text'],
    ['nl', 'country moet dit zijn: een tekst'],
    ['fr', 'country doit être un texte'],
    ['de', 'country muss dies sein: ein Text'],
  ] as const)('what kind of value is wanted is said in %s', async (language, words) => {
    const error = await described({ description: { country: 7 } }).catch((found: unknown) => found);
    expect((error as InputError).says?.[language]).toContain(words);
  });

  test('a handling that is a wrong word names the right ones', async () => {
    expect(await messageOf(described({ description: { handling: 'publik' } }))).toMatch(
      /handling is "publik".*Repair: write `handling: public`, or an object such as/u,
    );
  });
});
