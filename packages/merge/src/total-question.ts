import type {
  Break,
  Coverage,
  Decision,
  Definition,
  Observation,
  Period,
  Seizure,
} from '@samenbeeld/schema';
import type { PictureMetadata } from '@samenbeeld/store';
import type { DoubleReport } from './double-reports.ts';
import type { FilesAside } from './put-aside.ts';

/** By what periods a question is answered; `to-date` is the same part of each year, up to the day and month of `to`. */
export type Step = 'year' | 'half-year' | 'quarter' | 'month' | 'to-date';

/** Every step, as a command offers them. */
export const steps: readonly Step[] = ['year', 'half-year', 'quarter', 'month', 'to-date'];

/** What a figure of each length is asked by; one of a day or a week by none. */
export const stepOfFreq: Partial<Readonly<Record<Period['freq'], Step>>> = {
  A: 'year',
  S: 'half-year',
  Q: 'quarter',
  M: 'month',
};

/**
 * What sets figures of one place, drug and metric apart: the offence, the code of a national statistic ("BANKS"), the level of
 * the market, what counts as one. None is a part of another, so that the later one never stands for all.
 */
export const kinds = ['offence', 'code', 'level', 'countUnit'] as const;

export type Kind = (typeof kinds)[number];

/**
 * What is asked for: a figure of which scope, by which periods. Everything but the span is named, nothing is taken for granted.
 * Of each kind one is named, or null for figures of none; left out, all figures must be of one.
 */
export interface TotalQuestion extends Partial<Readonly<Record<Kind, string | null>>> {
  /** A place, an area, or several places joined by `+`. */
  readonly place: string;
  /** A drug or a family, or a register's own label that no list knows; null for what is counted of no drug (offences). */
  readonly substance: string | null;
  readonly basis: string;
  readonly metric: string;
  readonly unit: string;
  /** By default years; halves, quarters or months where its figures are of several of those and of nothing else. */
  readonly by?: Step;
  /** First and last day (ISO); by default those of the figures on the same footing. */
  readonly from?: string;
  readonly to?: string;
  /** Only what these agencies count; by default all of them. */
  readonly agencies?: readonly string[] | null;
}

/** The questions that a picture was built to answer; none in one of an earlier version. */
export function questionsIn(
  metadata: Pick<PictureMetadata, 'details'> | undefined,
): readonly TotalQuestion[] {
  return (metadata?.details?.['questions'] ?? []) as readonly TotalQuestion[];
}

/** All that may speak about a question, with what was declared and decided of it. */
export interface Records {
  readonly observations: readonly Observation[];
  readonly seizures?: readonly Seizure[];
  /** Pairs of seizures that may be one find, as `findDoubleReports` gives them. */
  readonly pairs?: readonly DoubleReport[];
  readonly coverage?: readonly Coverage[];
  /** What became of the files: a figure that was put aside may be a part of a family. */
  readonly files?: FilesAside;
  readonly breaks?: readonly Break[];
  readonly definitions?: readonly Definition[];
  /** Decisions in force, by subject. */
  readonly decisions?: ReadonlyMap<string, Decision>;
  /** Seed of what is drawn where not every combination of records can be weighed. */
  readonly seed?: number;
}
