import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { analyse } from '@samenbeeld/answers';
import type { BuiltAnalysis } from '@samenbeeld/recipes';
import {
  type Composed,
  compose,
  type Gathered,
  type PictureFileDescription,
  readPictureFile,
} from '@samenbeeld/recipes';
import {
  assertComparable,
  type Break,
  type Comparable,
  type Comparison,
  type Decision,
  type Definition,
  dimensionLabel,
  languages,
  type Observation,
  publicHandling,
  RefusalError,
  refusalText,
  type Seizure,
  type Text,
} from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { observation, seizure, years } from '../packages/schema/test/example-records.ts';
import { samenbeeld } from './one-process.ts';
import { smallPicture, temporary } from './pictures.ts';

const note = { nl: 'nieuw', fr: 'nouveau', de: 'neu', en: 'a new system' };
const newSystem: Break = {
  id: 'harc:2020-01-01',
  source: 'harc',
  on: '2020-01-01',
  kind: 'system',
  severity: 'block_trend',
  series: {},
  note,
};

function rule(id: string, more: Partial<Definition> = {}): Definition {
  return {
    id,
    source: 'nl-harc',
    countUnit: 'seizure',
    massBasis: 'unknown',
    minThreshold: null,
    dateRole: 'seizure',
    countingRule: note,
    validFrom: null,
    validTo: null,
    ...more,
  };
}

const half: Partial<Observation> = { periodEnd: '2022-06-30', freq: 'S' };
const table: Partial<Observation> = { publication: null };

interface Case {
  readonly dimension: string;
  readonly what: string;
  readonly records: readonly Comparable[];
  readonly comparison?: Partial<Comparison>;
}

/** For each dimension, rows that are alike in all others; claims and events where both can differ. */
const cases: readonly Case[] = [
  {
    dimension: 'basis',
    what: 'claims on two bases',
    records: [observation(), observation({ id: 'b', place: 'BEGNE', basis: 'entered_via_port' })],
  },
  {
    dimension: 'basis',
    what: 'figures with and without the port’s own seizures',
    records: [
      observation({ basis: 'entered_via_port', containsOwn: true }),
      observation({ id: 'b', basis: 'entered_via_port', containsOwn: false, place: 'BEGNE' }),
    ],
  },
  {
    dimension: 'basis',
    what: 'events on two bases',
    records: [seizure(), seizure({ id: 'b', basis: 'entered_via_port' })],
  },
  {
    dimension: 'unit',
    what: 'claims in two units',
    records: [observation(), observation({ id: 'b', place: 'BEGNE', unit: 'tablet' })],
  },
  {
    dimension: 'unit',
    what: 'events in two units',
    records: [seizure(), seizure({ id: 'b', unit: 'tablet' })],
  },
  {
    dimension: 'agency',
    what: 'claims of two agencies in one place',
    records: [observation(), observation({ id: 'b', agencies: ['NL_KMAR'] })],
  },
  {
    dimension: 'agency',
    what: 'events of two agencies in one place, not compared for double reports',
    records: [seizure(), seizure({ id: 'b', source: 'nl-kmar', agencies: ['NL_KMAR'] })],
  },
  {
    dimension: 'counting rule',
    what: 'claims under two definitions',
    records: [...years(1), ...years(2, { definition: 'other' }).slice(1)],
  },
  {
    dimension: 'counting rule',
    what: 'counts with two thresholds, whatever the place',
    records: [
      observation({ metric: 'seizures', unit: 'seizure', source: 'nl-harc', definition: 'all' }),
      observation({
        id: 'b',
        place: 'BEGNE',
        metric: 'seizures',
        unit: 'seizure',
        source: 'nl-harc',
        definition: 'large',
      }),
    ],
    comparison: {
      definitions: [
        rule('all', { minThreshold: { value: 0.1, unit: 'kg' } }),
        rule('large', { minThreshold: { value: 0.5, unit: 'kg' } }),
      ],
    },
  },
  {
    dimension: 'counting rule',
    what: 'events by the day of seizure and by the day of registration',
    records: [seizure(), seizure({ id: 'b', dateRole: 'registration' })],
  },
  {
    dimension: 'period',
    what: 'a year of one port and half a year of another',
    records: [observation(), observation({ id: 'b', place: 'BEGNE', ...half })],
  },
  {
    dimension: 'territory',
    what: 'a port and the country it lies in',
    records: [observation(), observation({ id: 'b', place: 'NL' })],
  },
  {
    dimension: 'territory',
    what: 'events of two offices, in a port and in the country it lies in',
    records: [
      seizure(),
      seizure({ id: 'b', source: 'nl-kmar', place: 'NL', placeLevel: 'country' }),
    ],
  },
  {
    dimension: 'substance',
    what: 'claims about two drugs',
    records: [observation(), observation({ id: 'b', substance: 'HER' })],
  },
  {
    dimension: 'substance',
    what: 'a drug beside all drugs',
    records: [observation(), observation({ id: 'b', substance: 'ALL' })],
    comparison: { across: ['substance'] },
  },
  {
    dimension: 'substance',
    what: 'events of two drugs, where one is asked for',
    records: [seizure({ substance: 'COC_HCL' }), seizure({ id: 'b', substance: 'HER' })],
    comparison: { substance: 'COC' },
  },
  {
    dimension: 'vintage',
    what: 'two ports from two releases of one table',
    records: [
      observation({ ...table, publishedOn: '2023-01' }),
      observation({ id: 'b', place: 'BEGNE', ...table, publishedOn: '2024-01' }),
    ],
  },
  {
    dimension: 'break',
    what: 'years on both sides of a declared break',
    records: years(5),
    comparison: { breaks: [newSystem] },
  },
];

function refusalOf(one: Case, overrides: readonly Decision[] = []): RefusalError | null {
  try {
    assertComparable(one.records, { ...one.comparison, for: 'sum', overrides });
    return null;
  } catch (error) {
    if (error instanceof RefusalError) return error;
    throw error;
  }
}

function overrideOn(subject: string): Decision {
  return {
    id: 'd1',
    kind: 'override',
    subject,
    verdict: 'accept',
    role: 'analyst, Benelux secretariat',
    time: '2026-07-01T10:00:00Z',
    reason: 'both offices were asked and agree',
    evidence: null,
    supersedes: null,
  };
}

const picture: PictureFileDescription = {
  ...readPictureFile('fixtures/published/north-sea-port.picture.yaml'),
  picture: 'small',
  title: note,
  inputs: [],
};

interface Small {
  readonly observations?: readonly Observation[];
  readonly seizures?: readonly Seizure[];
  readonly breaks?: readonly Break[];
}

/** A picture of a few records, as the recipe sees it. */
function analysed(
  { observations = [], seizures = [], breaks = [] }: Small,
  decisions: readonly Decision[],
): BuiltAnalysis {
  const source = {
    ...{ id: 'nl-harc', handling: publicHandling, synthetic: false, title: note },
    ...{ citation: 'nl-harc', licence: 'CC0-1.0' },
  };
  return analyse(
    picture,
    {
      observations,
      seizures,
      sources: [{ source, breaks, coverage: [], definitions: [] }],
      issues: [],
      conservation: [],
      inputs: [],
      replays: [],
    } as unknown as Gathered,
    decisions,
  );
}

/** Every word of a part of a document in one language. */
function wordsIn(part: unknown, language: keyof Text): string {
  if (typeof part !== 'object' || part === null) return '';
  if (language in part && 'nl' in part) return `${(part as Text)[language]}\n`;
  return Object.values(part)
    .map((inner) => wordsIn(inner, language))
    .join('');
}

function chapter({ document }: Composed): unknown {
  return document.sections.find(({ id }) => id === 'decisions');
}

describe.each(cases)('$dimension: $what', (one) => {
  const refusal = refusalOf(one);
  const never = one.dimension === 'basis' || one.dimension === 'unit';

  test('the sum is refused, and the message says what would make it legal', () => {
    expect(refusal?.dimension).toBe(one.dimension);
    expect(refusal?.message).toMatchSnapshot();
    const { says, dimension } = refusal as RefusalError;
    const general = refusalText(refusal as RefusalError, 'sum');
    for (const language of languages) {
      const told = says?.[language] ?? '';
      const label = dimensionLabel(dimension)[language];
      const found =
        dimension === 'break'
          ? / \([^\n]+?\)(?=[,.])/u
          : new RegExp(`(?<=\\(${label})\\s?: [^\\n]+?(?=\\)[,.])`, 'u');
      expect(told).toMatch(found);
      expect(told.replace(found, '')).toBe(general[language]);
    }
    expect(refusalOf({ ...one, records: one.records.toReversed() })?.dimension).toBe(one.dimension);
  });

  test('the rows one by one are not', () => {
    for (const record of one.records) expect(refusalOf({ ...one, records: [record] })).toBeNull();
  });

  test(never ? 'no decision makes it' : 'a recorded override makes it, and is said', () => {
    const subject = refusal?.subject ?? 'sum across bases: entered_via_port, seized_in_port';
    expect(refusal?.subject === null).toBe(never);
    const decision = overrideOn(subject);
    if (never) {
      expect(refusalOf(one, [decision])?.dimension).toBe(one.dimension);
      return;
    }
    const { warnings, overrides } = assertComparable(one.records, {
      ...one.comparison,
      for: 'sum',
      overrides: [decision],
    });
    expect(overrides.map(({ dimension }) => dimension)).toEqual([one.dimension]);
    expect(warnings.map(({ en }) => en).join(' ')).toContain(
      'by decision d1: both offices were asked and agree.',
    );
    const undone = { ...decision, id: 'd2', verdict: 'reopen', supersedes: 'd1' };
    expect(refusalOf(one, [decision, undone])?.dimension).toBe(one.dimension);
  });

  test('the recorded override stands in the report, in four languages', () => {
    const subject = refusal?.subject ?? 'sum across bases: entered_via_port, seized_in_port';
    const small = { observations: [observation()], breaks: one.comparison?.breaks ?? [] };
    const composed = compose(analysed(small, [overrideOn(subject)]));
    for (const language of languages) {
      const words = wordsIn(chapter(composed), language);
      expect(words).toContain('both offices were asked and agree');
      expect(words).toContain(dimensionLabel(never ? 'basis' : one.dimension)[language]);
      if (never && language === 'en') expect(words).toContain('there is no override for this');
    }
  });
});

describe('a figure of a picture', () => {
  const ports = [
    observation({ ...table, source: 'nl-harc', publishedOn: '2023-01' }),
    observation({
      id: 'b',
      source: 'nl-harc',
      place: 'BEGNE',
      agencies: ['BE_CUST'],
      value: 619,
      ...table,
      publishedOn: '2024-01',
    }),
  ];
  const subject = 'sum across releases: 2023-01, 2024-01';

  test('that the guard refuses keeps the largest addend as its floor, and says why', () => {
    const { totals, guarded } = analysed({ observations: ports }, []);
    expect(totals[0]?.reported).toEqual({ lowest: 4157, likely: null, highest: null });
    expect(totals[0]?.total).toEqual({ atLeast: 4157, atMost: null });
    expect(guarded[0]?.refusal?.subject).toBe(subject);
    expect(totals[0]?.causes.at(-1)).toMatchInlineSnapshot(`
      {
        "kind": "not_comparable",
        "place": null,
        "subject": "sum across releases: 2023-01, 2024-01",
        "text": {
          "de": "Nicht addiert: Die Angaben unterscheiden sich (Ausgabe: nl-harc 2022-01-01..2022-12-31 – 2023-01 1, 2024-01 1), sofern nicht jemand festhält, dass es trotzdem zulässig ist (Gegenstand dieser Entscheidung: „sum across releases: 2023-01, 2024-01“). Eine neue Ausgabe berichtigt die alte.",
          "en": "Not added: the rows differ (vintage: nl-harc 2022-01-01..2022-12-31 – 2023-01 1, 2024-01 1), unless someone records that it may be done all the same (subject of that decision: "sum across releases: 2023-01, 2024-01"). A new release revises the old one.",
          "fr": "Non additionné : les données diffèrent (édition : nl-harc 2022-01-01..2022-12-31 – 2023-01 1, 2024-01 1), sauf si quelqu’un consigne que c’est permis malgré tout (objet de cette décision : « sum across releases: 2023-01, 2024-01 »). Une nouvelle édition révise l’ancienne.",
          "nl": "Niet opgeteld: de gegevens verschillen (uitgave: nl-harc 2022-01-01..2022-12-31 – 2023-01 1, 2024-01 1), tenzij iemand vastlegt dat het toch mag (onderwerp van die beslissing: "sum across releases: 2023-01, 2024-01"). Een nieuwe uitgave herziet de oude.",
        },
      }
    `);
  });

  test('is made by a recorded override, which stands under the table and in the decisions', () => {
    const analysis = analysed({ observations: ports }, [overrideOn(subject)]);
    expect(analysis.totals[0]?.reported.likely).toBe(4776);
    expect(analysis.stale).toEqual([]);
    const composed = compose(analysis);
    for (const language of languages) {
      const front = wordsIn(composed.document.front, language);
      expect(front).toContain('d1');
      expect(front).toContain('both offices were asked and agree');
    }
    expect(wordsIn(chapter(composed), 'en')).toContain('needed for 2022');
    expect(wordsIn(chapter(composed), 'fr')).toContain('nécessaire pour 2022');
  });

  test('superseding the override brings the refusal back exactly', () => {
    const undone = { ...overrideOn(subject), id: 'd2', verdict: 'reopen', supersedes: 'd1' };
    const before = analysed({ observations: ports }, []);
    const after = analysed({ observations: ports }, [overrideOn(subject), undone]);
    expect(after.totals).toEqual(before.totals);
  });

  test('from events: an office that changes its rule within a year is refused, two offices are not', () => {
    const events = [
      seizure({ agencies: ['NL_HARC'], definition: 'batches' }),
      seizure({ id: 'b', date: '2022-09-01', definition: 'investigations', containerKey: 'x' }),
      seizure({
        id: 'c',
        date: '2022-06-01',
        source: 'nl-kmar',
        agencies: ['NL_KMAR'],
        definition: 'finds',
        quantity: 3,
      }),
    ];
    const refused = analysed({ seizures: events }, []).guarded[0];
    expect(refused?.refusal?.dimension).toBe('counting rule');
    const accepted = overrideOn(refused?.refusal?.subject ?? '');
    expect(analysed({ seizures: events }, [accepted]).guarded[0]?.refusal).toBeNull();
    const one = events.filter(({ id }) => id !== 'b');
    expect(analysed({ seizures: one }, []).guarded[0]?.refusal).toBeNull();
  });

  test('events in two files of one office under one reference are two states of one record', () => {
    const first = seizure({ reference: 'f00d' });
    const origin = { ...first.origin, file: 'later.csv' };
    const twice = [first, seizure({ id: 'b', reference: 'f00d', quantity: 220, origin })];
    expect(() => assertComparable(twice, { for: 'sum' })).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: One event of nl-harc at NLVLI is there twice, in claims.csv and later.csv, under one reference. Two states of a record are no two seizures. Take the later file, or leave the event out of the earlier one.]`,
    );
    expect(assertComparable([first, { ...first, id: 'b' }], { for: 'sum' }).warnings).toEqual([]);
  });
});

describe('samenbeeld decide', () => {
  const file = smallPicture(temporary('override'));
  const by = ['--role', 'analyst', '--reason', 'they never seize together', '--time', '2026-07-01'];

  test('records an override that a refusal names, whatever the order of its values', async () => {
    const subject = 'sum across agencies: NL_KMAR, NL_HARC';
    const { code } = await samenbeeld(['decide', file, subject, '--accept', ...by]);
    expect(code).toBe(0);
    const [recorded] = readFileSync(join(dirname(file), 'decisions.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(JSON.parse(recorded ?? '')).toMatchObject({
      kind: 'override',
      subject: 'sum across agencies: NL_HARC, NL_KMAR',
      verdict: 'accept',
    });
  });

  test('records nothing on what has no override', async () => {
    const subject = 'sum across bases: entered_via_port, seized_in_port';
    const { code, stderr } = await samenbeeld(['decide', file, subject, '--accept', ...by]);
    expect(code).toBe(2);
    expect(stderr).toContain('rows that differ in basis are never put together');
  });
});
