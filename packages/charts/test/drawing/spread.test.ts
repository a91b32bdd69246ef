import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spread } from '../../src/drawing/spread.ts';

describe('spread', () => {
  test('labels that keep apart stay where they are', () => {
    expect(
      spread(
        [
          { at: 10, size: 10 },
          { at: 40, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([10, 40]);
  });

  test('labels on one place move both ways, keeping their order', () => {
    expect(
      spread(
        [
          { at: 50, size: 10 },
          { at: 50, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([45, 55]);
    expect(
      spread(
        [
          { at: 51, size: 10 },
          { at: 50, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([55.5, 45.5]);
  });

  test('labels stay within the ends', () => {
    expect(spread([{ at: -20, size: 10 }], 0, 100)).toEqual([5]);
    expect(
      spread(
        [
          { at: 99, size: 10 },
          { at: 99, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([85, 95]);
  });

  test('never overlaps and never leaves the ends where all fit', () => {
    const labels = fc.array(
      fc.record({
        at: fc.double({ min: -50, max: 250, noNaN: true }),
        size: fc.integer({ min: 1, max: 12 }),
      }),
      { maxLength: 16 },
    );
    fc.assert(
      fc.property(labels, (wanted) => {
        const placed = spread(wanted, 0, 200);
        const boxes = wanted
          .map(({ size }, at) => ({
            from: (placed[at] ?? 0) - size / 2,
            to: (placed[at] ?? 0) + size / 2,
          }))
          .sort((a, b) => a.from - b.from || a.to - b.to);
        expect(boxes.every(({ from, to }) => from >= -1e-6 && to <= 200 + 1e-6)).toBe(true);
        expect(
          boxes.every(({ from }, at) => at === 0 || from >= (boxes[at - 1]?.to ?? 0) - 1e-6),
        ).toBe(true);
      }),
    );
  });
});
