import { remembered } from '@samenbeeld/read';
import { wordedFigure } from '../columns/profile-column.ts';

/** What a cell looks like by itself. */
export type CellKind = 'blank' | 'missing' | 'number' | 'date' | 'text';

const number =
  /^[(]?[-+−–]?\s?[€$£]?\s?(?:\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+|\d+)?(?:[.,]\d+)?(?:[eE][-+]?\d+)?[)]?\s?(?:%|‰|\*+|[a-z]{1,3})?$/u;
const date =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$|^\d{1,2}:\d{2}(?::\d{2})?$/;
const missing =
  /^(?:[-–—.:*/•xX]+|:\s?[a-z]{1,3}|n\.?\s?[acdbkr]\.?|n\/[aer]|nan|null|none|k\.?\s?a\.?|#n\/[av]|#n\/?v)$/i;
const period =
  /^(?:1[89]|20)\d\d(?:\*{1,2}|\s?\([a-z]+\))?$|^(?:1[89]|20)\d\d\s?[-/–]\s?\d{2,4}$|^(?:1[89]|20)\d\d[-_ ]?(?:Q|S|T|M|W|K|KW|H)-?\d{1,2}$|^(?:1[89]|20)\d\d-(?:0[1-9]|1[0-2])$|^(?:1[89]|20)\d\d(?:JJ|KW|MM)\d\d$/i;
const beginsAsYear = /^(?:1[89]|20)\d\d/;

const beginsWithWords = /^(?:[\p{L}'’. ]{2,24}|[>≥~≈±]=?)\s?\d[\d.,'’ \u00a0\u202f]*$/u;

/** A figure behind words that mark it ("ruim 300", "> 300"); "total 2019" is a heading. */
function isMarkedFigure(text: string): boolean {
  if (!beginsWithWords.test(text) || /(?:19|20)\d\d$/u.test(text)) return false;
  const found = wordedFigure(text, undefined);
  return found !== null && found.wording !== 'exact' && found.wording !== 'unmarked';
}

/** The kind of one cell; a mark for a missing value says nothing of its column. */
export function cellKind(cell: string | null | undefined): CellKind {
  const text = (cell ?? '').trim();
  if (text === '') return 'blank';
  return text.length > 40 ? 'text' : kindOf(text);
}

const kindOf = remembered((text): CellKind => {
  if (missing.test(text)) return 'missing';
  if (date.test(text)) return 'date';
  if (!/\d/.test(text)) return 'text';
  return number.test(text) || isMarkedFigure(text) ? 'number' : 'text';
});

/** Whether a cell names a year, a quarter or a month: in a header as often as in data. */
export function isPeriodCell(cell: string | null | undefined): boolean {
  const text = (cell ?? '').trim();
  return beginsAsYear.test(text) && period.test(text);
}

/** The form of a text: kinds of characters, runs of small letters as one, so that codes show ("AA 999", "a-9999-99"). */
export function cellForm(cell: string): string {
  const text = cell.trim();
  return text.length > 40 ? formOf(text) : knownForm(text);
}

function formOf(text: string): string {
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return 'url:9';
  return text
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\d/g, '9');
}

const knownForm = remembered(formOf);
