import type { AnomalyKind } from './anomaly.ts';

/**
 * Scores from which an anomaly is reported, by kind: powers of ten by which the cause explains the cells better than
 * chance does. Set on the real files of shared/data, so that what is reported is worth an analyst's time, and printed
 * with each finding. The method note gives the false alarms measured.
 */
export const thresholds: Readonly<Record<AnomalyKind, number>> = {
  unit_slip: 1.5,
  decimal_slip: 2,
  lost_zeros: 2,
  transposition: 2.5,
  copied_year: 6,
  part_exceeds_whole: 1,
  parts_not_total: 1,
  level_shift: 2,
  impossible_price: 2,
  agency_change: 3,
  placeholder: 2,
  date_outside: 2,
  duplicate_differs: 1,
};
