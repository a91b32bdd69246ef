import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { expect, test } from 'vitest';

async function described(name: string, content: string | Buffer): Promise<FileDescription> {
  const folder = mkdtempSync(join(tmpdir(), 'odd-files-'));
  try {
    writeFileSync(join(folder, name), content);
    return await describeFile(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each(['Département ', ''])(
  'état 4001 in Windows-1252 with the key and name of each département as headings (%s59 - Nord)',
  async (word) => {
    const text = [
      'Faits constatés par les services de police et de gendarmerie - état 4001 annuel 2011',
      `Index;Libellé index;${word}01 - Ain;${word}59 - Nord;${word}2A - Corse-du-Sud`,
      '1;Règlements de compte entre malfaiteurs;0;2;4',
      '55;Trafic et revente sans usage de stupéfiants;45;1 204;12',
      '57;Usage de stupéfiants;1 105;9 876;410',
      '58;Autres infractions à la législation sur les stupéfiants;12;n.c.;3',
      '',
    ].join('\r\n');
    const found = await described('etat4001_2011.csv', Buffer.from(text, 'latin1'));
    expect(found.folds.map(({ headings }) => headings.length)).toEqual([3]);
    expect(JSON.stringify(found.folds[0]?.written)).toContain('FR.DEP.$1');
    expect(found.trial).toMatchObject({ kind: 'ingested', records: 12 });
  },
);

test('an old Eurostat export with quoted thousands counts offences', async () => {
  const found = await described(
    'crim.csv',
    `"TIME","GEO","ICCS","UNIT","Value","Flag and Footnotes"\n${[
      ['Belgium', '44,162', '45,210'],
      ['Netherlands', '17,341', '16,989'],
      ['Luxembourg', ':', '1,951'],
    ]
      .flatMap(([place, a, b]) =>
        [a, b].map(
          (value, at) =>
            `"${2010 + at}","${place}","Unlawful acts involving controlled drugs or precursors","Number","${value}","${at === 1 ? 'b' : ''}"`,
        ),
      )
      .join('\n')}\n`,
  );
  const value = found.columns.find(({ headings }) => headings[0] === 'Value');
  expect(JSON.stringify(value?.written)).toContain('"groupChar":","');
  expect(found.unfit).toBeNull();
});

test('a heading with a unit beside a column of other units is a question, never certain', async () => {
  const found = await described(
    'seizures.csv',
    'Country;Year;Drug;Seized amount (kg);Measurement\nNetherlands;2019;Cocaine;43836.4;Kilogram\nBelgium;2019;Cocaine;65248;Kilogram\nFrance;2020;Ecstasy;1200;Tablets\nGermany;2021;Heroin;558.2;Kilogram\n',
  );
  const amount = found.columns.find(({ headings }) => headings[0] === 'Seized amount (kg)');
  expect(amount?.confidence).toBeLessThan(0.9);
  expect(amount?.decide.map(({ en }) => en).join(' ')).toContain(
    'in which unit are these figures?',
  );
});

test('a header that names fewer columns than all rows have is said', async () => {
  const rows = ['Gent', 'Hulst', 'Goes'].map((port, at) => `${at + 1};${port};2022;5`);
  await expect(
    described('unnamed.csv', `${['port;year;kg', ...rows].join('\n')}\n`),
  ).rejects.toThrow(
    /expected rows of as many cells as the header, found 3 rows, all with more. Repair: in a copy, name each column/,
  );
});

test('lines of JSON under the name of a CSV are to be renamed', async () => {
  await expect(
    described('lines.csv', '{"port":"Gent","kg":5}\n{"port":"Hulst","kg":6}\n'),
  ).rejects.toThrow(/found JSON. Repair: rename the file to end in .json/);
});

test.each([
  [['12,5 kg', '1.240 kg', 'ca. 480 kg', 'mehrere kg', '0,75 t', '320,8 kg'], null],
  [
    ['12,5 kg', '1.240 kg', '35', '0,75 t', '320,8 kg', '7 kg'],
    '("0,75 t") and some without ("35")',
  ],
])(
  'a unit that is lacking is asked only where it is, in the words of the file: %s',
  async (amounts, said) => {
    const { decisions } = await described(
      'funde.csv',
      [
        'Datum;Ort;Rauschgiftart;Menge',
        ...amounts.map((amount, at) => `1${at}.02.2024;Bremerhaven;Kokain;${amount}`),
        '',
      ].join('\n'),
    );
    const questions = decisions.map(({ question }) => question.en).join('\n');
    if (said === null) expect(questions).not.toContain('some without');
    else expect(questions).toContain(said);
  },
);
