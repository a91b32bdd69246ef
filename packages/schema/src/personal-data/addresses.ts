import { announcedMark } from './marks.ts';

// One character before the sign is enough: a run of them would be read anew from each of its places.
const written = /[\p{L}\d._%+'-] ?@ ?(?:[\p{L}\d-]{1,63}\.){1,10}\p{L}{2}/u;
const loosely = /[\p{L}\d._%+-]@[\p{L}\d-]{1,63} ?\. ?\p{L}{2,10}(?![\p{L}\d])/u;

const open = '[(\\[{<_*]{1,2} ?';
const close = ' ?[)\\]}>_*]{1,2}';
const at = 'at|a|@|aet|arobase|arobas|apenstaart|apenstaartje|klammeraffe';
const dot = 'dot|punt|point|punkt|pt|\\.';
const dots = `(?: ?${open}(?:${dot})${close} ?| (?:dot|punt|point|punkt) | ?\\. ?)`;
const dotWords = `(?: ?${open}(?:${dot})${close} ?| (?:dot|punt|point|punkt) )`;
const label = '[\\p{L}\\d-]{1,63}';
const join = `(?:${announcedMark}{1,2})`;

const bracketed = new RegExp(
  `[\\p{L}\\d._%+-] {0,2}${open}(?:${at})${close} {0,2}${label}(?:${dots}${label}){1,5}`,
  'giu',
);
/** The name of a file, of Austria perhaps. */
const isFile =
  /_at_.*\.(?:csv|tsv|txt|xlsx?|xlsm|ods|json|ndjson|geojson|parquet|pdf|docx?|zip|gz|xml|ya?ml|html?|png|svg)$/iu;
/** "jan.jansen@politie(dot)nl". */
const dotted = new RegExp(`[\\p{L}\\d._%+-] ?@ ?${label}(?:${dotWords}${label}){1,5}`, 'iu');
const words = 'at|apenstaart|apenstaartje|arobase|arobas|klammeraffe';
/**
 * Words for both signs, with whatever signs round them. The letter before them is looked back at: an expression that begins
 * with it takes Node a quarter of a second to compile.
 */
const signed = new RegExp(
  `(?<=[\\p{L}\\d])(${join})(${words})${join}${label}(?:${join}(dot|punt|point|punkt)${join}${label}){1,5}`,
  'giu',
);
const dotWord = /dot|punt|point|punkt/iu;
/** A word for the first sign only, with the same sign on its sides. */
const quoted = new RegExp(
  `[\\p{L}\\d] ?([/|*~='#:;])(?:${words})\\1 ?([\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,5})`,
  'giu',
);
/** Ends of names of the net: of countries, and the common ones. */
const tops =
  /\.(?:[a-z]{2}|com|org|net|eu|info|biz|gov|edu|int|mil|brussels|vlaanderen|amsterdam|gent|frl|email|mail|online|site|app|dev)$/iu;
/** "Arrived at this point in time" is no address. */
const aside = /(?:^|[^\p{L}\d])(?:nl|be|lu|fr|de|eu|com|org|net|uk|ch)$/iu;

function isSigned([found, sign = '', at = '', dotWord = '']: RegExpExecArray): boolean {
  const isPlain = sign === ' ' && at.toLowerCase() === 'at' && dotWord.toLowerCase() !== 'dot';
  return !isPlain || aside.test(found);
}

/** "jan at example.org": a place as well, unless its first part is no word or mail is spoken of. */
const spoken = new RegExp(
  ` (?:at|apenstaart|apenstaartje|arobase|klammeraffe) (${label}(?:\\.${label}){1,5})`,
  'giu',
);
const spokenLocal = /[\p{L}\d._%+-]{1,64}$/iu;
const providers =
  /(?:^|\.)(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|protonmail|proton|gmx|web|telenet|skynet|ziggo|kpnmail|orange|free|laposte|pt|tutanota|aol|msn|mail)\./iu;
const mail =
  /(?:e-?mail|mail|courriel|mel|bereikbaar|contact|contacteer|adres|adresse|address|schrijf|ecrire|schreib|afzender|expediteur|absender|sender)[\p{L} .:=()'-]{0,24}$/iu;

/** The sign or a word for it: most texts have neither. */
const hint = /@|at|apenstaart|arobas|klammeraffe|aet|[([{<_*] ?a ?[)\]}>_*]/iu;

/** What every text holds in which there is anything to find for `bracketed`, `quoted` and `spoken`. */
const bracketedHint = new RegExp(`[([{<_*] ?(?:${at}) ?[)\\]}>_*]`, 'iu');
const quotedHint = /[/|*~='#:;](?:at|apen|arob|klam)/iu;
const spokenHint = / (?:at|apen|arob|klam)/iu;

/** Whether a text holds an address of e-mail, also with words for its signs. Takes plain writing. */
export function hasAddress(text: string): boolean {
  if (!hint.test(text)) return false;
  if (text.includes('@') && (written.test(text) || loosely.test(text) || dotted.test(text)))
    return true;
  if (dotWord.test(text))
    for (const found of text.matchAll(signed)) if (isSigned(found)) return true;
  if (quotedHint.test(text))
    for (const { 2: domain = '' } of text.matchAll(quoted)) if (tops.test(domain)) return true;
  // "NUTS_AT_2021.csv" is a file of Austria.
  if (bracketedHint.test(text))
    for (const [found] of text.matchAll(bracketed)) if (!isFile.test(found)) return true;
  if (!spokenHint.test(text)) return false;
  for (const { 1: domain = '', index: to } of text.matchAll(spoken)) {
    const [local] = spokenLocal.exec(text.slice(Math.max(0, to - 64), to)) ?? [];
    if (local === undefined) continue;
    const index = to - local.length;
    if (/[._%+\d]/u.test(local.replace(/^[.]|[.]$/gu, '')) || providers.test(domain)) return true;
    if (mail.test(text.slice(Math.max(0, index - 40), index))) return true;
  }
  return false;
}
