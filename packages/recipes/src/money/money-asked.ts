import type { Held, MoneyAsked } from '@samenbeeld/answers';
import { besidePicture, type PictureFileDescription } from '../picture-file.ts';
import { lookUpAll } from './evidence-lookup.ts';
import { readMoneyPlan } from './money-plan.ts';
import { readHypotheses } from './read-hypotheses.ts';

/** What a picture file asks of money, read when it is first asked for; null where it asks nothing. */
export function moneyAskedOf(picture: PictureFileDescription): Held['money'] {
  const { money: file, hypotheses } = picture;
  if (file === null) return null;
  let read: MoneyAsked | null = null;
  return (observations) => {
    read ??= {
      file,
      plan: readMoneyPlan(besidePicture(picture, file), file),
      sets: hypotheses.map((name) => {
        const set = readHypotheses(besidePicture(picture, name), name);
        return {
          file: name,
          set,
          evidence: lookUpAll(set.evidence, name, { picture, observations }),
        };
      }),
    };
    return read;
  };
}
