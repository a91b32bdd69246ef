import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HostileReport, reportLines, runHostile, soundFiles } from '@samenbeeld/hostile';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-hostile-test-'));
let report: HostileReport;

// `pnpm fuzz` does the same with 10,000 files.
beforeAll(async () => {
  report = await runHostile({ count: 150, seed: 20_260_301, sound: await soundFiles(folder) });
  console.log(reportLines(report).join('\n'));
  // Two hundred files, in minutes where the machine does other work.
}, 1_200_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('no crafted and no damaged file crashes, hangs, is lost or takes memory without bound', () => {
  expect(report.failures).toEqual([]);
});

test('the run means something: some are read with nothing lost, some are refused', () => {
  expect(report.files).toBeGreaterThan(200);
  expect(report.read).toBeGreaterThan(30);
  expect(report.refused).toBeGreaterThan(30);
  expect(report.read + report.refused).toBe(report.files);
});
