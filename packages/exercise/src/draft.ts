import type { PersonalKind } from './personal-values.ts';
import type { Find } from './seize.ts';
import type { Defect, Office, Told } from './world.ts';

/** A report before it is written in an office's own words. */
export interface Draft {
  readonly find: Find;
  readonly office: Office;
  readonly date: string;
  readonly registeredOn: string;
  readonly quantity: number | null;
  readonly unit: 'kg' | 'tablet';
  readonly told: Told;
  readonly batch: string | null;
  /** The other office of a double report. */
  readonly partner: Office | null;
  /** Whether the row names the partner, and shows container, departure and cover load. */
  readonly shows: {
    readonly partner: boolean;
    readonly container: boolean;
    readonly load: boolean;
  };
  /** As this office saw it. */
  readonly concealment: string;
  readonly departure: string | null;
  readonly remark: string | null;
  /** What stands in the column for the handling team, where there is one. */
  readonly contact: string | null;
  /** A drug label that no list knows. */
  readonly label: string | null;
  /** A quantity cell that cannot be read. */
  readonly unreadable: string | null;
  readonly defects: readonly Planted[];
}

/** A defect before its line is known. */
export interface Planted {
  readonly kind: Defect['kind'];
  /** The part of the row it stands in. */
  readonly part: 'quantity' | 'substance' | 'remark' | 'contact' | 'registered';
  readonly rule: string | null;
  readonly value: string | null;
  readonly detector: PersonalKind | null;
}
