/** The Dutch eleven test: weights 9 to 2, the last digit −1; nine digits. One random number in eleven passes. */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return false;
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === 0;
}

/** Remainder of a decimal string of any length. */
function remainder(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
  return rest;
}

/**
 * The Belgian national number: 97 minus the remainder of the first nine digits; for births from 2000 a 2 is put in
 * front (royal decree of 25 November 1997). With `bis`, months 20 to 52 of bis numbers and unknown dates count too.
 */
export function isBelgianNationalNumber(digits: string, bis: boolean): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  const [body, check] = [digits.slice(0, 9), Number(digits.slice(9))];
  const [year = 0, month = 0, day = 0] = (digits.match(/../g) ?? []).map(Number);
  const known = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  const dated = known || (bis && month <= 52 && month % 20 <= 12 && day <= 31);
  if (!dated) return false;
  return (
    97 - remainder(body, 97) === check || (year < 50 && 97 - remainder(`2${body}`, 97) === check)
  );
}

/** Luhn's formula over digits that end in their check digit. */
function passesLuhn(digits: string): boolean {
  const values = [...digits].reverse().map((digit, at) => Number(digit) * (at % 2 === 1 ? 2 : 1));
  return values.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}

/** Product in the dihedral group of order ten: rotations 0–4, reflections 5–9. */
function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
}

const verhoeffStep = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function permuted(digit: number, times: number): number {
  let result = digit;
  for (let time = 0; time < times; time += 1) result = verhoeffStep[result] ?? 0;
  return result;
}

/** Verhoeff's check over digits that end in their check digit. */
function passesVerhoeff(digits: string): boolean {
  const values = [...digits].reverse().map((digit, at) => permuted(Number(digit), at % 8));
  return values.reduce(dihedral, 0) === 0;
}

/**
 * The Luxembourg matricule: birth date, three digits, then two check digits, each over the first eleven: Luhn and
 * Verhoeff (law of 19 June 2013 on the identification of natural persons; CCSS).
 */
export function isLuxembourgMatricule(digits: string): boolean {
  if (!/^(?:18|19|20)\d{11}$/.test(digits)) return false;
  const dated = Number(digits.slice(4, 6)) <= 12 && Number(digits.slice(6, 8)) <= 31;
  const body = digits.slice(0, 11);
  return dated && passesLuhn(digits.slice(0, 12)) && passesVerhoeff(body + digits.slice(12));
}

/** Lengths of account numbers per country (ISO 13616 registry, countries near by). */
const ibanLengths: Readonly<Record<string, number>> = Object.fromEntries(
  'AD24 AE23 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MA28 MC27 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 TR26 UA29'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Whether a text without blanks begins with a valid IBAN (mod 97 of ISO 7064). */
export function startsWithIban(text: string): boolean {
  const length = ibanLengths[text.slice(0, 2)];
  if (length === undefined || text.length < length) return false;
  const iban = text.slice(0, length);
  const digits = [...iban.slice(4), ...iban.slice(0, 4)]
    .map((character) => Number.parseInt(character, 36))
    .join('');
  return remainder(digits, 97) === 1;
}
