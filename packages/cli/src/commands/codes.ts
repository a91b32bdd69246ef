import {
  codeListOf,
  type FoundCode,
  findCodes,
  listedThings,
  noCodeList,
} from '@samenbeeld/ingest';
import { aligned } from '@samenbeeld/page';
import {
  type CodeEntry,
  type Dimension,
  formatNumber,
  inFour,
  type Language,
  nearNames,
  type Text,
  units,
} from '@samenbeeld/schema';
import { openTerminal, type Terminal, told } from '../terminal.ts';

const says = {
  hint: inFour(
    'De codes van één lijst: samenbeeld codes metrics. Een woord: samenbeeld codes cocaïne',
    'Les codes d’une liste : samenbeeld codes metrics. Un mot : samenbeeld codes cocaïne',
    'Die Codes einer Liste: samenbeeld codes metrics. Ein Wort: samenbeeld codes cocaïne',
    'The codes of one: samenbeeld codes metrics. A word: samenbeeld codes cocaïne',
  ),
  otherPlaces: inFour(
    'Andere plaatsen: land, soort en naam, zoals NL.GM.Breda of BE.NIS.44021.',
    'Autres lieux : pays, type et nom, comme NL.GM.Breda ou BE.NIS.44021.',
    'Andere Orte: Land, Art und Name, etwa NL.GM.Breda oder BE.NIS.44021.',
    'Other places: country, kind and name, such as NL.GM.Breda or BE.NIS.44021.',
  ),
  none: inFour(
    'Niets lijkt op "{word}".',
    'Rien ne ressemble à « {word} ».',
    'Nichts ähnelt „{word}“.',
    'Nothing is like "{word}".',
  ),
  begin: inFour(
    'Geen code heet "{word}". Codes die zo beginnen:',
    'Aucun code ne s’appelle « {word} ». Codes qui commencent ainsi :',
    'Kein Code heißt „{word}“. Codes, die so beginnen:',
    'No code is called "{word}". Codes that begin so:',
  ),
  nearest: inFour(
    'Geen code heet "{word}". Het dichtst erbij:',
    'Aucun code ne s’appelle « {word} ». Les plus proches :',
    'Kein Code heißt „{word}“. Am nächsten:',
    'No code is called "{word}". Nearest:',
  ),
  list: inFour(
    'Bedoelt u de lijst {near}? samenbeeld codes {near}',
    'Voulez-vous dire la liste {near} ? samenbeeld codes {near}',
    'Meinen Sie die Liste {near}? samenbeeld codes {near}',
    'Do you mean the list {near}? samenbeeld codes {near}',
  ),
  also: inFour('ook “{name}”', 'aussi « {name} »', 'auch „{name}“', 'also “{name}”'),
};

const dimensions: Readonly<Record<Dimension, Text>> = {
  mass: inFour('massa', 'masse', 'Masse', 'mass'),
  volume: inFour('volume', 'volume', 'Volumen', 'volume'),
  count: inFour('aantal', 'nombre', 'Anzahl', 'count'),
  currency: inFour('munt', 'monnaie', 'Währung', 'currency'),
  price: inFour('prijs', 'prix', 'Preis', 'price'),
  share: inFour('aandeel', 'part', 'Anteil', 'share'),
  rate: inFour('verhouding', 'taux', 'Rate', 'rate'),
  potency: inFour('zuiverheid', 'pureté', 'Reinheit', 'potency'),
};

/** Synonyms shown of a code; --json has them all. */
const synonymsShown = 4;

function synonymsOf({ synonyms }: CodeEntry): string {
  const more = synonyms.length > synonymsShown ? ', …' : '';
  return `${synonyms.slice(0, synonymsShown).join(', ')}${more}`;
}

/** What a unit measures ("mass, 0.001 kg"); of other codes nothing. */
function kindOf(list: string, { code }: CodeEntry, language: Language): string {
  if (list !== 'units') return '';
  const { dimension, base, digits, exponent } = units.get(code);
  const name = dimensions[dimension][language];
  if (base === code) return name;
  return `${name}, ${formatNumber(Number(`${digits}e${exponent}`), language)} ${base}`;
}

function cells(list: string, entry: CodeEntry, language: Language): readonly string[] {
  return [entry.code, entry.label[language], kindOf(list, entry, language), synonymsOf(entry)];
}

const asJson = (list: string, entry: CodeEntry) => ({ list, ...entry });

function showLists(terminal: Terminal): void {
  const rows = Object.entries(listedThings).map(([name, says]) => [
    name,
    String(codeListOf(name).length),
    says[terminal.language],
  ]);
  for (const line of aligned(rows, new Set([1]))) terminal.print(`  ${line}`);
  terminal.print('', `  ${says.hint[terminal.language]}`);
  terminal.result({
    lists: Object.entries(listedThings).map(([name, { en }]) => ({
      name,
      says: en,
      codes: codeListOf(name).length,
    })),
  });
}

function showList(list: string, terminal: Terminal): void {
  const entries = codeListOf(list);
  const rows = entries.map((entry) => cells(list, entry, terminal.language));
  for (const line of aligned(rows)) terminal.print(`  ${line}`);
  if (list === 'places') terminal.print('', `  ${says.otherPlaces[terminal.language]}`);
  terminal.result({ codes: entries.map((entry) => asJson(list, entry)) });
}

/** Shows the codes of a word, and gives them as data. */
function showFound(word: string, found: readonly FoundCode[], terminal: Terminal) {
  const { language } = terminal;
  if (found.length === 0) terminal.print(`  ${told(says.none, language, { word })}`);
  else if (found[0]?.begins) terminal.print(`  ${told(says.begin, language, { word })}`);
  else if (!found[0]?.exact) terminal.print(`  ${told(says.nearest, language, { word })}`);
  const rows = found.map(({ list, entry, name }) => [
    list,
    ...cells(list, entry, language).slice(0, 3),
    [entry.code, entry.label[language]].includes(name) ? '' : told(says.also, language, { name }),
  ]);
  for (const line of aligned(rows)) terminal.print(`  ${line}`);
  return {
    word,
    found: found.map(({ list, entry, name, exact }) => ({
      ...asJson(list, entry),
      matched: name,
      exact,
    })),
  };
}

const isList = (name: string): boolean => Object.hasOwn(listedThings, name);

/** `samenbeeld codes`: the code lists; the codes of one; or the code of a word, in all lists, or of several in one. */
export async function codes(
  options: Readonly<Record<string, unknown>>,
  first?: string | readonly string[],
  more: string | readonly string[] = [],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const { language } = terminal;
  const list = String(first ?? '');
  const words = [more].flat().filter((word) => word !== '');
  if (list === '' && words.length === 0) showLists(terminal);
  else if (words.length === 0 && isList(list)) showList(list, terminal);
  else if (words.length === 0) {
    const shown = showFound(list, findCodes(list, { language }), terminal);
    const [near] = nearNames(list, Object.keys(listedThings));
    if (near !== undefined) terminal.print('', `  ${told(says.list, language, { near })}`);
    terminal.result(shown);
  } else {
    if (list !== '' && !isList(list)) throw noCodeList(list);
    const within = list === '' ? { language } : { list, language };
    const shown = words.map((word) => showFound(word, findCodes(word, within), terminal));
    terminal.result(shown.length === 1 ? shown[0] : { words: shown });
  }
}
