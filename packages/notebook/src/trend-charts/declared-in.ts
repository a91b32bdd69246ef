import { type Break, parsePeriod, type Text } from '@samenbeeld/schema';
import type { TrendSeries } from '@samenbeeld/trends';

const keys = ['place', 'offence', 'substance', 'metric', 'basis'] as const;

/** The declared breaks that fall within a series, each at the first period under the new rule. */
export function declaredIn(
  { scope, points }: TrendSeries,
  breaks: readonly Break[],
): readonly { readonly period: string; readonly note: Text }[] {
  const known = points
    .filter(({ value, interval }) => value !== null || interval)
    .map(({ period }) => ({ period, ...parsePeriod(period) }));
  return breaks
    .filter(
      ({ source, series }) =>
        source === (scope?.source ?? source) &&
        keys.every((key) => [undefined, scope?.[key] ?? series[key]].includes(series[key])),
    )
    .flatMap(({ on, note }) => {
      const after = known.find(({ end }) => end >= on);
      return after && after !== known[0] ? [{ period: after.period, note }] : [];
    });
}
