import { groupBy, InputError, inFour, isDay, RefusalError } from '@samenbeeld/schema';
import { type LegalRoute, legalRoutes, oneOfTheRoutes } from './stages.ts';

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
      throw new InputError(
        inFour(
          'het recht van {country} over {route} noemt de dag "{wrong}"',
          'le droit de {country} sur {route} nomme le jour « {wrong} »',
          'das Recht von {country} zu {route} nennt den Tag „{wrong}“',
          'the law of {country} on {route} names the day "{wrong}"',
          { country, route, wrong },
        ),
        inFour(
          'schrijf dagen van de kalender, zoals 2026-06-30',
          'écrivez des jours du calendrier, comme 2026-06-30',
          'Tage des Kalenders schreiben, etwa 2026-06-30',
          'write days of the calendar, such as 2026-06-30',
        ),
      );
    if (!Object.hasOwn(legalRoutes, route))
      throw new InputError(
        inFour(
          'het recht van {country} noemt een onbekende route "{route}"',
          'le droit de {country} nomme une voie inconnue « {route} »',
          'das Recht von {country} nennt einen unbekannten Weg „{route}“',
          'the law of {country} names an unknown route "{route}"',
          { country, route },
        ),
        oneOfTheRoutes,
      );
    if (!citation.trim())
      throw new InputError(
        inFour(
          'het recht van {country} over {route} heeft geen vindplaats',
          'le droit de {country} sur {route} n’a pas de référence',
          'das Recht von {country} zu {route} hat keine Fundstelle',
          'the law of {country} on {route} has no citation',
          { country, route },
        ),
        inFour(
          'noem het artikel dat de route kent, of het werk dat zegt dat er geen is',
          'nommez l’article qui a la voie, ou l’ouvrage qui dit qu’il n’y en a pas',
          'den Artikel nennen, der den Weg kennt, oder das Werk, das sagt, dass es keinen gibt',
          'name the article that has the route, or the work that says there is none',
        ),
      );
  }
  const open = countries.flatMap((country) =>
    routes.filter((route) => !rows.has(key(country, route))).map((route) => key(country, route)),
  );
  if (open.length > 0)
    throw new RefusalError(
      inFour(
        'Niemand heeft verklaard of de wet deze routes kent: {open}. Niets vastgelegd kan dan betekenen: geen, of geen zo’n wet.',
        'Personne n’a déclaré si la loi connaît ces voies : {open}. Rien d’enregistré peut alors vouloir dire aucun, ou pas de telle loi.',
        'Niemand hat erklärt, ob das Recht diese Wege kennt: {open}. Nichts festgehalten kann dann keine heißen, oder kein solches Recht.',
        'Nobody has declared whether the law has these routes: {open}. Nothing recorded could then mean none, or no such law.',
        { open: open.join(', ') },
      ),
      {
        dimension: 'law',
        remedy: inFour(
          'Voeg per route een rij toe aan `law`: of ze bestaat, sinds wanneer, en de vindplaats.',
          'Ajoutez à `law` une ligne par voie : si elle existe, depuis quand, et la référence.',
          'Je Weg eine Zeile in `law` hinzufügen: ob es ihn gibt, seit wann, und die Fundstelle.',
          'Add a row a route to `law`: whether it exists, from when, and the citation.',
        ),
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
    throw new InputError(
      inFour(
        'van het recht van {name} is verklaard dat het op één dag bestaat en niet bestaat',
        'le droit de {name} est déclaré exister et ne pas exister un même jour',
        'vom Recht von {name} ist erklärt, dass es an einem Tag besteht und nicht besteht',
        'the law of {name} is declared to exist and not to exist on one day',
        { name },
      ),
      inFour(
        'geef elke rij de dagen waarvoor ze geldt',
        'donnez à chaque ligne les jours où elle vaut',
        'jeder Zeile die Tage geben, für die sie gilt',
        'give each row the days for which it holds',
      ),
    );
}
