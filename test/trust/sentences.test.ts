import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSource } from '@samenbeeld/ingest';
import { eventTotals, recomputed, type Why, whySums } from '@samenbeeld/merge';
import { openPicture } from '@samenbeeld/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nspCocaine } from '../../packages/merge/test/nsp-cocaine.ts';
import { samenbeeld, samenbeeldJson } from '../one-process.ts';
import { exercise, published } from '../pictures.ts';
import { stated } from './reliability.ts';

const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-sentences-'));
const at = (name: string): string => join(folder, name);
const mine = at('mine');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const all = (text: string): string =>
  `{ nl: "${text}", fr: "${text}", de: "${text}", en: "${text}" }`;

/** An office's own file of finds, whose quantities are worded, and the description that a user writes of it. */
const source = `source: own-finds
title: ${all('EXERCISE: own finds')}
publisher: NL_HARC
country: NL
kind: register
language: nl
licence: CC0-1.0
citation: Made for a test
grade: A1
handling: public
synthetic: true
record: seizure
file: { format: csv, encoding: utf-8, delimiter: ";" }
definitions: [{ id: finds, countUnit: seizure, dateRole: seizure, rule: ${all('one row a find')} }]
coverage:
${['NLVLI', 'NLTNZ', 'BEGNE']
  .map(
    (place) =>
      `  - { agency: NL_HARC, place: ${place}, basis: seized_in_port, periodStart: 2022-01-01, periodEnd: 2022-12-31, extent: full, evidence: "EXERCISE" }`,
  )
  .join('\n')}
constants: { basis: seized_in_port, placeLevel: port, seizingCountry: NL, agencies: NL_HARC, massBasis: net }
columns:
  Datum: { to: date, as: date }
  Haven: { to: place, list: places }
  Middel: { to: substance, list: substances }
  Hoeveelheid: { to: quantity, as: quantity }
  Eenheid: { to: unit }
`;
const rows = [
  'Datum;Haven;Middel;Hoeveelheid;Eenheid',
  '2022-01-10;NLVLI;COC;ruim 300;kg',
  '2022-02-10;NLVLI;COC;ca. 500;kg',
  '2022-03-10;NLVLI;COC;200;kg',
  '2022-04-10;NLTNZ;COC;bijna 80;kg',
  '2022-05-10;BEGNE;COC;12,5;kg',
  '',
].join('\n');

beforeAll(async () => {
  writeFileSync(at('own.yaml'), source);
  writeFileSync(at('own.csv'), rows);
  const { code, stderr, stdout } = await samenbeeld([
    'ingest',
    at('own.yaml'),
    at('own.csv'),
    '--out',
    mine,
  ]);
  expect([code, code === 0 ? '' : stderr + stdout]).toEqual([0, '']);
});

const ask = (claim: string, ...more: readonly string[]) =>
  samenbeeld(['check', claim, '--picture', published, ...more]);

// Thirty more are asked in sentences.slow.test.ts.
describe('a sentence before it is said', () => {
  test('"7 ton cocaïne Zeeland 2023" is given the floor that every rival satisfies', async () => {
    const { code, stdout } = await ask('7 ton cocaïne Zeeland 2023');
    expect(code).toBe(1);
    expect(stdout).toContain('Not as it stands.');
    expect(stdout).toContain(
      'May be said: "at least 11,500 kg" – Public Prosecution Service (Netherlands), 2024: only for Zeeland ports; contested by HARC team: "about 11,300 kg" for ports in Zeeland and West Brabant, all drugs',
    );
    expect(stdout).not.toMatch(/May be said: Zeeland: /u);
    expect(stdout).not.toMatch(/14,500|15,000/u);
    expect(stdout).toMatch(/Asked of: .*\(north-sea-port, .*, build [0-9a-f]{12}\)/u);
  });
});

describe('a total is what its cells are', () => {
  test('"ruim 300" is 300, likely 300 and without an upper end, and why adds up', async () => {
    const opened = await openPicture(mine);
    const seizures = await opened.seizures();
    const { coverage } = loadSource(at('own.yaml'));
    await opened.close();
    expect(seizures.map(({ wording, wordingPrinted }) => [wording, wordingPrinted])).toEqual(
      expect.arrayContaining([
        ['floor', 'ruim'],
        ['rounded', 'ca.'],
        ['just_under', 'bijna'],
        ['unmarked', null],
      ]),
    );
    const [total] = eventTotals(seizures, { ...nspCocaine, years: [2022], coverage, pairs: [] });
    if (!total) throw new Error('there is no total of 2022');
    const sums = whySums(total);
    expect(total.reported).toMatchObject({ lowest: 1037.5, likely: 1092.5, highest: null });
    expect([total.status, total.total]).toEqual(['complete', { atLeast: 1037.5, atMost: null }]);
    const port = total.members.find(({ place }) => place === 'NLVLI');
    expect([port?.state, port?.lowest, port?.likely, port?.highest]).toEqual([
      'reported',
      950,
      1000,
      null,
    ]);
    for (const [end, value] of [
      ['lowest', 1037.5],
      ['likely', 1092.5],
    ] as const)
      expect(
        sums.some((sum) => sum.of === 'PC_NSP' && sum.end === end && recomputed(sum) === value),
      ).toBe(true);
  });

  test('every number of every total is given by what why lists, to the last digit', async () => {
    let [tried, held] = [0, 0];
    for (const picture of [published, exercise]) {
      const opened = await openPicture(picture);
      const stored = await opened.rows<{ detail: string }>('joint_total');
      await opened.close();
      for (const { detail } of stored) {
        const { complex, substance, basis, period } = JSON.parse(detail) as Why['total'];
        const { total, sums } = await samenbeeldJson<Why>([
          'why',
          picture,
          `${complex} ${substance} ${basis} ${period}`,
        ]);
        const entries = [...total.members, ...total.together].map(({ place, ...numbers }) => ({
          of: place,
          numbers: { ...numbers } as Readonly<Record<string, unknown>>,
        }));
        for (const { of, numbers } of [
          ...entries,
          { of: complex, numbers: { ...total.reported, ...total.total } },
        ])
          for (const end of ['lowest', 'likely', 'highest', 'atLeast', 'atMost']) {
            const value = (numbers as Readonly<Record<string, unknown>>)[end];
            if (typeof value !== 'number') continue;
            tried += 1;
            const isMade = sums.some(
              (sum) => sum.of === of && sum.end === end && recomputed(sum) === value,
            );
            if (isMade) held += 1;
            else expect([picture, total.key, of, end, value]).toEqual([]);
          }
      }
    }
    expect({ tried, held }).toEqual(stated('numbers of totals added up again'));
  });
});

describe('what is not reported has no number', () => {
  test('in any table of any picture', async () => {
    let [tried, held] = [0, 0];
    for (const picture of [published, exercise]) {
      const opened = await openPicture(picture);
      for (const table of opened.tables) {
        for (const row of await opened.rows<Readonly<Record<string, unknown>>>(table)) {
          if (row['state'] !== 'not_reported' && row['status'] !== 'none') continue;
          tried += 1;
          const numbers = [
            'lowest',
            'likely',
            'highest',
            'reported_lowest',
            'reported_likely',
            'reported_highest',
            'modelled_lowest',
            'modelled_likely',
            'modelled_highest',
            'modelled_low90',
            'modelled_high90',
            'total_at_least',
            'total_at_most',
          ];
          if (numbers.every((name) => (row[name] ?? null) === null)) held += 1;
          else expect([table, row]).toEqual([]);
        }
      }
      const csv = readFileSync(join(picture, 'data', 'joint_total_member.csv'), 'utf8');
      expect(csv).not.toMatch(/not_reported,not_reported,0/u);
      await opened.close();
    }
    expect({ tried, held }).toEqual(stated('rows of members that are not reported'));
  });
});

describe('what a model weighs', () => {
  test('stands in columns of its own, apart from what the records say by themselves, and is never allowed', async () => {
    const opened = await openPicture(exercise);
    type Row = Readonly<Record<string, number | string | null>>;
    const rows = await opened.rows<Row>('joint_total');
    const members = await opened.rows<Row>('joint_total_member');
    await opened.close();
    const modelled = rows.filter((row) => row['modelled_likely'] !== null);
    expect(modelled).toHaveLength(5);
    // What the records say by themselves holds whatever the model makes of them, of every total and of each of its ports.
    for (const row of [...rows, ...members]) {
      const ends = [
        ...['lowest', 'low90', 'likely', 'high90', 'highest'].map((end) => `modelled_${end}`),
        'reported_highest' in row ? 'reported_highest' : 'highest',
      ].flatMap((name) => row[name] ?? []);
      const all = [row['reported_lowest'] ?? row['lowest'], ...ends].filter((one) => one != null);
      expect(all, String(row['key'])).toEqual(all.toSorted((a, b) => Number(a) - Number(b)));
    }
    for (const row of modelled) {
      expect(row['likely_state']).toBe('modelled');
      // Of events nothing holds without a model: of a find of 4.6 kg that one file alone gives in grams, nobody says otherwise.
      expect([row['total_at_least'], row['total_at_most']]).toEqual([null, null]);
      const sentence = `${row['modelled_likely']} kg cocaine North Sea Port ${row['period']}`;
      const checked = await samenbeeld(['check', sentence, '--picture', exercise]);
      expect(checked.code).toBe(1);
      expect(checked.stdout).toContain('what a model makes of them may not be quoted');
      expect(checked.stdout).not.toContain('May be said');
    }
    const detail = JSON.parse(String(modelled[0]?.['detail']));
    expect(detail.modelled.interval90.low).toBe(modelled[0]?.['modelled_low90']);
    expect(detail.reported).not.toHaveProperty('interval90');
  });
});
