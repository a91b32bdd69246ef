import type { GivenVerdict } from '@samenbeeld/merge';
import { wrongUse } from '@samenbeeld/merge';
import { type Options, textOption } from '../options.ts';
import { decidingOf } from '../record-decisions.ts';
import { chosenPairs, type NamedPairs } from './chosen-pairs.ts';

/** Who decides, as the command line says. Throws UsageError without a role. */
export function decidingRole(options: Options): string {
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
export function givenVerdicts(options: Options, pairs: NamedPairs): readonly GivenVerdict[] | null {
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
