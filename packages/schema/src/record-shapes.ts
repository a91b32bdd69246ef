import type { Observation } from './observation.ts';
import type { Seizure } from './seizure.ts';
import { inFour } from './sentence.ts';
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

export const observationsShape: Shape = list(
  observationShape,
  inFour(
    'een lijst van cijfers',
    'une liste de chiffres',
    'eine Liste von Zahlenangaben',
    'a list of observations',
  ),
);

export const seizuresShape: Shape = list(
  seizureShape,
  inFour(
    'een lijst van vangsten',
    'une liste de saisies',
    'eine Liste von Funden',
    'a list of seizures',
  ),
);

/** The engine, which this room does not know, by what it can do. */
export const engineShape: Shape = made(
  inFour('een engine', 'un moteur', 'eine Engine', 'an engine'),
  inFour(
    'geef `await openEngine()`',
    'donnez `await openEngine()`',
    '`await openEngine()` übergeben',
    'pass `await openEngine()`',
  ),
  'query',
  'rows',
  'run',
  'insert',
);

/** Decisions by their subjects, as `currentDecisions` gives them. */
export const decisionsShape: Shape = made(
  inFour(
    'beslissingen naar onderwerp',
    'des décisions par objet',
    'Entscheidungen nach Gegenstand',
    'decisions by subject',
  ),
  inFour(
    'geef ze zoals `currentDecisions(await readDecisions(file))` dat doet',
    'donnez-les comme le fait `currentDecisions(await readDecisions(file))`',
    'sie übergeben, wie `currentDecisions(await readDecisions(file))` es tut',
    'pass them as `currentDecisions(await readDecisions(file))` does',
  ),
  'get',
  'values',
);
