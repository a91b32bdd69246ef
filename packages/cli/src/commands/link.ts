import { createInterface } from 'node:readline';
import {
  decideFirst,
  type GivenVerdict,
  isWaiting,
  type PairAtStake,
  pairsShown,
  probabilityText,
  say,
  wrongUse,
} from '@samenbeeld/merge';
import { readPictureFile, recordVerdicts } from '@samenbeeld/recipes';
import { shellWord } from '@samenbeeld/schema';
import { type NamedPairs, pairNumbers } from '../link-view/chosen-pairs.ts';
import { decidingRole, givenVerdicts } from '../link-view/given-verdicts.ts';
import { linkWords } from '../link-view/link-words.ts';
import { type LinkedPicture, linkedPicture, seenBlind } from '../link-view/linked-picture.ts';
import { pairLines, pairResult } from '../link-view/pair-lines.ts';
import { receiptLines } from '../link-view/receipt-lines.ts';
import { reviewPairs } from '../link-view/review-pairs.ts';
import { type Options, textOption } from '../options.ts';
import { checkMayDecide } from '../record-decisions.ts';
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
    if (n > 0) terminal.print(say(linkWords.settles, { n, share, period })[language]);
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
      agency: textOption(options, 'agency'),
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

/** Records the verdicts that the command line gives, and says what was recorded on which records. */
async function record(
  linked: LinkedPicture,
  verdicts: readonly GivenVerdict[],
  { file, blind, terminal }: Listing,
): Promise<void> {
  for (const { role, agency } of verdicts.slice(0, 1))
    checkMayDecide(linked.picture, { kind: 'same-seizure', role, agency: agency ?? null });
  const recorded = await recordVerdicts(linked.decisionsPath, verdicts, linked);
  const now = linked.after([...linked.decisions, ...recorded]);
  for (const decision of recorded)
    for (const line of receiptLines(decision, linked, now, { language: terminal.language, blind }))
      terminal.print(line);
  terminal.print(
    `  ${recorded.length} in ${linked.decisionsPath}. Build again to see it: samenbeeld build ${shellWord(file)} --out …`,
  );
  terminal.result({ recorded });
}

/** How the pairs are listed. */
interface Listing {
  readonly file: string;
  readonly blind: boolean;
  readonly terminal: Terminal;
}

function printList(
  linked: LinkedPicture,
  shown: readonly PairAtStake[],
  numbers: NamedPairs['numbers'],
  { file, blind, terminal }: Listing,
): void {
  const { language } = terminal;
  printTrouble(linked, terminal);
  if (linked.pairs.length === 0) terminal.print(linkWords.noPairs[language]);
  else if (!linked.pairs.some(isWaiting)) terminal.print(linkWords.nothingAtStake[language]);
  if (!blind) printWorth(linked, terminal);
  const numberOf = ({ pair }: PairAtStake): number | null => numbers?.get(pair.key) ?? null;
  for (const one of shown) {
    terminal.print();
    for (const line of pairLines(one, numberOf(one), linked, { language, blind, why: true }))
      terminal.print(line);
  }
  const more = linked.pairs.length - shown.length;
  if (more > 0) terminal.print('', `${say(linkWords.more, { n: more })[language]}`);
  const command = `samenbeeld link ${shellWord(file)}${blind ? ' --blind' : ''}`;
  if (shown.length > 0)
    terminal.print(
      '',
      `${linkWords.review[language]} ${command} --review --role "…"`,
      `${linkWords.orRecord[language]} ${command} --same ${blind ? 'KEY' : 'NUMBER'} --role "…" --reason "…"`,
    );
  terminal.result({
    agreeing: linked.agreeing,
    pairs: shown.map((one) => pairResult(one, numberOf(one), linked, blind)),
    conflicts: linked.judged.conflicts,
    lapsed: linked.judged.lapsed,
  });
}

/** `samenbeeld link`: the pairs of records that may be one seizure, by what is at stake; verdicts on them, recorded. */
export async function link(options: Options, file: string | readonly string[]): Promise<undefined> {
  const terminal = openTerminal(options);
  const picture = readPictureFile(String(file));
  const isReview = options['review'] === true;
  if (isReview)
    checkMayDecide(picture, {
      kind: 'same-seizure',
      role: decidingRole(options),
      agency: textOption(options, 'agency'),
    });
  const linked = await linkedPicture(picture, textOption(options, 'audience') ?? picture.audience);
  const blind = options['blind'] === true;
  const seen = blind ? seenBlind(linked, textOption(options, 'role')) : linked;
  if (isReview) {
    if (['same', 'different', 'unsure', 'reopen', 'acceptAbove'].some((name) => options[name]))
      throw wrongUse(
        '--review vraagt elk oordeel: geef er geen --same, --different, … bij.',
        '--review demande chaque jugement : n’y joignez pas --same, --different, …',
        '--review fragt nach jedem Urteil: Geben Sie kein --same, --different, … dazu.',
        '--review asks for each verdict: give it no --same, --different, …',
      );
    printTrouble(seen, terminal);
    await review(linked, options, terminal);
    return;
  }
  const shown = pairsShown(seen.pairs, { all: options['all'] === true, blind });
  const numbers = blind ? null : pairNumbers(seenBlind(linked, null).pairs, linked.pairs);
  const verdicts = givenVerdicts(options, { shown, all: seen.pairs, numbers });
  const listing = { file: String(file), blind, terminal };
  if (verdicts) await record(linked, verdicts, listing);
  else printList(seen, shown, numbers, listing);
}
