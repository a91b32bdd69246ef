import { namedFigures, parseFigureName, provN, why, whyProv } from '@samenbeeld/merge';
import { UsageError } from '@samenbeeld/schema';
import { openPicture, type Picture, repairPicture } from '@samenbeeld/store';
import { openTerminal, type Terminal } from '../terminal.ts';
import { figureLines } from '../why-view/figure-lines.ts';
import { whyLines } from '../why-view/why-lines.ts';

const formats = ['text', 'json', 'prov', 'prov-n'] as const;
type Format = (typeof formats)[number];

/** The format asked for; `--json` is another word for JSON. */
function formatOf(asked: unknown, json: boolean): Format {
  if (asked === undefined) return json ? 'json' : 'text';
  const format = formats.find((name) => name === asked);
  if (!format)
    throw new UsageError(`--format takes ${formats.join(', ')}, not "${String(asked)}".`);
  if (json && format === 'text')
    throw new UsageError('--json and --format text contradict each other: give one of them.');
  return format;
}

/** A picture of records as they were read has no totals; the records themselves are shown. */
async function explainRecords(
  picture: Picture,
  asked: string,
  format: Format,
  terminal: Terminal,
): Promise<void> {
  if (format === 'prov' || format === 'prov-n')
    throw new UsageError(
      `--format ${format} is written of a total, and ${picture.folder} has none: build a picture from a *.picture.yaml, or use --format text or json.`,
    );
  const found = await namedFigures(picture, asked);
  const { banner } = picture.metadata;
  if (format === 'json') terminal.text(JSON.stringify({ banner, asked, ...found }, null, 2));
  else
    for (const line of [
      ...banner[terminal.language].split('\n'),
      ...figureLines(found, picture.metadata.sources, terminal.language),
    ])
      terminal.print(line);
}

/** Totals are of a year; says so where another period is asked for. */
function refuseWithinYear(asked: string): void {
  const named = (() => {
    try {
      return parseFigureName(asked);
    } catch {
      return null;
    }
  })();
  if (named === null || named.period.freq === 'A') return;
  throw new UsageError(
    `A total of this picture is of a year, and "${asked}" asks for ${named.period.start}/${named.period.end}. Ask for the year; what was read of a month or day is listed under it with its cell. A picture made by "samenbeeld ingest" can be asked for any period.`,
  );
}

/** `samenbeeld why`: from a figure down to file, line, column and raw cell, for a reader, a program, or as W3C PROV. */
export async function explainWhy(
  options: Readonly<Record<string, unknown>>,
  folder: string | readonly string[],
  cell: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const format = formatOf(options['format'], terminal.json);
  if ((await repairPicture(String(folder))) === 'absent')
    throw new UsageError(
      `There is no picture in ${String(folder)}. Build it first, for example with "npm run joint".`,
    );
  const picture = await openPicture(String(folder));
  try {
    if (!picture.has('joint_total')) {
      await explainRecords(picture, String(cell), format, terminal);
      return;
    }
    refuseWithinYear(String(cell));
    const explained = await why(picture, String(cell));
    const { banner } = picture.metadata;
    const marking = banner[terminal.language].split('\n');
    switch (format) {
      case 'text':
        for (const line of [...marking, ...whyLines(explained, terminal.language)])
          terminal.print(line);
        break;
      case 'json':
        terminal.text(JSON.stringify({ banner, ...explained }, null, 2));
        break;
      case 'prov':
        terminal.text(
          JSON.stringify(whyProv(explained, { marking: marking.join(' · ') }), null, 2),
        );
        break;
      case 'prov-n':
        terminal.text(
          [...marking.map((line) => `// ${line}`), provN(whyProv(explained))].join('\n'),
        );
    }
  } finally {
    await picture.close();
  }
}
