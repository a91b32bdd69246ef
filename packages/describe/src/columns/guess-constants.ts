import { massBasisIn } from '@samenbeeld/ingest';
import {
  agencies,
  agenciesNamed,
  inFour,
  landOfAdjective,
  ownValue,
  quoted,
  type Text,
} from '@samenbeeld/schema';
import type { ColumnGuess, ConstantGuess } from '../column.ts';
import { escaped } from '../escaped.ts';
import { type Guess, guessOf } from '../guess.ts';
import { codesOf } from '../mapped-codes.ts';
import { fileSays } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { cellsOf, fieldIn, groupsIn, isFigure, isFigureField, partsOf, setIn } from '../written.ts';
import { basis, onlyBasis } from './guess-basis.ts';
import { countryOfFinds } from './guess-country.ts';
import {
  markNote,
  metric,
  metricOfColumn,
  metricsOfRows,
  registeredBy,
  sharedHeadings,
} from './guess-metric.ts';
import { period, publishedOn, type Surroundings } from './guess-period.ts';
import { levelOfPlaces, placeOfAll } from './guess-place.ts';
import { offenceWords } from './label-shapes.ts';
import { isOfMoney, moneyPer, priceUnit } from './measures.ts';
import { casesNamed, metricOfWords } from './metric-words.ts';
import { dataSets, labelsOf } from './profile-column.ts';
import { measureOfAll, type TableView } from './table-view.ts';
import { titleScope } from './title-scope.ts';
import { titleUnit } from './title-unit.ts';
import { areDealings, drugOfHeading, titleWords } from './title-words.ts';
import { namesOtherSubject } from './uncounted.ts';
import { isWeight, thingCounted, unitWithin } from './unit-words.ts';
import { counting } from './write-value.ts';

const noMetric = inFour(
  'geen metric bevat wat er is geteld',
  'aucune metric ne contient ce qui est compté',
  'keine metric enthält, was gezählt wurde',
  'no metric holds what is counted',
);

/** Every field that the columns fill, through `to`, lists of mappings, folds and `set` of all value columns. */
function filled(columns: readonly ColumnGuess[]): {
  readonly fields: ReadonlySet<string>;
  readonly sets: readonly ReadonlySet<string>[];
} {
  const fields = new Set<string>();
  const sets: Set<string>[] = [];
  for (const { written } of columns)
    for (const part of partsOf(written)) {
      const cells = cellsOf(part);
      for (const each of [part, cells, ...Object.values(groupsIn(part))]) {
        const to = fieldIn(each);
        if (to !== null) fields.add(to);
      }
      if (isFigure(cells)) sets.push(new Set(Object.keys(setIn(cells))));
    }
  return { fields, sets };
}

/** What the figures of a column set. */
function setsIn(written: ColumnGuess['written']): Readonly<Record<string, unknown>> {
  const [part] = partsOf(written).map(cellsOf).filter(isFigure);
  return part ? setIn(part) : {};
}

/** Whether finds are weighed with their packing, as the lines around the table say; where they do not, that it is not said, and what follows. */
function massBasisOf(lines: readonly string[]): Guess<string> {
  const [line] = lines.filter((each) => massBasisIn(each) !== null);
  const basis = line === undefined ? null : massBasisIn(line);
  return line !== undefined && basis !== null
    ? guessOf(basis, 0.88, fileSays(line))
    : guessOf(
        'unknown',
        thresholds.constantTaken,
        inFour(
          'niets zegt of de gewichten netto of bruto zijn: het laagste totaal trekt er verpakking van af; schrijf net of gross waar de bron het zegt',
          'rien ne dit si les poids sont nets ou bruts : le total le plus bas en déduit l’emballage ; écrivez net ou gross là où la source le dit',
          'nichts sagt, ob die Gewichte netto oder brutto sind: die niedrigste Summe zieht davon Verpackung ab; net oder gross schreiben, wo die Quelle es sagt',
          'nothing says whether the weights are net or gross: the lowest total takes packing off them; write net or gross where the source says it',
        ),
      );
}

/** The metric of a value column that says no unit of its own. */
function metricWithoutUnit(columns: readonly ColumnGuess[]): string | null {
  const sets = columns.flatMap(({ written }) =>
    partsOf(written).map(cellsOf).filter(isFigure).map(setIn),
  );
  const metrics = sets.flatMap(({ unit, metric: own }) =>
    unit === undefined && typeof own === 'string' ? own : [],
  );
  return metrics[0] ?? null;
}

/** The amount of money for a weight or a piece in which all headings of figures are; null where one is not. */
function moneyOf(columns: readonly ColumnGuess[]): string | null {
  const [only = null, ...others] = new Set(
    columns.flatMap(({ to, headings: [heading = ''] }) =>
      to === 'value' ? moneyPer(heading) : [],
    ),
  );
  return others.length === 0 ? only : null;
}

/** Units that the labels of a column give its rows. */
function unitsOfRows(view: TableView, columns: readonly ColumnGuess[]): readonly string[] {
  return columns.flatMap((column) => {
    const of = view.columns.find(({ profile }) => profile.heading === column.headings[0]);
    if (column.kind !== 'column' || column.to !== 'unit' || !of) return [];
    const labels = labelsOf(of.profile).slice(0, thresholds.labelsTried);
    return [...codesOf(labels, column, view.record, view.language).values()].flatMap(
      (code) => code ?? [],
    );
  });
}

/** What is seized by weight is an amount, and no number of seizures. */
function byWeight(
  found: Record<string, ConstantGuess>,
  codes: readonly string[],
  reason: Text,
): void {
  const metric = found['metric'];
  const weighs = codes.some(isWeight);
  if (metric?.value !== 'quantity' || !weighs) return;
  found['metric'] = {
    ...metric,
    confidence: Math.max(metric.confidence, 0.88),
    reason: inFour(
      '{before}, en {reason}',
      '{before}, et {reason}',
      '{before}, und {reason}',
      '{before}, and {reason}',
      { before: metric.reason, reason },
    ),
  };
}

const notations: readonly (readonly [words: RegExp, agency: string, confidence: number])[] = [
  [/HARC/u, 'NL_HARC', 0.85],
  [/(?<!\p{L})Table (?:SZR|PPP)-\d+/u, 'EUDA', 0.86],
  [/Bron: Politie|politie\.nl|Nationale Politie/u, 'NL_POL', 0.85],
  [/police(?: nationale)? et (?:par )?(?:la )?gendarmerie/iu, 'FR_PN+FR_GN', 0.88],
  [/FIU-Nederland/iu, 'FIU_NL', 0.85],
  [/Police grand-ducale/iu, 'LU_POL', 0.85],
];

/** Kinds of services whose own work figures of crime are; statistics of others are passed on by the rest. */
const working: ReadonlySet<string> = new Set([
  'police',
  'customs',
  'prosecution',
  'team',
  'fiu',
  'asset_recovery',
]);

/** A text in small letters, by which few of many names are chosen: an expression takes longer to be read than all other names to be looked for. */
const smallLetters = (text: string): string => text.toLowerCase().replaceAll('ſ', 's');

/** Whether a name is of two words of which one says the country of the service ("douane française"). */
const saysOwnCountry = (name: string, country: string | null): boolean => {
  const words = name.split(/\s+/u);
  return words.length === 2 && words.some((word) => landOfAdjective(word) === country);
};

/** Names of services in three words or more, or with their country, without the short form in brackets behind them, the longest first. */
const namesInFull: readonly {
  readonly small: string;
  readonly words: RegExp;
  readonly code: string;
}[] = agencies
  .flatMap(({ code, kind, label, synonyms, country }) =>
    (working.has(kind) ? [...Object.values(label), ...synonyms] : []).map(
      (name) => [name.replace(/ \(.*\)$/u, ''), code, country ?? null] as const,
    ),
  )
  .filter(([name, , country]) => name.split(/\s+/u).length > 2 || saysOwnCountry(name, country))
  .sort(([a], [b]) => b.length - a.length)
  .map(([name, code]) => {
    const words = new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, 'iu');
    return { small: smallLetters(name), words, code };
  });

/** The service that a text names in full, or a part of a title names alone ("Zollverwaltung – …"); of several so called that of the country, or of one named beside it. */
function serviceNamed(
  text: string,
  titles: readonly string[],
  country: string | undefined,
): readonly [words: string, agency: string] | null {
  const small = smallLetters(text);
  for (const { small: name, words, code } of namesInFull) {
    const found = small.includes(name) ? words.exec(text)?.[0] : undefined;
    if (found !== undefined) return [found, code];
  }
  const beside = titles.flatMap((line) => line.split(/[^\p{L}-]+/u));
  const parts = titles.flatMap((line) => {
    const [begins = '', ...others] = line.split(/\s[–—-]\s|[:;,()]/u).map((part) => part.trim());
    // What a title begins with is asked as its publisher, where the list has it.
    return agencies.lookup(begins).kind === 'none' ? [begins, ...others] : others;
  });
  for (const name of parts) {
    const own = agenciesNamed(name).filter((code) => working.has(agencies.get(code).kind));
    const lands = new Set(
      [country, ...beside.map((word) => agenciesNamed(`${name} ${word}`))].flat(),
    );
    const [only, ...others] =
      own.length > 1
        ? own.filter((code) => lands.has(code) || lands.has(agencies.get(code).country ?? ''))
        : own;
    if (only && others.length === 0) return [name, only];
  }
  return null;
}

/** What joins several things in a title, of which one unit is not that of all. */
const joined = /[,&+/]|(?<!\p{L})(?:and|or|en|et|ou|und|oder)(?= \p{L})/iu;

/** A text without the headings that are kinds as a whole ("132 Valsheid in zegels en merken"): no unit stands in them. */
function withoutKinds(text: string, columns: readonly ColumnGuess[]): string {
  const kinds = new Set(
    columns.flatMap(({ headings, written }) =>
      partsOf(written).some((part) => 'offence' in groupsIn(part)) ? headings : [],
    ),
  );
  const lines = text.split('\n');
  return kinds.size === 0 ? text : lines.filter((line) => !kinds.has(line)).join('\n');
}

/** What figures are that are mostly no whole numbers: the things that their headings name they do not count. */
function brokenAsked({ columns, of, example }: NonNullable<TableView['broken']>): ConstantGuess {
  const asked = guessOf(
    'offences',
    0.3,
    inFour(
      '{columns} van de {of} kolommen bevatten gebroken getallen zoals {example}, en een aantal is geheel: zijn het aandelen, cijfers per inwoners of gemiddelden, en waarvan?',
      '{columns} colonnes sur {of} contiennent des nombres décimaux comme {example}, et un nombre de choses est entier : s’agit-il de parts, de taux ou de moyennes, et de quoi ?',
      '{columns} von {of} Spalten enthalten gebrochene Zahlen wie {example}, und eine Anzahl ist ganz: sind es Anteile, Häufigkeitszahlen oder Mittelwerte, und wovon?',
      '{columns} of {of} columns hold broken numbers such as {example}, and a number of things is whole: are they shares, rates or means, and of what?',
      { columns, of, example: quoted(example) },
    ),
  );
  return { ...asked, standsIn: true };
}

/** The basis of finds in a port, where whether their places are ports is asked of those: one answer says both. */
function askedWithPorts(basisOf: ConstantGuess, level: ConstantGuess | undefined): ConstantGuess {
  return basisOf.value === 'seized_in_port' && level?.value === 'port' && level.askedWith
    ? { ...basisOf, askedWith: level.askedWith }
    : basisOf;
}

/** The name of a file with blanks between its words: "number-of-seizures-heroin". */
const wordsOfName = (file: string): string =>
  file.replaceAll('_', ' ').replace(/(?<=\p{L})-(?=\p{L}{2})/gu, ' ');

/**
 * Fields that no column fills and that title, headings, file name and footer imply. A field that every record needs is
 * always in the result: where nothing says what it is, with a low confidence, as a question and never as a default.
 */
export function guessConstants(
  view: TableView,
  columns: readonly ColumnGuess[],
  around: Surroundings,
): Readonly<Record<string, ConstantGuess>> {
  const { fields, sets } = filled(columns);
  const lacks = (field: string): boolean =>
    !fields.has(field) && (sets.length === 0 || sets.some((set) => !set.has(field)));
  const headings = columns.flatMap(({ headings: names, to }) =>
    to === null || isFigureField(to) ? names : [],
  );
  const text = [
    ...around.titleLines,
    ...around.footerLines,
    around.file,
    ...headings,
    ...dataSets(view.columns.map(({ profile }) => profile)),
  ]
    .join('\n')
    .replaceAll('_', ' ');
  const found: Record<string, ConstantGuess> = {};
  const seizure = view.record === 'seizure';
  const titled = [
    ...around.titleLines,
    wordsOfName(around.file),
    ...dataSets(view.columns.map(({ profile }) => profile)),
    ...measureOfAll(view),
  ]
    .join('\n')
    .replaceAll('_', ' ');
  // What a title says it measures is changed by no note to one of its figures.
  const isSaid = metricOfWords.some(([words]) => words.test(titled));
  const below = around.footerLines.filter((line) => !(isSaid && markNote.test(line)));
  const measuring = [titled, ...below, ...sharedHeadings(columns)].join('\n').replaceAll('_', ' ');
  const foldsKinds =
    columns.some(({ written }) => partsOf(written).some((part) => 'offence' in groupsIn(part))) ||
    areDealings(columns.flatMap(({ to, headings: names }) => (to === 'value' ? names : [])));
  const measured = seizure ? null : metric(view, measuring, titled, foldsKinds, columns);
  const isOpen = view.broken !== null && (measured === null || counting.has(measured.value));
  const setMetrics = columns.flatMap(({ written }) => {
    const set = written as {
      readonly set?: { readonly metric?: string };
      readonly value?: { readonly set?: { readonly metric?: string } };
    } | null;
    return set?.set?.metric ?? set?.value?.set?.metric ?? [];
  });
  const [said] = setMetrics;
  if (!seizure && lacks('metric'))
    found['metric'] =
      (isOpen && view.broken ? brokenAsked(view.broken) : measured) ??
      guessOf(
        '',
        0,
        inFour(
          'niets in het bestand zegt wat er wordt gemeten',
          'rien dans le fichier ne dit ce qui est mesuré',
          'nichts in der Datei sagt, was gemessen wird',
          'nothing in the file says what is measured',
        ),
      );
  const metricValue = said ?? found['metric']?.value ?? null;
  // What no metric holds is in no unit of one, and nobody registered or seized it.
  const isApart = found['metric']?.standsIn === true && namesOtherSubject(titled) !== null;
  if (
    lacks('unit') &&
    !columns.some(({ written }) => (written as { as?: string } | null)?.as === 'quantity')
  ) {
    // The unit is asked of the figures that have none: of their metric, and of no other's.
    const [ofRows, ...differing] = new Set(metricsOfRows(columns));
    const counted =
      metricWithoutUnit(columns) ??
      found['metric']?.value ??
      metricValue ??
      (typeof ofRows === 'string' && differing.length === 0 ? ofRows : null);
    const unit = isApart
      ? 'piece'
      : counted === 'offences' && casesNamed(around.titleLines.join('\n')) !== null
        ? 'case'
        : (metricOfWords.find(([, name]) => name === counted)?.[2] ?? null);
    // "Quantity of cannabis plants seized"
    const [things] =
      counted === 'quantity' && !joined.test(titled)
        ? titled.split('\n').flatMap((line) => {
            const thing = thingCounted(line);
            return thing === null ? [] : [{ said: line.trim(), unit: thing }];
          })
        : [];
    const inTitle = unitWithin(withoutKinds(text, columns), view.language) ?? things ?? null;
    const stated = titleUnit(around.titleLines, view.language, seizure ? null : counted);
    if (stated !== null && stated.confidence >= thresholds.constantTaken)
      byWeight(
        found,
        [stated.value],
        inFour(
          'de titel geeft een gewicht',
          'le titre donne un poids',
          'der Titel nennt ein Gewicht',
          'the title gives a weight',
        ),
      );
    const priced =
      counted === 'price' ? around.titleLines.flatMap((line) => priceUnit(line) ?? []) : [];
    const stoodIn =
      counted === 'quantity' || seizure ? 'kg' : isOfMoney(counted) ? 'EUR' : (priced[0] ?? '');
    const perUnit = found['metric']?.standsIn && counted === 'price' ? moneyOf(columns) : null;
    const inHeadings = perUnit !== null && {
      ...guessOf(
        perUnit,
        0.88,
        inFour(
          'de koppen zeggen {unit}',
          'les en-têtes disent {unit}',
          'die Überschriften sagen {unit}',
          'the headings say {unit}',
          { unit: perUnit },
        ),
      ),
      askedWith: 'metric' as const,
    };
    const named =
      inTitle !== null &&
      guessOf(
        inTitle.unit,
        0.8,
        inFour(
          'titel of koppen zeggen {said}',
          'le titre ou les en-têtes disent {said}',
          'Titel oder Überschriften sagen {said}',
          'title or headings say {said}',
          { said: quoted(inTitle.said) },
        ),
      );
    const countsHeld = inFour(
      '{metric} telt men daarin',
      '{metric} se compte ainsi',
      '{metric} wird darin gezählt',
      '{metric} are counted in it',
      { metric: counted ?? '' },
    );
    const ofMetric = unit !== null && {
      ...guessOf(unit, 0.88, isApart ? noMetric : countsHeld),
      ...(counted === found['metric']?.value && { askedWith: 'metric' as const }),
    };
    const untold = inFour(
      'niets in het bestand zegt in welke eenheid',
      'rien dans le fichier ne dit dans quelle unité',
      'nichts in der Datei sagt, in welcher Einheit',
      'nothing in the file says in which unit',
    );
    found['unit'] = stated ||
      inHeadings ||
      named ||
      ofMetric || { ...guessOf(stoodIn, stoodIn === '' ? 0 : 0.3, untold), standsIn: true };
  }
  byWeight(
    found,
    unitsOfRows(view, columns),
    inFour(
      'rijen geven een gewicht',
      'des lignes donnent un poids',
      'Zeilen nennen ein Gewicht',
      'rows give a weight',
    ),
  );
  if (lacks('place')) found['place'] = placeOfAll(view, columns, around);
  if (seizure && lacks('seizingCountry'))
    found['seizingCountry'] = view.country
      ? guessOf(
          view.country.country,
          countryOfFinds(view) === view.country.country
            ? thresholds.constantTaken
            : view.country.byCells
              ? 0.6
              : 0.7,
          inFour(
            '{word} wijst op dit land',
            '{word} désigne ce pays',
            '{word} deutet auf dieses Land',
            '{word} points to this country',
            { word: quoted(view.country.word) },
          ),
        )
      : guessOf(
          '',
          0,
          inFour(
            'niets zegt welk land in beslag nam',
            'rien ne dit quel pays a saisi',
            'nichts sagt, welches Land sichergestellt hat',
            'nothing says which country seized',
          ),
        );
  if (seizure && lacks('placeLevel')) {
    const onlyCountry = columns.some(
      ({ written }) =>
        Array.isArray(written) &&
        written.some((each) => (each as { to?: string }).to === 'seizingCountry') &&
        written.some((each) => (each as { to?: string }).to === 'place'),
    );
    found['placeLevel'] = onlyCountry
      ? guessOf(
          'country',
          0.85,
          inFour(
            'de plaats is het land van inbeslagname',
            'le lieu est le pays de saisie',
            'der Ort ist das Land der Sicherstellung',
            'the place is the country of seizure',
          ),
        )
      : levelOfPlaces(view);
  }
  if (lacks('basis')) {
    const figures = columns.filter(({ to }) => isFigureField(to));
    const sures = figures.map(({ confidence }) => confidence);
    // Which metric it is may be asked of some of them: where all have one basis, that is asked of none.
    const bases = new Set(setMetrics.map(onlyBasis));
    const shareOne = setMetrics.length === figures.length && bases.size === 1 && !bases.has(null);
    const sure =
      said === undefined
        ? found['metric']?.confidence
        : shareOne
          ? Math.max(...sures)
          : Math.min(...sures);
    // Figures that are on one basis only have it by themselves: what is asked is that of the others.
    const [unsettled = metricValue] = figures.flatMap(({ written }) => {
      const set = setsIn(written);
      const own = set['metric'] ?? found['metric']?.value;
      return set['basis'] === undefined && typeof own === 'string' ? own : [];
    });
    const guess = isApart
      ? guessOf('not_applicable', found['metric']?.confidence ?? 0, noMetric)
      : basis(
          view,
          unsettled || metricOfColumn(columns),
          [
            text,
            ...columns.flatMap(({ headings: names, to }) => (to === 'place' ? names : [])),
          ].join('\n'),
          Math.min(thresholds.constantTaken, sure || 1),
        );
    // What only one basis fits has it by its metric, and is asked with that.
    const follows =
      !seizure && found['metric']?.value === unsettled && onlyBasis(unsettled ?? '') !== null;
    found['basis'] =
      follows && guess.value !== ''
        ? { ...guess, askedWith: 'metric' }
        : askedWithPorts(guess, ownValue(found, 'placeLevel'));
  }
  const weighs = columns.some(({ to, written }) => {
    const unit = isFigureField(to) ? (setsIn(written)['unit'] ?? found['unit']?.value) : null;
    return typeof unit === 'string' && isWeight(unit);
  });
  if (seizure && weighs && !fields.has('massBasis') && !sets.some((set) => set.has('massBasis')))
    found['massBasis'] = massBasisOf([...around.titleLines, ...around.footerLines]);
  const time = ['period', 'periodStart', 'date'].some((field) => fields.has(field));
  if (!time) found[seizure ? 'date' : 'period'] = period(around, headings, view);
  const published = seizure || !lacks('publishedOn') ? null : publishedOn(around, view);
  if (published) found['publishedOn'] = published;
  if (lacks('agencies')) {
    const agency = notations.find(([words]) => words.test(text));
    const named = serviceNamed(text, around.titleLines, view.country?.country);
    const registered = seizure ? null : registeredBy(view, text, found['place']?.value);
    if (agency)
      found['agencies'] = guessOf(agency[1], agency[2], fileSays(agency[0].exec(text)?.[0] ?? ''));
    else if (named) found['agencies'] = guessOf(named[1], 0.7, fileSays(named[0]));
    else if (registered) found['agencies'] = registered;
  }
  const scope = titleScope(
    view,
    around.titleLines,
    (field) =>
      lacks(field) && !(time && ['period', 'periodStart', 'periodEnd', 'date'].includes(field)),
  );
  const elsewhere = [around.sheet ?? '', wordsOfName(around.file.replace(/\.[^.]+$/u, ''))];
  const words = titleWords(
    around.titleLines,
    elsewhere,
    view,
    (field) => lacks(field) && !ownValue(scope, field),
    (field) => sets.some((set) => set.has(field)),
  );
  const told = { ...words, ...scope };
  // A title that names several drugs is asked about by itself.
  const drug =
    seizure || told['substance'] || around.titleLines.some((line) => drugOfHeading(line, view))
      ? null
      : drugOfWeights(view, columns, found['metric']?.value, text);
  const isKindSaid =
    seizure ||
    ['offence', 'nationalCode', 'substance'].some((field) => !lacks(field) || told[field]);
  const kind = isKindSaid ? null : kindOfFolds(columns);
  return {
    ...found,
    ...(drug && { substance: drug }),
    ...(kind && { nationalCode: kind }),
    ...told,
  };
}

/** The one kind of offence of which the headings of a fold say that all its figures are ("Fietsdiefstal 2022", "Fietsdiefstal 2023"), in their own words; null where they name none or several. */
function kindOfFolds(columns: readonly ColumnGuess[]): ConstantGuess | null {
  const names = columns
    .filter(({ kind }) => kind === 'fold')
    .flatMap(({ headings }) => headings)
    .map((heading) =>
      heading
        .replace(/[\d*()]+/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    );
  const [name = '', ...others] = new Set(names);
  if (others.length > 0 || !/^\p{L}[\p{L}\p{M}'’ ,/-]+$/u.test(name) || !offenceWords.test(name))
    return null;
  return guessOf(
    name,
    0.6,
    inFour(
      'de koppen zeggen van welk soort misdrijf de cijfers zijn, en geen kolom bevat het; bewaard in hun woorden',
      'les en-têtes disent de quel genre d’infraction sont les chiffres, et aucune colonne ne le contient ; gardé dans leurs mots',
      'die Überschriften sagen, von welcher Art Straftat die Zahlen sind, und keine Spalte enthält es; in ihrem Wortlaut behalten',
      'the headings say of which kind of offence the figures are, and no column holds it; kept in their words',
    ),
  );
}

/** Goods that are no drugs, of which weights are seized as well. */
const otherGoods =
  /tabak|tabac|tobacco|sigaret|cigar|zigar|vuurwerk|firework|feu(?:x)? d['’]artifice|feuerwerk|pyrotechn|ivoor|ivoire|elfenbein|ivory|lachgas|wapens?(?!\p{L})|armes|waffen|goud(?!\p{L})|gold(?!\p{L})|afval|déchets|abfall|waste/iu;

/**
 * Of which drug weights are that no column, title or heading of theirs says it of: the one that another heading names ("Containers met
 * cocaïne" beside "Gewicht (kg)"), else a question. Null where something tells it, or where other things are counted or other goods named.
 */
function drugOfWeights(
  view: TableView,
  columns: readonly ColumnGuess[],
  metricOfAll: string | undefined,
  text: string,
): ConstantGuess | null {
  const { fields, sets } = filled(columns);
  const tells = ['substance', 'nationalCode', 'offence'];
  if (tells.some((field) => fields.has(field) || sets.some((set) => set.has(field)))) return null;
  const figures = columns
    .filter(({ to }) => isFigureField(to))
    .map(({ written }) => setsIn(written));
  const metrics = figures.map((set) => set['metric'] ?? metricOfAll);
  const isSeized = metrics.every((each) => each === 'quantity' || each === 'seizures');
  if (!isSeized || !metrics.includes('quantity') || otherGoods.test(text)) return null;
  const named = view.columns.flatMap(({ profile: { heading } }) => {
    const drug = drugOfHeading(heading, view);
    return drug?.code ? [{ heading, code: drug.code }] : [];
  });
  const [first] = named;
  return first && named.every(({ code }) => code === first.code)
    ? guessOf(
        first.code,
        0.6,
        inFour(
          'alleen de kop {heading} noemt een middel',
          'seul l’en-tête {heading} nomme une drogue',
          'nur die Überschrift {heading} nennt einen Stoff',
          'only the heading {heading} names a drug',
          { heading: quoted(first.heading) },
        ),
      )
    : {
        ...guessOf(
          'DRUG_UNSPEC',
          0.3,
          inFour(
            'niets in het bestand zegt van welk middel de hoeveelheden zijn',
            'rien dans le fichier ne dit de quelle drogue sont les quantités',
            'nichts in der Datei sagt, von welchem Stoff die Mengen sind',
            'nothing in the file says of which drug the amounts are',
          ),
        ),
        standsIn: true,
      };
}
