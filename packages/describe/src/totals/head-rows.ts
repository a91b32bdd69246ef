import { headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { inFour, quoted, substances } from '@samenbeeld/schema';
import type { ColumnGuess } from '../column.ts';
import { readHeading } from '../columns/read-heading.ts';
import { bareCount } from '../columns/unit-words.ts';
import { mappingsOf } from '../mapped-codes.ts';
import { quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import type { LabelColumn } from './label-columns.ts';
import type { ProposedTotals } from './propose-totals.ts';
import { notAmong } from './rate-rows.ts';
import { ruleName } from './rule-name.ts';
import { labelsSetIn } from './set-in.ts';
import { saysTotal } from './total-words.ts';

type Row = ReadTable['rows'][number];

const textOf = ({ cells }: Row, index: number): string => cells[index]?.trim() ?? '';

/** The place of the only cell that is filled in a row; null where more are, or none is. */
function onlyCell({ cells }: Row): number | null {
  const first = cells.findIndex((cell) => cell?.trim());
  const isOnly = first >= 0 && !cells.some((cell, index) => index > first && cell?.trim());
  return isOnly ? first : null;
}

/** What tables head their parts by, beside kinds of offences or drugs. */
const dimensions: ReadonlySet<string> = new Set(['sex', 'age', 'nationality', 'legalStatus']);

function namesDimension(label: string): boolean {
  const [top] = readHeading([label.replace(/\s*:$/u, '')], 'en');
  return top !== undefined && top.score >= thresholds.headingTells && dimensions.has(top.concept);
}

/**
 * Rows of a label alone that head those below them: its words end in a colon or name a dimension, what is below is set in, or only these
 * rows lack a label that all others have. Any other may be of figures that are not known.
 */
export function headRows(
  table: ReadTable,
  labels: readonly LabelColumn[],
  told: readonly ColumnGuess[],
): ProposedTotals['exclude'] {
  const only = new Map<Row, number>();
  for (const row of table.rows) {
    const at = onlyCell(row);
    if (at !== null) only.set(row, at);
  }
  const alone = table.rows.slice(0, -1).filter((row) => only.has(row));
  if (alone.length === 0 || alone.length * 2 > table.rows.length) return [];
  const rest = table.rows.filter((row) => !only.has(row));
  const headings = headingsOf(table);
  return table.columns.flatMap((column): ProposedTotals['exclude'] => {
    const { index } = column;
    const isLacking = labels.some(
      ({ column: other, guess: { to } }) =>
        other.index !== index && to !== null && rest.every((row) => textOf(row, other.index)),
    );
    const setIn = labelsSetIn(table, column);
    const names = new Set(
      alone
        .filter((row) => only.get(row) === index)
        .filter((row) => {
          const label = textOf(row, index);
          return (
            isLacking ||
            label.endsWith(':') ||
            setIn.has(row.cells[index] ?? '') ||
            namesDimension(label)
          );
        })
        .map((row) => textOf(row, index)),
    );
    for (const row of rest) names.delete(textOf(row, index));
    if (names.size === 0) return [];
    const heading = headings.get(column) ?? '';
    // Below "Sexe" and "Âge" stand the parts of the total above them, once for each.
    const before = table.rows.slice(0, table.rows.indexOf(alone[0] as Row));
    const totals = [...new Set(before.map((row) => textOf(row, index)))];
    const isLeftOut = told.every(({ headings: [name], to }) => name !== heading || to === null);
    if (
      isLeftOut &&
      totals.length === 1 &&
      totals.every(saysTotal) &&
      [...names].every(namesDimension)
    )
      return [
        {
          rule: ruleName(heading, 'detail'),
          where: { [heading]: { not: totals } },
          reason: inFour(
            'delen van {total} naar {names}, wat geen veld bevat',
            'parties de {total} selon {names}, ce qu’aucun champ ne contient',
            'Teile von {total} nach {names}, was kein Feld enthält',
            'parts of {total} by {names}, which no field holds',
            { total: quoted(totals[0] ?? ''), names: quotedAll([...names], 4) },
          ),
          decide: null,
        },
      ];
    return [
      {
        rule: ruleName(heading, 'head'),
        where: { [heading]: [...names] },
        reason: inFour(
          'kop van de rijen eronder, zonder cijfers',
          'titre des lignes en dessous, sans chiffres',
          'Überschrift der Zeilen darunter, ohne Zahlen',
          'heads the rows below it, and has no figures',
        ),
        decide: null,
      },
    ];
  });
}

/** Rows among amounts of drugs that are of no drug and in no unit but a number: persons, cases, checks. */
export function countsAmongAmounts(
  table: ReadTable,
  columns: readonly LabelColumn[],
): ProposedTotals['exclude'] {
  const fed = (field: string) =>
    columns.find(({ guess }) => mappingsOf(guess).some(({ to }) => to === field));
  const [drug, unit] = [fed('substance'), fed('unit')];
  if (!drug || !unit || fed('metric') || unit.labels.every((label) => bareCount.test(label.trim())))
    return [];
  const counted = drug.labels.filter(
    (label) =>
      substances.lookup(label.trim()).kind === 'none' &&
      table.rows
        .filter(({ cells }) => cells[drug.column.index] === label)
        .every((row) => bareCount.test(textOf(row, unit.column.index))),
  );
  return counted.length === 0 || counted.length === drug.labels.length
    ? []
    : [{ ...notAmong(drug.heading, counted), rule: ruleName(drug.heading, 'count') }];
}
