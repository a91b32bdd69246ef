import { InputError, inFour, joinWith, quoted, withheldText } from '@samenbeeld/schema';
import { expression, refuseExpression } from './expression.ts';

/** A test for a name: the name itself, or a regular expression between slashes. */
export function nameTest(wanted: string): (name: string) => boolean {
  const [, pattern, flags] = /^\/(.+)\/([iu]*)$/s.exec(wanted) ?? [];
  if (pattern === undefined) {
    const shown = withheldText(wanted);
    return (name) => name === shown;
  }
  refuseExpression(`sheetName "${wanted}"`, pattern);
  return expression(pattern, flags?.includes('i') ? 'i' : '').test;
}

/** Those of several named tables in a file that are wanted; the first where nothing is said. */
export function pickNamed<Item extends { readonly name: string | null }>(
  file: string,
  items: readonly Item[],
  wanted: string | undefined,
): readonly Item[] {
  if (wanted === undefined) return items.slice(0, 1);
  const test = nameTest(wanted);
  const chosen = items.filter(({ name }) => test(name ?? ''));
  if (chosen.length > 0) return chosen;
  const names = joinWith(
    items.map(({ name }) => quoted(name ?? '')),
    ', ',
  );
  throw new InputError(
    inFour(
      'een tabel {wanted} verwacht, gevonden: {names}',
      'un tableau {wanted} était attendu, trouvé : {names}',
      'eine Tabelle {wanted} erwartet, gefunden: {names}',
      'expected a table {wanted}, found {names}',
      { wanted, names },
    ),
    {
      place: { file },
      repair: inFour(
        'verbeter de naam van het blad in de bronbeschrijving',
        'corrigez le nom de la feuille dans la description de la source',
        'den Namen des Blatts in der Quellenbeschreibung berichtigen',
        'correct the name of the sheet in the source description',
      ),
    },
  );
}
