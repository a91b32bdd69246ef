import { type Language, languages } from '@samenbeeld/schema';
import type { Guess } from '../guess.ts';

/** Words that are frequent in one of the four languages and absent, or rare, in the others. */
const words: Readonly<Record<Language, RegExp>> = {
  nl: /\b(?:het|een|van|naar|soort|aantal|jaar|perioden|onderwerp|misdrijven|geregistreerde|haven|gemeente|regio's|drugs?handel|diefstal|eenheid|dienst|hoeveelheid|bron|land|middel|waarde|inbeslagname|zaaknummer|toelichting|woonplaats|mannen|vrouwen|overig|nederland|totaal|type|datum|vervoer|onbekend)\b/giu,
  fr: /\b(?:le|la|les|des|du|et|par|ann[eé]e|unit[eé]|nombre|faits|classe|libell[eé]|d[eé]partement|r[eé]gion|saisies?|lieu|produit|quantit[eé]|stup[eé]fiants?|vols?|indicateur|source|taux|autres|homicides?|contre|service|inconnu|infractions?|mois|d[eé]clarations?|montant|dossiers|transmis|type|total)\b/giu,
  de: /\b(?:der|die|das|und|von|mit|jahr|anzahl|f[aä]lle|faelle|straftat(?:en)?|schl(?:ü|ue)ssel|tatverd[aä]chtige|tatverdaechtige|bundesland|menge|einheit|dienststelle|insgesamt|betrug|diebstahl|rauschgift\p{L}*|stoff|fund|quelle|unbekannt|erfasste|nach|einschl)\b/giu,
  en: /\b(?:the|of|and|year|country|drug|drugs|value|amount|unit|date|seized|seizures?|number|measurement|kilograms|offences?|time|total|other|region|subregion|quantity|source|period|place|flag|count|name|type|including)\b/giu,
};

/** The language of headings, titles and labels; headings count three times. */
export function guessLanguage(
  headings: readonly string[],
  titles: readonly string[],
  labels: readonly string[],
): Guess<Language> {
  const spaced = (texts: readonly string[]): string =>
    texts
      .join(' ')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/[_.\d]+/g, ' ');
  const weights: readonly (readonly [string, number])[] = [
    [spaced(headings), 3],
    [spaced(titles), 2],
    [spaced(labels), 1],
  ];
  const scores = languages
    .map((language) => ({
      language,
      score: weights.reduce(
        (sum, [text, weight]) =>
          sum +
          weight *
            Math.min(
              12,
              new Set([...text.matchAll(words[language])].map(([word]) => word.toLowerCase())).size,
            ),
        0,
      ),
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  const all = scores.reduce((sum, { score }) => sum + score, 0);
  if (!first || first.score === 0)
    return {
      value: 'en',
      confidence: 0.3,
      reason: 'no word of any of the four languages was found',
      alternatives: [],
    };
  const lead = (first.score - (second?.score ?? 0)) / all;
  const names = { nl: 'Dutch', fr: 'French', de: 'German', en: 'English' };
  return {
    value: first.language,
    confidence:
      Math.round(Math.min(0.97, 0.5 + 0.55 * lead + Math.min(0.1, first.score / 100)) * 100) / 100,
    reason: `words of headings, title and labels: ${scores
      .filter(({ score }) => score > 0)
      .map(({ language, score }) => `${names[language]} ${score}`)
      .join(', ')}`,
    alternatives: scores
      .slice(1)
      .filter(({ score }) => score > 0)
      .map(({ language, score }) => ({
        value: language,
        confidence: Math.round((0.9 * score * 100) / all) / 100,
        reason: `words of ${names[language]}`,
      })),
  };
}
