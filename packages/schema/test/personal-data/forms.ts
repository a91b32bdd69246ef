import { drugs, units } from '@samenbeeld/schema';

/** Numbers that look random and are the same on every machine (mulberry32). */
export interface Random {
  readonly below: (end: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly digits: (length: number) => string;
  readonly letters: (length: number, from?: string) => string;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  const pick = <T>(list: readonly T[]): T => {
    const item = list[below(list.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  };
  const several = (length: number, from: string): string =>
    Array.from({ length }, () => pick([...from])).join('');
  return {
    below,
    pick,
    digits: (length) => several(length, '0123456789'),
    letters: (length, from = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') => several(length, from),
  };
}

const two = (number: number): string => String(number).padStart(2, '0');

function mod97(text: string): number {
  let rest = 0;
  for (const digit of text) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

function bsn(random: Random): string {
  for (;;) {
    const body = `${1 + random.below(9)}${random.digits(7)}`;
    const sum = [...body].reduce((total, digit, at) => total + (9 - at) * Number(digit), 0) % 11;
    // Dates, round figures and telephones of Luxembourg are told apart, and not by this number's check.
    if (sum < 10 && !/^(?:19|20|6[269]1)/.test(body) && !body.endsWith('00'))
      return `${body}${sum}`;
  }
}

function born(random: Random): readonly [year: number, month: number, day: number] {
  return [1930 + random.below(85), 1 + random.below(12), 1 + random.below(28)];
}

function belgian(random: Random): string {
  const [year, month, day] = born(random);
  const body = `${two(year % 100)}${two(month)}${two(day)}${String(1 + random.below(997)).padStart(3, '0')}`;
  return `${body}${two(97 - mod97(`${year < 2000 ? '' : '2'}${body}`))}`;
}

function luhn(body: string): number {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

const table =
  '0123456789 1234067895 2340178956 3401289567 4012395678 5987604321 6598710432 7659821043 8765932104 9876543210'.split(
    ' ',
  );
const steps =
  '0123456789 1576283094 5803796142 8916043527 9453126870 4286573901 2793806415 7046913258'.split(
    ' ',
  );

function verhoeff(body: string): number {
  const rest = [...body]
    .reverse()
    .reduce(
      (state, digit, at) => Number(table[state]?.[Number(steps[(at + 1) % 8]?.[Number(digit)])]),
      0,
    );
  return Number('0432156789'[rest]);
}

function matricule(random: Random): string {
  const [year, month, day] = born(random);
  const body = `${year}${two(month)}${two(day)}${random.digits(3)}`;
  return `${body}${luhn(body)}${verhoeff(body)}`;
}

function nir(random: Random): string {
  const [year, month] = born(random);
  const department = random.pick(['59', '75', '13', '2A', '2B', '62']);
  const body = `${1 + random.below(2)}${two(year % 100)}${two(month)}${department}${random.digits(6)}`;
  return `${body}${two(97 - mod97(body.replace('2A', '19').replace('2B', '18')))}`;
}

function iban(random: Random): string {
  const [country, account] = random.pick([
    () => ['NL', `${random.pick(['ABNA', 'INGB', 'RABO'])}0${random.digits(9)}`],
    () => ['BE', random.digits(12)],
    () => ['LU', random.digits(16)],
    () => ['FR', random.digits(23)],
    () => ['DE', random.digits(18)],
    () => ['ES', random.digits(20)],
    () => ['IT', `X${random.digits(22)}`],
    () => ['PL', random.digits(24)],
    () => ['GB', `${random.letters(4)}${random.digits(14)}`],
    () => ['MT', `${random.letters(4)}${random.digits(23)}`],
  ])();
  const moved = [...`${account}${country}00`].map((letter) => Number.parseInt(letter, 36)).join('');
  return `${country}${two(98 - mod97(moved))}${account}`;
}

const consonants = 'BDFGHJKLNPRSTVXZ';

/** Groups of an identifier as people part it, by kind. */
const parted: Readonly<Record<string, (random: Random) => readonly string[]>> = {
  bsn: (random) => {
    const number = bsn(random);
    return random.pick([
      [number],
      cut(number, [4, 2, 3]),
      cut(number, [3, 3, 3]),
      cut(number, [2, 2, 2, 3]),
    ]);
  },
  'be-national-number': (random) => {
    const number = belgian(random);
    return random.pick([
      [number],
      cut(number, [2, 2, 2, 3, 2]),
      cut(number, [6, 3, 2]),
      cut(number, [6, 5]),
    ]);
  },
  'lu-matricule': (random) => {
    const number = matricule(random);
    return random.pick([
      [number],
      cut(number, [4, 2, 2, 3, 2]),
      cut(number, [8, 5]),
      cut(number, [4, 4, 5]),
    ]);
  },
  'national-number': (random) => cut(nir(random), [1, 2, 2, 2, 3, 3, 2]),
  iban: (random) => {
    const number = iban(random);
    return random.pick([[number], number.match(/.{1,4}/g) ?? []]);
  },
};

function cut(text: string, sizes: readonly number[]): readonly string[] {
  let at = 0;
  return sizes.map((size) => {
    at += size;
    return text.slice(at - size, at);
  });
}

const joined =
  (marks: readonly string[]) =>
  (groups: readonly string[], random: Random): string => {
    const mark = random.pick(marks);
    return groups.join(mark);
  };

const everyCharacter =
  (marks: readonly string[]) =>
  (groups: readonly string[], random: Random): string =>
    [...groups.join('')]
      .map((each) => (random.below(4) === 0 ? random.pick(marks) : '') + each)
      .join('');

const inDigits =
  (zero: number) =>
  (groups: readonly string[]): string =>
    groups.join('').replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** Figures in circles, black, white or double; raised ones, of which the first three stand apart. */
function inCircles(text: string, random: Random): string {
  const [nought = 0, one = 0] = random.pick([
    [0x24ea, 0x2460],
    [0x24ff, 0x2776],
    [0x24ea, 0x24f5],
    [0x1f10b, 0x2780],
    [0x1f10c, 0x278a],
    [0x2070, 0x2070],
  ]);
  return text.replace(/\d/g, (digit) => {
    if (one === nought && '123'.includes(digit))
      return '\u00b9\u00b2\u00b3'[Number(digit) - 1] ?? '';
    const first = digit === '0' ? nought : one + (one === nought ? 1 : 0);
    return String.fromCodePoint(digit === '0' ? first : first + Number(digit) - 1);
  });
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));

type Form = (groups: readonly string[], random: Random) => string;

/** Families of forms in which people, programs and those who hide something write an identifier. */
export const forms: Readonly<Record<string, Form>> = {
  blanks: joined([' ', '  ']),
  dots: joined(['.']),
  dashes: joined(['-']),
  slashes: joined(['/']),
  'no-break blanks': joined(['\u00a0', '\u202f', '\u2007', '\u2009', '\u3000']),
  'other dashes': joined(['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', ' \u2013 ']),
  'other dots': joined(['\u00b7', '\u2022', '\u2024']),
  'zero width': everyCharacter(['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad']),
  'direction marks': everyCharacter(['\u200e', '\u202a', '\u2066', '\u061c']),
  'full width': (groups) => fullWidth(groups.join('')),
  'full width, parted': (groups, random) => fullWidth(groups.join(random.pick(['-', '.', ' ']))),
  'other digits': (groups, random) => inDigits(random.pick([0x660, 0x6f0, 0x966, 0xe50]))(groups),
  'mathematical digits': (groups, random) =>
    inDigits(random.pick([0x1d7ce, 0x1d7d8, 0x1d7f6]))(groups),
  'line breaks': joined(['\n', '\r\n', '-\n', ' \n']),
  'small letters': (groups, random) => groups.join(random.pick(['', ' '])).toLowerCase(),
  'signs of tables': joined(['|', ' | ', '*', '=', '~', ' ~ ', '_']),
  'brackets inside': (groups) => {
    const long = groups.length > 2 && groups.join('').length > 9;
    return groups.map((group, at) => (long && at === 1 ? `(${group})` : group)).join(' ');
  },
  'figures in circles': (groups, random) => inCircles(groups.join(''), random),
  'in quotes': (groups, random) =>
    random.pick(['"', "'", '\u201c', '\u00ab']) +
    groups.join('') +
    random.pick(['"', "'", '\u201d', '\u00bb']),
  'in brackets': (groups, random) =>
    random.pick(['(', '[', '<', '{']) +
    groups.join(random.pick(['', ' '])) +
    random.pick([')', ']', '>', '}']),
  coded: (groups, random) => groups.join(random.pick(['%20', '&nbsp;', '&#8209;', '&shy;'])),
};

/** Words around, in four languages: "" is the identifier. */
const contexts: Readonly<Record<string, string>> = {
  plain: '',
  chauffeur: 'chauffeur ',
  directeur: 'directeur ',
  importeur: 'importeur: ',
  suspect: 'suspect identifié comme ',
  Fahrer: 'Fahrer, ',
  driver: 'the driver is ',
};
const behind = [
  '',
  ' staat vast',
  ' stond op de lijst',
  ' tonen',
  ' en zijn broer',
  ', né à Lille',
  ' trouvé',
  ' wurde',
  '.',
  '; gehoord',
  '\nLijn 2',
  ' St. Niklaas',
  ' L. Janssens',
  ' (kopie)',
  ' gram­matica',
  ' eurocheque',
];

/** An identifier of a kind in a form of a family, amid words. */
export function planted(kind: string, form: Form, random: Random): string {
  const before = random.pick(Object.values(contexts));
  let groups = parted[kind]?.(random) ?? [];
  // Nine figures in threes by which no person stands are an amount.
  while (before === '' && groups.length === 3 && groups.every(({ length }) => length === 3))
    groups = parted[kind]?.(random) ?? [];
  return `${before}${form(groups, random)}${random.pick(behind)}`;
}

export const kinds: readonly string[] = Object.keys(parted);

const names: Readonly<Record<string, readonly string[]>> = {
  bsn: ['BSN', 'bsn', 'BSN:', 'Burgerservicenummer', 'BSN-nr.', 'sofinummer ', 'B.S.N. ', 'bsn='],
  'be-national-number': [
    'RRN',
    'NISS',
    'INSZ:',
    'NN',
    'Rijksregisternr. ',
    'n° national ',
    'numéro de registre national : ',
    'Nationalregisternummer ',
    'rr ',
  ],
  'lu-matricule': ['matricule', 'Matricule national ', 'matr. '],
  'national-number': ['NIR ', 'n° de sécurité sociale ', 'NIR:'],
  iban: ['IBAN', 'iban:', 'rekeningnr ', 'Konto ', 'compte n° ', 'naar '],
};

/** An identifier behind its name, glued to it or not, in any parting. */
export function plantedByName(kind: string, random: Random): string {
  const groups = parted[kind]?.(random) ?? [];
  const name = random.pick(names[kind] ?? ['']);
  return `${random.pick(['', 'zie ', '(', 'x; '])}${name}${groups.join(random.pick(['', '.', ' ', '-', '/']))}${random.pick(['', ')', ' gezien', ', stond'])}`;
}

/** Signs that may stand between parts where a word announces them: all of a keyboard. */
const keyboard = [...'!"#$%\'()*+,-./:;<=>?@[\\]^_`{|}~ \u00a7\u00b0\u2192\u2013\u00b7'];
const sureNames: Readonly<Record<string, readonly string[]>> = {
  bsn: ['BSN', 'bsn nr', 'Burgerservicenummer', 'sofinummer', 'BSN is', 'BSN-nummer'],
  'be-national-number': [
    'RRN',
    'NISS',
    'INSZ',
    'rijksregister',
    'rijksregisternummer',
    'registre national',
  ],
  'lu-matricule': ['matricule', 'Matricule national', 'matricule n\u00b0'],
  iban: ['IBAN', 'rekeningnummer', 'Kontonummer', 'num\u00e9ro de compte'],
};

/** An identifier behind a name that only it has: any sign between its groups, and now and then a mistyped figure. */
export function plantedBySureName(kind: string, random: Random): string {
  const groups = parted[kind]?.(random) ?? [];
  // A comma or a point before figures may part decimals as well.
  const sign = random.pick(groups.length > 1 ? keyboard : ['']);
  const text = groups.join(sign === '%' || sign === '&' ? ' ' : sign);
  const last = text.at(-1) ?? '';
  const mistyped =
    random.below(3) === 0 && /\d/.test(last)
      ? `${text.slice(0, -1)}${(Number(last) + 1) % 10}`
      : text;
  const name = random.pick(sureNames[kind] ?? ['']);
  return `${random.pick(['', 'x; ', 'zie '])}${name}${random.pick([' ', ': ', ' = ', ' #'])}${mistyped}${random.pick(['', ' gezien', '; stond', ')'])}`;
}

export const sureKinds: readonly string[] = Object.keys(sureNames);

/** An identifier that a word is glued to, before it or behind. */
export function plantedGlued(kind: string, random: Random): string {
  if (kind === 'iban')
    return `${random.letters(random.pick([3, 5, 8]), 'aeimnorstu')}${iban(random)}`;
  return random.below(2)
    ? `${bsn(random)}${random.pick(['BSN', '-bsn', ' (BSN)', '_BSN', '=bsn'])}`
    : `${bsn(random)}.0`;
}

/** Words for the signs of an address, with signs round them. */
function spelt(random: Random): readonly [at: string, dot: string] {
  const at = random.pick(['at', 'AT', 'apenstaart', 'arobase']);
  const dot = random.pick(['dot', 'DOT', 'punt', 'point']);
  const sign = random.pick(['-', '_', '/', '|', '*', '~', '"', "'", '=', ':', '#', '.']);
  return random.below(3) === 0 && !'-_.'.includes(sign)
    ? [`${sign}${at}${sign}`, '.']
    : [`${sign}${at}${sign}`, `${sign}${dot}${sign}`];
}

/** Addresses, telephones, plates, documents, cards and days of birth, each by its detector. */
export const plainKinds: Readonly<Record<string, (random: Random) => string>> = {
  'e-mail': (random) => {
    const [name, host, top] = [
      `${random.letters(4, 'abcdefgh')}${random.pick(['.', '_', ''])}${random.letters(5, 'iklmnop')}`,
      random.letters(6, 'abdeilmnorst'),
      random.pick(['nl', 'be', 'com', 'lu', 'fr', 'de', 'org']),
    ];
    const [at, dot] = random.pick([
      ['@', '.'],
      ['\uff20', '.'],
      ['(at)', '.'],
      ['[at]', '[dot]'],
      [' (at) ', ' (dot) '],
      [' [AT] ', '.'],
      [' at ', ' dot '],
      ['{at}', '.'],
      ['(@)', '.'],
      [' @ ', '.'],
      ['@', ' . '],
      ['@', '\uff0e'],
      ['\u200b@', '.'],
      [' apenstaartje ', ' punt '],
      ['(arobase)', '(point)'],
      ['_at_', '.'],
      ['%40', '.'],
      ['&#64;', '.'],
      ['@', '(dot)'],
      ['@', ' [punt] '],
      spelt(random),
      spelt(random),
      spelt(random),
    ] as const);
    return `${random.pick(['mail ', '', 'contact: ', 'via '])}${name}${at}${host}${dot}${top}${random.pick(['', ' gevraagd', ')'])}`;
  },
  phone: (random) => {
    const mobile = random.pick([
      () => ['06', random.pick('123458'.split('')) + random.digits(7)],
      () => [`04${random.pick(['5', '6', '7', '8', '9'])}${random.digits(1)}`, random.digits(6)],
      () => [`0${random.pick(['6', '7'])}`, random.pick(['3', '5', '8']) + random.digits(7)],
      () => [`01${random.pick(['51', '60', '71', '76'])}`, random.digits(7)],
    ])();
    const [area = '', rest = ''] = mobile;
    const foreign = random.pick([
      () => ['31', '6', `${random.pick(['1', '2', '4', '5'])}${random.digits(7)}`],
      () => ['32', `4${random.pick(['6', '7', '8', '9'])}${random.digits(1)}`, random.digits(6)],
      () => ['352', `6${random.pick(['2', '6', '9'])}1`, random.digits(6)],
      () => ['33', random.pick(['6', '7']), random.digits(8)],
      () => ['49', `17${random.digits(1)}`, random.digits(7)],
    ])();
    const [country = '', code = '', number = ''] = foreign;
    const mark = random.pick([
      ' ',
      '.',
      '-',
      '/',
      '\u00a0',
      '\u2011',
      '\u202f',
      '|',
      '~',
      '*',
      '=',
    ]);
    const spread = (digits: string): string =>
      (digits.length % 2 === 0
        ? random.pick([
            digits.match(/../g) ?? [],
            digits.length === 6 ? cut(digits, [3, 3]) : cut(digits, [4, 4]),
          ])
        : cut(digits, [3, digits.length - 3])
      ).join(mark);
    return (
      random.pick(['bel ', '', 'op nr. ', 'tél. ', 'Tel.: ', 'gsm ', 'joignable au ']) +
      random.pick([
        () => `${area}${random.pick([mark, '-', ' ', '/'])}${rest}`,
        () => `${area}${mark}${spread(rest)}`,
        () => `(${area}) ${spread(rest)}`,
        () => `+${country} ${code} ${spread(number)}`,
        () => `+${country}(0)${code}${number}`,
        () => `+${country} (0)${code}/${spread(number)}`,
        () => `00${country}${code}${number}`,
        () => `00 ${country} ${code} ${spread(number)}`,
        () => `(+${country}) ${code}${mark}${number}`,
        () => `+${country}\u200b${code}${number}`,
        () => fullWidth(`+${country}${code}${number}`),
        () => `+${country}-${code}-${number}`,
        () => `tel:+${country}${code}${number}`,
        () => `WhatsApp ${country}${code}${number}`,
        () => `gsm: ${country}${mark}${code}${mark}${number}`,
        () => `tel. ${area}${random.pick([';', '#', ':', ' > '])}${rest}`,
      ])() +
      random.pick(['', ' (gsm)', ' staat op naam van X', ', tonen', '.'])
    );
  },
  plate: (random) => {
    const some = (shape: string): string =>
      shape.replace(/[9XAN]/g, (each) =>
        each === '9'
          ? random.digits(1)
          : each === 'N'
            ? random.pick(['1', '2'])
            : random.letters(1, each === 'X' ? consonants : 'DFHJKLPRSVW'),
      );
    const word = random.pick([
      'kenteken ',
      'nummerplaat ',
      'plaque ',
      'immatriculé ',
      'Kennzeichen ',
      'licence plate ',
      'auto ',
      'voertuig met ',
      'camionnette ',
      'witte bestelwagen, ',
      'LKW ',
    ]);
    const isNamed = /ken|plaat|plaque|immat|plate/.test(word);
    const mark = random.pick(
      isNamed ? ['-', '', ' ', '/', '_', '*', '|', '.'] : ['-', '-', '', ' '],
    );
    const shape = random.pick([
      'XX-99-XX',
      '99-XXX-9',
      '9-XXX-99',
      'XX-999-X',
      'X-999-XX',
      'XXX-99-X',
      '9-XX-999',
      '999-XX-9',
      'N-AAA-999',
      'AA-999-AA',
      'AAA-999',
      'AA-9999',
    ]);
    const plate = some(shape).replaceAll('-', mark);
    return `${word}${random.below(2) ? plate.toLowerCase() : plate}${random.pick(['', ' gezien', ', rijdend', ' trouvé'])}`;
  },
  'payment-card': (random) => {
    const body = `${random.pick(['4', '51', '55', '2234'])}${random.digits(15)}`.slice(0, 15);
    const number = `${body}${luhn(body)}`;
    return `${random.pick(['kaart ', 'Visa ', 'carte n° ', ''])}${cut(number, [4, 4, 4, 4]).join(random.pick([' ', '-', '\u00a0', '.']))}`;
  },
  'identity-document': (random) =>
    random.pick([
      () => `paspoort ${random.letters(2)}${random.digits(6)}`,
      () => `passeport n° ${random.digits(2)}${random.letters(2)}${random.digits(5)}`,
      () => `Reisepass Nr. C${random.digits(8)}`,
      () => `identiteitskaart 59${random.digits(1)}-${random.digits(7)}-${random.digits(2)}`,
      () => `passport no: ${random.letters(1)}${random.digits(7)}`,
      () => `rijbewijsnummer ${random.digits(10)}`,
      () => `titre de séjour ${random.digits(10)}`,
    ])(),
  'birth-date': (random) => {
    const [year, month, day] = born(random);
    const mark = random.pick(['-', '/', '.', ' ']);
    return `${random.pick(['geboren op ', 'geb. ', 'né le ', 'née le ', 'geboren am ', 'geb. am ', 'born ', 'DOB: ', 'geboortedatum: ', 'date de naissance : ', 'geboren te Gent op '])}${random.pick([`${two(day)}${mark}${two(month)}${mark}${year}`, `${day} ${random.pick(['januari', 'mei', 'août', 'März', 'October'])} ${year}`, `${year}-${two(month)}-${two(day)}`])}`;
  },
};

/** What looks like an identifier and is none, in words that people write around it. */
export const lookAlikes: Readonly<Record<string, (random: Random) => string>> = {
  container: (random) => {
    const number = `${random.letters(3)}U${random.pick(['', ' ', '-'])}${random.digits(6)}${random.pick(['', '-', ' '])}${random.digits(1)}`;
    return `${random.pick(['container ', '', 'conteneur ', 'uit '])}${random.below(3) ? number : number.toLowerCase()}${random.pick(['', ' gelost', ' (40 ft)'])}`;
  },
  'case number': (random) =>
    random.pick([
      () => `PL${random.digits(4)}-20${random.digits(2)}${random.digits(6)}`,
      () =>
        `PV ${random.pick(['AN', 'BG', 'GE'])}.${random.digits(2)}.L${random.digits(1)}.${random.digits(6)}/20${random.digits(2)}`,
      () => `zaak 20${random.digits(2)}/${random.digits(random.pick([4, 5, 6]))}`,
      () => `HARC-${random.digits(2)}-${random.digits(4)}`,
      () => `dossier ${random.digits(2)}/${random.digits(6)}-${random.digits(2)}`,
      () => `parketnr. ${random.digits(2)}/${random.digits(6)}-${random.digits(2)}`,
      () => `BVH 20${random.digits(2)}${random.digits(6)}`,
      () => `notice n° FD.60.LB.${random.digits(6)}/20${random.digits(2)}`,
      () => `Az. ${random.digits(3)} Js ${random.digits(4)}/${random.digits(2)}`,
    ])(),
  reference: (random) =>
    random.pick([
      () => `ref. ${random.digits(9)}`,
      () => `factuur ${random.digits(8)}`,
      () => `MRN ${random.digits(2)}NL${random.letters(2)}${random.digits(12)}`,
      () => `AWB 057-${random.digits(8)}`,
      () => `zegel ${random.letters(2)}${random.digits(7)}`,
      () => `order ${random.digits(10)}`,
      () => `MMSI 2${random.digits(8)}`,
      () => `IMO ${random.digits(7)}`,
      () => `SIREN ${random.digits(3)} ${random.digits(3)} ${random.digits(3)}`,
      () => `KvK ${random.digits(8)}`,
      () => `BTW BE0${random.digits(3)}.${random.digits(3)}.${random.digits(3)}`,
      () => `EAN ${random.digits(13)}`,
    ])(),
  postcode: (random) =>
    random.pick([
      () => `${1 + random.below(9)}${random.digits(3)} ${random.letters(2, consonants)} Terneuzen`,
      () => `${1 + random.below(9)}${random.digits(3)}${random.letters(2, consonants)}`,
      () => `B-${random.digits(4)} Gent`,
      () => `L-${random.digits(4)} Luxembourg`,
      () => `F-${random.digits(5)} Lille`,
      () => `D-${random.digits(5)} Aachen`,
    ])(),
  weight: (random) =>
    `${random.pick(['', 'circa ', 'net ', 'poids '])}${random.pick([random.digits(9), `${1 + random.below(99)}.${random.digits(3)}.${random.digits(3)}`, `${1 + random.below(999)} ${random.digits(3)} ${random.digits(3)}`, `${1 + random.below(999)},${random.digits(2)}`])} ${random.pick(['kg', 'ton', 'tonnes', 'g', 'gram', 'Tonnen', 'kilo', 'l', 'stuks', 'pilules', 'tabletten', 'sigaretten'])}${random.pick(['', ' cocaïne', ', container'])}`,
  amount: (random) =>
    random.pick([
      () => `\u20ac ${random.digits(9)}`,
      () => `${random.digits(9)} EUR`,
      () => `${1 + random.below(999)}.${random.digits(3)}.${random.digits(3)} euro`,
      () => `USD ${random.digits(9)}`,
      () => `bedrag ${random.digits(9)}`,
      () => `${1 + random.below(999)} ${random.digits(3)} ${random.digits(3)} \u20ac`,
      () => `Betrag: ${random.digits(9)},${random.digits(2)}`,
    ])(),
  date: (random) => {
    const [year, month, day] = born(random);
    return random.pick([
      () => `${year}-${two(month)}-${two(day)}`,
      () => `${two(day)}-${two(month)}-${year} 14:${two(random.below(60))}`,
      () => `${two(day)}/${two(month)}/${year} - ${two(day)}/${two(month)}/${year + 1}`,
      () => `op ${day} mei ${year}`,
      () => `${year}${two(month)}${two(day)}`,
      () => `${two(day)}.${two(month)}.${year}`,
      () => `week ${two(random.below(52))} van ${year}`,
      () => `06-${year} 1234`,
    ])();
  },
  code: (random) =>
    random.pick([
      () =>
        `HS 0${3 + random.below(6)}0${random.digits(1)} ${random.digits(2)} ${random.digits(2)} 00`,
      () => `080${random.digits(1)}${random.digits(6)}`,
      () => `NL${random.letters(3)} BE${random.letters(3)}`,
      () =>
        `ISBN 978-${random.digits(1)}-${random.digits(4)}-${random.digits(4)}-${random.digits(1)}`,
      () => `CAS ${random.digits(5)}-${random.digits(2)}-${random.digits(1)}`,
      () => `2C-B, ${1 + random.below(4)}-MMC, ${1 + random.below(5)}-FA`,
      () => `51.${random.digits(4)}, 3.${random.digits(4)}`,
      () => `${1 + random.below(4)}MMC`,
    ])(),
  statistics: (random) =>
    random.pick([
      () => `${1 + random.below(999)} ${random.digits(3)} ${random.digits(3)}`,
      () => `${1 + random.below(999)}.${random.digits(3)}.${random.digits(3)}`,
      () => `${1 + random.below(999)},${random.digits(3)},${random.digits(3)}`,
      () => `${1 + random.below(9)}${random.digits(3)} ${random.digits(4)} ${random.digits(4)}`,
      () => `van ${random.digits(4)} naar ${random.digits(4)} (+${random.digits(2)} %)`,
    ])(),
  'figure that passes a check': (random) =>
    random.pick([
      () => threes(random),
      () => `${counted(random)} ${cased(random.pick(measures), random)}`,
      () =>
        `${counted(random)} ${random.letters(4, 'aeiknorst')}${random.pick(['', '-'])}${random.pick(['pillen', 'tabletten', 'planten', 'capsules', 'sigaretten', 'zakjes'])}`,
      () =>
        `${counted(random)} ${random.pick(['illegale', 'valse', 'contrefaites', 'gefälschte'])} ${random.pick(['sigaretten', 'cigarettes', 'Tabletten', 'pillen'])}`,
      () =>
        `${random.pick(moneyBefore)} ${random.pick(['', 'ruim ', 'ca. ', 'environ ', 'rund ', 'about '])}${counted(random)}`,
      () =>
        `${counted(random)} ${random.pick(['in totaal', 'cash', 'aan contanten', 'en espèces', 'in bar', 'au total', 'insgesamt', 'in total'])}`,
      () =>
        `${counted(random)} ${random.pick(['SEK', 'PLN', 'CHF', 'GBP', 'MAD', 'NOK', 'kroner', 'zloty', 'dirham', 'francs', 'USDT'])}`,
      () => `${random.pick(['SEK', 'PLN', 'CHF', 'GBP', 'MAD', 'NOK'])} ${counted(random)}`,
    ])(),
  'reference that passes a check': (random) =>
    random.pick([
      () =>
        `${random.pick(papers)}${random.pick([' ', ': ', ' nr. ', ' n° ', ' id_', '-nr '])}${bsn(random)}`,
      () =>
        `${random.letters(5, 'aeiklmnorst')}${random.pick(['nummer', 'nr.', 'kenmerk', 'code'])} ${bsn(random)}`,
      () =>
        `${random.pick(papers)} ${1 + random.below(9)}-${random.letters(3, consonants)}-${random.digits(2)}`,
      () =>
        `0${random.pick([...'1235'])}${random.digits(2)}.${random.digits(3)}.${random.digits(3)}`,
      () => `${bsn(random)}_${random.letters(3)}`,
    ])(),
};

/** A figure that passes the eleven test, and as people part one. */
function threes(random: Random): string {
  return cut(bsn(random), [3, 3, 3]).join(random.pick(['.', ' ', '\u00a0', '\u202f']));
}
function counted(random: Random): string {
  return random.below(2) ? bsn(random) : threes(random);
}

/** What is weighed or counted, in the words of the code lists: all names of measures, the plural of things. */
const measures: readonly string[] = [
  ...units.flatMap(({ label, plural, dimension }) =>
    dimension === 'mass' || dimension === 'volume' || dimension === 'currency'
      ? [...Object.values(label), ...Object.values(plural)]
      : dimension === 'count'
        ? Object.values(plural)
        : [],
  ),
  ...drugs.flatMap(({ label, units: [unit] }) =>
    unit === 'tablet' || unit === 'plant' ? [label.nl, label.de, label.fr] : [],
  ),
].filter((word) => !/^(?:Opfer|LSD|suspects)$/u.test(word));

const cased = (word: string, random: Random): string =>
  random.pick([word, word, word.toLowerCase(), word.toUpperCase()]);

const moneyBefore = [
  'straatwaarde',
  'marktwaarde van',
  'totaalbedrag:',
  'geschat op',
  'ter waarde van',
  'opbrengst',
  'estimé à',
  "d'une valeur de",
  'montant total :',
  'geschätzt auf',
  'Schwarzmarktwert',
  'im Wert von',
  'worth',
  'estimated at',
  'damage of',
];
const papers = [
  'boeking',
  'kenmerk',
  'dossier',
  'factuur',
  'zaak',
  'polis',
  'vrachtbrief',
  'réservation',
  'facture',
  'Rechnung',
  'Buchung',
  'booking',
  'invoice',
  'contract',
  'zegel',
  'PV',
  'order',
];
