import type { FileShape } from '@samenbeeld/read';
import type {
  Break,
  Coverage,
  Definition,
  DoubleCount,
  Language,
  MissingReason,
  Source,
  Text,
} from '@samenbeeld/schema';

/** How a cell is read. */
export type Parser =
  | 'integer'
  | 'number'
  | 'quantity'
  | 'string'
  | 'year'
  | 'year2'
  | 'yearmonth'
  | 'date'
  | 'period'
  | 'boolean'
  | 'hash'
  | 'code';

/** How a source's code relates to ours: it is the same, narrower than ours, broader, overlaps, or has no counterpart. */
export type MatchQuality = 'exact' | 'narrower' | 'broader' | 'overlap' | 'none';

/** One row of a crosswalk. */
export interface CrosswalkRow {
  readonly from: string;
  readonly to: string | null;
  readonly match: MatchQuality;
  readonly note: string | null;
}

/** A crosswalk beside the description. */
export interface Crosswalk {
  readonly file: string;
  readonly rows: readonly CrosswalkRow[];
}

/** A cell that is one of these texts; or that a regular expression finds and that is not what `not` says. */
export type Condition =
  | { readonly texts: readonly string[] }
  | { readonly match: string; readonly not?: Condition };

/** Conditions by heading (in checks: by field); all must hold. */
export type Where = Readonly<Record<string, Condition>>;

/** A cell that becomes one field of the record. */
export interface Mapping {
  readonly to: string;
  readonly as: Parser;
  readonly decimalChar: '.' | ',' | null;
  readonly groupChar: string | null;
  /** What figures are multiplied by: 1 where they stand as they are, else a thousand, a million or a thousand million. */
  readonly times: number;
  readonly formats: readonly string[];
  readonly century: number;
  readonly trueValues: readonly string[];
  readonly falseValues: readonly string[];
  readonly codes: Readonly<Record<string, string>>;
  readonly crosswalk: Crosswalk | null;
  readonly rules: readonly {
    readonly is?: string;
    readonly match?: string;
    /** Texts that `match` finds and that are not meant. */
    readonly not?: Condition;
    readonly to: string;
  }[];
  readonly list: string | null;
  readonly pattern: string | null;
  /** What every other text means, or why it may not stand there. */
  readonly otherwise:
    | { readonly to: string | null; readonly reason: string }
    | { readonly refuse: string }
    | null;
  readonly accept: readonly MatchQuality[];
  readonly split: string | null;
  readonly pad: number | null;
  readonly blank: string | null;
  /** An empty cell rejects the row's items. */
  readonly required: boolean;
  readonly screen: boolean;
  readonly flags: Readonly<Record<string, string | { readonly missing: MissingReason }>>;
  readonly set: Readonly<Record<string, string>>;
  /** What people decided of labels that the description does not know; asked before anything else. */
  readonly decided?: readonly CrosswalkRow[];
}

/** What becomes of one heading: mapped to fields, or ignored with a reason. */
export interface ColumnRule {
  /** The heading as the description writes it; part of the record's id. */
  readonly header: string;
  /** All headings it may have, this one first. */
  readonly headers: readonly string[];
  readonly optional: boolean;
  readonly ignore: string | null;
  /** Empty cells take the label above; `across` names rules whose rows do not end a group. */
  readonly fill: { readonly across: readonly string[] } | null;
  /** Whether detectors of personal data look here; `report`: what they find keeps no row out, as nothing of the column is kept. */
  readonly screen: boolean | 'report';
  readonly mappings: readonly Mapping[];
}

/** Columns whose heading is data: named groups of a pattern become fields. */
export interface Fold {
  readonly headers: string;
  readonly groups: Readonly<Record<string, Mapping>>;
  readonly value: Mapping;
}

/** A value that is the same on every record, or that the file's name, the sheet's, or the lines above its table hold. */
export type Constant =
  | { readonly value: string; readonly mapping: Mapping }
  | { readonly fromFile: string; readonly mapping: Mapping }
  | { readonly fromSheet: string; readonly mapping: Mapping }
  | { readonly fromTitle: string; readonly mapping: Mapping };

/** Items left out by name. */
export interface Exclusion {
  readonly rule: string;
  readonly where: Where;
  readonly columns: readonly string[];
  readonly reason: string;
  /** Whether its rows may tell of finds that no other row tells of; not where it is of sums, copies or what was no find. */
  readonly leavesOut: boolean;
}

/** A total and its parts in one column: one side is used and the other left out. */
export interface Totals {
  readonly rule: string;
  readonly column: string;
  readonly total: Condition;
  readonly parts: Condition;
  readonly within: readonly string[];
  readonly use: 'total' | 'parts';
  readonly reason: string;
}

/** A known slip of the publisher, put right before the cell is read. */
export interface Correction {
  readonly column: string;
  readonly from: string;
  readonly to: string;
  readonly where: Where;
  readonly reason: string;
  readonly evidence: string | null;
}

/** What must hold for the records; where it does not, there is a warning. */
export type Check =
  | {
      readonly check: 'total';
      readonly field: string;
      readonly total: string;
      readonly parts: Condition;
      readonly within: readonly string[];
      readonly tolerance: number;
      readonly where: Where;
    }
  | { readonly check: 'unique'; readonly fields: readonly string[]; readonly where: Where }
  | {
      readonly check: 'range';
      readonly min: number | null;
      readonly max: number | null;
      readonly where: Where;
    };

/** A file that its publisher offers at a public address. */
export interface Download {
  /** Name under which it is kept. */
  readonly file: string;
  readonly url: string;
  /** How the rest follows where one answer is only a part. */
  readonly pages: 'odata' | null;
}

/** A source, how its files are laid out, and what each column and code in them means. */
export interface SourceDescription {
  readonly id: string;
  readonly source: Source;
  readonly definitions: readonly Definition[];
  readonly breaks: readonly Break[];
  readonly coverage: readonly Coverage[];
  /** What the source says about counting finds of other files. */
  readonly doubleCounts?: readonly DoubleCount[];
  readonly record: 'observation' | 'seizure';
  readonly language: Language;
  /** Where its files can be fetched; empty where nobody offers them. */
  readonly downloads: readonly Download[];
  /** The first of `shapes`. */
  readonly shape: FileShape;
  /** How its files are laid out; more than one where it comes in several formats. */
  readonly shapes: readonly FileShape[];
  /** By cell; '' is the empty cell. */
  readonly missingValues: Readonly<Record<string, MissingReason>>;
  /** Cells that mean exactly nil. */
  readonly zeroValues?: readonly string[];
  /** What the lines around the table say of its marks, by mark. */
  readonly legend?: Readonly<Record<string, string>>;
  readonly constants: Readonly<Record<string, Constant>>;
  readonly columns: readonly ColumnRule[];
  readonly folds: readonly Fold[];
  readonly exclusions: readonly Exclusion[];
  readonly totals: readonly Totals[];
  readonly corrections: readonly Correction[];
  readonly checks: readonly Check[];
  /** Headings whose raw cells make the id; empty means all that feed a dimension. */
  readonly key: readonly string[];
  /** Questions that a person has not answered, those no line asks any more included (`undecided`); while one is left, the description is a draft. */
  readonly open: readonly Text[];
  /** Keys under which nobody says what only documents the figures (`unsaid`): no question, but every picture says so. */
  readonly unsaid?: readonly string[];
  /** Salt of hashed columns: the id, or a word that several sources share so that their containers can be compared. */
  readonly salt: string;
  /** Tells the salt from others and does not give it away: what is hashed under two salts cannot be compared. */
  readonly saltMark: string;
  /** The YAML file, and the SHA-256 of it and its crosswalks. */
  readonly file: string;
  readonly sha256: string;
}
