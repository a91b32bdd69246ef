import { bases } from '../codes/bases.ts';
import { missingReasons } from '../codes/missing-reasons.ts';
import { placeLevels } from '../codes/place-levels.ts';
import { units } from '../codes/units.ts';
import { wordings } from '../codes/wordings.ts';
import type { Seizure } from '../seizure.ts';
import { substances } from '../substances.ts';
import {
  amount,
  codesOf,
  count,
  day,
  type Field,
  figureField,
  flag,
  inList,
  list,
  oneOf,
  origin,
  orNull,
  text,
} from './field.ts';

const dateRoles = [
  'seizure',
  'registration',
  'case_closed',
  'judgment',
  'destruction',
  'publication',
];

/** What each field of a seizure must hold. */
export const seizureFields: Readonly<Record<keyof Seizure, Field>> = {
  kind: oneOf(['seizure']),
  id: text,
  source: text,
  reference: orNull(text),
  seizingCountry: text,
  creditedTo: list,
  agencies: list,
  date: day,
  datePrecision: oneOf(['day', 'week', 'month', 'quarter', 'half', 'year']),
  dateRole: oneOf(dateRoles),
  registeredOn: orNull(day),
  place: text,
  placeLevel: codesOf(placeLevels),
  basis: codesOf(bases),
  substance: inList('substances', substances),
  substancePrinted: orNull(text),
  quantity: orNull(amount),
  printed: orNull(figureField),
  wording: orNull(codesOf(wordings)),
  wordingPrinted: orNull(text),
  unit: inList('units', units),
  missing: orNull(codesOf(missingReasons)),
  massBasis: oneOf(['net', 'gross', 'unknown']),
  estimated: flag,
  originCountry: orNull(text),
  departureCountry: orNull(text),
  destinationCountry: orNull(text),
  transportMode: orNull(text),
  concealment: orNull(text),
  coverLoadHs: orNull(text),
  containerKey: orNull(text),
  controlledDelivery: oneOf(['no', 'yes', 'unknown']),
  publicationRestriction: oneOf(['none', 'embargo', 'secret']),
  arrests: orNull(count),
  definition: orNull(text),
  note: orNull(text),
  origin,
};
