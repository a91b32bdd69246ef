import type { Anomaly, CellPlace } from './anomaly.ts';
import { anomalyOf } from './anomaly-of.ts';
import { shown } from './expectation.ts';
import type { Study } from './study.ts';
import { isRule, scoreOf, sumHolds, sumsOf } from './sums.ts';

/**
 * Parts that do not add up to their total where all are there and sums of the same kind do add up; where a part has no
 * figure, parts that are more than the total. Sums with a part that
 * exceeds the whole, or a slip that explains the difference, are reported as that.
 */
export function findUnequalSums(study: Study, doubted: ReadonlySet<CellPlace>): readonly Anomaly[] {
  const all = sumsOf(study, doubted);
  return all.flatMap((sum) => {
    const { whole, total, parts, gaps } = sum;
    if (
      !(whole.complete || whole.declared) ||
      total === null ||
      parts === null ||
      sumHolds(sum) ||
      !isRule(sum)
    )
      return [];
    if (whole.parts.some((part) => (study.read(part) ?? 0) > total)) return [];
    // Two ways to divide the same whole that agree speak against the whole.
    const agreeing = all.find(
      (other) =>
        other !== sum &&
        other.whole.total === whole.total &&
        other.parts === parts &&
        !sumHolds(other),
    );
    return [
      anomalyOf(whole.total, study.input, {
        kind: 'parts_not_total',
        cause: 'the parts do not add up to the total: a part is missing or wrong, or the total is',
        evidence: [
          `${whole.parts.length} parts add up to ${shown(parts)}, the total is ${shown(total)}: ${shown(Math.abs(total - parts))} too ${parts > total ? 'much' : 'little'} (${((100 * Math.abs(total - parts)) / Math.max(total, 1)).toFixed(2)} %)`,
          ...(agreeing
            ? [
                `${agreeing.whole.parts.length} other parts of the same total add up to ${shown(parts)} too: the total is the likelier slip`,
              ]
            : []),
          ...(gaps > 0
            ? [`${gaps} of the parts ${gaps === 1 ? 'has' : 'have'} no figure: they only add to it`]
            : []),
          `${whole.says}: holds in ${sum.holds.toLocaleString('en')} of ${sum.of.toLocaleString('en')} cases`,
        ],
        rivals: ['rounding of the parts', 'a part that is not listed'],
        score: scoreOf(sum, 'parts_not_total'),
        to: null,
        open: 'which figure is wrong cannot be told',
        // The sum of some of the parts is not what the total was meant to be.
        alternatives: gaps > 0 ? [] : [String(parts)],
        also: whole.parts,
      }),
    ];
  });
}
