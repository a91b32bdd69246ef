import { foldText, inFour, metrics, offences, quoted } from '@samenbeeld/schema';
import { quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { offenceWords } from './label-shapes.ts';
import { countWords, measureOf } from './measures.ts';
import { metricNamedFirst, metricOfWords } from './metric-words.ts';
import { labelsOf } from './profile-column.ts';
import type { TableView } from './table-view.ts';
import type { Concept } from './vocabulary.ts';
import { writeAgencies } from './write-agencies.ts';
import { coded } from './write-coded.ts';
import { type CodeWriting, questions, writeCodes } from './write-codes.ts';
import { offenceCounted, withoutCounterpart } from './write-offence.ts';
import { ignored, mapped, type WrittenGuess } from './written-guess.ts';

/** Meanings that are a code of one list. */
export const listedFields: Readonly<
  Partial<Record<Concept, readonly [field: string, list: string]>>
> = {
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

/** The crosswalk of a list, as a file beside the description. */
function fileOf(list: string): string {
  return `${list.replace(/([A-Z])/g, '-$1').toLowerCase()}.csv`;
}

/** A column of wordings and remarks: the words that are known as wordings, and all of them as printed. */
function asPrinted(writing: CodeWriting): WrittenGuess {
  const crosswalks = writing.crosswalks.map((crosswalk) => ({
    ...crosswalk,
    rows: crosswalk.rows.filter(({ to }) => to !== null),
  }));
  const otherwise = {
    to: null,
    reason: inFour(
      'woorden die in geen lijst staan, blijven zoals ze er staan',
      'les mots qui ne sont dans aucune liste restent tels quels',
      'Bezeichnungen, die in keiner Liste stehen, bleiben, wie sie dastehen',
      'words that are in no list are kept as printed',
    ),
  };
  const printed = { to: 'wordingPrinted' };
  if (writing.found === 0) return { ...mapped(printed, writing.decide), factor: 0.85 };
  return {
    ...coded({ ...writing, crosswalks }, []),
    written: [{ ...writing.written, otherwise }, printed],
  };
}

/** Whether a label is of a rate, a share or a part, which no metric is by itself. */
const derived = (label: string): boolean =>
  measureOf(label)?.ignore != null || /victim|slachtoffer|(?<!\p{L})opfer/iu.test(label);

/** Measures that only a unit for suspicious transactions has. */
const ofReporting: ReadonlySet<string> = new Set([
  'fiu_files',
  'fiu_value',
  'str_transactions',
  'unusual_transactions',
]);

/** Whether a metric is what rates are of, and is counted by no kind of offence. */
const isBase = (metric: string | null): boolean =>
  metric === 'dwellings' || metric === 'population';

const generalWord = /^(?:person|people|number|aantal|nombre|anzahl|total|totaal|of|with|and)/u;

/** Whether a label shares no more with the names of a metric than a general word ("Persons convicted": "persons with drugs"). */
function sharesGeneralWord(label: string, metric: string): boolean {
  const wordsOf = (text: string): readonly string[] =>
    text
      .split(/[^\p{L}]+/u)
      .map(foldText)
      .filter((word) => word.length > 3);
  const { label: names, synonyms } = metrics.get(metric);
  const known = [...Object.values(names), ...synonyms]
    .flatMap(wordsOf)
    .filter((word) => !generalWord.test(word));
  const own = wordsOf(label);
  return (
    own.some((word) => generalWord.test(word)) &&
    !own.some((word) => known.some((other) => other.slice(0, 5) === word.slice(0, 5)))
  );
}

/** Measures whose words are known from headings, where the list is not sure: taken where list and words say the same; reports are those of a reporting unit beside its files. */
function asMeasures(writing: CodeWriting): CodeWriting {
  const [crosswalk] = writing.crosswalks;
  if (!crosswalk) return writing;
  const metricOf = (label: string): string | null => measureOf(label)?.set['metric'] ?? null;
  const reports = crosswalk.rows.some(({ from }) => ofReporting.has(metricOf(from) ?? ''));
  const rows = crosswalk.rows.map((row) => {
    // "Inbraak in woning": an offence, and no number of dwellings.
    if (row.decide && isBase(row.to) && offenceWords.test(row.from))
      return { ...row, to: null, match: 'none' as const };
    const metric = metricOf(row.from);
    const isOwn = metric !== null && (ofReporting.has(metric) || metric === 'str_reports');
    const isAgreed =
      row.to !== null && !derived(row.from) && row.to === (metricNamedFirst(row.from) ?? metric);
    if (row.decide && isAgreed)
      return { ...row, match: 'exact' as const, confidence: thresholds.taken, decide: false };
    if (row.decide && row.to !== null && sharesGeneralWord(row.from, row.to)) {
      const named = metricNamedFirst(row.from);
      return { ...row, to: named, match: named === null ? ('none' as const) : ('exact' as const) };
    }
    return row.decide && reports && isOwn
      ? { ...row, to: metric, match: 'exact' as const, confidence: 0.75 }
      : row;
  });
  return {
    ...writing,
    crosswalks: [{ ...crosswalk, rows }],
    decide: questions(rows, crosswalk.list),
    found: rows.filter(({ to }) => to !== null).length,
    proven: rows.every(({ decide }) => !decide),
  };
}

/**
 * Measures beside a column of kinds, which tells the rows apart: a label that names no metric ("Acts against the environment" beside "Offences")
 * has that of the others until it is answered, so that its rows are kept.
 */
function ofOneMetric(writing: CodeWriting): CodeWriting {
  const found = writing.crosswalks.flatMap(({ rows }) => rows.flatMap(({ to }) => to ?? []));
  const [metric, ...others] = new Set(found);
  if (metric === undefined || others.length > 0) return writing;
  return {
    ...writing,
    crosswalks: writing.crosswalks.map((crosswalk) => ({
      ...crosswalk,
      rows: crosswalk.rows.map((row) =>
        row.to === null && !derived(row.from)
          ? { ...row, to: metric, match: 'exact' as const, confidence: 0.5, decide: true }
          : row,
      ),
    })),
  };
}

/** Whether a label says more than that it is the number of what a metric counts ("Persons suspected of drug offences"): its rows are of that part. */
function narrowsMetric(label: string): boolean {
  const metric = metricNamedFirst(label);
  const [words] = metricOfWords.find(([, name]) => name === metric) ?? [];
  const rest = words ? label.replace(words, ' ') : label;
  return /\p{L}{4}/u.test(rest.replace(countWords, ' '));
}

/** The offences of which labels of measures count persons or victims, where no column holds offences. */
export function offencesCounted(
  labels: readonly string[],
  { columns, language }: TableView,
): readonly Readonly<Record<string, unknown>>[] {
  const isHeld = columns.some(
    ({ meanings: [top] }) =>
      (top?.concept === 'offence' || top?.concept === 'offenceKey') &&
      top.confidence >= thresholds.meaningLikely,
  );
  const codes = Object.fromEntries(
    labels.flatMap((label) => {
      const code = isHeld ? null : offenceCounted(label, language);
      return code === null ? [] : [[label, code]];
    }),
  );
  const found = Object.keys(codes).length;
  if (found === 0) return [];
  const otherwise = { to: null, reason: withoutCounterpart };
  return [{ to: 'offence', codes, ...(found < labels.length && { otherwise }) }];
}

/** Whether a label is by itself one offence of the list. */
export const isOffenceLabel = (label: string): boolean =>
  offences.lookup(label.trim()).kind === 'exact';

/** Keys by which a publisher names its measures ("M004200_1"). */
const isMeasureKey = (label: string): boolean => /^(?=.*\d)[A-Z][A-Z\d]*(?:_\d+)?$/u.test(label);

/**
 * A column of codes of one list. Measures that are in no list keep their own words beside, so that they are told apart; words under
 * the heading of a list that has none of them are kept as words, since each row with one of them would be refused.
 */
export function writeListed(
  concept: Concept,
  [field, list]: readonly [field: string, list: string],
  labels: readonly string[],
  heading: string,
  view: TableView,
): WrittenGuess {
  const codes = writeCodes(field, list, labels, view.language, fileOf(list));
  const writing = concept === 'metric' ? asMeasures(codes) : codes;
  const claim = view.record === 'observation';
  const isOpen = writing.decide.length > 0;
  if (concept === 'metric' && claim && writing.found === 0 && labels.every(isMeasureKey))
    return {
      ...ignored(
        inFour(
          'sleutels van maten, die het bestand niet verklaart',
          'des clés de mesures, que le fichier n’explique pas',
          'Schlüssel von Größen, die die Datei nicht erklärt',
          'keys of measures, which the file does not explain',
        ),
        [
          inFour(
            'Wat meten {labels} in {heading}? Tot dat is gezegd, staan aantallen en verhoudingsgetallen misschien door elkaar: houd er met een regel onder exclude één over.',
            'Que mesurent {labels} dans {heading} ? Tant que cela n’est pas dit, nombres et taux se mêlent peut-être : n’en gardez qu’un par une règle sous exclude.',
            'Was messen {labels} in {heading}? Bis das gesagt ist, stehen Anzahlen und Häufigkeiten vielleicht durcheinander: mit einer Regel unter exclude nur eine behalten.',
            'What do {labels} in {heading} measure? Until that is said, counts and rates may stand together: keep one by an exclude rule.',
            { labels: quotedAll(labels, 5), heading: quoted(heading) },
          ),
        ],
      ),
      factor: 0.8,
    };
  const kinds = view.columns.some(
    ({ profile: other, meanings: [top] }) =>
      other.heading !== heading &&
      (top?.concept === 'offence' || top?.concept === 'offenceKey') &&
      top.confidence >= thresholds.meaningLikely &&
      labelsOf(other).length > labels.length,
  );
  if (concept === 'metric' && claim && isOpen && writing.found > 0 && kinds)
    return coded(ofOneMetric(writing));
  const saysMore = !isOpen && codes.decide.length > 0 && labels.some(narrowsMetric);
  if (concept === 'metric' && claim && (isOpen || saysMore))
    return writing.found > 0
      ? coded(writing, [{ to: 'nationalCode' }, ...offencesCounted(labels, view)])
      : { ...mapped({ to: 'nationalCode' }, writing.decide), factor: 0.85 };
  if (concept === 'wording' && isOpen) return asPrinted(writing);
  if (concept !== 'basis' || writing.found > 0 || labels.length === 0) return coded(writing);
  const services = claim ? writeAgencies(labels, heading, view) : null;
  const found = services?.crosswalks.flatMap(({ rows }) => rows).filter(({ to }) => to !== null);
  return services && found && found.length * 2 >= labels.length
    ? services
    : { ...mapped({ to: 'note' }, writing.decide), factor: 0.85 };
}
