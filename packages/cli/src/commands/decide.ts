import type { GivenVerdict } from '@samenbeeld/merge';
import {
  type Analysis,
  analysePicture,
  besidePicture,
  readPictureFile,
  recordVerdicts,
} from '@samenbeeld/recipes';
import type { Decision } from '@samenbeeld/schema';
import { recordDecisions } from '@samenbeeld/store';
import { verdictOf } from '../decide-view/given-verdict.ts';
import { matterNamed } from '../decide-view/matter-named.ts';
import { type Open, openMatters } from '../decide-view/open-matters.ts';
import type { Options } from '../options.ts';
import { type Deciding, decidingOf } from '../record-decisions.ts';
import { openTerminal } from '../terminal.ts';

/** Records what was decided; a verdict on two records stands beside those of other roles. */
async function record(
  { kind, subject }: Open,
  verdict: string,
  deciding: Deciding,
  { picture, gathered }: Analysis,
): Promise<Decision> {
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
      : await recordDecisions(path, [{ kind, subject, verdict, ...deciding }]);
  return recorded as Decision;
}

/** `samenbeeld decide`: the list of what is to decide, or one decision recorded. */
export async function decide(
  options: Options,
  file: string | readonly string[],
  subject?: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const picture = readPictureFile(String(file));
  const analysis = await analysePicture(picture);
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
    terminal.result({ matters, decisions: analysis.decisions, stale: analysis.stale });
    return;
  }
  const matter = matterNamed(String(subject), matters, analysis, terminal.language);
  const deciding = decidingOf(options);
  const recorded = await record(matter, verdictOf(options, matter, analysis), deciding, analysis);
  terminal.print(
    `  Recorded ${recorded.id}: ${recorded.verdict} on "${matter.subject}"${recorded.supersedes ? `, superseding ${recorded.supersedes}` : ''}.`,
  );
  terminal.print(`  Build again to see it: samenbeeld build ${String(file)} --out …`);
  terminal.result(recorded);
}
