import { InputError, inFour, type Text } from '@samenbeeld/schema';
import { told } from './address.ts';

/** What to do about an answer without data. */
export const repairs: Readonly<Record<'elsewhere' | 'later' | 'less' | 'report', Text>> = {
  elsewhere: inFour(
    'open het adres in een browser; werkt het daar nog, haal het bestand dan daar op en geef het aan `samenbeeld ingest`',
    'ouvrez l’adresse dans un navigateur ; si elle y marche encore, téléchargez-y le fichier et donnez-le à `samenbeeld ingest`',
    'die Adresse in einem Browser öffnen; funktioniert sie dort noch, die Datei dort herunterladen und `samenbeeld ingest` geben',
    'open the address in a browser; where it still works, download the file there and give it to `samenbeeld ingest`',
  ),
  later: inFour(
    'probeer het later opnieuw',
    'réessayez plus tard',
    'später erneut versuchen',
    'try again later',
  ),
  less: inFour('vraag minder', 'demandez moins', 'weniger anfordern', 'ask for less'),
  report: inFour(
    'meld het aan de uitgever',
    'signalez-le à l’éditeur',
    'es dem Herausgeber melden',
    'report it to the publisher',
  ),
};
const { elsewhere, later } = repairs;

const webPage = inFour('een webpagina', 'une page web', 'eine Webseite', 'a web page');
const preparing = inFour(
  'een melding dat het antwoord wordt voorbereid',
  'un avis que la réponse est en préparation',
  'ein Hinweis, dass die Antwort vorbereitet wird',
  'a note that the answer is being prepared',
);
const noContent = inFour(
  'een antwoord zonder inhoud',
  'une réponse sans contenu',
  'eine Antwort ohne Inhalt',
  'an answer without content',
);
/** What stands where JSON should. */
export const noJson: Text = inFour(
  'tekst die geen JSON is',
  'du texte qui n’est pas du JSON',
  'Text, der kein JSON ist',
  'text that is no JSON',
);

/** What came with the body: the name that the file will have, what the server calls it, and whether it is all of it. */
export interface BodyAbout {
  readonly file: string;
  readonly type: string;
  readonly whole: boolean;
}

const page = /^\s*<(?:!doctype html|html|head|body|script|meta)\b/imu;
const packed = /\.(?:xlsx|xlsm|ods|zip)$/iu;

function decoded(start: Uint8Array): string {
  const [first, second] = start;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : null;
  const turned = first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return new TextDecoder(wide ?? turned ?? 'utf-8').decode(start);
}

/** What a body is that is no data, by its beginning; null where it may be data. */
export function notData(
  start: Uint8Array,
  { file, type, whole }: BodyAbout,
): { readonly found: Text; readonly repair: Text } | null {
  if (packed.test(file))
    return start[0] === 0x50 && start[1] === 0x4b
      ? null
      : {
          found: page.test(decoded(start))
            ? webPage
            : inFour(
                'geen werkmap of archief',
                'ni classeur ni archive',
                'keine Arbeitsmappe und kein Archiv',
                'no workbook or archive',
              ),
          repair: elsewhere,
        };
  const text = decoded(start)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^\s*(?:text\/html|application\/xhtml)/iu.test(type) || page.test(text))
    return { found: webPage, repair: elsewhere };
  if (/^\{\s*"(?:error|errors|fault|odata\.error|exception)"\s*:/iu.test(text))
    return {
      found: inFour(
        'een foutmelding van de dienst in JSON',
        'une erreur du service en JSON',
        'ein Fehler des Dienstes in JSON',
        'an error of the service in JSON',
      ),
      repair: later,
    };
  if (
    whole &&
    /^\{[^[]*"(?:message|detail|status|statusCode|title)"\s*:/iu.test(text) &&
    !/"(?:value|data|dataset|observations)"\s*:/u.test(text)
  )
    return {
      found: inFour(
        'een bericht van de dienst in JSON',
        'un message du service en JSON',
        'eine Nachricht des Dienstes in JSON',
        'a message of the service in JSON',
      ),
      repair: later,
    };
  if (/\.json$/iu.test(file) && !/^[[{]/u.test(text)) return { found: noJson, repair: later };
  if (!text.startsWith('<')) return null;
  if (/<(?:\w+:)?(?:Envelope|syncResponse|asyncResponse)\b/.test(text))
    return {
      found: /queued|SUBMITTED|async/i.test(text)
        ? preparing
        : inFour(
            'een foutmelding van de dienst in XML',
            'une erreur du service en XML',
            'ein Fehler des Dienstes in XML',
            'an error of the service in XML',
          ),
      repair: inFour(
        'probeer het over een paar minuten opnieuw; vraag minder als het niet helpt',
        'réessayez dans quelques minutes ; demandez moins si cela n’aide pas',
        'in einigen Minuten erneut versuchen; weniger anfordern, wenn es nicht hilft',
        'try again in a few minutes; ask for less where it does not help',
      ),
    };
  return { found: inFour('XML', 'du XML', 'XML', 'XML'), repair: elsewhere };
}

/** The error for an answer without data. */
export function answerRefused(url: string, found: Text, repair: Text): InputError {
  return new InputError(
    inFour(
      'een bestand van {url} verwacht, gevonden: {found}',
      'un fichier de {url} était attendu, trouvé : {found}',
      'eine Datei von {url} erwartet, gefunden: {found}',
      'expected a file from {url}, found {found}',
      { url: told(url), found },
    ),
    { repair },
  );
}

const why: Readonly<Record<number, Text>> = {
  202: preparing,
  204: noContent,
  205: noContent,
  206: inFour(
    'een deel van het bestand',
    'une partie du fichier',
    'ein Teil der Datei',
    'a part of the file',
  ),
  401: inFour(
    'de dienst vraagt een aanmelding',
    'le service demande de se connecter',
    'der Dienst verlangt eine Anmeldung',
    'it asks for a login',
  ),
  403: inFour(
    'de dienst weigert toegang',
    'le service refuse l’accès',
    'der Dienst verweigert den Zugang',
    'it refuses access',
  ),
  404: inFour(
    'op dat adres is niets: de uitgever heeft het bestand misschien verplaatst',
    'il n’y a rien à cette adresse : l’éditeur a peut-être déplacé le fichier',
    'unter dieser Adresse ist nichts: der Herausgeber hat die Datei vielleicht verschoben',
    'there is nothing at that address: the publisher may have moved the file',
  ),
  410: inFour(
    'de uitgever heeft het bestand ingetrokken',
    'l’éditeur a retiré le fichier',
    'der Herausgeber hat die Datei zurückgezogen',
    'the publisher has withdrawn the file',
  ),
  413: inFour(
    'het verzoek is te groot voor de dienst',
    'la demande est trop grande pour le service',
    'die Anfrage ist zu groß für den Dienst',
    'the request is too large for the service',
  ),
  429: inFour(
    'te veel verzoeken, ook na wachten',
    'trop de demandes, même après une attente',
    'zu viele Anfragen, auch nach Warten',
    'too many requests, also after waiting',
  ),
};

/** What a status means for the person who asked. */
export function statusRefused(url: string, status: number): InputError {
  const said = { status: String(status), why: why[status] ?? '' };
  return answerRefused(
    url,
    why[status]
      ? inFour(
          'status {status} ({why})',
          'statut {status} ({why})',
          'Status {status} ({why})',
          'status {status} ({why})',
          said,
        )
      : inFour('status {status}', 'statut {status}', 'Status {status}', 'status {status}', said),
    status >= 500 || status === 429 || status < 300 ? later : elsewhere,
  );
}

/** More bytes than were asked for. */
export function moreThan(bytes: number): Text {
  return inFour('meer dan {n} MB', 'plus de {n} Mo', 'mehr als {n} MB', 'more than {n} MB', {
    n: Math.round(bytes / 1e6),
  });
}
