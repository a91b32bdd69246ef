import {
  bound,
  capital,
  figure,
  formatPeriod,
  inEach,
  intervalName,
  type Language,
  paragraph,
  parsePeriod,
  range,
  type Text,
} from '@samenbeeld/schema';
import type { RatioVerdict } from '../verdict.ts';
import { effortUnknown } from '../words/effort.ts';
import { headed } from '../words/headed.ts';
import { describedOnly } from './growth-words.ts';

/** What a sentence about an index may say. */
export interface IndexWords {
  readonly verdict: RatioVerdict | 'described';
  readonly base: { readonly period: string; readonly value: number };
  readonly last: { readonly period: string; readonly value: number };
  readonly estimate: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly links: readonly string[];
  readonly label: Text | undefined;
  readonly controls: boolean;
}

const inWords = (period: string, language: Language): string =>
  formatPeriod(parsePeriod(period), language);

function few(w: IndexWords, language: Language): string {
  const side = ({ period, value }: IndexWords['base']): string =>
    `${figure(value, language)} (${inWords(period, language)})`;
  const both = { nl: 'en', fr: 'et', de: 'und', en: 'and' }[language];
  const numbers = `${side(w.base)} ${both} ${side(w.last)}`;
  return {
    nl: `Geen conclusie mogelijk: met minder dan 10 aan een kant wordt geen index genoemd; geteld zijn ${numbers}.`,
    fr: `Aucune conclusion possible\u00a0: avec moins de 10 d’un côté, aucun indice n’est indiqué\u00a0; cas comptés\u00a0: ${numbers}.`,
    de: `Keine Aussage möglich: Bei weniger als 10 auf einer Seite wird kein Index genannt; gezählt wurden ${numbers}.`,
    en: `No conclusion possible: with fewer than 10 on one side no index is stated; counted were ${numbers}.`,
  }[language];
}

function main(w: IndexWords, language: Language): string {
  if (w.estimate === null || w.verdict === 'no_conclusion') return few(w, language);
  const base = `${inWords(w.base.period, language)} = 100`;
  const last = inWords(w.last.period, language);
  const value = bound(w.estimate, 100, language);
  const index = {
    nl: `index ${value} voor ${last} (${base}`,
    fr: `indice ${value} pour ${last} (${base}`,
    de: `Index ${value} für ${last} (${base}`,
    en: `index ${value} for ${last} (${base}`,
  }[language];
  const within = w.interval
    ? `${language === 'fr' ? '\u00a0; ' : '; '}${intervalName(w.interval.level, language)} ${range(w.interval, 100, language)}`
    : '';
  const stands = `${index}${within})`;
  const alone = `${capital(stands)}.`;
  switch (w.verdict) {
    case 'higher':
      return {
        nl: `Het niveau ligt hoger dan in de basisperiode: ${stands}.`,
        fr: `Le niveau est plus élevé que dans la période de base\u00a0: ${stands}.`,
        de: `Das Niveau liegt höher als im Basiszeitraum: ${stands}.`,
        en: `The level is higher than in the base period: ${stands}.`,
      }[language];
    case 'lower':
      return {
        nl: `Het niveau ligt lager dan in de basisperiode: ${stands}.`,
        fr: `Le niveau est plus bas que dans la période de base\u00a0: ${stands}.`,
        de: `Das Niveau liegt niedriger als im Basiszeitraum: ${stands}.`,
        en: `The level is lower than in the base period: ${stands}.`,
      }[language];
    case 'not_shown':
      return {
        nl: `Er is geen verschil met de basisperiode aantoonbaar: ${stands}. Dat bewijst niet dat beide gelijk zijn.`,
        fr: `Aucune différence avec la période de base ne peut être démontrée\u00a0: ${stands}. Cela ne prouve pas que les deux niveaux sont égaux.`,
        de: `Ein Unterschied zum Basiszeitraum lässt sich nicht nachweisen: ${stands}. Das beweist nicht, dass beide gleich sind.`,
        en: `No difference from the base period can be shown: ${stands}. That does not prove that the two are equal.`,
      }[language];
    default:
      return `${alone} ${describedOnly[language]}`;
  }
}

function linkedOver(links: readonly string[], language: Language): string {
  const periods = links.map((link) => inWords(link, language)).join(', ');
  return {
    nl: `Gekoppeld over ${periods}, geteld volgens beide definities.`,
    fr: `Raccordé sur ${periods}, compté selon les deux définitions.`,
    de: `Verknüpft über ${periods}, nach beiden Definitionen gezählt.`,
    en: `Linked over ${periods}, counted under both definitions.`,
  }[language];
}

/** The sentence for an index. */
export function indexSays(w: IndexWords): Text {
  return headed(
    w.label,
    null,
    paragraph(
      inEach((language) => main(w, language)),
      w.links.length > 0 ? inEach((language) => linkedOver(w.links, language)) : null,
      w.controls ? null : effortUnknown,
    ),
  );
}
