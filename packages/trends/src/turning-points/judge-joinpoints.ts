import { chooseJoinpoints, type JoinpointChoice } from './choose-joinpoints.ts';
import { asGoodAsEqual } from './equal-values.ts';
import type { JoinpointData } from './joinpoint-data.ts';
import { defaultJoinpoints } from './knot-grid.ts';
import { type JoinpointInput, joinpointData } from './read-joinpoint.ts';

/** What may be said about turning points. "not_shown" is not "none". */
export type TurnVerdict = 'turns' | 'disputed' | 'not_shown' | 'no_conclusion';

/** Why nothing can be concluded about turning points. */
export type NoTurnConclusion = 'too_few' | 'constant' | 'few_events';

/** The number of joinpoints with what speaks for and against it. */
export interface TurnJudgement {
  readonly verdict: TurnVerdict;
  readonly because: NoTurnConclusion | null;
  readonly data: JoinpointData | null;
  readonly choice: JoinpointChoice | null;
  /** How many joinpoints the same criterion finds without the last two values; null where it cannot be said. */
  readonly withoutLastTwo: number | null;
}

/** Below this many events a percentage says nothing. */
const fewEvents = 10;

/** Judges whether the trend turns. */
export function judgeJoinpoints(input: JoinpointInput, alpha: number): TurnJudgement {
  const because = reasonAgainst(input);
  const nothing = { data: null, choice: null, withoutLastTwo: null };
  if (because) return { verdict: 'no_conclusion', because, ...nothing };
  const n = input.series.values.length;
  const { data, choice } = choiceOf(input, n, input.most, alpha);
  const found = Object.values(choice.counts).filter((count) => count !== null);
  const some = found.filter((count) => count > 0).length;
  const verdict = some === 0 ? 'not_shown' : some === found.length ? 'turns' : 'disputed';
  return {
    verdict,
    because: null,
    data,
    choice,
    withoutLastTwo: choice.chosen.joinpoints === 0 ? null : shorter(input, n - 2, alpha),
  };
}

function choiceOf(
  input: JoinpointInput,
  n: number,
  most: number,
  alpha: number,
): { readonly data: JoinpointData; readonly choice: JoinpointChoice } {
  const { permutations, seed, choose } = input;
  const data = joinpointData(input, n);
  const plan = permutations > 0 ? { permutations, seed, alpha } : null;
  return { data, choice: chooseJoinpoints(data, most, choose, plan) };
}

function shorter(input: JoinpointInput, n: number, alpha: number): number | null {
  const { minEnd, minBetween, choose } = input;
  const most = Math.min(input.most, defaultJoinpoints({ n, minEnd, minBetween }));
  if (most < 1) return null;
  const permutations = choose === 'permutation' ? input.permutations : 0;
  return choiceOf({ ...input, permutations }, n, most, alpha).choice.counts[choose];
}

function reasonAgainst({ series, counts, most, beside }: JoinpointInput): NoTurnConclusion | null {
  const { values } = series;
  if (
    values.length > 1 &&
    asGoodAsEqual(values) &&
    (!counts || beside.every((offset) => offset === beside[0]))
  )
    return 'constant';
  if (most < 1) return 'too_few';
  const events = values.reduce((sum, value) => sum + value, 0);
  return counts && events < fewEvents ? 'few_events' : null;
}
