import { inEach, type Text } from '@samenbeeld/schema';
import type { Column } from './column.ts';

/** The same with each crosswalk under another name, in what is written and in the words of questions. */
function renamed<T>(value: T, name: (file: string) => string, inWords: (text: Text) => Text): T {
  if (Array.isArray(value)) return value.map((item: unknown) => renamed(item, name, inWords)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => {
      if ((key === 'crosswalk' || key === 'file') && typeof item === 'string')
        return [key, name(item)];
      if (key === 'decide' && Array.isArray(item)) return [key, item.map(inWords)];
      return [key, renamed(item, name, inWords)];
    }),
  ) as T;
}

/** Crosswalks named after their description, so that those of another one in the same folder stay what they are. */
export function withOwnCrosswalks(
  columns: readonly Column[],
  description: string,
): readonly Column[] {
  const own = (file: string): string => `${description}.${file}`;
  return columns.map((column) => {
    const files = column.entries.flatMap((entry) =>
      entry.entry === 'reading' ? entry.crosswalks.map(({ file }) => file) : [],
    );
    const inWords = (text: Text): Text =>
      inEach((language) =>
        files.reduce((said, file) => said.replaceAll(file, own(file)), text[language]),
      );
    return { ...column, entries: renamed(column.entries, own, inWords) };
  });
}
