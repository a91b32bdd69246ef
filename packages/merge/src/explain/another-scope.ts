import {
  addIntervals,
  type Interval,
  intervalsOverlap,
  places as placeList,
  subtractExact,
  sumExact,
  type Text,
} from '@samenbeeld/schema';
import { finestOf } from '../absorbed.ts';
import { type Cell, placeRelation, substanceRelation } from '../cell.ts';
import { type Claim, preparedOnce } from '../claim.ts';
import { say } from '../words.ts';
import { ofItsPeriod, type Rule } from './explanation.ts';

/** Ports that some area holds together, so that a figure for one may silently include the other. */
function areNeighbours(a: readonly string[], b: readonly string[]): boolean {
  return placeList.some(
    (area) =>
      area.members.length > 0 &&
      a.every((x) => area.members.includes(x)) &&
      b.every((x) => area.members.includes(x)),
  );
}

/** A whole figure, of the same period, that lies beside the governing one: a neighbour port, other drugs, found elsewhere. */
function isBeside(part: Claim, governing: Claim, cell: Cell): boolean {
  if (part.metric !== governing.metric || part.interval.high === null || part.extent !== 'whole')
    return false;
  const place = placeRelation(part, governing.places);
  const substance = substanceRelation(part, cell.substance);
  if (part.basis !== governing.basis) {
    return (
      part.basis === 'entered_via_port' &&
      part.containsOwn === false &&
      place !== 'apart' &&
      substance === 'same'
    );
  }
  if (substance === 'same')
    return place === 'apart' && areNeighbours(part.places, governing.places);
  return substance === 'apart' && place === 'same';
}

/** What is left of the governing figure without the part, or null where that is nothing. */
function without(governing: Interval, part: Interval): Interval | null {
  if (governing.high === null || part.high === null) return null;
  const low = Math.max(0, subtractExact(governing.low, part.high));
  const high = subtractExact(governing.high, part.low);
  return high > 0 ? { low, high, closed: governing.closed && part.closed } : null;
}

const rounded: Text = {
  nl: ', afgerond,',
  fr: ', arrondi,',
  de: ', gerundet,',
  en: ', rounded,',
};

/** The other figure is the governing one plus or minus a part of another scope, within rounding (joint total, rule 5). */
export const anotherScope: Rule = (governing, other, all, cell) => {
  // What has no upper end has something in common with every larger figure.
  if (other.interval.high === null) return null;
  const key = `beside ${governing.id} ${cell.substance}`;
  const beside = preparedOnce(all, key, () =>
    finestOf(ofItsPeriod(all, governing).filter((claim) => isBeside(claim, governing, cell)))
      .filter(({ value }) => value > 0)
      .map((part) => ({
        part,
        more: addIntervals([governing.interval, part.interval]),
        less: without(governing.interval, part.interval),
      })),
  );
  for (const { part, more, less } of beside) {
    const isMore = intervalsOverlap(other.interval, more);
    const isLess = less !== null && intervalsOverlap(other.interval, less);
    if (!isMore && !isLess) continue;
    const sum = isMore
      ? sumExact([governing.value, part.value])
      : subtractExact(governing.value, part.value);
    return {
      type: part.basis === governing.basis ? 'scope' : 'basis',
      computed: true,
      rests: [part.id],
      text: say(
        isMore
          ? {
              nl: '{other} is{about} {governing} + {part} ({where}, {what}) = {sum}: het cijfer omvat meer dan {here}.',
              fr: '{other} est{about} {governing} + {part} ({where}, {what}) = {sum} : le chiffre ne porte pas seulement sur {here}.',
              de: '{other} ist{about} {governing} + {part} ({where}, {what}) = {sum}: Die Zahl umfasst mehr als {here}.',
              en: '{other} is{about} {governing} + {part} ({where}, {what}) = {sum}: the figure covers more than {here}.',
            }
          : {
              nl: '{other} is{about} {governing} − {part} ({where}, {what}) = {sum}: dat deel is in het ene cijfer wel en in het andere niet geteld.',
              fr: '{other} est{about} {governing} − {part} ({where}, {what}) = {sum} : cette part est comptée dans un chiffre et non dans l’autre.',
              de: '{other} ist{about} {governing} − {part} ({where}, {what}) = {sum}: Dieser Teil ist in der einen Zahl enthalten, in der anderen nicht.',
              en: '{other} is{about} {governing} − {part} ({where}, {what}) = {sum}: one figure includes that part and the other does not.',
            },
        {
          other: other.value,
          governing: governing.value,
          part: part.value,
          where: { place: part.place },
          what: { substance: part.substance },
          sum,
          about: sum === other.value ? '' : rounded,
          here: { place: governing.place },
        },
      ),
    };
  }
  return null;
};
