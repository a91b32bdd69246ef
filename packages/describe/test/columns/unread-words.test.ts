import { describe, expect, it, test } from 'vitest';
import type { TableGuess } from '../../src/column.ts';
import { areCombinations } from '../../src/columns/combinations.ts';
import { guessTable } from '../../src/columns/guess-table.ts';
import { measureOf } from '../../src/columns/measures.ts';
import { propose } from '../../src/columns/propose.ts';
import { offenceCounted } from '../../src/columns/write-offence.ts';
import { describedLines, tableOf } from '../table-of.ts';

async function guessOf(
  lines: readonly string[],
  titleLines: readonly string[] = [],
): Promise<TableGuess> {
  return guessTable(await tableOf(lines), { file: 'table.csv', titleLines, footerLines: [] });
}

const of = ({ columns }: TableGuess, heading: string) =>
  columns.find(({ headings }) => headings.includes(heading));

describe('who counted', () => {
  const keys = ['Schlüssel;Straftat;Jahr;Fälle', '------;Straftaten insgesamt;2031;5000'];
  it('is the BKA where keys of the PKS are of all of Germany, and nobody else', async () => {
    const { constants } = await guessOf(keys);
    expect(constants['agencies']?.value).toBe('DE_BKA');
  });
  it('is left open where the title names a part of Germany', async () => {
    const { constants } = await guessOf(keys, ['Landeskriminalamt Bayern']);
    expect(constants['agencies']).toBeUndefined();
  });
});

describe('errors and units', () => {
  test.each(['Marges', 'Marges_Groningen_2031', 'Fehlermarge', '95% confidence interval'])(
    '%s is no figure',
    (heading) => expect(measureOf(heading)?.name).toBe('margin'),
  );
  test.each(['Prix', 'Aantal', 'Marges de la ville'])('%s is no margin', (heading) =>
    expect(measureOf(heading)?.name).not.toBe('margin'),
  );

  it('reads units by their cells, under any heading, and no offence as dwellings', async () => {
    const guess = await guessOf([
      'Onderwerp;Perioden;Waarde_2031;Marges_2031',
      "|||Van inbraak in woning;% '(heel) groot';7,2;0,5",
      '|||Voelt zich onveilig;%;32,9;2,0',
    ]);
    expect(of(guess, 'Perioden')?.written).toMatchObject({
      to: 'unit',
      codes: { '%': 'pct', "% '(heel) groot'": 'pct' },
    });
    expect(of(guess, 'Perioden')?.decide).toEqual([]);
    expect(of(guess, 'Onderwerp')).toMatchObject({ to: 'nationalCode', crosswalks: [] });
    expect(of(guess, 'Marges_2031')?.to).toBeNull();
  });

  it('looks behind marks of levels, but for a name on two levels', () => {
    const found = (labels: readonly string[]) =>
      propose(labels, 'places', { language: 'nl' }).map(({ label, to }) => [label, to]);
    expect(found(['|||Vlissingen'])).toEqual([['|||Vlissingen', found(['Vlissingen'])[0]?.[1]]]);
    expect(found(['.Vlissingen', '..Vlissingen']).map(([label]) => label)).toEqual([
      '.Vlissingen',
      '..Vlissingen',
    ]);
  });
});

describe('labels of the UN', () => {
  test.each([
    ['Persons arrested/suspected for intentional homicide', 'ICCS0101'],
    ['Victims of intentional homicide, rate', 'ICCS0101'],
    ['Persons suspected of something else', null],
  ])('%s counts %s', (label, code) => expect(offenceCounted(label, 'en')).toBe(code));

  test.each([
    ['China, Hong Kong SAR', 'HK'],
    ['Hong Kong SAR, China', 'HK'],
    ['China, Macao Special Administrative Region', 'MO'],
    ['China, Taiwan Province of China', 'TW'],
  ])('%s is %s', (label, code) =>
    expect(propose([label], 'countries', { language: 'en' })[0]).toMatchObject({
      label,
      to: code,
      match: 'exact',
    }),
  );

  const rows = (indicator: string, category: string) => [
    'Country;Indicator;Dimension;Category;Year;Unit of measurement;VALUE',
    `Belgium;${indicator};by citizenship;${category};2031;Counts;35`,
    `Germany;${indicator};by citizenship;${category};2031;Counts;28`,
  ];
  it('give the offence, and ask of a category that narrows all rows', async () => {
    const guess = await guessOf(
      rows('Persons suspected for intentional homicide', 'National citizens'),
    );
    expect(JSON.stringify(of(guess, 'Indicator')?.written)).toContain('ICCS0101');
    expect(of(guess, 'Dimension')?.decide).toEqual([]);
    expect(of(guess, 'Category')?.decide.map(({ en }) => en)).toEqual([
      expect.stringContaining('"National citizens"'),
    ]);
  });

  it('are kinds of offences where each is one, whatever the heading says', async () => {
    const guess = await guessOf([
      'Country;Indicator;2030;2031',
      'Belgium;Gangs-Related Homicide;3;4',
      'Belgium;Robbery: Female Homicide;1;2',
    ]);
    expect(of(guess, 'Indicator')?.to).toBe('nationalCode');
    expect(guess.constants['metric']).toMatchObject({ value: 'offences' });
  });

  it('propose no check of a sum that one year of many shows by chance', async () => {
    const { checks } = await describedLines('homicides.csv', [
      'Country,Indicator,2026,2027,2028,2029,2030,2031',
      'Belgium,Gangs-Related Homicide,50,60,21,80,90,70',
      'Belgium,Robbery-Related Homicide,3,4,5,6,7,8',
      'Belgium,Drugs-Related Homicide,2,3,4,5,6,7',
      'Belgium,Family-Related Homicide,1,2,3,4,5,6',
      'Belgium,War-Related Homicide,2,2,2,2,2,2',
      'Belgium,Hate-Related Homicide,7,7,7,7,7,7',
    ]);
    expect(JSON.stringify(checks)).not.toContain('Gangs');
  });
});

describe('files of GENESIS', () => {
  const lines = [
    'Tabelle: 24911-0002;;;;;;;;',
    'Suspects: Germany, years, nationality, sex;;;;;;;;',
    'Police crime statistics;;;;;;;;',
    'Germany;;;;;;;;',
    ';Germans;;;;Foreigners;;;',
    ';Male;;Female;;Male;;Female;',
    ...Array.from(
      { length: 12 },
      (_, at) =>
        `${2020 + at};${90_000 + at * 17};e;${30_000 + at * 13};e;${50_000 + at * 11};e;${10_000 + at * 7};e`,
    ),
  ];
  const about = ({ decisions }: { decisions: readonly { about: { en: string } }[] }) =>
    decisions.map(({ about: { en } }) => en).filter((text) => text.startsWith('column'));

  it('ask nothing of years without a heading, final figures, the country above them and persons by two things at once', async () => {
    const found = await describedLines('suspects.csv', lines);
    expect(about(found)).toEqual([]);
    expect(found.constants['place']).toMatchObject({ value: 'DE', confidence: 0.88 });
    expect(found.constants['metric']).toMatchObject({ value: 'suspects', confidence: 0.88 });
    expect(found.trial).toMatchObject({ kind: 'ingested', records: 48 });
  });

  it('ask once of marks that no office is known to mean', async () => {
    const found = await describedLines(
      'suspects.csv',
      lines.map((line) => line.replaceAll(';e', ';q')),
    );
    expect(about(found)).toHaveLength(1);
  });

  test.each([
    [['Germans Male', 'Germans Female', 'Foreigners Male', 'Foreigners Female'], true],
    [['Germans Male', 'Germans Female', 'Foreigners Male'], false],
    [['Cases total', 'Cases cleared', 'Offences total', 'Offences cleared'], false],
  ])('%s are each with each: %s', (names, are) => expect(areCombinations(names)).toBe(are));
});

it('asks nothing of columns of flags that are all empty', async () => {
  const guess = await guessOf([
    'geo;TIME_PERIOD;OBS_VALUE;OBS_FLAG;Observation status (Flag)',
    'BE;2031;12;;',
    'NL;2031;14;;',
  ]);
  expect(guess.columns.slice(3).flatMap(({ decide }) => decide)).toEqual([]);
});

describe('which finds may be published', () => {
  const rows = (heading: string, words: readonly string[]) => [
    `Datum;Haven;Middel;Kg;${heading}`,
    ...words.map((word, at) => `0${at + 1}-02-2031;Vlissingen;cocaïne;${at + 5},5;${word}`),
  ];
  test.each([
    ['Vrijgave', ['', 'embargo', '', 'openbaar'], { embargo: 'embargo', openbaar: 'none' }],
    ['Diffusion', ['interne', 'publique', 'interne', ''], { interne: 'embargo', publique: 'none' }],
    ['Sperrvermerk', ['gesperrt', '', '', 'geheim'], { gesperrt: 'embargo', geheim: 'secret' }],
    ['Bijzonderheid', ['embargo', '', '', ''], { embargo: 'embargo' }],
  ] as const)(
    '%s is asked, with what each of its words would be',
    async (heading, words, codes) => {
      const column = of(await guessOf(rows(heading, words)), heading);
      expect(column?.written).toEqual({ to: 'publicationRestriction', codes });
      expect(column?.decide).toHaveLength(1);
    },
  );

  it('is no column of words that say nothing of it', async () => {
    const column = of(
      await guessOf(rows('Bijzonderheid', ['intern', '', 'vrij', ''])),
      'Bijzonderheid',
    );
    expect(column?.to).not.toBe('publicationRestriction');
  });
});
