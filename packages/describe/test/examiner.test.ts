// The other files in examiner.slow.test.ts.
import { examine, quickFiles } from './examiner/examine.ts';

examine(quickFiles, 30);
