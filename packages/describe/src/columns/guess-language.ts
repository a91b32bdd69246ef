import { type Language, languages } from '@samenbeeld/schema';
import type { Guess } from '../guess.ts';
import { wordedFigure } from './profile-column.ts';

/** Words that are frequent in one of the four languages and absent, or rare, in the others. */
const words: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:het|een|van|naar|soort|aantal|jaar|perioden|onderwerp|misdrijven|geregistreerde|haven|gemeente|regio's|drugs?handel|diefstal|eenheid|dienst|hoeveelheid|bron|land|middel|waarde|inbeslagname|zaaknummer|toelichting|woonplaats|mannen|vrouwen|overig|nederland|totaal|type|datum|vervoer|onbekend)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|la|les|des|du|et|par|ann[eé]e|unit[eé]|nombre|faits|classe|libell[eé]|d[eé]partement|r[eé]gion|saisies?|lieu|produit|quantit[eé]|stup[eé]fiants?|vols?|indicateur|source|taux|autres|homicides?|contre|service|inconnu|infractions?|mois|d[eé]clarations?|montant|dossiers|transmis|type|total)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:der|die|das|und|von|mit|jahr|anzahl|f[aä]lle|faelle|straftat(?:en)?|schl(?:ü|ue)ssel|tatverd[aä]chtige|tatverdaechtige|bundesland|menge|einheit|dienststelle|insgesamt|betrug|diebstahl|rauschgift\p{L}*|stoff|fund|quelle|unbekannt|erfasste|nach|einschl)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|of|and|year|country|drug|drugs|value|amount|unit|date|seized|seizures?|number|measurement|kilograms|offences?|time|total|other|region|subregion|quantity|source|period|place|flag|count|name|type|including)(?!\p{L})/giu,
};

/** Most words before figures that count. */
const mostMarkers = 4;

/** Words with figures ("plus de 300") that only one of the languages has, by language. */
function markersOf(labels: readonly string[]): ReadonlyMap<Language, number> {
  const found = new Map<Language, Set<string>>();
  for (const label of labels) {
    const meant = languages.filter((language) => wordedFigure(label, language)?.wordingPrinted);
    const [only, ...others] = meant;
    if (only === undefined || others.length > 0) continue;
    const own = found.get(only) ?? new Set<string>();
    found.set(only, own.add(label.replace(/[\d.,\s]+/gu, ' ').toLowerCase()));
  }
  return new Map([...found].map(([language, own]) => [language, Math.min(mostMarkers, own.size)]));
}

/** The language of headings, titles and labels; headings, and words before figures, count three times. */
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
  const markers = markersOf(labels);
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
        3 * (markers.get(language) ?? 0),
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
