import { type Field, origin } from './check/field.ts';
import { observationFields } from './check/observation-fields.ts';
import { seizureFields } from './check/seizure-fields.ts';
import { InputError, type Place } from './errors.ts';
import { missingHasReason } from './invariants/missing-has-reason.ts';
import { periodsInOrder } from './invariants/periods-in-order.ts';
import { unitOfMetric } from './invariants/unit-of-metric.ts';
import type { Observation } from './observation.ts';
import type { Origin } from './origin.ts';
import { ownValue } from './own-value.ts';
import type { Seizure } from './seizure.ts';

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}

function placeOf(record: Readonly<Record<string, unknown>>): Place {
  const cell = record['origin'];
  if (!origin.test(cell)) return {};
  const { file, sheet, line, column } = cell as Origin;
  return { file, line, column, ...(sheet !== null && { sheet }) };
}

function check(value: unknown, name: string, fields: Readonly<Record<string, Field>>): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InputError(`expected ${name}, found ${shown(value)}`, { repair: 'pass one record' });
  const record = value as Readonly<Record<string, unknown>>;
  const wrong = Object.entries(fields)
    .filter(([key, { test }]) => !test(ownValue(record, key)))
    .map(
      ([key, { expected }]) =>
        `${key}: expected ${expected}, found ${shown(ownValue(record, key))}`,
    );
  const unknown = Object.keys(record)
    .filter((key) => !Object.hasOwn(fields, key))
    .map((key) => `${key}: no field of ${name}`);
  fail([...wrong, ...unknown], record);
}

function fail(problems: readonly string[], record: Readonly<Record<string, unknown>>): void {
  if (problems.length === 0) return;
  throw new InputError(problems.join('; '), {
    place: placeOf(record),
    repair: 'correct the source description or the code that makes the record',
  });
}

/**
 * The value as an observation, if it is one: each field is of its kind, no other field is there, a missing value has a reason
 * (invariant 1), the period runs forward and fits its frequency (invariant 7) and the unit is one of the metric (invariant
 * 19). Throws an InputError that names every field with what was expected and found, and the cell the record came from.
 *
 * @example
 * ```ts
 * import { checkObservation, InputError } from '@samenbeeld/schema';
 * const message = (() => { try { checkObservation(5); } catch (error) { return (error as InputError).repair; } })();
 * message // => 'pass one record'
 * ```
 */
export function checkObservation(value: unknown): Observation {
  check(value, 'an observation', observationFields);
  const observation = value as Observation;
  const found = [missingHasReason, periodsInOrder, unitOfMetric].flatMap(({ check: broken }) =>
    broken([observation]),
  );
  fail(
    found.map(({ message }) => message),
    { ...observation },
  );
  return observation;
}

/**
 * The value as a seizure, if it is one: each field is of its kind, no other field is there, and a missing quantity has a
 * reason (invariant 1). Throws an InputError that names every field with what was expected and found, and the cell the
 * record came from.
 */
export function checkSeizure(value: unknown): Seizure {
  check(value, 'a seizure', seizureFields);
  const seizure = value as Seizure;
  fail(
    missingHasReason.check([seizure]).map(({ message }) => message),
    { ...seizure },
  );
  return seizure;
}
