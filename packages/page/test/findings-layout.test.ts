import type { Text } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import type { FindingBlock } from '../src/document.ts';
import { layOutFindings } from '../src/findings-layout.ts';

const same = (words: string): Text => ({ nl: words, fr: words, de: words, en: words });

/** A finding of so many letters, with a drawing of so many pixels where one is given. */
function finding(letters: number, high = 0): readonly [FindingBlock, string | null] {
  return [
    {
      kind: 'finding',
      title: same('A title of a line'),
      text: same('x'.repeat(letters)),
      confidence: 'high',
    },
    high > 0 ? `<svg viewBox="0 0 320 ${high}">` : null,
  ];
}

function laidOut(
  findings: readonly ReturnType<typeof finding>[],
  on: 'screen' | 'paper' = 'screen',
): readonly string[] {
  const charts = new Map(
    findings.flatMap(([block, narrow]) =>
      narrow ? [[block, { narrow, page: null, chart: {} as never }] as const] : [],
    ),
  );
  return layOutFindings(
    findings.map(([block]) => block),
    { language: 'en', charts },
    on,
  ).map(({ columns, rows }) => (rows > 1 ? `${columns}, beside ${rows}` : String(columns)));
}

test('one finding takes the page, and columns of one height stand beside each other', () => {
  expect(laidOut([finding(400)])).toEqual(['3']);
  // The first is set larger: 16 lines of 29 pixels and a title of 31 are as high as 18 of 25.5 and one of 25.
  expect(laidOut([finding(510), finding(660), finding(660)])).toEqual(['1', '1', '1']);
});

test('words stand beside a drawing, and short findings below one another beside a long one', () => {
  expect(laidOut([finding(500, 220), finding(500, 220)])).toEqual(['3', '3']);
  // Ten lines of the first over one column, four of each other over two: 373 and 2 × 179 pixels.
  expect(laidOut([finding(310), finding(300), finding(300)])).toEqual(['1, beside 2', '2', '2']);
});

test('every row is three columns wide, in the order of the findings', () => {
  for (let count = 1; count <= 9; count += 1) {
    const placed = laidOut(
      Array.from({ length: count }, (_, at) => finding(150 + ((at * 263) % 700), (at % 3) * 150)),
    );
    expect(placed).toHaveLength(count);
    let width = 0;
    for (let at = 0; at < placed.length; at += 1) {
      const [columns = '', rows] = (placed[at] ?? '').split(', beside ');
      const below = Number(rows ?? 0);
      width += Number(columns);
      if (below > 0) {
        // All below one another are as wide as what the long one leaves.
        const others = placed.slice(at + 1, at + 1 + below);
        expect(others).toEqual(Array.from({ length: below }, () => String(3 - Number(columns))));
        width = 3;
        at += below;
      }
      if (width === 3) width = 0;
      expect(width).toBeLessThan(3);
    }
    expect(width).toBe(0);
  }
});

test('on paper the first takes the sheet, and a drawn finding takes it too where its neighbour would leave a hole', () => {
  expect(laidOut([finding(300, 200), finding(200, 300), finding(200, 300)], 'paper')).toEqual([
    '2',
    '1',
    '1',
  ]);
  // Beside each other, the second would be as high as its words and drawing, and the third a third of that.
  expect(laidOut([finding(300, 200), finding(450, 300), finding(280)], 'paper')).toEqual([
    '2',
    '2',
    '2',
  ]);
});
