import type { Text } from '@samenbeeld/schema';
import type { ForecastMethod } from '../forecast/method.ts';

/** Methods in words, to stand in the middle of a sentence; feminine in French, Dutch and German. */
export const methodWords: Readonly<Record<ForecastMethod, Text>> = {
  naive: {
    nl: 'de herhaling van de laatste waarde',
    fr: 'la répétition de la dernière valeur',
    de: 'die Fortschreibung des letzten Werts',
    en: 'repeating the last value',
  },
  seasonal_naive: {
    nl: 'de herhaling van de waarde van één cyclus eerder',
    fr: 'la répétition de la valeur du cycle précédent',
    de: 'die Fortschreibung des Werts des vorigen Zyklus',
    en: 'repeating the value of one cycle earlier',
  },
  drift: {
    nl: 'de doorgetrokken lijn van de eerste naar de laatste waarde',
    fr: 'la prolongation de la droite entre la première et la dernière valeur',
    de: 'die Verlängerung der Geraden vom ersten zum letzten Wert',
    en: 'extending the line from the first value to the last',
  },
  ets: {
    nl: 'exponentiële afvlakking',
    fr: 'la méthode du lissage exponentiel',
    de: 'die exponentielle Glättung',
    en: 'exponential smoothing',
  },
  stl_ets: {
    nl: 'exponentiële afvlakking na aftrek van het seizoen',
    fr: 'la méthode du lissage exponentiel après retrait de la saison',
    de: 'die exponentielle Glättung nach Abzug der Saison',
    en: 'exponential smoothing after taking out the season',
  },
  croston: {
    nl: 'de methode van Croston',
    fr: 'la méthode de Croston',
    de: 'die Methode von Croston',
    en: 'Croston’s method',
  },
  sba: {
    nl: 'de methode van Syntetos en Boylan',
    fr: 'la méthode de Syntetos et Boylan',
    de: 'die Methode von Syntetos und Boylan',
    en: 'the method of Syntetos and Boylan',
  },
  tsb: {
    nl: 'de methode van Teunter, Syntetos en Babai',
    fr: 'la méthode de Teunter, Syntetos et Babai',
    de: 'die Methode von Teunter, Syntetos und Babai',
    en: 'the method of Teunter, Syntetos and Babai',
  },
  adida: {
    nl: 'de methode met sommen over blokken (ADIDA)',
    fr: 'la méthode par sommes de blocs (ADIDA)',
    de: 'die Methode über Blocksummen (ADIDA)',
    en: 'smoothing of sums over blocks (ADIDA)',
  },
};
