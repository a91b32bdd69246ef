import { dialect, type Engine } from '@samenbeeld/engine';
import { canBeCodes } from '../stage/foresee-codes.ts';
import type { StagedBinding } from './binding.ts';
import { codesOf } from './coded-cells.ts';
import type { Dictionary } from './dictionary.ts';
import type { Stage } from './stage-table.ts';

const places = [0, 1, 2, 3, 4] as const;

/** The table of one dimension's words with their codes, by its number in the dictionary. */
export type CodedWords = ReadonlyMap<number, string>;

function codeSql(column: string, texts: readonly string[]): string {
  return texts.length === 0 ? column : dialect.tryCast(column, dialect.oneOfType(texts));
}

/**
 * Writes the words of each dimension of few texts down once more, with the text (`text_code`) and what it means
 * (`v0_code` …) as codes: joined to millions of rows they cost a byte or two each. Where the rows hold codes of their
 * own, `text_code` is of the same type.
 */
export async function codedWords(
  engine: Engine,
  stage: Stage,
  binding: StagedBinding,
  { dimensions, meanings }: Dictionary,
): Promise<CodedWords> {
  const coded = new Map<number, string>();
  for (const { at, bound } of dimensions) {
    const words = [...(meanings.get(at) ?? [])];
    const meant = places.map((place) => [
      ...new Set(words.flatMap(([, read]) => ('values' in read ? (read.values[place] ?? []) : []))),
    ]);
    const texts = words.map(([text]) => text);
    if (binding.personal.has(bound.column.index)) continue;
    if (!canBeCodes(texts) || meant.some((list) => list.length > 0 && !canBeCodes(list))) continue;
    const table = `${stage.word}_${at}`;
    const own = codesOf(binding, bound);
    const columns = places.flatMap((place) => [
      `v${place}`,
      `${codeSql(`v${place}`, meant[place] ?? [])} as v${place}_code`,
    ]);
    await engine.run(
      `create temporary table ${table} as select text, ${codeSql('text', own?.texts ?? texts)} as text_code, ${columns.join(', ')}, problem from ${stage.word} w where w.at = ${at}`,
    );
    coded.set(at, table);
  }
  return coded;
}
