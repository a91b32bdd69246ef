import { describe, expect, it } from 'vitest';
import { described, ingested, messageOf, table } from './fixture.ts';

const fold = (value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  columns: { Plaats: { to: 'place' } },
  fold: [
    {
      headers: '^(?<year>\\d{4})(?<provisional>\\*?)$',
      groups: {
        year: { to: 'period', as: 'year' },
        provisional: { to: 'status', codes: { '*': 'P' } },
      },
      value: { to: 'value', as: 'integer', ...value },
    },
  ],
});

describe('flags behind figures', () => {
  const flags = { '*': 'P', p: 'P', b: 'B', '**': 'E', c: { missing: 'suppressed' }, '1)': 'D' };

  it('are read under folds, glued or not, one or several', async () => {
    const { rows, conservation, issues } = await ingested({
      files: [
        'Plaats;2020;2021;2022',
        'NLVLI;35;36*;1 037 p',
        'NLTNZ;12**;: c;(13) ',
        'BEGNE;14 bp;15 (b, p);16 1)',
        'NLRTM;17x;18 x;:',
        '',
      ].join('\n'),
      description: {
        missingValues: { ':': 'not_reported' },
        ...fold({ groupChar: ' ', flags }),
      },
    });
    expect(table(rows, 'origin_raw', 'value', 'status', 'missing')).toEqual([
      '35 | 35 | A | null',
      '36* | 36 | P | null',
      '1 037 p | 1037 | P | null',
      '12** | 12 | E | null',
      ': c | null | O | suppressed',
      '14 bp | 14 | BP | null',
      '15 (b, p) | 15 | BP | null',
      '16 1) | 16 | D | null',
      ': | null | O | not_reported',
    ]);
    expect(conservation[0]).toMatchObject({ items: 12, accepted: 9, rejected: 3 });
    expect(issues.map(({ rule, value }) => [rule, value])).toEqual([
      ['number.invalid', '(13)'],
      ['flag.unknown', '17x'],
      ['flag.unknown', '18 x'],
    ]);
  });

  it('are no part of a code, and an exponent is none', async () => {
    const { rows } = await ingested({
      files: 'Plaats;2020\nNLVLI;7,83e-03\nNLTNZ;7,5 e\n',
      description: fold({ as: 'number', decimalChar: ',', flags: { e: 'E' } }),
    });
    expect(table(rows, 'value', 'status')).toEqual(['0.00783 | A', '7.5 | E']);
  });
});

describe('a slip under a heading that is data', () => {
  const corrections = [
    { column: '2021*', from: '3600', to: '36', where: { Plaats: 'NLVLI' }, reason: 'a slip' },
  ];

  it('is put right by the heading, in that column alone', async () => {
    const { rows, issues } = await ingested({
      files: 'Plaats;2020;2021*\nNLVLI;3600;3600\nNLTNZ;12;3600\n',
      description: { ...fold({}), corrections },
    });
    expect(table(rows, 'period_start', 'origin_raw', 'value', 'status')).toEqual([
      '2020-01-01 | 3600 | 3600 | A',
      '2021-01-01 | 3600 | 36 | P',
      '2020-01-01 | 12 | 12 | A',
      '2021-01-01 | 3600 | 3600 | P',
    ]);
    expect(issues.filter(({ rule }) => rule === 'correction.applied')).toHaveLength(1);
  });

  it('must name a heading that the description knows', async () => {
    const [slip] = corrections;
    expect(
      await messageOf(
        described({
          description: { ...fold({}), corrections: [{ ...slip, column: 'Totaal' }] },
        }),
      ),
    ).toContain('names the column "Totaal"');
  });
});

describe('blank on figures', () => {
  it('says what an empty cell means', async () => {
    const { rows, conservation } = await ingested({
      files: 'Plaats;2020;2021\nNLVLI;;5\nNLTNZ;3;\n',
      description: fold({ blank: 0 }),
    });
    expect(table(rows, 'origin_raw', 'value')).toEqual([' | 0', '5 | 5', '3 | 3', ' | 0']);
    expect(conservation[0]).toMatchObject({ accepted: 4, rejected: 0 });
  });

  it('may be a mark with its reason', async () => {
    const { rows } = await ingested({
      files: 'Plaats;Jaar;Aantal\nNLVLI;2020;\n',
      description: {
        missingValues: { '.': 'suppressed' },
        columns: {
          Plaats: { to: 'place' },
          Jaar: { to: 'period', as: 'year' },
          Aantal: { to: 'value', as: 'integer', blank: '.' },
        },
      },
    });
    expect(table(rows, 'value', 'missing')).toEqual(['null | suppressed']);
  });

  it.each([
    [{ blank: 'onbekend' }, {}, 'fold 1 says that an empty cell of figures means "onbekend"'],
    [{ blank: 0 }, { missingValues: { '': 'not_reported' } }, 'missingValues says "not_reported"'],
  ])(
    'is refused, with its place, where it says nothing or two things: %j',
    async (value, more, message) => {
      expect(await messageOf(described({ description: { ...fold(value), ...more } }))).toContain(
        message,
      );
    },
  );
});
