import {
  formatPeriod,
  freqOf,
  InputError,
  inEach,
  inFour,
  RefusalError,
  type Shape,
  shape,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';

/** Figures as they stood at each age: a row per period, oldest first, a column per age; null where not known. */
export type FiguresByAge = readonly (readonly (number | null)[])[];

/** The shape of a revision triangle whose columns are months after the period's end. */
export interface AgedTriangle {
  readonly unit?: string;
  readonly by?: string;
  readonly columns: readonly (string | number)[];
  readonly rows: readonly {
    readonly periodStart: string;
    readonly periodEnd: string;
    readonly values: readonly (number | null)[];
  }[];
}

/** One period and its figures, age by age. */
export interface TriangleRow {
  readonly period: string;
  /** The period in words; null where it has no dates. */
  readonly name: Text | null;
  readonly values: readonly (number | null)[];
  /** Position of the last known figure. */
  readonly last: number;
}

export interface Triangle {
  readonly unit: string | null;
  readonly ages: readonly string[];
  readonly rows: readonly TriangleRow[];
}

interface Named {
  readonly period: string;
  readonly name: Text | null;
  readonly values: readonly (number | null)[];
}

/** Refuses what is no triangle of figures by age. */
export function readTriangle(input: FiguresByAge | AgedTriangle): Triangle {
  const named = 'rows' in input ? fromAged(input) : fromFigures(input as FiguresByAge);
  const width = Math.max(0, ...named.map(({ values }) => values.length));
  const rows = named
    .map((row) => ({ ...row, values: padded(row.values, width) }))
    .map((row) => ({ ...row, last: row.values.findLastIndex((value) => value !== null) }));
  for (const { period, values } of rows) checkFigures(period, values);
  const known = rows.filter(({ last }) => last >= 0);
  if (known.length < 3 || width < 2)
    throw new InputError(
      inFour(
        'een nowcast vraagt ten minste drie perioden met cijfers op twee of meer leeftijden; gevonden: perioden {nKnown}, leeftijden {width}',
        'une prévision immédiate demande au moins trois périodes avec des chiffres à deux âges ou plus ; trouvé : périodes {nKnown}, âges {width}',
        'ein Nowcast braucht mindestens drei Zeiträume mit Zahlen in zwei oder mehr Altern; gefunden: Zeiträume {nKnown}, Alter {width}',
        'a nowcast needs at least three periods with figures at two ages or more, found periods: {nKnown}, ages: {width}',
        { nKnown: String(known.length), width: String(width) },
      ),
      inFour(
        'bewaar eerdere publicaties van dezelfde cijfers: elke voegt een kolom toe',
        'gardez les publications antérieures des mêmes chiffres : chacune ajoute une colonne',
        'frühere Veröffentlichungen derselben Zahlen behalten: jede fügt eine Spalte hinzu',
        'keep earlier publications of the same figures: each adds a column',
      ),
    );
  const end = Math.max(...known.map(({ last }) => last));
  return {
    unit: 'rows' in input ? (input.unit ?? null) : null,
    ages: Array.from({ length: end + 1 }, (_, age) =>
      'rows' in input ? String(input.columns[age]) : String(age + 1),
    ),
    rows: known.map((row) => ({ ...row, values: row.values.slice(0, end + 1) })),
  };
}

function fromFigures(figures: FiguresByAge): readonly Named[] {
  return figures.map((values, i) => ({ period: String(i + 1), name: null, values }));
}

function fromAged({ by, columns, rows }: AgedTriangle): readonly Named[] {
  if (by === 'publication' || columns.some((column) => typeof column === 'string'))
    throw new RefusalError(
      inFour(
        'De kolommen van deze driehoek zijn publicatiedata en geen leeftijden.',
        'Les colonnes de ce triangle sont des dates de publication et non des âges.',
        'Die Spalten dieses Dreiecks sind Daten der Veröffentlichung und keine Alter.',
        'The columns of this triangle are publication dates and not ages.',
      ),
      {
        dimension: 'age',
        remedy: inFour(
          "Vraag de herzieningsdriehoek naar leeftijd: `by: 'lag'`.",
          "Demandez le triangle de révisions par âge : `by: 'lag'`.",
          "Fragen Sie nach dem Revisionsdreieck nach Alter: `by: 'lag'`.",
          "Ask for the revision triangle by lag: `by: 'lag'`.",
        ),
      },
    );
  const ages = columns as readonly number[];
  if (ages.some((age, i) => i > 0 && !(age > (ages[i - 1] as number))))
    throw new InputError(
      inFour(
        'verwacht: leeftijden die oplopen; gevonden: {ages}',
        'attendu : des âges croissants ; trouvé : {ages}',
        'erwartet: steigende Alter; gefunden: {ages}',
        'expected ages that increase, found {ages}',
        { ages: ages.join(', ') },
      ),
      inFour(
        'sorteer de kolommen naar leeftijd',
        'triez les colonnes par âge',
        'die Spalten nach Alter ordnen',
        'sort the columns by age',
      ),
    );
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1];
    if (before && row.periodStart <= before.periodStart)
      throw new InputError(
        inFour(
          'verwacht: perioden die oplopen; gevonden: {periodStart} na {periodStart2}',
          'attendu : des périodes croissantes ; trouvé : {periodStart} après {periodStart2}',
          'erwartet: steigende Zeiträume; gefunden: {periodStart} nach {periodStart2}',
          'periods must increase, found {periodStart} after {periodStart2}',
          { periodStart: row.periodStart, periodStart2: before.periodStart },
        ),
        inFour(
          'sorteer de rijen naar periode en houd één rij per periode over',
          'triez les lignes par période et gardez une ligne par période',
          'die Zeilen nach Zeitraum ordnen und eine Zeile je Zeitraum behalten',
          'sort the rows by period and keep one row per period',
        ),
      );
    if (row.values.length !== columns.length)
      throw wrongUse(
        'elke rij heeft één waarde per kolom: {n} waarden voor {nColumns} kolommen in de rij van {periodStart}',
        'chaque ligne a une valeur par colonne : {n} valeurs pour {nColumns} colonnes dans la ligne de {periodStart}',
        'jede Zeile hat einen Wert je Spalte: {n} Werte für {nColumns} Spalten in der Zeile von {periodStart}',
        'each row must have one value per column: got {n} values for {nColumns} columns in the row of {periodStart}',
        {
          n: String(row.values.length),
          nColumns: String(columns.length),
          periodStart: row.periodStart,
        },
      );
  }
  refuseMixed(rows);
  return rows.map(({ periodStart: start, periodEnd: end, values }) => ({
    period: `${start}/${end}`,
    name: inEach((language) => formatPeriod({ start, end }, language)),
    values,
  }));
}

function refuseMixed(rows: AgedTriangle['rows']): void {
  const frequencies = rows.map(({ periodStart: start, periodEnd: end }) => freqOf({ start, end }));
  const other = frequencies.findIndex((frequency) => frequency !== frequencies[0]);
  if (other > 0)
    throw new RefusalError(
      inFour(
        'De driehoek mengt frequenties: {periodStart}/{periodEnd} en {periodStart2}/{periodEnd2}.',
        'Le triangle mêle des fréquences : {periodStart}/{periodEnd} et {periodStart2}/{periodEnd2}.',
        'Das Dreieck mischt Frequenzen: {periodStart}/{periodEnd} und {periodStart2}/{periodEnd2}.',
        'The triangle mixes frequencies: {periodStart}/{periodEnd} and {periodStart2}/{periodEnd2}.',
        {
          periodStart: String(rows[0]?.periodStart),
          periodEnd: String(rows[0]?.periodEnd),
          periodStart2: String(rows[other]?.periodStart),
          periodEnd2: String(rows[other]?.periodEnd),
        },
      ),
      {
        dimension: 'frequency',
        remedy: inFour(
          'Houd het bij jaren, of bij maanden: één lengte van periode.',
          'Tenez-vous aux années, ou aux mois : une seule longueur de période.',
          'Bleiben Sie bei Jahren oder bei Monaten: eine Länge des Zeitraums.',
          'Keep to years, or to months: one length of period.',
        ),
      },
    );
}

function padded(values: readonly (number | null)[], width: number): readonly (number | null)[] {
  return [...values, ...new Array<null>(width - values.length).fill(null)];
}

function checkFigures(period: string, values: readonly (number | null)[]): void {
  for (const [age, value] of values.entries())
    if (value !== null && !(Number.isFinite(value) && value >= 0))
      throw new InputError(
        inFour(
          'verwacht: cijfers van nul of meer; gevonden: {value} voor periode {period} op leeftijd {c}',
          'attendu : des chiffres de zéro ou plus ; trouvé : {value} pour la période {period} à l’âge {c}',
          'erwartet: Zahlen von null oder mehr; gefunden: {value} für Zeitraum {period} im Alter {c}',
          'expected figures at or above zero, found {value} for period {period} at age {c}',
          { value: String(value), period, c: String(age + 1) },
        ),
        inFour(
          'geef elke cel het cijfer zoals het toen stond, en null waar geen gepubliceerd is',
          'donnez à chaque cellule le chiffre tel qu’il était alors, et null là où rien n’a été publié',
          'jeder Zelle die Zahl geben, wie sie damals stand, und null, wo keine veröffentlicht war',
          'give each cell the figure as it stood then, and null where none was published',
        ),
      );
}

export const triangleShape: Shape = shape.either(
  shape.list(shape.series),
  shape.record<AgedTriangle>({
    columns: shape.list(shape.anything),
    rows: shape.list(
      shape.record<AgedTriangle['rows'][number]>({
        periodStart: shape.text,
        periodEnd: shape.text,
        values: shape.series,
      }),
    ),
  }),
);
