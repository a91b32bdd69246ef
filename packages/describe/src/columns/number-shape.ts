/** How one cell writes a number, or null where it does not hold one. */
export interface NumberShape {
  /** Certain from this cell alone; null where it has none, or where it could be the other kind. */
  readonly decimal: '.' | ',' | null;
  readonly group: string | null;
  /** `1.234` or `1,234`: a group of three, or three decimals. */
  readonly either: '.' | ',' | null;
  /** No fraction for certain. */
  readonly whole: boolean;
  readonly exponent: boolean;
  readonly percent: boolean;
  /** Letters or marks behind the figure ("123 b", "45*", "45¹"), or null. */
  readonly flag: string | null;
  /** Whole digits without any mark, four or more: this column does not group. */
  readonly ungrouped: boolean;
}

const figure =
  /^[+\-−]?(\d[\d.,'’  \s]*|[.,]\d+)(e[+-]?\d{1,3})?\s?(%)?(\*+|\s?[¹²³⁰⁴-⁹†‡§]+|\s?\(?[a-z]{1,3}\)?)?$/iu;

const plain: NumberShape = {
  decimal: null,
  group: null,
  either: null,
  whole: true,
  exponent: false,
  percent: false,
  flag: null,
  ungrouped: false,
};

/** The group and decimal marks that the digits of one number show; null where the digits are not grouped in threes. */
function marksOf(body: string): Pick<NumberShape, 'decimal' | 'group' | 'either' | 'whole'> | null {
  const none = { decimal: null, group: null, either: null, whole: true } as const;
  if (/[\s'’]/u.test(body)) {
    const blanks = /^\d{1,3}([\s'’])\d{3}(?:\1\d{3})*(?:([.,])\d+)?$/u.exec(body);
    if (!blanks) return null;
    const [, blank = ' ', decimal] = blanks;
    const mark = (decimal as '.' | ',' | undefined) ?? null;
    return { ...none, group: blank, decimal: mark, whole: mark === null };
  }
  const marks = body.replace(/\d/g, '');
  if (marks === '') return none;
  const last = marks.at(-1) as '.' | ',';
  if (marks.length === 1) {
    const [head = '', tail = ''] = body.split(last);
    if (tail.length === 3 && /^[1-9]\d{0,2}$/.test(head))
      return { ...none, either: last, whole: false };
    return tail === '' ? null : { ...none, decimal: last, whole: false };
  }
  const same = new Set(marks).size === 1;
  const grouped = same ? body : body.slice(0, body.lastIndexOf(last));
  const group = same ? last : (marks[0] as '.' | ',');
  const inThrees =
    /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(grouped) && !grouped.includes(group === ',' ? '.' : ',');
  if (!inThrees) return null;
  return same ? { ...none, group } : { ...none, group, decimal: last, whole: false };
}

/** How a cell writes a number: `7,83e-03`, `1 234`, `4,444,108`, `123 b`; null where it is no number. */
export function numberShape(text: string): NumberShape | null {
  if (/^\d+$/.test(text)) return text.length < 4 ? plain : { ...plain, ungrouped: true };
  const match = /^[+\-−\d.,]/u.test(text) ? figure.exec(text) : null;
  if (!match) return null;
  const [, body = '', exponent, percent, flag] = match;
  const marks = marksOf(body.trim());
  if (!marks) return null;
  const mark = body.includes(',') !== body.includes('.') ? (body.includes(',') ? ',' : '.') : null;
  return {
    ...marks,
    // An exponent follows one digit and its fraction: the mark before it is a decimal one.
    ...(exponent && marks.either && mark ? { decimal: mark, either: null } : {}),
    whole: marks.whole && !exponent,
    exponent: exponent !== undefined,
    percent: percent !== undefined,
    flag: flag?.replace(/[\s()]/g, '') || null,
    ungrouped: /^\d{4,}$/.test(body.trim()),
  };
}

/**
 * A figure with a part behind its mark that is none of thousands: one or two digits, any behind a nought, or four and more; "1.1.1" is a key. What a
 * computer leaves behind a whole number ("440.00000000000006") is no part of it.
 */
const broken =
  /^(?:\d[\d\s]*(?:\.\d{3})*[.,](?=\d?[1-9])\d{1,2}|0[.,](?=\d*[1-9])\d{3,}|\d+[.,](?=\d*[1-9])(?!\d*(?:0{6}|9{6}))\d{4,})$/u;

/** Whether a figure is no whole number for certain: no number of things is written so. */
export function isBroken(text: string): boolean {
  return broken.test(text.trim());
}
