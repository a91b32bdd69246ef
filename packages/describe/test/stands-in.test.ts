import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { afterAll, describe, expect, it, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'stands-in-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function described(lines: readonly string[]): Promise<FileDescription> {
  const path = join(folder, 'table.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return describeFile(path);
}

/** The questions of a description with what each proposes, by what they are about. */
const asked = ({ decisions }: FileDescription) =>
  Object.fromEntries(
    decisions.map(({ about, question, proposed }) => [
      about.en,
      { question: question.en, proposed: proposed?.en ?? null },
    ]),
  );

const crosswalk = ({ crosswalks }: FileDescription, list: string): readonly string[] =>
  crosswalks.find(({ name }) => name.endsWith(`.${list}.csv`))?.text.split('\n') ?? [];

const finds = (place: string, service: string): readonly string[] => [
  'Date de la saisie;Lieu;Service;Produit;Quantité;Unité',
  `12/01/2031;${place};${service};cocaïne;12,5;kg`,
  `14/02/2031;Findel;${service};haschisch;3,5;kg`,
  `28/02/2031;Luxembourg-Ville;${service};héroïne;0,5;kg`,
];

describe('what stands in for what a file does not say', () => {
  it('is no proposal: the basis of finds, and how fine their places are', async () => {
    const { basis, placeLevel } = asked(await described(finds('Steinfort', 'ADA')));
    expect(basis).toMatchObject({ question: expect.stringMatching(/^what is/u), proposed: null });
    expect(placeLevel?.proposed).toBeNull();
  });

  it('is no proposal: a town in no list keeps its name, and what is in a list is not asked', async () => {
    const found = await described(finds('Steinfort', 'ADA'));
    const { 'column Lieu': place } = asked(found);
    expect(place).toEqual({
      question:
        'what place is "Steinfort"? In no list: kept as a place of its own until it is answered',
      proposed: null,
    });
    expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { rejected: 0 } });
  });

  it('is none where a service has its name in several countries', async () => {
    const found = await described([
      'place,year,drug,value,unit,service',
      'Antwerp,2031,cocaine,12.5,kg,customs',
      'Rotterdam,2031,cocaine,14.5,kg,FIOD',
      'Hamburg,2031,cocaine,11.5,kg,BKA',
    ]);
    expect(crosswalk(found, 'agencies').join('\n')).toMatch(/^customs,,none,/mu);
  });
});

describe('the country that seized', () => {
  it('is that of the services, where no place lies elsewhere', async () => {
    expect(asked(await described(finds('Steinfort', 'ADA')))['seizingCountry']).toBeUndefined();
  });

  it.each([
    ['a place abroad', 'Rotterdam', 'ADA'],
    ['a service that is not known', 'Steinfort', 'Brigade volante'],
  ])('is asked beside %s', async (_, place, service) => {
    const { decisions } = await described(finds(place, service));
    expect(decisions.map(({ question }) => question.en).join('\n')).toMatch(
      /seizingCountry|did the country of the place seize/u,
    );
  });
});

describe('what rows and headings tell of each other', () => {
  it('a code beside a name says which place it is, but for a name of several', async () => {
    const found = await described([
      'place,unlocode,year,drug,value,unit',
      'Gent haven (North Sea Port),BEGNE,2031,cocaine,1,t',
      'Antwerpen haven,BEANR,2031,cocaine,2,t',
      'Rotterdam haven,NLRTM,2031,cocaine,3,t',
      'Zeebrugge + Oostende havens,BEZEE,2031,cocaine,4,t',
    ]);
    const rows = crosswalk(found, 'places');
    expect(rows).toContain('Gent haven (North Sea Port),BEGNE,exact,0.95');
    expect(rows.find((row) => row.startsWith('Zeebrugge'))).toMatch(/BEZEE\+BEOST,exact,"?decide/u);
  });

  it('codes beside other names are no codes of theirs', async () => {
    const found = await described([
      'place,loaded in,year,drug,value,unit',
      'Gent haven (North Sea Port),ECGYE,2031,cocaine,1,t',
      'Antwerpen haven,COCTG,2031,cocaine,2,t',
      'Rotterdam haven,BRSSZ,2031,cocaine,3,t',
    ]);
    expect(crosswalk(found, 'places').join('\n')).not.toMatch(/ECGYE|COCTG|BRSSZ/u);
  });

  it('units of weights and of finds in one column say what each row measures', async () => {
    const found = await described([
      'country,year,value,unit',
      'NL,2031,4000,finds',
      'NL,2032,172,kg',
      'BE,2031,90,finds',
      'BE,2032,18,kg',
    ]);
    expect(found.trial).toMatchObject({ kind: 'ingested', conservation: { rejected: 0 } });
    expect(found.yaml).toMatch(/to: metric, codes: \{ finds: seizures, kg: quantity \}/u);
    expect(asked(found)['column unit']?.question).toMatch(/numbers of seizures/u);
  });

  it('a rule under its heading is a kind of figure; names under another are none', async () => {
    const lines = (head: string): readonly string[] => [
      `${head},place,year,value`,
      'crews,NLRTM,2031,251',
      'crews-under-23,NLRTM,2031,45',
      'crews,NLVLI,2031,12',
      'crews-under-23,NLVLI,2031,4',
    ];
    expect((await described(lines('rule'))).yaml).toMatch(/^ {2}rule: \{ to: nationalCode \}/mu);
    expect((await described(lines('contact'))).yaml).not.toMatch(/contact: \{ to: nationalCode/u);
  });

  it('figures under words that name no measure are kinds under those words', async () => {
    const found = await described([
      'Année;Détention;Usage;Trafic;Arrestations',
      '2030;240;206;20;18',
      '2031;151;130;18;23',
    ]);
    expect(found.yaml).toMatch(/Usage: \{ to: value, .*set: \{ nationalCode: Usage \}/u);
    expect(asked(found)['column Détention']?.question).toMatch(/kinds in the words/u);
  });

  it('what is registered keeps its basis beside what is seized, of which it is asked', async () => {
    const found = await described([
      'Jaar;Provincie;Misdrijven;Inbeslagnames;Aanhoudingen',
      '2031;Zeeland;120;14;33',
      '2032;Zeeland;210;25;41',
    ]);
    expect(found.yaml).toMatch(/Misdrijven: .*basis: recorded, metric: offences/u);
    expect(found.yaml).toMatch(/Inbeslagnames: .*set: \{ metric: seizures/u);
    expect(asked(found)['basis']?.proposed).toBeNull();
  });

  it('a number of seizures is whole: fractions are amounts, and their unit is asked', async () => {
    const found = await described([
      'Jaar;Provincie;Inbeslagnames',
      '2031;Zeeland;14,5',
      '2031;Limburg;25,25',
    ]);
    expect(found.yaml).toMatch(/Inbeslagnames: .*metric: quantity/u);
    expect(asked(found)['column Inbeslagnames']?.question).toMatch(/in which unit/u);
  });

  it('reports are those of a reporting unit where its files stand beside them', async () => {
    const lines = (second: string): readonly string[] => [
      'Jaar;Grootheid;Waarde',
      '2031;nieuwe meldingen;11234',
      `2031;${second};664`,
      '2032;nieuwe meldingen;12234',
      `2032;${second};764`,
    ];
    const unit = crosswalk(await described(lines('nieuwe doormeldingen')), 'metrics').join('\n');
    expect(unit).toMatch(/^nieuwe meldingen,str_reports,/mu);
    expect(unit).toMatch(/^nieuwe doormeldingen,fiu_files,/mu);
    const desk = crosswalk(await described(lines('gesprekken')), 'metrics').join('\n');
    expect(desk).not.toMatch(/str_reports/u);
  });
});

describe('of single finds, several weights of one row', () => {
  const kept = async (head: string, figures: string): Promise<readonly unknown[]> => {
    const { columns } = await described([
      `Date;Port;Drug;${head}`,
      `2031-01-12;Rotterdam;cocaine;${figures}`,
      `2031-02-14;Vlissingen;heroin;${figures}`,
      `2031-03-02;Antwerpen;cocaine;${figures}`,
    ]);
    return columns.slice(3).map(({ to, decide }) => [to === 'quantity', decide.length]);
  };

  it.each([
    ['net weight (kg);net weight (g)', '12.5;12500'],
    ['weight declared (kg);weight verified (kg)', '12.5;12.1'],
    ['Net weight bales (kg);Gross weight loose (kg)', '12.5;2.9'],
    ['weight_kg;weight_tonnes', '1250;1.25'],
    ['Weight (kg);Converted to pure (kg)', '12.5;9.1'],
  ])('are one find, of which one is kept: %s', async (head, figures) => {
    expect(await kept(head, figures)).toEqual([
      [true, 0],
      [false, 1],
    ]);
  });

  it.each([
    ['Net weight (kg);Gross weight (kg)', '12.5;12.9'],
    ['net_weight_kg;gross_weight_kg', '12.5;12.9'],
    ['Nettogewicht (kg);Bruttogewicht (kg) inkl. Verpackung', '12.5;12.9'],
    ['Weight (kg);Tablets', '12.5;500'],
  ])('need no question where only packing, or nothing, joins them: %s', async (head, figures) => {
    expect(await kept(head, figures)).toEqual([
      [true, 0],
      [true, 0],
    ]);
  });

  it.each([
    ['Gross weight container (kg);Weight (kg)', '23500;12.5'],
    ['Poids du véhicule (kg);Poids (kg)', '1200;12.5'],
  ])('are none of the drug where they weigh what holds it: %s', async (head, figures) => {
    expect(await kept(head, figures)).toEqual([
      [false, 1],
      [true, 0],
    ]);
    expect(await kept('Container weight (kg)', '23500')).toEqual([[true, 1]]);
    expect(await kept('Weight found in container (kg)', '12.5')).toEqual([[true, 0]]);
  });
});

describe('what the file does not say and no figure rests on', () => {
  const open = async (...lines: readonly string[]) => {
    const found = await described(lines);
    return [
      Object.keys(asked(found)),
      found.unsaid.map(({ about }) => about.en),
      found.yaml,
    ] as const;
  };

  it('is no question, but named: the licence, and the rule of what else says what it counts', async () => {
    const [questions, unsaid, yaml] = await open(
      'Gemeente;Jaar;Geregistreerde misdrijven',
      'Rotterdam;2030;5012',
      'Vlissingen;2030;301',
      'Bron: CBS',
    );
    expect(questions).toEqual([]);
    expect(unsaid).toEqual(['licence', 'counting rule']);
    expect(yaml).toMatch(/^licence: not stated in the file # not said: write it here/mu);
    expect(yaml).toMatch(/id: table-as-delivered\n.*\n\s+dateRole: null/u);
  });

  it('is who publishes it, where each figure says who counted it', async () => {
    const rows = [
      'Haven;Jaar;Dienst;Cocaïne (kg)',
      'Antwerpen;2030;Douane;12',
      'Gent;2030;Douane;3',
    ];
    const [questions, unsaid] = await open(...rows);
    expect(questions).not.toContain('publisher');
    expect(unsaid).toContain('publisher');
    const [others] = await open(...rows.map((row) => row.replace(/;D\w+/u, '')));
    expect(others).toContain('publisher');
  });

  it('is not what alone would say what is counted, nor which day is a find’s', async () => {
    const [counted] = await open('Haven;Jaar;Gescand', 'Antwerpen;2030;80112', 'Gent;2030;4012');
    expect(counted).toContain('counting rule');
    const [ofDay] = await open(...finds('Steinfort', 'ADA'));
    expect(ofDay).not.toContain('counting rule');
    const [first = '', ...rows] = finds('Steinfort', 'ADA');
    const [ofAny] = await open(first.replace('Date de la saisie', 'Date'), ...rows);
    expect(ofAny).toContain('counting rule');
  });
});

test('what one answer settles of several columns is asked once, and each keeps a line of its own', async () => {
  const found = await described([
    'Jaar;Haven;Cocaïne (kg);Aantal pakketten;Aantal zendingen',
    '2029;Antwerpen;400;4;1',
    '2030;Antwerpen;500;5;2',
    '2029;Gent;100;6;2',
  ]);
  const both = found.decisions.filter(({ question }) =>
    /count (?:seizures|consignments)/u.test(question.en),
  );
  expect(both.map(({ about, keys }) => [about.en, keys])).toEqual([
    ['columns Aantal pakketten … Aantal zendingen', ['Aantal pakketten', 'Aantal zendingen']],
  ]);
  expect(both[0]?.question.nl).toMatch(/\. Hetzelfde voor "Aantal zendingen"\.$/u);
  expect(found.yaml).toMatch(/Aantal zendingen:/u);
});

test.each([
  ['Telling 1;Telling 2', ['columns Telling 1 … Telling 2']],
  ['1;2', ['column 1', 'column 2']],
])(
  'what is left out is asked together where headings differ in numbers: %s',
  async (two, asked) => {
    const found = await described([
      `Jaar;Haven;${two};Cocaïne (kg)`,
      '2029;Antwerpen;a b;c d;400',
      '2030;Antwerpen;e f;g h;500',
      '2029;Gent;i j;k l;100',
    ]);
    expect(
      found.decisions.flatMap(({ about, question }) =>
        /^What is/u.test(question.en) ? [about.en] : [],
      ),
    ).toEqual(asked);
  },
);
