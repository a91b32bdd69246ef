import { detectPersonalColumn, detectPersonalData } from '@samenbeeld/schema';
import { thresholds } from '../thresholds.ts';
import { type ColumnProfile, labelsOf, shareOf } from './profile-column.ts';

/** What looks like personal data in a column. */
export interface PersonalFinding {
  readonly detectors: readonly string[];
  readonly cells: number;
  /** Part of what the column says. */
  readonly share: number;
}

const plainFigure = /^(?:[\d.,'  +-]{1,10}|-?\d{1,9}[.,]\d+)$/u;

/** Detectors that fire on a column, and in how many cells; null where none does. */
export function findPersonal(profile: ColumnProfile): PersonalFinding | null {
  const labels = labelsOf(profile).slice(0, thresholds.labelsScreened);
  const numeric = shareOf(profile, profile.numbers.cells) > thresholds.mostlyFigures;
  if (numeric && labels.every((label) => plainFigure.test(label) && !/^\d{9}$/.test(label)))
    return null;
  const column = numeric ? 'number' : profile.words > 0 ? 'free-text' : 'code';
  const fired = detectPersonalColumn(labels, { column }).map(({ detector }) => detector);
  if (fired.length === 0) return null;
  const cells = labels.reduce(
    (sum, label) =>
      detectPersonalData(label, { column }).length > 0
        ? sum + (profile.values.get(label) ?? 1)
        : sum,
    0,
  );
  return { detectors: fired, cells, share: shareOf(profile, cells) };
}

/** A few cells that may be shown: none that a detector fires on, none of a column that holds personal data. */
export function samplesOf(profile: ColumnProfile, hidden: boolean): readonly string[] {
  if (hidden) return [];
  const shown: string[] = [];
  for (const text of [...profile.values.keys()].slice(0, 200)) {
    if (shown.length === 5) break;
    if (detectPersonalData(text, { column: 'free-text' }).length > 0) continue;
    shown.push(text.length > 60 ? `${text.slice(0, 59)}…` : text);
  }
  return shown;
}
