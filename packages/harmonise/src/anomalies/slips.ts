import { inFour, type Text } from '@samenbeeld/schema';
import type { Anomaly } from './anomaly.ts';
import { anomalyOf } from './anomaly-of.ts';
import { cellKey, said } from './expectation.ts';
import { fit, support } from './fit.ts';
import type { Neighbourhood } from './neighbours.ts';
import type { Point } from './point.ts';
import { type Reading, readingsOf } from './readings.ts';
import { slipCauses } from './slip-causes.ts';
import type { Study } from './study.ts';
import { thresholds } from './thresholds.ts';
import { writtenNumber } from './written-number.ts';

/** The digits of a figure with the marks between them, however they are grouped. */
const figure = /\d(?:[\d.,'’\u00a0\u202f ]*\d)?/u;

/** What a run of digits and marks may state: all marks group, or the last one is decimal. */
function readings(digits: string): readonly number[] {
  const last = digits.search(/[.,][^.,]*$/u);
  const plain = (text: string): string => text.replace(/\D/gu, '');
  return [
    Number(plain(digits)),
    ...(last < 0 ? [] : [Number(`${plain(digits.slice(0, last))}.${plain(digits.slice(last))}`)]),
  ];
}

/**
 * A cell with another number in it, and all that stands around the number as it was: flags ("35*"), words ("plus de 300"),
 * units. Null where the number in the cell is not the one it was read as, so that words such as "million" change it.
 */
export function inCell(cell: string, read: number, written: string): string | null {
  const text = cell.trim();
  const found = figure.exec(text);
  if (!found) return null;
  // Of "35 1)" the last group is a footnote.
  for (let digits = found[0]; digits !== ''; digits = digits.replace(/[^\d]*\d+$/u, '')) {
    const isAll = digits.length === text.replace(/^[+-]/u, '').length;
    if (isAll || readings(digits).includes(Math.abs(read)))
      return `${text.slice(0, found.index)}${written}${text.slice(found.index + digits.length)}`;
    if (!/[\s\u00a0\u202f]/u.test(digits)) break;
  }
  return null;
}

/** Powers of ten by which one cell must explain a mismatch better than another it is tied to, before it is accused. */
const margin = 2;

interface Weighed {
  readonly reading: Reading;
  readonly score: number;
  /** What it was held against. */
  readonly around: Neighbourhood | null;
}

interface Candidate {
  readonly point: Point;
  readonly weighed: readonly Weighed[];
}

/** Readings of a cell that fit what stands around it better than the cell does; none where the cell fits. */
function weighAgainst(
  around: Neighbourhood | null,
  point: Point,
  study: Study,
  kept: (reading: Reading) => boolean,
): readonly Weighed[] {
  const own = study.read(point);
  if (own === null || own <= 0) return [];
  const asIs = fit(own, point, study, around);
  if (asIs > -2) return [];
  const sides = study.around(point);
  const end = sides && (sides.before === null || sides.after === null) ? 1 : 0;
  // Before or after everything else, only a tie tells swapped digits from a level that changed.
  const untold = end === 1 && study.expected(point).length === 0;
  const readings = readingsOf(own, Number.isInteger(own) && point.measure === 'count').filter(
    (reading) => kept(reading) && (!untold || reading.kind !== 'transposition'),
  );
  // Chance has as many tries as there are readings; at the end of a series a new level may begin.
  const tried = Math.log10(Math.max(1, readings.length)) + end;
  return readings.flatMap((reading) => {
    const fits = fit(reading.value, point, study, around);
    const score = fits - asIs - tried - (reading.exact ? 0 : 1);
    return score >= thresholds[reading.kind] && fits > -1.5 ? [{ reading, score, around }] : [];
  });
}

const isScaled = ({ kind }: Reading): boolean => kind !== 'transposition';

/** Readings of a cell that fit better than the cell does, best first: beside its neighbours, and as one apart from all. */
function weigh(point: Point, study: Study): readonly Weighed[] {
  const near = weighAgainst(study.around(point), point, study, () => true);
  const apart = study.apart(point);
  const whole = apart ? weighAgainst(apart, point, study, isScaled) : [];
  const known = new Set(near.map(({ reading }) => reading.value));
  return [...near, ...whole.filter(({ reading }) => !known.has(reading.value))].sort(
    (a, b) => b.score - a.score,
  );
}

/** The cell with the value in it, written as its column writes numbers; null where words change the number. */
function written(own: number, value: number, point: Point, study: Study): string | null {
  const { raw } = point.place;
  const marks = study.input.marks.get(point.style);
  const habit = study.habit(point);
  const decimal = marks?.decimal ?? (/,\d+$/u.test(raw.trim()) && !habit.grouped ? ',' : '.');
  const group = marks?.group ?? (habit.grouped ? habit.mark : '');
  return inCell(raw, own, writtenNumber(value, group, decimal));
}

function anomaly(
  { point, weighed }: Candidate,
  rivals: readonly Point[],
  study: Study,
): Anomaly | null {
  const [best, second] = weighed;
  if (!best) return null;
  const { reading, score, around } = best;
  const own = study.read(point) ?? 0;
  const close = second && score - second.score < 1 ? second : null;
  const open: Text | null = close
    ? inFour(
        'twee lezingen passen ongeveer even goed',
        'deux lectures conviennent à peu près aussi bien',
        'zwei Lesarten passen etwa gleich gut',
        'two readings fit about as well',
      )
    : rivals.length > 0
      ? inFour(
          'de afwijking kan evengoed in een andere cel van de rij of het totaal zitten',
          'l’écart peut tout aussi bien venir d’une autre cellule de la ligne ou du total',
          'die Abweichung kann ebenso gut in einer anderen Zelle der Zeile oder Summe liegen',
          'the mismatch may as well lie in another cell of the row or total',
        )
      : reading.exact ||
          study
            .expected(point)
            .some(
              ({ low, high }) => reading.value >= low && reading.value <= high && high - low < 1,
            )
        ? null
        : inFour(
            'welke cijfers verloren zijn, is niet te weten',
            'les chiffres perdus ne peuvent être connus',
            'die verlorenen Ziffern sind nicht zu ermitteln',
            'the digits that are lost cannot be known',
          );
  const to = written(own, reading.value, point, study);
  return anomalyOf(point, study.input, {
    kind: reading.kind,
    cause: slipCauses[reading.kind],
    evidence: [
      said(
        '{own} {reading} is {value}',
        '{own} {reading} donne {value}',
        '{own} {reading} ist {value}',
        '{own} {reading} is {value}',
        { own, reading: reading.says, value: reading.value },
      ),
      ...support(reading.value, point, study, around),
    ],
    rivals: [
      inFour(
        'een echt cijfer dat uit de reeks springt',
        'un vrai chiffre qui s’écarte de sa série',
        'eine echte Zahl, die aus ihrer Reihe fällt',
        'a true figure out of line with its series',
      ),
      ...weighed.slice(1, 3).map(({ reading: { says, value } }) =>
        said('{says}: {value}', '{says} : {value}', '{says}: {value}', '{says}: {value}', {
          says,
          value,
        }),
      ),
    ],
    score,
    to: open === null ? to : null,
    ...(open !== null
      ? { open }
      : to === null
        ? {
            open: inFour(
              'woorden in de cel veranderen het getal, zodat het niet opnieuw te schrijven is',
              'des mots dans la cellule changent son nombre, qui ne peut donc être réécrit',
              'Wörter in der Zelle ändern ihre Zahl, sodass sie nicht neu geschrieben werden kann',
              'words in the cell change its number, so that it cannot be written again',
            ),
          }
        : {}),
    alternatives: weighed.slice(0, 3).map(({ reading: other }) => String(other.value)),
    also: rivals,
  });
}

/**
 * Figures that fit neither their series nor the ties to other cells, and would do so with a factor of 10, 100 or 1,000 or
 * with two digits swapped. The best explained is taken first and read so from then on, so that a slip in one cell does not
 * accuse the cells it is tied to.
 */
export function findSlips(study: Study): readonly Anomaly[] {
  const candidates = study.input.points
    .filter((point) => point.counts && !study.settled(point))
    .map((point): Candidate => ({ point, weighed: weigh(point, study) }))
    .filter(({ weighed }) => weighed.length > 0)
    .sort((a, b) => (b.weighed[0]?.score ?? 0) - (a.weighed[0]?.score ?? 0));
  const found: Anomaly[] = [];
  for (const [at, { point, weighed: before }] of candidates.entries()) {
    const weighed = weigh(point, study);
    const [best] = weighed;
    if (!best) continue;
    const tied = new Set(study.expected(point).flatMap(({ rests }) => rests));
    const rivals = candidates
      .slice(at + 1)
      .filter(
        (other) =>
          (before[0]?.score ?? 0) - (other.weighed[0]?.score ?? 0) < margin &&
          (tied.has(cellKey(other.point)) ||
            (other.point.row === point.row && tied.has(other.point.column))),
      )
      .map((other) => other.point);
    const made = anomaly({ point, weighed }, rivals, study);
    if (!made) continue;
    found.push(made);
    study.settle(point, best.reading.value);
  }
  return found;
}
