import type { SourceDescription } from '@samenbeeld/ingest';
import type { ColumnGuess, TableGuess } from '../../src/column.ts';

/** Fields that say the same, so that a choice between them is no mistake. */
const alike: readonly (readonly string[])[] = [
  ['value', 'quantity'],
  ['period', 'periodStart', 'date'],
  ['unit', 'countUnit', 'metric'],
  ['offence', 'nationalCode'],
  ['place', 'seizingCountry'],
];

/** One column in which a guess and a description that a person wrote differ. */
export interface Difference {
  readonly heading: string;
  readonly guessed: string;
  readonly written: string;
  readonly confidence: number;
}

/** How far a guess agrees with the description of the same file. */
export interface Agreement {
  readonly columns: number;
  readonly agreed: number;
  readonly differences: readonly Difference[];
  /** Differences of which the guess says 0.9 or more. */
  readonly certain: readonly Difference[];
}

function same(one: string, other: string): boolean {
  return one === other || alike.some((group) => group.includes(one) && group.includes(other));
}

function guessedFields({ kind, written }: ColumnGuess): readonly string[] {
  if (kind === 'fold') return ['value'];
  return ([written ?? []].flat() as readonly Readonly<Record<string, unknown>>[]).flatMap(
    ({ to }) => (typeof to === 'string' ? [to] : []),
  );
}

function writtenFields(heading: string, source: SourceDescription): readonly string[] | null {
  const rule = source.columns.find(({ headers }) => headers.includes(heading));
  if (rule) return rule.ignore === null ? rule.mappings.map(({ to }) => to) : [];
  return source.folds.some(({ headers }) => new RegExp(headers, 'u').test(heading))
    ? ['value']
    : null;
}

/** Compares a guess with the description that a person wrote for the same file, column by column. */
export function agreementOf(guess: TableGuess, source: SourceDescription): Agreement {
  const pairs = guess.columns.flatMap((column) =>
    column.headings.flatMap((heading) => {
      const written = writtenFields(heading, source);
      return written === null ? [] : [{ heading, column, written, guessed: guessedFields(column) }];
    }),
  );
  const agrees = (guessed: readonly string[], written: readonly string[]): boolean =>
    written.length === 0
      ? guessed.length === 0
      : guessed.some((one) => written.some((other) => same(one, other)));
  // A column left out because another says the same is no mistake where that other one feeds the field.
  const fed = new Set(pairs.flatMap(({ guessed }) => guessed));
  const wanted = new Set(pairs.flatMap(({ written }) => written));
  const twin = ({ column, guessed, written }: (typeof pairs)[number]): boolean => {
    const reason = String(
      (column.written as Readonly<Record<string, unknown>> | null)?.['ignore'] ?? '',
    );
    if (guessed.length === 0)
      return (
        /the same|follows from|words of the key/.test(reason) &&
        written.some((field) => [...fed].some((one) => same(one, field)))
      );
    return (
      written.length === 0 &&
      guessed.every(
        (field) =>
          [...wanted].some((one) => same(one, field)) &&
          pairs.some(
            (other) =>
              other.heading !== column.headings[0] &&
              other.guessed.length === 0 &&
              other.written.some((one) => same(one, field)),
          ),
      )
    );
  };
  const differing = pairs.filter((pair) => !agrees(pair.guessed, pair.written));
  const show = ({ heading, column, guessed, written }: (typeof pairs)[number]): Difference => ({
    heading,
    guessed: guessed.join('+') || (column.written ? 'left out' : 'open'),
    written: written.join('+') || 'left out',
    confidence: column.confidence,
  });
  return {
    columns: pairs.length,
    agreed: pairs.length - differing.length,
    differences: differing.map(show),
    certain: differing.filter((pair) => pair.column.confidence >= 0.9 && !twin(pair)).map(show),
  };
}
