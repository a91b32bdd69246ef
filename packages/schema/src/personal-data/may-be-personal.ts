/** An expression of words in small letters and capitals alike; engines that search have no mark for it in common. */
function anyCase(words: string): string {
  return words.replace(/[a-z]/gu, (each) => `[${each}${each.toUpperCase()}]`);
}

/**
 * Letters that identifiers hold, with their accents; what may stand between figures of one number; the ends of a word.
 * Each is wider than the detectors' own class: those of all scripts are too many for an engine's automaton.
 */
const letter = '[A-Za-z\\x{aa}-\\x{24f}]';
const gap = '[^0-9A-Za-z]';
const bound = '(?:^|[^A-Za-z])';
const edge = '(?:$|[^A-Za-z])';

/** Whatever plain writing changes more in than accents, blanks, dashes and quotes: other scripts, forms and digits, unseen marks. */
const unusual =
  '[^\\t\\n\\r -~\\x{a0}-\\x{ac}\\x{ae}-\\x{17e}\\x{180}-\\x{24f}\\x{2000}-\\x{200a}\\x{2010}-\\x{2029}\\x{202f}-\\x{205e}\\x{20a0}-\\x{20cf}\\x{2122}\\x{2190}-\\x{22ff}]';

/** Words by which plates stand that have two groups only; accents are left out, so that any may stand there. */
const vehicles =
  'kenteken|plaat|plaatnummer|plaque|plaques|nummerplaat|nummerplaten|kentekennr|immatricule|immatricul.|immatricul.e|immatriculation|kennzeichen|kfz|kz|licen.e|plate|plates|registration|reg|vrm|neralogique|auto|wagen|busje|bus|voertuig|trekker|oplegger|aanhanger|scooter|motor|motorfiets|camper|taxi|voiture|hicule|camion|camionnette|fourgon|utilitaire|moto|remorque|tracteur|berline|fahrzeug|pkw|lkw|sattelzug|transporter|lieferwagen|motorrad|anh.nger|car|vehicle|truck|lorry|trailer|motorcycle|bestuurder|chauffeur|conducteur|conductrice|fahrer|driver|bmw|audi|volkswagen|vw|mercedes|opel|ford|peugeot|renault|citro.n|toyota|volvo|skoda';

/**
 * What every text that sets off a detector of personal data holds, as one expression of the syntax that search engines
 * and JavaScript share save for `\x{…}`. It lets more through than the detectors do and never less, for they look at no
 * text without it; so of millions of texts only a few are looked at closely. Takes a text as it is written.
 */
export const mayBePersonal: string = [
  '@',
  unusual,
  '%[2-7][0-9a-fA-F]',
  '&(?:#|[a-zA-Z]{3,6};)',
  // Six figures anywhere: numbers of persons, telephones, accounts, cards, most days of birth.
  '[0-9](?:[^0-9]*[0-9]){5}',
  // Addresses with words for their signs.
  anyCase('[(\\[{<_*] ?(?:at|a|aet|.t|arobas|arobase) ?[)\\]}>_*]'),
  `[^A-Za-z](?:${anyCase('at|apenstaart|apenstaartje|arobase|klammeraffe')})[^A-Za-z]`,
  // Days of birth and numbers of documents with fewer figures.
  `[0-9]${gap}{1,2}[0-9]{1,2}${gap}{1,2}[0-9]{2}`,
  `[0-9]${letter}{0,2}\\.?[ -]?${letter}{3,10}\\.?[ -]?[0-9]{2}`,
  `${letter}[0-9]{3}|[0-9]{3}${letter}|${letter}[ .-]?[0-9]{5}`,
  // Licence plates: figures between letters, letters between figures, two groups with a dash or by a word of vehicles.
  `[0-9]${gap}{0,2}${letter}{1,4}${gap}{0,2}[0-9]`,
  `${bound}${letter}{1,3}${gap}{0,2}[0-9]{1,3}${gap}{0,2}${letter}{1,3}${edge}`,
  `${letter}{2}[-.]${letter}{2}[-.][0-9]{2}|[0-9]{2}[-.]${letter}{2}[-.]${letter}{2}`,
  `${letter}-${letter}{1,2}[ -]?[1-9]`,
  `(?:${anyCase(vehicles)})${edge}`,
].join('|');

const expression = new RegExp(mayBePersonal.replace(/\\x\{/gu, '\\u{'), 'u');

/** Whether it is worth looking at a text at all. */
export function isWorthLooking(text: string): boolean {
  return expression.test(text);
}
