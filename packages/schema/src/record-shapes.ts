import type { Observation } from './observation.ts';
import type { Seizure } from './seizure.ts';
import { type Shape, shape } from './shape.ts';

const { text, number, orNull, list, record, made } = shape;

/** An observation of a picture, as far as a method must be sure of it. */
export const observationShape: Shape = record<Observation>({
  id: text,
  metric: text,
  value: orNull(number),
  unit: text,
  place: text,
  basis: text,
  agencies: list(text),
  periodStart: text,
  periodEnd: text,
});

/** A seizure of a picture, as far as a method must be sure of it. */
export const seizureShape: Shape = record<Seizure>({
  id: text,
  source: text,
  date: text,
  place: text,
  basis: text,
  substance: text,
  quantity: orNull(number),
  agencies: list(text),
});

/** Decisions by their subjects, as `currentDecisions` gives them. */
export const decisionsShape: Shape = made(
  'decisions by subject',
  'pass them as `currentDecisions(await readDecisions(file))` does',
  'get',
  'values',
);
