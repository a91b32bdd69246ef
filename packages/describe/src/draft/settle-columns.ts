import type { ColumnGuess, Written } from '../column-guess.ts';
import { isFigureField } from '../figure-field.ts';
import type { Relation } from '../relations/relation.ts';
import { fieldIn, isOne, partsOf } from '../written-parts.ts';
import { sureness } from './mark.ts';

/** The fields a column feeds. */
export function fieldsOf(written: Written | null): readonly string[] {
  return partsOf(written).flatMap((part) => fieldIn(part) ?? []);
}

/** A guess as the description writes it, after what was verified in the figures. */
export interface ColumnRuleDraft {
  readonly guess: ColumnGuess;
  readonly written: Written;
  readonly remark: string | null;
  readonly questions: readonly string[];
}

function relationWords({ formula, holds, rows }: Relation): string {
  return `${formula}, in ${holds.toLocaleString('en')} of ${rows.toLocaleString('en')} rows`;
}

const unread = 'not understood: nothing in it is known';

/**
 * What becomes of each column. A column that follows from others is left out with the formula that was verified; parts
 * beside their total are left out too, since the same record would stand twice. No two columns fill one field: the
 * surer one does.
 */
export function settleDraft(
  columns: readonly ColumnGuess[],
  relations: readonly Relation[],
): readonly ColumnRuleDraft[] {
  const quotient = new Map(
    relations.filter(({ kind }) => kind !== 'sum').map((relation) => [relation.column, relation]),
  );
  const values = new Set(
    columns.flatMap(({ kind, to, headings }) =>
      kind === 'column' && isFigureField(to) ? headings : [],
    ),
  );
  const sums = relations.filter(
    ({ kind, column, from }) =>
      kind === 'sum' && values.has(column) && from.every((name) => values.has(name)),
  );
  const partOf = new Map(sums.flatMap((sum) => sum.from.map((name) => [name, sum] as const)));
  const taken = new Map<string, ColumnGuess>();
  // Several columns may hold figures: each makes items of its own.
  for (const guess of [...columns].sort((a, b) => b.confidence - a.confidence))
    for (const field of fieldsOf(guess.written))
      if (!isFigureField(field) && !taken.has(field)) taken.set(field, guess);
  return columns.map((guess) => {
    const heading = guess.headings[0] ?? '';
    const relation = quotient.get(heading);
    const sum = partOf.get(heading);
    if (guess.kind === 'column' && relation && (guess.to === null || isFigureField(guess.to)))
      return {
        guess,
        written: { ignore: `derived: ${relationWords(relation)}` },
        remark: null,
        questions: [],
      };
    if (guess.kind === 'column' && sum)
      return {
        guess,
        written: { ignore: `part of "${sum.column}" (${relationWords(sum)})` },
        remark: null,
        questions: [
          `are the parts of "${sum.column}" wanted? They are left out, since no field tells them apart`,
        ],
      };
    if (guess.written === null)
      return {
        guess,
        written: { ignore: unread },
        remark: null,
        questions: guess.decide.length > 0 ? guess.decide : [`what is in "${heading}"?`],
      };
    const rival = fieldsOf(guess.written).find(
      (field) => !isFigureField(field) && taken.get(field) !== guess,
    );
    if (guess.kind === 'column' && rival !== undefined) {
      const winner = taken.get(rival)?.headings[0] ?? '';
      const rest = isOne(guess.written)
        ? []
        : guess.written.filter(
            (mapping) => typeof mapping['to'] === 'string' && taken.get(mapping['to']) === guess,
          );
      if (rest.length > 0)
        return {
          guess,
          written: rest.length === 1 && rest[0] ? rest[0] : rest,
          remark: sureness(guess.confidence, guess.reason),
          questions: guess.decide,
        };
      const asked = `which column holds the ${rival}, "${winner}" or "${heading}"? The first is taken`;
      const kept = rival === 'place' && !taken.has('placeNote');
      if (kept) taken.set('placeNote', guess);
      return {
        guess,
        written: kept ? { to: 'placeNote' } : { ignore: `"${winner}" holds the ${rival}` },
        remark: null,
        questions: [asked],
      };
    }
    return {
      guess,
      written: guess.written,
      remark: sureness(guess.confidence, guess.reason),
      questions: guess.decide,
    };
  });
}
