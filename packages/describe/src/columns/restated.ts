import { inFour, quoted, type Text } from '@samenbeeld/schema';
import type { Evidence } from '../column.ts';
import { decimalsOf, type FigureHabit, figureOf, isRounded } from '../numbers.ts';
import { quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysPart } from '../totals/total-words.ts';
import { cellsIn } from './companions.ts';
import { charGuess } from './habits-of-table.ts';
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

/** Whether a heading says that its figures run on from row to row. */
export function saysRunning(heading: string): boolean {
  return running.test(heading.replace(/_/gu, ' '));
}

/** Pure drug is less than what was weighed: another quantity. */
const pure = /(?<!\p{L})(?:puu?re?s?|zuiver|rein(?:e[nrms]?)?|reinstoff\p{L}*)(?!\p{L})/iu;

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
const ofWholeKind = inFour(
  'hetzelfde cijfer op alle rijen van een soort, waarvan een kolom ernaast de cijfers per rij geeft',
  'le même chiffre sur toutes les lignes d’un genre, dont une colonne à côté donne les chiffres par ligne',
  'dieselbe Zahl in allen Zeilen einer Art, deren Zahlen je Zeile in einer Spalte daneben stehen',
  'the same figure in all rows of a kind, of which a column beside it gives the figures by row',
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

/** Rows in which both columns have a figure, and whether one is blank where the other has a figure. */
function bothIn(own: Evidence, kept: Evidence, habit: FigureHabit) {
  const beside = cellsIn(kept.profile);
  const rows = cellsIn(own.profile).map((cell, row) => ({
    row,
    figure: figureOf(cell, habit),
    other: figureOf(beside[row], habit),
    decimals: decimalsOf(cell ?? '', habit),
  }));
  return {
    both: rows.flatMap(({ figure, other, ...rest }) =>
      figure === null || other === null ? [] : [{ ...rest, figure, other }],
    ),
    fills: rows.some(({ figure, other }) => figure !== null && other === null),
  };
}

/** Whether the figures of a column are those of another, added up from row to row, whatever order and places the rows have. */
function runsOn(own: Evidence, kept: Evidence, habit: FigureHabit): boolean {
  const { both, fills } = bothIn(own, kept, habit);
  const holds = (rows: typeof both): boolean =>
    rows.every(
      ({ figure, other, decimals }, at) =>
        isRounded(figure, other, decimals) ||
        rows
          .slice(Math.max(0, at - thresholds.listedPlaces), at)
          .some((before) => isRounded(figure, before.figure + other, decimals)),
    );
  const isTelling = both.some(({ figure, other }) => figure !== other);
  return !fills && isTelling && (holds(both) || holds(both.toReversed()));
}

/**
 * Whether a column says one figure of each label of another column, in rows in which a column of figures beside it varies: a total, a
 * weight or a number of something else, and none of what the rows count.
 */
function isOfWholeKind(own: Evidence, kinds: Evidence, kept: readonly Evidence[]): boolean {
  const labels = cellsIn(kinds.profile).map((cell) => cell?.trim() ?? '');
  const valuesBy = ({ profile }: Evidence): readonly ReadonlySet<string>[] => {
    const found = new Map<string, Set<string>>();
    for (const [row, cell] of cellsIn(profile).entries()) {
      const label = labels[row] ?? '';
      const values = found.get(label) ?? new Set<string>();
      if (cell?.trim()) found.set(label, values.add(cell.trim()));
    }
    return [...found.values()];
  };
  const ofOwn = valuesBy(own);
  return (
    ofOwn.length > 1 &&
    labels.length >= ofOwn.length * thresholds.rowsOfKind &&
    ofOwn.every(({ size }) => size === 1) &&
    new Set(ofOwn.flatMap((each) => [...each])).size > 1 &&
    kept.some((each) => valuesBy(each).every(({ size }) => size >= thresholds.rowsOfKind))
  );
}

/** Whether the figures of a column are those of another, times one factor for each unit. */
function isConverted(
  own: Evidence,
  kept: Evidence,
  unit: Evidence | undefined,
  habit: FigureHabit,
): boolean {
  const { both, fills } = bothIn(own, kept, habit);
  const labels = unit ? cellsIn(unit.profile) : [];
  const factors = new Map<string, number>();
  // The greatest figure is the least rounded.
  for (const { row, figure, other } of both.toSorted((a, b) => b.figure - a.figure)) {
    const label = labels[row]?.trim() ?? '';
    if (other !== 0 && !factors.has(label)) factors.set(label, figure / other);
  }
  const holds = both.every(({ row, figure, other, decimals }) =>
    isRounded(figure, other * (factors.get(labels[row]?.trim() ?? '') ?? 0), decimals),
  );
  return !fills && both.length > 0 && holds && !pure.test(own.profile.heading.replace(/_/gu, ' '));
}

const notShown = (heading: string, ignore: Text): Text =>
  inFour(
    '{heading} lijkt {what}, maar de cellen laten dat niet zien: nu is het weggelaten. Is het een cijfer van zijn eigen, geef het dan een veld.',
    '{heading} semble être {what}, mais les cellules ne le montrent pas : il est pour l’instant laissé de côté. Si c’est un chiffre à part, donnez-lui un champ.',
    '{heading} scheint {what} zu sein, aber die Zellen zeigen es nicht: jetzt ist es weggelassen. Ist es eine eigene Zahl, ein Feld geben.',
    '{heading} seems to be {what}, but the cells do not show it: it is now left out. Where it is a figure of its own, give it a field.',
    { heading: quoted(heading), what: ignore },
  );

const wholeKindAsked = (heading: string): Text =>
  inFour(
    '{heading} geeft {what}: nu is het weggelaten. Is het een cijfer van zijn eigen, geef het dan een veld.',
    '{heading} donne {what} : il est pour l’instant laissé de côté. Si c’est un chiffre à part, donnez-lui un champ.',
    '{heading} gibt {what}: jetzt ist es weggelassen. Ist es eine eigene Zahl, ein Feld geben.',
    '{heading} gives {what}: it is now left out. Where it is a figure of its own, give it a field.',
    { heading: quoted(heading), what: ofWholeKind },
  );

const saysShare = /aandeel|anteil|(?<!\p{L})(?:share|parts?)(?!\p{L})/iu;

/** What is asked of percentages beside drugs, which may be how pure the drug is; nothing where the heading says, or their sum shows, that they are shares. */
export function strengthAsked(
  { heading, values }: Evidence['profile'],
  { columns }: TableView,
): readonly Text[] {
  const besideDrugs = columns.some(
    ({ meanings: [top] }) =>
      top?.concept === 'substance' && top.confidence > thresholds.meaningTells,
  );
  const sum = [...values].reduce(
    (all, [text, cells]) => all + cells * (Number.parseFloat(text.replace(',', '.')) || 0),
    0,
  );
  if (!besideDrugs || saysShare.test(heading) || Math.abs(sum - 100) <= 1) return [];
  return [
    inFour(
      '{heading} zijn percentages naast middelen: hoe zuiver het middel is (metric purity, unit pct), of een aandeel? Nu is het weggelaten.',
      '{heading} donne des pourcentages à côté de drogues : leur pureté (metric purity, unit pct), ou une part ? Il est pour l’instant laissé de côté.',
      '{heading} sind Prozentwerte neben Stoffen: wie rein der Stoff ist (metric purity, unit pct), oder ein Anteil? Jetzt ist es weggelassen.',
      '{heading} are percentages beside drugs: how pure the drug is (metric purity, unit pct), or a share? It is now left out.',
      { heading: quoted(heading) },
    ),
  ];
}

/** How the figures of a table are read, as its marks say. */
export function figureHabit({ habit }: TableView): FigureHabit {
  return {
    decimalChar: charGuess<'.' | ','>(habit.decimal, habit.settled, false).value,
    groupChar: charGuess<string>(habit.group, habit.settled, true).value,
  };
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
  const values = figures.filter(({ meanings: [top] }) => top?.concept === 'value');
  const labelled = view.columns.filter(
    (column) => !figures.includes(column) && column.profile.values.size > 1,
  );
  const habit = figureHabit(view);
  const isPercents = ({ profile: { heading, numbers } }: Evidence): boolean =>
    numbers.percents === numbers.cells && measureOf(heading) === null;
  const kinds: readonly (readonly [is: (column: Evidence) => boolean, ignore: Text])[] = [
    [
      (column) =>
        saysRunning(column.profile.heading) ||
        (values.includes(column) &&
          values.length <= 4 &&
          values.some(
            (kept) =>
              kept !== column &&
              bothIn(column, kept, habit).both.length >= thresholds.rowsRunOn &&
              runsOn(column, kept, habit),
          )),
      runningTotal,
    ],
    [({ profile }) => hasUnits && saysConverted(profile.heading), sameAmount],
    [isPercents, share],
    [(column) => isPart(column, view), part],
    [
      (column) =>
        values.includes(column) &&
        measureOf(column.profile.heading)?.set['metric'] === undefined &&
        labelled.some((kinds) =>
          isOfWholeKind(
            column,
            kinds,
            values.filter((each) => each !== column),
          ),
        ),
      ofWholeKind,
    ],
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
  const [unit] = view.columns.filter(({ meanings: [top] }) => top?.concept === 'unit');
  /** What is asked of a column of which the cells do not show what it says. */
  const asked = (column: Evidence, ignore: Text): readonly Text[] => {
    const { heading } = column.profile;
    if (ignore === share) return strengthAsked(column.profile, view);
    if (ignore === ofWholeKind)
      return /total|totaa?l|insgesamt|gesamt|ensemble/iu.test(heading)
        ? []
        : [wholeKindAsked(heading)];
    const isShown = rest.some((kept) =>
      ignore === runningTotal
        ? runsOn(column, kept, habit)
        : isConverted(column, kept, unit, habit),
    );
    return isShown ? [] : [notShown(heading, ignore)];
  };
  const parts = found.filter(({ ignore }) => ignore === part);
  return found.map(({ column, ignore }) => {
    const decide =
      ignore !== part
        ? asked(column, ignore)
        : column === parts[0]?.column
          ? [partsAsked(parts.map((each) => each.column.profile.heading))]
          : [];
    const isOpen = ignore === part || decide.length > 0;
    return { column, ignore, confidence: isOpen ? thresholds.asked : 0.92, decide };
  });
}
