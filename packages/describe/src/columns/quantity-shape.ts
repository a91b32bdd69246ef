import {
  type FigureHabit,
  InputError,
  type Language,
  parseFigure,
  type WordedFigure,
} from '@samenbeeld/schema';
import { type ColumnProfile, labelsOf } from './profile-column.ts';

/** Labels that are tried at most. */
const tried = 200;
/** Part of the labels that must be figures, with words or a unit or without. */
const most = 0.8;

const bareFigure = /^[\d.,'’\s]+$/u;

/** A figure with words or a unit, as the reader of quantities takes it; null for any other text, a bare figure too. */
export function wordedFigure(text: string, language: Language | undefined): WordedFigure | null {
  if (bareFigure.test(text) || !/\d/u.test(text) || text.length > 80) return null;
  // Which mark stands before decimals is settled by the column, so that either will do here.
  const marks = language === 'en' ? (['.', ','] as const) : ([',', '.'] as const);
  const found = marks.map((decimalChar) =>
    tryFigure(text, { ...(language && { language }), decimalChar }),
  );
  const first = found[0] ?? found[1] ?? null;
  return first && (first.unit !== null || first.wordingPrinted !== null) ? first : null;
}

function tryFigure(text: string, habit: FigureHabit): WordedFigure | null {
  try {
    return parseFigure(text, habit);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** How the labels of a column are written: with their unit, with words only, bare. */
export interface QuantityLabels {
  readonly looked: number;
  readonly units: readonly string[];
  readonly worded: readonly string[];
  readonly bare: number;
}

/** Looks how the labels of a column are written. */
export function quantityLabels(profile: ColumnProfile, language?: Language): QuantityLabels {
  const texts = labelsOf(profile).slice(0, tried);
  const units: string[] = [];
  const worded: string[] = [];
  let bare = 0;
  for (const text of texts) {
    if (bareFigure.test(text)) bare += 1;
    const found = wordedFigure(text, language);
    if (found?.unit) units.push(text);
    else if (found) worded.push(text);
  }
  return { looked: texts.length, units, worded, bare };
}

/** Figures of which most stand with their unit or with words ("386 kg", "ruim 300", "12 300 comprimés"). */
export function mostlyQuantities(profile: ColumnProfile, language?: Language): boolean {
  const { looked, units, worded, bare } = quantityLabels(profile, language);
  const told = units.length + worded.length;
  return told > bare && told + bare >= looked * most;
}

/** Figures of which some stand with words ("ruim 300", "> 300"), or most with their unit: a bare number does not tell them. */
export function holdsQuantities(profile: ColumnProfile, language?: Language): boolean {
  const { looked, units, worded, bare } = quantityLabels(profile, language);
  const told = units.length + worded.length;
  return (worded.length > 0 || units.length > bare) && told + bare >= looked * most;
}

/** Whether no figure stands without its unit. */
export function everyOneHasUnit(profile: ColumnProfile, language?: Language): boolean {
  const { looked, units } = quantityLabels(profile, language);
  return units.length === looked;
}
