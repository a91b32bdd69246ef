import { askWhy } from '@samenbeeld/answers';
import { provN, whyProv } from '@samenbeeld/merge';
import { wrongUse } from '@samenbeeld/schema';
import { openBuilt } from '../open-built.ts';
import { openTerminal } from '../terminal.ts';

const formats = ['text', 'json', 'prov', 'prov-n'] as const;
type Format = (typeof formats)[number];

/** The format asked for; `--json` is another word for JSON. */
function formatOf(asked: unknown, json: boolean): Format {
  if (asked === undefined) return json ? 'json' : 'text';
  const format = formats.find((name) => name === asked);
  if (!format)
    throw wrongUse(
      '--format kent {formats}, niet "{asked}".',
      '--format admet {formats}, et non « {asked} ».',
      '--format kennt {formats}, nicht „{asked}“.',
      '--format takes {formats}, not "{asked}".',
      { formats: formats.join(', '), asked: String(asked) },
    );
  if (json && format === 'text')
    throw wrongUse(
      '--json en --format text spreken elkaar tegen: geef één van beide.',
      '--json et --format text se contredisent : donnez l’un des deux.',
      '--json und --format text widersprechen einander: Geben Sie eines davon an.',
      '--json and --format text contradict each other: give one of them.',
    );
  return format;
}

/** `samenbeeld why`: from a figure down to file, line, column and raw cell, for a reader, a program, or as W3C PROV. That no figure was reported is an answer, too. */
export async function explainWhy(
  options: Readonly<Record<string, unknown>>,
  folder: string | readonly string[],
  cell: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const format = formatOf(options['format'], terminal.json);
  const picture = await openBuilt(String(folder));
  const { banner } = picture.metadata;
  const marking = banner[terminal.language].split('\n');
  try {
    const found = await askWhy(picture, String(cell));
    if (format === 'text') {
      terminal.print(...marking);
      terminal.page(found.blocks);
    } else if (format === 'json')
      terminal.text(
        JSON.stringify(
          {
            banner,
            ...(found.records
              ? { asked: String(cell), ...found.records, why: found.why }
              : found.why),
          },
          null,
          2,
        ),
      );
    else if (found.why === null) refuseProv(format, picture.folder);
    else if (format === 'prov')
      terminal.text(JSON.stringify(whyProv(found.why, { marking: marking.join(' · ') }), null, 2));
    else
      terminal.text([...marking.map((line) => `// ${line}`), provN(whyProv(found.why))].join('\n'));
    return undefined;
  } finally {
    await picture.close();
  }
}

/** A picture of records as they were read has no totals. */
function refuseProv(format: Format, folder: string): never {
  throw wrongUse(
    '--format {format} wordt van een totaal geschreven, en {folder} heeft er geen: bouw een beeld uit een *.picture.yaml, of gebruik --format text of json.',
    '--format {format} s’écrit d’un total, et {folder} n’en a pas : construisez un tableau à partir d’un *.picture.yaml, ou utilisez --format text ou json.',
    '--format {format} wird von einer Summe geschrieben, und {folder} hat keine: Bauen Sie ein Lagebild aus einer *.picture.yaml, oder nehmen Sie --format text oder json.',
    '--format {format} is written of a total, and {folder} has none: build a picture from a *.picture.yaml, or use --format text or json.',
    { format, folder },
  );
}
