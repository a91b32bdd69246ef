import { type Decision, inFour, listedTexts, type Text } from '@samenbeeld/schema';

/** Why a decision changes nothing any more. */
export type Obstacle =
  /** It is not written as decisions of its kind are. */
  | 'unreadable'
  /** Another decision in force says otherwise; neither is applied. */
  | 'contradicted'
  /** The description has no such column. */
  | 'column-gone'
  /** The description does not read the column as codes of that field. */
  | 'not-a-code'
  /** It names a row by what the description keeps as a hash only, such as a case number. */
  | 'names-a-case'
  /** The code is no longer in its list. */
  | 'code-unknown'
  /** The description, its crosswalk or the code list says the same by now: the decision is superfluous. */
  | 'already-said'
  /** The description says otherwise by now, and holds. */
  | 'said-otherwise'
  /** No cell of the files holds the label. */
  | 'label-gone'
  /** No row of the files meets the conditions. */
  | 'row-gone'
  /** The publisher has put the cell right. */
  | 'put-right'
  /** The cell holds neither what was wrong nor what was right. */
  | 'value-changed';

/** A cell of a file, and what it says. */
export interface CellAt {
  readonly file: string;
  readonly sheet: string | null;
  readonly line: number;
  /** Its letter. */
  readonly column: string;
  readonly text: string;
}

/** A decision that is not applied, and why. */
export interface Inapplicable {
  readonly decision: Decision;
  readonly why: Obstacle;
  readonly says: Text;
  /** The first cell that a correction is about, where there is one. */
  readonly at?: CellAt;
}

/** What hinders a decision. */
export interface Hindered {
  readonly why: Obstacle;
  readonly says: Text;
}

/** The description has no such column. */
export const columnGone = (id: string, column: string): Hindered => ({
  why: 'column-gone',
  says: inFour(
    'de beschrijving van {id} heeft geen kolom "{column}" meer',
    'la description de {id} n’a plus de colonne « {column} »',
    'die Beschreibung von {id} hat keine Spalte „{column}“ mehr',
    'the description of {id} has no column "{column}" any more',
    { id, column },
  ),
});

/** Others in force say something else of what a decision is about. */
export const contradictedBy = (rivals: readonly Decision[], what: Text): Hindered => ({
  why: 'contradicted',
  says: inFour(
    '{rivals} over {what}; leg een "reopen" vast die vervangt wat niet klopt',
    '{rivals} {what} ; enregistrez un « reopen » qui remplace celle qui ne tient pas',
    '{rivals} {what}; halten Sie ein „reopen“ fest, das die Entscheidung ersetzt, die nicht stimmt',
    '{rivals} of {what}; record a "reopen" that supersedes the one that does not hold',
    {
      rivals: listedTexts(
        rivals.map(({ id, verdict }) =>
          inFour(
            '{id} zegt {verdict}',
            '{id} dit {verdict}',
            '{id} sagt {verdict}',
            '{id} says {verdict}',
            { id, verdict },
          ),
        ),
      ),
      what,
    },
  ),
});
