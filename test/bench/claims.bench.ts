import { proposeClaims } from '@samenbeeld/describe';
import { bench, describe } from 'vitest';
import { hasSentences, measured, ratesOf } from './press-sentences.ts';

const percent = (share: number): string => `${(100 * share).toFixed(0)}%`.padStart(5);

describe('figures of press sentences', async () => {
  if (hasSentences())
    for (const half of [0, 1, null] as const) {
      const result = await measured(half);
      const rates = ratesOf(result);
      const name = half === null ? 'both halves' : `half ${half}`;
      console.log(
        [
          `${name}: ${result.sentences} sentences, ${result.unread} in other languages, ${rates.facts} facts`,
          `  value and unit right           ${percent(rates.found)}`,
          `  place and period right, asked  ${percent(rates.placeAndPeriod)}`,
          `  basis, agency, count unit      ${percent(rates.scope)}`,
          `  wording right                  ${percent(rates.wording)}`,
          `  stated fields that are true    ${percent(rates.statedTrue)}`,
          `  wrong as certain               ${String(rates.wrongAsCertain).padStart(5)}`,
          `  proposals beside the facts     ${String(result.others.length).padStart(5)}`,
        ].join('\n'),
      );
      if (half === null)
        for (const { fact, claim, outcomes, share } of result.judged) {
          const wrong = Object.entries(outcomes).filter(([, one]) => one?.startsWith('wrong'));
          if (wrong.length > 0 || (!claim && !share))
            console.log(
              `  ${fact['measure']} ${fact['value']} ${fact['unit']}: ${claim ? wrong.map(([name, one]) => `${name} ${one}`).join(', ') : 'not found'}`,
            );
        }
    }
  else console.log('no sentences at hand (../shared/data/text): nothing is measured');
  const sentence =
    'In 2031 onderschepte de Belgische douane ruim 3.900 kilo cocaïne in de haven van Gent, tegen 2.150 kilo in 2030. ';
  const text = sentence.repeat(100);
  bench('propose the claims of 200 figures', () => {
    proposeClaims(text);
  });
});
