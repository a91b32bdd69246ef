import type { Random } from './random.ts';

/** Kinds of personal data that are planted, by the name of the detector that must find them. */
export type PersonalKind =
  | 'bsn'
  | 'be-national-number'
  | 'lu-matricule'
  | 'iban'
  | 'e-mail'
  | 'phone'
  | 'plate';

function remainder(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
  return rest;
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

/** Nine digits that pass the eleven test, from the range 000… that is not issued. */
function bsn(random: Random): string {
  for (;;) {
    const body = `000${padded(random.int(10_000, 99_999), 5)}`;
    const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
    if (sum % 11 < 10) return `${body}${sum % 11}`;
  }
}

/** Born on 1 January 1900, with one of the serial numbers that end the range. */
function belgianNumber(random: Random): string {
  const body = `000101${random.int(990, 998)}`;
  const check = padded(97 - remainder(body, 97), 2);
  return `00.01.01-${body.slice(6)}.${check}`;
}

function luhnDigit(body: string): number {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

const turn = (a: number, b: number): number => {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
};
const step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
const stepped = (digit: number, times: number): number =>
  times === 0 ? digit : stepped(step[digit] ?? 0, times - 1);

/** Verhoeff 1969. */
function verhoeffDigit(body: string): number {
  const state = [...body]
    .reverse()
    .reduce((so, digit, at) => turn(so, stepped(Number(digit), (at + 1) % 8)), 0);
  return state < 5 ? (5 - state) % 5 : state;
}

/** Born on 1 January 1900; two check digits over the first eleven. */
function luxembourgNumber(random: Random): string {
  const body = `19000101${random.int(990, 999)}`;
  return `${body}${luhnDigit(body)}${verhoeffDigit(body)}`;
}

/** An account at a bank called TEST (Netherlands) or 000 (Belgium, Luxembourg), which do not exist. */
function iban(random: Random): string {
  const number = padded(random.int(1, 99_999), 10);
  const [country, account] = random.pick([
    ['NL', `TEST${number}`],
    ['BE', `00${number}`],
    ['LU', `000000${number}`],
  ] as const);
  const digits = [...`${account}${country}00`]
    .map((character) => Number.parseInt(character, 36))
    .join('');
  return `${country}${padded(98 - remainder(digits, 97), 2)}${account}`;
}

/** Numbers of blocks set aside for fiction (FR, DE), or of repeated digits. */
function phone(random: Random): string {
  const tail = padded(random.int(0, 99), 2);
  return random.pick([
    `+33 6 39 98 00 ${tail}`,
    `+49 171 39200${tail}`,
    `+31 6 000000${tail}`,
    `+32 470 00 00 ${tail}`,
    `+352 621 000 0${tail}`,
  ]);
}

/** Plates with zeros only, which no country issues. */
function plate(random: Random): string {
  const letters = Array.from({ length: 3 }, () => random.pick(['X', 'Z', 'W'])).join('');
  return random.pick([`00-${letters}-0`, `9-${letters}-000`]);
}

const makers: Readonly<Record<PersonalKind, (random: Random) => string>> = {
  bsn,
  'be-national-number': belgianNumber,
  'lu-matricule': luxembourgNumber,
  iban,
  'e-mail': (random) => `persoon.personne.${random.int(100, 999)}@exercise.example`,
  phone,
  plate,
};

/**
 * A made-up personal datum that is well formed, so that a detector must find it, and belongs to nobody: ranges that are
 * never issued, banks that do not exist, the domain `.example`.
 *
 * @example
 * ```ts
 * import { personalValue, randomOf } from '@samenbeeld/exercise';
 * personalValue('e-mail', randomOf(1, 'mail')).endsWith('@exercise.example') // => true
 * ```
 */
export function personalValue(kind: PersonalKind, random: Random): string {
  return makers[kind](random);
}
