import {
  type Break,
  type Decision,
  overrideInForce,
  parsePeriod,
  shape,
  takes,
} from '@samenbeeld/schema';
import { readPeriod } from './period.ts';

/**
 * Which rule holds in each period, as `cochranArmitage` takes it in `scopes`: periods between the same declared breaks
 * that block a trend share one, and a period with a break in it stands alone. Breaks that are overridden part nothing.
 *
 * @example
 * ```ts
 * import { scopesByBreak } from '@samenbeeld/trends';
 * scopesByBreak(['2019', '2020'], []) // => ['', '']
 * ```
 */
export function scopesByBreak(
  groups: readonly string[],
  breaks: readonly Break[],
  overrides: readonly Decision[] = [],
): readonly string[] {
  takes(
    'scopesByBreak',
    ['groups', groups, shape.list(shape.text)],
    ['breaks', breaks, shape.list(shape.options)],
    ['overrides', overrides, shape.list(shape.options)],
  );

  const parting = breaks.filter(
    ({ id, severity }) => severity === 'block_trend' && !overrideInForce(id, overrides),
  );
  return groups.map((group) => {
    // Days of an action are no calendar period, and part as well.
    const { start, end } = group.includes('/') ? parsePeriod(group) : readPeriod(group);
    return parting
      .filter(({ on }) => on <= end)
      .map(({ id, on }) => (on > start ? `${id} within ${group}` : id))
      .sort()
      .join(' ');
  });
}
