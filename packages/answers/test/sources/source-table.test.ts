import type { SourceDescription } from '@samenbeeld/ingest';
import type { Metric } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { breakTable } from '../../src/sources/source-table.ts';

const words = (text: string) => ({ nl: text, fr: text, de: text, en: text });
const source = (...breaks: readonly object[]) =>
  ({
    source: { title: words('a source') },
    breaks: breaks.map((entry) => ({ source: 's', ...entry })),
  }) as unknown as SourceDescription;

const record = (place: string, metric: Metric, from = 's') =>
  ({
    source: from,
    place,
    substance: null,
    offence: null,
    metric,
    basis: 'not_applicable',
  }) as const;

test('says of each break whether it stops a trend, and names the series in words', () => {
  const observations = [record('NL', 'assets_seized'), record('LU', 'str_reports')];
  const sources = [
    source(
      { on: '2019-01-01', severity: 'info', series: { metric: 'str_reports' }, note: words('n') },
      {
        on: '2022-01-01',
        severity: 'block_trend',
        series: { place: 'NL', metric: 'assets_seized' },
        note: words('n'),
      },
      { on: '2024-10-01', severity: 'info', series: {}, note: words('n') },
    ),
  ];
  const table = breakTable(sources, { observations, seizures: [] });
  expect(table?.rows.map((row) => row.map(({ shown }) => shown.nl))).toMatchInlineSnapshot(`
    [
      [
        "1 januari 2019",
        "a source",
        "bij de FIU ontvangen meldingen",
        "ter informatie",
        "n",
      ],
      [
        "1 januari 2022",
        "a source",
        "Nederland, in beslag genomen vermogen",
        "onderbreekt een trend",
        "n",
      ],
      [
        "1 oktober 2024",
        "a source",
        "alle",
        "ter informatie",
        "n",
      ],
    ]
  `);
  expect(table?.caption).toMatchInlineSnapshot(`
    {
      "de": "Angegebene Brüche in Reihen",
      "en": "Declared breaks in series",
      "fr": "Ruptures signalées dans les séries",
      "nl": "Gemelde breuken in reeksen",
    }
  `);
  expect(breakTable([source()], { observations, seizures: [] })).toBeNull();
});

test('of a break is said only where the picture has a record of its series, from its source', () => {
  const sources = [
    source(
      { on: '2002-01-01', severity: 'block_trend', series: { place: 'BE' }, note: words('n') },
      {
        on: '2020-01-01',
        severity: 'block_trend',
        series: { place: 'NL', metric: 'quantity' },
        note: words('n'),
      },
    ),
  ];
  const shown = (observations: readonly ReturnType<typeof record>[], seizures = observations) =>
    breakTable(sources, { observations, seizures: seizures.slice(1) })?.rows.map(
      ([on]) => on?.shown.en,
    ) ?? [];
  expect(shown([record('LU', 'price')])).toEqual([]);
  expect(shown([record('BE', 'price', 'another source'), record('NL', 'price')])).toEqual([]);
  expect(shown([record('BE', 'price')])).toEqual(['1 January 2002']);
  expect(shown([record('NLVLI', 'quantity')])).toEqual(['1 January 2020']);
  // An event is of no metric of its own.
  const { metric: _, ...event } = record('NLVLI', 'quantity');
  expect(breakTable(sources, { observations: [], seizures: [event] })?.rows).toHaveLength(1);
});
