import type { FileDescription } from '@samenbeeld/describe';
import { cut, wrap } from '@samenbeeld/page';
import { formatNumber, inFour, type Language, type Text } from '@samenbeeld/schema';
import { told } from '../terminal.ts';
import type { Signs } from './signs.ts';

const words = {
  column: inFour('kolom', 'colonne', 'Spalte', 'column'),
  guess: inFour('opgevat als', 'pris pour', 'gedeutet als', 'guess'),
  sure: inFour('zeker', 'sûr', 'sicher', 'sure'),
  why: inFour('waarom', 'pourquoi', 'warum', 'why'),
  crosswalk: inFour('omzettabel', 'table de correspondance', 'Umschlüsselung', 'crosswalk'),
  valueBy: inFour(
    'waarde per {heads}',
    'valeur par {heads}',
    'Wert nach {heads}',
    'value by {heads}',
  ),
  ignored: inFour('niet gebruikt', 'non utilisée', 'nicht verwendet', 'ignored'),
};

/** Which decision a guess waits for. */
export const openNumber: Text = inFour(
  'beslissing {n}',
  'décision {n}',
  'Entscheidung {n}',
  'decide {n}',
);

type Column = FileDescription['columns'][number];
type Record_ = Readonly<Record<string, unknown>>;

function mappings({ written }: Column): readonly Record_[] {
  if (written === null) return [];
  return (Array.isArray(written) ? written : [written]) as readonly Record_[];
}

function oneGuess(mapping: Record_, language: Language): string {
  const { to, as, crosswalk, set } = mapping as {
    readonly to?: string;
    readonly as?: string;
    readonly crosswalk?: string;
    readonly set?: Readonly<Record<string, unknown>>;
  };
  const told = set?.['metric'] ?? set?.['stat'];
  const how = crosswalk
    ? words.crosswalk[language]
    : typeof told === 'string'
      ? told
      : as && as !== 'code' && as !== 'string' && as !== to
        ? as
        : null;
  return how === null ? String(to) : `${to} (${how})`;
}

/** What a column was taken for, in a few words. */
function guessWords(column: Column, language: Language): string {
  const all = mappings(column);
  if (column.kind === 'fold') {
    const groups = (all[0]?.['groups'] ?? {}) as Readonly<Record<string, { readonly to?: string }>>;
    const heads = Object.values(groups).map(({ to }) => to);
    return told(words.valueBy, language, { heads: heads.join(', ') });
  }
  const mapped = all.filter(({ to }) => typeof to === 'string');
  if (mapped.length === 0) return `${words.ignored[language]}${column.confidence < 0.5 ? '?' : ''}`;
  return mapped.map((mapping) => oneGuess(mapping, language)).join(', ');
}

function nameOf({ kind, headings }: Column): string {
  const [first = ''] = headings;
  return kind === 'fold' && headings.length > 1
    ? `${first} … ${headings.at(-1)} (${headings.length})`
    : first;
}

function numbersOf(column: Column, found: FileDescription): string {
  const [heading] = column.headings;
  const own = found.decisions.filter(
    ({ path: [part], keys }) => (part === 'columns' || part === 'fold') && keys[0] === heading,
  );
  return own.map(({ number }) => number).join(', ');
}

/** The columns of a file as a table: what each was taken for, how surely, why, and what is open. */
export function columnLines(
  found: FileDescription,
  signs: Signs,
  width: number,
  language: Language,
): readonly string[] {
  const all = [...found.columns, ...found.folds];
  const rows = all.map((column) => {
    const open = numbersOf(column, found);
    const sure =
      column.to === null && column.confidence === 0
        ? signs.none
        : formatNumber(column.confidence, language, 2);
    const reason = column.reason[language];
    const decide = told(openNumber, language, { n: open });
    const why = open === '' ? reason : `${reason} ${signs.arrow} ${decide}`;
    return {
      name: nameOf(column).replaceAll('…', signs.more),
      guess: guessWords(column, language),
      sure,
      why,
    };
  });
  const size = (texts: readonly string[], most: number): number =>
    Math.min(most, Math.max(...texts.map((text) => [...text].length)));
  const heads = [words.column, words.guess, words.sure, words.why].map((text) => text[language]);
  const [columnHead = '', guessHead = '', sureHead = '', whyHead = ''] = heads;
  const names = size([columnHead, ...rows.map(({ name }) => name)], 28);
  const guesses = size([guessHead, ...rows.map(({ guess }) => guess)], 26);
  const sures = Math.max(4, [...sureHead].length);
  const left = 2 + names + 2 + guesses + 2 + sures + 2;
  const line = (name: string, guess: string, sure: string, why: string): string =>
    `  ${cut(name, names, signs.more).padEnd(names)}  ${cut(guess, guesses, signs.more).padEnd(guesses)}  ${sure.padEnd(sures)}  ${why}`.trimEnd();
  return [
    line(columnHead, guessHead, sureHead, whyHead),
    ...rows.flatMap(({ name, guess, sure, why }) => {
      const [first = '', ...more] = wrap(why, width - left);
      return [line(name, guess, sure, first), ...more.map((text) => ' '.repeat(left) + text)];
    }),
  ];
}
