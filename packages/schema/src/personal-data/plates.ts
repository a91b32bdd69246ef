import { isAnnouncedOtherwise } from './excuses.ts';
import { announcedMark } from './marks.ts';

/** Dutch sidecodes from 1978 on: no vowels, no C or Q. */
const consonant = '[BDFGHJKLMNPRSTVWXYZ]';
/** Sidecodes 4 to 14 and the Belgian and French forms, whose shape no other number has. */
const shapes = {
  modern: '## 999 #,# 999 ##,### 99 #,99 ### 9,9 ### 99,# 99 ###,9 ## 999,999 ## 9',
  pairs: '## 99 ##,## ## 99,99 ## ##',
  /** Sidecodes 1 to 3 (1951–1978), which many reference numbers and postcodes resemble. */
  early: 'AA 99 99,99 99 AA,99 AA 99',
  belgian: 'N AAA 999',
  french: 'FF 999 FF',
  /** Belgian plates from 1973 to 2010, and those of Luxembourg. */
  older: 'AAA 999,999 AAA,AA 9999,AA 999',
} as const;

const letters: Readonly<Record<string, string>> = {
  '#': consonant,
  A: '[A-Z]',
  F: '[A-HJ-NP-TV-Z]',
  N: '[1-9]',
  9: '\\d',
};

/** The expression of some shapes, with a mark between their groups. */
function written(mark: string, ...names: readonly (keyof typeof shapes)[]): string {
  return names
    .flatMap((name) => shapes[name].split(','))
    .map((shape) =>
      shape
        .split(' ')
        .map((group) => [...group].map((each) => letters[each]).join(''))
        .join(mark),
    )
    .join('|');
}

const before = '(?<![\\p{L}\\d_/-])(?<!\\d[.,])';
const after = '(?![\\p{L}\\d_/-]|[.,]\\d)';

function whole(patterns: string, flags = ''): RegExp {
  return new RegExp(`${before}(?:${patterns})${after}`, `gu${flags}`);
}

/** District, letters and up to four digits that are no year ("BE-NL 2022" is a title, not a plate). */
const german = '[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?(?!(?:19|20)\\d{2}(?!\\d))[1-9]\\d{0,3}[EH]?';
/** Districts of North Rhine-Westphalia and next door, and large cities. */
const districts =
  'AC|AH|B|BI|BIT|BLB|BM|BN|BO|BOR|BOT|COE|CAS|CLP|D|DAU|DN|DO|DU|DEL|E|EL|EMD|EN|ERK|EU|F|FRI|GE|GEL|GK|GL|GLA|GM|GT|GV|HA|HAM|HB|HER|HF|HH|HS|HSK|HX|IS|JUL|K|KK|KLE|KR|KO|LER|LEV|LH|LIP|LP|LUN|M|ME|MG|MH|MI|MK|MO|MON|MS|MYK|NE|NOH|OB|OE|OL|OP|OS|PB|PRU|RE|RS|S|SAB|SB|SG|SI|SLE|SLS|SO|SU|TR|UN|VIE|W|WAF|WES|WIL|WIT|WND|WTM';
const districted = `(?:${districts})[- ][A-Z]{1,2}[- ]?(?!(?:19|20)\\d{2}(?!\\d))[1-9]\\d{1,3}[EH]?`;

/** In codes only capitals with dashes count. */
const distinct = whole(`${written('-', 'modern', 'pairs', 'belgian', 'french')}`);
/** In texts also small letters, dots and no mark; blanks between groups only behind words of vehicles. */
const loose = whole(
  `${written('[-.]', 'modern', 'pairs', 'belgian', 'french')}|${written('', 'modern', 'belgian', 'french')}`,
  'i',
);
const likely = whole(
  `${written('-', 'early')}|${german}|(?:${districts})-[A-Z]{1,2}-[1-9]\\d{1,3}`,
);
const spaced = whole(
  `${written('[ .-]{0,2}', 'modern', 'pairs', 'belgian', 'french')}|${written('[.-]?', 'early', 'older')}|${districted}`,
  'i',
);
const spacedCapitals = whole(written(' ', 'early', 'older'));
/** What parts a plate that a word announces. */
const between = `(?:[ .-]{0,2}|${announcedMark})`;
/** Behind a word that announces one, of which country whatever; in capitals, as small letters make it slow to compile. */
const announcedShapes = new RegExp(
  `^(?:${[
    written(between, 'modern', 'pairs', 'early', 'belgian', 'french', 'older'),
    `[A-Z]{1,3}${between}[A-Z]{1,2}${between}\\d{1,4}[EH]?`,
    `[A-Z]{1,2}${between}\\d{2}${between}[A-Z]{3}`,
    `[A-Z]{2,3}${between}[A-Z\\d]{4,5}`,
    `\\d{4}${between}[A-Z]{3}`,
    `\\d{1,4}${between}[A-Z]{2,3}${between}\\d{2}`,
    '(?:L[ .-])\\d{4,5}',
    // Bare figures of Luxembourg, but no year.
    '(?!(?:19|20)\\d{2}(?!\\d))\\d{4,5}',
  ].join('|')})(?![\\p{L}\\d_/-]|[.,]\\d)`,
  'u',
);

/** Names of substances and sizes of containers that are written like plates. */
const noPlate =
  /^(?:gbl|ghb|lsd|thc|cbd|mda|mdma|mmc|cmc|cpp|dmt|pcp|pmk|bmk|fmp|fdck|hhc|teu|gp|hc|dv|rf|kgs|grs)$/iu;
/** Units and small words that stand between figures, where blanks part the groups or nothing announces a plate. */
const measure =
  /^(?:kg|gr|mg|st|ml|km|kl|dl|hl|cl|mm|cm|m|g|l|t|k|ton|tons|lit|pcs|pak|pax|tab|eur|usd|gbp|chf|uur|min|sec|jan|feb|mrt|apr|mei|mai|may|jun|jul|aug|sep|okt|oct|nov|dec|dez|van|het|een|and|und|les|des|the|aan|per|bij|met|uit|tot|en|et|de|du|la|le|in|op|te|au|zu|im|am|to|of|or|at|by|if|is|no|on|up|we|ou|un|tu|je|il|ce|si|bis|von|mit|auf|sur|par|pour|for|out|off|all|box|was|nur|nog|ook|pol|pvs|x)$/iu;

const announcements =
  'kenteken|kentekennr|nummerplaat|nummerplaten|plaatnummer|plaat(?!s)|plaque|plaques|immatriculation|immatricule|immatriculee|mineralogique|minéralogique|kennzeichen|kfz|amtl\\.? ?kz|licen[cs]e plates?|licence|number plates?|numberplate|registration|reg\\.|vrm';
/** Where a word begins that announces one. */
const announcement = new RegExp(`(?=${announcements})`, 'giu');
const announcing = new RegExp(`(?:${announcements})[\\p{L} .:=#°()'-]{0,24}$`, 'iu');
const vehicles =
  "auto|auto's|wagen|personenwagen|personenauto|bedrijfswagen|bestelwagen|bestelbus|bestelauto|busje|bus|voertuig|vrachtwagen|vrachtauto|trekker|oplegger|aanhanger|scooter|motor|motorfiets|camper|taxi|voiture|vehicule|camion|camionnette|fourgon|utilitaire|moto|semi-remorque|remorque|tracteur|berline|fahrzeug|pkw|lkw|sattelzug|transporter|lieferwagen|motorrad|anhanger|car|vehicle|truck|lorry|trailer|motorcycle|bestuurder|chauffeur|conducteur|conductrice|fahrer|driver|bmw|audi|volkswagen|vw|mercedes|opel|ford|peugeot|renault|citroen|toyota|volvo|skoda";
const vehicle = new RegExp(`(?<!\\p{L})(?:${vehicles})(?!\\p{L})`, 'iu');
/** What every text with a word of vehicles holds, within other words too: few texts have it, and it is asked once. */
const anyVehicle = new RegExp(vehicles, 'iu');
/** What is numbered in shapes like those of plates. */
const otherwise =
  /(?<![\p{L}\d])(?:lot|batch|ref|referentie|reference|zaak|zaaknr|dossier|pv|hs|un|art|artikel|article|code|type|serie|serienr|serienummer|serial|zegel|seal|vlucht|flight|vol|order|factuur|invoice|facture|postcode|plz|adr|isin|model|versie|version|kamer|room|box|loods|dok|dock|kaai|quai|pier|nr|no|n|bic|id|imo|container|charge|colli|colis|partij|awb|mrn|unlocode|locode)[ .:=#°()-]{0,3}$/iu;

function isPlate(found: string, announced: boolean): boolean {
  // One letter with dashes is no unit.
  const groups = (found.match(/\p{L}+/gu) ?? []).filter(
    (group) => group.length > 1 || !/^[^-]+-[^-]+-[^-]+$/u.test(found),
  );
  if (groups.some((group) => noPlate.test(group))) return false;
  if (announced && !/ /u.test(found)) return true;
  if (announced && /^\p{L}/u.test(found)) return !groups.every((group) => measure.test(group));
  return !groups.some((group) => measure.test(group));
}

function some(
  text: string,
  pattern: RegExp,
  test: (found: string, from: number) => boolean,
): boolean {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (test(match[0], match.index)) return true;
    pattern.lastIndex = match.index + 1;
  }
  return false;
}

/** So far behind the beginning of what announces it a plate stands at most. */
const furthest = 48;
const longestPlate = 20;

function isAnnounced(text: string): boolean {
  const isPlateAt = (at: number): boolean => {
    const near = text.slice(at, at + longestPlate);
    // No shape has more before its first figure.
    if (!/^(?:\d|[A-Z]\D{0,8}\d)/iu.test(near)) return false;
    if (!announcing.test(text.slice(Math.max(0, at - furthest), at))) return false;
    const [found = ''] = announcedShapes.exec(near.toUpperCase()) ?? [];
    return /\d/u.test(found) && isPlate(found, true);
  };
  let at = 0;
  for (const { index } of text.matchAll(announcement)) {
    if (!/\d/u.test(text.slice(index + 1, index + furthest + longestPlate))) continue;
    for (at = Math.max(at, index + 1); at <= index + furthest && at < text.length; at += 1)
      if (isPlateAt(at)) return true;
  }
  return false;
}

/** Whether a text holds a licence plate; in codes only those shapes count that no reference number has. Takes plain writing. */
export function hasPlate(text: string, column: 'free-text' | 'code'): boolean {
  // No shape is without figures.
  if (!/\d/u.test(text)) return false;
  const reference = (at: number): boolean =>
    isAnnouncedOtherwise(text.slice(Math.max(0, at - 60), at));
  if (some(text, distinct, (found, at) => isPlate(found, true) && !reference(at))) return true;
  if (column !== 'free-text') return false;
  const isLikely = (found: string, at: number): boolean =>
    (/ /u.test(found) || isPlate(found, false)) && !reference(at);
  if (some(text, likely, isLikely)) return true;
  const other = (at: number): boolean =>
    otherwise.test(text.slice(Math.max(0, at - 24), at)) || reference(at);
  if (some(text, loose, (found, at) => isPlate(found, false) && !other(at))) return true;
  if (isAnnounced(text)) return true;
  if (!anyVehicle.test(text)) return false;
  const byVehicle = (found: string, at: number): boolean =>
    // "een voertuig met een 300-tal biljetten": some three hundred.
    !/^\d{1,3}-tal$/u.test(found) &&
    isPlate(found, !/ /u.test(found) || /^[^\p{Ll}]+$/u.test(found)) &&
    !other(at) &&
    vehicle.test(text.slice(Math.max(0, at - 40), at + found.length + 30));
  return some(text, spaced, byVehicle) || some(text, spacedCapitals, byVehicle);
}
