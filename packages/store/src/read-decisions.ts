import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileProblem } from '@samenbeeld/engine';
import { type Decision, InputError, type Text } from '@samenbeeld/schema';
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
function tornProblem(rest: string): string {
  if (/^(?:<{7}|={7}|>{7})/u.test(rest))
    return 'expected a decision, found a mark of git: two versions of the file were put together here';
  return rest.startsWith('{')
    ? 'the line is cut off: it was not written to its end'
    : 'expected one decision as a JSON object, found something else';
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
  readonly problem: string;
  /** Id of the decision that stood there, where it can still be read. */
  readonly decision: string | null;
  /** Subject of the decision of kind `repair` that settles it. */
  readonly subject: string;
  /** Whether settling it leaves the line out, or takes it as it stands. */
  readonly settling: 'set aside' | 'take as it stands';
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
const quoted = (text: unknown): string => JSON.stringify(String(text).slice(0, 40));

/** What a line lacks that nobody recorded: without an id nothing can have been changed since. */
function neverRecorded(value: Json): string | null {
  if (isSaid(value['id'])) return null;
  const lacking = ['id', ...requiredFields].filter((field) => !isSaid(value[field]));
  return `the decision is incomplete: it lacks ${lacking.map((field) => `"${field}"`).join(', ')}, so it was never recorded; samenbeeld decide records one, with its id`;
}

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
    problem: string,
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
        : '"previous" is no link to a line');
    if (problem !== null) {
      this.harm(line, 'unfit', problem, text);
      return;
    }
    const decision = { evidence: null, supersedes: null, ...value } as unknown as Decision;
    if (decision.id !== decisionId(decision)) {
      this.harm(
        line,
        'changed',
        `the decision ${quoted(decision.id)} was changed after it was recorded`,
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
        nl: `Regel ${line} is door een oudere versie vastgelegd (en: “${role}”).`,
        fr: `La ligne ${line} a été enregistrée par une version antérieure (en : « ${role} »).`,
        de: `Zeile ${line} wurde von einer älteren Version festgehalten (en: „${role}“).`,
        en: `Line ${line} was recorded by an older version: ${role}.`,
      });
    this.#lineOf.set(decision.id, line);
    this.read.push({ decision, line, previous: previous as string | null | undefined });
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
          `the line that stood before the decision "${decision.id}" is not in the file any more: it was removed or changed`,
          `${decision.id} ${links[index - 1] ?? ''}`,
          'take as it stands',
        );
      else if (found >= index)
        this.harm(
          line,
          'moved',
          `the decision "${decision.id}" stands before line ${this.read[found]?.line}, after which it was recorded`,
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
        'the decision that was recorded here last is not in the file any more: lines at its end were removed or changed. If somebody put the file back on purpose, with git or from a copy, remove the hidden file that remembers the last line, of the same name with a point before and .end behind',
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
          `it supersedes "${decision.supersedes}", which is not in the file`,
          `${decision.id} ${decision.supersedes}`,
          'take as it stands',
        );
      else if (former.subject !== decision.subject || former.kind !== decision.kind)
        this.harm(
          line,
          'unfit',
          `it supersedes "${former.id}", which is about ${former.kind} "${former.subject}"`,
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
  const problem = existsSync(path) ? fileProblem(path, mostBytes) : null;
  if (problem !== null)
    throw new InputError(`the file cannot be read: ${problem}`, {
      place: { file: path },
      repair: 'check the path and its permissions',
    });
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw new InputError(`the file cannot be read (${error.code})`, {
      place: { file: path },
      repair: 'check the path and its permissions',
    });
  });
  if (bytes.length > 1 && [0xfffe, 0xfeff].includes(bytes.readUInt16BE(0)))
    throw new InputError('the file was saved in another encoding (UTF-16)', {
      place: { file: path },
      repair: 'save it as UTF-8, then run the command again',
    });
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
  const { decisions, damage } = await readDecisionsFile(path);
  const [first] = damage;
  if (!first) return decisions;
  const more =
    damage.length > 1 ? ` (and ${damage.length - 1} more, as samenbeeld decide lists)` : '';
  throw new InputError(`${first.problem}${more}`, {
    place: { file: path, line: first.line },
    repair: `restore ${basename(path)} from a copy, or settle what is damaged, with nothing removed: samenbeeld decide ${path} --settle --role "…" --reason "…"`,
  });
}
