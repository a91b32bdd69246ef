import { UsageError } from './errors.ts';
import type { Text } from './language.ts';
import { englishQuoted, inFour } from './sentence.ts';

const full = inFour(
  'de schijf is vol, of uw deel ervan',
  'le disque est plein, ou votre part du disque',
  'der Datenträger ist voll, oder Ihr Anteil daran',
  'the disk is full, or your share of it is',
);
const shut = inFour(
  'u mag er niet schrijven, of een ander programma heeft het open',
  'vous n’avez pas le droit d’y écrire, ou un autre programme l’a ouvert',
  'Sie dürfen dort nicht schreiben, oder ein anderes Programm hat es geöffnet',
  'you may not write there, or another program has it open',
);
const unread = inFour(
  'de plek is niet te bereiken of te lezen',
  'l’endroit ne peut être atteint ou lu',
  'der Ort ist nicht erreichbar oder nicht lesbar',
  'the place cannot be reached or read',
);
const taken = inFour(
  'er staat iets anders op die plek',
  'autre chose se trouve à cet endroit',
  'an der Stelle steht etwas anderes',
  'something else is in its place',
);
const noName = inFour(
  'deze schijf neemt die naam niet aan',
  'ce disque n’accepte pas ce nom',
  'dieser Datenträger nimmt den Namen nicht an',
  'the name is none that this disk takes',
);
const using = inFour(
  'een ander programma of het systeem gebruikt het',
  'un autre programme ou le système l’utilise',
  'ein anderes Programm oder das System verwendet es',
  'another program or the system is using it',
);
const manyOpen = inFour(
  'er zijn te veel bestanden open',
  'trop de fichiers sont ouverts',
  'zu viele Dateien sind geöffnet',
  'too many files are open',
);

const free = inFour(
  'Maak ruimte vrij, of noem een plek op een andere schijf',
  'Libérez de l’espace, ou nommez un endroit sur un autre disque',
  'Schaffen Sie Platz, oder nennen Sie einen Ort auf einem anderen Datenträger',
  'Free some space, or name a place on another disk',
);
const close = inFour(
  'Sluit het in andere programma’s (Excel vergrendelt wat het toont), of noem een plek van uzelf',
  'Fermez-le dans les autres programmes (Excel verrouille ce qu’il montre), ou nommez un endroit à vous',
  'Schließen Sie es in anderen Programmen (Excel sperrt, was es zeigt), oder nennen Sie einen eigenen Ort',
  'Close it in other programs (Excel locks what it shows), or name a place that is yours',
);
const other = inFour(
  'Noem een andere plek',
  'Nommez un autre endroit',
  'Nennen Sie einen anderen Ort',
  'Name another place',
);
const anew = inFour(
  'Verbind de netwerkschijf opnieuw, of noem een andere plek',
  'Reconnectez le lecteur réseau, ou nommez un autre endroit',
  'Verbinden Sie das Netzlaufwerk neu, oder nennen Sie einen anderen Ort',
  'Connect the network drive anew, or name another place',
);
const fewer = inFour(
  'Sluit andere programma’s en probeer het opnieuw',
  'Fermez d’autres programmes et réessayez',
  'Schließen Sie andere Programme und versuchen Sie es noch einmal',
  'Close other programs and try again',
);

type Answer = readonly [what: Text, todo: Text];

/** What the machine may answer, in words, and what to do. */
const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['ENOSPC', [full, free]],
  ['EDQUOT', [full, free]],
  [
    'EFBIG',
    [
      inFour(
        'het bestand is groter dan de schijf aanneemt',
        'le fichier est plus grand que le disque ne l’admet',
        'die Datei ist größer, als der Datenträger annimmt',
        'the file is larger than the disk takes',
      ),
      free,
    ],
  ],
  [
    'EROFS',
    [
      inFour(
        'de schijf is alleen te lezen',
        'le disque est en lecture seule',
        'der Datenträger ist schreibgeschützt',
        'the disk can only be read',
      ),
      other,
    ],
  ],
  ['EACCES', [shut, close]],
  ['EPERM', [shut, close]],
  ['EBUSY', [using, close]],
  ['ETXTBSY', [using, close]],
  [
    'ENOTDIR',
    [
      inFour(
        'een deel van het pad is een bestand, en daar kan niets in staan',
        'une partie du chemin est un fichier, et rien ne peut s’y trouver',
        'ein Teil des Pfads ist eine Datei, und darin kann nichts liegen',
        'a part of the path is a file, and nothing can lie in it',
      ),
      other,
    ],
  ],
  [
    'ENOENT',
    [
      inFour(
        'zo’n map kan daar niet worden gemaakt',
        'un tel dossier ne peut y être créé',
        'ein solcher Ordner lässt sich dort nicht anlegen',
        'no such folder can be made there',
      ),
      other,
    ],
  ],
  [
    'ENAMETOOLONG',
    [
      inFour(
        'de naam is te lang voor deze schijf',
        'le nom est trop long pour ce disque',
        'der Name ist zu lang für diesen Datenträger',
        'the name is too long for this disk',
      ),
      inFour(
        'Noem een kortere',
        'Nommez-en un plus court',
        'Nennen Sie einen kürzeren',
        'Name a shorter one',
      ),
    ],
  ],
  ['EINVAL', [noName, other]],
  ['EILSEQ', [noName, other]],
  [
    'ELOOP',
    [
      inFour(
        'koppelingen leiden naar zichzelf terug',
        'des liens renvoient à eux-mêmes',
        'Verknüpfungen führen auf sich selbst zurück',
        'links lead back to themselves',
      ),
      other,
    ],
  ],
  [
    'EISDIR',
    [
      inFour(
        'er is een map waar een bestand wordt verwacht',
        'il y a un dossier là où un fichier est attendu',
        'wo eine Datei erwartet wird, ist ein Ordner',
        'a folder is where a file is expected',
      ),
      other,
    ],
  ],
  ['ENOTEMPTY', [taken, other]],
  ['EEXIST', [taken, other]],
  [
    'EXDEV',
    [
      inFour(
        'het ligt op twee schijven',
        'cela se trouve sur deux disques',
        'es liegt auf zwei Datenträgern',
        'it lies on two disks',
      ),
      other,
    ],
  ],
  [
    'EMLINK',
    [
      inFour(
        'er past niets meer in de map',
        'le dossier contient tout ce qu’il peut',
        'der Ordner fasst nichts mehr',
        'the folder holds as much as it can',
      ),
      other,
    ],
  ],
  ['ENODEV', [unread, other]],
  ['ENXIO', [unread, other]],
  [
    'EIO',
    [
      inFour(
        'de schijf meldt een storing',
        'le disque signale une défaillance',
        'der Datenträger meldet einen Fehler',
        'the disk reports a fault',
      ),
      inFour(
        'Noem een andere plek, en laat de schijf nakijken',
        'Nommez un autre endroit, et faites examiner le disque',
        'Nennen Sie einen anderen Ort, und lassen Sie den Datenträger prüfen',
        'Name another place, and have the disk looked at',
      ),
    ],
  ],
  ['ESTALE', [unread, anew]],
  ['ETIMEDOUT', [unread, anew]],
  ['EHOSTDOWN', [unread, anew]],
  ['EMFILE', [manyOpen, fewer]],
  ['ENFILE', [manyOpen, fewer]],
  [
    'ENOMEM',
    [
      inFour(
        'het geheugen is op',
        'la mémoire est épuisée',
        'der Arbeitsspeicher ist aufgebraucht',
        'the memory is used up',
      ),
      fewer,
    ],
  ],
]);

type Unreadable =
  | 'absent'
  | 'denied'
  | 'long-name'
  | 'circle'
  | 'folder'
  | 'pipe'
  | 'socket'
  | 'device';

const unreadable: Readonly<Record<Unreadable, Text>> = {
  absent: inFour(
    'er is geen bestand',
    'il n’y a pas de fichier',
    'es gibt keine Datei',
    'there is no such file',
  ),
  denied: inFour(
    'deze gebruiker mag het niet lezen',
    'cet utilisateur n’a pas le droit de le lire',
    'dieser Benutzer darf es nicht lesen',
    'it may not be read by this user',
  ),
  'long-name': inFour(
    'de naam is te lang',
    'son nom est trop long',
    'der Name ist zu lang',
    'its name is too long',
  ),
  circle: inFour(
    'de koppelingen lopen in een kring',
    'ses liens tournent en rond',
    'die Verknüpfungen führen im Kreis',
    'its links lead round in a circle',
  ),
  folder: inFour('het is een map', 'c’est un dossier', 'es ist ein Ordner', 'it is a folder'),
  pipe: inFour(
    'het is een pijp; schrijf wat eruit komt eerst naar een bestand',
    'c’est un tube ; écrivez d’abord ce qui en sort dans un fichier',
    'es ist eine Pipe; was herauskommt, zuerst in eine Datei schreiben',
    'it is a pipe; write what comes out of it to a file first',
  ),
  socket: inFour('het is een socket', 'c’est un socket', 'es ist ein Socket', 'it is a socket'),
  device: inFour(
    'het is een apparaat',
    'c’est un périphérique',
    'es ist ein Gerät',
    'it is a device',
  ),
};

/**
 * Why a path cannot be read, in four languages: by the kind of it, as `fileProblem` of the engine gives it.
 *
 * @example
 * ```ts
 * import { unreadableWords } from '@samenbeeld/schema';
 * unreadableWords({ kind: 'folder' }).nl // => 'het is een map'
 * unreadableWords({ kind: 'large', megabytes: 50 }).fr // => 'il dépasse 50 Mo'
 * ```
 */
export function unreadableWords(
  problem:
    | { readonly kind: Unreadable }
    | { readonly kind: 'large'; readonly megabytes: number }
    | { readonly kind: 'other'; readonly code: string },
): Text {
  if (problem.kind === 'other') return englishQuoted(problem.code);
  if (problem.kind !== 'large') return unreadable[problem.kind];
  return inFour(
    'het is groter dan {megabytes} MB',
    'il dépasse {megabytes} Mo',
    'es ist größer als {megabytes} MB',
    'it is larger than {megabytes} MB',
    { megabytes: problem.megabytes },
  );
}

/** What the machine says by a code, in words, and what to do; a code that is unknown keeps something from being written. */
export function machineAnswer(code: string): readonly [what: Text, todo: Text] {
  return answers.get(code) ?? [cannotWrite, other];
}

const cannotWrite = inFour(
  'het bestand is niet te schrijven',
  'le fichier ne peut être écrit',
  'die Datei lässt sich nicht schreiben',
  'the file cannot be written',
);

/** The code of an error that came from the machine ("ENOSPC"); empty where it came from elsewhere. */
export function machineCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return answers.has(code) ? code : '';
}

/**
 * What the machine refused (a full disk, a missing permission, a file that is open elsewhere) as a UsageError that says
 * what to do; any other error as it is. `place` is named where the error names none.
 *
 * @example
 * ```ts
 * import { machineProblem } from '@samenbeeld/schema';
 * const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
 * String(machineProblem(full, 'out/ports')) // => 'UsageError: out/ports cannot be written: the disk is full, or your share of it is (ENOSPC). Free some space, or name a place on another disk.'
 * ```
 */
export function machineProblem(error: unknown, place?: string): unknown {
  const code = machineCode(error);
  const answer = answers.get(code);
  if (!answer) return error;
  const { path, syscall } = error as { readonly path?: string; readonly syscall?: string };
  const [what, todo] = answer;
  const reading = syscall === 'scandir' || syscall === 'read' || syscall === 'stat';
  // An error of the engine names a place only where it is another one than what is written.
  const another = syscall === undefined ? path : undefined;
  const where =
    another ??
    place ??
    path ??
    inFour(
      'Wat hiervoor geschreven moet worden',
      'Ce qu’il faut écrire pour cela',
      'Was dafür geschrieben werden muss',
      'What this needs to write',
    );
  const said = { where, what, code, todo };
  return new UsageError(
    reading
      ? inFour(
          '{where} is niet te lezen: {what} ({code}). {todo}.',
          '{where} ne se lit pas : {what} ({code}). {todo}.',
          '{where} ist nicht lesbar: {what} ({code}). {todo}.',
          '{where} cannot be read: {what} ({code}). {todo}.',
          said,
        )
      : inFour(
          '{where} is niet te schrijven: {what} ({code}). {todo}.',
          '{where} ne peut être écrit : {what} ({code}). {todo}.',
          '{where} lässt sich nicht schreiben: {what} ({code}). {todo}.',
          '{where} cannot be written: {what} ({code}). {todo}.',
          said,
        ),
  );
}
