import { readTable } from '@samenbeeld/read';
import { expect, test } from 'vitest';
import { tempFile } from '../../read/test/temp-file.ts';
import { described, ingested } from './fixture.ts';

const kinds = 'from,to,match,note\n6 Drugsmisdrijven,CRI6000,exact,\n';

const description = {
  file: { format: 'csv', delimiter: ';', title: 2 },
  constants: {
    metric: 'offences',
    unit: 'offence',
    basis: 'recorded',
    nationalCode: { fromTitle: '^Soort misdrijf: (.+)$', crosswalk: 'kinds.csv' },
    offence: {
      fromTitle: '^Soort misdrijf: (.+)$',
      codes: { '6 Drugsmisdrijven': 'ICCS0601' },
      otherwise: { to: null, reason: 'unknown' },
    },
  },
};
const body = 'Plaats;Jaar;Aantal\nNL;2022;7\n';

test.each([
  ['"Geregistreerde criminaliteit"\n"Soort misdrijf: 6 Drugsmisdrijven"\n'],
  ['Geregistreerde criminaliteit;;\r\nSoort misdrijf: 6 Drugsmisdrijven;;\r\n'],
  ['\uFEFFSoort misdrijf: 6 Drugsmisdrijven\n\n'],
])('a constant is found in the lines above the table: %j', async (title) => {
  const { rows } = await ingested({
    description,
    beside: { 'kinds.csv': kinds },
    files: title + body,
  });
  expect(rows).toMatchObject([{ national_code: 'CRI6000', offence: 'ICCS0601', value: 7 }]);
});

test('records of two titles are two records', async () => {
  const files = {
    'a.csv': `x\nSoort misdrijf: a\n${body}`,
    'b.csv': `x\nSoort misdrijf: b\n${body}`,
  };
  const { rows } = await ingested({
    description: {
      ...description,
      constants: {
        ...description.constants,
        nationalCode: { fromTitle: '^Soort misdrijf: (.+)$', as: 'string' },
      },
    },
    files,
  });
  expect(rows.map((row) => row['national_code']).sort()).toEqual(['a', 'b']);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
});

test('what is refused, and how it is said', async () => {
  const beside = { 'kinds.csv': kinds };
  const said = async (fixture: Parameters<typeof ingested>[0]): Promise<string> =>
    ingested(fixture).then(
      () => 'accepted',
      (error: Error) => error.message.replace(/\S*\/source/, 'FOLDER/source'),
    );
  expect([
    await said({ description, beside, files: `x\nno kind\n${body}` }),
    await said({ description, beside, files: `x\nSoort misdrijf: 7 Anders\n${body}` }),
    await described({
      beside,
      description: {
        ...description,
        constants: {
          ...description.constants,
          offence: { fromTitle: '^(.+)$', codes: { a: 'ICCS9999' } },
        },
      },
    }).then(
      () => 'accepted',
      (error: Error) => error.message.replace(/\S*\/source/, 'FOLDER/source'),
    ),
  ]).toMatchInlineSnapshot(`
    [
      "test.csv: the file’s title does not hold the nationalCode as ^Soort misdrijf: (.+)$. Repair: fetch the file with the lines above its table, or make nationalCode a plain constant in FOLDER/source.yaml",
      "test.csv: the file’s title "7 Anders" is no known code of kinds.csv for nationalCode. Repair: correct the cell, add the code to the crosswalk, or exclude it by name",
      "FOLDER/source.yaml: constant offence gives "ICCS9999", which is no code of offences. Repair: use a code of the list; nearest: ICCS0903 (acts against computer systems), ICCS07049 (other acts involving the proceeds of crime), ICCS09051 (participation in an organised criminal group); \`samenbeeld codes offences\` lists them",
    ]
  `);
});

test('titles of a sheet and of a text, without quotes around', async () => {
  const path = tempFile('titles.csv', '"Table 1; of 2";;\n\na;b\n1;2\n');
  const [table] = await readTable(path, { format: 'csv', title: 2 });
  expect(table?.titles).toEqual(['Table 1; of 2', '']);
  const plain = tempFile('plain.csv', 'a;b\n1;2\n');
  expect((await readTable(plain, { format: 'csv' }))[0]?.titles).toEqual([]);
});
