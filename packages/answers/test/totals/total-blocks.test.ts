import { renderTerminal, sameText } from '@samenbeeld/page';
import type { JointTotal, Language, Stake } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis.ts';
import { latenessGiven } from '../../src/finds/lateness-chapter.ts';
import { besideTotals, memberTable } from '../../src/totals/total-blocks.ts';
import { yearlyTable } from '../../src/totals/yearly-table.ts';
import { figureTitle } from '../../src/why/why-sentences.ts';

const total = (period: string, changes: Partial<JointTotal>): JointTotal =>
  ({
    period,
    reported: { lowest: 10, likely: 12, highest: 20 },
    total: { atLeast: 10, atMost: 20 },
    status: 'complete',
    causes: [],
    members: [],
    together: [],
    ceilings: [],
    ...changes,
  }) as unknown as JointTotal;
const stake = (together: number, closes = false): Stake => ({
  pair: `same a ${together}`,
  variance: together > 0 ? 4 : 0,
  share: 0.4,
  together,
  closes,
});

function lines(totals: readonly JointTotal[], language: Language = 'en'): readonly string[] {
  const table = { ...yearlyTable(totals, null, sameText('kg'), null), notes: [] };
  const beside = besideTotals({ totals, conflicts: [], notAdded: [], claims: [] });
  return renderTerminal([table, ...beside], { language });
}

test('totals of claims have no middle 90 %', () => {
  expect(lines([total('2022', {})])).toEqual([
    'kg',
    '        reported                      total',
    '  year    lowest  likely  highest  at least  at most  status    why',
    '  2022        10      12       20        10       20  complete  –',
  ]);
});

test('totals of events have one, open where a weight is missing', () => {
  const reported = { lowest: 10, likely: 12, highest: 1200 };
  const shown = lines([
    total('2022', { reported: { ...reported, interval90: { low: 10.5, high: 1100 } } }),
    total('2023', { reported: { ...reported, interval90: { low: 11, high: null } } }),
    total('2024', {}),
  ]);
  expect(shown[2]).toMatch(/lowest +middle 90% +likely/);
  expect(shown[3]).toMatch(/10 +10\.5 – 1,100 +12 +1,200/);
  expect(shown[4]).toMatch(/10 +11 – open +12/);
  expect(shown[5]).toMatch(/10 +– +12 +20/);
});

test('a year says how many pairs to decide, and what that is worth', () => {
  const shown = lines([
    total('2021', {}),
    total('2022', { stakes: [stake(0.6), stake(0.94), stake(1)] }),
    total('2023', { stakes: [stake(0, true)] }),
    total('2024', { stakes: [stake(0.95, true)] }),
  ]);
  expect(shown.slice(-3)).toEqual([
    '- 2022: 2 pairs to decide, which removes 94% of the uncertainty',
    '- 2023: 1 pair to decide: it tells whether there is an upper end',
    '- 2024: 1 pair to decide, which removes 95% of the uncertainty and tells whether there is an upper end',
  ]);
});

test('what stands in a table has the words of each language', () => {
  const one = total('2022', {
    reported: {
      ...{ lowest: 10, likely: 'undecided', highest: null },
      interval90: { low: 10, high: null },
    },
    total: { atLeast: 10, atMost: null },
    status: 'partial',
    stakes: [stake(0.6, true)],
  });
  expect(lines([one], 'nl').join('\n')).toMatchInlineSnapshot(`
    "kg
             gemeld                                              totaal
      jaar  laagste  middelste 90%  waarschijnlijk  hoogste  ten minste  ten hoogste  status      waarom
      2022       10      10 – open       onbeslist        –          10            –  onvolledig  –

    - 2022: 1 paar te beslissen; dat neemt 60% van de onzekerheid weg en zegt of er een bovengrens is"
  `);
  expect(lines([one], 'fr').join('\n')).toMatchInlineSnapshot(`
    "kg
             déclaré                                           total
      année  minimum  90 % du milieu     probable  maximum  au moins  au plus  statut     pourquoi
      2022        10     10 – ouvert  non tranché        –        10        –  incomplet  –

    - 2022 : 1 paire à trancher, ce qui lève 60 % de l’incertitude et dit s’il y a un plafond"
  `);
});

test('latenessGiven(analysis) says too few years of too few years only, and a year that began at nothing for itself', () => {
  const said = (registered: readonly (readonly [day: string, registeredOn: string])[]) => {
    const seizures = registered.map(([date, registeredOn], at) => ({
      ...{ id: `${at}`, source: 's', place: 'NLVLI', basis: 'seized_in_port', substance: 'COC' },
      ...{ date, datePrecision: 'day', registeredOn, agencies: [] },
    }));
    const { blocks, findings } = latenessGiven({
      picture: { asOf: '2026-06-30' },
      question: { place: 'NLVLI', substance: 'COC', basis: 'seized_in_port' },
      totals: [
        total('2024', { members: [{ place: 'NLVLI' }] as unknown as JointTotal['members'] }),
      ],
      gathered: { seizures },
      doubleReports: [],
    } as unknown as Analysis);
    return [findings.length, renderTerminal(blocks.slice(0, 1), { language: 'en' })[0]];
  };
  const years = ['2022', '2023', '2024'] as const;
  const atOnce = years.map((year) => [`${year}-03-01`, `${year}-03-02`] as const);
  expect(said(atOnce.slice(1))).toEqual([0, expect.stringContaining('too few years have finds')]);
  const late = atOnce.map(([day], at) => [day, `${Number(years[at]) + 1}-02-01`] as const);
  expect(said([...late, ['2022-04-01', '2022-04-02']])).toEqual([
    0,
    expect.stringContaining('a figure stood at zero at first'),
  ]);
  expect(said([...late, ...atOnce])[0]).toBe(1);
});

test('what is not added stands under its own period, once, whatever the total is of', () => {
  const claim = {
    id: 'a',
    periodStart: '2024-04-01',
    periodEnd: '2024-06-30',
    rows: [],
    agencies: [],
  };
  const interval = { low: 148, high: null, closed: true };
  const entry = { claim: 'a', place: 'BEGNE', basis: 'seized_in_port', value: 148, unit: 'kg' };
  const words = { wording: 'at_least', kind: 'inside', reason: sameText('within') };
  const notAdded = ['2023', '2024'].map((period) => ({ period, ...entry, ...words }));
  const beside = besideTotals({
    ...{ totals: [total('2024', {})], conflicts: [] },
    ...({
      notAdded,
      claims: [{ ...claim, ...entry, ...words, interval, publishedOn: null }],
    } as unknown as Pick<Analysis['result'], 'notAdded' | 'claims'>),
  });
  const shown = renderTerminal(beside, { language: 'en' }).filter((line) => line.includes('148'));
  expect(shown).toEqual([expect.stringContaining('second quarter of 2024')]);
});

test('a ceiling is offered only where a total is not known exactly', () => {
  const ceilings = [
    { inUse: false, value: 90, unit: 'kg', assumption: sameText('It holds all.') },
  ] as never;
  const open = total('2023', { ceilings, unit: 'kg' });
  const exact = total('2024', { ceilings, total: { atLeast: 10, atMost: 10 } });
  const shown = lines([open, exact]).join(' ');
  expect(shown).toContain('Ceiling on offer, 2023: 90');
  expect(shown).not.toContain('Ceiling on offer, 2024');
});

test('the table of places tells what a model weighed without its grams, and a lower limit by its sign', () => {
  const member = { rivals: [], finds: [], combined: [], absorbed: [], governing: null };
  const modelled = (own: object) =>
    total('2023', {
      method: { kind: 'partitions' } as never,
      members: [{ ...member, place: 'NLVLI', state: 'reported', ...own }] as never,
    });
  const totals = [
    modelled({ lowest: 2464.02, likely: 2737.8, highest: 2737.8 }),
    modelled({ lowest: 1595.66, likely: null, highest: null }),
  ];
  const question = {
    place: 'NLVLI',
    substance: 'COC',
    basis: 'seized_in_port',
    metric: 'quantity',
  };
  const { rows } = memberTable({ totals, claims: [], question: question as never });
  const cells = rows.map(([, cell]) => [cell?.shown.en, cell?.mark]);
  expect(cells).toEqual([
    ['2,738 (2,464 – 2,738)', 'reported'],
    ['≥ 1,595', 'finds_only'],
  ]);
});

test('each figure is listed by its place, drug, measure and basis', () => {
  const of = { place: 'LU', substance: 'COC', basis: 'seized_in_post', period: '2019' };
  expect(figureTitle({ ...of, metric: 'quantity' }).en).toBe(
    'Luxembourg: cocaine, seized in post and courier items, 2019',
  );
  expect(figureTitle({ ...of, metric: 'seizures' }).nl).toBe(
    'Luxemburg: cocaïne, aantal inbeslagnames, in post en koerierszendingen in beslag genomen, 2019',
  );
});

test('what stands beside totals of several drugs and places names the drug and the place of each', () => {
  const of = { place: 'LU', basis: 'seized_in_post', unit: 'kg', wording: 'exact' };
  const words = { kind: 'inside', reason: sameText('within') };
  const rows = ['COC', 'CAN_RESIN'].map((substance) => ({
    ...{ ...of, substance, id: substance, value: 10, publishedOn: null, agencies: [] },
    ...{ interval: { low: 10, high: 10, closed: true }, rows: [] },
    ...{ periodStart: '2024-01-01', periodEnd: '2024-12-31' },
  }));
  const beside = (substances: readonly string[], entries = rows) =>
    renderTerminal(
      besideTotals({
        totals: substances.map((substance) =>
          total('2024', { complex: 'LU', substance, basis: of.basis }),
        ),
        conflicts: substances.map((substance) => ({
          ...{ substance, place: 'LU', basis: of.basis, type: 'rounding', state: 'undecided' },
          ...{ periodStart: '2024-01-01', periodEnd: '2024-12-31' },
          explanation: sameText('They differ.'),
        })),
        notAdded: entries.map(({ id }) => ({
          ...{ ...of, ...words, period: '2024', claim: id, value: 10 },
        })),
        claims: entries,
      } as unknown as Parameters<typeof besideTotals>[0]),
      { language: 'en' },
    ).join('\n');
  const several = beside(['COC', 'CAN_RESIN']);
  expect(several).toMatch(/2024 +Luxembourg +cocaine +seized in post/);
  expect(several).toMatch(/2024 +Luxembourg +cannabis resin +seized in post/);
  expect(several).toContain('Cocaine, 2024 (to decide)');
  const one = beside(['COC'], rows.slice(0, 1));
  expect(one).not.toMatch(/cocaine/i);
  expect(one).toContain('2024 (to decide)');
});
