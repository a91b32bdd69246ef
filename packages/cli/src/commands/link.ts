import { createInterface } from 'node:readline';
import {
  decideFirst,
  decisionsOfRole,
  type GivenVerdict,
  isWaiting,
  type JudgedPair,
  type PairAtStake,
  pairQuestions,
  pairsShown,
  probabilityText,
  say,
  verdictText,
} from '@samenbeeld/merge';
import { readPictureFile, recordVerdicts } from '@samenbeeld/recipes';
import {
  type Decision,
  errorWords,
  type Language,
  shellWord,
  UsageError,
  wrongUse,
} from '@samenbeeld/schema';
import { readDecisions } from '@samenbeeld/store';
import { decideWords } from '../decide-view/decide-words.ts';
import { chosenPairs, type NamedPairs, pairNumbers } from '../link-view/chosen-pairs.ts';
import { linkWords } from '../link-view/link-words.ts';
import { type LinkedPicture, linkedPicture, seenBlind } from '../link-view/linked-picture.ts';
import { pairLines, pairResult, recordLines } from '../link-view/pair-lines.ts';
import { type Options, slots, textOption } from '../options.ts';
import { checkMayDecide, decidingOf } from '../record-decisions.ts';
import { openTerminal, type Terminal } from '../terminal.ts';

/** Who reviews, and how. */
interface ReviewOptions {
  readonly role: string;
  /** Code of the service the role belongs to. */
  readonly agency?: string | null;
  /** The reason for every verdict; asked for each where null. */
  readonly reason: string | null;
  readonly evidence: string | null;
  /** ISO time of every decision; the clock where null. */
  readonly time: string | null;
  /** Hides probabilities and what others said, and asks as though they had said nothing, in an order that tells nothing. */
  readonly blind: boolean;
  /** Also asks about pairs that are as good as sure. */
  readonly all: boolean;
  /** Answers, a line each: typed, or from a pipe. */
  readonly answers: AsyncIterator<string>;
  readonly terminal: Terminal;
}

/** What a review left. */
interface Review {
  readonly recorded: readonly Decision[];
  readonly skipped: readonly string[];
  /** Pairs that are still to be asked. */
  readonly left: number;
}

/** What an answer means: the key or the word of any of the four languages, whatever language the question was asked in. */
const verdicts: ReadonlyMap<string, 'same' | 'different' | 'unsure'> = new Map([
  ...['y', 'j', 'o', 'yes', 'ja', 'oui'].map((answer) => [answer, 'same'] as const),
  ...['n', 'no', 'nee', 'non', 'nein'].map((answer) => [answer, 'different'] as const),
  ['u', 'unsure'] as const,
]);

/**
 * Asks about one pair after another, the largest stake first, and records each answer as it is given. After each, stakes are
 * weighed anew, and what follows from it is no longer asked. Ends with `q`, with the last answer or with the last question.
 */
export async function reviewPairs(linked: LinkedPicture, options: ReviewOptions): Promise<Review> {
  const { role, blind, terminal, answers } = options;
  const { language } = terminal;
  const recorded: Decision[] = [];
  const skipped = new Set<string>();
  const line = async (): Promise<string | null> => {
    const { value, done } = await answers.next();
    return done ? null : value.trim();
  };
  let disagreed: readonly JudgedPair[] = [];
  const open = async (): Promise<readonly PairAtStake[]> => {
    const all = await readDecisions(linked.decisionsPath);
    const decisions = blind ? decisionsOfRole(all, role) : all;
    const { pairs, judged } = linked.after(decisions);
    disagreed = blind ? [] : judged.judged.filter(({ because }) => because === 'disagreed');
    const lapsed = new Set(judged.lapsed.map(({ decision }) => decision.id));
    return pairQuestions(
      pairs.filter((one) => isWaiting(one) || (options.all && one.state === 'sure')),
      decisions.filter(({ id }) => !lapsed.has(id)),
      { role, agreeing: linked.agreeing, blind },
    );
  };

  /** Records a verdict, and asks for another reason where the one given is refused; false at the end of the answers. */
  async function record(
    one: PairAtStake,
    verdict: 'same' | 'different' | 'unsure',
  ): Promise<boolean> {
    for (let asked = 0; ; asked += 1) {
      if (options.reason === null) terminal.print(`   ${linkWords.reason[language]}`);
      const reason = options.reason ?? (await line());
      if (reason === null) return false;
      if (reason === '') {
        terminal.print(`   ${linkWords.noReason[language]}`);
        if (asked === 0) continue;
        skipped.add(one.pair.key);
        return true;
      }
      const given: GivenVerdict = {
        subject: one.pair.key,
        verdict,
        role,
        agency: options.agency ?? null,
        reason,
        evidence: options.evidence,
        time: options.time ?? new Date().toISOString(),
      };
      try {
        const [decision] = await recordVerdicts(linked.decisionsPath, [given], linked);
        if (decision) {
          recorded.push(decision);
          terminal.print(
            `   ${say(linkWords.recorded, { id: decision.id, verdict: verdictText(verdict) })[language]}`,
          );
        }
        return true;
      } catch (error) {
        if (!(error instanceof UsageError) || options.reason !== null) throw error;
        terminal.print(`   ${errorWords(error)[language]}`);
      }
    }
  }

  let questions = await open();
  for (let number = 1; ; number += 1) {
    const one = questions.find(({ pair }) => !skipped.has(pair.key));
    if (!one) break;
    const view = { language, blind, why: false };
    for (const text of pairLines(one, number, linked, view)) terminal.print(text);
    let goesOn: boolean | null = null;
    while (goesOn === null) {
      terminal.print(`   ${linkWords.question[language]}`);
      const answer = (await line())?.toLowerCase();
      const verdict = answer === undefined ? undefined : verdicts.get(answer);
      if (answer === undefined || answer === 'q') goesOn = false;
      else if (answer === 's') {
        skipped.add(one.pair.key);
        goesOn = true;
      } else if (answer === 'w') {
        const why = blind
          ? [`   ${linkWords.blindWhy[language]}`]
          : pairLines(one, number, linked, { ...view, why: true });
        for (const text of why) terminal.print(text);
      } else if (verdict) goesOn = await record(one, verdict);
      else terminal.print(`   ${linkWords.unknownAnswer[language]}`);
    }
    if (!goesOn) break;
    questions = await open();
    const differs = disagreed.find(({ subject }) => subject === one.pair.key);
    if (differs && recorded.at(-1)?.subject === one.pair.key)
      terminal.print(`   ${say(linkWords.nowHolds, { says: differs.says })[language]}`);
  }
  const left = questions.filter(({ pair }) => !skipped.has(pair.key)).length;
  return { recorded, skipped: [...skipped], left };
}

/** Who decides, as the command line says. Throws UsageError without a role. */
function decidingRole(options: Options): string {
  const role = textOption(options, 'role');
  if (!role)
    throw wrongUse(
      'Een beslissing vraagt --role (nooit een naam).',
      'Une décision demande --role (jamais un nom).',
      'Eine Entscheidung verlangt --role (nie einen Namen).',
      'A decision needs --role (never a name).',
    );
  return role;
}

const named = ['same', 'different', 'unsure', 'reopen'] as const;

/** The verdicts that the command line gives, with role and reason; null where it gives none. */
function givenVerdicts(options: Options, pairs: NamedPairs): readonly GivenVerdict[] | null {
  const above = textOption(options, 'acceptAbove');
  const chosen = named.flatMap((verdict) => {
    const text = textOption(options, verdict);
    if (text === null) return [];
    return chosenPairs(verdict, text, pairs).map(({ pair }) => ({
      verdict,
      subject: pair.key,
    }));
  });
  const least = above === null ? null : Number(above.replace(',', '.'));
  if (least !== null && !(least > 0 && least <= 1))
    throw wrongUse(
      '--accept-above vraagt een kans zoals 0.99, niet "{above}".',
      '--accept-above demande une probabilité comme 0.99, et non « {above} ».',
      '--accept-above verlangt eine Wahrscheinlichkeit wie 0.99, nicht „{above}“.',
      '--accept-above takes a probability such as 0.99, not "{above}".',
      { above: String(above) },
    );
  const sure =
    least === null
      ? []
      : pairs.all
          .filter(({ pair, state }) => state !== 'decided' && pair.probability >= least)
          .map(({ pair }) => ({ verdict: 'same' as const, subject: pair.key }));
  if (chosen.length === 0 && least === null) return null;
  const deciding = decidingOf(options);
  const verdicts = [...chosen, ...sure];
  const twice = verdicts.find(
    ({ subject }, at) => verdicts.findIndex((one) => one.subject === subject) !== at,
  );
  if (twice)
    throw wrongUse(
      '"{subject}" wordt twee keer genoemd: geef er één oordeel over.',
      '« {subject} » est nommé deux fois : donnez un seul jugement.',
      '„{subject}“ wird zweimal genannt: Geben Sie ein Urteil dazu ab.',
      '"{subject}" is named twice: give one verdict on it.',
      { subject: twice.subject },
    );
  return verdicts.map((one) => ({ ...one, ...deciding }));
}

/**
 * What was recorded on a pair, as lines: the two records it is about, whose word it takes back, and what now holds where that is not
 * simply what was said. Blind, nothing of what others said.
 *
 * @param linked with the decisions as they were before
 * @param now the same once this is recorded
 */
export function receiptLines(
  decision: Decision,
  linked: LinkedPicture,
  now: Pick<LinkedPicture, 'pairs' | 'judged'>,
  { language, blind }: { readonly language: Language; readonly blind: boolean },
): readonly string[] {
  const { id, verdict, subject, supersedes } = decision;
  const one = linked.pairs.find(({ pair }) => pair.key === subject);
  const before = linked.decisions.find((each) => each.id === supersedes);
  const standing = now.judged.judged.find((judged) => judged.subject === subject);
  const differs = standing && (standing.because !== 'agreed' || standing.by.length > 1);
  return [
    `  ${say(linkWords.recorded, { id, verdict: verdictText(verdict) })[language]}  ${subject}`,
    ...(one ? recordLines(one, linked, language).map((line) => `  ${line}`) : []),
    ...(before
      ? [
          `     ${
            say(linkWords.takesBack, {
              said: verdictText(before.verdict),
              role: before.role,
              id: before.id,
            })[language]
          }`,
        ]
      : []),
    ...(differs && !blind
      ? [`     ${say(linkWords.nowHolds, { says: standing.says })[language]}`]
      : []),
  ];
}

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
        skipped: done.skipped.length,
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
  const command = `samenbeeld build ${shellWord(file)} --out …`;
  terminal.print(
    `  ${say(linkWords.standIn, { n: recorded.length, path: linked.decisionsPath })[terminal.language]} ${say(decideWords.buildAgain, { command })[terminal.language]}`,
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
  const files = new Set([...linked.seizures.values()].map(({ source }) => source));
  if (linked.pairs.length === 0)
    terminal.print(linkWords[files.size === 1 ? 'oneFile' : 'noPairs'][language]);
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
      `${linkWords.orRecord[language]} ${command} --same ${slots[blind ? 'key' : 'number'][language]} --role "…" --reason "…"`,
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
