import { claimGround, type GivenVerdict, ruleGrounds } from '@samenbeeld/merge';
import {
  type Analysis,
  analysePicture,
  besidePicture,
  readPictureFile,
  recordVerdicts,
} from '@samenbeeld/recipes';
import type { Decision, Ground } from '@samenbeeld/schema';
import {
  type DecisionsFile,
  readDecisionsFile,
  recordDecisions,
  settleDecisions,
} from '@samenbeeld/store';
import { decisionTrouble } from '../decide-view/decision-trouble.ts';
import { verdictOf } from '../decide-view/given-verdict.ts';
import { matterNamed } from '../decide-view/matter-named.ts';
import { type Open, openMatters } from '../decide-view/open-matters.ts';
import { shellWord } from '../decisions-file.ts';
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
      `  No build goes on until it is settled, with nothing removed: samenbeeld decide ${shellWord(path)} --settle --role "…" --reason "…"\n`,
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

/** `samenbeeld decide`: the list of what is to decide, or one decision recorded. */
export async function decide(
  options: Options,
  file: string | readonly string[],
  subject?: string | readonly string[],
): Promise<undefined> {
  const isFile = String(file).endsWith('.jsonl');
  if (isFile && options['settle'] === true) return settle(options, String(file));
  const terminal = openTerminal(options);
  if (isFile) {
    const found = await readDecisionsFile(String(file));
    printFile(found, String(file), terminal);
    terminal.print(`${found.decisions.length} decisions, ${found.damage.length} damaged lines.`);
    terminal.result(found);
    return;
  }
  const picture = readPictureFile(String(file));
  const path = besidePicture(picture, picture.decisions);
  if (options['settle'] === true) return settle(options, path);
  const recordedBefore = await readDecisionsFile(path);
  printFile(recordedBefore, path, terminal);
  const analysis = await analysePicture(picture, recordedBefore.decisions);
  for (const line of decisionTrouble(analysis, terminal.language)) terminal.print(line);
  const matters = openMatters(analysis, terminal.language);
  if (subject === undefined) {
    matters.forEach((matter, index) => {
      terminal.print(`${index + 1}. ${matter.subject}  [${matter.kind}, ${matter.state}]`);
      for (const line of matter.lines) terminal.print(line);
      if (matter.proposal) terminal.print(`    proposed: ${matter.proposal}`);
    });
    if (matters.length === 0) terminal.print('Nothing to decide.');
    else
      terminal.print(
        '',
        `Record one: samenbeeld decide ${String(file)} NUMBER --keep CLAIM --role "…" --reason "…"`,
      );
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
  const recorded = await record(matter, verdictOf(options, matter, analysis), deciding, analysis);
  terminal.print(
    `  Recorded ${recorded.id}: ${recorded.verdict} on "${matter.subject}"${recorded.supersedes ? `, superseding ${recorded.supersedes}` : ''}.`,
  );
  terminal.print(`  Build again to see it: samenbeeld build ${String(file)} --out …`);
  terminal.result(recorded);
}
