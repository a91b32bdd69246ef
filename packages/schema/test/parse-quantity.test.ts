import { type Language, parseQuantity } from '@samenbeeld/schema';
import { expect, test } from 'vitest';

const read = (text: string, language?: Language) => {
  const { value, unit, wording } = parseQuantity(text, language);
  return [value, unit, wording];
};

test.each<[string, Language | undefined, number, string, string]>([
  ['ruim 3.900 kilo', 'nl', 3900, 'kg', 'floor'],
  ['bijna 15.000 kg', 'nl', 15000, 'kg', 'just_under'],
  ['een kleine 300 kg', 'nl', 300, 'kg', 'just_under'],
  ["zo'n 10.000 kilo", 'nl', 10000, 'kg', 'rounded'],
  ['zo’n 10.000 kilo', 'nl', 10000, 'kg', 'rounded'],
  ['circa 360 kg', 'nl', 360, 'kg', 'rounded'],
  ['meer dan vijf ton', 'nl', 5, 't', 'floor'],
  ['ongeveer 2 ton', 'nl', 2, 't', 'rounded'],
  ['4.157 kg', 'nl', 4157, 'kg', 'unmarked'],
  ['50.997 tabletten', 'nl', 50997, 'tablet', 'unmarked'],
  ['precies 619 kg', 'nl', 619, 'kg', 'exact'],
  ['€ 15,3 miljard', 'nl', 15300000000, 'EUR', 'unmarked'],
  ['près de 540 kilos', 'fr', 540, 'kg', 'just_under'],
  ["plus d'une tonne", 'fr', 1, 't', 'floor'],
  ["près d'1,5 tonne", 'fr', 1.5, 't', 'just_under'],
  ['79 000 comprimés', 'fr', 79000, 'tablet', 'unmarked'],
  ['plus de 79\u202f000 comprimés', 'fr', 79000, 'tablet', 'floor'],
  ['environ 1,7 million de comprimés', 'fr', 1700000, 'tablet', 'rounded'],
  ['9,580 kg', 'fr', 9.58, 'kg', 'unmarked'],
  ['317,5 g', 'fr', 317.5, 'g', 'unmarked'],
  ['knapp 2 Tonnen', 'de', 2, 't', 'just_under'],
  ['knapp zwei Tonnen', 'de', 2, 't', 'just_under'],
  ['rund 1.200 Kilogramm', 'de', 1200, 'kg', 'rounded'],
  ['mehr als 3.900 Kilo', 'de', 3900, 'kg', 'floor'],
  ['über 25 Mrd. Euro', 'de', 25000000000, 'EUR', 'floor'],
  ['more than 5 tonnes', 'en', 5, 't', 'floor'],
  ['almost 15,000 kg', 'en', 15000, 'kg', 'just_under'],
  ['almost a kilogram', 'en', 1, 'kg', 'just_under'],
  ['over 44,000 kg', 'en', 44000, 'kg', 'floor'],
  ['2.3 billion euros', 'en', 2300000000, 'EUR', 'unmarked'],
  ['1,7 t', undefined, 1.7, 't', 'unmarked'],
  ['circa 4157 kg', undefined, 4157, 'kg', 'rounded'],
  ['50.997 tabletten', undefined, 50997, 'tablet', 'unmarked'],
])('parseQuantity(%j, %j) is %d %s, %s', (text, language, value, unit, wording) => {
  expect(read(text, language)).toEqual([value, unit, wording]);
});

test('the result keeps the words, the digits and the interval', () => {
  expect(parseQuantity('ruim 3.900 kilo', 'nl')).toMatchInlineSnapshot(`
    {
      "ambiguous": ""ruim 3.900 kilo" read as 3900 kg; in another habit it is 3.900 kg",
      "interval": {
        "closed": false,
        "high": null,
        "low": 3900,
      },
      "printed": "3900",
      "unit": "kg",
      "value": 3900,
      "wording": "floor",
      "wordingPrinted": "ruim",
    }
  `);
  expect(parseQuantity('environ 1,70 tonne', 'fr')).toMatchInlineSnapshot(`
    {
      "ambiguous": null,
      "interval": {
        "closed": false,
        "high": 1.705,
        "low": 1.695,
      },
      "printed": "1.70",
      "unit": "t",
      "value": 1.7,
      "wording": "rounded",
      "wordingPrinted": "environ",
    }
  `);
  expect(parseQuantity('1,7 miljoen tabletten', 'nl').interval).toEqual({
    low: 1650000,
    high: 1750000,
    closed: false,
  });
});

test('where only a habit chose, the other reading is kept', () => {
  expect(parseQuantity('9,580 kg', 'fr').ambiguous).toMatchInlineSnapshot(
    `""9,580 kg" read as 9.580 kg; in another habit it is 9580 kg"`,
  );
  expect(parseQuantity('1.234 kg', 'en').ambiguous).toMatchInlineSnapshot(
    `""1.234 kg" read as 1.234 kg; in another habit it is 1234 kg"`,
  );
  expect(parseQuantity('50.997 tabletten', 'nl').ambiguous).toBeNull();
  expect(parseQuantity('1.234,5 kg', 'nl').ambiguous).toBeNull();
});

test('two readings without a language, or thousands of tonnes, are refused', () => {
  expect(() => parseQuantity('1.234 kg')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "1.234 kg": the number is either 1234 or 1.234. Repair: name the language of the text, or write the number without a mark for thousands]`,
  );
  expect(() => parseQuantity('1.234 ton', 'nl')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "1.234 ton": the number is either 1234 or 1.234. Repair: write the number without a mark for thousands]`,
  );
  expect(() => parseQuantity('1,234 million euros', 'en')).toThrow('either 1234 or 1.234');
});

test('a billion is read in English only', () => {
  expect(() => parseQuantity('2,3 billion euro')).toThrow('found "billion euro"');
  expect(() => parseQuantity('2,3 billions d’euros', 'fr')).toThrow('expected a unit');
});

test('a unit must be known and mean one thing', () => {
  expect(() => parseQuantity('5 tons', 'en')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "5 tons": the unit "tons" means t, short_ton or long_ton. Repair: write the unit code that is meant]`,
  );
  expect(() => parseQuantity('2 ton')).toThrow('means t, short_ton or long_ton');
  expect(() => parseQuantity('1.234', 'nl')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "1.234": expected a unit, found none. Repair: add the unit, such as kg]`,
  );
  expect(() => parseQuantity('3.900 kilo cocaïne', 'nl')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "3.900 kilo cocaïne": expected a unit after the number, found "kilo cocaïne". Repair: leave a number and a unit only, or add the word to the unit list]`,
  );
});

test('what is no claim about a value is refused', () => {
  expect(() => parseQuantity('minder dan 5 kg', 'nl')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "minder dan 5 kg": "minder dan" gives only an upper end, which is no claim about a value. Repair: record it in the note]`,
  );
  expect(() => parseQuantity("jusqu'à 500 kg", 'fr')).toThrow('only an upper end');
  expect(() => parseQuantity('zwischen 5 und 6 kg', 'de')).toThrow();
  expect(() => parseQuantity('5-6 kg', 'en')).toThrow('found "-6 kg"');
  expect(() => parseQuantity('-5 kg', 'en')).toThrow('zero or more');
  expect(() => parseQuantity('cocaïne', 'nl')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "cocaïne": expected a number and a unit, found no number. Repair: write the figure in digits]`,
  );
});

test('an unknown word is refused, and the known ones are named', () => {
  expect(() => parseQuantity('wellicht 300 kg', 'nl')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "wellicht 300 kg": unknown wording "wellicht" (known: ruim, meer dan, veel meer dan, iets meer dan, net iets meer dan, net meer dan, net boven de, net over de, een dikke, een goede, over de, boven de, dik, minstens, ten minste, tenminste, minimaal, minimum, op zijn minst, niet minder dan, of meer, en meer, zeker, een goeie, iets boven de, iets over de, bijna, een kleine, kleine, net geen, net onder de, krap, iets minder dan, haast, nagenoeg, tegen de, net iets minder dan, iets onder de, net niet, circa, ca, ca., ongeveer, ong., zo'n, rond, rond de, om en nabij, om en nabij de, grofweg, naar schatting, geschat, afgerond, omstreeks, plusminus, pakweg, om en bij de, om en bij, in de buurt van, een slordige, zowat, grosso modo, min of meer, meer of minder, ruwweg, plus minus, een stuk of, exact, precies, in totaal, totaal). Repair: use a known word, or name the language]`,
  );
  expect(() => parseQuantity('ruim 300 kg', 'de')).toThrow('unknown wording "ruim"');
});
