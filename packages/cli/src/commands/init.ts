import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { findSource, questionKeys, questionsOf, scopeLine } from '@samenbeeld/answers';
import { type DescribeOptions, describeFile, type FileDescription } from '@samenbeeld/describe';
import { descriptionSchemaFile, loadSource } from '@samenbeeld/ingest';
import { say, sayAsIs } from '@samenbeeld/merge';
import { fileHash } from '@samenbeeld/read';
import { type PictureInputFile, pictureSchemaFile, readPictureFile } from '@samenbeeld/recipes';
import {
  inEach,
  joinWith,
  type Language,
  languages,
  officeHandling,
  parsePeriod,
  shellWord,
  type Text,
  wherePersonal,
  withheldText,
  wrongUse,
} from '@samenbeeld/schema';
import { catalogue } from '@samenbeeld/sources';
import { audiences, clearance, writeThrough } from '@samenbeeld/store';
import {
  editionOf,
  fromFolder,
  type OwnSource,
  outcome,
  ownSources,
  pictureFileIn,
  withInputs,
} from '../added-inputs.ts';
import { checkFiles, pastedPaths } from '../check-files.ts';
import { saltFor, withSalt } from '../description-salt.ts';
import { type Options, optionName, slots, textOption } from '../options.ts';
import { openTerminal, type Terminal } from '../terminal.ts';
import { knownOptions } from './describe.ts';

/** What the command asks for on a terminal, one after another. */
const prompts = {
  files: {
    nl: 'Welke bestanden? (meer: met een komma ertussen; BRON=BESTAND waar de catalogus of een eigen .yaml het beschrijft)',
    fr: 'Quels fichiers ? (plusieurs : séparés par une virgule ; SOURCE=FICHIER si le catalogue ou votre propre .yaml le décrit)',
    de: 'Welche Dateien? (mehrere: durch Komma getrennt; QUELLE=DATEI, wo der Katalog oder eine eigene .yaml sie beschreibt)',
    en: 'Which files? (several: with commas between; SOURCE=FILE where the catalogue or a .yaml of your own describes it)',
  },
  place: {
    nl: 'Over welke plaats? (een haven, gebied of land)',
    fr: 'Sur quel lieu ? (un port, une région ou un pays)',
    de: 'Zu welchem Ort? (ein Hafen, ein Gebiet oder ein Land)',
    en: 'Of which place? (a port, an area or a country)',
  },
  substance: {
    nl: 'Over welk middel? (leeg: het enige dat de bestanden bevatten)',
    fr: 'Sur quelle substance ? (vide : la seule que contiennent les fichiers)',
    de: 'Zu welcher Substanz? (leer: die einzige, die die Dateien enthalten)',
    en: 'Of which drug? (empty: the only one that the files hold)',
  },
  audience: {
    nl: 'Voor wie? {audiences} (leeg: internal)',
    fr: 'Pour qui ? {audiences} (vide : internal)',
    de: 'Für wen? {audiences} (leer: internal)',
    en: 'For whom? {audiences} (empty: internal)',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What is printed when the folder is made. */
const told = {
  made: { nl: 'Gemaakt:', fr: 'Créé :', de: 'Angelegt:', en: 'Made:' },
  tried: {
    nl: '{path}: wat {file} betekent. Bij de proef {accepted} van {items} {items:gegeven|gegevens} gelezen, {excluded} uitgesloten, {rejected} geweigerd{rules}.',
    fr: '{path} : ce que {file} veut dire. À l’essai, {accepted} {accepted:donnée lue|donnée lue|données lues} sur {items}, {excluded} {excluded:exclue|exclue|exclues}, {rejected} {rejected:refusée|refusée|refusées}{rules}.',
    de: '{path}: was {file} bedeutet. Beim Versuch {accepted} von {items} {items:Angabe|Angaben} gelesen, {excluded} ausgeschlossen, {rejected} abgelehnt{rules}.',
    en: '{path}: what {file} means. When tried, {accepted} of {items} {items:item|items} {accepted:was|were} read, {excluded} excluded, {rejected} rejected{rules}.',
  },
  refused: {
    nl: '{path}: wat {file} betekent. De proef is niet gelukt: {problem}',
    fr: '{path} : ce que {file} veut dire. L’essai a échoué : {problem}',
    de: '{path}: was {file} bedeutet. Der Versuch ist gescheitert: {problem}',
    en: '{path}: what {file} means. It could not be tried: {problem}',
  },
  crosswalk: {
    nl: '{path}: een omzettabel met {labels} {labels:label|labels}, {open} nog te beslissen.',
    fr: '{path} : une table de correspondance de {labels} {labels:libellé|libellé|libellés}, dont {open} à décider.',
    de: '{path}: eine Umschlüsselung mit {labels} {labels:Bezeichnung|Bezeichnungen}, {open} noch zu entscheiden.',
    en: '{path}: a crosswalk of {labels} {labels:label|labels}, {open} still to decide.',
  },
  picture: {
    nl: '{path}: het beeld: welke bestanden, welke vraag, voor wie.',
    fr: '{path} : le tableau : quels fichiers, quelle question, pour qui.',
    de: '{path}: das Lagebild: welche Dateien, welche Frage, für wen.',
    en: '{path}: the picture: which files, which question, for whom.',
  },
  decisions: {
    nl: '{path}: nog leeg; hierin komen beslissingen.',
    fr: '{path} : encore vide ; les décisions y seront consignées.',
    de: '{path}: noch leer; hier werden Entscheidungen festgehalten.',
    en: '{path}: still empty; decisions are recorded in it.',
  },
  notebook: {
    nl: '{path}: een notebook over het gebouwde beeld.',
    fr: '{path} : un notebook sur le tableau une fois construit.',
    de: '{path}: ein Notebook zum gebauten Lagebild.',
    en: '{path}: a notebook of the picture once it is built.',
  },
  known: {
    nl: '{file} lijkt een bestand van {id}, dat al beschreven is. Met {input} is er niets te beantwoorden.',
    fr: '{file} semble être un fichier de {id}, déjà décrit. Avec {input}, il n’y a rien à répondre.',
    de: '{file} scheint eine Datei von {id} zu sein, die schon beschrieben ist. Mit {input} ist nichts zu beantworten.',
    en: '{file} seems to be a file of {id}, which is described already. With {input} there is nothing to answer.',
  },
  added: {
    nl: '{path}: {n} {n:bestand|bestanden} erbij, onderaan `inputs`; de rest staat er zoals het stond.',
    fr: '{path} : {n} {n:fichier ajouté|fichier ajouté|fichiers ajoutés} à la fin de `inputs` ; le reste est tel quel.',
    de: '{path}: {n} {n:Datei|Dateien} mehr, am Ende von `inputs`; alles Übrige steht da, wie es stand.',
    en: '{path}: {n} more {n:file|files}, at the end of `inputs`; the rest stands as it stood.',
  },
  byHand: {
    nl: '{path}: niet gewijzigd, want `inputs` is anders geschreven dan één bestand per regel. Zet er zelf bij:',
    fr: '{path} : inchangé, car `inputs` n’y est pas écrit un fichier par ligne. À ajouter vous-même :',
    de: '{path}: unverändert, denn `inputs` ist dort nicht zeilenweise geschrieben. Bitte selbst hinzufügen:',
    en: '{path}: unchanged, for its `inputs` are not written one a line. Add to them yourself:',
  },
  left: { nl: 'Weggelaten:', fr: 'Omis :', de: 'Weggelassen:', en: 'Left out:' },
  unfit: {
    nl: '{path} is zo te zien geen bron van cijfers ({reason}). Is het dat wel, beschrijf het dan met "samenbeeld describe".',
    fr: '{path} ne semble pas être une source de chiffres ({reason}). Si c’en est une, décrivez-la avec « samenbeeld describe ».',
    de: '{path} scheint keine Quelle von Zahlen zu sein ({reason}). Ist sie doch eine, beschreiben Sie sie mit „samenbeeld describe“.',
    en: '{path} seems to be no source of figures ({reason}). If it is one all the same, describe it with "samenbeeld describe".',
  },
  open: { nl: 'Nog open:', fr: 'À régler :', de: 'Noch offen:', en: 'Still open:' },
  questions: {
    nl: '{path}: {n} {n:vraag|vragen}, gemerkt met "# decide"',
    fr: '{path} : {n} {n:question, marquée|question, marquée|questions, marquées} « # decide »',
    de: '{path}: {n} {n:Frage|Fragen}, mit „# decide“ markiert',
    en: '{path}: {n} {n:question|questions}, marked "# decide"',
  },
  labels: {
    nl: '{path}: {n} {n:label|labels}, gemerkt met "decide"',
    fr: '{path} : {n} {n:libellé, marqué|libellé, marqué|libellés, marqués} « decide »',
    de: '{path}: {n} {n:Bezeichnung|Bezeichnungen}, mit „decide“ markiert',
    en: '{path}: {n} {n:label|labels}, marked "decide"',
  },
  before: {
    nl: 'Zolang er een vraag open is, wordt er niets gebouwd.',
    fr: 'Tant qu’une question reste ouverte, rien ne se construit.',
    de: 'Solange eine Frage offen ist, wird nichts gebaut.',
    en: 'Nothing is built while a question is open.',
  },
  handling: {
    nl: 'Zolang er een vraag open is, wordt er niets gebouwd. Bij "handling" staat wie de cijfers mag zien: nu alleen de eigen dienst (TLP:AMBER+STRICT).',
    fr: 'Tant qu’une question reste ouverte, rien ne se construit. « handling » dit qui peut voir les chiffres : pour l’instant, votre seul service (TLP:AMBER+STRICT).',
    de: 'Solange eine Frage offen ist, wird nichts gebaut. Bei „handling“ steht, wer die Zahlen sehen darf: jetzt nur die eigene Dienststelle (TLP:AMBER+STRICT).',
    en: 'Nothing is built while a question is open. "handling" says who may see the figures: now your own office alone (TLP:AMBER+STRICT).',
  },
  next: { nl: 'Daarna:', fr: 'Ensuite :', de: 'Danach:', en: 'Then:' },
} as const satisfies Readonly<Record<string, Text>>;

/** What stands in the picture file beside its parts. */
const comments = {
  file: {
    nl: 'Een beeld: welke bestanden, welke vraag, voor wie. Alles hierin mag worden gewijzigd.',
    fr: 'Un tableau : quels fichiers, quelle question, pour qui. Tout peut y être modifié.',
    de: 'Ein Lagebild: welche Dateien, welche Frage, für wen. Alles hierin darf geändert werden.',
    en: 'A picture: which files, which question, for whom. All of it may be changed.',
  },
  title: {
    nl: 'Hoe het beeld heet. Wie er vragen aan toevoegt, past ook de titel aan.',
    fr: 'Le titre du tableau. Si vous ajoutez des questions, adaptez-le aussi.',
    de: 'Wie das Lagebild heißt. Kommen Fragen hinzu, ist auch der Titel anzupassen.',
    en: 'What the picture is called. Whoever adds questions to it changes the title too.',
  },
  asOf: {
    nl: 'De peildatum: wat daarna is gepubliceerd of geregistreerd, telt niet mee.',
    fr: 'La date de situation : ce qui a été publié ou enregistré ensuite ne compte pas.',
    de: 'Der Stichtag: Was danach veröffentlicht oder erfasst wurde, zählt nicht mit.',
    en: 'The day of the picture: what was published or registered after it does not count.',
  },
  audience: {
    nl: 'Wie het mag lezen: {audiences}.',
    fr: 'Qui peut le lire : {audiences}.',
    de: 'Wer es lesen darf: {audiences}.',
    en: 'Who may read it: {audiences}.',
  },
  questions: {
    nl: 'Wat er wordt gevraagd, in codes of namen. Vragen kunnen worden toegevoegd; wat een vraag weglaat, is wat de bestanden als enige bevatten.',
    fr: 'Ce qui est demandé, en codes ou en noms. D’autres questions peuvent suivre ; ce qu’une question omet est la seule valeur que contiennent les fichiers.',
    de: 'Was gefragt wird, als Code oder Name. Weitere Fragen dürfen folgen; was eine Frage weglässt, ist das Einzige, was die Dateien enthalten.',
    en: 'What is asked, in codes or names. Questions may be added; what one leaves out is the only one that the files hold.',
  },
  inputs: {
    nl: 'De bestanden, elk met de bron die het beschrijft. Een bestand met een andere sha256 wordt geweigerd; `rejected` zegt hoeveel gegevens bij de proef zijn geweigerd, en door welke regel.',
    fr: 'Les fichiers, chacun avec la source qui le décrit. Un fichier d’un autre sha256 est refusé ; `rejected` dit combien de données ont été refusées à l’essai, et par quelle règle.',
    de: 'Die Dateien, jede mit der Quelle, die sie beschreibt. Eine Datei mit anderem sha256 wird abgelehnt; `rejected` sagt, wie viele Angaben beim Versuch abgelehnt wurden, und nach welcher Regel.',
    en: 'The files, each with the source that describes it. A file with another sha256 is refused; rejected says how many items were rejected when it was tried, and by which rule.',
  },
  decisions: {
    nl: 'Waar beslissingen worden vastgelegd.',
    fr: 'Où les décisions sont consignées.',
    de: 'Wo Entscheidungen festgehalten werden.',
    en: 'Where decisions are recorded.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The words between the cells of the notebook. */
const cellWords = {
  start: {
    nl: 'Bouw eerst het beeld; herstart de kernel na een nieuwe bouw:',
    fr: 'Construisez d’abord le tableau ; redémarrez le noyau après une nouvelle construction :',
    de: 'Bauen Sie zuerst das Lagebild; starten Sie den Kernel nach einem neuen Bau neu:',
    en: 'Build the picture first; restart the kernel after a new build:',
  },
  figures: {
    nl: 'De cijfers waar de vraag over gaat. Kies met `.where({ … })` een andere plaats, een ander middel of een andere grondslag.',
    fr: 'Les chiffres sur lesquels porte la question. `.where({ … })` choisit un autre lieu, une autre substance ou une autre base.',
    de: 'Die Zahlen, um die es geht. Mit `.where({ … })` wählen Sie einen anderen Ort, eine andere Substanz oder eine andere Grundlage.',
    en: 'The figures that the question is of. Choose another place, drug or basis with `.where({ … })`.',
  },
  total: {
    nl: 'Het totaal per jaar. Wat niet mag worden opgeteld, wordt geweigerd, met wat u wel kunt vragen.',
    fr: 'Le total par année. Ce qui ne peut pas s’additionner est refusé, avec ce que vous pouvez demander.',
    de: 'Die Summe je Jahr. Was nicht addiert werden darf, wird abgelehnt, mit dem, was Sie fragen können.',
    en: 'The total by year. What must not be added is refused, with what you can ask instead.',
  },
  why: {
    nl: 'Waar een cijfer vandaan komt, tot op de cel. Kies zelf het jaar.',
    fr: 'D’où vient un chiffre, jusqu’à la cellule. Choisissez vous-même l’année.',
    de: 'Woher eine Zahl stammt, bis zur Zelle. Wählen Sie selbst das Jahr.',
    en: 'Where a figure comes from, down to the cell. Choose the year yourself.',
  },
} as const satisfies Readonly<Record<string, Text>>;

type Question = Readonly<Record<string, string | readonly string[]>>;

function questionIn(options: Options): Question {
  return Object.fromEntries(
    questionKeys.flatMap((name) => {
      const words = [options[name] ?? []].flat().map(String);
      return words.length === 0 ? [] : [[name, words.length === 1 ? String(words[0]) : words]];
    }),
  );
}

/** The words of a question that are known before any file is read, in each language; wrong use where one is not understood. */
function scopeOf({ code: _, ...question }: Question): Text {
  const { substance, ...rest } = question;
  const scopes = questionsOf(
    { ...rest, ...(substance !== undefined && substance !== 'all' && { substance }) },
    [],
    optionName,
  );
  return inEach((language) =>
    [...new Set(scopes.map((scope) => scopeLine(scope, language)))].join('; '),
  );
}

interface Input {
  /** An id of the catalogue, or a description of one's own; null where the file is to be described. */
  readonly source: string | { readonly path: string } | null;
  readonly path: string;
}

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** A file as the command line names it, PATH or SOURCE=PATH. */
function inputOf(word: string): Input {
  const at = word.indexOf('=');
  if (at < 0 || isFile(word)) return { source: null, path: word };
  const [source, path] = [word.slice(0, at), word.slice(at + 1)];
  if (/\.ya?ml$/iu.test(source) && isFile(source)) return { source: { path: source }, path };
  if (!catalogue().includes(source))
    throw wrongUse(
      'De catalogus heeft geen bron "{source}", en een beschrijving (.yaml) is het niet. Noem het bestand zonder bron, dan wordt het beschreven, of een van {sources}.',
      'Le catalogue n’a pas de source « {source} », et ce n’est pas une description (.yaml). Nommez le fichier sans source, il sera décrit, ou l’une de {sources}.',
      'Der Katalog hat keine Quelle „{source}“, und eine Beschreibung (.yaml) ist es nicht. Nennen Sie die Datei ohne Quelle, dann wird sie beschrieben, oder eine von {sources}.',
      'The catalogue has no source "{source}", and it is no description (.yaml). Name the file without a source, and it is described, or one of {sources}.',
      { source: withheldText(source), sources: catalogue().join(', ') },
    );
  return { source, path };
}

function refuseFull(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !(found.isDirectory() && readdirSync(folder).length === 0))
    throw wrongUse(
      '{folder} bestaat al en is niet leeg. Noem een map die er nog niet is, zodat niets wordt overschreven; met --add komen bestanden bij een beeld dat er staat.',
      '{folder} existe déjà et n’est pas vide. Nommez un dossier qui n’existe pas encore, pour que rien ne soit écrasé ; --add ajoute des fichiers à un tableau qui s’y trouve.',
      '{folder} gibt es schon, und es ist nicht leer. Nennen Sie einen Ordner, den es noch nicht gibt, damit nichts überschrieben wird; mit --add kommen Dateien zu einem Lagebild, das dort steht.',
      '{folder} exists already and is not empty. Name a folder that is not there yet, so that nothing is overwritten; --add adds files to a picture that stands there.',
      { folder },
    );
}

/** The name of the picture, of which its files are called. */
function nameOf(options: Options, folder: string): string {
  const given = textOption(options, 'name');
  if (given === null)
    return (
      basename(resolve(folder))
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/gu, '-')
        .replace(/^-|-$/gu, '') || 'picture'
    );
  if (!/^[a-z0-9][a-z0-9-]*$/u.test(given))
    throw wrongUse(
      '--name vraagt kleine letters, cijfers en streepjes, niet "{given}".',
      '--name demande des minuscules, des chiffres et des traits d’union, et non « {given} ».',
      '--name verlangt Kleinbuchstaben, Ziffern und Bindestriche, nicht „{given}“.',
      '--name takes lower-case letters, digits and hyphens, not "{given}".',
      { given },
    );
  return given;
}

/** The day of the picture: the one given, else today's, since to make a picture is an act of that day. */
function dayOf(options: Options): string {
  const given = textOption(options, 'asOf');
  if (given === null) return new Date().toISOString().slice(0, 10);
  try {
    if (/^\d{4}-\d{2}-\d{2}$/u.test(given)) return parsePeriod(given).end;
  } catch {
    // Told below, like what has another form.
  }
  throw wrongUse(
    '--as-of vraagt een dag, zoals 2026-06-30, niet "{given}".',
    '--as-of demande un jour, comme 2026-06-30, et non « {given} ».',
    '--as-of verlangt einen Tag wie 2026-06-30, nicht „{given}“.',
    '--as-of takes a day, such as 2026-06-30, not "{given}".',
    { given },
  );
}

function audienceOf(options: Options): string {
  const audience = textOption(options, 'audience') ?? 'internal';
  if (audiences.has(audience)) return audiences.get(audience).code;
  throw wrongUse(
    '--audience kent {codes}, niet "{audience}".',
    '--audience admet {codes}, et non « {audience} ».',
    '--audience kennt {codes}, nicht „{audience}“.',
    '--audience takes {codes}, not "{audience}".',
    { codes: audiences.map(({ code }) => code).join(', '), audience },
  );
}

/** Refuses a call that names no file, or no place. */
function refuseMissing(files: readonly string[], options: Options): void {
  const missing = [
    ...(files.length === 0 ? [slots.file] : []),
    ...(options['place'] === undefined ? [inEach(() => '--place')] : []),
  ];
  if (missing.length === 0) return;
  throw wrongUse(
    'Er ontbreekt: {missing}. Bijvoorbeeld: {example}. Op een terminal wordt ernaar gevraagd.',
    'Il manque : {missing}. Par exemple : {example}. Sur un terminal, la question est posée.',
    'Es fehlt: {missing}. Zum Beispiel: {example}. An einem Terminal wird danach gefragt.',
    'Missing: {missing}. For example: {example}. On a terminal you are asked for it.',
    {
      missing: joinWith(missing, ', '),
      example: 'samenbeeld init antwerp figures.csv --place Antwerp --substance heroin',
    },
  );
}

interface Call {
  readonly options: Options;
  readonly files: readonly string[];
}

/** Asks on a terminal, one after another, for what a call leaves out. */
async function askedFor({ options, files }: Call, language: Language): Promise<Call> {
  const reader = createInterface({
    ...{ input: process.stdin, output: process.stdout },
    // A line editor would send control sequences, which nothing here may.
    terminal: false,
  });
  const codes = audiences.map(({ code }) => code).join(', ');
  const answer = async (prompt: Text): Promise<string> => {
    const text = say(prompt, { audiences: codes })[language];
    return (await reader.question(`${text}\n> `)).trim();
  };
  try {
    const named = files.length > 0 ? files : pastedPaths(await answer(prompts.files));
    const given: Record<string, unknown> = { ...options };
    for (const name of ['place', 'substance', 'audience'] as const) {
      const said = given[name] === undefined ? await answer(prompts[name]) : '';
      if (said !== '') given[name] = said;
    }
    return { options: given, files: named };
  } finally {
    reader.close();
  }
}

/** The call with nothing missing: asked for on a terminal, wrong use where there is nobody to ask. */
async function completed(call: Call, { json, language }: Terminal): Promise<Call> {
  const isComplete = call.files.length > 0 && call.options['place'] !== undefined;
  const canAsk = !json && process.stdin.isTTY && process.stdout.isTTY;
  const whole = isComplete || !canAsk ? call : await askedFor(call, language);
  refuseMissing(whole.files, whole.options);
  return whole;
}

/** A file that is described: what it means, under an id that no other source has. */
async function described(
  path: string,
  folder: string,
  taken: ReadonlySet<string>,
  known: Pick<DescribeOptions, 'known' | 'folders' | 'language'>,
): Promise<FileDescription> {
  const options = { schema: fromFolder(folder, descriptionSchemaFile), ...known };
  const found = await describeFile(path, options);
  if (!taken.has(found.id)) return found;
  let n = 2;
  while (taken.has(`${found.id}-${n}`)) n += 1;
  return describeFile(path, { ...options, id: `${found.id}-${n}` });
}

interface PictureInput {
  readonly source: string;
  readonly file: string;
  readonly sha256: string;
  readonly rejected: Readonly<Record<string, number>>;
}

/** A text as YAML: as it is where it can be nothing else, else between quotes. */
function scalar(text: string): string {
  const isPlain =
    /^(?:\.{0,2}\/)*[\p{L}_](?:[\p{L}\p{N}_./+-]| (?=[\p{L}\p{N}]))*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text);
  return isPlain || /^(?:18|19|2\d)\d\d$/u.test(text) ? text : JSON.stringify(text);
}

function flow(entries: Readonly<Record<string, string | number | readonly string[]>>): string {
  const words = Object.entries(entries).map(([key, value]) => {
    const text = Array.isArray(value)
      ? `[ ${value.map(scalar).join(', ')} ]`
      : scalar(String(value));
    return `${key}: ${typeof value === 'number' ? value : text}`;
  });
  return `{ ${words.join(', ')} }`;
}

interface Made {
  readonly name: string;
  readonly title: Text;
  readonly question: Question;
  readonly asOf: string;
  readonly audience: string;
  readonly language: Language;
}

/** An input as lines of a picture file. */
function inputLines({ source, file, sha256, rejected }: PictureInput): readonly string[] {
  return [
    `- source: ${scalar(source)}`,
    `  file: ${scalar(file)}`,
    `  sha256: ${sha256}`,
    ...(Object.keys(rejected).length > 0 ? [`  rejected: ${flow(rejected)}`] : []),
  ];
}

/** The picture file, with what each part is in the reader's language. */
function pictureYaml(made: Made, folder: string, inputs: readonly PictureInput[]): string {
  const { name, title, question, asOf, audience, language } = made;
  const codes = audiences.map(({ code }) => code).join(', ');
  const comment = (text: Text): string => `# ${say(text, { audiences: codes })[language]}`;
  const lines = [
    `# yaml-language-server: $schema=${fromFolder(folder, pictureSchemaFile)}`,
    comment(comments.file),
    `picture: ${scalar(name)}`,
    comment(comments.title),
    'title:',
    ...languages.map((one) => `  ${one}: ${scalar(title[one])}`),
    comment(comments.asOf),
    `asOf: ${asOf}`,
    comment(comments.audience),
    `audience: ${audience}`,
    comment(comments.questions),
    'questions:',
    `  - ${flow(question)}`,
    comment(comments.inputs),
    'inputs:',
    ...inputs.flatMap((input) => inputLines(input).map((line) => `  ${line}`)),
    comment(comments.decisions),
    'decisions: decisions.jsonl',
  ];
  return `${lines.join('\n')}\n`;
}

/** A word of TypeScript between single quotes. */
const quoted = (text: string): string => `'${text.replace(/[\\']/gu, '\\$&')}'`;

/** What the notebook imports from; the command itself does not. */
const library = '@samenbeeld/notebook';

/** The notebook: the picture, its figures, their total, a chart, and why. */
function notebookJson(made: Made, read: ReadInputs): string {
  const { name, title, question, language } = made;
  const kept = read.isFinds ? 'seizures' : 'observations';
  const criteria = ['place', 'substance', 'basis', 'unit', ...(read.isFinds ? [] : ['metric'])];
  const chosen = Object.entries(question).flatMap(([key, value]) => {
    const isCriterion = criteria.includes(key);
    const [word = ''] = [value].flat();
    return isCriterion && word !== 'all' && word !== 'none' ? [[key, word] as const] : [];
  });
  const where = chosen.map(([key, word]) => `${key}: ${quoted(word)}`).join(', ');
  const cell = chosen.flatMap(([key, word]) =>
    key === 'place' || key === 'substance' ? [word] : [],
  );
  const words = (text: Text, more = ''): readonly [string, string] => [
    'markdown',
    `${text[language]}${more}`,
  ];
  // Drugs are not added up: each has its total, and the chart and the why are of one of them.
  const [imported, total, drawn, figure] =
    question['substance'] === 'all'
      ? [
          'ask, chart, joint, open, why',
          `await ask(picture, 'total')`,
          `const [first] = picture.totals;\nconst { substance, basis } = first;\nawait chart.total(joint(figures.where({ substance, basis })))`,
          `[first.complex, substance, basis, first.period].join(' ')`,
        ]
      : [
          'chart, joint, open, why',
          'const total = joint(figures);\ntotal',
          'await chart.total(total)',
          quoted([...cell, lastYear(made, read)].join(' ')),
        ];
  const build = `\n\n\`\`\`\nsamenbeeld build ${name}.picture.yaml --out out/${name}\n\`\`\``;
  const cells: readonly (readonly [string, string])[] = [
    ['markdown', `# ${title[language]}\n\n${cellWords.start[language]}${build}`],
    [
      'code',
      `import { ${imported} } from ${quoted(library)};\n\nconst picture = await open(${quoted(`out/${name}`)}, { language: '${language}' });\npicture`,
    ],
    words(cellWords.figures),
    ['code', `const figures = picture.${kept}.where({ ${where} });\nfigures.table()`],
    words(cellWords.total),
    ['code', total],
    ['code', drawn],
    words(cellWords.why),
    ['code', `await why(picture, ${figure})`],
  ];
  const notebook = {
    cells: cells.map(([kind, text], at) => ({
      cell_type: kind,
      ...(kind === 'code' && { execution_count: null }),
      id: `c${String(at + 1).padStart(2, '0')}`,
      metadata: {},
      ...(kind === 'code' && { outputs: [] }),
      source: text.split(/(?<=\n)/u),
    })),
    metadata: {
      kernelspec: { display_name: 'TypeScript', language: 'typescript', name: 'tslab' },
      language_info: {
        codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
        ...{ file_extension: '.ts', mimetype: 'text/typescript', name: 'typescript', version: '' },
      },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

interface OpenQuestions {
  /** A description, or a crosswalk beside it. */
  readonly file: string;
  readonly questions: number;
}

/** Files as they go into a picture, with the descriptions that were made for them. */
interface ReadInputs {
  readonly inputs: readonly PictureInput[];
  readonly found: readonly { readonly path: string; readonly description: FileDescription }[];
  /** Files that do not go in, each with the reason. */
  readonly left: readonly { readonly path: string; readonly says: Text }[];
  /** What is told of later editions, which go in by a description that stands. */
  readonly editions: readonly Text[];
  /** Whether the files hold single finds only, and no figures. */
  readonly isFinds: boolean;
}

async function readInputs(
  named: readonly Input[],
  folder: string,
  terminal: Terminal,
  others: readonly string[] = [],
  owns: readonly OwnSource[] = [],
): Promise<ReadInputs> {
  const { language } = terminal;
  const known = named.some(({ source }) => source === null)
    ? { language, ...knownOptions(terminal) }
    : {};
  const taken = new Set([...catalogue(), ...others]);
  const [inputs, found, left, editions] = [
    [] as PictureInput[],
    [] as { readonly path: string; readonly description: FileDescription }[],
    [] as { readonly path: string; readonly says: Text }[],
    [] as Text[],
  ];
  const records: string[] = [];
  const salt = saltFor(folder);
  for (const { source, path } of named) {
    terminal.progress(withheldText(path));
    const goesIn = async (by: string, rejected: PictureInput['rejected']): Promise<void> => {
      const file = fromFolder(folder, path);
      inputs.push({ source: by, file, sha256: await fileHash(path), rejected });
    };
    if (source !== null) {
      const isOwn = typeof source === 'object';
      const { record } = isOwn ? loadSource(source.path) : findSource(source);
      records.push(record);
      await goesIn(isOwn ? fromFolder(folder, source.path).replace(/^(?!\.)/u, './') : source, {});
      continue;
    }
    const proposed = await described(path, folder, taken, known);
    const description = { ...proposed, yaml: withSalt(proposed.yaml, salt, language) };
    const { id, unfit: reason, whole, trial } = description;
    const shown = withheldText(path);
    if (reason !== null) {
      left.push({ path: shown, says: sayAsIs(told.unfit, { path: shown, reason }) });
      continue;
    }
    const edition = await editionOf({ path, folder, proposed: description }, owns, language);
    if (edition) {
      const { says, record, rejected } = edition;
      if (rejected === null) {
        left.push({ path: shown, says });
        continue;
      }
      editions.push(says);
      records.push(record);
      await goesIn(edition.name, rejected);
      continue;
    }
    taken.add(id);
    found.push({ path, description });
    records.push(description.record.value);
    // Of a large file only the beginning and the end were tried.
    const isCounted = whole && trial.kind === 'ingested';
    await goesIn(`./${id}.source.yaml`, isCounted ? trial.conservation.rejections : {});
  }
  return {
    inputs,
    found,
    left,
    editions,
    isFinds: records.every((record) => record === 'seizure'),
  };
}

/** What is told of a described file, and what is open in it. */
function ofDescription(
  { path: from, description }: ReadInputs['found'][number],
  folder: string,
): {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly says: readonly Text[];
  readonly open: readonly OpenQuestions[];
} {
  const { id, yaml, trial, crosswalks, nearest, decisions } = description;
  const path = join(folder, `${id}.source.yaml`);
  const file = withheldText(from);
  const besides = crosswalks.map((one) => ({ ...one, path: join(folder, one.name) }));
  const tried = (): Text => {
    if (trial.kind === 'refused')
      return sayAsIs(told.refused, { path, file, problem: trial.says ?? trial.problem });
    return sayAsIs(told.tried, { path, file, ...outcome(trial) });
  };
  return {
    files: [{ path, text: yaml }, ...besides],
    says: [
      tried(),
      ...besides.map(({ path: at, labels, open }) =>
        sayAsIs(told.crosswalk, { path: at, labels, open }),
      ),
      ...(nearest?.fits
        ? [sayAsIs(told.known, { file, id: nearest.id, input: `${nearest.id}=${file}` })]
        : []),
    ],
    open: [
      { file: path, questions: decisions.length },
      ...besides.map(({ path: at, open }) => ({ file: at, questions: open })),
    ].filter(({ questions }) => questions > 0),
  };
}

/** The last year that the figures of the files reach, for the example of `why`. */
function lastYear({ question, asOf }: Made, { found }: ReadInputs): string {
  const ends = found.flatMap(({ description: { period } }) => period?.end ?? []).sort();
  return String(question['to'] ?? ends.at(-1) ?? asOf).slice(0, 4);
}

function refusePersonal(written: Readonly<Record<string, unknown>>): void {
  const where = wherePersonal(written);
  if (where === null) return;
  throw wrongUse(
    'Wat bij {where} staat, lijkt op gegevens van een persoon. Schrijf een functie of dienst: een beeld wordt doorgegeven.',
    'Ce qui figure sous {where} ressemble à des données d’une personne. Écrivez une fonction ou un service : un tableau est transmis.',
    'Was bei {where} steht, sieht nach Daten einer Person aus. Schreiben Sie eine Funktion oder Dienststelle: Ein Lagebild wird weitergegeben.',
    'What stands at {where} looks like data of a person. Write a role or an office: a picture is passed on.',
    { where },
  );
}

function refuseNothing({ inputs, left }: ReadInputs): void {
  if (inputs.length > 0) return;
  const { nl, fr, de, en } = joinWith(
    left.map(({ says }) => says),
    ' ',
  );
  throw wrongUse(
    `Er is niets geschreven. ${nl}`,
    `Rien n’a été écrit. ${fr}`,
    `Es wurde nichts geschrieben. ${de}`,
    `Nothing was written. ${en}`,
  );
}

/** What is told when files were written. */
interface Told {
  readonly read: ReadInputs;
  readonly heading: Text;
  readonly first: readonly Text[];
  readonly next: readonly string[];
  readonly written: readonly string[];
  readonly folder: string;
}

/** Says what was made or added, what was left out, what is open and what comes next; 1 where a file was left out. */
function tell(
  { read, heading, first, next, written, folder }: Told,
  own: readonly ReturnType<typeof ofDescription>[],
  terminal: Terminal,
): number {
  const { language } = terminal;
  const open = own.flatMap((one) => one.open);
  // Who may see the figures of a file that no known source describes, a person says.
  const asksHandling = read.found.some(
    ({ description: { nearest } }) => !nearest?.fits && !nearest?.isEdition,
  );
  const print = (title: Text, lines: readonly Text[], blank: readonly string[] = ['']): void =>
    terminal.print(...blank, title[language], ...lines.map((line) => `  ${line[language]}`));
  print(heading, [...read.editions, ...own.flatMap(({ says }) => says), ...first], []);
  const left = read.left.map(({ says }) => says);
  if (left.length > 0) print(told.left, left);
  if (open.length > 0)
    print(told.open, [
      ...open.map(({ file, questions }) =>
        sayAsIs(file.endsWith('.csv') ? told.labels : told.questions, { path: file, n: questions }),
      ),
      asksHandling ? told.handling : told.before,
    ]);
  print(
    told.next,
    next.map((command) => inEach(() => command)),
  );
  terminal.result({ folder, written, open, next, left: read.left.map(({ path }) => path) });
  return left.length > 0 ? 1 : 0;
}

/** Refuses what the picture file says already, and is changed there. */
function refuseAsked(options: Options): void {
  const given = [...questionKeys, 'title', 'audience', 'asOf'].filter(
    (name) => options[name] !== undefined,
  );
  if (given.length > 0)
    throw wrongUse(
      '{given} gaat niet samen met --add: vraag, titel, publiek en peildatum staan in het beeldbestand, en worden daar gewijzigd.',
      '{given} ne va pas avec --add : question, titre, destinataires et date de situation sont dans le fichier du tableau, et s’y modifient.',
      '{given} passt nicht zu --add: Frage, Titel, Empfänger und Stichtag stehen in der Lagebilddatei und werden dort geändert.',
      '{given} does not go with --add: question, title, audience and day stand in the picture file, and are changed there.',
      { given: given.map(optionName).join(', ') },
    );
}

/** Refuses files that are inputs of the picture already, by their content. */
function refuseAgain(added: readonly PictureInput[], own: readonly PictureInputFile[]): void {
  const again = added.filter(({ sha256 }) => own.some((one) => one.sha256 === sha256));
  if (again.length > 0)
    throw wrongUse(
      '{again} {n:zit|zitten} al in het beeld; er is niets toegevoegd.',
      '{again} {n:est|est|sont} déjà dans le tableau ; rien n’a été ajouté.',
      '{again} {n:ist|sind} schon im Lagebild; es wurde nichts hinzugefügt.',
      '{again} {n:is|are} in the picture already; nothing was added.',
      { again: again.map(({ file }) => withheldText(file)).join(', '), n: again.length },
    );
}

/** Adds files to a picture that stands: descriptions beside it, and inputs at the end of its list. Nothing that stands is changed. */
async function addFiles(
  options: Options,
  target: string,
  files: readonly string[],
): Promise<number> {
  const terminal = openTerminal(options);
  refuseAsked(options);
  if (files.length === 0) refuseMissing(files, { place: '' });
  const path = pictureFileIn(target, textOption(options, 'name'));
  const folder = dirname(path);
  const own = readPictureFile(path);
  const named = files.map(inputOf);
  checkFiles(named.map((one) => one.path));
  const sources = own.inputs.map(({ source }) => basename(source).replace(/\.source\.ya?ml$/u, ''));
  const standing = readdirSync(folder).map((name) => name.replace(/\.source\.ya?ml$/u, ''));
  const read = await readInputs(
    named,
    folder,
    terminal,
    [...sources, ...standing],
    ownSources(own),
  );
  refuseNothing(read);
  refuseAgain(read.inputs, own.inputs);
  const items = read.inputs.map(inputLines);
  const text = withInputs(readFileSync(path, 'utf8'), items);
  const described = read.found.map((one) => ofDescription(one, folder));
  const cleared = clearance(officeHandling, 'internal');
  const writing = described.flatMap((one) => one.files);
  for (const one of writing) await writeThrough(one.path, one.text, cleared, { replace: false });
  if (text !== null) await writeThrough(path, text, cleared);
  const { length: n } = items;
  const first =
    text === null
      ? [
          sayAsIs(told.byHand, { path, n }),
          ...items.flat().map((line) => inEach(() => `  ${line}`)),
        ]
      : [sayAsIs(told.added, { path, n })];
  const next = [
    `samenbeeld build ${shellWord(path)} --out ${shellWord(join(folder, 'out', own.picture))}`,
  ];
  const written = [...writing.map((one) => one.path), ...(text === null ? [] : [path])];
  return tell({ read, heading: told.made, first, next, written, folder }, described, terminal);
}

/**
 * `samenbeeld init`: from files, a question and an audience to a folder of one's own, in which each step is a file to read and
 * change: descriptions tried on the files, a picture file, an empty file of decisions, a notebook. The files themselves stay
 * where they are, as they are. With `--add` files are added to a picture that stands. 1 where a file is no source of figures, and
 * was left out.
 */
export async function init(
  given: Options,
  target: string | readonly string[],
  names: string | readonly string[],
): Promise<number> {
  if (given['add'] === true) return addFiles(given, String(target), [names].flat());
  const terminal = openTerminal(given);
  const { language } = terminal;
  const folder = String(target);
  refuseFull(folder);
  const { options, files } = await completed({ options: given, files: [names].flat() }, terminal);
  const question = questionIn(options);
  const title = textOption(options, 'title');
  refusePersonal({ title, ...question });
  const scope = scopeOf(question);
  const made: Made = {
    name: nameOf(options, folder),
    title: title === null ? scope : inEach(() => title),
    question,
    asOf: dayOf(options),
    audience: audienceOf(options),
    language,
  };
  const named = files.map(inputOf);
  checkFiles(named.map(({ path }) => path));
  const read = await readInputs(named, folder, terminal);
  refuseNothing(read);
  const own = read.found.map((one) => ofDescription(one, folder));
  const picture = join(folder, `${made.name}.picture.yaml`);
  const decisions = join(folder, 'decisions.jsonl');
  const notebook = join(folder, `${made.name}.ipynb`);
  const writing = [
    ...own.flatMap((one) => one.files),
    { path: picture, text: pictureYaml(made, folder, read.inputs) },
    { path: decisions, text: '' },
    { path: notebook, text: notebookJson(made, read) },
  ];
  const cleared = clearance(officeHandling, 'internal');
  for (const { path, text } of writing) await writeThrough(path, text, cleared, { replace: false });

  const out = join(folder, 'out', made.name);
  const first = [
    sayAsIs(told.picture, { path: picture }),
    sayAsIs(told.decisions, { path: decisions }),
    sayAsIs(told.notebook, { path: notebook }),
  ];
  const next = [
    `samenbeeld build ${shellWord(picture)} --out ${shellWord(out)}`,
    `samenbeeld ask ${shellWord(out)} total`,
    `jupyter lab ${shellWord(notebook)}`,
  ];
  const written = writing.map(({ path }) => path);
  return tell({ read, heading: told.made, first, next, written, folder }, own, terminal);
}
