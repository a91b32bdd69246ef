import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InputError, inFour, quoted, UsageError, wrongUse } from '@samenbeeld/schema';
import { makeFolder } from '@samenbeeld/store';
import type { Download, SourceDescription } from '../description/description.ts';
import { checkAddress, told } from './address.ts';
import { answerRefused, moreThan, noJson, repairs } from './answer-refused.ts';
import { checkFileNames, isFileName } from './file-name.ts';
import { type Requested, type RequestOptions, requestFile } from './request-file.ts';
import { type WebClient, webClient } from './web-client.ts';

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
const recordName = 'snapshot.json';

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

interface Page {
  readonly value: readonly unknown[];
  readonly next: string | null;
}

function pageOf(text: string, url: string): Page {
  let body: Readonly<Record<string, unknown>>;
  try {
    body = JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    throw answerRefused(url, noJson, repairs.later);
  }
  const { value } = body;
  if (!Array.isArray(value))
    throw answerRefused(
      url,
      inFour(
        'JSON zonder "value"',
        'du JSON sans "value"',
        'JSON ohne "value"',
        'JSON without "value"',
      ),
      inFour(
        'controleer of het adres dat van een OData-tabel is',
        'vérifiez que l’adresse est celle d’une table OData',
        'prüfen, ob die Adresse die einer OData-Tabelle ist',
        'check that the address is that of an OData table',
      ),
    );
  const next = body['odata.nextLink'] ?? body['@odata.nextLink'];
  return { value, next: typeof next === 'string' ? next : null };
}

/** Pages after which a feed that never ends is given up. */
const most = 10_000;

const hostOf = (address: string): string => new URL(address).origin;

/**
 * Follows an OData feed (version 3 `odata.nextLink`, version 4 `@odata.nextLink`) and writes its rows as one document,
 * `{"value":[…]}`, one row a line. A page link that comes twice, or that leads to another host, is refused.
 */
async function requestPages(
  url: string,
  path: string,
  { mostPages = most, ...options }: RequestOptions & { readonly mostPages?: number | undefined },
): Promise<{ readonly answer: Requested; readonly requests: number }> {
  const seen = new Set<string>();
  const rows: string[] = [];
  const addresses: string[] = [];
  let bytes = 0;
  let at: string | null = url;
  let first: Requested | null = null;
  const { etag: _, lastModified: __, ...plain } = options;
  while (at !== null) {
    const from: string = at;
    if (seen.size >= mostPages)
      throw answerRefused(
        url,
        inFour(
          'meer dan {n} pagina’s',
          'plus de {n} pages',
          'mehr als {n} Seiten',
          'more than {n} pages',
          { n: mostPages },
        ),
        repairs.less,
      );
    if (seen.has(from))
      throw answerRefused(
        from,
        inFour(
          'pagina’s die in een kring leiden',
          'des pages qui tournent en rond',
          'Seiten, die im Kreis führen',
          'pages that lead in a circle',
        ),
        repairs.report,
      );
    seen.add(from);
    const answer = await requestFile(from, path, seen.size === 1 ? options : plain);
    first ??= answer;
    if (answer.unchanged) return { answer, requests: seen.size };
    bytes += answer.bytes;
    addresses.push(...answer.addresses);
    if (bytes > options.most) throw answerRefused(url, moreThan(options.most), repairs.less);
    const page = pageOf(await readFile(path, 'utf8'), from);
    for (const row of page.value) rows.push(JSON.stringify(row));
    if (page.next !== null && !URL.canParse(page.next, from))
      throw answerRefused(
        from,
        inFour(
          'een volgende pagina zonder adres',
          'une page suivante sans adresse',
          'eine nächste Seite ohne Adresse',
          'a next page without an address',
        ),
        repairs.report,
      );
    const next: string | null = page.next === null ? null : new URL(page.next, from).href;
    if (next !== null && hostOf(next) !== hostOf(from))
      throw new InputError(
        inFour(
          'de volgende pagina op {host} verwacht, gevonden: {next}',
          'la page suivante à {host} était attendue, trouvé : {next}',
          'die nächste Seite bei {host} erwartet, gefunden: {next}',
          'expected the next page at {host}, found {next}',
          { host: hostOf(from), next: told(next) },
        ),
        {
          repair: inFour(
            'haal op bij het eigen adres van de uitgever',
            'récupérez à l’adresse de l’éditeur lui-même',
            'von der eigenen Adresse des Herausgebers abrufen',
            'fetch from the publisher’s own address',
          ),
        },
      );
    at = next;
  }
  const text = `{"value":[\n${rows.join(',\n')}\n]}\n`;
  await writeFile(path, text);
  const whole = {
    unchanged: false as const,
    sha256: createHash('sha256').update(text).digest('hex'),
    bytes: Buffer.byteLength(text),
    addresses,
    etag: first?.unchanged === false ? first.etag : null,
    lastModified: first?.unchanged === false ? first.lastModified : null,
  };
  return {
    answer: seen.size === 1 ? whole : { ...whole, etag: null, lastModified: null },
    requests: seen.size,
  };
}

/** What fetching may be told. */
export interface FetchOptions {
  /** Folder of the snapshots. */
  readonly into: string;
  /** The time that the snapshot is dated by. */
  readonly now: Date;
  /** Another address that has the same files: `https://mirror.example`. */
  readonly mirror?: string;
  /** Bytes of a file above which it is refused; 2 GB where it is not given. */
  readonly most?: number;
  readonly client?: WebClient;
  readonly pause?: number;
  readonly patience?: number;
  /** Milliseconds for one file with all its attempts and pages; half an hour where it is not given. */
  readonly time?: number;
  /** Pages of a feed above which it is refused; 10,000 where it is not given. */
  readonly mostPages?: number;
  readonly onBytes?: (file: string, bytes: number) => void;
}

/** A file that was asked for: a new snapshot, or the last one, which still stands. */
export interface Fetched {
  readonly snapshot: Snapshot;
  readonly isNew: boolean;
  /** The snapshot before, where there is one and it differs. */
  readonly before: Snapshot | null;
}

function addressOf({ url }: Download, mirror: string | undefined): string {
  const { pathname, search } = checkAddress(url);
  if (mirror === undefined) return url;
  checkAddress(mirror);
  return new URL(`${pathname}${search}`, mirror).href;
}

/** A snapshot that no longer has its checksum is no snapshot. */
async function intact(snapshot: Snapshot): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(snapshot.path), hash);
  } catch {
    return false;
  }
  return hash.digest('hex') === snapshot.sha256;
}

async function latestOf(
  source: SourceDescription,
  { file }: Download,
  into: string,
): Promise<Snapshot | null> {
  const latest = snapshotsOf(into, source.id, file).at(-1) ?? null;
  if (latest && !(await intact(latest)))
    throw new InputError(
      inFour(
        'sha256 {hash}… verwacht, gevonden: een ander of geen bestand',
        'sha256 {hash}… était attendu, trouvé : un autre fichier ou aucun',
        'sha256 {hash}… erwartet, gefunden: eine andere oder keine Datei',
        'expected sha256 {hash}…, found another or no file',
        { hash: latest.sha256.slice(0, 12) },
      ),
      {
        place: { file: latest.path },
        repair: inFour(
          'een momentopname wordt nooit gewijzigd: zet haar map weg en haal opnieuw op',
          'un instantané ne se modifie jamais : déplacez son dossier et récupérez à nouveau',
          'eine Momentaufnahme wird nie geändert: ihren Ordner wegschieben und neu abrufen',
          'a snapshot is never changed: move its folder away and fetch again',
        ),
      },
    );
  return latest;
}

const stampOf = (now: Date): string =>
  now
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');

async function keep(temporary: string, snapshot: Snapshot, folder: string): Promise<void> {
  const { path: _, ...record } = snapshot;
  await writeFile(join(temporary, recordName), `${JSON.stringify(record, null, 1)}\n`);
  for (const name of [snapshot.file, recordName]) await chmod(join(temporary, name), 0o444);
  try {
    await rename(temporary, folder);
  } catch {
    throw wrongUse(
      'Er is al een momentopname {folder}; wacht een seconde en haal opnieuw op.',
      'Il y a déjà un instantané {folder} ; attendez une seconde et récupérez à nouveau.',
      'Es gibt schon eine Momentaufnahme {folder}; warten Sie eine Sekunde und rufen Sie neu ab.',
      'There is a snapshot {folder} already; wait a second and fetch again.',
      { folder },
    );
  }
}

/** Takes away the folders made for a fetch, from the innermost out, as far as nothing came into them. */
async function removeEmpty(folder: string, outermost: string): Promise<void> {
  for (let at = resolve(folder); at.length >= resolve(outermost).length; at = dirname(at)) {
    const removed = await rmdir(at).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}

/** Makes a folder and says which was the outermost that was missing. */
async function madeFrom(folder: string): Promise<string | undefined> {
  let missing: string | undefined;
  for (let at = resolve(folder); !existsSync(at) && dirname(at) !== at; at = dirname(at))
    missing = at;
  await makeFolder(folder);
  return missing;
}

async function fetchOne(
  source: SourceDescription,
  download: Download,
  options: FetchOptions,
  client: WebClient,
): Promise<Fetched> {
  const latest = await latestOf(source, download, options.into);
  const url = addressOf(download, options.mirror);
  const parent = join(options.into, source.id);
  const made = await madeFrom(parent);
  const temporary = await mkdtemp(join(parent, '.part-'));
  const path = join(temporary, download.file);
  const { onBytes } = options;
  const time = options.time ?? 1_800_000;
  const request: RequestOptions = {
    client,
    time,
    end: performance.now() + time,
    most: options.most ?? 2e9,
    pause: options.pause ?? 1000,
    patience: options.patience ?? 60_000,
    ...(latest?.url === told(url) ? { etag: latest.etag, lastModified: latest.lastModified } : {}),
    ...(onBytes ? { onBytes: (bytes) => onBytes(download.file, bytes) } : {}),
  };
  try {
    const { answer, requests } =
      download.pages === 'odata'
        ? await requestPages(url, path, { ...request, mostPages: options.mostPages })
        : { answer: await requestFile(url, path, request), requests: 1 };
    if (latest && (answer.unchanged || answer.sha256 === latest.sha256))
      return { snapshot: latest, isNew: false, before: null };
    if (answer.unchanged)
      throw answerRefused(
        url,
        inFour(
          '"not modified" zonder dat hier een bestand is',
          '"not modified" sans fichier ici',
          '"not modified", ohne dass hier eine Datei ist',
          '"not modified" without a file here',
        ),
        inFour('haal opnieuw op', 'récupérez à nouveau', 'neu abrufen', 'fetch again'),
      );
    const folder = join(parent, `${stampOf(options.now)}-${answer.sha256.slice(0, 8)}`);
    const snapshot: Snapshot = {
      source: source.id,
      path: join(folder, download.file),
      file: download.file,
      url: told(url),
      addresses: answer.addresses,
      fetchedAt: options.now.toISOString(),
      sha256: answer.sha256,
      bytes: answer.bytes,
      requests,
      etag: answer.etag,
      lastModified: answer.lastModified,
    };
    await keep(temporary, snapshot, folder);
    return { snapshot, isNew: true, before: latest };
  } finally {
    await rm(temporary, { recursive: true, force: true });
    if (made !== undefined) await removeEmpty(parent, made);
  }
}

/**
 * Fetches the files that a source's description names from its publisher, each into a dated folder of its own with its
 * address and checksum. What has not changed is not kept twice; what is kept is never changed. Nothing else in samenbeeld
 * opens a connection.
 *
 * Throws a UsageError where the source has no address to fetch from, and an InputError where no data come: what was
 * expected, what came, and what to do.
 */
export async function fetchSource(
  source: SourceDescription,
  options: FetchOptions,
): Promise<readonly Fetched[]> {
  if (source.downloads.length === 0)
    throw new UsageError(
      source.source.url
        ? inFour(
            '{id} heeft geen openbaar adres om van op te halen. Zie {url}; download het bestand daar en geef het aan `samenbeeld ingest`.',
            '{id} n’a pas d’adresse publique d’où récupérer. Voyez {url} ; téléchargez-y le fichier et donnez-le à `samenbeeld ingest`.',
            '{id} hat keine öffentliche Adresse zum Abrufen. Siehe {url}; laden Sie die Datei dort herunter und geben Sie sie `samenbeeld ingest`.',
            '{id} has no public address to fetch from. See {url}; download the file there and give it to `samenbeeld ingest`.',
            { id: source.id, url: source.source.url },
          )
        : inFour(
            '{id} heeft geen openbaar adres om van op te halen. Vraag de uitgever ({publisher}) om het bestand en geef het aan `samenbeeld ingest`.',
            '{id} n’a pas d’adresse publique d’où récupérer. Demandez le fichier à son éditeur ({publisher}) et donnez-le à `samenbeeld ingest`.',
            '{id} hat keine öffentliche Adresse zum Abrufen. Bitten Sie den Herausgeber ({publisher}) um die Datei und geben Sie sie `samenbeeld ingest`.',
            '{id} has no public address to fetch from. Ask its publisher ({publisher}) for the file and give it to `samenbeeld ingest`.',
            { id: source.id, publisher: source.source.publisher },
          ),
    );
  if (!isFileName(source.id))
    throw wrongUse(
      '{id} kan de map van de momentopnamen niet heten.',
      '{id} ne peut nommer le dossier de ses instantanés.',
      '{id} kann den Ordner der Momentaufnahmen nicht benennen.',
      '{id} cannot name the folder of its snapshots.',
      { id: quoted(source.id) },
    );
  checkFileNames(
    source.downloads.map(({ file }) => file),
    [recordName],
  );
  const client = options.client ?? (await webClient());
  const fetched: Fetched[] = [];
  for (const download of source.downloads)
    fetched.push(await fetchOne(source, download, options, client));
  return fetched;
}
