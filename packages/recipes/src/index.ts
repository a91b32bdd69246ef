export { analysePicture } from './analyse-picture.ts';
export {
  type Analysis,
  analyse,
  analyseAgain,
  judgeGathered,
  linkGathered,
  scope,
} from './analysis.ts';
export {
  type BuildOptions,
  type BuiltPicture,
  buildPicture,
  pictureReleases,
  recipes,
  type Telling,
  toldBuild,
} from './build-picture.ts';
export { checkSources, type SourcesChecked } from './check-sources.ts';
export { jointSeries, portSeries } from './document/port-trend.ts';
export { allCrosswalks, allSources, findSource } from './find-source.ts';
export { type Gathered, gather, type OnFile } from './gather.ts';
export {
  type IngestedPicture,
  type IngestPictureOptions,
  ingestPicture,
  recordedDecisions,
} from './ingest-picture.ts';
export { type UnreadItems, unreadItems } from './issue-table.ts';
export {
  type AnsweredQuestion,
  answerQuestion,
  type QuestionNumbers,
} from './money/answer-question.ts';
export { readHypotheses } from './money/read-hypotheses.ts';
export type { Composed } from './north-sea-port.ts';
export {
  besidePicture,
  type PictureFileDescription,
  type PictureInputFile,
  readPictureFile,
} from './picture-file.ts';
export {
  knownWhere,
  type PictureRecords,
  type PictureRecordsOptions,
  pictureExtent,
  pictureRecords,
  pictureScopes,
  type RecordKind,
  type SourceExtent,
} from './picture-records.ts';
export { pictureTables } from './picture-tables.ts';
export { recordVerdicts } from './record-verdicts.ts';
