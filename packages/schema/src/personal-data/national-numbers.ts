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
import type { ColumnUse } from './column-use.ts';
import { type DigitGroups, digitGroups, isPartedAt } from './digit-groups.ts';
import { isAnnouncedOtherwise, isMeasured } from './excuses.ts';
import { type Announced, announcedRuns, mark } from './marks.ts';

/** How far a word that names a number may stand before it. */
const near = 60;

function named(words: string): RegExp {
  return new RegExp(
    `(?<![a-z])(?:${words})(?:[ -]?(?:nummer|nr|no|numero|number))?(?:'?s|en)?(?![a-z])[a-z .:;=#°()'*_<>|/"\\[\\]{},&?+-]{0,30}$`,
    'u',
  );
}

/** Names that nothing else has: what follows them in the shape of such a number is one, also where it was mistyped. */
const sure = {
  dutch:
    'bsn|b\\.s\\.n|bsn-?nr|burger ?service ?(?:nummer|nr)|burgerservicenr|sofi-?(?:nummer|nr)?|citizen service (?:number|no)|numero de service (?:du )?citoyen|buergerservicenummer|burgerservicenumber',
  belgian:
    'rrn|inszs?|inss|niss|ssin|rijksregister[a-z]*|rijksreg|registre national|reg\\.? ?nat|(?:numero|num|n°|nr|no)\\.? ?(?:de )?registre nat[a-z]*|national(?:es|e)? register ?(?:nummer|number|no|nr)|nationalregister(?:nummer|nr)|insz-?nummer',
  luxembourg: 'matricule|matricule national|sozialversicherungsnummer',
} as const;
const dutch = named(`${sure.dutch}|persoonsnummer|personal number|burgernummer|fiscaal ?nummer`);
const dutchBehind = new RegExp(
  `^[^\\p{L}\\d]{0,3}(?:(?:is|als|as|comme|het|the|=)[^\\p{L}\\d]{1,3}){0,2}(?:${sure.dutch})(?![a-z])`,
  'iu',
);
const belgian = named(
  `${sure.belgian}|nrn|rrnr|nn|rn|rr|bis|bis-?(?:nummer|numero)|(?:numero|num|n°|nr|no)\\.? ?(?:de )?(?:registre )?nat[a-z]*|national(?:es|e)? (?:register ?)?(?:nummer|number|no|nr)|nationalnummer|nationalregister[a-z]*|identificatienummer`,
);
const luxembourg = named(`${sure.luxembourg}|cns|mat|matr`);
const french = named(
  'nir|insee|secu|securite sociale|numero de secu[a-z ]*|n° ?(?:de )?secu[a-z ]*|ss',
);
const germanTax = named(
  'steuer-?id|steuer-?idnr|steueridentifikationsnummer|steuerliche identifikationsnummer|steuernummer|idnr|id-nr|identifikationsnummer|tax id|tin',
);
/** Numbers of other countries, found by their names: what follows must have this shape. */
const others: readonly RegExp[] = [
  /(?<![a-z])pesel(?![a-z])[a-z .:=#-]{0,16}\d(?:[ .-]?\d){10}(?!\d)/u,
  /(?<![a-z])(?:cnp|cod numeric personal)(?![a-z])[a-z .:=#-]{0,16}[1-9](?:[ .-]?\d){12}(?!\d)/u,
  /(?<![a-z])(?:nino|national insurance)(?![a-z])[a-z .:=#-]{0,16}[a-z]{2} ?(?:\d{2} ?){3}[a-d](?![a-z])/u,
  /(?<![a-z])(?:personnummer|fodselsnummer|cpr(?:-?nummer)?|henkilotunnus)(?![a-z])[a-z .:=#-]{0,16}\d{6}(?:\d{2})?[ +-]?\d{3,5}(?!\d)/u,
  /(?<![a-z])(?:v-?nummer|v-?nr|vreemdelingennummer|vreemdelingennr)(?![a-z])[a-z .:=#-]{0,16}\d{3}[. ]?\d{3}[. ]?\d{4}(?!\d)/u,
  /(?<![a-z])(?:cpf|rodne cislo|egn|nif|nin|amka|afm)(?![a-z])[a-z .:=#-]{0,16}\d(?:[ ./-]?\d){8,10}(?!\d)/u,
];

const otherHint =
  /pesel|cnp|personal|nino|insurance|personnummer|nummer|cpr|tunnus|v-?nr|nr|cpf|rodne|egn|nif|nin|amka|afm/u;

const italian =
  /(?<![A-Z\d])[A-Z]{6}[ -]?\d{2}[A-EHLMPRST][0-7]\d[ -]?[A-Z]\d{3}[A-Z](?![A-Z\d])/iu;
const frenchShape = new RegExp(
  `(?<!\\d)(?<!\\d[.,])[12347](?:${mark}{0,3}\\d{2}){2}${mark}{0,3}(?:\\d{2}|2[AB])${mark}{0,3}\\d{3}${mark}{0,3}\\d{3}${mark}{0,3}\\d{2}(?!\\d)`,
  'giu',
);
const pension = new RegExp(
  `(?<![A-Z\\d])\\d{2}${mark}?\\d{6}${mark}?[A-Z]${mark}?\\d{3}(?![A-Z\\d])`,
  'giu',
);
const spanish = new RegExp(
  `(?:dni|nie|nif)[^\\p{L}\\d]{0,4}([XYZ]?${mark}?\\d{7,8}${mark}?[A-Z])(?![A-Z\\d])`,
  'giu',
);

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

/** Behind a sure name: what may stand between it and the number. */
function directly(words: string): RegExp {
  return new RegExp(
    `(?<![a-z])(?:${words})(?:[ -]?(?:nummer|nr|no|numero|number))?[^a-z\\d]{0,4}(?:(?:is|was|est|ist|van|de|du|nr|no|n|num|nummer|number|met|with|avec|mit|luidt|belge|be|nl)(?![a-z])[^a-z\\d]{0,4}){0,3}$`,
    'u',
  );
}
const surely = {
  bsn: directly(sure.dutch),
  belgian: directly(sure.belgian),
  luxembourg: directly(sure.luxembourg),
} as const;
const anySure = directly(Object.values(sure).join('|'));

/** Part of each sure name: most texts have none, and need no closer look. */
const hint =
  /bsn|b\.s\.n|burger|sofi|citizen|citoyen|rrn|insz|inss|niss|ssin|rijksreg|regist|reg\.? ?nat|matricule|sozialv/iu;

/** How people part a citizen number: in how many digits each group has. */
const dutchParts = '9 333 423 2223 3222 234 432 2232 2322 63 111111111'.split(' ');

/** The same of numbers behind their own name, which may lack a nought or be parted anyhow. */
const wholeSizes: Readonly<Record<keyof typeof surely, readonly string[]>> = {
  bsn: [...dutchParts, ...'8 36 45 54 2222 44 332 323 233'.split(' ')],
  belgian: '11 22232 632 65 6311 2225 92 62 41222 42232 832 85 13 11111111111'.split(' '),
  luxembourg: '13 42232 85 445 832 4225 4432 4445 1111111111111'.split(' '),
};
const plausible: Readonly<Record<keyof typeof surely, RegExp>> = {
  bsn: /^\d{8,9}$/u,
  belgian: /^(?:18|19|20)?\d{2}(?:[0-5]\d)[0-3]\d{6}$/u,
  luxembourg: /^(?:18|19|20)\d{2}[01]\d[0-3]\d{6}$/u,
};

/** Numbers directly behind the name that only they have, with any signs between and whatever check digits. */
function addAnnounced(text: string, found: Record<keyof NationalNumbers, boolean>): void {
  for (const all of announcedRuns(text, 8, (before) => anySure.test(before.toLowerCase())))
    addReadings(text, all, found);
}

function addReadings(
  text: string,
  all: readonly Announced[],
  found: Record<keyof NationalNumbers, boolean>,
): void {
  const [first] = all;
  if (first === undefined) return;
  const from = first.to - first.digits.length;
  const before = text.slice(Math.max(0, from - near), from).toLowerCase();
  for (const kind of ['bsn', 'belgian', 'luxembourg'] as const) {
    if (!surely[kind].test(before)) continue;
    found[kind] ||= all.some(
      ({ digits, sizes, to }, at) =>
        plausible[kind].test(digits) &&
        wholeSizes[kind].includes(sizes.join('')) &&
        // Of figures that go on, the first reading may be a part.
        (at === all.length - 1 || !/^[.,]\d/u.test(text.slice(to, to + 2))) &&
        !isMeasured(text.slice(to, to + 40)),
    );
  }
}

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
    if (side.mark === '.' && side === next && /^0$/u.test(side.digits)) return marks.length === 0;
    return /[ (|:=*~]/u.test(side.mark) || side.mark === "'";
  };
  return apart(previous) && apart(next);
}

/** Whom a number may be of. */
const persons =
  '(?:mede)?verdachten?|suspect(?:e?s?)|prevenue?s?|inculpee?s?|beschuldigter?|beschuldigden?|betrokkenen?|personne|persoon|person|chauffeurs?|bestuurders?|conducteur|conductrice|fahrer(?:in)?|drivers?|directeur|directrice|director|direktor|gerante?|zaakvoerder|geschaftsfuhrer|manager|(?:im|ex)porteur|importateur|importer|importeur|acteur|actor|eigenaar|eigenares|proprietaire|eigentumer|inhaber(?:in)?|owner|houder|titulaire|halter|holder|koerier|coursier|kurier|courier|getuigen?|temoin|zeuge|witness|slachtoffers?|victime|opfer|victim|daders?|auteur|tater|zoon|dochter|broer|zus|vader|moeder|partner|echtgenote?|fils|fille|frere|soeur|pere|mere|epoux|epouse|sohn|tochter|bruder|schwester|vater|mutter|son|daughter|brother|sister|father|mother|wife|husband|bewoner|huurder|locataire|mieter|tenant|mevrouw|mevr|mw|dhr|heer|mme|monsieur|madame|herr|frau|mr|mrs|gedetineerde|detenu|haftling|kapitein|capitaine|kapitan|matroos|passagier|passager|reiziger|werknemer|employe|arbeider|man|vrouw|homme|femme|frau|ontvanger|afzender|destinataire|expediteur|empfanger|absender|op naam van|au nom de|auf den namen|in the name of';
const personBefore = new RegExp(
  `(?<![a-z])(?:${persons})(?![a-z])(?: ?(?:is|was|met|avec|mit|with|comme|als|as|identifie|identified|bekend|nr|nummer|numero|number|de|van|du|von|of))*[ .:,;=#()'"<>[\\]{}-]{0,4}$`,
  'u',
);
const personBehind = new RegExp(
  `^[ ,;:.()'-]{0,4}(?:(?:(?:en|et|und|and) )?(?:zijn|haar|son|sa|sein|ihr|his|her) (?:${persons})(?![a-z])|(?:nee?|geb|geboren|born|gehoord|verhoord|entendue?|vernommen|aangehouden|arretee?|interpellee?|festgenommen|arrested|woont|woonachtig|domiciliee?|habite|wohnhaft|op naam)(?![a-z])|(?:is|est|ist) (?:de|het|le|la|der|die|the) (?:${persons})(?![a-z]))`,
  'u',
);
const initial = /^[ ,;:.()'-]{0,4}\p{Lu}\. ?\p{Lu}\p{Ll}/u;

function isByPerson(before: string, after: string): boolean {
  return (
    personBefore.test(before.toLowerCase()) ||
    personBehind.test(after.toLowerCase()) ||
    initial.test(after)
  );
}

function isUnnamedBsn(group: DigitGroups, { before, after }: Around): boolean {
  const { digits, sizes, marks } = group;
  if (!dutchParts.includes(sizes.join('')) || !passesElevenTest(digits)) return false;
  if (marks.some((each) => /[,()']/u.test(each)) || new Set(marks).size > 1) return false;
  // A year, a month and a number, or three figures that are one with its thousands set off.
  if (/^(?:19|20)\d\d(?:0\d|1[0-2])/u.test(digits) && sizes[0] === 4) return false;
  // A round figure, unless it stands by a person: one in a thousand numbers of persons is.
  if (digits.endsWith('000') && !isByPerson(before, after)) return false;
  // Telephones of Luxembourg.
  if (sizes.join('') === '333' && /^6[269]1/u.test(digits)) return false;
  // Thousands are set off so: a figure, unless it stands by a person.
  if (sizes.join('') === '333' && /^[ .]+$/u.test(marks.join('')) && !isByPerson(before, after))
    return false;
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

function isBsn(group: DigitGroups, around: Around, column: ColumnUse): boolean {
  const { digits } = group;
  const passes = passesElevenTest(digits.padStart(9, '0'));
  if (passes && (dutch.test(around.lower) || dutchBehind.test(around.after))) return true;
  return column === 'free-text' && digits.length === 9 && isUnnamedBsn(group, around);
}

function isBelgian(group: DigitGroups, around: Around, column: ColumnUse): boolean {
  const { digits, sizes, marks } = group;
  if (!isBelgianNationalNumber(digits, true)) return false;
  if (belgian.test(around.lower)) return true;
  if (column === 'number' && !isBelgianNationalNumber(digits, false)) return false;
  if (!isPartedAt(sizes, [2, 4, 6, 9]) || marks.some((each) => /[,']/u.test(each))) return false;
  if (sizes.length < 3 && marks.some((each) => each.includes('('))) return false;
  if (isGlued(around.before) || /^[\p{L}_]{1,2}(?!\p{L})/u.test(around.after)) return false;
  if (sizes.length > 2) return true;
  return standsAlone(group, 11, (each) => isBelgianNationalNumber(each, true));
}

function isLuxembourg({ digits, sizes, marks }: DigitGroups, around: Around): boolean {
  if (!isLuxembourgMatricule(digits)) return false;
  if (luxembourg.test(around.lower)) return true;
  if (sizes.length > 6 || marks.some((each) => /[,']/u.test(each))) return false;
  return !/[\p{L}\d]$/u.test(around.before);
}

/**
 * Which national numbers a text holds; with `announcedOnly` those only that a word names. `unpicked` is the text with what
 * is harmless unless a name stands before it. Takes plain writing.
 */
export function findNationalNumbers(
  text: string,
  unpicked: string,
  column: ColumnUse,
  announcedOnly: boolean,
): NationalNumbers {
  const use = announcedOnly ? 'code' : column;
  const found = {
    bsn: false,
    belgian: false,
    luxembourg: false,
    other: hasOther(text, announcedOnly),
  };
  const announced = (words: RegExp, around: Around): boolean =>
    !announcedOnly || words.test(around.lower);
  if (hint.test(unpicked)) addAnnounced(unpicked, found);
  for (const group of digitGroups(text, lengths, isPossible)) {
    const around = new Around(text, group);
    const { digits, sizes } = group;
    if (digits.length < 11) found.bsn ||= isBsn(group, around, use);
    else if (digits.length === 11) {
      found.belgian ||= isBelgian(group, around, use) && announced(belgian, around);
      found.other ||= isGermanTaxNumber(digits) && germanTax.test(around.lower);
    } else {
      found.luxembourg ||= isLuxembourg(group, around) && announced(luxembourg, around);
      found.other ||=
        !announcedOnly &&
        isSwissNumber(digits) &&
        isPartedAt(sizes, [3, 7, 11]) &&
        !isAnnouncedOtherwise(around.before);
    }
  }
  return found;
}

function hasOther(text: string, announcedOnly: boolean): boolean {
  const lower = text.toLowerCase();
  if (otherHint.test(lower) && others.some((each) => each.test(lower))) return true;
  if (
    [...text.matchAll(spanish)].some(([, number = '']) =>
      isSpanishNumber(number.replace(/[^A-Z\d]/giu, '')),
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
    isGermanPensionNumber(number.replace(/[^A-Z\d]/giu, '')),
  );
}
