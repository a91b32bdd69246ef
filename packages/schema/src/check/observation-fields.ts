import { bases } from '../codes/bases.ts';
import { extents } from '../codes/extents.ts';
import { metrics } from '../codes/metrics.ts';
import { missingReasons } from '../codes/missing-reasons.ts';
import { stats } from '../codes/stats.ts';
import { units } from '../codes/units.ts';
import { wordings } from '../codes/wordings.ts';
import type { Observation } from '../observation.ts';
import { substances } from '../substances.ts';
import {
  codesOf,
  date,
  day,
  type Field,
  field,
  figureField,
  flag,
  inList,
  list,
  oneOf,
  origin,
  orNull,
  text,
} from './field.ts';

/** What each field of an observation must hold. */
export const observationFields: Readonly<Record<keyof Observation, Field>> = {
  kind: oneOf(['observation']),
  id: text,
  source: text,
  reference: orNull(text),
  publication: orNull(text),
  metric: codesOf(metrics),
  stat: codesOf(stats),
  value: orNull(field('a number', Number.isFinite)),
  printed: orNull(figureField),
  wording: codesOf(wordings),
  wordingPrinted: orNull(text),
  unit: inList('units', units),
  missing: orNull(codesOf(missingReasons)),
  status: field(
    'status letters',
    (value) => typeof value === 'string' && /^[A-Za-z]*$/.test(value),
  ),
  extent: codesOf(extents),
  place: text,
  placeNote: orNull(text),
  basis: codesOf(bases),
  containsOwn: orNull(flag),
  agencies: list,
  substance: orNull(inList('substances', substances)),
  offence: orNull(text),
  nationalCode: orNull(text),
  countUnit: orNull(text),
  definition: orNull(text),
  level: orNull(text),
  periodStart: day,
  periodEnd: day,
  freq: oneOf(['A', 'S', 'Q', 'M', 'W', 'D', 'O']),
  publishedOn: orNull(date),
  confidence: orNull(oneOf(['high', 'medium', 'low'])),
  note: orNull(text),
  origin,
};
