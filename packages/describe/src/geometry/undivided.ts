import { inFour, inSigns, quoted, type Text } from '@samenbeeld/schema';
import { cellKind } from './cell-kind.ts';

/** How the cells of a text stand that no delimiter divides, and what a person can do. */
export interface Undivided {
  readonly found: Text;
  readonly repair: Text;
}

const most = 500;
const nearlyAll = 0.8;

/** Columns of letters in which no line has one, between columns in which some have: as many as columns of a table that blanks align, less one. */
function gaps(lines: readonly string[]): number {
  const used: boolean[] = [];
  for (const line of lines)
    for (let at = 0; at < line.length; at++) if (line[at] !== ' ') used[at] = true;
  const first = used.indexOf(true);
  return used.filter((isUsed, at) => at > first && isUsed && !used[at - 1]).length;
}

function isAligned(lines: readonly string[]): boolean {
  const spaced = lines.filter((line) => /\S {2,}\S/u.test(line));
  return spaced.length > 2 && spaced.length >= lines.length * nearlyAll && gaps(spaced) > 1;
}

const isRowQuoted = (line: string): boolean => /^".*[,;\t|].*"$/u.test(line);

/** Signs that stand between words of one cell, in figures, dates and addresses, or divide cells that can be read. */
const others = /[^\p{L}\p{N}\s"'“”«»().,;|+\-−–/%€$£_@?*=<>[\]{}]+/gu;

/** The sign, or run of signs, that stands as often in nearly all lines, twice or more; null where none does. */
function dividing(lines: readonly string[]): { sign: string; times: number } | null {
  const counts = lines.map((line) => {
    const own = new Map<string, number>();
    for (const [sign] of line.matchAll(others)) own.set(sign, (own.get(sign) ?? 0) + 1);
    return own;
  });
  const middle = counts[counts.length >> 1] ?? new Map<string, number>();
  for (const [sign, times] of middle) {
    const alike = counts.filter((own) => own.get(sign) === times).length;
    if (times > 1 && alike >= lines.length * nearlyAll) return { sign, times };
  }
  return null;
}

const isShown = (sign: string): boolean => /^[^\p{C}\p{Z}]+$/u.test(sign);
const named = (sign: string): Text =>
  isShown(sign)
    ? quoted(sign)
    : inSigns(
        [...sign]
          .map((each) => `U+${each.codePointAt(0)?.toString(16).padStart(4, '0').toUpperCase()}`)
          .join(' '),
      );

/** How the lines of a text without a delimiter are made up, where that can be told; null where it cannot. */
export function undivided(texts: readonly string[]): Undivided | null {
  const lines = texts.filter((text) => text.trim() !== '').slice(0, most);
  if (lines.length < 3 || lines.every((line) => cellKind(line) !== 'text')) return null;
  if (lines.filter(isRowQuoted).length >= lines.length * nearlyAll)
    return {
      found: inFour(
        'aanhalingstekens om hele rijen, met het scheidingsteken erbinnen',
        'des guillemets autour de lignes entières, séparateur compris',
        'Anführungszeichen um ganze Zeilen, mit dem Trennzeichen darin',
        'quotes around whole rows, with the delimiter inside them',
      ),
      repair: inFour(
        'haal in een kopie de buitenste aanhalingstekens van elke rij weg en maak dubbele erbinnen enkel, of exporteer het bestand opnieuw als .csv',
        'dans une copie, retirez les guillemets extérieurs de chaque ligne et dédoublez ceux de l’intérieur, ou exportez à nouveau le fichier en .csv',
        'in einer Kopie die äußeren Anführungszeichen jeder Zeile entfernen und doppelte im Inneren einfach setzen oder die Datei erneut als .csv exportieren',
        'in a copy, take away the outer quotes of each row and write doubled ones inside once, or export the file again as .csv',
      ),
    };
  const found = dividing(lines);
  if (found) {
    const sign = named(found.sign);
    return {
      found: inFour(
        'cellen met {sign} ertussen ({n} keer per rij), dat niet als scheidingsteken te lezen is',
        'des cellules séparées par {sign} ({n} fois par ligne), qui ne se lit pas comme séparateur',
        'Zellen mit {sign} dazwischen ({n}-mal je Zeile), das nicht als Trennzeichen lesbar ist',
        'cells with {sign} between them ({n} times a row), which cannot be read as a delimiter',
        { sign, n: found.times },
      ),
      repair: inFour(
        'vervang {sign} in een kopie door een tab, of haal het bestand op als .csv',
        'remplacez {sign} par une tabulation dans une copie, ou récupérez le fichier en .csv',
        '{sign} in einer Kopie durch einen Tabulator ersetzen oder die Datei als .csv abrufen',
        'replace {sign} by a tab in a copy, or fetch the file as .csv',
        { sign },
      ),
    };
  }
  if (!isAligned(lines)) return null;
  return {
    found: inFour(
      'cellen die met spaties zijn uitgelijnd (vaste breedte), zonder scheidingsteken',
      'des cellules alignées par des espaces (largeur fixe), sans séparateur',
      'mit Leerzeichen ausgerichtete Zellen (feste Breite) ohne Trennzeichen',
      'cells that blanks align (fixed width), without a delimiter',
    ),
    repair: inFour(
      'open het in een rekenblad als tekst met vaste breedte en bewaar het als .xlsx, of haal het bestand op als .csv',
      'ouvrez-le dans un tableur comme texte à largeur fixe et enregistrez-le en .xlsx, ou récupérez le fichier en .csv',
      'in einer Tabellenkalkulation als Text fester Breite öffnen und als .xlsx speichern oder die Datei als .csv abrufen',
      'open it in a spreadsheet as text of fixed width and save it as .xlsx, or fetch the file as .csv',
    ),
  };
}
