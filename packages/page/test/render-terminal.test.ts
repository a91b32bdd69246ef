import { type Block, renderCell, renderTerminal, sameText } from '@samenbeeld/page';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cell = (words: string, more = {}) => ({ shown: sameText(words), ...more });
const table: Block = {
  kind: 'table',
  caption: sameText('Cocaine, kg'),
  columns: [
    { label: sameText('year'), kind: 'label' },
    { label: sameText('lowest'), group: sameText('reported'), kind: 'number' },
    { label: sameText('highest'), group: sameText('reported'), kind: 'number' },
    { label: sameText('why'), kind: 'words' },
  ],
  rows: [
    [cell('2021'), cell('606'), cell('–'), cell('Vlissingen: contested, 2,100 or 250')],
    [cell('2022'), cell('4,776', { note: sameText('a note') }), cell('4,776'), cell('–')],
  ],
  notes: [sameText('What always holds')],
};

describe('blocks as lines', () => {
  it('a table as a table, where it fits, with its notes under it', () => {
    expect(renderTerminal([table], { language: 'en' })).toEqual([
      'Cocaine, kg',
      '         reported',
      '  year     lowest  highest  why',
      '  2021        606        –  Vlissingen: contested, 2,100 or 250',
      '  2022  4,776 [a]    4,776  –',
      '  [a] a note',
      '  * What always holds',
    ]);
  });

  it('long words under their row where their column is narrow', () => {
    expect(renderTerminal([table], { language: 'en', width: 60 })).toEqual([
      'Cocaine, kg',
      '         reported',
      '  year     lowest  highest',
      '      why',
      '  2021        606        –',
      '      Vlissingen: contested, 2,100 or 250',
      '  2022  4,776 [a]    4,776',
      '  [a] a note',
      '  * What always holds',
    ]);
  });

  it('a row as lines of heading and cell where even numbers do not fit', () => {
    expect(renderTerminal([table], { language: 'en', width: 28 }).slice(1, 8)).toEqual([
      '  2021',
      '    reported lowest: 606',
      '    reported highest: –',
      '    why: Vlissingen:',
      '         contested, 2,100 or',
      '         250',
      '  2022',
    ]);
  });

  it('a mark in words where the figure does not say it, and a brace of others names nothing', () => {
    const blocks: readonly Block[] = [
      { kind: 'figure', label: sameText('2021'), figure: cell('606', { mark: 'finds_only' }) },
      {
        kind: 'list',
        items: [
          {
            text: sameText('{said}'),
            figures: { said: cell('cell "{said} {other}"') },
            under: [{ text: sameText('line 3') }],
          },
        ],
      },
    ];
    expect(renderTerminal(blocks, { language: 'nl' })).toEqual([
      '2021: 606 (alleen een ondergrens)',
      '',
      '- cell "{said} {other}"',
      '    line 3',
    ]);
    expect(renderCell(blocks, 'nl').html).toContain('cell &quot;{said} {other}&quot;<ul>');
  });

  it('words of another language stand between the marks of the reader, once', () => {
    const told = (words: string): string => {
      const columns = [{ kind: 'words', label: sameText('x') }] as const;
      const rows = [[{ shown: sameText(words), language: 'nl' } as const]];
      const block: Block = { kind: 'table', caption: sameText('c'), columns, rows };
      return (
        renderTerminal([block], { language: 'fr' }).at(-1)?.replaceAll(/\s+/gu, ' ').trim() ?? ''
      );
    };
    expect(told('Douane Nederland, Overzicht')).toBe('« Douane Nederland, Overzicht »');
    expect(told('"In 2024 heeft de douane"')).toBe('"In 2024 heeft de douane"');
  });

  it('a heading before its cell has the blank before its colon that French has', () => {
    const columns = ['x', 'y'].map((name) => ({ kind: 'words', label: sameText(name) }) as const);
    const rows = [[cell('a'.repeat(20)), cell('b'.repeat(20))]];
    const block: Block = { kind: 'table', caption: sameText('c'), columns, rows };
    const lines = renderTerminal([block], { language: 'fr', width: 30 });
    expect(lines.at(-1)).toMatch(/^ {4}y\s: b+$/u);
    expect(lines.at(-1)).not.toContain('y :');
  });

  it('no line is wider than the width, but where one word is, and no word is lost', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '1'), maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, words, words), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 30, max: 90 }),
        (rows, width) => {
          const block: Block = {
            kind: 'table',
            caption: sameText('c'),
            columns: ['x', 'y', 'z'].map((name) => ({ label: sameText(name), kind: 'words' })),
            rows: rows.map((row) => row.map((one) => cell(one))),
          };
          const lines = renderTerminal([block], { language: 'en', width });
          const longest = Math.max(
            0,
            ...rows.flat().flatMap((one) => one.split(' ').map((w) => w.length)),
          );
          expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(
            Math.max(width, longest + 10),
          );
          const shown = lines.join('').replace(/\s/gu, '');
          for (const word of rows.flat().join(' ').split(' '))
            if (word.length < 12) expect(shown).toContain(word);
        },
      ),
      { seed: 20261129, numRuns: 60 },
    );
  });
});
