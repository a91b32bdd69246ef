import { describe, expect, it } from 'vitest';
import { fileConstants } from '../src/read-part.ts';
import { described, messageOf } from './fixture.ts';

const columns = { Jaar: { to: 'period', as: 'year' }, Aantal: { to: 'value', as: 'integer' } };
const constants = { metric: 'offences', unit: 'offence', basis: 'recorded' };

describe('fileConstants(description, table)', () => {
  it('reads a place from the name of the sheet, one sheet a department', async () => {
    const description = await described({
      description: {
        columns,
        constants: {
          ...constants,
          place: {
            fromSheet: '^(.+)$',
            codes: { France_Métro: 'FR.ZONE.metropole' },
            rules: [{ match: '^(\\d{2}|2[AB])$', to: 'FR.DEP.$1' }],
          },
        },
      },
    });
    const placeOf = (sheet: string): unknown =>
      fileConstants(description, { file: 'a.xlsx', sheet }).constants['place'];
    expect(['59', '2A', 'France_Métro'].map(placeOf)).toEqual([
      'FR.DEP.59',
      'FR.DEP.2A',
      'FR.ZONE.metropole',
    ]);
    expect(fileConstants(description, { file: 'a.xlsx', sheet: '59' }).key).toEqual(['59']);
    expect(await messageOf(Promise.resolve().then(() => placeOf('Notes')))).toMatchInlineSnapshot(
      `"a.xlsx, sheet "Notes": the file’s sheet "Notes" is no known code for place. Repair: correct the cell, add the code to the crosswalk, or exclude it by name; a place that no list has may get a code of its own: country, kind and name, such as NL.GM.Delfzijl"`,
    );
  });

  it('says so where a file has no sheets', async () => {
    const description = await described({
      description: { columns, constants: { ...constants, place: { fromSheet: '^(\\w{2})$' } } },
    });
    expect(
      await messageOf(
        Promise.resolve().then(() => fileConstants(description, { file: 'a.csv', sheet: null })),
      ),
    ).toMatchInlineSnapshot(
      `"a.csv: the file’s sheet does not hold the place as ^(\\w{2})$. Repair: name the sheets that hold tables in sheetName, or make place a plain constant in FOLDER/source.yaml"`,
    );
  });
});
