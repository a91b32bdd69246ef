/** Marks that show nothing: format characters, joiners, fillers, controls that are no blanks. */
const unseen = /(?![\s\u0085])[\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0]|\ufeff/gu;
const accents = /\p{M}/gu;

/** Raised and lowered figures, fractions, circled numbers: notes and bullets, no part of the number they stand at. */
const raised = /\p{No}/gu;
/** So many together are no notes but a number in disguise. */
const disguised = /\p{No}(?:[ .-]?\p{No}){5}/u;
/** Where ten circled figures begin that are written as no others are: from one, or nought alone. */
const circled: readonly (readonly [first: number, value: number, count: number])[] = [
  [0x24ea, 0, 1],
  [0x24f5, 1, 10],
  [0x24ff, 0, 1],
  [0x2776, 1, 10],
  [0x2780, 1, 10],
  [0x278a, 1, 10],
  [0x1f10b, 0, 1],
  [0x1f10c, 0, 1],
];

const figures = new Map<string, string>();

function figureOf(character: string): string {
  const known = figures.get(character) ?? readFigure(character);
  figures.set(character, known);
  return known;
}

function readFigure(character: string): string {
  const plainly = character.normalize('NFKD').replace(/\D/gu, '');
  if (plainly !== '') return plainly;
  const code = character.codePointAt(0) ?? 0;
  const [first, value] =
    circled.find(([from, , count]) => code >= from && code < from + count) ?? [];
  return first === undefined || value === undefined ? ' ' : String(value + code - first);
}
const dash = /[\p{Pd}\u2212\u02d7\u2043\u2500\u2501\u2796]/gu;
const blank = /[\s\p{Z}\u0085\u2800]/gu;
const dot = /[\u00b7\u2022\u2027\u2219\u22c5\u30fb\u3002\uff61]/gu;
const slash = /[\u2044\u2215\u29f8\\]/gu;
const quote = /["\u2018-\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb`\u00b4\u02b9\u02bc]/gu;
const digit = /(?![0-9])\p{Nd}/gu;

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  thinsp: ' ',
  ensp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  ndash: '-',
  mdash: '-',
  period: '.',
  sol: '/',
  commat: '@',
  plus: '+',
};
const entity = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{3,6}));/giu;

function decoded(text: string): string {
  const percent = text.replace(/%(?:2[\dA-F]|3[\dA-F]|40|5F|7C)/giu, (code) =>
    String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  );
  return percent.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
}

/** Digits stand in tens from nought to nine, in each script. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let before = 0;
  while (before < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before);
}

const plain = /^[\x20\x21\x23-\x25\x27-\x5b\x5d-\x5f\x61-\x7e]*$/u;

/**
 * A text in the plainest writing of the same letters and figures: no accents, one kind of blank, dash, dot, slash and
 * quote, figures 0 to 9, nothing unseen. Identifiers are looked for in this writing only. It may be shorter or longer.
 */
export function plainWriting(text: string): string {
  const open = /[%&]/u.test(text) ? decoded(text) : text;
  if (plain.test(open)) return open;
  return open
    .replace(unseen, '')
    .replace(raised, disguised.test(open) ? figureOf : () => ' ')
    .normalize('NFKD')
    .replace(accents, '')
    .replace(digit, digitOf)
    .replace(blank, ' ')
    .replace(dash, '-')
    .replace(dot, '.')
    .replace(slash, '/')
    .replace(quote, "'");
}
