import {
  agencies,
  bases,
  type CodeEntry,
  type CodeList,
  concealments,
  confidences,
  countries,
  countUnits,
  dateRoles,
  directions,
  drugs,
  extents,
  marketLevels,
  massBases,
  measures,
  metrics,
  missingReasons,
  offences,
  ownValue,
  phenomena,
  placeLevels,
  places,
  programmes,
  stats,
  substances,
  transportModes,
  units,
  wordings,
} from '@samenbeeld/schema';

/** Schema's code lists, by the name a description uses. */
export const codeLists: Readonly<Record<string, CodeList<CodeEntry>>> = {
  agencies,
  bases,
  concealments,
  confidences,
  countUnits,
  countries,
  dateRoles,
  directions,
  drugs,
  extents,
  marketLevels,
  massBases,
  measures,
  metrics,
  missingReasons,
  offences,
  phenomena,
  placeLevels,
  places,
  programmes,
  stats,
  substances,
  transportModes,
  units,
  wordings,
};

/** A place outside schema's list: country, kind, and the country's own code or name ("BE.NIS.44021"). */
const nationalPlace = /^[A-Z]{2}\.[A-Z]+\.\S.*$/u;

/** Whether a code may stand in a field whose codes come from this list. */
export function isCode(list: string, code: string): boolean {
  if (list === 'places' && nationalPlace.test(code)) return true;
  if (list === 'units' && /^[A-Z]{3}\//.test(code)) return true;
  return code.split('+').every((part) => ownValue(codeLists, list)?.has(part));
}

/** A code as its list writes it: aliases ("EL") become the code (GR), several stay joined by `+`. */
export function canonicalCode(list: string, code: string): string {
  const known = ownValue(codeLists, list);
  return code
    .split('+')
    .map((part) => (known?.has(part) ? known.get(part).code : part))
    .join('+');
}
