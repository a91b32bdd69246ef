import {
  agencies,
  type Language,
  notShown,
  places,
  substances,
  units,
  withheldText,
} from '@samenbeeld/schema';

/** Words of which people are known in the world of these texts: never beside a name. */
const roleWords =
  "(?:woordvoerd(?:er|ster)|porte-parole|sprecher(?:in)?|spokes(?:person|man|woman)|minister|ministre|ministerin|staatssecretaris|secrétaire d['’]état|procureure?|procureur-generaal|prosecutor|staatsanw(?:alt|ältin)|commissaris|commissaire|kommissar(?:in)?|directeur|directrice|director|direktor(?:in)?|administrateur-generaal|burgemeester|bourgmestre|mayor|bürgermeister(?:in)?|hoofdcommissaris|korpschef|verdachte|suspecte?|suspect|prévenue?|inculpée?|beklaagde|defendant|accused|beschuldigter?|tatverdächtiger?|verdächtiger?|festgenommener?|angeklagter?|genaamd|nommée?|namens|named|de heer|mevrouw|mr|mrs|ms|dhr|mevr|monsieur|madame|mme|herr|frau)";
const name = "\\p{Lu}[\\p{L}'’-]+";
const particles = '(?:van|de|der|den|von|du|le|la|ter|ten|el|al|di|da|bin|ben)';
/** In German a "der" by itself parts two nouns: "Summe der Sicherungen". */
const germanParticles = particles.replace('|der|den', '|(?<=(?:van|von|zu|auf) )(?:der|den)');
const named = new RegExp(
  `((?<!\\p{L})${roleWords}\\.?\\s+(?:van (?:de )?\\p{L}+\\s+|de la \\p{L}+\\s+|de \\p{Ll}+\\s+)?,?\\s*)(${name}(?:\\s+(?:${particles}\\s+)*${name})*)`,
  'giu',
);
const runOf = (between: string): RegExp =>
  new RegExp(`(?<![\\p{L}-])${name}(?:\\s+(?:${between}\\s+){0,2}${name})+`, 'gu');
const run = runOf(particles);
const germanRun = runOf(germanParticles);
/** What bodies, ports and times are called by: a part of a word, and words as they stand. */
const bodies =
  /airport|port$|haven|hafen|hubs?$|police|politie|polizei|customs|douane|zoll|fahnder|suchtgift|droge|lagebild|kriminalit|raststätte|richtung|stück(?!l)|cargo|terminal|zentrum|team|agency|agence|agentur|amt$|minister|bank|fonds|fund|national|federa|fédéral|föderal|dienst|office|parket|parquet|staatsanwaltschaft|prosecut|behörde|cellule|brussel|bruxelles|belg|neder|niederl|luxemb|französ|deutsch|dutch|french|german|ameri|amérique|europ|étoile|etoile|monat|januar|februar|märz|april|mai$|juni|juli|august|september|oktober|november|dezember|january|february|march|june|july|october|december|kilogramm|tonne|gramm|million|milliard|euro|container|kokain|heroin|cannabis|haschisch|marihuana|drogen|rauschgift|cocaine|heroin|crystal|amphetamin|tabletten|sendung|paket|fahrzeug|person|jahr/iu;
const words = new Set(
  'das dieser diese dieses jeder jede alle beide zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend darunter davon zudem außerdem neben auch noch nur wie bereits allein laut vier vijf zes zeven negen tien twee drie onze ook daarbij deux trois quatre cinq six sept huit neuf dix elle il ces cette ce two three four five eight nine ten this these their they both noord zuid oost west north south east nord sud süd ost sea union unie fall fälle ende anfang mitte rund etwa mehr insgesamt hit run action actie openbaar public unit köln bonn den haag the le la les het de in im en am on at au aux een un une der die das dem den ein eine einer er wel dat since during after before nach seit bei mit auf aus an von vom zum zur für über unter zwischen und oder als noch im ins am bis gegen durch volgens dans selon par sur pour avec tussen tijdens na sinds bij voor door'.split(
    ' ',
  ),
);

const isKnown = (word: string): boolean =>
  places.lookup(word).kind !== 'none' ||
  agencies.lookup(word).kind !== 'none' ||
  substances.lookup(word).kind !== 'none' ||
  units.lookup(word).kind !== 'none';
const isThing = (word: string): boolean =>
  bodies.test(word) || words.has(word.toLowerCase()) || isKnown(word);

/** Small words that a sentence begins with, and that are nobody's first name. */
const small = new Set(
  'der die das den dem ein eine einer le la les un une l de het een the a an in im am aan op bij voor door met au aux pour par dans sur avec mit bei für von vom zum zur und et en and oder ou of or'.split(
    ' ',
  ),
);
/** Words that a thing of two words begins with, none of which is a person's: "Raststätte Siegburg", "Politie Meetjesland". */
const firstOfThing =
  /^(?:\p{L}*(?:police|politie|polizei|douane|customs|airport|hafen|haven|amt|dienst|agentur|agence|agency|behörde|ministerie|ministerium|ministère|parket|parquet|staatsanwaltschaft|raststätte|lagebild|kriminalität|terminal|zentrum|centrum|cellule|sendung(?:en)?|pakete?|fahrzeuge?)s?|zoll\p{L}*(?:amt|fahndung|kontrolle)\p{L}*|cargo|euro|aufgriffen?|richtung|stück|million(?:en)?|milliarden?|tonnen?|kilogramm|gramm|tabletten|container|jahre?n?|openbaar|hub|port)$/iu;
/** Words that it ends in, and that are no surname, as Zoll, Bank and Haven are. */
const lastOfThing =
  /^\p{L}*(?:police|politie|polizei|customs|douane|agency|agence|agentur|team|unit|airport|behörden?|ministry|ministerium|ministerie|staatsanwaltschaft)s?$/iu;
/** People of a town: "Hamburger Fahnder". */
const ofTown = /^\p{Lu}\p{Ll}{3,}er (?:zoll)?(?:fahnder|ermittler|beamten?)$/iu;

/**
 * A run of words that begin with a capital: a thing where each is known as a part of one, or where it begins or ends as no
 * name does and holds one unknown word at most. A place, a preposition or a month beside a name does not make it a thing.
 */
function runKept(found: string, rest: string): boolean {
  const capitals = found.split(/\s+/u).filter((part) => /^\p{Lu}/u.test(part));
  // "Der Straßenverkaufswert", "Persbericht In 2031": the capital of a small word is that of the sentence, and one word alone is no run.
  const start = capitals.findIndex((part) => !small.has(part.toLowerCase()));
  const isDated = /^\s+\d/u.test(rest) && small.has(capitals.at(-1)?.toLowerCase() ?? '');
  const parts = capitals.slice(Math.max(0, start), isDated ? -1 : undefined);
  const unknown = parts.filter((part) => !isThing(part));
  return (
    parts.length < 2 ||
    isKnown(found) ||
    unknown.length === 0 ||
    ofTown.test(parts.join(' ')) ||
    (unknown.length === 1 &&
      (firstOfThing.test(parts[0] ?? '') ||
        lastOfThing.test(parts.findLast((part) => !isKnown(part)) ?? '')))
  );
}

/** Stands for a sign that is not shown. */
const hidden = '\u2588';

/** A house in a street. */
const address =
  /(?<!\p{L})(?:\p{Lu}\p{L}+(?:straat|laan|weg|plein|kade|dreef|stra(?:ß|ss)e|gasse)\s+\d+\p{L}?|\d+,?\s+(?:rue|avenue|boulevard|chaussée|quai)\s+(?:des?\s+|du\s+|de la\s+|[dl]['’])?\p{Lu}[\p{L}-]+|\d+\s+\p{Lu}\p{L}+\s+(?:Street|Road|Avenue|Lane))(?!\p{L})/gu;

/** A text of the same length, in which what a detector of personal data finds is blacked out: nothing is read there. */
export function masked(given: string): string {
  const text = given.replace(address, (found) => hidden.repeat(found.length));
  const kept = withheldText(text);
  if (kept === text) return text;
  let [at, made] = [0, ''];
  const pieces = kept.split(notShown);
  for (const [number, piece] of pieces.entries()) {
    const found = number === pieces.length - 1 ? text.lastIndexOf(piece) : text.indexOf(piece, at);
    if (found < at) return hidden.repeat(text.length);
    made += hidden.repeat(found - at) + piece;
    at = found + piece.length;
  }
  return withheldText(made) === made ? made : hidden.repeat(text.length);
}

/** A sentence as it may be kept: what is blacked out in it, and what looks like the name of a person, is left out. */
export function withoutNames(text: string, language: Language): string {
  return withheldText(text)
    .replace(new RegExp(`${hidden}+`, 'gu'), notShown)
    .replace(named, (whole, lead: string, found: string) =>
      /^\p{Lu}/u.test(found) ? `${lead}${notShown}` : whole,
    )
    .replace(language === 'de' ? germanRun : run, (found: string, at: number, whole: string) =>
      runKept(found, whole.slice(at + found.length)) ? found : notShown,
    );
}
