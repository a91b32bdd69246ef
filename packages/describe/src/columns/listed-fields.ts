import type { Concept } from './vocabulary.ts';

/** Meanings that are one field as it stands. */
export const simple: Readonly<Partial<Record<Concept, string>>> = {
  note: 'note',
  wordingPrinted: 'wordingPrinted',
  publication: 'publication',
  placeNote: 'placeNote',
  coverLoadHs: 'coverLoadHs',
};

/** Meanings that are a code of one list. */
export const listedFields: Readonly<
  Partial<Record<Concept, readonly [field: string, list: string]>>
> = {
  departureCountry: ['departureCountry', 'countries'],
  originCountry: ['originCountry', 'countries'],
  destinationCountry: ['destinationCountry', 'countries'],
  creditedTo: ['creditedTo', 'countries'],
  transportMode: ['transportMode', 'transportModes'],
  concealment: ['concealment', 'concealments'],
  massBasis: ['massBasis', 'massBases'],
  placeLevel: ['placeLevel', 'placeLevels'],
  basis: ['basis', 'bases'],
  metric: ['metric', 'metrics'],
  stat: ['stat', 'stats'],
  level: ['level', 'marketLevels'],
  missing: ['missing', 'missingReasons'],
  wording: ['wording', 'wordings'],
  confidence: ['confidence', 'confidences'],
  extent: ['extent', 'extents'],
};

/** What only a seizure has. */
export const events: ReadonlySet<Concept> = new Set([
  'departureCountry',
  'originCountry',
  'destinationCountry',
  'creditedTo',
  'transportMode',
  'concealment',
  'massBasis',
  'placeLevel',
  'coverLoadHs',
]);

/** What only an observation has. */
export const claims: ReadonlySet<Concept> = new Set([
  'metric',
  'stat',
  'level',
  'wording',
  'wordingPrinted',
  'confidence',
  'extent',
  'placeNote',
  'publication',
]);

/** The crosswalk of a list, as a file beside the description. */
export function fileOf(list: string): string {
  return `${list.replace(/([A-Z])/g, '-$1').toLowerCase()}.csv`;
}
