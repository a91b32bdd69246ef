import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuiltAnalysis } from '@samenbeeld/recipes';
import { buildPicture } from '@samenbeeld/recipes';
import { type Decision, publicHandling, RefusalError, type Seizure } from '@samenbeeld/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assertInvariants, assertReadsBack } from '../src/assert-invariants.ts';

const claim = {
  id: 'a',
  kind: 'observation',
  source: 'one',
  value: 5,
  missing: null,
  metric: 'quantity',
  unit: 'kg',
  periodStart: '2025-01-01',
  periodEnd: '2025-12-31',
  freq: 'A',
  note: null,
  origin: { file: 'one.csv', sheet: null, line: 2, column: 'kg', raw: '5' },
};

/** What a refusal says of a picture of some claims; null where it is not refused. */
function said(
  claims: readonly object[],
  { handling = publicHandling, columns = [] as readonly object[] } = {},
): string | null {
  const source = { handling: { ...publicHandling, tlp: 'AMBER' } };
  const analysis = {
    gathered: {
      sheets: { sources: [], files: [], withheld: [] },
      observations: claims,
      seizures: [],
      sources: handling === publicHandling ? [] : [{ source }],
    },
    whole: { totals: [] },
    handling,
  } as unknown as BuiltAnalysis;
  try {
    assertInvariants(analysis, [{ name: 't', columns, rows: [] } as never]);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

test('a sound picture passes', () => {
  expect(said([claim])).toBeNull();
});

test.each([
  ['a missing value without a reason', [{ ...claim, value: null }], /missing-has-reason: a: /],
  ['an id that is there twice', [claim, claim], /lineage-complete: a: the id is there twice/],
  ['a period that runs backwards', [{ ...claim, periodEnd: '2024-12-31' }], /periods-in-order: a/],
  ['a number of seizures in kilograms', [{ ...claim, metric: 'seizures' }], /unit-of-metric: a/],
  ['an address in a note', [{ ...claim, note: 'ask jan@example.org' }], /no-personal-data: a/],
])('%s refuses the picture before anything is written', (_, claims, expected) => {
  const message = said(claims);
  expect(message).toMatch(expected);
  expect(message).toContain('nothing was written');
  expect(message).not.toContain('example.org');
});

test('so does handling that is weaker than an input, or a column for a person', () => {
  expect(said([claim], { handling: { ...publicHandling } })).toMatch(
    /TLP:CLEAR is weaker than TLP:AMBER/,
  );
  expect(said([claim], { columns: [{ name: 'last_name', type: 'VARCHAR' }] })).toMatch(
    /no-personal-fields: last_name/,
  );
});

describe('what is written reads back as what was asked', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-reads-back-'));
  const out = join(folder, 'out');
  let analysis: BuiltAnalysis;
  beforeAll(async () => {
    const exercise = fileURLToPath(new URL('../../../fixtures/exercise/', import.meta.url));
    for (const name of ['nl-harc', 'fr'])
      copyFileSync(`${exercise}${name}-2018-2025.csv`, join(folder, `${name}.csv`));
    writeFileSync(join(folder, 'decisions.jsonl'), '');
    writeFileSync(
      join(folder, 'small.picture.yaml'),
      `picture: small
title: { nl: a, fr: a, de: a, en: a }
asOf: 2026-06-30
audience: public
decisions: decisions.jsonl
questions: [{ place: NSP, substance: COC, basis: seized_in_port }]
inputs:
  - { source: exercise-nl-harc, file: nl-harc.csv, rejected: { crosswalk.unknown-code: 1, personal-data.bsn: 1, personal-data.e-mail: 1, personal-data.iban: 1, personal-data.plate: 1 } }
  - { source: exercise-fr, file: fr.csv, rejected: { crosswalk.unknown-code: 1, personal-data.e-mail: 1, personal-data.phone: 1 } }
`,
    );
    ({ analysis } = await buildPicture(join(folder, 'small.picture.yaml'), { out }));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const refusalOf = (records: Partial<BuiltAnalysis['records']>): Promise<string> =>
    assertReadsBack(out, { ...analysis, records: { ...analysis.records, ...records } }).then(
      () => 'none',
      (error: unknown) => (error instanceof RefusalError ? error.message : String(error)),
    );

  test('as it stands, in whatever order', async () => {
    const { seizures = [], pairs = [] } = analysis.records;
    expect(seizures.length).toBeGreaterThan(100);
    const turned = { seizures: seizures.toReversed(), pairs: pairs.toReversed() };
    expect(await refusalOf(turned)).toBe('none');
  });

  test('else it is refused, and what differs is named', async () => {
    const { seizures = [] } = analysis.records;
    const [first] = seizures as [Seizure];
    const heavier = { ...first, quantity: (first.quantity ?? 0) + 1 };
    expect(await refusalOf({ seizures: [heavier, ...seizures.slice(1)] })).toContain(
      `nothing was replaced: record ${first.id}.`,
    );
    expect(await refusalOf({ seizures: seizures.slice(1) })).toContain(`record ${first.id}`);
    expect(await refusalOf({ seed: 2 })).toContain('seed');
    expect(await refusalOf({ coverage: [] })).toContain('coverage');
    const taken = new Map([['NLVLI', { id: 'x' } as Decision]]);
    expect(await refusalOf({ decisions: taken })).toContain('decision on NLVLI');
  });
});
