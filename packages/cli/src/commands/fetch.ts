import { findSource } from '@samenbeeld/answers';
import { type Fetched, fetchSource } from '@samenbeeld/ingest';
import { formatNumber, inFour, type Language, wrongUse } from '@samenbeeld/schema';
import { openTerminal, type Terminal, told } from '../terminal.ts';

const megabytes = (bytes: number, language: Language): string =>
  `${formatNumber(bytes / 1e6, language, 1)} MB`;

const words = {
  pages: inFour(
    ' in {n:# bladzijde|# bladzijden}',
    ' en {n:# page|# pages}',
    ' auf {n:# Seite|# Seiten}',
    ' in {n:# page|# pages}',
  ),
  unchanged: inFour(
    'ongewijzigd sinds {time}',
    'inchangé depuis {time}',
    'unverändert seit {time}',
    'unchanged since {time}',
  ),
  changed: inFour(
    'gewijzigd sinds {time}: {command}',
    'modifié depuis {time} : {command}',
    'geändert seit {time}: {command}',
    'changed since {time}: {command}',
  ),
};

function show({ snapshot, isNew, before }: Fetched, terminal: Terminal): void {
  const { language } = terminal;
  const { source, path, sha256, bytes, requests, fetchedAt } = snapshot;
  terminal.print(
    isNew
      ? `  ${path}  ${megabytes(bytes, language)}${requests > 1 ? told(words.pages, language, { n: requests }) : ''}`
      : `  ${path}  ${told(words.unchanged, language, { time: fetchedAt })}`,
  );
  // A line to copy, so not set as the language sets its words.
  if (!terminal.json)
    terminal.text(`    - { source: ${source}, file: ${path}, sha256: ${sha256} }`);
  if (before)
    terminal.print(
      `    ${told(words.changed, language, {
        time: before.fetchedAt,
        command: `samenbeeld diff ${source}:${before.path} ${source}:${path}`,
      })}`,
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
      terminal.progress(`${file}: ${megabytes(bytes, terminal.language)}`);
    },
  });
  for (const each of fetched) show(each, terminal);
  terminal.result(fetched);
}
