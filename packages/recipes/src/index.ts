export { analysePicture } from './analyse-picture.ts';
export {
  type Analysis,
  type Answered,
  analyse,
  analyseAgain,
  judgeGathered,
  linkGathered,
} from './analysis.ts';
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
export { bestKnown } from './document/floor-finding.ts';
export { jointSeries, portSeries } from './document/port-trend.ts';
export { commandFor, type FigureCell, whyCommand } from './document/why-sentences.ts';
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
export { pictureSchemaFile } from './own-files.ts';
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
export {
  type Counted,
  codeOf,
  countedIn,
  isWithin,
  placeOf,
  type QuestionWords,
  questionKeys,
  questionsOf,
  scopeLine,
  type Written,
  wordsGiven,
} from './questions.ts';
export { recordVerdicts } from './record-verdicts.ts';
export { answered, nothingHeld } from './unanswered.ts';
