import { languages } from '@samenbeeld/schema';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectSound } from './accessibility.ts';
import { executablePath, launched, visit as visitFile } from './browser.ts';
import { exercise, published } from './pictures.ts';

const exerciseWord = { nl: 'OEFENING', fr: 'EXERCICE', de: 'ÜBUNG', en: 'EXERCISE' } as const;
const names = { nl: 'Nederlands', fr: 'Français', de: 'Deutsch', en: 'English' } as const;

test('there is a Chromium to look at the reports with', () => {
  expect(
    executablePath,
    'no Chromium: apt-get install chromium, or set CHROMIUM_PATH to one',
  ).toBeDefined();
});

let browser: Browser;
beforeAll(async () => {
  if (executablePath !== undefined) browser = await launched();
});
afterAll(async () => {
  await browser?.close();
});

// Printing and axe take most of the time: one language of each picture here, each other one opened in report.slow.test.ts.
describe.runIf(executablePath).each([
  ['published', published, 'en'],
  ['exercise', exercise, 'fr'],
] as const)('the report of the %s picture, opened from disk', (picture, folder, sound) => {
  const visit = (hash: string) => visitFile(browser, `${folder}/report.html`, { hash });

  test(`${sound}: asks for nothing, complains of nothing, axe finds nothing, prints`, async () => {
    const { page, trouble } = await visit(`#${sound}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(sound);
    expect(await page.locator('h1:visible').count()).toBe(1);
    await expectSound(page, sound);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  describe('opened in English', () => {
    let page: Page;
    let trouble: readonly string[];
    beforeAll(async () => {
      ({ page, trouble } = await visit('#en'));
    });
    afterAll(async () => {
      await page.context().close();
    });

    test.for(languages)('says what it is in every language: %s', async (language) => {
      const text = ((await page.locator(`#${language}`).textContent()) ?? '').replaceAll(
        '\u00A0',
        ' ',
      );
      expect(text).toContain('TLP:CLEAR');
      expect(text).toContain('2022');
      for (const word of Object.values(exerciseWord))
        if (word === exerciseWord[language] || picture === 'published')
          expect(text.includes(word), word).toBe(picture === 'exercise');
      expect(text).not.toMatch(/\bundefined\b|\bNaN\b|\[object |\{\w+\}/);
    });

    test('answers "why this number?" with the file and the line', async () => {
      await page.locator('#en a.why').first().click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      expect(await dialog.textContent()).toMatch(/\.(csv|xlsx):\d+:/);
      await page.keyboard.press('Escape');
      expect(await dialog.isVisible()).toBe(false);
    });

    test('switches language, and the first page holds banner, question, findings and the table', async () => {
      for (const language of languages) {
        await page.getByRole('button', { name: names[language] }).first().click();
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await page.locator('h1:visible').count()).toBe(1);
        const years = await page.locator(`#${language} table:visible`).first().textContent();
        expect(years).toMatch(/2018[\s\S]*2022[\s\S]*2025/);
      }
      expect(trouble).toEqual([]);
    });

    test('fits a phone: nothing sticks out to the side, in Dutch', async () => {
      await page.getByRole('button', { name: names.nl }).first().click();
      await page.setViewportSize({ width: 390, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(390);
    });
  });
});

describe.runIf(executablePath)('what the exercise report shows', () => {
  test('ranges from probabilities, the pairs at stake with their waterfalls, and what stands where records differ', async () => {
    const page = await browser.newPage();
    await page.goto(`file://${exercise}/report.html#en`);
    const text = async (of: string): Promise<string> =>
      ((await page.locator(of).textContent()) ?? '').replaceAll('\u00A0', ' ');
    const table = (caption: string) =>
      page.locator('#en table:visible', { has: page.locator('caption', { hasText: caption }) });
    const rowOf = async (caption: string, year: string): Promise<string> =>
      (await table(caption).locator('tr', { hasText: year }).first().textContent()) ?? '';
    for (const year of ['2019', '2024'])
      expect(await rowOf('How sure is each year', year)).toMatch(/[\d,.]+ – [\d,.]+.*to decide/);
    const chapter = await text('#en-double-counts');
    expect(chapter.match(/to decide/g)?.length).toBeGreaterThanOrEqual(5);
    expect(chapter.match(/before comparing/g)?.length).toBeGreaterThanOrEqual(4);
    expect(chapter).toContain('another load or country of departure');
    expect(await table('One find, told differently').textContent()).toMatch(
      /net goes before gross[\s\S]*who seized goes before who was told/,
    );
    await page.close();
  });
});

describe.runIf(executablePath)('what the published report shows', () => {
  test('2022: 4,776, partial, Terneuzen not reported, and 10,000 beside it, not added', async () => {
    const page = await browser.newPage();
    await page.goto(`file://${published}/report.html#en`);
    const row = page
      .locator('#en table:visible')
      .first()
      .locator('tr', { hasText: '2022' })
      .first();
    const cells = ((await row.textContent()) ?? '').replaceAll('\u00A0', ' ');
    expect(cells.match(/4,776/g)?.length).toBeGreaterThanOrEqual(3);
    expect(cells).toContain('partial');
    expect(cells).toContain('Terneuzen: not reported');
    const text = (await page.locator('#en').textContent()) ?? '';
    expect(text).toMatch(/10,000/);
    expect(text.toLowerCase()).toContain('not added');
    expect(text).not.toMatch(/\bcomplete\b(?! )/);
    await page.close();
  });
});
