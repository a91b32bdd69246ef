import { coverageChart } from '@samenbeeld/charts';
import type { FindingBlock } from '@samenbeeld/page';
import type { Analysis } from '../analysis.ts';
import { isRunning, isYear, joined, patterned, placeText, text } from '../text.ts';
import { coverageCells, stateKnown } from './coverage-cells.ts';

/** Which ports are missing, and how often. */
export function completenessFinding(analysis: Analysis): FindingBlock {
  const { totals } = analysis;
  const complete = totals.filter(
    (total) => total.status === 'complete' && !isRunning(total, analysis.picture.asOf),
  );
  const isYearly = totals.every(isYear);
  const members = totals[0]?.members.map((member) => member.place) ?? [];
  const counts = members.map((place) => ({
    place,
    years: totals.filter(
      ({ missing, members }) =>
        !missing.includes(place) &&
        members.every((member) => member.place !== place || stateKnown(member) !== 'finds_only'),
    ).length,
  }));
  return {
    kind: 'finding',
    title: !isYearly
      ? text(
          '{n} van {all} perioden {n:is|zijn} volledig',
          '{n} {n:période complète|période complète|périodes complètes} sur {all}',
          '{n} von {all} Zeiträumen {n:ist|sind} vollständig',
          '{n} of {all} periods {n:is|are} complete',
          { n: complete.length, all: totals.length },
        )
      : complete.length === 0
        ? text(
            'Geen enkel jaar is volledig',
            'Aucune année n’est complète',
            'Kein Jahr ist vollständig',
            'No year is complete',
          )
        : text(
            '{n} van de {all} jaar {n:is|zijn} volledig',
            '{n} {n:année complète|année complète|années complètes} sur {all}',
            '{n} von {all} {all:Jahr|Jahren} {n:ist|sind} vollständig',
            '{n} of {all} {all:year|years} {n:is|are} complete',
            { n: complete.length, all: totals.length },
          ),
    text: text(
      isYearly
        ? 'Jaren met een jaarcijfer, van {all}: {list}. Wat ontbreekt is onbekend, niet nul.'
        : 'Perioden met een cijfer, van {all}: {list}. Wat ontbreekt is onbekend, niet nul.',
      isYearly
        ? 'Années avec un chiffre annuel, sur {all} : {list}. Ce qui manque est inconnu, et non pas zéro.'
        : 'Périodes avec un chiffre, sur {all} : {list}. Ce qui manque est inconnu, et non pas zéro.',
      isYearly
        ? 'Jahre mit einem Jahreswert, von {all}: {list}. Was fehlt, ist unbekannt, nicht null.'
        : 'Zeiträume mit einer Zahl, von {all}: {list}. Was fehlt, ist unbekannt, nicht null.',
      isYearly
        ? 'Years with an annual figure, out of {all}: {list}. What is missing is unknown, not zero.'
        : 'Periods with a figure, out of {all}: {list}. What is missing is unknown, not zero.',
      {
        all: totals.length,
        list: joined(
          counts.map(({ place, years }) =>
            patterned('{place} {n}', {
              place: placeText(place),
              n: years,
            }),
          ),
          ', ',
        ),
      },
    ),
    confidence: 'high',
    draw: (options) => coverageChart(coverageCells(analysis), options),
  };
}
