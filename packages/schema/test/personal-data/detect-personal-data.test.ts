import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type ColumnUse, detectPersonalData } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const found = (text: string, column: ColumnUse = 'free-text') =>
  detectPersonalData(text, { column }).map(({ detector }) => detector);

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const columns = fc.constantFrom<ColumnUse>('free-text', 'code', 'number');

/** Years, months and days that exist. */
const birth = fc
  .record({
    year: fc.integer({ min: 1920, max: 2019 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(
    ({ year, month, day }) =>
      [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')] as const,
  );

const bsn = fc
  .integer({ min: 10_000_000, max: 99_999_999 })
  .map((body) => {
    const sum = [...String(body)].reduce((total, digit, at) => total + (9 - at) * Number(digit), 0);
    return { body: String(body), check: sum % 11 };
  })
  .filter(({ check }) => check < 10)
  .map(({ body, check }) => `${body}${check}`);

const belgian = fc
  .tuple(birth, fc.integer({ min: 1, max: 998 }))
  .map(([[year, month, day], serial]) => {
    const body = `${year.slice(2)}${month}${day}${String(serial).padStart(3, '0')}`;
    const check = 97 - (Number(`${year < '2000' ? '' : '2'}${body}`) % 97);
    return `${body}${String(check).padStart(2, '0')}`;
  });

function luhnDigit(body: string): number {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** Verhoeff by its published multiplication table, unlike the group law in the source. */
const table = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const steps = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];
function verhoeffDigit(body: string): number {
  const rest = [...body]
    .reverse()
    .reduce(
      (state, digit, at) => Number(table[state]?.[Number(steps[(at + 1) % 8]?.[Number(digit)])]),
      0,
    );
  return Number('0432156789'[rest]);
}

const matricule = fc
  .tuple(birth, digits(3))
  .map(([[year, month, day], serial]) => `${year}${month}${day}${serial}`)
  .map((body) => `${body}${luhnDigit(body)}${verhoeffDigit(body)}`);

const iban = fc
  .constantFrom(['NL', 14], ['BE', 12], ['LU', 16], ['FR', 23], ['DE', 18])
  .chain(([country, length]) => digits(length as number).map((body) => [country as string, body]))
  .map(([country = '', body = '']) => {
    const letters = [...country].map((letter) => Number.parseInt(letter, 36)).join('');
    const check = 98n - (BigInt(`${body}${letters}00`) % 97n);
    return `${country}${String(check).padStart(2, '0')}${body}`;
  });

test('a Dutch citizen number is found in free text, and in codes only by its name', () => {
  expect(found('verdachte 592061000, aangehouden')).toContain('bsn');
  expect(found('in totaal 592061000 euro, en 592061000 in 2022')).toEqual([]);
  fc.assert(
    fc.property(bsn, (number) => {
      expect(found(`verdachte ${number}, aangehouden`)).toContain('bsn');
      expect(found(`BSN: ${number}`, 'code')).toContain('bsn');
      expect(found(number, 'code')).toEqual([]);
      expect(found(number, 'number')).toEqual([]);
    }),
  );
});

test('a Belgian national number is found in any column, dotted or bare', () => {
  expect(found('85.07.30-033.28')).toEqual(['be-national-number']);
  expect(found('85.07.30-033.29')).toEqual([]);
  fc.assert(
    fc.property(belgian, columns, (number, column) => {
      expect(found(number, column)).toContain('be-national-number');
      const dotted = number.replace(/^(..)(..)(..)(...)(..)$/, '$1.$2.$3-$4.$5');
      expect(found(`nr ${dotted}`, column)).toContain('be-national-number');
    }),
  );
});

test('a Luxembourg matricule is found in any column', () => {
  expect(found('1893120105732')).toEqual(['lu-matricule']);
  expect(found('1893120105733')).toEqual([]);
  fc.assert(
    fc.property(matricule, columns, (number, column) => {
      expect(found(number, column)).toContain('lu-matricule');
    }),
  );
});

test('an account number is found in any column, whole or in fours', () => {
  expect(found('BE71 0961 2345 6769 op naam van')).toEqual(['iban']);
  expect(found('nl91abna0417164300')).toEqual(['iban']);
  fc.assert(
    fc.property(iban, columns, (number, column) => {
      expect(found(number, column)).toContain('iban');
      expect(found(`naar ${number.replace(/(.{4})/g, '$1 ')}op 3 mei`, column)).toContain('iban');
    }),
  );
});

test.each([
  '+31 6 12345678',
  '+31 (0)20 123 45 67',
  '0031612345678',
  '06-12345678',
  '06 1234 5678',
  '0612345678',
  '0113-123456',
  '+32 475 12 34 56',
  '0475/12.34.56',
  '03 123 45 67',
  '+352 621 123 456',
  '621 123 456',
  '+33 6 12 34 56 78',
  '06 12 34 56 78',
  '+49 211 1234567',
  '0211/1234567',
])('%s is a telephone number', (number) => {
  expect(found(`bel ${number} voor`)).toEqual(['phone']);
});

test.each([
  '12-ABC-3'.replace('ABC', 'GHJ'),
  '1-GHJ-23',
  'GH-123-J',
  'J-123-GH',
  'GHJ-12-K',
  'GB-12-34',
  '12-34-GB',
  '1-ABC-123',
  'AA-123-AA',
  'DN-XY 123',
  'kenteken AB1234',
  'plaque LU 12345',
  'Kennzeichen D AB 123',
])('%s is a plate in free text', (plate) => {
  expect(found(`voertuig met ${plate} gezien`)).toEqual(['plate']);
});

test('in codes and figures only shapes of their own count', () => {
  expect(found('1-ABC-123', 'code')).toEqual(['plate']);
  expect(found('PV-22-01', 'code')).toEqual([]);
  expect(found('0612345678', 'code')).toEqual([]);
  expect(found('06-12345678', 'code')).toEqual(['phone']);
  expect(found('06 12 34 56 78', 'number')).toEqual([]);
  expect(found('+31612345678', 'number')).toEqual(['phone']);
});

test.each<[string, ColumnUse]>([
  ['4157', 'number'],
  ['109894.48', 'number'],
  ['1896176', 'number'],
  ['15300000000.0', 'number'],
  ['123456782', 'number'],
  ['123.456.782', 'number'],
  ['4157', 'free-text'],
  ['109.894,48 kg', 'free-text'],
  ['15300000000.0', 'free-text'],
  ['€ 123456782', 'free-text'],
  ['123456782 kg', 'free-text'],
  ['123.456.782 EUR', 'free-text'],
  ['2018-08-21', 'free-text'],
  ['21-08-2018', 'free-text'],
  ['21.08.2018-25.08.2018', 'free-text'],
  ['2018-05-01..2022-05-31', 'free-text'],
  ['2024-W05 2023JJ00 2024-Q3', 'free-text'],
  ['1 mrt 2022, 2-MAR-22', 'free-text'],
  ['https://www.hln.be/nieuws/vangst~a123456782/', 'free-text'],
  ['https://www.nu.nl/binnenland/123456782/0612345678.html', 'free-text'],
  ['www.om.nl/actueel/85073003328', 'free-text'],
  ['https://senate.be/www/?MIval=Vragen/SchriftelijkeVraag&LEG=4&NR=7247&LANG=nl', 'free-text'],
  ['MSCU1234567', 'code'],
  ['CSQU 305438 3', 'free-text'],
  ['container TGHU1234567 uit Guayaquil', 'free-text'],
  ['NLVLI BEANR BEGNE BE234 NL341', 'code'],
  ['0803901000', 'code'],
  ['banaan 0803 90 10 00', 'free-text'],
  ['0803901000', 'free-text'],
  ['PL1700-2023123456', 'code'],
  ['02/123456-22', 'free-text'],
  ['BE-NL 2022', 'free-text'],
  ['2C-B, GHB, 4-MMC, 3-MMC', 'free-text'],
  ['ICCS07041 730000 3.1.1 ------', 'code'],
  ['vier partijen: 3.097 kg, 216 kg, 150 kg en 33 kg', 'free-text'],
  ['10.000 kg in 2022 en 11.500 kg in 2023, +178 %', 'free-text'],
  ['seizures > 500 g; n=188', 'free-text'],
  ['70,571 Rotterdam + 2,156 elsewhere (+81 unexplained)', 'free-text'],
])('%s (%s) is not personal', (text, column) => {
  expect(found(text, column)).toEqual([]);
});

test('no figure of a quantity column is personal, save one in a thousand of eleven digits', () => {
  const figure = fc.double({ min: 0, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(figure, fc.integer({ min: 0, max: 3 }), (value, places) => {
      expect(found(value.toFixed(places), 'number')).toEqual([]);
    }),
  );
  const elevens = Array.from({ length: 20_000 }, (_, at) =>
    String(10_000_000_019 + at * 4_444_447),
  );
  expect(elevens.filter((text) => found(text, 'number').length > 0).length).toBeLessThan(20);
});

test('the value is never echoed', () => {
  expect(JSON.stringify(detectPersonalData('BSN 123456782, 1-ABC-123'))).toBe(
    '[{"detector":"bsn"},{"detector":"plate"}]',
  );
});

test.each(['x', '1', '1 ', '12-', '@', 'a@b.', 'A1', '06 ', '+31 ', 'bsn ', 'www.', '\n'])(
  'a cell of a hundred thousand characters of "%s" is read in one pass',
  (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    for (const column of ['free-text', 'code', 'number'] as const)
      expect(detectPersonalData(text, { column })).toBeDefined();
  },
);

test.each(['free-text', 'code', 'number'] as const)(
  'no cell of a file stays in memory once it was looked at: %s',
  (column) => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const held = (): number => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const look = (length: number): void => {
      for (let at = 0; at < 2_000; at += 1) {
        const file = `${at} of 1 2 3 4 5 6 `.padEnd(3_000, 'x y ');
        found(file.slice(0, length), column);
      }
    };
    found('1 2 3 4 5 6', column);
    const before = held();
    look(400);
    look(20);
    expect(held() - before).toBeLessThan(3_000_000);
  },
);
