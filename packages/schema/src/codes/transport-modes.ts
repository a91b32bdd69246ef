import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';

/** How it travelled. */
export const transportModes: CodeList<CodeEntry> = wordList('transportModes', {
  container:
    'container|conteneur|Container|container|zeecontainer; conteneur maritime; Seecontainer; sea container',
  bulk: 'bulklading|vrac|Massengut|bulk cargo|droge bulk; vrac sec; Schüttgut; dry bulk',
  ro_ro: 'roll-on/roll-off|roulier (ro-ro)|Ro-Ro-Verkehr|roll-on/roll-off|roro',
  breakbulk: 'stukgoed|marchandises diverses|Stückgut|breakbulk|general cargo',
  vessel_hull: 'scheepsromp|coque du navire|Schiffsrumpf|ship’s hull',
  crew: 'bemanning|équipage|Besatzung|crew',
  air_cargo: 'luchtvracht|fret aérien|Luftfracht|air cargo',
  air_passenger: 'vliegtuigpassagier|passager aérien|Flugpassagier|air passenger',
  post_letter: 'briefpost|courrier (lettres)|Briefpost|letter post',
  post_parcel: 'pakketpost|colis postaux|Paketpost|parcel post',
  courier: 'koerier|messagerie express|Kurierdienst|courier',
  road_truck: 'vrachtwagen|camion|Lkw|lorry|truck; Lastwagen; poids lourd',
  road_car: 'personenauto|voiture|Pkw|car|auto',
  van: 'bestelwagen|camionnette|Lieferwagen|van|bestelauto',
  rail: 'spoor|rail|Bahn|rail|trein; train; Zug',
  bus: 'bus|autocar|Bus|bus|touringcar; coach',
  pedestrian: 'te voet|à pied|zu Fuß|on foot',
  inland_vessel: 'binnenschip|bateau de navigation intérieure|Binnenschiff|inland vessel|péniche',
  yacht: 'jacht|yacht|Jacht|yacht|voilier; zeiljacht',
  pipeline_none: 'geen vervoer|aucun transport|kein Transport|no transport',
  other: 'anders|autre|sonstige|other',
  unknown: 'onbekend|inconnu|unbekannt|unknown',
});
