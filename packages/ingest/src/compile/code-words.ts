import { dialect, type Engine } from '@samenbeeld/engine';
import type { Dictionary } from './dictionary.ts';
import type { Stage } from './stage-table.ts';

/** A dictionary of more texts is joined as text. */
const most = 10_000;
const places = [0, 1, 2, 3, 4] as const;

/** The table of one dimension's words with their codes, by its number in the dictionary. */
export type CodedWords = ReadonlyMap<number, string>;

function codeSql(column: string, texts: readonly string[]): string {
  return texts.length === 0 ? column : `cast(${column} as ${dialect.oneOfType(texts)})`;
}

/**
 * Writes the words of each dimension of few texts down once more, with the text (`text_code`) and what it means
 * (`v0_code` …) as codes: joined to millions of rows they cost a byte or two each.
 */
export async function codeWords(
  engine: Engine,
  stage: Stage,
  { dimensions, meanings }: Dictionary,
): Promise<CodedWords> {
  const coded = new Map<number, string>();
  for (const { at } of dimensions) {
    const words = [...(meanings.get(at) ?? [])];
    if (words.length === 0 || words.length > most) continue;
    const meant = places.map((place) => [
      ...new Set(words.flatMap(([, read]) => ('values' in read ? (read.values[place] ?? []) : []))),
    ]);
    const texts = words.map(([text]) => text);
    // No statement holds the letter NUL.
    if ([texts, ...meant].some((list) => list.some((text) => text.includes('\0')))) continue;
    const table = `${stage.word}_${at}`;
    const columns = places.flatMap((place) => [
      `v${place}`,
      `${codeSql(`v${place}`, meant[place] ?? [])} as v${place}_code`,
    ]);
    await engine.run(
      `create temporary table ${table} as select text, ${codeSql('text', texts)} as text_code, ${columns.join(', ')}, problem from ${stage.word} w where w.at = ${at}`,
    );
    coded.set(at, table);
  }
  return coded;
}
