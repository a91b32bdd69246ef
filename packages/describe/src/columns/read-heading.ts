import type { Language } from '@samenbeeld/schema';
import { thresholds } from '../thresholds.ts';
import { type HeadingWords, headingWords, termFit } from './heading-words.ts';
import { type Concept, vocabulary } from './vocabulary.ts';

/** What a heading says by itself. */
export interface HeadingEvidence {
  readonly concept: Concept;
  /** 0 to 0.85: a heading alone never proves what a column holds. */
  readonly score: number;
  /** The term of the vocabulary that was found. */
  readonly term: string;
  readonly language: Language | 'any';
}

interface Term {
  readonly concept: Concept;
  readonly term: string;
  readonly words: HeadingWords;
  readonly language: Language | 'any';
  readonly weight: number;
}

/** A term after `?` suggests without settling. */
const weak = 0.55;
/** A term inside a heading that another term explains as a whole ("Schlüssel" in "Gemeindeschlüssel"). */
const within = 0.5;
/** A term of another language than the table's. */
const foreign = 0.95;

const terms: readonly Term[] = Object.entries(vocabulary).flatMap(([concept, languages]) =>
  Object.entries(languages as Readonly<Record<string, string>>).flatMap(([language, list]) => {
    const [strong = '', ...weaker] = list.split('?');
    const each = (text: string, weight: number): Term[] =>
      text.split('|').flatMap((part) => {
        const term = part.trim();
        return term === ''
          ? []
          : [
              {
                concept: concept as Concept,
                term,
                words: headingWords(term),
                language: language as Language | 'any',
                weight,
              },
            ];
      });
    return [...each(strong, 1), ...weaker.flatMap((text) => each(text, weak))];
  }),
);

/** A header row above the last one names a group, or (StatLine) what stands to its right. */
const above = 0.8;
/** The same, where the last row is a term by itself: then it alone names the column. */
const farAbove = 0.5;

/** A heading as a whole, by header row, and by what stands on either side of a mark: (text, how much it counts). */
function readings(headers: readonly string[]): readonly (readonly [HeadingWords, number])[] {
  // A cell merged over several rows is said once.
  const rows = headers
    .map((row) => row.trim())
    .filter((row, at, all) => row !== '' && row !== all[at - 1]);
  const whole = rows.join(' ');
  const last = headingWords(rows.at(-1) ?? '');
  const settled = rows.length > 1 && terms.some(({ words }) => termFit(last, words) === 1);
  const parts = rows.flatMap((row, at) =>
    row
      .split(/\s+[-–|]\s+|\\|\/|;|\(|\)/u)
      .map((part): readonly [string, number] => [
        part.trim(),
        at === rows.length - 1 ? 0.95 : settled ? farAbove : above,
      ]),
  );
  const single = parts.filter(([part]) => part !== '' && part !== whole);
  return [
    [headingWords(whole), 1],
    ...single.map(([part, counts]): readonly [HeadingWords, number] => [
      headingWords(part),
      counts,
    ]),
  ];
}

/** What the headings of a table suggest, which several questions about it ask again. */
const read = new WeakMap<readonly string[], Map<Language, readonly HeadingEvidence[]>>();

/** Every meaning that a heading of one or more rows suggests, strongest first; one entry a meaning. */
export function readHeading(
  headers: readonly string[],
  spoken: Language,
): readonly HeadingEvidence[] {
  const before = read.get(headers) ?? new Map<Language, readonly HeadingEvidence[]>();
  read.set(headers, before);
  const found = before.get(spoken) ?? meaningsOf(headers, spoken);
  before.set(spoken, found);
  return found;
}

function meaningsOf(headers: readonly string[], spoken: Language): readonly HeadingEvidence[] {
  const best = new Map<Concept, HeadingEvidence>();
  const texts = readings(headers);
  for (const { concept, term, words, language, weight } of terms) {
    let fit = 0;
    for (const [text, counts] of texts) {
      const one = termFit(text, words);
      fit = Math.max(fit, one * counts);
    }
    const own = language === spoken || language === 'any' ? 1 : foreign;
    const score = Math.round(thresholds.headingAlone * fit * weight * own * 1000) / 1000;
    if (score > (best.get(concept)?.score ?? 0.3))
      best.set(concept, { concept, score, term, language });
  }
  const found = [...best.values()].sort((a, b) => b.score - a.score);
  const whole = (found[0]?.score ?? 0) >= thresholds.headingAlone * 0.94;
  return found.map((each) =>
    whole && each.score < thresholds.headingAlone * 0.9
      ? { ...each, score: each.score * within }
      : each,
  );
}
