import { type ProposeOptions, proposeCodes } from '@samenbeeld/harmonise';
import { describe, expect, test } from 'vitest';

/** A proposal in a word: "exact COC". */
function meaning(label: string, list = 'substances', options: ProposeOptions = {}): string {
  const [found] = proposeCodes([label], list, options);
  return [found?.match, found?.to].filter(Boolean).join(' ');
}

function confidence(label: string, list = 'substances', options: ProposeOptions = {}): number {
  return proposeCodes([label], list, options)[0]?.confidence ?? Number.NaN;
}

describe('what the list says itself', () => {
  test.each([
    ['Haschisch', 'exact CAN_RESIN'],
    ['  COCAINE  ', 'exact COC'],
    ['résine de cannabis', 'exact CAN_RESIN'],
    ['cocaïnepoeder', 'exact COC_HCL'],
    ['Haschischöl', 'exact CAN_OIL'],
    ['MDMA_TAB', 'exact MDMA_TAB'],
    ['cannabis', 'exact CAN'],
  ])('%s is certain: %s', (label, expected) => {
    expect(meaning(label)).toBe(expected);
    expect(confidence(label)).toBeGreaterThanOrEqual(0.9);
  });

  test('a synonym that is one of several things a code joins is narrower than it', () => {
    expect(meaning('fentanyl')).toBe('narrower FENT');
    expect(meaning('ephedrine')).toBe('narrower PRE_EPH');
  });

  test('the words of national law are not certain to be the classification’s', () => {
    expect(meaning('drugshandel', 'offences')).toBe('exact ICCS060121');
    expect(confidence('drugshandel', 'offences')).toBeLessThan(0.9);
    expect(confidence('unlawful acts involving controlled drugs or precursors', 'offences')).toBe(
      0.99,
    );
  });
});

describe('what is left of a label without its number, mark and brackets', () => {
  test.each([
    ['3.1.1 Drugshandel', 'offences', 'exact ICCS060121'],
    ['17 Witwassen', 'offences', 'exact ICCS07041'],
    ['6.3 Drugsmisdrijf (overig)', 'offences', 'narrower ICCS0601'],
    ['730000 Rauschgiftdelikte', 'offences', 'exact ICCS0601'],
    ['Raubdelikte', 'offences', 'exact ICCS0401'],
    ['Lysergic acid diethylamide (LSD)', 'substances', 'exact LSD'],
    ['Cocaine (total of the above, including if unspecified)', 'substances', 'exact COC'],
    ['Cocaine (Colombian)', 'substances', 'narrower COC'],
  ])('%s in %s: %s', (label, list, expected) => {
    expect(meaning(label, list)).toBe(expected);
    expect(confidence(label, list)).toBeLessThan(0.9);
  });

  test.each([
    ['cocaïne*', 'substances', 'exact COC'],
    ['Kokain¹', 'substances', 'exact COC'],
    ['Germany(1)', 'places', 'exact DE'],
    ['Cannabis resin (hashish)', 'substances', 'exact CAN_RESIN'],
  ])(
    '%s in %s: %s, as a footnote mark or a second name leaves no doubt',
    (label, list, expected) => {
      expect(meaning(label, list)).toBe(expected);
      expect(confidence(label, list)).toBeGreaterThanOrEqual(0.9);
    },
  );

  test('a multiple of a unit is never the unit', () => {
    expect(meaning('10 g', 'units')).toBe('none');
    expect(meaning('1000 tablets', 'units')).toBe('none');
    expect(meaning('kg', 'units')).toBe('exact kg');
  });
});

describe('words around a listed term', () => {
  test.each([
    ['other types of cannabis', 'narrower CAN'],
    ['sonstige synthetische Drogen', 'narrower SYNTH'],
    ['cannabis, overige', 'narrower CAN'],
    ['cannabis (total)', 'exact CAN'],
    ['Cocaine, liquid', 'narrower COC'],
    ['harde drugs', 'narrower DRUG_UNSPEC'],
    ['cocaine excl. crack', 'narrower COC'],
    ['Kokain einschließlich Crack', 'broader COC'],
    ['non-specified heroin', 'narrower HER'],
    ['coke/hero', 'overlap COC'],
    ['Kokain u. Heroin', 'overlap COC'],
    ['heroïne/cocaïne/hasj/marihuana', 'exact SET4'],
    ['HCl cocaïne', 'exact COC_HCL'],
    ['hydrochlorure de cocaïne', 'exact COC_HCL'],
    ['cannabis oil', 'narrower CAN_OIL'],
    ['Heroinpulver', 'narrower HER'],
  ])('%s: %s', (label, expected) => {
    expect(meaning(label)).toBe(expected);
    expect(confidence(label)).toBeLessThan(0.9);
  });

  test('several codes are named, so that the row can be split', () => {
    const [both] = proposeCodes(['coke/hero'], 'substances');
    expect(both?.reason.en).toBe(
      'names COC (cocaine) and HER (heroin): split it, or decide for one',
    );
    expect(both?.alternatives.map(({ to, match }) => `${match} ${to}`)).toEqual(['overlap HER']);
  });

  test('cannabis is herb or resin only where it says so', () => {
    for (const label of ['cannabis', 'Cannabis total', 'cannabis divers', 'cannabisproducten'])
      expect(['CAN', null]).toContain(proposeCodes([label], 'substances')[0]?.to);
    expect(meaning('cannabis herb')).toBe('exact CAN_HERB');
    expect(meaning('cannabis weed')).toBe('exact CAN_HERB');
  });
});

describe('slips of spelling, endings, sound, abbreviations', () => {
  test.each([
    ['amphétamines', 'substances', 'exact AMF'],
    ['amfetamin', 'substances', 'exact AMF'],
    ['Kokajin', 'substances', 'exact COC'],
    ['Gemrany', 'places', 'exact DE'],
    ['Vlisingen', 'places', 'exact NLVLI'],
    ['amfet.', 'substances', 'exact AMF'],
    ['Kmar.', 'agencies', 'exact NL_KMAR'],
  ])('%s in %s: %s', (label, list, expected) => {
    expect(meaning(label, list)).toBe(expected);
    expect(confidence(label, list)).toBeLessThan(0.9);
  });

  test('digits are never a slip', () => {
    expect(meaning('5-MMC')).toBe('none');
    expect(meaning('2C-D')).toBe('none');
  });

  test.each([
    'sterke drank',
    'drogues dures',
    'wit poeder (n.n.b.)',
    'Other opioids',
    '',
    '–',
    '???',
  ])('nothing comes near %j', (label) => {
    expect(proposeCodes([label], 'substances')[0]).toMatchObject({ to: null, match: 'none' });
  });
});

describe('words of several meanings', () => {
  test('are never certain, and list them all', () => {
    const [found] = proposeCodes(['Luxembourg'], 'places');
    expect(found?.confidence).toBeLessThanOrEqual(0.5);
    expect([found?.to, ...(found?.alternatives ?? []).map(({ to }) => to)]).toEqual([
      'LU',
      'BE34',
      'LULUX',
    ]);
    expect(meaning('ton', 'units', { language: 'nl' })).toBe('exact t');
    expect(confidence('ton', 'units', { language: 'en' })).toBeLessThanOrEqual(0.5);
    expect(confidence('ton', 'units')).toBeLessThanOrEqual(0.5);
  });

  test('the other labels of the column, or the publisher’s country, favour one', () => {
    const labels = ['France', 'Belgique', 'Allemagne', 'Luxembourg'];
    expect(proposeCodes(labels, 'places').at(-1)).toMatchObject({
      to: 'LU',
      confidence: 0.75,
      reason: { en: expect.stringContaining('the other labels are of the kind country') },
    });
    expect(meaning('politie', 'agencies', { context: { country: 'NL' } })).toBe('exact NL_POL');
    expect(meaning('Douanes', 'agencies', { context: { country: 'LU' } })).toBe('exact LU_CUST');
    expect(meaning('Douane/ZHP', 'agencies')).toBe('exact NL_CUST+NL_ZHP');
  });
});

test('a few listed names among many that are not may be another kind of place', () => {
  const departments = ['Ain', 'Aisne', 'Allier', 'Ardèche', 'Ardennes', 'Ariège', 'Aube', 'Aude'];
  const found = proposeCodes([...departments, 'Guadeloupe'], 'places', { language: 'fr' });
  expect(found.at(-1)).toMatchObject({ to: 'FRY1', confidence: 0.85 });
  expect(found.at(-1)?.reason.en).toContain('only 1 of 9 labels of the column are in the list');
  expect(confidence('Guadeloupe', 'places')).toBe(0.99);
});

describe('earlier crosswalks', () => {
  const crosswalk = (source: string, from: string, to: string | null, match = 'exact') => ({
    file: 'substances.csv',
    source,
    rows: [
      { from, to, match: match as 'exact', note: null },
      { from: 'cocaine', to: 'COC', match: 'exact' as const, note: null },
    ],
  });

  test('are followed, without certainty, and their slips too', () => {
    const crosswalks = [crosswalk('unodc-seizures', 'Acetone', 'PRE_OTHER', 'narrower')];
    expect(proposeCodes(['acetone'], 'substances', { crosswalks })[0]).toMatchObject({
      to: 'PRE_OTHER',
      match: 'narrower',
      reason: { en: 'mapped so in unodc-seizures', de: 'so umgesetzt in unodc-seizures' },
    });
    expect(meaning('Acetones', 'substances', { crosswalks })).toBe('narrower PRE_OTHER');
    expect(confidence('acetone', 'substances', { crosswalks })).toBeLessThan(0.9);
  });

  test('that contradict the list or each other take the certainty away', () => {
    const one = [crosswalk('a-source', 'Ayahuasca', 'DMT', 'overlap')];
    expect(confidence('Ayahuasca')).toBeGreaterThanOrEqual(0.9);
    expect(confidence('Ayahuasca', 'substances', { crosswalks: one })).toBeLessThan(0.9);
    const two = [crosswalk('a', 'spul', 'COC'), crosswalk('b', 'spul', 'HER')];
    expect(confidence('spul', 'substances', { crosswalks: two })).toBeLessThanOrEqual(0.6);
  });

  test('to other lists are passed over', () => {
    const crosswalks = [
      {
        file: 'places.csv',
        rows: [{ from: 'spul', to: 'NLVLI', match: 'exact' as const, note: null }],
      },
    ];
    expect(meaning('spul', 'substances', { crosswalks })).toBe('none');
  });
});

test.each([
  ['Hazeldonk', 'exact NLHZK'],
  ['Hazeldonk (A16)', 'narrower NLHZK'],
  ['Limburg (zuid)', 'narrower BE22'],
])(
  'of the meanings of %s none is certain, and a spot comes before the area named after it',
  (label, expected) => {
    expect(meaning(label, 'places')).toBe(expected);
    expect(confidence(label, 'places')).toBe(0.5);
    const [found] = proposeCodes([label], 'places');
    expect(found?.alternatives).not.toEqual([]);
  },
);

test('a list may be called by the field it fills; an unknown one is refused', () => {
  expect(meaning('Kokain', 'substance')).toBe('exact COC');
  expect(meaning('Belgique', 'departureCountry')).toBe('exact BE');
  expect(() => proposeCodes([], 'colours')).toThrow('There is no code list "colours". There are');
});

test('a thousand unknown labels of places take seconds, not minutes', () => {
  const labels = Array.from({ length: 1000 }, (_, index) => `Gemeente ${index} aan de Waal`);
  const start = process.cpuUsage();
  expect(proposeCodes(labels, 'places')).toHaveLength(1000);
  // Of the processor: beside other work the clock runs on.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(30_000);
});
