/** What is planted; the names of the finder's kinds. */
export type PlantedKind =
  | 'unit_slip'
  | 'decimal_slip'
  | 'lost_zeros'
  | 'transposition'
  | 'copied_year'
  | 'part_exceeds_whole'
  | 'parts_not_total'
  | 'level_shift'
  | 'impossible_price'
  | 'agency_change'
  | 'placeholder'
  | 'date_outside'
  | 'duplicate_differs';

/** An error planted in a file, and whether a reader could see it. */
export interface PlantedAnomaly {
  readonly kind: PlantedKind;
  readonly file: string;
  /** Lines of the file, from 1, in which the wrong cells stand. */
  readonly lines: readonly number[];
  /** Headings of the wrong cells; empty where whole rows are wrong. */
  readonly columns: readonly string[];
  readonly truth: string | null;
  readonly written: string | null;
  /**
   * Told by the world that drew the figure, before anybody looks: another cell gives it exactly, or the error moves it by
   * four or more of the standard deviations it was drawn with.
   */
  readonly visible: boolean;
}
