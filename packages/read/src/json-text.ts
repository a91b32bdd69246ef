import { InputError, inFour } from '@samenbeeld/schema';
import { cellReader } from './cell-reader.ts';
import { decode } from './decode.ts';
import { sniffEncoding } from './encoding.ts';
import type { FileBytes } from './file-bytes.ts';
import type { FileShape } from './table.ts';

const longest = 500_000_000;

/** The text of a JSON file: UTF-8 as between systems (RFC 8259, section 8.1), unless UTF-16 shows or another encoding is declared. */
export function jsonText({ file, bytes: raw }: FileBytes, shape: FileShape): string {
  const { encoding } = sniffEncoding(raw);
  const usual = encoding.startsWith('utf-16') ? encoding : 'utf-8';
  const { bytes, start, table } = decode(file, raw, shape.encoding ?? usual);
  if (bytes.length > longest) {
    throw new InputError(
      inFour(
        'ten hoogste 500 MB aan JSON verwacht',
        'au plus 500 Mo de JSON étaient attendus',
        'höchstens 500 MB JSON erwartet',
        'expected at most 500 MB of JSON',
      ),
      {
        place: { file },
        repair: inFour(
          'verdeel de lijst over meerdere bestanden',
          'répartissez la liste sur plusieurs fichiers',
          'die Liste auf mehrere Dateien verteilen',
          'split the array over several files',
        ),
      },
    );
  }
  return cellReader(bytes, table).plain(start, bytes.length) ?? '';
}
