import { type Counted, filesIn, type TotalQuestion } from '@samenbeeld/merge';
import type { HypothesisSet } from '@samenbeeld/money';
import {
  type Observation,
  parsePeriod,
  type SheetName,
  sheetFields,
  sheetKinds,
  unknownPlace,
} from '@samenbeeld/schema';
import type { Picture } from '@samenbeeld/store';
import { type Analysis, analyse } from './analysis.ts';
import type { Held, LookedUp, MoneyAsked, MoneyPlan, PictureAsked, SheetsHeld } from './held.ts';
import {
  type PictureRecordsOptions,
  pictureRecords,
  placeholder,
  sourcesHeld,
  unplaced,
} from './picture-records.ts';
import type { Written } from './questions.ts';

/** Evidence as a picture keeps it: the record by its id. */
type KeptEvidence = Omit<LookedUp, 'observation'> & { readonly observation: string | null };

interface KeptMoney {
  readonly file: string;
  readonly plan: MoneyPlan;
  readonly sets: readonly {
    readonly file: string;
    readonly set: HypothesisSet;
    readonly evidence: readonly (readonly [id: string, found: readonly KeptEvidence[]])[];
  }[];
}

/** What a picture asks of money, as its folder keeps it. */
export function keptMoney({ file, plan, sets }: MoneyAsked): KeptMoney {
  return {
    file,
    plan,
    sets: sets.map(({ evidence, ...one }) => ({
      ...one,
      evidence: [...evidence].map(([id, found]) => [
        id,
        found.map((cell) => ({ ...cell, observation: cell.observation?.id ?? null })),
      ]),
    })),
  };
}

function moneyHeld(kept: KeptMoney): NonNullable<Held['money']> {
  return (observations) => {
    const byId = new Map(observations.map((row): [string, Observation] => [row.id, row]));
    return {
      ...kept,
      sets: kept.sets.map(({ evidence, ...one }) => ({
        ...one,
        evidence: new Map(
          evidence.map(([id, found]) => [
            id,
            found.map(
              (cell): LookedUp => ({
                ...cell,
                observation:
                  cell.observation === null ? null : (byId.get(cell.observation) ?? null),
              }),
            ),
          ]),
        ),
      })),
    };
  };
}

/** The rows of a stored picture's sheets, none of a kind that it does not name. */
async function sheetsHeld(stored: Picture): Promise<SheetsHeld> {
  const sources = stored.metadata.sources.filter(({ kind }) => Object.hasOwn(sheetKinds, kind));
  const found: [string, unknown][] = [];
  for (const kind of Object.keys(sheetKinds) as SheetName[]) {
    const { table } = sheetKinds[kind];
    if (!stored.has(table)) continue;
    const fields = sheetFields(kind);
    const rows = await stored.rows<Readonly<Record<string, string | number | null>>>(table);
    found.push([
      kind,
      rows.map((row) =>
        Object.fromEntries(
          fields.map(({ column, field, isList }) => {
            const value = row[column] ?? null;
            return [
              field,
              isList
                ? String(value ?? '')
                    .split(';')
                    .filter(Boolean)
                : value,
            ];
          }),
        ),
      ),
    ]);
  }
  return { ...(Object.fromEntries(found) as Omit<SheetsHeld, 'sources'>), sources };
}

/** What of a stored picture is analysed. */
export interface StoredAnalysisOptions extends Omit<PictureRecordsOptions, 'about'> {
  /** Whether every record is read, or those only that may speak about the questions. */
  readonly whole?: boolean | undefined;
  /** How a door writes the names of what is asked. */
  readonly written?: Written | undefined;
  /** What the picture counts, where that is known. */
  readonly counted?: readonly Counted[] | undefined;
}

/**
 * The day up to which the records of a picture that states none speak: the last on which one was registered or published, or
 * ends. What would be known later is then unknown, not nothing.
 */
function lastDayOf({ seizures, observations }: Pick<Held, 'seizures' | 'observations'>): string {
  const days = [
    ...seizures.map(({ registeredOn, date }) => registeredOn ?? date),
    ...observations.flatMap(({ publishedOn, periodEnd }) => [
      ...(publishedOn === null ? [] : [parsePeriod(publishedOn).end]),
      periodEnd,
    ]),
  ];
  return days.reduce((last, day) => (day > last ? day : last), '');
}

/** The analysis of a stored picture for some questions, with the decisions that it holds and those recorded since. */
export async function storedAnalysis(
  stored: Picture,
  questions: readonly TotalQuestion[],
  { whole = false, written, counted, ...reading }: StoredAnalysisOptions = {},
): Promise<Analysis> {
  const { name, details = {}, inputs = [] } = stored.metadata;
  const isUnplaced =
    stored.metadata.draft === true && questions.some(({ place }) => place === unknownPlace);
  const about = isUnplaced
    ? [...questions, ...questions.map((one) => ({ ...one, place: placeholder }))]
    : questions;
  const read = await pictureRecords(stored, whole ? reading : { ...reading, about });
  const records = isUnplaced
    ? {
        ...read,
        observations: read.observations.map(unplaced),
        seizures: read.seizures.map(unplaced),
      }
    : read;
  const pairs = records.seizures.length > 0 ? await records.pairs() : [];
  const { observations, seizures, seed, deciding } = records;
  const asOf = stored.metadata.asOf ?? lastDayOf(records);
  const money = details['money'] as KeptMoney | undefined;
  return analyse(
    {
      ...{ picture: name, at: stored.folder, asOf, seed, deciding },
      twoPersons: details['twoPersons'] === true,
      ...{ questions: [], understood: questions, report: null },
      handling: stored.metadata.handling,
      law: (details['law'] ?? []) as NonNullable<PictureAsked['law']>,
      ...(written && { written }),
      ...(counted && { counted }),
    },
    {
      ...{ sources: sourcesHeld(stored), observations, seizures, inputs, isPart: !whole },
      conservation: filesIn(stored.metadata),
      money: money === undefined ? null : moneyHeld(money),
      unfitting: details['unfitting'] as Held['unfitting'],
      barriers: details['barriers'] as Held['barriers'],
      priorities: details['priorities'] as Held['priorities'],
      remarks: details['remarks'] as Held['remarks'],
      sheets: await sheetsHeld(stored),
    },
    records.taken,
    pairs,
  );
}
