export { analysePicture, type BuiltAnalysis } from './analyse-picture.ts';
export {
  type BuildOptions,
  type BuiltPicture,
  buildPicture,
  pictureReleases,
  type Telling,
  toldBuild,
} from './build-picture.ts';
export { builtState, isBuilt } from './built-state.ts';
export {
  type Changes,
  type ChangesInFolder,
  type ContradictionChange,
  changesSince,
  type DecisionChange,
  type FigureChange,
  type FigureReason,
  type InputChange,
  type Standing,
  type StandingFigure,
} from './changes-since.ts';
export { checkSources, type SourcesChecked } from './check-sources.ts';
export { type Composed, compose } from './compose.ts';
export { type Gathered, gather, type OnFile } from './gather.ts';
export {
  type IngestedPicture,
  type IngestPictureOptions,
  ingestPicture,
  recordedDecisions,
} from './ingest-picture.ts';
export { type UnreadItems, unreadItems } from './issue-table.ts';
export { readHypotheses } from './money/read-hypotheses.ts';
export { pictureSchemaFile } from './own-files.ts';
export {
  besidePicture,
  type PictureFileDescription,
  type PictureInputFile,
  readPictureFile,
} from './picture-file.ts';
export { pictureTables } from './picture-tables.ts';
export { recordVerdicts } from './record-verdicts.ts';
