import {
  isBelgianNationalNumber,
  isFrenchNationalNumber,
  isGermanPensionNumber,
  isGermanTaxNumber,
  isLuxembourgMatricule,
  isSpanishNumber,
  isSwissNumber,
  passesElevenTest,
} from './check-digits.ts';
import type { ColumnUse } from './detect-personal-data.ts';
import { type DigitGroups, digitGroups, isPartedAt } from './digit-groups.ts';
import { isAnnouncedOtherwise, isMeasured } from './excuses.ts';

/** How far a word that names a number may stand before it. */
const near = 60;

function named(words: string): RegExp {
  return new RegExp(
    `(?<![a-z])(?:${words})(?:[ -]?(?:nummer|nr|no|numero|number))?(?:'?s|en)?(?![a-z])[a-z .:;=#°()'*_<>|/"\\[\\]{},&?+-]{0,30}$`,
    'u',
  );
}

const dutch = named(
  'bsn|b\\.s\\.n|bsn-?nr|burger ?service ?(?:nummer|nr)|burgerservicenr|sofi-?(?:nummer|nr)?|citizen service (?:number|no)|numero de service (?:du )?citoyen|persoonsnummer|personal number|burgernummer|buergerservicenummer',
);
const belgian = named(
  'rrn|nrn|rrnr|nn|rn|rr|inszs?|inss|niss|ssin|bis|bis-?(?:nummer|numero)|rijksregister[a-z]*|rijksreg|registre national|reg\\.? ?nat|(?:numero|num|n°|nr|no)\\.? ?(?:de )?(?:registre )?nat[a-z]*|national(?:es|e)? (?:register ?)?(?:nummer|number|no|nr)|nationalnummer|nationalregister[a-z]*|identificatienummer|insz-?nummer',
);
const luxembourg = named('matricule|matricule national|cns|sozialversicherungsnummer|mat');
const french = named(
  'nir|insee|secu|securite sociale|numero de secu[a-z ]*|n° ?(?:de )?secu[a-z ]*|ss',
);
const germanTax = named(
  'steuer-?id|steuer-?idnr|steueridentifikationsnummer|steuerliche identifikationsnummer|steuernummer|idnr|id-nr|identifikationsnummer|tax id|tin',
);
/** Numbers of other countries, found by their names: what follows must have this shape. */
const others: readonly RegExp[] = [
  /(?<![a-z])pesel[a-z .:=#-]{0,16}\d(?:[ .-]?\d){10}(?!\d)/u,
  /(?<![a-z])(?:cnp|cod numeric personal)[a-z .:=#-]{0,16}[1-9](?:[ .-]?\d){12}(?!\d)/u,
  /(?<![a-z])(?:nino|national insurance)[a-z .:=#-]{0,16}[a-z]{2} ?(?:\d{2} ?){3}[a-d](?![a-z])/u,
  /(?<![a-z])(?:personnummer|fodselsnummer|cpr(?:-?nummer)?|henkilotunnus)[a-z .:=#-]{0,16}\d{6}(?:\d{2})?[ +-]?\d{3,5}(?!\d)/u,
  /(?<![a-z])(?:v-?nummer|v-?nr|vreemdelingennummer|vreemdelingennr)[a-z .:=#-]{0,16}\d{3}[. ]?\d{3}[. ]?\d{4}(?!\d)/u,
  /(?<![a-z])(?:cpf|rodne cislo|egn|nif|nin|amka|afm)[a-z .:=#-]{0,16}\d(?:[ ./-]?\d){8,10}(?!\d)/u,
];

const italian =
  /(?<![A-Z\d])[A-Z]{6}[ -]?\d{2}[A-EHLMPRST][0-7]\d[ -]?[A-Z]\d{3}[A-Z](?![A-Z\d])/iu;
const frenchShape =
  /(?<!\d)(?<!\d[.,])[12347](?:[ ./_-]{0,3}\d{2}){2}[ ./_-]{0,3}(?:\d{2}|2[AB])[ ./_-]{0,3}\d{3}[ ./_-]{0,3}\d{3}[ ./_-]{0,3}\d{2}(?!\d)/giu;
const pension = /(?<![A-Z\d])\d{2}[ .-]?\d{6}[ .-]?[A-Z][ .-]?\d{3}(?![A-Z\d])/giu;
const spanish = /(?:dni|nie|nif)[^\p{L}\d]{0,4}([XYZ]?[ .-]?\d{7,8}[ .-]?[A-Z])(?![A-Z\d])/giu;

/** Letters that are part of the same mark: "PL", "ZK-", hexadecimal figures; not a word before a colon or a slash. */
function isGlued(before: string): boolean {
  if (/(?<![\p{L}\d])(?:nr|no|n|num|id|ident)[.:_-]?$/iu.test(before)) return false;
  if (/(?<![\p{L}\d])\p{L}{4,}[/_:-]$/u.test(before)) return false;
  return /\p{L}[_/+-]?$|(?:^|[^\d ])[_/+-]$|[/+_] ?$/u.test(before) && !/\d[/_-]$/u.test(before);
}

function isGluedBehind(after: string): boolean {
  return /^[/_-]?\p{L}{1,3}(?!\p{L})|^[_/-](?![\p{L}\d ]|$)|^_/u.test(after);
}

/** The words around digits, looked up only where the digits may be somebody's. */
class Around {
  private readonly text: string;
  private readonly group: DigitGroups;
  constructor(text: string, group: DigitGroups) {
    this.text = text;
    this.group = group;
  }
  get before(): string {
    return this.text.slice(Math.max(0, this.group.from - near), this.group.from);
  }
  get lower(): string {
    return this.before.toLowerCase();
  }
  get after(): string {
    return this.text.slice(this.group.to, this.group.to + near);
  }
}

const elevens = (digits: string | undefined): boolean =>
  digits !== undefined && passesElevenTest(digits);

/** A neighbour that is another number of the same kind, as in a list; or is parted by a blank only. */
function standsAlone(
  { previous, next, marks }: DigitGroups,
  size: number,
  passes: (digits: string) => boolean,
): boolean {
  const apart = (side: DigitGroups['next']): boolean => {
    if (side === null) return true;
    if (side.digits.length === size && passes(side.digits)) return true;
    if (marks.length > 0 && marks.includes(side.mark)) return false;
    return /[ (]/u.test(side.mark) || side.mark === "'";
  };
  return apart(previous) && apart(next);
}

const dutchParts = [
  '9',
  '333',
  '423',
  '2223',
  '3222',
  '234',
  '432',
  '2232',
  '2322',
  '63',
  '111111111',
];

function isUnnamedBsn(group: DigitGroups, { before, after }: Around, whole: boolean): boolean {
  const { digits, sizes, marks } = group;
  if (!dutchParts.includes(sizes.join('')) || !passesElevenTest(digits)) return false;
  if (marks.some((mark) => /[,()']/u.test(mark)) || new Set(marks).size > 1) return false;
  // A year, a month and a number, or three figures that are one with its thousands set off.
  if (/^(?:19|20)\d\d(?:0\d|1[0-2])/u.test(digits) && sizes[0] === 4) return false;
  // A round figure; one in a thousand numbers of persons is.
  if (digits.endsWith('000')) return false;
  // Telephones of Luxembourg.
  if (sizes.join('') === '333' && /^6[269]1/u.test(digits)) return false;
  if (whole && sizes.join('') === '333' && /^[ .]+$/u.test(marks.join(''))) return false;
  if (sizes.length === 9 && (group.previous || group.next)) return false;
  if (isGlued(before) || isGluedBehind(after)) return false;
  if (isMeasured(after) || isAnnouncedOtherwise(before)) return false;
  return standsAlone(group, 9, elevens);
}

const lengths = [8, 9, 11, 13];

function isPossible(digits: string): boolean {
  if (digits.length < 11) return passesElevenTest(digits.padStart(9, '0'));
  if (digits.length === 13) return isLuxembourgMatricule(digits) || isSwissNumber(digits);
  return isBelgianNationalNumber(digits, true) || isGermanTaxNumber(digits);
}

/** National numbers that a text holds. */
export interface NationalNumbers {
  readonly bsn: boolean;
  readonly belgian: boolean;
  readonly luxembourg: boolean;
  readonly other: boolean;
}

function isBsn(group: DigitGroups, around: Around, column: ColumnUse, whole: boolean): boolean {
  const { digits } = group;
  if (passesElevenTest(digits.padStart(9, '0')) && dutch.test(around.lower)) return true;
  return column === 'free-text' && digits.length === 9 && isUnnamedBsn(group, around, whole);
}

function isBelgian(group: DigitGroups, around: Around, column: ColumnUse): boolean {
  const { digits, sizes, marks } = group;
  if (!isBelgianNationalNumber(digits, true)) return false;
  if (belgian.test(around.lower)) return true;
  if (column === 'number' && !isBelgianNationalNumber(digits, false)) return false;
  if (!isPartedAt(sizes, [2, 4, 6, 9]) || marks.some((mark) => /[,(']/u.test(mark))) return false;
  if (isGlued(around.before) || /^[\p{L}_]{1,2}(?!\p{L})/u.test(around.after)) return false;
  if (sizes.length > 2) return true;
  return standsAlone(group, 11, (each) => isBelgianNationalNumber(each, true));
}

function isLuxembourg({ digits, sizes, marks }: DigitGroups, around: Around): boolean {
  if (!isLuxembourgMatricule(digits)) return false;
  if (luxembourg.test(around.lower)) return true;
  if (sizes.length > 6 || marks.some((mark) => /[,(']/u.test(mark))) return false;
  return !/[\p{L}\d]$/u.test(around.before);
}

/** Which national numbers a text holds; with `announcedOnly` those only that a word names. Takes plain writing. */
export function findNationalNumbers(
  text: string,
  column: ColumnUse,
  announcedOnly: boolean,
): NationalNumbers {
  const use = announcedOnly ? 'code' : column;
  const whole = /^[^\p{L}\d]*\d[\d .]*\d[^\p{L}\d]*$/u.test(text);
  const found = {
    bsn: false,
    belgian: false,
    luxembourg: false,
    other: hasOther(text, announcedOnly),
  };
  const announced = (words: RegExp, around: Around): boolean =>
    !announcedOnly || words.test(around.lower);
  for (const group of digitGroups(text, lengths, isPossible)) {
    const around = new Around(text, group);
    const { digits, sizes } = group;
    if (digits.length < 11) found.bsn ||= isBsn(group, around, use, whole);
    else if (digits.length === 11) {
      found.belgian ||= isBelgian(group, around, use) && announced(belgian, around);
      found.other ||= isGermanTaxNumber(digits) && germanTax.test(around.lower);
    } else {
      found.luxembourg ||= isLuxembourg(group, around) && announced(luxembourg, around);
      found.other ||= !announcedOnly && isSwissNumber(digits) && isPartedAt(sizes, [3, 7, 11]);
    }
  }
  return found;
}

function hasOther(text: string, announcedOnly: boolean): boolean {
  const lower = text.toLowerCase();
  if (others.some((each) => each.test(lower))) return true;
  if (
    [...text.matchAll(spanish)].some(([, number = '']) =>
      isSpanishNumber(number.replace(/[ .-]/gu, '')),
    )
  )
    return true;
  for (const { 0: number, index } of text.matchAll(frenchShape)) {
    const bare = number.replace(/[^\dA-B]/giu, '');
    if (!isFrenchNationalNumber(bare)) continue;
    const before = lower.slice(Math.max(0, index - near), index);
    if (french.test(before) || (!announcedOnly && !/\p{L}$/u.test(before))) return true;
  }
  if (announcedOnly) return false;
  if (italian.test(text)) return true;
  return [...text.matchAll(pension)].some(([number]) =>
    isGermanPensionNumber(number.replace(/[ .-]/gu, '')),
  );
}
