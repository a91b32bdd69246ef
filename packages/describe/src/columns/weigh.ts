import { inFour, ownValue, quoted, type Text } from '@samenbeeld/schema';
import { areTrades } from '../persons/trades.ts';
import { clauses } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import type { ContentEvidence } from './content-evidence.ts';
import { headsKeys } from './heading-words.ts';
import type { KnownHeading } from './known-headings.ts';
import { offenceWords } from './label-shapes.ts';
import { measureOf } from './measures.ts';
import { isBroken } from './number-shape.ts';
import { areKeys, ofArea } from './place-shapes.ts';
import { type ColumnProfile, labelsOf, shareOf } from './profile-column.ts';
import type { HeadingEvidence } from './read-heading.ts';
import { type Concept, vocabulary } from './vocabulary.ts';

/** One meaning of a column, weighed. */
export interface Weighed {
  readonly concept: Concept;
  readonly confidence: number;
  readonly heading: HeadingEvidence | null;
  readonly content: ContentEvidence | null;
  readonly reason: Text;
}

/** What is taken from a known source, without more. */
export const asInSource = (id: string): Text =>
  inFour('zoals in {id}', 'comme dans {id}', 'wie in {id}', 'as in {id}', { id });

/** A meaning that the heading of a column names. */
export const headingSays = (what: string | Text): Text =>
  inFour(
    'de kop zegt {what}',
    'l’en-tête dit {what}',
    'die Überschrift sagt {what}',
    'the heading says {what}',
    { what },
  );

const figures: ReadonlySet<Concept> = new Set(['value', 'arrests']);
const times: ReadonlySet<Concept> = new Set([
  'period',
  'periodPart',
  'date',
  'registeredOn',
  'periodStart',
  'periodEnd',
  'publishedOn',
]);
const codes: ReadonlySet<Concept> = new Set([
  'substance',
  'country',
  'agencies',
  'unit',
  'countUnit',
  'transportMode',
  'concealment',
  'basis',
  'metric',
  'departureCountry',
  'originCountry',
  'destinationCountry',
  'flag',
  'massBasis',
  'wording',
]);

/** Codes that may be digits, or digits with marks, and a definition that may be a threshold. */
const keys: ReadonlySet<Concept> = new Set([
  'offenceKey',
  'offence',
  'place',
  'definition',
  'coverLoadHs',
  'reference',
]);

/** Whether all cells are numbers, and those of a thousand and more have its mark. */
function isGrouped({ said, numbers }: ColumnProfile): boolean {
  const marked = numbers.group.size + numbers.either.size;
  return said > 0 && numbers.cells === said && marked > 0 && numbers.ungrouped === 0;
}

/** 0 to 1: how far the cells speak against a meaning that the heading suggests. */
function contradiction(
  concept: Concept,
  profile: ColumnProfile,
  content: ContentEvidence | null,
): number {
  if (profile.said === 0) return 0.3;
  const numeric = shareOf(profile, profile.numbers.cells);
  // Numbers under a heading of keys are none of figures, unless it says that it counts.
  if (figures.has(concept) && headsKeys(profile.heading)) return 0.8;
  if (concept === 'value' && (content?.score ?? 0) >= thresholds.figuresByContent) return 0;
  if (figures.has(concept)) return numeric >= thresholds.figuresByContent ? 0 : 0.8 * (1 - numeric);
  // How often figures come out is a letter or a word; figures of many sizes are how often something was.
  if (concept === 'frequency')
    return numeric >= thresholds.mostlyFigures && profile.values.size > 6 ? 0.8 : 0;
  if (concept === 'hour') return profile.most <= 24 || profile.words > 0 ? 0 : 0.8;
  if (times.has(concept)) return content ? 0 : 0.8;
  const worded = shareOf(profile, profile.numbers.cells + profile.worded);
  // Kinds of offences below a heading of measures: what they are of, and no measure by themselves.
  if (concept === 'metric' && areOffences(profile)) return 0.7;
  if (codes.has(concept)) return worded > thresholds.mostlyFigures ? 0.7 : 0;
  // Places have capitals: small words that no list knows are of something else, such as who acted.
  if (concept === 'place' && content === null && areSmallWords(profile)) return 0.8;
  if (keys.has(concept)) return 0;
  // A number of containers is no number of a container, which begins with letters.
  if (concept === 'containerKey' && numeric > thresholds.mostlyFigures) return 0.8;
  return (profile.numbers.decimal.size > 0 || profile.numbers.points > 0) &&
    numeric > thresholds.mostlyFigures
    ? 0.8
    : 0;
}

/** How far a first column without a heading is one of years: all its cells are, and in few tables it is anything else. */
const yearsUnheaded = ({ column, heading, said, rows, times }: ColumnProfile): number =>
  column.index === 0 &&
  /^(?:Unnamed: 0)?$/u.test(heading) &&
  said > 1 &&
  said === rows &&
  times.get('year') === said
    ? thresholds.headingTells
    : 0;

/** Whether a label is worded as an offence, and not as a number of them or another measure. */
export function isWordedOffence(label: string): boolean {
  if (!offenceWords.test(label)) return false;
  const name = measureOf(label)?.name;
  return name === undefined || (name !== null && ['age', 'offences', 'sex'].includes(name));
}

/** Whether all labels are worded as offences. */
function areOffences(profile: ColumnProfile): boolean {
  const labels = labelsOf(profile).slice(0, thresholds.labelsLooked);
  return labels.length > 1 && labels.every(isWordedOffence);
}

/** Whether all labels are words written small. */
function areSmallWords(profile: ColumnProfile): boolean {
  const labels = labelsOf(profile);
  return labels.length > 1 && labels.every((label) => /^\p{Ll}{3,}/u.test(label));
}

/**
 * The confidence of one meaning, from the heading (h, at most 0.85) and from the cells (c, at most 0.95):
 * `1 − (1 − h)(1 − c)`, times one minus the contradiction, at most 0.97; up to 0.99 where both speak strongly
 * (h ≥ 0.75 and c ≥ 0.75). What only one of them says stays below 0.9, but for codes that name their own scheme.
 */
export function confidenceOf(h: number, c: number, against: number): number {
  const both = 1 - (1 - h) * (1 - c);
  const cap = h >= thresholds.strong && c >= thresholds.strong ? 0.99 : 0.97;
  return Math.min(cap, both) * (1 - against);
}

const areNames = ({ words, said, numbers }: ColumnProfile): boolean =>
  words === said && numbers.cells === 0;

/** What a heading over keys or names of areas says. */
const ofAreas = (heading: string): HeadingEvidence => ({
  concept: 'place',
  score: thresholds.headingTells,
  term: ofArea.exec(heading)?.[0] ?? '',
  language: 'any',
});

/** The meanings of a column, likeliest first; a near rival lowers the first. */
export function weigh(
  headings: readonly HeadingEvidence[],
  contents: ReadonlyMap<Concept, ContentEvidence>,
  profile: ColumnProfile,
  known?: KnownHeading,
): readonly Weighed[] {
  const said = known ? conceptOf(known) : null;
  const concepts = new Set([
    ...headings.map(({ concept }) => concept),
    ...contents.keys(),
    ...(said ? [said] : []),
  ]);
  // "LOR-Schlüssel (Bezirksregion)": keys of areas, and none of offences. What stands above a heading may be of its neighbours.
  const own = profile.column.headers.findLast((text) => text !== '') ?? profile.heading;
  const isOfArea = ofArea.test(own);
  if (isOfArea) concepts.delete('offenceKey');
  // "gini_index": no key and no name of an offence is a broken number.
  const looked = labelsOf(profile).slice(0, thresholds.labelsLooked);
  if (looked.filter(isBroken).length * 2 > looked.length)
    for (const concept of ['offence', 'offenceKey'] as const) concepts.delete(concept);
  // No figure is written with noughts before it to one width, unless its heading says that it counts.
  if (areKeys(labelsOf(profile)))
    for (const concept of ['value', 'arrests'] as const)
      if (!headings.some((each) => each.concept === concept)) concepts.delete(concept);
  // Whole numbers are arrests where their heading says so, and nothing else makes them so.
  if (!headings.some(({ concept }) => concept === 'arrests')) concepts.delete('arrests');
  const isPlain = headings.every(
    ({ concept, score }) => score < thresholds.headingTells || !concepts.has(concept),
  );
  if (isOfArea && isPlain && (areKeys(labelsOf(profile)) || areNames(profile)))
    concepts.add('place');
  // No office writes its keys with marks of thousands, and trades commit no offence as such.
  const kinds = labelsOf(profile)
    .slice(0, thresholds.labelsLooked)
    .filter((label) => !saysTotal(label));
  if (isGrouped(profile) || (kinds.length > 1 && areTrades(kinds)))
    for (const concept of ['offence', 'offenceKey'] as const) concepts.delete(concept);
  const all = [...concepts].map((concept): Weighed => {
    const heading =
      headings.find((each) => each.concept === concept) ??
      (concept === 'place' && isOfArea && isPlain ? ofAreas(own) : null);
    const content = contents.get(concept) ?? null;
    // A word of places inside a longer one, above figures: "Productielocaties" are counted.
    const isCounted =
      concept === 'place' &&
      content === null &&
      (heading?.score ?? 1) < thresholds.headingTells &&
      shareOf(profile, profile.numbers.cells) > thresholds.mostlyFigures;
    const against = isCounted ? 0.7 : contradiction(concept, profile, content);
    const key = concept === 'offenceKey' && said === 'offence';
    const elsewhere = said === concept || key ? 0.85 : 0;
    const confidence = confidenceOf(
      Math.max(heading?.score ?? 0, elsewhere, concept === 'period' ? yearsUnheaded(profile) : 0),
      content?.score ?? 0,
      against,
    );
    const reason = clauses([
      elsewhere > 0 && asInSource(known?.source ?? ''),
      heading && headingSays(quoted(heading.term)),
      content?.why,
      against >= thresholds.against &&
        inFour(
          'de cellen spreken het tegen',
          'les cellules disent le contraire',
          'die Zellen sprechen dagegen',
          'the cells speak against it',
        ),
    ]);
    return { concept, confidence, heading, content, reason };
  });
  const sorted = all.sort(
    (a, b) =>
      Number(namesPersons(b)) - Number(namesPersons(a)) ||
      b.confidence - a.confidence ||
      (b.heading?.score ?? 0) - (a.heading?.score ?? 0) ||
      (a.concept < b.concept ? -1 : 1),
  );
  const [first, second] = sorted;
  if (!first) return [];
  const rival = second && !alike(first.concept, second.concept) ? second.confidence : 0;
  const near =
    Math.max(0, thresholds.rivalMargin - (first.confidence - rival)) *
    (rival > thresholds.rivalLikely ? 1 : 0.3);
  const lowered = { ...first, confidence: Math.max(0, first.confidence - near) };
  return [lowered, ...sorted.slice(1)].map((each) => ({
    ...each,
    confidence: Math.round(each.confidence * 100) / 100,
  }));
}

/** A heading that names persons is believed whatever the cells look like. */
function namesPersons({ concept, heading }: Weighed): boolean {
  return concept === 'person' && (heading?.score ?? 0) >= thresholds.strong;
}

const kin: readonly (readonly Concept[])[] = [
  [
    'place',
    'country',
    'departureCountry',
    'originCountry',
    'destinationCountry',
    'creditedTo',
    'transitCountry',
  ],
  ['offence', 'offenceKey'],
  ['unit', 'countUnit'],
  ['date', 'registeredOn', 'periodStart', 'periodEnd', 'publishedOn', 'period', 'periodPart'],
  ['value', 'arrests'],
  ['substance', 'substanceGroup'],
  ['note', 'wordingPrinted', 'placeNote'],
];

/** Meanings that the same cells support alike, so that the heading alone tells them apart. */
function alike(one: Concept, other: Concept): boolean {
  return kin.some((group) => group.includes(one) && group.includes(other));
}

const fieldConcepts: Readonly<Record<string, Concept>> = {
  nationalCode: 'offence',
  quantity: 'value',
  substancePrinted: 'substance',
  seizingCountry: 'country',
  status: 'flag',
};

/** The meaning that a known description gives a heading; null where it leaves the column out. */
function conceptOf({ to }: KnownHeading): Concept | null {
  const [field] = to ?? [];
  if (field === undefined) return null;
  return (
    ownValue(fieldConcepts, field) ?? (Object.hasOwn(vocabulary, field) ? (field as Concept) : null)
  );
}
