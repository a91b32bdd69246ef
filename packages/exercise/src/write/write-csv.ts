import type { Cell, ExerciseFile } from '../world.ts';

/** The characters that windows-1252 has and Latin-1 has not, as far as the exercise uses them. */
const beyondLatin: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, '–': 0x96 };

function inWindows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = beyondLatin[character] ?? character.charCodeAt(0);
    if (code > 0xff) throw new RangeError(`windows-1252 has no "${character}"`);
    return code;
  });
}

function cellText(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text with semicolons and line ends of Windows, in the encoding of the file. */
export function writeCsv(file: ExerciseFile): Uint8Array {
  const rows = [...file.header, ...file.rows].map((row) => row.map(cellText).join(';'));
  const text = [...file.title, ...rows, file.footer].map((line) => `${line}\r\n`).join('');
  if (file.encoding === 'windows-1252') return inWindows1252(text);
  return new TextEncoder().encode(file.encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}
