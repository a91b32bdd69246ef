import {
  convertQuantity,
  foldText,
  type Interval,
  inEach,
  type Language,
  languages,
  metrics,
  type Observation,
  offences,
  type Period,
  placeLabel,
  substances,
  type Text,
  UsageError,
  units,
} from '@samenbeeld/schema';
import { isOfDrug } from '../cell.ts';
import { cellWords, placesIn, take, takeBasis, takeDrug, takeMetric } from '../cell-name.ts';
import { countedUnits, isNarrowBasis, isOfAll, whatIsCounted } from '../counted.ts';
import { kindOf } from '../settle.ts';
import { type Kind, kinds } from '../total-question.ts';
import { type AskedFigure, figureIn } from './asked-figure.ts';
import { notUnderstood } from './not-understood.ts';
import { attributionIn, countryOf, isPassed, type Question, wordsIn } from './question.ts';

/** What sets figures apart that are counted otherwise than by the weight of a drug. */
interface CountKind extends Readonly<Record<Kind, string | null>> {
  readonly metric: string;
  readonly unit: string;
  readonly basis: string;
  readonly substance: string | null;
  /** Of what is no sum (a price, a rate): which statistic of it; each is a figure of its own. */
  readonly stat: Observation['stat'] | null;
}

/** A sentence about a count, as one thing that a picture counts. */
export interface CountQuestion extends Question {
  readonly kind: CountKind;
  readonly what: Text;
  /** Whether the sentence names more than the figures are of: "offences" where offences of one drug are counted. */
  readonly isWider: boolean;
}

/** What words name besides a figure and its period. */
interface Named {
  readonly places: readonly string[];
  readonly placeWords: string;
  readonly substance: string | null;
  readonly offence: string | null;
  readonly basis: string | null;
  readonly metric: string | null;
  /** The thing that is counted, or the currency: "Fälle", "EUR". */
  readonly unit: string | null;
}

/** Units in which drugs are weighed or counted: a sentence with one is of a quantity. */
const ofDrugs: ReadonlySet<string> = new Set('tablet dose plant cutting piece cylinder'.split(' '));
/** Units that all count what the police record as an offence. */
const ofOffences: ReadonlySet<string> = new Set(['offence', 'case', 'procedure']);

const isAmount = (unit: string): boolean =>
  ofDrugs.has(unit) || ['mass', 'volume'].includes(units.get(unit).dimension);

/** Whoever records offences: of which country is said by the place. */
const isPolice = /^(?:politie|police|polizei)$/iu;

const drugOffences = 'ICCS0601';

/** A number, with the words for thousands and millions behind it. */
const number =
  /(?<![\p{L}\d.,'’])\d[\d.,'’]*(?:[\u0020\u00a0\u202f\u2009]\d{3}(?!\d))*(?:\s*(?:duizend|miljoen|mille|millions?|tausend|millionen|thousand|million|mln\.?|mio\.?|miljard|milliards?|milliarden?|mrd\.?|mld\.?|billion)(?!\p{L}))?/giu;

const amountOfMoney = [
  [/(?<=\d)\s*M\s?(?:€|EUR(?!\p{L}))/gu, ' million EUR'],
  [/(?<=\d)\s*k\s?(?:€|EUR(?!\p{L}))/gu, ' mille EUR'],
  [
    /€\s*(\d[\d.,\u0020\u00a0\u202f]*\d|\d)(\s*(?:miljoen|mln\.?|millions?|mio\.?|miljard|milliards?|billion))?/giu,
    '$1$2 EUR',
  ],
  [/(?:d['’]|€|\b)(?:euros?|eur)\b|€/giu, ' EUR'],
  [
    /\bEUR\s*(?:\/|par|per|pro|je|le|het|de|das|a|the)\s*(?:g|grams?|grammes?|gramm?)\b/giu,
    'EUR/g',
  ],
  [
    /\bEUR\s*(?:\/|par|per|pro|je|le|het|de|das|a|the)\s*(?:kg|kilo|kilogram(?:me|m)?)\b/giu,
    'EUR/kg',
  ],
  [/(?<=\d)\s*(?:%|procent|prozent|pour cent|per ?cent)/giu, ' pct'],
] as const;

const unitBehind = /(\d)\s*(EUR\/k?g|EUR|pct)(?!\p{L})/u;

/** The figure of a sentence whose period is taken out, whatever it counts; null where it has none, or an amount of a drug. */
function countIn(text: string, language: Language | undefined) {
  const measured = unitBehind.exec(text);
  // Of things that are counted a mark before three digits is no decimal one.
  const spoken = measured
    ? text.replace(unitBehind, '$1')
    : text.replace(/(?<![\d.,'’])\d{1,3}(?:[.,'’]\d{3})+(?![\d.,'’]*\d)/gu, (one) =>
        one.replace(/\D/gu, ''),
      );
  const found = [...spoken.matchAll(number)];
  const last = found.at(-1);
  if (!last || found.length > 2) return null;
  const end = last.index + last[0].length;
  const { rest, ...figure } = inWordsGiven(() =>
    figureIn(`${spoken.slice(0, end)} ${mark} ${spoken.slice(end)}`, language),
  );
  return { figure, rest, unit: measured?.[2] ?? null };
}

/** What stands behind a bare number while it is read: nobody wrote it. */
const mark = 'piece';

/** What is not understood, in the words of the sentence. */
function inWordsGiven<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UsageError) || !error.says) throw error;
    const { says } = error;
    throw new UsageError(inEach((language) => says[language].replaceAll(` ${mark}`, '')));
  }
}

/** Words that a drug and what is counted of it are written in as one: "cocaïnefeiten", "Kokaindelikte". */
function apart(word: string): readonly string[] {
  const isKnown = (name: string) => offences.lookup(name).kind === 'exact' || isThing(name);
  if (word.length < 8 || isKnown(word)) return [word];
  for (let at = 4; at <= word.length - 4; at += 1) {
    const [drug, thing] = [word.slice(0, at), word.slice(at).replace(/^-/u, '')];
    if (substances.lookup(drug).kind === 'exact' && isKnown(thing)) return [drug, thing];
  }
  return [word];
}

const isThing = (name: string): boolean =>
  units.lookup(name).kind === 'exact' || metrics.lookup(name).kind === 'exact';

/** What words name, and those that name nothing. */
function namedIn(words: readonly string[]): Named & { readonly left: readonly string[] } {
  const offence = take(words, offences);
  const place = placesIn(offence?.rest ?? words);
  const beside = place?.rest ?? offence?.rest ?? words;
  const metric = takeMetric(beside);
  const countable = metric?.rest ?? beside;
  const unit = take(countable, units);
  // "Parcels" may be what is counted, and in what it was found.
  const basis = takeBasis(countable);
  const things = (unit?.rest ?? countable).filter((word) => basis?.rest.includes(word) ?? true);
  const substance = takeDrug(things);
  const placed = (offence?.rest ?? words).filter((word) => !beside.includes(word)).join(' ');
  // A word may be both: "Tatverdächtige" is the measure and who is counted.
  const both =
    metric && units.lookup(beside.filter((word) => !metric.rest.includes(word)).join(' '));
  return {
    places: place?.codes ?? [],
    placeWords: placed,
    substance: substance?.code ?? null,
    offence: offence?.code ?? null,
    basis: basis && isNarrowBasis(basis.code) ? basis.code : null,
    metric: metric?.code ?? null,
    unit: unit?.code ?? (both?.kind === 'exact' ? both.entry.code : null),
    left: (substance?.rest ?? things).filter((word) => !isPassed(word) && !isPolice.test(word)),
  };
}

const statOf = ({ stat }: Observation): Observation['stat'] | null =>
  stat === 'sum' || stat === 'count' ? null : stat;

/** The kinds of figures of a picture that are no weight or number of seizures of a drug. */
function kindsOf(rows: readonly Observation[]): readonly CountKind[] {
  const found = rows
    .filter(({ metric, value }) => value !== null && metric !== 'quantity' && metric !== 'seizures')
    .map((row) => ({
      ...{ metric: row.metric, unit: row.unit, basis: row.basis, substance: row.substance },
      ...kindOf(row),
      stat: statOf(row),
    }));
  return [...new Map(found.map((kind) => [JSON.stringify(kind), kind])).values()];
}

/** Whether amounts in one unit are told in another: euros a gram by the kilogram, and never dollars. */
function isConverted(from: string, to: string): boolean {
  const currency = (unit: string): string => unit.split('/')[0] ?? unit;
  if (from === to) return true;
  return (
    units.has(to) &&
    units.get(to).dimension === units.get(from).dimension &&
    currency(from) === currency(to) &&
    units.get(to).base === units.get(from).base
  );
}

function isWithinOffence(code: string, whole: string): boolean {
  for (let at: string | null = code; at !== null && offences.has(at); at = offences.get(at).parent)
    if (at === whole) return true;
  return false;
}

/** Whether figures of a kind are what words name, or a part of that; null where they are something else. */
function fitOf(kind: CountKind, named: Named): 'same' | 'wider' | null {
  const { metric, unit, offence, substance, basis } = named;
  if (basis !== null && basis !== kind.basis) return null;
  const isMoney = unit !== null && units.get(unit).dimension !== 'count';
  if (isMoney && !isConverted(unit, kind.unit)) return null;
  const ofUnit =
    unit !== null &&
    (kind.unit === unit ||
      kind.countUnit === unit ||
      (ofOffences.has(unit) && kind.metric === 'offences'));
  const ofMetric = metric !== null && kind.metric === metric;
  if (!ofMetric && !ofUnit && !isMoney && !(offence !== null && kind.metric === 'offences'))
    return null;
  if (offence !== null && kind.offence !== null && !isWithinOffence(kind.offence, offence))
    return null;
  if (offence !== null && kind.offence === null && !(offence === drugOffences && kind.substance))
    return null;
  if (substance !== null && !(kind.substance !== null && isOfDrug(kind.substance, substance)))
    return null;
  // A drug that is named says that offences of drugs are meant.
  const saysOffence =
    kind.offence === null || offence === kind.offence || (substance !== null && offence === null);
  const saysDrug = kind.substance === null || kind.substance === substance;
  const saysCode =
    kind.code === null || isOfAll(kind.code) || kind.offence !== null || kind.substance !== null;
  const saysMeasure = ofMetric || !isMoney;
  const saysBasis = basis !== null || !isNarrowBasis(kind.basis);
  const isSame =
    saysOffence && saysDrug && saysCode && saysMeasure && saysBasis && kind.level === null;
  return isSame && kind.stat === null ? 'same' : 'wider';
}

/** Whether figures are of a place that the words name, of one whose name holds it, or of none. */
type Held = 'same' | 'like' | 'none';

/** Places of figures that are called as the words call a place, in any language; else those whose name holds it. */
function placesOf(
  { places: codes, placeWords }: Named,
  rows: readonly Observation[],
): readonly { readonly place: string; readonly held: Held }[] {
  const held = [...new Set(rows.map(({ place }) => place))].sort();
  const namesOf = (place: string): readonly string[] =>
    languages.map((language) => foldText(placeLabel(place, language)));
  const wanted = new Set([foldText(placeWords), ...codes.flatMap(namesOf)]);
  const same = held.filter(
    (place) => codes.includes(place) || namesOf(place).some((name) => wanted.has(name)),
  );
  if (same.length > 0) return same.map((place) => ({ place, held: 'same' }));
  const like = held.filter((place) =>
    namesOf(place).some((name) =>
      [...wanted].some((one) => one !== '' && ` ${name} `.includes(` ${one} `)),
    ),
  );
  if (like.length > 0) return like.map((place) => ({ place, held: 'like' }));
  const [code, ...others] = codes;
  return code === undefined || others.length > 0 ? [] : [{ place: code, held: 'none' }];
}

const periodOf = ({ periodStart: start, periodEnd: end, freq }: Observation): Period => ({
  ...{ start, end, freq },
});

/** The only figure of somebody that has a value, as `check` offers it: a line of `mayBeSaid` names neither place nor period. */
function figuresOf(
  source: readonly string[] | null,
  value: number,
  rows: readonly Observation[],
): readonly Observation[] {
  const found = rows.filter(
    (row) => row.value === value && row.agencies.every((code) => source?.includes(code)),
  );
  const scopes = new Set(found.map((row) => `${row.place} ${row.periodStart} ${row.periodEnd}`));
  return scopes.size === 1 && source !== null ? found.slice(0, 1) : [];
}

/** What nobody may have counted, in the measure that the words name; null where they name none for sure. */
function unheld({ metric, unit, offence, substance }: Named): CountKind | null {
  const measures = Object.keys(countedUnits).filter((code) => countedUnits[code] === unit);
  const measure =
    metric ??
    (offence !== null || (unit !== null && ofOffences.has(unit)) ? 'offences' : null) ??
    (measures.length === 1 ? measures[0] : null);
  if (!measure || measure === 'seizures' || measure === 'quantity') return null;
  const counted = unit ?? countedUnits[measure];
  if (counted === undefined) return null;
  const basis = ['offences', 'suspects', 'arrests'].includes(measure)
    ? 'recorded'
    : 'not_applicable';
  return {
    ...{ metric: measure, unit: counted, basis, substance, offence },
    ...{ code: null, level: null, countUnit: null, stat: null },
  };
}

function isOfKind(row: Observation, kind: CountKind): boolean {
  const own = kindOf(row);
  return (
    row.metric === kind.metric &&
    row.basis === kind.basis &&
    row.unit === kind.unit &&
    row.substance === kind.substance &&
    statOf(row) === kind.stat &&
    kinds.every((one) => own[one] === kind[one])
  );
}

/** The figures of a kind: of what is no sum only those of exactly a place and period, which are not added up. */
export function rowsOfKind(
  { kind, place, period: { start, end } }: CountQuestion,
  observations: readonly Observation[],
): readonly Observation[] {
  const rows = observations.filter((row) => isOfKind(row, kind));
  if (kind.stat === null) return rows;
  return rows.filter(
    (row) => row.place === place && row.periodStart === start && row.periodEnd === end,
  );
}

/** A figure of a kind at a place, in the unit of the kind. */
function asQuestion(
  figure: AskedFigure,
  kind: CountKind,
  {
    unit,
    ...of
  }: Pick<CountQuestion, 'place' | 'period' | 'source' | 'isWider'> & {
    readonly unit: string | null;
  },
): CountQuestion {
  const from = unit ?? kind.unit;
  const converted = (value: number): number =>
    from === kind.unit ? value : convertQuantity(value, from, kind.unit).value;
  const within = ({ low, high, closed }: Interval): Interval => ({
    low: converted(low),
    high: high === null ? null : converted(high),
    closed,
  });
  return {
    ...figure,
    ...of,
    value: converted(figure.value),
    upTo: figure.upTo === null ? null : converted(figure.upTo),
    interval: within(figure.interval),
    asRounded: within(figure.asRounded),
    unit: kind.unit,
    metric: kind.metric,
    basis: kind.basis,
    substance: kind.substance ?? '',
    year: Number(of.period.start.slice(0, 4)),
    agencies: null,
    kind,
    kinds: kinds.flatMap((one) => (kind[one] === null ? [] : [`${one}=${kind[one]}`])),
    what: whatIsCounted(kind),
  };
}

/**
 * What a sentence says of something that is counted otherwise than by the weight of a drug, as each thing that the picture counts
 * and the words may name: "61.498 Rauschgiftdelikte in Nordrhein-Westfalen 2023". null where it is of an amount of a drug, or
 * names nothing that is counted. Throws a UsageError where it names such a thing and is not understood.
 */
export function countQuestions(
  text: string,
  {
    language,
    rows,
  }: { readonly language?: Language | undefined; readonly rows: readonly Observation[] },
): readonly CountQuestion[] | null {
  const bare = text.replace(/["“”„«»]/gu, ' ').replace(/\+\/[-−]/gu, '±');
  const said = attributionIn(bare);
  const written = amountOfMoney.reduce(
    (words, [pattern, by]) => words.replace(pattern, by),
    said?.rest ?? bare,
  );
  const tokens = written
    .split(/\s+/u)
    .map((word) => word.replace(/^\(|[.,;:!?)]+$/gu, ''))
    .filter(Boolean);
  const { named: unperioded, period } = cellWords(tokens);
  // Behind the words stands the year of the period, by itself.
  const found = countIn((period ? unperioded.slice(0, -1) : unperioded).join(' '), language);
  if (!found) return null;
  const words = wordsIn(found.rest)
    .filter((word) => word !== mark)
    .flatMap(apart);
  const { left, ...read } = namedIn(words);
  const named = { ...read, unit: found.unit ?? read.unit };
  const isAsked = named.metric !== 'quantity' && named.metric !== 'seizures';
  const isThing = named.metric !== null || named.offence !== null || named.unit !== null;
  if (!isAsked || !isThing || (named.unit !== null && isAmount(named.unit))) return null;
  const all = kindsOf(rows);
  const fits = all.flatMap((kind) => {
    const fit = fitOf(kind, named);
    return fit ? [{ kind, fit }] : [];
  });
  const none = fits.length === 0 ? unheld(named) : null;
  const kindsMeant = none ? [{ kind: none, fit: 'same' as const }] : fits;
  if (kindsMeant.length === 0) return null;
  if (left.length > 0)
    throw notUnderstood(text, named.places.length > 0 ? 'words' : 'notPlaced', left.join(' '));
  const source = said && said.source.length > 0 ? said.source : null;
  const asked = named.places.length > 0 ? named : { ...named, places: countryOf(source) };
  const questions = kindsMeant.flatMap(({ kind, fit }) => {
    const own = rows.filter((row) => isOfKind(row, kind));
    const of = { source, unit: found.unit };
    const made = (place: string, during: Period, held: Held) => ({
      question: asQuestion(found.figure, kind, {
        ...{ ...of, place, period: during, isWider: held === 'like' || fit === 'wider' },
      }),
      isHeld: held !== 'none',
    });
    if (period) return placesOf(asked, own).map(({ place, held }) => made(place, period, held));
    const [one] = named.places.length === 0 ? figuresOf(source, found.figure.value, own) : [];
    return one ? [made(one.place, periodOf(one), 'same')] : [];
  });
  if (!period && questions.length === 0) throw notUnderstood(text, 'year');
  if (questions.length === 0) throw notUnderstood(text, 'place');
  // What is counted of the place and is what was said; else what is counted there; else what was said.
  const held = questions.filter(({ isHeld }) => isHeld);
  const [first = []] = [held, questions]
    .flatMap((some) => [some.filter(({ question }) => !question.isWider), some])
    .filter((some) => some.length > 0);
  return first.map(({ question }) => question);
}
