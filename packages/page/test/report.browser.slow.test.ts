// How many findings the first page holds, and what axe says of the languages, the widths and the exercise that report.browser.test.ts does not show to it.
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

  test('leaves no column empty beside the findings, however many there are', async () => {
    const { page } = await visit(browser, file, { hash: '#en' });
    const findings = demo.front.filter(({ kind }) => kind === 'finding');
    for (let count = 1; count <= findings.length; count += 1) {
      const front = findings.slice(0, count);
      const own = join(folder, `findings-${count}.html`);
      await writeFile(own, await renderHtml({ ...demo, front }, { clearance: open }));
      await page.goto(`file://${own}#en`);
      for (const width of [1280, 800, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const { free, over } = await page.locator('#en .front .findings').evaluate((list) => {
          const all = list.getBoundingClientRect();
          const boxes = [...list.children].map((one) => one.getBoundingClientRect());
          const over = boxes.flatMap((a, at) =>
            boxes.filter(
              (b, other) =>
                other > at &&
                Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
                Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
            ),
          );
          // What the boxes and the blanks between their columns leave of the list.
          const held = boxes.reduce((sum, box) => sum + (box.width + 40) * box.height, 0);
          return { free: (all.width + 40) * all.height - held, over: over.length };
        });
        expect([count, width, Math.abs(Math.round(free)) < 500, over]).toEqual([
          ...[count, width, true, 0],
        ]);
      }
    }
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
