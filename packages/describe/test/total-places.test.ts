import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { expect, it, test } from 'vitest';

async function described(lines: readonly string[]): Promise<FileDescription> {
  const folder = mkdtempSync(join(tmpdir(), 'totals-'));
  try {
    const path = join(folder, 'a.csv');
    writeFileSync(path, `${lines.join('\n')}\n`);
    return await describeFile(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each([
  [
    'Zoll Deutschland - Sicherstellungen in kg',
    'Hafen',
    'Insgesamt',
    ['Hamburg', 'Bremerhaven', 'Rostock'],
  ],
  ['Inbeslagnames in Nederland, in kg', 'Haven', 'Totaal', ['Rotterdam', 'Vlissingen', 'Delfzijl']],
  ['Saisies dans les ports belges, en kg', 'Port', 'Total', ['Anvers', 'Gand', 'Ostende']],
  ['Inbeslagnames in Nederland, in kg', 'Gemeente', 'Totaal', ['Breda', 'Tilburg', 'Vlissingen']],
])('%s, %s: "%s" is a total and no place', async (title, heading, total, places) => {
  const found = await described([
    title,
    `${heading};Jaar;Middel;Kilogram`,
    ...[2021, 2022, 2023].flatMap((year, by) => [
      ...places.map((place, at) => `${place};${year};cocaïne;${10 + at * 7 + by * 3}`),
      `${total};${year};cocaïne;${51 + by * 9}`,
    ]),
  ]);
  const all = found.yaml + found.crosswalks.map(({ text }) => text).join('\n');
  expect(all).not.toMatch(new RegExp(`\\w\\.(?:PLACE|GM)\\.${total}`, 'u'));
  const counted = found.trial.kind === 'ingested' ? found.trial.conservation : null;
  expect(counted).toMatchObject({ accepted: 9, excluded: 3, rejected: 0 });
  expect(found.yaml).toContain(`${heading}: ${total}`);
});

test.each([
  ['© Generalzolldirektion, Stand: 31.01.2025', 'Hamburg', 'DE_ZOLL'],
  ['Quelle: Hauptzollamt Hamburg', 'Hamburg', 'DE_ZOLL'],
  ['Bron: Landelijk Douanekantoor', 'Rotterdam', 'NL_CUST'],
  ['Quelle: Polizeipräsidium', 'Hamburg', 'UNSPECIFIED'],
])('%s is proposed as the publisher', async (footer, place, agency) => {
  const found = await described([
    'Rauschgift',
    'Hafen;Jahr;Kokain kg',
    `${place};2022;45`,
    `${place};2023;61`,
    footer,
  ]);
  expect(found.yaml).toContain(`publisher: ${agency}`);
});

test.each([
  ['Jaar', 'Totaal', ['Vlissingen', 'Terneuzen', 'Goes'], 3],
  ['Année', 'Total', ['Vlissingen'], 1],
])(
  'a total under %s, of which no time can be read, is left out and asked',
  async (heading, total, places, excluded) => {
    const found = await described([
      `Gemeente;${heading};Aantal misdrijven`,
      ...places.flatMap((place) =>
        [2021, 2022, 2023, total].map((year, at) => `${place};${year};${[3, 5, 9, 18][at]}`),
      ),
    ]);
    expect(found.trial).toMatchObject({ conservation: { excluded, rejected: 0 } });
    const asked = found.decisions.map(({ question }) => question.en).join();
    expect(asked).toContain(`"${total}" says total and names no time: ${excluded} row`);
  },
);

test('a total under a year that a rule leaves out is not asked', async () => {
  const found = await described([
    'Gemeente;Jaar;Aantal misdrijven',
    'Vlissingen;2021;3',
    'Vlissingen;2022;5',
    'Terneuzen;2023;9',
    ';Totaal;17',
  ]);
  expect(found.trial).toMatchObject({ conservation: { excluded: 1, rejected: 0 } });
  expect(found.decisions.map(({ about }) => about.en)).not.toContain('column Jaar');
});

test.each([
  ['Totaal 2024', 12, 0],
  ['Totaal', 12, 0],
  // Of another sum it is left out all the same, and asked.
  ['Totaal', 13, 1],
])('%s under months, of %i, is left out with %i questions', async (label, sum, questions) => {
  const found = await described([
    'Maand;Gewicht cocaïne (kg)',
    'januari 2024;3',
    'februari 2024;4',
    'maart 2024;5',
    `${label};${sum}`,
  ]);
  expect(found.trial).toMatchObject({ conservation: { excluded: 1, rejected: 0, accepted: 3 } });
  const asked = found.decisions.filter(({ question }) => question.en.includes('says total'));
  expect(asked).toHaveLength(questions);
});

test.each([
  ['Total', 'Total général', ['Anvers', 'Gand', 'Zeebruges']],
  ['Totaal', 'Eindtotaal', ['Antwerpen', 'Gent', 'Vlissingen']],
  ['Summe', 'Gesamtsumme', ['Hamburg', 'Bremerhaven', 'Rotterdam']],
])('places between their own "%s …" stay places', async (total, grand, places) => {
  const figures = [3, 5, 9, 4];
  const found = await described([
    'Cocaïne, 2024',
    'Bureau;Periode;Kilogram',
    ...places.flatMap((place, by) => [
      ...figures.map((figure, at) => `${place};${at + 1}-2024;${figure * (by + 1)}`),
      `${total} ${place};2024;${21 * (by + 1)}`,
    ]),
    `${grand};2024;126`,
  ]);
  expect(found.columns.find(({ headings }) => headings[0] === 'Bureau')?.to).toBe('place');
  expect(found.trial).toMatchObject({ kind: 'ingested', records: 12 });
  expect(found.yaml).toMatch(/check: unique, fields: \[ place,/u);
});
