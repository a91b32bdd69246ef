import type { ColumnGuess } from '../column-guess.ts';
import { cellsOf, isFigure, isOne, setIn, withCells } from '../written-parts.ts';
import { measureOf } from './measures.ts';

const counts =
  /(?<![\p{L}\p{M}])(?:aantal(?:len)?|anzahl(?:en)?|nombres?|numbers?|counts?|nb|nbre|anz)(?![\p{L}\p{M}])/iu;
const seized =
  /inbeslag|onderschep|vangst|saisie|intercept|sicherstell|beschlagnahm|aufgriff|seiz/iu;

/** Whether a heading says that things are counted, and not which. */
function countsSomething(heading: string): boolean {
  const bare = heading.replace(/ #\d+$/u, '').replace(/[\d*]+/gu, ' ');
  const measure = measureOf(bare.trim());
  return measure === null ? counts.test(bare) : measure.name === 'cases';
}

function setOf({ written }: ColumnGuess): Readonly<Record<string, unknown>> | null {
  if (written === null || !isOne(written)) return null;
  const cells = cellsOf(written);
  return isFigure(cells) ? setIn(cells) : null;
}

/**
 * Figures headed only "Anzahl", "Aantal" or "Nombre" beside amounts of drugs count the seizures, and are no amounts
 * themselves; that it is seizures that are counted, and not packages or persons, is asked.
 */
export function countsBesideAmounts(
  columns: readonly ColumnGuess[],
  around: string,
): readonly ColumnGuess[] {
  const amount = columns.find((column) => setOf(column)?.['metric'] === 'quantity');
  const drugs = columns.some(({ to }) => to === 'substance');
  if (!amount || !(drugs || seized.test(around))) return columns;
  return columns.map((column): ColumnGuess => {
    const set = setOf(column);
    const { written } = column;
    const [heading = ''] = column.headings;
    if (!set || written === null || !isOne(written) || !countsSomething(heading)) return column;
    if (set['metric'] !== undefined && set['metric'] !== 'offences') return column;
    const counted = { metric: 'seizures', unit: 'seizure', countUnit: 'seizure' };
    return {
      ...column,
      written: withCells(written, (cells) => ({ ...cells, set: { ...set, ...counted } })),
      confidence: Math.min(column.confidence, 0.75),
      decide: [
        ...column.decide,
        `Does "${heading}" count seizures (metric seizures, unit seizure)? It stands beside "${amount.headings[0] ?? ''}", and does not say what is counted: where it is packages or persons, set that unit`,
      ],
    };
  });
}
