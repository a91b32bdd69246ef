import { describe, expect, test } from 'vitest';
import { placeFlags } from '../../src/drawing/plot.ts';

const room = { left: 40, right: 14, width: 600 };
const flag = (x: number, words: string) => ({ x, words, kind: 'declared' as const });

describe('placeFlags', () => {
  test('flags far apart share the lowest row', () => {
    const { placed } = placeFlags([flag(50, 'one'), flag(400, 'two')], room);
    expect(placed.map(({ row, side }) => [row, side])).toEqual([
      [0, 'right'],
      [0, 'right'],
    ]);
  });

  test('words near the right end hang to the left', () => {
    const { placed } = placeFlags([flag(595, 'new counting rule')], room);
    expect(placed.map(({ side }) => side)).toEqual(['left']);
  });

  test('no rule runs through the words of another', () => {
    const flags = [100, 110, 130, 300, 560, 590].map((x) => flag(x, 'a rule with a long name'));
    const { placed } = placeFlags(flags, room);
    expect(placed).toHaveLength(6);
    for (const rule of placed)
      for (const other of placed) {
        const through =
          rule.x > other.from && rule.x < other.to && rule.row + rule.lines.length > other.row;
        expect(rule !== other && through).toBe(false);
      }
  });

  test('none is left out, however many there are', () => {
    const flags = Array.from({ length: 30 }, (_, at) => flag(300 + at, 'new rule of customs'));
    expect(placeFlags(flags, { left: 20, right: 14, width: 340 }).placed).toHaveLength(30);
  });
});
