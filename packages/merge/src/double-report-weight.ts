import { placeValue, type Seizure } from '@samenbeeld/schema';
import type { Reason } from './double-report-reasons.ts';
import { inKilograms } from './event-quantity.ts';
import { isTransposition } from './explain/transposition.ts';
import { say } from './words.ts';

/** The last digit a record prints, in kilograms: 1.6 and 1.7 kg may be one weight rounded twice. */
function step(seizure: Seizure, kg: number): number {
  const digit = placeValue(seizure.printed ?? String(seizure.quantity));
  return digit === null || !seizure.quantity ? 0 : (digit * kg) / seizure.quantity;
}

/** Whether the heavier record says gross and the lighter one net. */
function isPacking(a: Seizure, b: Seizure, x: number, y: number): boolean {
  const [heavy, light] = x > y ? [a, b] : [b, a];
  return heavy.massBasis === 'gross' && light.massBasis !== 'gross';
}

function isNear(a: Seizure, b: Seizure, x: number, y: number): boolean {
  const difference = Math.abs(x - y);
  return (
    difference <= 0.05 * Math.max(x, y) ||
    (x < 10 && difference <= 1.0001 * Math.max(step(a, x), step(b, y)))
  );
}

/** What two weights say: equal, near, or equal but for a slip of the pen; null where one is missing. */
export function weightReason(a: Seizure, b: Seizure): Reason | null {
  const [x, y] = [inKilograms(a), inKilograms(b)];
  if (x === null || y === null || x === 0 || y === 0) return null;
  const words = { x, y };
  if (Math.abs(x - y) <= 0.005 * Math.max(x, y)) {
    return {
      rule: 'quantity-equal',
      points: 3,
      text: say(
        {
          nl: 'zelfde gewicht ({x} kg)',
          fr: 'même poids ({x} kg)',
          de: 'gleiches Gewicht ({x} kg)',
          en: 'same weight ({x} kg)',
        },
        words,
      ),
    };
  }
  if (isNear(a, b, x, y)) {
    const packing = isPacking(a, b, x, y);
    return {
      rule: packing ? 'quantity-gross-net' : 'quantity-near',
      points: packing ? 2.5 : 2,
      text: packing
        ? say(
            {
              nl: 'gewicht bijna gelijk ({x} en {y} kg), het ene bruto',
              fr: 'poids presque égal ({x} et {y} kg), l’un étant brut',
              de: 'fast gleiches Gewicht ({x} und {y} kg), eines davon brutto',
              en: 'nearly the same weight ({x} and {y} kg), one of them gross',
            },
            words,
          )
        : say(
            {
              nl: 'gewicht bijna gelijk ({x} en {y} kg: bruto en netto, of afgerond?)',
              fr: 'poids presque égal ({x} et {y} kg : brut et net, ou arrondi ?)',
              de: 'fast gleiches Gewicht ({x} und {y} kg: brutto und netto, oder gerundet?)',
              en: 'nearly the same weight ({x} and {y} kg: gross and net, or rounded?)',
            },
            words,
          ),
    };
  }
  const power = Math.log10(x / y);
  if (Math.abs(power - Math.round(power)) < 0.002) {
    return {
      rule: 'quantity-factor',
      points: 2,
      text: say(
        {
          nl: '{x} en {y} kg verschillen een macht van tien: verschoven komma of eenheid?',
          fr: '{x} et {y} kg diffèrent d’une puissance de dix : virgule ou unité ?',
          de: '{x} und {y} kg unterscheiden sich um eine Zehnerpotenz: Komma oder Einheit?',
          en: '{x} and {y} kg differ by a power of ten: decimal mark or unit?',
        },
        words,
      ),
    };
  }
  if (isTransposition(x, y)) {
    return {
      rule: 'quantity-transposed',
      points: 2,
      text: say(
        {
          nl: '{x} en {y} kg: twee cijfers omgewisseld?',
          fr: '{x} et {y} kg : deux chiffres intervertis ?',
          de: '{x} und {y} kg: Zahlendreher?',
          en: '{x} and {y} kg: two digits swapped?',
        },
        words,
      ),
    };
  }
  return {
    rule: 'quantity-differs',
    points: -3,
    text: say(
      {
        nl: 'ander gewicht ({x} en {y} kg)',
        fr: 'autre poids ({x} et {y} kg)',
        de: 'anderes Gewicht ({x} und {y} kg)',
        en: 'another weight ({x} and {y} kg)',
      },
      words,
    ),
  };
}
