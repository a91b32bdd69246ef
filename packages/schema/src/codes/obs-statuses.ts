import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';

/** Status of an observation: letters of SDMX CL_OBS_STATUS, and Eurostat's flags as capitals. They may be combined. */
export const obsStatuses: CodeList<CodeEntry> = wordList('obsStatuses', {
  A: 'normale waarde|valeur normale|normaler Wert|normal value',
  B: 'breuk in de reeks|rupture de série|Bruch in der Reihe|break in series',
  C: 'vertrouwelijk|confidentiel|vertraulich|confidential',
  D: 'afwijkende definitie|définition différente|abweichende Definition|definition differs',
  E: 'geschat|estimé|geschätzt|estimated',
  F: 'voorspeld|prévision|Prognose|forecast',
  I: 'geïmputeerd|imputé|imputiert|imputed',
  L: 'ontbreekt, niet verzameld|manquant, non collecté|fehlt, nicht erhoben|missing, not collected',
  M: 'ontbreekt, kan niet bestaan|manquant, ne peut exister|fehlt, kann nicht existieren|missing, cannot exist',
  N: 'niet significant|non significatif|nicht signifikant|not significant',
  O: 'ontbreekt|manquant|fehlt|missing',
  P: 'voorlopig|provisoire|vorläufig|provisional',
  R: 'herzien|révisé|revidiert|revised',
  S: 'schatting van Eurostat|estimation d’Eurostat|Schätzung von Eurostat|estimated by Eurostat',
  U: 'weinig betrouwbaar|fiabilité faible|geringe Zuverlässigkeit|low reliability',
  Z: 'niet van toepassing|sans objet|nicht zutreffend|not applicable',
});
