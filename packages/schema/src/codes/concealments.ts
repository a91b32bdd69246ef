import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';

/** How it was hidden. */
export const concealments: CodeList<CodeEntry> = wordList('concealments', {
  in_load:
    'tussen of in de lading|dans le chargement|in der Ladung|in the load|deklading; cover load',
  rip_off:
    'rip-off (in de container, los van de lading)|rip-off (dans le conteneur, hors chargement)|Rip-off (im Container, lose zur Ladung)|rip-off (in the container, apart from the load)|rip off',
  container_structure:
    'in de containerconstructie|dans la structure du conteneur|in der Containerstruktur|in the container structure',
  reefer_unit: 'in de koelmotor|dans le groupe frigorifique|im Kühlaggregat|in the reefer unit',
  sea_chest: 'in de zeekist|dans la caisse de prise d’eau|im Seekasten|in the sea chest',
  under_waterline:
    'onder de waterlijn bevestigd|fixé sous la ligne de flottaison|unter der Wasserlinie befestigt|attached below the waterline',
  hull_void:
    'in een holle ruimte van het schip|dans un vide de la coque|in einem Hohlraum des Schiffes|in a void of the hull',
  drop_off:
    'overboord gezet (drop-off)|largué en mer (drop-off)|über Bord gegeben (Drop-off)|dropped off at sea',
  impregnated:
    'in materiaal opgelost of geïmpregneerd|imprégné ou dissous dans un produit|in Material gelöst oder imprägniert|impregnated or dissolved',
  luggage: 'in bagage|dans les bagages|im Gepäck|in luggage',
  body: 'op of in het lichaam|sur ou dans le corps|am oder im Körper|on or in the body',
  vehicle_hidden:
    'verborgen ruimte in het voertuig|cache dans le véhicule|Versteck im Fahrzeug|hidden space in a vehicle',
  mail_item: 'in een poststuk|dans un envoi postal|in einer Postsendung|in a postal item',
  none: 'niet verborgen|non dissimulé|nicht versteckt|not hidden',
  other: 'anders|autre|sonstige|other',
  unknown: 'onbekend|inconnu|unbekannt|unknown',
});
