/** The Dutch eleven test: weights 9 to 2, the last digit −1; nine digits. One random number in eleven passes. */
export function passesElevenTest(digits: string): boolean {
  if (digits.length !== 9) return false;
  let sum = 0;
  for (let at = 0; at < 8; at += 1) sum += (9 - at) * (digits.charCodeAt(at) - 48);
  return (sum - (digits.charCodeAt(8) - 48)) % 11 === 0 && /^(?!0+$)\d+$/.test(digits);
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
  if (digits.length !== 11) return false;
  const two = (at: number): number =>
    (digits.charCodeAt(at) - 48) * 10 + digits.charCodeAt(at + 1) - 48;
  const [year, month, day] = [two(0), two(2), two(4)];
  const known = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  const dated = known || (bis && month <= 52 && month % 20 <= 12 && day <= 31);
  if (!dated) return false;
  const [body, check] = [Number(digits.slice(0, 9)), two(9)];
  return 97 - (body % 97) === check || (year < 50 && 97 - ((2_000_000_000 + body) % 97) === check);
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

/** Whether digits are an enterprise number of Belgium: firms have them, and some are written like telephones. */
export function isBelgianEnterprise(digits: string): boolean {
  return (
    /^[01]\d{9}$/.test(digits) && 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8))
  );
}

/** The French national number with its key: 97 minus the remainder of the first thirteen; Corsica is 19 and 18. */
export function isFrenchNationalNumber(text: string): boolean {
  if (!/^[12347]\d{2}(?:0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)(?:\d{2}|2[AB])\d{8}$/i.test(text))
    return false;
  const digits = text.toUpperCase().replace('2A', '19').replace('2B', '18');
  return 97 - remainder(digits.slice(0, 13), 97) === Number(digits.slice(13));
}

/** The German tax number of persons: ISO 7064 mod 11,10; one of the first ten digits stands there two or three times. */
export function isGermanTaxNumber(digits: string): boolean {
  if (digits.length !== 11 || digits.startsWith('0')) return false;
  let product = 10;
  for (let at = 0; at < 10; at += 1) {
    const sum = (digits.charCodeAt(at) - 48 + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  if ((11 - product) % 10 !== Number(digits[10])) return false;
  const counts = Array.from(
    { length: 10 },
    (_, digit) => digits.slice(0, 10).split(String(digit)).length - 1,
  );
  return counts.filter((count) => count > 1).length === 1 && Math.max(...counts) <= 3;
}

/** The German pension number: area, birth date, letter, serial, check digit (VKVV). */
export function isGermanPensionNumber(text: string): boolean {
  const parts = /^(\d{2})(\d{2})(\d{2})(\d{2})([A-Z])(\d{3})$/.exec(text.toUpperCase());
  if (!parts) return false;
  const [, , day, month, , letter = '', rest = ''] = parts;
  if (Number(day) < 1 || Number(day) > 81 || Number(month) < 1 || Number(month) > 12) return false;
  const order = String(letter.charCodeAt(0) - 64).padStart(2, '0');
  const digits = `${text.slice(0, 8)}${order}${rest.slice(0, 2)}`;
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  const sum = weights.reduce((total, weight, at) => {
    const value = weight * Number(digits[at]);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return sum % 10 === Number(rest[2]);
}

/** The Swiss number of persons (756…), with the check digit of EAN-13; no goods begin so. */
export function isSwissNumber(digits: string): boolean {
  if (!/^756\d{10}$/.test(digits)) return false;
  const sum = [...digits].reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3),
    0,
  );
  return sum % 10 === 0;
}

/** The Spanish number of persons and of foreigners: the letter is the remainder by 23. */
export function isSpanishNumber(text: string): boolean {
  const parts = /^([XYZ]?)(\d{7,8})([A-Z])$/.exec(text.toUpperCase());
  if (!parts) return false;
  const [, foreign = '', body = '', letter] = parts;
  if ((foreign === '' ? 8 : 7) !== body.length) return false;
  const number = Number(`${foreign === '' ? '' : 'XYZ'.indexOf(foreign)}${body}`);
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === letter;
}

/** Numbers of payment cards: Visa, Mastercard, Maestro, American Express, with Luhn's check. */
export function isPaymentCard(digits: string): boolean {
  const known =
    /^(?:4\d{15}|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|2720\d{12}|(?:50|6[0-9])\d{14}|3[47]\d{13})$/;
  return known.test(digits) && passesLuhn(digits);
}

/** Account numbers of Belgium before IBAN: the last two digits are the remainder of the others. */
export function isBelgianAccount(digits: string): boolean {
  if (!/^\d{12}$/.test(digits) || /^0+$/.test(digits)) return false;
  return (remainder(digits.slice(0, 10), 97) || 97) === Number(digits.slice(10));
}

/** Account numbers per country: length, and the letters and figures behind the check digits where a country fixes them. */
const ibans: Readonly<Record<string, { readonly length: number; readonly shape: RegExp }>> =
  Object.fromEntries(
    'AD24:\\d{8} AE23:\\d AL28:\\d{8} AT20:\\d{16} AZ28:[A-Z]{4} BA20:\\d{16} BE16:\\d{12} BG22:[A-Z]{4}\\d{6} BH22:[A-Z]{4} BR29:\\d{23}[A-Z] BY28:.{4}\\d{4} CH21:\\d{5} CR22:\\d CY28:\\d{8} CZ24:\\d{20} DE22:\\d{18} DK18:\\d{14} DO28:.{4}\\d{20} EE20:\\d{16} EG29:\\d ES24:\\d{20} FI18:\\d{14} FO18:\\d{14} FR27:\\d{10}.{11}\\d\\d GB22:[A-Z]{4}\\d{14} GE22:[A-Z]{2}\\d GI23:[A-Z]{4} GL18:\\d{14} GR27:\\d{7} GT28:. HR21:\\d{17} HU28:\\d{24} IE22:[A-Z]{4}\\d{14} IL23:\\d IQ23:[A-Z]{4} IS26:\\d{22} IT27:[A-Z]\\d{10} JO30:[A-Z]{4} KW30:[A-Z]{4} KZ20:\\d{3} LB28:\\d{4} LI21:\\d{5} LT20:\\d{16} LU20:\\d{3} LV21:[A-Z]{4} MA28:\\d{24} MC27:\\d{10}.{11}\\d\\d MD24:. ME22:\\d{18} MK19:\\d{3} MR27:\\d{23} MT31:[A-Z]{4}\\d{5} MU30:[A-Z]{4} NL18:(?:[A-Z]{4}\\d{10}|\\d{14}) NO15:\\d{11} PK24:[A-Z]{4} PL28:\\d{24} PS29:[A-Z]{4} PT25:\\d{21} QA29:[A-Z]{4} RO24:[A-Z]{4} RS22:\\d{18} SA24:\\d\\d SE24:\\d{20} SI19:\\d{15} SK24:\\d{20} SM27:[A-Z]\\d{10} TN24:\\d{20} TR26:\\d{5} UA29:\\d{6} VA22:\\d{18} VG24:[A-Z]{4} XK20:\\d{16}'
      .split(' ')
      .map((entry) => [
        entry.slice(0, 2),
        { length: Number(entry.slice(2, 4)), shape: new RegExp(`^${entry.slice(5)}`) },
      ]),
  );

/** Whether a country, by its two capitals, has account numbers of this kind. */
export function hasIban(country: string): boolean {
  return Object.hasOwn(ibans, country);
}

/** Whether a text without blanks, in capitals, begins in the shape of an IBAN, whatever its check digits. */
export function looksLikeIban(text: string): boolean {
  const country = ibans[text.slice(0, 2)];
  return (
    country !== undefined &&
    text.length >= country.length &&
    /^\d\d/.test(text.slice(2)) &&
    country.shape.test(text.slice(4))
  );
}

/** Whether a text without blanks, in capitals, begins with a valid IBAN (mod 97 of ISO 7064). */
export function startsWithIban(text: string): boolean {
  if (!looksLikeIban(text)) return false;
  const iban = text.slice(0, ibans[text.slice(0, 2)]?.length);
  const digits = [...iban.slice(4), ...iban.slice(0, 4)]
    .map((character) => Number.parseInt(character, 36))
    .join('');
  return remainder(digits, 97) === 1;
}
