import { inFour, ownValue, quoted, type Text, units } from '@samenbeeld/schema';
import { quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { splitsBySubstance } from './guess-basis.ts';
import { saysStands } from './legal-status.ts';
import { measureOf } from './measures.ts';
import { metricNamedFirst, metricOfWords } from './metric-words.ts';
import { dataSets, labelsOf } from './profile-column.ts';
import { propose } from './propose.ts';
import { scaleOf } from './scale.ts';
import {
  measureOfAll,
  metricLabels,
  personCodes,
  type TableView,
  unnamedCount,
} from './table-view.ts';
import { namesOtherSubject } from './uncounted.ts';
import { bareCount, currencyNamed, percents } from './unit-words.ts';
import { coded } from './write-coded.ts';
import { type CodeWriting, questions, writeCodes } from './write-codes.ts';
import { ignored, type WrittenGuess } from './written-guess.ts';

/** Eurostat's names of units, which no person reads, and the pure number of other code lists of SDMX. */
const codebook: Readonly<Record<string, string>> = {
  NR: 'offence',
  PN: 'offence',
  P_HTHAB: 'per_1e5',
  P_THAB: 'per_1e3',
  PC: 'pct',
};

/** The same in words, as the data browser writes them. */
const inWords: readonly (readonly [words: RegExp, unit: string])[] = [
  [bareCount, 'offence'],
  [
    /^(?:.* )?(?:per|pour|je) (?:hundred ?thousand|cent mille|hunderttausend|honderdduizend|100[ ,.]?000) (?:inhabitants|habitants|einwohner|inwoners|population|people)$/iu,
    'per_1e5',
  ],
  [
    /^(?:.* )?(?:per|pour|je) (?:thousand|mille|tausend|duizend|1[ ,.]?000) (?:inhabitants|habitants|einwohner|inwoners|population|people)$/iu,
    'per_1e3',
  ],
  [/^(?:percentage|pourcentage|prozent|procent)$/iu, 'pct'],
];

/** The unit, as statistical offices write numbers and rates; a number is one of offences until it is known of what. */
export function codebookOf(label: string): string | null {
  return ownValue(codebook, label) ?? inWords.find(([words]) => words.test(label))?.[1] ?? null;
}

/** Whether a label of a column of units is one: by a list, or as statistical offices write numbers and rates. */
export function saysUnit(label: string, language: TableView['language']): boolean {
  return codebookOf(label) !== null || units.lookup(label, language).kind === 'exact';
}

/** What a bare number counts: offences where there are any, persons where the rows are split by sex or age. */
function thingCounted(view: TableView): string {
  const has = (concepts: readonly string[]): boolean =>
    view.columns.some(
      ({ meanings: [top] }) =>
        top && concepts.includes(top.concept) && top.confidence > thresholds.meaningTells,
    );
  if (
    metricLabels(view).some((labels) =>
      labels.every((label) => measureOf(label)?.name === 'victims'),
    )
  )
    return 'victim';
  const persons = personCodes(view);
  if (persons.length > 0)
    return persons.every((code) => code === 'PER_SUSP')
      ? 'suspect'
      : persons.every((code) => code.startsWith('PER_VIC'))
        ? 'victim'
        : 'person';
  // "Persons arrested/suspected/cautioned"
  const measured = metricLabels(view)
    .flat()
    .filter((label) => /\p{Ll}/u.test(label));
  if (measured.length > 0 && measured.every((label) => metricNamedFirst(label) === 'suspects'))
    return 'suspect';
  // Prisoners and their prisons, split by offence, are none.
  const sets = dataSets(view.columns.map(({ profile }) => profile));
  if (sets.some((name) => namesOtherSubject(name) !== null)) return 'piece';
  const isOffence = has(['offence', 'offenceKey']) && unnamedCount(view) === null;
  const counted = view.victims ? 'victim' : 'person';
  return !isOffence && has(['sex', 'age']) ? counted : 'offence';
}

/** Whether the headings of a table that say what is measured all say seizures. */
function areSeizures({ columns }: TableView): boolean {
  const metrics = columns.flatMap(({ profile }) => measureOf(profile.heading)?.set['metric'] ?? []);
  return metrics.length > 0 && metrics.every((metric) => metric === 'seizures');
}

/** What a bare number counts where all rows measure one thing that no word of victims or of a part narrows; null elsewhere. */
function unitSaid(view: TableView): string | null {
  const labels = measureOfAll(view);
  const [metric, ...others] = new Set(labels.map(metricNamedFirst));
  if (!metric || others.length > 0 || thingCounted(view) === 'victim') return null;
  if (labels.some((label) => measureOf(label)?.ignore)) return null;
  return metricOfWords.find(([, name]) => name === metric)?.[2] ?? null;
}

/** What a bare number may count where no column holds offences: what the file says is measured, persons, or pieces until it is answered. */
function numberOf(view: TableView): string {
  if (areSeizures(view)) return 'seizure';
  const thing = thingCounted(view);
  const said = metricOfWords.find(([words]) =>
    measureOfAll(view).some((label) => words.test(label)),
  );
  return said?.[2] ?? (thing === 'offence' ? 'piece' : thing);
}

/** Whether a column, or the name of the data set, says that every row measures offences ("Recorded crime incidents"). */
function saysOffences(view: TableView): boolean {
  return (
    unnamedCount(view) === null &&
    [...measureOfAll(view), ...dataSets(view.columns.map(({ profile }) => profile))].some(
      (label) => metricNamedFirst(label) === 'offences',
    )
  );
}

function isOffenceColumn({ meanings: [top] }: TableView['columns'][number]): boolean {
  return top !== undefined && ['offence', 'offenceKey'].includes(top.concept);
}

/** Units that are a number, or a rate of it, as Eurostat gives them; null where others are among them. */
function byCodebook(labels: readonly string[], view: TableView): WrittenGuess | null {
  const coded = labels.every((label) => Object.hasOwn(codebook, label));
  const rated = labels.some((label) => codebookOf(label)?.startsWith('per_'));
  if (labels.length > 0 && (coded || (rated && labels.every((label) => codebookOf(label))))) {
    const counts = thingCounted(view);
    const codes = Object.fromEntries(
      labels.map((label) => {
        const unit = codebookOf(label) ?? '';
        return [label, unit === 'offence' ? counts : unit];
      }),
    );
    const areRates = Object.values(codes).every((unit) => unit.startsWith('per_'));
    return {
      to: 'unit',
      // Where no row has the count itself, a rate is recorded as one.
      written: areRates
        ? [
            { to: 'unit', codes },
            { to: 'stat', codes: Object.fromEntries(labels.map((label) => [label, 'rate'])) },
          ]
        : { to: 'unit', codes },
      crosswalks: [],
      decide: areRates ? [inFour(...ofRates, { labels: quotedAll(labels, 3) })] : [],
      factor: 1,
      proven:
        counts === 'suspect' ||
        (counts === 'offence' &&
          unnamedCount(view) === null &&
          (view.columns.some(isOffenceColumn) || saysOffences(view))),
      why: inFour(
        'codes van Eurostat: NR is een aantal, van misdrijven tenzij de gegevens personen tellen',
        'codes d’Eurostat : NR est un nombre, d’infractions sauf si le jeu de données compte des personnes',
        'Codes von Eurostat: NR ist eine Anzahl, von Straftaten, sofern der Datensatz nicht Personen zählt',
        'codes of Eurostat: NR is a number, of offences unless the data set counts persons',
      ),
    };
  }
  return null;
}

/** The currency in which the value columns give prices, or null. */
function currencyOf({ columns, priced }: TableView): string | null {
  for (const { profile } of columns) {
    const labels = labelsOf(profile);
    if (priced && labels.length === 1 && /^(?:USD|EUR|GBP|CHF)$/.test(labels[0] ?? ''))
      return labels[0] ?? null;
  }
  if (priced?.currency) return priced.currency;
  for (const { profile } of columns) {
    const currency = currencyNamed(profile.heading);
    if (currency && measureOf(profile.heading)?.set['metric'] === 'price') return currency;
  }
  return null;
}

/** Units of prices: a currency for what is measured ("Gram" is USD/g, "1000 tablet" is USD/1000 tablet). */
function prices(labels: readonly string[], currency: string, view: TableView): WrittenGuess {
  const rows = labels.map((label) => {
    const [, number = '', word = label] = /^(\d+)\s+(.+)$/.exec(label) ?? [];
    const [proposal] = propose([word], 'units', { language: view.language });
    const known =
      proposal && proposal.to !== null && proposal.confidence >= thresholds.taken
        ? proposal.to
        : null;
    const to = known ? `${currency}/${number ? `${number} ${known}` : known}` : null;
    return {
      from: label,
      to,
      match: to ? ('exact' as const) : ('none' as const),
      note: to
        ? null
        : inFour(
            'geen eenheid met die naam',
            'aucune unité de ce nom',
            'keine Einheit dieses Namens',
            'no unit of that name',
          ),
      confidence: to ? 0.9 : 0.2,
      decide: to === null,
    };
  });
  const open = rows.filter(({ decide }) => decide).map(({ from }) => from);
  return {
    to: 'unit',
    written: { to: 'unit', crosswalk: 'units.csv' },
    crosswalks: [{ file: 'units.csv', list: 'units', rows }],
    decide:
      open.length > 0
        ? [
            inFour(
              'Wat zijn prijzen per {labels}?',
              'Que sont des prix par {labels} ?',
              'Was sind Preise je {labels}?',
              'What are prices per {labels}?',
              { labels: quotedAll(open, 5) },
            ),
          ]
        : [],
    factor: 1,
    why: inFour(
      '{n} van de {of} {n:is een eenheid|zijn eenheden} van een prijs in {currency}',
      '{n} sur {of} {n:est une unité|sont des unités} d’un prix en {currency}',
      '{n} von {of} {n:ist eine Einheit|sind Einheiten} eines Preises in {currency}',
      '{n} of {of} are units of a price in {currency}',
      { n: rows.length - open.length, of: rows.length, currency },
    ),
  };
}

const countUnitOf: Readonly<Record<string, string>> = {
  offence: 'offence',
  case: 'case',
  victim: 'victim',
  suspect: 'suspect',
  vehicle: 'vehicle',
  procedure: 'procedure',
  report: 'report',
  transaction: 'transaction',
  file: 'file',
  seizure: 'seizure',
};

/** Words that mean a unit of count only in a column that says it holds one. */
const counted: Readonly<Record<string, string>> = {
  'victime entendue': 'victim',
  'victimes entendues': 'victim',
  'mis en cause': 'suspect',
  infraction: 'offence',
  infractions: 'offence',
};

type Question = readonly [nl: string, fr: string, de: string, en: string];

/** What a bare number may be of beside offences or persons, and outside them. */
const ofCrime: Question = [
  '{label} van wat: misdrijven, zaken of personen?',
  '{label} de quoi : infractions, affaires ou personnes ?',
  '{label} wovon: Straftaten, Fälle oder Personen?',
  '{label} of what: offences, cases or persons?',
];
const ofRates: Question = [
  'Alle rijen geven verhoudingsgetallen ({labels}): is er een bestand met de aantallen? Een beeld telt aantallen en rekent de verhoudingen zelf uit.',
  'Toutes les lignes donnent des taux ({labels}) : y a-t-il un fichier des nombres ? Un tableau compte des nombres et calcule lui-même les taux.',
  'Alle Zeilen geben Häufigkeitszahlen an ({labels}): gibt es eine Datei mit den Anzahlen? Ein Lagebild zählt und berechnet die Häufigkeiten selbst.',
  'All rows give rates ({labels}): is there a file with the counts? A picture adds counts and works out rates itself.',
];
const ofFinds: Question = [
  '{label} van wat: stuks, tabletten, planten of inbeslagnames?',
  '{label} de quoi : pièces, comprimés, plantes ou saisies ?',
  '{label} wovon: Stück, Tabletten, Pflanzen oder Sicherstellungen?',
  '{label} of what: pieces, tablets, plants or seizures?',
];

/** What is asked of a unit in thousands or more; null where it is in none. */
function scaledUnit(label: string): Text | null {
  const scale = scaleOf(label);
  if (scale === null) return null;
  return inFour(
    '{label} zegt {scale}: die cijfers staan in duizenden of miljoenen, wat geen eenheid bevat. Vermenigvuldig ze in een kopie, of vraag de bron om hele.',
    '{label} dit {scale} : ces chiffres sont en milliers ou en millions, ce qu’aucune unité ne contient. Multipliez-les dans une copie, ou demandez à la source des nombres entiers.',
    '{label} sagt {scale}: diese Zahlen stehen in Tausend oder Millionen, was keine Einheit enthält. In einer Kopie multiplizieren oder die Quelle um ganze bitten.',
    '{label} says {scale}: those figures are in thousands or millions, which no unit holds. Multiply them in a copy, or ask the source for whole ones.',
    { label: quoted(label.trim()), scale: quoted(scale) },
  );
}

/** Units in thousands or more, which none of the list is: the rows of such a label are refused until they are multiplied. */
function withoutScaled(writing: CodeWriting): CodeWriting {
  const asked = writing.crosswalks.flatMap(({ rows }) =>
    rows.flatMap(({ from }) => scaledUnit(from) ?? []),
  );
  if (asked.length === 0) return writing;
  const crosswalks = writing.crosswalks.map((crosswalk) => ({
    ...crosswalk,
    rows: crosswalk.rows.map((row) => {
      const note = scaledUnit(row.from);
      return note === null
        ? row
        : { from: row.from, to: null, match: 'none' as const, note, confidence: 0.3, decide: true };
    }),
  }));
  const others = crosswalks.flatMap(({ rows, list }) =>
    questions(
      rows.filter(({ from }) => scaledUnit(from) === null),
      list,
    ),
  );
  return { ...writing, crosswalks, decide: [...others, ...asked] };
}

/** Units of which none is known: pieces stand in for them, so that the figures are read, and each is asked. */
function withStandIn(writing: CodeWriting): CodeWriting {
  const isUnread = writing.crosswalks.every(({ rows }) => rows.every(({ to }) => to === null));
  if (writing.crosswalks.length === 0 || !isUnread) return writing;
  return {
    ...writing,
    crosswalks: writing.crosswalks.map((crosswalk) => ({
      ...crosswalk,
      rows: crosswalk.rows.map((row) => ({
        ...row,
        to: 'piece',
        match: 'exact' as const,
        confidence: 0.3,
        decide: true,
        standsIn: true as const,
      })),
    })),
  };
}

/** Whether labels are of a column of units that holds numbers of something, and no more than rates of it beside them. */
export function areNumbersOrRates(labels: readonly string[]): boolean {
  const units = labels.map(codebookOf);
  return units.includes('offence') && units.every((unit) => unit !== null && unit !== 'pct');
}

/** Whether no column gives figures another unit than a number of something or a rate of it. */
export function countsOnly({ columns }: TableView): boolean {
  return columns.every(
    ({ profile, meanings: [top] }) =>
      !['unit', 'countUnit'].includes(top?.concept ?? '') || areNumbersOrRates(labelsOf(profile)),
  );
}

/** A column of units; where it says what is counted, it also gives the unit of count and the metric. */
export function writeUnit(
  concept: 'unit' | 'countUnit',
  labels: readonly string[],
  view: TableView,
): WrittenGuess {
  const { language, record } = view;
  if (labels.length > 0 && saysStands(view) && countsOnly(view))
    return ignored(
      inFour(
        'een aantal; wat er wordt geteld zegt elke rij zelf',
        'un nombre ; chaque ligne dit elle-même ce qui est compté',
        'eine Anzahl; was gezählt wird, sagt jede Zeile selbst',
        'a number; each row itself says what is counted',
      ),
    );
  const known = byCodebook(labels, view);
  if (known) return known;
  if (labels.length > 0 && labels.every((label) => percents.test(label)))
    return {
      to: 'unit',
      written: { to: 'unit', codes: Object.fromEntries(labels.map((label) => [label, 'pct'])) },
      crosswalks: [],
      decide: [],
      factor: 1,
      proven: true,
      why: inFour('procenten', 'des pour cent', 'Prozente', 'percentages'),
    };
  const unitOf = new Map(
    labels.map((label) => {
      const own = ownValue(counted, label.toLowerCase());
      const [proposal] = propose([label], 'units', { language });
      return [
        label,
        own ?? (proposal && proposal.confidence >= thresholds.taken ? proposal.to : null),
      ] as const;
    }),
  );
  const numbers = labels.filter((label) => bareCount.test(label));
  const offences =
    unnamedCount(view) === null &&
    view.columns.some(
      ({ meanings: [first] }) =>
        first !== undefined &&
        ['offence', 'offenceKey'].includes(first.concept) &&
        first.confidence > thresholds.meaningTells,
    );
  if (numbers.length > 0 && numbers.length === labels.length) {
    const said = unitSaid(view);
    const isCoded = view.columns.some(({ profile }) => /^iccs(?!\p{L})/iu.test(profile.heading));
    const unit = said ?? (offences ? 'offence' : numberOf(view));
    // Nothing says of what, and no goods are spoken of: it is one thing to look up with what is measured.
    if (unit === 'piece' && !view.ofGoods)
      return ignored(
        inFour(
          'een aantal; waarvan, wordt gevraagd met wat er wordt gemeten',
          'un nombre ; de quoi, c’est demandé avec ce qui est mesuré',
          'eine Anzahl; wovon, wird mit dem gefragt, was gemessen wird',
          'a number; of what is asked with what is measured',
        ),
      );
    // Whose stand in the proceedings, or whose sex, splits the rows are persons, whatever they are called.
    const arePersons =
      unit === 'person' && (personCodes(view).length > 0 || unnamedCount(view) !== null);
    const isSaid =
      said !== null ||
      (offences && (saysOffences(view) || (isCoded && thingCounted(view) === 'offence'))) ||
      arePersons;
    return {
      to: 'unit',
      written: {
        to: 'unit',
        codes: Object.fromEntries(numbers.map((label) => [label, unit])),
      },
      crosswalks: [],
      decide: isSaid
        ? []
        : [
            inFour(...(unit === 'piece' || unit === 'seizure' ? ofFinds : ofCrime), {
              label: quoted(numbers[0] ?? ''),
            }),
          ],
      factor: isSaid ? 1 : 0.92,
      proven: isSaid,
      why: offences
        ? inFour(
            'een aantal, naast misdrijven',
            'un nombre, à côté d’infractions',
            'eine Anzahl, neben Straftaten',
            'a number, beside offences',
          )
        : inFour('een aantal', 'un nombre', 'eine Anzahl', 'a number'),
    };
  }
  const beside = view.columns.some(
    ({ meanings: [first] }) =>
      first?.concept === 'unit' && first.confidence > thresholds.meaningTells,
  );
  const counts =
    !beside &&
    concept === 'countUnit' &&
    record === 'observation' &&
    labels.length > 0 &&
    [...unitOf.values()].every(
      (unit) => unit !== null && ownValue(countUnitOf, unit) !== undefined,
    );
  if (counts) {
    const entries = [...unitOf].map(([label, unit]): [string, string] => [label, unit ?? '']);
    return {
      to: 'unit',
      written: [
        { to: 'unit', codes: Object.fromEntries(entries) },
        {
          to: 'countUnit',
          codes: Object.fromEntries(
            entries.map(([label, unit]) => [
              label,
              /entendu/i.test(label) ? 'victim_heard' : (ownValue(countUnitOf, unit) ?? unit),
            ]),
          ),
        },
        {
          to: 'metric',
          codes: Object.fromEntries(
            entries.map(([label, unit]) => [label, unit === 'suspect' ? 'suspects' : 'offences']),
          ),
        },
      ],
      crosswalks: [],
      decide: [],
      factor: 1,
      proven: true,
      why: inFour(
        '{n} van de {n} {n:teleenheid is|teleenheden zijn} bekend',
        '{n} {n:unité|unités} de compte sur {n} {n:est connue|sont connues}',
        '{n} von {n} {n:Zähleinheit ist|Zähleinheiten sind} bekannt',
        '{n} of {n} units of count are known',
        { n: labels.length },
      ),
    };
  }
  if (concept === 'countUnit' && record === 'seizure')
    return {
      ...ignored(
        inFour(
          'wat één rij telt: een eigen definitie per label',
          'ce que compte une ligne : une définition pour chaque libellé',
          'was eine Zeile zählt: je Bezeichnung eine eigene Definition',
          'what one row counts: a definition of its own for each label',
        ),
        [
          inFour(
            'Voor welke definitie staat elk van {labels}? Schrijf ze onder definitions en wijs de kolom toe aan definition.',
            'Quelle définition désigne chacun de {labels} ? Écrivez-les sous definitions et attribuez la colonne à definition.',
            'Für welche Definition steht jede von {labels}? Unter definitions schreiben und die Spalte definition zuordnen.',
            'Which definition does each of {labels} stand for? Write them under definitions and map the column to definition.',
            { labels: quotedAll(labels, 5) },
          ),
        ],
      ),
      factor: 0.7,
    };
  if (concept === 'countUnit' && beside) {
    const writing = writeCodes('countUnit', 'countUnits', labels, language, 'count-units.csv');
    return {
      ...coded(writing),
      why: inFour(
        'naast een kolom met eenheden',
        'à côté d’une colonne d’unités',
        'neben einer Spalte mit Einheiten',
        'beside a column of units',
      ),
    };
  }
  const currency = currencyOf(view);
  if (currency && labels.some((label) => !label.includes('/')))
    return prices(labels, currency, view);
  const listed = writeCodes('unit', 'units', labels, language, 'units.csv');
  const writing = withoutScaled(record === 'observation' ? withStandIn(listed) : listed);
  // Beside weights, pieces may be tablets, plants or parcels, where no drug is said of each row.
  const [pieces] = labels.filter((label) => unitOf.get(label) === 'piece');
  const isVague =
    record === 'observation' &&
    !view.columns.some(splitsBySubstance) &&
    [...unitOf.values()].some((unit) => unit === 'kg' || unit === 'g' || unit === 't');
  const decide =
    pieces !== undefined && isVague
      ? [
          ...writing.decide,
          inFour(
            '{label} van wat, naast gewichten: tabletten, planten, pakketten? Ze blijven stuks.',
            '{label} de quoi, à côté de poids : comprimés, plantes, colis ? Ils restent des pièces.',
            '{label} wovon, neben Gewichten: Tabletten, Pflanzen, Pakete? Sie bleiben Stück.',
            '{label} of what, beside weights: tablets, plants, parcels? They are kept as pieces.',
            { label: quoted(pieces) },
          ),
        ]
      : writing.decide;
  return {
    ...coded({ ...writing, decide }),
    why: inFour(
      '{n} van de {of} {of:eenheid|eenheden} {n:is|zijn} bekend',
      '{n} {n:unité|unités} sur {of} {n:est connue|sont connues}',
      '{n} von {of} {of:Einheit|Einheiten} {n:ist|sind} bekannt',
      '{n} of {of} units are known',
      { n: writing.found, of: writing.all },
    ),
  };
}
