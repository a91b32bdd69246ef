import {
  type CheckedClaim,
  checkClaim,
  checkSentence as checkRead,
  filesIn,
  type PlainClaim,
  questionsIn,
} from '@samenbeeld/merge';
import { type Block, folded, list, paragraph } from '@samenbeeld/page';
import type { Language, Text } from '@samenbeeld/schema';
import { buildMark, readersOnly } from '@samenbeeld/store';
import { output } from './cell.ts';
import { awaited, type Bundle } from './kernel.ts';
import type { Picture } from './opened-picture.ts';
import { answer, answerLater, type Refused } from './refused.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

/** What may be said of a figure before it is said in public. */
export interface CheckAnswer extends View {
  readonly kind: 'check';
  readonly picture: Picture;
  readonly claim: string;
  readonly checked: CheckedClaim;
  /** What was checked, where the claim is a whole sentence. */
  readonly plain: PlainClaim | null;
}

function outputs({ picture, claim, checked, plain }: CheckAnswer): readonly Bundle[] {
  const { language } = picture;
  const { name, title } = picture.metadata;
  const only = readersOnly(picture.metadata);
  const titles = {
    mayBeSaid: [words.mayBeSaid[language], ...(only ? [only[language]] : [])].join(', '),
    doNotSay: words.doNotSay[language],
  };
  const said = (name: 'mayBeSaid' | 'doNotSay', texts: readonly Text[]): readonly Block[] =>
    texts.length === 0 ? [] : [paragraph(`${titles[name]}:`), ...list(texts)];
  const matches = checked.matches.flatMap(({ claim: match }) =>
    match.rows.map(({ origin, reference, publication }) =>
      [reference, `${origin.file}:${origin.line}`, publication].filter(Boolean).join(' · '),
    ),
  );
  const readAs = checked.readAs ?? plain?.says;
  return [
    output(picture, [
      paragraph(`“${claim}” ${checked.says[language]}`),
      paragraph(
        `${words.askedOf[language]}: ${title[language]} (${name}, ${picture.folder}, build ${buildMark(picture.metadata)})`,
      ),
      ...(readAs ? [paragraph(`${words.readAs[language]}: ${readAs[language]}`)] : []),
      ...said('mayBeSaid', checked.mayBeSaid),
      ...[...checked.standsBy, ...checked.advice].map(paragraph),
      ...said('doNotSay', checked.doNotSay),
      ...folded(`${words.matches[language]}: ${matches.length}`, list(matches)),
    ]),
  ];
}

const checkedIn =
  (picture: Picture) =>
  (claim: string, language?: Language): CheckedClaim =>
    checkClaim(claim, picture.observations.rows, picture.inForce, language, {
      ...(picture.extent.seizures.size > 0 && {
        finds: {
          seizures: picture.seizures.rows,
          pairs: picture.doubleReports,
          coverage: picture.coverage,
        },
      }),
      asks: questionsIn(picture.metadata),
      files: filesIn(picture.metadata),
    });

const shown = (of: Omit<CheckAnswer, 'kind' | keyof View>): CheckAnswer =>
  view<CheckAnswer>({ kind: 'check', ...of }, outputs);

/**
 * What a picture says of a figure before a minister does: whether it holds, in which words, and what must not be said.
 *
 * @param claim a quantity, a drug, a place and a year: "4100 kg cocaine Vlissingen 2022"; `checkSentence` reads whole sentences
 */
export function check(picture: Picture, claim: string): CheckAnswer | Refused {
  return answer(picture, () =>
    shown({ picture, claim, checked: checkedIn(picture)(claim), plain: null }),
  );
}

/**
 * The same of a whole sentence ("In 2024, Belgian customs seized 44 tonnes of cocaine in Antwerp"), read as claims are where it
 * holds one sure figure and no other number; the answer says what was checked, and nothing else in the sentence was.
 *
 * @param language that of the sentence: "11.500" has one reading only where it is known
 */
export function checkSentence(
  picture: Picture,
  claim: string,
  { language }: { readonly language?: Language } = {},
): Promise<CheckAnswer | Refused> {
  const made = answerLater(picture, async () => {
    const { plain, checked } = await checkRead(claim, {
      ...{ language, check: checkedIn(picture) },
      read: async (text, of) =>
        (await import('@samenbeeld/describe')).proposeClaims(text, of && { language: of }),
    });
    return shown({ picture, claim, checked, plain });
  });
  return awaited('checkSentence(…)', made);
}
