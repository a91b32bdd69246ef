import { dialect, openEngine } from '@samenbeeld/engine';
import { type ColumnUse, detectPersonalData, mayBePersonal } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  forms,
  kinds,
  lookAlikes,
  plainKinds,
  planted,
  plantedByName,
  randomOf,
} from '../../../schema/test/personal-data/forms.ts';

const uses: readonly ColumnUse[] = ['free-text', 'code', 'number'];

/** Texts of the shapes that detectors look for, and of shapes near them. */
const digits = (size: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: size, maxLength: size });
const mark = fc.constantFrom('', ' ', '-', '.', '/', '(0)', '\u00a0', '\u2009');
const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(''));
const letters = fc.string({ unit: fc.constantFrom(...'ABDNLKXZ'), minLength: 1, maxLength: 3 });
const shapes = fc.oneof(
  fc.constantFrom('123456782', '111222333', 'BSN 123456782', 'burgerservicenummer: 11122233'),
  fc.constantFrom('93.05.18-223.61', '93051822361', 'NL91ABNA0417164300', 'be68 5390 0754 7034'),
  // Raised figures are figures in plain writing.
  fc.constantFrom(
    'bsn ³³¹¹¹¹¹¹¹',
    'tel +³¹²²³¹²³¹²³',
    'chauffeur bsn ³³¹¹¹¹¹¹¹',
    'tel +³¹ ²²³ ¹²³ ¹²³',
  ),
  fc.constantFrom('1893120105732', '1893 12 01 057 32', 'jan@example.org', 'ſofi 111222333'),
  fc.constantFrom(
    'NL91 ABNA 0417 1643 00',
    'kenteken 12 ab 34',
    'Kennzeichen: AA 1234',
    'plaque 1234 AB',
  ),
  fc.constantFrom(
    '00-AB-12',
    'AB-123-C',
    'AB-12-34',
    '1-ABC-234',
    'AB-123-CD',
    'B-MW 1234',
    'KÖ-AB 12',
  ),
  joined(
    fc.constantFrom('+31', '0031', '+ 32', '00\u00a033', '+352', '+\u200949'),
    mark,
    digits(4),
    mark,
    digits(5),
  ),
  joined(fc.constantFrom('0'), digits(2), mark, digits(3), mark, digits(2), mark, digits(2)),
  joined(
    fc.constantFrom('06', '0475', '0113', '621', '03'),
    mark,
    digits(2),
    mark,
    digits(2),
    mark,
    digits(2),
    mark,
    digits(2),
  ),
  joined(letters, mark, digits(2), mark, letters),
  joined(digits(6), mark, digits(3), mark, digits(2)),
);
const around = fc.constantFrom('', 'bel ', 'zaak ', ' vandaag', ', ', '\n', ' kg', 'x');

test('every text that sets off a detector is found by the one expression', async () => {
  const engine = await openEngine({ threads: 1 });
  let set = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(joined(around, shapes, around), { minLength: 200, maxLength: 300 }),
      async (texts) => {
        const personal = texts.filter((text) =>
          uses.some((column) => detectPersonalData(text, { column }).length > 0),
        );
        set += personal.length;
        await engine.run('drop table if exists t');
        await engine.insert(
          't',
          [{ name: 'text', type: 'VARCHAR' }],
          personal.map((text) => [text]),
        );
        const missed = await engine.rows(
          `select text from t where not ${dialect.regexFind('text', mayBePersonal)}`,
        );
        expect(missed).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
  expect(set).toBeGreaterThan(1000);
  await engine.close();
});

test('the engine finds whatever a detector finds in the forms that identifiers are written in', async () => {
  const random = randomOf(20_261_128);
  const texts = [
    ...Object.values(forms).flatMap((form) =>
      kinds.flatMap((kind) => Array.from({ length: 20 }, () => planted(kind, form, random))),
    ),
    ...kinds.flatMap((kind) => Array.from({ length: 100 }, () => plantedByName(kind, random))),
    ...[...Object.values(plainKinds), ...Object.values(lookAlikes)].flatMap((make) =>
      Array.from({ length: 200 }, () => make(random)),
    ),
  ];
  const personal = texts.filter((text) => detectPersonalData(text).length > 0);
  expect(personal.length).toBeGreaterThan(3000);
  const engine = await openEngine({ threads: 1 });
  await engine.insert(
    't',
    [{ name: 'text', type: 'VARCHAR' }],
    personal.map((text) => [text]),
  );
  const missed = await engine.rows(
    `select text from t where not ${dialect.regexFind('text', mayBePersonal)}`,
  );
  await engine.close();
  expect(missed).toEqual([]);
});
