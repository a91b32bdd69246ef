import {
  drugOf,
  figureWords,
  isOfDrug,
  type NamedFigures,
  namedFigures,
  namedPeriod,
  parseFigureName,
  stepOfFreq,
  type Why,
  why,
  wrongUse,
} from '@samenbeeld/merge';
import type { Block, ListItem } from '@samenbeeld/page';
import { type Observation, parsePeriod, type Seizure, totalFromStored } from '@samenbeeld/schema';
import type { Picture } from '@samenbeeld/store';
import { type Counted, countedIn, isWithin, scopeLine } from '../questions.ts';
import { itemsIn } from './items.ts';
import { recordsRead } from './records-read.ts';
import { whyBlocks } from './why-blocks.ts';
import { commandFor } from './why-sentences.ts';

/** What stands behind a figure: of a total everything it rests on, else the records as they were read. */
export interface WhyFound {
  readonly blocks: readonly Block[];
  readonly why: Why | null;
  readonly records: NamedFigures | null;
  readonly sources: readonly string[];
}

/**
 * Totals are of a year, or of the parts of one that a picture was asked by; says so where another period is asked for. Claims of any
 * half, quarter or month are totalled again.
 */
async function refuseWithinYear(picture: Picture, asked: string): Promise<void> {
  const named = (() => {
    try {
      return parseFigureName(asked);
    } catch {
      return null;
    }
  })();
  if (named === null || named.period.freq === 'A') return;
  const { start, end, freq } = named.period;
  if (stepOfFreq[freq]) {
    if (!picture.has('seizure')) return;
    const totals = await picture.rows<{ readonly detail: string }>('joint_total');
    const { period } = namedPeriod({ start, end });
    if (totals.some(({ detail }) => totalFromStored(detail).period === period)) return;
  }
  throw wrongUse(
    'Een totaal van dit beeld is van een jaar, en "{asked}" vraagt naar {period}. Vraag naar het jaar; wat van een maand of dag is gelezen, staat eronder met zijn cel. Een beeld van "samenbeeld ingest" is naar elke periode te vragen.',
    'Un total de ce tableau porte sur une année, et « {asked} » demande {period}. Demandez l’année ; ce qui a été lu d’un mois ou d’un jour y figure avec sa cellule. À un tableau fait par « samenbeeld ingest », toute période peut être demandée.',
    'Eine Summe dieses Lagebilds gilt für ein Jahr, und „{asked}“ fragt nach {period}. Fragen Sie nach dem Jahr; was zu einem Monat oder Tag gelesen wurde, steht darunter mit seiner Zelle. Ein Lagebild von „samenbeeld ingest“ kann nach jedem Zeitraum gefragt werden.',
    'A total of this picture is of a year, and "{asked}" asks for {period}. Ask for the year; what was read of a month or day is listed under it with its cell. A picture made by "samenbeeld ingest" can be asked for any period.',
    { asked, period: `${named.period.start}/${named.period.end}` },
  );
}

/** Figures shown of one scope; the command shows them all. */
const shownOfScope = 3;

/** What a figure of one scope states. */
function statedOf(record: Observation | Seizure): Parameters<typeof figureWords>[0] {
  return 'date' in record ? { ...record, value: record.quantity, wording: 'unmarked' } : record;
}

/**
 * What a picture holds of the place, drug and period of a total of which it has nothing: a question that names no basis or
 * measure picks one, and there may be others. Each with its figures and what to type to ask for it.
 */
async function otherScopes(picture: Picture, { total }: Why): Promise<readonly ListItem[]> {
  const seizures = picture.has('seizure') ? await picture.seizures() : [];
  const asked = parsePeriod(total.period);
  const isWithinAsked = (start: string, end: string): boolean =>
    start >= asked.start && end <= asked.end;
  const isAsked = (place: string, substance: string | null): boolean =>
    isWithin({ place }, total.complex) && isOfDrug(substance, total.substance ?? '');
  const records = [
    ...(await picture.observations()).filter(
      (row) =>
        row.value !== null &&
        isWithinAsked(row.periodStart, row.periodEnd) &&
        isAsked(row.place, drugOf(row)),
    ),
    ...seizures.filter(
      ({ date, quantity, place, substance }) =>
        quantity !== null && isWithinAsked(date, date) && isAsked(place, substance),
    ),
  ];
  const scopes = new Map<string, { readonly scope: Counted; readonly of: typeof records }>();
  for (const record of records) {
    const own =
      'date' in record ? { observations: [], seizures: [record] } : { observations: [record] };
    for (const scope of countedIn(own)) {
      const key = JSON.stringify(scope);
      scopes.set(key, { scope, of: [...(scopes.get(key)?.of ?? []), record] });
    }
  }
  const all = [...scopes.values()];
  const same = all.filter(
    ({ scope: { place, substance } }) => place === total.complex && substance === total.substance,
  );
  return itemsIn((language) =>
    (same.length > 0 ? same : all).map(({ scope, of }) => {
      const figures = of.map((record) => figureWords(statedOf(record))[language]);
      const some = [...new Set(figures)];
      const more = some.length > shownOfScope ? '; …' : '';
      const question = { ...scope, by: stepOfFreq[asked.freq] ?? 'year' } as const;
      const cell = { ...total, ...scope, complex: scope.place, substance: scope.substance ?? '' };
      return {
        text: `${scopeLine(question, language)}: ${some.slice(0, shownOfScope).join('; ')}${more}`,
        under: [{ text: commandFor(picture.folder, cell, question) }],
      };
    }),
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
  await refuseWithinYear(picture, figure);
  const found = await why(picture, figure);
  return {
    blocks: whyBlocks(
      found,
      found.total.status === 'none' ? await otherScopes(picture, found) : [],
    ),
    ...{ why: found, records: null, sources: found.sources.map(({ id }) => id).sort() },
  };
}
