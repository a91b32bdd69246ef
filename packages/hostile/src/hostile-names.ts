/** Names that every object of JavaScript has members under, and a few that mean something to loaders and parsers. */
export const hostileNames: readonly string[] = [
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
  'then',
  'toJSON',
  'length',
  'name',
  '<<',
].sort();

/** A file of one format that holds a name in one place. */
export interface NamedPlace {
  readonly format: string;
  readonly place: 'cell' | 'heading' | 'both';
  readonly file: string;
  readonly bytes: (name: string) => string;
}

const json = (value: unknown): string => JSON.stringify(value);
/** One object of JSON whose key is written as it stands: an object literal would set its prototype. */
const row = (...cells: readonly (readonly [string, string | number])[]): string =>
  `{${cells.map(([key, value]) => `${json(key)}:${json(value)}`).join(',')}}`;

function delimited(heading: string, cell: string): string {
  const rows = [2021, 2022, 2023].map((year) => `${year};Vlissingen;${cell};${year - 2000}`);
  return `Jaar;Plaats;${heading};Aantal\n${rows.join('\n')}\n`;
}

const records = (key: string, cell: string): readonly string[] =>
  [2021, 2022, 2023].map((year) =>
    row(['Jaar', year], ['Plaats', 'Vlissingen'], [key, cell], ['Aantal', year - 2000]),
  );

function cube(dimension: string, category: string): string {
  return `{"version":"2.0","class":"dataset","id":[${json(dimension)},"time"],"size":[1,2],"value":[1,2],"dimension":{${json(dimension)}:{"category":{"index":{${json(category)}:0},"label":{${json(category)}:${json(category)}}}},"time":{"category":{"index":["2022","2023"]}}}}`;
}

const sdmx = (column: string, code: string): string =>
  `DATAFLOW,freq,${column},geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nESTAT:X(1.0),A,${code},BE,2022,5,\nESTAT:X(1.0),A,${code},NL,2022,6,p\n`;

const eurostat = (column: string, code: string): string =>
  `freq,${column},geo\\TIME_PERIOD\t2022 \t2023 \nA,${code},BE\t5 \t6 b\nA,${code},NL\t: \t7 \n`;

/** Every place of a file where a name can stand, in each text format that is read. */
export const namedPlaces: readonly NamedPlace[] = [
  { format: 'csv', place: 'cell', file: 'a.csv', bytes: (name) => delimited('Delict', name) },
  { format: 'csv', place: 'heading', file: 'a.csv', bytes: (name) => delimited(name, 'wapens') },
  { format: 'csv', place: 'both', file: 'a.csv', bytes: (name) => delimited(name, name) },
  {
    format: 'json',
    place: 'cell',
    file: 'a.json',
    bytes: (name) => `[${records('Delict', name)}]`,
  },
  {
    format: 'json',
    place: 'heading',
    file: 'a.json',
    bytes: (name) => `[${records(name, 'wapens')}]`,
  },
  {
    format: 'json',
    place: 'both',
    file: 'a.json',
    bytes: (name) => `{"value":[${records(name, name)}]}`,
  },
  {
    format: 'ndjson',
    place: 'cell',
    file: 'a.ndjson',
    bytes: (name) => `${records('Delict', name).join('\n')}\n`,
  },
  {
    format: 'ndjson',
    place: 'both',
    file: 'a.ndjson',
    bytes: (name) => `${records(name, name).join('\n')}\n`,
  },
  { format: 'json-stat', place: 'cell', file: 'a.json', bytes: (name) => cube('geo', name) },
  { format: 'json-stat', place: 'heading', file: 'a.json', bytes: (name) => cube(name, 'BE') },
  { format: 'sdmx-csv', place: 'cell', file: 'a.csv', bytes: (name) => sdmx('iccs', name) },
  { format: 'sdmx-csv', place: 'heading', file: 'a.csv', bytes: (name) => sdmx(name, 'ICCS0101') },
  { format: 'eurostat-tsv', place: 'cell', file: 'a.tsv', bytes: (name) => eurostat('iccs', name) },
  {
    format: 'eurostat-tsv',
    place: 'heading',
    file: 'a.tsv',
    bytes: (name) => eurostat(name, 'ICCS0101'),
  },
];
