import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type FileProblem, fileErrorProblem, fileProblem } from '@samenbeeld/engine';
import {
  type Decision,
  expectedFound,
  InputError,
  inFour,
  joinWith,
  notShown,
  quoted,
  type Text,
  unreadableWords,
  withoutContainers,
} from '@samenbeeld/schema';
import {
  decisionId,
  decisionLink,
  decisionProblem,
  isSaid,
  requiredFields,
} from './decision-line.ts';
import { whileLocked } from './file-lock.ts';
import { roleProblem } from './role-problem.ts';
import { sha256 } from './sha256.ts';

/** An object of a line, whatever it holds. */
type Json = Readonly<Record<string, unknown>>;

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Json)
      : null;
  } catch {
    return null;
  }
}

/** Where the object that begins at a brace ends; -1 where it does not. */
function endOf(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter === '\\') at += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** What a line holds: whole objects, also several, and what is left of it. A torn line may have a whole one behind it. */
function piecesOf(text: string): {
  readonly objects: readonly Json[];
  readonly rest: string;
} {
  const whole = parsed(text);
  if (whole) return { objects: [whole], rest: '' };
  const objects: Json[] = [];
  let rest = '';
  let at = 0;
  for (const { index: start } of text.matchAll(/\{"id":"[^"]*","kind":/g)) {
    if (start < at) continue;
    const end = endOf(text, start);
    const object = end < 0 ? null : parsed(text.slice(start, end));
    if (!object) continue;
    objects.push(object);
    rest += text.slice(at, start);
    at = end;
  }
  return { objects, rest: rest + text.slice(at) };
}

/** What is wrong with what is left of a line. */
function tornProblem(rest: string): Text {
  if (/^(?:<{7}|={7}|>{7})/u.test(rest))
    return expectedFound(
      inFour('een beslissing', 'une décision', 'eine Entscheidung', 'a decision'),
      inFour(
        'een merkteken van git: hier zijn twee versies van het bestand samengevoegd',
        'une marque de git : deux versions du fichier ont été réunies ici',
        'eine Marke von git: hier wurden zwei Fassungen der Datei zusammengelegt',
        'a mark of git: two versions of the file were put together here',
      ),
    );
  return rest.startsWith('{')
    ? inFour(
        'de regel is afgebroken: hij is niet tot het einde geschreven',
        'la ligne est coupée : elle n’a pas été écrite jusqu’au bout',
        'die Zeile ist abgeschnitten: sie wurde nicht zu Ende geschrieben',
        'the line is cut off: it was not written to its end',
      )
    : expectedFound(
        inFour(
          'één beslissing als JSON-object',
          'une décision en objet JSON',
          'eine Entscheidung als JSON-Objekt',
          'one decision as a JSON object',
        ),
        inFour('iets anders', 'autre chose', 'etwas anderes', 'something else'),
      );
}

/** A million decisions and more. */
const mostBytes = 400_000_000;

/** A line that is not as it was recorded. */
export interface DamagedLine {
  readonly line: number;
  /**
   * `torn`: bytes that are no decision · `changed`: says something else than was recorded · `unfit`: no decision may say this ·
   * `gone`: what it refers to is missing before it · `moved`: what it follows stands after it.
   */
  readonly kind: 'torn' | 'changed' | 'unfit' | 'gone' | 'moved';
  readonly problem: Text;
  /** Id of the decision that stood there, where it can still be read. */
  readonly decision: string | null;
  /** Subject of the decision of kind `repair` that settles it. */
  readonly subject: string;
  /** Whether settling it leaves the line out, or takes it as it stands. */
  readonly settling: 'set aside' | 'take as it stands';
}

/**
 * A decision as every reader has it: a container that an earlier version let be named stays in the line, which its chain covers,
 * and goes no further, since records keep such a number as a hash alone.
 */
function shown(decision: Decision): Decision {
  const { reason, evidence } = decision;
  return {
    ...decision,
    reason: withoutContainers(reason, notShown),
    evidence: evidence === null ? null : withoutContainers(evidence, notShown),
  };
}

/** A decisions.jsonl as it is: what can be read, what is damaged, and what a reader should know. */
export interface DecisionsFile {
  readonly decisions: readonly Decision[];
  /** What nobody settled. */
  readonly damage: readonly DamagedLine[];
  /** What a decision of kind `repair` settled. */
  readonly settled: readonly DamagedLine[];
  /** Things that are no damage: lines of an older version, files put together. */
  readonly notes: readonly Text[];
  /** What the next line repeats of the last. */
  readonly head: string | null;
}

interface Read {
  readonly decision: Decision;
  readonly line: number;
  /** Undefined where the line is of a version that did not write it. */
  readonly previous: string | null | undefined;
}

/** Twelve letters that stand for a text: letters, so that nothing in a decision looks like somebody's number. */
function short(text: string): string {
  const digits = [...sha256(text).slice(0, 12)];
  return digits.map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

/** What a line lacks that nobody recorded: without an id nothing can have been changed since. */
function neverRecorded(value: Json): Text | null {
  if (isSaid(value['id'])) return null;
  const lacking = ['id', ...requiredFields].filter((field) => !isSaid(value[field]));
  return inFour(
    'de beslissing is onvolledig: {lacking} ontbreekt, dus ze is nooit vastgelegd; `samenbeeld decide` legt er een vast, met haar id',
    'la décision est incomplète : il y manque {lacking}, elle n’a donc jamais été enregistrée ; `samenbeeld decide` en enregistre une, avec son id',
    'die Entscheidung ist unvollständig: {lacking} fehlt, sie wurde also nie festgehalten; `samenbeeld decide` hält eine fest, mit ihrer ID',
    'the decision is incomplete: it lacks {lacking}, so it was never recorded; `samenbeeld decide` records one, with its id',
    { lacking: joinWith(lacking.map(quoted), ', ') },
  );
}

/** A decision replaces one that is not there. */
export const supersedesUnknown = (id: string): Text =>
  inFour(
    'ze vervangt {id}, en die staat niet in het bestand',
    'elle remplace {id}, qui n’est pas dans le fichier',
    'sie ersetzt {id}, die nicht in der Datei steht',
    'it supersedes {id}, which is not in the file',
    { id: quoted(id) },
  );

/** A decision replaces one about something else. */
export const supersedesOther = ({ id, kind, subject }: Decision): Text =>
  inFour(
    'ze vervangt {id}, en die gaat over {kind} {subject}',
    'elle remplace {id}, qui porte sur {kind} {subject}',
    'sie ersetzt {id}, die von {kind} {subject} handelt',
    'it supersedes {id}, which is about {kind} {subject}',
    { id: quoted(id), kind, subject: quoted(subject) },
  );

const firstOfAnother = (line: number): Text => ({
  nl: `Regel ${line} is vastgelegd als eerste van een bestand: twee bestanden zijn samengevoegd.`,
  fr: `La ligne ${line} a été enregistrée comme première d’un fichier : deux fichiers ont été réunis.`,
  de: `Zeile ${line} wurde als erste einer Datei festgehalten: Zwei Dateien wurden zusammengelegt.`,
  en: `Line ${line} was recorded as the first of a file: two files were put together.`,
});

const afterAnother = (line: number, after: number): Text => ({
  nl: `Regel ${line} is vastgelegd na regel ${after}: twee bestanden zijn samengevoegd.`,
  fr: `La ligne ${line} a été enregistrée après la ligne ${after} : deux fichiers ont été réunis.`,
  de: `Zeile ${line} wurde nach Zeile ${after} festgehalten: Zwei Dateien wurden zusammengelegt.`,
  en: `Line ${line} was recorded after line ${after}: two files were put together.`,
});

class Reading {
  readonly read: Read[] = [];
  readonly damage: DamagedLine[] = [];
  readonly notes: Text[] = [];
  readonly #lineOf = new Map<string, number>();

  harm(
    line: number,
    kind: DamagedLine['kind'],
    problem: Text,
    key: string,
    settling: DamagedLine['settling'] = 'set aside',
  ): void {
    const decision = /^\{"id":"([0-9a-f]{12})"/u.exec(key)?.[1] ?? null;
    this.damage.push({
      ...{ line, kind, problem, decision, settling },
      subject: `${kind} line ${short(key)}`,
    });
  }

  line(bytes: string, line: number): void {
    // A disk that filled up leaves NULs around a line, never within one.
    const text = bytes.replace(/^\0+|\0+$/gu, '').trim();
    if (text === '') return;
    const { objects, rest } = piecesOf(text);
    for (const object of objects) this.#object(object, line);
    const left = rest.trim();
    if (left !== '') this.harm(line, 'torn', tornProblem(left), left);
  }

  #object(object: Json, line: number): void {
    const { previous, ...value } = object;
    const text = JSON.stringify(object);
    const problem =
      neverRecorded(value) ??
      decisionProblem(value) ??
      (previous === undefined || previous === null || typeof previous === 'string'
        ? null
        : inFour(
            '"previous" verwijst niet naar een regel',
            '« previous » ne renvoie à aucune ligne',
            '„previous“ verweist auf keine Zeile',
            '"previous" is no link to a line',
          ));
    if (problem !== null) {
      this.harm(line, 'unfit', problem, text);
      return;
    }
    const decision = { evidence: null, supersedes: null, ...value } as unknown as Decision;
    if (decision.id !== decisionId(decision)) {
      this.harm(
        line,
        'changed',
        inFour(
          'de beslissing {id} is veranderd nadat ze was vastgelegd',
          'la décision {id} a été modifiée après son enregistrement',
          'die Entscheidung {id} wurde nach dem Festhalten geändert',
          'the decision {id} was changed after it was recorded',
          { id: quoted(String(decision.id).slice(0, 40)) },
        ),
        text,
      );
      return;
    }
    const first = this.#lineOf.get(decision.id);
    if (first !== undefined) {
      const { id } = decision;
      this.notes.push({
        nl: `Regels ${first} en ${line} zeggen hetzelfde (${id}); het telt één keer.`,
        fr: `Les lignes ${first} et ${line} disent la même chose (${id}) ; cela compte une fois.`,
        de: `Die Zeilen ${first} und ${line} sagen dasselbe (${id}); es zählt einmal.`,
        en: `Lines ${first} and ${line} say the same (${id}); it counts once.`,
      });
      return;
    }
    const role = roleProblem(decision.role);
    if (role !== null && previous !== undefined) {
      this.harm(line, 'unfit', role, text);
      return;
    }
    if (role !== null)
      this.notes.push({
        nl: `Regel ${line} is door een oudere versie vastgelegd: ${role.nl}.`,
        fr: `La ligne ${line} a été enregistrée par une version antérieure : ${role.fr}.`,
        de: `Zeile ${line} wurde von einer älteren Version festgehalten: ${role.de}.`,
        en: `Line ${line} was recorded by an older version: ${role.en}.`,
      });
    this.#lineOf.set(decision.id, line);
    this.read.push({
      decision: shown(decision),
      line,
      previous: previous as string | null | undefined,
    });
  }

  /** Follows each line to the one before it; returns what the next is to follow. `end` is the last link that was recorded here. */
  chain(end: string | null): string | null {
    const at = new Map<string, number>();
    const links: string[] = [];
    const joined: Text[] = [];
    for (const [index, { decision, previous }] of this.read.entries()) {
      const link = decisionLink(
        decision.id,
        previous === undefined ? (links[index - 1] ?? null) : previous,
      );
      links.push(link);
      at.set(link, index);
    }
    for (const [index, { decision, line, previous }] of this.read.entries()) {
      if (previous === undefined || previous === (links[index - 1] ?? null)) continue;
      const found = previous === null ? -1 : at.get(previous);
      if (found === undefined)
        this.harm(
          line,
          'gone',
          inFour(
            'de regel die voor de beslissing {id} stond, staat niet meer in het bestand: hij is verwijderd of veranderd',
            'la ligne qui précédait la décision {id} n’est plus dans le fichier : elle a été supprimée ou modifiée',
            'die Zeile, die vor der Entscheidung {id} stand, ist nicht mehr in der Datei: sie wurde entfernt oder geändert',
            'the line that stood before the decision {id} is not in the file any more: it was removed or changed',
            { id: quoted(decision.id) },
          ),
          `${decision.id} ${links[index - 1] ?? ''}`,
          'take as it stands',
        );
      else if (found >= index)
        this.harm(
          line,
          'moved',
          inFour(
            'de beslissing {id} staat voor regel {line}, waarna ze is vastgelegd',
            'la décision {id} figure avant la ligne {line}, après laquelle elle a été enregistrée',
            'die Entscheidung {id} steht vor Zeile {line}, nach der sie festgehalten wurde',
            'the decision {id} stands before line {line}, after which it was recorded',
            { id: quoted(decision.id), line: String(this.read[found]?.line ?? 0) },
          ),
          `${decision.id} ${links[index - 1] ?? ''}`,
          'take as it stands',
        );
      else
        joined.push(
          found < 0 ? firstOfAnother(line) : afterAnother(line, this.read[found]?.line ?? 0),
        );
    }
    // Of lines in another order it is not known where they come from.
    if (!this.damage.some(({ kind }) => kind === 'moved')) this.notes.push(...joined);
    if (end !== null && !at.has(end) && this.damage.length === 0)
      this.harm(
        (this.read.at(-1)?.line ?? 0) + 1,
        'gone',
        inFour(
          'de beslissing die hier het laatst is vastgelegd, staat niet meer in het bestand: regels aan het einde zijn verwijderd of veranderd. Is het bestand met opzet teruggezet, met git of uit een kopie, verwijder dan het verborgen bestand dat de laatste regel onthoudt, met dezelfde naam, een punt ervoor en .end erachter',
          'la décision enregistrée ici en dernier n’est plus dans le fichier : des lignes de sa fin ont été supprimées ou modifiées. Si quelqu’un a rétabli le fichier à dessein, avec git ou depuis une copie, supprimez le fichier caché qui retient la dernière ligne, du même nom avec un point devant et .end derrière',
          'die hier zuletzt festgehaltene Entscheidung ist nicht mehr in der Datei: Zeilen an ihrem Ende wurden entfernt oder geändert. Wurde die Datei absichtlich zurückgesetzt, mit git oder aus einer Kopie, so ist die verborgene Datei zu entfernen, die sich die letzte Zeile merkt: gleicher Name mit einem Punkt davor und .end dahinter',
          'the decision that was recorded here last is not in the file any more: lines at its end were removed or changed. If somebody put the file back on purpose, with git or from a copy, remove the hidden file that remembers the last line, of the same name with a point before and .end behind',
        ),
        end,
        'take as it stands',
      );
    const old = this.read.filter(({ previous }) => previous === undefined).length;
    if (old > 0)
      this.notes.push({
        nl: `${old} ${old === 1 ? 'regel is' : 'regels zijn'} van een oudere versie, zonder de hash van de regel ervoor: wat daaronder is verwijderd voordat een latere regel werd vastgelegd, is niet te merken.`,
        fr: `${old} ${old === 1 ? 'ligne est' : 'lignes sont'} d’une version antérieure, sans l’empreinte de la ligne précédente : ce qui en a été supprimé avant l’enregistrement d’une ligne ultérieure ne peut être remarqué.`,
        de: `${old} ${old === 1 ? 'Zeile ist' : 'Zeilen sind'} von einer älteren Version, ohne den Hash der Zeile davor: Was darunter entfernt wurde, bevor eine spätere Zeile festgehalten wurde, lässt sich nicht bemerken.`,
        en: `${old} ${old === 1 ? 'line is' : 'lines are'} of an older version, without the hash of the line before: what was removed among them before a later line was recorded cannot be noticed.`,
      });
    return links.at(-1) ?? null;
  }

  references(): void {
    const byId = new Map(this.read.map(({ decision }) => [decision.id, decision]));
    for (const { decision, line } of this.read) {
      if (decision.supersedes === null) continue;
      const former = byId.get(decision.supersedes);
      if (!former)
        this.harm(
          line,
          'gone',
          supersedesUnknown(decision.supersedes),
          `${decision.id} ${decision.supersedes}`,
          'take as it stands',
        );
      else if (former.subject !== decision.subject || former.kind !== decision.kind)
        this.harm(
          line,
          'unfit',
          supersedesOther(former),
          `${decision.id} ${former.id}`,
          'take as it stands',
        );
    }
  }
}

function linesOf(bytes: Buffer): readonly string[] {
  const start = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  return bytes.subarray(start).toString('utf8').split('\n');
}

/** Beside a decisions.jsonl: the link of the line that was recorded last, so that one removed from its end is noticed. */
export function endOfFile(path: string): string {
  return join(dirname(path), `.${basename(path)}.end`);
}

async function recordedEnd(path: string): Promise<string | null> {
  const text = await readFile(endOfFile(path), 'utf8').catch(() => '');
  return /^[0-9a-f]{16}$/.test(text.trim()) ? text.trim() : null;
}

function fileOf(bytes: Buffer, end: string | null): DecisionsFile {
  const reading = new Reading();
  for (const [index, line] of linesOf(bytes).entries()) reading.line(line, index + 1);
  reading.references();
  const head = reading.chain(end);
  const decisions = reading.read.map(({ decision }) => decision);
  const replaced = new Set(decisions.map(({ supersedes }) => supersedes));
  const settled = new Set(
    decisions
      .filter(
        ({ kind, id, verdict }) => kind === 'repair' && verdict !== 'reopen' && !replaced.has(id),
      )
      .map(({ subject }) => subject),
  );
  const damage = reading.damage.toSorted((a, b) => a.line - b.line);
  return {
    decisions,
    damage: damage.filter(({ subject }) => !settled.has(subject)),
    settled: damage.filter(({ subject }) => settled.has(subject)),
    notes: reading.notes,
    head,
  };
}

async function bytesOf(path: string): Promise<Buffer> {
  const unreadable = (why: FileProblem): InputError =>
    new InputError(
      inFour(
        'het bestand is niet te lezen: {why}',
        'le fichier ne se lit pas : {why}',
        'die Datei ist nicht lesbar: {why}',
        'the file cannot be read: {why}',
        { why: unreadableWords(why) },
      ),
      {
        place: { file: path },
        repair: inFour(
          'controleer het pad en de rechten erop',
          'vérifiez le chemin et ses droits d’accès',
          'den Pfad und seine Zugriffsrechte prüfen',
          'check the path and its permissions',
        ),
      },
    );
  const problem = existsSync(path) ? fileProblem(path, mostBytes) : null;
  if (problem !== null) throw unreadable(problem);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw unreadable(fileErrorProblem(error));
  });
  if (bytes.length > 1 && [0xfffe, 0xfeff].includes(bytes.readUInt16BE(0)))
    throw new InputError(
      inFour(
        'het bestand is in een andere codering opgeslagen (UTF-16)',
        'le fichier a été enregistré dans un autre codage (UTF-16)',
        'die Datei wurde in einer anderen Kodierung gespeichert (UTF-16)',
        'the file was saved in another encoding (UTF-16)',
      ),
      {
        place: { file: path },
        repair: inFour(
          'sla het op als UTF-8 en voer het commando opnieuw uit',
          'enregistrez-le en UTF-8, puis relancez la commande',
          'als UTF-8 speichern und den Befehl noch einmal ausführen',
          'save it as UTF-8, then run the command again',
        ),
      },
    );
  return bytes;
}

/** A decisions.jsonl as it is, while nobody else writes in it. */
export async function decisionsFileNow(path: string): Promise<DecisionsFile> {
  return fileOf(await bytesOf(path), await recordedEnd(path));
}

/**
 * A `decisions.jsonl` as it is, whatever has happened to it: the decisions that can be read, damaged lines with their number,
 * and what else a reader should know. Lines that git put together, blanks, a byte order mark, line ends of Windows and
 * decisions that stand there twice are no damage. An InputError says only that the file cannot be read at all.
 *
 * @example
 * ```ts
 * import { readDecisionsFile } from '@samenbeeld/store';
 * const { mkdtemp, writeFile } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const path = `${await mkdtemp(`${tmpdir()}/decisions-`)}/decisions.jsonl`;
 * await writeFile(path, '{"id":"x","ki');
 * (await readDecisionsFile(path)).damage.map(({ line, kind }) => [line, kind]) // => [[1, 'torn']]
 * ```
 */
export async function readDecisionsFile(path: string): Promise<DecisionsFile> {
  const found = await decisionsFileNow(path);
  if (found.damage.length === 0) return found;
  // Another process may be in the middle of a line.
  await whileLocked(path);
  return decisionsFileNow(path);
}

/**
 * The decisions in a `decisions.jsonl`, one a line, in the order of the file; none where there is no file. A line that is
 * torn, was changed, or whose neighbours were removed, is an InputError that names the line and the command that settles it.
 *
 * @example
 * ```ts
 * import { readDecisions } from '@samenbeeld/store';
 * await readDecisions('/nowhere/decisions.jsonl') // => []
 * ```
 */
export async function readDecisions(path: string): Promise<readonly Decision[]> {
  return (await readSoundDecisions(path)).decisions;
}

/**
 * As `readDecisions`, with what else a `decisions.jsonl` says: what was settled, and what a reader should know.
 *
 * @throws InputError for a line that is torn, was changed, or whose neighbours were removed
 * @example
 * ```ts
 * import { readSoundDecisions } from '@samenbeeld/store';
 * (await readSoundDecisions('/nowhere/decisions.jsonl')).settled // => []
 * ```
 */
export async function readSoundDecisions(path: string): Promise<DecisionsFile> {
  const found = await readDecisionsFile(path);
  const { damage } = found;
  const [first] = damage;
  if (!first) return found;
  const n = damage.length - 1;
  const { problem } = first;
  throw new InputError(
    n === 0
      ? problem
      : inFour(
          '{problem} (en nog {n}; `samenbeeld decide` toont ze)',
          '{problem} (et {n} autres ; `samenbeeld decide` les montre)',
          '{problem} (und {n} weitere; `samenbeeld decide` zeigt sie)',
          '{problem} (and {n} more, as `samenbeeld decide` lists)',
          { problem, n },
        ),
    {
      place: { file: path, line: first.line },
      repair: inFour(
        'zet {file} terug uit een kopie, of herstel wat beschadigd is zonder iets te verwijderen: {command}',
        'rétablissez {file} depuis une copie, ou réparez ce qui est endommagé sans rien supprimer : {command}',
        '{file} aus einer Kopie wiederherstellen oder das Beschädigte reparieren, ohne etwas zu entfernen: {command}',
        'restore {file} from a copy, or settle what is damaged, with nothing removed: {command}',
        {
          file: basename(path),
          command: `samenbeeld decide ${path} --settle --role "…" --reason "…"`,
        },
      ),
    },
  );
}
