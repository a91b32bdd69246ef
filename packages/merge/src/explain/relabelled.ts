import { intervalContains, type Text } from '@samenbeeld/schema';
import { finestOf } from '../absorbed.ts';
import { placeRelation, substanceRelation } from '../cell.ts';
import { preparedOnce } from '../claim.ts';
import { say } from '../words.ts';
import { ofItsPeriod, type Rule } from './explanation.ts';

const aside: Text = { nl: ' ({value})', fr: ' ({value})', de: ' ({value})', en: ' ({value})' };

/** The other figure is that of a wider area, printed under the name of the narrower one. */
export const relabelled: Rule = (governing, other, all, cell) => {
  const { metric, basis, periodStart, periodEnd } = other;
  const key = `wider than ${governing.places} ${cell.substance} ${metric} ${basis} ${periodStart} ${periodEnd}`;
  const wider = preparedOnce(all, key, () =>
    finestOf(
      ofItsPeriod(all, other).filter(
        (claim) =>
          claim.metric === metric &&
          claim.basis === basis &&
          claim.extent === 'whole' &&
          claim.interval.high !== null &&
          ['same', 'around'].includes(substanceRelation(claim, cell.substance)) &&
          placeRelation(claim, governing.places) === 'around',
      ),
    ),
  );
  const whole = wider.find(
    (claim) =>
      claim.value !== governing.value &&
      (claim.value === other.value ||
        (claim.interval.closed && intervalContains(other.asPrinted, claim.value))),
  );
  if (!whole) return null;
  return {
    type: 'scope',
    computed: true,
    rests: [whole.id],
    text: say(
      {
        nl: '{other} is het cijfer voor {where}{whole}, vermoedelijk ten onrechte toegeschreven aan {here}.',
        fr: '{other} est le chiffre de {where}{whole}, sans doute attribué à tort à {here}.',
        de: '{other} ist die Zahl für {where}{whole}, vermutlich irrtümlich {here} zugeschrieben.',
        en: '{other} is the figure for {where}{whole}, probably attributed to {here} by mistake.',
      },
      {
        other: other.value,
        whole: whole.value === other.value ? '' : say(aside, { value: whole.value }),
        where: { place: whole.place },
        here: { place: governing.place },
      },
    ),
  };
};
