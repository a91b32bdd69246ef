export { agencyContains } from './agency-contains.ts';
export { argumentKinds, eachOf, notOneEach, wrongArgument } from './argument-words.ts';
export {
  type CalendarPeriod,
  calendarPeriod,
  periodsPerYear,
  stepOf,
} from './calendar-period.ts';
export { type ClaimedFigure, claimInterval, placeValue } from './claim-interval.ts';
export {
  type CodeEntry,
  type CodeList,
  codeList,
  codeWords,
  editDistance,
  type Match,
  nameDistance,
  nearNames,
  noneNamed,
  type SharedNames,
  unlike,
} from './code-list.ts';
export { type Agency, type AgencyKind, agencies } from './codes/agencies.ts';
export { type Assumption, assumptions } from './codes/assumptions.ts';
export { bases, basisNamed } from './codes/bases.ts';
export { type ClassificationEntry, classifications } from './codes/classifications.ts';
export { unknownPlace } from './codes/complexes.ts';
export { concealments } from './codes/concealments.ts';
export { confidences } from './codes/confidences.ts';
export { conflictTypes } from './codes/conflict-types.ts';
export { countUnits } from './codes/count-units.ts';
export { countries } from './codes/countries.ts';
export { dateRoles } from './codes/date-roles.ts';
export { type Drug, type DrugGroup, drugs } from './codes/drugs.ts';
export { extents } from './codes/extents.ts';
export { handlingCodes } from './codes/handling-codes.ts';
export { marketLevels } from './codes/market-levels.ts';
export { massBases } from './codes/mass-bases.ts';
export { measures } from './codes/measures.ts';
export { memberStates } from './codes/member-states.ts';
export {
  type AssetKind,
  assetKind,
  assetKinds,
  metricNamed,
  metrics,
  metricWords,
} from './codes/metrics.ts';
export { missingReasons } from './codes/missing-reasons.ts';
export {
  agenciesNamed,
  germanCustoms,
  landOfAdjective,
  serviceWord,
} from './codes/named-agencies.ts';
export { obsStatuses } from './codes/obs-statuses.ts';
export { type Offence, offences } from './codes/offences.ts';
export { directions, phenomena } from './codes/phenomena.ts';
export type { PlaceEntry, PlaceKind } from './codes/place-entry.ts';
export { placeLevels } from './codes/place-levels.ts';
export { portsOfNoTown } from './codes/ports.ts';
export { programmes } from './codes/programmes.ts';
export { stats } from './codes/stats.ts';
export { statuses } from './codes/statuses.ts';
export type { SubstanceSet } from './codes/substance-sets.ts';
export { transportModes } from './codes/transport-modes.ts';
export { type Dimension, isMass, isMoney, type Unit, units } from './codes/units.ts';
export { wordings } from './codes/wordings.ts';
export {
  combineHandling,
  noAudience,
  noPurpose,
  officeHandling,
  publicHandling,
} from './combine-handling.ts';
export { breaksAmong } from './comparability/breaks.ts';
export { dimensionLabel, type Purpose } from './comparability/dimensions.ts';
export { type AppliedOverride, overrideInForce } from './comparability/override-ledger.ts';
export {
  type OverrideSubject,
  overrideSubject,
  parseOverrideSubject,
} from './comparability/override-subject.ts';
export { refusalText } from './comparability/refusal-text.ts';
export { type Comparable, isCounted } from './comparability/scope.ts';
export { assertComparable, type Comparability, type Comparison } from './comparability.ts';
export type { Conflict, ConflictType } from './conflict.ts';
export {
  type ConversionOptions,
  type ConvertedQuantity,
  convertQuantity,
} from './convert-quantity.ts';
export {
  type CorrectionCondition,
  type CorrectionDecision,
  type CorrectionSubject,
  correctionSubject,
  correctionVerdict,
  parseCorrectionDecision,
} from './correction-decision.ts';
export {
  type CrosswalkDecision,
  type CrosswalkSubject,
  crosswalkSubject,
  crosswalkVerdict,
  parseCrosswalkDecision,
} from './crosswalk-decision.ts';
export {
  compareDecimal,
  decimalText,
  multiplyExact,
  scaleExact,
  subtractExact,
  sumExact,
} from './decimal.ts';
export type { Decision, Ground } from './decision.ts';
export {
  errorWords,
  expectedFound,
  foundNone,
  InputError,
  oneOf,
  type Place,
  placeIn,
  plainText,
  RefusalError,
  repairWord,
  safeText,
  shownLines,
  shownText,
  UsageError,
  usedAt,
  withRepair,
  wrongUse,
} from './errors.ts';
export { escapeXml } from './escape-xml.ts';
export {
  bound,
  figure,
  fromTo,
  intervalName,
  pAtLeast,
  pAtMost,
  percent,
  pValue,
  range,
  rangeEnds,
  withoutPValue,
} from './figure-words.ts';
export type { Finding } from './finding.ts';
export { foldText } from './fold-text.ts';
export { formatInterval, formatQuantity, unitName } from './format-interval.ts';
export { formatNumber, sevenDigits } from './format-number.ts';
export {
  formatDays,
  formatPeriod,
  shortMonths,
  shortParts,
  shortPeriod,
} from './format-period.ts';
export { groupBy } from './group-by.ts';
export {
  type Classification,
  classificationOrder,
  type Handling,
  type HandlingCode,
  type Tlp,
  tlpOrder,
} from './handling.ts';
export type { Interval } from './interval.ts';
export {
  addIntervals,
  intersectIntervals,
  intervalContains,
  intervalsOverlap,
} from './interval-algebra.ts';
export { type Conversion, conversionsStated } from './invariants/conversions-stated.ts';
export { familyIsSumOfChildren } from './invariants/family-is-sum-of-children.ts';
export { type HandlingStep, handlingNotWeaker } from './invariants/handling-not-weaker.ts';
export type { Invariant, Violation } from './invariants/invariant.ts';
export { jointTotalHolds } from './invariants/joint-total-holds.ts';
export { type Labels, labelsComplete } from './invariants/labels-complete.ts';
export {
  likeRecordsAdd,
  type Together,
  trendKeepsToOneRule,
} from './invariants/like-records-add.ts';
export { type Builds, lineageComplete, sameBytes } from './invariants/lineage-complete.ts';
export { type Linkage, linkedOnce } from './invariants/linked-once.ts';
export { missingHasReason } from './invariants/missing-has-reason.ts';
export { noPersonalData, noPersonalFields } from './invariants/no-personal-data.ts';
export { partWithinWhole } from './invariants/part-within-whole.ts';
export { periodsInOrder } from './invariants/periods-in-order.ts';
export { placesStayApart } from './invariants/places-stay-apart.ts';
export { type Prices, pricesAndPurities } from './invariants/prices-and-purities.ts';
export { unitOfMetric } from './invariants/unit-of-metric.ts';
export { type Vintages, vintagesKept } from './invariants/vintages-kept.ts';
export { type Conservation, type Issue, nothingAside, type PutAside } from './issue.ts';
export type {
  Cause,
  Ceiling,
  CountedEvent,
  JointTotal,
  Likely,
  MemberTotal,
  NotAdded,
  PartitionMethod,
  Range90,
  Stake,
  Unweighed,
} from './joint-total.ts';
export { isRoundedOnly, toldReported, wholeEnds } from './joint-total.ts';
export { type Language, languages, type Text } from './language.ts';
export {
  dimensionText,
  type FigureDimension,
  figureDimensions,
  isPublishedBy,
  latestVintage,
} from './latest-vintage.ts';
export {
  machineAnswer,
  machineCode,
  machineProblem,
  unreadableWords,
} from './machine-problem.ts';
export { neverSummedAcross } from './never-summed-across.ts';
export { isSingular } from './number-words.ts';
export type {
  Basis,
  Extent,
  Metric,
  MissingReason,
  Observation,
  ObsStatus,
  Stat,
  Wording,
} from './observation.ts';
export type { Origin } from './origin.ts';
export { ownValue } from './own-value.ts';
export { type NumberHabit, numbersMeant, type ParsedNumber, parseNumber } from './parse-number.ts';
export type { PeriodHabit } from './parse-period.ts';
export { parsePeriod } from './parse-period.ts';
export {
  type FigureHabit,
  figureOrNull,
  type ParsedQuantity,
  parseFigure,
  parseQuantity,
  type WordedFigure,
} from './parse-quantity.ts';
export {
  addDays,
  freqOf,
  isDay,
  type Period,
  periodCode,
  periodContains,
  periodsOverlap,
  type Span,
  spanOfDate,
} from './period.ts';
export { fromToPeriod, type PeriodRole, periodPhrase, periodsPhrase } from './period-phrase.ts';
export type { ColumnUse } from './personal-data/column-use.ts';
export { detectPersonalColumn } from './personal-data/detect-personal-column.ts';
export {
  detectPersonalData,
  mayBePersonal,
  namesContainer,
  type PersonalDataDetector,
  withoutContainers,
} from './personal-data/detect-personal-data.ts';
export { namesPerson, serviceLetters, withheldNames } from './personal-data/withheld-names.ts';
export { notShown, shownFile, wherePersonal, withheldText } from './personal-data/withheld-text.ts';
export { expandPlace, membersOf, placeContains, placeLabel, places } from './places.ts';
export {
  decisionsShape,
  engineShape,
  observationShape,
  observationsShape,
  seizureShape,
  seizuresShape,
} from './record-shapes.ts';
export type { Seizure } from './seizure.ts';
export {
  capital,
  colonAfter,
  englishQuoted,
  filled,
  headed,
  inEach,
  inFour,
  inSigns,
  joinWith,
  listed,
  listedTexts,
  paragraph,
  percentSign,
  quoted,
  type Said,
  semicolon,
  uncapital,
} from './sentence.ts';
export { settleZipDates } from './settle-zip-dates.ts';
export { type Given, type Shape, shape, takes } from './shape.ts';
export {
  type SheetCell,
  type SheetColumn,
  type SheetField,
  type SheetKind,
  type SheetName,
  type SheetRule,
  sheetFields,
  sheetKinds,
} from './sheets/columns.ts';
export type {
  AdministrativeMeasure,
  Assessment,
  LiaisonReport,
  Listing,
  SheetRecord,
  SheetRows,
} from './sheets/records.ts';
export { shellWord } from './shell-word.ts';
export {
  type Break,
  type Coverage,
  type Definition,
  type DoubleCount,
  isGrade,
  type Source,
} from './source.ts';
export { apartRange, storedTotal, totalFigures, totalFromStored } from './stored-total.ts';
export { drugWords, isAnyDrug, substanceContains, substances } from './substances.ts';
export {
  observationFromRow,
  observationTable,
  observationToRow,
  seizureFromRow,
  seizureTable,
  seizureToRow,
  type TableColumn,
  type TableRow,
} from './tables.ts';
export { textSeed } from './text-seed.ts';
export { hasFigure, openState, toldTogether } from './told-together.ts';
export { typeset, typesetHtml, withheldIn } from './typeset.ts';
export { unitFitsMetric, unitsOfMetric } from './unit-fits-metric.ts';
export { type Marker, markerOf } from './wording-words.ts';
export {
  conflictStates,
  decisionKinds,
  type EvidenceRole,
  evidenceRoles,
  type Term,
  terms,
} from './words/lexicon.ts';
