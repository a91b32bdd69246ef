import { type CheckedClaim, checkClaim } from '@samenbeeld/merge';
import type { Text } from '@samenbeeld/schema';
import { folded, list, output, type Part, paragraph } from './html.ts';
import type { Bundle } from './kernel.ts';
import type { Picture } from './picture.ts';
import { answer, type Refused } from './refused.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

/** What may be said of a figure before it is said in public. */
export interface CheckAnswer extends View {
  readonly kind: 'check';
  readonly picture: Picture;
  readonly claim: string;
  readonly checked: CheckedClaim;
}

const verdicts: Readonly<Record<CheckedClaim['verdict'], Text>> = {
  supported: { nl: 'Klopt.', fr: 'Exact.', de: 'Stimmt.', en: 'True.' },
  worded: {
    nl: 'Waar in deze woorden.',
    fr: 'Vrai dans ces termes.',
    de: 'Wahr in diesen Worten.',
    en: 'True in these words.',
  },
  contested: {
    nl: 'Betwist: noem de bron.',
    fr: 'Contesté : citez la source.',
    de: 'Umstritten: Quelle nennen.',
    en: 'Contested: name the source.',
  },
  contradicted: {
    nl: 'Zo niet te zeggen.',
    fr: 'Ne peut se dire ainsi.',
    de: 'So nicht zu sagen.',
    en: 'Not to be said like this.',
  },
  unknown: {
    nl: 'Geen gepubliceerd cijfer zegt dit.',
    fr: 'Aucun chiffre publié ne le dit.',
    de: 'Keine veröffentlichte Zahl sagt das.',
    en: 'No published figure says this.',
  },
};

function outputs({ picture, claim, checked }: CheckAnswer): readonly Bundle[] {
  const { language } = picture;
  const said = (name: 'mayBeSaid' | 'doNotSay', texts: readonly Text[]): readonly Part[] =>
    texts.length === 0
      ? []
      : [paragraph(`${words[name][language]}:`), list(texts.map((text) => text[language]))];
  const matches = checked.matches.flatMap(({ claim: match }) =>
    match.rows.map(({ origin, reference, publication }) =>
      [reference, `${origin.file}:${origin.line}`, publication].filter(Boolean).join(' · '),
    ),
  );
  return [
    output(picture, [
      paragraph(`“${claim}” ${verdicts[checked.verdict][language]}`, 'says'),
      ...said('mayBeSaid', checked.mayBeSaid),
      ...said('doNotSay', checked.doNotSay),
      ...(matches.length > 0
        ? [folded(`${words.matches[language]}: ${matches.length}`, [list(matches)])]
        : []),
    ]),
  ];
}

/**
 * What a picture says of a figure before a minister does: whether it holds, in which words, and what must not be said.
 *
 * @param claim a quantity, a drug, a place and a year: "4100 kg cocaine Vlissingen 2022"
 */
export function check(picture: Picture, claim: string): CheckAnswer | Refused {
  return answer(picture, () => {
    const checked = checkClaim(claim, picture.observations.rows, picture.inForce);
    return view<CheckAnswer>({ kind: 'check', picture, claim, checked }, outputs);
  });
}
