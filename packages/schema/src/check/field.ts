import type { Origin } from '../origin.ts';
import { isoDay } from '../period.ts';
import { canonicalFigure } from '../place-value.ts';

/** What a field must hold. */
export interface Field {
  readonly expected: string;
  readonly test: (value: unknown) => boolean;
}

export function field(expected: string, test: (value: unknown) => boolean): Field {
  return { expected, test };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
export const text: Field = field('text', isText);
export const flag: Field = field('true or false', (value) => typeof value === 'boolean');
export const amount: Field = field(
  'a number, zero or more',
  (value) => Number.isFinite(value) && Number(value) >= 0,
);
export const count: Field = field(
  'a whole number, zero or more',
  (value) => Number.isInteger(value) && Number(value) >= 0,
);
export const list: Field = field(
  'a list of codes',
  (value) => Array.isArray(value) && value.every(isText),
);
export const figureField: Field = field(
  'digits with a decimal point',
  (value) => isText(value) && canonicalFigure.test(value),
);
export const date: Field = field(
  'a year, month or day such as 2023-01',
  (value) => isText(value) && /^\d{4}(?:-\d{2}){0,2}$/.test(value),
);
export const day: Field = field('an ISO day', (value) => {
  const [year = 0, month = 0, number = 0] = String(value).split('-').map(Number);
  return isText(value) && isoDay(year, month, number) === value;
});

export function oneOf(codes: readonly string[]): Field {
  return field(`one of ${codes.join(', ')}`, (value) => isText(value) && codes.includes(value));
}

export function inList(name: string, known: { has(code: string): boolean }): Field {
  return field(`a code of ${name}`, (value) => isText(value) && known.has(value));
}

export function orNull({ expected, test }: Field): Field {
  return field(`${expected}, or null`, (value) => value === null || test(value));
}

export function codesOf(entries: readonly { readonly code: string }[]): Field {
  return oneOf(entries.map(({ code }) => code));
}

const originFields: Readonly<Record<keyof Origin, Field>> = {
  file: text,
  sheet: orNull(text),
  line: count,
  column: text,
  raw: field('the cell as found', (value) => typeof value === 'string'),
};

export const origin: Field = field(
  'the cell it was made from (file, sheet, line, column, raw)',
  (value) => {
    const cell = value as Readonly<Record<string, unknown>> | null;
    if (typeof cell !== 'object' || cell === null) return false;
    return Object.entries(originFields).every(([name, { test }]) => test(cell[name]));
  },
);
