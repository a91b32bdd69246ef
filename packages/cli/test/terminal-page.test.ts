import { paragraph } from '@samenbeeld/page';
import { expect, test, vi } from 'vitest';
import { openTerminal, widthOf } from '../src/terminal.ts';

/** The longest line of a page of many words. */
function longest(isTTY: boolean, columns: number, piped?: number): number {
  const lines: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((said) => void lines.push(String(said)));
  const { stdout } = process;
  const before = { isTTY: stdout.isTTY, columns: stdout.columns };
  try {
    Object.assign(stdout, { isTTY, columns });
    openTerminal({ language: 'en' }).page([paragraph('word '.repeat(60).trim())], piped);
  } finally {
    Object.assign(stdout, before);
    spy.mockRestore();
  }
  return Math.max(
    ...lines
      .join('\n')
      .split('\n')
      .map(({ length }) => length),
  );
}

test('a page is as wide as the screen, and as is said where it is piped, or as COLUMNS says', () => {
  expect(longest(true, 80, 120)).toBe(79);
  expect(longest(true, 30)).toBeLessThanOrEqual(60);
  expect(longest(false, 80, 120)).toBe(119);
  expect(longest(false, 80)).toBe(299);
  expect(
    [undefined, '', 'wide', '0', '100', '20'].map((said) =>
      widthOf({ isTTY: false, columns: 80 }, said),
    ),
  ).toEqual([undefined, undefined, undefined, undefined, 100, 60]);
});
