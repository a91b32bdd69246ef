export { agencyRelation, type Relation } from './agency-relation.ts';
export { type CellName, parseCellName } from './cell-name.ts';
export { type CheckedClaim, checkClaim } from './check-claim.ts';
export type { Claim } from './claim.ts';
export { type CoverageCell, coverage } from './coverage.ts';
export {
  candidateFrom,
  type DoubleReport,
  findDoubleReports,
  type Reason,
  sameFrom,
} from './double-reports.ts';
export { type EventGroup, groupEvents } from './event-groups.ts';
export { inKilograms } from './event-quantity.ts';
export { type EventTotalsOptions, eventTotals } from './event-totals.ts';
export type { Explanation } from './explain/explanation.ts';
export { isTransposition } from './explain/transposition.ts';
export {
  type Difference,
  type DifferingDimension,
  explainDifference,
} from './explain-difference.ts';
export { findConflicts } from './find-conflicts.ts';
export { type JointTotals, type JointTotalsOptions, jointTotals } from './joint-totals.ts';
export { publicationKey } from './publication-key.ts';
export { toClaims } from './to-claims.ts';
export { diffReleases, type ReleaseDiff } from './vintages/diff-releases.ts';
export {
  type Measure,
  measureText,
  parseMeasure,
  sameMeasureSubject,
} from './vintages/measure.ts';
export type { Release } from './vintages/release.ts';
export type { Revision } from './vintages/revision.ts';
export {
  type RevisionTriangle,
  revisionTriangle,
  type TriangleRow,
} from './vintages/revision-triangle.ts';
export { type Why, type WhyEvent, type WhyLine, type WhyRole, why, whyTotal } from './why.ts';
export { join, placeLabel, say, type Word } from './words.ts';
