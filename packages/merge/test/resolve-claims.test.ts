import { jointTotals } from '@samenbeeld/merge';
import type { Decision, MemberTotal, Observation } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { claimRow, decided } from './claim-row.ts';
import { nspCocaine } from './nsp-cocaine.ts';

const subject = 'NLVLI COC seized_in_port quantity 2022';

function vlissingen(
  rows: readonly Observation[],
  decisions: ReadonlyMap<string, Decision> = new Map(),
): MemberTotal {
  const { totals } = jointTotals(rows, {
    ...nspCocaine,
    complex: 'NLVLI',
    years: [2022],
    decisions,
  });
  return totals[0]?.members[0] as MemberTotal;
}

function range({ state, lowest, likely, highest }: MemberTotal): readonly unknown[] {
  return [state, lowest, likely, highest];
}

describe('one port in one year', () => {
  it('has the exact claim govern, and absorbs the floors and rounded claims it satisfies', () => {
    const member = vlissingen([
      claimRow('a'),
      claimRow('b', { value: 3900, wording: 'floor' }),
      claimRow('c', { value: 4000 }),
    ]);
    expect(range(member)).toEqual(['reported', 4157, 4157, 4157]);
    expect([member.governing, member.absorbed]).toEqual(['a', ['c', 'b']]);
  });

  it('narrows a rounded claim by others that agree', () => {
    const member = vlissingen([
      claimRow('a', { value: 2100 }),
      claimRow('b', { value: 2100, wording: 'floor' }),
    ]);
    expect(range(member)).toEqual(['reported', 2100, 2100, 2150]);
    expect(member.combined).toEqual(['b']);
  });

  it('is narrowed by nothing that its publisher told otherwise later', () => {
    const before = claimRow('a', { value: 4200 });
    const after = claimRow('b', { value: 4150, publishedOn: '2024-01' });
    const member = vlissingen([before, after]);
    expect(range(member)).toEqual(['reported', 4145, 4150, 4155]);
    expect([member.governing, member.absorbed, member.combined]).toEqual(['b', ['a'], []]);
    // Nor is the later, coarser figure satisfied by the earlier, finer one.
    const coarser = claimRow('b', { value: 4000, publishedOn: '2024-01' });
    expect(range(vlissingen([before, coarser]))).toEqual(['reported', 3500, 4000, 4500]);
  });

  it('is undecided between two figures of one table that no date sets apart, however coarse', () => {
    const edition = { publication: null, publishedOn: null };
    for (const [value, low, high] of [
      [4200, 4145, 4250],
      [4000, 3500, 4500],
    ] as const) {
      const rows = [
        claimRow('a', { value, ...edition }),
        claimRow('b', { value: 4150, ...edition }),
      ];
      expect(range(vlissingen(rows))).toEqual(['undecided', low, 'undecided', high]);
      expect(range(vlissingen([...rows].reverse()))).toEqual(['undecided', low, 'undecided', high]);
    }
    const { conflicts } = jointTotals(
      [claimRow('a', { value: 4200, ...edition }), claimRow('b', { value: 4150, ...edition })],
      { ...nspCocaine, complex: 'NLVLI', years: [2022] },
    );
    expect(conflicts.map(({ explanation, proposal }) => [explanation.en, proposal])).toEqual([
      [
        'One table gives both 4,200 and 4,150: two editions, or two rows that nothing tells apart. It is not said which of the figures stands.',
        null,
      ],
    ]);
    const alike = [
      claimRow('a', { ...edition, value: 4150 }),
      claimRow('b', { ...edition, value: 4150 }),
    ];
    expect(range(vlissingen(alike))[0]).toBe('reported');
  });

  it('takes figures that a table sets apart by its own codes for parts, and never for rivals', () => {
    const by = (id: string, nationalCode: string | null, value: number) =>
      claimRow(id, { publication: null, nationalCode, value, wording: 'exact' });
    const parts = [by('a', 'Ecuador', 14200), by('b', 'Colombia', 11000), by('c', 'Rest', 2000)];
    const [total] = jointTotals(parts, {
      ...nspCocaine,
      complex: 'NLVLI',
      years: [2022],
    }).totals;
    expect(range(total?.members[0] as MemberTotal)).toEqual(['finds_only', 14200, null, null]);
    expect(total?.causes.map(({ text }) => text.en)).toEqual([
      'Vlissingen: reported in parts only, of which it is not known whether they are all there is; the largest (“Ecuador”) gives at least 14,200',
    ]);
    // A figure without a code is the whole, and one code alone is what the table calls it.
    expect(range(vlissingen([...parts, by('d', null, 39000)]))).toEqual([
      'reported',
      39000,
      39000,
      39000,
    ]);
    expect(range(vlissingen([by('a', 'cocaïne', 14200)]))[0]).toBe('reported');
  });

  it('is undecided between the ends of the rivals, never a mean', () => {
    const member = vlissingen([
      claimRow('a', { value: 2100 }),
      claimRow('b', { value: 250, agencies: ['PRESS'] }),
    ]);
    expect(range(member)).toEqual(['undecided', 245, 'undecided', 2150]);
    expect(member.rivals).toEqual(['a', 'b']);
  });

  it('has no upper end where a rival is a floor', () => {
    const member = vlissingen([claimRow('a'), claimRow('b', { value: 5000, wording: 'floor' })]);
    expect(range(member)).toEqual(['undecided', 4157, 'undecided', null]);
  });

  it('keeps the claim that a person kept, by id, by a row of it, or by its number', () => {
    const rows = [
      claimRow('a', { reference: 'C086', value: 2100 }),
      claimRow('b', { reference: 'C085', value: 250, agencies: ['PRESS'] }),
      claimRow('c', {
        reference: 'P031',
        value: 250,
        agencies: ['PRESS'],
        publication: 'https://example.org/b',
      }),
    ];
    for (const name of ['b', 'c', 'C085', 'P031'])
      expect(range(vlissingen(rows, decided(subject, `keep ${name}`)))).toEqual([
        'reported',
        245,
        250,
        255,
      ]);
    expect(range(vlissingen(rows, decided(subject, 'keep gone')))[0]).toBe('undecided');
    expect(range(vlissingen(rows, decided(subject, 'keep b', 'correction')))[0]).toBe('undecided');
  });

  it('takes part of the year, single finds and provisional figures for floors', () => {
    const floor = (over: Partial<Observation>) =>
      vlissingen([claimRow('a', { value: 500, ...over })]);
    for (const over of [
      { periodEnd: '2022-06-30' },
      { extent: 'one_find', periodStart: '2022-03-01', periodEnd: '2022-03-01' },
      { extent: 'some_finds' },
      { extent: 'part', placeNote: 'letter post' },
      { extent: 'one_agency' },
      { status: 'P' },
      { substance: 'COC_HCL' },
    ] as const)
      expect(range(floor({ wording: 'exact', ...over }))).toEqual(['finds_only', 500, null, null]);
  });

  it('adds nothing for a find inside a reported figure', () => {
    const find = claimRow('b', {
      value: 33,
      extent: 'one_find',
      periodStart: '2022-11-24',
      periodEnd: '2022-11-25',
    });
    expect(range(vlissingen([claimRow('a'), find]))).toEqual(['reported', 4157, 4157, 4157]);
  });

  it('leaves a figure in doubt that a part of it exceeds', () => {
    const half = claimRow('b', { value: 5000, wording: 'exact', periodEnd: '2022-06-30' });
    const result = jointTotals([claimRow('a'), half], {
      ...nspCocaine,
      complex: 'NLVLI',
      years: [2022],
    });
    expect(range(result.totals[0]?.members[0] as MemberTotal)).toEqual([
      'undecided',
      4157,
      'undecided',
      5000,
    ]);
    expect(result.conflicts[0]).toMatchObject({ type: 'part_exceeds_whole', state: 'undecided' });
    expect(result.conflicts[0]?.explanation.en).toMatchInlineSnapshot(
      `"5,000 (HARC team) should be a part of 4,157, but is more."`,
    );
  });

  it('shows a provisional figure that the final one replaced, explained', () => {
    const { conflicts, totals } = jointTotals(
      [claimRow('a'), claimRow('b', { value: 3800, status: 'P', publishedOn: '2022-12-29' })],
      { ...nspCocaine, complex: 'NLVLI', years: [2022] },
    );
    expect(totals[0]?.status).toBe('complete');
    expect(conflicts.map(({ type, state }) => [type, state])).toEqual([['cutoff', 'explained']]);
  });

  it('never divides a longer period', () => {
    const member = vlissingen([claimRow('a', { value: 5000, periodStart: '2021-01-01' })]);
    expect(range(member)).toEqual(['not_reported', null, null, null]);
  });
});
