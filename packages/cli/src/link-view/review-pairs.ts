import {
  decisionsOfRole,
  type GivenVerdict,
  isWaiting,
  type JudgedPair,
  type PairAtStake,
  pairQuestions,
  say,
  verdictText,
} from '@samenbeeld/merge';
import { recordVerdicts } from '@samenbeeld/recipes';
import { type Decision, errorWords, UsageError } from '@samenbeeld/schema';
import { readDecisions } from '@samenbeeld/store';
import type { Terminal } from '../terminal.ts';
import { linkWords } from './link-words.ts';
import type { LinkedPicture } from './linked-picture.ts';
import { pairLines } from './pair-lines.ts';

/** Who reviews, and how. */
export interface ReviewOptions {
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
export interface Review {
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
            `   ${say(linkWords.recorded, { id: decision.id, verdict: verdictText[verdict] })[language]}`,
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
