import { namedFigures, parseFigureName, provN, why, whyProv, wrongUse } from '@samenbeeld/merge';
import type { Picture } from '@samenbeeld/store';
import { openBuilt } from '../open-built.ts';
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

/** A picture of records as they were read has no totals; the records themselves are shown. */
async function explainRecords(
  picture: Picture,
  asked: string,
  format: Format,
  terminal: Terminal,
): Promise<void> {
  if (format === 'prov' || format === 'prov-n')
    throw wrongUse(
      '--format {format} wordt van een totaal geschreven, en {folder} heeft er geen: bouw een beeld uit een *.picture.yaml, of gebruik --format text of json.',
      '--format {format} s’écrit d’un total, et {folder} n’en a pas : construisez un tableau à partir d’un *.picture.yaml, ou utilisez --format text ou json.',
      '--format {format} wird von einer Summe geschrieben, und {folder} hat keine: Bauen Sie ein Lagebild aus einer *.picture.yaml, oder nehmen Sie --format text oder json.',
      '--format {format} is written of a total, and {folder} has none: build a picture from a *.picture.yaml, or use --format text or json.',
      { format, folder: picture.folder },
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
  throw wrongUse(
    'Een totaal van dit beeld is van een jaar, en "{asked}" vraagt naar {period}. Vraag naar het jaar; wat van een maand of dag is gelezen, staat eronder met zijn cel. Een beeld van "samenbeeld ingest" is naar elke periode te vragen.',
    'Un total de ce tableau porte sur une année, et « {asked} » demande {period}. Demandez l’année ; ce qui a été lu d’un mois ou d’un jour y figure avec sa cellule. À un tableau fait par « samenbeeld ingest », toute période peut être demandée.',
    'Eine Summe dieses Lagebilds gilt für ein Jahr, und „{asked}“ fragt nach {period}. Fragen Sie nach dem Jahr; was zu einem Monat oder Tag gelesen wurde, steht darunter mit seiner Zelle. Ein Lagebild von „samenbeeld ingest“ kann nach jedem Zeitraum gefragt werden.',
    'A total of this picture is of a year, and "{asked}" asks for {period}. Ask for the year; what was read of a month or day is listed under it with its cell. A picture made by "samenbeeld ingest" can be asked for any period.',
    { asked, period: `${named.period.start}/${named.period.end}` },
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
  const picture = await openBuilt(String(folder));
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
