import type { TotalQuestion } from '@samenbeeld/merge';
import type { HypothesisSet } from '@samenbeeld/money';
import type { Assessment, Conservation, Observation } from '@samenbeeld/schema';
import type { Picture } from '@samenbeeld/store';
import { type Analysis, analyse } from './analysis.ts';
import type { Held, LookedUp, MoneyAsked, MoneyPlan, PictureAsked } from './held.ts';
import { type PictureRecordsOptions, pictureRecords, sourcesHeld } from './picture-records.ts';
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

/** The statements of a stored picture; none where no sheet of them went into it. */
async function assessmentsHeld(stored: Picture): Promise<Pick<Held, 'assessments'>> {
  if (!stored.has('assessment')) return {};
  type Row = Readonly<Record<string, string | null>>;
  const list = (joined: string | null | undefined) => joined?.split(';').filter(Boolean) ?? [];
  const rows = (await stored.rows<Row>('assessment')).map(
    ({ period_start: periodStart, period_end: periodEnd, evidence, programmes, ...row }) =>
      ({
        ...{ ...row, periodStart, periodEnd },
        ...{ evidence: list(evidence), programmes: list(programmes) },
      }) as unknown as Assessment,
  );
  return {
    assessments: {
      rows,
      sources: stored.metadata.sources.filter(({ kind }) => kind === 'assessments'),
    },
  };
}

/** What of a stored picture is analysed. */
export interface StoredAnalysisOptions extends Omit<PictureRecordsOptions, 'about'> {
  /** Whether every record is read, or those only that may speak about the questions. */
  readonly whole?: boolean | undefined;
  /** How a door writes the names of what is asked. */
  readonly written?: Written | undefined;
}

/** The analysis of a stored picture for some questions, with the decisions that it holds and those recorded since. */
export async function storedAnalysis(
  stored: Picture,
  questions: readonly TotalQuestion[],
  { whole = false, written, ...reading }: StoredAnalysisOptions = {},
): Promise<Analysis> {
  const { name, asOf = '9999-12-31', details = {}, inputs = [] } = stored.metadata;
  const records = await pictureRecords(stored, whole ? reading : { ...reading, about: questions });
  const pairs = records.seizures.length > 0 ? await records.pairs() : [];
  const { observations, seizures, seed, deciding } = records;
  const money = details['money'] as KeptMoney | undefined;
  return analyse(
    {
      ...{ picture: name, at: stored.folder, asOf, seed, deciding },
      twoPersons: details['twoPersons'] === true,
      ...{ questions: [], understood: questions, report: null },
      law: (details['law'] ?? []) as NonNullable<PictureAsked['law']>,
      ...(written && { written }),
    },
    {
      ...{ sources: sourcesHeld(stored), observations, seizures, inputs, isPart: !whole },
      conservation: (details['conservation'] ?? []) as readonly Conservation[],
      money: money === undefined ? null : moneyHeld(money),
      barriers: details['barriers'] as Held['barriers'],
      priorities: details['priorities'] as Held['priorities'],
      ...(await assessmentsHeld(stored)),
    },
    records.taken,
    pairs,
  );
}
