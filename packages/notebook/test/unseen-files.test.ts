import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import {
  acceptCorrection,
  clusterLabels,
  confirmLabel,
  diffReleases,
  findAnomalies,
  harmonise,
  ingest,
  isRefused,
  proposeCodes,
} from '@samenbeeld/notebook';
import { languages } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { casesSource } from '../../cli/test/cases-source.ts';

const root = join(import.meta.dirname, '../../..');
const harc = `${root}/fixtures/exercise/nl-harc-2018-2025.csv`;
const excerpts = `${root}/fixtures/published/excerpts`;
const departments = (year: number): string =>
  `${root}/packages/sources/catalogue/ssmsi-departements/sample_${year}.csv`;
const desk = (): string => mkdtempSync(join(tmpdir(), 'notebook-unseen-'));
const word = (decisions: string) => ({
  decisions,
  role: 'analyst, port desk',
  reason: 'the team has answered',
});

describe('labels', () => {
  test('proposals show the relation, the confidence and the reason', () => {
    const shown = inspect(proposeCodes(['coke/hero', 'hasj'], 'substances', { labelsIn: 'nl' }));
    expect(shown).toMatch(/^TLP:AMBER\+STRICT/);
    expect(shown).toMatch(/^ +coke\/hero +overlaps +COC +0\.\d\d +.*overlaps HER$/m);
    expect(shown).toMatch(/^ +hasj +exactly +CAN_RESIN +0\.9\d/m);
  });

  test('a list that does not exist is refused in one line', () => {
    expect(() => proposeCodes(['x'], 'colours')).toThrow(/colours/);
  });

  test('spellings of one label stand together, the commonest first', () => {
    const labels = ['sloe kade', { label: 'Sloe-kade', count: 3 }, 'Terneuzen'];
    const found = clusterLabels(labels);
    expect(found.clusters.map(({ canonical }) => canonical)).toEqual(['Sloe-kade']);
    expect(inspect(found)).toMatch(/Sloe-kade \(3\), sloe kade \(1\) +4$/m);
  });

  test('a label is confirmed once, and what is not undecided is refused', async () => {
    const decisions = `${desk()}/decisions.jsonl`;
    const found = await harmonise('exercise-nl-harc', harc);
    expect(inspect(found)).toMatch(/^EXERCISE/);
    await expect(confirmLabel(found, 'poeder', 'exact:COC', word(decisions))).rejects.toThrow(
      'Undecided: "wit poeder (n.n.b.)"',
    );
    await expect(
      confirmLabel(found, 'wit poeder (n.n.b.)', 'exact:COCA', word(decisions)),
    ).rejects.toThrow('"COCA" is no code of substances');
    const recorded = await confirmLabel(found, 'wit poeder (n.n.b.)', 'exact:COC', word(decisions));
    expect(inspect(recorded)).toContain('Recorded: exact COC');
    const after = await harmonise('exercise-nl-harc', harc, { decisions });
    expect(after.labels).toEqual([]);
    expect(inspect(after)).toMatch(/applies: "wit poeder/);
  });
});

describe('slips', () => {
  const planted = (): string => {
    const copy = `${desk()}/nl-harc-2018-2025.csv`;
    const text = readFileSync(harc, 'latin1');
    expect(text.split(';671,3;kg')).toHaveLength(2);
    writeFileSync(copy, text.replace(';671,3;kg', ';671.300;kg'), 'latin1');
    return copy;
  };

  test('one that is planted is found, accepted and put right by ingest', async () => {
    const [copy, out] = [planted(), desk()];
    const found = await findAnomalies('exercise-nl-harc', copy);
    expect(found.anomalies.map(({ kind, where }) => [kind, where.line])).toEqual([
      ['unit_slip', 52],
    ]);
    expect(inspect(found)).toMatch(
      /"671\.300" → "671,3" in "Hoeveelheid"\n.* where Datum 13-06-2020$/mu,
    );
    const decisions = `${out}/decisions.jsonl`;
    await acceptCorrection(found, 1, word(decisions));
    const read = await ingest('exercise-nl-harc', copy, { out: `${out}/picture`, decisions });
    const [row] = read.picture.seizures.rows.filter(({ origin }) => origin.line === 52);
    expect(row?.quantity).toBe(671.3);
    expect(row?.origin.raw).toBe('671.300');
    expect(inspect(read).replace(/\s+/g, ' ')).toMatch(/read as "671,3": 1 cell/);
    await read.picture.close();
  });

  test('a number that is not shown cannot be accepted', async () => {
    const found = await findAnomalies('exercise-nl-harc', harc, { language: 'fr' });
    expect(inspect(found)).toMatch(
      /Rien ne ressort\.\s+Cinq données n’ont pu être lues et n’ont pas été examinées\./u,
    );
    await expect(acceptCorrection(found, 1, word(`${desk()}/d.jsonl`))).rejects.toThrow(
      'There is no anomaly 1; there are none.',
    );
  });
});

describe('ingest', () => {
  test('says what became of every item, with the repair', async () => {
    const read = await ingest('exercise-nl-harc', harc, { out: `${desk()}/p` });
    const shown = inspect(read);
    expect(shown).toMatch(/^ +nl-harc-2018-2025\.csv +174 +174 +169 +0 +5 +169$/m);
    expect(shown).toMatch(/^ *\d+ +H "Middel" +"wit poeder/m);
    expect(shown).not.toMatch(/@[a-z]+\.[a-z]+/);
    await read.picture.close();
  });

  test('names what is not there', async () => {
    const out = desk();
    await expect(ingest('no-source', harc, { out })).rejects.toThrow('There is no source');
    await expect(ingest('exercise-nl-harc', 'gone.csv', { out })).rejects.toThrow(
      'There is no file gone.csv.',
    );
    await expect(
      ingest('exercise-nl-harc', harc, { out, decisions: 'gone.jsonl' }),
    ).rejects.toThrow('There are no decisions at gone.jsonl.');
  });
});

describe('releases', () => {
  test('two editions of one source show what was revised and what is gone, in each language', async () => {
    const out = desk();
    for (const language of languages) {
      const read = (year: number) =>
        ingest('ssmsi-departements', departments(year), { out: `${out}/${year}`, language });
      const [earlier, later] = [await read(2024), await read(2025)];
      const shown = inspect(await diffReleases(earlier, later));
      expect(shown).toMatch(
        /^ +\S+ 59 \([^)]+\) 2016\s(?:Homicides)?\s+31\s.*30\s.*−1\s?; 3[.,]23\s?% +sample_2024/m,
      );
      expect(shown).toMatch(/^ +\S+ 971 \([^)]+\) 2016 Homicides +32 .*sample_2024\.csv, \S+ 10$/m);
      expect(shown).not.toContain('undefined');
      await earlier.picture.close();
      await later.picture.close();
    }
  });

  test('two sources are refused until a person says that they measure the same', async () => {
    const out = desk();
    const former = await ingest('politie-47022ned', `${excerpts}/politie_47022NED_2018_2023.csv`, {
      out: `${out}/a`,
    });
    const current = await ingest('politie-47013ned', `${excerpts}/politie_47013NED_2022_2023.csv`, {
      out: `${out}/b`,
    });
    const answer = await diffReleases(former, current);
    expect(isRefused(answer)).toBe(true);
    expect(inspect(answer)).toContain('measure the same');
    await former.picture.close();
    await current.picture.close();
  });

  test('says how many items could not be read, and not how many cells', async () => {
    const out = desk();
    const wide = casesSource('exercise-wide').replace(
      '  Jaar: { to: period, as: year }\n  Aantal: { to: value, as: integer }\n',
      () =>
        "fold:\n  - { headers: '^(?<year>\\d{4})$', groups: { year: { to: period, as: year } }, value: { to: value, as: integer } }\n",
    );
    writeFileSync(`${out}/wide.yaml`, wide);
    const read = (name: string, port: string) => {
      const file = `${out}/${name}.csv`;
      writeFileSync(file, `Haven;2021;2022;2023\nRotterdam;1;2;3\n${port};4;5;6\n`);
      return ingest(`${out}/wide.yaml`, file, { out: `${out}/${name}` });
    };
    const [earlier, later] = [await read('a', 'Vlissingen'), await read('b', 'Vlissing haven')];
    const shown = inspect(await diffReleases(earlier, later));
    expect(shown).toContain('3 items could not be read');
    await earlier.picture.close();
    await later.picture.close();
  });
});
