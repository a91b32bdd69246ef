import { paragraph, renderCell } from '@samenbeeld/page';
import {
  InputError,
  inEach,
  placeIn,
  RefusalError,
  repairWord,
  type Text,
  UsageError,
} from '@samenbeeld/schema';
import { type Marking, output } from './cell.ts';
import { type Bundle, plainly } from './kernel.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

/**
 * What stands where an answer would: why there is none, and what to ask instead. It is a value and no exception, so
 * that the cells below it run; every function that takes an answer takes it too and hands it on.
 */
export interface Refused extends View {
  readonly kind: 'refused';
  readonly reason: string;
  readonly remedy: string;
  /** What was not alike ("basis", "members"); "data" or "call" where these are wrong in what you asked of your own numbers. */
  readonly dimension: string;
  /** Subject of the `override` decision that would make it an answer; null where none can. */
  readonly subject: string | null;
  /** The reason in four languages; null where it is told in English only. */
  readonly says: Text | null;
  /** The remedy in four languages; null where it is told in English only. */
  readonly remedySays: Text | null;
}

/** What the remedy says to write and what is told does not: calls, in any language the same. */
function callsIn(remedy: string, told: string): string {
  const calls = [...remedy.matchAll(/`[^`]+`/gu)].map(([call]) => call);
  return calls.filter((call) => !told.includes(call)).join(' · ');
}

function outputs(
  marking: Marking,
  { reason, remedy, says, remedySays }: Refused,
): readonly Bundle[] {
  const { language } = marking;
  const title = words.refused[language];
  const isTold = says !== null && language !== 'en';
  const told = isTold
    ? [says[language], remedySays?.[language] ?? callsIn(remedy, says[language])]
    : [reason, remedy];
  const [first = '', ...rest] = told.filter((words) => words !== '');
  const { html, plain } = renderCell([`${title}: ${first}`, ...rest].map(paragraph), language);
  return [output(marking, { html: `<div class="refused">${html}</div>`, plain })];
}

/** A refusal as a value. */
export function refused(marking: Marking, error: RefusalError): Refused {
  const { dimension, remedy, reason, subject, says, remedySays } = error;
  return view<Refused>(
    { kind: 'refused', reason, remedy, dimension, subject, says, remedySays },
    (value) => outputs(marking, value),
  );
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function inFull(says: Text): Text {
  return inEach((language) => ended(says[language]));
}

/** What an error is told as: data or a call that is wrong as a refusal is; an error of the program is thrown. */
function toldAs(marking: Marking, error: unknown): Refused {
  if (error instanceof RefusalError) return refused(marking, error);
  if (error instanceof InputError) {
    const { place, words } = error;
    const problem = inEach((language) =>
      [
        `${placeIn(place, language)}${words.problem[language]}`,
        ...words.faults.map((fault) => fault[language]),
      ].join('\n'),
    );
    const remedy = inEach((language) => ended(`${repairWord[language]} ${words.repair[language]}`));
    return refused(marking, new RefusalError(inFull(problem), { dimension: 'data', remedy }));
  }
  if (error instanceof UsageError) {
    const says = error.says ?? inEach(() => error.message);
    return refused(marking, new RefusalError(inFull(says), { dimension: 'call', remedy: '' }));
  }
  throw error;
}

/** Answers, or hands back what is told instead. */
export function answer<Value>(marking: Marking, ask: () => Value): Value | Refused {
  try {
    return ask();
  } catch (error) {
    return toldAs(marking, error);
  }
}

/** The same for what must be waited for. */
export async function answerLater<Value>(
  marking: Marking,
  ask: () => Promise<Value>,
): Promise<Value | Refused> {
  try {
    return await ask();
  } catch (error) {
    return toldAs(marking, error);
  }
}

/**
 * The answer itself, where the lines below cannot go on without it. Throws the RefusalError where there is none.
 *
 * @example
 * ```ts
 * import { answered } from '@samenbeeld/notebook';
 * answered({ kind: 'joint', totals: [] }) // => { kind: 'joint', totals: [] }
 * ```
 */
export function answered<Value extends { readonly kind: string }>(
  value: Value | Refused,
): Exclude<Value, Refused> {
  if (!isRefused(value)) return value as Exclude<Value, Refused>;
  const { reason, dimension, remedy, remedySays, subject, says } = value;
  throw plainly(
    new RefusalError(reason, { dimension, remedy: remedySays ?? remedy, subject, says }),
  );
}

/** Whether there is no answer. */
export function isRefused(value: { readonly kind: string }): value is Refused {
  return value.kind === 'refused';
}
