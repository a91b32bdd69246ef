import { examine, otherFiles } from './examiner/examine.ts';

examine(otherFiles, 200);
