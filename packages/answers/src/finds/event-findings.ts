import { type Finding, substances } from '@samenbeeld/schema';
import {
  cochranArmitage,
  type LargestShare,
  largestShare,
  leaveLargestOut,
  scopesByBreak,
  sizeBands,
} from '@samenbeeld/trends';
import type { Analysis } from '../analysis.ts';
import { countedIn, joined as joinedWords, labelled, text } from '../text.ts';
import { breaksOf } from '../trend/port-trend.ts';
import {
  type CountedGroup,
  countedOnce,
  countedTogether,
  isCovered,
  isFoundIn,
  yearOf,
} from './counted-once.ts';
import { seizuresTogether } from './records-together.ts';

/** A weight of more than this is large, in kilograms. */
const large = 100;

/** What finds say that annual figures do not. */
export interface EventFindings {
  readonly share: LargestShare;
  readonly without: Finding;
  readonly smaller: Finding;
  readonly bands: Finding;
}

const doubted: readonly Finding['confidence'][] = ['low', 'medium', 'high'];

/** What a finding concludes, however large its numbers are. */
const verdictsOf = ({ details }: Finding): string =>
  JSON.stringify(Object.entries(details).filter(([name]) => name.startsWith('verdict')));

/** Whether two findings print the same share, where they print one. */
const isSameShare = (one: Finding, other: Finding): boolean =>
  one.kind !== 'largest_share' ||
  Math.round(100 * (one.estimate ?? 0)) === Math.round(100 * (other.estimate ?? 0));

/** A finding with what it is where pairs that nobody decided are one seizure each. */
function toldBoth<One extends Finding>(apart: One, joined: Finding, fewer: number): One {
  if (fewer === 0) return apart;
  const isSame = verdictsOf(apart) === verdictsOf(joined);
  const said =
    isSame && isSameShare(apart, joined)
      ? text(
          'Dat geldt ook als elk onbeslist paar één vangst is ({n} minder).',
          'Cela vaut aussi si chaque paire non tranchée est une même saisie ({n} de moins).',
          'Das gilt auch, wenn jedes unentschiedene Paar ein Fund ist ({n} weniger).',
          'That also holds where each undecided pair is one find ({n} fewer).',
          { n: fewer },
        )
      : text(
          'Is elk onbeslist paar één vangst ({n} minder), dan: {said}',
          'Si chaque paire non tranchée est une même saisie ({n} de moins) : {said}',
          'Ist jedes unentschiedene Paar ein Fund ({n} weniger), dann: {said}',
          'Where each undecided pair is one find ({n} fewer): {said}',
          { n: fewer, said: joined.says },
        );
  const least = Math.min(doubted.indexOf(apart.confidence), doubted.indexOf(joined.confidence));
  return {
    ...apart,
    confidence: isSame ? (doubted[least] ?? 'low') : 'low',
    says: joinedWords([apart.says, said], ' '),
  };
}

/** What the events allow that annual figures do not: sizes, the largest seizure, the trend without it; both readings of undecided pairs. */
export function eventFindings(analysis: Analysis): EventFindings {
  const [once, together] = [countedOnce(analysis), countedTogether(analysis)];
  const apart = findingsOf(analysis, once);
  const fewer = once.length - together.length;
  if (fewer === 0) return apart;
  const joined = findingsOf(analysis, together);
  return {
    share: toldBoth(apart.share, joined.share, fewer),
    without: toldBoth(apart.without, joined.without, fewer),
    smaller: toldBoth(apart.smaller, joined.smaller, fewer),
    bands: toldBoth(apart.bands, joined.bands, fewer),
  };
}

function findingsOf(analysis: Analysis, groups: readonly CountedGroup[]): EventFindings {
  const years = analysis.totals.map((total) => total.period);
  const events = groups.map((group) => ({
    period: years.find((period) => isFoundIn(group, period)) ?? yearOf(group),
    quantity: group.weight.leading,
  }));
  const members = analysis.totals[0]?.members ?? [];
  const covered = years.filter(
    (period) =>
      events.some((event) => event.period === period) ||
      members.every(({ place }) => isCovered(analysis, place, period)),
  );
  const about = {
    subject: `${analysis.question.place} ${analysis.question.substance} ${analysis.question.basis} kg`,
    unit: 'kg',
    together: seizuresTogether(analysis, groups),
    label: countedIn(
      analysis.question,
      analysis.question.place,
      labelled(substances, analysis.question.substance ?? ''),
    ),
  };
  const known = (year: string) =>
    events.flatMap((event) =>
      event.period === year && event.quantity !== null ? [event.quantity] : [],
    );
  const largeCounts = years.map(
    (year) => known(year).filter((quantity) => quantity > large).length,
  );
  return {
    share: largestShare({ events }, about),
    without: leaveLargestOut({ events }, { ...about, covered }),
    smaller: cochranArmitage(
      largeCounts,
      years.map((year) => known(year).length),
      {
        ...about,
        groups: years,
        scopes: scopesByBreak(years, breaksOf(analysis), [...analysis.inForce.values()]),
        label: text(
          'Aandeel van de vangsten boven {v} kg',
          'Part des saisies de plus de {v} kg',
          'Anteil der Funde über {v} kg',
          'Share of finds over {v} kg',
          { v: large },
        ),
      },
    ),
    bands: sizeBands(
      events.map((event) => event.quantity),
      { ...about, edges: [1, 10, 100, 1000] },
    ),
  };
}
