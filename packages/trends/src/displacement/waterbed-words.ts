import {
  bound,
  figure,
  fromTo,
  inEach,
  intervalName,
  type Language,
  percent,
  range,
  rangeEnds,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { About } from '../about.ts';
import type { JudgedRatio } from '../dispersion.ts';
import type { RatioVerdict } from '../verdict.ts';
import { timesAs } from '../words/dispersion.ts';
import { changeSays } from '../words/effort.ts';
import { pValue } from '../words/p-value.ts';
import { placeName } from '../words/place-name.ts';
import { unitWord } from '../words/unit-word.ts';

/**
 * What may be said of shares in a network.
 * - `moved`: the whole distribution, and the share of at least one site
 * - `moved_somewhere`: the whole distribution, no single site
 * - `unclear`: the share of a site, not the whole distribution
 */
export type WaterbedVerdict =
  | 'moved'
  | 'moved_somewhere'
  | 'unclear'
  | 'not_shown'
  | 'no_conclusion'
  | 'described';

/** A site as its share is told. */
export interface SiteWords {
  readonly site: string;
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: 'up' | 'down' | 'not_shown' | 'described';
}

export interface WaterbedWords {
  readonly verdict: WaterbedVerdict;
  readonly sites: readonly SiteWords[];
  readonly from: string;
  readonly p: number | null;
  /** The usual dispersion that p and the intervals suppose, and p of independent events, where nothing is known of it. */
  readonly usual: { readonly factor: number; readonly p: number; readonly alpha: number } | null;
  readonly level: number;
  readonly before: number;
  readonly after: number;
  readonly unit: string;
  /** The smallest rise that would have shown, at the site where least and where most is needed. */
  readonly detectable: readonly [number, number] | null;
  readonly total: {
    readonly ratio: number | null;
    readonly interval: {
      readonly low: number;
      readonly high: number;
      readonly level: number;
    } | null;
    readonly usual: JudgedRatio['usual'];
    readonly verdict: RatioVerdict | 'described';
  };
}

const points: Text = {
  nl: 'procentpunt',
  fr: 'points de pourcentage',
  de: 'Prozentpunkte',
  en: 'percentage points',
};

function shift(w: WaterbedWords, site: SiteWords, language: Language): string {
  const up = site.verdict === 'up';
  const name = placeName(site.site, language);
  const sign = up ? 1 : -1;
  const by = figure((site.difference as number) * 100 * sign, language);
  const ends = [site.low, site.high].map((end) => (end as number) * 100 * sign);
  const within = `${intervalName(w.level, language)} ${range({ low: Math.min(...ends), high: Math.max(...ends) }, 0, language)}`;
  const way = {
    nl: up ? 'omhoog' : 'omlaag',
    fr: up ? 'en hausse de' : 'en baisse de',
    de: up ? 'höher' : 'niedriger',
    en: up ? 'up' : 'down',
  }[language];
  return {
    nl: `${name} ${by} ${points.nl} ${way} (${within})`,
    fr: `${name} ${way} ${by} ${points.fr} (${within})`,
    de: `${name} um ${by} ${points.de} ${way} (${within})`,
    en: `${name} ${way} by ${by} ${points.en} (${within})`,
  }[language];
}

function shifts(w: WaterbedWords, language: Language): string {
  return w.sites
    .filter(({ verdict }) => verdict === 'up' || verdict === 'down')
    .sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0))
    .map((site) => shift(w, site, language))
    .join(semicolon[language]);
}

/** "12 before, 20 after". */
export function beforeAndAfter(
  w: { readonly before: number; readonly after: number },
  language: Language,
): string {
  return {
    nl: `${figure(w.before, language)} ervoor, ${figure(w.after, language)} erna`,
    fr: `${figure(w.before, language)} avant, ${figure(w.after, language)} après`,
    de: `${figure(w.before, language)} davor, ${figure(w.after, language)} danach`,
    en: `${figure(w.before, language)} before, ${figure(w.after, language)} after`,
  }[language];
}

function chance(w: WaterbedWords, language: Language): string {
  const counts = beforeAndAfter(w, language);
  return w.p === null ? counts : `${pValue(w.p, language)}${semicolon[language]}${counts}`;
}

function unseen(w: WaterbedWords, language: Language): string {
  if (!w.detectable) return '';
  const [low, high] = w.detectable.map((rise) => rise * 100) as [number, number];
  const [first, last] = rangeEnds({ low, high }, 0, language);
  const size = first === last ? first : fromTo(first, last, language);
  const sure = percent(0.8, language);
  const apart = first !== last;
  return {
    nl: ` Een aandeel dat minder dan ${size} ${points.nl} stijgt${apart ? ', naargelang de plaats,' : ''} was niet betrouwbaar te zien geweest (kans onder ${sure}).`,
    fr: ` Une hausse de la part inférieure à ${apart ? `un seuil allant ${size}` : size} ${points.fr}${apart ? ' selon le site' : ''} n’aurait pas été vue de façon fiable (moins de ${sure} de chances).`,
    de: ` Ein Anstieg des Anteils unter ${size} ${points.de}n${apart ? ', je nach Ort,' : ''} wäre nicht zuverlässig zu sehen gewesen (Wahrscheinlichkeit unter ${sure}).`,
    en: ` A rise of a share by less than ${size} ${points.en}${apart ? ', depending on the site,' : ''} could not reliably be seen (chance below ${sure}).`,
  }[language];
}

function described(w: WaterbedWords): Text {
  const known = w.sites
    .filter(({ difference }) => difference !== null)
    .sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0))
    .slice(0, 4);
  return inEach((language) => {
    const list = known
      .map(({ site, shareBefore, shareAfter }) => {
        const ends = [
          percent(shareBefore as number, language),
          percent(shareAfter as number, language),
        ];
        return `${placeName(site, language)} ${{ nl: 'van', fr: 'de', de: 'von', en: 'from' }[language]} ${ends[0]} ${{ nl: 'naar', fr: 'à', de: 'auf', en: 'to' }[language]} ${ends[1]}`;
      })
      .join(semicolon[language]);
    return {
      nl: `Aandelen in ${unitWord(w.unit, null, language)}, alleen beschreven${list ? `: ${list}` : ''}. Hoeveelheden zijn geen aantallen: één vangst kan een aandeel verschuiven, en een interval is niet te geven.`,
      fr: `Parts en ${unitWord(w.unit, null, language)}, à titre descriptif seulement${list ? `\u00a0: ${list}` : ''}. Des quantités ne sont pas des nombres de cas\u00a0: une seule saisie peut changer une part, et aucun intervalle ne peut être donné.`,
      de: `Anteile in ${unitWord(w.unit, null, language)}, nur beschrieben${list ? `: ${list}` : ''}. Mengen sind keine Anzahlen: Ein einziger Fund kann einen Anteil verschieben, und ein Intervall lässt sich nicht angeben.`,
      en: `Shares in ${unitWord(w.unit, null, language)}, described only${list ? `: ${list}` : ''}. Quantities are no counts: one find can move a share, and no interval can be given.`,
    }[language];
  });
}

function main(w: WaterbedWords): Text {
  if (w.verdict === 'described') return described(w);
  return inEach((language) => {
    const odds = chance(w, language);
    switch (w.verdict) {
      case 'moved':
        return {
          nl: `De aandelen zijn vanaf ${w.from} verschoven (${odds}): ${shifts(w, language)}. Dat zegt niet dat er iets is verplaatst.`,
          fr: `Les parts ont changé à partir de ${w.from} (${odds})\u00a0: ${shifts(w, language)}. Cela ne démontre pas un déplacement.`,
          de: `Die Anteile haben sich ab ${w.from} verschoben (${odds}): ${shifts(w, language)}. Das besagt nicht, dass sich etwas verlagert hat.`,
          en: `The shares moved from ${w.from} (${odds}): ${shifts(w, language)}. That does not say that anything moved from one site to another.`,
        }[language];
      case 'moved_somewhere':
        return {
          nl: `De aandelen zijn vanaf ${w.from} verschoven (${odds}), maar bij geen enkele plaats afzonderlijk is dat aantoonbaar.`,
          fr: `Les parts ont changé à partir de ${w.from} (${odds}), mais cela ne peut être démontré pour aucun site pris isolément.`,
          de: `Die Anteile haben sich ab ${w.from} verschoben (${odds}), doch für keinen einzelnen Ort lässt sich das nachweisen.`,
          en: `The shares moved from ${w.from} (${odds}), but for no single site can this be shown.`,
        }[language];
      case 'unclear':
        return {
          nl: `Geen conclusie mogelijk over een verschuiving vanaf ${w.from}: over alle plaatsen samen is ze niet aantoonbaar (${odds}), al ligt het interval vrij van nul bij: ${shifts(w, language)}.`,
          fr: `Aucune conclusion possible sur un changement des parts à partir de ${w.from}\u00a0: pour l’ensemble des sites il ne peut être démontré (${odds}), bien que l’intervalle exclue zéro pour\u00a0: ${shifts(w, language)}.`,
          de: `Keine Aussage über eine Verschiebung ab ${w.from} möglich: Für alle Orte zusammen lässt sie sich nicht nachweisen (${odds}), obwohl das Intervall die Null ausschließt bei: ${shifts(w, language)}.`,
          en: `No conclusion possible about a shift from ${w.from}: over all sites together it cannot be shown (${odds}), although the interval excludes zero for: ${shifts(w, language)}.`,
        }[language];
      case 'not_shown':
        return {
          nl: `Vanaf ${w.from} is geen verschuiving van de aandelen aantoonbaar (${odds}).${unseen(w, language)}`,
          fr: `À partir de ${w.from}, aucun changement des parts ne peut être démontré (${odds}).${unseen(w, language)}`,
          de: `Ab ${w.from} lässt sich keine Verschiebung der Anteile nachweisen (${odds}).${unseen(w, language)}`,
          en: `No shift of the shares from ${w.from} is detectable (${odds}).${unseen(w, language)}`,
        }[language];
      default:
        return {
          nl: `Geen conclusie mogelijk (${chance({ ...w, p: null }, language)}): met zo weinig gevallen zou geen enkele verschuiving zijn gezien.`,
          fr: `Aucune conclusion possible (${chance({ ...w, p: null }, language)})\u00a0: avec si peu de cas, aucun changement des parts n’aurait été vu.`,
          de: `Keine Aussage möglich (${chance({ ...w, p: null }, language)}): Mit so wenigen Fällen wäre keine Verschiebung gesehen worden.`,
          en: `No conclusion possible (${chance({ ...w, p: null }, language)}): with so few cases no shift could be seen.`,
        }[language];
    }
  });
}

function total({ total: t }: WaterbedWords): Text | null {
  if (t.verdict === 'no_conclusion' || (t.verdict === 'described' && t.ratio === null)) return null;
  return inEach((language) => {
    const ratio = t.ratio === null ? null : bound(t.ratio, 1, language);
    const factor =
      ratio &&
      {
        nl: `verhouding ${ratio}`,
        fr: `rapport ${ratio}`,
        de: `Verhältnis ${ratio}`,
        en: `ratio ${ratio}`,
      }[language];
    const ends = t.usual?.interval ?? t.interval;
    const within = ends && `${intervalName(ends.level, language)} ${range(ends, 1, language)}`;
    const numbers = [factor, within].filter(Boolean).join(', ');
    const higher = t.verdict === 'higher';
    if (t.verdict === 'described')
      return {
        nl: `Los daarvan het totaal per periode: ${numbers}.`,
        fr: `Par ailleurs, le total par période\u00a0: ${numbers}.`,
        de: `Unabhängig davon die Summe je Zeitabschnitt: ${numbers}.`,
        en: `Apart from that, the total per period: ${numbers}.`,
      }[language];
    if (t.verdict === 'not_shown')
      return {
        nl: `Los daarvan: een verandering van het totaal per periode is niet aantoonbaar (${numbers}).`,
        fr: `Par ailleurs, aucun changement du total par période ne peut être démontré (${numbers}).`,
        de: `Unabhängig davon: Eine Veränderung der Summe je Zeitabschnitt lässt sich nicht nachweisen (${numbers}).`,
        en: `Apart from that, no change of the total per period can be shown (${numbers}).`,
      }[language];
    return {
      nl: `Los daarvan ligt het totaal per periode ${higher ? 'hoger' : 'lager'} (${numbers}).`,
      fr: `Par ailleurs, le total par période est ${higher ? 'supérieur' : 'inférieur'} (${numbers}).`,
      de: `Unabhängig davon liegt die Summe je Zeitabschnitt ${higher ? 'höher' : 'niedriger'} (${numbers}).`,
      en: `Apart from that, the total per period is ${higher ? 'higher' : 'lower'} (${numbers}).`,
    }[language];
  });
}

/** What p and the intervals suppose, where one period a side says nothing of it. */
function suppose({ usual, verdict }: WaterbedWords): Text | null {
  if (!usual) return null;
  const only = usual.p <= usual.alpha && verdict !== 'moved' && verdict !== 'moved_somewhere';
  return inEach((language) => {
    const times = timesAs(usual.factor, language);
    const chance = pValue(usual.p, language);
    return {
      nl: `Dit geldt als de variantie van zulke aantallen, zoals gebruikelijk, ${times} keer die van onafhankelijke gebeurtenissen is; één periode aan elke kant laat dat niet zien.${only ? ` Alleen bij onafhankelijke gebeurtenissen is een verschuiving aantoonbaar (${chance}).` : ''}`,
      fr: `Cela vaut si la variance de tels nombres est, comme d’ordinaire, ${times} fois celle d’événements indépendants\u00a0; une seule période de chaque côté ne permet pas de le voir.${only ? ` Ce n’est que si les événements sont indépendants qu’un changement des parts est démontré (${chance}).` : ''}`,
      de: `Das gilt, wenn die Varianz solcher Anzahlen wie üblich das ${times}-Fache der Varianz unabhängiger Ereignisse beträgt; ein einziger Zeitabschnitt auf jeder Seite zeigt das nicht.${only ? ` Nur bei voneinander unabhängigen Ereignissen ist eine Verschiebung nachweisbar (${chance}).` : ''}`,
      en: `This holds if the variance of such counts is, as usual, ${times} times that of independent events, which one period a side cannot show.${only ? ` Only if the events are independent of each other is a shift detectable (${chance}).` : ''}`,
    }[language];
  });
}

export function waterbedSays(about: About, w: WaterbedWords): Text {
  return changeSays(about, main(w), total(w), suppose(w));
}
