import type { Figure, TableBlock } from '@samenbeeld/report';
import type { MoneyAnswer } from '../../money/money-analysis.ts';
import { text } from '../text.ts';
import { distributionText } from './distribution-text.ts';
import { euroRange } from './euro-range.ts';
import { whyAnswer, whyInput } from './why-money.ts';

/** What was seized, at which price, and what it was worth. */
export function valueTable(answers: readonly MoneyAnswer[]): TableBlock {
  return {
    kind: 'table',
    caption: text(
      'Groothandelswaarde van wat in beslag werd genomen',
      'Valeur de gros de ce qui a été saisi',
      'Großhandelswert des Sichergestellten',
      'Wholesale value of what was seized',
    ),
    columns: [
      { label: text('waarvan', 'de quoi', 'wovon', 'of what'), kind: 'label' },
      { label: text('hoeveelheid', 'quantité', 'Menge', 'quantity'), kind: 'words' },
      { label: text('prijs', 'prix', 'Preis', 'price'), kind: 'words' },
      {
        label: text(
          'waarde (90%-interval)',
          'valeur (intervalle à 90 %)',
          'Wert (90-%-Intervall)',
          'value (90% interval)',
        ),
        kind: 'words',
      },
    ],
    rows: answers.map((one): readonly Figure[] => {
      const { question, answer } = one;
      const { quantity, wholesale, label, floor } = question;
      const ends = answer.value.interval ?? { low: 0, high: 0 };
      return [
        { shown: label },
        {
          shown: distributionText(quantity.assumed.distribution, 'kg'),
          why: whyInput(quantity),
          ...(floor && { note: floor }),
        },
        {
          shown: distributionText(wholesale.assumed.distribution, wholesale.assumed.unit),
          why: whyInput(wholesale),
        },
        euroRange(ends, whyAnswer(one, 'value')),
      ];
    }),
  };
}
