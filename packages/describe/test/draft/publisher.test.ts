import type { FileDescription } from '@samenbeeld/describe';
import { describe, expect, it } from 'vitest';
import { describedLines } from '../table-of.ts';

/** Invented figures in the notation of one publisher. */
const publisherOf = ({ yaml }: FileDescription): string | undefined =>
  /^publisher: (\S+)/mu.exec(yaml)?.[1];
const about = ({ decisions }: FileDescription): readonly string[] =>
  decisions.map((decision) => decision.about.en);

const rows = (heading: string, ...cells: readonly string[]): readonly string[] => [
  heading,
  ...cells,
];
const periods = ['2012JJ00', '2013JJ00', '2014KW01', '2014MM03'];
const counted = periods.map((period, at) => `${period};${120 + at * 7}`);

describe('a notation that only one publisher uses', () => {
  it.each([
    ['NL_CBS', 'deaths.csv', rows('Periods;VictimsOfMurder', ...counted)],
    ['NL_CBS', '81234NED_TypedDataSet.csv', rows('Perioden;Misdrijven', ...counted)],
    ['NL_POL', '47999NED_UntypedDataSet.csv', rows('Perioden;Misdrijven', ...counted)],
    [
      'EUROSTAT',
      'robbery.csv',
      rows('TIME;GEO;ICCS;UNIT;Value;Flag and Footnotes', '2019;Belgium;Robbery;Number;412;'),
    ],
    [
      'EUROSTAT',
      'crim_just_sex.csv',
      rows('geo;unit;iccs;TIME_PERIOD;value', 'AT;NR;ICCS0101;2019;41', 'BE;NR;ICCS0101;2019;61'),
    ],
    [
      'DE_BKA',
      'kreise.csv',
      rows(
        'Schlüssel;Straftat;Gemeindeschlüssel;Kreis;Jahr;erfasste Fälle',
        '010000;Mord;01001;Flensburg;2030;7',
        '010000;Mord;02000;Hamburg;2030;9',
      ),
    ],
    [
      'UNODC',
      'traffic.csv',
      rows(
        'Iso3_code;Country;Region;Subregion;Indicator;Year;VALUE;Source',
        'AGO;Angola;Africa;Sub-Saharan Africa;Offences of robbery;2014;34;CTS',
      ),
    ],
    [
      'BE_STATBEL',
      'feiten.csv',
      rows('CD_YEAR;CD_REFNIS;TX_FACT_NL;MS_FACTS', '2030;11001;Diefstal;31'),
    ],
    [
      'LU_STATEC',
      'faits.csv',
      rows(
        'DATAFLOW;TIME_PERIOD;Infractions;OBS_VALUE',
        'LU1:DF_X0(1.0);2030;Vols;31',
        'LU1:DF_X0(1.0);2029;Vols;28',
      ),
    ],
  ])('names %s without a question: %s', async (publisher, name, lines) => {
    const found = await describedLines(name, lines);
    expect(publisherOf(found)).toBe(publisher);
    expect(about(found)).not.toContain('publisher');
  });

  it('is of the country whose figures that publisher counts', async () => {
    const { constants } = await describedLines('deaths.csv', rows('Periods;Victims', ...counted));
    expect(constants['place']).toMatchObject({ value: 'NL', confidence: 0.85 });
    expect(constants['place']?.reason.en).toContain('2012JJ00');
  });

  it('leaves both to choose where two publishers write so', async () => {
    const found = await describedLines(
      'feiten.csv',
      rows('Perioden;RegioS;Misdrijven', '2012JJ00;GM0363;4', '2012JJ00;GM0344;8'),
    );
    const asked = found.decisions.find((decision) => decision.about.en === 'publisher');
    expect([asked?.proposed?.en, asked?.alternatives.map(({ en }) => en.split(' ')[0])]).toEqual([
      'NL_POL',
      ['NL_CBS'],
    ]);
  });

  it('is none of one office where places of one Land only are listed', async () => {
    const found = await describedLines(
      'kreise.csv',
      rows(
        'Schlüssel;Straftat;Gemeindeschlüssel;Kreis;Jahr;erfasste Fälle',
        '010000;Mord;01001;Flensburg;2030;7',
        '010000;Mord;01002;Kiel;2030;9',
      ),
    );
    expect(publisherOf(found)).toBe('UNSPECIFIED');
  });
});

describe('a source line', () => {
  it.each([
    ['Source: Eurostat database (crim_gen)', 'EUROSTAT'],
    ['Bron: CBS StatLine', 'NL_CBS'],
    ['Herausgegeben von: BKA', 'DE_BKA'],
    ['Source: Eurostat and UNODC', 'UNSPECIFIED'],
    ['Source: own calculations, after Eurostat', 'UNSPECIFIED'],
  ])('%s names %s', async (line, publisher) => {
    const found = await describedLines('t.csv', [
      line,
      'Year;Country;Robberies',
      '2029;Belgium;31',
      '2030;Belgium;33',
      '2029;France;131',
      '2030;France;133',
    ]);
    expect(publisherOf(found)).toBe(publisher);
  });
});
