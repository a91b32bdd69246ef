import type { PersonalKind } from './personal-values.ts';

/** The six offices that report, each with a file and a source folder of its own. */
export type Office = 'be-customs' | 'nl-harc' | 'lu-police' | 'lu-customs' | 'fr' | 'nrw';

/** How a report words the quantity that was really found. */
export type Told =
  | 'same'
  | 'gross'
  | 'reweighed'
  | 'transposed'
  | 'factor_10'
  | 'factor_1000'
  | 'missing';

/** Where a seizure is reported, and how. */
export interface Report {
  readonly office: Office;
  readonly file: string;
  /** Line of the file (row of the sheet), from 1. */
  readonly line: number;
  readonly date: string;
  readonly registeredOn: string;
  /** What the row says, in kg or tablets whatever unit it prints; null where the office does not give it. */
  readonly quantity: number | null;
  readonly unit: 'kg' | 'tablet';
  readonly told: Told;
  /** Which of the batches, where the office counts batches. */
  readonly batch: string | null;
  /** Rule by which the row must be rejected, or null. */
  readonly rejected: string | null;
}

/** What really happened, once. */
export interface TrueSeizure {
  readonly id: string;
  readonly date: string;
  readonly place: string;
  readonly basis: 'seized_in_port' | 'seized_in_territory' | 'entered_via_port';
  readonly seizingCountry: string;
  readonly agency: string;
  readonly substance: string;
  /** Net, in kg, or null where tablets were found. */
  readonly kg: number | null;
  readonly tablets: number | null;
  readonly batches: number;
  readonly container: string | null;
  readonly departure: string | null;
  readonly coverLoadHs: string | null;
  readonly transport: string;
  readonly concealment: string;
  readonly arrests: number | null;
  /** Too small for the office's rule of that year, so in no file. */
  readonly belowThreshold: boolean;
  readonly reports: readonly Report[];
}

/** One seizure in two files. */
export interface TrueDouble {
  readonly seizure: string;
  readonly a: { readonly file: string; readonly line: number };
  readonly b: { readonly file: string; readonly line: number };
  /** How the two quantities differ. */
  readonly differs: Told;
  /** Whether both rows are read; a quarantined one cannot be found. */
  readonly readable: boolean;
}

/** Two finds in two files that look like one: whoever reads only the rows cannot tell them apart. */
export interface TrueLookAlike {
  readonly seizures: readonly [string, string];
  readonly a: { readonly file: string; readonly line: number };
  readonly b: { readonly file: string; readonly line: number };
}

/** Something planted that a reader must find, or must not be misled by. */
export interface Defect {
  readonly kind:
    | 'personal-data'
    | 'unknown-label'
    | 'ambiguous-number'
    | 'invalid-number'
    | 'unit-slip'
    | 'missing-quantity'
    | 'late-registration'
    | 'after-as-of';
  readonly file: string;
  readonly line: number;
  readonly column: string;
  /** The rule that must reject the row, or null where it is read. */
  readonly rule: string | null;
  /** The planted personal datum, which must be in no output. */
  readonly value: string | null;
  readonly detector: PersonalKind | null;
}

/** The true total of a port and year (cocaine, kg, seized in the port), and what stands in the way of finding it. */
export interface TrueTotal {
  readonly place: string;
  readonly year: number;
  readonly seizures: number;
  /** All that was seized. */
  readonly kg: number;
  /** Of which reported by the picture's date and above the threshold: what the files can tell. */
  readonly asOfKg: number;
  readonly belowThresholdKg: number;
  readonly afterAsOfKg: number;
  /** Seizures whose quantity stands in no readable row. */
  readonly missing: number;
  /** Seizures of which no readable row gives the net quantity: a slip, or the weight with its packing. */
  readonly slips: number;
}

/** Everything that is known about an exercise world. */
export interface Truth {
  readonly notice: string;
  readonly seed: number;
  readonly years: readonly [number, number];
  readonly asOf: string;
  readonly seizures: readonly TrueSeizure[];
  readonly doubles: readonly TrueDouble[];
  readonly lookAlikes: readonly TrueLookAlike[];
  readonly defects: readonly Defect[];
  /** Rows that must be rejected, by file and rule. */
  readonly rejections: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly totals: readonly TrueTotal[];
}

/** A cell of a file: text, a number, or nothing. */
export type Cell = string | number | null;

/** What one office sends: its layout and its rows. */
export interface ExerciseFile {
  readonly office: Office;
  readonly name: string;
  readonly format: 'csv' | 'xlsx';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252';
  readonly sheet: string | null;
  readonly title: readonly string[];
  /** One or two rows of headings. */
  readonly header: readonly (readonly string[])[];
  /** Places of columns that hold dates, for a workbook. */
  readonly dates: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  readonly footer: string;
}

/** A made-up world of seizures: what is true, and what the offices write. */
export interface ExerciseWorld {
  readonly truth: Truth;
  readonly files: readonly ExerciseFile[];
}

/** Title of every exercise file, in the languages of its readers. */
export const notice =
  'OEFENING / EXERCICE / ÜBUNG / EXERCISE: synthetische gegevens, données fictives, erfundene Daten, synthetic data';
