import { readdirSync, readFileSync } from 'node:fs';
import { placesOf } from '@samenbeeld/money';
import { readHypotheses } from '@samenbeeld/recipes';
import { languages } from '@samenbeeld/schema';
import { openPicture, type Picture } from '@samenbeeld/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, launched, visit as visitFile } from './browser.ts';
import { root } from './command.ts';
import { money } from './pictures.ts';
import { reportText } from './report-text.ts';

const folder = `${root}/fixtures/published`;
const sets = readdirSync(`${folder}/hypotheses`)
  .filter((name) => /^h\d.*\.yaml$/.test(name))
  .sort()
  .map((name) => readHypotheses(`${folder}/hypotheses/${name}`, name));

/** A share of a triangular distribution lies below this: the closed form, beside the draws. */
function triangular(low: number, mode: number, high: number, share: number): number {
  const width = high - low;
  return share < (mode - low) / width
    ? low + Math.sqrt(share * width * (mode - low))
    : high - Math.sqrt((1 - share) * width * (high - mode));
}

describe('what the report says', () => {
  const text = reportText(`${money}/report.html`).replaceAll(' – why this number? ', ' ');
  /** Whether the report holds some words; it is too long to be shown where it does not. */
  const says = (words: string | RegExp): boolean =>
    typeof words === 'string' ? text.includes(words) : words.test(text);

  test('the value of North Sea Port 2022 is the range that a closed form gives', () => {
    // UNODC, Belgium 2022, wholesale, cocaine hydrochloride: 26,344 – 31,863 – 40,042 USD/kg; ECB 1.0530; 4,776 kg.
    const [low, high] = [0.05, 0.95].map(
      (share) => (triangular(26_344, 31_863, 40_042, share) / 1.053) * 4776,
    ) as [number, number];
    expect([Math.round(low / 1e6), Math.round(high / 1e6)]).toEqual([128, 171]);
    expect(says('worth 128 to 171 million euro at wholesale prices (90% interval)')).toBe(true);
    expect(says('Terneuzen is missing from the quantity, so the amount is a floor.')).toBe(true);
  });

  test('revenue is a range for each assumed share, and nowhere one amount', () => {
    expect(says(/if 5% was intercepted, \S+ to \S+ billion euro/)).toBe(true);
    expect(says(/if 50% was intercepted, \S+ to \S+ million euro/)).toBe(true);
    expect(says('Nobody knows which share was intercepted, so there is no single amount')).toBe(
      true,
    );
    expect(says(/revenue (was|is) [\d.,]+ (million|billion)/)).toBe(false);
  });

  test('what dominates the uncertainty is answered, and low shares are said to be unchecked', () => {
    // (0.95 / 0.05) / (0.5 / 0.5) = 19.
    expect(says('Between 5% and 50% intercepted, revenue differs by a factor of 19.')).toBe(true);
    // Antwerp 2022: 109,894 kg × 19 = 2,088 t.
    expect(says('then got through, t')).toBe(true);
    expect(says(/5%\s*2,090\s/)).toBe(true);
    for (const words of [
      'geen van deze aandelen is getoetst aan het verbruik',
      'aucune de ces parts n’a été confrontée à la consommation',
      'Keiner dieser Anteile ist am Verbrauch geprüft',
      'none of these shares has been held against consumption',
    ])
      expect(says(words), words).toBe(true);
    expect(says('EUDA, Sciensano and Trimbos Institute: kilograms of cocaine consumed')).toBe(true);
  });

  test('the newest years of assets stand on the front page, beyond the break', () => {
    const front = text.slice(0, text.indexOf('Question and frame'));
    expect(front.includes('2018–2021: 258 to 401 million euro')).toBe(true);
    expect(front.includes('2022–2023: 246 to 364 million euro')).toBe(true);
  });

  test('says where its words and rates differ from the source', () => {
    for (const words of [
      'conservatoir beslag; latere aanvullingen zijn niet meegeteld',
      'Sicherungsbeschlagnahme; spätere Ergänzungen sind nicht enthalten',
      '14 pays européens',
      'USD/dosis',
      'every value between equally likely',
    ])
      expect(says(words), words).toBe(true);
    expect(says('UNODC had converted replies in euro at another rate')).toBe(true);
    expect(says('USD/1000 tablet')).toBe(false);
    expect(says('Not drawn, for want of figures exact enough for 2022 and 2023: France')).toBe(
      true,
    );
  });

  test('what was seized is not called criminal before a court has decided', () => {
    expect(says('Seized is not confiscated')).toBe(true);
    expect(says(/criminal (assets|proceeds)|crimineel vermogen|avoirs criminels/i)).toBe(false);
  });

  test('drug files are a share within Belgium, and reports are said to be reporting', () => {
    // CTIF-CFI 2022: 18.5 of 1,620 million euro.
    expect(says(/Belgium, 2022, value of files passed on: 1\.1% with drug trafficking/)).toBe(true);
    expect(says('Both describe reporting, not crime.')).toBe(true);
  });

  test('codes of the units are words, and tablets are no powder', () => {
    for (const words of [
      'Belgium, reports received by the FIU (that opened a new matter)',
      'Belgique, rapports complémentaires à des dossiers déjà transmis',
      'Luxemburg, bei der FIU eingegangene Meldungen (SARe, zu verdächtiger Tätigkeit im elektronischen Handel)',
      'Luxemburg, bij de FIU ontvangen meldingen (over terrorismefinanciering)',
      'xtc-tabletten',
    ])
      expect(says(words), words).toBe(true);
    expect(says(/\((NEW|NEW_REPORTS|SUPPL|SARE|TF|TOTAL|RECEIVED)\)/)).toBe(false);
    expect(says('MDMA (powder, crystal)')).toBe(false);
  });

  test('asks what the cocaine was worth, and calls revenue by one name in each language', () => {
    expect(says('What was the seized cocaine worth')).toBe(true);
    expect(says('Que valait la cocaïne saisie')).toBe(true);
    expect(says(/opbrengst is geen winst|Erlös ist kein Gewinn|recettes ne sont/i)).toBe(false);
  });

  test('leaving one piece of evidence out changes the order, and the report says so', () => {
    expect(says('Without H0-E1 first comes: H0 = H0-rule.')).toBe(true);
    for (const words of ['Zonder H0-E1', 'Sans H0-E1', 'Ohne H0-E1'])
      expect(says(words)).toBe(true);
    expect(
      says(
        'Without “Dutch banks reported over twice as much in 2022 as in 2021, and one of them made almost 80% of their reports” another explanation shares first place.',
      ),
    ).toBe(true);
    expect(says('one piece of evidence less puts another explanation level with the first')).toBe(
      true,
    );
    expect(says('without it something else comes first')).toBe(false);
  });
});

describe('the hypotheses as files', () => {
  test.each(sets.map((set) => [set.id, set] as const))(
    '%s: proposition, denial and artefact, each with what would refute it and when',
    (id, { hypotheses, evidence }) => {
      const roles = hypotheses.map(({ role }) => role);
      expect(roles).toEqual(expect.arrayContaining(['true', 'not', 'artefact']));
      for (const { refutedBy, reviewOn } of hypotheses) {
        for (const language of languages) expect(refutedBy[language].length).toBeGreaterThan(10);
        expect(reviewOn > '2026-06-30', `${id}: ${reviewOn}`).toBe(true);
      }
      expect(evidence.length).toBeGreaterThan(0);
    },
  );

  test('are nine: each channel, and reporting itself', () => {
    expect(sets.map(({ id }) => id)).toEqual('H0 H1 H2 H3 H4 H5 H6 H7 H8'.split(' '));
  });
});

describe('what the picture holds', () => {
  let stored: Picture;
  beforeAll(async () => {
    stored = await openPicture(money);
  });

  test('the sheets of the units are those of the catalogue', () => {
    for (const source of ['fiu-nl', 'ctif-cfi', 'crf-lu'])
      expect(readFileSync(`${folder}/${source}.csv`, 'utf8')).toBe(
        readFileSync(`${root}/packages/sources/catalogue/${source}/sample.csv`, 'utf8'),
      );
  });

  test('revenue over assumed rates has no interval', async () => {
    const findings = await stored.rows<{ readonly kind: string; readonly low: number | null }>(
      'finding',
    );
    const revenues = findings.filter(({ kind }) => kind === 'revenue');
    expect(revenues.length).toBeGreaterThan(3);
    expect(revenues.filter(({ low }) => low !== null)).toEqual([]);
  });

  test('every figure can be worked out again: questions, assumptions, sets and evidence', async () => {
    const count = async (table: string) => (await stored.rows(table)).length;
    expect(await count('money_question')).toBe(3);
    expect(await count('money_assumption')).toBe(4);
    expect(await count('hypothesis_set')).toBe(9);
    const evidence = await stored.rows<{ readonly line: number; readonly raw: string | null }>(
      'evidence',
    );
    expect(evidence.length).toBe(sets.flatMap((set) => set.evidence.flatMap(placesOf)).length);
    expect(evidence.filter(({ line, raw }) => !(line > 1) || !raw)).toEqual([]);
  });
});

describe.runIf(executablePath)('the report, opened from disk', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launched();
  });
  afterAll(async () => {
    await browser?.close();
  });

  const visit = async (hash: string, width = 1280): Promise<Page> =>
    (await visitFile(browser, `${money}/report.html`, { hash, width })).page;

  // What axe says of it is in report.slow.test.ts.
  test('no word is missing in any language', async () => {
    const page = await visit('#nl');
    for (const language of languages) {
      const text = (await page.locator(`#${language}`).textContent()) ?? '';
      expect(text.includes('TLP:CLEAR')).toBe(true);
      expect(/\bundefined\b|\bNaN\b|\[object |\{\w+\}/.exec(text)).toBeNull();
    }
    await page.context().close();
  });

  test('fits a phone: nothing sticks out to the side', async () => {
    const page = await visit('#de', 390);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await page.context().close();
  });

  test('every euro range of value and revenue opens its assumptions', async () => {
    const page = await visit('#en');
    const amounts = page.locator('#en-value td', { hasText: /\d to \d/ });
    const all = await amounts.count();
    expect(all).toBeGreaterThan(30);
    expect(await amounts.filter({ has: page.locator('a.why') }).count()).toBe(all);
    const retail = page.locator('#en-value tr', { hasText: '20%' }).locator('a.why').last();
    await retail.click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const text = ((await dialog.textContent()) ?? '').replaceAll('\u00A0', ' ');
    expect(text).toMatch(/A-LOSS: share lost .* Grade X4/);
    expect(text).toContain('Nobody has measured r.');
    expect(text).toMatch(/Monte Carlo with 20,000 draws, seed 1/);
    expect(text).toMatch(/\.(csv|json):\d+:/);
    await page.context().close();
  });
});
