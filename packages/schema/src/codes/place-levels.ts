import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { Seizure } from '../seizure.ts';

/** How finely a place is known. */
export const placeLevels: CodeList<CodeEntry<Seizure['placeLevel']>> = wordList('placeLevels', {
  terminal: 'terminal|terminal|Terminal|terminal',
  port: 'haven|port|Hafen|port',
  port_complex: 'havengebied|complexe portuaire|Hafenverbund|port complex',
  municipality: 'gemeente|commune|Gemeinde|municipality',
  nuts3: 'NUTS 3-gebied|région NUTS 3|NUTS-3-Region|NUTS 3 region',
  nuts2: 'provincie (NUTS 2)|province ou région (NUTS 2)|NUTS-2-Region|NUTS 2 region',
  country: 'land|pays|Land|country',
  sea: 'zee|mer|See|sea',
  in_transit: 'onderweg|en transit|im Transit|in transit',
});
