import { compareDecimal, inFour, type Text } from '@samenbeeld/schema';
import type { Anomaly } from './anomaly.ts';
import { anomalyOf, type Said } from './anomaly-of.ts';
import { filledUp, hasDecimal, isShortGroup, isSmall } from './column-habit.ts';
import { type Expectation, said } from './expectation.ts';
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
  // Without a mark that the description declares, a grouped number would be read two ways.
  const mark = marks ? (marks.group ?? '') : study.habit(point).mark;
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

/** What the other cells leave of the digits that a cell may have lost. */
type Pin =
  /** Of all numbers that begin with what is left, only the one that goes on in zeros. */
  | 'digits'
  /** Only one number of zeros, but other digits as well. */
  | 'zeros'
  | 'several'
  | 'none';

/** A cell beside what it says with the digits at its end put back. */
interface Refilled {
  readonly point: Point;
  readonly value: number;
  readonly score: number;
  /** Digits that are gone; none of `1.173`, whose mark alone was misread. */
  readonly gone: number;
  readonly pin: Pin;
  /** What the rate, share or total leaves. */
  readonly low: number;
  readonly high: number;
  /** A decimal among whole numbers: its form says that it was misread. */
  readonly isForm: boolean;
}

const thousandth = /^[1-9]\d{0,2}[.,]\d{1,3}$/u;

/** Styles of columns that hold whole numbers without marks, thousands among them, as counts do and shares do not. */
function wholeStyles(study: Study): ReadonlySet<string> {
  const cells = new Map<string, { plain: number; of: number; isLarge: boolean }>();
  for (const point of study.input.points) {
    if (point.measure !== 'count' || study.habit(point).grouped) continue;
    const raw = point.place.raw.trim();
    const known = cells.get(point.style) ?? { plain: 0, of: 0, isLarge: false };
    known.of += 1;
    if (/^\d+$/u.test(raw)) known.plain += 1;
    known.isLarge ||= /^\d{4,}$/u.test(raw);
    cells.set(point.style, known);
  }
  return new Set(
    [...cells].flatMap(([style, { plain, of, isLarge }]) =>
      isLarge && plain >= 0.75 * of ? style : [],
    ),
  );
}

const admits = ({ low, high }: Pick<Expectation, 'low' | 'high'>, value: number): boolean =>
  value >= low && value <= high;

/** What the ties that a value meets leave together, and whether another of the candidates or other digits fit as well. */
function pinned(
  value: number,
  block: number,
  rivals: readonly number[],
  ties: readonly Expectation[],
): Pick<Refilled, 'pin' | 'low' | 'high'> {
  const met = ties.filter((tie) => admits(tie, value));
  const low = Math.max(...met.map((tie) => tie.low));
  const high = Math.min(...met.map((tie) => tie.high));
  const pin = (): Pin => {
    if (met.length === 0) return 'none';
    if (rivals.some((other) => other !== value && admits({ low, high }, other))) return 'several';
    return block > 1 && value + 1 <= high ? 'zeros' : 'digits';
  };
  return { pin: pin(), low, high };
}

/** The best a whole number says with zeros put back at its end, where it fits nothing as it stands; null where none does. */
function refilled(point: Point, study: Study): Refilled | null {
  const raw = point.place.raw.trim();
  const own = study.read(point);
  const isForm = thousandth.test(raw) && (own === null || !point.counts);
  if (isForm) {
    const value = filledUp(raw);
    if (value === null) return null;
    const digits = Number(raw.replace(/[.,]/u, ''));
    const gone = 3 - raw.replace(/^\d+[.,]/u, '').length;
    const ties = study.expected(point);
    const fits = fit(value, point, study);
    if (fits <= -1.5) return null;
    // A count has no decimals: the cell is wrong as it stands, whatever its neighbours say.
    const score =
      thresholds.lost_zeros +
      fits -
      (digits === value ? 0 : Math.min(0, fit(digits, point, study)));
    return { point, value, score, gone, isForm, ...pinned(value, 10 ** gone, [digits], ties) };
  }
  if (own === null || own <= 0 || !/^\d+$/u.test(raw)) return null;
  const asIs = fit(own, point, study);
  if (asIs > -2) return null;
  const values = [10, 100, 1000].map((factor) => own * factor);
  const [best] = values
    .map((value, at) => ({ value, gone: at + 1, fits: fit(value, point, study) }))
    .sort((a, b) => b.fits - a.fits);
  if (!best || best.fits <= -1.5) return null;
  const { value, gone } = best;
  const score = best.fits - asIs - Math.log10(values.length);
  if (score < thresholds.lost_zeros) return null;
  const pin = pinned(value, 10 ** gone, values, study.expected(point));
  return { point, value, score, gone, isForm, ...pin };
}

/**
 * Whether what stands beside a cell leaves numbers that begin with its digits, and not the one that goes on in zeros. One
 * digit begins too many numbers to tell.
 */
function lostOthers(point: Point, study: Study): boolean {
  const raw = point.place.raw.trim();
  const isForm = thousandth.test(raw);
  const own = isForm ? filledUp(raw) : study.read(point);
  if (own === null || own < 10 || !(isForm || /^\d+$/u.test(raw))) return false;
  const ties = study.expected(point);
  if (ties.length === 0) return false;
  const low = Math.max(...ties.map((tie) => tie.low));
  const high = Math.min(...ties.map((tie) => tie.high));
  const gone = 10 ** (3 - raw.replace(/^\d+[.,]/u, '').length);
  const blocks = isForm ? [[own, gone] as const] : [10, 100].map((n) => [own * n, n] as const);
  return (
    Math.ceil(low) <= Math.floor(high) &&
    blocks.some(([value, block]) => low > value && low < value + block && high < value + 2 * block)
  );
}

/** What the cells of a table lost, as far as other cells tell. */
interface Habit {
  /** Cells that lost zeros as far as others tell, and cells that lost other digits. */
  zeros: number;
  others: number;
  /** Decimal logarithm of how much better lost zeros explain these cells than digits lost whatever they were. */
  power: number;
}

const isHabit = ({ power }: Habit): boolean => power >= thresholds.lost_zeros;

/** The share of cells that may contradict a sheet that lost zeros: a wrong cell beside them, another slip. */
const astray = 0.05;

/**
 * The decimal logarithm of the likelihood of a cell whose ties admit its zeros under a sheet that lost zeros, over that under
 * one that lost digits whatever they were: these would be admitted in as many cases as the ties admit of the numbers that
 * begin with what is left.
 */
function powerOf({ value, gone, low, high }: Refilled): number {
  const block = 10 ** gone;
  const admitted = Math.min(Math.floor(high), value + block - 1) - Math.ceil(low) + 1;
  const chance = Math.min(1, Math.max(1, admitted) / block);
  return Math.log10((1 - astray + astray * chance) / chance);
}

const unpinned: Readonly<Record<'several' | 'none' | 'zeros', Text>> = {
  none: inFour(
    'geen verhouding, aandeel of totaal in het bestand legt de verloren cijfers vast',
    'aucun taux, aucune part ni aucun total du fichier ne fixe les chiffres perdus',
    'keine Rate, kein Anteil und keine Summe der Datei legt die verlorenen Ziffern fest',
    'no rate, share or total of the file pins the digits that are lost',
  ),
  several: inFour(
    'de andere cellen laten meer dan één lezing toe',
    'les autres cellules admettent plus d’une lecture',
    'die anderen Zellen lassen mehr als eine Lesart zu',
    'the other cells admit more than one reading',
  ),
  zeros: inFour(
    'de andere cellen laten ook andere cijfers dan nullen toe, en te weinig cellen van het blad tonen dat het nullen zijn',
    'les autres cellules admettent aussi d’autres chiffres que des zéros, et trop peu de cellules de la feuille montrent que ce sont des zéros',
    'die anderen Zellen lassen auch andere Ziffern als Nullen zu, und zu wenige Zellen des Blatts zeigen, dass es Nullen sind',
    'the other cells admit digits other than zeros as well, and too few cells of the sheet show that they are zeros',
  ),
};

/** What a cell that lost digits says of itself, and what pins them. */
function saidOf(one: Refilled, habit: Habit, study: Study): Said {
  const { point, value, gone, pin, low, high, isForm } = one;
  const raw = point.place.raw.trim();
  const isKnown = pin === 'digits' || (pin === 'zeros' && isHabit(habit));
  const bounds = { raw, value, low, high };
  return {
    kind: gone === 0 ? 'unit_slip' : 'lost_zeros',
    cause: isForm
      ? gone === 0
        ? inFour(
            'een rekenblad nam het duizendtalteken voor een decimaalteken',
            'un tableur a pris le séparateur de milliers pour un séparateur décimal',
            'eine Tabellenkalkulation nahm das Tausendertrennzeichen für ein Dezimalzeichen',
            'a spreadsheet took the thousands mark for a decimal mark',
          )
        : cause
      : inFour(
          'de nullen aan het eind zijn verloren',
          'les zéros finals sont perdus',
          'die Nullen am Ende sind verloren',
          'the zeros at the end are lost',
        ),
    evidence: [
      isForm
        ? said(
            'de kolom telt gehelen, en "{raw}" is er geen; met het teken voor de duizendtallen is het {value}',
            'la colonne compte des unités entières, et « {raw} » n’en est pas ; avec le séparateur des milliers, c’est {value}',
            'die Spalte zählt Ganze, und „{raw}“ ist keines; mit dem Zeichen für die Tausender ist es {value}',
            'the column counts wholes, and "{raw}" is none; with its mark for the thousands it is {value}',
            { raw, value },
          )
        : said(
            '"{raw}" met {gone:# nul|# nullen} erachter is {value}',
            '« {raw} » suivi de {gone:# zéro|# zéros} donne {value}',
            '„{raw}“ mit {gone:# Null|# Nullen} dahinter ist {value}',
            '"{raw}" with {gone:# zero|# zeros} behind it is {value}',
            { raw, gone, value },
          ),
      ...support(value, point, study),
      ...(pin === 'digits' && gone > 0
        ? [
            said(
              'van de getallen die met deze cijfers beginnen, past alleen {value} in wat die cellen samen toelaten: {low} tot {high}',
              'parmi les nombres qui commencent par ces chiffres, seul {value} entre dans ce que ces cellules admettent ensemble : de {low} à {high}',
              'von den Zahlen, die mit diesen Ziffern beginnen, passt nur {value} in das, was diese Zellen zusammen zulassen: {low} bis {high}',
              'of the numbers that begin with these digits only {value} fits what those cells admit together: {low} to {high}',
              bounds,
            ),
          ]
        : pin === 'zeros'
          ? [
              said(
                'maar één aantal nullen past in wat die cellen samen toelaten: {low} tot {high}',
                'un seul nombre de zéros entre dans ce que ces cellules admettent ensemble : de {low} à {high}',
                'nur eine Zahl von Nullen passt in das, was diese Zellen zusammen zulassen: {low} bis {high}',
                'only one number of zeros fits what those cells admit together: {low} to {high}',
                bounds,
              ),
            ]
          : []),
      ...(isHabit(habit) && gone > 0
        ? [
            said(
              'op dit blad passen nullen bij {zeros} zulke cellen in wat hun buurcellen toelaten, en andere cijfers bij {others}; waren willekeurige cijfers verloren, dan was dat hoogstens één op 10^{power}',
              'sur cette feuille, des zéros entrent pour {zeros} cellules de ce genre dans ce que leurs voisines admettent, et d’autres chiffres pour {others} ; si des chiffres quelconques étaient perdus, ce serait au plus une chance sur 10^{power}',
              'auf diesem Blatt passen bei {zeros} solchen Zellen Nullen in das, was die Nachbarzellen zulassen, und bei {others} andere Ziffern; wären beliebige Ziffern verloren, so wäre das höchstens eins zu 10^{power}',
              'on this sheet zeros fit what the cells beside them admit in {zeros} such cells, and other digits in {others}; were any digits lost, that would be one in 10^{power} at most',
              {
                zeros: habit.zeros,
                others: habit.others,
                power: Math.floor(Math.min(habit.power, 12)),
              },
            ),
          ]
        : []),
    ],
    rivals: [
      inFour(
        'andere cijfers dan nullen zijn verloren',
        'd’autres chiffres que des zéros sont perdus',
        'andere Ziffern als Nullen sind verloren',
        'digits other than zeros are lost',
      ),
      inFour(
        'de cellen ernaast zijn fout',
        'les cellules voisines sont fausses',
        'die Zellen daneben sind falsch',
        'the cells beside it are wrong',
      ),
    ],
    score: one.score,
    to: isKnown ? String(value) : null,
    ...(isKnown ? {} : { open: unpinned[pin] }),
    alternatives: [String(value)],
  };
}

/**
 * Whole numbers in columns without marks that lost the zeros at their end (`117` or `1.17` for `1170`). A sheet is one that
 * lost zeros where that explains what its rates, shares and totals admit a hundred times better than digits lost whatever they
 * were: a cell whose ties admit m of the 10^k numbers that begin with its digits adds log10(10^k/m) if zeros are among them
 * (two cells known to the unit, by hand: nearly 10 × 10), and takes 1.3 away if not. As a likelihood ratio it is above a
 * hundred on one sheet in a hundred at most that lost any digits (Markov's inequality). A decimal among counts shows by its own form. A
 * correction is proposed where the ties of the cell leave one number of zeros. Cells of columns that are not used are looked
 * at as well: theirs would accuse their neighbours.
 */
function findUnmarked(study: Study): readonly Anomaly[] {
  const styles = wholeStyles(study);
  const points = study.input.points.filter(({ style }) => styles.has(style));
  const habits = new Map<string, Habit>();
  const habitOf = ({ table }: Point): Habit => {
    const known = habits.get(table) ?? { zeros: 0, others: 0, power: 0 };
    habits.set(table, known);
    return known;
  };
  const doubted = points.flatMap((point) => {
    const one = refilled(point, study);
    const habit = habitOf(point);
    if (one && one.gone > 0 && (one.pin === 'digits' || one.pin === 'zeros')) {
      habit.zeros += 1;
      habit.power += powerOf(one);
    } else if (lostOthers(point, study)) {
      habit.others += 1;
      habit.power += Math.log10(astray);
    }
    return one ?? [];
  });
  const found: Anomaly[] = [];
  // What is put right in a row gives its other cells a tie they lacked.
  for (let rest: readonly Refilled[] = doubted; rest.length > 0; ) {
    const rows = new Set<string>();
    for (const { point } of [...rest].sort((a, b) => b.score - a.score)) {
      const habit = habitOf(point);
      const one = refilled(point, study);
      if (!one || !(isHabit(habit) || (one.isForm && one.pin === 'digits'))) continue;
      found.push(anomalyOf(point, study.input, saidOf(one, habit, study)));
      study.settle(point, one.value);
      rows.add(point.row);
    }
    rest = points
      .filter((point) => rows.has(point.row) && !study.settled(point))
      .flatMap((point) => refilled(point, study) ?? []);
  }
  return found;
}

/**
 * Grouped numbers that lost the zeros at their end (`365.75` for `365.750`, `12.3` for `12.300`, `1` for `1.000`), as when
 * a spreadsheet takes the thousands mark for a decimal mark. In columns that hold whole numbers in groups of three a
 * short group shows it by its form; up to three digits alone only where the neighbours in the series, or shares and rates
 * of the row, fit a thousand times the figure and not the figure. In columns of whole numbers without marks see
 * `findUnmarked`.
 */
export function findLostZeros(study: Study): readonly Anomaly[] {
  return [...findGrouped(study), ...findUnmarked(study)];
}

function findGrouped(study: Study): readonly Anomaly[] {
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
