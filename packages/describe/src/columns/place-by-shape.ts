import { expression } from '@samenbeeld/read';
import { ownValue, places } from '@samenbeeld/schema';
import { thresholds } from '../thresholds.ts';
import { type PlaceShape, placeShapes } from './place-shapes.ts';
import type { CodeWriting } from './write-codes.ts';

const byHeading: readonly (readonly [heading: RegExp, name: RegExp])[] = [
  [/r[eé]gion/iu, /regions$/],
  [/d[eé]p/iu, /départements$/],
  [/codgeo|commune|insee/iu, /communes$/],
  [/nis|ins\b|refnis/iu, /REFNIS/],
  [/gemeindeschl|kreis|ags/iu, /Kreise/],
  [/land/iu, /Länder/],
];

/** The habit in which an office writes its places, by cells, heading and country; null where none fits. */
export function shapeFor(
  labels: readonly string[],
  heading: string,
  country: string | null,
): PlaceShape | null {
  const fits = placeShapes.filter(
    ({ pattern }) =>
      labels.filter((label) => pattern.test(label)).length >=
      labels.length * thresholds.mostlyShaped,
  );
  const telling = fits.find((shape) => shape.telling);
  if (telling) return telling;
  for (const [words, name] of byHeading)
    if (words.test(heading)) {
      const named = fits.find((shape) => name.test(shape.name));
      if (named) return named;
    }
  return fits.find((shape) => shape.country === country) ?? null;
}

/** Wholes that stand beside their parts, and are in no code list. */
export const wholes: Readonly<Record<string, string>> = {
  Métropole: 'FR.ZONE.metropole',
  'France métropolitaine': 'FR.ZONE.metropole',
  'France métro': 'FR.ZONE.metropole',
};

/** Places by an office’s own codes. */
export function byShape(
  shape: PlaceShape,
  labels: readonly string[],
  country: string | null,
): CodeWriting {
  const known = Object.fromEntries(
    Object.entries(shape.codes ?? {}).filter(([label]) => labels.includes(label)),
  );
  const rest = labels.filter((label) => !Object.hasOwn(known, label));
  const rules = shape.rules.filter(({ match }) =>
    rest.some((label) => expression(match).test(label)),
  );
  const lost = rest.filter((label) => !rules.some(({ match }) => expression(match).test(label)));
  const named = Object.fromEntries(
    lost.flatMap((label) => (ownValue(wholes, label) ? [[label, ownValue(wholes, label)]] : [])),
  );
  const extra = lost.flatMap((label) =>
    ownValue(named, label) || places.lookup(label).kind === 'exact' ? [label] : [],
  );
  const unknown = lost.filter((label) => !extra.includes(label));
  const decide = [
    ...(unknown.length > 0
      ? [
          `Which places are ${unknown
            .slice(0, 5)
            .map((label) => `"${label}"`)
            .join(', ')}?`,
        ]
      : []),
    ...(!shape.telling && country !== shape.country
      ? [`Are these ${shape.name}? The cells alone do not say.`]
      : []),
  ];
  const written = {
    to: 'place',
    ...(Object.keys({ ...known, ...named }).length > 0 && { codes: { ...known, ...named } }),
    ...(rules.length > 0 && { rules }),
    ...(extra.some((label) => !ownValue(named, label)) && { list: 'places' }),
  };
  return {
    written,
    crosswalks: [],
    decide,
    found: labels.length - unknown.length,
    all: labels.length,
  };
}
