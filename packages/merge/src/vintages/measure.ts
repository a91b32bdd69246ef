import {
  dimensionText,
  type FigureDimension,
  figureDimensions,
  inFour,
  type Observation,
  UsageError,
} from '@samenbeeld/schema';

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
      throw new UsageError(
        inFour(
          'Een maat legt dimensies vast als naam=waarde; gevonden: "{part}". Dimensies: {dimensions}.',
          'Une mesure fixe des dimensions sous la forme nom=valeur ; trouvé : « {part} ». Dimensions : {dimensions}.',
          'Ein Maß legt Dimensionen als Name=Wert fest; gefunden: „{part}“. Dimensionen: {dimensions}.',
          'A measure fixes dimensions as name=value; found "{part}". Dimensions: {dimensions}.',
          { part, dimensions: figureDimensions.join(', ') },
        ),
      );
    fixed[name] = value.startsWith('"') ? (JSON.parse(value) as string) : value;
  }
  if (!/^[\w.-]+$/.test(source))
    throw new UsageError(
      inFour(
        'Een maat begint met de id van haar bron; gevonden: "{text}".',
        'Une mesure commence par l’identifiant de sa source ; trouvé : « {text} ».',
        'Ein Maß beginnt mit der Kennung seiner Quelle; gefunden: „{text}“.',
        'A measure begins with the id of its source; found "{text}".',
        { text },
      ),
    );
  return { source, fixed };
}

/** Subject of a decision that two measures are the same, whichever is named first. */
export function sameMeasureSubject(a: Measure, b: Measure): string {
  return [measureText(a), measureText(b)].sort().join(' == ');
}

/** The two measures that a subject names; null where it is no such subject. */
export function measuresOf(subject: string): readonly [Measure, Measure] | null {
  const [a, b, ...more] = subject.split(' == ');
  return a && b && more.length === 0 ? [parseMeasure(a), parseMeasure(b)] : null;
}
