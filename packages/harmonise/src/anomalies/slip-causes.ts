import { inFour, type Text } from '@samenbeeld/schema';
import type { Reading } from './readings.ts';

/** The likely cause of each slip in plain words. */
export const slipCauses: Readonly<Record<Reading['kind'], Text>> = {
  unit_slip: inFour(
    'een andere eenheid dan de kolom zegt: een factor duizend, zoals tussen g, kg en t',
    'une autre unité que celle de la colonne : un facteur mille, comme entre g, kg et t',
    'eine andere Einheit als die der Spalte: ein Faktor tausend, wie zwischen g, kg und t',
    'another unit than the column says: a factor of a thousand, as between g, kg and t',
  ),
  decimal_slip: inFour(
    'de komma staat op de verkeerde plaats, of er is een nul te veel of te weinig',
    'la virgule est mal placée, ou il y a un zéro de trop ou de moins',
    'das Komma steht an der falschen Stelle, oder eine Null ist zu viel oder zu wenig',
    'the decimal mark stands in the wrong place, or a zero is too many or too few',
  ),
  transposition: inFour(
    'twee cijfers naast elkaar zijn verwisseld',
    'deux chiffres voisins sont inversés',
    'zwei benachbarte Ziffern sind vertauscht',
    'two neighbouring digits are swapped',
  ),
};
