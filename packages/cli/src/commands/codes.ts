import { codeListOf, type FoundCode, findCodes, listedThings } from '@samenbeeld/ingest';
import { wrongUse } from '@samenbeeld/merge';
import { aligned } from '@samenbeeld/page';
import { type CodeEntry, type Language, units } from '@samenbeeld/schema';
import { openTerminal, type Terminal } from '../terminal.ts';

/** Synonyms shown of a code; --json has them all. */
const synonymsShown = 4;

function synonymsOf({ synonyms }: CodeEntry): string {
  const more = synonyms.length > synonymsShown ? ', …' : '';
  return `${synonyms.slice(0, synonymsShown).join(', ')}${more}`;
}

/** What a unit measures ("mass, 0.001 kg"); of other codes nothing. */
function kindOf(list: string, { code }: CodeEntry): string {
  if (list !== 'units') return '';
  const { dimension, base, digits, exponent } = units.get(code);
  if (base === code) return dimension;
  return `${dimension}, ${Number(`${digits}e${exponent}`)} ${base}`;
}

function cells(list: string, entry: CodeEntry, language: Language): readonly string[] {
  return [entry.code, entry.label[language], kindOf(list, entry), synonymsOf(entry)];
}

const asJson = (list: string, entry: CodeEntry) => ({ list, ...entry });

function showLists(terminal: Terminal): void {
  const rows = Object.entries(listedThings).map(([name, says]) => [
    name,
    String(codeListOf(name).length),
    says,
  ]);
  for (const line of aligned(rows, new Set([1]))) terminal.print(`  ${line}`);
  terminal.print(
    '',
    '  The codes of one: samenbeeld codes metrics. A word: samenbeeld codes cocaïne',
  );
  terminal.result({
    lists: rows.map(([name, , says]) => ({ name, says, codes: codeListOf(name ?? '').length })),
  });
}

function showList(list: string, terminal: Terminal): void {
  const entries = codeListOf(list);
  const rows = entries.map((entry) => cells(list, entry, terminal.language));
  for (const line of aligned(rows)) terminal.print(`  ${line}`);
  if (list === 'places')
    terminal.print(
      '',
      '  Other places: country, kind and name, such as NL.GM.Breda or BE.NIS.44021.',
    );
  terminal.result({ codes: entries.map((entry) => asJson(list, entry)) });
}

function showFound(word: string, found: readonly FoundCode[], terminal: Terminal): void {
  if (found.length === 0) terminal.print(`  Nothing is like "${word}".`);
  else if (!found[0]?.exact) terminal.print(`  No code is called "${word}". Nearest:`);
  const rows = found.map(({ list, entry, name }) => [
    list,
    ...cells(list, entry, terminal.language).slice(0, 3),
    [entry.code, entry.label[terminal.language]].includes(name) ? '' : `also “${name}”`,
  ]);
  for (const line of aligned(rows)) terminal.print(`  ${line}`);
  terminal.result({
    word,
    found: found.map(({ list, entry, name, exact }) => ({
      ...asJson(list, entry),
      matched: name,
      exact,
    })),
  });
}

const isList = (name: string): boolean => Object.hasOwn(listedThings, name);

/** `samenbeeld codes`: the code lists; the codes of one; or the code of a word, in one list or in all. */
export async function codes(
  options: Readonly<Record<string, unknown>>,
  first?: string | readonly string[],
  second?: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const [list, word] = [String(first ?? ''), String(second ?? '')];
  const { language } = terminal;
  if (list === '' && word === '') showLists(terminal);
  else if (word === '' && isList(list)) showList(list, terminal);
  else if (word === '') showFound(list, findCodes(list, { language }), terminal);
  else if (list === '') showFound(word, findCodes(word, { language }), terminal);
  else {
    if (!isList(list))
      throw wrongUse(
        'Er is geen codelijst "{list}". Er zijn {lists}; zet een woord van meer delen tussen aanhalingstekens.',
        'Il n’y a pas de liste de codes « {list} ». Il y a {lists} ; mettez un mot de plusieurs parties entre guillemets.',
        'Es gibt keine Codeliste „{list}“. Es gibt {lists}; setzen Sie ein Wort aus mehreren Teilen in Anführungszeichen.',
        'There is no code list "{list}". There are {lists}; write a word of several parts in quotes.',
        { list, lists: Object.keys(listedThings).join(', ') },
      );
    showFound(word, findCodes(word, { list, language }), terminal);
  }
}
