import { agencyNames } from '@samenbeeld/answers';
import type { BasisRow, ConflictClaim, TrendPoint } from '@samenbeeld/charts';
import { bases, foundNone, inEach, inFour, type MemberTotal, UsageError } from '@samenbeeld/schema';
import type { Joint } from './joint.ts';
import { labelOf, numberIn, rangeIn, wordingName } from './labels.ts';
import type { TrendAnswer } from './trend.ts';

/** What is summed beside what is not, by year. */
export function basisRows({ totals, notAdded, claims }: Joint): readonly BasisRow[] {
  const label = (code: string) => inEach((language) => labelOf(bases, code, language));
  const known = new Set(claims.map(({ id }) => id));
  const rows = [
    ...totals.flatMap(({ period, basis, reported: { lowest, likely } }) =>
      lowest === null
        ? []
        : [
            {
              period,
              basis,
              label: label(basis),
              value: lowest,
              shown: inEach((language) =>
                rangeIn({ low: lowest, high: likely === lowest ? lowest : null }, language),
              ),
              summed: true,
            },
          ],
    ),
    ...notAdded.flatMap(({ period, basis, value, kind, claim, wording }) =>
      kind !== 'basis' || value === null || !known.has(claim)
        ? []
        : [
            {
              period,
              basis,
              label: label(basis),
              value,
              shown: inEach((language) =>
                `${wordingName(wording, language)} ${numberIn(value, language)}`.trim(),
              ),
              summed: false,
            },
          ],
    ),
  ];
  return rows.sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
}

/** One port in one year; a UsageError says which there are. */
export function memberOf({ totals }: Joint, place: string, year: number): MemberTotal {
  const total = totals.find(({ period }) => period === String(year));
  const member = total?.members.find((one) => one.place === place);
  if (member) return member;
  const years = totals.map(({ period }) => period).join(', ');
  throw new UsageError(
    inFour(
      'Er is geen {place} in {year}. Er zijn: {places}; jaren: {years}.',
      'Il n’y a pas de {place} en {year}. Il y a : {places} ; années : {years}.',
      'Es gibt kein {place} in {year}. Es gibt: {places}; Jahre: {years}.',
      'There is no {place} in {year}. There are {places} in {years}.',
      {
        place,
        year: String(year),
        places: totals[0]?.members.map((one) => one.place).join(', ') || foundNone,
        years: years || foundNone,
      },
    ),
  );
}

/** The claims about one port, each with its part in the figure. */
export function conflictClaims(total: Joint, member: MemberTotal): readonly ConflictClaim[] {
  const byId = new Map(total.claims.map((claim) => [claim.id, claim]));
  const claim = (id: string, role: ConflictClaim['role']): readonly ConflictClaim[] => {
    const found = byId.get(id);
    if (!found) return [];
    const { agencies: who, publishedOn, interval, value } = found;
    const label = inEach((language) => `${agencyNames(who, language)}, ${publishedOn ?? '–'}`);
    return [{ label, interval, value, role }];
  };
  return [
    ...(member.governing === null ? [] : claim(member.governing, 'governing')),
    ...member.rivals.flatMap((id) => claim(id, member.state === 'apart' ? 'apart' : 'rival')),
    ...[...member.combined, ...member.absorbed].flatMap((id) => claim(id, 'absorbed')),
    ...member.finds.flatMap((id) => claim(id, 'floor')),
  ];
}

/** The points of a series with their ranges. */
export function trendPoints({ series }: Pick<TrendAnswer, 'series'>): readonly TrendPoint[] {
  return series.points.map(({ period, value, interval, provisional }) => ({
    period,
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    provisional,
  }));
}
