import type { Language } from './language.ts';
import type { Wording } from './observation.ts';
import { ownValue } from './own-value.ts';

/** What a word before a figure does to it; `ceiling` and `range` are no claim about a value. */
export type Marker = Exclude<Wording, 'unmarked'> | 'ceiling' | 'range';

type Words = Readonly<Record<Marker, string>>;

/** Words before a figure, in lower case, longest wins. */
const words: Readonly<Record<Language, Words>> = {
  nl: {
    exact: 'exact|precies|in totaal|totaal',
    rounded:
      "circa|ca|ca.|ongeveer|ong.|zo'n|rond|rond de|om en nabij|om en nabij de|grofweg|naar schatting|geschat|afgerond|omstreeks|plusminus|pakweg|om en bij de|om en bij|in de buurt van|een slordige|zowat|grosso modo|min of meer|meer of minder|ruwweg|plus minus|een stuk of",
    floor:
      'ruim|meer dan|veel meer dan|iets meer dan|net iets meer dan|net meer dan|net boven de|net over de|een dikke|een goede|over de|boven de|dik|minstens|ten minste|tenminste|minimaal|minimum|op zijn minst|niet minder dan|of meer|en meer|zeker|een goeie|iets boven de|iets over de',
    just_under:
      'bijna|een kleine|kleine|net geen|net onder de|krap|iets minder dan|haast|nagenoeg|tegen de|net iets minder dan|iets onder de|net niet',
    ceiling:
      "minder dan|maximaal|maximum|max|max.|een maximum van|hooguit|hoogstens|ten hoogste|op zijn hoogst|op z'n hoogst|niet meer dan|niet boven de|kwam niet boven|kwam niet boven de|bleef onder de|tot|tot wel|tot aan|tot maximaal|tot maximum|onder de|of minder|en minder",
    range: 'tussen|tussen de|van',
  },
  fr: {
    exact: 'exactement|précisément|au total|un total de',
    rounded:
      "environ|env.|quelque|quelques|circa|ca|ca.|autour de|à peu près|approximativement|aux alentours de|de l'ordre de|une estimation de|avoisinant|avoisinant les|avoisinant la|avoisine|avoisine les|avoisinent|avoisinent les|avoisinait les|avoisinaient les|tournant autour de|autour des|de l'ordre des|estimé|estimée|estimés|estimées|approx.|plus ou moins|grosso modo|peu ou prou|aux environs de",
    floor:
      "plus de|plus d'|plus que|plus qu'|bien plus de|largement plus de|un peu plus de|bien plus d'|un peu plus d'|juste au-dessus de|plus de quelque|au moins|au-delà de|au minimum|minimum|dépassant|pas moins de|pas moins d'|ou plus|et plus|une bonne|un bon|au bas mot|légèrement plus de|nettement plus de|un minimum de",
    just_under:
      "près de|près d'|presque|un peu moins de|à peine moins de|quasiment|quasi|pas loin de|pas loin d'|un peu moins d'|frôlant les|frôle les|frôlent les|approchant les|approche les|approchent les|un petit peu moins de|légèrement moins de|une petite",
    ceiling:
      "moins de|moins d'|jusqu'à|n'a pas dépassé|n'ont pas dépassé|au plus|tout au plus|au maximum|au grand maximum|maximum|max|max.|un maximum de|pas plus de|pas plus d'|pas au-delà de|ne dépassant pas|sans dépasser|inférieur à|inférieure à|ou moins|et moins",
    range: 'entre|de',
  },
  de: {
    exact: 'genau|exakt|insgesamt',
    rounded:
      'rund|circa|ca|ca.|cirka|zirka|etwa|in etwa|ungefähr|um die|schätzungsweise|geschätzt|mehr oder weniger|überschlägig|so um die',
    floor:
      'mehr als|etwas mehr als|deutlich mehr als|weit mehr als|deutlich über|weit über|knapp über|über|gut|reichlich|mindestens|wenigstens|nicht weniger als|oder mehr|und mehr|gute|ein gutes|eine gute|leicht über|zumindest|etwas über',
    just_under:
      'knapp|fast|beinahe|nahezu|annähernd|etwas weniger als|nicht ganz|an die|etwas unter|leicht unter|knapp unter|eine knappe',
    ceiling:
      'weniger als|bis zu|bis|höchstens|allerhöchstens|maximal|maximum|max|max.|nicht mehr als|nicht über|unter|oder weniger|und weniger',
    range: 'zwischen|von',
  },
  en: {
    exact: 'exactly|precisely|a total of|in total',
    rounded:
      'about|around|circa|ca|ca.|c.|approximately|approx|approx.|roughly|some|an estimated|estimated|est.|in the region of|in the order of|on the order of|more or less|or thereabouts|an approximate',
    floor:
      'more than|far more than|over|just over|slightly more than|at least|upwards of|no less than|not less than|no fewer than|not fewer than|not below|not under|in excess of|above|well over|well above|just above|a little over|or more|and more|minimum|a minimum of|a good|slightly over|comfortably over|considerably more than|significantly more than',
    just_under:
      'almost|nearly|just under|close to|slightly less than|just short of|just shy of|just below|not quite|slightly under|a little under|a little less than|a shade under|not far off',
    ceiling:
      'less than|up to|as much as|as many as|at most|at the most|no more than|not more than|not over|not above|not exceeding|did not exceed|no greater than|under|below|fewer than|a maximum of|up to a maximum of|maximum|max|max.|or less|or fewer|and less',
    range: 'between|from',
  },
};

/** Signs that say the same in every language, before a figure or behind it. */
const signs: Readonly<Record<string, Marker>> = {
  '~': 'rounded',
  '≈': 'rounded',
  '±': 'rounded',
  '+/-': 'rounded',
  '+-': 'rounded',
  '>': 'floor',
  '≥': 'floor',
  '>=': 'floor',
  '+': 'floor',
  '<': 'ceiling',
  '≤': 'ceiling',
  '<=': 'ceiling',
};

/** What each word of a language says, by the word. */
const markers: Readonly<Record<Language, ReadonlyMap<string, readonly Marker[]>>> = (() => {
  const by = (list: Words): ReadonlyMap<string, readonly Marker[]> => {
    const found = new Map<string, Marker[]>();
    for (const [marker, all] of Object.entries(list))
      for (const word of all.split('|'))
        found.set(word, [...(found.get(word) ?? []), marker as Marker]);
    return found;
  };
  return { nl: by(words.nl), fr: by(words.fr), de: by(words.de), en: by(words.en) };
})();

/** Lower case, straight apostrophes, single blanks. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ').trim();
}

/**
 * What the words before a figure mean in these languages: the marker, null where nothing is said, or
 * undefined where the words are not known or languages disagree.
 */
export function markerOf(
  before: string,
  languages: readonly Language[],
): Marker | null | undefined {
  const wanted = plain(before);
  if (wanted === '') return null;
  const sign = ownValue(signs, wanted);
  if (sign) return sign;
  const found = new Set(languages.flatMap((language) => markers[language].get(wanted) ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The words of one language that can stand before a figure, for an error message. */
export function knownWords(language: Language): string {
  const { exact, rounded, floor, just_under } = words[language];
  return [floor, just_under, rounded, exact].join('|').replaceAll('|', ', ');
}
