import { thresholds } from '../thresholds.ts';
import { flagColumnOf } from './flags.ts';
import { measureOf, metricOfWords } from './measures.ts';
import { type ColumnProfile, labelsOf } from './profile-column.ts';
import type { TableView } from './table-view.ts';
import type { Concept } from './vocabulary.ts';
import { writeAgencies } from './write-agencies.ts';
import { coded, country } from './write-coded.ts';
import { type CodeWriting, unitBehind, writeCodes } from './write-codes.ts';
import { writeOffence } from './write-offence.ts';
import { writePlace } from './write-place.ts';
import { writeTime } from './write-time.ts';
import { writeUnit } from './write-unit.ts';
import { writeValue } from './write-value.ts';
import { ignored, mapped, type WrittenGuess } from './written-guess.ts';

/** Meanings that are one field as it stands. */
const simple: Readonly<Partial<Record<Concept, string>>> = {
  note: 'note',
  wordingPrinted: 'wordingPrinted',
  publication: 'publication',
  placeNote: 'placeNote',
  coverLoadHs: 'coverLoadHs',
};

/** Meanings that are a code of one list. */
const listedFields: Readonly<Partial<Record<Concept, readonly [field: string, list: string]>>> = {
  departureCountry: ['departureCountry', 'countries'],
  originCountry: ['originCountry', 'countries'],
  destinationCountry: ['destinationCountry', 'countries'],
  creditedTo: ['creditedTo', 'countries'],
  transportMode: ['transportMode', 'transportModes'],
  concealment: ['concealment', 'concealments'],
  massBasis: ['massBasis', 'massBases'],
  placeLevel: ['placeLevel', 'placeLevels'],
  basis: ['basis', 'bases'],
  metric: ['metric', 'metrics'],
  stat: ['stat', 'stats'],
  level: ['level', 'marketLevels'],
  missing: ['missing', 'missingReasons'],
  wording: ['wording', 'wordings'],
  confidence: ['confidence', 'confidences'],
  extent: ['extent', 'extents'],
};

/** What only a seizure has. */
const events: ReadonlySet<Concept> = new Set([
  'departureCountry',
  'originCountry',
  'destinationCountry',
  'creditedTo',
  'transportMode',
  'concealment',
  'massBasis',
  'placeLevel',
  'coverLoadHs',
]);

/** What only an observation has. */
const claims: ReadonlySet<Concept> = new Set([
  'metric',
  'stat',
  'level',
  'wording',
  'wordingPrinted',
  'confidence',
  'extent',
  'placeNote',
  'publication',
]);

/** The crosswalk of a list, as a file beside the description. */
function fileOf(list: string): string {
  return `${list.replace(/([A-Z])/g, '-$1').toLowerCase()}.csv`;
}

/** A column of flags beside the figures: a status, and reasons for missing values. */
function flag(labels: readonly string[], view: TableView): WrittenGuess {
  if (view.record === 'seizure')
    return { ...ignored('a mark beside the figure', ['What do the marks mean?']), factor: 0.7 };
  if (labels.length === 0) {
    const codes = flagColumnOf(['b', 'd', 'e', 'f', 'n', 'p', 'r', 's', 'u']).status;
    return mapped({ to: 'status', codes } as { readonly to: string });
  }
  const { status, missing, unknown } = flagColumnOf(labels, view.legend);
  if (Object.keys(status).length + Object.keys(missing).length === 0)
    return {
      ...ignored('marks whose meaning is not known', [
        `What do ${labels
          .slice(0, 6)
          .map((label) => `"${label}"`)
          .join(', ')} mean?`,
      ]),
      factor: 0.6,
    };
  const otherwise = { to: null, reason: 'the other marks say something else' };
  const mappings = [
    ...(Object.keys(status).length > 0
      ? [
          {
            to: 'status',
            codes: status,
            ...(Object.keys(missing).length + unknown.length > 0 && { otherwise }),
          },
        ]
      : []),
    ...(Object.keys(missing).length > 0 ? [{ to: 'missing', codes: missing, otherwise }] : []),
  ];
  const [first] = mappings;
  return {
    to: first?.to ?? null,
    written: mappings.length === 1 && first ? first : mappings,
    crosswalks: [],
    decide:
      unknown.length > 0
        ? [
            `What do ${unknown
              .slice(0, 6)
              .map((label) => `"${label}"`)
              .join(', ')} mean?`,
          ]
        : [],
    factor: unknown.length > 0 ? 0.85 : 1,
    why: `${labels.length - unknown.length} of ${labels.length} marks are known`,
  };
}

/** Words that say how figures are given, not what they count. */
const rate =
  /taux|rate|per \d|pour \d|je \d|relatief|aandeel|part|share|%|pourcentage|percentage/iu;
const statistic = new RegExp(
  `^(?:nombre|aantal|anzahl|number|counts?|total|totaal)$|${rate.source}`,
  'iu',
);

/** Numbers beside rates of the same: left out, and a person excludes the rates by name; null for other labels. */
function numberOrRate(labels: readonly string[]): WrittenGuess | null {
  if (labels.length === 0 || !labels.every((label) => statistic.test(label))) return null;
  const rates = labels.filter((label) => rate.test(label));
  const reason = 'says whether a row is a number or a rate, not what was counted';
  if (rates.length === 0) return ignored(reason);
  const shown = rates.map((label) => `"${label}"`).join(', ');
  return {
    ...ignored(reason, [`Rows with ${shown} are rates of the others: exclude them by name.`]),
    factor: 0.95,
  };
}

function time(profile: ColumnProfile, field: string, view: TableView): WrittenGuess | null {
  const writing = writeTime(profile, field, view.country?.country ?? null);
  if (!writing) return null;
  const [main] = [writing.written].flat();
  return {
    to: String(main?.['to'] ?? field),
    written: writing.written,
    crosswalks: [],
    decide: writing.decide,
    factor: writing.decide.length > 0 ? 0.92 : 1,
    why: writing.reason,
  };
}

function split(profile: ColumnProfile, what: string, reason: string): WrittenGuess {
  const labels = labelsOf(profile);
  if (labels.length < 2) return ignored(`the same in every row; ${reason}`);
  const shown = labels
    .slice(0, 6)
    .map((label) => `"${label}"`)
    .join(', ');
  return {
    ...ignored(reason, [
      `The rows are split by ${what} (${shown}): keep only the total by an exclude rule, or figures count more than once.`,
    ]),
    factor: 0.88,
  };
}

/** Whether a text names a metric. */
function saysMeasure(text: string): boolean {
  return (
    measureOf(text)?.set['metric'] !== undefined ||
    metricOfWords.some(([words]) => words.test(text))
  );
}

/** Whether a column says in words what is measured in every row. */
function statesMeasure({ profile, meanings: [top] }: TableView['columns'][number]): boolean {
  const [label = '', ...others] = labelsOf(profile);
  return top?.concept === 'metric' && others.length === 0 && saysMeasure(label);
}

/** The units that stand behind the drugs of each row, where all have one and no column holds it. */
function unitsBehind(
  labels: readonly string[],
  { columns }: TableView,
): readonly { readonly to: string; readonly codes: Readonly<Record<string, string>> }[] {
  const found = labels.map((label) => [label, unitBehind(label)?.unit] as const);
  const held = columns.some(
    ({ meanings: [top] }) =>
      top !== undefined &&
      ['unit', 'countUnit'].includes(top.concept) &&
      top.confidence >= thresholds.meaningLikely,
  );
  if (held || found.length === 0) return [];
  const codes = Object.fromEntries(found.flatMap(([label, unit]) => (unit ? [[label, unit]] : [])));
  return Object.keys(codes).length === labels.length ? [{ to: 'unit', codes }] : [];
}

/** A column of wordings and remarks: the words that are known as wordings, and all of them as printed. */
function asPrinted(writing: CodeWriting): WrittenGuess {
  const crosswalks = writing.crosswalks.map((crosswalk) => ({
    ...crosswalk,
    rows: crosswalk.rows.filter(({ to }) => to !== null),
  }));
  const otherwise = { to: null, reason: 'words that are in no list are kept as printed' };
  const printed = { to: 'wordingPrinted' };
  if (writing.found === 0) return { ...mapped(printed, writing.decide), factor: 0.85 };
  return {
    ...coded({ ...writing, crosswalks }, []),
    written: [{ ...writing.written, otherwise }, printed],
  };
}

/**
 * A column of codes of one list. Measures that are in no list keep their own words beside, so that they are told apart; words under
 * the heading of a list that has none of them are kept as words, since each row with one of them would be refused.
 */
function listed(
  concept: Concept,
  [field, list]: readonly [field: string, list: string],
  labels: readonly string[],
  heading: string,
  view: TableView,
): WrittenGuess {
  const writing = writeCodes(field, list, labels, view.language, fileOf(list));
  const claim = view.record === 'observation';
  const isOpen = writing.decide.length > 0;
  if (concept === 'metric' && claim && isOpen)
    return writing.found > 0
      ? coded(writing, [{ to: 'nationalCode' }])
      : { ...mapped({ to: 'nationalCode' }, writing.decide), factor: 0.85 };
  if (concept === 'wording' && isOpen) return asPrinted(writing);
  if (concept !== 'basis' || writing.found > 0 || labels.length === 0) return coded(writing);
  const services = claim ? writeAgencies(labels, heading, view) : null;
  const found = services?.crosswalks.flatMap(({ rows }) => rows).filter(({ to }) => to !== null);
  return services && found && found.length * 2 >= labels.length
    ? services
    : { ...mapped({ to: 'note' }, writing.decide), factor: 0.85 };
}

/** One meaning of a column in the words of a description, for the kind of record; null where its cells do not allow it. */
export function writeColumn(
  concept: Concept,
  profile: ColumnProfile,
  view: TableView,
): WrittenGuess | null {
  const labels = labelsOf(profile).slice(0, thresholds.crosswalkLabels);
  const seizure = view.record === 'seizure';
  if (seizure ? claims.has(concept) : events.has(concept))
    return {
      ...ignored(`no field of ${seizure ? 'a seizure' : 'an observation'} holds it`),
      factor: 0.85,
    };
  const given = concept === 'metric' ? numberOrRate(labels) : null;
  if (given) return given;
  if (concept === 'metric' && labels.length === 1) {
    const writing = writeCodes('metric', 'metrics', labels, view.language, 'metrics.csv');
    const isSaid = saysMeasure(labels[0] ?? '');
    const isKey = labels.every((label) => /^[A-Z\d]*\d[A-Z\d]*$/u.test(label));
    if (writing.found === 0 && (isSaid || (isKey && view.columns.some(statesMeasure))))
      return ignored('the measure of all rows, which stands under constants');
    if (writing.found === 0)
      return {
        ...ignored('the same measure in every row', [
          `What does "${labels[0]}" measure? The metric of all rows stands under constants.`,
        ]),
        factor: 0.95,
      };
  }
  const list = listedFields[concept];
  if (list) return listed(concept, list, labels, profile.heading, view);
  const plain = simple[concept];
  if (plain) return mapped({ to: plain });
  switch (concept) {
    case 'value':
      return writeValue(profile, view);
    case 'period':
      return time(profile, seizure ? 'date' : 'period', view);
    case 'date':
      return time(profile, seizure ? 'date' : 'period', view);
    case 'registeredOn':
      return seizure
        ? time(profile, 'registeredOn', view)
        : ignored('when the row was written down');
    case 'periodStart':
    case 'periodEnd':
      return seizure ? null : time(profile, concept, view);
    case 'publishedOn':
      return seizure ? ignored('when it was published') : mapped({ to: 'publishedOn' });
    case 'place':
      return coded(writePlace(labels, profile.heading, view.language, view.country));
    case 'country':
      return country(profile, labels, view);
    case 'worldRegion':
      return ignored('follows from the country');
    case 'adminArea':
      return seizure
        ? {
            ...mapped({ to: 'note' }, [
              'The place within the country is kept as a note: is it fine enough to be the place?',
            ]),
            factor: 0.85,
          }
        : mapped({ to: 'placeNote' });
    case 'physicalSite':
      return {
        ...mapped({ to: seizure ? 'note' : 'placeNote' }, [
          'The kind of site is kept as a note; does it say on what basis the row counts (seized in a port)?',
        ]),
        factor: 0.85,
      };
    case 'transitCountry':
      return { ...ignored('no field holds a country of transit'), factor: 0.9 };
    case 'substance': {
      const writing = writeCodes(
        'substance',
        'substances',
        labels,
        view.language,
        'substances.csv',
      );
      const codes = Object.keys(writing.written).length === 1 || labels.length === 0;
      // A seizure is of something: what is narrower than its code is kept, and asked, rather than refused.
      const isNarrower = writing.crosswalks.some(({ rows }) =>
        rows.some(({ match }) => match === 'narrower'),
      );
      const written = {
        ...writing.written,
        ...(seizure && isNarrower && { accept: ['exact', 'narrower'] }),
      };
      return coded({ ...writing, written }, [
        ...(codes ? [] : [{ to: seizure ? 'substancePrinted' : 'nationalCode' }]),
        ...unitsBehind(labels, view),
      ]);
    }
    case 'substanceGroup':
      return ignored('follows from the drug');
    case 'offence':
    case 'offenceKey':
      return seizure ? null : writeOffence(concept, profile, labels, view);
    case 'unit':
    case 'countUnit':
      return writeUnit(concept, labels, view);
    case 'agencies':
      return writeAgencies(labels, profile.heading, view);
    case 'flag':
      return flag(labels, view);
    case 'confidentiality':
      return {
        ...ignored('whether the figure may be published; a figure that is kept back is empty'),
        factor: 0.95,
      };
    case 'reference':
      return mapped(seizure ? { to: 'reference', as: 'hash' } : { to: 'reference' });
    case 'containerKey':
      return seizure ? mapped({ to: 'containerKey', as: 'hash' }) : ignored('a container number');
    case 'arrests':
      return seizure
        ? mapped({ to: 'arrests', as: 'integer' })
        : mapped({ to: 'value', as: 'integer', set: { metric: 'arrests', unit: 'arrest' } } as {
            readonly to: string;
          });
    case 'definition':
      return {
        ...ignored('which rule of counting holds', [
          'Which definition does each label stand for? Write them under definitions and map the column to definition.',
        ]),
        factor: 0.8,
      };
    case 'containsOwn':
      return mapped({
        to: 'containsOwn',
        as: 'boolean',
        trueValues: ['true'],
        falseValues: ['false'],
      } as { readonly to: string });
    case 'channel':
      return {
        ...mapped({ to: 'note' }, [
          'Does the channel decide the basis of the row (seized in post)?',
        ]),
        factor: 0.8,
      };
    case 'frequency':
      return ignored('the period says how often');
    case 'administrative':
      return ignored('says how the file was made, not what was counted');
    case 'areaKind':
      return ignored('the area, or its kind, follows from the place');
    case 'sex':
      return split(profile, 'sex', 'sex is no dimension of a crime picture');
    case 'age':
      return split(profile, 'age', 'age is no dimension of a crime picture');
    case 'nationality':
      return split(profile, 'nationality', 'nationality is no dimension of a crime picture');
    case 'legalStatus':
      return split(profile, 'legal status', 'legal status is no dimension of a crime picture');
    case 'person':
      return ignored('personal data: a crime picture has no field for a person', [
        'The heading names persons: take the column out at the source.',
      ]);
    default:
      return null;
  }
}
