import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { withDecisions } from '@samenbeeld/harmonise';
import { ingest, type SourceDescription } from '@samenbeeld/ingest';
import type { Decision } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { described, type Row, table } from '../../../ingest/test/fixture.ts';

const crosswalk = 'from,to,match,note\ncoke,COC,exact,\nwiet,CAN_HERB,exact,\n';
const columns = {
  Plaats: { to: 'place', list: 'places' },
  Middel: [{ to: 'substance', crosswalk: 'substances.csv' }, { to: 'nationalCode' }],
  Jaar: { to: 'period', as: 'year' },
  Aantal: { to: 'value', as: 'number', decimalChar: ',' },
};

function source(more: Readonly<Record<string, unknown>> = {}): Promise<SourceDescription> {
  const constants = { metric: 'quantity', unit: 'kg', basis: 'seized_in_port' };
  return described({
    description: { columns, constants, ...more },
    beside: { 'substances.csv': crosswalk },
  });
}

let count = 0;

function decision(
  kind: Decision['kind'],
  subject: string,
  verdict: string,
  more: Partial<Decision> = {},
): Decision {
  count += 1;
  const id = `d${String(count).padStart(3, '0')}`;
  const said = { role: 'analyst', time: '2026-01-01', reason: 'asked', evidence: null };
  return { id, kind, subject, verdict, supersedes: null, ...said, ...more };
}

const label = (name: string, verdict: string, more?: Partial<Decision>): Decision =>
  decision(
    'crosswalk',
    `crosswalk test-source substance "Middel" ${JSON.stringify(name)}`,
    verdict,
    more,
  );
const slip = (subject: string, verdict: string, more?: Partial<Decision>): Decision =>
  decision('correction', `correction test-source ${subject}`, verdict, more);

async function rowsOf(description: SourceDescription, content: string): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'with-decisions-'));
  const engine = await openEngine({ threads: 1 });
  try {
    const file = join(folder, 'test.csv');
    writeFileSync(file, content);
    await ingest(engine, description, [file]);
    return await engine.rows<Row>('select * from observation order by origin_line');
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true });
  }
}

/** What stands in the way of each decision, in order. */
function obstacles(description: SourceDescription, decisions: readonly Decision[]): string[] {
  return withDecisions(description, decisions).inapplicable.map(
    ({ decision: { id }, why, says }) => `${id} ${why}: ${says.en}`,
  );
}

const file =
  'Plaats;Middel;Jaar;Aantal\nVlissingen;coke;2022;10\nVlissingen;sneeuwbal;2022;1638\nVlissngen;wiet;2022;5\n';

describe('withDecisions(source, decisions)', () => {
  test('labels get their code, slips are put right, ids stay', async () => {
    const description = await source();
    const before = await rowsOf(description, file);
    const decided = withDecisions(description, [
      label('sneeuwbal', 'exact COC'),
      slip('"Aantal" "1638" where {"Middel":"sneeuwbal"}', '"1638" → "163,8"'),
      slip('"Plaats" "Vlissngen"', '"Vlissngen" → "Vlissingen"'),
    ]);
    expect(decided.applied).toHaveLength(3);
    expect(decided.inapplicable).toEqual([]);
    const after = await rowsOf(decided.source, file);
    expect(table(before, 'place', 'substance', 'value', 'national_code')).toEqual([
      'NLVLI | COC | 10 | coke',
    ]);
    expect(table(after, 'place', 'substance', 'value', 'national_code')).toEqual([
      'NLVLI | COC | 10 | coke',
      'NLVLI | COC | 163.8 | sneeuwbal',
      'NLVLI | CAN_HERB | 5 | wiet',
    ]);
    expect(after[0]?.['id']).toBe(before[0]?.['id']);
    // Had the publisher's cells been read as they stand, the records would have had the same ids.
    const lenient = await source({
      columns: {
        ...columns,
        Plaats: { to: 'place', list: 'places', otherwise: { to: 'NL', reason: 'a test' } },
        Middel: [
          {
            to: 'substance',
            crosswalk: 'substances.csv',
            otherwise: { to: null, reason: 'a test' },
          },
          { to: 'nationalCode' },
        ],
      },
    });
    expect((await rowsOf(lenient, file)).map(({ id }) => id)).toEqual(after.map(({ id }) => id));
  });

  test('the hash of the description holds the decisions that apply, in any order', async () => {
    const description = await source();
    const [one, two] = [label('sneeuwbal', 'exact COC'), label('spul', 'none')];
    const hash = withDecisions(description, [one, two]).source.sha256;
    expect(withDecisions(description, [two, one]).source.sha256).toBe(hash);
    expect(withDecisions(description, [one]).source.sha256).not.toBe(hash);
    const elsewhere = { ...one, subject: one.subject.replace('test-source', 'other-source') };
    expect(withDecisions(description, [elsewhere])).toEqual({
      source: description,
      applied: [],
      inapplicable: [],
    });
  });

  test('a relation that is not exact leaves the field empty, as in a crosswalk', async () => {
    const { source: decided } = withDecisions(await source(), [label('sneeuwbal', 'overlap COC')]);
    expect(table(await rowsOf(decided, file), 'substance', 'value')).toEqual([
      'COC | 10',
      'null | 1638',
    ]);
  });

  test('a column that holds plain codes goes on doing so', async () => {
    const plain = await source({ columns: { ...columns, Plaats: { to: 'place' } } });
    const { source: decided } = withDecisions(plain, [
      decision('crosswalk', 'crosswalk test-source place "Plaats" "Sloe (haven)"', 'exact NLVLI'),
    ]);
    const content =
      'Plaats;Middel;Jaar;Aantal\nNLTNZ;coke;2022;1\nSloe (haven);coke;2022;2\nVlissingen;coke;2022;3\n';
    expect(table(await rowsOf(decided, content), 'place', 'value')).toEqual([
      'NLTNZ | 1',
      'NLVLI | 2',
    ]);
  });

  test('what a later decision supersedes or reopens no longer counts', async () => {
    const first = label('sneeuwbal', 'exact HER');
    const second = { ...label('sneeuwbal', 'exact COC'), supersedes: first.id };
    const undo = { ...label('sneeuwbal', 'reopen'), supersedes: second.id };
    const description = await source();
    expect(withDecisions(description, [second, first]).applied).toEqual([second]);
    expect(withDecisions(description, [undo, second, first]).applied).toEqual([]);
  });
});

describe('decisions that do not apply', () => {
  test('column gone, no codes, code unknown, unreadable', async () => {
    count = 0;
    expect(
      obstacles(await source(), [
        decision('crosswalk', 'crosswalk test-source substance "Stof" "coke"', 'exact COC'),
        decision('crosswalk', 'crosswalk test-source period "Jaar" "2022"', 'exact COC'),
        label('sneeuwbal', 'exact COCC'),
        label('sneeuw', 'is COC'),
        slip('"Getal" "1"', '"1" → "2"'),
      ]),
    ).toMatchInlineSnapshot(`
      [
        "d002 not-a-code: the column "Jaar" is not read as codes of period",
        "d004 unreadable: The verdict of a crosswalk decision is exact CODE, narrower CODE, broader CODE, overlap CODE or none; not "is COC".",
        "d003 code-unknown: COCC is no code of substances; use a code of the list; nearest: COC_CRACK (crack cocaine), COC (cocaine); \`samenbeeld codes substances\` lists them",
        "d001 column-gone: the description of test-source has no column "Stof" any more",
        "d005 column-gone: the description of test-source has no column "Getal" any more",
      ]
    `);
  });

  test('said by the description by now, the same or otherwise', async () => {
    count = 0;
    const description = await source({
      corrections: [
        {
          column: 'Aantal',
          from: '1638',
          to: '163,8',
          where: { Middel: 'sneeuwbal' },
          reason: 'a slip',
        },
      ],
    });
    expect(
      obstacles(description, [
        label('coke', 'exact COC'),
        label('wiet', 'narrower CAN'),
        decision('crosswalk', 'crosswalk test-source place "Plaats" "Terneuzen"', 'exact NLTNZ'),
        slip('"Aantal" "1638" where {"Middel":"sneeuwbal"}', '"1638" → "163,8"'),
      ]),
    ).toMatchInlineSnapshot(`
      [
        "d003 already-said: the code list says "Terneuzen" is exact NLTNZ by now, so the decision is superfluous",
        "d001 already-said: the description says "coke" is exact COC by now, so the decision is superfluous",
        "d002 said-otherwise: the description says "wiet" is exact CAN_HERB by now, and holds",
        "d004 already-said: the description corrects it by now, so the decision is superfluous",
      ]
    `);
    expect(
      obstacles(description, [
        slip('"Aantal" "1638" where {"Middel":"sneeuwbal"}', '"1638" → "16,38"'),
      ]),
    ).toEqual([
      'd005 said-otherwise: the description corrects "1638" to "163,8" by now, and holds',
    ]);
  });

  test('a word of the code list gives way to what a person said of the label', async () => {
    const description = await source();
    const said = decision(
      'crosswalk',
      'crosswalk test-source place "Plaats" "Terneuzen"',
      'exact NLVLI',
    );
    const decided = withDecisions(description, [said]);
    expect(decided.applied).toEqual([said]);
    expect(
      table(await rowsOf(decided.source, file.replace('Vlissngen', 'Terneuzen')), 'place'),
    ).toEqual(['NLVLI', 'NLVLI']);
  });

  test('two that contradict each other are both left out', async () => {
    count = 0;
    const description = await source();
    const decisions = [
      label('sneeuwbal', 'exact COC'),
      label('sneeuwbal', 'exact HER'),
      slip('"Aantal" "1638" where {"Jaar":"2022"}', '"1638" → "163,8"'),
      slip('"Aantal" "1638" where {"Middel":"sneeuwbal"}', '"1638" → "16,38"'),
      slip('"Aantal" "1638" where {"Jaar":"2021"}', '"1638" → "1,638"', { id: 'apart' }),
    ];
    const { applied } = withDecisions(description, decisions);
    // The year 2021 is another row than 2022, but may be one with "sneeuwbal".
    expect(applied).toEqual([]);
    expect(obstacles(description, decisions)).toMatchInlineSnapshot(`
      [
        "d001 contradicted: d002 says exact HER of the same label; record a "reopen" that supersedes the one that does not hold",
        "d002 contradicted: d001 says exact COC of the same label; record a "reopen" that supersedes the one that does not hold",
        "apart contradicted: d004 says "1638" → "16,38" of cells that may be the same; record a "reopen" that supersedes the one that does not hold",
        "d003 contradicted: d004 says "1638" → "16,38" of cells that may be the same; record a "reopen" that supersedes the one that does not hold",
        "d004 contradicted: apart says "1638" → "1,638" and d003 says "1638" → "163,8" of cells that may be the same; record a "reopen" that supersedes the one that does not hold",
      ]
    `);
    const clear = decisions.filter(({ id }) => id !== 'd004' && id !== 'd002');
    expect(withDecisions(description, clear).applied).toHaveLength(3);
    expect(withDecisions(description, clear).applied.map(({ id }) => id)).toContain('apart');
  });

  test('said twice alike is said once', async () => {
    const [one, two] = [
      label('sneeuwbal', 'exact COC'),
      label('sneeuwbal', 'exact COC', { time: '2026-02-01' }),
    ];
    expect(withDecisions(await source(), [two, one]).applied).toEqual([two]);
  });
});
