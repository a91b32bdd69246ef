import { join } from 'node:path';
import { expect, test } from 'vitest';
import { published } from './pictures.ts';
import { reportText } from './report-text.ts';

const report = (): string => reportText(join(published, 'report.html'));

test('the joint row is refused, since the ports in the sum change', () => {
  expect(report()).toContain(
    'North Sea Port – – No trend: the ports in the sum change from year to year. A port that begins to report would look like a rise. Choose one port.',
  );
});

test('Vlissingen: no trend can be shown, whichever of the rival claims is right', () => {
  expect(report()).toMatch(
    /Cocaine seized in Vlissingen, 2020–2025: no trend can be shown \([^)]*\)\. That does not prove that nothing changed\. This holds whichever of the rival figures for 2021, 2023 and 2024 is right\./,
  );
});

test('Rotterdam: no direction, a peak by one method and not by the other, resting on the last two years', () => {
  const text = report();
  expect(text).toContain('Cocaine seized in Rotterdam, 2016–2025: no trend can be shown');
  expect(text).toContain(
    'Joinpoint regression sees a peak in 2021, though the fall after it cannot be shown by itself; a segmentation into levels shows no break. That too holds whichever of the rival figures is right. That turn rests on the last two figures (2024 and 2025): without them none can be shown. Without the last two figures, a rise shows.',
  );
  expect(text).toContain('Rotterdam (for comparison, not in the sum)');
});

test('each method that was considered stands there, or the reason why it does not apply', () => {
  for (const words of [
    'kilograms and other quantities follow no law of counts',
    'annual figures have no season',
    '2017, 2019, 2021 are undecided',
  ])
    expect(report()).toContain(words);
});
