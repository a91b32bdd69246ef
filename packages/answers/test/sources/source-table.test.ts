import type { SourceDescription } from '@samenbeeld/ingest';
import { expect, test } from 'vitest';
import { breakTable } from '../../src/sources/source-table.ts';

const words = (text: string) => ({ nl: text, fr: text, de: text, en: text });
const source = (...breaks: readonly object[]) =>
  ({ source: { title: words('a source') }, breaks }) as unknown as SourceDescription;

test('says of each break whether it stops a trend, and names the series in words', () => {
  const table = breakTable([
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
  ]);
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
  expect(breakTable([source()])).toBeNull();
});
