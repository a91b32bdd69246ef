import type { Counted, TotalQuestion } from '@samenbeeld/merge';
import type {
  Assumed,
  ExchangeRate,
  HypothesisSet,
  MarketLevel,
  RouteLaw,
} from '@samenbeeld/money';
import type {
  Break,
  Conservation,
  Coverage,
  Definition,
  DoubleCount,
  Handling,
  Observation,
  Origin,
  Place,
  Seizure,
  SheetName,
  SheetRows,
  Source,
  Text,
} from '@samenbeeld/schema';
import type { BarrierModel } from './barriers/barrier-model.ts';
import type { PriorityJudgements } from './priorities/priority-judgements.ts';
import type { QuestionWords, Written } from './questions.ts';

/** Remarks in four languages, by how the sheet writes them; {number} stands for digits and {words} for any words. */
export type Remarks = Readonly<Record<string, Text>>;

/** A source with what it declares of its figures. */
export interface SourceHeld {
  readonly id: string;
  readonly source: Source;
  readonly breaks: readonly Break[];
  readonly coverage: readonly Coverage[];
  readonly definitions: readonly Definition[];
  readonly doubleCounts?: readonly DoubleCount[] | undefined;
  /** What tells the salt of its hashed columns from those of others; absent in pictures from before it was kept. */
  readonly saltMark?: string | undefined;
  /** Questions of its description that nobody has answered. */
  readonly open?: readonly Text[];
}

/** Rows of sheets by kind, none of a kind that the picture does not name, with the sources whose marking they carry. */
export interface SheetsHeld extends SheetRowsHeld {
  readonly sources: readonly Source[];
}

type SheetRowsHeld = { readonly [Name in SheetName]?: readonly SheetRows[Name][] };

/** What answers are asked of: the records of a picture, their sources, and what became of every item that was read. */
export interface Held {
  /** Whether only what may speak about the questions was read: what contradicts beyond them is not known then. */
  readonly isPart?: boolean;
  readonly sources: readonly SourceHeld[];
  readonly observations: readonly Observation[];
  readonly seizures: readonly Seizure[];
  readonly conservation: readonly Conservation[];
  readonly inputs: readonly {
    readonly source: string;
    readonly file: string;
    readonly sha256: string;
  }[];
  /** Ids of decisions on labels and slips that fit nothing in the files; none where the picture does not say. */
  readonly unfitting?: readonly string[] | undefined;
  /** What is asked of money, with the cells among some claims that its evidence rests on; null where nothing is. */
  readonly money: ((observations: readonly Observation[]) => MoneyAsked) | null;
  /** Models of what stands in the way of a criminal process; none where they are left out. */
  readonly barriers?: readonly BarrierModel[] | undefined;
  /** Judgements by which phenomena are put in order. */
  readonly priorities?: PriorityJudgements | undefined;
  /** What its records remark, in four languages, as far as the picture says it. */
  readonly remarks?: Remarks | undefined;
  /** Rows of sheets that its readers may see, with the sources whose marking they carry. */
  readonly sheets?: SheetsHeld;
}

/** A picture as answers know it. */
export interface PictureAsked {
  readonly picture: string;
  /** Its folder as a command names it; `out/` and its name unless said otherwise. */
  readonly at?: string;
  readonly asOf: string;
  readonly seed: number;
  /** Whether two roles must say the same of two records before it counts. */
  readonly twoPersons: boolean;
  /** Roles, and codes of services, that may decide in this picture; every role where none is named. */
  readonly deciding: readonly string[];
  /** What is asked, in words. */
  readonly questions: readonly QuestionWords[];
  /** What is asked, where the words are understood already. */
  readonly understood?: readonly TotalQuestion[];
  /** What its records count, where that is known. */
  readonly counted?: readonly Counted[];
  readonly report: Report | null;
  /** Which routes to confiscation the law of each country has, each with its citation. */
  readonly law?: readonly RouteLaw[];
  /** The handling that whatever is made of it carries; that of its sources together unless said otherwise. */
  readonly handling?: Handling;
  /** How a door writes the names of what is asked; as they are unless said otherwise. */
  readonly written?: Written;
  /** Where a question is written, for whoever is told that a word of it is wrong. */
  readonly placeOf?: (words: QuestionWords) => Place;
}

/** A block of a report: an answer to a question, or words of the report's own. */
export interface ReportBlock {
  /** The name of an answer; words stand alone. */
  readonly answer?: string;
  /** What is asked, where it is not the first question: whatever is left out is as there. Of the whole picture, what the answer takes. */
  readonly of?: QuestionWords;
  /** Other places, asked the same and shown beside, in no sum. */
  readonly beside?: readonly string[];
  /** Words that stand under a table. */
  readonly notes?: readonly Text[];
  readonly says?: Text;
  /** Words of a recipe that hold of any files, not only of those it was written about. */
  readonly always?: boolean;
  /** Frames of cooperation that its findings belong to, beside those of the sources that they rest on; of a chapter, of all its blocks. */
  readonly programme?: readonly string[];
}

/** A report as data: which answers, in which order, with which words between them. */
export interface Report {
  /** In which {place}, {substance}, {first} and {last} stand for those of the first question. */
  readonly title?: Text;
  readonly asks?: Text;
  readonly front?: readonly ReportBlock[];
  readonly chapters?: readonly {
    readonly id: string;
    readonly title: Text;
    readonly programme?: readonly string[];
    readonly blocks: readonly ReportBlock[];
  }[];
}

/** A number that a person assumed: what it is, how sure, and on which claims it leans. */
export interface PlannedAssumption extends Assumed {
  readonly grade: string;
  readonly claims: readonly string[];
  /** Market level, where it is a price. */
  readonly level: MarketLevel | null;
}

/** Which price of the inputs is meant, or the assumption that stands in for one. */
export type PriceChoice =
  | { readonly assumption: string }
  | {
      readonly place: string;
      readonly substance: string;
      readonly level: MarketLevel;
      readonly year: number;
    };

/** One question: a seized quantity, and the prices at which it is valued. */
export interface MoneyQuestion {
  readonly id: string;
  readonly label: Text;
  /** A year of the joint total, or a claim by its number. */
  readonly quantity: { readonly total: string } | { readonly claim: string };
  readonly wholesale: PriceChoice;
  readonly retail: PriceChoice | null;
  readonly purity: { readonly seized: string; readonly sold: string } | null;
  readonly loss: string | null;
}

/** What is asked of the money behind seizures, as a person wrote it. */
export interface MoneyPlan {
  readonly rates: readonly number[];
  /** Rates of other money than euro, beside those of the dollar that are known. */
  readonly exchange?: readonly ExchangeRate[];
  readonly assumptions: readonly PlannedAssumption[];
  readonly questions: readonly MoneyQuestion[];
}

/** The cell that a piece of evidence rests on. */
export interface LookedUp {
  readonly origin: Origin;
  readonly url: string | null;
  readonly publishedOn: string | null;
  /** The record of the picture, where the cell is one of its inputs. */
  readonly observation: Observation | null;
}

/** Everything that a picture asks of money, as it was read. */
export interface MoneyAsked {
  /** Name of the file of questions, for what it asks and does not find. */
  readonly file: string;
  readonly plan: MoneyPlan;
  readonly sets: readonly {
    readonly file: string;
    readonly set: HypothesisSet;
    /** By id of the piece of evidence. */
    readonly evidence: ReadonlyMap<string, readonly LookedUp[]>;
  }[];
}

/** A step of an answer whose results may be kept between two runs. */
export type Step = 'trend' | 'money';

/** What a step gave for the same inputs before, else what it gives now; a result is plain data. */
export type Once = <Result>(step: Step, inputs: unknown, make: () => Result) => Result;

/** Of steps that are never kept. */
export const anew: Once = (_step, _inputs, make) => make();
