// The languages that report.test.ts neither prints nor shows to axe, and the report of follow-the-money.
import { languages } from '@samenbeeld/schema';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectSound, violationsOf } from './accessibility.ts';
import { executablePath, launched, visit } from './browser.ts';
import { exercise, money, published } from './pictures.ts';

test('there is a Chromium to look at the reports with', () => {
  expect(executablePath, 'no Chromium: see report.test.ts').toBeDefined();
});

describe.runIf(executablePath)('opened from disk', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launched();
  });
  afterAll(async () => {
    await browser?.close();
  });

  describe.each([
    ['published', published, 'en'],
    ['exercise', exercise, 'fr'],
  ] as const)('the report of the %s picture', (_, folder, quick) => {
    test.each(languages.filter((language) => language !== quick))(
      '%s: asks for nothing, complains of nothing, axe finds nothing, prints',
      async (language) => {
        const { page, trouble } = await visit(browser, `${folder}/report.html`, {
          hash: `#${language}`,
        });
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await page.locator('h1:visible').count()).toBe(1);
        await expectSound(page, language);
        expect(trouble).toEqual([]);
        await page.context().close();
      },
    );
  });

  test.each([
    ['published', published],
    ['exercise', exercise],
    ['follow-the-money', money],
  ])('the report of the %s picture in short is two pages', async (_, folder) => {
    for (const language of ['nl', 'fr'] as const) {
      const { page, trouble } = await visit(browser, `${folder}/report.html`, {
        hash: `#${language}`,
      });
      await page.evaluate(() => {
        window.print = () => undefined;
      });
      await page.locator(`#${language} .briefly`).click();
      const printed = async (): Promise<number> => {
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
        return pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
      };
      expect([language, await printed()]).toEqual([language, 2]);
      // What is printed next is the whole report again.
      expect(await printed()).toBeGreaterThan(4);
      expect(trouble).toEqual([]);
      await page.context().close();
    }
  });

  test('the report of follow-the-money: axe finds nothing', async () => {
    const { page } = await visit(browser, `${money}/report.html`, { hash: '#nl' });
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });
});
