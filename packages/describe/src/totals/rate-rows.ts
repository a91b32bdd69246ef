import { type Language, units } from '@samenbeeld/schema';
import { codesOf } from '../mapped-codes.ts';
import type { LabelColumn } from './label-columns.ts';
import type { ProposedTotals } from './propose-totals.ts';
import { ruleName } from './rule-name.ts';

/** Rates per inhabitants follow from counts; a purity in per cent, an index or a price does not. */
function isRate(code: string): boolean {
  const { dimension, base } = units.get(code);
  return dimension === 'rate' && base === 'per_1';
}

/** Rows whose unit is a rate per inhabitants, in a column of units that has counts too: they are computed from those. */
export function rateRows(
  columns: readonly LabelColumn[],
  record: 'observation' | 'seizure',
  language: Language,
): ProposedTotals['exclude'] {
  return columns.flatMap(({ heading, guess, labels }) => {
    const codes = codesOf(labels, { ...guess, to: 'unit' }, record, language);
    const known = labels.flatMap((label) => {
      const code = codes.get(label);
      return code && units.has(code) ? [{ label, rate: isRate(code) }] : [];
    });
    const rates = known.filter(({ rate }) => rate).map(({ label }) => label);
    if (rates.length === 0 || rates.length === known.length) return [];
    return [
      {
        rule: ruleName('rate', 'derived'),
        where: { [heading]: rates.length === 1 ? (rates[0] ?? '') : rates },
        reason: 'rates, computed from the counts that stand in other rows and from the population',
        decide: null,
      },
    ];
  });
}
