import { InputError, inFour, isDay } from '@samenbeeld/schema';

/** How far apart two events are. */
export type Separation = 'straight' | 'blocks' | 'earth';

/** The place and day of an event, as numbers. */
export interface PlacedEvent {
  readonly x: number;
  readonly y: number;
  readonly day: number;
}

/** Pairs of events by band of distance, and how many pairs each band of days holds. */
export interface KnoxPairs {
  /** Of the pairs close in space: both events and the band of distance. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly band: Int32Array;
  /** Pairs by band of distance, and by band of days. */
  readonly inSpace: readonly number[];
  readonly inTime: readonly number[];
}

const radius = 6_371_008.8;

const separations: Readonly<Record<Separation, (a: PlacedEvent, b: PlacedEvent) => number>> = {
  straight: (a, b) => Math.hypot(a.x - b.x, a.y - b.y),
  blocks: (a, b) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y),
  // The haversine formula, in metres, from degrees of longitude (x) and latitude (y).
  earth: (a, b) => {
    const [lat, lon] = [((a.y - b.y) * Math.PI) / 360, ((a.x - b.x) * Math.PI) / 360];
    const cosines = Math.cos((a.y * Math.PI) / 180) * Math.cos((b.y * Math.PI) / 180);
    return (
      2 *
      radius *
      Math.asin(Math.min(1, Math.sqrt(Math.sin(lat) ** 2 + cosines * Math.sin(lon) ** 2)))
    );
  },
};

/** The band of a value, from 0; −1 beyond the last edge. Bands include their lower edge. */
export function bandOf(value: number, edges: readonly number[]): number {
  return edges.findIndex((edge) => value < edge);
}

/** Sorts every pair of events into its bands. */
export function knoxPairs(
  events: readonly PlacedEvent[],
  distances: readonly number[],
  days: readonly number[],
  separation: Separation,
): KnoxPairs {
  const apart = separations[separation];
  const [first, second, band]: number[][] = [[], [], []];
  const inSpace = distances.map(() => 0);
  const inTime = days.map(() => 0);
  for (const [i, one] of events.entries())
    for (let j = i + 1; j < events.length; j += 1) {
      const other = events[j] as PlacedEvent;
      const near = bandOf(apart(one, other), distances);
      const soon = bandOf(Math.abs(one.day - other.day), days);
      if (soon >= 0) inTime[soon] = (inTime[soon] as number) + 1;
      if (near < 0) continue;
      inSpace[near] = (inSpace[near] as number) + 1;
      first?.push(i);
      second?.push(j);
      band?.push(near);
    }
  return {
    first: Int32Array.from(first ?? []),
    second: Int32Array.from(second ?? []),
    band: Int32Array.from(band ?? []),
    inSpace,
    inTime,
  };
}

/** Counts the pairs close in space by band of days, the days of the events taken from `order`. One row a band of distance. */
export function knoxCounts(
  pairs: KnoxPairs,
  days: Float64Array,
  edges: readonly number[],
  bands: number,
): Int32Array {
  const counts = new Int32Array(bands * edges.length);
  for (let pair = 0; pair < pairs.band.length; pair += 1) {
    const gap = Math.abs(
      (days[pairs.first[pair] as number] as number) -
        (days[pairs.second[pair] as number] as number),
    );
    const soon = bandOf(gap, edges);
    if (soon < 0) continue;
    const cell = (pairs.band[pair] as number) * edges.length + soon;
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

/** The number of a day, or an InputError. */
export function dayOf(date: string, position: number): number {
  if (isDay(date)) return Date.parse(date) / 86_400_000;
  throw new InputError(
    inFour(
      'verwacht: een dag zoals 2024-03-01 voor gebeurtenis {position}; gevonden: "{date}"',
      'attendu : un jour comme 2024-03-01 pour l’événement {position} ; trouvé : « {date} »',
      'erwartet: ein Tag wie 2024-03-01 für Ereignis {position}; gefunden: „{date}“',
      'expected a day such as 2024-03-01 for event {position}, found "{date}"',
      { position: String(position), date },
    ),
    inFour(
      'laat gebeurtenissen weg waarvan de dag niet bekend is',
      'laissez de côté les événements dont le jour est inconnu',
      'Ereignisse weglassen, deren Tag nicht bekannt ist',
      'leave out events whose day is not known',
    ),
  );
}
