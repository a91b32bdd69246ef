import { readFileSync } from 'node:fs';
import { descriptionSchemaFile, headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { detectPersonalData, ownValue } from '@samenbeeld/schema';
import { isMark } from './columns/missing-marks.ts';
import { isListed } from './person-headings.ts';

/** Shorter texts say nothing of a person, and stand in too many words. */
const shortest = 4;
const figure = /^[\d.,' \u00a0\u202f%+-]+$/u;

/** Words that a description itself is written in. */
function ownWords(): ReadonlySet<string> {
  const schema = readFileSync(descriptionSchemaFile, 'utf8').toLowerCase();
  const results =
    'ingested refused observation seizure column columns fold long wide none rate share value note ignored proposed decide draft place heading cells labels rows field which about';
  return new Set([...(schema.match(/[a-z_]+/gu) ?? []), ...results.split(' ')]);
}

function flagged(text: string): boolean {
  return detectPersonalData(text, { column: 'free-text' }).length > 0;
}

/**
 * Texts of the columns that look like data of persons, which may stand nowhere in what is told of a file: all that
 * occur in such columns only and are no figures, no marks for what is missing, and no words of a code list, a heading
 * or the description's own; a text that sets a detector off in any case.
 */
export function withheldTexts(
  table: ReadTable,
  personal: Readonly<Record<string, string>>,
): readonly string[] {
  if (Object.keys(personal).length === 0) return [];
  const [hidden, shown] = [new Set<string>(), new Set<string>()];
  for (const [column, heading] of headingsOf(table)) {
    const into = ownValue(personal, heading) === undefined ? shown : hidden;
    if (into === shown) shown.add(heading.trim());
    for (const { cells } of table.rows) {
      const text = cells[column.index]?.trim();
      if (text && text.length >= shortest) into.add(text);
    }
  }
  const own = ownWords();
  const told = `${table.file}\n${[...headingsOf(table).values()].join('\n')}`.toLowerCase();
  const harmless = (text: string): boolean =>
    shown.has(text) ||
    figure.test(text) ||
    own.has(text.toLowerCase()) ||
    told.includes(text.toLowerCase()) ||
    isMark(text) ||
    (text.length < 60 && isListed(text));
  return [...hidden].filter((text) => flagged(text) || !harmless(text));
}
