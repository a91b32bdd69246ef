import { reconcile } from '@samenbeeld/merge';
import { describe, expect, it } from 'vitest';
import { seizure } from '../../seizure.ts';

const dutch = { source: 'nl', agencies: ['NL_HARC'], seizingCountry: 'NL' } as const;
const belgian = { source: 'be', agencies: ['BE_CUST'], seizingCountry: 'NL' } as const;
const field = (name: string, ...members: Parameters<typeof reconcile>[0]) => {
  const found = reconcile(members).find((one) => one.field === name);
  return found && [found.value, found.from, found.rule, found.kept];
};

describe('reconcile(members)', () => {
  it('believes who seized, and keeps what was said otherwise', () => {
    const a = seizure('a', { ...dutch, date: '2022-03-10', concealment: 'rip_off' });
    const b = seizure('b', { ...belgian, date: '2022-03-12', concealment: 'in_load' });
    expect(field('date', b, a)).toEqual([
      '2022-03-10',
      'a',
      'who-seized',
      [{ record: 'b', value: '2022-03-12' }],
    ]);
    expect(field('concealment', b, a)?.slice(0, 3)).toEqual(['rip_off', 'a', 'who-seized']);
  });

  it('takes what is stated over what is not', () => {
    const a = seizure('a', { ...dutch, concealment: 'unknown', containerKey: null });
    const b = seizure('b', { ...belgian, concealment: 'in_load', containerKey: 'k' });
    expect(field('concealment', a, b)).toEqual([
      'in_load',
      'b',
      'stated',
      [{ record: 'a', value: 'unknown' }],
    ]);
    expect(field('containerKey', a, b)).toEqual(['k', 'b', 'stated', []]);
  });

  it('takes a day over a month, the day of the find over that of its registration, a port over its complex', () => {
    const a = seizure('a', { ...dutch, datePrecision: 'month', date: '2022-03-01' });
    const b = seizure('b', { ...belgian, date: '2022-03-10' });
    expect(field('date', a, b)?.slice(0, 3)).toEqual(['2022-03-10', 'b', 'day-of-find']);
    const registered = seizure('c', { ...dutch, dateRole: 'registration', date: '2022-03-20' });
    expect(field('date', registered, b)?.slice(0, 2)).toEqual(['2022-03-10', 'b']);
    const complex = seizure('d', { ...dutch, place: 'PC_NSP', placeLevel: 'port_complex' });
    expect(field('place', complex, b)?.slice(0, 3)).toEqual(['NLVLI', 'b', 'finer']);
  });

  it('takes the form of the drug over its family', () => {
    const a = seizure('a', { ...dutch, substance: 'COC' });
    const b = seizure('b', { ...belgian, substance: 'COC_HCL' });
    expect(field('substance', a, b)?.slice(0, 3)).toEqual(['COC_HCL', 'b', 'finer']);
  });

  it('does not depend on the order of the records', () => {
    const members = [
      seizure('a', { ...dutch, concealment: 'rip_off' }),
      seizure('b', belgian),
      seizure('c', { ...belgian, source: 'de', date: '2022-03-13' }),
    ];
    expect(reconcile([...members].reverse())).toEqual(reconcile(members));
  });
});
