import type { Reason as LinkageReason } from '@samenbeeld/linkage';
import {
  concealments,
  countries,
  ownValue,
  type Seizure,
  type Text,
  transportModes,
} from '@samenbeeld/schema';
import { inKilograms } from '../event-quantity.ts';
import { say, sayInFour, type Word } from '../words.ts';
import { daysApart } from './compare/comparable-record.ts';
import { levelAsCompared } from './compare/seizure-comparisons.ts';

/** Two sides of a pair: a record each, or the batches of one find. */
export interface Sides {
  readonly a: readonly Seizure[];
  readonly b: readonly Seizure[];
}

type Phrases = Readonly<Record<string, Text>>;

export const oneDayApart: Text = {
  nl: 'één dag verschil',
  fr: 'un jour d’écart',
  de: 'ein Tag Abstand',
  en: 'one day apart',
};

export const sameCoverLoad: Text = {
  nl: 'zelfde deklading',
  fr: 'même chargement',
  de: 'gleiche Tarnladung',
  en: 'same cover load',
};

/** Words by comparison and level; `else` where none of the levels holds. */
const phrases: Readonly<Record<string, Phrases>> = {
  named: {
    declared: {
      nl: 'het ene bestand zegt zulke vangsten van het andere mee te tellen',
      fr: 'un fichier dit compter aussi de telles saisies de l’autre',
      de: 'die eine Datei sagt, dass sie solche Funde der anderen mitzählt',
      en: 'one file says that it counts such finds of the other too',
    },
    'left out by declaration': {
      nl: 'het ene bestand zegt weg te laten wat het andere telt',
      fr: 'un fichier dit laisser de côté ce que l’autre compte',
      de: 'die eine Datei sagt, dass sie weglässt, was die andere zählt',
      en: 'one file says that it leaves out what the other counts',
    },
    'the other country’s find': {
      nl: 'de ene dienst meldt een vangst in het land van de andere',
      fr: 'un service signale une saisie faite dans le pays de l’autre',
      de: 'die eine Stelle meldet einen Fund im Land der anderen',
      en: 'one service lists a find made in the other’s country',
    },
    credited: {
      nl: 'de ene dienst noemt de andere als medebetrokken',
      fr: 'un service cite l’autre comme associé',
      de: 'eine Stelle nennt die andere als beteiligt',
      en: 'one service names the other as involved',
    },
    else: {
      nl: 'geen van beide noemt de ander',
      fr: 'aucun des deux ne cite l’autre',
      de: 'keine nennt die andere',
      en: 'neither names the other',
    },
  },
  quantity: {
    equal: {
      nl: 'zelfde gewicht ({x} kg)',
      fr: 'même poids ({x} kg)',
      de: 'gleiches Gewicht ({x} kg)',
      en: 'same weight ({x} kg)',
    },
    'gross and net': {
      nl: 'gewicht bijna gelijk ({x} en {y} kg), het ene bruto',
      fr: 'poids presque égal ({x} et {y} kg), l’un étant brut',
      de: 'fast gleiches Gewicht ({x} und {y} kg), eines davon brutto',
      en: 'nearly the same weight ({x} and {y} kg), one of them gross',
    },
    rounded: {
      nl: '{x} en {y} kg: één gewicht, afgerond',
      fr: '{x} et {y} kg : un même poids, arrondi',
      de: '{x} und {y} kg: ein Gewicht, gerundet',
      en: '{x} and {y} kg: one weight, rounded',
    },
    'within 1 %': {
      nl: 'gewicht bijna gelijk ({x} en {y} kg)',
      fr: 'poids presque égal ({x} et {y} kg)',
      de: 'fast gleiches Gewicht ({x} und {y} kg)',
      en: 'nearly the same weight ({x} and {y} kg)',
    },
    'within 5 %': {
      nl: 'gewicht bijna gelijk ({x} en {y} kg: bruto en netto, of afgerond?)',
      fr: 'poids presque égal ({x} et {y} kg : brut et net, ou arrondi ?)',
      de: 'fast gleiches Gewicht ({x} und {y} kg: brutto und netto, oder gerundet?)',
      en: 'nearly the same weight ({x} and {y} kg: gross and net, or rounded?)',
    },
    'swapped digits': {
      nl: '{x} en {y} kg: twee cijfers verwisseld?',
      fr: '{x} et {y} kg : deux chiffres intervertis ?',
      de: '{x} und {y} kg: Zahlendreher?',
      en: '{x} and {y} kg: two digits swapped?',
    },
    'ten times': {
      nl: '{x} en {y} kg verschillen een factor tien: verschoven komma?',
      fr: '{x} et {y} kg diffèrent d’un facteur dix : virgule déplacée ?',
      de: '{x} und {y} kg unterscheiden sich um das Zehnfache: Komma verschoben?',
      en: '{x} and {y} kg differ tenfold: decimal mark?',
    },
    'a thousand times': {
      nl: '{x} en {y} kg verschillen een factor duizend: gram of kilogram?',
      fr: '{x} et {y} kg diffèrent d’un facteur mille : grammes ou kilogrammes ?',
      de: '{x} und {y} kg unterscheiden sich um das Tausendfache: Gramm oder Kilogramm?',
      en: '{x} and {y} kg differ a thousandfold: grams or kilograms?',
    },
    null: {
      nl: 'een van beide noemt geen gewicht',
      fr: 'l’un des deux ne donne pas de poids',
      de: 'eine nennt kein Gewicht',
      en: 'one gives no weight',
    },
    else: {
      nl: 'ander gewicht ({x} en {y} kg)',
      fr: 'autre poids ({x} et {y} kg)',
      de: 'anderes Gewicht ({x} und {y} kg)',
      en: 'another weight ({x} and {y} kg)',
    },
  },
  container: {
    equal: {
      nl: 'zelfde container',
      fr: 'même conteneur',
      de: 'derselbe Container',
      en: 'same container',
    },
    else: {
      nl: 'andere container',
      fr: 'autre conteneur',
      de: 'anderer Container',
      en: 'another container',
    },
    null: {
      nl: 'containers niet te vergelijken: elk bestand versleutelt ze met een eigen `salt`; geef beide beschrijvingen dezelfde',
      fr: 'conteneurs non comparables : chaque fichier les hache sous son propre `salt` ; donnez le même aux deux descriptions',
      de: 'Container nicht vergleichbar: jede Datei hasht sie unter eigenem `salt`; beiden Beschreibungen denselben geben',
      en: 'containers cannot be compared: each file hashes them under its own `salt`; give both descriptions the same',
    },
  },
  place: {
    equal: { nl: 'zelfde plaats', fr: 'même lieu', de: 'gleicher Ort', en: 'same place' },
    else: {
      nl: 'andere plaats ({place} en {other})',
      fr: 'autre lieu ({place} et {other})',
      de: 'anderer Ort ({place} und {other})',
      en: 'another place ({place} and {other})',
    },
  },
  load: {
    'same cover load': sameCoverLoad,
    'same departure, another cover load': {
      nl: 'zelfde land van vertrek ({from}), andere deklading',
      fr: 'même pays de départ ({from}), autre chargement',
      de: 'gleiches Abgangsland ({from}), andere Tarnladung',
      en: 'same country of departure ({from}), another cover load',
    },
    'same departure': {
      nl: 'zelfde land van vertrek ({from})',
      fr: 'même pays de départ ({from})',
      de: 'gleiches Abgangsland ({from})',
      en: 'same country of departure ({from})',
    },
    else: {
      nl: 'andere lading of ander land van vertrek',
      fr: 'autre chargement ou autre pays de départ',
      de: 'andere Ladung oder anderes Abgangsland',
      en: 'another load or country of departure',
    },
  },
  hidden: {
    equal: {
      nl: 'zelfde verstopplaats ({how})',
      fr: 'même cache ({how})',
      de: 'gleiches Versteck ({how})',
      en: 'hidden in the same way ({how})',
    },
    else: {
      nl: 'andere verstopplaats',
      fr: 'autre cache',
      de: 'anderes Versteck',
      en: 'hidden in another way',
    },
  },
  transport: {
    equal: {
      nl: 'zelfde vervoer ({by})',
      fr: 'même transport ({by})',
      de: 'gleiche Beförderung ({by})',
      en: 'same transport ({by})',
    },
    else: {
      nl: 'ander vervoer',
      fr: 'autre transport',
      de: 'andere Beförderung',
      en: 'another means of transport',
    },
  },
};

function dateText(days: number): Text {
  if (days === 0) return { nl: 'zelfde dag', fr: 'même jour', de: 'am selben Tag', en: 'same day' };
  if (days === 1) return oneDayApart;
  return sayInFour(
    '{days} dagen verschil',
    '{days} jours d’écart',
    '{days} Tage Abstand',
    '{days} days apart',
    { days },
  );
}

function seldomText(days: number): Text {
  return sayInFour(
    'zulke vangsten meldt het vollere bestand hier gemiddeld {days:eens per dag|eens in de # dagen}',
    'le fichier le plus fourni signale ici une telle saisie {days:par jour|tous les # jours} en moyenne',
    'solche Funde meldet die vollere Datei hier im Mittel {days:einmal am Tag|alle # Tage}',
    'the fuller file lists such finds here once {days:a day|in # days} on average',
    { days },
  );
}

function weightOf(rows: readonly Seizure[]): number {
  return Number(rows.reduce((sum, row) => sum + (inKilograms(row) ?? 0), 0).toPrecision(12));
}

function wordsOf({ a, b }: Sides): Readonly<Record<string, Word>> {
  const [first, second] = [a[0], b[0]];
  const from = first?.originCountry ?? first?.departureCountry;
  const how = first?.concealment;
  const by = first?.transportMode;
  return {
    x: weightOf(a),
    y: weightOf(b),
    place: { place: first?.place ?? '' },
    other: { place: second?.place ?? '' },
    from: from && countries.has(from) ? countries.get(from).label : (from ?? ''),
    how: how && concealments.has(how) ? concealments.get(how).label : (how ?? ''),
    by: by && transportModes.has(by) ? transportModes.get(by).label : (by ?? ''),
  };
}

/** A level without the crowd in which it is seen; a weight whose basis nobody gives is not said to be gross. */
function plainLevel(level: string, { a, b }: Sides): string {
  const plain = levelAsCompared(level);
  const isGross = [...a, ...b].some(({ massBasis }) => massBasis === 'gross');
  return plain === 'gross and net' && !isGross ? 'within 5 %' : plain;
}

/** A reason of the linkage in plain words; null where the records say nothing that a reader needs to know. */
export function reasonText(
  { comparison, level, left, right }: LinkageReason,
  sides: Sides,
): Text | null {
  // A record without a container says nothing of it; two under two salts say that nobody can tell.
  const isHashed = [sides.a, sides.b].every((side) => side.some((row) => row.containerKey));
  if (comparison === 'container' && level === 'null' && !isHashed) return null;
  if (comparison === 'date') {
    const [first, second] = [sides.a[0], sides.b[0]];
    if (!first || !second || level === 'null') return null;
    return dateText(daysApart(first, second));
  }
  if (comparison === 'seldom') {
    const days = [left[0], right[0]].map(Number).filter((value) => value > 0);
    return days.length > 0 ? seldomText(Math.round(Math.min(...days))) : null;
  }
  const words = ownValue(phrases, comparison);
  const found =
    ownValue(words, plainLevel(level, sides)) ?? (level === 'null' ? undefined : words?.['else']);
  return found ? say(found, wordsOf(sides)) : null;
}
