import { inFour, quoted, type Text, units } from '@samenbeeld/schema';
import {
  type Column,
  type ColumnGuess,
  columnOf,
  conclusionOf,
  type Finding,
  plainQuestion,
  reading,
} from '../column.ts';
import { areCombinations } from '../columns/combinations.ts';
import { measureOf, unfit } from '../columns/measures.ts';
import { saysConverted } from '../columns/restated.ts';
import { areDealings } from '../columns/title-words.ts';
import { headingSays } from '../columns/weigh.ts';
import { quotedAll } from '../quoted.ts';
import type { Relation } from '../relations/relation.ts';
import { thresholds } from '../thresholds.ts';
import {
  cellsOf,
  fieldIn,
  fieldsOf,
  groupsIn,
  isOne,
  setIn,
  type WrittenPart,
  withCells,
} from '../written.ts';
import { setOf, weighsHolder, withoutBasis } from './set-once.ts';

/** What a code of a place of one's own may be called; digits, letters, blanks and dashes. */
export const ownName: RegExp = /^\p{L}[\p{L}\p{N}'’ .-]+$/u;

/** What tells the figures of one column from those of another in the same row. */
const telling = [
  'metric',
  'unit',
  'stat',
  'definition',
  'level',
  'basis',
  'substance',
  'nationalCode',
];

interface Figures {
  readonly guess: ColumnGuess;
  readonly set: WrittenPart;
  /** The fields that its headings give, and how: a month is never a year. */
  readonly groups: string;
  readonly name: string;
  readonly folded: string;
  /** The years that a fold's headings give. */
  readonly years: readonly string[];
  /** What tells them apart, in one text. */
  readonly tells: string;
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
  const set = setIn(cellsOf(written));
  const isFold = guess.kind === 'fold';
  return {
    guess,
    set,
    folded: name.toLowerCase(),
    years: isFold
      ? guess.headings.flatMap((heading) => heading.match(/(?:19|20)\d\d/gu) ?? [])
      : [],
    tells: JSON.stringify(telling.map((field) => set[field])),
    groups: groups
      .map((group) => `${fieldIn(group)} ${group['as'] ?? ''}`)
      .sort()
      .join(' '),
    name,
    unfit: measure === null ? null : (unfit.get(measure) ?? null),
  };
}

function alike(one: Figures, other: Figures): boolean {
  if (one.groups !== other.groups || one.folded === other.folded) return false;
  // Folds of other years are of other periods.
  if (
    one.years.length > 0 &&
    other.years.length > 0 &&
    !one.years.some((year) => other.years.includes(year))
  )
    return false;
  if (one.unfit !== null || other.unfit !== null) {
    const metric = (one.unfit === null ? one : other).set['metric'] ?? 'offences';
    return metric === 'offences';
  }
  return one.tells === other.tells;
}

/** Left out until a person says what it measures, each of its columns by name. */
export function leftOutAsked(
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
export function weighedOnce(columns: readonly Column[]): readonly Column[] {
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
        ? leftOutAsked(column, guess, { ignore: what, reason: headingSays(what), question })
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
      const [left = column] = leftOutAsked(column, guess, { ignore: reason, reason, question });
      out.set(column, left);
    }
  }
  return columns.map((column) => out.get(column) ?? column);
}

/**
 * Columns of figures that would make records which nothing tells apart, with a question on each; of two, the one that
 * measures what no metric holds is proposed to be left out.
 */
export function toldApart(
  columns: readonly Column[],
  sums: readonly Relation[],
): readonly Column[] {
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
  const twinsOf = new Map(
    all.map((own) => [own, all.filter((other) => other !== own && alike(own, other))]),
  );
  // What their headings call them tells them apart, as kinds do that stand in a column.
  const isKind = ({ guess, name, unfit: none }: Figures): boolean =>
    !isHeld && guess.kind === 'column' && none === null && ownName.test(name);
  const namesKinds = all.some((own) => {
    const twins = twinsOf.get(own) ?? [];
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
    const twins = (own && twinsOf.get(own)) ?? [];
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
      return leftOutAsked(column, own.guess, {
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
    // Beside figures that say what they measure it is open what these do.
    const isOneMeasure = all.every(({ set }) => set['metric'] === metric);
    const names = [own, ...twins].map(({ name }) => name);
    if (areKinds && isOneMeasure && (areDealings(names) || areCombinations(names))) {
      const plain = plainQuestion(column.headings[0] ?? '', 'value').en;
      const decide = own.guess.decide.filter(({ en }) => en !== plain);
      return [
        {
          ...column,
          entries: [
            ...column.entries,
            reading({
              ...own.guess,
              ...kept,
              reason: beside,
              decide,
              confidence: decide.length > 0 ? own.guess.confidence : thresholds.taken,
            }),
          ],
        },
      ];
    }
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
