import { InputError, parseFigure } from '@samenbeeld/schema';
import { expect, test } from 'vitest';

const cases: readonly (readonly [
  text: string,
  language: 'nl' | 'fr' | 'de' | 'en',
  value: number,
  wording: string,
  words: string | null,
])[] = [
  ['300', 'nl', 300, 'unmarked', null],
  ['ruim 300', 'nl', 300, 'floor', 'ruim'],
  ['ca. 300', 'nl', 300, 'rounded', 'ca.'],
  ['ca.300', 'nl', 300, 'rounded', 'ca.'],
  ['bijna 40', 'nl', 40, 'just_under', 'bijna'],
  ['300 of meer', 'nl', 300, 'floor', 'of meer'],
  ['300 (geschat)', 'nl', 300, 'rounded', 'geschat'],
  ['plus de 300', 'fr', 300, 'floor', 'plus de'],
  ['300 environ', 'fr', 300, 'rounded', 'environ'],
  ['au moins 1 250,5', 'fr', 1250.5, 'floor', 'au moins'],
  ['mehr als 300', 'de', 300, 'floor', 'mehr als'],
  ['300 oder mehr', 'de', 300, 'floor', 'oder mehr'],
  ['more than 300', 'en', 300, 'floor', 'more than'],
  ['> 300', 'en', 300, 'floor', '>'],
  ['≥300', 'en', 300, 'floor', '≥'],
  ['~300', 'en', 300, 'rounded', '~'],
  ['+/- 300', 'nl', 300, 'rounded', '±'],
  ['300+', 'en', 300, 'floor', '+'],
  ['1,7 miljoen', 'nl', 1_700_000, 'unmarked', null],
];

test.each(cases)('%s (%s)', (text, language, value, wording, words) => {
  expect(parseFigure(text, { language })).toMatchObject({
    value,
    wording,
    wordingPrinted: words,
    unit: null,
  });
});

test('a unit beside the figure is read, words behind it too', () => {
  expect(parseFigure('300 kg (ca.)', { language: 'nl' })).toMatchObject({
    unit: 'kg',
    wording: 'rounded',
  });
});

test('a figure with two readings wants a declared mark', () => {
  expect(() => parseFigure('ruim 1.250', { language: 'nl' })).toThrow('either 1250 or 1.250');
  expect(parseFigure('ruim 1.250', { language: 'nl', groupChar: '.' }).value).toBe(1250);
  expect(parseFigure('ruim 1.250', { language: 'nl', decimalChar: '.' }).value).toBe(1.25);
  expect(parseFigure('1.234 kg', { language: 'nl', decimalChar: '.' }).value).toBe(1.234);
});

test.each(['minder dan 300', '< 5', 'tussen 3 en 5', 'wellicht 300', '300 ongeveer of zo'])(
  '%s is no claim about a value, or not understood, and is refused',
  (text) => {
    expect(() => parseFigure(text, { language: 'nl' })).toThrow(InputError);
  },
);
