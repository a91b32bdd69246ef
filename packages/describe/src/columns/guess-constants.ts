import { massBasisIn } from '@samenbeeld/ingest';
import { inFour, ownValue, places, quoted, type Text } from '@samenbeeld/schema';
import type { ColumnGuess, ConstantGuess } from '../column.ts';
import { type Guess, guessOf } from '../guess.ts';
import { codesOf } from '../mapped-codes.ts';
import { areTrades } from '../persons/trades.ts';
import { fileSays } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import {
  cellsOf,
  fieldIn,
  fieldsOf,
  groupsIn,
  isFigure,
  isFigureField,
  partsOf,
  setIn,
} from '../written.ts';
import { basis, onlyBasis } from './guess-basis.ts';
import {
  markNote,
  metric,
  metricOfColumn,
  metricsOfRows,
  registeredBy,
  sharedHeadings,
} from './guess-metric.ts';
import { period, type Surroundings } from './guess-period.ts';
import { isOfMoney, measureOf, moneyPer, priceUnit } from './measures.ts';
import { casesNamed, metricOfWords } from './metric-words.ts';
import { namesPlace } from './place-shapes.ts';
import { dataSets, labelsOf } from './profile-column.ts';
import { measureOfAll, type TableView } from './table-view.ts';
import { titleScope } from './title-scope.ts';
import { titleUnit } from './title-unit.ts';
import { areDealings, titleWords } from './title-words.ts';
import { namesOtherSubject } from './uncounted.ts';
import { isWeight, thingCounted, unitWithin } from './unit-words.ts';
import { perhapsTowns } from './write-place.ts';
import { counting } from './write-value.ts';

/** A place that a title leaves out ("France (hors Mayotte)"). */
const leftOutPlace =
  /(?<!\p{L})(?:hors|sauf|ohne|außer|exclu\p{L}*|excl\.|without|except|zonder|behalve)\s+(?:\p{Ll}{1,3}\s+)?\p{Lu}[\p{L}-]*/gu;

/** The only region of a country that a text names: figures of a part are none of the whole. Several say no more. */
function partOf(country: string, text: string): string | null {
  const words = ` ${text
    .replace(leftOutPlace, ' ')
    .replace(/[\s_.,;:()/-]+/gu, ' ')
    .toLowerCase()} `;
  const named = places.flatMap((place) =>
    place.kind === 'region' &&
    place.country === country &&
    Object.values(place.label).some(
      (label) =>
        label.length > 4 && words.includes(` ${label.replace(/[\s-]+/gu, ' ').toLowerCase()} `),
    )
      ? [place.code]
      : [],
  );
  // Of a region and its own parts with one name the wider is meant.
  const [widest, ...finer] = named.sort((a, b) => a.length - b.length);
  return widest !== undefined && finer.every((code) => code.startsWith(widest)) ? widest : null;
}

/** How fine the places are: ports, where each name is one; a bare name may still mean the town around it. */
function levelOfPlaces({ columns, language }: TableView): ConstantGuess {
  const column = columns.find(({ meanings: [top] }) => top?.concept === 'place');
  const labels = column ? labelsOf(column.profile).slice(0, 100) : [];
  const ports = labels.filter((label) => {
    const match = places.lookup(label, language);
    return match.kind === 'exact' && match.entry.kind === 'port';
  }).length;
  if (labels.length > 0 && ports === labels.length)
    return guessOf(
      'port',
      perhapsTowns(labels, column?.profile.heading ?? '', language).length === 0 ? 0.88 : 0.5,
      inFour(
        '{n} van de {of} {of:plaats|plaatsen} {n:is een haven|zijn havens}',
        '{n} {n:lieu|lieux} sur {of} {n:est un port|sont des ports}',
        '{n} von {of} {of:Ort|Orten} {n:ist ein Hafen|sind Häfen}',
        '{n} of {of} places are ports',
        { n: ports, of: labels.length },
      ),
      [
        {
          value: 'municipality',
          confidence: 0.3,
          reason: inFour(
            'misschien zijn de steden bedoeld',
            'peut-être les villes',
            'vielleicht sind die Städte gemeint',
            'the towns may be meant',
          ),
        },
      ],
    );
  const untold = guessOf(
    'municipality',
    0.4,
    inFour(
      'niets zegt hoe fijn de plaatsen zijn',
      'rien ne dit à quel niveau sont les lieux',
      'nichts sagt, wie fein die Orte sind',
      'nothing says how fine the places are',
    ),
    [
      {
        value: 'municipality',
        confidence: 0.4,
        reason: inFour(
          'steden en gemeenten',
          'villes et communes',
          'Städte und Gemeinden',
          'towns and municipalities',
        ),
      },
      {
        value: 'port',
        confidence: 0.35,
        reason: inFour(
          'de plaatsen kunnen havens zijn',
          'les lieux peuvent être des ports',
          'die Orte können Häfen sein',
          'the places may be ports',
        ),
      },
    ],
  );
  return { ...untold, standsIn: true };
}

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

/** A column of labels that nothing explains: it may hold the places, unless they are trades. */
function isUnexplained({ profile, meanings }: TableView['columns'][number]): boolean {
  const [top] = meanings;
  const kinds = labelsOf(profile)
    .slice(0, thresholds.labelsLooked)
    .filter((label) => !saysTotal(label));
  return (
    !areTrades(kinds) &&
    !meanings.some(({ heading }) => (heading?.score ?? 0) >= thresholds.headingTells) &&
    profile.words > 0 &&
    labelsOf(profile).length > 1 &&
    (top?.confidence ?? 0) < thresholds.written &&
    measureOf(profile.heading) === null
  );
}

/** Fields that hold names of places, or of services called after them, and words. */
const mayNamePlaces: ReadonlySet<string> = new Set([
  'place',
  'placeNote',
  'seizingCountry',
  'originCountry',
  'departureCountry',
  'destinationCountry',
  'agencies',
  'note',
  'reference',
]);

/** How sure a country must be for that to be its whole. */
const surelyOfCountry = 0.8;

/** Words that say that figures are of a whole country. */
const ofWholeCountry =
  /(?<!\p{L})(?:(?:total|totaal|totaux|gesamt|niveau|ensemble)[ _-]nationa(?:l|al|ux)|nationa(?:l|al)[ _-](?:totals?|totaal|level|niveau)|landelijk totaal|bundesweit|nationwide|france[ _-]enti[eè]re)(?!\p{L})/iu;

/** The heading of a column that is not understood and that names places all the same: where they are is said there, and in no title. */
function unreadPlaces(view: TableView, columns: readonly ColumnGuess[]): string | null {
  const unread = new Set(
    columns.flatMap(({ headings, written, decide }) => {
      const to = fieldsOf(written);
      const isRead =
        to.length > 0 && (decide.length === 0 || to.some((each) => mayNamePlaces.has(each)));
      return isRead ? [] : headings;
    }),
  );
  const found = view.columns.find(({ profile }) => {
    if (!unread.has(profile.heading) || profile.words === 0) return false;
    const labels = labelsOf(profile).filter((label) => !saysTotal(label));
    const named = labels.slice(0, thresholds.labelsLooked).filter(namesPlace).length;
    return named > 0 && named * 4 >= Math.min(labels.length, thresholds.labelsLooked);
  });
  return found?.profile.heading ?? null;
}

const agencies: readonly (readonly [words: RegExp, agency: string, confidence: number])[] = [
  [/HARC/u, 'NL_HARC', 0.85],
  [/(?<!\p{L})Table (?:SZR|PPP)-\d+/u, 'EUDA', 0.86],
  [/Bron: Politie|politie\.nl|Nationale Politie/u, 'NL_POL', 0.85],
  [/police(?: nationale)? et (?:par )?(?:la )?gendarmerie/iu, 'FR_PN+FR_GN', 0.88],
  [/FIU-Nederland/iu, 'FIU_NL', 0.85],
  [/Police grand-ducale/iu, 'LU_POL', 0.85],
  [/douanes et accises \(?ADA|Administration des douanes et accises/iu, 'LU_CUST', 0.7],
];

/** A sheet named by two digits, or as a département is: one of many areas, each on a sheet of its own. */
const keyOfPlace = /^(?:\d\d|2[AB]|97\d)$/u;

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
    found['unit'] = stated
      ? stated
      : perUnit !== null
        ? {
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
          }
        : inTitle
          ? guessOf(
              inTitle.unit,
              0.8,
              inFour(
                'titel of koppen zeggen {said}',
                'le titre ou les en-têtes disent {said}',
                'Titel oder Überschriften sagen {said}',
                'title or headings say {said}',
                { said: quoted(inTitle.said) },
              ),
            )
          : unit
            ? {
                ...guessOf(
                  unit,
                  0.88,
                  isApart
                    ? noMetric
                    : inFour(
                        '{metric} telt men daarin',
                        '{metric} se compte ainsi',
                        '{metric} wird darin gezählt',
                        '{metric} are counted in it',
                        { metric: counted ?? '' },
                      ),
                ),
                ...(counted === found['metric']?.value && { askedWith: 'metric' as const }),
              }
            : {
                ...guessOf(
                  stoodIn,
                  stoodIn === '' ? 0 : 0.3,
                  inFour(
                    'niets in het bestand zegt in welke eenheid',
                    'rien dans le fichier ne dit dans quelle unité',
                    'nichts in der Datei sagt, in welcher Einheit',
                    'nothing in the file says in which unit',
                  ),
                ),
                standsIn: true,
              };
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
  if (lacks('place')) {
    const { country } = view;
    const part = country
      ? partOf(country.country, [...around.titleLines, around.sheet ?? '', around.file].join('\n'))
      : null;
    const heldBy = unreadPlaces(view, columns);
    const sheetKey = keyOfPlace.exec(around.sheet?.trim() ?? '')?.[0];
    const said = [...around.titleLines, ...view.columns.map(({ profile }) => profile.heading)];
    const whole =
      country && !country.byCells && country.confidence >= surelyOfCountry
        ? said.map((text) => ofWholeCountry.exec(text)?.[0]).find((word) => word !== undefined)
        : undefined;
    found['place'] =
      heldBy !== null
        ? {
            ...guessOf(
              '',
              0,
              inFour(
                '{heading} noemt plaatsen',
                '{heading} nomme des lieux',
                '{heading} nennt Orte',
                '{heading} names places',
                { heading: quoted(heldBy) },
              ),
            ),
            standsIn: true,
          }
        : sheetKey !== undefined && !part
          ? {
              ...guessOf(
                '',
                0,
                inFour(
                  'het blad heet {sheet}, misschien de sleutel van een gebied',
                  'la feuille s’appelle {sheet}, peut-être le code d’un territoire',
                  'das Blatt heißt {sheet}, vielleicht der Schlüssel eines Gebiets',
                  'the sheet is called {sheet}, perhaps the key of an area',
                  { sheet: quoted(sheetKey) },
                ),
              ),
              standsIn: true,
            }
          : part && country
            ? guessOf(
                part,
                0.8,
                inFour(
                  'titel of bestandsnaam spreken van dit deel van het land',
                  'le titre ou le nom du fichier parlent de cette partie du pays',
                  'Titel oder Dateiname sprechen von diesem Teil des Landes',
                  'title or file name speak of this part of the country',
                ),
                [{ value: country.country, confidence: 0.4, reason: quoted(country.word) }],
              )
            : country && whole !== undefined
              ? guessOf(
                  country.country,
                  thresholds.constantTaken + 0.01,
                  inFour(
                    '{word} wijst op dit land, en {whole} zegt dat de cijfers het hele land dekken',
                    '{word} désigne ce pays, et {whole} dit que les chiffres le couvrent en entier',
                    '{word} deutet auf dieses Land, und {whole} sagt, dass die Zahlen das ganze Land abdecken',
                    '{word} points to this country, and {whole} says that the figures cover all of it',
                    { word: quoted(country.word), whole: quoted(whole) },
                  ),
                )
              : country
                ? guessOf(
                    country.country,
                    Math.min(
                      country.byCells ? 0.7 : view.columns.some(isUnexplained) ? 0.8 : 0.85,
                      country.confidence,
                    ),
                    inFour(
                      '{word} wijst op dit land; of de cijfers het hele land dekken, staat er niet',
                      '{word} désigne ce pays ; rien ne dit que les chiffres le couvrent en entier',
                      '{word} deutet auf dieses Land; ob die Zahlen das ganze Land abdecken, steht nicht da',
                      '{word} points to this country; whether the figures cover all of it is not said',
                      { word: quoted(country.word) },
                    ),
                  )
                : guessOf(
                    '',
                    0,
                    inFour(
                      'geen kolom, titel of bestandsnaam zegt waar',
                      'ni colonne, ni titre, ni nom de fichier ne dit où',
                      'keine Spalte, kein Titel und kein Dateiname sagt, wo',
                      'no column, title or file name says where',
                    ),
                  );
  }
  if (seizure && lacks('seizingCountry'))
    found['seizingCountry'] = view.country
      ? guessOf(
          view.country.country,
          view.country.byCells ? 0.6 : 0.7,
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
    const sure =
      said === undefined
        ? found['metric']?.confidence
        : Math.min(...figures.map(({ confidence }) => confidence));
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
    found['basis'] = follows && guess.value !== '' ? { ...guess, askedWith: 'metric' } : guess;
  }
  const weighs = columns.some(({ to, written }) => {
    const unit = isFigureField(to) ? (setsIn(written)['unit'] ?? found['unit']?.value) : null;
    return typeof unit === 'string' && isWeight(unit);
  });
  if (seizure && weighs && !fields.has('massBasis') && !sets.some((set) => set.has('massBasis')))
    found['massBasis'] = massBasisOf([...around.titleLines, ...around.footerLines]);
  const time = ['period', 'periodStart', 'date'].some((field) => fields.has(field));
  if (!time) found[seizure ? 'date' : 'period'] = period(around, headings, view);
  if (lacks('agencies')) {
    const agency = agencies.find(([words]) => words.test(text));
    const registered = seizure ? null : registeredBy(view, text, found['place']?.value);
    if (agency)
      found['agencies'] = guessOf(agency[1], agency[2], fileSays(agency[0].exec(text)?.[0] ?? ''));
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
  return { ...found, ...words, ...scope };
}
