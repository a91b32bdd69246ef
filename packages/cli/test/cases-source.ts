const text = '{ nl: OEFENING, fr: EXERCICE, de: ÜBUNG, en: EXERCISE }';

/** A description of an invented office's table of cases by port and year. */
export const casesSource = (id: string): string => `source: ${id}
title: ${text}
publisher: NL_CUST
country: NL
kind: statistical_db
language: nl
licence: CC0-1.0
citation: Made for a test
grade: A1
handling: public
synthetic: true
record: observation
file: { format: csv, encoding: utf-8, delimiter: ";" }
definitions: [{ id: cases, countUnit: case, dateRole: registration, rule: ${text} }]
constants: { metric: offences, unit: case, basis: recorded }
columns:
  Haven: { to: place, list: places }
  Jaar: { to: period, as: year }
  Aantal: { to: value, as: integer }
`;
