import type { MatchQuality } from '@samenbeeld/ingest';
import { inFour, type Text } from '@samenbeeld/schema';

/** How a label relates to a code, as it stands before the code. */
export const matchWords: Readonly<Record<MatchQuality, Text>> = {
  exact: inFour('gelijk aan', 'égal à', 'gleich', 'exactly'),
  narrower: inFour('enger dan', 'plus étroit que', 'enger als', 'narrower than'),
  broader: inFour('ruimer dan', 'plus large que', 'weiter als', 'broader than'),
  overlap: inFour('overlapt met', 'chevauche', 'überlappt mit', 'overlaps'),
  none: inFour('geen', 'aucun', 'keine', 'none'),
};

/** What a label of a source may mean in one of our code lists. */
export interface CodeProposal {
  /** The label as it stands in the file. */
  readonly label: string;
  /** The code, or null where nothing comes near. */
  readonly to: string | null;
  /** How the label relates to the code: the same, narrower than it, broader, overlapping, or without counterpart. */
  readonly match: MatchQuality;
  /** 0 to 1; 0.9 and above only for a label, code or synonym of the list, written the same but for case, accents and blanks. */
  readonly confidence: number;
  /** How it was found: "label of COC in Dutch", "one letter from 'hasj'", "abbreviation of …". */
  readonly reason: Text;
  /** Other codes, likeliest first, at most five. */
  readonly alternatives: readonly {
    readonly to: string;
    readonly match: MatchQuality;
    readonly confidence: number;
    readonly reason: Text;
  }[];
}
