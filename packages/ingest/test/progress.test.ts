import { expect, test } from 'vitest';
import { type IngestProgress, reporter } from '../src/ingest.ts';

function recorded() {
  const told: IngestProgress[] = [];
  let now = 0;
  const { report } = reporter(
    (progress) => told.push(progress),
    () => now,
  );
  return { told, report, at: (time: number) => (now = time) };
}

test('the time left follows from the time gone by and the share that is done', () => {
  const { told, report, at } = recorded();
  at(7_000);
  report('reading', 'a.csv', 50, 100);
  expect(told).toEqual([
    { phase: 'reading', file: 'a.csv', done: 50, total: 100, share: 0.175, secondsLeft: 33 },
  ]);
});

test('it speaks at most ten times a second, but always at the end of a phase', () => {
  const { told, report, at } = recorded();
  for (let time = 0; time < 1000; time += 10) {
    at(time);
    report('reading', 'a.csv', time, 10_000);
  }
  report('reading', 'a.csv', 10_000, 10_000);
  report('writing', null, 10, 10);
  expect(told.length).toBe(12);
  expect(told.at(-1)).toMatchObject({ phase: 'writing', share: 1, secondsLeft: 0 });
});

test('it does not guess before there is anything to go by', () => {
  const { told, report } = recorded();
  report('reading', 'a.csv', 1, 1_000_000);
  expect(told[0]?.secondsLeft).toBe(null);
});
