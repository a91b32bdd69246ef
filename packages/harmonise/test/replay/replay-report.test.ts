import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { type ReplayReport, replayReport, withDecisions } from '@samenbeeld/harmonise';
import { ingest, type SourceDescription } from '@samenbeeld/ingest';
import type { Decision } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { english, plain } from '../../../../test/english-words.ts';
import { described } from '../../../ingest/test/fixture.ts';

function decision(kind: Decision['kind'], subject: string, verdict: string): Decision {
  const said = { role: 'analyst', time: '2026-01-01', reason: 'asked', evidence: null };
  return { id: `on ${subject}`, kind, subject, verdict, supersedes: null, ...said };
}

async function inFile<Result>(
  content: string,
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'replay-report-'));
  try {
    writeFileSync(join(folder, 'test.csv'), content);
    return await use(join(folder, 'test.csv'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function replayed(
  source: SourceDescription,
  decisions: readonly Decision[],
  content: string,
): Promise<ReplayReport> {
  return inFile(content, (file) => replayReport(source, decisions, [file]));
}

async function records(source: SourceDescription, content: string): Promise<number> {
  const engine = await openEngine({ threads: 1 });
  try {
    return await inFile(content, async (file) => (await ingest(engine, source, [file])).records);
  } finally {
    await engine.close();
  }
}

const constants = { metric: 'quantity', unit: 'kg', basis: 'seized_in_port' };
const undecided = ({ undecided: labels }: ReplayReport): readonly string[] =>
  labels.map(({ column, label, cells, field }) => `${column} ${label} ${cells} ${field}`);

test('a heading that is data may hold an unknown label: it is listed, and a decision opens the file', async () => {
  const source = await described({
    description: {
      constants,
      columns: { Plaats: { to: 'place' }, Jaar: { to: 'period', as: 'year' } },
      fold: [
        {
          headers: '^Kilo (?<drug>.+)$',
          groups: { drug: { to: 'substance', codes: { coke: 'COC' } } },
          value: { to: 'value', as: 'integer' },
        },
      ],
    },
  });
  const content = 'Plaats;Jaar;Kilo coke;Kilo wiet (nat)\nNLVLI;2022;10;3\nNLTNZ;2022;11;\n';
  const before = await replayed(source, [], content);
  expect(undecided(before)).toEqual(['fold:drug wiet (nat) 1 substance']);
  expect(before.undecided[0]?.proposal).toMatchObject({ to: 'CAN_HERB', match: 'narrower' });
  await expect(records(source, content)).rejects.toThrow('wiet (nat)');
  const said = [
    decision(
      'crosswalk',
      'crosswalk test-source substance "fold:drug" "wiet (nat)"',
      'exact CAN_HERB',
    ),
  ];
  expect((await replayed(source, said, content)).applied.map(({ cells }) => cells)).toEqual([1]);
  expect(await records(withDecisions(source, said).source, content)).toBe(3);
});

test('a cell of several codes is listed and decided part by part', async () => {
  const source = await described({
    description: {
      constants: { ...constants, place: 'NLVLI' },
      columns: {
        Dienst: { to: 'agencies', list: 'agencies', split: '/' },
        Jaar: { to: 'period', as: 'year' },
        Aantal: { to: 'value', as: 'integer' },
      },
    },
  });
  const content = 'Dienst;Jaar;Aantal\nZHP/Zeehond;2022;1\nZeehond;2022;2\nKMar;2022;3\n';
  expect(undecided(await replayed(source, [], content))).toEqual(['Dienst Zeehond 2 agencies']);
  const said = [
    decision('crosswalk', 'crosswalk test-source agencies "Dienst" "Zeehond"', 'exact NL_CUST'),
  ];
  const report = await replayed(source, said, content);
  expect([undecided(report), report.applied.map(({ cells }) => cells)]).toEqual([[], [2]]);
  expect(await records(withDecisions(source, said).source, content)).toBe(3);
});

test('rows that a rule leaves out, and texts that look like personal data, are not asked about', async () => {
  const source = await described({
    description: {
      constants: { ...constants, place: 'NLVLI' },
      columns: {
        Middel: { to: 'substance', codes: { coke: 'COC' } },
        Jaar: { to: 'period', as: 'year' },
        Aantal: { to: 'value', as: 'integer' },
      },
      exclude: [{ rule: 'subtotal', where: { Middel: 'Totaal' }, reason: 'a sum' }],
    },
  });
  const content =
    'Middel;Jaar;Aantal\ncoke;2022;1\nTotaal;2022;1\nvan jan.exempel@voorbeeld.nl;2022;2\nspul;2022;3\n';
  const report = await replayed(source, [], content);
  expect(undecided(report)).toEqual(['Middel spul 1 substance']);
  expect(JSON.stringify(report)).not.toContain('voorbeeld.nl');
});

test('a correction without rows is about every such cell, and is put right when none is left', async () => {
  const source = await described({
    description: {
      constants,
      columns: {
        Plaats: { to: 'place', list: 'places' },
        Jaar: { to: 'period', as: 'year' },
        Aantal: { to: 'value', as: 'integer' },
      },
    },
  });
  const said = [
    decision(
      'correction',
      'correction test-source "Plaats" "Vlisingen"',
      '"Vlisingen" → "Vlissingen"',
    ),
  ];
  const month = (place: string): string =>
    `Plaats;Jaar;Aantal\n${place};2022;1\n${place};2022;2\nGent;2022;3\n`;
  const first = await replayed(source, said, month('Vlisingen'));
  expect(first.says.map(({ en }) => en)).toEqual([
    'Decision on correction test-source "Plaats" "Vlisingen" applies: "Vlisingen" in "Plaats" is read as "Vlissingen": 2 cells.',
  ]);
  expect(
    await inFile(month('Vlisingen'), () =>
      records(withDecisions(source, said).source, month('Vlisingen')),
    ),
  ).toBe(3);
  const second = await replayed(source, said, month('Vlissingen'));
  expect(second.inapplicable.map(({ why, says }) => `${why}: ${says.en}`)).toEqual([
    'put-right: "Plaats" says "Vlissingen" by now: the publisher has put it right',
  ]);
  const third = await replayed(source, said, month('Terneuzen'));
  expect(third.inapplicable.map(({ why, says }) => `${why}: ${says.en}`)).toEqual([
    'put-right: no cell of "Plaats" says "Vlisingen" any more',
  ]);
});

test('a relation that the description does not accept says what it does to the records', async () => {
  const source = await described({
    description: {
      constants,
      columns: {
        Haven: { to: 'place', list: 'places' },
        Middel: { to: 'substance', list: 'substances' },
        Jaar: { to: 'period', as: 'year' },
        Aantal: { to: 'value', as: 'integer' },
      },
    },
  });
  const content =
    'Haven;Middel;Jaar;Aantal\nkade 7;coke;2022;1\nGent;spul;2022;2\nGent;goedje;2022;3\n';
  const said = [
    decision('crosswalk', 'crosswalk test-source place "Haven" "kade 7"', 'narrower NLVLI'),
    decision('crosswalk', 'crosswalk test-source substance "Middel" "spul"', 'broader COC'),
    decision('crosswalk', 'crosswalk test-source substance "Middel" "goedje"', 'none'),
  ];
  const { applied } = await replayed(source, said, content);
  expect(applied.map(({ says }) => says.en)).toEqual([
    '"kade 7" in "Haven" is read as narrower NLVLI for place: 1 cell; the column accepts exact only and place may not be empty, so they are rejected',
    '"goedje" in "Middel" is read as none for substance: 1 cell; substance is left empty',
    '"spul" in "Middel" is read as broader COC for substance: 1 cell; the column accepts exact only, so substance is left empty',
  ]);
  expect(await records(withDecisions(source, said).source, content)).toBe(2);
});

test('a file of another source is refused as an ingest refuses it', async () => {
  const source = await described({ description: {} });
  await expect(replayed(source, [], 'a;b\n1;2\n')).rejects.toThrow(
    'this is not a file of test-source',
  );
});

test('what became of decisions is said in the reader’s language', async () => {
  const source = await described({
    description: {
      constants,
      columns: {
        Haven: { to: 'place', list: 'places' },
        Middel: { to: 'substance', list: 'substances' },
        Jaar: { to: 'period', as: 'year' },
        Aantal: { to: 'value', as: 'integer' },
      },
    },
  });
  const label = (text: string) =>
    `crosswalk test-source substance "Middel" ${JSON.stringify(text)}`;
  const { says, inapplicable } = await replayed(
    source,
    [
      decision('crosswalk', label('spul'), 'broader COC'),
      decision('crosswalk', label('goedje'), 'exact COC'),
      decision('crosswalk', label('coke'), 'exact COC'),
      decision('crosswalk', label('wiet'), 'exact COCA'),
      decision('crosswalk', 'crosswalk test-source substance "Soort" "wiet"', 'exact COC'),
      decision('crosswalk', label('hasj'), 'coke'),
      { ...decision('crosswalk', label('pil'), 'exact COC'), id: 'one' },
      { ...decision('crosswalk', label('pil'), 'exact HER'), id: 'other' },
      decision('correction', 'correction test-source "Aantal" "9"', '"9" → "8"'),
      decision(
        'correction',
        'correction test-source "Aantal" "2" where {"Jaar":"2021"}',
        '"2" → "1"',
      ),
      decision(
        'correction',
        'correction test-source "Aantal" "3" where {"Middel":"coke"}',
        '"3" → "4"',
      ),
    ].map((one, at) => ({ ...one, id: `d${at}` })),
    'Haven;Middel;Jaar;Aantal\nGent;spul;2022;2\nGent;coke;2022;5\nGent;onbekend spul;2022;1\n',
  );
  expect([...new Set(inapplicable.map(({ why }) => why))].sort()).toEqual(
    'already-said code-unknown column-gone contradicted label-gone put-right row-gone unreadable value-changed'.split(
      ' ',
    ),
  );
  for (const language of ['nl', 'fr', 'de'] as const)
    for (const one of says) {
      expect(plain(one[language])).not.toMatch(english);
      expect(one[language]).not.toBe(one.en);
    }
  expect(says[0]?.nl).toContain(
    '"spul" in "Middel" wordt voor substance gelezen als broader COC: 1 cel;',
  );
});
