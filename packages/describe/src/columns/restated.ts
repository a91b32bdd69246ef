import { inFour, type Text } from '@samenbeeld/schema';
import type { Evidence } from '../column.ts';
import { quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysPart } from '../totals/total-words.ts';
import { isPlace, isSubstance } from './heading-roles.ts';
import { measureOf } from './measures.ts';
import { shareOf } from './profile-column.ts';
import type { TableView } from './table-view.ts';
import { drugOfHeading } from './title-words.ts';

/** A column of figures that are counted in another one already, why it is left out, and what is asked. */
export interface Restated {
  readonly column: Evidence;
  readonly ignore: Text;
  readonly confidence: number;
  readonly decide: readonly Text[];
}

const running =
  /(?<!\p{L})(?:ge)?[ck]umul|(?<!\p{L})(?:running total|year[- ]to[- ]date|lopend totaal)(?!\p{L})/iu;
const converted =
  /(?<!\p{L})(?:equivalent|équivalent|äquivalent|omgerekend|umgerechnet|convertie?s?(?!\p{L})|converted)/iu;

/** Whether a heading says that its amounts were converted. */
export function saysConverted(heading: string): boolean {
  return converted.test(heading.replace(/_/gu, ' '));
}

const runningTotal = inFour(
  'een lopend totaal van cijfers die ernaast staan',
  'un cumul des chiffres qui figurent à côté',
  'eine laufende Summe der Zahlen daneben',
  'a running total of the figures beside it',
);
const sameAmount = inFour(
  'dezelfde hoeveelheid, omgerekend naar één eenheid',
  'la même quantité, convertie en une seule unité',
  'dieselbe Menge, in eine Einheit umgerechnet',
  'the same amount, converted to one unit',
);
const share = inFour(
  'percentages naast de cijfers zelf',
  'des pourcentages à côté des chiffres mêmes',
  'Prozentwerte neben den Zahlen selbst',
  'percentages beside the figures themselves',
);
const part = inFour(
  'de kop zegt dat het een deel is van een andere kolom',
  'l’en-tête dit que c’est une partie d’une autre colonne',
  'die Überschrift sagt, dass es ein Teil einer anderen Spalte ist',
  'the heading says that it is a part of another column',
);

const partsAsked = (headings: readonly string[]): Text =>
  inFour(
    '{headings} {n:is|zijn} naar de kop een deel van een andere kolom: weggelaten, zodat niets dubbel telt. Is het nodig, geef het dan een eigen veld.',
    '{headings} {n:est|sont}, selon l’en-tête, une partie d’une autre colonne : laissé de côté, pour que rien ne compte deux fois. S’il le faut, donnez-lui un champ à part.',
    '{headings} {n:ist|sind} nach der Überschrift ein Teil einer anderen Spalte: weggelassen, damit nichts doppelt zählt. Wird es gebraucht, ein eigenes Feld geben.',
    '{headings} {n:is|are}, by the heading, a part of another column: left out, so that nothing counts twice. Wanted, give it a field of its own.',
    { headings: quotedAll(headings, 4), n: headings.length },
  );

/** Whether a heading says that it is a part, and names no place or drug that its figures would keep. */
function isPart({ profile: { heading, column } }: Evidence, view: TableView): boolean {
  const texts = [heading, column.headers.findLast((text) => text !== '') ?? ''];
  const said = texts.find(saysPart);
  if (said === undefined) return false;
  const rest = said.trim().replace(/^\S+\s+/u, '');
  return !isPlace(rest, view) && !isSubstance(rest, view) && !drugOfHeading(heading, view)?.code;
}

/** Columns of figures that say no more than others of the table: running totals, conversions, percentages, parts. */
export function restated(view: TableView): readonly Restated[] {
  // What the rows say is the sum of other columns is told with them.
  const sums = new Set([...view.sums.verified, ...view.sums.likely].map(({ column }) => column));
  const figures = view.columns.filter(
    ({ profile }) =>
      !sums.has(profile.heading) &&
      profile.numbers.cells > 0 &&
      shareOf(profile, profile.numbers.cells) >= thresholds.mostlyFigures &&
      !measureOf(profile.heading)?.ignore,
  );
  const hasUnits = view.columns.some(
    ({ meanings: [top] }) => top?.concept === 'unit' && top.confidence > thresholds.meaningTells,
  );
  const isPercents = ({ profile: { heading, numbers } }: Evidence): boolean =>
    numbers.percents === numbers.cells && measureOf(heading) === null;
  const kinds: readonly (readonly [is: (column: Evidence) => boolean, ignore: Text])[] = [
    [({ profile }) => running.test(profile.heading), runningTotal],
    [({ profile }) => hasUnits && saysConverted(profile.heading), sameAmount],
    [isPercents, share],
    [(column) => isPart(column, view), part],
  ];
  const found = figures.flatMap((column) => {
    const ignore = kinds.find(([is]) => is(column))?.[1];
    return ignore ? [{ column, ignore }] : [];
  });
  // What is the only one of its table is what it counts.
  const rest = figures.filter(
    (column) =>
      !found.some((each) => each.column === column) &&
      ['value', 'period', undefined].includes(column.meanings[0]?.concept),
  );
  if (rest.length === 0) return [];
  const parts = found.filter(({ ignore }) => ignore === part);
  return found.map(({ column, ignore }) => ({
    column,
    ignore,
    confidence: ignore === part ? thresholds.asked : 0.92,
    decide:
      column === parts[0]?.column
        ? [partsAsked(parts.map((each) => each.column.profile.heading))]
        : [],
  }));
}
