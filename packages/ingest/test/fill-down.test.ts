import { describe, expect, it } from 'vitest';
import { type FillColumn, type FillRow, fillDown } from '../src/fill-down/filling.ts';
import { described, ingested, messageOf, table } from './fixture.ts';

const columns = {
  Plaats: { to: 'place', fill: 'down' },
  Middel: { to: 'substance', fill: 'down' },
  Jaar: { to: 'period', as: 'year' },
  Aantal: { to: 'value', as: 'integer' },
};

describe('labels that are stated once', () => {
  it('are warned of where a label seems to be lost: the rows under it say again what others under it say', async () => {
    const two = (place: string): string =>
      [
        'Plaats;Middel;Jaar;Aantal',
        'NLVLI;COC;2021;1',
        ';COC;2022;2',
        `${place};COC;2021;3`,
        ';COC;2022;4',
        'NLRTM;COC;2021;5',
        '',
      ].join('\n');
    const own = { ...columns, Middel: { to: 'substance' } };
    const whole = await ingested({ files: two('NLTNZ'), description: { columns: own } });
    expect(whole.issues.map(({ rule }) => rule)).toEqual(['cell.filled']);
    const lost = await ingested({ files: two(''), description: { columns: own } });
    expect(lost.issues.find(({ rule }) => rule === 'cell.fill-repeats')).toMatchObject({
      severity: 'warning',
      line: 4,
      column: 'A "Plaats"',
      message:
        'the cell takes the label of line 2, and its row then has the same labels as line 2 (2 such rows under this label): the label of another group may be lost at line 4 or above it',
    });
    expect(lost.conservation[0]).toMatchObject({ accepted: 5, rejected: 0 });
  });

  it('hold for the empty cells below, and a note says from which line', async () => {
    const { rows, issues, conservation } = await ingested({
      files: [
        'Plaats;Middel;Jaar;Aantal',
        'NLVLI;COC;2021;1',
        ';;2022;2',
        ';HER;2021;3',
        'NLTNZ;COC;2021;4',
        ' ;;2022;5',
        '',
      ].join('\n'),
      description: { columns },
    });
    expect(table(rows, 'origin_line', 'place', 'substance', 'value')).toEqual([
      '2 | NLVLI | COC | 1',
      '3 | NLVLI | COC | 2',
      '4 | NLVLI | HER | 3',
      '5 | NLTNZ | COC | 4',
      '6 | NLTNZ | COC | 5',
    ]);
    expect(conservation[0]).toMatchObject({ accepted: 5, rejected: 0 });
    expect(issues.map(({ rule, column, message }) => [rule, column, message])).toEqual([
      [
        'cell.filled',
        'A "Plaats"',
        '3 empty cells take the label above: lines 3-4 from line 2, line 6 from line 5',
      ],
      [
        'cell.filled',
        'B "Middel"',
        '2 empty cells take the label above: line 3 from line 2, line 6 from line 5',
      ],
    ]);
  });

  it('end at a blank line and behind a subtotal without label: the rows below are rejected', async () => {
    const files = [
      'Plaats;Middel;Jaar;Aantal',
      'NLVLI;COC;2021;1',
      ';Totaal;2021;1',
      ';HER;2021;3',
      '',
      ';;2022;4',
      '',
    ].join('\n');
    const exclude = [{ rule: 'subtotal', where: { Middel: 'Totaal' }, reason: 'a sum' }];
    const own = { ...columns, Middel: { to: 'substance' } };
    const stopped = await ingested({ files, description: { columns: own, exclude } });
    expect(table(stopped.rows, 'origin_line', 'place')).toEqual(['2 | NLVLI']);
    expect(stopped.conservation[0]).toMatchObject({ accepted: 1, excluded: 1, rejected: 2 });
    expect(
      stopped.issues
        .filter(({ rule }) => rule === 'cell.not-filled')
        .map(({ line, message }) => [line, message.slice(0, 120)]),
    ).toEqual([
      [
        4,
        'the cell is empty and takes no label: the label is in line 2, and line 3 between them is left out as subtotal',
      ],
      [
        6,
        'the cell is empty and takes no label: the label is in line 2, and line 3 between them is left out as subtotal',
      ],
    ]);
    const across = await ingested({
      files,
      description: {
        columns: { ...own, Plaats: { to: 'place', fill: { across: ['subtotal'] } } },
        exclude,
      },
    });
    expect(table(across.rows, 'origin_line', 'place')).toEqual(['2 | NLVLI', '4 | NLVLI']);
    expect(across.conservation[0]).toMatchObject({ accepted: 2, excluded: 1, rejected: 1 });
  });

  it('of a whole group that is left out are left out with it', async () => {
    const { conservation, rows } = await ingested({
      files: 'Plaats;Middel;Jaar;Aantal\nTotaal;COC;2021;9\n;HER;2021;8\nNLVLI;COC;2021;9\n',
      description: {
        columns: { ...columns, Middel: { to: 'substance' } },
        exclude: [{ rule: 'total', where: { Plaats: 'Totaal' }, reason: 'a sum' }],
      },
    });
    expect(conservation[0]).toMatchObject({ accepted: 1, excluded: 2, rejected: 0 });
    expect(table(rows, 'place')).toEqual(['NLVLI']);
  });

  it('are refused for figures, beside blank, and across a rule that is none', async () => {
    const of = (more: Readonly<Record<string, unknown>>): Promise<string> =>
      messageOf(described({ description: { columns: { ...columns, ...more } } }));
    expect(await of({ Aantal: { to: 'value', fill: 'down' } })).toContain('fills figures down');
    expect(await of({ Middel: { to: 'substance', fill: 'down', blank: 'COC' } })).toContain(
      'remove `fill` or `blank`',
    );
    expect(await of({ Middel: { to: 'substance', fill: { across: ['sum'] } } })).toContain(
      'is no rule of exclude or totals',
    );
  });
});

describe('fillDown', () => {
  const rows = (texts: readonly (string | null)[]): readonly FillRow[] =>
    texts.map((text, at) => ({ line: at + 2, lines: 1, cell: () => text }));
  const column: FillColumn = { index: 0, across: [], merged: [] };

  it('fills exactly the merged cells where a workbook tells which', () => {
    const { filled, unfilled } = fillDown(
      rows(['a', null, null, 'b', null]),
      [{ ...column, merged: [{ column: 0, top: 2, bottom: 3 }] }],
      () => null,
    );
    expect(filled.map(({ line, from }) => [line, from])).toEqual([[3, 2]]);
    expect(unfilled.map(({ line, why }) => [line, why])).toEqual([
      [4, 'it is not merged with the label in line 2'],
      [6, 'it is not merged with the label in line 5'],
    ]);
  });

  it('takes no label where none stands above, and a row over several lines is no gap', () => {
    const { filled, unfilled } = fillDown(
      [
        { line: 2, lines: 1, cell: () => null },
        { line: 3, lines: 2, cell: () => 'a' },
        { line: 5, lines: 1, cell: () => null },
      ],
      [column],
      () => null,
    );
    expect(unfilled.map(({ line, why }) => [line, why])).toEqual([[2, 'no label stands above it']]);
    expect(filled.map(({ line, text, from }) => [line, text, from])).toEqual([[5, 'a', 3]]);
  });
});
