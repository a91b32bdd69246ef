import type { Observation } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analysis.ts';
import { rateBlocks } from '../../src/rates/rate-chapter.ts';

/** A figure of one morning on which parcels were checked in one way. */
function row(metric: string, value: number, nationalCode: string): Observation {
  return {
    ...{ kind: 'observation', id: `${metric}-${nationalCode}`, source: 'made', reference: null },
    ...{ publication: 'https://customs.example/2024', stat: 'count', printed: String(value) },
    ...{ wording: 'exact', wordingPrinted: null, unit: 'parcel', countUnit: 'parcel' },
    ...{ missing: null, status: 'A', extent: 'whole', place: 'LU', placeNote: null },
    ...{ basis: metric === 'controls' ? 'not_applicable' : 'seized_in_action', containsOwn: null },
    ...{ agencies: ['LU_CUST'], substance: metric === 'controls' ? null : 'ALL', offence: null },
    ...{ nationalCode, definition: null, level: null, freq: null, publishedOn: null },
    ...{ periodStart: '2024-03-01', periodEnd: '2024-03-01', confidence: 'high', note: null },
    ...{ origin: { file: 'made.csv', line: 1 }, metric, value },
  } as unknown as Observation;
}

function paragraphs(
  observations: readonly Observation[],
  language: 'en' | 'nl' = 'en',
): readonly string[] {
  const analysis = {
    gathered: { observations, sources: [], remarks: {} },
    ...{ counted: observations, inForce: new Map(), picture: { asOf: '2026-06-30' } },
  } as unknown as Analysis;
  return rateBlocks(analysis, { metric: 'seizures', per: 'controls' }).flatMap((block) =>
    block.kind === 'paragraph' ? [block.text[language]] : [],
  );
}

const scanned = [row('controls', 715, 'SCANNED'), row('seizures', 0, 'SCANNED')];
const dogs = [row('controls', 3015, 'DOGS'), row('seizures', 6, 'DOGS')];

describe('rateBlocks', () => {
  it('names of which way a sentence speaks where the table of another stands beside it', () => {
    const alone = paragraphs(scanned);
    expect(alone[0]).toMatch(/^1 March 2024: 0\.0 \(95% range 0\.0–5\.1\) parcels with a find/u);
    expect(paragraphs([...scanned, ...dogs]).filter((said) => said.includes('95% range'))).toEqual([
      expect.stringMatching(/^Luxembourg, all drugs, by dogs, 1 March 2024: 2\.0 /u),
      expect.stringMatching(/^Luxembourg, all drugs, by scanner, 1 March 2024: 0\.0 /u),
    ]);
    // What follows the name is no beginning of a sentence.
    const ofMonth = [...scanned, ...dogs].map((one) => ({
      ...one,
      periodEnd: '2024-03-31',
      periodStart: '2024-03-01',
    }));
    expect(paragraphs(ofMonth, 'nl')[0]).toMatch(
      /^Luxemburg, alle drugs, met honden, maart 2024: /u,
    );
  });
});
