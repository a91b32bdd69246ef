import type { FileDescription } from '@samenbeeld/describe';
import { cut, wrap } from '@samenbeeld/page';
import type { Signs } from './signs.ts';

type Column = FileDescription['columns'][number];
type Record_ = Readonly<Record<string, unknown>>;

function mappings({ written }: Column): readonly Record_[] {
  if (written === null) return [];
  return (Array.isArray(written) ? written : [written]) as readonly Record_[];
}

function oneGuess(mapping: Record_): string {
  const { to, as, crosswalk, set } = mapping as {
    readonly to?: string;
    readonly as?: string;
    readonly crosswalk?: string;
    readonly set?: Readonly<Record<string, unknown>>;
  };
  const told = set?.['metric'] ?? set?.['stat'];
  const how = crosswalk
    ? 'crosswalk'
    : typeof told === 'string'
      ? told
      : as && as !== 'code' && as !== 'string' && as !== to
        ? as
        : null;
  return how === null ? String(to) : `${to} (${how})`;
}

/** What a column was taken for, in a few words. */
export function guessWords(column: Column): string {
  const all = mappings(column);
  if (column.kind === 'fold') {
    const groups = (all[0]?.['groups'] ?? {}) as Readonly<Record<string, { readonly to?: string }>>;
    const heads = Object.values(groups).map(({ to }) => to);
    return `value by ${heads.join(', ')}`;
  }
  const mapped = all.filter(({ to }) => typeof to === 'string');
  if (mapped.length === 0) return column.confidence < 0.5 ? 'ignored?' : 'ignored';
  return mapped.map(oneGuess).join(', ');
}

function nameOf({ kind, headings }: Column): string {
  const [first = ''] = headings;
  return kind === 'fold' && headings.length > 1
    ? `${first} … ${headings.at(-1)} (${headings.length})`
    : first;
}

function numbersOf(column: Column, found: FileDescription): string {
  const own = found.decisions.filter(({ about }) =>
    column.kind === 'fold'
      ? about.startsWith(`columns ${column.headings[0]} `)
      : about === `column ${column.headings[0]}`,
  );
  return own.map(({ number }) => number).join(', ');
}

/** The columns of a file as a table: what each was taken for, how surely, why, and what is open. */
export function columnLines(
  found: FileDescription,
  signs: Signs,
  width: number,
): readonly string[] {
  const all = [...found.columns, ...found.folds];
  const rows = all.map((column) => {
    const open = numbersOf(column, found);
    const sure =
      column.to === null && column.confidence === 0 ? signs.none : column.confidence.toFixed(2);
    const why = open === '' ? column.reason : `${column.reason} ${signs.arrow} decide ${open}`;
    return {
      name: nameOf(column).replaceAll('…', signs.more),
      guess: guessWords(column),
      sure,
      why,
    };
  });
  const size = (texts: readonly string[], most: number): number =>
    Math.min(most, Math.max(...texts.map((text) => [...text].length)));
  const names = size(['column', ...rows.map(({ name }) => name)], 28);
  const guesses = size(['guess', ...rows.map(({ guess }) => guess)], 26);
  const left = 2 + names + 2 + guesses + 2 + 4 + 2;
  const line = (name: string, guess: string, sure: string, why: string): string =>
    `  ${cut(name, names, signs.more).padEnd(names)}  ${cut(guess, guesses, signs.more).padEnd(guesses)}  ${sure.padEnd(4)}  ${why}`.trimEnd();
  return [
    line('column', 'guess', 'sure', 'why'),
    ...rows.flatMap(({ name, guess, sure, why }) => {
      const [first = '', ...more] = wrap(why, width - left);
      return [line(name, guess, sure, first), ...more.map((text) => ' '.repeat(left) + text)];
    }),
  ];
}
