import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { Tlp } from '../handling.ts';

/** Traffic Light Protocol 2.0 (FIRST), from open to closed. */
export const tlps: CodeList<CodeEntry<Tlp>> = wordList('tlps', {
  CLEAR:
    'TLP:CLEAR · vrij te verspreiden|TLP:CLEAR · diffusion libre|TLP:CLEAR · frei verbreitbar|TLP:CLEAR · free to distribute|TLP:WHITE',
  GREEN:
    'TLP:GREEN · binnen de gemeenschap|TLP:GREEN · au sein de la communauté|TLP:GREEN · innerhalb der Gemeinschaft|TLP:GREEN · within the community',
  AMBER:
    'TLP:AMBER · eigen organisatie en haar klanten, waar nodig|TLP:AMBER · organisation et ses clients, si besoin d’en connaître|TLP:AMBER · eigene Organisation und deren Kunden, soweit nötig|TLP:AMBER · own organisation and its clients, need to know',
  'AMBER+STRICT':
    'TLP:AMBER+STRICT · alleen de eigen organisatie|TLP:AMBER+STRICT · organisation uniquement|TLP:AMBER+STRICT · nur die eigene Organisation|TLP:AMBER+STRICT · own organisation only',
  RED: 'TLP:RED · alleen de genoemde ontvangers|TLP:RED · destinataires désignés uniquement|TLP:RED · nur die genannten Empfänger|TLP:RED · named recipients only',
});
