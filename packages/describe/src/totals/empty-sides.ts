import { headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { inFour, listedTexts, quoted } from '@samenbeeld/schema';
import type { ColumnGuess } from '../column.ts';
import { thresholds } from '../thresholds.ts';
import { isFigure, isOne } from '../written.ts';
import type { ProposedTotals } from './propose-totals.ts';
import { ruleName } from './rule-name.ts';

interface Side {
  readonly heading: string;
  /** By row: whether the cell holds something. */
  readonly filled: readonly boolean[];
}

function sidesOf(table: ReadTable, columns: readonly ColumnGuess[]): readonly Side[] {
  const byHeading = new Map([...headingsOf(table)].map(([column, heading]) => [heading, column]));
  return columns.flatMap(({ kind, headings: [heading = ''], written }) => {
    const column = byHeading.get(heading);
    if (kind !== 'column' || !column || written === null || !isOne(written)) return [];
    if (!isFigure(written)) return [];
    return [{ heading, filled: table.rows.map(({ cells }) => !!cells[column.index]?.trim()) }];
  });
}

const apart = (one: Side, other: Side): boolean =>
  one.filled.every((filled, row) => !filled || !other.filled[row]);

/**
 * Rules for columns of which each row fills only one, by what it counts in ("Menge in kg", "Menge in Stück"): the empty
 * cells of the others are no figures. Asked, since an empty cell might stand for a figure that is not known.
 */
export function emptySides(
  table: ReadTable,
  columns: readonly ColumnGuess[],
): ProposedTotals['exclude'] {
  const sides = sidesOf(table, columns).filter(({ filled }) => filled.some(Boolean));
  const taken = new Set<Side>();
  return sides.flatMap((first) => {
    if (taken.has(first)) return [];
    const group = [first];
    for (const side of sides)
      if (side !== first && group.every((member) => apart(member, side))) group.push(side);
    const covered = table.rows.filter((_, row) => group.some(({ filled }) => filled[row])).length;
    if (group.length < 2 || covered < table.rows.length * thresholds.oneSideFilled) return [];
    for (const side of group) taken.add(side);
    const names = listedTexts(group.map(({ heading }) => quoted(heading)));
    const reason = inFour(
      'elke rij vult maar één van {names}',
      'chaque ligne ne remplit que l’un de {names}',
      'jede Zeile füllt nur eine von {names}',
      'each row fills only one of {names}',
      { names },
    );
    return group.map(({ heading }, at) => ({
      rule: ruleName(heading, 'empty'),
      where: { [heading]: '' },
      columns: [heading],
      reason,
      decide:
        at > 0
          ? null
          : inFour(
              '{reason}: is een lege cel geen cijfer, omdat de rij in de andere kolom is geteld? Is het er een dat niet bekend is, haal dan de regels weg en geef de reden onder missingValues',
              '{reason} : une cellule vide n’est-elle pas un chiffre, la ligne étant comptée dans l’autre colonne ? Si c’en est un qui n’est pas connu, supprimez les règles et donnez la raison sous missingValues',
              '{reason}: ist eine leere Zelle keine Zahl, da die Zeile in der anderen Spalte gezählt ist? Ist es eine unbekannte, die Regeln entfernen und den Grund unter missingValues angeben',
              '{reason}: is an empty cell no figure, since the row is counted in the other column? Where it is one that is not known, remove the rules and give the reason under missingValues',
              { reason },
            ),
    }));
  });
}
