import { countChart, countListed, seizureDotChart } from '@samenbeeld/charts';
import type { Block } from '@samenbeeld/page';
import type { Analysis } from '../analysis.ts';
import { placeText, text } from '../text.ts';
import { countedOnce, isCovered, isFoundIn, undecidedNote, yearOf } from './counted-once.ts';

/** 4. Size from events: counts, and every seizure. */
export function eventSizeBlocks(analysis: Analysis): readonly Block[] {
  const groups = countedOnce(analysis);
  const dots = groups
    .map((group) => ({
      id: group.lead.id,
      year: yearOf(group),
      place: group.lead.place,
      name: placeText(group.lead.place),
      value: group.weight.leading,
    }))
    .sort((a, b) => {
      const [one, other] = [a, b].map(({ year, place }) => `${year} ${place}`) as [string, string];
      if (one !== other) return one < other ? -1 : 1;
      return (b.value ?? -1) - (a.value ?? -1) || (a.id < b.id ? -1 : 1);
    });
  const members = analysis.totals[0]?.members.map((member) => member.place) ?? [];
  const counts = analysis.totals.flatMap(({ period }) =>
    members.map((place) => {
      const found = groups.filter(
        (group) => group.lead.place === place && isFoundIn(group, period),
      ).length;
      return {
        ...{ period, kind: place, label: placeText(place) },
        ...countListed(found, isCovered(analysis, place, period)),
      };
    }),
  );
  return [
    {
      kind: 'chart',
      draw: (options) =>
        countChart(counts, {
          ...options,
          heading: text('Haven', 'Port', 'Hafen', 'Port'),
          title: text(
            'Aantal vangsten per haven',
            'Nombre de saisies par port',
            'Anzahl der Funde je Hafen',
            'Number of finds by port',
          ),
        }),
    },
    {
      kind: 'chart',
      draw: (options) =>
        seizureDotChart(dots, {
          ...options,
          title: text(
            'Elke vangst apart',
            'Chaque saisie à part',
            'Jeder Fund für sich',
            'Each find apart',
          ),
        }),
    },
    ...undecidedNote(analysis).map((note): Block => ({ kind: 'paragraph', text: note })),
  ];
}
