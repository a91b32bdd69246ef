import type { Section } from '@samenbeeld/report';
import type { MoneyAnalysis } from '../../money/money-analysis.ts';
import { text } from '../text.ts';
import { paragraphBlock } from './blocks.ts';
import { revenueBlocks } from './revenue-blocks.ts';
import { valueTable } from './value-table.ts';

/** 3. What was seized was worth so much; what passed may have brought in so much at each assumed rate. */
export function valueChapter({ answers }: MoneyAnalysis): Section {
  return {
    id: 'value',
    title: text(
      'Waarde en omzet',
      'Valeur et chiffre d’affaires',
      'Wert und Umsatz',
      'Value and revenue',
    ),
    blocks: [
      valueTable(answers),
      paragraphBlock(
        text(
          'Omzet is iets anders: wat de drugs die niet werden onderschept, kunnen hebben opgebracht. Dat hangt af van het onderschepte deel, en dat is onbekend. Daarom staat er voor elk aangenomen deel een bereik, en nergens één bedrag.',
          'Le chiffre d’affaires est autre chose : ce qu’a pu rapporter la drogue non interceptée. Il dépend de la part interceptée, qui est inconnue. Il y a donc une fourchette pour chaque part supposée, et nulle part un montant unique.',
          'Umsatz ist etwas anderes: was die nicht abgefangenen Drogen eingebracht haben können. Das hängt vom abgefangenen Anteil ab, und der ist unbekannt. Darum steht für jeden angenommenen Anteil eine Spanne und nirgends ein einzelner Betrag.',
          'Revenue is something else: what the drugs that were not intercepted may have brought in. It depends on the share intercepted, which is unknown. So there is a range for each assumed share, and nowhere a single amount.',
        ),
      ),
      ...answers.flatMap(revenueBlocks),
    ],
  };
}
