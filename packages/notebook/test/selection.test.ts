import { open, type Picture } from '@samenbeeld/notebook';
import { placeContains, substanceContains } from '@samenbeeld/schema';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claim, pictureOf, seizure } from './example-picture.ts';

const ports = ['BEGNE', 'NLTNZ', 'NLVLI', 'NLMOE', 'BEANR', 'NLVLI+NLTNZ'] as const;
const drugs = ['COC', 'COC_HCL', 'CAN_HERB', 'HER'] as const;
const bases = ['seized_in_port', 'entered_via_port'] as const;
const years = [2019, 2020, 2021, 2022] as const;

const rows = ports.flatMap((place, p) =>
  drugs.flatMap((substance, d) =>
    years.map((year, y) =>
      claim(year, 100 + p + d + y, {
        id: `${place} ${substance} ${year}`,
        reference: `C${p}${d}${y}`,
        place,
        substance,
        basis: bases[(p + d + y) % 2] ?? 'seized_in_port',
        publishedOn: y === 0 ? null : `${year + 1}-0${1 + d}`,
      }),
    ),
  ),
);

let picture: Picture;
beforeAll(async () => {
  picture = await pictureOf(rows);
});
afterAll(async () => picture.close());

const places = ['BEGNE', 'NLVLI', 'NSP', 'PC_ZEELAND', 'NL', 'BE', 'BEANR'];
const criteria = fc.record(
  {
    place: fc.constantFrom(...places),
    substance: fc.constantFrom('COC', 'CAN', 'HER', 'ALL'),
    basis: fc.constantFrom(...bases),
    year: fc.constantFrom(...years),
    from: fc.constantFrom(...years),
    to: fc.constantFrom(...years),
  },
  { requiredKeys: [] },
);

const ids = (selection: { readonly rows: readonly { readonly id: string }[] }): readonly string[] =>
  selection.rows.map(({ id }) => id);

describe('where', () => {
  test('two steps keep what both keep, in any order', () => {
    fc.assert(
      fc.property(criteria, criteria, (a, b) => {
        const all = picture.observations;
        const [first, second] = [ids(all.where(a)), new Set(ids(all.where(b)))];
        const both = first.filter((id) => second.has(id));
        expect(ids(all.where(a).where(b))).toEqual(both);
        expect(ids(all.where(b).where(a))).toEqual(both);
      }),
    );
  });

  test('all criteria at once are the same as one after another', () => {
    fc.assert(
      fc.property(criteria, (wanted) => {
        const steps = Object.entries(wanted).reduce(
          (selection, [field, value]) => selection.where({ [field]: value }),
          picture.observations,
        );
        expect(ids(picture.observations.where(wanted))).toEqual(ids(steps));
      }),
    );
  });

  test('a place and a substance hold what lies within them, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom('COC', 'CAN', 'HER', 'ALL'),
        (place, substance) => {
          const kept = new Set(ids(picture.observations.where({ place, substance })));
          for (const row of rows)
            expect(kept.has(row.id)).toBe(
              placeContains(place, row.place) && substanceContains(substance, row.substance ?? ''),
            );
        },
      ),
    );
  });

  test('a complex holds its ports and those that report together, never its neighbours', () => {
    const found = new Set(
      picture.observations.where({ place: 'NSP' }).rows.map((row) => row.place),
    );
    expect([...found].sort()).toEqual(['BEGNE', 'NLTNZ', 'NLVLI', 'NLVLI+NLTNZ']);
  });

  test('names in four languages mean the same as codes', () => {
    const coded = ids(picture.observations.where({ place: 'NLVLI', substance: 'COC' }));
    for (const [place, substance] of [
      ['Vlissingen', 'cocaïne'],
      ['Flessingue', 'cocaïne'],
      ['Vlissingen', 'Kokain'],
      ['Flushing', 'cocaine'],
    ] as const)
      expect(ids(picture.observations.where({ place, substance }))).toEqual(coded);
    expect(coded.length).toBe(8);
  });

  test('a period lies within its years', () => {
    const span = picture.observations.where({ from: 2020, to: 2021 });
    expect(new Set(span.rows.map((row) => row.periodStart.slice(0, 4)))).toEqual(
      new Set(['2020', '2021']),
    );
    expect(ids(span)).toEqual(ids(picture.observations.where({ year: [2020, 2021] })));
    expect(picture.observations.where({ from: '2020-02', to: '2020-12' }).size).toBe(0);
  });

  test('what was published by a day leaves out what is undated or later', () => {
    const known = picture.observations.where({ publishedBy: '2021-02' });
    expect(known.rows.every((row) => (row.publishedOn ?? '9') <= '2021-02')).toBe(true);
    expect(new Set(known.rows.map((row) => row.publishedOn))).toEqual(
      new Set(['2021-01', '2021-02']),
    );
  });

  test('a test of your own is kept through later steps', () => {
    const large = picture.observations.filter((row) => (row.value ?? 0) > 104);
    expect(large.where({ place: 'NSP' }).rows.every((row) => (row.value ?? 0) > 104)).toBe(true);
    expect(large.size).toBeLessThan(rows.length);
    expect(large.size).toBeGreaterThan(0);
  });
});

describe('what a code list does not know', () => {
  test('an ambiguous name is asked back, but for a country', () => {
    expect(() =>
      picture.observations.where({ place: 'Limburg' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: "Limburg" means BE22 (Limburg (Belgium)) and NL42 (Limburg (Netherlands)). Write the code.]`,
    );
    const { rows: country } = picture.observations.where({ place: 'LU' });
    expect(picture.observations.where({ place: 'Luxembourg' }).rows).toEqual(country);
  });

  test('an unknown name says which are near', () => {
    expect(() =>
      picture.observations.where({ place: 'Vlisingen' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: places has no code "Vlisingen". Nearest: NLVLI (Vlissingen).]`,
    );
  });

  test('a criterion that rows do not have is named', () => {
    const wrong = { concealment: 'load' } as object;
    expect(() => picture.observations.where(wrong)).toThrow(
      'Observations have no "concealment". They have kind, id, source',
    );
  });
});

describe('frames', () => {
  test('arquero and danfo hold the rows, a column a field', async () => {
    const selection = picture.observations.where({ place: 'NLVLI', substance: 'COC' });
    const table = selection.arquero();
    const frame = await selection.danfo();
    expect(table.numRows()).toBe(selection.size);
    expect(frame.shape).toEqual([selection.size, table.numCols()]);
    expect(table.array('value')).toEqual(selection.rows.map((row) => row.value));
    expect(table.array('year')).toEqual(
      selection.rows.map((row) => Number(row.periodStart.slice(0, 4))),
    );
    expect(frame['agencies'].values).toEqual(selection.rows.map((row) => row.agencies.join('+')));
  });

  test('no rows make an empty table', () => {
    expect(picture.observations.where({ place: 'BEOST' }).arquero().numRows()).toBe(0);
  });
});

test('events registered after the date of the picture are left out', async () => {
  const late = await pictureOf([], [seizure(), seizure({ id: 's2', registeredOn: '2026-07-01' })]);
  expect(ids(late.seizures)).toEqual(['s1']);
  await late.close();
});

test('a folder without a picture is an InputError that says what to name', async () => {
  await expect(open('/tmp')).rejects.toThrow('/tmp is no picture');
});
