import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { HandlingCode } from '../handling.ts';

/** Europol handling codes. */
export const handlingCodes: CodeList<CodeEntry<HandlingCode>> = wordList('handlingCodes', {
  H0: 'H0 · alleen om misdrijven te voorkomen en te bestrijden|H0 · uniquement pour prévenir et combattre la criminalité|H0 · nur zur Verhütung und Bekämpfung von Straftaten|H0 · only to prevent and combat crime',
  H1: 'H1 · niet als bewijs in rechte zonder toestemming van de verstrekker|H1 · pas de production en justice sans l’accord du fournisseur|H1 · keine Verwendung vor Gericht ohne Zustimmung des Übermittlers|H1 · not in court without the provider’s permission',
  H2: 'H2 · niet doorgeven zonder toestemming van de verstrekker|H2 · pas de transmission sans l’accord du fournisseur|H2 · keine Weitergabe ohne Zustimmung des Übermittlers|H2 · not to be passed on without the provider’s permission',
  H3: 'H3 · andere beperkingen, zoals vermeld|H3 · autres restrictions, comme indiqué|H3 · sonstige Beschränkungen, wie angegeben|H3 · other restrictions, as stated',
});
