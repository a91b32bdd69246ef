import { codeLists } from '@samenbeeld/ingest';
import { type CodeEntry, type CodeList, foldText } from '@samenbeeld/schema';

/** Words of a heading under which a file names persons, in four languages, folded; plurals and compounds included. */
const persons =
  /^(?:contact)?(?:persoon|personne|person|persons|personen|personnes)$|^contactpersonen$|^(?:contact ?naam|kontaktperson(?:en)?|ansprechpartner(?:in)?)$|^(?:mede)?verdachten?$|^suspects?(?:name)?$|^suspecte?s?$|^prevenue?s?$|^(?:beschuldigte|tatverdachtige|verdachtige|beschuldigde|angeklagte)[nrs]?$|^(?:dader|aangever|getuige|melder|slachtoffer|aanmelder|informant|betrokkene|chauffeur|bestuurder|passagier|reiziger|koerier|eigenaar|houder|kentekenhouder|rekeninghouder|verzender|geadresseerde|ontvanger|verbalisant|rechercheur|behandelaar)(?:s|n|en)?$|^(?:temoin|plaignante?|victime|conducteur|conductrice|passager|proprietaire|titulaire|detenteur|expediteur|destinataire|declarant|interpelle|enqueteur)e?s?$|^(?:zeuge|zeugin|anzeigender?|melder|opfer|fahrer|beifahrer|halter|eigentumer|inhaber|absender|empfanger|sachbearbeiter)(?:in|n|s)?$|^(?:witness|victim|offender|driver|owner|holder|reporter|informant|passenger|courier|sender|recipient|addressee|consignee|complainant|defendant|officer)(?:es|s)?$/u;

/** Headings that name persons or things alike: only cells that are shaped as names of persons decide. */
const names =
  /^(?:naam|namen|nom|noms|nom et prenom|nom prenom|name|names|volledige naam|nom complet|full name)$/u;

const several = /\bmise? en cause\b/u;

/** "J. de Vries", "De Vries, Jan", "Jan van den Berg", "VRIES Jan". */
const initials = /^(?:\p{Lu}\.[ -]?){1,5}\s*(?:\p{Ll}+\.? ){0,3}\p{Lu}[\p{L}'’-]+/u;
const inverted = /^(?:\p{L}[\p{L}'’-]+ ){0,3}\p{L}[\p{L}'’-]+, ?\p{Lu}[\p{L}.'’ -]*$/u;
const particles =
  'van|de|der|den|het|ten|ter|te|von|zu|zum|zur|du|des|la|le|el|al|bin|ben|di|da|do|dos|y|of';
const inFull = new RegExp(
  `^\\p{Lu}[\\p{L}'’.-]+(?: (?:${particles}|\\p{Lu}[\\p{L}'’.-]*)){0,5} \\p{Lu}[\\p{L}'’-]+(?:\\W|$)`,
  'u',
);

function likeName(text: string): boolean {
  const bare = text.trim();
  return initials.test(bare) || inverted.test(bare) || inFull.test(bare);
}

const lists: readonly CodeList<CodeEntry>[] = Object.values(codeLists);

/** A word of a published list of codes, in any language: nobody's name. */
export function isListed(text: string): boolean {
  const bare = text.trim();
  return lists.some(
    (list) =>
      list.has(bare) ||
      (['nl', 'fr', 'de', 'en'] as const).some(
        (language) => list.lookup(bare, language).kind === 'exact',
      ),
  );
}

function ofPersons(heading: string): 'surely' | 'perhaps' | null {
  const words = heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}]+/u)
    .map((word) => foldText(word).trim())
    .filter(Boolean);
  const bare = words.join(' ');
  if (several.test(bare) || words.some((word) => persons.test(word))) return 'surely';
  return names.test(bare) ? 'perhaps' : null;
}

/**
 * Whether a column names persons, to judge by its heading and the kind of its cells. A column of figures ("Tatverdächtige
 * insgesamt") or of a few codes that return ("man", "vrouw") does not, whatever its heading says.
 */
export function namesPersons(heading: string, cells: readonly string[]): boolean {
  const sure = ofPersons(heading);
  if (sure === null) return false;
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const texts = filled.filter((cell) => /\p{L}{2}/u.test(cell));
  if (texts.length * 2 < filled.length || texts.length === 0) return false;
  const labels = [...new Set(texts)].slice(0, 400);
  const strange = labels.filter((label) => !isListed(label));
  const named = strange.filter(likeName).length;
  if (sure === 'perhaps') return named * 10 >= labels.length * 6;
  if (named > 0) return true;
  if (strange.length * 2 < labels.length) return false;
  const returning = labels.length * 3 <= texts.length || labels.length <= 2;
  return !returning || strange.filter((label) => /^\p{Lu}\p{Ll}+$/u.test(label)).length > 8;
}
