import type { Text } from '@samenbeeld/schema';
import type { ColumnGuess } from '../column.ts';
import type { ProposedCrosswalk, Written } from '../written.ts';

/** A meaning written in the words of a description. */
export interface WrittenGuess {
  readonly to: string | null;
  readonly written: Written | null;
  readonly crosswalks: readonly ProposedCrosswalk[];
  readonly decide: readonly Text[];
  /** Takes from the confidence what the writing leaves open. */
  readonly factor: number;
  readonly why: Text | null;
  /** Its cells are written in a scheme that only this field has, so that nothing is to be asked where it is likely. */
  readonly proven?: boolean;
  /** Other readings that its cells allow. */
  readonly alternatives?: ColumnGuess['alternatives'];
}

/** A column that is left out with a reason. */
export function ignored(reason: Text, decide: readonly Text[] = [], screen = true): WrittenGuess {
  return {
    to: null,
    written: { ignore: reason, ...(!screen && { screen: false }) },
    crosswalks: [],
    decide,
    factor: 1,
    why: null,
  };
}

/** A column that is one mapping, with nothing open. */
export function mapped(
  written: Readonly<Record<string, unknown>> & { readonly to: string },
  decide: readonly Text[] = [],
): WrittenGuess {
  return { to: written.to, written, crosswalks: [], decide, factor: 1, why: null };
}
