import {
  claimGround,
  type GivenVerdict,
  ruleGrounds,
  say,
  sayAsIs,
  wrongUse,
} from '@samenbeeld/merge';
import type { BuiltAnalysis } from '@samenbeeld/recipes';
import {
  analysePicture,
  besidePicture,
  pictureReleases,
  readPictureFile,
  recordVerdicts,
} from '@samenbeeld/recipes';
import {
  type Decision,
  decisionKinds,
  type Ground,
  type Language,
  ownValue,
  shellWord,
  type Text,
} from '@samenbeeld/schema';
import {
  type DecisionsFile,
  parseReleaseSubject,
  readDecisionsFile,
  recordDecisions,
  releaserProblem,
  settleDecisions,
} from '@samenbeeld/store';
import { chosenMatters, isChoosing } from '../decide-view/chosen-matters.ts';
import { decideWords, settlingWords, stateWords } from '../decide-view/decide-words.ts';
import { decisionTrouble } from '../decide-view/decision-trouble.ts';
import { decidingOptions, releaseVerdict, verdictOf } from '../decide-view/given-verdict.ts';
import { listedMatter, matterNamed } from '../decide-view/matter-named.ts';
import { type Matter, type Open, openMatters } from '../decide-view/open-matters.ts';
import type { Options } from '../options.ts';
import { checkMayDecide, type Deciding, decidingOf } from '../record-decisions.ts';
import { openTerminal, type Terminal } from '../terminal.ts';

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
  const line = sayAsIs(decideWords.recorded, { id, verdict, subject, superseding });
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

/** The matters, each with its number in the whole list and its name, and how one is recorded. */
function printMatters(
  matters: readonly Matter[],
  all: number,
  { options, file }: { readonly options: Options; readonly file: string },
  terminal: Terminal,
): void {
  const { language } = terminal;
  for (const { number, name, subject, lines, proposal, ...matter } of matters) {
    const kind = decisionKinds[matter.kind][language];
    const state = stateWords[matter.state]?.[language] ?? matter.state;
    terminal.print(`${number}. ${subject}  [${kind}, ${state}]  ${name}`);
    for (const line of lines) terminal.print(line);
    if (proposal) terminal.print(`    ${decideWords.proposed[language]}: ${proposal}`);
    else if (matter.kind === 'conflict' && matter.state === 'to decide')
      terminal.print(`    ${decideWords.noProposal[language]}`);
  }
  if (matters.length === 0)
    terminal.print(decideWords[all === 0 ? 'nothing' : 'nothingHere'][language]);
  else {
    const [only] = matters;
    const named = matters.length === 1 && only ? only.name : 'NUMBER';
    const command = `samenbeeld decide ${shellWord(file)} ${named} --keep CLAIM --role "…" --reason "…"`;
    terminal.print('', say(decideWords.recordOne, { command })[language]);
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
    printMatters(shown, all.length, { options, file: String(file) }, terminal);
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
