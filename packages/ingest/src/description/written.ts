import type { FileFormat } from '@samenbeeld/read';
import type {
  Break,
  Coverage,
  Definition,
  DoubleCount,
  Handling,
  Language,
  MissingReason,
  Source,
  Text,
} from '@samenbeeld/schema';
import type { Weighing } from '../weighing.ts';
import type { Mapping, MatchQuality, Parser } from './description.ts';

type Scalar = string | number | boolean | null;

/** A condition as a person writes it. */
export type WrittenCondition =
  | string
  | readonly string[]
  | { readonly match?: string; readonly not?: WrittenCondition };

/** Conditions by heading or field, as a person writes them. */
export type WrittenWhere = Readonly<Record<string, WrittenCondition>>;

/** A mapping as a person writes it. */
export interface WrittenMapping {
  readonly to: string;
  readonly as?: Parser;
  readonly also?: readonly string[];
  readonly optional?: boolean;
  readonly decimalChar?: string;
  readonly groupChar?: string;
  readonly times?: number;
  readonly format?: string | readonly string[];
  readonly century?: number;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly codes?: Readonly<Record<string, string>>;
  readonly crosswalk?: string;
  readonly rules?: readonly {
    readonly is?: string;
    readonly match?: string;
    readonly not?: WrittenCondition;
    readonly says?: Weighing;
    readonly to: string;
  }[];
  readonly list?: string;
  readonly pattern?: string;
  readonly otherwise?: Mapping['otherwise'];
  readonly accept?: readonly MatchQuality[];
  readonly split?: string;
  readonly pad?: number;
  readonly blank?: string | number | null;
  readonly required?: boolean;
  readonly fill?: 'down' | { readonly across: readonly string[] };
  readonly screen?: boolean;
  readonly flags?: Readonly<Record<string, string | { readonly missing: MissingReason }>>;
  readonly set?: Readonly<Record<string, Scalar>>;
}

/** The geometry of a file as a person writes it, in the words of Frictionless Table Dialect. */
export interface WrittenShape {
  readonly format: FileFormat;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quoteChar?: string;
  readonly title?: number;
  readonly header?: number;
  readonly footer?: string;
  readonly until?: string;
  readonly sheetName?: string;
  readonly property?: string;
}

/** A heading that is left out. */
export interface WrittenIgnore {
  readonly ignore: string;
  readonly also?: readonly string[];
  readonly optional?: boolean;
  readonly screen?: boolean | 'report';
}

/** What a description file says, after the JSON Schema has accepted it. */
export interface Written {
  readonly source: string;
  readonly title: Text;
  readonly publisher: string;
  readonly country: string;
  readonly fetch?: readonly {
    readonly file: string;
    readonly url: string;
    readonly pages?: 'odata';
  }[];
  readonly kind: Source['kind'];
  readonly language: Language;
  readonly licence: string;
  readonly citation: string;
  readonly url?: string | null;
  readonly grade: string;
  readonly handling: 'public' | (Partial<Handling> & Pick<Handling, 'tlp'>);
  readonly programme?: readonly string[];
  readonly synthetic?: boolean;
  readonly record: 'observation' | 'seizure';
  readonly file: WrittenShape | readonly WrittenShape[];
  readonly missingValues?: Readonly<Record<string, MissingReason>>;
  readonly zeroValues?: readonly string[];
  readonly legend?: Readonly<Record<string, string>>;
  readonly definitions: readonly (Pick<Definition, 'id' | 'countUnit' | 'dateRole'> &
    Partial<Pick<Definition, 'massBasis' | 'minThreshold' | 'validFrom' | 'validTo'>> & {
      readonly rule: Text;
    })[];
  readonly breaks?: readonly (Omit<Break, 'id' | 'source' | 'series'> &
    Partial<Pick<Break, 'id' | 'series'>>)[];
  readonly coverage?: readonly (Omit<Coverage, 'source' | 'substance' | 'evidence'> &
    Partial<Pick<Coverage, 'substance' | 'evidence'>>)[];
  readonly doubleCounts?: readonly (Pick<DoubleCount, 'also' | 'says'> &
    Partial<Pick<DoubleCount, 'place' | 'basis' | 'evidence'>>)[];
  readonly constants?: Readonly<
    Record<
      string,
      | Scalar
      | ({
          readonly fromFile?: string;
          readonly fromSheet?: string;
          readonly fromTitle?: string;
        } & Pick<
          WrittenMapping,
          | 'as'
          | 'format'
          | 'century'
          | 'codes'
          | 'crosswalk'
          | 'rules'
          | 'list'
          | 'otherwise'
          | 'accept'
        >)
    >
  >;
  readonly columns: Readonly<
    Record<string, WrittenIgnore | WrittenMapping | readonly WrittenMapping[]>
  >;
  readonly fold?: readonly {
    readonly headers: string;
    readonly groups: Readonly<Record<string, WrittenMapping>>;
    readonly value: WrittenMapping;
  }[];
  readonly exclude?: readonly {
    readonly rule: string;
    readonly where: WrittenWhere;
    readonly columns?: readonly string[];
    readonly reason: string;
    readonly leavesOut?: boolean;
  }[];
  readonly totals?: readonly {
    readonly rule: string;
    readonly column: string;
    readonly total: WrittenCondition;
    readonly parts: WrittenCondition;
    readonly within: readonly string[];
    readonly use: 'total' | 'parts';
    readonly reason: string;
  }[];
  readonly corrections?: readonly {
    readonly column: string;
    readonly from: string;
    readonly to: string;
    readonly where?: WrittenWhere;
    readonly reason: string;
    readonly evidence?: string | null;
  }[];
  readonly checks?: readonly (
    | {
        readonly check: 'total';
        readonly field: string;
        readonly total: string;
        readonly parts: WrittenCondition;
        readonly within: readonly string[];
        readonly tolerance?: number;
        readonly where?: WrittenWhere;
      }
    | {
        readonly check: 'unique';
        readonly fields: readonly string[];
        readonly where?: WrittenWhere;
      }
    | {
        readonly check: 'range';
        readonly min?: number;
        readonly max?: number;
        readonly where?: WrittenWhere;
      }
  )[];
  readonly key?: readonly string[];
  readonly open?: readonly string[] | null;
  readonly salt?: string;
}
