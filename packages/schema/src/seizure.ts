import type { Basis, MissingReason, Wording } from './observation.ts';
import type { Origin } from './origin.ts';

/** An event: somewhere, some day, some substance, some agency, on some basis. */
export interface Seizure {
  readonly kind: 'seizure';
  readonly id: string;
  readonly source: string;
  /** The office's own reference, as a hash: references of cases are personal data. */
  readonly reference: string | null;
  readonly seizingCountry: string;
  /** Countries that also count it ("NL", "BE"). */
  readonly creditedTo: readonly string[];
  readonly agencies: readonly string[];
  /** ISO day, or the first day of the period `datePrecision` names. */
  readonly date: string;
  readonly datePrecision: 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
  readonly dateRole:
    | 'seizure'
    | 'registration'
    | 'case_closed'
    | 'judgment'
    | 'destruction'
    | 'publication';
  readonly registeredOn: string | null;
  readonly place: string;
  readonly placeLevel:
    | 'terminal'
    | 'port'
    | 'port_complex'
    | 'municipality'
    | 'nuts3'
    | 'nuts2'
    | 'country'
    | 'sea'
    | 'in_transit';
  readonly basis: Basis;
  readonly substance: string;
  readonly substancePrinted: string | null;
  /** In `unit`; null exactly when `missing` is set. */
  readonly quantity: number | null;
  readonly printed: string | null;
  /** How the file words the quantity; a register's bare number is exact, and null in pictures from before it was kept. */
  readonly wording: Wording | null;
  /** The words as printed ("ruim"), or null. */
  readonly wordingPrinted: string | null;
  readonly unit: string;
  readonly missing: MissingReason | null;
  readonly massBasis: 'net' | 'gross' | 'unknown';
  readonly estimated: boolean;
  readonly originCountry: string | null;
  readonly departureCountry: string | null;
  readonly destinationCountry: string | null;
  readonly transportMode: string | null;
  readonly concealment: string | null;
  readonly coverLoadHs: string | null;
  /** Container, as a salted hash, so that two files can be compared. */
  readonly containerKey: string | null;
  /** Its case, as a salted hash: records of one case under one salt are found by it. Absent in pictures from before it was kept. */
  readonly caseKey?: string | null;
  readonly controlledDelivery: 'no' | 'yes' | 'unknown';
  readonly publicationRestriction: 'none' | 'embargo' | 'secret';
  readonly arrests: number | null;
  readonly definition: string | null;
  readonly note: string | null;
  readonly origin: Origin;
}
