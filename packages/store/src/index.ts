export { appendDecision, appendDecisions } from './append-decision.ts';
export { type Audience, audiences } from './audience.ts';
export { type Clearance, type ClearanceOptions, clearance } from './clearance.ts';
export { toCsv } from './csv.ts';
export { currentDecisions } from './current-decisions.ts';
export { buildMark } from './data-package.ts';
export { type DecisionDraft, decisionId } from './decision-line.ts';
export type { PublishedSeizure } from './embargo.ts';
export { openPicture } from './open-picture.ts';
export type {
  Picture,
  PictureColumn,
  PictureContents,
  PictureDescription,
  PictureFile,
  PictureInput,
  PictureMetadata,
  PictureQuery,
  PictureRows,
} from './picture.ts';
export { readDecisions } from './read-decisions.ts';
export { type ReplacingDraft, recordDecisions } from './record-decisions.ts';
export { type ClearanceInput, releaseSubject } from './release.ts';
export { repairPicture } from './repair-picture.ts';
export { decidedByRole, roleKey, standingDecisions } from './standing-decisions.ts';
export { writePicture } from './write-picture.ts';
export { writeThrough } from './write-through.ts';
