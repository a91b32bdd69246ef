import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The Chromium of this machine; none where there is none. */
export const executablePath: string | undefined = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** The Chromium of this machine, started. */
export function launched(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
}

/** A file in a browser, with everything that it asked for and complained of. */
export interface Visit {
  readonly page: Page;
  readonly trouble: readonly string[];
}

/** Opens an HTML file from disk, without a network. */
export async function visit(
  browser: Browser,
  file: string,
  { hash = '', width = 1280 }: { readonly hash?: string; readonly width?: number } = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, offline: true });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== `file://${file}`)
      trouble.push(`request ${request.url().slice(0, 200)}`);
  });
  page.on('console', (message) => trouble.push(`console ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error ${error.message}`));
  await page.goto(`file://${file}${hash}`);
  return { page, trouble };
}
