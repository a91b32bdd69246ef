import { closeSync, openSync, renameSync, writeSync } from 'node:fs';

const ports = ['RTM', 'VLI', 'TNZ', 'AMS', 'MOE', 'ANR', 'GNE', 'ZEE'];
const substances = 'Cocaïne Heroïne Hasj Wiet MDMA Xtc Speed Keta GHB'.split(' ');
const units = ['kg', 'kg', 'kg', 'g', 'st', 'l'];
const agencies = ['D', 'D', 'P', 'K', 'F'];
const notes = ['container', 'koelzaak', 'bagage', 'postzak', 'trailer'];
const chunk = 1 << 22;

/** Numbers that look random and are the same on every machine (xorshift, 32 bits). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state ^ (state << 13)) >>> 0;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state;
  };
}

/**
 * Writes a CSV of seizures for `source.yaml`: about 44 bytes a row; in ten thousand rows some fifty subtotals, ten
 * unknown ports, ten cells that are no number, fifty without a quantity, five with an address of e-mail, and five
 * rows that stand twice. Where `ragged`, a blank line and a short row stand in each ten thousand, so that the file is
 * no rectangle.
 */
export function makeSeizures(path: string, rows: number, ragged: boolean, seed = 20_240_611): void {
  const next = numbers(seed);
  const pick = (list: readonly string[]): string => list[next() % list.length] ?? '';
  const two = (number: number): string => String(number).padStart(2, '0');
  const made = `${path}.part`;
  const file = openSync(made, 'w');
  let text = 'Datum;Haven;Middel;Hoeveelheid;Eenheid;Dienst;Zaak;Nota\n';
  let before = '';
  for (let row = 0; row < rows; row++) {
    const odd = next() % 10_000;
    const quantity = next() % 200_000;
    const cells = [
      `${two(1 + (next() % 28))}-${two(1 + (next() % 12))}-${2012 + (next() % 12)}`,
      odd < 10 ? 'XXX' : pick(ports),
      odd >= 10 && odd < 60 ? 'Totaal' : pick(substances),
      odd >= 60 && odd < 70
        ? 'veel'
        : odd >= 70 && odd < 120
          ? ''
          : (quantity / 1000).toFixed(quantity % 4).replace('.', ','),
      pick(units),
      pick(agencies),
      `Z${row.toString(36).padStart(5, '0')}`,
      odd >= 120 && odd < 125
        ? `meld aan post${row}@example.org`
        : next() % 8 === 0
          ? pick(notes)
          : '',
    ];
    let line = `${cells.join(';')}\n`;
    if (odd >= 125 && odd < 130 && before !== '') line = before;
    before = line;
    if (ragged && row % 10_000 === 9_999) line += `\n${cells.slice(0, 6).join(';')}\n`;
    text += line;
    if (text.length < chunk) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
  renameSync(made, path);
}
