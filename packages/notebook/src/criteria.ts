import type { Basis, Extent, Metric, Observation, Seizure, Wording } from '@samenbeeld/schema';

/** One value, or any of several. */
export type OneOf<Value> = Value | readonly Value[];

/** What both claims and events can be chosen by. Codes or names in any of the four languages ("COC", "cocaïne"). */
export interface SharedCriteria {
  /** Everything that lies within: `NSP` holds its three ports, `NL` every Dutch port. */
  readonly place?: string;
  /** With everything it holds: a family its members, `ALL` everything. */
  readonly substance?: string;
  readonly basis?: OneOf<Basis | (string & {})>;
  readonly source?: OneOf<string>;
  /** Agencies whose work is counted together, exactly these ("NL_HARC", "BE_POL+BE_CUST"). */
  readonly agencies?: string;
  /** An agency that takes part, alone or with others. */
  readonly agency?: string;
  readonly unit?: OneOf<string>;
  readonly definition?: OneOf<string>;
  /** Periods that lie within one of these years. */
  readonly year?: OneOf<number>;
  /** Periods that begin on or after this year, month or day (2020, "2020-05", "2020-05-17"). */
  readonly from?: number | string;
  /** Periods that end on or before this year, month or day. */
  readonly to?: number | string;
}

/** What claims and cells of tables can be chosen by. */
export interface ObservationCriteria extends SharedCriteria {
  readonly metric?: OneOf<Metric>;
  readonly stat?: OneOf<Observation['stat']>;
  readonly offence?: OneOf<string>;
  readonly nationalCode?: OneOf<string>;
  readonly countUnit?: OneOf<string>;
  readonly level?: OneOf<string>;
  readonly freq?: OneOf<Observation['freq']>;
  readonly extent?: OneOf<Extent>;
  readonly wording?: OneOf<Wording>;
  /** The claim's own number ("C086"). */
  readonly reference?: OneOf<string>;
  /** What was published by this year, month or day; claims without a date of publication are left out. */
  readonly publishedBy?: number | string;
}

/** What events can be chosen by. */
export interface SeizureCriteria extends SharedCriteria {
  readonly seizingCountry?: OneOf<string>;
  readonly concealment?: OneOf<string>;
  readonly transportMode?: OneOf<string>;
  readonly originCountry?: OneOf<string>;
  readonly departureCountry?: OneOf<string>;
  readonly destinationCountry?: OneOf<string>;
}

/** A claim or an event. */
export type Row = Observation | Seizure;

/** The criteria of a kind of row. */
export type CriteriaOf<R extends Row> = R extends Observation
  ? ObservationCriteria
  : SeizureCriteria;
