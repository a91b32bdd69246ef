import {
  diffReleases,
  parseMeasure,
  type Release,
  refuseNoFigure,
  rowScope,
  sameMeasureSubject,
} from '@samenbeeld/merge';
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
      'Netherlands 2023: 802,043 offences → 805,590 offences (+3,547; 0.44%)',
      'Netherlands 2022: 799,895 offences → 800,027 offences (+132; 0.02%)',
    ]);
    expect(diff.says.en).toBe('Netherlands 2023 +3,547 (0.44%), 2 rows revised, 0 vanished');
    expect(diff.says.nl).toBe('Nederland 2023 +3.547 (0,44%), 2 cijfers herzien, 0 verdwenen');
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
    expect(diff.says.en).toBe('1 filled in, 1 vanished, 1 new');
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

describe('measures that are declared inside each other', () => {
  const whole = 'politie-47013ned == politie-47022ned';
  const one = 'politie-47013ned place=NL == politie-47022ned place=NL';
  const before = release(
    'before',
    total('politie-47022ned', 2022, 10),
    total('politie-47022ned', 2022, 3, { place: 'NLVLI' }),
  );
  const after = release(
    'after',
    total('politie-47013ned', 2022, 12),
    total('politie-47013ned', 2022, 3, { place: 'NLVLI' }),
  );
  const declared = (...subjects: readonly string[]) =>
    subjects.map((text, at) => decision(`d${at}`, text, 'accept', 'same-measure'));

  test('compare each figure once, in the narrowest, whichever was declared first', () => {
    for (const decisions of [declared(whole, one), declared(one, whole), declared(whole, whole)]) {
      const diff = diffReleases(before, after, { decisions });
      expect(diff).toMatchObject({ compared: 2, unchanged: 1, vanished: [], added: [] });
      expect(diff.revisions).toHaveLength(1);
    }
  });

  test('are refused where neither contains the other', () => {
    const other = 'politie-47013ned nationalCode=0.0.0 == politie-47022ned nationalCode=0.0.0';
    const asked = () => diffReleases(before, after, { decisions: declared(one, other) });
    expect(asked).toThrow(RefusalError);
    expect(asked).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: decision d0, "politie-47022ned place=NL == politie-47013ned place=NL" and decision d1, "politie-47022ned nationalCode=0.0.0 == politie-47013ned nationalCode=0.0.0" overlap, and neither contains the other: the same figures would be compared twice. Reopen one of them, or declare a narrower measure that both contain.]`,
    );
  });

  test('compare a source with itself where both releases have it', () => {
    const both = (name: string, value: number) =>
      release(name, total('politie-47022ned', 2022, value), total('politie-47013ned', 2022, 12));
    const diff = diffReleases(both('a', 10), both('b', 11), { decisions: declared(whole) });
    expect(diff).toMatchObject({ compared: 2, unchanged: 1 });
  });
});

test('a figure that is absent has not vanished where items of the release could not be read', () => {
  const march = release(
    'March',
    total('a', 2022, 10),
    total('a', 2022, 5, { place: 'NLVLI' }),
    total('a', 2022, 2, { place: 'NLTNZ' }),
  );
  const june = {
    ...release(
      'June',
      total('a', 2022, null, { missing: 'suppressed' }),
      total('a', 2022, 2, { place: 'NLTNZ' }),
    ),
    rejected: 12,
  };
  const diff = diffReleases(march, june);
  expect(diff.vanished).toEqual([]);
  expect(diff.untold.vanished.map(({ place }) => place)).toEqual(['NLVLI']);
  expect(diff.says.en).toMatchInlineSnapshot(
    `"1 lost its figure, 1 stands in one of the two only, 12 items could not be read: whether anything vanished or came cannot be told"`,
  );
  const cells = { ...june, rejected: 1, rejectedAtLeast: true };
  expect(diffReleases(march, cells).says.en).toContain('at least 1 item could not be read');
  const back = diffReleases(june, march);
  expect(back.added).toEqual([]);
  expect(back.untold.added.map(({ place }) => place)).toEqual(['NLVLI']);
  expect(back.says.en).toMatchInlineSnapshot(
    `"1 filled in, 0 vanished, 1 stands in one of the two only, 12 items could not be read: whether anything vanished or came cannot be told"`,
  );
});

test('a measure of which a release has no figure is not declared', () => {
  expect(() =>
    refuseNoFigure(parseMeasure('politie-47022ned place=ZZZ'), older),
  ).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: older extraction has no figure of "politie-47022ned place=ZZZ". There place is NL, never ZZZ.]`,
  );
  expect(() => refuseNoFigure(parseMeasure('politie-47022ned place=NL'), older)).not.toThrow();
});

describe('the wording is part of a figure', () => {
  const kilograms = (value: number, over: Partial<Observation> = {}) =>
    total('a', 2023, value, {
      metric: 'quantity',
      stat: 'sum',
      unit: 'kg',
      place: 'BEGNE',
      nationalCode: null,
      ...over,
    });
  const said = (before: Observation, after: Observation) =>
    diffReleases(release('march', before), release('june', after));

  test('a floor that becomes a figure of the same number is a change', () => {
    const diff = said(kilograms(300, { wording: 'floor' }), kilograms(300));
    expect(diff).toMatchObject({ compared: 1, unchanged: 0 });
    expect(diff.revisions[0]).toMatchObject({ kind: 'reworded', difference: null, percent: null });
    expect(diff.revisions[0]?.says.en).toBe(
      'Ghent 2023: at least 300 kg → 300 kg (the same number, worded otherwise)',
    );
    expect(diff.says.en).toBe('1 row revised, 0 vanished');
  });

  test('no difference and no percentage is known from a floor, or between unlike wordings', () => {
    const floors = said(kilograms(300, { wording: 'floor' }), kilograms(350, { wording: 'floor' }));
    expect(floors.revisions[0]?.says.en).toBe('Ghent 2023: at least 300 kg → at least 350 kg');
    expect(floors.revisions[0]?.says.nl).toBe('Gent 2023: minstens 300 kg → minstens 350 kg');
    const unlike = said(kilograms(686.7), kilograms(700, { wording: 'rounded' }));
    expect(unlike.revisions[0]).toMatchObject({ kind: 'revised', difference: null, percent: null });
    expect(unlike.revisions[0]?.says.de).toBe('Gent 2023: 686,7 kg → rund 700 kg');
    expect(unlike.says.en).toBe('1 row revised, 0 vanished');
  });

  test('without a word and exact are the same, and so are two other words for one floor', () => {
    expect(said(kilograms(300, { wording: 'exact' }), kilograms(300)).unchanged).toBe(1);
    const floor = (wordingPrinted: string) => kilograms(300, { wording: 'floor', wordingPrinted });
    expect(said(floor('plus de'), floor('au moins')).unchanged).toBe(1);
  });

  test('a figure and a floor of the same number in one release contradict each other', () => {
    const two = release('march', kilograms(300), kilograms(300, { id: 'other', wording: 'floor' }));
    expect(diffReleases(two, release('june', kilograms(300))).contradicted).toHaveLength(2);
  });

  test('a unit that alone changed neither vanishes nor comes, and is not compared', () => {
    const other = kilograms(12, { place: 'BEZEE' });
    const before = [
      other,
      kilograms(1.42, { unit: 't' }),
      kilograms(5, { place: 'NLVLI', unit: 't' }),
    ];
    const after = [other, kilograms(1420), kilograms(5001, { place: 'NLVLI' })];
    const diff = diffReleases(release('march', ...before), release('june', ...after));
    expect(diff.otherUnit.map(({ says }) => says.en)).toEqual(['1.42 t = 1,420 kg']);
    expect(diff.vanished.map(({ place }) => place)).toEqual(['NLVLI']);
    expect(diff.added.map(({ place }) => place)).toEqual(['NLVLI']);
    expect(diff).toMatchObject({ compared: 1, unchanged: 1 });
    expect(diff.says.en).toBe(
      '1 compared, none revised, 1 vanished, 1 new, 1 the same amount in another unit',
    );
  });

  test('a revision of what was provisional says so', () => {
    const diff = said(kilograms(35, { status: 'P' }), kilograms(350, { status: 'A' }));
    expect(diff.revisions[0]?.says.en).toBe(
      'Ghent 2023: 35 kg → 350 kg (+315; 900%; first provisional)',
    );
    expect(diff.says.en).toBe(
      'Ghent 2023 +315 (900%; first provisional), 1 row revised, 0 vanished',
    );
    const back = said(kilograms(35), kilograms(35, { status: 'P' }));
    expect(back.revisions[0]?.says.en).toBe(
      'Ghent 2023: 35 kg, status first normal value, now provisional',
    );
  });
});

test('rowScope(row) names a row in words, with the whole of its period', () => {
  const half = claimRow('a', { periodEnd: '2022-06-30', freq: 'S' });
  expect(rowScope(half)).toEqual({
    nl: 'Vlissingen eerste halfjaar 2022 cocaïne',
    fr: 'Flessingue premier semestre 2022 cocaïne',
    de: 'Vlissingen 1. Halbjahr 2022 Kokain',
    en: 'Vlissingen first half of 2022 cocaine',
  });
  const other = claimRow('b', { place: 'PC_NSP', substance: null, nationalCode: 'X1' });
  expect(rowScope(other).en).toBe('North Sea Port 2022 X1');
});
