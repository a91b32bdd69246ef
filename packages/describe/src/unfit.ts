import type { ColumnGuess } from './column.ts';
import type { Geometry } from './geometry.ts';
import { thresholds } from './thresholds.ts';
import { isFigureField } from './written.ts';

function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, 4)
    .map((name) => `"${name}"`)
    .join(', ');
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown;
}

/** Why a file seems to be no source of figures, in a sentence; null where it may be one. */
export function unfitReason(
  columns: readonly ColumnGuess[],
  personal: Readonly<Record<string, string>>,
  { header }: Geometry,
): string | null {
  const persons = Object.entries(personal).flatMap(([heading, detector]) =>
    detector === 'heading' ? [heading] : [],
  );
  const accounts = persons.filter((heading) =>
    /account|iban|rekening|konto|compte/iu.test(heading),
  );
  if (accounts.length > 1)
    return `transactions between accounts (${listed(accounts)}): they are personal data, and no figures of a crime picture; take counts and sums from them at the source`;
  if (persons.length > 1 && persons.length * 4 >= columns.length)
    return `data of persons, to judge by ${listed(persons)}: no crime picture is made of such a file; take counts from it at the source`;
  if (header.value === 0)
    return 'no header row: add a row of names above the data, as the publisher documents them, and describe it again';
  const values = columns.filter(({ kind, to }) => kind === 'fold' || isFigureField(to));
  if (values.length === 0)
    return 'no column of figures: perhaps a list of codes, or a file of another kind';
  if (values.every(({ confidence }) => confidence < thresholds.countsNothing))
    return `no column that surely holds figures; ${listed(values.flatMap(({ headings }) => headings.slice(0, 1)))} may be codes or ranks: perhaps a list of codes`;
  return null;
}
