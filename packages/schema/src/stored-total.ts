import type { JointTotal, Likely, MemberTotal, Range90, Unweighed } from './joint-total.ts';

interface Figures {
  readonly lowest: number | null;
  readonly likely: Likely;
  readonly highest: number | null;
  readonly interval90?: Range90;
  readonly unweighed?: Unweighed;
}

type Range = Omit<Figures, 'unweighed'>;

/** What is reported, and what a model weighs: `modelled` is null where nothing was. */
export interface ApartTotal {
  readonly reported: Range;
  readonly modelled: Range | null;
}

/**
 * A range in two: of events what their records say by themselves, one figure only where they leave no other, and apart from it
 * what a model weighs, which records are one find and which reading a weight has (joint total, rule 12).
 */
export function apartRange({ method }: Pick<JointTotal, 'method'>, figures: Figures): ApartTotal {
  const { unweighed, lowest, likely, highest, interval90 } = figures;
  const range: Range = { lowest, likely, highest, ...(interval90 && { interval90 }) };
  if (!method) return { reported: range, modelled: null };
  const own = unweighed ?? { lowest: null, highest: null };
  return {
    reported: { ...own, likely: own.lowest === own.highest ? own.lowest : null },
    modelled: range,
  };
}

/** The figures of a whole total. */
export function totalFigures({ reported, unweighed }: JointTotal): Figures {
  return { ...reported, ...(unweighed && { unweighed }) };
}

/** A total as a picture keeps it: what a model weighs is under `modelled`, and never under `reported`. */
export function storedTotal(total: JointTotal): object {
  if (!total.method) return total;
  const kept = ({
    lowest,
    likely,
    highest,
    interval90,
    unweighed,
    ...rest
  }: MemberTotal): object => {
    const range = { lowest, likely, highest, ...(interval90 && { interval90 }) };
    const { reported, modelled } = apartRange(total, { ...range, ...(unweighed && { unweighed }) });
    return { ...rest, ...reported, modelled };
  };
  const { reported: _reported, unweighed: _unweighed, ...rest } = total;
  return {
    ...rest,
    ...apartRange(total, totalFigures(total)),
    members: total.members.map(kept),
    together: total.together.map(kept),
  };
}

interface Kept extends Range {
  readonly modelled?: Range | null;
}

/** A total from the text that a picture keeps of it, of this version or an earlier one. */
export function totalFromStored(text: string): JointTotal {
  const stored = JSON.parse(text) as JointTotal & { readonly modelled?: Range | null };
  const { modelled, ...rest } = stored;
  if (!modelled) return stored;
  const back = <Of extends Kept>({ modelled: weighed, ...member }: Of) => {
    if (!weighed) return member;
    const { lowest, highest } = member as Kept;
    const isNone = lowest === null && highest === null && weighed.lowest === null;
    return { ...member, ...weighed, ...(!isNone && { unweighed: { lowest, highest } }) };
  };
  const { lowest, highest } = stored.reported;
  const isNone = stored.status === 'none';
  return {
    ...rest,
    reported: modelled as JointTotal['reported'],
    ...(!isNone && { unweighed: { lowest, highest } }),
    members: stored.members.map(back) as readonly MemberTotal[],
    together: stored.together.map(back) as readonly MemberTotal[],
  };
}
