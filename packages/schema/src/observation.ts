import type { Origin } from './origin.ts';

/** What is measured (domain: metric × unit). */
export type Metric =
  | 'seizures'
  | 'quantity'
  | 'price'
  | 'purity'
  | 'potency'
  | 'offences'
  | 'suspects'
  | 'persons_checked'
  | 'vehicles_checked'
  | 'trains_checked'
  | 'buses_checked'
  | 'persons_with_drugs'
  | 'under_influence'
  | 'vehicles_seized'
  | 'staff'
  | 'arrests'
  | 'cash'
  | 'weapons'
  | 'str_reports'
  | 'str_transactions'
  | 'unusual_transactions'
  | 'fiu_files'
  | 'fiu_value'
  | 'assets_seized'
  | 'assets_confiscated'
  | 'assets_recovered'
  | 'assets_held'
  | 'assets_sold'
  | 'darknet_sales'
  | 'listings'
  | 'vendors'
  | 'controls'
  | 'scans'
  | 'port_calls'
  | 'teu'
  | 'tonnes'
  | 'population'
  | 'dwellings'
  | 'wastewater_load'
  | 'reports'
  | 'fraud_cases'
  | 'losses'
  | 'firm_costs'
  | 'treatment_entrants';

/** Which statistic of it. */
export type Stat =
  | 'sum'
  | 'count'
  | 'mean'
  | 'median'
  | 'min'
  | 'max'
  | 'mode'
  | 'rate'
  | 'index'
  | 'share';

/** How a figure is worded, which decides its interval (joint total, rule 1). */
export type Wording = 'exact' | 'rounded' | 'floor' | 'just_under' | 'unmarked';

/** What part of its scope a claim covers: everything, one find, publicised finds only, or one agency of several. */
export type Extent = 'whole' | 'one_find' | 'some_finds' | 'part' | 'one_agency';

/** Why a value is missing. Zero is a value and is never here. */
export type MissingReason =
  | 'not_collected'
  | 'not_reported'
  | 'suppressed'
  | 'not_applicable'
  | 'pending'
  | 'below_threshold';

/** On what footing something was counted. Different bases are never summed. */
export type Basis =
  | 'seized_in_port'
  | 'seized_in_territory'
  | 'seized_in_post'
  | 'seized_in_action'
  | 'entered_via_port'
  | 'destined_for_port'
  | 'destined_for_country'
  | 'seized_or_destined'
  | 'seized_abroad'
  | 'came_from'
  | 'at_sea'
  | 'recorded'
  | 'not_applicable';

/** Observation status, SDMX CL_OBS_STATUS, one letter each, combined as published (`BP`). */
export type ObsStatus = string;

/**
 * A claim by a source about a scope, with a value, an interval or a reason for being missing.
 * Everything that is not an event is one of these: a cell of a national table, a press figure, a price.
 */
export interface Observation {
  readonly kind: 'observation';
  /** Hash of the stable raw key; cleaning never changes it. */
  readonly id: string;
  /** Catalogue id of the source (the folder's name). */
  readonly source: string;
  /** The source's own number of the row ("C086"), by which people name it, or null. */
  readonly reference: string | null;
  /** URL or document the figure was read in; two rows with the same publication may be one claim. */
  readonly publication: string | null;
  readonly metric: Metric;
  readonly stat: Stat;
  /** In `unit`; null exactly when `missing` is set. */
  readonly value: number | null;
  /** The digits as printed ("1.7", "4100"), from which the place value of the last digit is read. */
  readonly printed: string | null;
  readonly wording: Wording;
  /** The words as printed ("ruim", "almost"), where known. */
  readonly wordingPrinted: string | null;
  readonly unit: string;
  readonly missing: MissingReason | null;
  readonly status: ObsStatus;
  readonly extent: Extent;
  /** Place code, or several joined by `+` (ports that report together). */
  readonly place: string;
  readonly placeNote: string | null;
  readonly basis: Basis;
  /** Whether an `entered_via` figure contains the port's own seizures; null where the source does not say. */
  readonly containsOwn: boolean | null;
  /** Agencies whose work is counted; several are covered together. */
  readonly agencies: readonly string[];
  readonly substance: string | null;
  /** ICCS code, where the source's own code maps exactly or the source speaks ICCS. */
  readonly offence: string | null;
  /** The source's own code ("3.1.1", "730000"). */
  readonly nationalCode: string | null;
  readonly countUnit: string | null;
  /** Definition id in the source's folder. */
  readonly definition: string | null;
  /** Market level of a price, from the source. */
  readonly level: string | null;
  /** First and last day, ISO. */
  readonly periodStart: string;
  readonly periodEnd: string;
  /** A year, S half, Q quarter, M month, W week, D day, O other window. */
  readonly freq: 'A' | 'S' | 'Q' | 'M' | 'W' | 'D' | 'O';
  /** Day, month or year of publication as far as known ("2023-01"), or null. */
  readonly publishedOn: string | null;
  /** How sure the transcription is that the source says this. */
  readonly confidence: 'high' | 'medium' | 'low' | null;
  readonly note: string | null;
  readonly origin: Origin;
}
