import type { Held, MoneyAsked } from '@samenbeeld/answers';
import { readOnce } from '../kept-build.ts';
import { besidePicture, type PictureFileDescription } from '../picture-file.ts';
import type { StepCache } from '../step-cache.ts';
import { lookUpAll } from './evidence-lookup.ts';
import { readMoneyPlan } from './money-plan.ts';
import { readHypotheses } from './read-hypotheses.ts';

/** What a picture file asks of money, read when it is first asked for; null where it asks nothing. */
export function moneyAskedOf(
  picture: PictureFileDescription,
  cache: StepCache | null,
): Held['money'] {
  const { money: file, hypotheses } = picture;
  if (file === null) return null;
  const kept = <Result>(
    what: 'money' | 'hypotheses',
    name: string,
    readFile: (path: string, name: string) => Result,
  ): Result => {
    const path = besidePicture(picture, name);
    return readOnce(cache, [what, name], [path], () => readFile(path, name));
  };
  let read: MoneyAsked | null = null;
  return (observations) => {
    read ??= {
      file,
      plan: kept('money', file, readMoneyPlan),
      sets: hypotheses.map((name) => {
        const set = kept('hypotheses', name, readHypotheses);
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
