import type { HeadingTime } from './heading-time.ts';
import { departementOf } from './place-shapes.ts';
import type { ColumnProfile } from './profile-column.ts';
import { splitHeading } from './split-heading.ts';

/** A heading taken apart: its time, and what else it says. */
export interface Cut {
  readonly profile: ColumnProfile;
  readonly time: HeadingTime | null;
  /** The heading's parts; the time is the part `\0`. */
  readonly parts: readonly string[];
}

/** Stands for the time among the parts of a heading. */
export const timeMark = '\u0000';

/** Cuts the text around the time into parts; a blank beside it separates, too. */
export function cutHeading(profile: ColumnProfile, time: HeadingTime | null): Cut {
  const rows = profile.column.headers
    .map((row) => row.replace(/\s+/gu, ' ').trim())
    .filter((row) => row !== '');
  const stacked = rows.length > 1 && profile.heading.startsWith(rows.join(' '));
  if (!time && !stacked) return { profile, time, parts: joinKeys(splitHeading(profile.heading)) };
  // A quarter below its year: the time stands in two rows, and only the heading holds it as a whole.
  const inOneRow = time === null || rows.some((row) => row.includes(`${time.text}${time.mark}`));
  if (!time || (stacked && inOneRow && !profile.heading.includes(' #'))) {
    const parts = rows.flatMap((row, at): readonly string[] => [
      ...(at > 0 ? [' '] : []),
      ...splitRow(row, time),
    ]);
    const number = profile.heading.slice(rows.join(' ').length);
    return { profile, time, parts: number ? [...parts, number, ''] : parts };
  }
  return {
    profile,
    time,
    parts: [...splitHeading(time.before), timeMark, ...splitHeading(time.after)],
  };
}

/** A key and the name of the same place ("59 - Nord") are one part. */
function joinKeys(parts: readonly string[]): readonly string[] {
  const [key = '', mark = '', name = '', ...rest] = parts;
  return departementOf(name) !== null &&
    /^(?:d[ée]p(?:artement|t)?\.?\s)?(?:\d\d|2[AB]|97\d)$/i.test(key.trim())
    ? [`${key}${mark}${name}`, ...rest]
    : parts;
}

/** One header row in parts; the time in it, if it is the one, is the part `\\0`. */
function splitRow(row: string, time: HeadingTime | null): readonly string[] {
  if (!time) return splitHeading(row);
  const text = `${time.text}${time.mark}`;
  const at = row.indexOf(text);
  if (at < 0) return splitHeading(row);
  return [
    ...splitHeading(row.slice(0, at)),
    timeMark,
    ...splitHeading(row.slice(at + text.length)),
  ];
}
