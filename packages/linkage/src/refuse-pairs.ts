import type { Engine } from '@samenbeeld/engine';
import { ruleName } from './blocking-pass.ts';
import type { BlockingRule } from './blocking-rule.ts';
import { countPass } from './count-pairs.ts';
import type { PairSpace } from './pass-sql.ts';

/** Refuses blocking that brings together more pairs than may be; names the worst rule and how large its largest key is: not what it says, which may be a person's name. */
export async function refuseTooMany(
  engine: Engine,
  space: PairSpace,
  blocking: readonly BlockingRule[],
  options: { readonly pairs: readonly number[]; readonly maxPairs: number },
): Promise<void> {
  const { pairs, maxPairs } = options;
  const total = pairs.reduce((sum, one) => sum + one, 0);
  if (total <= maxPairs) return;
  const worst = pairs.indexOf(Math.max(...pairs));
  const rule = blocking[space.passes[worst]?.rule ?? 0];
  const { largest } = await countPass(engine, space, worst, { largest: true });
  const whole = (number: number): string => number.toLocaleString('en');
  throw new RangeError(
    `blocking brings together ${whole(total)} pairs, more than the ${whole(maxPairs)} allowed (maxPairs). The rule "${rule === undefined ? '' : ruleName(rule)}" alone has ${whole(pairs[worst] ?? 0)}${
      largest
        ? `, of which its largest key, with ${whole(largest.records)} records, has ${whole(largest.pairs)}`
        : ', because it has no equality: it compares everything with everything'
    }. Add a column to the key; previewBlocking shows which key it is`,
  );
}
