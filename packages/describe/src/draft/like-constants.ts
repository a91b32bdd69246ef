import type { SourceDescription } from '@samenbeeld/ingest';
import { inFour, ownValue, type Text } from '@samenbeeld/schema';
import type { ConstantGuess } from '../column.ts';
import { thresholds } from '../thresholds.ts';

/** Why something is taken from a known source. */
export function asIn(id: string): Text {
  return inFour(
    `zoals in {id}, dat dezelfde koppen heeft`,
    `comme dans {id}, qui a les mêmes en-têtes`,
    `wie in {id}, das dieselben Überschriften hat`,
    `as in {id}, which has the same headings`,
    { id },
  );
}

/** Constants that say who counts, which go with the publisher: whether they hold is asked once, with it. */
const withPublisher: ReadonlySet<string> = new Set(['agencies', 'stat', 'countUnit']);

/** Constants that follow from what is measured. */
const ofMetric: ReadonlySet<string> = new Set(['metric', 'unit', 'countUnit', 'basis']);

/** What is taken from a known source with its publisher, as one asks whether it holds: "agencies FR_PN+FR_GN". */
export function takenWithPublisher(
  guesses: Readonly<Record<string, ConstantGuess>>,
): readonly string[] {
  return Object.entries(guesses).flatMap(([name, { askedWith, value }]) =>
    askedWith === 'publisher' ? [`${name} ${value}`] : [],
  );
}

/**
 * Constants as a known source with the same headings has them, where the file does not say otherwise by itself. What is counted,
 * and where, stays a question: the next edition may be of another scope.
 */
export function likeConstants(
  guesses: Readonly<Record<string, ConstantGuess>>,
  like: SourceDescription | null,
): Readonly<Record<string, ConstantGuess>> {
  if (like === null) return guesses;
  // Words or codes that say that something else is counted go before the headings of a source that has them not.
  const metric = ownValue(guesses, 'metric');
  const isAnother = metric !== undefined && metric.standsIn === true && metric.value !== '';
  const known = Object.entries(like.constants).flatMap(([name, constant]) => {
    if (!('value' in constant) || constant.value === '') return [];
    if (isAnother && ofMetric.has(name)) return [];
    const own = ownValue(guesses, name);
    if (own && (own.confidence >= thresholds.constantTaken || own.written)) return [];
    const others = own && own.value !== '' && own.value !== constant.value ? [own] : [];
    const guess: ConstantGuess = {
      value: constant.value,
      confidence: 0.8,
      reason: asIn(like.id),
      alternatives: others.map(({ value, confidence, reason }) => ({ value, confidence, reason })),
      ...(withPublisher.has(name) && { askedWith: 'publisher' as const }),
    };
    return [[name, guess] as const];
  });
  return { ...guesses, ...Object.fromEntries(known) };
}

/** The same where the file itself names another publisher than that source: who counts is then asked by itself. */
export function ofAnother(
  guesses: Readonly<Record<string, ConstantGuess>>,
  like: SourceDescription | null,
  stated: string | null,
): Readonly<Record<string, ConstantGuess>> {
  if (like === null || stated === null || stated === like.source.publisher) return guesses;
  return Object.fromEntries(
    Object.entries(guesses).map(([name, { askedWith: _, ...guess }]) => [name, guess]),
  );
}
