import { describe, expect, it } from 'vitest';
import { columnIdentities } from '../../src/anomalies/column-identities.ts';
import { seeded } from './lose-zeros.ts';

const random = seeded(5);
const rows = Array.from({ length: 60 }, (_, at) => {
  const men = 200 + Math.floor(random() * 5000);
  const women = 50 + Math.floor(random() * 900);
  const year = `${2001 + (at % 6)}-01-01`;
  const population = 80_000_000 + 100_000 * (at % 6);
  return { men, women, year, all: men + women, rate: (100_000 * (men + women)) / population };
});
const column = (key: string, decimals: number, values: readonly number[]) => ({
  key,
  decimals,
  values: values.map((value) => Number(value.toFixed(decimals))),
});
const periods = rows.map(({ year }) => year);

describe('columnIdentities(columns, periods)', () => {
  const columns = [
    column(
      'men',
      0,
      rows.map(({ men }) => men),
    ),
    column(
      'women',
      0,
      rows.map(({ women }) => women),
    ),
    column(
      'all',
      0,
      rows.map(({ all }) => all),
    ),
    column(
      'share',
      1,
      rows.map(({ women, all }) => (100 * women) / all),
    ),
    column(
      'rate',
      1,
      rows.map(({ rate }) => rate),
    ),
  ];
  const found = columnIdentities(columns, periods);

  it('finds the sum, the share and the rate, and nothing else', () => {
    const said = found.map(({ identity }) =>
      identity.kind === 'rate'
        ? `rate ${identity.a}/${identity.c}`
        : `${identity.kind} ${identity.a} ${identity.b} ${identity.c}`,
    );
    expect(said.sort()).toEqual(['rate all/rate', 'share women all share', 'sum men women all']);
  });

  it('knows the population behind a rate to half a per cent', () => {
    const rate = found.find(({ identity }) => identity.kind === 'rate')?.identity;
    expect(rate?.kind === 'rate' && (rate.per['2001-01-01'] ?? 0) / 800).toBeCloseTo(1, 2);
  });

  it('still finds them with one cell in ten wrong, and says in how many rows they hold', () => {
    const wrong = columns.map((one) =>
      one.key === 'all'
        ? { ...one, values: one.values.map((value, at) => (at % 10 === 3 ? value * 10 : value)) }
        : one,
    );
    const sum = columnIdentities(wrong, periods).find(({ identity }) => identity.kind === 'sum');
    expect([sum?.holds, sum?.of]).toEqual([54, 60]);
  });

  it('finds none in columns that have nothing to do with each other', () => {
    const noise = ['a', 'b', 'c', 'd'].map((key) =>
      column(
        key,
        1,
        rows.map(() => 1000 * random()),
      ),
    );
    expect(columnIdentities(noise, periods)).toEqual([]);
  });
});
