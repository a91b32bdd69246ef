import { InputError, type Language, RefusalError, UsageError } from '@samenbeeld/schema';
import { type Bundle, showAtEnd, whenInspected, withoutStack } from './kernel.ts';

/**
 * Lets a value show itself: in a cell of a notebook as rich outputs, anywhere else as text. The value stays what it
 * is; only how it is inspected changes.
 */
export function shown<Value extends object>(value: Value, outputs: () => readonly Bundle[]): Value {
  showAtEnd(value, outputs);
  return value;
}

/** A promise that says what is missing when someone looks at it without waiting for it. */
export function awaited<Value>(call: string, promise: Promise<Value>): Promise<Value> {
  whenInspected(promise, () => `Write "await" before it to see it: await ${call}`);
  return promise;
}

/** An error that shows its message, in the reader's language; where in the library it was thrown helps nobody who reads a notebook. */
export function plainly(error: unknown, language: Language = 'en'): unknown {
  if (!(error instanceof Error)) return error;
  const { message } = error;
  if (error instanceof RefusalError) {
    const { says, remedySays, remedy } = error;
    const told = [says?.[language], remedySays?.[language] ?? remedy].filter(Boolean).join(' ');
    withoutStack(error, says && language !== 'en' ? told : message);
  } else {
    const says = error instanceof InputError || error instanceof UsageError ? error.says : null;
    withoutStack(error, says?.[language] ?? message);
  }
  return error;
}
