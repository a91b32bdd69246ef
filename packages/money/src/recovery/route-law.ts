import { InputError, isDay, RefusalError } from '@samenbeeld/schema';
import { groupBy } from '../series/group-by.ts';
import { type LegalRoute, legalRoutes } from './stages.ts';

/** Whether the law of a country has a route, and from when, one row a span of days: declared by whoever analyses, with its citation. */
export interface RouteLaw {
  readonly country: string;
  readonly route: LegalRoute;
  readonly exists: boolean;
  /** ISO day from which it exists; null where it always did. */
  readonly from?: string | null;
  /** Last ISO day; null where it still exists. */
  readonly to?: string | null;
  /** Where the law says so. */
  readonly citation: string;
}

/** The declared law of the countries that occur. */
export interface LawBook {
  /** Whether a route exists at some day of a span, both ends included. */
  readonly has: (country: string, route: LegalRoute, from: string, to: string) => boolean;
  readonly citation: (country: string, route: LegalRoute) => string;
}

/** Refuses a country some of whose routes nobody declared: an empty cell could then be a zero or no law at all. */
export function lawBook(
  law: readonly RouteLaw[],
  countries: readonly string[],
  routes: readonly LegalRoute[],
): LawBook {
  const key = (country: string, route: string): string => `${country} ${route}`;
  const rows = groupBy(law, ({ country, route }) => key(country, route));
  for (const { country, route, citation, from, to } of law) {
    const wrong = [from, to].find((day) => day !== undefined && day !== null && !isDay(day));
    if (wrong)
      throw new InputError(`the law of ${country} on ${route} names the day "${wrong}"`, {
        repair: 'write days of the calendar, such as 2026-06-30',
      });
    if (!Object.hasOwn(legalRoutes, route))
      throw new InputError(`the law of ${country} names an unknown route "${route}"`, {
        repair: `use one of ${Object.keys(legalRoutes).join(', ')}`,
      });
    if (!citation.trim())
      throw new InputError(`the law of ${country} on ${route} has no citation`, {
        repair: 'name the article that has the route, or the work that says there is none',
      });
  }
  const open = countries.flatMap((country) =>
    routes.filter((route) => !rows.has(key(country, route))).map((route) => key(country, route)),
  );
  if (open.length > 0)
    throw new RefusalError(
      `Nobody has declared whether the law has these routes: ${open.join(', ')}. Nothing recorded could then mean none, or no such law.`,
      {
        dimension: 'law',
        remedy: 'Add a row a route to `law`: whether it exists, from when, and the citation.',
      },
    );
  for (const [name, some] of rows) refuseContradiction(name, some);
  return {
    has: (country, route, from, to) =>
      (rows.get(key(country, route)) ?? []).some((row) => row.exists && overlaps(row, from, to)),
    citation: (country, route) => {
      const citations = (rows.get(key(country, route)) ?? []).map(({ citation }) => citation);
      return [...new Set(citations)].join('; ');
    },
  };
}

function overlaps(row: RouteLaw, from: string, to: string): boolean {
  return (row.from ?? '') <= to && (row.to ?? '9999') >= from;
}

/** A route may exist, be repealed and come back, a row a span; on one day it exists or does not. */
function refuseContradiction(name: string, rows: readonly RouteLaw[]): void {
  const there = rows.filter(({ exists }) => exists);
  const absent = rows.filter(({ exists }) => !exists);
  if (there.some((row) => absent.some((one) => overlaps(one, row.from ?? '', row.to ?? '9999'))))
    throw new InputError(`the law of ${name} is declared to exist and not to exist on one day`, {
      repair: 'give each row the days for which it holds',
    });
}
