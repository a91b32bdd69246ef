import {
  compareDecimal,
  convertQuantity,
  type Decision,
  dimensionText,
  type FigureDimension,
  figureDimensions,
  groupBy,
  inFour,
  languages,
  type Observation,
  RefusalError,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import { alike, figureWords } from './figure-words.ts';
import type { Release } from './release.ts';

/** What a source measures, or the part of it in which the fixed dimensions have these values. */
export interface Measure {
  readonly source: string;
  readonly fixed: Readonly<Partial<Record<FigureDimension, string>>>;
}

const isDimension = (name: string): name is FigureDimension =>
  figureDimensions.some((dimension) => dimension === name);

/** Whether an observation belongs to a measure. */
export function measures({ source, fixed }: Measure, observation: Observation): boolean {
  return (
    observation.source === source &&
    Object.entries(fixed).every(
      ([field, value]) => dimensionText(observation, field as FigureDimension) === value,
    )
  );
}

const quoted = (value: string): string =>
  /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);

/** A measure as decisions write it: the source, then what is fixed, in a set order. */
export function measureText({ source, fixed }: Measure): string {
  const parts = figureDimensions.flatMap((field) => {
    const value = fixed[field];
    return value === undefined ? [] : [`${field}=${quoted(value)}`];
  });
  return [source, ...parts].join(' ');
}

/**
 * Reads a measure: a source and the dimensions that are fixed, values with blanks in double quotes. Throws a UsageError
 * that names the dimensions there are.
 *
 * @example
 * ```ts
 * import { parseMeasure } from '@samenbeeld/merge';
 * parseMeasure('politie-47022ned place=NL nationalCode=0.0.0').fixed // => { place: 'NL', nationalCode: '0.0.0' }
 * ```
 */
export function parseMeasure(text: string): Measure {
  const [source = '', ...parts] = text.trim().match(/(?:[^\s"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  const fixed: Partial<Record<FigureDimension, string>> = {};
  for (const part of parts) {
    const [, name = '', value = ''] = /^(\w+)=(.+)$/s.exec(part) ?? [];
    if (!isDimension(name))
      throw wrongUse(
        'Een maat legt dimensies vast als naam=waarde; gevonden: "{part}". Dimensies: {dimensions}.',
        'Une mesure fixe des dimensions sous la forme nom=valeur ; trouvé : « {part} ». Dimensions : {dimensions}.',
        'Ein Maß legt Dimensionen als Name=Wert fest; gefunden: „{part}“. Dimensionen: {dimensions}.',
        'A measure fixes dimensions as name=value; found "{part}". Dimensions: {dimensions}.',
        { part, dimensions: figureDimensions.join(', ') },
      );
    fixed[name] = value.startsWith('"') ? (JSON.parse(value) as string) : value;
  }
  if (!/^[\w.-]+$/.test(source))
    throw wrongUse(
      'Een maat begint met de id van haar bron; gevonden: "{text}".',
      'Une mesure commence par l’identifiant de sa source ; trouvé : « {text} ».',
      'Ein Maß beginnt mit der Kennung seiner Quelle; gefunden: „{text}“.',
      'A measure begins with the id of its source; found "{text}".',
      { text },
    );
  return { source, fixed };
}

/** Subject of a decision that two measures are the same, whichever is named first. */
export function sameMeasureSubject(a: Measure, b: Measure): string {
  return [measureText(a), measureText(b)].sort().join(' == ');
}

/** The two measures that a subject names; null where it is no such subject. */
function measuresOf(subject: string): readonly [Measure, Measure] | null {
  const [a, b, ...more] = subject.split(' == ');
  return a && b && more.length === 0 ? [parseMeasure(a), parseMeasure(b)] : null;
}

/** A figure that both releases state, in units that differ: the same amount, and not the same figure unless declared. */
export interface OtherUnit {
  readonly earlier: Observation;
  readonly later: Observation;
  readonly says: Text;
}

function sameAmount(a: Observation, b: Observation): boolean {
  if (a.value === null || b.value === null || a.unit === b.unit) return false;
  if (!alike(a.wording, b.wording)) return false;
  try {
    return compareDecimal(convertQuantity(a.value, a.unit, b.unit).value, b.value) === 0;
  } catch {
    // Units of unlike kinds, or unknown ones, have no value in each other.
    return false;
  }
}

/**
 * Pairs the figures that each release lacks where all but the unit agrees and the amounts are equal once converted; a
 * figure with more than one such counterpart stays unpaired. `figure` names a row without its unit.
 */
export function otherUnits(
  gone: readonly Observation[],
  come: readonly Observation[],
  figure: (row: Observation) => string,
): readonly OtherUnit[] {
  const byFigure = groupBy(come, figure);
  const pairs = gone.flatMap((earlier) =>
    (byFigure.get(figure(earlier)) ?? [])
      .filter((later) => sameAmount(earlier, later))
      .map((later) => ({ earlier, later })),
  );
  const single = ({ earlier, later }: (typeof pairs)[number]): boolean =>
    pairs.filter((pair) => pair.earlier === earlier || pair.later === later).length === 1;
  return pairs.filter(single).map(({ earlier, later }) => {
    const [before, after] = [figureWords(earlier), figureWords(later)];
    const says = languages.map((language) => [
      language,
      `${before[language]} = ${after[language]}`,
    ]);
    return { earlier, later, says: Object.fromEntries(says) as Text };
  });
}

/** Two measures that count the same, and who said so; null where one description covers both. */
export interface PairedMeasure {
  readonly earlier: Measure;
  readonly later: Measure;
  readonly decision: Decision | null;
}

const sourcesOf = ({ observations }: Release): readonly string[] =>
  [...new Set(observations.map(({ source }) => source))].sort();

function inForce(decisions: readonly Decision[]): readonly Decision[] {
  const superseded = new Set(decisions.map(({ supersedes }) => supersedes));
  return decisions.filter(
    ({ id, kind, verdict }) =>
      kind === 'same-measure' && verdict === 'accept' && !superseded.has(id),
  );
}

function declared(
  earlier: readonly string[],
  later: readonly string[],
  decisions: readonly Decision[],
): readonly PairedMeasure[] {
  return inForce(decisions).flatMap((decision): readonly PairedMeasure[] => {
    const [a, b] = measuresOf(decision.subject) ?? [];
    if (!a || !b) return [];
    if (earlier.includes(a.source) && later.includes(b.source))
      return [{ earlier: a, later: b, decision }];
    return earlier.includes(b.source) && later.includes(a.source)
      ? [{ earlier: b, later: a, decision }]
      : [];
  });
}

/**
 * The measures in which two releases may be compared: a source with itself, since one description says what both count,
 * and what a decision of kind `same-measure` declares the same. Throws a RefusalError where there are none.
 */
export function pairedMeasures(
  earlier: Release,
  later: Release,
  decisions: readonly Decision[],
): readonly PairedMeasure[] {
  const [before, after] = [sourcesOf(earlier), sourcesOf(later)];
  const own = before
    .filter((source) => after.includes(source))
    .map((source): PairedMeasure => {
      const measure = { source, fixed: {} };
      return { earlier: measure, later: measure, decision: null };
    });
  const said = new Map(
    [...own, ...declared(before, after, decisions)].map((pair) => [
      `${measureText(pair.earlier)} == ${measureText(pair.later)}`,
      pair,
    ]),
  );
  const pairs = [...said.values()];
  if (pairs.length > 0) return pairs;
  throw new RefusalError(
    inFour(
      'Niemand heeft verklaard dat {before} en {after} hetzelfde meten. Een verschil kan een herziening zijn of een andere definitie.',
      'Personne n’a déclaré que {before} et {after} mesurent la même chose. Une différence peut être une révision ou une autre définition.',
      'Niemand hat erklärt, dass {before} und {after} dasselbe messen. Ein Unterschied kann eine Revision oder eine andere Definition sein.',
      'Nobody has declared that {before} and {after} measure the same. A difference between them could be a revision or another definition.',
      {
        before:
          before.join(', ') ||
          inFour(
            'de eerdere uitgave',
            'l’édition antérieure',
            'die frühere Ausgabe',
            'the earlier release',
          ),
        after:
          after.join(', ') ||
          inFour(
            'de latere uitgave',
            'l’édition postérieure',
            'die spätere Ausgabe',
            'the later release',
          ),
      },
    ),
    {
      dimension: 'measure',
      remedy: inFour(
        'Verklaar het, in de dimensies waarin ze overeenkomen: {command}.',
        'Déclarez-le, dans les dimensions où elles concordent : {command}.',
        'Erklären Sie es, in den Dimensionen, in denen sie übereinstimmen: {command}.',
        'Declare it, in the dimensions in which they agree: {command}.',
        {
          command:
            'samenbeeld diff EARLIER LATER --declare --where "place=NL nationalCode=0.0.0" --role "…" --reason "…"',
        },
      ),
    },
  );
}
