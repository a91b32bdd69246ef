import { inspect } from 'node:util';
import { jointTotals } from '@samenbeeld/merge';
import {
  chart,
  check,
  checkSentence,
  countedOnce,
  joint,
  open,
  type Picture,
  show,
  trend,
} from '@samenbeeld/notebook';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claim, folderOf, pictureOf, refusal, seizure } from './example-picture.ts';

let picture: Picture;
let exercise: Picture;
beforeAll(async () => {
  picture = await pictureOf([
    claim(2021, 2100),
    claim(2022, 4157, { note: '<script>alert(1)</script>', reference: '<b>C1</b>' }),
    claim(2022, 10000, { basis: 'entered_via_port' }),
  ]);
  exercise = await pictureOf([], [seizure(), seizure({ id: 's2', date: '2021-02-01' })]);
});
afterAll(async () => {
  await picture.close();
  await exercise.close();
});

const inPort = () =>
  picture.observations.where({ place: 'NLVLI', substance: 'COC', basis: 'seized_in_port' });

test('outside a notebook everything shows as text under its banner', () => {
  const things = [
    picture,
    picture.observations,
    picture.observations.table(),
    joint(inPort()),
    joint(inPort().at('NSP')),
    joint(picture.observations.where({ place: 'NLVLI', substance: 'COC' })),
    trend(inPort()),
    check(picture, '4157 kg cocaine Vlissingen 2022'),
    show(picture, [{ a: 1 }]),
  ];
  for (const thing of things) expect(inspect(thing)).toMatch(/^TLP:CLEAR/);
});

test('a picture of several drugs and counts shows each in a table of its own', async () => {
  const drugs = [
    claim(2021, 2100),
    claim(2022, 4157),
    claim(2021, 300, { substance: 'HER' }),
    claim(2022, 12, { metric: 'seizures', stat: 'count', unit: 'seizure' }),
  ];
  const asked = { place: 'NLVLI', basis: 'seized_in_port' };
  const totals = [
    ...['COC', 'HER'].map((substance) => ({ substance, metric: 'quantity', unit: 'kg' })),
    { substance: 'COC', metric: 'seizures', unit: 'seizure' },
  ].flatMap((one) => {
    const { substance: drug, metric, unit } = one;
    const own = drugs.filter((row) => row.substance === drug && row.metric === metric);
    return jointTotals(own, {
      complex: asked.place,
      basis: asked.basis,
      substance: drug,
      metric,
      unit,
    }).totals;
  });
  const several = await open(await folderOf(drugs, [], null, { totals }));
  const shown = inspect(several);
  expect(shown).toContain('4 rows · 1 source · ');
  await several.close();
  for (const table of [
    'Vlissingen, cocaine, seized in the port, kg, by place\n  year  Vlissingen\n  2021       2,100\n  2022       4,157\n\n',
    'Vlissingen, heroin, seized in the port, kg, by place\n  year  Vlissingen\n  2021         300\n\n',
    'Vlissingen, cocaine, seized in the port, number of seizures, by place\n  year  Vlissingen\n  2022          12',
  ])
    expect(shown).toContain(table);
});

test('a whole sentence is checked as the command does, and says what was checked', async () => {
  const sentence = 'In 2021 nam het Openbaar Ministerie 2.100 kg cocaïne in beslag in Vlissingen';
  const shown = inspect(await checkSentence(picture, sentence, { language: 'nl' }));
  expect(shown).toContain('Read as: 2.100 kg · cocaine · Vlissingen · 2021');
  expect(shown).toContain('May be said');
  // Two readings of "2.100", another number, and a cell in few words.
  for (const [claim, language] of [
    [sentence, undefined],
    [`${sentence}, 5 % meer dan in 2020`, 'nl'],
  ] as const)
    expect(await checkSentence(picture, claim, language && { language })).toMatchObject(
      refusal('Not understood'),
    );
  const few = '4157 kg cocaine Vlissingen 2022';
  expect(inspect(await checkSentence(picture, few))).toBe(inspect(check(picture, few)));
});

test.each([
  ['Customs seized 4157 kg of cocaine in Vlissingen in 2022', 'Dutch Customs'],
  ['De politie onderschepte in 2022 in Vlissingen 4157 kg cocaïne', 'Netherlands Police'],
  ['La douane a saisi 4157 kg de cocaïne à Flessingue en 2022', 'Dutch Customs'],
  ['Der Zoll stellte 2022 in Vlissingen 4157 kg Kokain sicher', 'Dutch Customs'],
])(
  'the service of a sentence is that of the place, and no other’s figure is its: %s',
  async (sentence, who) => {
    const shown = inspect(await checkSentence(picture, sentence));
    expect(shown).toContain(`Vlissingen · 2022 · ${who}`);
    expect(shown).toContain('Not as it stands.');
  },
);

test.each([
  ['4157 kg of cocaine in containers was seized in Vlissingen in 2022', 'containers'],
  ['The navy seized 4157 kg of cocaine in Vlissingen in 2022', 'navy'],
  [
    'In 2022 werd in Vlissingen 4157 kg zuivere cocaïne onderschept, een record',
    'zuivere … record',
  ],
  ['En 2022, près de la mer, 4157 kg de cocaïne ont été saisis à Flessingue', 'près … mer'],
])(
  'a sentence that says more than was read may not be said as it stands: %s',
  async (sentence, more) => {
    const shown = inspect(await checkSentence(picture, sentence));
    expect(shown).toContain('True of what was read; the sentence says more.');
    expect(shown).toContain(`not checked: "${more}"`);
  },
);

test.each([
  'Twice 4157 kg of cocaine was seized in Vlissingen in 2022 by a ship',
  'In Vlissingen werd in 2022 geen 4157 kg cocaïne onderschept in loodsen',
  'La moitié de 4157 kg de cocaïne dans les hangars a été saisie à Flessingue en 2022',
  'In Vlissingen wurden 2022 keine 4157 kg Kokain im Lager sichergestellt',
])('a sentence that denies or multiplies its figure is not understood: %s', async (sentence) => {
  expect(await checkSentence(picture, sentence)).toMatchObject(refusal('Not understood'));
});

test('an exercise says so first, in every format', async () => {
  const finds = exercise.seizures.where({ place: 'NLVLI', substance: 'COC' });
  const views = [
    exercise,
    finds.table(),
    joint(finds),
    countedOnce(finds),
    await chart.total(joint(finds)),
    await chart.seizures(countedOnce(finds)),
  ];
  for (const { outputs } of views)
    for (const bundle of outputs())
      for (const format of Object.values(bundle))
        expect(JSON.stringify(format)).toContain('EXERCISE – synthetic data, no real seizures');
});

test('a total in text is the table of the report', () => {
  expect(inspect(joint(inPort()))).toMatchInlineSnapshot(`
    "TLP:CLEAR · not classified · for: public
    Vlissingen, cocaine, seized in the port, kg
            reported                      total
      year    lowest  likely  highest  at least  at most  status    why
      2021     2,050   2,100    2,150     2,050    2,150  complete  Vlissingen: 2,100 is a rounded figure, so 2,050 to 2,150
      2022     4,157   4,157    4,157     4,157    4,157  complete  –
      * Reported: the range of what the reporting ports give together. Total: what always holds; "at most" only where every
        port has reported or a ceiling is recorded.

    Not added
      Period  Place       Basis                    Figure  Why not added
      2022    Vlissingen  entered via the port  10,000 kg  Another basis: counted wherever it was seized.
      * These figures stand beside the total, each for the reason given."
  `);
});

test('what a file says is text, never markup', () => {
  const [bundle] = picture.observations.table().outputs();
  expect(bundle?.['text/html']).toContain('&lt;b&gt;C1&lt;/b&gt;');
  expect(bundle?.['text/html']).not.toContain('<b>C1');
});

test('a table shows both ends, and the rest to a search', async () => {
  const many = await pictureOf(Array.from({ length: 30 }, (_, at) => claim(1990 + at, at)));
  const table = many.observations.table({ rows: 2 });
  const [bundle] = table.outputs();
  const html = bundle?.['text/html'] ?? '';
  expect(bundle?.['text/plain']).toContain('… 26 rows not shown');
  expect(html.match(/<tr><td/g)).toHaveLength(30);
  expect(html).toContain('tr:nth-child(n+3):nth-last-child(n+3){display:none}');
  expect(html).toContain('<input type="search"');
  expect(table).toMatchObject({ kind: 'table', size: 30 });
  await many.close();
});

test('another language speaks in its own words', async () => {
  const dutch = await open(picture.folder, { language: 'nl' });
  const total = joint(
    dutch.observations.where({ place: 'NSP', substance: 'COC', basis: 'seized_in_port' }),
  );
  expect(inspect(total)).toMatch(/^ +2021 +niet gemeld +niet gemeld +2\.100/m);
  const drawn = await chart.total(total, { language: 'fr' });
  expect(drawn).toMatchObject({ kind: 'chart', title: 'Ce qui a été déclaré par année' });
  await dutch.close();
});

describe('a chart', () => {
  test('that is not awaited says what to write', () => {
    expect(inspect(chart.total(joint(inPort())))).toBe(
      'Write "await" before it to see it: await chart.total(…)',
    );
  });

  test('of a refusal is the refusal', async () => {
    const refused = joint(picture.observations.where({ place: 'NLVLI', substance: 'COC' }));
    expect(await chart.total(refused)).toBe(refused);
  });

  test('carries the banner in the drawing and in the specification', async () => {
    const drawn = await chart.member(joint(inPort()));
    if (drawn.kind !== 'chart') throw new Error('not drawn');
    expect(drawn.svg).toContain('TLP:CLEAR');
    expect(drawn.spec.title).toMatchObject({
      subtitle: ['TLP:CLEAR · not classified · for: public'],
    });
    const { $schema, ...rest } = drawn.spec;
    expect($schema).toContain('vega-lite');
    expect(drawn.outputs()[0]?.['application/vnd.vegalite.v5+json']).toEqual(rest);
  });

  test('of a port that is not there says which are', async () => {
    await expect(() =>
      chart.conflict(joint(inPort()), { place: 'BEGNE', year: 2022 }),
    ).rejects.toThrow('There is no BEGNE in 2022. There are NLVLI in 2021, 2022.');
  });
});

describe('show', () => {
  test('takes arquero tables, danfo frames and records alike', async () => {
    const table = inPort().arquero().select('year', 'value');
    const frame = await inPort().danfo();
    const rows = [
      [2021, 2100],
      [2022, 4157],
    ];
    expect(show(picture, table).rows).toEqual(rows);
    expect(show(picture, frame.loc({ columns: ['year', 'value'] })).rows).toEqual(rows);
    expect(show(picture, table.objects()).rows).toEqual(rows);
  });
});

test('an error shows its message and no stack', () => {
  try {
    picture.observations.where({ place: 'Nergens' });
  } catch (error) {
    expect(inspect(error)).toMatch(/^UsageError: places has no code "Nergens"\. All codes: .*\.$/);
  }
  expect.assertions(1);
});
