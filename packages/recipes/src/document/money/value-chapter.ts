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
      paragraphBlock(
        text(
          'Grens: geen van deze aandelen is getoetst aan het verbruik. Hoe lager het aandeel, hoe meer er doorkwam, en dat moet ergens zijn gebruikt of uitgevoerd. Wat ontbreekt, is een schatting van het verbruik in kilo’s, met wat verder wordt uitgevoerd; het drugsagentschap van de EU (EUDA), Sciensano en het Trimbos-instituut hebben gegevens over rioolwater en gebruik. Tot die er zijn, zegt de tabel niet welke aandelen aannemelijk zijn: een laag aandeel is een rekenvoorbeeld, geen schatting.',
          'Limite : aucune de ces parts n’a été confrontée à la consommation. Plus la part est basse, plus il en est passé, et cela a dû être consommé ou réexporté quelque part. Ce qui manque est une estimation de la consommation en kilos, avec ce qui est réexporté ; l’agence de l’UE sur les drogues (EUDA), Sciensano et le Trimbos-instituut ont des données sur les eaux usées et la consommation. D’ici là, le tableau ne dit pas quelles parts sont plausibles : une part basse est un exemple de calcul, non une estimation.',
          'Grenze: Keiner dieser Anteile ist am Verbrauch geprüft. Je niedriger der Anteil, desto mehr kam durch, und das muss irgendwo verbraucht oder weitergeführt worden sein. Es fehlt eine Schätzung des Verbrauchs in Kilogramm, mit dem, was weitergeführt wird; die Drogenagentur der EU (EUDA), Sciensano und das Trimbos-instituut haben Daten zu Abwasser und Konsum. Bis dahin sagt die Tabelle nicht, welche Anteile plausibel sind: Ein niedriger Anteil ist ein Rechenbeispiel, keine Schätzung.',
          'Limit: none of these shares has been held against consumption. The lower the share, the more got through, and that must have been used somewhere or sent on. What is missing is an estimate of consumption in kilograms, with what is sent on; the EU Drugs Agency (EUDA), Sciensano and the Trimbos Institute have data on wastewater and use. Until then the table does not say which shares are plausible: a low share is a worked example, not an estimate.',
        ),
      ),
      ...answers.flatMap(revenueBlocks),
    ],
  };
}
