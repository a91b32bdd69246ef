import { compareDecimal, inFour } from '@samenbeeld/schema';
import type { Anomaly } from './anomaly.ts';
import { anomalyOf } from './anomaly-of.ts';
import { filledUp, hasDecimal, isShortGroup, isSmall } from './column-habit.ts';
import { said } from './expectation.ts';
import { fit, support } from './fit.ts';
import { distance } from './neighbours.ts';
import type { Point } from './point.ts';
import type { Study } from './study.ts';
import { thresholds } from './thresholds.ts';
import { writtenNumber } from './written-number.ts';

const cause = inFour(
  'de nullen aan het eind zijn verloren: een rekenblad nam het duizendtalteken voor een decimaalteken',
  'les zéros finals sont perdus : un tableur a pris le séparateur de milliers pour un séparateur décimal',
  'die Nullen am Ende sind verloren: eine Tabellenkalkulation nahm das Tausendertrennzeichen für ein Dezimalzeichen',
  'the zeros at the end are lost: a spreadsheet took the thousands mark for a decimal mark',
);

/** A whole number as the description of the column reads it. */
function written(value: number, point: Point, study: Study): string {
  const marks = study.input.marks.get(point.style);
  const mark = marks
    ? (marks.group ?? (marks.decimal ? '' : study.habit(point).mark))
    : study.habit(point).mark;
  return writtenNumber(value, mark, '');
}

function shortGroup(point: Point, study: Study): Anomaly | null {
  const raw = point.place.raw.trim();
  const value = filledUp(raw);
  const habit = study.habit(point);
  if (value === null || !isShortGroup(raw) || hasDecimal(raw, habit.decimal)) return null;
  const decimal = Number(
    raw
      .replace(/[.,](?=\d{1,2}$)/u, '#')
      .replace(/[.,]/gu, '')
      .replace('#', '.'),
  );
  const misread =
    habit.decimal === null && (study.input.marks.get(point.style)?.decimal ?? null) !== null;
  // A true decimal would have exactly three decimals in one cell of three at most.
  const form = Math.min(12, habit.whole * Math.log10(3) + (habit.declared ? 3 : 0));
  const score = form + Math.max(-2, fit(value, point, study));
  if (score < thresholds.lost_zeros) return null;
  return anomalyOf(point, study.input, {
    kind: 'lost_zeros',
    cause,
    evidence: [
      said(
        '{whole} van de {of} cellen van de kolom met een teken hebben hele groepen van drie; "{raw}" aangevuld is {value}',
        '{whole} des {of} cellules de la colonne avec un séparateur ont des groupes de trois complets ; « {raw} » complété donne {value}',
        '{whole} der {of} Zellen der Spalte mit einem Trennzeichen haben volle Dreiergruppen; „{raw}“ aufgefüllt ist {value}',
        '{whole} of the {of} cells of the column with a mark have whole groups of three; "{raw}" filled up is {value}',
        { whole: habit.whole, of: habit.whole + habit.short, raw, value },
      ),
      ...(misread
        ? [
            inFour(
              'de beschrijving neemt het groepsteken voor een decimaalteken',
              'la description prend le séparateur de groupes pour un séparateur décimal',
              'die Beschreibung nimmt das Gruppenzeichen für ein Dezimalzeichen',
              'the description takes the mark of the groups for a decimal mark',
            ),
          ]
        : []),
      ...support(value, point, study),
    ],
    rivals: [
      inFour(
        'een verschoven teken',
        'un séparateur mal placé',
        'ein verrutschtes Trennzeichen',
        'a mark out of place',
      ),
      inFour(
        'een echte decimaal',
        'une vraie décimale',
        'eine echte Dezimalzahl',
        'a true decimal',
      ),
    ],
    score,
    ...(habit.decimal === null
      ? { to: written(value, point, study) }
      : {
          to: null,
          open: inFour(
            'een decimaal met het andere teken is even waarschijnlijk',
            'une décimale écrite avec l’autre séparateur est aussi probable',
            'eine Dezimalzahl mit dem anderen Zeichen ist ebenso wahrscheinlich',
            'a decimal written with the other mark is as likely',
          ),
        }),
    alternatives: [String(value), ...(habit.decimal === null ? [] : [String(decimal)])],
  });
}

function threeZeros(point: Point, study: Study): Anomaly | null {
  const raw = point.place.raw.trim();
  const habit = study.habit(point);
  const own = study.read(point);
  if (!isSmall(raw) || own === null || own <= 0) return null;
  const value = own * 1000;
  const asIs = fit(own, point, study);
  const around = study.around(point);
  // Where no cell shows lost zeros by its form, a mismatch alone accuses the wrong cell as easily as the right one.
  const told = around ? distance(value, point.measure, around) <= 3 : habit.short > 0;
  if (asIs > -2 || !told) return null;
  // Where no other cell lost a zero, that this one lost three is a thousand times less likely.
  const score = fit(value, point, study) - asIs - (habit.short > 0 ? 1 : 3);
  if (score < thresholds.lost_zeros) return null;
  return anomalyOf(point, study.input, {
    kind: 'lost_zeros',
    cause,
    evidence: [
      said(
        'de kolom schrijft hele getallen in groepen van drie ({whole} cellen), en {short} van haar cellen {short:verloor|verloren} nullen aan het eind; "{raw}" maal {thousand} is {value}',
        'la colonne écrit les nombres entiers par groupes de trois ({whole} cellules), et {short} de ses cellules {short:a|ont} perdu des zéros finals ; « {raw} » multiplié par {thousand} donne {value}',
        'die Spalte schreibt ganze Zahlen in Dreiergruppen ({whole} Zellen), und {short} ihrer Zellen {short:hat|haben} Nullen am Ende verloren; „{raw}“ mal {thousand} ist {value}',
        'the column writes whole numbers in groups of three ({whole} cells), and {short} of its cells lost zeros at the end; "{raw}" times {thousand} is {value}',
        { whole: habit.whole, short: habit.short, raw, thousand: 1000, value },
      ),
      ...support(value, point, study),
    ],
    rivals: [
      inFour(
        'het cijfer staat in duizendtallen',
        'le chiffre est donné en milliers',
        'die Zahl ist in Tausend angegeben',
        'the figure is given in thousands',
      ),
      said('een echte {own}', 'un vrai {own}', 'eine echte {own}', 'a true {own}', { own }),
    ],
    score,
    to: written(value, point, study),
    alternatives: [String(value)],
  });
}

/**
 * Grouped numbers that lost the zeros at their end (`365.75` for `365.750`, `12.3` for `12.300`, `1` for `1.000`), as when
 * a spreadsheet takes the thousands mark for a decimal mark. Only in columns that hold whole numbers in groups of three. A
 * short group shows it by its form; up to three digits alone only where the neighbours in the series, or shares and rates
 * of the row, fit a thousand times the figure and not the figure.
 */
export function findLostZeros(study: Study): readonly Anomaly[] {
  const found: Anomaly[] = [];
  const points = study.input.points.filter((point) => study.habit(point).grouped);
  for (const point of points) {
    const anomaly = shortGroup(point, study);
    if (anomaly) found.push(anomaly);
  }
  for (const point of points) {
    const anomaly = threeZeros(point, study);
    if (anomaly) found.push(anomaly);
  }
  return settled(found, points, study);
}

/** Two cells of one row that explain the same mismatch: the better explained one is taken, and the other looked at again. */
function settled(
  found: readonly Anomaly[],
  points: readonly Point[],
  study: Study,
): readonly Anomaly[] {
  const byPlace = new Map(points.map((point) => [point.place, point]));
  return [...found]
    .sort((a, b) => b.score - a.score)
    .filter(({ where, alternatives }) => {
      const point = byPlace.get(where);
      if (!point) return false;
      const value = Number(alternatives[0]);
      const own = study.read(point);
      const again =
        isShortGroup(where.raw.trim()) ||
        own === null ||
        compareDecimal(fit(value, point, study), fit(own, point, study) + 1) > 0;
      if (again) study.settle(point, value);
      return again;
    });
}
