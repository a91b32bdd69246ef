import { type CountedEvent, sumExact } from '@samenbeeld/schema';
import type { EventGroup } from './event-groups.ts';
import { toMilligram } from './same-seizure/milligram.ts';
import { type CountedComponent, componentTotal } from './same-seizure/total/component-total.ts';
import type { CountedFind, InCell } from './same-seizure/total/counted-find.ts';
import { extremesOf } from './same-seizure/total/extremes.ts';

/** Records that count as one, as the find they make. */
export interface GroupFind {
  readonly group: EventGroup;
  readonly find: CountedFind;
}

/** The find of each group. */
export function groupFinds(
  groups: readonly EventGroup[],
  find: (ids: readonly string[]) => CountedFind,
): readonly GroupFind[] {
  return groups.map((group) => ({
    group,
    find: find(group.members.map(({ id }) => id).sort()),
  }));
}

/** The record that a find's weight is put down to: the first that gives it, or else the first of the find. */
function weigher({ records, weight }: CountedFind): string {
  return weight.told[0]?.records[0] ?? records[0] ?? '';
}

/** What each record adds to the mean of its component: its finds' leading weights, by their probability. */
function shares(counted: CountedComponent, inCell: InCell): ReadonlyMap<string, number> {
  const adds = new Map<string, number>();
  for (const [at, finds] of counted.finds.entries()) {
    const probability = counted.component.partitions[at]?.probability ?? 0;
    for (const find of finds) {
      const share = probability * inCell(find);
      if (share === 0) continue;
      const id = weigher(find);
      adds.set(id, (adds.get(id) ?? 0) + share * (find.weight.leading ?? 0));
    }
  }
  const sum = [...adds.values()].reduce((total, kg) => total + kg, 0);
  const likely = componentTotal(counted, inCell)?.likely ?? 0;
  return new Map([...adds].map(([id, kg]) => [id, sum > 0 ? (kg * likely) / sum : kg]));
}

/** What each record adds to one end of a cell. */
function endShares(
  components: readonly CountedComponent[],
  inCell: InCell,
  end: 'lows' | 'highs',
): ReadonlyMap<string, number> {
  return new Map(
    components.flatMap((counted) =>
      [...(componentTotal(counted, inCell)?.[end] ?? [])].map(
        ([i, kg]) => [counted.component.records[i] ?? '', kg] as const,
      ),
    ),
  );
}

/** What rounding the total took off or added falls to the find that is least certain. */
function addUpTo(events: readonly CountedEvent[], likely: number): readonly CountedEvent[] {
  const rest = likely - events.reduce((sum, { adds }) => sum + adds, 0);
  const doubt = ({ kilograms, adds }: CountedEvent): number => Math.abs((kilograms ?? 0) - adds);
  const least = [...events].sort((a, b) => doubt(b) - doubt(a))[0];
  return events.map((event) =>
    event === least ? { ...event, adds: toMilligram(event.adds + rest) } : event,
  );
}

/**
 * The finds of a cell with what each adds to the likely total, in the order of their records. Where records may belong
 * together otherwise, that is the mean over the ways in which they may: of two records that are as likely one find as two,
 * the one whose weight stands adds it all, and the other half its own.
 */
export function countedEvents(
  components: readonly CountedComponent[],
  groups: readonly GroupFind[],
  inCell: InCell,
  likely: number | null,
  isOpen: boolean,
): readonly CountedEvent[] {
  const adds = new Map(components.flatMap((counted) => [...shares(counted, inCell)]));
  const [lows, highs] = [
    endShares(components, inCell, 'lows'),
    endShares(components, inCell, 'highs'),
  ];
  const events = groups.flatMap(({ group: { lead, members }, find }): readonly CountedEvent[] => {
    const sumOf = (shares: ReadonlyMap<string, number>): number =>
      sumExact(members.map(({ id }) => shares.get(id) ?? 0));
    const sum = members.reduce((total, { id }) => total + (adds.get(id) ?? 0), 0);
    const [lowest, highest] = [sumOf(lows), sumOf(highs)];
    const isEmpty = toMilligram(sum) === 0 && lowest === 0 && highest === 0;
    if (!inCell(find) && isEmpty) return [];
    return [
      {
        record: lead.id,
        records: members.map(({ id }) => id),
        kilograms: find.weight.leading,
        weighedBy: find.weight.told[0]?.records ?? [],
        adds: toMilligram(sum),
        lowest,
        highest: isOpen ? null : highest,
      },
    ];
  });
  const sorted = [...events].sort((a, b) => (a.record < b.record ? -1 : 1));
  return likely === null ? sorted : addUpTo(sorted, likely);
}

/** Whether every credible partition of a component has a find in the cell that weighs at least this. */
function alwaysHolds({ component, findOf, range }: CountedComponent, inCell: InCell, kg: number) {
  const { lowest } = extremesOf(range, component.records.length, (seizure) => {
    const find = findOf(seizure);
    return inCell(find) === 1 && find.weight.low >= kg ? find : null;
  });
  return lowest > 0;
}

/** What the largest find of a cell weighs at least, in every credible partition: a floor that adds nothing. */
export function largestFind(components: readonly CountedComponent[], inCell: InCell): number {
  return toMilligram(
    components.reduce((most, counted) => {
      const lows = new Set(
        counted.distinct.filter((find) => inCell(find) === 1).map(({ weight }) => weight.low),
      );
      const larger = [...lows].filter((kg) => kg > most).sort((a, b) => a - b);
      // What holds at one weight holds at every smaller one: halve what is left.
      let [holds, fails] = [-1, larger.length];
      while (fails - holds > 1) {
        const middle = Math.floor((holds + fails) / 2);
        if (alwaysHolds(counted, inCell, larger[middle] ?? 0)) holds = middle;
        else fails = middle;
      }
      return larger[holds] ?? most;
    }, 0),
  );
}
