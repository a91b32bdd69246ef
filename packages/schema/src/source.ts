import type { Handling } from './handling.ts';
import type { Language, Text } from './language.ts';
import type { SheetName } from './sheets/columns.ts';

/** Who says it, under which definition and licence. */
export interface Source {
  readonly id: string;
  readonly title: Text;
  readonly publisher: string;
  readonly country: string;
  readonly kind:
    | 'register'
    | 'annual_report'
    | 'press_release'
    | 'press_article'
    | 'parliamentary_answer'
    | 'statistical_db'
    | 'survey'
    | 'liaison_report'
    | 'private_partner'
    | 'scientific'
    | 'claim_sheet'
    /** Rows of a sheet of records, of one owner and one marking. */
    | SheetName;
  readonly language: Language;
  readonly url: string | null;
  readonly licence: string;
  readonly citation: string;
  /** Europol 4×4: reliability of the source and of the information. */
  readonly gradeSource: 'A' | 'B' | 'C' | 'X';
  readonly gradeInfo: '1' | '2' | '3' | '4';
  readonly handling: Handling;
  /** Synthetic sources make a picture an EXERCISE; they never share one with published claims. */
  readonly synthetic: boolean;
  /** Frames of cooperation it belongs to, by code. */
  readonly programmes?: readonly string[];
}

/**
 * Whether a text is a grade of the 4×4 system (Regulation (EU) 2016/794, Art. 29): the source A, B, C or X, the information 1 to 4.
 *
 * @example
 * ```ts
 * import { isGrade } from '@samenbeeld/schema';
 * ['B2', 'X4', 'D1', 'XX'].map(isGrade) // => [true, true, false, false]
 * ```
 */
export function isGrade(text: string): boolean {
  return /^[ABCX][1-4]$/u.test(text);
}

/** What a source counts, and how. */
export interface Definition {
  readonly id: string;
  readonly source: string;
  readonly countUnit: string | null;
  readonly massBasis: 'net' | 'gross' | 'unknown';
  readonly minThreshold: { readonly value: number; readonly unit: string } | null;
  /** The day that puts a figure in a period; null where nobody says. */
  readonly dateRole:
    | 'seizure'
    | 'registration'
    | 'case_closed'
    | 'judgment'
    | 'destruction'
    | 'publication'
    | null;
  readonly countingRule: Text;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** A declared break: a trend may not cross it unless an override is recorded. */
export interface Break {
  readonly id: string;
  readonly source: string;
  /** First day under the new rule. */
  readonly on: string;
  readonly kind: 'definition' | 'system' | 'coverage' | 'legal' | 'boundary' | 'threshold';
  readonly severity: 'info' | 'block_trend';
  /** Series it applies to; a missing key applies to all (`{ place: 'FR', offence: 'ICCS0601' }`). */
  readonly series: Readonly<
    Partial<Record<'place' | 'offence' | 'substance' | 'metric' | 'basis', string>>
  >;
  readonly note: Text;
}

/**
 * What a source says about counting finds that another file counts: that it lists them too ("finds in the Zeeland ports
 * after a Belgian tip are listed"), or that it leaves them out ("no double counting with customs").
 */
export interface DoubleCount {
  readonly source: string;
  /** Source whose file counts the finds too, or whose finds are left out. */
  readonly also: string;
  readonly says: 'counts' | 'leaves-out';
  /** null for every place, or every basis. */
  readonly place: string | null;
  readonly basis: string | null;
  readonly evidence: string | null;
}

/** What a source or agency covers, for completeness. */
export interface Coverage {
  readonly source: string;
  readonly agency: string;
  readonly place: string;
  readonly substance: string | null;
  readonly basis: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  /**
   * Two are declared by nobody: a row of a file that is whole was put aside and may be of this (`unread`), or a rule of its
   * description left a find of it out (`left_out`).
   */
  readonly extent: 'full' | 'partial' | 'none' | 'unknown' | 'unread' | 'left_out';
  readonly evidence: string | null;
}
