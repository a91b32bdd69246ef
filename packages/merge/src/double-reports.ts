import { type Decision, drugs, type Seizure, type Text } from '@samenbeeld/schema';
import { inKilograms } from './event-quantity.ts';
import { isTransposition } from './explain-pair.ts';
import { say } from './words.ts';

/** Points from which a pair counts as the same seizure, and from which it is a candidate. */
export const sameFrom = 5;
export const candidateFrom = 3.5;

/** One reason for or against two records being the same seizure. */
export interface Reason {
  readonly rule: string;
  readonly points: number;
  readonly text: Text;
}

/** Two records of different files that may be the same seizure. */
export interface DoubleReport {
  /** Stable key, the subject of a decision of kind `same-seizure`. */
  readonly key: string;
  readonly a: string;
  readonly b: string;
  readonly points: number;
  readonly reasons: readonly Reason[];
  readonly verdict: 'same' | 'candidate' | 'different';
  readonly decision: string | null;
}

const day = 86_400_000;

function daysBetween(a: Seizure, b: Seizure): number {
  return Math.abs(Date.parse(a.date) - Date.parse(b.date)) / day;
}

function family(substance: string): string {
  return drugs.has(substance) ? (drugs.get(substance).parent ?? substance) : substance;
}

function dateReason(a: Seizure, b: Seizure): Reason {
  const days = daysBetween(a, b);
  const points = days === 0 ? 2 : days <= 1 ? 1.5 : days <= 3 ? 1 : 0.5;
  return {
    rule: 'date',
    points,
    text: say(
      {
        nl: '{days} dagen verschil',
        fr: '{days} jours d’écart',
        de: '{days} Tage Abstand',
        en: '{days} days apart',
      },
      { days },
    ),
  };
}

function quantityReason(a: Seizure, b: Seizure): Reason | null {
  const [x, y] = [inKilograms(a), inKilograms(b)];
  if (x === null || y === null || x === 0 || y === 0) return null;
  const words = { x, y };
  const apart = Math.abs(x - y) / Math.max(x, y);
  if (apart <= 0.005) {
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
  if (apart <= 0.05) {
    return {
      rule: 'quantity-near',
      points: 2,
      text: say(
        {
          nl: 'gewicht bijna gelijk ({x} en {y} kg: bruto en netto?)',
          fr: 'poids presque égal ({x} et {y} kg : brut et net ?)',
          de: 'fast gleiches Gewicht ({x} und {y} kg: brutto und netto?)',
          en: 'nearly the same weight ({x} and {y} kg: gross and net?)',
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
    points: -2,
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

function containerReason(a: Seizure, b: Seizure): Reason | null {
  if (!a.containerKey || !b.containerKey) return null;
  return a.containerKey === b.containerKey
    ? {
        rule: 'container-equal',
        points: 4,
        text: say({
          nl: 'zelfde container',
          fr: 'même conteneur',
          de: 'derselbe Container',
          en: 'same container',
        }),
      }
    : {
        rule: 'container-differs',
        points: -4,
        text: say({
          nl: 'andere container',
          fr: 'autre conteneur',
          de: 'anderer Container',
          en: 'another container',
        }),
      };
}

function creditReason(a: Seizure, b: Seizure): Reason | null {
  const countries = (seizure: Seizure) => seizure.agencies.map((agency) => agency.slice(0, 2));
  const names = (x: Seizure, y: Seizure) =>
    countries(y).some((country) => x.creditedTo.includes(country));
  if (!names(a, b) && !names(b, a)) return null;
  return {
    rule: 'credited',
    points: 2,
    text: say({
      nl: 'de ene dienst noemt de andere als medebetrokken',
      fr: 'un service cite l’autre comme associé',
      de: 'eine Stelle nennt die andere als beteiligt',
      en: 'one service names the other as involved',
    }),
  };
}

function loadReason(a: Seizure, b: Seizure): Reason | null {
  const same = (x: string | null, y: string | null) => x !== null && x === y;
  if (!same(a.originCountry ?? a.departureCountry, b.originCountry ?? b.departureCountry))
    return null;
  return {
    rule: 'departure',
    points: same(a.coverLoadHs, b.coverLoadHs) ? 1 : 0.5,
    text: say({
      nl: 'zelfde land van vertrek of deklading',
      fr: 'même pays de départ ou même chargement',
      de: 'gleiches Abgangsland oder gleiche Tarnladung',
      en: 'same country of departure or cover load',
    }),
  };
}

/** Whether two records are worth comparing: other files, same drug family, port and basis, within a week. */
function isComparable(a: Seizure, b: Seizure): boolean {
  return (
    a.source !== b.source &&
    a.place === b.place &&
    a.basis === b.basis &&
    family(a.substance) === family(b.substance) &&
    daysBetween(a, b) <= 7
  );
}

/**
 * Pairs of records that may be the same seizure, by a rule that can be explained: points for date, weight,
 * container, a service that names the other, and departure. From {@link sameFrom} points they count as one unless a
 * person decides otherwise; from {@link candidateFrom} they are candidates that only widen the range.
 */
export function findDoubleReports(
  seizures: readonly Seizure[],
  decisions: ReadonlyMap<string, Decision> = new Map(),
): readonly DoubleReport[] {
  const ordered = [...seizures].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1,
  );
  return ordered.flatMap((a, index) => {
    const found: DoubleReport[] = [];
    for (const b of ordered.slice(index + 1)) {
      if (Date.parse(b.date) - Date.parse(a.date) > 7 * day) break;
      if (!isComparable(a, b)) continue;
      const reasons = [
        dateReason(a, b),
        quantityReason(a, b),
        containerReason(a, b),
        creditReason(a, b),
        loadReason(a, b),
      ].filter((reason) => reason !== null);
      const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
      const [first, second] = [a.id, b.id].sort() as [string, string];
      const key = `same ${first} ${second}`;
      const decision = decisions.get(key);
      const byPerson =
        decision?.verdict === 'same' || decision?.verdict === 'different' ? decision.verdict : null;
      if (points < candidateFrom && !byPerson) continue;
      found.push({
        key,
        a: first,
        b: second,
        points,
        reasons,
        verdict: byPerson ?? (points >= sameFrom ? 'same' : 'candidate'),
        decision: byPerson && decision ? decision.id : null,
      });
    }
    return found;
  });
}
