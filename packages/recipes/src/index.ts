export { type Analysis, analyse, judgeGathered, linkGathered, scope } from './analysis.ts';
export { type BuildOptions, type BuiltPicture, buildPicture, recipes } from './build-picture.ts';
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
export type { Composed } from './north-sea-port.ts';
export {
  besidePicture,
  type PictureFileDescription,
  type PictureInputFile,
  readPictureFile,
} from './picture-file.ts';
export { pictureTables } from './picture-tables.ts';
