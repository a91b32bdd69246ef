import type { Draft, Planted } from './draft.ts';
import type { Cell, ExerciseFile } from './world.ts';

/** How one office writes: its file, its headings, its words. */
export interface OfficeLayout
  extends Pick<
    ExerciseFile,
    'office' | 'format' | 'encoding' | 'sheet' | 'header' | 'dates' | 'footer'
  > {
  readonly name: (years: string) => string;
  readonly title: (years: string) => readonly string[];
  /** Start of its reference numbers. */
  readonly prefix: string;
  /** Heading of the column in which each kind of defect stands. */
  readonly columns: Readonly<Record<Planted['part'], string>>;
  readonly cells: (draft: Draft, reference: string) => readonly Cell[];
}

/** Ordinary remarks, told by the number of the find, so that some rows have one. */
export function remarkOf({ find, remark }: Draft, remarks: readonly string[]): string | null {
  return remark ?? remarks[Number(find.id.slice(1)) % (remarks.length * 3)] ?? null;
}

/** One of the spellings an office uses for the same thing, told by the number of the find. */
export function spelling({ find }: Draft, ...spellings: readonly string[]): string {
  return spellings[Number(find.id.slice(1)) % spellings.length] ?? '';
}

/** A number with a decimal comma, thousands set off by `group`. */
export function comma(value: number, group = ''): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** Kilograms below one as grams. */
export function inGrams(kg: number): { readonly value: number; readonly unit: 'kg' | 'g' } {
  return kg < 1 ? { value: Number((kg * 1000).toFixed(1)), unit: 'g' } : { value: kg, unit: 'kg' };
}
