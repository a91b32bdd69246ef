import {
  type NamedFigures,
  namedFigures,
  parseFigureName,
  type Why,
  why,
  wrongUse,
} from '@samenbeeld/merge';
import type { Block } from '@samenbeeld/page';
import type { Picture } from '@samenbeeld/store';
import { recordsRead } from './records-read.ts';
import { whyBlocks } from './why-blocks.ts';

/** What stands behind a figure: of a total everything it rests on, else the records as they were read. */
export interface WhyFound {
  readonly blocks: readonly Block[];
  readonly why: Why | null;
  readonly records: NamedFigures | null;
  readonly sources: readonly string[];
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

/** Where a figure of a picture comes from; it is computed again from the picture's rows and refused where the two differ. */
export async function askWhy(picture: Picture, figure: string): Promise<WhyFound> {
  if (!picture.has('joint_total')) {
    const records = await namedFigures(picture, figure);
    const { observations, seizures } = records;
    const sources = [...observations, ...seizures].map(({ source }) => source);
    return {
      blocks: recordsRead(records, picture.metadata.sources),
      ...{ why: null, records, sources: [...new Set(sources)].sort() },
    };
  }
  refuseWithinYear(figure);
  const found = await why(picture, figure);
  return {
    blocks: whyBlocks(found),
    ...{ why: found, records: null, sources: found.sources.map(({ id }) => id).sort() },
  };
}
