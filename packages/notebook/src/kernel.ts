import { InputError, type Language, RefusalError, UsageError } from '@samenbeeld/schema';

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

// The two kernels that a notebook runs under, tslab and Deno's, and what differs between them. Elsewhere values are text.
import { createRequire } from 'node:module';
import { sep } from 'node:path';

/** One output of a cell: the same thing in several formats, of which the front end takes the richest it knows. */
export interface Bundle {
  readonly 'text/plain': string;
  readonly 'text/html'?: string;
  readonly 'image/svg+xml'?: string;
  readonly 'application/vnd.vegalite.v5+json'?: object;
}

interface Cell {
  /** Another object for each cell that runs. */
  readonly id: object;
  write(data: Bundle): void;
}

/** The message that a kernel sends for an output. */
interface Display {
  readonly data: Bundle;
  readonly metadata: object;
  readonly transient: object;
}

const display = (data: Bundle): Display => ({ data, metadata: {}, transient: {} });

const require = createRequire(import.meta.url);
const own = ['tslab', 'dist', 'jupyter.js'].join(sep);

/**
 * The cell that runs now, or null outside tslab. Its public `display` sends one format at a time, so this takes the function
 * beneath it, from the modules that are loaded already: tslab is no dependency.
 */
function tslabCell(): Cell | null {
  const path = Object.keys(require.cache).find((name) => name.endsWith(`${sep}${own}`));
  const loaded: unknown = path ? require.cache[path]?.exports : null;
  const write = (loaded as { readonly lastWriteDisplayData?: (content: Display) => void } | null)
    ?.lastWriteDisplayData;
  return write ? { id: write, write: (data) => write(display(data)) } : null;
}

/** tslab prints what inspecting a value returns and a line end; after a display both would be an empty output. */
function swallowLineEnd(): void {
  const { stdout } = process;
  const write = stdout.write;
  stdout.write = ((...args: Parameters<typeof write>) => {
    stdout.write = write;
    return args[0] === '\n' ? true : write.apply(stdout, args);
  }) as typeof write;
}

interface DenoKernel {
  /** What Deno's kernel awaits at the end of a cell, with the value of its last line. */
  broadcastResult?(count: number, result: unknown): Promise<void>;
}

interface Deno {
  readonly internal: symbol;
  readonly jupyter: { broadcast(type: 'display_data', content: Display): Promise<void> };
  readonly [internal: symbol]: { readonly jupyter?: DenoKernel };
}

/** Deno (2.9) says that a cell is done while outputs are still on their way: they would be lost, or land in the next cell. */
const millisecondsToArrive = 100;

let joined: { readonly kernel: DenoKernel; cell: object } | null = null;

/** Makes each cell wait for its outputs, and not repeat as its result what it has shown. */
function join(kernel: DenoKernel, broadcastResult: NonNullable<DenoKernel['broadcastResult']>) {
  const running = { kernel, cell: {} };
  kernel.broadcastResult = async (count, result) => {
    await broadcastResult(count, isShown(result, running.cell) ? undefined : result);
    await new Promise((arrived) => setTimeout(arrived, millisecondsToArrive));
    running.cell = {};
  };
  return running;
}

/** The cell that runs now, or null outside Deno's kernel, which the first call joins. */
function denoCell(): Cell | null {
  const { Deno } = globalThis as { readonly Deno?: Deno };
  const kernel = Deno?.[Deno.internal]?.jupyter;
  if (!Deno || !kernel?.broadcastResult) return null;
  if (joined?.kernel !== kernel) joined = join(kernel, kernel.broadcastResult);
  return {
    id: joined.cell,
    write: (data) => void Deno.jupyter.broadcast('display_data', display(data)),
  };
}

const shownIn = new WeakMap<object, object>();

function isShown(value: unknown, cell: object): boolean {
  return shownIn.get(value as object) === cell;
}

function define(value: object, symbol: string, method: () => unknown): void {
  Object.defineProperty(value, Symbol.for(symbol), { value: method, enumerable: false });
}

/** What inspecting a value gives; both kernels ask it of a value that says nothing richer. */
function whenInspected(value: object, text: () => string): void {
  define(value, 'nodejs.util.inspect.custom', text);
}

/** Lets a value show itself where a cell ends with it, unless that cell has shown it: tslab inspects it, Deno asks for a bundle. */
function showAtEnd(value: object, outputs: () => readonly Bundle[]): void {
  whenInspected(value, () => {
    const cell = tslabCell();
    if (!cell)
      return outputs()
        .map((bundle) => bundle['text/plain'])
        .join('\n\n');
    if (!isShown(value, cell.id)) for (const bundle of outputs()) cell.write(bundle);
    swallowLineEnd();
    return '';
  });
  if (!denoCell()) return;
  define(value, 'Jupyter.display', () => {
    const bundles = outputs();
    for (const bundle of bundles.slice(0, -1)) denoCell()?.write(bundle);
    return bundles.at(-1) ?? {};
  });
}

/**
 * Shows a value in the cell that runs, wherever in it the call stands (in an `if`, in a loop); the cell does not show it a
 * second time where it is its last line. Nothing outside a notebook.
 */
export function showNow(value: object, outputs: () => readonly Bundle[]): void {
  const cell = tslabCell() ?? denoCell();
  if (!cell) return;
  for (const bundle of outputs()) cell.write(bundle);
  shownIn.set(value, cell.id);
}

/** Lets an error that stops a cell show what it says alone: tslab inspects it, Deno prints its stack. */
/** A line of a stack in one of our rooms: where in the library something was thrown helps nobody. */
const ofLibrary = /[\\/](?:@samenbeeld|packages)[\\/][^\\/]+[\\/](?:dist|src)[\\/]/u;

function withoutStack(error: Error, says: string): void {
  const text = `${error.name}: ${says}`;
  whenInspected(error, () => text);
  // Elsewhere than in a cell the lines of whoever called are left.
  const lines = denoCell() ? [] : (error.stack?.match(/^ {4}at .*$/gmu) ?? []);
  error.stack = [text, ...lines.filter((line) => !ofLibrary.test(line))].join('\n');
}
