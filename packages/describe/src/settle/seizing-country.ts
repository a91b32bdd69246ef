import type { ReadTable } from '@samenbeeld/read';
import { countries, type Language } from '@samenbeeld/schema';
import type { Look } from '../column.ts';
import { codesOf, labelsUnder, mappingsOf } from '../mapped-codes.ts';
import { thresholds } from '../thresholds.ts';

function countryOf(code: string | null | undefined): string | null {
  const country = code?.slice(0, 2) ?? '';
  return countries.has(country) ? country : null;
}

/**
 * Where a file of seizures has places in several countries and does not say who seized, the country of the place is
 * proposed as the one that seized, and asked.
 */
export function seizedByCountryOfPlace(table: ReadTable, language: Language): Look {
  return (columns) => {
    const filled = columns.some((column) =>
      mappingsOf(column).some(({ to }) => to === 'seizingCountry'),
    );
    const place = columns.find(({ kind, to }) => kind === 'column' && to === 'place');
    const labels = filled || !place ? null : labelsUnder(table, place.headings[0]);
    if (!place || !labels || labels.length > thresholds.listedPlaces) return () => null;
    const codes: Record<string, string> = Object.create(null);
    for (const [label, code] of codesOf(labels, place, 'seizure', language)) {
      const country = countryOf(code);
      if (country !== null) codes[label] = country;
    }
    if (new Set(Object.values(codes)).size < 2) return () => null;
    return (column) =>
      column === place
        ? {
            entry: 'finding',
            reason: 'the places lie in several countries, and no column says who seized',
            written: [...mappingsOf(place), { to: 'seizingCountry', codes }],
            decide: ['did the country of the place seize? No column says who did'],
          }
        : null;
  };
}
