import {
  type Counted,
  countsHeld,
  drugOf,
  type FigureName,
  figureWords,
  isOfDrug,
  type NamedFigures,
  namedFigures,
  namedPeriod,
  parseFigureName,
  type Step,
  say,
  stepOfFreq,
  totalsKept,
  usualBasis,
  type Why,
  why,
  whyReckoned,
} from '@samenbeeld/merge';
import type { Block, ListItem } from '@samenbeeld/page';
import {
  places as listed,
  type Observation,
  parsePeriod,
  RefusalError,
  type Seizure,
  shellWord,
  UsageError,
  wrongUse,
} from '@samenbeeld/schema';
import type { Picture } from '@samenbeeld/store';
import { pictureScopes } from '../picture-records.ts';
import { isWithin, questionsOf, scopeLine, type Written } from '../questions.ts';
import { storedAnalysis } from '../stored-analysis.ts';
import { itemsIn } from './items.ts';
import { recordsRead } from './records-read.ts';
import { whyBlocks } from './why-blocks.ts';
import { commandFor } from './why-sentences.ts';
import { words } from './why-words.ts';

/** What stands behind a figure: of a total everything it rests on; of a picture that keeps none the records as they were read too. */
export interface WhyFound {
  readonly blocks: readonly Block[];
  readonly why: Why | null;
  readonly records: NamedFigures | null;
  readonly sources: readonly string[];
}

/** A figure that words name, of a year, half, quarter or month; null for any other. */
function steppedName(figure: string): (FigureName & { readonly by: Step }) | null {
  try {
    const name = parseFigureName(figure);
    const by = stepOfFreq[name.period.freq];
    return by ? { ...name, by } : null;
  } catch {
    return null;
  }
}

/** Whether a picture keeps a total of a figure, of any basis. */
async function isKept(
  picture: Picture,
  { places, substance, period: { start, end } }: FigureName,
): Promise<boolean> {
  const { period } = namedPeriod({ start, end });
  return (await totalsKept(picture)).some(
    ({ key, total }) =>
      places.some((place) => key.startsWith(`${place} `)) &&
      total.period === period &&
      (substance === null || total.substance === substance),
  );
}

const asKey: Written = (key) => key;

/**
 * The place that records are of among places of one name: the port where they name the port, the land where they name the land.
 * null where they are of none, or may be of several.
 */
function placeAmong(places: readonly string[], rows: readonly Counted[]): string | null {
  const named = places.filter((place) => rows.some((row) => row.place === place));
  const found =
    named.length > 0 ? named : places.filter((one) => rows.some((row) => isWithin(row, one)));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * Why a figure is what it is that a picture keeps no total of: it is reckoned from the picture's records, as `ask` gives it. null
 * where they give none, or the words name several.
 */
async function reckoned(
  picture: Picture,
  { places, substance, basis, period: { start, end }, by }: FigureName & { readonly by: Step },
): Promise<Why | null> {
  const rows = countsHeld(await pictureScopes(picture));
  const amounts = rows.filter(
    (row) =>
      row.metric === 'quantity' &&
      (substance === null || isOfDrug(row.substance, substance)) &&
      (basis === null || row.basis === basis),
  );
  const place = placeAmong(places, amounts);
  if (place === null) return null;
  const told = amounts.filter((row) => isWithin(row, place));
  const bases = [...new Set(told.map((row) => row.basis))];
  // Of several bases the usual one is meant, as of the totals that a picture keeps.
  const counted = basis ?? (bases.length > 1 ? usualBasis(place) : bases[0]);
  const named = {
    ...(substance !== null && { substance }),
    ...(counted !== undefined && { basis: counted }),
  };
  const asked = { place, ...named, metric: 'quantity', by, from: start, to: end };
  try {
    const questions = questionsOf(asked, rows, asKey);
    const analysis = await storedAnalysis(picture, questions, { counted: rows });
    const [one] = analysis.answers;
    const { period } = namedPeriod({ start, end });
    const total = one?.settled.totals.find((some) => some.period === period);
    if (!one || one.problem || !total || total.status === 'none') return null;
    return await whyReckoned(picture, one.settled, total, analysis.doubleReports);
  } catch (error) {
    if (error instanceof UsageError || error instanceof RefusalError) return null;
    throw error;
  }
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
    for (const scope of countsHeld(own)) {
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

/** Why a total is what it is that a picture does not keep; where it has none either, the way to what it adds up of the place. */
async function ofAnother(
  picture: Picture,
  figure: string,
  named: FigureName & { readonly by: Step },
): Promise<Why> {
  const found = await reckoned(picture, named);
  if (found) return found;
  try {
    return await why(picture, figure);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const words = {
      figure,
      command: named.places
        .map((place) => `samenbeeld ask ${shellWord(picture.folder)} total --place ${place}`)
        .join('; '),
    };
    throw wrongUse(
      'Dit beeld telt niets op dat "{figure}" heet. Wat het van deze plaats optelt: {command}',
      'Ce tableau n’additionne rien qui s’appelle « {figure} ». Ce qu’il additionne de ce lieu : {command}',
      'Dieses Lagebild addiert nichts, das „{figure}“ heißt. Was es von diesem Ort addiert: {command}',
      'This picture adds up nothing that is called "{figure}". What it adds up of this place: {command}',
      words,
    );
  }
}

/** Whether words name something that is counted other than by drug and weight, or a place that no list holds. */
function isCounted(figure: string): boolean {
  try {
    const { metric, offence, places } = parseFigureName(figure);
    const isWeighed = metric === null || metric === 'quantity';
    return !isWeighed || offence !== null || !places.every((code) => listed.has(code));
  } catch {
    return false;
  }
}

/** Counts as they were read, with what to type for what the picture adds up of them. */
async function countsRead(picture: Picture, figure: string): Promise<WhyFound> {
  const records = await namedFigures(picture, figure);
  const { observations, seizures } = records;
  const scopes = new Set(
    observations.map(
      ({ place, metric }) => `--place ${shellWord(place)} --metric ${shellWord(metric)}`,
    ),
  );
  const commands = [...scopes].map(
    (scope) => `samenbeeld ask ${shellWord(picture.folder)} total ${scope}`,
  );
  const sources = [...observations, ...seizures].map(({ source }) => source);
  return {
    blocks: [
      ...recordsRead(records, picture.metadata.sources),
      { kind: 'paragraph', text: say(words.countsRead, { commands: commands.join('; ') }) },
    ],
    ...{ why: null, records, sources: [...new Set(sources)].sort() },
  };
}

/** Records as they were read, with the total that `ask` gives of them. */
async function asRead(picture: Picture, figure: string): Promise<WhyFound> {
  const records = await namedFigures(picture, figure);
  const { observations, seizures } = records;
  const named = steppedName(figure);
  const found = named && (await reckoned(picture, named));
  const isMerged = found?.events.some(({ role }) => role === 'merged') ?? false;
  const sources = [...observations, ...seizures].map(({ source }) => source);
  return {
    blocks: [
      ...recordsRead(records, picture.metadata.sources),
      ...(found
        ? whyBlocks(found, { isListed: isMerged })
        : [{ kind: 'paragraph', text: words.asRead } as const]),
    ],
    ...{ why: found, records, sources: [...new Set(sources)].sort() },
  };
}

/**
 * Where a figure of a picture comes from. It is computed again from the picture's rows, and refused where a total that the picture
 * keeps differs.
 */
export async function askWhy(picture: Picture, figure: string): Promise<WhyFound> {
  if (!picture.has('joint_total')) return asRead(picture, figure);
  if (isCounted(figure)) return countsRead(picture, figure);
  try {
    return await ofTotal(picture, figure);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // Of a place of which no drug is counted, what is counted is told.
    const counts = await countsRead(picture, figure).catch((other) => {
      if (other instanceof UsageError || other instanceof RefusalError) return null;
      throw other;
    });
    const isOfDrugs = ({ metric }: Observation) => metric === 'quantity' || metric === 'seizures';
    if (!counts?.records || counts.records.seizures.length > 0) throw error;
    if (counts.records.observations.some(isOfDrugs)) throw error;
    return counts;
  }
}

/** Everything behind a total of a drug. */
async function ofTotal(picture: Picture, figure: string): Promise<WhyFound> {
  const named = picture.has('seizure') ? steppedName(figure) : null;
  const isOther = named !== null && !(await isKept(picture, named));
  const found = isOther ? await ofAnother(picture, figure, named) : await why(picture, figure);
  const others = found.total.status === 'none' ? await otherScopes(picture, found) : [];
  return {
    blocks: whyBlocks(found, { otherScopes: others }),
    ...{ why: found, records: null, sources: found.sources.map(({ id }) => id).sort() },
  };
}
