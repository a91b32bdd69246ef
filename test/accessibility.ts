import { AxeBuilder } from '@axe-core/playwright';
import { type Language, languages } from '@samenbeeld/schema';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What axe holds against a page, by rule: how many nodes, and the first. Nothing where the page is sound. */
export async function violationsOf(
  page: Page,
  within?: string,
): Promise<readonly (readonly [string, number, string | undefined])[]> {
  // A report has no frames, and what passes is not asked for: together three quarters of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.length, nodes[0]?.html]);
}

/** Takes the languages off a report that it does not show, so that axe need not find each of their parts hidden. */
export async function keepLanguage(page: Page, kept: Language): Promise<void> {
  for (const language of languages)
    if (language !== kept) await page.locator(`#${language}`).evaluate((part) => part.remove());
}

/** Prints a page, and has axe look at what it shows in one language; neither finds fault. In Dutch axe sees the whole page. */
export async function expectSound(page: Page, language: Language): Promise<void> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(50_000);
  if (language !== 'nl') await keepLanguage(page, language);
  expect(await violationsOf(page)).toEqual([]);
}
