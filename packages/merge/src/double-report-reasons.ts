import { concealments, type Seizure, type Text } from '@samenbeeld/schema';
import { say } from './words.ts';

/** One reason for or against two records being the same seizure. */
export interface Reason {
  readonly rule: string;
  readonly points: number;
  readonly text: Text;
}

const day = 86_400_000;

/** Days between two records. */
export function daysBetween(a: Seizure, b: Seizure): number {
  return Math.abs(Date.parse(a.date) - Date.parse(b.date)) / day;
}

export function dateReason(a: Seizure, b: Seizure): Reason {
  const days = daysBetween(a, b);
  const points = days === 0 ? 2 : days <= 1 ? 1.5 : days <= 3 ? 1 : 0.5;
  if (days === 0) {
    const text: Text = { nl: 'zelfde dag', fr: 'même jour', de: 'am selben Tag', en: 'same day' };
    return { rule: 'date', points, text };
  }
  return {
    rule: 'date',
    points,
    text:
      days === 1
        ? {
            nl: 'één dag verschil',
            fr: 'un jour d’écart',
            de: 'ein Tag Abstand',
            en: 'one day apart',
          }
        : say(
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

export function containerReason(a: Seizure, b: Seizure): Reason | null {
  if (!a.containerKey || !b.containerKey) return null;
  return a.containerKey === b.containerKey
    ? {
        rule: 'container-equal',
        points: 4,
        text: {
          nl: 'zelfde container',
          fr: 'même conteneur',
          de: 'derselbe Container',
          en: 'same container',
        },
      }
    : {
        rule: 'container-differs',
        points: -4,
        text: {
          nl: 'andere container',
          fr: 'autre conteneur',
          de: 'anderer Container',
          en: 'another container',
        },
      };
}

const countriesOf = (seizure: Seizure): readonly string[] =>
  seizure.agencies.map((agency) => agency.slice(0, 2));

/** Whether a row says that the other's country counts the find too, or made it, or that its service took part. */
function names(a: Seizure, b: Seizure): boolean {
  const [own, other] = [countriesOf(a), countriesOf(b)];
  if (own.some((country) => other.includes(country)))
    return a.agencies.some((agency) => b.agencies.includes(agency));
  return other.some((country) => a.creditedTo.includes(country) || a.seizingCountry === country);
}

export function creditReason(a: Seizure, b: Seizure): Reason | null {
  if (!names(a, b) && !names(b, a)) return null;
  return {
    rule: 'credited',
    points: 2,
    text: {
      nl: 'de ene dienst noemt de andere als medebetrokken',
      fr: 'un service cite l’autre comme associé',
      de: 'eine Stelle nennt die andere als beteiligt',
      en: 'one service names the other as involved',
    },
  };
}

const isSame = (x: string | null, y: string | null): boolean => x !== null && x === y;
const vague = new Set(['unknown', 'other', 'none']);

/** Half a point each for country of departure, cover load and way of hiding; they are shared by many finds. */
export function loadReasons(a: Seizure, b: Seizure): readonly Reason[] {
  const reasons: Reason[] = [];
  if (isSame(a.originCountry ?? a.departureCountry, b.originCountry ?? b.departureCountry))
    reasons.push({
      rule: 'departure',
      points: 0.5,
      text: {
        nl: 'zelfde land van vertrek',
        fr: 'même pays de départ',
        de: 'gleiches Abgangsland',
        en: 'same country of departure',
      },
    });
  if (isSame(a.coverLoadHs, b.coverLoadHs))
    reasons.push({
      rule: 'cover-load',
      points: 0.5,
      text: {
        nl: 'zelfde deklading',
        fr: 'même chargement',
        de: 'gleiche Tarnladung',
        en: 'same cover load',
      },
    });
  if (isSame(a.concealment, b.concealment) && !vague.has(a.concealment ?? 'unknown'))
    reasons.push({
      rule: 'concealment',
      points: 0.5,
      text: say(
        {
          nl: 'zelfde verstopplaats ({how})',
          fr: 'même cache ({how})',
          de: 'gleiches Versteck ({how})',
          en: 'hidden in the same way ({how})',
        },
        { how: concealments.get(a.concealment as string).label },
      ),
    });
  return reasons;
}

/** Days between two such records of a file from which they are seldom enough to weigh half a point, and one. */
const seldom = [60, 180] as const;

/** A find that a file lists here only now and then is no coincidence: `every` is the mean number of days between them. */
export function rarityReason(every: number): Reason | null {
  if (every < seldom[0]) return null;
  return {
    rule: 'rare',
    points: every < seldom[1] ? 0.5 : 1,
    text: say(
      {
        nl: 'zulke vondsten meldt deze dienst hier gemiddeld eens in de {days} dagen',
        fr: 'ce service signale ici une telle saisie tous les {days} jours en moyenne',
        de: 'solche Funde meldet diese Stelle hier im Mittel alle {days} Tage',
        en: 'this service reports such finds here once in {days} days on average',
      },
      { days: Math.round(every) },
    ),
  };
}
