import { codeOf, isWithin, placeOf, wordsGiven } from '@samenbeeld/answers';
import {
  claimGround,
  type FigureName,
  type GivenVerdict,
  isOfDrug,
  parseFigureName,
  ruleGrounds,
  say,
  sayAsIs,
  verdictText,
} from '@samenbeeld/merge';
import {
  analysePicture,
  type BuiltAnalysis,
  besidePicture,
  pictureReleases,
  readPictureFile,
  recordVerdicts,
} from '@samenbeeld/recipes';
import {
  type Decision,
  decisionKinds,
  dimensionLabel,
  type Ground,
  groupBy,
  type Language,
  overrideSubject,
  ownValue,
  parseOverrideSubject,
  shellWord,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import {
  type DecisionsFile,
  parseReleaseSubject,
  readDecisionsFile,
  recordDecisions,
  releaseCommand,
  releaserProblem,
  settleDecisions,
} from '@samenbeeld/store';
import { decideWords, settlingWords, stateWords } from '../decide-view/decide-words.ts';
import { decisionTrouble } from '../decide-view/decision-trouble.ts';
import { decidingOptions, releaseVerdict, verdictOf } from '../decide-view/given-verdict.ts';
import {
  type Matter,
  matterName,
  type Open,
  openMatters,
  verdictOptions,
} from '../decide-view/open-matters.ts';
import { type Options, optionName, slots } from '../options.ts';
import { checkMayDecide, type Deciding, decidingOf } from '../record-decisions.ts';
import { openTerminal, type Terminal } from '../terminal.ts';

const nothingMore: Omit<Open, 'subject' | 'kind' | 'state'> = {
  ...{ places: [], substances: [], lines: [], proposal: null },
};

/**
 * The override that a subject names in the words of a refusal. It need not be listed: a notebook may have refused what
 * this picture never asks.
 */
function overrideNamed(subject: string, language: Language): Open | null {
  const named = parseOverrideSubject(subject);
  if (named === null) return null;
  if (named.override === 'never')
    throw wrongUse(
      'Over "{subject}" is niets vast te leggen: rijen die verschillen in {dimension} worden nooit samengevoegd. Toon ze elk, of kies er een.',
      'Rien ne peut être enregistré sur « {subject} » : des lignes qui diffèrent ({dimension}) ne sont jamais réunies. Montrez chacune, ou choisissez-en une.',
      'Zu „{subject}“ lässt sich nichts festhalten: Zeilen, die sich unterscheiden ({dimension}), werden nie zusammengelegt. Zeigen Sie jede, oder wählen Sie eine.',
      'Nothing can be recorded on "{subject}": rows that differ in {dimension} are never put together. Show each of them, or choose one.',
      { subject, dimension: dimensionLabel(named.dimension) },
    );
  if (new Set(named.values).size < 2)
    throw wrongUse(
      '"{subject}" noemt één waarde; een uitzondering noemt de waarden die worden samengevoegd, zoals "sum across agencies: NL_CUST, NL_KMAR".',
      '« {subject} » nomme une seule valeur ; une dérogation nomme les valeurs réunies, comme « sum across agencies: NL_CUST, NL_KMAR ».',
      '„{subject}“ nennt einen Wert; eine Ausnahme nennt die Werte, die zusammengelegt werden, wie „sum across agencies: NL_CUST, NL_KMAR“.',
      '"{subject}" names one value; an override names the values that are put together, as in "sum across agencies: NL_CUST, NL_KMAR".',
      { subject },
    );
  return {
    subject: overrideSubject(named.purpose, named.plural, named.values),
    kind: 'override',
    state: `differ in ${dimensionLabel(named.dimension)[language]}`,
    ...nothingMore,
  };
}

/** A release that this picture does not take cannot be recorded with it: its subject is of other files, readers or marks. */
function refuseOtherRelease(subject: string, matters: readonly Open[]): void {
  if (parseReleaseSubject(subject) === null || matters.some((one) => one.subject === subject))
    return;
  const own = matters.filter(({ kind }) => kind === 'release').map((one) => `"${one.subject}"`);
  throw own.length === 0
    ? wrongUse(
        'Dit beeld vraagt geen vrijgave "{subject}"; niets houdt het bij zijn publiek weg.',
        'Ce tableau ne demande pas l’autorisation « {subject} » ; rien ne le retient de ses destinataires.',
        'Dieses Lagebild verlangt keine Freigabe „{subject}“; nichts hält es von seinen Empfängern fern.',
        'This picture takes no release "{subject}"; nothing keeps it from its audience.',
        { subject },
      )
    : wrongUse(
        'Dit beeld vraagt geen vrijgave "{subject}"; het vraagt {own}.',
        'Ce tableau ne demande pas l’autorisation « {subject} » ; il demande {own}.',
        'Dieses Lagebild verlangt keine Freigabe „{subject}“; es verlangt {own}.',
        'This picture takes no release "{subject}"; it takes {own}.',
        {
          subject,
          own: own.join(', '),
        },
      );
}

/** A pair of records by its key; it need not be open: what is as good as sure may be wrong. */
function pairNamed(named: string, { doubleReports }: BuiltAnalysis): Open | null {
  const isName = named.startsWith('m-');
  const pair = doubleReports.find(({ key }) => (isName ? matterName(key) : key) === named);
  return pair
    ? { subject: pair.key, kind: 'same-seizure', state: pair.verdict, ...nothingMore }
    : null;
}

/** What words name as a figure, with or without its period; null for words that name none. */
function figureNamed(named: string): (Omit<FigureName, 'period'> & Partial<FigureName>) | null {
  const read = (text: string): FigureName | null => {
    try {
      return parseFigureName(text);
    } catch {
      return null;
    }
  };
  const whole = read(named);
  if (whole) return whole;
  // A place and a drug alone are read beside any year.
  const { period: _any, ...scope } = read(`${named} 2000`) ?? {};
  return 'places' in scope ? scope : null;
}

/** Matters of a figure as people name it: "Vlissingen cocaïne 2021". Those of its own place go before those of several. */
function mattersOfFigure(named: string, matters: readonly Matter[]): readonly Matter[] {
  const name = figureNamed(named);
  if (name === null) return [];
  const { places: codes, substance, basis, period } = name;
  const when = period && (period.freq === 'A' ? period.start.slice(0, 4) : period.start);
  const fitting = matters.filter(
    ({ places, substances, subject }) =>
      places.some((place) => place.split('+').some((one) => codes.includes(one))) &&
      (substance === null || substances.includes(substance)) &&
      (basis === null || subject.includes(basis)) &&
      (when === undefined || subject.includes(when)),
  );
  const own = fitting.filter(({ places }) => places.every((place) => codes.includes(place)));
  return own.length > 0 ? own : fitting;
}

/** A matter of the list by its number, its name, its subject, a part of one, or the figure that it is about. */
export function listedMatter(named: string, matters: readonly Matter[]): Matter {
  const byNumber = matters.find(({ number }) => String(number) === named);
  if (byNumber) return byNumber;
  const asked = named.trim().toLowerCase();
  const exact = matters.find(({ name, subject }) => subject === named || name === asked);
  const partly = matters.filter(
    ({ name, subject }) => name.startsWith(asked) || subject.toLowerCase().includes(asked),
  );
  const found = exact ? [exact] : partly.length > 0 ? partly : mattersOfFigure(named, matters);
  const [only] = found;
  if (only && found.length === 1) return only;
  throw found.length === 0
    ? wrongUse(
        'Er valt niets te beslissen dat "{named}" heet. Zonder onderwerp komt de lijst.',
        'Rien à trancher ne s’appelle « {named} ». Sans objet, la liste s’affiche.',
        'Nichts, was zu entscheiden ist, heißt „{named}“. Ohne Gegenstand kommt die Liste.',
        'Nothing to decide is called "{named}". Run without a subject for the list.',
        { named },
      )
    : wrongUse(
        '"{named}" past op {n} onderwerpen: {found}.',
        '« {named} » convient à {n} objets : {found}.',
        '„{named}“ passt auf {n} Gegenstände: {found}.',
        '"{named}" fits {n} matters: {found}.',
        {
          named,
          n: found.length,
          found: found.map(({ name, subject }) => `${name} "${subject}"`).join(', '),
        },
      );
}

/** What a person means to decide: an override or a pair, open or not, or a matter of the list. Throws UsageError for none. */
function matterNamed(
  subject: string,
  matters: readonly Matter[],
  analysis: BuiltAnalysis,
  language: Language,
): Open {
  refuseOtherRelease(subject, matters);
  return (
    overrideNamed(subject, language) ??
    pairNamed(subject, analysis) ??
    listedMatter(subject, matters)
  );
}

/** Whether matters are chosen by place or drug. */
const isChoosing = (options: Options): boolean =>
  options['place'] !== undefined || options['substance'] !== undefined;

/**
 * The matters of the places and drugs that the options name, by code or by name in any language, as `ask` reads them: those
 * within a place, and of a drug or of one that belongs to it. A matter of no place or drug is of none of them.
 */
function chosenMatters(options: Options, matters: readonly Matter[]): readonly Matter[] {
  const known = matters.flatMap(({ places, substances }) => [
    ...places.map((place) => ({ place })),
    ...substances.map((substance) => ({ substance })),
  ]);
  const context = { rows: known, written: optionName };
  const asked = wordsGiven(options['place']).map((word) => placeOf(word, context));
  const drugs = wordsGiven(options['substance']).map((word) => codeOf(word, 'substance', context));
  return matters.filter(
    ({ places, substances }) =>
      (asked.length === 0 ||
        places.some((place) => asked.some((whole) => isWithin({ place }, whole)))) &&
      (drugs.length === 0 ||
        substances.some((own) => drugs.some((drug) => own === drug || isOfDrug(own, drug)))),
  );
}

/** Records what was decided; a verdict on two records stands beside those of other roles. */
async function record(
  { kind, subject }: Open,
  verdict: string,
  deciding: Deciding,
  analysis: BuiltAnalysis,
): Promise<Decision> {
  const { picture, gathered } = analysis;
  const path = besidePicture(picture, picture.decisions);
  const [recorded] =
    kind === 'same-seizure'
      ? await recordVerdicts(
          path,
          [{ subject, verdict: verdict as GivenVerdict['verdict'], ...deciding }],
          {
            seizures: new Map(gathered.seizures.map((seizure) => [seizure.id, seizure])),
          },
        )
      : await recordDecisions(path, [
          { kind, subject, verdict, ...deciding, takenOn: takenOn(subject, verdict, analysis) },
        ]);
  return recorded as Decision;
}

/** What is decided on as it stands now; null for what undoes a decision. */
function takenOn(
  subject: string,
  verdict: string,
  { grounds, rules, whole }: BuiltAnalysis,
): readonly Ground[] | null {
  if (verdict === 'reopen') return null;
  const judged = grounds.get(subject) ?? [];
  const [, kept] = verdict.split(' ');
  const own = whole.claims.filter(({ id }) => id === kept).map(claimGround);
  const all = [...judged, ...own, ...ruleGrounds(subject, rules)];
  return [...new Map(all.map((ground) => [ground.id, ground])).values()];
}

/** A damaged line as the reader is told of it. */
function damageText(
  words: Text,
  { line, problem, settling }: DecisionsFile['damage'][number],
  path: string,
  language: Language,
): string {
  return sayAsIs(words, { path, line, problem, settling: settlingWords[settling] })[language];
}

/** What a reader of a file of decisions should know of it: damaged lines, and what is no damage. */
function printFile(file: DecisionsFile, path: string, terminal: Terminal): void {
  const { language } = terminal;
  for (const one of file.damage)
    terminal.print(`! ${damageText(decideWords.damaged, one, path, language)}`);
  const command = `samenbeeld decide ${shellWord(path)} --settle --role "…" --reason "…"`;
  if (file.damage.length > 0)
    terminal.print(`  ${say(decideWords.settleFirst, { command })[language]}`, '');
  for (const one of file.settled)
    terminal.print(`  ${damageText(decideWords.wasSettled, one, path, language)}`);
  for (const note of file.notes) terminal.print(`  ${path}: ${note[language]}`);
}

/** Settles what is damaged in a file of decisions, as decisions that say so. */
async function settle(options: Options, path: string): Promise<undefined> {
  const terminal = openTerminal(options);
  const settled = await settleDecisions(path, decidingOf(options));
  for (const { id, subject, verdict, evidence } of settled)
    terminal.print(
      `  ${
        sayAsIs(decideWords.settled, {
          id,
          verdict: ownValue(settlingWords, verdict) ?? verdict,
          evidence: evidence ?? '',
          subject,
        })[terminal.language]
      }`,
    );
  terminal.print(`  ${say(decideWords.nothingRemoved, { path })[terminal.language]}`);
  terminal.result(settled);
}

/** A file of decisions by itself: what stands in it. */
async function showFile(options: Options, path: string): Promise<undefined> {
  const terminal = openTerminal(options);
  const found = await readDecisionsFile(path);
  printFile(found, path, terminal);
  const counts = { n: found.decisions.length, m: found.damage.length };
  terminal.print(say(decideWords.standsInFile, counts)[terminal.language]);
  terminal.result(found);
}

function printRecorded({ id, verdict, subject, supersedes }: Decision, terminal: Terminal): void {
  const superseding = supersedes ? say(decideWords.superseding, { id: supersedes }) : '';
  const words = { id, verdict: verdictText(verdict), subject, superseding };
  const line = sayAsIs(decideWords.recorded, words);
  terminal.print(`  ${line[terminal.language]}`);
}

/** Refuses a release by somebody who may not give it. */
function checkReleaser(voice: Deciding, needed: Parameters<typeof releaserProblem>[1]): void {
  const problem = releaserProblem(voice, needed);
  if (problem !== null)
    throw wrongUse(
      'De vrijgave is niet vastgelegd: {problem}.',
      'L’autorisation n’est pas enregistrée : {problem}.',
      'Die Freigabe ist nicht festgehalten: {problem}.',
      'The release is not recorded: {problem}.',
      { problem },
    );
}

/** Records a release in a file of decisions: of all that is decided it alone needs no picture, for its originator has none. */
async function release(options: Options, path: string, subject: string): Promise<undefined> {
  const terminal = openTerminal(options);
  const named = parseReleaseSubject(subject);
  if (named === null)
    throw wrongUse(
      '"{subject}" is geen onderwerp van een vrijgave ("NL_HARC to public of 1b83a9de973dbd2b: TLP:AMBER", zoals een weigering het afdrukt), en alleen een vrijgave wordt met een beslissingenbestand alleen vastgelegd. Noem voor al het andere het beeld: samenbeeld decide NAAM.picture.yaml ONDERWERP …',
      '« {subject} » n’est pas l’objet d’une autorisation (« NL_HARC to public of 1b83a9de973dbd2b: TLP:AMBER », tel qu’un refus l’imprime), et seule une autorisation s’enregistre avec un fichier de décisions seul. Pour tout le reste, nommez le tableau : samenbeeld decide NOM.picture.yaml OBJET …',
      '„{subject}“ ist kein Gegenstand einer Freigabe („NL_HARC to public of 1b83a9de973dbd2b: TLP:AMBER“, wie eine Ablehnung ihn druckt), und nur eine Freigabe wird mit einer Datei von Entscheidungen allein festgehalten. Nennen Sie für alles andere das Lagebild: samenbeeld decide NAME.picture.yaml GEGENSTAND …',
      '"{subject}" is no subject of a release ("NL_HARC to public of 1b83a9de973dbd2b: TLP:AMBER", as a refusal prints it), and only a release is recorded with a file of decisions alone. For all else name the picture: samenbeeld decide NAME.picture.yaml SUBJECT …',
      { subject },
    );
  const deciding = decidingOf(options);
  checkReleaser(deciding, named);
  const verdict = releaseVerdict(options);
  const [recorded] = await recordDecisions(path, [
    { kind: 'release', subject, verdict, ...deciding },
  ]);
  printRecorded(recorded as Decision, terminal);
  terminal.print(`  ${decideWords.toldLater[terminal.language]}`);
  terminal.result(recorded);
}

/** Refuses what says how to decide but not what: it would be left undone without a word. */
function refuseWithoutSubject(options: Options): void {
  const given = decidingOptions.filter((option) => options[option] !== undefined);
  if (given.length > 0)
    throw wrongUse(
      '{given}: zonder wat er wordt beslist, wordt niets vastgelegd. Noem het achter het bestand: een nummer of een onderwerp van de lijst, of het onderwerp van een vrijgave.',
      '{given} : rien n’est enregistré sans ce qui est décidé. Nommez-le après le fichier : un numéro ou un objet de la liste, ou l’objet d’une autorisation.',
      '{given}: Ohne das, was entschieden wird, wird nichts festgehalten. Nennen Sie es hinter der Datei: eine Nummer oder einen Gegenstand der Liste, oder den Gegenstand einer Freigabe.',
      '{given}: nothing is recorded without what is decided. Name it behind the file: a number or a subject of the list, or the subject of a release.',
      { given: `--${given.join(', --')}` },
    );
}

function refuseToSettleOne(options: Options, subject: unknown): void {
  const given = decidingOptions.slice(0, 8).filter((option) => options[option] !== undefined);
  if (subject !== undefined || given.length > 0)
    throw wrongUse(
      '--settle regelt alles wat in het bestand beschadigd is en beslist niets anders: laat {what} weg.',
      '--settle règle tout ce qui est endommagé dans le fichier et ne décide rien d’autre : omettez {what}.',
      '--settle regelt alles, was in der Datei beschädigt ist, und entscheidet nichts anderes: Lassen Sie {what} weg.',
      '--settle settles all that is damaged in the file and decides nothing else: leave out {what}.',
      { what: subject === undefined ? `--${given.join(', --')}` : `"${String(subject)}"` },
    );
}

/** What a list of matters is printed from. */
interface Listing {
  readonly options: Options;
  readonly file: string;
  readonly releases: ReturnType<typeof pictureReleases>;
}

/** For each kind of matter listed the command that records one of them, as it can be typed, and what may be said instead. */
export function decidingCommands(
  matters: readonly Matter[],
  { file, releases }: Omit<Listing, 'options'>,
  language: Language,
): readonly { readonly command: string; readonly others: Text | '' }[] {
  const kinds = groupBy(matters, ({ kind }) => kind);
  return [...kinds].flatMap(([kind, some]) => {
    const matter = some.find(({ decided }) => decided.length === 0) ?? some[0];
    if (!matter) return [];
    const [first, ...rest] = verdictOptions(kind);
    const verdict = first === 'keep' ? `--keep ${slots.claim[language]}` : `--${first}`;
    const needed = releases.find(({ subject }) => subject === matter.subject);
    const command =
      kind === 'release'
        ? needed && releaseCommand(needed, file)
        : `samenbeeld decide ${shellWord(file)} ${matter.name} ${verdict} --role "…" --reason "…"`;
    const others = rest.filter((option) => option !== 'reopen').map((option) => `--${option}`);
    const or =
      kind === 'same-seizure' ? say(decideWords.orInstead, { others: others.join(', ') }) : '';
    return command ? [{ command, others: or }] : [];
  });
}

/** The matters, each with its number in the whole list and its name, and how one is recorded. */
function printMatters(
  matters: readonly Matter[],
  all: number,
  { options, file, releases }: Listing,
  terminal: Terminal,
): void {
  const { language } = terminal;
  for (const { number, name, subject, lines, proposal, ...matter } of matters) {
    const state = stateWords[matter.state]?.[language] ?? matter.state;
    const kind = `${decisionKinds[matter.kind][language]}, `;
    const isApart = matter.state === 'counted apart';
    terminal.print(`${number}. ${subject}  [${isApart ? '' : kind}${state}]  ${name}`);
    for (const line of lines) terminal.print(line);
    if (proposal) terminal.print(`    ${decideWords.proposed[language]}: ${proposal}`);
    else if (matter.kind === 'conflict' && matter.state === 'to decide')
      terminal.print(`    ${decideWords.noProposal[language]}`);
  }
  if (matters.length === 0)
    terminal.print(decideWords[all === 0 ? 'nothing' : 'nothingHere'][language]);
  else {
    const commands = decidingCommands(matters, { file, releases }, language);
    if (commands.length > 0) terminal.print('');
    for (const words of commands) terminal.print(say(decideWords.recordOne, words)[language]);
  }
  if (isChoosing(options) && matters.length < all)
    terminal.print(say(decideWords.elsewhere, { all, n: all - matters.length })[language]);
}

/** `samenbeeld decide`: the list of what is to decide, or one decision recorded. */
export async function decide(
  options: Options,
  file: string | readonly string[],
  subject?: string | readonly string[],
): Promise<undefined> {
  const isFile = String(file).endsWith('.jsonl');
  const isSettling = options['settle'] === true;
  if (isSettling) refuseToSettleOne(options, subject);
  else if (subject === undefined) refuseWithoutSubject(options);
  if (isFile && isSettling) return settle(options, String(file));
  if (isFile && subject !== undefined) return release(options, String(file), String(subject));
  if (isFile) return showFile(options, String(file));
  const terminal = openTerminal(options);
  const picture = readPictureFile(String(file));
  const path = besidePicture(picture, picture.decisions);
  if (isSettling) return settle(options, path);
  const recordedBefore = await readDecisionsFile(path);
  printFile(recordedBefore, path, terminal);
  const analysis = await analysePicture(picture, recordedBefore.decisions);
  for (const line of decisionTrouble(analysis, terminal.language)) terminal.print(line);
  const { language } = terminal;
  const all = openMatters(analysis, language);
  const matters = chosenMatters(options, all);
  const isDeciding = decidingOptions.some((option) => options[option] !== undefined);
  if (subject === undefined || !isDeciding) {
    const shown = subject === undefined ? matters : [listedMatter(String(subject), matters)];
    const releases = pictureReleases(analysis);
    printMatters(shown, all.length, { options, file: String(file), releases }, terminal);
    terminal.result({
      matters: shown,
      decisions: analysis.decisions,
      stale: analysis.stale,
      lapsed: Object.fromEntries(analysis.lapsed),
      disagreed: analysis.disagreed,
      damage: recordedBefore.damage,
    });
    return;
  }
  const matter = matterNamed(String(subject), matters, analysis, terminal.language);
  const deciding = decidingOf(options);
  checkMayDecide(picture, { kind: matter.kind, ...deciding });
  const needed = pictureReleases(analysis).find((one) => one.subject === matter.subject);
  if (needed) checkReleaser(deciding, needed);
  const recorded = await record(matter, verdictOf(options, matter, analysis), deciding, analysis);
  printRecorded(recorded, terminal);
  const command = `samenbeeld build ${shellWord(String(file))} --out …`;
  terminal.print(`  ${say(decideWords.buildAgain, { command })[language]}`);
  terminal.result(recorded);
}
