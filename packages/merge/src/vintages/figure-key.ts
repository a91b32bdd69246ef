import { dimensionText, type FigureDimension, type Observation } from '@samenbeeld/schema';
import type { Measure } from './measure.ts';
import type { PairedMeasure } from './paired-measures.ts';

/** What makes two rows one figure, in whatever release. The definition is what the measure is about. */
const always: readonly FigureDimension[] = [
  'metric',
  'stat',
  'unit',
  'place',
  'basis',
  'substance',
  'countUnit',
  'level',
  'extent',
];

const span = ({ periodStart, periodEnd }: Observation): string => `${periodStart}/${periodEnd}`;

/** Code that both sides state on every row: the national one within a source, else whichever they share. */
function codesOf(
  before: readonly Observation[],
  after: readonly Observation[],
): readonly FigureDimension[] {
  const stated = (field: 'nationalCode' | 'offence'): boolean =>
    [...before, ...after].every((row) => row[field] !== null);
  if (stated('nationalCode')) return ['nationalCode'];
  return stated('offence') ? ['offence'] : ['nationalCode', 'offence'];
}

const isFixed = ({ fixed }: Measure, field: FigureDimension): boolean => fixed[field] !== undefined;

/** Dimensions that must agree between the rows of two measures; what both fix has been declared to agree. */
export function keyFields(
  { earlier, later, decision }: PairedMeasure,
  before: readonly Observation[],
  after: readonly Observation[],
): readonly FigureDimension[] {
  const own: readonly FigureDimension[] = decision === null ? ['agencies', 'definition'] : [];
  return [...always, ...codesOf(before, after), ...own].filter(
    (field) => !(isFixed(earlier, field) && isFixed(later, field)),
  );
}

/** The figure that a row states. */
export function figureOf(row: Observation, fields: readonly FigureDimension[]): string {
  return JSON.stringify([span(row), ...fields.map((field) => dimensionText(row, field))]);
}

export { span };
