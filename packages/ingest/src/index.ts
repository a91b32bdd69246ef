export { bindFile } from './bind-file.ts';
export { resolveCell } from './cell/resolve-cell.ts';
export { isPlain, resolveCode } from './cell/resolve-code.ts';
export {
  type ClaimColumn,
  type ClaimListName,
  claimColumns,
} from './claim-sheet/claim-columns.ts';
export {
  type ClaimChoice,
  type ClaimRow,
  type ClaimSheetOptions,
  claimSheet,
} from './claim-sheet/claim-sheet.ts';
export { codeLists, isCode } from './code-lists.ts';
export { headingsOf, matchHeadings } from './compile/bind-columns.ts';
export { type Binding, type BoundColumn, headingOf, type Slot } from './compile/binding.ts';
export { cellText } from './compile/cell-text.ts';
export { conditionProblem, meets } from './compile/conditions.ts';
export { correctsFigures } from './corrects-figures.ts';
export type {
  CrossCheck,
  CrossChecked,
  Selection as CrossCheckSelection,
} from './cross-check/cross-check.ts';
export { loadCrossChecks } from './cross-check/load-cross-checks.ts';
export { runCrossChecks } from './cross-check/run-cross-checks.ts';
export { mappingOf, whereOf } from './description/build-mapping.ts';
export { codedMappings, foldColumn } from './description/coded-mappings.ts';
export type {
  Check as DescribedCheck,
  ColumnRule,
  Condition,
  Constant,
  Correction,
  Crosswalk,
  CrosswalkRow,
  Download,
  Exclusion,
  Fold,
  Mapping,
  MatchQuality,
  Parser,
  SourceDescription,
  Totals,
  Where as CellConditions,
} from './description/description.ts';
export { isFolded } from './description/is-folded.ts';
export {
  type CheckedDescriptions,
  checkedDescription,
  loadSource,
  refusePersonal,
} from './description/load-source.ts';
export { readCrosswalk } from './description/read-crosswalk.ts';
export { readYaml, type YamlText } from './description/read-yaml.ts';
export { shapesFor } from './description/shape-for.ts';
export { decidedPart, isUndecidedRow, undecidedRow } from './description/undecided-row.ts';
export { compileSchema, pathOf } from './description/validate-description.ts';
export type { Written, WrittenCondition, WrittenMapping } from './description/written.ts';
export {
  type Fetched,
  type FetchOptions,
  fetchSource,
  type Snapshot,
} from './fetch/fetch-source.ts';
export type { WebClient } from './fetch/web-client.ts';
export { type Field, fields, mayBeUnknown, recordTables } from './fields.ts';
export {
  type Filled,
  fillColumn,
  fillDown,
  filledRows,
  fillRow,
  lostLabels,
} from './fill-down/filling.ts';
export {
  codeAdvice,
  codeListOf,
  type FoundCode,
  findCodes,
  listedThings,
  noCodeList,
} from './find-codes.ts';
export type { IngestPhase, IngestProgress } from './ingest.ts';
export { type IngestOptions, type IngestResult, ingest } from './ingest.ts';
export { issueWords } from './issue-words.ts';
export { namedFiles } from './named-files.ts';
export { isLegend, type Legend, legendOf } from './note-issues.ts';
export { descriptionSchemaFile } from './own-files.ts';
export { appendRecords, removeRecords } from './record-relation.ts';
export { showable } from './screen-personal-data.ts';
export { type IntakeKind, type IntakeName, intakeKinds } from './sheets/intake.ts';
export { type PictureKey, pictureKey } from './sheets/picture-key.ts';
export { readRemarks } from './sheets/read-remarks.ts';
export { type RecordSheet, readSheet } from './sheets/read-sheet.ts';
export {
  sheetTemplate,
  type TemplateName,
  templateColumns,
  templateDescription,
  templateNames,
} from './sheets/template.ts';
export { forgetParts } from './stage/kept-parts.ts';
export type { Way as StagingWay } from './stage/stage-file.ts';
export { isRuleStated, notStated, openRule, unsaidRule } from './undecided.ts';
export { massBasisIn } from './weighing.ts';
