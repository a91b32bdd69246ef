export {
  catalogue,
  catalogueFolder,
  crossChecksFile,
  sampleFile,
  sampleFiles,
} from './catalogue.ts';
