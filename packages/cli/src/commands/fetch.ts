import { findSource } from '@samenbeeld/answers';
import { type Fetched, fetchSource } from '@samenbeeld/ingest';
import { wrongUse } from '@samenbeeld/merge';
import { openTerminal, type Terminal } from '../terminal.ts';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function show({ snapshot, isNew, before }: Fetched, terminal: Terminal): void {
  const { source, path, sha256, bytes, requests, fetchedAt } = snapshot;
  terminal.print(
    isNew
      ? `  ${path}  ${megabytes(bytes)}${requests > 1 ? ` in ${requests} pages` : ''}`
      : `  ${path}  unchanged since ${fetchedAt}`,
  );
  terminal.print(`    - { source: ${source}, file: ${path}, sha256: ${sha256} }`);
  if (before)
    terminal.print(
      `    changed since ${before.fetchedAt}: samenbeeld diff ${source}:${before.path} ${source}:${path}`,
    );
}

/** `samenbeeld fetch`: the files of a source from its publisher, as dated snapshots that are never changed. */
export async function fetchFiles(
  options: Readonly<Record<string, unknown>>,
  name: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const source = findSource(String(name));
  const most = Number(options['maxMegabytes']) * 1e6;
  if (!(most > 0))
    throw wrongUse(
      '--max-megabytes vraagt een getal boven nul, niet "{given}".',
      '--max-megabytes demande un nombre supérieur à zéro, et non « {given} ».',
      '--max-megabytes verlangt eine Zahl über null, nicht „{given}“.',
      '--max-megabytes takes a number above zero, not "{given}".',
      { given: String(options['maxMegabytes']) },
    );
  const { mirror } = options;
  if (typeof mirror === 'string' && !/^https?:\/\//.test(mirror))
    throw wrongUse(
      '--mirror vraagt een adres zoals https://mirror.example, niet "{mirror}".',
      '--mirror demande une adresse comme https://mirror.example, et non « {mirror} ».',
      '--mirror verlangt eine Adresse wie https://mirror.example, nicht „{mirror}“.',
      '--mirror takes an address such as https://mirror.example, not "{mirror}".',
      { mirror },
    );
  let told = 0;
  const fetched = await fetchSource(source, {
    into: String(options['into']),
    now: new Date(),
    most,
    ...(typeof mirror === 'string' ? { mirror } : {}),
    onBytes: (file, bytes) => {
      if (bytes - told < 5e6) return;
      told = bytes;
      terminal.progress(`${file}: ${megabytes(bytes)}`);
    },
  });
  for (const each of fetched) show(each, terminal);
  terminal.result(fetched);
}
