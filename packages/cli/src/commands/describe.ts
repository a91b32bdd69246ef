import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import {
  type DescribeOptions,
  describedPage,
  describeFile,
  type FileDescription,
} from '@samenbeeld/describe';
import {
  descriptionSchemaFile,
  issueWords,
  loadSource,
  type SourceDescription,
} from '@samenbeeld/ingest';
import { hanging } from '@samenbeeld/page';
import {
  capital,
  InputError,
  inEach,
  inFour,
  officeHandling,
  type Said,
  shownText,
  type Text,
  typeset,
  withheldText,
  wrongUse,
} from '@samenbeeld/schema';
import { catalogue, catalogueFolder, checkedSources } from '@samenbeeld/sources';
import { checkFile, clearance, writeThrough } from '@samenbeeld/store';
import { asRun } from '../as-run.ts';
import { checkFiles } from '../check-files.ts';
import { saltFor, withSalt } from '../description-salt.ts';
import { openTerminal, quotedEnglish, type Terminal, told } from '../terminal.ts';

const widest = 120;

const words = {
  leftAside: inFour(
    '{name} van de catalogus is terzijde gelaten: {why}',
    '{name} du catalogue est laissé de côté : {why}',
    '{name} aus dem Katalog bleibt beiseite: {why}',
    '{name} of the catalogue is left aside: {why}',
  ),
  looking: inFour(
    '{file} wordt bekeken',
    'examen de {file}',
    '{file} wird angesehen',
    'looking at {file}',
  ),
  isKnown: inFour(
    'Er hoeft niets te worden geschreven: de bron leest dit bestand zoals het is. Een kopie van haar beschrijving komt met --out.',
    'Rien n’est à écrire : la source lit ce fichier tel quel. Une copie de sa description s’obtient avec --out.',
    'Es ist nichts zu schreiben: Die Quelle liest diese Datei, wie sie ist. Eine Kopie ihrer Beschreibung gibt es mit --out.',
    'Nothing is to be written: the source reads this file as it is. A copy of its description is written with --out.',
  ),
  unconfirmed: inFour(
    'Rijen zonder adres of met een lege cel zijn voorstellen: bevestig ze met "samenbeeld claims TEKST --review", of vul het blad aan.',
    'Les lignes sans adresse ou avec une cellule vide sont des propositions : confirmez-les avec « samenbeeld claims TEXTE --review », ou complétez la feuille.',
    'Zeilen ohne Adresse oder mit einer leeren Zelle sind Vorschläge: Bestätigen Sie sie mit „samenbeeld claims TEXT --review“, oder füllen Sie das Blatt aus.',
    'Rows without an address, or with an empty cell, are proposals: confirm them with "samenbeeld claims TEXT --review", or fill in the sheet.',
  ),
  wrote: inFour(
    'Geschreven: {names}{marked}. Daarna:',
    'Écrit : {names}{marked}. Ensuite :',
    'Geschrieben: {names}{marked}. Danach:',
    'Wrote {names}{marked}. Then:',
  ),
  marked: inFour(
    ': {n:# vraag is|# vragen zijn} gemerkt met "# decide"',
    ' : {n:# question est marquée|# questions sont marquées} « # decide »',
    ': {n:# Frage ist|# Fragen sind} mit „# decide“ markiert',
    ': {n:# question is|# questions are} marked "# decide"',
  ),
  once: inFour(
    'zodra niets meer open is',
    'quand plus rien n’est ouvert',
    'sobald nichts mehr offen ist',
    'once nothing is open',
  ),
};

/** What a description is called without its ending: "a" of "out/a.source.yaml"; null for a bare "source.yaml". */
function stemOf(out: string): string | null {
  const stem = basename(out).replace(/(?:^|\.)(?:source\.)?ya?ml$/, '');
  return stem === '' ? null : stem;
}

/** Other descriptions in a folder that name one of these crosswalks, each with the crosswalk. */
function othersThatUse(
  out: string,
  crosswalks: readonly string[],
): readonly (readonly [crosswalk: string, description: string])[] {
  const folder = dirname(out);
  if (!existsSync(folder)) return [];
  const others = readdirSync(folder).filter(
    (name) => /\.ya?ml$/.test(name) && name !== basename(out),
  );
  return others.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const uses = (file: string): boolean =>
      text.split(/[\s,:{}[\]"']+/u).some((word) => word === file);
    return crosswalks.filter(uses).map((file) => [file, name] as const);
  });
}

/** Whether a file is a description or a crosswalk, and so may be overwritten by one. */
function isOurs(path: string): boolean {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return path.endsWith('.csv')
    ? /^"?from"?,"?to"?/.test(text)
    : /^# yaml-language-server: .*source/m.test(text) ||
        (/^id:/m.test(text) && /^(source|record|columns|shape):/m.test(text));
}

/** Refuses to overwrite what stands there unless told to, and what is no description and no crosswalk always. */
function refuseStanding(paths: readonly string[], force: boolean): void {
  const standing = paths.filter((path) => existsSync(path));
  if (standing.length > 0 && !force)
    throw wrongUse(
      '{paths} {n:bestaat|bestaan} al, misschien met beslissingen erin. Noem met --out een ander bestand, of overschrijf met --force.',
      '{paths} {n:existe|existent} déjà, peut-être avec des décisions. Nommez un autre fichier avec --out, ou écrasez avec --force.',
      '{paths}: gibt es schon, vielleicht mit Entscheidungen darin. Nennen Sie mit --out eine andere Datei, oder überschreiben Sie mit --force.',
      '{paths} {n:exists|exist} already, perhaps with decisions in it. Name another file with --out, or overwrite with --force.',
      { paths: standing.join(', '), n: standing.length },
    );
  const other = standing.find((path) => !isOurs(path));
  if (other !== undefined)
    throw other.endsWith('.csv')
      ? wrongUse(
          '{other} is geen omzettabel en wordt niet vervangen, ook niet met --force. Noem met --out een ander bestand.',
          '{other} n’est pas une table de correspondance et n’est pas remplacé, même avec --force. Nommez un autre fichier avec --out.',
          '{other} ist keine Umschlüsselung und wird nicht ersetzt, auch nicht mit --force. Nennen Sie mit --out eine andere Datei.',
          '{other} is no crosswalk, and is not replaced, with --force neither. Name another file with --out.',
          { other },
        )
      : wrongUse(
          '{other} is geen bronbeschrijving en wordt niet vervangen, ook niet met --force. Noem met --out een ander bestand.',
          '{other} n’est pas une description de source et n’est pas remplacé, même avec --force. Nommez un autre fichier avec --out.',
          '{other} ist keine Quellenbeschreibung und wird nicht ersetzt, auch nicht mit --force. Nennen Sie mit --out eine andere Datei.',
          '{other} is no source description, and is not replaced, with --force neither. Name another file with --out.',
          { other },
        );
}

/** A sentence about what a library says in English, which stands in it as a quotation. */
function withEnglish(
  says: Text,
  values: Readonly<Record<string, Said>>,
  english: Readonly<Record<string, string>>,
): Text {
  return inEach((language) => {
    const quoted = Object.entries(english).map(([name, text]) => [
      name,
      quotedEnglish(text, language),
    ]);
    const said = { ...values, ...Object.fromEntries(quoted) };
    return inFour(says.nl, says.fr, says.de, says.en, said)[language];
  });
}

/** Why no picture can be made with the description as it stands, and the one thing to do; null where one can. */
function unusable({ file, unfit, trial }: FileDescription): Text | null {
  if (unfit)
    return withEnglish(
      {
        nl: '{file} is zo te zien geen bron van cijfers: {unfit}.',
        fr: '{file} ne semble pas être une source de chiffres : {unfit}.',
        de: '{file} scheint keine Quelle von Zahlen zu sein: {unfit}.',
        en: '{file} seems to be no source of figures: {unfit}.',
      },
      { file, unfit },
      {},
    );
  if (trial.kind === 'refused')
    return withEnglish(
      {
        nl: 'Met deze beschrijving is {file} niet in te lezen: {problem}',
        fr: 'Cette description ne permet pas de lire {file} : {problem}',
        de: 'Mit dieser Beschreibung lässt sich {file} nicht einlesen: {problem}',
        en: 'With this description {file} cannot be read in: {problem}',
      },
      { file, ...(trial.says && { problem: trial.says }) },
      trial.says ? {} : { problem: trial.problem },
    );
  const { accepted, rejected } = trial.conservation;
  const [most] = trial.issues.filter(({ example }) => example.severity === 'rejection');
  if (accepted > 0 || !most) return null;
  const own = issueWords(most.example);
  const said = own && {
    message: own.message,
    repair: inEach((language) => capital(own.repair[language])),
  };
  return withEnglish(
    {
      nl: 'Met deze beschrijving worden alle {rejected} cijfers van {file} afgekeurd, de meeste ({count}) hierom: {message}. {repair}.',
      fr: 'Cette description fait rejeter les {rejected} chiffres de {file}, la plupart ({count}) pour ceci : {message}. {repair}.',
      de: 'Mit dieser Beschreibung werden alle {rejected} Zahlen von {file} zurückgewiesen, die meisten ({count}) deshalb: {message}. {repair}.',
      en: 'With this description all {rejected} figures of {file} are rejected, most of them ({count}) because of this: {message}. {repair}.',
    },
    { file, rejected, count: most.count, ...said },
    said ? {} : { message: most.example.message, repair: capital(most.example.repair) },
  );
}

/** What is said below it of what was written, or may be. */
const kept = {
  nothing: {
    nl: 'Er is niets geschreven.',
    fr: 'Rien n’a été écrit.',
    de: 'Es wurde nichts geschrieben.',
    en: 'Nothing was written.',
  },
  asked: {
    nl: 'Er is niets geschreven. Met --out {out} komt het voorstel er toch, om met de hand af te maken.',
    fr: 'Rien n’a été écrit. Avec --out {out}, la proposition est écrite quand même, à terminer à la main.',
    de: 'Es wurde nichts geschrieben. Mit --out {out} wird der Vorschlag trotzdem geschrieben, um ihn von Hand fertigzustellen.',
    en: 'Nothing was written. With --out {out} the proposal is written all the same, to be finished by hand.',
  },
  draft: {
    nl: '{out} is geschreven om met de hand af te maken.',
    fr: '{out} a été écrit, à terminer à la main.',
    de: '{out} wurde geschrieben, um von Hand fertiggestellt zu werden.',
    en: '{out} was written, to be finished by hand.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Whether a description loads, so that a hand can finish it: no column of figures or no header is nothing to finish. */
const canBeFinished = ({ trial, header, columns, folds }: FileDescription): boolean =>
  trial.kind === 'ingested' ||
  (header.value > 0 &&
    [...columns, ...folds].some(({ to }) => to === 'value' || to === 'quantity'));

/** Where the description and its crosswalks go; refuses to overwrite unless told to, and files of another one always. */
function targetsOf(
  found: FileDescription,
  out: string,
  force: boolean,
): readonly { readonly path: string; readonly text: string }[] {
  const targets = [
    { path: out, text: found.yaml },
    ...found.crosswalks.map(({ name, text }) => ({ path: join(dirname(out), name), text })),
  ];
  const [shared] = othersThatUse(
    out,
    found.crosswalks.map(({ name }) => name),
  );
  if (shared)
    throw wrongUse(
      'De omzettabel {path} hoort ook bij {other} en wordt niet vervangen. Noem met --out een ander bestand.',
      'La table de correspondance {path} appartient aussi à {other} et n’est pas remplacée. Nommez un autre fichier avec --out.',
      'Die Umschlüsselung {path} gehört auch zu {other} und wird nicht ersetzt. Nennen Sie mit --out eine andere Datei.',
      'The crosswalk {path} belongs to {other} too, and is not replaced. Name another file with --out.',
      { path: join(dirname(out), shared[0]), other: String(shared[1]) },
    );
  refuseStanding(
    targets.map(({ path }) => path),
    force,
  );
  return targets;
}

/** The sources of the catalogue; one that does not load is named and left aside. */
function knownSources(terminal: Terminal): readonly SourceDescription[] {
  return catalogue().flatMap((name) => {
    try {
      return [loadSource(catalogueFolder(name), checkedSources())];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const why =
        error.says?.[terminal.language] ?? quotedEnglish(error.message, terminal.language);
      terminal.print(`  ${told(words.leftAside, terminal.language, { name, why })}`);
      return [];
    }
  });
}

/** The sources of the catalogue, and where each lies, as `describeFile` takes them. */
export function knownOptions(terminal: Terminal): Pick<DescribeOptions, 'known' | 'folders'> {
  const known = knownSources(terminal);
  return { known, folders: Object.fromEntries(known.map(({ id }) => [id, catalogueFolder(id)])) };
}

/** `samenbeeld describe`: proposes a source description for a file nobody has described. */
export async function describe(
  options: Readonly<Record<string, unknown>>,
  file: string | readonly string[],
): Promise<number | undefined> {
  const terminal = openTerminal(options);
  const { language } = terminal;
  const path = String(file);
  const text = (name: string): string | undefined =>
    options[name] === undefined ? undefined : String(options[name]);
  const [id, sheet, asked] = [text('id'), text('sheet'), text('out')];
  if (asked !== undefined && !/\.ya?ml$/.test(asked))
    throw wrongUse(
      '--out vraagt een bestand dat op .yaml eindigt, niet "{asked}".',
      '--out demande un fichier terminé par .yaml, et non « {asked} ».',
      '--out verlangt eine Datei, die auf .yaml endet, nicht „{asked}“.',
      '--out takes a file that ends in .yaml, not "{asked}".',
      { asked },
    );
  if (asked !== undefined) {
    refuseStanding([asked], options['force'] === true);
    await checkFile(asked);
  }
  checkFiles([path]);
  terminal.progress(told(words.looking, language, { file: withheldText(path) }));
  const folder = asked === undefined ? resolve('.') : dirname(resolve(asked));
  const name = asked === undefined ? null : stemOf(asked);
  const proposed = await describeFile(path, {
    language,
    schema: relative(folder, descriptionSchemaFile).split(sep).join('/'),
    ...knownOptions(terminal),
    ...(id !== undefined && { id }),
    ...(name !== null && { name }),
    ...(sheet !== undefined && { sheet }),
  });
  const found = { ...proposed, yaml: withSalt(proposed.yaml, saltFor(folder), language) };
  const out = asked ?? `${found.id}.source.yaml`;
  const isKnown = found.unfit === null && found.nearest?.fits === true;
  const problem = isKnown ? null : unusable(found);
  // Rows that are all rejected are what the questions of the description are about: it is written to be answered.
  const isTimeless = found.trial.kind === 'refused' && found.trial.once !== undefined;
  const isRead = found.unfit === null && (found.trial.kind === 'ingested' || isTimeless);
  const isAsked = asked !== undefined && canBeFinished(found);
  const targets =
    isAsked || (isRead && !isKnown && !terminal.json)
      ? targetsOf(found, out, options['force'] === true)
      : [];
  const cleared = clearance(officeHandling, 'internal');
  const replace = options['force'] === true;
  for (const target of targets) await writeThrough(target.path, target.text, cleared, { replace });
  terminal.page(describedPage(found), widest);
  const { length: open } = found.decisions;
  const isWaiting =
    found.nearest?.isClaimSheet === true &&
    found.trial.kind === 'ingested' &&
    found.trial.conservation.rejections['claim.blank'] !== undefined;
  if (isWaiting && (isKnown || found.nearest?.isEdition))
    terminal.print('', ...hanging('', words.unconfirmed[language], widest));
  if (isKnown && found.nearest && targets.length === 0) {
    const { id: known } = found.nearest;
    terminal.print(
      '',
      words.isKnown[language],
      `  samenbeeld ingest ${known} ${withheldText(path)} --out pictures/${known} --audience internal`,
    );
  }
  if (targets.length > 0 && isRead) {
    const names = targets.map((target) => target.path).join(', ');
    const marked = open > 0 ? told(words.marked, language, { n: open }) : '';
    const wrote = told(words.wrote, language, { names, marked });
    for (const line of hanging('', wrote, widest)) terminal.print(line);
    const command = `samenbeeld ingest ${out} ${withheldText(path)} --out pictures/${found.id}`;
    if (open > 0 && !isTimeless) terminal.print(`  ${command} --draft --audience internal`);
    terminal.print(
      `  ${command} --audience internal${open > 0 ? `    ${words.once[language]}` : ''}`,
    );
  }
  terminal.result({ ...found, written: targets.map((target) => target.path) });
  if (problem === null) return undefined;
  const said = targets.length > 0 ? kept.draft : canBeFinished(found) ? kept.asked : kept.nothing;
  const whole = isRead
    ? problem[language]
    : `${problem[language]} ${told(said, language, { out })}`;
  if (!terminal.json) console.error(asRun(typeset(shownText(whole), language)));
  return 1;
}
