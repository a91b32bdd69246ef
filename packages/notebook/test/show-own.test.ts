import { inspect } from 'node:util';
import { openEngine } from '@samenbeeld/engine';
import {
  answered,
  chart,
  isRefused,
  methods,
  money,
  open as openFolder,
  type Picture,
  show,
  trend,
} from '@samenbeeld/notebook';
import { InputError, inEach } from '@samenbeeld/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claim, pictureOf, seizure } from './example-picture.ts';

let picture: Picture;
let exercise: Picture;
beforeAll(async () => {
  picture = await pictureOf([2021, 2022, 2023, 2024].map((year) => claim(year, year)));
  exercise = await pictureOf([], [seizure()]);
});
afterAll(async () => {
  await picture.close();
  await exercise.close();
});

const firstLine = (shown: unknown): string => inspect(shown).split('\n')[0] as string;
const office = 'TLP:AMBER+STRICT · not classified · for: own office';
const open = 'TLP:CLEAR · not classified · for: public';
const event = { id: 'a', time: '2024-01-01', kind: 'in', amount: 100, claim: 'A' } as const;
const paid = [4000, 4500, 9900].map((euros, day) => ({
  tx: String(day),
  at: `2024-03-0${day + 1}`,
  sender: null,
  receiver: 'a1',
  cents: euros * 100,
}));

describe('numbers of your own', () => {
  test('stay within the office unless a handling is stated', () => {
    const ask = () => methods.poissonRate(3);
    expect(firstLine(show(ask))).toBe(office);
    expect(firstLine(show(methods.poissonRate(3)))).toBe(office);
    expect(firstLine(show([{ week: '2024-W01', found: 3 }]))).toBe(office);
    expect(firstLine(show(ask, { handling: { h: ['H1'] } }))).toMatch(/^TLP:AMBER\+STRICT · H1/);
    expect(firstLine(show(ask, { handling: { tlp: 'CLEAR' }, audience: 'public' }))).toBe(open);
    expect(firstLine(show([{ a: 1 }], { handling: { tlp: 'GREEN' }, language: 'nl' }))).toBe(
      'TLP:GREEN · niet gerubriceerd · voor: eigen dienst',
    );
  });

  test('that are made up say EXERCISE', () => {
    expect(inspect(show(() => methods.poissonRate(3), { synthetic: true }))).toMatch(
      /^EXERCISE – synthetic data, no real seizures\nTLP:AMBER\+STRICT/,
    );
  });

  test('are not shown to an audience that may not have them, nor under a marking that is none', () => {
    const refused = show(() => methods.poissonRate(3), { audience: 'public' });
    expect(isRefused(refused)).toBe(true);
    expect(inspect(refused)).toMatch(
      /^TLP:AMBER\+STRICT.*\nNo answer: This may not be written for/,
    );
    const wrong = show([{ a: 1 }], { handling: { tlp: 'WHITE' as 'CLEAR' } });
    expect(inspect(wrong)).toContain('No answer: the handling has the unknown TLP "WHITE".');
  });

  test('are drawn under their marking; of several in one chart the strictest counts', async () => {
    const values = [12, 14, 13, 12, 15, 60, 58, 63, 61, 62];
    const periods = values.map((_, at) => String(2016 + at));
    const ask = () => methods.changePoints(values, { periods });
    const { svg } = answered(
      await chart.segments(show(ask, { foundIn: { periods, values, unit: 'offence' } })),
    );
    expect(svg).toContain('TLP:AMBER+STRICT');
    const rates = answered(
      await chart.rates({
        NLVLI: show(picture, () => methods.rateRatio(24, 15)),
        BEGNE: show(() => methods.rateRatio(10, 12)),
      }),
    );
    expect(inspect(rates)).toMatch(new RegExp(`^${office.replace('+', '\\+')}`));
  });
});

describe('what is said to be made from a picture', () => {
  test('carries its marking and says so', () => {
    const found = show(picture, () => methods.poissonRate(3));
    expect(firstLine(found)).toBe(open);
    expect(inspect(found)).toContain(
      'Marked as the picture “Trial”, on which this is said to rest.',
    );
    const exercised = show(exercise, () => methods.poissonRate(3));
    expect(inspect(exercised)).toMatch(/^EXERCISE – synthetic data, no real seizures\nTLP:CLEAR/);
  });

  test('stays within the office where no picture could hold it: accounts and payments', () => {
    const traced = () => money.traceFunds([event]);
    expect(firstLine(show(picture, traced))).toBe(office);
    expect(inspect(show(picture, traced))).not.toContain('on which this is said to rest');
    expect(inspect(show(exercise, traced))).toMatch(/^EXERCISE.*\nTLP:AMBER\+STRICT/);
  });
});

describe('what is wrong is shown, and the cells below still run', () => {
  test('wrong data with their repair', () => {
    const shown = show(() => methods.poissonRate(-3));
    expect(inspect(shown)).toMatchInlineSnapshot(`
      "TLP:AMBER+STRICT · not classified · for: own office
      No answer: expected the count to be a whole number of events, found -3.

      Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them."
    `);
    expect(shown).toMatchObject({ kind: 'refused', dimension: 'data' });
  });

  test('wrong data that are told in four languages, in the language of the picture’s reader', async () => {
    const words = (of: string) => inEach((language) => `${of} (${language})`);
    const french = await openFolder(picture.folder, { language: 'fr' });
    const shown = show(french, () => {
      throw new InputError(words('problem'), {
        place: { file: 'a.csv', line: 2 },
        repair: { ...words('repair'), fr: 'écrivez `title: 2`' },
      });
    });
    expect(inspect(shown).split('\n').slice(1)).toEqual([
      'Pas de réponse\u00a0: a.csv, ligne 2\u00a0: problem (fr).',
      '',
      'Correction\u00a0: écrivez `title: 2`.',
    ]);
  });

  test('a wrong call', () => {
    const shown = show(picture, () => methods.ears([1, 2, 3], { method: 'C4' as 'C1' }));
    expect(inspect(shown)).toMatchInlineSnapshot(`
      "TLP:CLEAR · not classified · for: public
      No answer: \`method\` must be C1, C2 or C3, got C4."
    `);
    expect(shown).toMatchObject({ kind: 'refused', dimension: 'call', remedy: '' });
    expect(inspect(show(() => 3 as never))).toContain('`show` takes a finding');
    expect(inspect(show(() => ({ a: 1 }) as never))).toContain('`show([record])`');
  });

  test('its chart hands it on', async () => {
    const shown = show(() => methods.ears([1, 2, 3], { method: 'C4' as 'C1' }));
    expect(await chart.alarms(shown)).toBe(shown);
  });

  test('an error of the program is thrown', () => {
    expect(() => show(() => (undefined as never as { f(): never }).f())).toThrow(TypeError);
  });
});

describe('what must be waited for', () => {
  test('is awaited: a screen of transactions, or what is wrong with them', async () => {
    const engine = await openEngine();
    const screen = async () =>
      money.findStructuring(await money.loadTransactions(engine, paid), { threshold: 10000 });
    const asked = show(screen);
    expect(inspect(asked)).toBe('Write "await" before it to see it: await show(…)');
    expect(firstLine(await asked)).toBe(office);
    expect(answered(await asked).finding.patterns).toHaveLength(1);
    expect(firstLine(await show(picture, screen))).toBe(office);
    const wrong = await show(() =>
      money.loadTransactions(engine, []).then((data) => money.findFans(data, { direction: 'in' })),
    );
    expect(inspect(wrong)).toContain('No answer: expected transactions, found none.');
    await expect(show(async () => Promise.reject(new TypeError('no')))).rejects.toThrow(TypeError);
    await engine.close();
  });
});

test('a list that a method gives is a table', () => {
  const points = ['2024-Q1', '2024-Q2', '2025-Q1'].map((period, i) => ({ period, value: i + 1 }));
  const shown = show(picture, () => methods.yearToDate(points, '2025-Q2'));
  expect(inspect(shown)).toMatchInlineSnapshot(`
    "TLP:CLEAR · not classified · for: public
    2 rows × 3 columns
      period            value  missing
      2024-01..2024-06      3  –
      2025-01..2025-06      –  2025-Q2"
  `);
});

test('advice in numbers of your own is shown as that of a selection, with each method', () => {
  const points = [3, 5, 9, 4, 8].map((value, i) => ({ period: String(2018 + i), value }));
  const own = show(() => methods.adviseTrend({ subject: 'NLVLI', unit: 'kg', points }));
  expect(inspect(own)).toMatch(/\nVlissingen\n[\s\S]*^ +Log-linear trend of counts +not used /m);
});

test('a trend is asked of a selection; for other numbers it says what to ask', () => {
  expect(() => trend({ subject: 'x', unit: 'kg', points: [] } as never)).toThrow(
    'Of numbers of your own: `show(() => methods.adviseTrend(',
  );
});

test('an error of the data keeps its place in what is shown', () => {
  const wrong = () => {
    throw new InputError('expected kg', { place: { file: 'a.csv', line: 3 }, repair: 'mend it' });
  };
  expect(inspect(show(wrong as () => never))).toMatch(
    /\nNo answer: a\.csv, line 3: expected kg\.\n\nRepair: mend it\.$/,
  );
});
