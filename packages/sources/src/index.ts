export { catalogue, catalogueFolder, sampleFile } from './catalogue.ts';
