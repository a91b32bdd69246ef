/** Dutch sidecodes from 1978 on: no vowels, no C or Q. */
const letter = '[BDFGHJKLMNPRSTVWXYZ]';
const modern = [
  '#{2}-9{2}-#{2}',
  '#{2}-#{2}-9{2}',
  '9{2}-#{2}-#{2}',
  '9{2}-#{3}-9',
  '9-#{3}-9{2}',
  '#{2}-9{3}-#',
  '#-9{3}-#{2}',
  '#{3}-9{2}-#',
  '#-9{2}-#{3}',
  '9-#{2}-9{3}',
  '9{3}-#{2}-9',
].map((code) =>
  code
    .replaceAll('9', '\\d')
    .replaceAll('#', letter)
    .replace(/\\d\{(\d)\}/g, '\\d{$1}'),
);

/** Sidecodes 1 to 3 (1951–1978), which many reference numbers resemble. */
const early = ['[A-Z]{2}-\\d{2}-\\d{2}', '\\d{2}-\\d{2}-[A-Z]{2}', '\\d{2}-[A-Z]{2}-\\d{2}'];

const belgian = '[1-9]-[A-Z]{3}-\\d{3}';
const french = '[A-HJ-NP-TV-Z]{2}-\\d{3}-[A-HJ-NP-TV-Z]{2}';
/** District, letters and up to four digits that are no year ("BE-NL 2022" is a title, not a plate). */
const german = '[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} (?!(?:19|20)\\d{2}(?!\\d))[1-9]\\d{0,3}[EH]?';

function whole(patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d/_-])(?:${patterns.join('|')})(?![\\p{L}\\d/_-])`, 'u');
}

const distinct = whole([...modern, belgian, french]);
const likely = whole([...early, german]);

/** Older Belgian and all Luxembourg plates look like any reference: only behind a word that announces one. */
const announced =
  /(?:kenteken|nummerplaat|nummerplaten|plaque|immatriculation|immatriculé|kennzeichen|licen[cs]e plate|number plate|registration)[\p{L}\s.:°()]{0,20}?[A-Z\d](?=[A-Z \d-]{4,9})(?=[A-Z -]*\d)(?=[\d -]*[A-Z])[A-Z \d-]{4,9}(?!\p{L})/iu;

/** Whether a text holds a licence plate; in codes only those shapes count that no reference number has. */
export function hasPlate(text: string, column: 'free-text' | 'code'): boolean {
  if (distinct.test(text)) return true;
  return column === 'free-text' && (likely.test(text) || announced.test(text));
}
