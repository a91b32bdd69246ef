import type { Drawing } from '@samenbeeld/charts';
import type { EvidenceRole, Finding, Origin, Text } from '@samenbeeld/schema';

/** What a figure rests on: one claim or event, its part in the figure, and the cell it was read from. */
export interface Evidence {
  /** What it does for the figure: it governs, is satisfied by a finer one, disagrees, is a floor, bounds, stands beside, or was set aside by a decision. */
  readonly role: EvidenceRole;
  /** Id of the claim or event. */
  readonly claim: string;
  /** Scope and value in words ("Vlissingen 2022: 4,157 kg, exact"). */
  readonly says: Text;
  /** The words as printed ("ruim 3.900 kilo"), and their language where known. */
  readonly printed?: { readonly words: string; readonly language?: string | undefined } | undefined;
  /** Who published it, and when ("Openbaar Ministerie (Nederland), januari 2023"). */
  readonly publisher?: Text | undefined;
  /** Address of the publication, cited, never loaded. */
  readonly url?: string | undefined;
  /** File, line, column and raw cell. */
  readonly origin: Origin;
}

/** The answer to "why this number?". Figures with the same key share one panel. */
export interface Why {
  /** Stable and unique in the document ("NSP COC seized_in_port kg 2022"). */
  readonly key: string;
  /** What the figure is ("North Sea Port, cocaine seized in port, 2022"). */
  readonly title: Text;
  /** How it was made, one sentence a paragraph. */
  readonly says: readonly Text[];
  readonly evidence: readonly Evidence[];
  /** Decisions in force, and superseded ones. */
  readonly decisions?: readonly DecisionLine[] | undefined;
  /** What to type to see the same ("samenbeeld why out/north-sea-port \"NSP cocaine 2022\""). */
  readonly command?: string | undefined;
}

/** A person's decision as a panel shows it: role and reason in the person's own words. */
export interface DecisionLine {
  readonly id: string;
  readonly verdict: string;
  readonly role: string;
  readonly time: string;
  readonly reason: string;
  readonly superseded: boolean;
  /** Why it is not followed, where no other replaced it. */
  readonly lapsed?: Text | undefined;
}

/** How sure a value is, shown as a word and a sign, never by colour alone. */
export type Mark =
  | 'complete'
  | 'partial'
  | 'none'
  | 'reported'
  | 'undecided'
  | 'apart'
  | 'finds_only'
  | 'not_reported'
  | 'provisional';

/** A value as it is shown, with what stands behind it. Also a cell of a table. */
export interface Figure {
  readonly shown: Text;
  /** The number, for the workbook and for aligning; absent for words. */
  readonly value?: number | null | undefined;
  readonly mark?: Mark | undefined;
  readonly why?: Why | undefined;
  /** A note of its own below the table. */
  readonly note?: Text | undefined;
  /** Words in a language of their own, such as a quoted wording. */
  readonly language?: string | undefined;
  /** Cites an address; the cell becomes a link that is not loaded. */
  readonly url?: string | undefined;
}

/** Running words. `{name}` is replaced by the figure of that name, in every language. */
export interface Words {
  readonly text: Text;
  readonly figures?: Readonly<Record<string, Figure>> | undefined;
}

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly text: Text;
}

export interface ParagraphBlock extends Words {
  readonly kind: 'paragraph';
}

/** One thing of a list, with what stands under it. */
export interface ListItem extends Words {
  readonly under?: readonly ListItem[] | undefined;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly ordered?: boolean | undefined;
  readonly items: readonly ListItem[];
}

/** One finding in plain words, with how sure it is and a small chart. */
export interface FindingBlock extends Words {
  readonly kind: 'finding';
  /** Two to eight words above the sentence ("At least 4.8 tonnes in 2022"); empty where it stands alone, in a cell. */
  readonly title: Text;
  readonly confidence: Finding['confidence'];
  /** Why it is that sure, and what it rests on. */
  readonly basis?: Text | undefined;
  /** Frames of cooperation that it belongs to, by code of the list of programmes. */
  readonly programmes?: readonly string[] | undefined;
  readonly draw?: Drawing | undefined;
}

/** One large number with its label. */
export interface FigureBlock {
  readonly kind: 'figure';
  readonly label: Text;
  readonly figure: Figure;
  readonly note?: Text | undefined;
}

export interface Column {
  readonly label: Text;
  /** Neighbouring columns with the same group share a header above theirs ("reported"). */
  readonly group?: Text | undefined;
  /** Numbers and their words stand right; `label` heads its row. */
  readonly kind: 'label' | 'number' | 'words';
  /** Stands below the label of its row on a narrow screen, where the side of a table is out of sight: what a figure is never without. */
  readonly underLabel?: boolean | undefined;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: Text;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Figure[])[];
  readonly notes?: readonly Text[] | undefined;
}

export interface ChartBlock {
  readonly kind: 'chart';
  readonly draw: Drawing;
  readonly size?: 'page' | 'half' | undefined;
}

/** The ports; the same as a chart, but its data table is not printed. */
export interface MapBlock {
  readonly kind: 'map';
  readonly draw: Drawing;
}

/** Figures on another footing, which stand beside the total and are never added to it. */
export interface NotAddedBlock {
  readonly kind: 'not-added';
  readonly caption: Text;
  readonly rows: readonly {
    readonly period: Text;
    readonly place: Text;
    /** What it is of, where that is not the same for every figure and for what they stand beside. */
    readonly substance?: Text;
    readonly basis: Text;
    readonly figure: Figure;
    readonly reason: Text;
  }[];
}

/** Set apart from the running text: what the data cannot show, a definition, a warning. */
export interface BoxBlock {
  readonly kind: 'box';
  readonly title: Text;
  readonly blocks: readonly Block[];
  /** Opens on a click, where it can. */
  readonly folded?: boolean | undefined;
}

/** One part of a document. */
export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | FindingBlock
  | FigureBlock
  | TableBlock
  | ChartBlock
  | MapBlock
  | NotAddedBlock
  | BoxBlock;

/** A chapter. */
export interface Section {
  /** Stable and unique, lower case with hyphens; becomes the anchor ("sources"). */
  readonly id: string;
  readonly title: Text;
  readonly blocks: readonly Block[];
}

/** A fact about the picture: cut-off, version, who contributed. */
export interface Fact {
  readonly label: Text;
  readonly value: Text;
}

/**
 * A document: one front page that can stand alone, then chapters. It knows no recipe. The handling banner is not
 * part of it: every renderer takes a clearance, and prints that one's banner.
 */
export interface Document {
  readonly title: Text;
  /** What the reader wanted to know, as a question. */
  readonly question: Text;
  /** Built from synthetic data: EXERCISE stands on every page, chart and sheet. */
  readonly exercise: boolean;
  readonly facts: readonly Fact[];
  /** The first page: findings, the yearly table, the map. */
  readonly front: readonly Block[];
  readonly sections: readonly Section[];
}

/** The same words in every language: names, codes, numbers of decisions. */
export function sameText(words: string): Text {
  return { nl: words, fr: words, de: words, en: words };
}
