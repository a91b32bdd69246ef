import { publicHandling } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import type { Analysis } from '../src/analysis.ts';
import { assertInvariants } from '../src/assert-invariants.ts';

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
      observations: claims,
      seizures: [],
      sources: handling === publicHandling ? [] : [{ source }],
    },
    whole: { totals: [] },
    handling,
  } as unknown as Analysis;
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
