// What axe says of the languages, the widths and the exercise that report.browser.test.ts does not show to it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderHtml } from '@samenbeeld/page';
import { publicHandling } from '@samenbeeld/schema';
import { clearance } from '@samenbeeld/store';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepLanguage, violationsOf } from '../../../test/accessibility.ts';
import { executablePath, launched, visit } from '../../../test/browser.ts';
import { demo, open } from './demo.ts';

test('there is a Chromium to look at the report with', () => {
  expect(executablePath, 'no Chromium: apt-get install chromium').toBeDefined();
});

describe.runIf(executablePath)('the report in Chromium, from disk', () => {
  let browser: Browser;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'report-'));
    file = join(folder, 'report.html');
    await writeFile(file, await renderHtml(demo, { clearance: open }));
    browser = await launched();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  // The phone has the same elements as the screen: one language of it is enough, at four seconds each.
  test.each([
    ['nl', 1280],
    ['de', 1280],
    ['en', 1280],
    ['fr', 390],
  ] as const)('%s at %i: axe finds nothing', async (language, width) => {
    const { page, trouble } = await visit(browser, file, { hash: `#${language}`, width });
    if (language !== 'nl') await keepLanguage(page, language);
    expect(await violationsOf(page)).toEqual([]);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  test('an exercise is as accessible', async () => {
    const exercise = join(folder, 'exercise.html');
    const synthetic = clearance(publicHandling, 'public', { synthetic: true });
    await writeFile(
      exercise,
      await renderHtml({ ...demo, exercise: true }, { clearance: synthetic }),
    );
    const { page } = await visit(browser, exercise, { hash: '#en' });
    expect(await page.locator('#en .exercise').textContent()).toMatch(/^EXERCISE/);
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });
});
