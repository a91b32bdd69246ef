import type { Anomaly, CellPlace } from './anomaly.ts';
import { anomalyOf } from './anomaly-of.ts';
import { shown } from './expectation.ts';
import type { Point } from './point.ts';
import type { Study } from './study.ts';
import { isRule, type Sum, scoreOf, sumsOf } from './sums.ts';

/** The first part that is more than its whole by more than its tolerance. */
function tooLarge({ whole, total }: Sum, study: Study): Point | null {
  if (total === null) return null;
  const slack = whole.tolerance + 1e-6 * Math.max(1, Math.abs(total));
  return whole.parts.find((part) => (study.read(part) ?? 0) > total + slack) ?? null;
}

/**
 * A part that is more than its whole: a declared part, a column printed as a share of another or adding up with it to a
 * third, a month of its year. Slips that explain it are found before, and not reported twice.
 */
export function findPartsExceeding(
  study: Study,
  doubted: ReadonlySet<CellPlace>,
): readonly Anomaly[] {
  const seen = new Set<string>();
  return sumsOf(study, doubted).flatMap((sum) => {
    const part = tooLarge(sum, study);
    if (!part || !isRule(sum) || seen.has(`${part.row} ${part.column}`)) return [];
    seen.add(`${part.row} ${part.column}`);
    const [own, total] = [study.read(part) ?? 0, sum.total ?? 0];
    return [
      anomalyOf(part, study.input, {
        kind: 'part_exceeds_whole',
        cause:
          'a part is more than the whole: one of the two figures is wrong, or they do not count the same',
        evidence: [
          `${shown(own)} is ${shown(own - total)} more than the whole ${shown(total)}`,
          `${sum.whole.says}: holds in ${sum.holds.toLocaleString('en')} of ${sum.of.toLocaleString('en')} cases`,
        ],
        rivals: ['the whole is too small', 'part and whole have another scope, unit or date'],
        score: scoreOf(sum, 'part_exceeds_whole'),
        to: null,
        open: 'which of the two figures is wrong cannot be told',
        alternatives: [],
        also: [sum.whole.total],
      }),
    ];
  });
}
