import type { Finding } from './finding.ts';
import type { Language } from './language.ts';

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
