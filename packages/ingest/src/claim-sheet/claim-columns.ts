import type { Text } from '@samenbeeld/schema';
import columns from './claim-columns.json' with { type: 'json' };

/** The lists a cell of the claim sheet can be chosen from. */
export type ClaimListName =
  | 'place'
  | 'basis'
  | 'contains_own'
  | 'agency'
  | 'substance'
  | 'offence'
  | 'metric'
  | 'stat'
  | 'unit'
  | 'wording'
  | 'extent'
  | 'status'
  | 'language'
  | 'confidence'
  | 'level'
  | 'count_unit'
  | 'missing';

/** One column of the claim sheet; its name is the header in every language. */
export interface ClaimColumn {
  readonly name: string;
  /** In characters. */
  readonly width: number;
  readonly list: ClaimListName | null;
  readonly kind: 'text' | 'date' | 'partial-date';
  /** What to fill in, shown above the header. */
  readonly help: Text;
}

/**
 * The columns of the claim sheet, in order: what an analyst fills in when a figure arrives as press, PDF or
 * parliamentary answer. The CSV form has these names as its only header row.
 */
export const claimColumns: readonly ClaimColumn[] = columns as readonly ClaimColumn[];
