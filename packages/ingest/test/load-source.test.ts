import { loadSource } from '@samenbeeld/ingest';
import { describe, expect, it } from 'vitest';
import { described, messageOf } from './fixture.ts';

const columns = {
  Plaats: { to: 'place' },
  Jaar: { to: 'period', as: 'year' },
  Aantal: { to: 'value', as: 'integer' },
};

describe('loadSource(path)', () => {
  it('reads who says it, what it counts, and where it breaks', async () => {
    const source = await described({
      description: {
        breaks: [
          {
            on: '2020-01-01',
            kind: 'legal',
            severity: 'block_trend',
            series: { place: 'NLVLI' },
            note: { nl: 'a', fr: 'b', de: 'c', en: 'd' },
          },
        ],
        coverage: [
          {
            agency: 'NL_POL',
            place: 'NL',
            basis: 'recorded',
            periodStart: '2020-01-01',
            periodEnd: '2020-12-31',
            extent: 'full',
          },
        ],
      },
    });
    expect(source.source).toMatchObject({
      id: 'test-source',
      gradeSource: 'A',
      gradeInfo: '1',
      handling: { tlp: 'CLEAR', h: [], classification: 'none' },
      synthetic: false,
    });
    expect(source.definitions).toMatchObject([
      { id: 'test', source: 'test-source', massBasis: 'unknown', minThreshold: null },
    ]);
    expect(source.breaks.map(({ id }) => id)).toEqual(['test-source:NLVLI:2020-01-01']);
    expect(source.coverage).toMatchObject([
      { source: 'test-source', substance: null, evidence: null },
    ]);
    expect(source.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says in the reader’s language what stands where something else must', async () => {
    const told = async (description: Readonly<Record<string, unknown>>): Promise<unknown> =>
      described({ description }).catch(({ says }) => says);
    const constants = (agencies: readonly string[]) => ({ constants: { agencies } });
    const list = await told(constants(['NL_POL', 'NL_KMAR']));
    expect(list).toMatchObject({
      nl: expect.stringMatching(
        /constants › agencies moet een tekst, een getal, true of false of leeg zijn, niet een lijst.*`agencies: NL_POL\+NL_KMAR`/u,
      ),
      fr: expect.stringContaining('et non une liste'),
      de: expect.stringContaining('nicht eine Liste'),
      en: expect.stringContaining('must be a text, a number, true or false or empty, not a list'),
    });
    expect(await told({ title: 'x', country: 'nl' })).not.toMatchObject({
      nl: expect.stringContaining('must'),
    });
  });

  it('reads what a draft writes for a place as not known while the question stands open', async () => {
    const placeOf = async (place: string, open: readonly string[]) => {
      const { constants } = await described({
        description: {
          columns: { Jaar: columns.Jaar, Aantal: columns.Aantal, Plaats: { to: 'note' } },
          constants: { metric: 'offences', unit: 'offence', basis: 'recorded', place },
          open,
        },
      });
      return (constants['place'] as { readonly value: string }).value;
    };
    expect(await placeOf('XX', ['4 place'])).toBe('ZZ');
    expect(await placeOf('XX', ['4 placeLevel'])).toBe('XX');
    expect(await placeOf('XX', [])).toBe('XX');
    expect(await placeOf('NL', ['4 place'])).toBe('NL');
  });

  it.each(['constructor', '__proto__', 'toString', 'NL_NOBODY', 'nl_pol'])(
    'refuses a publisher %s, which is no agency',
    async (publisher) => {
      expect(await messageOf(described({ description: { publisher } }))).toContain(
        'which is no code of agencies',
      );
    },
  );

  it('changes its hash with a crosswalk', async () => {
    const description = {
      columns: { ...columns, Plaats: { to: 'place', crosswalk: 'plaatsen.csv' } },
    };
    const one = await described({
      description,
      beside: { 'plaatsen.csv': 'from,to,match,note\nVlissingen,NLVLI,exact,\n' },
    });
    const two = await described({
      description,
      beside: { 'plaatsen.csv': 'from,to,match,note\nVlissingen,NLTNZ,exact,\n' },
    });
    expect(one.sha256).not.toBe(two.sha256);
  });

  it('says what is wrong, where, and what to do', async () => {
    const problem = (
      description: Readonly<Record<string, unknown>>,
      beside: Readonly<Record<string, string>> = {},
    ): Promise<string> => messageOf(described({ description, beside }));
    expect([
      await problem({ columns: { ...columns, Aantal: { to: 'value', as: 'whole' } } }),
      await problem({ colums: {} }),
      await problem({ columns: { ...columns, Plaats: { to: 'plaats' } } }),
      await problem({ columns: { ...columns, Plaats: { to: 'arrests' } } }),
      await problem({
        constants: { metric: 'offences', unit: 'offence', basis: 'recorded', place: 'NL' },
      }),
      await problem({ constants: { metric: 'offences', unit: 'ofence', basis: 'recorded' } }),
      await problem({ constants: { metric: 'offences', unit: 'offence' } }),
      await problem({ columns: { Plaats: { to: 'place' }, Jaar: { to: 'period', as: 'year' } } }),
      await problem({
        columns: { ...columns, Plaats: { to: 'place', crosswalk: 'plaatsen.csv' } },
      }),
      await problem(
        { columns: { ...columns, Plaats: { to: 'place', crosswalk: 'plaatsen.csv' } } },
        { 'plaatsen.csv': 'from,to,match,note\nVlissingen,NLVLI,exact,\nTerneuzen,NLTNX,exact,\n' },
      ),
      await problem(
        { columns: { ...columns, Plaats: { to: 'place', crosswalk: 'plaatsen.csv' } } },
        { 'plaatsen.csv': 'from,to,match,note\nVlissingen,NLVLI,same,\n' },
      ),
      await problem({
        columns: {
          ...columns,
          Aantal: { to: 'value', as: 'number', decimalChar: '.', groupChar: '.' },
        },
      }),
      await problem({ columns: { ...columns, Jaar: { to: 'period', format: '%d.%Y' } } }),
      await problem({ columns: { ...columns, Jaar: { to: 'period', format: ['any', '%m'] } } }),
      await problem({ exclude: [{ rule: 'x', where: { Stad: 'a' }, reason: 'b' }] }),
    ]).toMatchInlineSnapshot(`
      [
        "FOLDER/source.yaml, line 37: columns › Aantal › as must be one of integer, number, quantity, string, year, year2, yearmonth, date, period, boolean, hash, code. Repair: see docs/source-descriptions.md; editors complete the keys from source-description.schema.json",
        "FOLDER/source.yaml, line 1: the description has the unknown key "colums". Repair: see docs/source-descriptions.md; editors complete the keys from source-description.schema.json",
        "FOLDER/source.yaml, line 31: columns › Plaats › to must be one of value, quantity, period, periodPart, periodStart, periodEnd, date, missing, publication, metric, stat, wording, wordingPrinted, unit, status, extent, place, placeNote, basis, containsOwn, agencies, substance, offence, nationalCode, countUnit, definition, level, publishedOn, confidence, note, reference, seizingCountry, creditedTo, dateRole, registeredOn, placeLevel, substancePrinted, massBasis, estimated, originCountry, departureCountry, destinationCountry, transportMode, concealment, coverLoadHs, containerKey, caseKey, controlledDelivery, publicationRestriction, arrests. Repair: see docs/source-descriptions.md; editors complete the keys from source-description.schema.json",
        "FOLDER/source.yaml: column "Plaats" is mapped to "arrests", which the record does not have. Repair: map it to one of unit, place, basis, agencies, definition, note, missing, value, period, periodPart, periodStart, periodEnd, metric, stat, substance, offence, nationalCode, countUnit, level, extent, containsOwn, placeNote, reference, publication, wording, wordingPrinted, status, publishedOn, confidence",
        "FOLDER/source.yaml: place is a constant and is filled by column "Plaats". Repair: remove one; what an empty cell means goes into \`blank:\` of the column",
        "FOLDER/source.yaml: constant unit gives "ofence", which is no code of units. Repair: use a code of the list; nearest: offence (offence), oz (ounce); \`samenbeeld codes units\` lists them",
        "FOLDER/source.yaml: nothing fills basis. Repair: map a column to basis, or give it under constants",
        "FOLDER/source.yaml: no column is mapped to value. Repair: map the column that holds the figures to value",
        "FOLDER/source.yaml: the crosswalk plaatsen.csv does not exist. Repair: write plaatsen.csv beside the description, with the heading from,to,match,note",
        "FOLDER/source.yaml: column "Plaats" gives "NLTNX", which is no code of places. Repair: use a code of the list; nearest: NLTNZ (Terneuzen); \`samenbeeld codes places\` lists them",
        "plaatsen.csv, line 2, column match: match is "same". Repair: write one of exact, narrower, broader, overlap, none",
        "FOLDER/source.yaml: column "Aantal" names "." as decimal mark and as grouping mark. Repair: name it once: \`as: integer\` where it groups, without groupChar where it is the decimal mark",
        "FOLDER/source.yaml: column "Jaar" has the format "%d.%Y", with a day and no month. Repair: write the year as %Y or %y and the month as %m or %b (%d-%m-%Y, %m.%Y, %Y)",
        "FOLDER/source.yaml: column "Jaar" has the format "%m", without a year. Repair: write the year as %Y or %y and the month as %m or %b (%d-%m-%Y, %m.%Y, %Y)",
        "FOLDER/source.yaml: exclude x names the column "Stad", which columns does not list. Repair: use one of Plaats, Jaar, Aantal",
      ]
    `);
  });

  it('refuses a folder that does not exist', () => {
    expect(() => loadSource('/nowhere')).toThrow('There is no source description at /nowhere.');
  });
});
