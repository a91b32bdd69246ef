import { languages } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { atTime, fromTime, type TimeNaming } from '../../src/turning-points/turning-time.ts';

const each = (say: typeof atTime, name: string, naming: TimeNaming = 'time') =>
  languages.map((language) => say(name, naming, language));

test('a time of a series has what its language puts before it', () => {
  expect(each(atTime, '2016')).toEqual(['in 2016', 'en 2016', '2016', 'in 2016']);
  expect(each(atTime, '2024-03')).toEqual([
    'in maart 2024',
    'en mars 2024',
    'im März 2024',
    'in March 2024',
  ]);
  expect(each(atTime, '2024-Q3')).toEqual(['in K3 2024', 'au T3 2024', 'im Q3 2024', 'in Q3 2024']);
  expect(each(atTime, '2024-S1')).toEqual(['in H1 2024', 'au S1 2024', 'im H1 2024', 'in H1 2024']);
  expect(each(fromTime, '2016')).toEqual([
    'vanaf 2016',
    'à partir de 2016',
    'ab 2016',
    'from 2016',
  ]);
  expect(each(fromTime, '2024-04')[1]).toBe('à partir d’avril 2024');
  expect(each(fromTime, '2024-Q3')[1]).toBe('à partir du T3 2024');
  expect(each(atTime, '2024-03-05')[1]).toBe('le 5 mars 2024');
});

test('a time that is no period, and a position, stay what they are', () => {
  expect(each(fromTime, '2016.5')).toEqual([
    'vanaf 2016.5',
    'à partir de 2016.5',
    'ab 2016.5',
    'from 2016.5',
  ]);
  expect(each(atTime, '29', 'position')).toEqual([
    'bij waarde 29',
    'à la valeur 29',
    'bei Wert 29',
    'at value 29',
  ]);
});
