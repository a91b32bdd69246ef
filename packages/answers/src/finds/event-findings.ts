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
import { countedIn, labelled, text } from '../text.ts';
import { breaksOf } from '../trend/port-trend.ts';
import { countedOnce, isCovered, isFoundIn, yearOf } from './counted-once.ts';
import { seizuresTogether } from './records-together.ts';

/** A weight of more than this is large, in kilograms. */
const large = 100;

/** What the events allow that annual figures do not: sizes, the largest seizure, the trend without it. */
export function eventFindings(analysis: Analysis): {
  readonly share: LargestShare;
  readonly without: Finding;
  readonly smaller: Finding;
  readonly bands: Finding;
} {
  const groups = countedOnce(analysis);
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
