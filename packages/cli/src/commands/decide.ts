import { claimGround, type GivenVerdict, ruleGrounds, say } from '@samenbeeld/merge';
import {
  type Analysis,
  analysePicture,
  besidePicture,
  pictureReleases,
  readPictureFile,
  recordVerdicts,
} from '@samenbeeld/recipes';
import { type Decision, type Ground, shellWord, UsageError } from '@samenbeeld/schema';
import {
  type DecisionsFile,
  parseReleaseSubject,
  readDecisionsFile,
  recordDecisions,
  releaserProblem,
  settleDecisions,
} from '@samenbeeld/store';
import { decideWords, kindWords, stateWords } from '../decide-view/decide-words.ts';
import { decisionTrouble } from '../decide-view/decision-trouble.ts';
import { decidingOptions, releaseVerdict, verdictOf } from '../decide-view/given-verdict.ts';
import { matterNamed } from '../decide-view/matter-named.ts';
import { type Open, openMatters } from '../decide-view/open-matters.ts';
import type { Options } from '../options.ts';
import { checkMayDecide, type Deciding, decidingOf } from '../record-decisions.ts';
import { openTerminal, type Terminal } from '../terminal.ts';

/** Records what was decided; a verdict on two records stands beside those of other roles. */
async function record(
  { kind, subject }: Open,
  verdict: string,
  deciding: Deciding,
  analysis: Analysis,
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
  { grounds, rules, result }: Analysis,
): readonly Ground[] | null {
  if (verdict === 'reopen') return null;
  const judged = grounds.get(subject) ?? [];
  const [, kept] = verdict.split(' ');
  const own = result.claims.filter(({ id }) => id === kept).map(claimGround);
  const all = [...judged, ...own, ...ruleGrounds(subject, rules)];
  return [...new Map(all.map((ground) => [ground.id, ground])).values()];
}

/** What a reader of a file of decisions should know of it: damaged lines, and what is no damage. */
function printFile(file: DecisionsFile, path: string, terminal: Terminal): void {
  for (const { line, problem, settling } of file.damage)
    terminal.print(`! ${path}, line ${line}: ${problem}. Settling it: ${settling}.`);
  if (file.damage.length > 0)
    terminal.print(
      `  No build goes on until it is settled, with nothing removed: samenbeeld decide ${shellWord(path)} --settle --role "…" --reason "…"`,
      '',
    );
  for (const { line, problem, settling } of file.settled)
    terminal.print(`  ${path}, line ${line}: ${problem}. Settled: ${settling}.`);
  for (const note of file.notes) terminal.print(`  ${path}: ${note}`);
}

/** Settles what is damaged in a file of decisions, as decisions that say so. */
async function settle(options: Options, path: string): Promise<undefined> {
  const terminal = openTerminal(options);
  const settled = await settleDecisions(path, decidingOf(options));
  for (const { id, subject, verdict, evidence } of settled)
    terminal.print(`  Recorded ${id}: ${verdict}, ${evidence} ("${subject}").`);
  terminal.print(`  Nothing was removed from ${path}.`);
  terminal.result(settled);
}

/** A file of decisions by itself: what stands in it. */
async function showFile(options: Options, path: string): Promise<undefined> {
  const terminal = openTerminal(options);
  const found = await readDecisionsFile(path);
  printFile(found, path, terminal);
  terminal.print(
    `${found.decisions.length} ${found.decisions.length === 1 ? 'decision' : 'decisions'}, ${found.damage.length} damaged ${found.damage.length === 1 ? 'line' : 'lines'}.`,
  );
  terminal.result(found);
}

function printRecorded({ id, verdict, subject, supersedes }: Decision, terminal: Terminal): void {
  const superseding = supersedes ? say(decideWords.superseding, { id: supersedes }) : '';
  const line = say(decideWords.recorded, { id, verdict, subject, superseding });
  terminal.print(`  ${line[terminal.language]}`);
}

/** Refuses a release by somebody who may not give it. */
function checkReleaser(voice: Deciding, needed: Parameters<typeof releaserProblem>[1]): void {
  const problem = releaserProblem(voice, needed);
  if (problem !== null) throw new UsageError(`The release is not recorded: ${problem}.`);
}

/** Records a release in a file of decisions: of all that is decided it alone needs no picture, for its originator has none. */
async function release(options: Options, path: string, subject: string): Promise<undefined> {
  const terminal = openTerminal(options);
  const named = parseReleaseSubject(subject);
  if (named === null)
    throw new UsageError(
      `"${subject}" is no subject of a release ("NL_HARC to public of 1b83a9de973dbd2b: TLP:AMBER", as a refusal prints it), and only a release is recorded with a file of decisions alone. For all else name the picture: samenbeeld decide NAME.picture.yaml SUBJECT …`,
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
    throw new UsageError(
      `--${given.join(', --')}: nothing is recorded without what is decided. Name it behind the file: a number or a subject of the list, or the subject of a release.`,
    );
}

function refuseToSettleOne(options: Options, subject: unknown): void {
  const given = decidingOptions.slice(0, 8).filter((option) => options[option] !== undefined);
  if (subject !== undefined || given.length > 0)
    throw new UsageError(
      `--settle settles all that is damaged in the file and decides nothing else: leave out ${subject === undefined ? `--${given.join(', --')}` : `"${String(subject)}"`}.`,
    );
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
  const matters = openMatters(analysis, language);
  if (subject === undefined) {
    matters.forEach((matter, index) => {
      const kind = kindWords[matter.kind]?.[language] ?? matter.kind;
      const state = stateWords[matter.state]?.[language] ?? matter.state;
      terminal.print(`${index + 1}. ${matter.subject}  [${kind}, ${state}]`);
      for (const line of matter.lines) terminal.print(line);
      if (matter.proposal)
        terminal.print(`    ${decideWords.proposed[language]}: ${matter.proposal}`);
      else if (matter.kind === 'conflict' && matter.state === 'to decide')
        terminal.print(`    ${decideWords.noProposal[language]}`);
    });
    if (matters.length === 0) terminal.print(decideWords.nothing[language]);
    else {
      const command = `samenbeeld decide ${shellWord(String(file))} NUMBER --keep CLAIM --role "…" --reason "…"`;
      terminal.print('', say(decideWords.recordOne, { command })[language]);
    }
    terminal.result({
      matters,
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
