import { type Bundle, cellWriter, swallowLineEnd } from './kernel.ts';

const inspect = Symbol.for('nodejs.util.inspect.custom');

function attach(value: object, whenInspected: () => string): void {
  Object.defineProperty(value, inspect, { value: whenInspected, enumerable: false });
}

/**
 * Lets a value show itself: in a cell of a notebook as rich outputs, anywhere else as text. The value stays what it
 * is; only how it is inspected changes.
 */
export function shown<Value extends object>(value: Value, outputs: () => readonly Bundle[]): Value {
  attach(value, () => {
    const write = cellWriter();
    // Each cell has a writer of its own.
    if (write && written.get(value) === write) {
      swallowLineEnd();
      return '';
    }
    const bundles = outputs();
    if (!write) return bundles.map((bundle) => bundle['text/plain']).join('\n\n');
    for (const data of bundles) write({ data, metadata: {}, transient: {} });
    swallowLineEnd();
    return '';
  });
  return value;
}

const written = new WeakMap<object, unknown>();

/**
 * Shows a value in the cell that runs, wherever in it the call stands (in an `if`, in a loop); the cell does not show it a
 * second time where it is its last line. Nothing outside a notebook.
 */
export function showNow(value: object, outputs: () => readonly Bundle[]): void {
  const write = cellWriter();
  if (!write) return;
  for (const data of outputs()) write({ data, metadata: {}, transient: {} });
  written.set(value, write);
}

/** A promise that says what is missing when someone looks at it without waiting for it. */
export function awaited<Value>(call: string, promise: Promise<Value>): Promise<Value> {
  attach(promise, () => `Write "await" before it to see it: await ${call}`);
  return promise;
}

/** An error that shows its message; where in the library it was thrown helps nobody who reads a notebook. */
export function plainly(error: unknown): unknown {
  if (error instanceof Error) attach(error, () => `${error.name}: ${error.message}`);
  return error;
}
