import type { Anomaly } from './anomaly.ts';
import { anomalyOf, type Said } from './anomaly-of.ts';
import { shown } from './expectation.ts';
import { fit } from './fit.ts';
import type { Point } from './point.ts';
import type { Study } from './study.ts';
import { thresholds } from './thresholds.ts';

const marks = /^(?:9{3,}|-9{1,4}|-1|-99\d*|(\d)\1{4,}|12345\d*)(?:[.,]0+)?$/u;

/** A figure that is a mark rather than a number, as far as its series or its column says so. */
function markSaid(point: Point, study: Study): Said | null {
  const digits = point.place.raw.trim().replace(/[.,\s](?=\d{3}(?:\D|$))/gu, '');
  const value = study.read(point);
  if (!marks.test(digits) || value === null) return null;
  const misfit = -fit(value, point, study);
  const negative = value < 0;
  const score = negative ? 3 : misfit;
  if (score < thresholds.placeholder) return null;
  const around = study.around(point);
  return {
    kind: 'placeholder',
    cause: 'a mark that stands for a missing figure',
    evidence: [
      negative
        ? `a count or weight cannot be ${digits}`
        : `"${point.place.raw.trim()}" is a repeated or running digit`,
      ...(around
        ? [
            `${around.n} neighbours in its series lie between ${shown(around.low)} and ${shown(around.high)}`,
          ]
        : []),
    ],
    rivals: ['a true figure'],
    score,
    to: null,
    open: 'list it under missingValues with its reason, if it stands for a missing figure',
    alternatives: [],
  };
}

/** A zero between figures so large that none by chance is out of the question (Poisson, e^-λ). */
function zeroSaid(point: Point, study: Study): Said | null {
  if (study.read(point) !== 0 || point.measure !== 'count') return null;
  const around = study.around(point);
  if (!around || around.low < 20 || around.before === null || around.after === null) return null;
  const score = Math.min(12, -fit(0, point, study));
  if (score < thresholds.placeholder) return null;
  return {
    kind: 'placeholder',
    cause: 'a zero that stands for a missing figure',
    evidence: [
      `${around.n} neighbours in its series lie between ${shown(around.low)} and ${shown(around.high)}; none at all has a chance of e^-${Math.round(around.low)}`,
    ],
    rivals: ['nothing was counted that period', 'the code was not in use'],
    score,
    to: null,
    open: 'if the figure is missing, say so with a reason; zero is a value',
    alternatives: [],
  };
}

/** Marks that stand for a missing figure: 99999, -1, repeated digits out of line with their series, a zero where none cannot be. */
export function findPlaceholders(study: Study): readonly Anomaly[] {
  return study.input.points.flatMap((point) => {
    if (!point.counts || study.settled(point)) return [];
    const said = markSaid(point, study) ?? zeroSaid(point, study);
    return said ? [anomalyOf(point, study.input, said)] : [];
  });
}
