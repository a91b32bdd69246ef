export {
  catalogue,
  catalogueFolder,
  checkedSources,
  crossChecksFile,
  sampleFile,
  sampleFiles,
} from './catalogue.ts';
