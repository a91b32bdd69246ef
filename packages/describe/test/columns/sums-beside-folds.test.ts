import { describe, expect, it } from 'vitest';
import type { ColumnGuess, TableGuess } from '../../src/column.ts';
import { guessTable } from '../../src/columns/guess-table.ts';
import { tableOf } from '../table-of.ts';

async function guessOf(lines: readonly string[], title = ''): Promise<TableGuess> {
  const table = await tableOf(lines);
  return guessTable(table, { file: 'table.csv', titleLines: [title], footerLines: [] });
}

/** What a column becomes, its questions behind it. */
function fateOf({ columns }: TableGuess, heading: string): string {
  const guess = columns.find(({ headings }) => headings.includes(heading));
  const { ignore } = (guess?.written ?? {}) as { readonly ignore?: string };
  const fate = ignore === undefined ? `${guess?.kind} to ${guess?.to}` : `ignored: ${ignore}`;
  return [fate, ...(guess?.decide ?? []).map(({ en }) => en)].join(' | ');
}

const folded = ({ columns }: TableGuess): readonly ColumnGuess[] =>
  columns.filter(({ kind }) => kind === 'fold');

const ports = ['Rotterdam', 'Vlissingen', 'Terneuzen', 'Moerdijk', 'Amsterdam', 'Delfzijl'];

/** Rows of ports with figures and, behind them, sums of parts of them. */
function rows(
  columns: number,
  sums: (figures: readonly number[]) => readonly number[],
): readonly string[] {
  return ports.map((port, row) => {
    const figures = Array.from(
      { length: columns },
      (_, at) => 3 + (((row + 2) * 17 * (at + 3)) % 89),
    );
    return [port, ...figures, ...sums(figures)].join(';');
  });
}

const sum = (figures: readonly number[]): number => figures.reduce((all, each) => all + each, 0);

describe('a sum beside what is folded', () => {
  it.each([
    ['Haven;2022;2023;Totaal', 'Totaal'],
    ['Haven;2022;2023;Totaal 2022-2023', 'Totaal 2022-2023'],
    ['Port;2022;2023;Total', 'Total'],
    ['Hafen;2022;2023;Insgesamt', 'Insgesamt'],
    ['Port;2022;2023;Cumul', 'Cumul'],
  ])('%s: is left out with what it is the sum of', async (header, total) => {
    const guess = await guessOf([header, ...rows(2, (each) => [sum(each)])]);
    expect(fateOf(guess, total)).toBe('ignored: the sum of 2022 + 2023, in 6 of 6 rows');
    expect(folded(guess)[0]?.headings).toEqual(['2022', '2023']);
  });

  it('is left out where its heading holds a year among months, in front of them or behind', async () => {
    const months = ['januari 2023', 'februari 2023', 'maart 2023', 'april 2023'];
    const behind = await guessOf([
      `Haven;${months.join(';')};Totaal 2023`,
      ...rows(4, (each) => [sum(each)]),
    ]);
    expect(fateOf(behind, 'Totaal 2023')).toBe(
      'ignored: the sum of januari 2023 + februari 2023 + maart 2023 + april 2023, in 6 of 6 rows',
    );
    expect(folded(behind)).toHaveLength(1);
    const front = await guessOf([
      `Haven;2023;${months.join(';')}`,
      ...rows(4, () => []).map((row) => {
        const [port, ...figures] = row.split(';');
        return [port, sum(figures.map(Number)), ...figures].join(';');
      }),
    ]);
    expect(fateOf(front, '2023')).toContain('ignored: the sum of januari 2023 + ');
  });

  it('is left out beside each of its measures, whose columns take turns', async () => {
    const years = ['2021', '2022', '2023'];
    const header = years.flatMap((year) => [`${year} Fälle`, `${year} Tatverdächtige`]);
    const guess = await guessOf([
      `Land;${header.join(';')};Summe Fälle;Summe Tatverdächtige`,
      ...rows(6, ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]) => [a + c + e, b + d + f]),
    ]);
    expect(fateOf(guess, 'Summe Fälle')).toBe(
      'ignored: the sum of 2021 Fälle + 2022 Fälle + 2023 Fälle, in 6 of 6 rows',
    );
    expect(fateOf(guess, 'Summe Tatverdächtige')).toContain('the sum of 2021 Tatverdächtige');
  });

  it('is asked where it does not hold in every row, and where no row shows it', async () => {
    const [first] = rows(3, () => []);
    const three = Number(first?.split(';')[1]);
    const some = await guessOf([
      'Haven;2021;2022;2023;Totaal',
      ...rows(3, (each) => [sum(each) + (each[0] === three ? 100 : 0)]),
    ]);
    expect(fateOf(some, 'Totaal')).toMatch(/^ignored: .* in 5 of 6 rows \| /u);
    const none = await guessOf([
      'Haven;2021;2022;2023;Totaal',
      ...rows(3, (each) => [sum(each) + 7 + (each[1] ?? 0)]),
    ]);
    expect(fateOf(none, 'Totaal')).toMatch(/^ignored: .* \| .*No row proves it/u);
  });

  it('is left out of two years of months, with the totals of the years', async () => {
    const header = ['2022', '2023'].flatMap((year) => [
      ...['jan', 'feb', 'mrt'].map((month) => `${month} ${year}`),
      `Totaal ${year}`,
    ]);
    const guess = await guessOf([
      `Haven;${header.join(';')};Totaal`,
      ...rows(6, () => []).map((row) => {
        const [port, ...texts] = row.split(';');
        const figures = texts.map(Number);
        const [first, second] = [figures.slice(0, 3), figures.slice(3)];
        const all = [...first, sum(first), ...second, sum(second), sum(figures)];
        return [port, ...all].join(';');
      }),
    ]);
    for (const total of ['Totaal 2022', 'Totaal 2023', 'Totaal'])
      expect(fateOf(guess, total)).toMatch(/^ignored: the sum of .* in 6 of 6 rows$/u);
    expect(folded(guess).flatMap(({ headings }) => headings)).toHaveLength(6);
  });

  it('is kept where its parts are left out', async () => {
    const guess = await guessOf([
      'Gemeente;Jaar;Mannen;Vrouwen;Totaal',
      ...rows(2, (each) => [sum(each)]).map((row) => row.replace(';', ';2023;')),
    ]);
    expect(fateOf(guess, 'Totaal')).toMatch(/^column to value/u);
    const dated = await guessOf([
      'Gemeente;Mannen 2023;Vrouwen 2023;Totaal 2023',
      ...rows(2, (each) => [sum(each)]),
    ]);
    expect(fateOf(dated, 'Totaal 2023')).toMatch(/^fold to value/u);
  });

  it('is left out where places stand in the headings', async () => {
    const guess = await guessOf([
      'Jaar;Rotterdam;Vlissingen;Terneuzen;Totaal',
      ...rows(3, (each) => [sum(each)]).map((row, at) => row.replace(/^[^;]+/u, `${2015 + at}`)),
    ]);
    expect(fateOf(guess, 'Totaal')).toBe(
      'ignored: the sum of Rotterdam + Vlissingen + Terneuzen, in 6 of 6 rows',
    );
  });

  it('a year that is two others by chance stays a year', async () => {
    const guess = await guessOf(['Haven;2021;2022;2023', ...rows(2, (each) => [sum(each)])]);
    expect(folded(guess)[0]?.headings).toEqual(['2021', '2022', '2023']);
  });

  it('a total of columns that no field tells apart is kept, and its parts are not', async () => {
    const guess = await guessOf([
      'Haven;Jaar;Binnen;Buiten;Totaal',
      ...rows(2, (each) => [sum(each)]).map((row) => row.replace(';', ';2023;')),
    ]);
    expect(fateOf(guess, 'Totaal')).toMatch(/^column to value/u);
  });
});

describe('how one slip is read among figures with marks', () => {
  const months = ['januari 2023', 'februari 2023', 'maart 2023'];
  const dotted = (value: number): string => value.toLocaleString('de');
  const figures = [
    [1_346, 3_902, 637],
    [257, 3_746, 2_098],
    [1_758, 262, 3_406],
    [2_383, 2_418, 223],
    [2_234, 502, 2_358],
    [1_120, 640, 2_480],
  ];

  it.each(['223000', '223'])(
    'with %s, the sums of the rows prove the marks of all',
    async (cell) => {
      const guess = await guessOf([
        `Haven;${months.join(';')};Totaal 2023`,
        ...figures.map((row, at) =>
          [
            ports[at],
            ...row.map((value) => (value === 223 ? cell : dotted(value))),
            dotted(sum(row)),
          ].join(';'),
        ),
      ]);
      const [fold] = folded(guess);
      expect(fold?.written).toMatchObject({ value: { as: 'integer', groupChar: '.' } });
      expect(fold?.decide).toEqual([]);
      expect(guess.groupChar.value).toBe('.');
      expect(guess.groupChar.reason.en).toContain('rows add up');
      expect(fateOf(guess, 'Totaal 2023')).toMatch(/^ignored: the sum of/u);
    },
  );

  it('a sum that adds up in both readings proves nothing, and one of other columns neither', async () => {
    const guess = await guessOf([
      'Haven;2022 aantal inbeslagnames;2022 kg;2023 aantal inbeslagnames;2023 kg;Totaal aantal;Totaal kg',
      'Rotterdam;12;1.346;14;2.000;26;3.346',
      'Vlissingen;3;257;2;120;5;377',
      'Terneuzen;7;1.758;9;262;16;2.020',
      'Moerdijk;1;2.383;4;2.418;5;4.801',
      'Amsterdam;8;502;3;2.358;11;2.860',
      'Delfzijl;2;10;1;5;3;15',
    ]);
    expect(fateOf(guess, 'Totaal kg')).toBe(
      'ignored: the sum of 2022 kg + 2023 kg, in 6 of 6 rows',
    );
    const kilograms = folded(guess).find(({ headings }) => headings.includes('2022 kg'));
    expect(kilograms?.written).toMatchObject({ value: { as: 'integer', groupChar: '.' } });
    const alike = await guessOf([
      'Haven;2022;2023;Totaal',
      'Rotterdam;1.346;2.211;3.557',
      'Vlissingen;2.125;3.754;5.879',
      'Terneuzen;7.333;1.111;8.444',
      'Moerdijk;4.404;2.002;6.406',
      'Amsterdam;1.119;1.118;2.237',
    ]);
    expect(
      folded(alike)[0]
        ?.decide.map(({ en }) => en)
        .join(),
    ).toContain('1.119');
    expect(fateOf(alike, 'Totaal')).toBe('ignored: the sum of 2022 + 2023, in 5 of 5 rows');
  });

  it('marks for missing figures do not hide a sum', async () => {
    const guess = await guessOf([
      'Port;Total;2021;2022;2023',
      'Anvers;6.446,5;1.200,5;2.400;2.846',
      'Gand;60,5;10,5;20;30',
      'Zeebruges;33;c;12;21',
      'Ostende;600*;100;200;300*',
    ]);
    expect(fateOf(guess, 'Total')).toContain('the sum of 2021 + 2022 + 2023, in 3 of 3 rows');
  });

  it('without a sum, an outlier is asked about and the others keep their thousands', async () => {
    const guess = await guessOf([
      `Haven;${months.join(';')}`,
      ...figures.map((row, at) =>
        [ports[at], ...row.map((value) => (value === 223 ? '223000' : dotted(value)))].join(';'),
      ),
    ]);
    const [fold] = folded(guess);
    expect(fold?.written).toMatchObject({ value: { as: 'integer', groupChar: '.' } });
    expect(fold?.decide.map(({ en }) => en).join()).toContain('223000');
  });

  it('sums prove decimals as well', async () => {
    const guess = await guessOf([
      'Haven;2022;2023;Totaal',
      'Rotterdam;1.346;0.5;1.846',
      'Vlissingen;2.125;3.75;5.875',
      'Terneuzen;7.333;12;19.333',
      'Moerdijk;4.404;6;10.404',
      'Amsterdam;9.119;1;10.119',
    ]);
    expect(folded(guess)[0]?.written).toMatchObject({ value: { as: 'number', decimalChar: '.' } });
  });

  it('figures that are mostly whole without marks leave the marks to decimals', async () => {
    const guess = await guessOf([
      'Haven;2022;2023',
      'Rotterdam;1346;12500',
      'Vlissingen;2125;3.754',
      'Terneuzen;7333;12000',
      'Moerdijk;4404;6001',
    ]);
    expect(folded(guess)[0]?.written).toMatchObject({ value: { decimalChar: '.' } });
  });
});
