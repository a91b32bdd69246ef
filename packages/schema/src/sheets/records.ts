import type { Finding } from '../finding.ts';
import type { Language } from '../language.ts';

/** A statement of a crime picture in words: a fact or an assessment of one service, as it wrote it. */
export interface Assessment {
  /** The number that its sheet gives it. */
  readonly id: string;
  /** The source that its sheet, its owner and its marking make together; its handling is that of the paragraph. */
  readonly source: string;
  readonly phenomenon: string;
  readonly place: string;
  /** First and last day, ISO. */
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly kind: 'fact' | 'assessment';
  /** Which way it says that things go; stated by whoever entered it. */
  readonly says: string;
  /** How sure its owner says it is; null where it does not. */
  readonly confidence: Finding['confidence'] | null;
  /** Europol 4×4, such as B2; null where none is given. */
  readonly grade: string | null;
  /** Claims, records or totals of the picture that it rests on. */
  readonly evidence: readonly string[];
  /** Country whose picture it stands in. */
  readonly country: string;
  /** The service that wrote it and decides who may read it. */
  readonly originator: string;
  /** Marking of its paragraph, in one line ("TLP:GREEN H1"). */
  readonly marking: string;
  readonly text: string;
  readonly language: Language;
  /** Address, or name of the document. */
  readonly document: string;
  readonly paragraph: string | null;
  /** Frames of cooperation it belongs to. */
  readonly programmes: readonly string[];
}

/** What every row of a sheet has, whatever it records. */
export interface SheetRecord {
  /** The number that its sheet gives it. */
  readonly id: string;
  /** The source that its sheet, its owner and its marking make together. */
  readonly source: string;
  readonly country: string;
  /** The service that recorded it and decides who may read it. */
  readonly originator: string;
  /** Marking of the row, in one line ("TLP:GREEN H1"). */
  readonly marking: string;
  /** Address, or name of the document or collection. */
  readonly document: string;
  /** Frames of cooperation it belongs to. */
  readonly programmes: readonly string[];
  /** Its case under the picture's key; null where none is named, or the picture has no key. */
  readonly caseKey: string | null;
}

/** One offer on an online market. An offer is not a sale. */
export interface Listing extends SheetRecord {
  /** The market under the picture's key; null where the picture has none. */
  readonly platform: string | null;
  /** The vendor's pseudonym under the picture's key; null where the picture has none, or none was shown. */
  readonly vendor: string | null;
  readonly substance: string;
  /** Weight or number offered, in `unit`. */
  readonly amount: number;
  readonly unit: string;
  readonly price: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly shipsFrom: string | null;
  readonly shipsTo: readonly string[];
  /** Day on which it was seen, ISO. */
  readonly date: string;
}

/** A measure of an administrative authority: a closure, a permit refused. What followed from it is stated, never inferred. */
export interface AdministrativeMeasure extends SheetRecord {
  readonly measure: string;
  readonly place: string;
  readonly legalBasis: string;
  /** Days, ISO; `until` is null where it has no end, or none is stated. */
  readonly from: string;
  readonly until: string | null;
  /** The office that took it, never a person. */
  readonly authority: string;
  /** Effect as the authority states it; null where it states none. */
  readonly effect: string | null;
  readonly language: Language;
}

/** A report of a liaison officer, graded 4×4. */
export interface LiaisonReport extends SheetRecord {
  readonly phenomenon: string;
  /** Where it is about. */
  readonly place: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  /** Country of posting. */
  readonly postedIn: string;
  /** Europol 4×4: reliability of the source A, B, C or X, of the information 1–4, such as B2. */
  readonly grade: string;
  readonly substance: string | null;
  /** An amount that it states, in `unit`; null where it states none. */
  readonly amount: number | null;
  readonly unit: string | null;
  readonly text: string;
  readonly language: Language;
}

/** The row of each kind of sheet. */
export interface SheetRows {
  readonly assessments: Assessment;
  readonly listings: Listing;
  readonly measures: AdministrativeMeasure;
  readonly reports: LiaisonReport;
}
