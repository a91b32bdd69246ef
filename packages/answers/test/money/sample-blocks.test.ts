import { expect, test } from 'vitest';
import { sampleBlocks } from '../../src/money/sample-blocks.ts';
import { makeSample } from './made-sample.ts';

test('the caption says what the rows say: place, what was studied, years', () => {
  const table = sampleBlocks([makeSample('2001', '2009'), makeSample('2003', '2012')], {
    gathered: {},
  })[1];
  expect(table?.kind === 'table' ? table.caption.en : null).toBe(
    'Belgium, 40 cases, 2001–2012, million euro',
  );
});
