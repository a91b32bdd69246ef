import type { PosteriorOdds } from '@samenbeeld/money';
import type { Block } from '@samenbeeld/report';
import { figure, fromTo, inEach, type Text } from '@samenbeeld/schema';
import type { WeighedSet } from '../../money/money-analysis.ts';
import { joined, text } from '../text.ts';
import { paragraphBlock } from './blocks.ts';

function oddsText({ ratio }: PosteriorOdds): Text {
  return inEach((language) => {
    const [low, high] = [ratio.low, ratio.high].map((value) =>
      figure(Number(value.toPrecision(2)), language),
    ) as [string, string];
    return low === high ? low : fromTo(low, high, language);
  });
}

/** Likelihood ratios, where chances were stated: always a range. */
export function oddsBlocks({ set, weighed }: WeighedSet): readonly Block[] {
  const stated = weighed.odds.filter(({ groups }) => groups > 0);
  if (stated.length === 0) return [];
  const sentences = stated.map((odds) =>
    text(
      '{h} tegenover {n}: waarschijnlijkheidsverhouding {r}',
      '{h} contre {n} : rapport de vraisemblance {r}',
      '{h} gegen {n}: Likelihood-Quotient {r}',
      '{h} against {n}: likelihood ratio {r}',
      { h: odds.hypothesis, n: odds.against, r: oddsText(odds) },
    ),
  );
  return [
    paragraphBlock(
      text(
        'Waar iemand kansen opgaf ({id}), staan ze ernaast, getemperd naar de graad van de bron: {r}. Zonder voorkeur vooraf is dat ook de kansverhouding.',
        'Là où des chances ont été indiquées ({id}), les voici, tempérées selon la fiabilité de la source : {r}. Sans préférence préalable, c’est aussi la cote.',
        'Wo jemand Chancen angab ({id}), stehen sie daneben, gedämpft nach dem Grad der Quelle: {r}. Ohne Vorliebe im Voraus ist das auch das Chancenverhältnis.',
        'Where chances were stated ({id}) they stand beside it, tempered by the grade of the source: {r}. Without a preference beforehand these are also the odds.',
        { id: set.id, r: joined(sentences, '; ') },
      ),
    ),
  ];
}
