import type { FileDescription } from '@samenbeeld/describe';
import { loadSource } from '@samenbeeld/ingest';
import { catalogueFolder } from '@samenbeeld/sources';
import { describe, expect, it } from 'vitest';
import { measureOf } from '../src/columns/measures.ts';
import { describedLines as described } from './table-of.ts';

/** Invented figures below the headings, lines and codes of official tables. */
const about = ({ decisions }: FileDescription): readonly string[] =>
  decisions.map((decision) => decision.about.en);
const asked = ({ decisions }: FileDescription): string =>
  decisions.map(({ question }) => question.en).join('\n');
const written = ({ columns, folds }: FileDescription, heading: string): unknown =>
  [...columns, ...folds].find(({ headings }) => headings[0] === heading)?.written;
const items = ({ trial }: FileDescription): unknown =>
  trial.kind === 'ingested' && trial.conservation.items;

describe('a rate', () => {
  it.each([
    'Aantal delicten (per 100 inwoners)',
    'Faits pour 10 000 habitants',
    'Fälle je 500 Einwohner',
    'Offences per household',
    'Taux / 100.000 hab.',
  ])('of those who live there is none of them: %s', (heading) => {
    expect(measureOf(heading)?.name).toBe('rate');
  });

  it.each(['Aantal inwoners', 'Population', 'Inwoners per 1 januari'])(
    'is not meant where they are counted: %s',
    (heading) => {
      expect(measureOf(heading)?.name).toBe('population');
    },
  );
});

describe('what a table does not say of itself', () => {
  it('is no number of pieces where nothing speaks of goods, and is asked once', async () => {
    const found = await described('crim_plce_1.csv', [
      'TIME;GEO;UNIT;Value;Flag and Footnotes',
      '1998;Belgique;Nombre;36419;',
      '1998;Luxembourg;Nombre;1136;',
      '1999;Belgique;Nombre;36179;',
    ]);
    expect(asked(found)).not.toContain('pieces');
    expect(about(found)).toContain('unit and basis and metric');
  });

  it('is a rate where all rows are rates, and asked about', async () => {
    const found = await described('robbery.csv', [
      'TIME;GEO;ICCS;UNIT;Value;Flag and Footnotes',
      '2008;Belgium;Robbery;Per hundred thousand inhabitants;214.47;',
      '2009;Belgium;Robbery;Per hundred thousand inhabitants;216.41;',
    ]);
    expect(written(found, 'UNIT')).toMatchObject([
      { to: 'unit' },
      { to: 'stat', codes: { 'Per hundred thousand inhabitants': 'rate' } },
    ]);
    expect(asked(found)).toContain('All rows give rates');
  });

  it('is an amount of money for a weight where all headings give it, and no count of pieces', async () => {
    const { constants, yaml, ...found } = await described('affordability.csv', [
      'Year;cannabis resin EUR/g;herbal cannabis EUR/g',
      '2029;60.41;132.25',
      '2030;59.19;109.81',
    ]);
    expect([constants['metric']?.value, constants['unit']?.value]).toEqual(['price', 'EUR/g']);
    expect(asked({ ...found, constants, yaml })).toContain('The headings give EUR/g');
    expect(yaml).not.toContain('piece');
  });

  it('is asked with both answers where name and heading contradict each other, and years and the only figures are taken', async () => {
    const found = await described('persone_denunciate_anno_2030.csv', [
      'ANNO;Provincia;REATO;TOT DELITTI COMMESSI',
      '2030;Asti;FURTI;936',
      '2030;Asti;RAPINE;124',
      '2030;Cuneo;FURTI;812',
      '2030;Cuneo;RAPINE;124',
    ]);
    expect(found.constants['metric']).toMatchObject({
      value: 'suspects',
      alternatives: [{ value: 'offences' }],
    });
    expect(about(found)).toEqual(
      expect.not.arrayContaining(['column ANNO', 'column TOT DELITTI COMMESSI']),
    );
    expect(written(found, 'ANNO')).toEqual({ to: 'period', as: 'year' });
  });
});

describe('figures that another column already holds', () => {
  it('are left out where they run on, are converted or are percentages of it', async () => {
    const running = await described('kwartaal.csv', [
      'Kwartaal;Geregistreerde misdrijven;Cumulatief;Deel 2028;Index (2028=100)',
      'Q1 2030;1.204;1.204;33,2%;98,2',
      'Q2 2030;1.310;2.514;36,1%;101,3',
      'Q3 2030;1.101;3.615;30,7%;95,0',
    ]);
    expect(items(running)).toBe(3);
    expect(about(running)).toEqual(['publisher', 'place']);
    const converted = await described('finds.csv', [
      'Seizure date,Port,Drug,Quantity,Unit,KG equivalent',
      '2029-03-11,Vlissingen,Cocaine,1200,Kilogram,1200',
      '2029-04-02,Terneuzen,Ecstasy,20000,Tablets,2',
      '2029-05-20,Vlissingen,Heroin,310,Gram,0.31',
    ]);
    expect(items(converted)).toBe(3);
  });

  it('are asked about where the cells do not show it, or nothing else would be left', async () => {
    const cumulated = await described('cumulative.csv', [
      'Year,Country,Seizures,Kg cumulative',
      '2029,NL,12,1200',
      '2030,NL,14,2500',
      '2029,BE,9,800',
      '2030,BE,11,1700',
    ]);
    expect(asked(cumulated)).toMatch(/"Kg cumulative" seems .* the cells do not show it/u);
    const blank = await described('blank.csv', [
      'Kwartaal;Geregistreerde misdrijven;Cumulatief',
      'Q1 2030;1.204;1.204',
      'Q2 2030;;2.514',
      'Q3 2030;1.101;3.615',
    ]);
    expect(asked(blank)).toMatch(/"Cumulatief" seems/u);
    const pure = await described('pure.csv', [
      'Seizure date,Port,Drug,Quantity,Unit,KG converted to pure',
      '2029-03-11,Vlissingen,Cocaine,1200,Kilogram,700',
      '2029-04-02,Terneuzen,Cocaine,200,Kilogram,150',
      '2029-05-20,Vlissingen,Heroin,310,Gram,0.1',
    ]);
    expect(asked(pure)).toMatch(/"KG converted to pure" seems/u);
    const weekly = await described('weekly.csv', [
      'Week,Port,Seizures this week,Seizures year-to-date',
      '2031-W01,Rotterdam,3,3',
      '2031-W02,Rotterdam,4,7',
      '2031-W03,Rotterdam,2,9',
    ]);
    expect(weekly.columns.map(({ to }) => to)).toEqual(['period', 'place', 'value', null]);
    const alone = await described('alone.csv', ['Year;Seizures year-to-date', '2030;3', '2031;7']);
    expect(asked(alone)).toMatch(/seems to be a running total/u);
  });

  it('are asked about where they are percentages beside drugs, or the only parts', async () => {
    const strength = await described('thc.csv', [
      'Datum;Ort;Droge;Menge (kg);THC-Gehalt',
      '12.01.2031;Bremen;Haschisch;12,5;12,5%',
      '14.02.2031;Bremen;Marihuana;3,5;14,1%',
    ]);
    expect(asked(strength)).toMatch(/"THC-Gehalt" are percentages beside drugs/u);
    const parts = await described('delen.csv', [
      'Jaar;Gemeente;Mannen;Vrouwen',
      '2030;Utrecht;120;14',
      '2031;Utrecht;220;27',
    ]);
    expect(parts.columns.slice(2).map(({ to }) => to)).toEqual(['value', 'value']);
    expect(asked(parts)).toMatch(/"Mannen" is a part, and the whole does not stand beside it/u);
  });

  it('are what is counted where no other column is', async () => {
    const found = await described('lopend.csv', [
      'Kwartaal;Cumulatief aantal geregistreerde misdrijven',
      'Q1 2030;1.204',
      'Q2 2030;2.514',
    ]);
    expect(items(found)).toBe(2);
  });

  it('are left out and asked about once where headings say that they are parts', async () => {
    const found = await described('parket.csv', [
      'Jaar;Uitstroom;w.v. dagvaarding;w.v. sepot',
      '2029;1.180;880;300',
      '2030;1.250;900;340',
    ]);
    expect(items(found)).toBe(2);
    expect(asked(found)).toContain(
      '"w.v. dagvaarding", "w.v. sepot" are, by the heading, a part of another column',
    );
    const airport = await described('saisies.csv', [
      'Produit;Unité;Quantité saisie;dont aéroport',
      'Cocaïne;g;12040;11800',
      'Héroïne;g;310;0',
    ]);
    expect(written(airport, 'dont aéroport')).toHaveProperty('ignore');
  });

  it('stay where the part is a place or a drug, which its figures keep', async () => {
    const found = await described('havens.csv', [
      'Inbeslagnames cocaïne (kg)',
      'Jaar;waarvan Vlissingen;waarvan Terneuzen',
      '2029;4120;250',
      '2030;3871;98',
    ]);
    expect(items(found)).toBe(4);
  });
});

describe('columns of figures and of codes', () => {
  it('keep figures below a word that holds one of places', async () => {
    const found = await described('labs.csv', [
      'Drugslabs per provincie, 2030',
      'Provincie;Productielocaties;Opslaglocaties',
      'Noord-Brabant;33;25',
      'Gelderland;14;9',
      'Zeeland;2;1',
    ]);
    expect(found.columns.map(({ to }) => to)).toEqual(['place', 'value', 'value']);
  });

  it.each(['Place 0;Place 1;Place 2;Place 3', 'A;B;C;D'])(
    'keep numbers of two digits under several headings as figures: %s',
    async (headings) => {
      const found = await described('places.csv', [
        `Year;${headings}`,
        '2029;02;75;31;59',
        '2030;13;06;44;93',
        '2031;67;33;21;01',
      ]);
      expect(found.columns.slice(1).map(({ to }) => to)).toEqual(Array(4).fill('value'));
    },
  );

  it('count no codes of what is counted', async () => {
    const found = await described('statbel.txt', [
      'CD_YEAR|CD_REFNIS|CD_CRIME_CAT|TX_CRIME_CAT_NL|MS_COUNT',
      '2029|11002|01|Diefstal en afpersing|13225',
      '2029|44021|01|Diefstal en afpersing|6001',
      '2029|11002|02|Drugs|5290',
      '2029|44021|02|Drugs|2650',
    ]);
    expect(
      found.columns.filter(({ to }) => to === 'value').map(({ headings: [name] }) => name),
    ).toEqual(['MS_COUNT']);
  });

  it('ask what powers of ten and keys of measures do to them', async () => {
    const sdmx = (power: number): readonly string[] => [
      'KEY,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT',
      `PAY.H.BE.CP0.W0.F._X.PN,A,BE,2029,40,A,${power}`,
      `PAY.H.NL.CP0.W0.F._X.PN,A,NL,2029,41,A,${power}`,
    ];
    const scaled = await described('fraud.csv', sdmx(3));
    expect(asked(scaled)).toContain('"UNIT_MULT" says "3", a power of ten');
    expect(written(scaled, 'KEY')).toHaveProperty('ignore');
    expect(about(await described('fraud.csv', sdmx(0)))).not.toContain('column UNIT_MULT');
    const odata = await described('Observations.csv', [
      'Id,Measure,ValueAttribute,Value,StringValue,SoortMisdrijf,RegioS,Perioden',
      ...['M004200_1', 'M004200_2'].flatMap((measure, at) =>
        ['0.0.0 ', '1.1.1 '].map(
          (kind, row) =>
            `${at * 2 + row},${measure},None,${45 + at * 100},,${kind},GM0363    ,2023JJ00`,
        ),
      ),
    ]);
    expect(asked(odata)).toContain('What do "M004200_1", "M004200_2" in "Measure" measure?');
    expect(about(odata)).not.toContain('column StringValue');
  });

  it('tell the statistic of a purity wherever the heading says it', async () => {
    expect(measureOf('Purity (%) Min')?.set).toEqual({
      metric: 'purity',
      unit: 'pct',
      stat: 'min',
    });
    expect(measureOf('Zuiverheid cocaïne, mediaan')?.set).toMatchObject({ stat: 'median' });
  });
});

describe('digits below a heading', () => {
  it('are figures where their upper heading heads nothing else, whatever place it names', async () => {
    const found = await described('wohnsitz.csv', [
      'Straftat;Wohnsitz;Wohnsitz;Wohnsitz',
      ';Tatortgemeinde;Landkreis;Ausland',
      'Diebstahl;1210001;410020;90112',
      'Raub;180001;70112;9009',
      'Betrug;182345;71222;9100',
    ]);
    expect(found.columns.map(({ to }) => to)).toEqual(['nationalCode', 'value', 'value', 'value']);
  });

  it('are figures where they have marks of thousands, and keys of the places beside them are of no offence', async () => {
    const found = await described('kreise_2031.csv', [
      'Landkreis;Schlüssel;Einwohner;Straftaten',
      'Osnabrück;03459;358.080;18.012',
      'Emsland;03454;326.950;16.900',
      'Leer;03457;170.750;9.011',
    ]);
    expect(found.columns.map(({ to }) => to)).toEqual(['place', 'placeNote', null, 'value']);
    expect(about(found)).toContain('column Schlüssel');
  });

  it.each([
    'Aangehouden verdachten',
    'Aangehouden drugskoeriers',
    'Personnes interpellées',
    'Nombre de passeurs interpellés',
    'Festgenommene Personen',
  ])('are persons who were arrested where it says so: %s', (heading) => {
    expect(measureOf(heading)?.set['metric']).toBe('arrests');
  });

  it('are asked of which drug they are where only those beside them say it', async () => {
    const lines = ['2030;41;7011', '2031;38;6120'];
    const one = await described('one.csv', ['Année;Nombre de saisies;Cocaïne (kg)', ...lines]);
    expect(asked(one)).toContain('Does "Nombre de saisies" count only seizures of the drug');
    // Confirming takes one key: what is proposed is that drug.
    expect(JSON.stringify(one.columns[1]?.written)).toContain('"substance":"COC"');
    const named = await described('saisies_cocaine.csv', [
      'Année;Nombre de saisies;Cocaïne (kg)',
      ...lines,
    ]);
    expect(named.columns[1]?.decide).toEqual([]);
    expect(JSON.stringify(named.columns[1]?.written)).toContain('"substance":"COC"');
    const two = await described('two.csv', [
      'Année;Nombre de saisies;Cocaïne (kg);Héroïne (kg)',
      ...lines.map((line) => `${line};12`),
    ]);
    expect(asked(two)).not.toContain('count only seizures');
  });
});

describe('what the file says itself', () => {
  it('is the key of words under one name, in however few rows', async () => {
    const found = await described('zones.csv', [
      'CD_YEAR;CD_ZONE;TX_ZONE_FR;Faits',
      '2031;5345;Anvers;5011',
      '2031;5415;Gand;1402',
    ]);
    expect(about(found)).not.toContain('column CD_ZONE');
  });

  it('is that a number is one, and what of is asked: no row is lost by it', async () => {
    for (const unit of ['Number', 'Counts']) {
      const found = await described('victims.csv', [
        'geo;unit;TIME_PERIOD;OBS_VALUE',
        `BE;${unit};2029;290`,
        `FR;${unit};2029;2110`,
      ]);
      expect(found.trial).toMatchObject({ kind: 'ingested', records: 2 });
      // Of what is one thing to look up with what is measured.
      expect(about(found)).toContainEqual(expect.stringMatching(/^metric.* unit|^unit.* metric/u));
    }
  });

  it('is in which country its police offices are', async () => {
    const found = await described('direktionen.csv', [
      'Polizeidirektion;Jahr;Straftaten',
      'Göttingen;2031;812',
      'Osnabrück;2031;790',
    ]);
    expect(found.trial).toMatchObject({ kind: 'ingested', records: 2 });
    expect(about(found)).toContain('column Polizeidirektion');
  });

  it('is that money beside files is no number of offences', async () => {
    const found = await described('ctif.csv', [
      'Infraction;Dossiers 2029;Dossiers 2030;Montants 2029 (en mio EUR);Montants 2030 (en mio EUR)',
      'Trafic de stupéfiants;101;98;22,41;18,90',
      'Escroquerie;402;388;101,2;99,7',
    ]);
    const asks = about(found).filter((name) => name.includes('Montants'));
    expect(asks).toEqual(['columns Montants 2029 (en mio EUR) … Montants 2030 (en mio EUR)']);
    const left = found.columns.filter(({ headings: [name = ''] }) => name.startsWith('Montants'));
    expect(left.map(({ to }) => to)).toEqual([null, null]);
  });

  it('is an amount in its equivalent of a unit', () => {
    expect(measureOf('Seizures (kg equivalent)')?.set).toEqual({ metric: 'quantity', unit: 'kg' });
  });
});

describe('the legend of Eurostat below a narrow table', () => {
  it('is its footer, with what each flag means', async () => {
    const found = await described('burglary.csv', [
      'TIME;2029;2030;',
      'GEO (Labels);;;',
      'Belgium;40120;39011;p',
      'Germany;231000;228010;',
      'Luxembourg;2101;:;',
      'Netherlands;28011;27012;',
      '',
      'Special value;;;',
      ':;not available;;',
      'Available flags:;;;',
      'p;provisional;;',
    ]);
    expect(found.footerLines).toHaveLength(4);
    expect(found.columns[0]).toMatchObject({ to: 'place', decide: [] });
  });

  it.each([
    ['code,country,seizures', ['at,Austria,12', 'be,Belgium,40', 'fr,France,21', 'lu,Luxembourg,']],
    ['id,country,kg', ['d,France,12', 'e,Spain,40', 'f,Italy,21', 'g,Portugal,']],
    ['code,country,seizures,kg', ['AT,Austria,12,3', 'BE,Belgium,40,7', '-,Unknown,,']],
  ])('is none where no figure has its mark: the last row of %s is data', async (heading, rows) => {
    const found = await described('last.csv', [heading, ...rows]);
    expect(found.footerLines).toEqual([]);
  });

  it('is its footer without a line between, where figures have its marks', async () => {
    const found = await described('marks.csv', [
      'geo,time,kg',
      ...['AT,2030,12', 'BE,2030,40 b', 'DE,2030,:', 'FR,2030,21'],
      ...[':,not available,', 'b,break in time series,'],
    ]);
    expect(found.footerLines).toHaveLength(2);
  });
});

describe('what a title or a line says', () => {
  it('is in the name of a file too, whatever joins its words', async () => {
    const found = await described('SZR-5-number-of-seizures-heroin.csv', [
      'Country,2029,2030',
      'Belgium,2011,1890',
      'France,4011,3902',
    ]);
    expect(found.constants['metric']?.value).toBe('seizures');
    expect(found.constants['substance']?.value).toBe('HER');
    expect(about(found)).toContain('substance');
  });

  it('is no offence where it is a day, and one where it names it in a whole sentence', async () => {
    const found = await described('page.csv', [
      'Last updated: 01/02/2031 23:00',
      'ICCS Unlawful acts involving controlled drugs or precursors',
      'Country;2028;2029',
      'Belgium;60112;61002',
      'Netherlands;13877;13010',
      'European Union - 27 countries (from 2020);501200;503400',
    ]);
    expect(found.constants['offence']?.value).toBe('ICCS0601');
    expect(about(found)).not.toContain('column Country');
    expect(items(found)).toBe(6);
  });

  it('is of arrests, not of the offences they were for', async () => {
    const found = await described('tesat.csv', [
      'Arrests for terrorism-related offences by Member State, 2029',
      'Member State,Total',
      'Belgium,77',
      'Netherlands,37',
    ]);
    expect(found.constants['metric']?.value).toBe('arrests');
  });

  it('is asked where figures are provisional by no mark, or a prosecutor counted', async () => {
    const lines = ['Jaar;Geregistreerde misdrijven;Land', '2029;120;NL', '2030;98;NL'];
    const question = 'of which figures? Give those the status P';
    const plain = await described('jaren.csv', [
      ...lines,
      '',
      'Cijfers vanaf 2030 zijn voorlopig.',
    ]);
    expect(asked(plain)).toContain(question);
    const marked = await described('jaren.csv', [...lines, '', '* voorlopige cijfers']);
    expect(asked(marked)).not.toContain(question);
    const court = await described('zaken.csv', [
      'Parket Antwerpen: instroom',
      'Jaar;Nieuwe zaken;Land',
      '2029;120;BE',
      '2030;98;BE',
    ]);
    expect(asked(court)).toContain('speaks of prosecution ("Parket")');
  });

  it('names a team as its only counter no more where it names its service too', async () => {
    const found = await described('vangsten.csv', [
      'Onderschepte cocaïne per haven (kg)',
      'Haven;2029;2030',
      'Vlissingen;10077;5120',
      'Terneuzen;220;95',
      '',
      'Bron: Douane Nederland, HARC-team',
    ]);
    expect(about(found)).toContain('agencies');
  });
});

describe('Eurostat', () => {
  it('counts victims by a legal status, as no edition of a source of offences, and explains a flagged blank', async () => {
    const id = 'eurostat-crim-off-cat';
    const folder = catalogueFolder(id);
    const found = await described(
      'estat_crim_hom_soff.tsv',
      [
        'freq,iccs,leg_stat,sex,unit,geo\\TIME_PERIOD\t2021 \t2022 ',
        ...['BE', 'NL', 'LU'].map(
          (geo, at) => `A,ICCS0101,PER_VICT,T,NR,${geo}\t${111 + at} \t: c`,
        ),
      ],
      { known: [loadSource(folder)], folders: { [id]: folder } },
    );
    expect(found.nearest?.isEdition).toBe(false);
    expect(found.constants['metric']?.value).toBe('offences');
    expect(found.trial).toMatchObject({
      kind: 'ingested',
      conservation: { items: 6, rejected: 0 },
      samples: [
        { after: [{ unit: 'victim', countUnit: 'victim' }, { missing: 'suppressed' }] },
        {},
        {},
      ],
    });
  });

  it.each([
    ['leg_stat', 'PER_VICT', 'PER_SUSP', 'PER_CNV', 'NR'],
    ['Legal status', 'Victim', 'Suspected person', 'Convicted person', 'Number'],
    ['Statut juridique', 'Victimes', 'Personnes suspectées', 'Personnes condamnées', 'Nombre'],
    ['Rechtsstatus', 'Opfer', 'Tatverdächtige', 'Verurteilte', 'Anzahl'],
  ])(
    'counts each row by its %s: %s, %s, and no %s',
    async (heading, victims, suspects, others, unit) => {
      const found = await described('crim_hom_soff.csv', [
        `iccs;${heading};unit;geo;TIME_PERIOD;OBS_VALUE`,
        ...[others, suspects, victims].flatMap((status, at) =>
          ['BE', 'NL', 'LU'].flatMap((geo, by) =>
            [2029, 2030].map(
              (year) =>
                `ICCS0101;${status};${unit};${geo};${year};${31 + at * 7 + by * 3 + (year % 9)}`,
            ),
          ),
        ),
      ]);
      expect(written(found, heading)).toEqual([
        { to: 'metric', codes: { [suspects]: 'suspects', [victims]: 'offences' } },
        { to: 'unit', codes: { [suspects]: 'suspect', [victims]: 'victim' } },
        { to: 'countUnit', codes: { [suspects]: 'suspect', [victims]: 'victim' } },
      ]);
      expect(found.trial).toMatchObject({
        kind: 'ingested',
        conservation: { accepted: 12, excluded: 6, rejected: 0 },
        issues: [],
      });
      expect(asked(found)).toContain(`no metric holds persons of the legal status "${others}"`);
      expect(about(found)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/metric|unit/)]),
      );
    },
  );

  it('counts each row by its measure where offences, victims and persons in the proceedings stand together', async () => {
    const indicators = [
      'Detected trafficking victims',
      'Offences of trafficking in persons',
      'Persons brought into formal contact',
      'Persons prosecuted',
      'Persons convicted',
    ];
    const found = await described('traffic.csv', [
      'Country;Indicator;Unit of measurement;Year;Value',
      ...indicators.flatMap((indicator, at) =>
        ['Belgium', 'Austria'].map(
          (country, by) => `${country};${indicator};Counts;2030;${31 + at * 7 + by}`,
        ),
      ),
    ]);
    const [victims = '', offences = '', suspects = ''] = indicators;
    expect(written(found, 'Indicator')).toEqual([
      {
        to: 'metric',
        codes: { [victims]: 'offences', [offences]: 'offences', [suspects]: 'suspects' },
      },
      { to: 'unit', codes: { [victims]: 'victim', [offences]: 'offence', [suspects]: 'suspect' } },
      {
        to: 'countUnit',
        codes: { [victims]: 'victim', [offences]: 'offence', [suspects]: 'suspect' },
      },
      { to: 'nationalCode' },
    ]);
    expect(found.trial).toMatchObject({
      conservation: { accepted: 6, excluded: 4, rejected: 0 },
    });
    expect(asked(found)).toContain('"Persons prosecuted", "Persons convicted"');
    expect(asked(found)).not.toContain('persons_with_drugs');
  });

  it('takes no metric of a source that has no stand in the proceedings', async () => {
    const id = 'eurostat-crim-off-cat';
    const folder = catalogueFolder(id);
    const found = await described(
      'by_legal_status.tsv',
      [
        'freq,iccs,leg_stat,unit,geo\\TIME_PERIOD\t2021 \t2022 ',
        ...['BE', 'NL', 'LU'].map((geo, at) => `A,ICCS0101,PER_CNV,NR,${geo}\t${11 + at} \t12 `),
      ],
      { known: [loadSource(folder)], folders: { [id]: folder } },
    );
    expect(asked(found)).toContain('The rows count persons: "PER_CNV"');
    expect(found.constants['metric']?.reason.en).not.toContain(id);
  });

  it('leaves rates out where each row says whose they are', async () => {
    const found = await described('crim_hom_soff.csv', [
      'iccs;leg_stat;unit;geo;TIME_PERIOD;OBS_VALUE',
      ...['PER_SUSP', 'PER_VICT'].flatMap((status, at) =>
        ['BE', 'NL', 'LU'].flatMap((geo, by) => [
          `ICCS0101;${status};NR;${geo};2030;${31 + at * 7 + by * 3}`,
          `ICCS0101;${status};P_HTHAB;${geo};2030;1.${at}${by}`,
        ]),
      ),
    ]);
    expect(found.trial).toMatchObject({
      kind: 'ingested',
      conservation: { accepted: 6, excluded: 6, rejected: 0 },
    });
    expect(written(found, 'leg_stat')).toMatchObject([
      { to: 'metric' },
      { to: 'unit', codes: { PER_SUSP: 'suspect', PER_VICT: 'victim' } },
      { to: 'countUnit' },
    ]);
  });

  it('is not needed to know countries by three letters beside groups of them', async () => {
    const found = await described('wdi.csv', [
      'Country Code,2028,2029',
      'BEL,12,14',
      'NLD,15,11',
      'LUX,3,2',
      'WLD,9000,9100',
    ]);
    expect(asked(found)).toContain('What do these mean in places: "WLD"?');
    expect(found.crosswalks[0]?.text).toContain('LUX,LU,exact');
  });
});

describe('kinds of those who report, and finds by their cover load', () => {
  it('are kept as kinds, and are nobody’s names', async () => {
    for (const heading of ['Meldergroep', 'Categorie melder']) {
      const found = await described('meldingen.csv', [
        `${heading};2029;2030`,
        'Kredietinstellingen;24.110;26.340',
        'Notarissen;1.288;1.405',
        "Casino's;990;1.120",
        'Bedrijfsrevisoren;80;91',
      ]);
      expect(written(found, heading)).toEqual({ to: 'nationalCode' });
    }
  });

  it('are reports, whatever they report', async () => {
    const metrics = async (heading: string): Promise<unknown> => {
      const lines = ['2029,25991', '2030,31605', '2031,46330'];
      const found = await described('table-2.csv', [`Year,${heading}`, ...lines]);
      return (written(found, heading) as { set?: { metric?: string } }).set?.metric;
    };
    for (const heading of [
      'Suspicious transaction reports received',
      'Reports received of suspicious transactions',
      'Meldingen van ongebruikelijke transacties',
      'Déclarations de transactions suspectes',
    ])
      expect(await metrics(heading), heading).toBe('str_reports');
    for (const heading of [
      'Suspicious transactions reported',
      'Verdachte transacties in meldingen',
    ])
      expect(await metrics(heading), heading).toBe('str_transactions');
  });

  it('are seizures by the name of the file and what they were hidden in', async () => {
    const found = await described('HARC_inbeslagnames_2030.csv', [
      'Datum;Haven;Land van herkomst;Deklading;Hoeveelheid (kg)',
      '03-01-2030;Rotterdam;Ecuador;bananen;1.203,5',
      '11-01-2030;Vlissingen;Colombia;avocado;450,0',
    ]);
    expect(found.record.value).toBe('seizure');
  });
});

describe('what is told or asked once', () => {
  it('narrows figures to the law that a title names, unless the kinds say it', async () => {
    const table = (title: string, kinds: readonly string[]): readonly string[] => [
      title,
      'Gemeente;NIS-code;Figuur;2029;2030',
      ...kinds.map((kind, at) => `Gent;44021;${kind};${150 + at};${140 + at}`),
    ];
    const kept = await described(
      'feiten.csv',
      table('Drugsfeiten per gemeente', ['Bezit', 'Handel']),
    );
    expect(kept.constants['note']).toBeUndefined();
    expect(kept.constants['offence']?.value).toBe('ICCS0601');
    expect(kept.yaml).toMatch(/^ {2}Figuur:.*nationalCode/mu);
    const told = await described(
      'feiten.csv',
      table('Drugsfeiten per gemeente', ['Drugsbezit', 'Drugshandel']),
    );
    expect(told.constants['note']).toBeUndefined();
  });

  it.each([
    ['Indexed trend of potency.csv', [100, 126, 137, 151], true],
    ['Indexed trend of potency.csv', [98, 126, 137, 151], false],
    ['Index of reported burglaries.csv', [100, 126, 137, 151], false],
  ])('%s with %j is an index: %s', async (name, figures, isIndex) => {
    const lines = ['Year,Potency', ...figures.map((figure, at) => `${2011 + at},${figure}`)];
    const { unfit } = await described(name, lines);
    expect(unfit?.en.startsWith('index numbers only') ?? false).toBe(isIndex);
  });

  it('finds a file of rates unfit where each row says that they are', async () => {
    const found = await described('homicide.csv', [
      'REF_AREA,MEASURE,UNIT_MEASURE,Unit of measure,TIME_PERIOD,OBS_VALUE,OBS_STATUS',
      'BEL,HOMICIDE,10P5HB,Deaths per 100 000 inhabitants,2028,0.8,A',
      'NLD,HOMICIDE,10P5HB,Deaths per 100 000 inhabitants,2028,0.9,A',
    ]);
    expect(found.unfit?.en).toContain('rates only ("Deaths per 100 000 inhabitants")');
    expect(written(found, 'Unit of measure')).toMatchObject([
      { codes: { 'Deaths per 100 000 inhabitants': 'per_1e5' } },
      { to: 'stat', codes: { 'Deaths per 100 000 inhabitants': 'rate' } },
    ]);
    expect(about(found)).not.toContain('column OBS_STATUS');
  });

  it('asks of ports once, whatever is counted of each', async () => {
    const ports = ['Antwerpen', 'Zeebrugge', 'Gent'];
    const found = await described('havens.csv', [
      `Drug;${ports.map((port) => `${port} - Aantal PV;${port} - Hoeveelheid (kg)`).join(';')}`,
      'Cocaïne;120;116001;4;310;7;88',
      'Heroïne;5;310;2;12;1;3',
    ]);
    expect(asked(found).match(/are read as ports/gu)).toHaveLength(1);
  });

  it('knows transactions declared suspicious, and a source with its address in brackets', async () => {
    expect(measureOf('Verdacht verklaarde transacties')?.set['metric']).toBe('str_transactions');
    const found = await described('misdrijven.csv', [
      'Soort misdrijf;Gemeenten;2023;2024',
      '1.1.1 Diefstal/inbraak woning;Terneuzen;40;31',
      '1.1.1 Diefstal/inbraak woning;Vlissingen;52;47',
      'Bron: politie (data.politie.nl)',
    ]);
    expect(found.yaml).toMatch(/^publisher: NL_POL/mu);
  });
});

describe('words that leave nothing open', () => {
  const constantOf = ({ constants }: FileDescription, field: string): unknown => [
    constants[field]?.value,
    (constants[field]?.confidence ?? 0) >= 0.85,
  ];

  it('amounts of seizures, and the head office of customs', async () => {
    const found = await described('zoll.csv', [
      'Generalzolldirektion: Sicherstellungsmengen',
      'Rauschgift;2030;2031',
      'Kokain (in kg);23011;18022',
      'Heroin (in kg);402;388',
    ]);
    expect(constantOf(found, 'metric')).toEqual(['quantity', true]);
    expect(constantOf(found, 'place')).toEqual(['DE', true]);
  });

  it('a column whose one label begins with what is counted', async () => {
    const found = await described('odices.csv', [
      'annee;code_departement;indicateur;valeur',
      '2032;59;Interpellations pour usage de cannabis;4011',
      '2032;62;Interpellations pour usage de cannabis;2022',
      '2033;59;Interpellations pour usage de cannabis;4122',
    ]);
    expect(constantOf(found, 'metric')).toEqual(['arrests', true]);
  });

  it('a remark beside each row that begins so is none', async () => {
    const found = await described('faits.csv', [
      'annee;code_departement;remarque;valeur',
      '2032;59;Interpellations : voir la note;4011',
      '2032;62;Interpellations : voir la note;2022',
      '2033;59;Interpellations : voir la note;4122',
    ]);
    expect(constantOf(found, 'metric')).not.toEqual(['arrests', true]);
  });

  it('parcels with drugs that were intercepted: how many, and where is proposed', async () => {
    const found = await described('colis.csv', [
      'Nombre de colis postaux interceptés contenant des stupéfiants',
      'Année;Nombre de colis',
      '2033;1402',
      '2034;1511',
    ]);
    expect(constantOf(found, 'metric')).toEqual(['seizures', true]);
    expect(constantOf(found, 'basis')).toEqual(['seized_in_post', false]);
  });

  it('pieces and weights, where each row says its drug', async () => {
    const found = await described('waren.csv', [
      'Ware;Einheit;2030;2031',
      'Kokain;kg;35012;24011',
      'Ecstasy;Stück;401200;380112',
    ]);
    expect(asked(found)).not.toContain('beside weights');
  });

  it('the name of the data set is no kind of offence, beside names of its ids', async () => {
    const row = (id: string, name: string, year: number, figure: number): string =>
      `DATAFLOW,LU1:DF_D6201(1.0),Affaires de stupéfiants,${id},${name},A,Annuelle,${year},${figure}`;
    const found = await described('LU1_DF_D6201.csv', [
      'STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,OFFENCE,Infraction,FREQ,Fréquence,TIME_PERIOD,OBS_VALUE',
      row('USE', 'Usage et détention', 2032, 3011),
      row('USE', 'Usage et détention', 2033, 3122),
      row('TRA', 'Trafic', 2032, 612),
      row('TRA', 'Trafic', 2033, 588),
    ]);
    expect(about(found).filter((each) => each.startsWith('column'))).toEqual([]);
    expect(found.yaml).toMatch(/^ {2}(?:OFFENCE|Infraction):.*nationalCode/mu);
  });

  it('headings of what one may do with drugs are kinds of one count', async () => {
    const found = await described('drugs.csv', [
      'Geregistreerde misdrijven: drugs, per provincie, 2031',
      'Provincie;Gebruik;Handel;Bezit;In- en uitvoer',
      'Antwerpen;2011;3022;4011;402',
      'Limburg;802;611;1202;33',
      'Oost-Vlaanderen;1202;1011;2022;88',
    ]);
    expect(written(found, 'Handel')).toMatchObject({ set: { nationalCode: 'Handel' } });
    expect(asked(found)).not.toContain('Handel');
    expect(constantOf(found, 'metric')).toEqual(['offences', true]);
  });

  it('the unit of the prices that a title names beside purities', async () => {
    const found = await described('ppp.csv', [
      'Price (EUR per gram) and purity (%) of cocaine at retail level 2033',
      'Country;Price Min;Price Max;Purity Min;Purity Max',
      'Belgium;40;70;22;91',
      'Germany;50;100;10;95',
    ]);
    expect(found.trial.kind).toBe('ingested');
    expect(written(found, 'Price Min')).toMatchObject({ set: { unit: 'EUR/g' } });
  });

  it('an office by its own name, below the table', async () => {
    const found = await described('secteurs.csv', [
      'Déclarations reçues par secteur',
      'Secteur;2032;2033',
      'Banques;4011;4122',
      'PSAV;9011;8022',
      'Notaires;12;9',
      'Source : Cellule de renseignement financier, Luxembourg',
    ]);
    expect(constantOf(found, 'place')).toEqual(['LU', true]);
    expect(about(found)).not.toContain('column Secteur');
  });

  it('days across that a title says to be of inhabitants', async () => {
    const of = (days: string): Promise<FileDescription> =>
      described('stand.csv', [
        'Bevölkerung: Bundesländer, Stichtag;;;;',
        'Fortschreibung des Bevölkerungsstandes;;;;',
        ';Stichtag;Stichtag;Stichtag;Stichtag',
        days,
        'Berlin;3574830;e;3613495;e',
        'Bremen;678753;e;681032;e',
        'Hamburg;1810438;e;1830584;e',
      ]);
    const found = await of(';31.12.2031;31.12.2031;31.12.2032;31.12.2032');
    expect(found.language.value).toBe('de');
    expect(constantOf(found, 'metric')).toEqual(['population', true]);
    expect(found.yaml).toContain('period: { to: period, as: date, format: "%d.%m.%Y" }');
    expect(items(found)).toBe(6);
    const first = await of(';01.01.2031;01.01.2031;01.01.2032;01.01.2032');
    expect(asked(first)).toContain('stand for the whole');
    expect(asked(found)).not.toContain('stand for the whole');
  });

  it('a status that is the sum of the others is the total, though parts of its figures stand beside it', async () => {
    const row = (kind: string, status: string, men: number, women: number): string =>
      [kind, status, 3 * (men + women), men + women, men, women].join(';');
    const found = await described('opfer-2031.csv', [
      'Straftat;Fallstatus;Opfer insgesamt;Opfer Kinder bis unter 6 Jahre - insgesamt;Opfer Kinder bis unter 6 Jahre - maennlich;Opfer Kinder bis unter 6 Jahre - weiblich',
      ...['Raub', 'Betrug', 'Diebstahl', 'Mord'].flatMap((kind, at) => [
        row(kind, 'voll.', 11 + at, 4 + 2 * at),
        row(kind, 'vers.', 3 + at, 2),
        row(kind, 'insg.', 14 + 2 * at, 6 + 2 * at),
      ]),
    ]);
    expect(found.trial).toMatchObject({ conservation: { accepted: 4, excluded: 8 } });
    expect(asked(found)).toContain('are the parts of "insg." in "Fallstatus" wanted?');
  });

  it('each figure is of the year of its own word, and what is left out says nothing of the others', async () => {
    const found = await described('stoffen.csv', [
      'country,city,location,metabolite,value_current,value_previous,year_current,year_previous,population',
      'AT,Graz,ARA Graz,MDMA,15.53,23.73,2032,2031,425000',
      'AT,Wien,ARA Wien,MDMA,22.71,,2032,,249000',
      'NL,Utrecht,RWZI Utrecht,MDMA,7.05,7.61,2032,2031,76000',
    ]);
    expect(written(found, 'value_previous')).toHaveProperty('ignore');
    expect(written(found, 'year_current')).toMatchObject({ to: 'period' });
    expect(items(found)).toBe(3);
    expect(constantOf(found, 'metric')).toEqual(['wastewater_load', false]);
    expect(about(found)).toContain('column value_previous');
    expect(about(found)).not.toContain('column year_previous');
    expect(about(found)).not.toContain('column location');
  });

  it('the whole of a kind is no sum of the kinds beside it', async () => {
    const found = await described('bezirke-2031.csv', [
      'Bezirk;Straftaten-insgesamt;Diebstahl-insgesamt;Fahrraddiebstahl;Raub;Branddelikte-insgesamt',
      'Mitte;3838;1611;203;35;12',
      'Pankow;2711;1302;311;22;9',
      'Spandau;1999;801;122;17;4',
    ]);
    expect(asked(found)).not.toContain('Branddelikte-insgesamt');
    expect(items(found)).toBe(15);
  });

  it('of several days in a row one is taken and asked about once, and an hour is no period', async () => {
    const found = await described('vorfaelle.csv', [
      'ANGELEGT_AM;TATZEIT_ANFANG_DATUM;TATZEIT_ANFANG_STUNDE;TATZEIT_ENDE_DATUM;TATZEIT_ENDE_STUNDE;DELIKT;ANZAHL',
      '19.02.2033;18.02.2033;18;19.02.2033;07;Raub;3',
      '20.02.2033;18.02.2033;20;18.02.2033;21;Betrug;1',
      '21.02.2033;20.02.2033;16;21.02.2033;00;Raub;2',
      '23.02.2033;22.02.2033;9;22.02.2033;11;Betrug;2',
    ]);
    expect(written(found, 'TATZEIT_ANFANG_DATUM')).toMatchObject({ to: 'period' });
    expect(written(found, 'TATZEIT_ENDE_STUNDE')).toHaveProperty('ignore');
    expect(asked(found).match(/hold the period/gu)).toHaveLength(1);
    expect(about(found).filter((each) => each.includes('STUNDE'))).toEqual([]);
  });
});

describe('a part beside what it is a part of', () => {
  const rows = (share: string): readonly string[] =>
    [
      ['Nord', 2031, 3281, 2377, '72,4'],
      ['Ain', 2031, 5844, 1029, '17,6'],
      ['Moselle', 2031, 5840, 1187, '20,3'],
      ['Nord', 2032, 2634, 2015, '76,5'],
      ['Ain', 2032, 3806, 881, '23,1'],
    ].map((cells, at) => cells.with(4, at === 0 ? share : String(cells[4])).join(';'));

  it.each([
    ['Provincie;Jaar;Misdrijven;Opgelost;Percentage opgelost', 'Opgelost'],
    ['Département;Année;Faits;Résolus;Taux', 'Résolus'],
    ['Land;Jahr;Straftaten;davon geklärt;Quote in %', 'davon geklärt'],
    ['Place;Year;Offences;Solved;Rate', 'Solved'],
  ])('is told by its share in every row: %s', async (head, part) => {
    const found = await described('table.csv', [head, ...rows('72,4')]);
    expect(written(found, part)).toMatchObject({ ignore: expect.stringContaining('a part of') });
    expect(asked(found)).not.toContain(part);
  });

  it('is asked where a row says another share', async () => {
    const head = 'Provincie;Jaar;Misdrijven;Opgelost;Percentage opgelost';
    const found = await described('table.csv', [head, ...rows('80,1')]);
    expect(about(found)).toContain('column Opgelost');
  });

  it('tells what is counted beside cleared cases', async () => {
    const found = await described('table.csv', [
      'Gemeente;Jaar;Geregistreerd;Opgehelderd',
      ...['Breda', 'Tilburg'].map((name, at) => `${name};2031;${1200 + at};${310 + at}`),
    ]);
    expect(found.constants['metric']?.value).toBe('offences');
    expect(about(found).join()).not.toContain('metric');
  });

  it.each([
    'victims_under_12;victims_12_17;victims_18_plus;victims_total',
    'Verdachten 12-14 jaar;Verdachten 15-17 jaar;Verdachten 18-24;Verdachten totaal',
    'Victimes de moins de 15 ans;Victimes 15-17;Victimes 18 ans et plus;Victimes total',
    'Tatverdächtige unter 14;Tatverdächtige 14-20;Tatverdächtige über 21;Tatverdächtige insgesamt',
  ])('is a part by age, and no place: %s', async (heads) => {
    const [, , , total = ''] = heads.split(';');
    const found = await described('table.csv', [
      `country;year;${heads}`,
      ...['Belgium', 'France', 'Austria'].map(
        (land, at) => `${land};2031;${12 + at};${34 + at};${120 + at};${166 + 3 * at}`,
      ),
    ]);
    expect(about(found)).toEqual(['publisher']);
    expect(written(found, total)).toMatchObject({ to: 'value' });
    expect(items(found)).toBe(3);
  });

  it('is a part by nationality, in letters that stand for suspects', async () => {
    const found = await described('table.csv', [
      'jahr,tv_insgesamt,tv_deutsch,tv_nichtdeutsch',
      ...[2029, 2030, 2031].map((year, at) => `${year},${412 + 2 * at},${301 + at},${111 + at}`),
    ]);
    expect(about(found).join()).not.toContain('tv_');
    expect(items(found)).toBe(3);
  });
});

describe('what no metric holds', () => {
  it.each([
    ['Rapportcijfer veiligheid', '7,3'],
    ['Usagers (12 mois)', '120000'],
    ['prison_capacity', '9600'],
    ['Number of female prisoners', '512'],
    ['Polizeibeamte', '3100'],
  ])('is left out beside offences, and nothing stands in for it: %s', async (heading, figure) => {
    const found = await described('table.csv', [
      `country;year;recorded offences;${heading}`,
      ...['Belgium', 'France'].map((land, at) => `${land};2031;${412 + at};${figure}`),
    ]);
    expect(written(found, heading)).toMatchObject({
      ignore: expect.stringContaining('no measure of a crime picture holds them'),
    });
    expect(about(found)).toEqual(['publisher']);
  });

  it('is left out by row beside kinds of offences', async () => {
    const found = await described('table.csv', [
      'country;year;indicator;value',
      ...['Belgium', 'France'].flatMap((land, at) => [
        `${land};2031;Prisoners;${10500 + at}`,
        `${land};2031;Police officers;${38000 + at}`,
        `${land};2031;Intentional homicide;${170 + at}`,
      ]),
    ]);
    expect(found.trial).toMatchObject({ conservation: { accepted: 2, excluded: 4 } });
  });

  it('makes no source of a file that has nothing else', async () => {
    const found = await described('prisons.csv', [
      'geo,year,prisoners,prison_capacity',
      ...['BE', 'NL'].map((geo, at) => `${geo},2031,${10500 + at},${9600 + at}`),
    ]);
    expect(found.unfit?.en).toContain('prisoners, staff, users, participants or marks');
  });

  it.each(['Assaults on prisoners', 'Police officers killed', 'Usagers-revendeurs'])(
    'is none where it says to whom an offence was done, or by whom: %s',
    (heading) => {
      expect(measureOf(heading)?.name).not.toBe('other subject');
    },
  );
});

describe('places of a table', () => {
  it('are the codes that a list knows, and no names in a script that none does', async () => {
    const found = await described('main.csv', [
      'iso3,country_ru,Country,year,sex,age_group,count,rate_per_100k',
      ...[
        ['BEL', 'Бельгия', 'Belgium'],
        ['DEU', 'Германия', 'Germany'],
        ['FRA', 'Франция', 'France (metropolitan and overseas)'],
      ].map(([code, ru, name], at) => `${code},${ru},${name},2031,All,All,${120 + at},1.${at}`),
    ]);
    expect(written(found, 'iso3')).toMatchObject({ to: 'place' });
    expect(found.constants['metric']?.value).not.toBe('population');
  });

  it('are départements, of which some lost their nought, rather than their regions', async () => {
    const found = await described('donnee.csv', [
      'classe;annee;Code.département;Code.région;unité.de.compte;faits',
      ...['1;84', '2;32', '3;84', '13;93', '2A;94', '59;32', '974;4'].map(
        (codes, at) => `Coups et blessures volontaires;31;${codes};victime;${40 + at}`,
      ),
    ]);
    expect(written(found, 'Code.département')).toMatchObject({ to: 'place' });
    expect(about(found).join()).not.toContain('Code');
  });

  it('are postcode areas of four digits, where the heading says so', async () => {
    const lines = (heading: string): readonly string[] => [
      `${heading},jaar,misdrijf,aantal`,
      ...[4811, 4815, 4703].flatMap((area, at) => [
        `${area},2031,Diefstal,${31 + at}`,
        `${area},2031,Mishandeling,${12 + at}`,
      ]),
    ];
    const found = await described('pc4.csv', lines('pc4'));
    expect(written(found, 'pc4')).toEqual({
      to: 'place',
      rules: [{ match: '^(\\d{4})$', to: 'NL.PC4.$1' }],
    });
    expect(about(found)).toEqual(['publisher']);
    const other = await described('telling.csv', lines('telling'));
    expect(written(other, 'telling')).not.toMatchObject({ to: 'place' });
  });

  it('that may be ports or towns are asked once, and their level with them', async () => {
    const found = await described('finds.csv', [
      'date,location,drug,weight_kg',
      '2031-01-12,Antwerp,cocaine,1200',
      '2031-01-19,Rotterdam,cocaine,312.5',
      '2031-02-11,Vlissingen,heroin,898',
    ]);
    expect(asked(found)).toContain('read as ports');
    expect(about(found)).not.toContain('placeLevel');
    expect(found.constants['placeLevel']).toMatchObject({ value: 'port', askedWith: 'place' });
  });
});

describe('kinds of offences in headings', () => {
  it('are each of its whole heading where no place of it holds the kind', async () => {
    const found = await described('laender.csv', [
      'year,bundesland,diebstahl_insgesamt,kfz_diebstahl,wohnungseinbruch',
      ...['Bayern', 'Hessen', 'Bremen'].map(
        (land, at) => `2031,${land},${900 + at},${70 + at},${31 + at}`,
      ),
    ]);
    expect(found.folds.map(({ headings }) => headings)).toEqual([
      ['diebstahl_insgesamt', 'kfz_diebstahl', 'wohnungseinbruch'],
    ]);
    expect(about(found)).toEqual(['publisher']);
  });
});

describe('a name of a file', () => {
  it('names no drug with a few letters, where cases are counted and nothing speaks of drugs', async () => {
    const found = await described('pmk_zeitreihe.csv', [
      'bereich;jahr;faelle',
      ...['links', 'rechts'].map((kind, at) => `${kind};2031;${412 + at}`),
    ]);
    expect(about(found)).not.toContain('substance');
  });

  it('says that fractions are rates', async () => {
    const found = await described('homicide_rate_2031.csv', [
      'geo,country,homicide',
      'BE,Belgium,1.41',
      'DE,Germany,0.83',
      'FR,France,1.28',
    ]);
    expect(found.unfit?.en).toContain('rates only');
  });
});

describe('figures headed as offences', () => {
  it.each(['rate', 'population', 'prison_capacity'])(
    'are their number beside %s',
    async (beside) => {
      const found = await described('table.csv', [
        `country;year;offences;${beside}`,
        ...['Belgium', 'France', 'Germany'].map(
          (land, at) => `${land};2031;${412 + at};${96 + at}`,
        ),
      ]);
      expect(written(found, 'offences')).toMatchObject({ to: 'value' });
      expect(about(found)).toEqual(['publisher']);
    },
  );
});

describe('a table of nothing that is added up', () => {
  it('is no source, where its units are percentages and marks', async () => {
    const found = await described('monitor.csv', [
      'Onderwerp;Eenheid;Zeeland 2031;Limburg 2031',
      'Voelt zich wel eens onveilig;%;32,9;39,0',
      'Van inbraak in woning;% (heel) groot;7,2;13,2',
    ]);
    expect(found.unfit?.en).toContain('percentages only');
  });

  it('is no source, where its columns count convicted persons', async () => {
    const found = await described('urteile.csv', [
      'delikt,jahr,abgeurteilte,verurteilte',
      ...['Diebstahl', 'Raub', 'Betrug'].map((kind, at) => `${kind},2031,${912 + at},${612 + at}`),
    ]);
    expect(found.unfit?.en).toContain('"abgeurteilte", "verurteilte"');
  });
});

describe('kinds of SSMSI', () => {
  it('are those of the finer column, where all are worded as offences', async () => {
    const found = await described('stup.csv', [
      '"Unité de temps";"Valeurs";"Indicateurs";"Sous-indicateurs";"Zone géographique";"Unité de compte"',
      ...['2031T1', '2031T2', '2031T3', '2031T4', '2032T1', '2032T2'].map(
        (time, at) =>
          `${time};${49100 + at};Infractions à la législation sur les stupéfiants;Usage de stupéfiants;France;Mis en cause`,
      ),
    ]);
    expect(about(found)).toEqual([]);
    expect(written(found, 'Sous-indicateurs')).toMatchObject({ to: 'nationalCode' });
  });
});

describe('what is no offence, though it is split by offences', () => {
  it('are suspects, where the measure of all rows says so beside its code', async () => {
    const found = await described('RCD99.csv', [
      '"STATISTIC","Statistic Label","Year","Offence Group","UNIT","VALUE"',
      ...[2030, 2031].flatMap((year) =>
        ['Homicide Offences', 'Sexual Offences', 'Theft and Related Offences'].map(
          (kind, at) =>
            `"RCD99C01","Recorded crime suspected offenders","${year}","${kind}","Number","${7 + at * 31}"`,
        ),
      ),
    ]);
    expect(found.constants['metric']).toMatchObject({ value: 'suspects' });
    expect(about(found)).not.toContain('metric and basis');
    expect(written(found, 'UNIT')).toMatchObject({ codes: { Number: 'suspect' } });
  });

  it('are prisoners, of whom no metric is proposed, by the name of the data set', async () => {
    const found = await described('linear.csv', [
      'DATAFLOW,freq,iccs,unit,geo,TIME_PERIOD,OBS_VALUE',
      ...['BE', 'LU'].flatMap((geo) =>
        ['ICCS0101', 'ICCS0601'].map(
          (kind, at) => `ESTAT:CRIM_PRIS_OFF(1.0),A,${kind},NR,${geo},2031,${40 + at}`,
        ),
      ),
    ]);
    expect(asked(found)).toContain('"PRIS OFF" is neither offences nor suspects nor seizures');
    expect(written(found, 'unit')).toMatchObject({ codes: { NR: 'piece' } });
  });

  it('is no number of inhabitants, where the name of the file is of prisons', async () => {
    const found = await described('prison_population.csv', [
      'date,population',
      ...['2031-01-05,87448', '2031-01-12,87549', '2031-01-19,87579', '2031-01-26,87538'],
    ]);
    expect(found.unfit?.en).toContain('only what is no offence, suspect or seizure');
  });

  it('are persons entering treatment, of whom those of the first time are a part', async () => {
    const found = await described('entrants.csv', [
      'Country,Year,Primary drug,All treatment entrants,First-time treatment entrants',
      ...['Belgium', 'Luxembourg'].flatMap((country) =>
        ['Cocaine', 'Heroin'].map((drug, at) => `${country},2031,${drug},${291 + at},${11 + at}`),
      ),
    ]);
    expect(written(found, 'All treatment entrants')).toMatchObject({
      set: { metric: 'treatment_entrants', unit: 'person' },
    });
    expect(written(found, 'First-time treatment entrants')).toHaveProperty('ignore');
  });
});

describe('assets', () => {
  it.each([
    'Avoirs gelés (M€)',
    'Bevroren (M€)',
    'Eingefrorene Vermögenswerte (Mio. EUR)',
    'Funds frozen (EUR m)',
  ])('that are frozen are asked about, and apart from those seized: %s', async (heading) => {
    const lines = (other: string): readonly string[] => [
      `Année;${other};${heading}`,
      ...['2029;519,0;23,1', '2030;467,9;19,4', '2031;626,7;34,8'],
    ];
    const beside = await described('avoirs.csv', lines('Avoirs saisis (M€)'));
    expect(asked(beside)).toContain('is frozen: does it count as seized here');
    expect(written(beside, heading)).toHaveProperty('ignore');
    const alone = await described('avoirs.csv', lines('Avoirs confisqués (M€)'));
    expect(asked(alone)).toContain('is frozen: does it count as seized here');
    expect(written(alone, heading)).toMatchObject({
      times: 1_000_000,
      set: { metric: 'assets_seized', unit: 'EUR', wording: 'rounded' },
    });
    // Which of two metrics it is changes nothing of their basis.
    expect(about(alone)).not.toContain('basis');
    // What is in a currency counts nothing.
    expect(about(alone)).not.toContain('counting rule');
  });

  it.each([
    ['Geïncasseerd (Mio. EUR)', 'assets_recovered'],
    ['Saisis (k€)', 'assets_seized'],
    ['Eingezogen in EUR', 'assets_confiscated'],
  ])('are what a bare word beside a currency is of: %s', (heading, metric) => {
    expect(measureOf(heading)?.set).toEqual({ metric, unit: 'EUR' });
  });

  it.each(['Saisis', 'Geïncasseerde boetes (EUR)', 'Saisies de cocaïne (€)'])(
    'are not what other words are of: %s',
    (heading) => {
      expect(measureOf(heading)?.set['metric'] ?? '').not.toMatch(/^assets/u);
    },
  );
});

describe('marks behind years', () => {
  const lines = (
    notes: readonly string[],
    years = '2019;2020*;2021;2022**;2023',
  ): readonly string[] => [
    'Statistiques policières – faits enregistrés',
    'Unité: nombre de faits',
    `Catégorie;${years}`,
    'Vol à main armée;1.402;1.050;1.011;1.207;1.166',
    'Blanchiment;2.114;2.302;2.650;3.011;3.207',
    ...notes,
    'Source: Police Fédérale',
  ];

  it('have the status that the file gives them, two stars as well as one', async () => {
    const found = await described(
      'faits.csv',
      lines(['* Rupture de série au 1er mars 2020.', '** Chiffres provisoires.']),
    );
    const [fold] = found.folds;
    expect(fold?.written).toMatchObject({
      headers: expect.stringContaining('(?<provisional>(?:\\*\\*|\\*)?)'),
      groups: { provisional: { to: 'status', codes: { '*': 'B', '**': 'P' } } },
      // What is counted is whole: three digits behind each point are thousands.
      value: { as: 'integer', groupChar: '.' },
    });
    expect(asked(found)).not.toContain('1402');
    expect(found.constants['unit']).toMatchObject({ value: 'offence' });
    expect(items(found)).toBe(10);
  });

  it('of which the file says something else are asked about, and give no status', async () => {
    const found = await described('faits.csv', lines(['* Sans Bruxelles.', '** Provisoire.']));
    expect(asked(found)).toContain('What does "*" behind a heading say of the figures below?');
    expect(found.folds[0]?.written).toMatchObject({
      groups: { provisional: { to: 'status', codes: { '**': 'P' } } },
    });
    expect(items(found)).toBe(10);
  });
});

describe('tables behind the other pictures', () => {
  const constantOf = ({ constants }: FileDescription, field: string): unknown => [
    constants[field]?.value,
    (constants[field]?.confidence ?? 0) >= 0.8,
  ];
  it('counts what was checked at control actions, and what was seized there', async () => {
    const found = await described('acties.csv', [
      'Controleacties 2031-2032',
      'Datum actie;Locatie;Gecontroleerde voertuigen;Personnes contrôlées;Personen mit Drogen;Hennep (gram);Cocaïne (gram);Contant geld (€)',
      '14-02-2031;Gent;212;341;19;1250;12,5;8450',
      '18-04-2031;Gent;305;488;27;830;3;1000',
      '20-06-2031;Gent;188;290;11;2100;55;15600',
    ]);
    const sets = found.columns
      .map(({ written: own }) => own)
      .map((own) =>
        own !== null && 'set' in own ? (own['set'] as { readonly metric?: string }).metric : null,
      );
    expect(sets.slice(2)).toEqual([
      'vehicles_checked',
      'persons_checked',
      'persons_with_drugs',
      'quantity',
      'quantity',
      'cash',
    ]);
    expect(constantOf(found, 'basis')).toEqual(['seized_in_action', false]);
    // Two drugs of one action are two records.
    expect(found.trial.kind === 'ingested' && found.trial.issues).toEqual([]);
  });

  it('counts listings, and no kilos of them', async () => {
    const found = await described('annonces.csv', [
      'Trimestre;Substance;Nombre d’annonces;Prix moyen par gramme (€)',
      'T1 2031;Cocaïne;1210;62,50',
      'T1 2031;Héroïne;640;31,20',
      'T2 2031;Cocaïne;1304;60,10',
    ]);
    expect(written(found, 'Nombre d’annonces')).toMatchObject({
      set: { metric: 'listings', unit: 'listing' },
    });
  });

  it('takes a number of containers for no number of a container', async () => {
    const found = await described('containers.csv', [
      'Jaar;Haven;Containers met cocaïne;Gewicht (kg)',
      '2031;Gent;61;18400,5',
      '2032;Gent;22;6350,5',
    ]);
    expect(JSON.stringify(written(found, 'Containers met cocaïne'))).toContain(
      'a number of containers',
    );
  });

  it.each([
    ['Rauschgift im Post- und Kurierverkehr', 'seized_in_post'],
    ['Inbeslagnames met bestemming Nederland', 'destined_for_country'],
    ['Saisies à destination de la Belgique', 'destined_for_country'],
    ['Inbeslagnames', 'seized_in_territory'],
  ])('has the basis that its title speaks of, and asks: %s', async (title, basis) => {
    const found = await described('tabel.csv', [
      title,
      'Jaar;Middel;Gewicht (kg)',
      '2031;cocaïne;412,5',
      '2031;MDMA;96,5',
      '2032;cocaïne;55,25',
    ]);
    expect(constantOf(found, 'basis')).toEqual([basis, false]);
  });

  it('takes the total of a complex of ports for that complex, and asks', async () => {
    const found = await described('havens.csv', [
      'Haven;Jaar;Gewicht (kg)',
      'Vlissingen;2031;4200,5',
      'Terneuzen;2031;300,5',
      'North Sea Port (totaal);2031;5150,5',
    ]);
    expect(found.crosswalks.map(({ text }) => text).join('\n')).toMatch(
      /North Sea Port \(totaal\),PC_NSP,exact,"?decide/u,
    );
  });
});

describe('what belongs together', () => {
  it('of a Dutch list of finds is asked at once, and their places tell the country', async () => {
    const found = await described('vondsten_haven.csv', [
      'Datum;Plaats;Middel;Gewicht (kg);Opmerkelijk;Bijzonder',
      '03-01-2031;Rotterdam Maasvlakte;Cocaïne;1.250;met twee honden;na een tip',
      '11-01-2031;Vlissingen;Cocaïne;415;met een scan;op eigen kracht',
      '19-01-2031;Rotterdam;Heroïne;72,5;zonder scan;na een melding',
      '02-02-2031;Vlissingen;Cocaïne;3.005;door een duiker;na een tip',
      '14-02-2031;Rotterdam;Ketamine;38;bij toeval;uit het water',
    ]);
    expect(about(found)).toEqual([
      'publisher',
      'counting rule',
      'column Plaats',
      'columns Opmerkelijk … Bijzonder',
    ]);
    expect(found.constants['seizingCountry']).toMatchObject({ value: 'NL' });
    // Whether the goods were seized in ports is asked with whether the places are ports.
    expect(asked(found)).toContain('Then a basis seized_in_port does not hold either.');
    expect(asked(found)).toContain('And, at coverage: does the file hold every find');
    expect(found.yaml).toMatch(/^coverage: \[\] # asked above/mu);
  });

  it('leaves the country of finds open where one place is in no list', async () => {
    const found = await described('vondsten.csv', [
      'Datum inbeslagname;Plaats;Middel;Gewicht (kg)',
      ...['Rotterdam', 'Vlissingen', 'Onbekendstad'].map(
        (place, at) => `0${at + 1}-01-2031;${place};Cocaïne;${41 + at},5`,
      ),
    ]);
    expect(about(found)).toContain('seizingCountry');
  });
});

describe('years of budgets and changes beside figures', () => {
  it('are years that end in the next, where their heading says so or one of them is no month', async () => {
    const lines = (heading: string, years: readonly string[]): readonly string[] => [
      `${heading};Suspicious activity reports`,
      ...years.map((year, at) => `${year};${573_085 + at * 1000}`),
    ];
    const told = await described(
      'sars.csv',
      lines('Financial year', ['2009-10', '2010-11', '2011-12']),
    );
    const shown = await described('sars.csv', lines('Year', ['2011-12', '2012-13', '2013-14']));
    for (const found of [told, shown])
      expect(asked(found)).toContain('run from 1 April to 31 March?');
    const months = await described('sars.csv', lines('Month', ['2009-10', '2009-11', '2009-12']));
    expect(asked(months)).not.toContain('31 March');
  });

  it('a file that is named after changes has figures where its changes stand beside them', async () => {
    const found = await described('changes-all-substances.csv', [
      'country,metabolite,value_current,value_previous,year_current,year_previous,change_percent',
      ...['AT', 'BE', 'CZ'].map(
        (country, at) => `${country},MDMA,${15 + at}.53,${23 + at}.73,2031,2030,-34.5${at}`,
      ),
    ]);
    expect(found.unfit).toBeNull();
  });

  it.each([
    ['Droga;2030;2031', 'Cocaína', 'substance'],
    ['Tipo de delito;2030;2031', 'Robos', 'nationalCode'],
  ])('headings in other languages of Europe are read as well: %s', async (header, label, field) => {
    const found = await described('quadro.csv', [header, `${label};38;37`, 'Heroína;20;21']);
    const [heading = ''] = header.split(';');
    expect(JSON.stringify(written(found, heading))).toContain(`"to":"${field}"`);
  });
});

describe('figures that are no whole numbers', () => {
  const years = ['2031', '2032', '2033', '2034'];

  it('are offences only if a person says so, however many digits stand behind their mark', async () => {
    const found = await described('misdrijven.csv', [
      'Provincie;Jaar;Bureaus;Misdrijven',
      ...['Zeeland', 'Utrecht'].flatMap((place, at) =>
        years.map((year, n) => `${place};${year};${at + n + 3};${at + n + 20}.90909090909`),
      ),
    ]);
    expect(asked(found)).toMatch(/"Misdrijven" holds "2\d\.90909090909", and a number/u);
    expect(JSON.stringify(written(found, 'Misdrijven'))).not.toContain('countUnit');
  });

  it('ask under a heading that says nothing what they are: shares, rates or means', async () => {
    const lines = (behind: string): readonly string[] => [
      'state,category,year,value',
      ...['Bayern', 'Hessen', 'Sachsen'].flatMap((place, at) =>
        years.map((year, n) => `${place},Diebstahl,${year},${at + n + 152}${behind}`),
      ),
    ];
    expect(asked(await described('laender.csv', lines('.5597251212')))).toMatch(
      /1 of 1 columns hold broken numbers such as "15\d\.5597251212"/u,
    );
    // A float of a whole number is one.
    expect(asked(await described('laender.csv', lines('.00000000006')))).not.toContain('broken');
    expect(asked(await described('laender.csv', lines('')))).not.toContain('broken');
  });

  it.each([
    ['hate_crimes_per_100k_office', 'rate'],
    ['Delikte je 10k', 'rate'],
    ['share_unemployed', 'share'],
    ['proportion non citizen', 'share'],
  ])('are derived where the heading says so: %s', (heading, name) => {
    expect(measureOf(heading)?.name).toBe(name);
  });

  it.each(['Funde je 100 kg', 'seized shares', 'offences per kommune'])(
    'are not by these words alone: %s',
    (heading) => {
      expect(['rate', 'share']).not.toContain(measureOf(heading)?.name);
    },
  );

  it('are no keys of offences, though an index may be', async () => {
    const found = await described('index.csv', [
      'place,year,robberies,gini_index',
      ...['Zeeland', 'Utrecht'].flatMap((place, at) =>
        years.map((year, n) => `${place},${year},${at + n + 20},0.4${at}${n + 1}`),
      ),
    ]);
    expect(JSON.stringify(written(found, 'gini_index'))).not.toContain('nationalCode');
  });
});

it('a column that says yes or no beside amounts is no number of seizures', async () => {
  const found = await described('cocaine.csv', [
    'country,year,seizures,seizures_binary',
    'Kenya,2031,3.44,1',
    'Kenya,2032,0,0',
    'Uganda,2031,0.41,1',
    'Uganda,2032,0,0',
  ]);
  expect(written(found, 'seizures_binary')).toMatchObject({ ignore: expect.anything() });
  expect(written(found, 'seizures')).toMatchObject({ set: { metric: 'quantity' } });
});

describe('the only figures of a table', () => {
  const faits = ['Vols à la tire', 'Escroqueries', 'Recels'];

  it('are what it counts, under a heading that calls them a total', async () => {
    const found = await described('faits_national.csv', [
      'Fait,Annee,Total_National',
      ...faits.flatMap((fait, at) => [`${fait},2031,${at + 401}`, `${fait},2032,${at + 502}`]),
    ]);
    expect(written(found, 'Total_National')).toMatchObject({ to: 'value' });
    expect(about(found)).not.toContain('column Total_National');
  });

  it('are asked about where others stand beside them', async () => {
    const found = await described('faits_national.csv', [
      'Fait,Annee,Total_National,Autre',
      ...faits.flatMap((fait, at) => [
        `${fait},2031,${at + 401},${at * 7 + 3}`,
        `${fait},2032,${at + 502},${at * 5 + 8}`,
      ]),
    ]);
    expect(about(found).join()).toMatch(/Total_National|Autre/u);
  });
});

describe('labels under a heading "name"', () => {
  it('are kinds where they are worded as offences', async () => {
    const found = await described('infractions_2031.csv', [
      'name,value',
      'Infractions contre le patrimoine,43',
      'Infractions contre la liberté,17',
      'Infractions routières graves,6',
      'Faux dans les titres,7',
    ]);
    expect(written(found, 'name')).toMatchObject({ to: 'nationalCode' });
    expect(asked(found)).not.toContain('name persons');
  });

  it('are left out where some may be names, offences or not', async () => {
    const found = await described('dossiers_2031.csv', [
      'name,value',
      'Infractions contre le patrimoine,43',
      'Infractions contre la liberté,17',
      'Infractions routières graves,6',
      'Jan Peeters,7',
    ]);
    expect(JSON.stringify(written(found, 'name') ?? '')).not.toContain('nationalCode');
    expect(found.yaml).not.toContain('Peeters');
  });
});
