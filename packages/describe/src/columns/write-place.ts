import { codeLists } from '@samenbeeld/ingest';
import { type Language, places } from '@samenbeeld/schema';
import type { CountryGuess } from './guess-country.ts';
import { alpha3Codes } from './iso3.ts';
import { ownPlaces } from './own-places.ts';
import { byLevel, byPoliceRegion, holdsPoliceRegions, levelOf } from './place-by-level.ts';
import { byDepartement, byStatLine, statLine } from './place-by-name.ts';
import { byShape, shapeFor } from './place-by-shape.ts';
import { departementOf } from './place-shapes.ts';
import { type CodeWriting, writeCodes } from './write-codes.ts';

/** Labels that would be read as a port or a town of its kind. */
function asPorts(labels: readonly string[], language: Language): readonly string[] {
  return labels.filter((label) => {
    const match = places.lookup(label, language);
    return (
      match.kind === 'exact' &&
      ['port', 'town', 'airport'].includes(match.entry.kind) &&
      label !== match.entry.code
    );
  });
}

/** Countries in three letters, inline, as the place or another field. */
export function byAlpha3(
  codes: Readonly<Record<string, string>>,
  labels: readonly string[],
  field = 'place',
): CodeWriting {
  const lost = labels.filter((label) => !Object.hasOwn(codes, label));
  return {
    written: { to: field, codes },
    crosswalks: [],
    decide:
      lost.length > 0
        ? [
            `Which countries are ${lost
              .slice(0, 5)
              .map((label) => `"${label}"`)
              .join(', ')}?`,
          ]
        : [],
    found: labels.length - lost.length,
    all: labels.length,
  };
}

/** How a column of places is written down: codes, offices' keys, StatLine's names, countries, or a crosswalk. */
export function writePlace(
  labels: readonly string[],
  heading: string,
  language: Language,
  country: CountryGuess | null,
  file = 'places.csv',
): CodeWriting {
  const codes = labels.every((label) => codeLists['places']?.has(label));
  if (codes && labels.length > 0) return writeCodes('place', 'places', labels, language, file);
  const alpha3 = alpha3Codes(labels);
  if (alpha3) return byAlpha3(alpha3, labels);
  if (holdsPoliceRegions(labels, heading)) return byPoliceRegion(labels, language, file);
  const shape = shapeFor(labels, heading, country?.country ?? null);
  if (shape) return byShape(shape, labels, country?.country ?? null);
  const countries = labels.filter(
    (label) => codeLists['countries']?.lookup(label, language).kind === 'exact',
  );
  if (countries.length === labels.length && labels.length > 0)
    return writeCodes('place', 'countries', labels, language, file);
  const many =
    labels.length > 60 &&
    (country?.country === 'NL' || labels.some((label) => statLine.test(label)));
  const areas =
    country?.country === 'NL' &&
    /gemeente|regio/iu.test(heading) &&
    asPorts(labels, language).length > 0;
  if (many || areas || labels.some((label) => statLine.test(label)))
    return byStatLine(labels, language);
  if (labels.filter((label) => departementOf(label)).length > labels.length / 2)
    return byDepartement(labels, language, file);
  if (levelOf(heading) !== null && asPorts(labels, language).length > 0)
    return byLevel(labels, heading, language, country?.country ?? null, file);
  const abroad = countries.length > labels.length / 2;
  const listed = writeCodes('place', abroad ? 'countries' : 'places', labels, language, file);
  const writing = abroad ? listed : ownPlaces(listed, country?.country ?? null);
  const ports = /haven|port|hafen|lieu|place|plaats/iu.test(heading)
    ? []
    : asPorts(labels, language);
  if (ports.length === 0) return writing;
  const shown = ports
    .slice(0, 4)
    .map((label) => `"${label}"`)
    .join(', ');
  return {
    ...writing,
    decide: [
      ...writing.decide,
      `${shown} are read as ports, since the bare name of a town is its port here: are the towns meant?`,
    ],
  };
}
