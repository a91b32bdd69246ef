export {
  type Analysis,
  type Answered,
  aboutAnswer,
  aboutPicture,
  analyse,
  analyseAgain,
  judgeGathered,
  linkGathered,
} from './analysis.ts';
export { type Given, type Giving, give, isAnswered, standsAlone, unanswered } from './answers.ts';
export {
  type AskedData,
  type AskOptions,
  ask,
  cardOf,
  checkParams,
  type GivenAnswer,
} from './ask.ts';
export {
  type Barrier,
  type BarrierEffect,
  type BarrierModel,
  type BarrierPartner,
  type BarrierSource,
  type BarrierStatus,
  type BarrierStep,
  coverOf,
  type Enabler,
  type Signal,
} from './barriers/barrier-model.ts';
export { type AnswerName, answers, type Card } from './cards.ts';
export { decisionStateOf } from './decisions/decision-state.ts';
export { anomaliesOf, anomaliesPage, type FoundAnomalies } from './files/anomalies-page.ts';
export { releasesPage } from './files/releases-page.ts';
export { allCrosswalks, allSources, catalogueSource, findSource } from './find-source.ts';
export { pairsToDecide } from './finds/double-reports.ts';
export {
  anew,
  type Held,
  type LookedUp,
  type MoneyAsked,
  type MoneyPlan,
  type MoneyQuestion,
  type Once,
  type PictureAsked,
  type PlannedAssumption,
  type PriceChoice,
  type Remarks,
  type Report,
  type ReportBlock,
  type SheetsHeld,
  type Step,
} from './held.ts';
export {
  type AnsweredQuestion,
  answerQuestion,
  type QuestionNumbers,
} from './money/answer-question.ts';
export { distributionText } from './money/distribution-text.ts';
export { refuseFile } from './money/money-input.ts';
export {
  type Param,
  params,
  type QuestionKey,
  questionKeys,
  questionParams,
} from './params.ts';
export {
  declarationsOf,
  knownWhere,
  type PictureRecords,
  type PictureRecordsOptions,
  pictureExtent,
  pictureRecords,
  pictureScopes,
  type RecordKind,
  type SourceExtent,
} from './picture-records.ts';
export type { Judgement, PriorityJudgements } from './priorities/priority-judgements.ts';
export {
  codeOf,
  isWithin,
  type Offers,
  offersOf,
  placeOf,
  type QuestionWords,
  questionsOf,
  scopeLine,
  type Written,
  wordsGiven,
} from './questions.ts';
export { remarksIn } from './sources/remarks.ts';
export { licenceText } from './sources/source-table.ts';
export { keptMoney, type StoredAnalysisOptions, storedAnalysis } from './stored-analysis.ts';
export {
  capitalised,
  countedIn,
  dated,
  labelled,
  numeral,
  placeText,
  scopeText,
  text,
} from './text.ts';
export { bestKnown } from './totals/floor-finding.ts';
export { besideTotals, memberTable } from './totals/total-blocks.ts';
export { yearlyTable } from './totals/yearly-table.ts';
export { jointSeries, portSeries } from './trend/port-trend.ts';
export { answered, fallsOut, nothingHeld } from './unanswered.ts';
export { askWhy, type WhyFound } from './why/ask-why.ts';
export { noteLine } from './why/where.ts';
export { whyBlocks } from './why/why-blocks.ts';
export { agencyNames } from './why/why-event-items.ts';
export { commandFor, type FigureCell, whyCommand } from './why/why-sentences.ts';
