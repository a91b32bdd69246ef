import { diffReleases, parseMeasure, type Release, sameMeasureSubject } from '@samenbeeld/merge';
import { type Observation, RefusalError, UsageError } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimRow, decision } from '../claim-row.ts';

/** All offences recorded in the Netherlands in a year. */
function total(
  source: string,
  year: number,
  value: number | null,
  over: Partial<Observation> = {},
) {
  return claimRow(`${source}-${year}-${over.place ?? ''}${over.nationalCode ?? ''}${value}`, {
    source,
    publication: null,
    publishedOn: null,
    metric: 'offences',
    stat: 'count',
    unit: 'offence',
    countUnit: 'offence',
    basis: 'recorded',
    substance: null,
    nationalCode: '0.0.0',
    definition: 'recorded-offences',
    agencies: ['NL_POL'],
    place: 'NL',
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    value,
    ...over,
  });
}

const release = (name: string, ...observations: readonly Observation[]): Release => ({
  name,
  observations,
});

const older = release(
  'older extraction',
  total('politie-47022ned', 2021, 748_480),
  total('politie-47022ned', 2022, 799_895),
  total('politie-47022ned', 2023, 802_043),
  total('politie-47022ned', 2022, 13_052, { nationalCode: '3.1.1' }),
);
const newer = release(
  'newer extraction',
  total('politie-47013ned', 2022, 800_027),
  total('politie-47013ned', 2023, 805_590),
  total('politie-47013ned', 2022, 657, { place: 'NL.GM.Aa en Hunze' }),
);
const subject = sameMeasureSubject(
  parseMeasure('politie-47013ned nationalCode=0.0.0 place=NL'),
  parseMeasure('politie-47022ned place=NL nationalCode=0.0.0'),
);
const accepted = [decision('d1', subject, 'accept', 'same-measure')];

describe('two releases', () => {
  test('of two tables that nobody declared the same are refused, with what would make it legal', () => {
    const asked = () => diffReleases(older, newer);
    expect(asked).toThrow(RefusalError);
    expect(asked).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: Nobody has declared that politie-47022ned and politie-47013ned measure the same. A difference between them could be a revision or another definition. Declare it, in the dimensions in which they agree: samenbeeld diff EARLIER LATER --declare --where "place=NL nationalCode=0.0.0" --role "…" --reason "…".]`,
    );
  });

  test('declared the same total name what was revised', () => {
    const diff = diffReleases(older, newer, { decisions: accepted });
    expect(diff.revisions.map(({ says }) => says.en)).toEqual([
      'Netherlands 2023: 802,043 offences → 805,590 offences (+3,547; 0.44 %)',
      'Netherlands 2022: 799,895 offences → 800,027 offences (+132; 0.02 %)',
    ]);
    expect(diff.says.en).toBe('Netherlands 2023 +3,547 (0.44 %), 2 rows revised, 0 vanished');
    expect(diff.says.nl).toBe('Nederland 2023 +3.547 (0,44 %), 2 cijfers herzien, 0 verdwenen');
    expect(diff).toMatchObject({
      compared: 2,
      unchanged: 0,
      vanished: [],
      added: [],
      outside: { earlier: 1, later: 0 },
      otherMeasures: { earlier: 1, later: 1 },
    });
    expect(diff.decisions).toEqual(accepted);
  });

  test('whose declaration was reopened are refused again', () => {
    const reopened = [...accepted, decision('d2', subject, 'reopen', 'same-measure', 'd1')];
    expect(() => diffReleases(older, newer, { decisions: reopened })).toThrow(RefusalError);
  });

  test('of one source need no decision, and say what vanished, came and was filled', () => {
    const diff = diffReleases(
      release(
        'March',
        total('a', 2022, 10),
        total('a', 2022, 5, { place: 'NLVLI' }),
        total('a', 2023, null, { missing: 'pending' }),
      ),
      release(
        'June',
        total('a', 2022, 10),
        total('a', 2022, 6, { place: 'NLTNZ' }),
        total('a', 2023, 9),
      ),
    );
    expect(diff.vanished.map(({ place }) => place)).toEqual(['NLVLI']);
    expect(diff.added.map(({ place }) => place)).toEqual(['NLTNZ']);
    expect(diff.revisions.map(({ kind }) => kind)).toEqual(['filled']);
    expect(diff.revisions[0]?.says.en).toBe(
      'Netherlands 2023, 0.0.0: first no figure (not yet available), now 9 offences',
    );
    expect(diff.says.en).toBe('1 row revised, 1 vanished, 1 new');
  });

  test('with another unit are refused whatever was declared', () => {
    const inKg = release('kg', total('politie-47013ned', 2022, 1, { unit: 'kg' }));
    const asked = () => diffReleases(older, inKg, { decisions: accepted });
    expect(asked).toThrow('share no unit');
  });

  test('that state a figure twice with different values are not compared there', () => {
    const diff = diffReleases(
      release('one', total('a', 2022, 10), total('a', 2022, 11)),
      release('other', total('a', 2022, 12)),
    );
    expect(diff.compared).toBe(0);
    expect(diff.contradicted).toHaveLength(2);
    expect(diff.added).toEqual([]);
  });

  test('take the latest vintage of each', () => {
    const diff = diffReleases(
      release(
        'one',
        total('a', 2022, 10, { publishedOn: '2023-01' }),
        total('a', 2022, 11, { publishedOn: '2023-06' }),
      ),
      release('other', total('a', 2022, 11)),
    );
    expect(diff).toMatchObject({ compared: 1, unchanged: 1, revisions: [] });
  });
});

test('every row of both releases has one place in the diff, whatever they hold', () => {
  const side = fc.uniqueArray(
    fc.record({
      year: fc.integer({ min: 2018, max: 2022 }),
      place: fc.constantFrom('NL', 'NLVLI', 'BE'),
      value: fc.option(fc.nat(9)),
    }),
    { selector: ({ year, place }) => `${year}${place}` },
  );
  const rows = (list: readonly { year: number; place: string; value: number | null }[]) =>
    list.map(({ year, place, value }) =>
      total('a', year, value, {
        place,
        ...(value === null ? { missing: 'pending' as const } : {}),
      }),
    );
  fc.assert(
    fc.property(side, side, (before, after) => {
      fc.pre(before.length > 0 && after.length > 0);
      const diff = diffReleases(release('b', ...rows(before)), release('a', ...rows(after)));
      expect(diff.compared + diff.vanished.length + diff.outside.earlier).toBe(before.length);
      expect(diff.compared + diff.added.length + diff.outside.later).toBe(after.length);
      expect(diff.unchanged + diff.revisions.length).toBe(diff.compared);
      const back = diffReleases(release('a', ...rows(after)), release('b', ...rows(before)));
      expect(back.vanished).toHaveLength(diff.added.length);
      for (const { difference } of diff.revisions)
        expect(
          back.revisions.some(
            (other) => other.difference === (difference === null ? null : 0 - difference),
          ),
        ).toBe(true);
    }),
  );
});

describe('a measure', () => {
  test('is read as it is written, whichever order its dimensions have', () => {
    const text = 'a place="NL.GM.Aa en Hunze" nationalCode=0.0.0';
    expect(parseMeasure(text)).toEqual({
      source: 'a',
      fixed: { place: 'NL.GM.Aa en Hunze', nationalCode: '0.0.0' },
    });
    expect(subject).toBe(
      'politie-47013ned place=NL nationalCode=0.0.0 == politie-47022ned place=NL nationalCode=0.0.0',
    );
  });

  test('with an unknown dimension names those there are', () => {
    expect(() => parseMeasure('a region=NL')).toThrow(UsageError);
    expect(() => parseMeasure('a region=NL')).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: A measure fixes dimensions as name=value; found "region=NL". Dimensions: metric, stat, unit, place, basis, agencies, substance, offence, nationalCode, countUnit, definition, level, extent.]`,
    );
  });
});
