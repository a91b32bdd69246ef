import type { ReadTable } from '@samenbeeld/read';
import { countries, inFour, joinWith, ownValue, quoted, type Text } from '@samenbeeld/schema';
import {
  type Column,
  type ColumnGuess,
  conclusionOf,
  gain,
  type Look,
  reading,
  type TableRecord,
} from '../column.ts';
import { measureOf } from '../columns/measures.ts';
import { multiplierIn } from '../columns/scale.ts';
import type { DrugOfHeading } from '../columns/title-words.ts';
import { currencyNamed } from '../columns/unit-words.ts';
import { scaleAsked } from '../columns/write-value.ts';
import { type Persons, withoutPersons } from '../persons/persons.ts';
import type { Relation } from '../relations/relation.ts';
import { fillsDown, type StatedOnce } from '../stated-once.ts';
import { thresholds } from '../thresholds.ts';
import {
  cellsOf,
  fieldIn,
  fieldsOf,
  groupsIn,
  isOne,
  partsOf,
  setIn,
  withCells,
} from '../written.ts';
import { yearsOfFigures } from './asked-years.ts';
import { kindsUnderName } from './kinds-under-name.ts';
import {
  filledOnce,
  intoSets,
  ownBasis,
  partlySet,
  seizuresBesideOneDrug,
  setOf,
} from './set-once.ts';
import { leftOutAsked, toldApart, weighedOnce } from './told-apart.ts';
import {
  placesByCodes,
  placesOfRows,
  seizedByCountryOfPlace,
  seizedByServices,
} from './told-by-rows.ts';

const counts =
  /(?<![\p{L}\p{M}])(?:aantal(?:len)?|anzahl(?:en)?|nombres?|numbers?|counts?|nb|nbre|anz)(?![\p{L}\p{M}])/iu;
/** Words of seizing. */
export const seized: RegExp =
  /inbeslag|onderschep|vangst|saisie|intercept|sicherstell|beschlagnahm|aufgriff|seiz/iu;

/** Words by which a title or a name says that it counts seizures. */
const countsSeizures =
  /(?:sicherstellungs|beschlagnahme|aufgriffs)f[aä]lle|(?:aantal|nombre|number|anzahl)\s(?:(?!en\s|et\s|und\s|and\s)\p{L}+\s){0,2}(?:inbeslagn\p{L}+|vangsten|saisies|seizures|sicherstellungen|aufgriffe)(?!\p{L})/iu;

/** Parcels and other items of post, by which customs count what they seize in them; none that were only looked at. */
const parcels =
  /^(?!.*(?:gecontroleerd|contrôl|kontrolliert|checked|gescand|scann|onderzocht|geprüft|inspect|volume))(?:.*(?<!\p{L}))?(?:pa[ck]+et(?:ten)?|(?:post|koeriers)?zendingen|poststukken|colis|envois|(?:post|kurier|paket)?sendungen|(?:post)?pakete|parcels?|packages|consignments|(?:mail|postal) items)(?!\p{L})/iu;

/** Whether a heading says that things are counted, and not which. */
function countsSomething(heading: string): boolean {
  const bare = heading.replace(/ #\d+$/u, '').replace(/[\d*]+/gu, ' ');
  const measure = measureOf(bare.trim());
  return measure === null ? counts.test(bare) : measure.name === 'cases';
}

/**
 * Figures headed only "Anzahl", "Aantal" or "Nombre" beside amounts of drugs count the seizures, and are no amounts
 * themselves; that it is seizures that are counted, and not packages or persons, is asked.
 */
function countsBesideAmounts(around: string): Look {
  return (columns) => {
    const amount = columns.find((column) => setOf(column)?.['metric'] === 'quantity');
    const drugs = columns.some(({ written }) =>
      partsOf(written).some(
        (part) =>
          [part, ...Object.values(groupsIn(part))].some((each) => fieldIn(each) === 'substance') ||
          Object.hasOwn(setIn(cellsOf(part)), 'substance'),
      ),
    );
    if (!amount || !(drugs || seized.test(around))) return () => null;
    const beside = amount.headings[0] ?? '';
    return (column) => {
      const set = setOf(column);
      const { written } = column;
      const [heading = ''] = column.headings;
      if (!set || written === null || !isOne(written)) return null;
      // "Saisies" beside "Quantité (g)": what is whole, and is weighed beside it, is their number.
      const named = set['unit'] === 'seizure' && cellsOf(written)['as'] === 'integer';
      const areParcels = parcels.test(heading) && measureOf(heading) === null;
      if (!named && !areParcels && !countsSomething(heading)) return null;
      if (set['metric'] !== undefined && set['metric'] !== 'offences') return null;
      const unit = areParcels ? 'consignment' : 'seizure';
      const counted = { metric: 'seizures', unit, countUnit: unit };
      const finding = {
        entry: 'finding' as const,
        reason: inFour(
          'een aantal naast de hoeveelheden van {beside}',
          'un nombre à côté des quantités de {beside}',
          'eine Anzahl neben den Mengen von {beside}',
          'a count beside the amounts of {beside}',
          { beside: quoted(beside) },
        ),
        written: withCells(written, (cells) => ({ ...cells, set: { ...set, ...counted } })),
      };
      if (named || (!areParcels && countsSeizures.test(around))) return finding;
      return {
        ...finding,
        atMost: thresholds.countBesideAmounts,
        decide: [
          areParcels
            ? inFour(
                'Telt {heading} zendingen waarin iets in beslag is genomen (metric seizures, unit consignment)? Het staat naast {beside}; zijn het alle zendingen, of de gecontroleerde, laat het dan weg',
                '{heading} compte-t-il des envois où l’on a saisi quelque chose (metric seizures, unit consignment) ? Il est à côté de {beside} ; si ce sont tous les envois, ou ceux qui ont été contrôlés, laissez-le de côté',
                'Zählt {heading} Sendungen, in denen etwas sichergestellt wurde (metric seizures, unit consignment)? Es steht neben {beside}; sind es alle oder die kontrollierten Sendungen, weglassen',
                'Does {heading} count consignments in which something was seized (metric seizures, unit consignment)? It stands beside {beside}; where it is all consignments, or those checked, leave it out',
                { heading: quoted(heading), beside: quoted(beside) },
              )
            : inFour(
                'Telt {heading} inbeslagnames (metric seizures, unit seizure)? Het staat naast {beside} en zegt niet wat er wordt geteld: zijn het pakketten of personen, zet dan die eenheid',
                '{heading} compte-t-il des saisies (metric seizures, unit seizure) ? Il est à côté de {beside} et ne dit pas ce qui est compté : si ce sont des colis ou des personnes, mettez cette unité',
                'Zählt {heading} Sicherstellungen (metric seizures, unit seizure)? Es steht neben {beside} und sagt nicht, was gezählt wird: sind es Pakete oder Personen, diese Einheit setzen',
                'Does {heading} count seizures (metric seizures, unit seizure)? It stands beside {beside}, and does not say what is counted: where it is packages or persons, set that unit',
                { heading: quoted(heading), beside: quoted(beside) },
              ),
        ],
      };
    };
  };
}

/** Metrics of figures that say what they are, so that others beside them measure something else. */
const namedMetrics: ReadonlySet<string> = new Set([
  'quantity',
  'price',
  'seizures',
  'str_reports',
  'str_transactions',
  'unusual_transactions',
]);

const besideUnknown = (beside: Text): Text =>
  inFour(
    'wat het naast {beside} telt, is niet bekend',
    'on ne sait pas ce qu’il compte à côté de {beside}',
    'was es neben {beside} zählt, ist nicht bekannt',
    'what it counts beside {beside} is not known',
    { beside },
  );
const unnamedFigures = (beside: Text): Text =>
  inFour(
    'cijfers onder woorden die geen maat noemen, naast {beside}',
    'chiffres sous des mots qui ne nomment pas de mesure, à côté de {beside}',
    'Zahlen unter Überschriften, die keine Größe nennen, neben {beside}',
    'figures under words that name no measure, beside {beside}',
    { beside },
  );
const whatCounts = (heading: string): Text =>
  joinWith(
    [
      inFour(
        'Wat telt {heading}? Wijs er een veld aan toe met een eigen metric, of laat het weg.',
        'Que compte {heading} ? Attribuez-lui un champ avec sa propre metric, ou laissez-le de côté.',
        'Was zählt {heading}? Einem Feld mit eigener metric zuordnen oder weglassen.',
        'What does {heading} count? Map it with a metric of its own, or leave it out.',
        { heading: quoted(heading) },
      ),
      ...(multiplierIn(heading) === null ? [scaleAsked(heading)] : []).filter(
        (each) => each !== null,
      ),
    ],
    ' ',
  );

/**
 * Figures under words that name nothing known, beside others that say what they are: no more of the same, so that nothing is
 * proposed for them.
 */
const unnamedBesideOthers: Look = (columns) => {
  const amount = columns.find((column) =>
    namedMetrics.has(String(setOf(column)?.['metric'] ?? '')),
  );
  if (!amount) return () => null;
  const beside = quoted(amount.headings[0] ?? '');
  return (column) => {
    const [heading = ''] = column.headings;
    const set = column.kind === 'column' ? setOf(column) : null;
    const isNamed = set === null || set['metric'] !== undefined || measureOf(heading) !== null;
    // Money of which nothing says whose is no amount of a drug.
    const isMoney = currencyNamed(heading) !== null;
    if (isNamed || (column.confidence >= thresholds.countsNothing && !isMoney)) return null;
    return reading({
      ...column,
      to: null,
      written: {
        ignore: besideUnknown(beside),
        screen: false,
      },
      confidence: 0.4,
      reason: unnamedFigures(beside),
      alternatives:
        column.written === null
          ? column.alternatives
          : [
              {
                value: { to: column.to, written: column.written },
                confidence: 0.3,
                reason: inFour(
                  'toch cijfers',
                  'des chiffres tout de même',
                  'dennoch Zahlen',
                  'figures all the same',
                ),
              },
              ...column.alternatives,
            ],
      decide: [whatCounts(heading)],
    });
  };
};

/**
 * Money over several years under words that name no measure, beside figures that say what they are: none of the same, and left out
 * until it is said whose it is.
 */
function moneyApart(columns: readonly Column[]): readonly Column[] {
  const all = columns.map(conclusionOf);
  const named = all.find((each) => setOf(each)?.['metric'] !== undefined);
  if (!named) return columns;
  return columns.flatMap((column, at): readonly Column[] => {
    const guess = all[at];
    const [heading = ''] = column.headings;
    const set = guess?.kind === 'fold' ? setOf(guess) : null;
    const isOpen = set !== null && set['metric'] === undefined && measureOf(heading) === null;
    if (!guess || !isOpen || currencyNamed(heading) === null) return [column];
    const beside = quoted(named.headings[0] ?? '');
    return leftOutAsked(column, guess, {
      ignore: besideUnknown(beside),
      reason: unnamedFigures(beside),
      question: whatCounts(heading),
    });
  });
}

/** Labels of a finer place for each of the wider, from which on the figures are those of the finer. */
const finerPlaces = 2;

/** A country beside a finer place that is kept as a note: whether the figures are of the country is asked. */
const finerBeside: Look = (columns) => {
  const finer = columns.find(({ to, kind }) => to === 'placeNote' && kind === 'column');
  const place = columns.find(({ to, kind }) => to === 'place' && kind === 'column');
  const several = new Set(finer?.samples).size >= finerPlaces;
  const wide = place?.samples.every(
    (cell) => countries.has(cell) || countries.lookup(cell).kind === 'exact',
  );
  if (!finer || !place || !several || !wide) return () => null;
  return (column) =>
    column === place
      ? {
          entry: 'finding',
          reason: inFour(
            '{finer} is fijner',
            '{finer} est plus précis',
            '{finer} ist genauer',
            '{finer} is finer',
            {
              finer: quoted(finer.headings[0] ?? ''),
            },
          ),
          atMost: thresholds.asked,
          decide: [
            inFour(
              'Zijn de cijfers die van {finer}, een deel van {place}? Dan is dat de plaats, en wordt het land weggelaten.',
              'Les chiffres sont-ils ceux de {finer}, une partie de {place} ? C’est alors le lieu, et le pays est laissé de côté.',
              'Sind die Zahlen die von {finer}, einem Teil von {place}? Dann ist das der Ort, und das Land wird weggelassen.',
              'Are the figures those of {finer}, a part of {place}? Then that is the place, and the country is left out.',
              { finer: quoted(finer.headings[0] ?? ''), place: quoted(place.headings[0] ?? '') },
            ),
          ],
        }
      : null;
};

/** Figures headed as a total or a value that stand alone beside the years, places and kinds of a table: no other column can hold them. */
function onlyFigures(columns: readonly Column[]): readonly Column[] {
  const guesses = columns.map(conclusionOf);
  const holdsFigures = ({ evidence }: Column, guess: ColumnGuess): boolean =>
    guess.to === 'value' ||
    guess.kind !== 'column' ||
    (guess.written === null && evidence.some(({ profile }) => profile.numbers.cells > 0));
  const figures = columns.filter((column, at) => {
    const guess = guesses[at];
    return guess !== undefined && holdsFigures(column, guess);
  });
  const [only, ...others] = figures;
  const guess = only && guesses[columns.indexOf(only)];
  const [evidence] = only?.evidence ?? [];
  const [top] = evidence?.meanings ?? [];
  if (!only || !guess || !evidence || others.length > 0 || guess.kind !== 'column') return columns;
  const isNamed = top?.concept === 'value' && top.heading !== null;
  const { numbers, said } = evidence.profile;
  const isSure = guess.confidence >= thresholds.taken || guess.decide.length === 0;
  if (isSure || !isNamed || said === 0 || numbers.cells < said) return columns;
  return columns.map((column) =>
    column === only
      ? {
          ...column,
          entries: [
            ...column.entries,
            {
              entry: 'finding' as const,
              reason: inFour(
                'de enige cijfers van de tabel',
                'les seuls chiffres du tableau',
                'die einzigen Zahlen der Tabelle',
                'the only figures of the table',
              ),
              told: true,
              askedBeside: true,
            },
          ],
        }
      : column,
  );
}

/** Where even the kind of record is doubtful, no column is certain. */
const doubted: Look = (columns) => {
  const isSilent = ({ confidence, decide }: ColumnGuess): boolean =>
    confidence > thresholds.asked && decide.length === 0;
  const first = columns.find(isSilent);
  return (column) => ({
    entry: 'finding',
    reason: inFour(
      'de soort record is twijfelachtig',
      'le genre d’enregistrement est douteux',
      'die Art des Datensatzes ist zweifelhaft',
      'the kind of record is doubtful',
    ),
    atMost: thresholds.asked,
    decide:
      column === first
        ? [
            inFour(
              'Is dit wel een tabel met criminaliteitscijfers of inbeslagnames?',
              'Est-ce bien un tableau de chiffres de la criminalité ou de saisies ?',
              'Ist das überhaupt eine Tabelle mit Kriminalitätszahlen oder Sicherstellungen?',
              'Is this a table of crime figures or seizures at all?',
            ),
          ]
        : [],
  });
};

/**
 * Settles what the columns of a table say against each other once each is read by itself: what is counted beside an
 * amount, which fields figures set by themselves, and figures that nothing tells apart. `constantsOf` says what the file
 * implies of fields that no column fills; those that only some figures lack are left out of it. `sums` are those that the rows verify,
 * `drugsAround` the drugs that title, sheet and file name say, `titled` their words.
 */
export function settleTable(
  columns: readonly Column[],
  record: TableRecord['record'],
  around: string,
  constantsOf: (columns: readonly ColumnGuess[]) => TableRecord['constants'],
  sums: readonly Relation[] = [],
  drugsAround: readonly DrugOfHeading[] = [],
  titled = '',
): Pick<TableRecord, 'columns' | 'constants'> {
  const claims = record.value === 'observation';
  const counted = claims
    ? moneyApart(gain(gain(columns, countsBesideAmounts(around)), unnamedBesideOthers))
    : columns;
  const filled = gain(
    claims ? gain(gain(counted, finerBeside), kindsUnderName(titled)) : counted,
    filledOnce,
  );
  const once = claims ? gain(filled, ownBasis) : weighedOnce(filled);
  const concluded = once.map(conclusionOf);
  const constants = constantsOf(concluded);
  const partial = partlySet(concluded, constants);
  const filledIn = partial.length > 0 ? gain(once, intoSets(partial, constants)) : once;
  const complete =
    claims && !ownValue(constants, 'substance')
      ? gain(filledIn, seizuresBesideOneDrug(drugsAround))
      : filledIn;
  const apart = claims ? onlyFigures(toldApart(complete, sums)) : complete;
  return {
    columns: record.confidence < thresholds.recordKnown ? gain(apart, doubted) : apart,
    constants: Object.fromEntries(
      Object.entries(constants).filter(([field]) => !partial.includes(field)),
    ),
  };
}

/**
 * Settles what the rows of a file say besides: labels that are stated once, seizures in several countries, data of
 * persons. A constant gives way to a column that now fills its field.
 */
export function settleRows(
  looked: TableRecord,
  table: ReadTable,
  once: readonly StatedOnce[],
  persons: Persons,
): TableRecord {
  const seizure = looked.record.value === 'seizure';
  const looks = [
    fillsDown(once),
    withoutPersons(persons),
    placesByCodes(table),
    ...(seizure ? [seizedByCountryOfPlace(table, looked.language.value)] : [placesOfRows(table)]),
    yearsOfFigures,
  ];
  const columns = looks.reduce(gain, looked.columns);
  const { seizingCountry: _, ...others } = looked.constants;
  const own = seizure ? seizedByServices(looked, columns.map(conclusionOf), table) : null;
  const filled = columns.some((column) =>
    fieldsOf(conclusionOf(column).written).includes('seizingCountry'),
  );
  return {
    ...looked,
    columns,
    constants: filled ? others : { ...looked.constants, ...(own && { seizingCountry: own }) },
  };
}
