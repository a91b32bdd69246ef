import {
  expandPlace,
  foundNone,
  freqOf,
  inEach,
  inFour,
  isDay,
  isMass,
  joinWith,
  type Observation,
  placeContains,
  places,
  RefusalError,
  type Seizure,
  type Span,
  shape,
  spanOfDate,
  sumExact,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import { type CellPeriod, isOfDrug, namedPeriod } from './cell.ts';
import type { Claim } from './claim.ts';
import {
  boundsOfFinds,
  claimsAndEvents,
  type FindBounds,
  floorClaims,
  governedBy,
} from './claims-and-events.ts';
import { comparableEvents } from './comparable-events.ts';
import type { ComparableSum } from './comparable-sum.ts';
import { eventTotals } from './event-totals.ts';
import { type JointTotals, jointTotals } from './joint-totals.ts';
import { holdsAt } from './put-aside.ts';
import { speakOf } from './reach.ts';
import { asOne, type ToldFind, toldFinds } from './same-seizure/total/told-find.ts';
import { drugOf, isWithheld } from './to-claims.ts';
import {
  type Kind,
  kinds,
  type Records,
  type Step,
  stepOfFreq,
  steps,
  type TotalQuestion,
} from './total-question.ts';

/** A question whose step is known. */
type Stepped = TotalQuestion & { readonly by: Step };

/** The totals that a question asks for, with the conflicts behind them and what was not added. */
export interface Settled extends JointTotals {
  /** As it was asked, with the step of its periods. */
  readonly question: TotalQuestion;
  /** Whether the totals are of claims, of single finds, or of both, each where it governs. */
  readonly of: 'claims' | 'events' | 'both';
}

const monthsOf = { year: 12, 'half-year': 6, quarter: 3, month: 1 } as const;

const mostPeriods = 1200;

/** The calendar periods of a step that touch a span, or the same part of each of its years. */
function stepsWithin({ start, end }: Span, by: Step): readonly CellPeriod[] {
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  if (by === 'to-date')
    return years.map((year) => {
      const day = `${year}${end.slice(4)}`;
      return namedPeriod({ start: `${year}-01-01`, end: isDay(day) ? day : `${year}-02-28` });
    });
  const months = monthsOf[by];
  return years
    .flatMap((year) =>
      Array.from({ length: 12 / months }, (_, at) => {
        const next = new Date(Date.UTC(year, (at + 1) * months, 0));
        return namedPeriod({
          start: `${year}-${String(at * months + 1).padStart(2, '0')}-01`,
          end: next.toISOString().slice(0, 10),
        });
      }),
    )
    .filter((period) => period.start <= end && period.end >= start);
}

/** How many months a period has at most, for a figure of it to be asked for by a step. */
function isOfStep({ start, end }: Span, by: Step): boolean {
  if (by === 'to-date' || by === 'year') return true;
  const [year = 0, month = 1] = start.split('-').map(Number);
  const longest = new Date(Date.UTC(year, month - 1 + monthsOf[by], 0)).toISOString().slice(0, 10);
  return end <= longest || freqOf({ start, end }) === 'W';
}

/** From the first to the last figure on the same footing that is no longer than a step; null where there is none. */
function spanOf(spans: readonly Span[], by: Step): Span | null {
  const short = spans.filter((span) => isOfStep(span, by));
  const touched = short.length > 0 ? short : spans;
  if (touched.length === 0) return null;
  const starts = touched.map(({ start }) => start).sort();
  const ends = touched.map(({ end }) => end).sort();
  return { start: starts[0] as string, end: ends.at(-1) as string };
}

/** The step of the figures between the ends of a question: where they are of several parts of years, and all alike, that part. */
function ownStep(
  figures: readonly Observation[],
  finds: readonly Seizure[],
  { from = '', to = '9999' }: TotalQuestion,
): Step {
  const spans = figures.map(spanOfFigure).filter(({ start, end }) => start <= to && end >= from);
  const [first, ...others] = new Set(spans.map(freqOf));
  const several = new Set(spans.map(({ start }) => start)).size > 1;
  const isSeries = finds.length === 0 && others.length === 0 && several;
  return (isSeries && first !== undefined && stepOfFreq[first]) || 'year';
}

function refusePeriod(problem: Text, remedy: Text): never {
  throw new RefusalError(problem, { dimension: 'period', remedy });
}

function periodsOfQuestion(
  { by, from, to }: Stepped,
  spans: readonly Span[],
): readonly CellPeriod[] {
  if (from !== undefined && to !== undefined && from > to)
    refusePeriod(
      inFour(
        '{from} ligt na {to}.',
        'Le {from} est après le {to}.',
        '{from} liegt nach {to}.',
        '{from} lies after {to}.',
        { from, to },
      ),
      inFour(
        'Vraag van de eerdere dag tot de latere.',
        'Demandez du jour antérieur au jour postérieur.',
        'Fragen Sie vom früheren Tag bis zum späteren.',
        'Ask from the earlier day to the later one.',
      ),
    );
  if (by === 'to-date' && to === undefined)
    refusePeriod(
      inFour(
        'Hetzelfde deel van elk jaar heeft geen einde.',
        'La même partie de chaque année n’a pas de fin.',
        'Derselbe Teil jedes Jahres hat kein Ende.',
        'The same part of each year has no end.',
      ),
      inFour(
        'Zeg tot welke dag.',
        'Dites jusqu’à quel jour.',
        'Sagen Sie, bis zu welchem Tag.',
        'Say until which day.',
      ),
    );
  const touched = spanOf(spans, by);
  const start = from ?? touched?.start;
  const end = to ?? touched?.end;
  if (start === undefined || end === undefined || start > end) return [];
  const periods = stepsWithin({ start, end }, by);
  if (periods.length > mostPeriods)
    refusePeriod(
      inFour(
        '{start} tot {end} telt {n} perioden; hoogstens {most} worden in één keer beantwoord.',
        'Du {start} au {end}, il y a {n} périodes ; au plus {most} reçoivent une réponse à la fois.',
        '{start} bis {end} hat {n} Zeiträume; höchstens {most} werden auf einmal beantwortet.',
        '{start} to {end} has {n} periods; at most {most} are answered at once.',
        { start, end, n: String(periods.length), most: String(mostPeriods) },
      ),
      inFour(
        'Vraag minder jaren, of langere perioden.',
        'Demandez moins d’années, ou des périodes plus longues.',
        'Fragen Sie nach weniger Jahren oder nach längeren Zeiträumen.',
        'Ask for fewer years, or for longer periods.',
      ),
    );
  // Whoever asks for half a year must not be given the whole one.
  const [first, last] = [periods[0]?.start ?? start, periods.at(-1)?.end ?? end];
  if (
    (from !== undefined && from !== first) ||
    (to !== undefined && by !== 'to-date' && to !== last)
  )
    refusePeriod(
      inFour(
        '{from} tot {to} bestaat niet uit hele perioden per {by}: die lopen van {first} tot {last}.',
        'Du {from} au {to}, il n’y a pas que des périodes entières par {by} : elles vont du {first} au {last}.',
        '{from} bis {to} besteht nicht aus ganzen Zeiträumen je {by}: Sie laufen von {first} bis {last}.',
        '{from} to {to} is not made of whole periods by {by}: they run from {first} to {last}.',
        { from: from ?? first, to: to ?? last, by, first, last },
      ),
      inFour(
        'Vraag van de eerste dag van een periode tot de laatste dag van een periode, of per kortere perioden.',
        'Demandez du premier jour d’une période au dernier jour d’une période, ou par périodes plus courtes.',
        'Fragen Sie vom ersten Tag eines Zeitraums bis zum letzten Tag eines Zeitraums, oder nach kürzeren Zeiträumen.',
        'Ask from the first day of a period to the last day of one, or by shorter periods.',
      ),
    );
  return periods;
}

/** What kind of thing an observation counts. Of an amount the register's own name of the drug is no kind. */
export function kindOf({
  metric,
  offence,
  nationalCode,
  level,
  countUnit,
}: Observation): Readonly<Record<Kind, string | null>> {
  const isOfDrug = (metric === 'quantity' || metric === 'seizures') && offence === null;
  return {
    offence,
    code: isOfDrug ? null : nationalCode,
    level,
    countUnit: metric === 'quantity' ? null : countUnit,
  };
}

/** The figures that are of the cells of a question, whatever their period and kind; with those that are stated not to be given. */
function inCell(row: Observation, question: TotalQuestion, members: readonly string[]): boolean {
  const { substance, basis, metric, unit } = question;
  return (
    row.metric === metric &&
    row.basis === basis &&
    (row.stat === 'sum' || row.stat === 'count') &&
    (row.value !== null || isWithheld(row)) &&
    (row.unit === unit || (isMass(row.unit) && isMass(unit))) &&
    (substance === null ? row.substance === null : isOfDrug(drugOf(row), substance)) &&
    expandPlace(row.place).every((part) => members.some((whole) => placeContains(whole, part)))
  );
}

/** A sum over places must not hold one of them twice, nor figures that each country counts by a rule of its own. */
function checkPlaces({ place, metric }: TotalQuestion): readonly string[] {
  const members = expandPlace(place);
  for (const inner of members)
    for (const outer of members)
      if (inner !== outer && placeContains(outer, inner))
        throw new RefusalError(
          inFour(
            '{inner} ligt in {outer} en zou twee keer geteld worden.',
            '{inner} se trouve dans {outer} et serait compté deux fois.',
            '{inner} liegt in {outer} und würde zweimal gezählt.',
            '{inner} lies in {outer}, and would be counted twice.',
            { inner, outer },
          ),
          {
            dimension: 'place',
            remedy: inFour(
              'Vraag {outer} alleen, of plaatsen waarvan geen in een andere ligt.',
              'Demandez {outer} seul, ou des lieux dont aucun ne se trouve dans un autre.',
              'Fragen Sie nach {outer} allein, oder nach Orten, von denen keiner in einem anderen liegt.',
              'Ask for {outer} alone, or for places none of which lies in another.',
              { outer },
            ),
          },
        );
  const countries = new Set(members.map((code) => countryAt(code)));
  if (countries.size > 1 && metric !== 'quantity' && metric !== 'seizures')
    throw new RefusalError(
      inFour(
        'Elk land telt {metric} volgens een eigen regel.',
        'Chaque pays compte {metric} selon sa propre règle.',
        'Jedes Land zählt {metric} nach einer eigenen Regel.',
        'Each country counts {metric} by a rule of its own.',
        { metric },
      ),
      {
        dimension: 'definition',
        remedy: inFour(
          'Vraag elk land apart.',
          'Demandez chaque pays séparément.',
          'Fragen Sie nach jedem Land einzeln.',
          'Ask for each country apart.',
        ),
      },
    );
  return members;
}

/** The country in which a place lies, or that it is. */
export function countryAt(code: string): string {
  return places.has(code) ? (places.get(code).country ?? code) : code.slice(0, 2);
}

/** The guarded totals of single finds. */
function eventsOf(
  records: Records,
  { place, basis, substance, metric }: TotalQuestion,
  periods: readonly CellPeriod[],
): readonly ComparableSum[] {
  const {
    seizures = [],
    pairs = [],
    coverage = [],
    breaks = [],
    definitions = [],
    decisions,
    seed,
  } = records;
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  const comparison = { breaks, definitions, overrides: [...(decisions?.values() ?? [])] };
  return eventTotals(seizures, {
    complex: place,
    substance: substance ?? '',
    basis,
    metric: metric === 'seizures' ? metric : 'quantity',
    periods,
    coverage,
    pairs,
    ...(seed !== undefined && { seed }),
  }).map((total) => comparableEvents(total, byId, comparison));
}

/** Finds are counted, or weighed in kilograms, each once, whoever reports it. */
function checkEvents({ agencies, metric, unit }: TotalQuestion): void {
  if (agencies)
    throw new RefusalError(
      inFour(
        'Vangsten worden één keer geteld, welke dienst ze ook meldt.',
        'Les prises sont comptées une fois, quel que soit le service qui les signale.',
        'Funde werden einmal gezählt, welche Dienststelle sie auch meldet.',
        'Finds are counted once, whichever service reports them.',
      ),
      {
        dimension: 'agency',
        remedy: inFour(
          'Vraag de vangsten van alle diensten.',
          'Demandez les prises de tous les services.',
          'Fragen Sie nach den Funden aller Dienststellen.',
          'Ask for the finds of all services.',
        ),
      },
    );
  if (metric === 'quantity' && unit !== 'kg')
    throw new RefusalError(
      inFour(
        'Vangsten worden in kilogram opgeteld.',
        'Les prises sont totalisées en kilogrammes.',
        'Funde werden in Kilogramm summiert.',
        'Finds are totalled in kilograms.',
      ),
      {
        dimension: 'unit',
        remedy: inFour('Vraag in kg.', 'Demandez en kg.', 'Fragen Sie in kg.', 'Ask in kg.'),
      },
    );
}

const spansOfFinds = (finds: readonly Seizure[]): readonly Span[] =>
  finds.map(({ date }) => ({ start: date, end: date }));

const spanOfFigure = ({ periodStart, periodEnd }: Observation): Span => ({
  start: periodStart,
  end: periodEnd,
});

function fromEvents(records: Records, finds: readonly Seizure[], question: Stepped): JointTotals {
  const members = new Set(expandPlace(question.place));
  const ports = [...new Set(finds.map(({ place }) => place))].sort();
  if (ports.some((port) => !members.has(port)))
    throw new RefusalError(
      inFour(
        'De vangsten zijn van {ports}, en of dat alles van {place} is, is niet bekend.',
        'Les prises sont de {ports}, et on ne sait pas si ce sont toutes celles de {place}.',
        'Die Funde sind von {ports}, und ob das alle von {place} sind, ist nicht bekannt.',
        'The finds are of {ports}, and whether they are all of {place} is not known.',
        { ports: ports.join(', '), place: question.place },
      ),
      {
        dimension: 'place',
        remedy: inFour(
          'Vraag {ports}.',
          'Demandez {ports}.',
          'Fragen Sie nach {ports}.',
          'Ask for {ports}.',
          { ports: ports.join('+') },
        ),
      },
    );
  checkEvents(question);
  const periods = periodsOfQuestion(question, spansOfFinds(finds));
  const guarded = eventsOf(records, question, periods);
  return {
    totals: guarded.map(({ total }) => total),
    conflicts: [],
    notAdded: [],
    claims: [],
    guarded,
    grounds: new Map(),
    lapsed: new Map(),
  };
}

function checkKinds(figures: readonly Observation[]): void {
  for (const kind of kinds) {
    const found = [...new Set(figures.map((row) => kindOf(row)[kind]))].sort();
    if (found.length > 1)
      throw new RefusalError(
        inFour(
          'De cijfers zijn van verschillende soorten: {kind} {found}.',
          'Les chiffres sont de plusieurs sortes : {kind} {found}.',
          'Die Zahlen sind von mehreren Arten: {kind} {found}.',
          'The figures are of several kinds: {kind} {found}.',
          {
            kind,
            found: joinWith(
              found.map((one) => (one === null ? foundNone : inEach(() => one))),
              ', ',
            ),
          },
        ),
        {
          dimension: kind,
          remedy: inFour(
            'Zeg welke {kind} gevraagd wordt.',
            'Dites quel {kind} est demandé.',
            'Sagen Sie, nach welchem {kind} gefragt wird.',
            'Say which {kind} is asked.',
            { kind },
          ),
        },
      );
  }
}

function claimsOf(
  { decisions, definitions, observations, files = [] }: Records,
  question: TotalQuestion,
  periods: readonly CellPeriod[],
  {
    figure,
    floors = [],
  }: { readonly figure: Observation | undefined; readonly floors?: readonly Claim[] },
): JointTotals {
  const { place, basis, metric, unit, agencies = null } = question;
  const rows = observations.filter(
    (row) => isOfKind(row, question) && (question.substance !== null || row.substance === null),
  );
  return jointTotals(rows, {
    complex: place,
    substance: question.substance ?? '',
    basis,
    metric,
    unit,
    agencies,
    kinds: kindsNamed(question, figure),
    periods,
    floors,
    files,
    ...(decisions && { decisions }),
    ...(definitions && { definitions }),
  });
}

/**
 * What sets a count apart, as the name of its cell has it: as the question says, else as its figures have it. What is weighed or
 * seized of a drug is set apart by drug and unit, and by a code of its table only where one is asked.
 */
function kindsNamed(question: TotalQuestion, figure: Observation | undefined): readonly string[] {
  if (question.metric === 'quantity' || question.metric === 'seizures')
    return question.code ? [`code=${question.code}`] : [];
  const own = figure && kindOf(figure);
  return kinds.flatMap((kind) => {
    const code = question[kind] === undefined ? own?.[kind] : question[kind];
    return code === undefined || code === null ? [] : [`${kind}=${code}`];
  });
}

function isOfKind(row: Observation, question: TotalQuestion): boolean {
  const own = kindOf(row);
  // What a drug is called in a table is no kind; whoever names it asks for it alone.
  const code = question.code ? row.nationalCode : own.code;
  return kinds.every(
    (kind) =>
      question[kind] === undefined || question[kind] === (kind === 'code' ? code : own[kind]),
  );
}

function checkQuestion({ by, from, to, substance }: TotalQuestion): void {
  if (by !== undefined && !steps.includes(by))
    throw wrongUse(
      'settle: `by` is {steps}, niet "{by}".',
      'settle : `by` est {steps}, et non « {by} ».',
      'settle: `by` ist {steps}, nicht „{by}“.',
      'settle: by is {steps}, not "{by}".',
      { steps: steps.join(', '), by },
    );
  for (const [name, day] of Object.entries({ from, to }))
    if (day !== undefined && (typeof day !== 'string' || !isDay(day)))
      throw wrongUse(
        'settle: {name} is een dag, zoals "2024-01-01", niet {day}.',
        'settle : {name} est un jour, par exemple « 2024-01-01 », et non {day}.',
        'settle: {name} ist ein Tag, etwa „2024-01-01“, nicht {day}.',
        'settle: {name} is a day, such as "2024-01-01", not {day}.',
        { name, day: JSON.stringify(day) },
      );
  if (substance !== null && typeof substance !== 'string')
    throw wrongUse(
      'settle: substance is een code, of null voor wat niet van een drug geteld wordt.',
      'settle : substance est un code, ou null pour ce qui n’est compté d’aucune drogue.',
      'settle: substance ist ein Code, oder null für das, was keiner Droge gilt.',
      'settle: substance is a code, or null for what is counted of no drug.',
    );
}

/** Whether a question is how many finds there were, each once. */
const countsFinds = ({ metric, unit }: Pick<TotalQuestion, 'metric' | 'unit'>): boolean =>
  metric === 'seizures' && unit === 'seizure';

/** The figures and finds on the footing of a question, and the rows that state that a figure is not given. */
function footingOf(
  records: Records,
  asked: TotalQuestion,
): {
  readonly figures: readonly Observation[];
  readonly withheld: readonly Observation[];
  readonly finds: readonly Seizure[];
  /** Finds wherever they were made, since a pair may lie in two places. */
  readonly told: () => readonly ToldFind[];
} {
  const { substance } = asked;
  const members = checkPlaces(asked);
  const rows = records.observations.filter(
    (row) => inCell(row, asked, members) && isOfKind(row, asked),
  );
  const figures = rows.filter(({ value }) => value !== null);
  const withheld = figures.length > 0 ? rows.filter(({ value }) => value === null) : [];
  // An office counts its seizures by a rule of its own: finds are counted where no such figure speaks.
  const isCount = countsFinds(asked) && !speakOf(asked, records.observations);
  const weighed =
    substance !== null && (isCount || (asked.metric === 'quantity' && isMass(asked.unit)))
      ? (records.seizures ?? []).filter(
          (seizure) =>
            seizure.basis === asked.basis &&
            (isCount || isMass(seizure.unit)) &&
            isOfDrug(seizure.substance, substance),
        )
      : [];
  const finds = weighed.filter(({ place }) => members.some((whole) => placeContains(whole, place)));
  const told = () => toldFinds(weighed, records.pairs ?? [], isCount ? asOne : undefined);
  return { figures, withheld, finds, told };
}

/**
 * The step of the figures that a question is of, whatever step it asks by: where all of them are of one part of years that part,
 * else the year. Nothing is totalled.
 *
 * @example
 * ```ts
 * import { stepOfFigures } from '@samenbeeld/merge';
 * const heroin = { place: 'BEANR', substance: 'HER', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' };
 * stepOfFigures({ observations: [] }, heroin) // => 'year'
 * ```
 */
export function stepOfFigures(records: Records, asked: TotalQuestion): Step {
  const { figures, finds } = footingOf(records, asked);
  return ownStep(figures, finds, asked);
}

/**
 * The floors that single finds make beside claims in an answer of `settle`, of each of some periods: none where no figure speaks
 * about the question, or where the files of finds govern, so that what they add up to is modelled.
 */
export function floorsBeside(
  records: Records,
  asked: TotalQuestion,
  periods: readonly CellPeriod[],
): readonly Claim[] {
  const { coverage = [], observations, seizures = [] } = records;
  if (seizures.length === 0 || asked.metric !== 'quantity' || !speakOf(asked, observations))
    return [];
  const { finds, told } = footingOf(records, asked);
  const isGoverned = governedBy(coverage, finds, asked);
  const found = { told: told(), place: asked.place };
  return periods
    .filter((period) => !isGoverned(period))
    .flatMap((period) => floorClaims(found, period, asked));
}

/**
 * What files of finds give that govern a question in each of some periods, beside figures that speak about it too; null where they
 * do not govern all of them. Where finds were left out of them and no figure speaks, what they give is a lower end.
 */
export function governingFinds(
  records: Records,
  asked: TotalQuestion,
  periods: readonly CellPeriod[],
): FindBounds | null {
  const { coverage = [], observations, seizures = [] } = records;
  if (seizures.length === 0 || !(asked.metric === 'quantity' || countsFinds(asked))) return null;
  const { finds, told } = footingOf(records, asked);
  const declared = coverage.filter(({ extent }) => extent !== 'left_out');
  if (finds.length === 0 || !periods.every(governedBy(declared, finds, asked))) return null;
  const isLeftOut = !periods.every(governedBy(coverage, finds, asked));
  if (isLeftOut && speakOf(asked, observations)) return null;
  const { pairs = [] } = records;
  const found = { told: told(), place: asked.place, pairs };
  const bounds = periods.map((period) => boundsOfFinds(found, period, asked));
  const highs = bounds.map(({ high }) => high);
  const seized = [...new Set(bounds.flatMap(({ agencies }) => agencies))].sort();
  // Of a period without a find: whose files cover the place.
  const members = expandPlace(asked.place);
  const substance = asked.substance ?? undefined;
  const covering = coverage.flatMap((entry) =>
    entry.basis === asked.basis && members.some((place) => holdsAt(entry, { place, substance }))
      ? [entry.agency]
      : [],
  );
  return {
    low: sumExact(bounds.map(({ low }) => low)),
    high: isLeftOut || highs.includes(null) ? null : sumExact(highs as readonly number[]),
    ...(isLeftOut && { isLeftOut }),
    agencies: seized.length > 0 ? seized : [...new Set(covering)].sort(),
  };
}

/** Whether files of finds speak of the place of a question in some periods: they govern it there, or hold a find of it. */
export function standInFinds(
  records: Records,
  asked: TotalQuestion,
  periods: readonly CellPeriod[],
): boolean {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return false;
  return (
    governingFinds(records, asked, periods) !== null ||
    footingOf(records, asked).finds.some(({ date, datePrecision }) => {
      const { start, end } = spanOfDate(date, datePrecision);
      return start <= last.end && end >= first.start;
    })
  );
}

/**
 * The totals that a question asks for, exactly as docs/joint-total.md defines them, for any place, substance, basis, metric
 * and period. Single finds of declared full coverage govern, and claims check them; otherwise claims govern, and finds are a
 * floor (rule 8). Finds are counted (`seizures`) only where no published count speaks, which follows a rule of its own. A period in which nothing is reported has the status `none`, never 0.
 *
 * Throws a RefusalError (its `dimension` says of what) where the figures are of several kinds and none is named, a place lies in
 * another, the ends are not those of whole periods, or finds cannot answer.
 *
 * @param records observations and seizures, with what is declared and decided of them
 * @param asked the scope and the periods; amounts are in its unit
 * @example
 * ```ts
 * import { settle } from '@samenbeeld/merge';
 * const heroin = { place: 'BEANR', substance: 'HER', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' };
 * const halves = { ...heroin, from: '2022-01-01', to: '2022-12-31', by: 'half-year' } as const;
 * settle({ observations: [] }, halves).totals.map(({ status }) => status) // => ['none', 'none']
 * ```
 */
export function settle(records: Records, asked: TotalQuestion): Settled {
  takes(
    'settle',
    [
      'records',
      records,
      shape.record<Records>({
        observations: shape.list(
          shape.record({}),
          inFour(
            'een lijst van cijfers',
            'une liste de chiffres',
            'eine Liste von Zahlenangaben',
            'a list of observations',
          ),
        ),
      }),
    ],
    [
      'question',
      asked,
      shape.record<TotalQuestion>({
        place: shape.text,
        basis: shape.text,
        metric: shape.text,
        unit: shape.text,
      }),
    ],
  );
  checkQuestion(asked);
  const { figures, withheld, finds, told } = footingOf(records, asked);
  const stated = [...figures, ...withheld].map(spanOfFigure);
  const question = { ...asked, by: asked.by ?? ownStep(figures, finds, asked) };
  if (finds.length === 0) {
    checkKinds(figures);
    const periods = periodsOfQuestion(question, stated);
    return {
      ...claimsOf(records, question, periods, { figure: figures[0] }),
      question,
      of: 'claims',
    };
  }
  // Claims on another footing stand beside finds too; those of elsewhere change nothing.
  if (!speakOf(question, records.observations))
    return { ...fromEvents(records, finds, question), question, of: 'events' };
  checkKinds(figures);
  checkEvents(question);
  const periods = periodsOfQuestion(question, [...stated, ...spansOfFinds(finds)]);
  return {
    ...claimsAndEvents(records, { finds, told: told() }, question, periods, {
      ofClaims: (own, floors) => claimsOf(records, question, own, { figure: figures[0], floors }),
      ofEvents: (own) => eventsOf(records, question, own),
    }),
    question,
    of: 'both',
  };
}
