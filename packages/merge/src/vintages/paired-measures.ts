import { type Decision, inFour, RefusalError } from '@samenbeeld/schema';
import { type Measure, measuresOf, measureText } from './measure.ts';
import type { Release } from './release.ts';

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
