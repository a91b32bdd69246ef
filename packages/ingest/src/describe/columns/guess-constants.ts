import type { ColumnGuess } from '../column-guess.ts';
import type { Alternative, Guess } from '../guess.ts';
import type { TableView } from './table-view.ts';

/** What surrounds the table: file name, lines above and below it. */
export interface Surroundings {
  readonly file: string;
  readonly titleLines: readonly string[];
  readonly footerLines: readonly string[];
}

const of = <T>(
  value: T,
  confidence: number,
  reason: string,
  alternatives: readonly Alternative<T>[] = [],
): Guess<T> => ({ value, confidence, reason, alternatives });

/** Every field that the columns fill, through `to`, lists of mappings, folds and `set` of all value columns. */
function filled(columns: readonly ColumnGuess[]): {
  readonly fields: ReadonlySet<string>;
  readonly sets: readonly ReadonlySet<string>[];
} {
  const fields = new Set<string>();
  const sets: Set<string>[] = [];
  const see = (mapping: unknown): void => {
    if (typeof mapping !== 'object' || mapping === null) return;
    const { to, set, groups, value } = mapping as Readonly<Record<string, unknown>>;
    if (typeof to === 'string') fields.add(to);
    if (to === 'value' || to === 'quantity')
      sets.push(new Set(Object.keys((set as Readonly<Record<string, unknown>> | undefined) ?? {})));
    if (groups) for (const group of Object.values(groups)) see(group);
    if (value) see(value);
  };
  for (const { written } of columns)
    for (const mapping of Array.isArray(written) ? written : [written]) see(mapping);
  return { fields, sets };
}

const metricOfWords: readonly (readonly [words: RegExp, metric: string, unit: string | null])[] = [
  [
    /misdrij|delict|infraction|straftat|crimes?\b|offences?|d[ée]lits?|faits constat|crim_/iu,
    'offences',
    'offence',
  ],
  [/tatverd|verdachten|mis en cause|suspects?/iu, 'suspects', 'suspect'],
  [
    /aantal (?:\p{L}+ )?inbeslagnames|nombre de saisies|number of (?:\p{L}+ ){0,3}seizures|anzahl (?:\p{L}+ ){0,3}sicherstellung/iu,
    'seizures',
    'seizure',
  ],
  [/inbeslag|saisie|sicherstell|seiz/iu, 'quantity', null],
  [/prijs|prix|preis|price/iu, 'price', null],
  [/bevolking|population|einwohner|inwoners/iu, 'population', 'person'],
  [/ongebruikelijke transacties|unusual transactions/iu, 'unusual_transactions', 'transaction'],
  [
    /verdachte transacties|transactions suspectes|suspicious transactions/iu,
    'str_transactions',
    'transaction',
  ],
  [
    /meldingen|d[ée]clarations de soup[çc]on|verdachtsmeldung|reports received/iu,
    'str_reports',
    'report',
  ],
];

function metric(view: TableView, around: string): Guess<string> | null {
  const found = metricOfWords.find(([words]) => words.test(around));
  if (found)
    return of(
      found[1],
      0.75,
      `title, headings or file name say "${found[0].exec(around)?.[0] ?? ''}"`,
    );
  const offence = view.columns.some(
    ({ meanings: [first] }) =>
      first && ['offence', 'offenceKey'].includes(first.concept) && first.confidence > 0.6,
  );
  if (offence) return of('offences', 0.8, 'the rows are split by offence');
  const substance = view.columns.some(({ meanings: [first] }) => first?.concept === 'substance');
  return substance
    ? of('quantity', 0.5, 'the rows are split by substance', [
        { value: 'seizures', confidence: 0.4, reason: 'the figures may be numbers of seizures' },
      ])
    : null;
}

function basis(view: TableView, metricValue: string | null, around: string): Guess<string> {
  const seized = (value: string, confidence: number, reason: string): Guess<string> =>
    of(
      value,
      confidence,
      reason,
      [
        { value: 'seized_in_port', confidence: 0.3, reason: 'seized in a port' },
        { value: 'seized_in_territory', confidence: 0.3, reason: 'seized anywhere in the country' },
        { value: 'destined_for_country', confidence: 0.1, reason: 'seized abroad on its way here' },
      ].filter((each) => each.value !== value),
    );
  if (view.record === 'observation') {
    if (metricValue === 'population' || metricValue === 'price' || metricValue === 'purity')
      return of('not_applicable', 0.9, `${metricValue} is counted on no footing`);
    if (
      metricValue &&
      [
        'offences',
        'suspects',
        'str_reports',
        'str_transactions',
        'unusual_transactions',
        'fiu_files',
      ].includes(metricValue)
    )
      return of(
        'recorded',
        0.85,
        'registered by the authority that publishes them; nothing is seized',
      );
  }
  if (/haven|port\b|hafen|seaport/iu.test(around))
    return seized(
      'seized_in_port',
      0.5,
      'title or headings speak of a port; whether the goods were seized there is not said',
    );
  return seized(
    'seized_in_territory',
    0.4,
    'nothing in the file says on what basis it counts (seized in a port, in the country, abroad): a person must say',
  );
}

function yearIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)].map(([year]) => year))];
}

function period(around: Surroundings, headings: readonly string[]): Guess<string> {
  const title = yearIn(around.titleLines.join(' '));
  const file = yearIn(around.file).length > 0 ? yearIn(around.file) : yearIn(headings.join(' '));
  const [only] = title.length === 1 ? title : file;
  if (only && title.length === 1)
    return of(
      only,
      file.includes(only) ? 0.92 : 0.8,
      `the title names ${only}${file.includes(only) ? ', and so does the name of the file' : ''}`,
    );
  if (only && file.length === 1)
    return of(
      only,
      0.8,
      `the file's name holds ${only} (as a constant: { fromFile: "(?:^|\\\\D)((?:19|20)\\\\d\\\\d)(?:\\\\D|$)", as: year })`,
    );
  const years = [...new Set([...title, ...file])];
  return of(
    years[0] ?? '',
    years.length > 0 ? 0.4 : 0,
    years.length > 0
      ? `title and file name hold ${years.join(', ')}`
      : 'no column, title or file name says which period the figures cover',
    years.slice(1).map((value) => ({ value, confidence: 0.3, reason: 'also named' })),
  );
}

const agencies: readonly (readonly [words: RegExp, agency: string, confidence: number])[] = [
  [/HARC/u, 'NL_HARC', 0.85],
  [/Bron: Politie|politie\.nl|Nationale Politie/u, 'NL_POL', 0.85],
  [/FIU-Nederland/iu, 'FIU_NL', 0.85],
  [/Police grand-ducale/iu, 'LU_POL', 0.85],
  [/douanes et accises \(?ADA|Administration des douanes et accises/iu, 'LU_CUST', 0.7],
];

/**
 * Fields that no column fills and that title, headings, file name and footer imply. A field that every record needs is
 * always in the result: where nothing says what it is, with a low confidence, as a question and never as a default.
 */
export function guessConstants(
  view: TableView,
  columns: readonly ColumnGuess[],
  around: Surroundings,
): Readonly<Record<string, Guess<string>>> {
  const { fields, sets } = filled(columns);
  const lacks = (field: string): boolean =>
    !fields.has(field) && (sets.length === 0 || sets.some((set) => !set.has(field)));
  const headings = columns.flatMap(({ headings: names, to }) =>
    to === 'value' || to === 'quantity' || to === null ? names : [],
  );
  const text = [...around.titleLines, ...around.footerLines, around.file, ...headings]
    .join('\n')
    .replaceAll('_', ' ');
  const found: Record<string, Guess<string>> = {};
  const seizure = view.record === 'seizure';
  const measured = seizure ? null : metric(view, text);
  const setMetrics = columns.flatMap(({ written }) => {
    const set = written as {
      readonly set?: { readonly metric?: string };
      readonly value?: { readonly set?: { readonly metric?: string } };
    } | null;
    return set?.set?.metric ?? set?.value?.set?.metric ?? [];
  });
  const [said] = setMetrics;
  if (!seizure && lacks('metric'))
    found['metric'] = measured ?? of('', 0, 'nothing in the file says what is measured');
  const metricValue = said ?? found['metric']?.value ?? null;
  if (
    lacks('unit') &&
    !columns.some(({ written }) => (written as { as?: string } | null)?.as === 'quantity')
  ) {
    const unit = metricOfWords.find(([, name]) => name === metricValue)?.[2] ?? null;
    const inTitle = /\((kg|g|tabletten|comprimés|tablets)\)|\bin (kg|kilogram)/iu.exec(text);
    found['unit'] = inTitle
      ? of(
          /kg|kilo/iu.test(inTitle[0]) ? 'kg' : /^\(g\)/iu.test(inTitle[0]) ? 'g' : 'tablet',
          0.8,
          `title or headings say "${inTitle[0]}"`,
        )
      : unit
        ? of(unit, 0.8, `${metricValue} are counted in it`)
        : of(
            metricValue === 'quantity' || seizure ? 'kg' : '',
            metricValue === 'quantity' || seizure ? 0.3 : 0,
            'nothing in the file says in which unit',
          );
  }
  if (lacks('place')) {
    const { country } = view;
    found['place'] = country
      ? of(
          country.country,
          Math.min(0.85, country.confidence),
          `"${country.word}" points to this country; whether the figures cover all of it is not said`,
        )
      : of('', 0, 'no column, title or file name says where');
  }
  if (seizure && lacks('seizingCountry'))
    found['seizingCountry'] = view.country
      ? of(view.country.country, 0.7, `"${view.country.word}" points to this country`)
      : of('', 0, 'nothing says which country seized');
  if (seizure && lacks('placeLevel')) {
    const onlyCountry = columns.some(
      ({ written }) =>
        Array.isArray(written) &&
        written.some((each) => (each as { to?: string }).to === 'seizingCountry') &&
        written.some((each) => (each as { to?: string }).to === 'place'),
    );
    found['placeLevel'] = onlyCountry
      ? of('country', 0.85, 'the place is the country of seizure')
      : of('municipality', 0.4, 'nothing says how fine the places are', [
          { value: 'port', confidence: 0.35, reason: 'the places may be ports' },
        ]);
  }
  if (lacks('basis')) found['basis'] = basis(view, metricValue, text);
  const time = ['period', 'periodStart', 'date'].some((field) => fields.has(field));
  if (!time) found[seizure ? 'date' : 'period'] = period(around, headings);
  if (lacks('agencies')) {
    const agency = agencies.find(([words]) => words.test(text));
    if (agency)
      found['agencies'] = of(
        agency[1],
        agency[2],
        `the file says "${agency[0].exec(text)?.[0] ?? ''}"`,
      );
  }
  return found;
}
