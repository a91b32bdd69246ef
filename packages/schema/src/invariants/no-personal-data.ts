import type { Comparable } from '../comparability/scope.ts';
import type { ColumnUse } from '../personal-data/column-use.ts';
import { detectPersonalData } from '../personal-data/detect-personal-data.ts';
import { inFour } from '../sentence.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

/** Fields that hold what a source wrote, and what they are for. */
const fields: Readonly<Record<string, ColumnUse>> = {
  note: 'free-text',
  placeNote: 'free-text',
  substancePrinted: 'free-text',
  wordingPrinted: 'free-text',
  nationalCode: 'code',
  coverLoadHs: 'code',
  printed: 'number',
};

function rawUse(raw: string): ColumnUse {
  return /^[\d\s.,'’e+-]*$/i.test(raw) ? 'number' : 'free-text';
}

function* find(records: readonly Comparable[]): Iterable<Found> {
  for (const record of records) {
    const values: Readonly<Record<string, unknown>> = { ...record };
    const { raw } = record.origin;
    const cells = Object.entries(fields).map(([name, use]) => [name, values[name], use] as const);
    for (const [name, value, column] of [...cells, ['origin.raw', raw, rawUse(raw)] as const]) {
      if (typeof value !== 'string') continue;
      const fired = detectPersonalData(value, { column }).map(({ detector }) => detector);
      if (fired.length > 0)
        yield [
          record.id,
          inFour(
            '{name} lijkt op {fired}',
            '{name} ressemble à {fired}',
            '{name} sieht aus wie {fired}',
            '{name} looks like {fired}',
            { name, fired: fired.join(', ') },
          ),
        ];
    }
  }
}

/** Invariant 16: no field of a record looks like a citizen number, account, address, telephone or plate. */
export const noPersonalData: Invariant<readonly Comparable[]> = invariant(
  16,
  'no-personal-data',
  find,
);

const personal =
  /(?:^|_)(?:first_?name|last_?name|surname|full_?name|naam|voornaam|achternaam|nom|prenom|vorname|nachname|birth|geboorte\w*|naissance|geburt\w*|plate|kenteken|plaque|kennzeichen|phone|telefoon|telephone|telefon|gsm|email|mail|street|straat|rue|strasse|home_address|iban|bsn|rijksregister\w*|niss|matricule)(?:$|_)/;

function* findFields(columns: readonly { readonly name: string }[]): Iterable<Found> {
  for (const { name } of columns) {
    const snake = name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
    if (personal.test(snake))
      yield [
        name,
        inFour(
          '{name} is een veld voor een persoon; records hebben er geen',
          '{name} est un champ pour une personne ; les enregistrements n’en ont pas',
          '{name} ist ein Feld für eine Person; Datensätze haben keines',
          '{name} is a field for a person; records have none',
          { name },
        ),
      ];
  }
}

/** Invariant 16, fields: no table has a column for a person. */
export const noPersonalFields: Invariant<readonly { readonly name: string }[]> = invariant(
  16,
  'no-personal-fields',
  findFields,
);
