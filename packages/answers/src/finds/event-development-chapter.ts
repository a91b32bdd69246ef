import { sizeBandChart } from '@samenbeeld/charts';
import type { Block } from '@samenbeeld/page';
import { type Finding, formatNumber, inEach } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { plain, text } from '../text.ts';
import { countedOnce, isFoundIn, undecidedNote } from './counted-once.ts';

/** 5. Development from events: size bands over the years, and what the largest find does. */
export function eventDevelopmentBlocks(
  analysis: Analysis,
  findings: readonly Finding[],
): readonly Block[] {
  const groups = countedOnce(analysis);
  const edges = [0, 1, 10, 100, 1000, Number.POSITIVE_INFINITY];
  // A band holds its lower edge, as the words beside the chart say.
  const thousand = inEach((language) => formatNumber(1000, language));
  const names = [
    plain('< 1 kg'),
    plain('1–10 kg'),
    plain('10–100 kg'),
    inEach((language) => `100–${thousand[language]} kg`),
    inEach((language) => `≥ ${thousand[language]} kg`),
  ];
  // What no find was weighed in has no shares.
  const found = analysis.totals.filter(({ period }) =>
    groups.some((group) => isFoundIn(group, period) && group.weight.leading !== null),
  );
  const bands = found.flatMap((total) =>
    names.map((name, index) => ({
      period: total.period,
      kind: name.en,
      label: name,
      count: groups.filter((group) => {
        const mass = group.weight.leading;
        return (
          isFoundIn(group, total.period) &&
          mass !== null &&
          mass >= (edges[index] as number) &&
          mass < (edges[index + 1] as number)
        );
      }).length,
    })),
  );
  return [
    {
      kind: 'chart',
      draw: (options) =>
        sizeBandChart(bands, {
          ...options,
          title: text(
            'Worden de vangsten kleiner?',
            'Les saisies deviennent-elles plus petites ?',
            'Werden die Funde kleiner?',
            'Are finds becoming smaller?',
          ),
        }),
    },
    ...undecidedNote(analysis).map((note): Block => ({ kind: 'paragraph', text: note })),
    ...findings.map((finding): Block => ({ kind: 'paragraph', text: finding.says })),
  ];
}
