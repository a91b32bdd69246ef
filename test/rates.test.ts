import type { Text } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { hazeldonk, transit } from './pictures.ts';

interface Answer {
  readonly blocks: readonly { readonly title: Text; readonly text: Text }[];
}

/** Title and sentence of each finding of an answer. */
async function findings(
  ...options: readonly string[]
): Promise<readonly { readonly title: string; readonly says: string }[]> {
  const { blocks } = await samenbeeldJson<Answer>(['ask', ...options]);
  return blocks.map(({ title, text }) => ({ title: title.en, says: text.en }));
}

/** The printed lines of an answer in English, its blanks evened. */
async function lines(picture: string, ...options: readonly string[]): Promise<readonly string[]> {
  const { stdout, code } = await samenbeeld(['ask', picture, ...options, '--language', 'en']);
  expect(code).toBe(0);
  return stdout.split('\n').map((line) => line.trim().replace(/\s{2,}/gu, ' | '));
}

const hits = ['--metric', 'persons_with_drugs', '--per', 'persons_checked'] as const;

describe('control actions of Hazeldonk, as they were published', () => {
  test('bear the frame of their source, and findings of other sources none', async () => {
    const own = await lines(hazeldonk, 'rate-in-short', '--place', 'BE', ...hits);
    expect(own.filter((line) => line.includes('Frame of cooperation: Hazeldonk'))).toHaveLength(2);
    const other = await lines(transit, 'ratio-in-short', '--place', 'NL', '--over', 'NL');
    expect(other.join(' ')).toContain('Confidence: ');
    expect(other.join(' ')).not.toContain('Frame of cooperation');
  });

  // Exact intervals by SciPy 1.16: beta.ppf(0.025, r, n - r + 1) and beta.ppf(0.975, r + 1, n - r), per 1,000.
  test('the share of persons with drugs in thirteen Belgian actions, each with its interval', async () => {
    const printed = await lines(hazeldonk, 'rate', '--place', 'BE', ...hits);
    const rows: readonly string[] = [
      '2026 | 3,767 | 168 | 44.6 | 38.2–51.7',
      '2–8 June 2025 | 1,436 | 95 | 66.2 | 53.9–80.3',
      '31 March 2025 – 6 April 2025 | 2,240 | 161 | 71.9 | 61.5–83.4',
      '15–21 April 2024 | about 2,002 | 115 | 57.4 | 47.7–68.6',
      '1–4 February 2024 | about 1,127 | 130 | 115.4 | 97.3–135.5',
      '5–8 October 2023 | 2,117 | 182 | 86.0 | 74.4–98.7',
      '1–4 June 2023 | 1,746 | 145 | 83.0 | 70.5–97.0',
      '23–26 March 2023 | 2,144 | 157 | 73.2 | 62.6–85.1',
      'January 2023 | 1,517 | 236 | 155.6 | 137.7–174.8',
      '3–6 February 2022 | 1,991 | 250 | 125.6 | 111.3–140.9',
      '4–7 February 2021 | 1,430 | 116 | 81.1 | 67.5–96.5',
      '6–9 February 2020 | 1,925 | 247 | 128.3 | 113.7–144.1',
      '7–10 February 2019 | 2,175 | 241 | 110.8 | 97.9–124.8',
    ];
    for (const row of rows) expect(printed.some((line) => line.startsWith(row))).toBe(true);
    // "Almost 2,000" is no number to divide by.
    expect(printed.find((line) => line.startsWith('June 2018'))).toBe(
      'June 2018 | almost 2,000 | 142 | – | – | – | stands beside: the number is not given exactly; claim not sure; four days, week not given; countries not told apart',
    );
    // What makes a scope doubtful stands beside it.
    for (const doubt of [
      '6–9 February 2020 .*year inferred: Thursday 6 February falls in 2020',
      '4–7 February 2021 .*given as all checks of the action',
      'January 2023 .*printed for all countries, of the order of the Belgian part',
      '2026 .*first action or actions of 2026, week not given',
    ])
      expect(printed.some((line) => new RegExp(`^${doubt}`, 'u').test(line))).toBe(true);
  });

  test('differ far more than chance, and no fall may be said', async () => {
    const blocks = await findings(hazeldonk, 'rate-in-short', '--place', 'BE', ...hits);
    expect(blocks.map(({ title }) => title)).toEqual([
      'Belgium, persons with drugs: 45 to 156 per 1,000',
      'Belgium, persons with drugs: no fall may be said',
    ]);
    // χ² of 321 on 12 degrees of freedom.
    expect(blocks[0]?.says).toContain('together 2,243 of 25,617, which is 87.6');
    expect(blocks[0]?.says).toContain('variance 26.8 times that of chance');
    // With the four scopes that are doubtful, and without.
    expect(blocks[0]?.says).toContain('this ran from 44.6 to 155.6');
    expect(blocks[0]?.says).toContain('Without the 4 claims that are not sure: 57.4 to 125.6.');
    expect(blocks[1]?.says).toBe(
      'Over all 13 periods there seems to be a fall, but it cannot be shown within what was done in one way (9 in 2019–2024 and 4 in 2024–2026), without the period 2026 or without the claims that are not sure.',
    );
  });

  test('of arrests no trend can be shown, and what has no denominator is set against none', async () => {
    const [first, second] = await findings(
      ...([hazeldonk, 'rate-in-short', '--place', 'BE', '--metric', 'arrests'] as const),
      ...['--per', 'persons_checked'],
    );
    expect(first?.says).toContain('together 288 of 25,617');
    expect(second?.title).toBe('Belgium, arrests: no trend can be shown');
    // Four-day actions and weeks are told apart, the newest first.
    expect(second?.says).toMatch(
      /15 April 2024 – 30 June 2026: over 4 periods .* 7 February 2019/u,
    );
    expect(second?.says).toContain('No trend is read across a change.');
    expect(second?.says).toContain('over 9 periods no trend can be shown');
    const printed = await lines(hazeldonk, 'rate', ...hits);
    expect(printed.some((line) => line.startsWith('Hazeldonk') && line.includes('882'))).toBe(true);
    const joined = printed.join('\n');
    expect(joined).not.toMatch(/882 .*per 1,000/u);
  });

  test('a count that is held and an effort that is not are told apart from words that mean nothing', async () => {
    const { stdout } = await samenbeeld([
      ...['ask', hazeldonk, 'rate', '--metric', 'arrests', '--per', 'controls'],
      ...['--language', 'en'],
    ]);
    expect(stdout).toContain('nothing is published (controls)');
    const wrong = await samenbeeld(['ask', hazeldonk, 'rate', '--metric', 'arrests']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('--per');
    const strange = await samenbeeld([
      'ask',
      hazeldonk,
      'rate',
      ...hits,
      '--basis',
      'seized_in_port',
    ]);
    expect(strange.code).toBe(2);
    // Money and weights follow no law of counts, and nothing is set against itself.
    for (const metric of ['cash', 'persons_checked']) {
      const refused = await samenbeeld([
        ...['ask', hazeldonk, 'rate', '--metric', metric, '--per', 'persons_checked'],
      ]);
      expect(refused.code).toBe(2);
    }
  });

  test('a count over what it is no part of is refused in four languages, with what may be asked', async () => {
    const asked = ['ask', hazeldonk, 'rate', '--metric', 'persons_with_drugs', '--per'];
    const says: Readonly<Record<string, string>> = {
      nl: 'Niet op elkaar betrokken: personen met drugs en gecontroleerde voertuigen.',
      fr: 'Non rapportés l’un à l’autre : personnes en possession de drogues et véhicules contrôlés.',
      de: 'Nicht aufeinander bezogen: Personen mit Drogen und kontrollierte Fahrzeuge.',
      en: 'Not set against each other: persons with drugs and vehicles checked.',
    };
    for (const [language, told] of Object.entries(says)) {
      const refused = await samenbeeld([...asked, 'vehicles_checked', '--language', language]);
      expect(refused.code).toBe(1);
      expect(refused.stdout).toBe('');
      expect(refused.stderr.replaceAll('\u00a0', ' ').replaceAll(/\s+/gu, ' ')).toContain(told);
      expect(refused.stderr).toContain('persons_with_drugs');
      expect(refused.stderr).toContain('vehicles_seized');
    }
    const finds = ['ask', hazeldonk, 'rate', '--metric', 'seizures', '--per', 'vehicles_checked'];
    expect((await samenbeeld([...finds, '--language', 'en'])).code).toBe(1);
    // What pictures may say stays: vehicles among vehicles, arrests beside persons checked.
    for (const [metric, per] of [
      ['vehicles_seized', 'vehicles_checked'],
      ['under_influence', 'persons_checked'],
      ['arrests', 'persons_checked'],
    ] as const)
      expect((await samenbeeld([...asked.slice(0, 4), metric, '--per', per])).code).toBe(0);
  });

  test('what follow-up found stands apart from the yield of an action', async () => {
    const printed = await lines(
      ...([hazeldonk, 'published', '--place', 'HAZELDONK', '--metric', 'quantity'] as const),
    );
    expect(printed).toContain(
      'cocaine | 2022 | over 73 | kg | all actions of the year; 102 kg of follow-up investigation stand there apart | several agencies together, 25 January 2023',
    );
    // 73 and 102 are never one figure.
    expect(printed.join(' ')).not.toContain('175');
  });

  test('effort and yield stand in rows of their own, contradictions side by side', async () => {
    const printed = await lines(hazeldonk, 'effort-and-yield', '--place', 'HAZELDONK');
    expect(printed.some((line) => line.startsWith('2022 | 8 / over 48 | 70'))).toBe(true);
  });
});

describe('cocaine seized abroad over what was seized at home', () => {
  const ratios = async (...options: readonly string[]): Promise<readonly string[]> =>
    (await lines(transit, 'ratio', ...options)).filter((line) => / \| \d.*\d\.\d\d/u.test(line));

  test('Belgium, against Antwerp and against the country', async () => {
    const found = await ratios('--place', 'BE', '--over', 'BEANR', 'BE');
    expect(found).toContain('first half of 2025 | about 51,000 | about 16,700 | 3.05 | 3.01–3.10');
    expect(found.find((line) => line.startsWith('2024 | about 81,000 | about 44,000'))).toContain(
      '| 1.84 |',
    );
    expect(found.find((line) => line.startsWith('first half of 2024'))).toContain('| 0.91 |');
    expect(found.find((line) => line.startsWith('2023 | about 45,000 | about 123,000'))).toContain(
      '| 0.37 |',
    );
    // Of 2023 two figures of Antwerp stand: 116 t and over 120 t. An end holds as printed: 45,500/115,500 is 0.3939, at most 0.40.
    const port = await ratios('--place', 'BE', '--over', 'BEANR');
    expect(port).toContain(
      '2023 | about 45,000 | over 120,000 / about 116,000 | 0.37–0.39 | at most 0.40',
    );
  });

  test('the Netherlands, of which two figures of 2021 contradict each other', async () => {
    const found = await ratios('--place', 'NL', '--over', 'NL', '--agency', 'NL_CUST');
    expect(found).toContain('2022 | almost 110,000 | 51,447 | 2.14 | 2.04–2.14');
    expect(found).toContain('first half of 2022 | about 47,000 | 22,009 | 2.14 | 2.11–2.16');
    expect(found.find((line) => line.startsWith('2021 |'))).toContain('| 0.57–0.84 |');
    expect(found.find((line) => line.startsWith('first half of 2021'))).toContain('| 1.34 |');
    expect(found).toContain('2020 | about 67,000 | over 48,000 | 1.40 | at most 1.41');
    const printed = await lines(transit, 'ratio', '--place', 'NL', '--agency', 'NL_CUST');
    expect(printed).toContain(
      'Netherlands, 2020: about 115,000 kg is the sum of about 67,000 and over 48,000: no third quantity.',
    );
  });

  test('a quotient that words make an end of what is possible is said with the other end', async () => {
    const inShort = async (...options: readonly string[]) =>
      (await findings(transit, 'ratio-in-short', ...options))[0];
    const own = await inShort('--place', 'NL', '--over', 'NL', '--agency', 'NL_CUST');
    // "Almost 110,000" is 105,000 to 110,000: over 51,447 that is 2.041 to 2.138.
    expect(own?.title).toBe(
      'Netherlands: 2.04–2.14 times as much elsewhere as at home (Netherlands, 2022)',
    );
    expect(own?.says).toMatch(/: 2\.04–2\.14 times as much\.$/u);
    // "About" lies between its ends: 51,500/16,650 is 3.0931, so 3.10 above.
    const belgium = await inShort('--place', 'BE', '--over', 'BEANR');
    expect(belgium?.title).toBe(
      'Belgium: 3.05 times as much elsewhere as at home (Antwerp, first half of 2025)',
    );
    expect(belgium?.says).toContain('3.05 times as much (3.01–3.10).');
  });

  test('is refused where no period has both', async () => {
    const printed = await lines(transit, 'ratio', '--place', 'DE', '--over', 'DE');
    expect(printed.join(' ')).toContain('No ratio: of cocaine (Germany');
    const itself = await samenbeeld([
      ...['ask', transit, 'ratio', '--place', 'NL', '--basis', 'seized_in_territory'],
    ]);
    expect(itself.code).toBe(2);
    const nobody = await samenbeeld(['ask', transit, 'ratio', '--place', 'NL', '--agency', 'XX']);
    expect(nobody.code).toBe(2);
  });
});
