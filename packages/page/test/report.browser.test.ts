import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderHtml } from '@samenbeeld/page';
import { languages, publicHandling } from '@samenbeeld/schema';
import { clearance } from '@samenbeeld/store';
import excel from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepLanguage, violationsOf } from '../../../test/accessibility.ts';
import { executablePath, launched } from '../../../test/browser.ts';
import { demo, open } from './demo.ts';

if (!executablePath)
  console.log(
    'skipped: the report in a browser, because no Chromium is installed (apt-get install chromium)',
  );

describe.skipIf(!executablePath)('the report in Chromium, from disk', () => {
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

  /** A page with what went wrong on it. */
  async function visit(
    hash: string,
    width = 1280,
    scripts = true,
  ): Promise<{ page: Page; trouble: string[] }> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      javaScriptEnabled: scripts,
    });
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== `file://${file}`)
        trouble.push(`request ${request.url()}`);
    });
    page.on('console', (message) => trouble.push(`console ${message.text()}`));
    page.on('pageerror', (error) => trouble.push(`error ${error.message}`));
    await page.goto(`file://${file}${hash}`);
    return { page, trouble };
  }

  // What axe says of the other languages, and of an exercise, is in report.browser.slow.test.ts.
  test.each(languages)(
    '%s: loads nothing and complains of nothing, on a screen and on a phone; axe finds nothing in French',
    async (language) => {
      const { page, trouble } = await visit(`#${language}`);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('h1:visible').textContent()).toBe(demo.title[language]);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(width);
      }
      expect(trouble).toEqual([]);
      if (language === 'fr') {
        // The phone has the same elements as the screen.
        await keepLanguage(page, language);
        expect(await violationsOf(page)).toEqual([]);
      }
      await page.context().close();
    },
    60_000,
  );

  test('switches language, remembers it in the address and keeps the place', async () => {
    const { page, trouble } = await visit('#nl-extent');
    await page.getByRole('button', { name: 'Français' }).dispatchEvent('click');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.title()).toBe(demo.title.fr);
    expect(page.url()).toMatch(/#fr$/);
    await expect
      .poll(() =>
        page
          .locator('#fr-extent')
          .evaluate((element) => Math.round(element.getBoundingClientRect().top)),
      )
      .toBeLessThan(300);
    await page.reload();
    expect(await page.locator('h1:visible').textContent()).toBe(demo.title.fr);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  test('answers "why this number?" by keyboard, and axe finds nothing there', async () => {
    const { page } = await visit('#en');
    const link = page.locator('#en a.why').first();
    await link.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('claims.csv:86:value');
    expect(await violationsOf(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('is searched, sorted, filtered and taken along, with its banner', async () => {
    const { page, trouble } = await visit('#en');
    const edition = page.locator('#en');
    await edition.locator('.search input').fill('vlissingen');
    const results = edition.locator('.results button');
    expect(await results.count()).toBeGreaterThan(1);
    const told = await results.allInnerTexts();
    expect(told.filter((words) => !/vlissingen/iu.test(words))).toEqual([]);
    expect(told.filter((words) => words.length >= 120 && !/^… | …$/u.test(words))).toEqual([]);
    expect(told.some((words) => words.endsWith(' …'))).toBe(true);
    await results.first().click();
    expect(await edition.locator('.found').count()).toBe(1);
    // A slip of a letter finds nothing, and what may be meant is offered.
    await edition.locator('.search input').fill('vlisingen');
    expect(await edition.locator('.results .nothing').textContent()).toContain('Nothing found.');
    expect(await results.allInnerTexts()).toEqual(['vlissingen']);
    await results.first().click();
    expect(await results.count()).toBeGreaterThan(1);
    await edition.locator('.search input').fill('qqqqqq');
    expect(await results.count()).toBe(0);
    expect(await edition.locator('.results .nothing').isVisible()).toBe(true);
    // The words of a source stand apart from the figure before them.
    await edition.locator('.search input').fill('ruim 3900 kilo');
    expect((await results.allInnerTexts()).join('\n')).toContain('“ruim 3900 kilo”');
    await edition.locator('.search input').fill('');

    const table = edition.locator('.table table:has(tbody tr:nth-child(3))').first();
    const firsts = async (): Promise<readonly string[]> =>
      table.locator('tbody tr > :first-child').allInnerTexts();
    const before = await firsts();
    const head = table.locator('th .sort').first();
    await head.click();
    await head.click();
    expect(await table.locator('th[aria-sort="descending"]').count()).toBe(1);
    expect(await firsts()).toEqual([...before].sort().reverse());
    await head.click();
    expect(await firsts()).toEqual(before);

    const holder = edition.locator('.table:has(table tbody tr:nth-child(3))').first();
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      holder.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(csv.suggestedFilename()).toMatch(/^tlp-clear-.*\.csv$/u);
    const text = await readFile(await csv.path(), 'utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain('TLP:CLEAR');
    expect(text).toContain(demo.title.en);
    expect(text.split('\r\n').length).toBe(1 + before.length + 1 + 3 + 1);

    const [xlsx] = await Promise.all([
      page.waitForEvent('download'),
      holder.getByRole('button', { name: 'XLSX' }).click(),
    ]);
    expect(xlsx.suggestedFilename()).toMatch(/^tlp-clear-.*\.xlsx$/u);
    const workbook = new excel.Workbook();
    await workbook.xlsx.readFile(await xlsx.path());
    const [sheet, ...others] = workbook.worksheets;
    expect(others).toEqual([]);
    expect(sheet?.getCell('A1').value).toContain('TLP:CLEAR');
    expect(sheet?.getCell('A2').value).toBe(await table.locator('caption').textContent());
    expect(sheet?.getCell('A3').value).toContain(demo.title.en);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 5 });
    expect(sheet?.autoFilter).toMatch(/^A5:/u);
    const cells = (sheet?.getRows(6, before.length) ?? []).map((row) => row.getCell(1).value);
    expect(cells).toEqual(before);
    const values = await table.locator('tbody td[data-value]').evaluateAll((all) =>
      all.flatMap((one) => {
        const copy = one.cloneNode(true) as HTMLElement;
        for (const unseen of copy.querySelectorAll('.vh, sup, .mark')) unseen.remove();
        return /[\p{L}≥≤]/u.test(copy.textContent ?? '') ? [] : [Number(copy.dataset['value'])];
      }),
    );
    const numbers: unknown[] = [];
    sheet?.eachRow((row) =>
      row.eachCell(({ value }) => {
        if (typeof value === 'number') numbers.push(value);
      }),
    );
    expect(values.length).toBeGreaterThan(3);
    expect(numbers).toEqual(values);

    const chart = edition.locator('figure.chart').first();
    await chart.locator('summary').first().click();
    const [svg] = await Promise.all([
      page.waitForEvent('download'),
      chart.getByRole('button', { name: 'SVG' }).click(),
    ]);
    expect(await readFile(await svg.path(), 'utf8')).toMatch(
      /^<svg[\s\S]*TLP:CLEAR[\s\S]*<\/svg>$/u,
    );
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  test('a figure has an address, and Back leads out of it', async () => {
    const { page, trouble } = await visit('#en');
    await page.locator('#en a.why').first().click();
    expect(page.url()).toMatch(/#en-why-\d+$/u);
    const address = page.url();
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Copy citation' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await page.goBack();
    expect(await page.locator('dialog').isVisible()).toBe(false);
    expect(page.url()).toMatch(/#en$/u);
    await page.locator('#en a.why').first().click();
    await page.keyboard.press('Escape');
    await page.waitForURL(/#en$/u);
    await page.goto(address);
    expect(await page.locator('#en details.answer[open]').count()).toBe(1);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  test('says why in short where a figure is reached by keyboard or pointed at, until Escape', async () => {
    const { page, trouble } = await visit('#fr');
    const link = page.locator('#fr a.why').first();
    const tip = page.getByRole('tooltip');
    await link.focus();
    await tip.waitFor();
    const panel = page.locator((await link.getAttribute('href')) ?? '');
    const [says = ''] = await panel.locator('p').allTextContents();
    expect(await tip.textContent()).toContain(says);
    expect(await link.getAttribute('aria-describedby')).toBe(await tip.getAttribute('id'));
    await keepLanguage(page, 'fr');
    expect(await violationsOf(page, '.tip')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    expect(await link.getAttribute('aria-describedby')).toBe(null);
    await page.locator('#fr a.why').nth(1).hover();
    await tip.hover();
    expect(await tip.isVisible()).toBe(true);
    await page.locator('#fr h1').hover();
    expect(await tip.isVisible()).toBe(false);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  test('on a phone, a table that goes on says so', async () => {
    const { page } = await visit('#nl', 390);
    const told = (goesOn: boolean): Promise<readonly string[]> =>
      page
        .locator('#nl .table > .scroll')
        .evaluateAll(
          (all, wanted) =>
            all.flatMap((one) =>
              one.nextElementSibling && one.scrollWidth > one.clientWidth + 1 === wanted
                ? [getComputedStyle(one.nextElementSibling, '::before').content]
                : [],
            ),
          goesOn,
        );
    const cut = await told(true);
    expect(cut.length).toBeGreaterThan(0);
    for (const words of cut) expect(words).toContain('Schuif de tabel opzij');
    await page.setViewportSize({ width: 1600, height: 900 });
    await expect.poll(async () => [...new Set(await told(false))]).toEqual(['none']);
    await page.context().close();
  });

  test('findings in a chapter have the width of its text, on any screen', async () => {
    for (const width of [1400, 900, 400]) {
      const { page } = await visit('#nl', width);
      const [own = 0, words = 0, chapter = 0] = await page.evaluate(() => {
        const copy = document.querySelector('#nl .findings')?.cloneNode(true) as HTMLElement;
        const section = document.querySelector('#nl .chapters section');
        section?.append(copy);
        const all = [copy.querySelector('.drawn'), copy.querySelector('.drawn .words'), section];
        return all.map((one) => one?.getBoundingClientRect().width ?? 0);
      });
      expect(own).toBeGreaterThan(0.75 * chapter);
      expect(words).toBeGreaterThan(0.35 * chapter);
      await page.context().close();
    }
  });

  test('works without scripts, in every language', async () => {
    const { page } = await visit('', 1280, false);
    expect(await page.locator('h1:visible').allTextContents()).toEqual([demo.title.nl]);
    for (const language of languages) {
      await page.goto(`file://${file}#${language}`);
      expect(await page.locator('h1:visible').allTextContents()).toEqual([demo.title[language]]);
    }
    await page.context().close();
  });

  test('prints, in the language that is shown', async () => {
    const { page } = await visit('#de');
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(30_000);
    await page.context().close();
  });

  test('on paper, only tables and charts of the front begin a second page, not the contents alone', async () => {
    const breaks = async (path: string): Promise<string> => {
      const page = await browser.newPage();
      await page.goto(`file://${path}#en`);
      await page.emulateMedia({ media: 'print' });
      const said = await page
        .locator('#en .second')
        .evaluate((second) => getComputedStyle(second).breakBefore);
      await page.close();
      return said;
    };
    const worded = join(folder, 'worded.html');
    const front = demo.front.filter(({ kind }) => kind === 'finding');
    await writeFile(worded, await renderHtml({ ...demo, front }, { clearance: open }));
    expect(await breaks(file)).toBe('page');
    expect(await breaks(worded)).toBe('auto');
  });

  test('an exercise says so', async () => {
    const synthetic = clearance(publicHandling, 'public', { synthetic: true });
    await writeFile(file, await renderHtml({ ...demo, exercise: true }, { clearance: synthetic }));
    const { page } = await visit('#en');
    expect(await page.locator('#en .exercise').textContent()).toMatch(/^EXERCISE/);
    await page.context().close();
  });

  test('a picture without words is held against a page', async () => {
    const { page } = await visit('#en');
    await page.locator('h1:visible').evaluate((title) => {
      title.append(document.createElement('img'));
    });
    await keepLanguage(page, 'en');
    expect((await violationsOf(page, 'h1')).map(([rule]) => rule)).toEqual(['image-alt']);
    await page.context().close();
  });

  test('findings are chosen by their frame of cooperation, where they differ in it', async () => {
    const framed = join(folder, 'framed.html');
    const at = demo.front.findIndex(({ kind }) => kind === 'finding');
    const front = demo.front.map((block, index) =>
      block.kind === 'finding' && index === at ? { ...block, programmes: ['EMPACT'] } : block,
    );
    await writeFile(framed, await renderHtml({ ...demo, front }, { clearance: open }));
    const page = await browser.newPage();
    await page.goto(`file://${framed}#en`);
    const visible = () => page.locator('.edition:not([hidden]) .finding:visible').count();
    const choice = page.locator('.edition:not([hidden]) select');
    const all = await visible();
    await choice.selectOption({ index: 1 });
    expect([all > 1, await visible()]).toEqual([true, 1]);
    await choice.selectOption({ index: 0 });
    expect(await visible()).toBe(all);
    // Without any, or with the same, there is nothing to choose.
    await page.goto(`file://${file}#en`);
    expect(await page.locator('select').count()).toBe(0);
    await page.close();
  });
});
