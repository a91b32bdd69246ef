import {
  type Cause,
  type Coverage,
  type JointTotal,
  type MemberTotal,
  type Seizure,
  substanceContains,
  sumExact,
} from '@samenbeeld/schema';
import { type Cell, subjectOf, yearCell } from './cell.ts';
import type { DoubleReport } from './double-reports.ts';
import { type EventGroup, groupEvents } from './event-groups.ts';
import { inKilograms } from './event-quantity.ts';
import { say } from './words.ts';

/** What to total from events. */
export interface EventTotalsOptions {
  readonly complex?: string;
  readonly years: readonly number[];
  readonly substance?: string;
  readonly basis?: string;
  /** Which source covers which port fully; only then is a port reported. */
  readonly coverage: readonly Coverage[];
  readonly pairs: readonly DoubleReport[];
}

function inScope(seizure: Seizure, place: string, cell: Cell): boolean {
  return (
    seizure.place === place &&
    seizure.basis === cell.basis &&
    (seizure.substance === cell.substance || substanceContains(cell.substance, seizure.substance))
  );
}

/** Groups are formed over all years first: a find of 31 December may be in another file on 2 January. */
function groupsIn(
  seizures: readonly Seizure[],
  pairs: readonly DoubleReport[],
  { periodStart, periodEnd }: Cell,
): readonly EventGroup[] {
  return groupEvents(seizures, pairs).filter(
    ({ lead }) => lead.date >= periodStart && lead.date <= periodEnd,
  );
}

function isCovered(place: string, cell: Cell, coverage: readonly Coverage[]): boolean {
  return coverage.some(
    (entry) =>
      entry.place === place &&
      entry.basis === cell.basis &&
      entry.extent === 'full' &&
      (entry.substance === null || entry.substance === cell.substance) &&
      entry.periodStart <= cell.periodStart &&
      entry.periodEnd >= cell.periodEnd,
  );
}

function massOf(group: EventGroup): {
  readonly low: number;
  readonly likely: number;
  readonly high: number | null;
} {
  const masses = group.members.map(inKilograms);
  const known = masses.filter((mass) => mass !== null);
  if (known.length === 0) return { low: 0, likely: 0, high: null };
  return {
    low: Math.min(...known),
    likely: inKilograms(group.lead) ?? (known[0] as number),
    high: Math.max(...known),
  };
}

interface Sums {
  readonly low: number;
  readonly likely: number;
  readonly high: number | null;
}

function sums(groups: readonly EventGroup[]): Sums {
  const masses = groups.map(massOf);
  const highs = masses.map(({ high }) => high);
  return {
    low: sumExact(masses.map(({ low }) => low)),
    likely: sumExact(masses.map(({ likely }) => likely)),
    high: highs.includes(null) ? null : sumExact(highs as readonly number[]),
  };
}

interface Member {
  readonly total: MemberTotal;
  readonly causes: readonly Cause[];
}

function memberOf(
  seizures: readonly Seizure[],
  place: string,
  cell: Cell,
  { coverage, pairs }: EventTotalsOptions,
): Member {
  const events = seizures.filter((seizure) => inScope(seizure, place, cell));
  const certain = groupsIn(
    events,
    pairs.filter((pair) => pair.verdict !== 'candidate'),
    cell,
  );
  const possible = groupsIn(events, pairs, cell);
  const [once, fewest] = [sums(certain), sums(possible)];
  const covered = isCovered(place, cell, coverage);
  const isOpen = once.high === null;
  const state = covered ? 'reported' : certain.length > 0 ? 'finds_only' : 'not_reported';
  const where = { place: { place } };
  const causes: Cause[] = [];
  const merged = certain.reduce((sum, { members }) => sum + members.length - 1, 0);
  const open = Math.max(0, certain.length - possible.length);
  if (merged > 0 || open > 0) {
    causes.push({
      kind: 'double_report',
      place,
      text: say(
        {
          nl: '{place}: dubbele meldingen eenmaal geteld: {merged}; mogelijk dubbel: {open}',
          fr: '{place} : doublons comptés une seule fois : {merged} ; doublons possibles : {open}',
          de: '{place}: Doppelmeldungen, einmal gezählt: {merged}; mögliche Doppelmeldungen: {open}',
          en: '{place}: double reports counted once: {merged}; possible double reports: {open}',
        },
        { ...where, merged, open },
      ),
    });
  }
  if (isOpen) {
    causes.push({
      kind: 'missing_quantity',
      place,
      text: say(
        {
          nl: '{place}: bij een inbeslagname ontbreekt het gewicht; er is geen bovengrens',
          fr: '{place} : le poids d’une saisie manque ; pas de plafond',
          de: '{place}: bei einem Fund fehlt das Gewicht; es gibt keine Obergrenze',
          en: '{place}: a seizure has no weight; there is no upper end',
        },
        where,
      ),
    });
  }
  if (
    certain.some((group) => {
      const mass = massOf(group);
      return mass.low !== mass.high && mass.high !== null;
    })
  ) {
    causes.push({
      kind: 'conflict',
      place,
      text: say(
        {
          nl: '{place}: twee diensten melden voor dezelfde vangst een ander gewicht',
          fr: '{place} : deux services donnent un poids différent pour la même saisie',
          de: '{place}: zwei Stellen melden für denselben Fund verschiedene Gewichte',
          en: '{place}: two services give different weights for the same find',
        },
        where,
      ),
    });
  }
  if (state === 'not_reported')
    causes.push({
      kind: 'not_reported',
      place,
      text: say(
        {
          nl: '{place}: niet gerapporteerd',
          fr: '{place} : non communiqué',
          de: '{place}: nicht gemeldet',
          en: '{place}: not reported',
        },
        where,
      ),
    });
  if (state === 'finds_only')
    causes.push({
      kind: 'finds_only',
      place,
      text: say(
        {
          nl: '{place}: geen volledig bestand, alleen losse vangsten',
          fr: '{place} : pas de fichier complet, seulement des saisies isolées',
          de: '{place}: keine vollständige Datei, nur einzelne Funde',
          en: '{place}: no full file, single finds only',
        },
        where,
      ),
    });
  return {
    causes,
    total: {
      place,
      state,
      lowest: fewest.low,
      likely: covered ? once.likely : null,
      highest: covered ? once.high : null,
      wording: null,
      subject: subjectOf(cell, [place]),
      governing: null,
      combined: certain.map((group) => group.lead.id).sort(),
      absorbed: certain
        .flatMap((group) => group.members.slice(1).map((seizure) => seizure.id))
        .sort(),
      finds: [],
      rivals: [],
    },
  };
}

/**
 * Joint totals from events with declared full coverage (joint total, rules 8 and 12): each seizure once. `lowest`
 * counts every candidate double report once and takes the smaller of differing weights, `highest` merges only those
 * that are the same and takes the larger; a seizure without a weight leaves the upper end open.
 */
export function eventTotals(
  seizures: readonly Seizure[],
  options: EventTotalsOptions,
): readonly JointTotal[] {
  const { complex = 'PC_NSP', substance = 'COC', basis = 'seized_in_port', years } = options;
  return years.map((year) => {
    const cell = yearCell(complex, year, { substance, basis, metric: 'quantity', unit: 'kg' });
    const members = cell.members.map((place) => memberOf(seizures, place, cell, options));
    const totals = members.map(({ total }) => total);
    const reported = totals.filter((total) => total.state === 'reported');
    const lowest = sumExact(totals.map((total) => total.lowest));
    const highs = reported.map((total) => total.highest);
    const isPartial = reported.length < totals.length;
    const hasFinds = totals.some((total) => total.state === 'finds_only');
    const highest =
      hasFinds || highs.includes(null) || highs.length === 0
        ? null
        : sumExact(highs as readonly number[]);
    return {
      key: `${complex} ${substance} ${basis} quantity ${year}`,
      complex,
      members: totals,
      together: [],
      period: String(year),
      substance,
      basis,
      metric: 'quantity',
      unit: 'kg',
      agencies: null,
      reported: {
        lowest,
        likely:
          hasFinds || reported.length === 0
            ? null
            : sumExact(reported.map((total) => total.likely as number)),
        highest,
      },
      total: { atLeast: lowest, atMost: isPartial ? null : highest },
      status: !isPartial ? 'complete' : lowest > 0 || reported.length > 0 ? 'partial' : 'none',
      missing: totals.filter((total) => total.state !== 'reported').map((total) => total.place),
      causes: members.flatMap(({ causes }) => causes),
      ceilings: [],
      conflicts: [],
    };
  });
}
