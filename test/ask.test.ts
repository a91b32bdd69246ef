import type { Settled } from '@samenbeeld/merge';
import type { JointTotal } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { exercise, published } from './pictures.ts';

interface Asked {
  readonly answers: readonly Pick<Settled, 'question' | 'of' | 'totals' | 'notAdded'>[];
}

/** What the published picture answers, by the command. */
async function asked(...options: readonly string[]): Promise<Asked['answers']> {
  return (await samenbeeldJson<Asked>(['ask', published, 'total', ...options])).answers;
}

function row(total: JointTotal | undefined): readonly unknown[] {
  if (!total) return [];
  const { period, status, reported } = total;
  return [period, status, reported.lowest, reported.likely, reported.highest];
}

const rows = (answer: Asked['answers'][number] | undefined): readonly (readonly unknown[])[] =>
  (answer?.totals ?? []).filter(({ status }) => status !== 'none').map(row);

const port = ['--substance', 'cocaine', '--basis', 'seized_in_port'] as const;

describe('samenbeeld ask PICTURE total', () => {
  // Figures by hand from fixtures/published/claims.csv and the excerpts beside it, each by the claim named behind it.
  test('cocaine in Antwerp and in Rotterdam, each apart', async () => {
    const [antwerp, rotterdam, ...more] = await asked('--place', 'Anvers', 'Rotterdam', ...port);
    expect(more).toEqual([]);
    expect(antwerp?.question).toMatchObject({ place: 'BEANR', substance: 'COC', unit: 'kg' });
    const found = rows(antwerp);
    expect(found).toContainEqual(['2022', 'complete', 109894.48, 109894.48, 109894.48]);
    // "14 ton" by customs and 16,000 by nobody named: nobody has decided.
    expect(found).toContainEqual(['2015', 'complete', 13500, 'undecided', 16500]);
    expect(found).toContainEqual(['2023', 'complete', 115500, 116000, 116500]);
    expect(rotterdam?.question.place).toBe('NLRTM');
    expect(rows(rotterdam).length).toBeGreaterThan(3);
  });

  test('the same half of each year, and what covers the whole year is not divided', async () => {
    const [answer] = await asked(
      ...['--place', 'BEANR', ...port, '--by', 'to-date', '--from', '2022', '--to', '2025-06-30'],
    );
    expect(rows(answer).map(([period, , , likely]) => [period, likely])).toEqual([
      ['2022-01-01/2022-06-30', 35833],
      ['2023-01-01/2023-06-30', 43431],
      ['2024-01-01/2024-06-30', 22000],
      ['2025-01-01/2025-06-30', 16700],
    ]);
    expect(answer?.notAdded).toContainEqual(
      expect.objectContaining({
        period: '2022-01-01/2022-06-30',
        value: 109894.48,
        kind: 'window',
      }),
    );
  });

  test('half-years where figures are half-yearly', async () => {
    const [answer] = await asked(
      '--place',
      'BEANR',
      ...port,
      '--by',
      'half-year',
      '--from',
      '2022',
      '--to',
      '2023',
    );
    expect(rows(answer).map(([period, , , likely]) => [period, likely])).toEqual([
      ['2022-01-01/2022-06-30', 35833],
      ['2023-01-01/2023-06-30', 43431],
    ]);
  });

  test('numbers of post items, each unit apart', async () => {
    const answers = await asked(
      '--place',
      'NL',
      '--metric',
      'seizures',
      '--basis',
      'seized_in_post',
    );
    const by = new Map(answers.map((answer) => [answer.question.unit, answer]));
    expect(by.size).toBe(answers.length);
    // Of letter post alone: a lower limit of all post.
    expect(rows(by.get('seizure'))).toContainEqual(['2021', 'partial', 15450, null, null]);
    expect(rows(by.get('consignment'))).toContainEqual(['2020', 'partial', 5204, null, null]);
  });

  test('offences by their class', async () => {
    const [answer, ...more] = await asked(
      '--place',
      'NL',
      '--metric',
      'offences',
      '--offence',
      'ICCS0601',
    );
    expect(more).toEqual([]);
    expect(rows(answer)).toContainEqual(['2008', 'complete', 18875, 18875, 18875]);
  });

  test('every drug of a place, each by itself and none from another country', async () => {
    const answers = await asked(
      '--place',
      'LU',
      '--basis',
      'seized_in_territory',
      '--substance',
      'all',
    );
    const drugs = answers.map(({ question: { substance, unit } }) => `${substance} ${unit}`);
    expect(new Set(drugs).size).toBe(drugs.length);
    expect(drugs.length).toBeGreaterThan(3);
    const cannabis = answers.find(({ question }) => question.substance === 'CAN');
    expect(rows(cannabis)).toContainEqual(['2019', 'complete', 355, 360, 365]);
    for (const { totals } of answers)
      expect(totals.every(({ members }) => members.every(({ place }) => place === 'LU'))).toBe(
        true,
      );
  });

  test('finds of the exercise by half-year, which together hold the year', async () => {
    const of = async (...options: readonly string[]) => {
      const place = ['--place', 'NSP', ...port, '--from', '2020', '--to', '2020'];
      const args = ['ask', exercise, 'total', ...place, ...options];
      return (await samenbeeldJson<Asked>(args)).answers[0];
    };
    const [halves, year] = [await of('--by', 'half-year'), await of()];
    expect([halves?.of, year?.of]).toEqual(['events', 'events']);
    const likely = (answer: Asked['answers'][number] | undefined) =>
      rows(answer).reduce((sum, [, , , kg]) => sum + Number(kg), 0);
    expect(rows(halves)).toHaveLength(2);
    expect(likely(halves)).toBeCloseTo(likely(year), 6);
  });

  test('what differs is not added: several bases, drugs or offences are named, and one is to be chosen', async () => {
    const refused = async (...options: readonly string[]) => {
      const { code, stdout, stderr } = await samenbeeld(['ask', published, 'total', ...options]);
      return [code, stdout, stderr];
    };
    expect(await refused('--place', 'BE', '--substance', 'COC')).toEqual([
      2,
      '',
      expect.stringMatching(/--basis.*seized_in_territory \(seized in the country\)/),
    ]);
    expect(await refused('--place', 'NL', '--basis', 'seized_in_territory')).toEqual([
      2,
      '',
      expect.stringMatching(/--substance.*COC \(cocaine\)/),
    ]);
    expect(await refused('--place', 'NL', '--metric', 'offences')).toEqual([
      2,
      '',
      expect.stringMatching(/--offence.*ICCS0601/),
    ]);
    expect(await refused('--place', 'Antwrep')).toEqual([
      2,
      '',
      expect.stringContaining('BEANR (Antwerp)'),
    ]);
    expect(await refused('--place', 'NL', '--by', 'decade')).toEqual([
      2,
      '',
      expect.stringContaining('half-year'),
    ]);
  });

  test('a name of several places is the country where one of them is, as `why` has it, and the answer says so', async () => {
    const named = ['ask', published, 'total', '--place', 'Luxembourg', '--substance', 'cocaïne'];
    const { code, stdout } = await samenbeeld([...named, '--basis', 'seized_in_territory']);
    expect(code).toBe(0);
    expect(stdout).toContain('Luxembourg, cocaine, seized in the country, kg');
  });

  test('what is held elsewhere is said, and what is never added', async () => {
    const told = async (...args: readonly string[]): Promise<string> =>
      (await samenbeeld(['ask', published, 'total', ...args])).stdout;
    expect(await told('--place', 'BE', '--metric', 'assets_seized')).toContain(
      'Of "assets seized" it has figures for: Netherlands.',
    );
    expect(await told('--place', 'NL', '--substance', 'COC', '--metric', 'price')).toContain(
      'Prices, purity, potency and loads in wastewater are not added',
    );
  });

  test('what nobody reported is none, never 0, with what there is', async () => {
    const args = ['ask', published, 'total', '--place', 'NLRTM', ...port, '--metric', 'seizures'];
    const { code, stdout } = await samenbeeld(args);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'This picture holds no figure of it that is added. What it holds (Rotterdam): ',
    );
    expect(stdout).not.toMatch(/\b0\b/);
  });

  test('a code that is wrong is told before a place is asked for, with the one that is near', async () => {
    const args = ['ask', published, 'total', '--basis', 'seized_in_por', '--language', 'nl'];
    const { code, stderr } = await samenbeeld(args);
    expect(code).toBe(2);
    expect(stderr.trim()).toMatch(
      /^--basis: "seized_in_por" is niet bekend\. Bedoelt u seized_in_port \(in de haven in beslag genomen\)/u,
    );
  });

  test.each([
    ['nl', 'Antwerpen, cocaïne, in de haven in beslag genomen, kg', 'ongeveer|betwist'],
    ['fr', 'Anvers, cocaïne, saisies dans le port, kg', 'contest'],
    ['de', 'Antwerpen, Kokain, im Hafen sichergestellt, kg', 'umstritten'],
    ['en', 'Antwerp, cocaine, seized in the port, kg', 'contested'],
  ])('speaks %s', async (language, scope, contested) => {
    const args = ['ask', published, 'total', '--place', 'BEANR', ...port, '--language', language];
    const { code, stdout } = await samenbeeld(args);
    expect(code).toBe(0);
    expect(stdout).toContain(scope);
    expect(stdout).toMatch(new RegExp(contested));
    if (language !== 'en')
      expect(stdout).not.toMatch(/\b(the|not added|half of|reported|agency)\b/);
  });
});

describe('samenbeeld why explains what samenbeeld ask gives, also where the picture keeps no total of it', () => {
  const cocaine = ['--substance', 'cocaine', '--basis', 'seized_in_port'] as const;
  test.each([
    ['Gent', '2022', 'year', '2022-01-01', '2022-12-31'],
    ['Vlissingen', '2023-Q1', 'quarter', '2023-01-01', '2023-03-31'],
    ['Terneuzen', '2022-01', 'month', '2022-01-01', '2022-01-31'],
  ])('%s cocaine %s of the exercise', async (place, period, by, from, to) => {
    const { answers } = await samenbeeldJson<Asked>([
      ...['ask', exercise, 'total', '--place', place, ...cocaine],
      ...['--by', by, '--from', from, '--to', to],
    ]);
    const why = await samenbeeldJson<{ readonly total: JointTotal }>([
      ...['why', exercise, `${place} cocaine ${period}`],
    ]);
    expect(why.total.reported.lowest).toBeGreaterThan(0);
    expect(row(why.total)).toEqual(row(answers[0]?.totals[0]));
  });

  test('what is added up nowhere names the question that is', async () => {
    const { stderr, code } = await samenbeeld([
      ...['why', exercise, 'Antwerpen heroin 2022', '--language', 'en'],
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain(`samenbeeld ask ${exercise} total --place BEANR`);
  });
});
