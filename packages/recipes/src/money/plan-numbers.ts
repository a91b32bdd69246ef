import { checkDistribution, checkShare, type Distribution } from '@samenbeeld/money';
import type { MoneyPlan, PlannedAssumption } from './money-plan.ts';
import { isFields, refuseFile } from './read-yaml.ts';

/** The assumed interception rates, each above 0 and below 1. */
export function ratesIn(rates: unknown, file: string): readonly number[] {
  if (!Array.isArray(rates) || !rates.every((rate) => typeof rate === 'number'))
    return refuseFile(
      file,
      'expected rates as a list of shares, found something else',
      'write rates: [0.1, 0.2, 0.3]',
    );
  const odd = rates.find((rate: number) => !(rate > 0 && rate < 1));
  if (odd !== undefined || rates.length === 0)
    return refuseFile(
      file,
      `expected rates above 0 and below 1, found ${odd ?? 'none'}`,
      'write shares of one: 10 % is 0.1',
    );
  return rates;
}

/** How a number is spread; a share lies between 0 and 1 whatever is drawn. */
export function distributionIn(
  value: unknown,
  { id, unit, file }: { readonly id: string; readonly unit: string; readonly file: string },
): Distribution {
  if (!isFields(value))
    return refuseFile(
      file,
      `expected ${id}.distribution as a mapping, found ${JSON.stringify(value ?? null)}`,
      'write { kind: pert, low: …, mode: …, high: … }',
    );
  const distribution = value as unknown as Distribution;
  if (unit === 'share') checkShare(id, distribution, { place: { file } });
  else checkDistribution(id, distribution, { file });
  return distribution;
}

/** What questions use as a purity or a loss is a share, and above zero where something is divided by it. */
export function checkShares({ assumptions, questions }: MoneyPlan, file: string): void {
  const share = (id: string): PlannedAssumption | undefined => {
    const found = assumptions.find((one) => one.id === id);
    if (found && found.unit !== 'share')
      refuseFile(
        file,
        `expected ${id}.unit to be share, found ${found.unit}`,
        'purities and losses are shares of one: 15 % is 0.15',
      );
    return found;
  };
  for (const { purity, loss } of questions) {
    if (loss !== null) share(loss);
    if (purity === null) continue;
    share(purity.seized);
    const sold = share(purity.sold);
    if (sold) checkShare(sold.id, sold.distribution, { place: { file }, divides: true });
  }
}
