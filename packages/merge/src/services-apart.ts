import { type Decision, type Interval, intervalsOverlap, sumExact } from '@samenbeeld/schema';
import { type Cell, subjectOf } from './cell.ts';
import type { Claim } from './claim.ts';
import { conflictBetween } from './conflict-between.ts';
import { explainPair } from './explain-pair.ts';
import { floorOfFinds } from './finds.ts';
import { ranked } from './govern.ts';
import { notReported, type Resolution } from './resolution.ts';
import type { Roles } from './roles.ts';
import { say } from './words.ts';

function leadOf(part: Resolution): Claim {
  return (part.governing ?? part.rivals[0] ?? part.finds[0]) as Claim;
}

/**
 * Services that count apart in one place: at least the largest, at most the sum, and the sum itself only where a person
 * declared them disjoint ("add", joint total, rule 7). `roles.figures` are newspapers' and unnamed counts of them all:
 * in agreement inside the range, rivals outside it. Finds raise the floor.
 */
export function servicesApart(
  parts: readonly Resolution[],
  roles: Roles,
  places: readonly string[],
  cell: Cell,
  decision: Decision | undefined,
): Resolution {
  const subject = subjectOf(cell, places);
  const isDisjoint = decision?.kind === 'conflict' && decision.verdict === 'add';
  const lows = parts.map((part) => part.lowest);
  const highs = parts.map((part) => part.highest);
  const high = highs.includes(null) ? null : sumExact(highs as readonly number[]);
  const floor = floorOfFinds(roles.finds);
  const low = Math.max(isDisjoint ? sumExact(lows) : Math.max(...lows), floor.low);
  const range: Interval = { low, high: high === null ? null : Math.max(high, low), closed: true };
  const outside = roles.figures.filter((claim) => !intervalsOverlap(claim.interval, range));
  const leads = ranked(parts.map(leadOf));
  const [lead] = leads as [Claim, ...Claim[]];
  const apart = leads.slice(1).map((other) =>
    conflictBetween(
      lead,
      other,
      {
        type: 'agency',
        computed: false,
        rests: [],
        text: say(
          {
            nl: '{a} en {b}: aparte tellingen, mogelijk van dezelfde vangsten. Het totaal ligt tussen het grootste cijfer en de som.',
            fr: '{a} et {b} : décomptes distincts, portant peut-être sur les mêmes saisies. Le total se situe entre le chiffre le plus élevé et la somme.',
            de: '{a} und {b}: getrennte Zählungen, möglicherweise derselben Funde. Die Gesamtmenge liegt zwischen der größten Zahl und der Summe.',
            en: '{a} and {b}: separate counts, possibly of the same finds. The total lies between the largest figure and the sum.',
          },
          { a: { agencies: lead.agencies }, b: { agencies: other.agencies } },
        ),
      },
      {
        subject,
        decision: isDisjoint ? decision : undefined,
        proposal: null,
        contested: !isDisjoint,
        wholes: [],
      },
    ),
  );
  const contrary = outside.map((other) =>
    conflictBetween(lead, other, explainPair(lead, other, roles.all, cell), {
      subject,
      decision: undefined,
      proposal: null,
      contested: true,
      wholes: roles.wholes,
    }),
  );
  const common = {
    ...notReported(places, subject),
    combined: [
      ...parts.flatMap((part) => part.combined),
      ...roles.figures.filter((claim) => !outside.includes(claim)),
    ],
    absorbed: parts.flatMap((part) => part.absorbed),
    conflicts: [...parts.flatMap((part) => part.conflicts), ...apart, ...contrary],
  };
  if (high === null && parts.every((part) => part.state === 'finds_only') && outside.length === 0) {
    const found = parts.flatMap((part) => part.finds);
    return { ...common, state: 'finds_only', lowest: low, finds: found };
  }
  const likely = parts.map((part) => part.likely);
  const isSure =
    isDisjoint && outside.length === 0 && likely.every((value) => typeof value === 'number');
  const ends = [range.high, ...outside.map((claim) => claim.interval.high)];
  return {
    ...common,
    state: isSure ? 'reported' : 'undecided',
    lowest: Math.min(low, ...outside.map((claim) => claim.interval.low)),
    likely: isSure ? Math.max(low, sumExact(likely)) : 'undecided',
    highest: ends.includes(null) ? null : Math.max(...(ends as readonly number[])),
    finds: parts.flatMap((part) => part.finds),
    ...(floor.low > Math.max(...lows) && { raisedBy: floor.claims }),
    rivals: [
      ...parts.flatMap((part) => (part.rivals.length > 0 ? part.rivals : [leadOf(part)])),
      ...outside,
    ],
  };
}
