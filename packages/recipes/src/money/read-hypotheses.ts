import { refuseFile } from '@samenbeeld/answers';
import {
  type Chance,
  type Evidence,
  type EvidencePlace,
  type Hypothesis,
  type HypothesisRole,
  type HypothesisSet,
  type Rating,
  type SetFault,
  setFaults,
} from '@samenbeeld/money';
import { expectedFound, inFour, languages, oneOf, quoted, type Text } from '@samenbeeld/schema';
import { foundIn, keyAs, kinds, writeLine } from '../check-by-schema.ts';
import { type FaultList, faultList } from './file-faults.ts';
import { type Fields, isFields, listOf, readYaml, textOf, wordOf } from './read-yaml.ts';

const roles: ReadonlySet<unknown> = new Set(['true', 'not', 'artefact', 'other', true]);

/** Whether a value names a role. */
function isRole(value: unknown): boolean {
  return roles.has(value);
}

/** What a hypothesis is to its set; YAML reads a bare true as a truth value. */
function roleOf(value: unknown, id: string, file: string): HypothesisRole {
  if (isRole(value)) return String(value) as HypothesisRole;
  return refuseFile(
    file,
    expectedFound(
      keyAs(`${id}.role`, oneOf(['"true"', 'not', 'artefact', 'other'])),
      foundIn(value),
    ),
    inFour(
      'de stelling is `true`, de ontkenning ervan `not`, de verklaring uit de registratie `artefact`',
      'la proposition est `true`, sa négation `not`, l’explication par l’enregistrement `artefact`',
      'die Aussage ist `true`, ihre Verneinung `not`, die Erklärung aus der Erfassung `artefact`',
      'the proposition is "true", its denial is not, the reporting artefact is artefact',
    ),
  );
}

/** The one of some words that stands there. */
function wordAmong<Word extends string>(
  value: unknown,
  words: readonly Word[],
  where: string,
  file: string,
): Word {
  const found = words.find((word) => word === String(value));
  return (
    found ??
    refuseFile(
      file,
      expectedFound(keyAs(where, oneOf(words)), foundIn(value)),
      writeLine(`${where.split('.').at(-1)}: ${words[0]}`),
    )
  );
}

const fewestLetters = 3;

/** What stands where nobody has written anything yet: a letter or two, dots, "todo". */
function isPlaceholder(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? [];
  return letters.length < fewestLetters || /^\W*(to ?do|tbd|xxx+|n\/?a)\W*$/i.test(words);
}

/** Words in all four languages that say something. */
function sentenceOf(value: unknown, where: string, file: string): Text {
  const text = textOf(value, where, file);
  const empty = languages.filter((language) => isPlaceholder(text[language]));
  const [first] = empty;
  if (first !== undefined)
    refuseFile(
      file,
      expectedFound(
        inFour(
          'een zin in {where}',
          'une phrase sous {where}',
          'ein Satz in {where}',
          '{where} to say something',
          { where },
        ),
        inFour('{words} in {list}', '{words} en {list}', '{words} in {list}', '{words} in {list}', {
          words: quoted(text[first]),
          list: empty.join(', '),
        }),
      ),
      inFour(
        'schrijf de zin die lezers van die taal te zien krijgen',
        'écrivez la phrase que liront les lecteurs de cette langue',
        'den Satz schreiben, den Leser dieser Sprache sehen werden',
        'write the sentence that readers of that language will see',
      ),
    );
  return text;
}

/** Where a piece of evidence can be looked up. */
function evidencePlace(value: unknown, id: string, file: string): EvidencePlace {
  const from = isFields(value) ? value : {};
  const word = (key: string): string => wordOf(from[key], `${id}.from.${key}`, file);
  switch (from['kind']) {
    case 'figure':
      return { kind: 'figure', picture: word('picture'), key: word('key') };
    case 'query':
      return { kind: 'query', picture: word('picture'), sql: word('sql') };
    case 'cell':
      return {
        kind: 'cell',
        file: word('file'),
        line: Number(word('line')),
        column: word('column'),
      };
    default:
      return refuseFile(
        file,
        expectedFound(
          keyAs(`${id}.from.kind`, oneOf(['figure', 'query', 'cell'])),
          foundIn(from['kind']),
        ),
        writeLine('from: { kind: cell, file: …, line: …, column: … }'),
      );
  }
}

/**
 * Reads a file of rival explanations with their evidence, and checks that they can be weighed: rivals, a refuting prediction
 * for each, evidence that is tied to data and rated against each. `fixtures/published/hypotheses/template.yaml` explains
 * every key.
 *
 * @throws InputError with every fault of the file, each with its key
 */
export function readHypotheses(path: string, file: string): HypothesisSet {
  const content = readYaml(path, file);
  const faults = faultList(
    file,
    inFour(
      'template.yaml naast de gepubliceerde hypothesen is een volledig bestand',
      'template.yaml à côté des hypothèses publiées est un fichier complet',
      'template.yaml neben den veröffentlichten Hypothesen ist eine vollständige Datei',
      'template.yaml beside the published hypotheses is a whole file',
    ),
  );
  const id = faults.read(() => wordOf(content['id'], 'id', file)) ?? unread;
  const question = faults.read(() => sentenceOf(content['question'], 'question', file));
  const entries = (key: string): readonly Fields[] =>
    faults.read(() => listOf(content[key], key, file)) ?? [];
  const rivals = entries('hypotheses');
  const hypotheses = rivals.map((entry) => hypothesisOf(entry, file, faults));
  const evidence = entries('evidence').map((entry) => evidenceOf(entry, file, faults));
  const set: HypothesisSet = { id, question: question ?? standIn, hypotheses, evidence };
  const hasRoles = rivals.every(({ role }) => isRole(role));
  faults.tell(
    setFaults(set).filter((fault) =>
      fault.about === 'set' ? hasRoles : !followsFromUnread(fault, set),
    ),
  );
  faults.end();
  return set;
}

/** What stands for what could not be read: it has been told, and nothing that follows from it is told again. */
const unread = '?';
const standIn = { nl: unread, fr: unread, de: unread, en: unread };
const unreadPlace: EvidencePlace = { kind: 'figure', picture: unread, key: unread };
const unreadRatings: Readonly<Record<string, Rating>> = {};

/** Whether a fault is of an entry without id, or of ratings that could not be held against ids. */
function followsFromUnread(
  { about, id }: SetFault,
  { hypotheses, evidence }: HypothesisSet,
): boolean {
  if (id === unread) return true;
  if (about === 'hypothesis') return false;
  const isNameless = hypotheses.some((hypothesis) => hypothesis.id === unread);
  return isNameless || evidence.some((piece) => piece.id === id && piece.ratings === unreadRatings);
}

function hypothesisOf(entry: Fields, file: string, faults: FaultList): Hypothesis {
  const id = faults.read(() => wordOf(entry['id'], 'hypotheses.id', file)) ?? unread;
  const words = (key: string): Text =>
    faults.read(() => sentenceOf(entry[key], `${id}.${key}`, file)) ?? standIn;
  return {
    id,
    role: faults.read(() => roleOf(entry['role'], id, file)) ?? 'other',
    proposition: words('proposition'),
    refutedBy: words('refutedBy'),
    reviewOn: faults.read(() => wordOf(entry['reviewOn'], `${id}.reviewOn`, file)) ?? '2000-01-01',
  };
}

function evidenceOf(entry: Fields, file: string, faults: FaultList): Evidence {
  const id = faults.read(() => wordOf(entry['id'], 'evidence.id', file)) ?? unread;
  const { group, chances, from, ratings } = entry;
  const place = (one: unknown): EvidencePlace =>
    faults.read(() => evidencePlace(one, id, file)) ?? unreadPlace;
  const word = <Word extends string>(key: string, words: readonly [Word, ...Word[]]): Word =>
    faults.read(() => wordAmong(entry[key], words, `${id}.${key}`, file)) ?? words[0];
  return {
    id,
    says: faults.read(() => sentenceOf(entry['says'], `${id}.says`, file)) ?? standIn,
    from: Array.isArray(from) ? from.map(place) : place(from),
    source: word('source', ['A', 'B', 'C', 'X']),
    information: word('information', ['1', '2', '3', '4']),
    relevance: word('relevance', ['low', 'medium', 'high']),
    ratings: faults.read(() => ratingsIn(ratings, id, file)) ?? unreadRatings,
    ...(typeof group === 'string' && { group }),
    ...(isFields(chances) && { chances: chances as Readonly<Record<string, Chance>> }),
  };
}

function ratingsIn(value: unknown, id: string, file: string): Readonly<Record<string, Rating>> {
  return isFields(value)
    ? (value as Readonly<Record<string, Rating>>)
    : refuseFile(
        file,
        expectedFound(keyAs(`${id}.ratings`, kinds.object), foundIn(value)),
        writeLine('ratings: { H1: C, H1-not: I }'),
      );
}
