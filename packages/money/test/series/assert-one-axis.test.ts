import { assertOneAxis } from '@samenbeeld/money';
import { describe, expect, it } from 'vitest';
import { makeObservation } from './make-observation.ts';

const transactions = {
  place: 'NL',
  metric: 'unusual_transactions',
  unit: 'transaction',
  source: 'fiu-nl',
} as const;

describe('assertOneAxis', () => {
  it('refuses Dutch transactions beside Belgian reports, and says what is legal', () => {
    expect(() =>
      assertOneAxis([
        makeObservation(2022, 53_923),
        makeObservation(2022, 1_896_176, transactions),
      ]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: Belgium counts reports received by the FIU; Netherlands counts unusual transactions. Each country counts by a rule of its own: on one axis a difference of rule would look like a difference in crime. Draw an index of each country by itself (\`reportingIndices\`, in a notebook \`indices\`) or shares within one country (\`reportingShares\`, \`shares\`).]`,
    );
  });

  it('refuses two countries even where both call them reports: no decision allows it', () => {
    const rows = [
      makeObservation(2022, 53_923),
      makeObservation(2022, 53_259, { place: 'LU', source: 'crf-lu' }),
    ];
    try {
      assertOneAxis(rows);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        name: 'RefusalError',
        dimension: 'counting rule',
        subject: null,
      });
    }
  });

  it('refuses what was seized beside what was collected', () => {
    const assets = { place: 'NL', unit: 'EUR', stat: 'sum' } as const;
    expect(() =>
      assertOneAxis([
        makeObservation(2018, 401_000_000, { ...assets, metric: 'assets_seized' }),
        makeObservation(2018, 171_000_000, { ...assets, metric: 'assets_recovered' }),
      ]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: These two rows have two kinds of figures of assets (collection 1, flow 1). What is seized in a year, held on a day or collected in a year shares no axis. Choose one: \`.where({ metric: 'assets_seized' })\`; to set one beside the other, follow the same cases from stage to stage: \`recoveryFlows\`.]`,
    );
  });

  it('refuses a class beside the whole that it is part of', () => {
    const rows = [
      makeObservation(2023, 79_211, { nationalCode: 'RECEIVED' }),
      makeObservation(2023, 63_753, { nationalCode: 'NEW_REPORTS' }),
    ];
    expect(() => assertOneAxis(rows)).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: NEW_REPORTS, RECEIVED are classes that the source counts apart; one may be a part of another. Choose one: \`.where({ nationalCode: 'NEW_REPORTS' })\`.]`,
    );
  });

  it('lets one country’s own years pass, and leaves rules and breaks to the guard of schema', () => {
    expect(
      assertOneAxis([makeObservation(2021, 46_330), makeObservation(2022, 53_923)]).overrides,
    ).toEqual([]);
    const another = makeObservation(2022, 1257, { metric: 'fiu_files', unit: 'file' });
    expect(() => assertOneAxis([makeObservation(2021, 46_330), another])).toThrow(/two metrics/);
    const note = { nl: 'n', fr: 'n', de: 'n', en: 'a new system' };
    const cut = {
      id: 'b',
      source: 'test-source',
      on: '2022-01-01',
      kind: 'system',
      severity: 'block_trend',
      series: {},
      note,
    } as const;
    expect(() =>
      assertOneAxis([makeObservation(2021, 1), makeObservation(2022, 2)], { breaks: [cut] }),
    ).toThrow(/declared break on 2022-01-01/);
  });

  it('is not about other figures', () => {
    expect(() =>
      assertOneAxis([makeObservation(2022, 5, { metric: 'seizures' })]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected figures of financial intelligence units or of seized assets, found seizures. Repair: ask the guard of schema, \`assertComparable\`, about other figures]`,
    );
  });
});
