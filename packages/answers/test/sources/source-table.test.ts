import type { SourceDescription } from '@samenbeeld/ingest';
import { type Break, breaksAmong, type Comparable } from '@samenbeeld/schema';
import { catalogue } from '@samenbeeld/sources';
import { expect, test } from 'vitest';
import { catalogueSource } from '../../src/find-source.ts';
import { breakTable, licenceText, sourceTable } from '../../src/sources/source-table.ts';

const words = (text: string) => ({ nl: text, fr: text, de: text, en: text });
const source = { id: 'a', source: { title: words('a source') } } as unknown as SourceDescription;
const declared = (...breaks: readonly object[]) =>
  breaks.map((entry) => ({
    source: 'a',
    note: words('n'),
    ...entry,
  })) as unknown as readonly Break[];

test('says of each break whether it stops a trend, and names the series in words', () => {
  const table = breakTable(
    [source],
    declared(
      { on: '2019-01-01', severity: 'info', series: { metric: 'str_reports' } },
      {
        ...{ on: '2022-01-01', severity: 'block_trend' },
        series: { place: 'NL', metric: 'assets_seized' },
      },
      { on: '2024-10-01', severity: 'info', series: {} },
    ),
  );
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
  expect(breakTable([source], [])).toBeNull();
});

test('only breaks of series that the records hold are those of a picture', () => {
  const post = { basis: 'seized_in_post' };
  const breaks = declared(
    { on: '2020-01-01', series: { place: 'NL', ...post } },
    { on: '2020-01-01', series: { place: 'LU', ...post } },
    { on: '2020-01-01', series: { place: 'LU', metric: 'assets_seized' } },
    { on: '2020-01-01', source: 'another', series: { place: 'LU', ...post } },
  );
  const record = {
    ...{ kind: 'observation', source: 'a', place: 'LU', metric: 'quantity', unit: 'kg', ...post },
    ...{ agencies: [], status: 'A', freq: 'A', periodStart: '2019-01-01', periodEnd: '2019-12-31' },
    ...{ substance: 'COC', offence: null, nationalCode: null, origin: { file: 'f.csv' } },
  } as unknown as Comparable;
  expect(breaksAmong(breaks, [record])).toEqual([breaks[1]]);
});

test('cites the own words of a description in four languages, whatever the years', () => {
  const cited = (citation: string) =>
    sourceTable([
      {
        ...source,
        definitions: [],
        source: { ...source.source, citation, language: 'en', licence: 'MIT' },
      } as unknown as SourceDescription,
    ]).rows[0]?.[1]?.shown.fr;
  const words =
    'from press and the European drugs agency; each row carries the address of its publication';
  expect(cited(`Figures of 2025 ${words}`)).toMatch(/^Chiffres de 2025 tirés/u);
  expect(cited(`Figures of 2019–2023 ${words}`)).toMatch(/^Chiffres de 2019–2023 tirés/u);
  expect(cited('EUDA, Report 2024')).toBe('EUDA, Report 2024');
});

test.each(catalogue().filter((id) => catalogueSource(id).source.kind === 'claim_sheet'))(
  'the citation of %s is in four languages',
  (id) => {
    const described = catalogueSource(id);
    const shown = sourceTable([described]).rows[0]?.[1]?.shown;
    expect(shown?.en).toBe(described.source.citation);
    expect(new Set(Object.values(shown ?? {})).size).toBe(4);
  },
);

test('a licence that the project itself writes is told in the language of the reader', () => {
  for (const own of ['MIT, synthetic data', 'MIT, synthetic data of this repository'])
    expect(licenceText(own).nl).toBe('MIT, synthetische gegevens');
  expect(licenceText('cited reports, each with its document').de).toBe('zitiert, je mit Dokument');
  expect(licenceText('CC-BY-4.0').fr).toBe('CC-BY-4.0');
});
