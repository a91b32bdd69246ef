import type { CodeEntry } from '../code-list.ts';

/** What a place code stands for. */
export type PlaceKind = 'country' | 'region' | 'port' | 'airport' | 'town' | 'complex' | 'area';

/** A place: a country (ISO 3166-1), a region (NUTS), a port or town (UN/LOCODE), or a set of these. */
export interface PlaceEntry extends CodeEntry {
  readonly kind: PlaceKind;
  /** ISO country, or null where it lies in several. */
  readonly country: string | null;
  /** Degrees, or null where none was looked up. UN/LOCODE gives whole minutes: for a map, not for a berth. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Places it consists of, as far as they are named. */
  readonly members: readonly string[];
  /** Whether it also holds places that are not named, so that its total is not the sum of its members. */
  readonly open: boolean;
  /** Wider places it lies in, besides its country. */
  readonly within: readonly string[];
  /** Edition of NUTS the code belongs to ("2021"), or null. */
  readonly nutsVersion: string | null;
  /** Code of the national statistics: INSEE region (FR), Land key (DE), or null. */
  readonly nationalCode: string | null;
  /** What to beware of, or null. */
  readonly note: string | null;
}

/** What a place has where nothing else is said. */
export const plainPlace: Omit<PlaceEntry, 'code' | 'label' | 'synonyms' | 'kind'> = {
  country: null,
  latitude: null,
  longitude: null,
  members: [],
  open: false,
  within: [],
  nutsVersion: null,
  nationalCode: null,
  note: null,
};
