import { createInterface } from 'node:readline';
import { decideFirst, isWaiting, pairsShown, probabilityText, say } from '@samenbeeld/merge';
import { readPictureFile, recordVerdicts } from '@samenbeeld/recipes';
import { UsageError } from '@samenbeeld/schema';
import { shellWord } from '../decisions-file.ts';
import { decidingRole, givenVerdicts } from '../link-view/given-verdicts.ts';
import { linkWords } from '../link-view/link-words.ts';
import { type LinkedPicture, linkedPicture } from '../link-view/linked-picture.ts';
import { pairLines, pairResult } from '../link-view/pair-lines.ts';
import { reviewPairs } from '../link-view/review-pairs.ts';
import { type Options, textOption } from '../options.ts';
import { openTerminal, type Terminal } from '../terminal.ts';

/** What stands against decisions, and what they no longer apply to. */
function printTrouble({ judged, agreeing }: LinkedPicture, terminal: Terminal): void {
  const { language } = terminal;
  if (agreeing > 1) terminal.print(linkWords.twoPersons[language]);
  for (const { says } of judged.conflicts)
    terminal.print(say(linkWords.contradiction, { says })[language]);
  for (const { decision, says } of judged.lapsed)
    terminal.print(
      say(linkWords.lapsed, { id: decision.id, subject: decision.subject, says })[language],
    );
}

/** How few pairs remove most of what is uncertain in each period. */
function printWorth({ totals }: LinkedPicture, terminal: Terminal): void {
  const { language } = terminal;
  for (const { period, stakes = [] } of totals) {
    const first = decideFirst({ stakes });
    const n = first.filter(({ share }) => share > 0).length;
    const share = probabilityText(first.at(n - 1)?.together ?? 0, language);
    const words = n === 1 ? linkWords.settlesOne : linkWords.settles;
    if (n > 0) terminal.print(say(words, { n, share, period })[language]);
    if (first.some(({ closes }) => closes))
      terminal.print(say(linkWords.closes, { period })[language]);
  }
}

async function review(linked: LinkedPicture, options: Options, terminal: Terminal): Promise<void> {
  const { language } = terminal;
  const input = createInterface({ input: process.stdin, terminal: false });
  try {
    const done = await reviewPairs(linked, {
      role: decidingRole(options),
      reason: textOption(options, 'reason'),
      evidence: textOption(options, 'evidence'),
      time: textOption(options, 'time'),
      blind: options['blind'] === true,
      all: options['all'] === true,
      answers: input[Symbol.asyncIterator](),
      terminal,
    });
    terminal.print(
      say(linkWords.done, {
        n: done.recorded.length,
        path: linked.decisionsPath,
        left: done.left,
      })[language],
    );
    terminal.result(done);
  } finally {
    input.close();
  }
}

/** `samenbeeld link`: the pairs of records that may be one seizure, by what is at stake; verdicts on them, recorded. */
export async function link(options: Options, file: string | readonly string[]): Promise<undefined> {
  const terminal = openTerminal(options);
  const { language } = terminal;
  const picture = readPictureFile(String(file));
  const isReview = options['review'] === true;
  if (isReview) decidingRole(options);
  const linked = await linkedPicture(picture, textOption(options, 'audience') ?? picture.audience);
  if (isReview) {
    if (['same', 'different', 'unsure', 'reopen', 'acceptAbove'].some((name) => options[name]))
      throw new UsageError('--review asks for each verdict: give it no --same, --different, …');
    printTrouble(linked, terminal);
    await review(linked, options, terminal);
    return;
  }
  const blind = options['blind'] === true;
  const shown = pairsShown(linked.pairs, { all: options['all'] === true, blind });
  const verdicts = givenVerdicts(options, shown, linked.pairs);
  if (verdicts) {
    const recorded = await recordVerdicts(linked.decisionsPath, verdicts, linked);
    for (const { id, verdict, subject } of recorded)
      terminal.print(`  ${say(linkWords.recorded, { id, verdict })[language]}  ${subject}`);
    terminal.print(
      `  ${recorded.length} in ${linked.decisionsPath}. Build again to see it: samenbeeld build ${shellWord(String(file))} --out …`,
    );
    terminal.result({ recorded });
    return;
  }
  printTrouble(linked, terminal);
  if (linked.pairs.length === 0) terminal.print(linkWords.noPairs[language]);
  else if (!linked.pairs.some(isWaiting)) terminal.print(linkWords.nothingAtStake[language]);
  if (!blind) printWorth(linked, terminal);
  for (const [at, one] of shown.entries()) {
    terminal.print();
    for (const line of pairLines(one, at + 1, linked, { language, blind, why: true }))
      terminal.print(line);
  }
  const more = linked.pairs.length - shown.length;
  if (more > 0) terminal.print(`\n${say(linkWords.more, { n: more })[language]}`);
  if (shown.length > 0)
    terminal.print(
      `\nReview them: samenbeeld link ${shellWord(String(file))} --review --role "…"\nOr record one: samenbeeld link ${shellWord(String(file))} --same NUMBER --role "…" --reason "…"`,
    );
  terminal.result({
    agreeing: linked.agreeing,
    pairs: shown.map((one, at) => pairResult(one, at + 1, linked, blind)),
    conflicts: linked.judged.conflicts,
    lapsed: linked.judged.lapsed,
  });
}
