import { headingsOf, isCode } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import {
  agencies,
  countries,
  inFour,
  joinWith,
  type Language,
  places,
  quoted,
  type Text,
  units,
} from '@samenbeeld/schema';
import {
  type Column,
  type ColumnGuess,
  type ConstantGuess,
  columnOf,
  conclusionOf,
  type Finding,
  gain,
  type Look,
  reading,
  type TableRecord,
} from '../column.ts';
import { measureOf, scalesAll, unfit } from '../columns/measures.ts';
import { saysConverted } from '../columns/restated.ts';
import { currencyNamed } from '../columns/unit-words.ts';
import { headingSays } from '../columns/weigh.ts';
import { questions } from '../columns/write-codes.ts';
import { scaleAsked } from '../columns/write-value.ts';
import { codesOf, labelsUnder, mappingsOf } from '../mapped-codes.ts';
import { type Persons, withoutPersons } from '../persons/persons.ts';
import { clauses, quotedAll, shortened } from '../quoted.ts';
import type { Relation } from '../relations/relation.ts';
import { fillsDown, type StatedOnce } from '../stated-once.ts';
import { thresholds } from '../thresholds.ts';
import {
  cellsOf,
  fieldIn,
  fieldsOf,
  groupsIn,
  isFigureField,
  isOne,
  partsOf,
  setIn,
  type WrittenPart,
  withCells,
} from '../written.ts';
import {
  filledOnce,
  intoSets,
  ownBasis,
  partlySet,
  setOf,
  weighsHolder,
  withoutBasis,
} from './set-once.ts';

/** What tells the figures of one column from those of another in the same row. */
const telling = ['metric', 'unit', 'stat', 'definition', 'level', 'basis', 'substance'];

interface Figures {
  readonly guess: ColumnGuess;
  readonly set: WrittenPart;
  /** The fields that its headings give, and how: a month is never a year. */
  readonly groups: string;
  readonly name: string;
  /** What it measures where no metric says so, or null. */
  readonly unfit: Text | null;
}

/** A heading without its years and marks. */
const bare = (heading: string): string =>
  heading
    .replace(/ #\d+$/u, '')
    .replace(/[\d*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

function figuresOf(guess: ColumnGuess): Figures | null {
  const { written } = guess;
  if (guess.to !== 'value' || written === null || !isOne(written)) return null;
  const groups = Object.values(groupsIn(written));
  const name = bare(guess.headings[0] ?? '');
  const measure = measureOf(name)?.name ?? null;
  return {
    guess,
    set: setIn(cellsOf(written)),
    groups: groups
      .map((group) => `${fieldIn(group)} ${group['as'] ?? ''}`)
      .sort()
      .join(' '),
    name,
    unfit: measure === null ? null : (unfit.get(measure) ?? null),
  };
}

function alike(one: Figures, other: Figures): boolean {
  const years = ({ guess }: Figures): readonly string[] =>
    guess.kind === 'fold'
      ? guess.headings.flatMap((heading) => heading.match(/(?:19|20)\d\d/gu) ?? [])
      : [];
  const [own, others] = [years(one), years(other)];
  // Folds of other years are of other periods.
  if (own.length > 0 && others.length > 0 && !own.some((year) => others.includes(year)))
    return false;
  if (one.groups !== other.groups || one.name.toLowerCase() === other.name.toLowerCase())
    return false;
  if (one.unfit !== null || other.unfit !== null) {
    const metric = (one.unfit === null ? one : other).set['metric'] ?? 'offences';
    return metric === 'offences';
  }
  return telling.every((field) => one.set[field] === other.set[field]);
}

/** Left out until a person says what it measures, each of its columns by name. */
function leftOut(
  column: Column,
  guess: ColumnGuess,
  { ignore, reason, question }: { ignore: Text; reason: Text; question: Text },
): Column[] {
  const single = guess.kind === 'column';
  const entry = reading({
    written: { ignore, screen: false },
    confidence: 0.5,
    reason,
    alternatives:
      single && guess.written
        ? [
            {
              value: { to: guess.to, written: guess.written },
              confidence: 0.4,
              reason: inFour(
                'toch cijfers',
                'des chiffres tout de même',
                'trotzdem Zahlen',
                'figures all the same',
              ),
            },
          ]
        : [],
    decide: [question],
    samples: single ? guess.samples : [],
  });
  return column.evidence.map((each) => columnOf('column', [each], ...column.entries, entry));
}

const noMetric = (what: Text): Text =>
  inFour(
    '{what}, waarvoor geen metric bestaat',
    '{what}, pour quoi il n’existe pas de metric',
    '{what}, wofür es keine metric gibt',
    '{what}, which no metric holds',
    { what },
  );

/** A heading of a weight, whatever its unit. */
const weighing = /gewicht|poids|weight|(?<!\p{L})mass[ea]?(?!\p{L})/iu;

/**
 * Finds whose row has several weights or volumes: of those that no drug tells apart one is kept, or the two of which the headings
 * say no more than that one is net and the other gross; the others are left out and asked about. What holds the drug has a weight that is
 * none of the drug.
 */
function weighedOnce(columns: readonly Column[]): readonly Column[] {
  const weights = columns.flatMap((column) => {
    const guess = conclusionOf(column);
    const [heading = ''] = guess.headings;
    const set = guess.kind === 'column' ? setOf(guess) : null;
    const unit = String(set?.['unit'] ?? (weighing.test(heading) ? 'kg' : ''));
    const dimension = units.has(unit) ? units.get(unit).dimension : null;
    if (set === null || (dimension !== 'mass' && dimension !== 'volume')) return [];
    const isHolder = set['substance'] === undefined && weighsHolder(heading);
    return [{ column, guess, heading, set, dimension, isHolder }];
  });
  type Weight = (typeof weights)[number];
  const isPair = (one: Weight, other: Weight): boolean =>
    one.set['massBasis'] !== other.set['massBasis'] &&
    withoutBasis(one.heading) === withoutBasis(other.heading);
  const rank = (one: Weight, of: readonly Weight[]): number =>
    (one.guess.samples.length > 0 ? 8 : 0) +
    (saysConverted(one.heading) ? 0 : 4) +
    (of.some((other) => isPair(one, other)) ? 2 : 0) +
    (one.set['massBasis'] === 'net' ? 1 : 0);
  const out = new Map<Column, Column>();
  const apart = weights.filter(({ isHolder }) => !isHolder);
  const drugs = apart.length > 0 ? apart : weights;
  for (const { column, guess, heading, isHolder } of weights) {
    if (!isHolder) continue;
    const what = inFour(
      'het gewicht van wat de drugs bevat of vervoert',
      'le poids de ce qui contient ou transporte la drogue',
      'das Gewicht dessen, was die Drogen enthält oder befördert',
      'the weight of what holds or carries the drugs',
    );
    const question = inFour(
      '{heading} lijkt {what}: is het toch het gewicht van de drugs zelf?',
      '{heading} semble être {what} : est-ce pourtant le poids de la drogue même ?',
      '{heading} scheint {what} zu sein: ist es doch das Gewicht der Drogen selbst?',
      '{heading} seems to be {what}: is it the weight of the drugs themselves all the same?',
      { heading: quoted(heading), what },
    );
    const [left = column] =
      apart.length > 0
        ? leftOut(column, guess, { ignore: what, reason: headingSays(what), question })
        : [
            {
              ...column,
              entries: [
                ...column.entries,
                {
                  entry: 'finding' as const,
                  reason: headingSays(what),
                  atMost: thresholds.untold,
                  decide: [question],
                },
              ],
            },
          ];
    out.set(column, left);
  }
  const keyOf = ({ dimension, set: { unit: _, massBasis: __, ...rest } }: Weight): string =>
    JSON.stringify([dimension, Object.entries(rest).sort()]);
  for (const key of new Set(drugs.map(keyOf))) {
    const group = drugs.filter((each) => keyOf(each) === key);
    const [kept, ...others] = group.toSorted((a, b) => rank(b, group) - rank(a, group));
    if (!kept || others.length === 0) continue;
    const partner = others.find((other) => isPair(kept, other));
    const shown = quotedAll([kept, ...(partner ? [partner] : [])].map(({ heading }) => heading));
    for (const { column, guess, heading } of others) {
      if (column === partner?.column) continue;
      const reason = inFour(
        'een vondst telt één keer, en {shown} is van dezelfde rij',
        'une découverte ne compte qu’une fois, et {shown} est de la même ligne',
        'ein Fund zählt einmal, und {shown} steht in derselben Zeile',
        'a find counts once, and {shown} is of the same row',
        { shown },
      );
      const question = inFour(
        'Is {heading} een andere weging van de vondst in {shown}, of een vondst apart? Nu is het weggelaten, zodat niets dubbel telt.',
        '{heading} est-il une autre pesée de la découverte de {shown}, ou une découverte à part ? Pour l’instant il est laissé de côté, pour que rien ne compte deux fois.',
        'Ist {heading} eine andere Wägung des Fundes in {shown}, oder ein eigener Fund? Jetzt ist es weggelassen, damit nichts doppelt zählt.',
        'Is {heading} another weighing of the find in {shown}, or a find of its own? It is now left out, so that nothing counts twice.',
        { heading: quoted(heading), shown },
      );
      const [left = column] = leftOut(column, guess, { ignore: reason, reason, question });
      out.set(column, left);
    }
  }
  return columns.map((column) => out.get(column) ?? column);
}

/**
 * Columns of figures that would make records which nothing tells apart, with a question on each; of two, the one that
 * measures what no metric holds is proposed to be left out.
 */
function toldApart(columns: readonly Column[], sums: readonly Relation[]): readonly Column[] {
  // The parts of a verified sum are left out beside it, so that they are nobody's twins.
  const parts = new Set(sums.flatMap(({ from }) => from));
  const figures = columns.map((column) =>
    column.kind === 'column' && parts.has(column.headings[0] ?? '')
      ? null
      : figuresOf(conclusionOf(column)),
  );
  const all = figures.filter((each): each is Figures => each !== null);
  const isHeld = columns
    .map(conclusionOf)
    .some(
      (one) =>
        fieldsOf(one.written).includes('nationalCode') ||
        setOf(one)?.['nationalCode'] !== undefined,
    );
  const twinsOf = (own: Figures): readonly Figures[] =>
    all.filter((other) => other !== own && alike(own, other));
  // What their headings call them tells them apart, as kinds do that stand in a column.
  const isKind = ({ guess, name, unfit: none }: Figures): boolean =>
    !isHeld && guess.kind === 'column' && none === null && ownName.test(name);
  const namesKinds = all.some((own) => {
    const twins = twinsOf(own);
    return twins.length > 0 && [own, ...twins].every(isKind);
  });
  const namedKind = ({ guess: { written }, name }: Figures): Pick<Finding, 'written'> =>
    written !== null && isOne(written)
      ? {
          written: withCells(written, (cells) => ({
            ...cells,
            set: { ...setIn(cells), nationalCode: name },
          })),
        }
      : {};
  const beside = inFour(
    'de cijfers ernaast heten naar hun kop',
    'les chiffres voisins portent le nom de leur en-tête',
    'die Zahlen daneben heißen nach ihrer Überschrift',
    'the figures beside it are named after their headings',
  );
  return columns.flatMap((column, at): readonly Column[] => {
    const own = figures[at];
    const twins = own ? twinsOf(own) : [];
    if (own && twins.length === 0 && own.unfit === null && namesKinds && isKind(own))
      return [
        {
          ...column,
          entries: [...column.entries, { entry: 'finding', reason: beside, ...namedKind(own) }],
        },
      ];
    if (!own || (twins.length === 0 && own.unfit === null)) return [column];
    const asked = (
      reason: Text,
      question: Text,
      kept: Pick<Finding, 'written'> = {},
    ): readonly Column[] => [
      {
        ...column,
        entries: [
          ...column.entries,
          { entry: 'finding', reason, atMost: thresholds.untold, decide: [question], ...kept },
        ],
      },
    ];
    if (twins.length === 0)
      return asked(
        inFour(
          'er is geen metric voor {what}',
          'il n’existe pas de metric pour {what}',
          'es gibt keine metric für {what}',
          'no metric holds {what}',
          { what: own.unfit ?? '' },
        ),
        inFour(
          '{name} zijn {what}, waarvoor geen metric bestaat: moeten ze als misdrijven tellen, onder een eigen definitie?',
          '{name} sont {what}, pour quoi il n’existe pas de metric : faut-il les compter comme infractions, sous une définition à part ?',
          '{name} sind {what}, wofür es keine metric gibt: sollen sie als Straftaten zählen, unter einer eigenen Definition?',
          '{name} are {what}, which no metric holds: are they to count as offences, under a definition of their own?',
          { name: quoted(own.name), what: own.unfit ?? '' },
        ),
      );
    // What is asked of one is asked of all that are alike.
    const asksForAll =
      figures.findIndex((each) => each === own || (each !== null && twins.includes(each))) === at;
    const shown = quotedAll(twins.slice(0, 3).map(({ name }) => name));
    const { metric, unit } = own.set;
    const areKinds = [own, ...twins].every(isKind);
    const kept = areKinds ? namedKind(own) : {};
    const question = inFour(
      '{name} en {shown} maken records die niets onderscheidt{set}{kept}: laat ze op één na weg, of zet op elk een eigen metric of definition.',
      '{name} et {shown} donneraient des enregistrements que rien ne distingue{set}{kept} : n’en gardez qu’un, ou mettez sur chacun sa propre metric ou definition.',
      '{name} und {shown} ergäben Datensätze, die nichts unterscheidet{set}{kept}: alle bis auf eine weglassen oder jeder eine eigene metric oder definition geben.',
      '{name} and {shown} would make records that nothing tells apart{set}{kept}: leave out all but one, or set a metric or a definition of its own on each.',
      {
        name: quoted(own.name),
        shown,
        kept: areKinds
          ? inFour(
              ', en blijven soorten in de woorden van hun kop',
              ', et restent des genres dans les mots de leur en-tête',
              ' und bleiben Arten im Wortlaut ihrer Überschrift',
              ', and are kept as kinds in the words of their headings',
            )
          : '',
        set: metric ? ` (metric ${String(metric)}${unit ? `, unit ${String(unit)}` : ''})` : '',
      },
    );
    if (own.unfit !== null && twins.some((other) => other.unfit === null))
      return leftOut(column, own.guess, {
        ignore: noMetric(own.unfit),
        reason: headingSays(own.unfit),
        question,
      });
    const reason = inFour(
      'niets onderscheidt de records van die van {shown}',
      'rien ne distingue ses enregistrements de ceux de {shown}',
      'nichts unterscheidet die Datensätze von denen von {shown}',
      'nothing tells its records from those of {shown}',
      { shown },
    );
    if (asksForAll) return asked(reason, question, kept);
    return [
      {
        ...column,
        entries: [
          ...column.entries,
          { entry: 'finding', reason, atMost: thresholds.untold, askedBeside: true, ...kept },
        ],
      },
    ];
  });
}

function countryOf(code: string | null | undefined): string | null {
  const country = code?.slice(0, 2) ?? '';
  return countries.has(country) ? country : null;
}

/**
 * Where a file of seizures has places in several countries and does not say who seized, the country of the place is
 * proposed as the one that seized, and asked.
 */
function seizedByCountryOfPlace(table: ReadTable, language: Language): Look {
  return (columns) => {
    const filled = columns.some((column) =>
      mappingsOf(column).some(({ to }) => to === 'seizingCountry'),
    );
    const place = columns.find(({ kind, to }) => kind === 'column' && to === 'place');
    const labels = filled || !place ? null : labelsUnder(table, place.headings[0]);
    if (!place || !labels || labels.length > thresholds.listedPlaces) return () => null;
    const codes: Record<string, string> = Object.create(null);
    for (const [label, code] of codesOf(labels, place, 'seizure', language)) {
      const country = countryOf(code);
      if (country !== null) codes[label] = country;
    }
    if (new Set(Object.values(codes)).size < 2) return () => null;
    return (column) =>
      column === place
        ? {
            entry: 'finding',
            reason: inFour(
              'de plaatsen liggen in verschillende landen, en geen kolom zegt wie in beslag nam',
              'les lieux sont dans plusieurs pays, et aucune colonne ne dit qui a saisi',
              'die Orte liegen in mehreren Ländern, und keine Spalte sagt, wer sichergestellt hat',
              'the places lie in several countries, and no column says who seized',
            ),
            written: [...mappingsOf(place), { to: 'seizingCountry', codes }],
            decide: [
              inFour(
                'heeft het land van de plaats in beslag genomen? Geen kolom zegt wie het deed',
                'le pays du lieu a-t-il saisi ? Aucune colonne ne dit qui l’a fait',
                'hat das Land des Ortes sichergestellt? Keine Spalte sagt, wer es war',
                'did the country of the place seize? No column says who did',
              ),
            ],
          }
        : null;
  };
}

/**
 * The country that seized, where the services of all rows are of that one, a place of a list or what stands around the table is of it
 * too, and no place lies elsewhere: a service seizes in its own country. Null where any of this is doubtful.
 */
function seizedByServices(
  { constants, language }: TableRecord,
  columns: readonly ColumnGuess[],
  table: ReadTable,
): ConstantGuess | null {
  const pointed = constants['seizingCountry'];
  const codesUnder = (field: string): ReadonlyMap<string, string | null | undefined> | null => {
    const column = columns.find(({ kind, to }) => kind === 'column' && to === field);
    const labels = labelsUnder(table, column?.headings[0]);
    return column && labels ? codesOf(labels, column, 'seizure', language.value) : null;
  };
  const services = codesUnder('agencies');
  const known = [...(services?.keys() ?? [])].filter(
    (label) => agencies.lookup(label, language.value).kind === 'exact',
  );
  const lands = [...(services?.values() ?? [])].map((code) =>
    code && agencies.has(code) ? agencies.get(code).country : null,
  );
  const isOwn = lands.every((land) => land !== null && land === pointed?.value);
  const sites = [...(codesUnder('place')?.values() ?? [])].filter((code) => code);
  const isElsewhere = sites.some((code) => countryOf(code) !== pointed?.value);
  const isPlaced =
    (pointed?.confidence ?? 0) >= 0.7 || sites.some((code) => code && places.has(code));
  return pointed && known.length > 0 && isOwn && isPlaced && !isElsewhere
    ? {
        ...pointed,
        confidence: 0.88,
        reason: inFour(
          '{services} {n:is een dienst|zijn diensten} van dit land, en geen plaats ligt elders',
          '{services} {n:est un service|sont des services} de ce pays, et aucun lieu n’est ailleurs',
          '{services} {n:ist eine Dienststelle|sind Dienststellen} dieses Landes, und kein Ort liegt anderswo',
          '{services} {n:is a service|are services} of this country, and no place lies elsewhere',
          { services: quotedAll(known, 3), n: known.length },
        ),
      }
    : null;
}

const counts =
  /(?<![\p{L}\p{M}])(?:aantal(?:len)?|anzahl(?:en)?|nombres?|numbers?|counts?|nb|nbre|anz)(?![\p{L}\p{M}])/iu;
const seized =
  /inbeslag|onderschep|vangst|saisie|intercept|sicherstell|beschlagnahm|aufgriff|seiz/iu;

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
      if (!set || written === null || !isOne(written) || !countsSomething(heading)) return null;
      if (set['metric'] !== undefined && set['metric'] !== 'offences') return null;
      const counted = { metric: 'seizures', unit: 'seizure', countUnit: 'seizure' };
      return {
        entry: 'finding',
        reason: inFour(
          'een aantal naast de hoeveelheden van {beside}',
          'un nombre à côté des quantités de {beside}',
          'eine Anzahl neben den Mengen von {beside}',
          'a count beside the amounts of {beside}',
          { beside: quoted(beside) },
        ),
        written: withCells(written, (cells) => ({ ...cells, set: { ...set, ...counted } })),
        atMost: thresholds.countBesideAmounts,
        decide: [
          inFour(
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
        ignore: inFour(
          'wat het naast {beside} telt, is niet bekend',
          'on ne sait pas ce qu’il compte à côté de {beside}',
          'was es neben {beside} zählt, ist nicht bekannt',
          'what it counts beside {beside} is not known',
          { beside },
        ),
        screen: false,
      },
      confidence: 0.4,
      reason: inFour(
        'cijfers onder woorden die geen maat noemen, naast {beside}',
        'chiffres sous des mots qui ne nomment pas de mesure, à côté de {beside}',
        'Zahlen unter Überschriften, die keine Größe nennen, neben {beside}',
        'figures under words that name no measure, beside {beside}',
        { beside },
      ),
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
      decide: [
        joinWith(
          [
            inFour(
              'Wat telt {heading}? Wijs er een veld aan toe met een eigen metric, of laat het weg.',
              'Que compte {heading} ? Attribuez-lui un champ avec sa propre metric, ou laissez-le de côté.',
              'Was zählt {heading}? Einem Feld mit eigener metric zuordnen oder weglassen.',
              'What does {heading} count? Map it with a metric of its own, or leave it out.',
              { heading: quoted(heading) },
            ),
            ...[scaleAsked(heading)].filter((each) => each !== null),
          ],
          ' ',
        ),
      ],
    });
  };
};

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

/** What a code of a place of one's own may be called; digits, letters, blanks and dashes. */
const ownName = /^\p{L}[\p{L}\p{N}'’ .-]+$/u;

/**
 * A country beside finer places that alone tell its rows apart: the figures are those of the finer places, each under its country. Asked
 * all the same, since a list of theirs may be at hand.
 */
function placesOfRows(table: ReadTable): Look {
  return (columns) => {
    const place = columns.find(({ to, kind }) => to === 'place' && kind === 'column');
    const finer = columns.find(({ to, kind }) => to === 'placeNote' && kind === 'column');
    const at = new Map([...headingsOf(table)].map(([{ index }, name]) => [name, index]));
    const [wide, fine] = [place, finer].map((one) => at.get(one?.headings[0] ?? '') ?? -1);
    if (!place || !finer || wide === undefined || fine === undefined || fine < 0) return () => null;
    const others = columns.flatMap(({ kind, to, headings: [name = ''] }) =>
      kind === 'column' && to !== null && !isFigureField(to) && to !== 'placeNote'
        ? (at.get(name) ?? [])
        : [],
    );
    const keys = (indexes: readonly number[]): number =>
      new Set(
        table.rows.map(({ cells }) => indexes.map((each) => cells[each] ?? '').join('\u0000')),
      ).size;
    const without = keys(others);
    if (keys([...others, fine]) < table.rows.length || without * 2 > table.rows.length)
      return () => null;
    const kind = [...at.keys()].some((name) => /(?<!\p{L})sites?(?!\p{L})/iu.test(name))
      ? 'SITE'
      : 'PLACE';
    const codes: Record<string, string> = Object.create(null);
    for (const { cells } of table.rows) {
      const label = cells[fine]?.trim() ?? '';
      const country = countryOf(cells[wide]?.trim());
      const name = label.replace(/[()]/gu, '').replace(/\s+/gu, ' ').trim();
      if (country === null || !ownName.test(name)) return () => null;
      codes[label] = `${country}.${kind}.${name}`;
    }
    if (Object.keys(codes).length > thresholds.listedPlaces) return () => null;
    const [heading, whole] = [finer.headings[0] ?? '', place.headings[0] ?? ''];
    return (column) => {
      if (column === place)
        return reading({
          ...place,
          to: null,
          written: {
            ignore: inFour(
              'het land van {heading}',
              'le pays de {heading}',
              'das Land von {heading}',
              'the country of {heading}',
              { heading: quoted(heading) },
            ),
          },
          confidence: 0.85,
          reason: inFour(
            '{heading} is fijner, en alleen dat onderscheidt de rijen',
            '{heading} est plus précis, et seul distingue ses lignes',
            '{heading} ist genauer und unterscheidet allein die Zeilen',
            '{heading} is finer, and alone tells its rows apart',
            { heading: quoted(heading) },
          ),
          decide: [],
        });
      return column === finer
        ? reading({
            ...finer,
            to: 'place',
            written: { to: 'place', codes },
            confidence: thresholds.asked,
            reason: inFour(
              'alleen dit onderscheidt de rijen van één {whole}; elk blijft onder zijn land',
              'seul distingue les lignes d’un même {whole} ; chacun est gardé sous son pays',
              'unterscheidet allein die Zeilen von einem {whole}; jeder bleibt unter seinem Land',
              'alone tells the rows of one {whole} apart; each is kept under its country',
              { whole: quoted(whole) },
            ),
            decide: [
              inFour(
                'Zijn de cijfers die van {heading}, een deel van {whole}? Zonder dat worden {rows} rijen er {without}; is er een lijst met codes, gebruik dan die.',
                'Les chiffres sont-ils ceux de {heading}, une partie de {whole} ? Sans lui, {rows} lignes n’en font que {without} ; si une liste de codes existe, prenez-la.',
                'Sind die Zahlen die von {heading}, einem Teil von {whole}? Ohne das werden aus {rows} Zeilen {without}; gibt es eine Liste von Codes, diese verwenden.',
                'Are the figures those of {heading}, a part of {whole}? Without it {rows} rows are {without}; where a list of codes is at hand, use those.',
                {
                  heading: quoted(heading),
                  whole: quoted(whole),
                  rows: table.rows.length,
                  without,
                },
              ),
            ],
          })
        : null;
    };
  };
}

/**
 * Places whose codes stand beside them: labels that no list is sure of mean what is written there, where each has one code only and
 * most of what is proposed for the others agrees.
 */
function placesByCodes(table: ReadTable): Look {
  return (columns) => {
    const place = columns.find(({ to, kind }) => to === 'place' && kind === 'column');
    const [crosswalk, ...others] = place?.crosswalks ?? [];
    const at = new Map([...headingsOf(table)].map(([{ index }, name]) => [name, index]));
    const own = at.get(place?.headings[0] ?? '');
    const isOpen = crosswalk?.rows.some(({ decide }) => decide);
    if (!place || !crosswalk || !isOpen || others.length > 0 || own === undefined)
      return () => null;
    const codesIn = (index: number): ReadonlyMap<string, ReadonlySet<string>> => {
      const codes = new Map<string, Set<string>>();
      for (const { cells } of table.rows) {
        const [label = '', code = ''] = [cells[own]?.trim(), cells[index]?.trim()];
        if (code !== '') codes.set(label, (codes.get(label) ?? new Set()).add(code));
      }
      return codes;
    };
    const agreed = (
      { from, to }: (typeof crosswalk.rows)[number],
      codes: ReturnType<typeof codesIn>,
    ) => to !== null && codes.get(from)?.has(to) === true;
    const beside = columns.flatMap(({ kind, to, headings: [name = ''] }) => {
      const index = kind === 'column' && to === null ? at.get(name) : undefined;
      const codes = index === undefined ? new Map<string, ReadonlySet<string>>() : codesIn(index);
      // One code beside two places is that of the first.
      const told = crosswalk.rows.filter(
        ({ from, to: code }) => code !== null && !code.includes('+') && codes.has(from),
      );
      const agreeing = told.filter((row) => agreed(row, codes));
      const isOfPlaces =
        agreeing.length >= 2 &&
        agreeing.length * 2 > told.length &&
        told.every((row) => row.decide || agreed(row, codes)) &&
        [...codes.values()].every(
          (each) => each.size === 1 && [...each].every((code) => isCode('places', code)),
        );
      return isOfPlaces ? [{ name, codes }] : [];
    });
    const [only, ...more] = beside;
    if (!only || more.length > 0) return () => null;
    const rows = crosswalk.rows.map((row) => {
      const [code] = only.codes.get(row.from) ?? [];
      const isOne = row.to?.includes('+') !== true || code?.includes('+') === true;
      return code !== undefined && row.decide && isOne
        ? { ...row, to: code, match: 'exact' as const, note: null, confidence: 0.95, decide: false }
        : row;
    });
    const asked = new Set(questions(crosswalk.rows, crosswalk.list).map(({ en }) => en));
    return (column) =>
      column === place
        ? reading({
            ...place,
            reason: clauses([
              place.reason,
              inFour(
                '{heading} geeft hun codes',
                '{heading} donne leurs codes',
                '{heading} gibt ihre Codes',
                '{heading} gives their codes',
                { heading: quoted(only.name) },
              ),
            ]),
            crosswalks: [{ ...crosswalk, rows }],
            decide: [
              ...questions(rows, crosswalk.list),
              ...place.decide.filter(({ en }) => !asked.has(en)),
            ],
          })
        : null;
  };
}

/** What a line around the table says of figures: asked once, of the first column that it holds for. */
function askedByLine(
  asked: Text | undefined,
  reason: Text,
  holds: (column: ColumnGuess) => boolean,
): Look {
  return (columns) => {
    const isAsked = (column: ColumnGuess): boolean => isFigureField(column.to) && holds(column);
    const first = columns.find(isAsked);
    if (!asked || !first) return () => null;
    return (column) =>
      isAsked(column)
        ? {
            entry: 'finding',
            reason,
            atMost: thresholds.asked,
            ...(column === first ? { decide: [asked] } : { askedBeside: true }),
          }
        : null;
  };
}

/** Figures of which a line around the table says that they are in thousands or more ("x 1.000 euro"): those whose heading does not say it. */
export function scaledByLine(lines: readonly string[]): Look {
  const [asked] = lines.flatMap((line) => (scalesAll(line) ? (scaleAsked(line, true) ?? []) : []));
  return askedByLine(
    asked,
    inFour(
      'een regel bij de tabel geeft duizenden of meer',
      'une ligne près du tableau donne des milliers ou plus',
      'eine Zeile bei der Tabelle nennt Tausende oder mehr',
      'a line by the table says thousands or more',
    ),
    ({ headings }) => headings.every((heading) => scaleAsked(heading) === null),
  );
}

const provisional =
  /(?<!\p{L})(?:voorlopige?n?|provisoires?|vorläufige?[nrs]?|provisional|preliminary)(?!\p{L})/iu;
/** A line that explains a mark ("* voorlopig", "p = provisional"), which cells or headings have. */
const explainsMark = /[*=†‡]|^["\s]*(?:\d|\(?\p{L}{1,3}\)?\s*[:–-]|\(?\p{L}\)?\s)/u;

/** Figures of which a line around the table says, by no mark, that they are provisional ("Cijfers 2030 zijn voorlopig"). */
export function provisionalByLine(lines: readonly string[]): Look {
  const line = lines.find((each) => provisional.test(each) && !explainsMark.test(each));
  const look = askedByLine(
    line === undefined
      ? undefined
      : inFour(
          'Een regel bij de tabel zegt {line}: van welke cijfers? Geef die status P; nu gelden ze als definitief.',
          'Une ligne près du tableau dit {line} : de quels chiffres ? Donnez-leur le status P ; pour l’instant ils passent pour définitifs.',
          'Eine Zeile bei der Tabelle sagt {line}: von welchen Zahlen? Diesen den status P geben; jetzt gelten sie als endgültig.',
          'A line by the table says {line}: of which figures? Give those the status P; they now count as final.',
          { line: shortened(line, 80) },
        ),
    inFour(
      'een regel bij de tabel zegt dat cijfers voorlopig zijn',
      'une ligne près du tableau dit que des chiffres sont provisoires',
      'eine Zeile bei der Tabelle sagt, dass Zahlen vorläufig sind',
      'a line by the table says that figures are provisional',
    ),
    () => true,
  );
  return (columns) => {
    const isTold = columns.some(({ kind, written, headings }) =>
      kind === 'fold'
        ? headings.some((heading) => heading.includes('*'))
        : fieldsOf(written).includes('status'),
    );
    return isTold ? () => null : look(columns);
  };
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
 * implies of fields that no column fills; those that only some figures lack are left out of it. `sums` are those that the rows verify.
 */
export function settleTable(
  columns: readonly Column[],
  record: TableRecord['record'],
  around: string,
  constantsOf: (columns: readonly ColumnGuess[]) => TableRecord['constants'],
  sums: readonly Relation[] = [],
): Pick<TableRecord, 'columns' | 'constants'> {
  const claims = record.value === 'observation';
  const counted = claims
    ? gain(gain(columns, countsBesideAmounts(around)), unnamedBesideOthers)
    : columns;
  const filled = gain(claims ? gain(counted, finerBeside) : counted, filledOnce);
  const once = claims ? gain(filled, ownBasis) : weighedOnce(filled);
  const concluded = once.map(conclusionOf);
  const constants = constantsOf(concluded);
  const partial = partlySet(concluded, constants);
  const complete = partial.length > 0 ? gain(once, intoSets(partial, constants)) : once;
  const apart = claims ? toldApart(complete, sums) : complete;
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
