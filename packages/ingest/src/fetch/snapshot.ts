import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, inFour } from '@samenbeeld/schema';
import { isFileName } from './file-name.ts';

/** A file as a publisher gave it on one day. Nothing in its folder is ever changed. */
export interface Snapshot {
  readonly source: string;
  /** The file, with its folders. */
  readonly path: string;
  readonly file: string;
  readonly url: string;
  /** Every address that was asked, in order, redirects and pages too; without what opens something. */
  readonly addresses: readonly string[];
  /** ISO time of the answer. */
  readonly fetchedAt: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Requests it took: the pages of an OData feed. */
  readonly requests: number;
  /** What the server said about its state, for asking again. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Name of the record beside a snapshot. */
export const recordName = 'snapshot.json';

function read(folder: string): Snapshot {
  const path = join(folder, recordName);
  try {
    const record = JSON.parse(readFileSync(path, 'utf8')) as Snapshot;
    if (!isFileName(record.file)) throw new Error(record.file);
    return {
      ...record,
      addresses: record.addresses ?? [record.url],
      path: join(folder, record.file),
    };
  } catch {
    throw new InputError(
      inFour(
        'de gegevens van een momentopname verwacht, gevonden: iets anders',
        'la fiche d’un instantané était attendue, trouvé : autre chose',
        'die Angaben einer Momentaufnahme erwartet, gefunden: etwas anderes',
        'expected the record of a snapshot, found something else',
      ),
      {
        place: { file: path },
        repair: inFour(
          'zet de map van die momentopname weg en haal opnieuw op',
          'déplacez le dossier de cet instantané et récupérez à nouveau',
          'den Ordner dieser Momentaufnahme wegschieben und neu abrufen',
          'move the folder of that snapshot away and fetch again',
        ),
      },
    );
  }
}

/** The snapshots of one file of a source, oldest first. Folders without a record were never finished and do not count. */
export function snapshotsOf(into: string, source: string, file: string): readonly Snapshot[] {
  const folder = join(into, source);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, recordName)))
    .map((name) => read(join(folder, name)))
    .filter((snapshot) => snapshot.file === file);
}
