import type { ConflictType, Text } from '@samenbeeld/schema';
import type { Cell } from '../cell.ts';
import type { Claim } from '../claim.ts';

/** Why two claims differ, and whether that follows from other figures. */
export interface Explanation {
  readonly type: ConflictType;
  readonly computed: boolean;
  readonly text: Text;
  /** Ids of further claims the explanation rests on. */
  readonly rests: readonly string[];
}

/** One way in which two claims about one scope can differ; null where it does not fit. */
export type Rule = (
  governing: Claim,
  other: Claim,
  all: readonly Claim[],
  cell: Cell,
) => Explanation | null;
