import { jointTotals } from '@samenbeeld/merge';
import type { Decision, JointTotal, Observation } from '@samenbeeld/schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { gapOf } from '../src/check/may-say.ts';
import { claimRow, decided } from './claim-row.ts';
import { nspCocaine } from './nsp-cocaine.ts';
import { publishedClaims } from './published.ts';

let published: readonly Observation[];
beforeAll(async () => {
  published = await publishedClaims();
});

const herb = { complex: 'LU', substance: 'CAN_HERB', basis: 'seized_in_territory', years: [2020] };
const subject = 'LU CAN_HERB seized_in_territory quantity 2020';

function figuresOf(
  rows: readonly Observation[],
  decisions: ReadonlyMap<string, Decision> = new Map(),
): JointTotal['reported'] | undefined {
  return jointTotals(rows, { ...nspCocaine, ...herb, decisions }).totals[0]?.reported;
}

describe('police and customs of Luxembourg, marijuana 2020 (rule 7)', () => {
  it('lie between the larger and the sum: 83.803 to 154.294', () => {
    const { totals, conflicts } = jointTotals(published, { ...nspCocaine, ...herb });
    expect(totals[0]?.reported).toEqual({ lowest: 83.803, likely: 'undecided', highest: 154.294 });
    expect(totals[0]?.causes.map(({ text }) => text.nl)).toMatchInlineSnapshot(`
      [
        "Luxemburg: elke dienst telde apart, samen tussen 83,803 en 154,294",
      ]
    `);
    expect(conflicts.map(({ type, state }) => [type, state])).toEqual([
      ['separate_counts', 'apart'],
    ]);
    const [member] = totals[0]?.members ?? [];
    expect(member && gapOf(member, 'kg', { isInFinds: () => false }).en).toBe(
      'for Luxembourg each service counted for itself (together at least 83.803 kg)',
    );
    expect(conflicts.map(({ explanation }) => explanation)).toMatchInlineSnapshot(`
      [
        {
          "de": "Großherzogliche Polizei und luxemburgische Zoll- und Akzisenverwaltung (ADA): getrennte Zählungen, möglicherweise derselben Funde. Die Gesamtmenge liegt zwischen der größten Zahl und der Summe.",
          "en": "Grand Ducal Police and Luxembourg Customs and Excise (ADA): separate counts, possibly of the same finds. The total lies between the largest figure and the sum.",
          "fr": "Police grand-ducale et Administration des douanes et accises (ADA) : décomptes distincts, portant peut-être sur les mêmes saisies. Le total se situe entre le chiffre le plus élevé et la somme.",
          "nl": "Groothertogelijke Politie en Luxemburgse douane en accijnzen (ADA): aparte tellingen, mogelijk van dezelfde vangsten. Het totaal ligt tussen het grootste cijfer en de som.",
        },
      ]
    `);
  });

  it('add up only where a person declared them disjoint', () => {
    expect(figuresOf(published, decided(subject, 'add'))).toEqual({
      lowest: 154.294,
      likely: 154.294,
      highest: 154.294,
    });
  });

  it('give way to a count of both, of which each is a part', () => {
    const both = claimRow('both', {
      place: 'LU',
      basis: 'seized_in_territory',
      substance: 'CAN_HERB',
      agencies: ['LU_POL', 'LU_CUST'],
      periodStart: '2020-01-01',
      periodEnd: '2020-12-31',
      value: 120.5,
      wording: 'exact',
    });
    expect(figuresOf([...published, both])).toEqual({
      lowest: 120.5,
      likely: 120.5,
      highest: 120.5,
    });
    const press = { ...both, agencies: ['PRESS'] };
    expect(figuresOf([...published, press])).toEqual(figuresOf(published));
    const contrary = { ...press, value: 200.5, printed: '200.5' };
    expect(figuresOf([...published, contrary])).toEqual({
      lowest: 83.803,
      likely: 'undecided',
      highest: 200.5,
    });
  });

  it('are a floor where one of them is alone', () => {
    const police = published.filter((row) => row.reference !== 'C124');
    expect(figuresOf(police)).toEqual({ lowest: 83.803, likely: null, highest: null });
  });

  it('may be asked for one by one', () => {
    const { totals } = jointTotals(published, { ...nspCocaine, ...herb, agencies: ['LU_CUST'] });
    expect(totals[0]?.reported).toEqual({ lowest: 70.491, likely: 70.491, highest: 70.491 });
    expect(totals[0]?.key).toBe(`${subject} LU_CUST`);
  });
});

describe('services at a port', () => {
  const whole = { place: 'BEANR', wording: 'exact' } as const;
  const of = (rows: readonly Observation[]) =>
    jointTotals(rows, { ...nspCocaine, complex: 'BEANR', years: [2022] }).totals[0]?.reported;

  it('that are one team are rivals, never summed', () => {
    const rows = [
      claimRow('a', { ...whole, value: 8939, agencies: ['NL_HARC'] }),
      claimRow('b', { ...whole, value: 9600, agencies: ['NL_CUST'] }),
    ];
    expect(of(rows)).toEqual({ lowest: 8939, likely: 'undecided', highest: 9600 });
  });

  it('that count apart make floors of each other where the prosecution service counts all', () => {
    const rows = [
      claimRow('a', { ...whole, value: 800, agencies: ['BE_CUST'] }),
      claimRow('b', { ...whole, value: 300, agencies: ['BE_POL'] }),
      claimRow('c', { ...whole, value: 1000, agencies: ['BE_OM'] }),
    ];
    expect(of(rows)).toEqual({ lowest: 1000, likely: 1000, highest: 1000 });
    expect(of(rows.slice(0, 2))).toEqual({ lowest: 800, likely: 'undecided', highest: 1100 });
  });

  it('that give floors only, give a floor only; finds raise it', () => {
    const floors = [
      claimRow('a', { ...whole, value: 800, wording: 'floor', agencies: ['BE_CUST'] }),
      claimRow('b', { ...whole, value: 300, wording: 'floor', agencies: ['BE_POL'] }),
    ];
    expect(of(floors)).toEqual({ lowest: 800, likely: null, highest: null });
    const finds = ['2022-02-01', '2022-03-01'].map((day) =>
      claimRow(day, {
        ...whole,
        value: 450,
        extent: 'one_find',
        periodStart: day,
        periodEnd: day,
        agencies: ['BE_CUST'],
      }),
    );
    expect(of([...floors, ...finds])?.lowest).toBe(900);
  });

  it('leave the smallest of contradicting floors as the sure one', () => {
    const half = { ...whole, periodEnd: '2022-06-30', agencies: ['BE_CUST'] };
    const low = claimRow('a', { ...half, value: 300 });
    expect(of([low, claimRow('b', { ...half, value: 3000 })])?.lowest).toBe(300);
    const more = claimRow('b', { ...half, value: 320, wording: 'floor' });
    expect(of([claimRow('a', { ...half, value: 300, wording: 'floor' }), more])?.lowest).toBe(320);
  });
});

describe('a joint total that services of two countries publish', () => {
  const ofPort = (agency: string, value: number, place: string): Observation =>
    claimRow(`${agency} ${place}`, {
      place,
      agencies: [agency],
      periodStart: '2031-01-01',
      periodEnd: '2031-12-31',
      value,
      wording: 'exact',
    });
  const reported = (rows: readonly Observation[]): JointTotal | undefined =>
    jointTotals(rows, { ...nspCocaine, years: [2031] }).totals[0];

  it('is told twice of all services, and is no count apart of each', () => {
    const rows = [ofPort('BE_CUST', 5150, 'PC_NSP'), ofPort('NL_HARC', 5150, 'PC_NSP')];
    expect(reported(rows)?.reported).toEqual({ lowest: 5150, likely: 5150, highest: 5150 });
  });

  it('is contested where the two differ, never their sum', () => {
    const rows = [ofPort('BE_CUST', 5150, 'PC_NSP'), ofPort('NL_HARC', 5301, 'PC_NSP')];
    expect(reported(rows)?.reported).toEqual({
      lowest: 5150,
      likely: 'undecided',
      highest: 5301,
    });
  });
});
