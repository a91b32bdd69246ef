import type { Text } from '@samenbeeld/schema';
import { sentences } from '../drawing/sentences.ts';
import type { CellLook } from './triangle-cells.ts';

/** What a triangle shows. */
export const triangleTitle: Text = {
  nl: 'Wat er na verloop van tijd over elke periode bekend was',
  fr: 'Ce que l’on savait de chaque période au fil du temps',
  de: 'Was mit der Zeit über jeden Zeitraum bekannt war',
  en: 'What was known of each period as time passed',
};

/** Words of the chart of a triangle. */
export const triangleWords: Readonly<Record<'age' | 'ages' | 'expected', Text>> = {
  age: {
    nl: 'Periodes later',
    fr: 'Périodes plus tard',
    de: 'Zeiträume später',
    en: 'Periods later',
  },
  ages: {
    nl: 'periodes later',
    fr: 'périodes plus tard',
    de: 'Zeiträume später',
    en: 'periods later',
  },
  expected: { nl: 'verwacht', fr: 'attendu', de: 'erwartet', en: 'expected' },
};

const marks: Text = {
  nl: 'Hoe donkerder, hoe dichter bij het hoogste cijfer van de rij. Omlijnd: het nieuwste bericht over elke periode.',
  fr: 'Plus c’est foncé, plus on approche du chiffre le plus élevé de la ligne. Encadré\u00a0: le dernier rapport sur chaque période.',
  de: 'Je dunkler, desto näher an der höchsten Zahl der Zeile. Umrandet: der neueste Bericht über jeden Zeitraum.',
  en: 'The darker, the nearer to the highest figure of the row. Outlined: the newest report on each period.',
};

const expectedCells: Text = {
  nl: 'Oranje, cursief: verwacht, nog niet gemeld.',
  fr: 'Orange, italique\u00a0: attendu, pas encore déclaré.',
  de: 'Orange, kursiv: erwartet, noch nicht gemeldet.',
  en: 'Orange, in italics: expected, not yet reported.',
};

const rangesBelow: Text = {
  nl: 'Eronder: het bereik.',
  fr: 'Au-dessous\u00a0: la fourchette.',
  de: 'Darunter: die Spanne.',
  en: 'Below it: the range.',
};

const rangesInTable: Text = {
  nl: 'Het bereik staat in de tabel.',
  fr: 'La fourchette figure dans le tableau.',
  de: 'Die Spanne steht in der Tabelle.',
  en: 'The range is in the table.',
};

const numbersInTable: Text = {
  nl: 'De cijfers staan in de tabel.',
  fr: 'Les chiffres figurent dans le tableau.',
  de: 'Die Zahlen stehen in der Tabelle.',
  en: 'The figures are in the table.',
};

function lastOnly(hidden: number, all: number): Text {
  return {
    nl: `Getekend: de laatste ${all - hidden} van ${all} periodes; alle staan in de tabel.`,
    fr: `Dessinées\u00a0: les ${all - hidden} dernières de ${all} périodes\u00a0; toutes figurent dans le tableau.`,
    de: `Gezeichnet: die letzten ${all - hidden} von ${all} Zeiträumen; alle stehen in der Tabelle.`,
    en: `Drawn: the last ${all - hidden} of ${all} periods; all are in the table.`,
  };
}

/** Explains the marks that are there, and what stands only in the table. */
export function triangleCaption(there: {
  readonly expected: boolean;
  readonly ranges: CellLook['ranges'];
  readonly printed: boolean;
  readonly hidden: number;
  readonly periods: number;
}): Text {
  const { ranges, printed } = there;
  return sentences(
    marks,
    there.expected && expectedCells,
    printed && (ranges === 'line' || ranges === 'lines') && rangesBelow,
    printed && ranges === 'none' && rangesInTable,
    !printed && numbersInTable,
    there.hidden > 0 && lastOnly(there.hidden, there.periods),
  );
}
