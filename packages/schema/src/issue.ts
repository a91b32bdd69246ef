import type { Seizure } from './seizure.ts';

/** Something about one place in a file that a person should see. */
export interface Issue {
  readonly file: string;
  readonly sheet: string | null;
  readonly line: number | null;
  readonly column: string | null;
  /** The cell as found; blanked for personal data. */
  readonly value: string | null;
  /** Name of the rule ("number.ambiguous", "crosswalk.unknown-code", "personal-data.bsn"). */
  readonly rule: string;
  /** A rejection removes its item; a note has no fate. */
  readonly severity: 'rejection' | 'warning' | 'note';
  readonly message: string;
  readonly repair: string;
}

/** What is known of a row that was put aside; null is not known. */
export interface PutAside {
  readonly place: string | null;
  readonly basis: string | null;
  readonly substance: string | null;
  readonly date: string | null;
  readonly datePrecision: Seizure['datePrecision'] | null;
  readonly dateRole: Seizure['dateRole'] | null;
  /** Of a find that a rule of the description leaves out, of which no more than the year is kept. */
  readonly leftOut?: true;
  /** Of a figure of a table, what it measures and of which days; none of a find. */
  readonly figure?: {
    readonly metric: string | null;
    readonly unit: string | null;
    readonly periodStart: string | null;
    readonly periodEnd: string | null;
  };
}

/** A row of which nothing is known. */
export const nothingAside: PutAside = {
  ...{ place: null, basis: null, substance: null },
  ...{ date: null, datePrecision: null, dateRole: null },
};

/** What became of the lines and items of one file; the parts always add up. */
export interface Conservation {
  readonly file: string;
  readonly source: string;
  readonly sha256: string;
  readonly lines: {
    readonly total: number;
    readonly title: number;
    readonly header: number;
    readonly footer: number;
    readonly blank: number;
    readonly data: number;
  };
  /** Data rows; one row may span several lines. */
  readonly rows: number;
  /** (row, mapped value column) pairs. */
  readonly items: number;
  readonly accepted: number;
  readonly excluded: number;
  readonly rejected: number;
  /** Excluded items by rule. */
  readonly exclusions: Readonly<Record<string, number>>;
  readonly rejections: Readonly<Record<string, number>>;
  /** Of which place, drug and time the rejected finds and figures may be, and the finds left out by a rule, each once; absent where none is, and in pictures built before this was kept. */
  readonly putAside?: readonly PutAside[];
  /** Rejected finds under embargo or kept secret, or of which it could not be read whether they are; their cells stand among the issues. */
  readonly restricted?: readonly {
    readonly line: number;
    readonly restriction: Exclude<Seizure['publicationRestriction'], 'none'>;
  }[];
  readonly notes: number;
  /** Records made of the accepted items. */
  readonly records: number;
  /** Accepted raw quantity and its sum in the records, per unit, as decimal strings. */
  readonly quantities: readonly {
    readonly unit: string;
    readonly raw: string;
    readonly records: string;
  }[];
}
