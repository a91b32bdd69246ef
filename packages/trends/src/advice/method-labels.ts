import type { Text } from '@samenbeeld/schema';
import type { AdvisedName } from './advised-method.ts';

const text = (nl: string, fr: string, de: string, en: string): Text => ({ nl, fr, de, en });

/** What each method is called in a table. */
export const methodLabels: Readonly<Record<AdvisedName, Text>> = {
  mann_kendall: text(
    'Mann-Kendall met helling van Sen',
    'Mann-Kendall avec pente de Sen',
    'Mann-Kendall mit Sen-Steigung',
    'Mann-Kendall with Sen slope',
  ),
  serial_correction: text(
    'Mann-Kendall, gecorrigeerd voor afhankelijkheid',
    'Mann-Kendall corrigé de la dépendance',
    'Mann-Kendall, um Abhängigkeit korrigiert',
    'Mann-Kendall corrected for dependence',
  ),
  seasonal_mann_kendall: text(
    'Mann-Kendall per seizoen',
    'Mann-Kendall saisonnier',
    'Saisonaler Mann-Kendall',
    'Seasonal Mann-Kendall',
  ),
  log_linear: text(
    'Log-lineaire trend van aantallen',
    'Tendance log-linéaire des nombres',
    'Log-linearer Trend der Anzahlen',
    'Log-linear trend of counts',
  ),
  joinpoint: text('Knikpunten', 'Points de rupture de pente', 'Knickpunkte', 'Joinpoints'),
  change_points: text(
    'Indeling in niveaus',
    'Segmentation en niveaux',
    'Einteilung in Niveaus',
    'Segmentation into levels',
  ),
  without_largest: text(
    'Zonder het hoogste cijfer',
    'Sans le chiffre le plus élevé',
    'Ohne die höchste Zahl',
    'Without the highest figure',
  ),
  without_last_two: text(
    'Zonder de laatste twee cijfers',
    'Sans les deux derniers chiffres',
    'Ohne die letzten beiden Zahlen',
    'Without the last two figures',
  ),
};
