import { describe, expect, it } from 'vitest';
import { describedLines } from '../table-of.ts';

const file = 'published.csv';

/** Rows of years with a figure under each heading. */
function lines(headings: readonly string[], figure: (row: number, at: number) => string): string[] {
  const rows = [2019, 2020, 2021, 2022].map((year, row) =>
    [`${year}JJ00`, ...headings.map((_, at) => figure(row, at))].join(';'),
  );
  return [['Perioden', ...headings].join(';'), ...rows];
}
const whole = (row: number, at: number): string => String(211 + 37 * at + 90 * row);
const broken = (row: number, at: number): string => `${2 + at}.${row + 1}`;

describe('numbers of a publisher behind headings', () => {
  const kinds = ['Burglary_10', 'BicycleTheft_11', 'Robbery_12', 'Assault_14'];

  it.each([
    ['as published', kinds],
    ['in another order', ['Robbery_3', 'Assault_1', 'Burglary_4', 'BicycleTheft_2']],
  ])('are no places and no part of a kind, %s', async (_, headings) => {
    const { folds, decisions, trial } = await describedLines(file, lines(headings, whole));
    const bare = headings.map((heading) => heading.replace(/_\d+$/u, ''));
    const [fold] = folds;
    expect(fold?.headings).toEqual(headings);
    expect(fold?.written).toMatchObject({ groups: { offence: { to: 'nationalCode' } } });
    const { headers } = (fold?.written ?? {}) as { readonly headers: string };
    const kindOf = (heading: string): unknown => new RegExp(headers, 'u').exec(heading)?.[1];
    expect(headings.map(kindOf)).toEqual(bare);
    expect(JSON.stringify(decisions)).not.toMatch(/"1[0-4]|_\d+\\"/u);
    expect(trial.kind).toBe('ingested');
  });

  it('leave figures that are no whole numbers to one question', async () => {
    const { decisions } = await describedLines(
      file,
      lines(['TotalVictims_1', 'SingleVictims_2', ...kinds], broken),
    );
    const asked = decisions.filter(({ question }) => question.en.includes('whole'));
    expect(asked.map(({ about }) => about.en)).toEqual(['metric and unit and basis']);
    expect(asked[0]?.proposed).toBeNull();
  });

  it.each([
    ['which tell one word apart', ['seizures_1', 'seizures_2', 'seizures_3']],
    ['that end a range', ['men_15_24', 'men_25_44', 'men_45_64']],
    ['that come twice', ['theft_75', 'robbery_75', 'murder_13']],
  ])('are not those %s', async (_, headings) => {
    const { columns, folds } = await describedLines(file, lines(headings, whole));
    expect(JSON.stringify(folds)).not.toContain('\\d');
    expect([...columns, ...folds].flatMap((one) => one.headings)).toEqual(
      expect.arrayContaining(headings),
    );
  });
});

describe('a row that numbers the columns', () => {
  const heading = 'Jahr;Schlüssel;Straftat;erfasste Fälle;Aufklärungsquote';
  const rows = [2021, 2022, 2023].flatMap((year, at) => [
    `${year};------;Straftaten insgesamt;${1093 + 40 * at};61.5`,
    `${year};730000;Rauschgiftdelikte;${188 + 3 * at};92.1`,
  ]);

  it.each([
    ['below the headings', [heading, '1;2;3;4;5.0', ...rows]],
    ['above them', ['1;2;3;4;5', heading, ...rows]],
    ['above and below them', ['1;2;3;4;5', heading, '1;2;3;4;5.0', ...rows]],
    ['in brackets', [heading, '(1);(2);(3);(4);(5)', ...rows]],
  ])('is neither data nor a heading, %s', async (_, file) => {
    const { columns, decisions, rows: read } = await describedLines('Faelle.csv', file);
    expect(read).toBe(6);
    const cases = columns.find(({ to }) => to === 'value');
    expect(cases?.headings[0]).toMatch(/^erfasste Fälle/u);
    expect(cases?.written).toMatchObject({ set: { metric: 'offences' } });
    expect(columns.map(({ to }) => to).slice(0, 2)).toEqual(['period', 'nationalCode']);
    const asked = decisions.map(({ question }) => question.en).join('\n');
    expect(asked).not.toMatch(/"\(?\d(?:\.0)?\)?"|Fälle \(?4/u);
  });
});
