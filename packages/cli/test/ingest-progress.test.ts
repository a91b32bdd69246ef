import type { IngestProgress } from '@samenbeeld/ingest';
import { expect, test } from 'vitest';
import { progressLine, showProgress } from '../src/commands/ingest.ts';

const progress: IngestProgress = {
  phase: 'reading',
  file: 'a.csv',
  done: 10,
  total: 40,
  share: 0.1,
  secondsLeft: 90,
};

test('progressLine() says what is done, to which file, and how long it may take', () => {
  expect(progressLine(progress, 'en')).toBe('10 %: reading a.csv, 2 min left');
  expect(progressLine({ ...progress, phase: 'writing', file: null, secondsLeft: null }, 'en')).toBe(
    '10 %: writing records',
  );
});

test('showProgress() is silent for what takes less than two seconds, and speaks every two', () => {
  const lines: string[] = [];
  let now = 0;
  const show = showProgress(
    (line) => lines.push(line),
    'en',
    () => now,
  );
  for (now = 0; now <= 5000; now += 500) show({ ...progress, secondsLeft: now / 500 });
  expect(lines).toEqual(['10 %: reading a.csv, 4 s left', '10 %: reading a.csv, 8 s left']);
});
