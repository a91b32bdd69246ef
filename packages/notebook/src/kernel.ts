import { createRequire } from 'node:module';
import { sep } from 'node:path';

/** One output of a cell: the same thing in several formats, of which the front end takes the richest it knows. */
export interface Bundle {
  readonly 'text/plain': string;
  readonly 'text/html'?: string;
  readonly 'image/svg+xml'?: string;
  readonly 'application/vnd.vegalite.v5+json'?: object;
}

type Write = (content: {
  readonly data: Bundle;
  readonly metadata: object;
  readonly transient: object;
}) => void;

const require = createRequire(import.meta.url);
const own = ['tslab', 'dist', 'jupyter.js'].join(sep);

/**
 * How to show something in the cell that runs now, or null outside tslab. Its public `display` sends one format at a
 * time, so this takes the function beneath it, from the modules that are loaded already: tslab is no dependency.
 */
export function cellWriter(): Write | null {
  const path = Object.keys(require.cache).find((name) => name.endsWith(`${sep}${own}`));
  const loaded: unknown = path ? require.cache[path]?.exports : null;
  const write = (loaded as { readonly lastWriteDisplayData?: Write } | null)?.lastWriteDisplayData;
  return write ?? null;
}

/** tslab prints what inspecting a value returns and a line end; after a display both would be an empty output. */
export function swallowLineEnd(): void {
  const { stdout } = process;
  const write = stdout.write;
  stdout.write = ((...args: Parameters<typeof write>) => {
    stdout.write = write;
    return args[0] === '\n' ? true : write.apply(stdout, args);
  }) as typeof write;
}
