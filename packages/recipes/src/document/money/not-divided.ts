import type { Block } from '@samenbeeld/report';
import type { Observation } from '@samenbeeld/schema';
import type { MoneyAnalysis, MoneyAnswer } from '../../money/money-analysis.ts';
import { text } from '../text.ts';
import { euroRange } from './euro-range.ts';
import { rowEvidence } from './money-evidence.ts';
import { shareTitle } from './share-table.ts';
import { whyAnswer } from './why-money.ts';
import { wordedMillions } from './worded-millions.ts';

/** The largest value of a country and year. */
function largest(
  answers: readonly MoneyAnswer[],
  country: string,
  year: string,
): MoneyAnswer | undefined {
  return answers
    .filter(({ question }) => {
      const { wholesale, quantity } = question;
      return (
        wholesale.rows.some(({ place }) => place === country) &&
        String(quantity.assumed.year) === year
      );
    })
    .toSorted((a, b) => (b.answer.value.estimate ?? 0) - (a.answer.value.estimate ?? 0))[0];
}

/** What was seized beside what stands under the label of drugs: two things that are not divided by each other. */
export function notDivided({ answers, shares }: MoneyAnalysis): readonly Block[] {
  const share = shares.drugs.filter(({ metric }) => metric === 'fiu_value').at(-1);
  const one = share && largest(answers, share.country, share.period);
  const part = share?.claims.find(({ nationalCode }) => nationalCode !== null);
  if (!share || !one || !part) return [];
  const ends = one.answer.value.interval ?? { low: 0, high: 0 };
  return [
    {
      kind: 'box',
      title: text(
        'Naast elkaar, niet gedeeld',
        'Côte à côte, sans division',
        'Nebeneinander, nicht geteilt',
        'Side by side, not divided',
      ),
      blocks: [
        {
          kind: 'paragraph',
          text: text(
            '{what}: wat in beslag werd genomen, was {value} waard in de groothandel. In de doorgemelde dossiers van dat jaar stond {part} miljoen euro onder drugshandel. Het ene is geen deel van het andere: goederen die de markt niet haalden, en geld dat iemand verdacht vond. Welk deel van de omzet in dossiers verschijnt, is dus niet te zeggen.',
            '{what} : ce qui a été saisi valait {value} au prix de gros. Dans les dossiers transmis cette année-là, {part} millions d’euros figuraient sous trafic de drogues. L’un n’est pas une part de l’autre : des biens qui n’ont pas atteint le marché, et de l’argent que quelqu’un a jugé suspect. Quelle part du chiffre d’affaires apparaît dans les dossiers ne peut donc être dit.',
            '{what}: Das Sichergestellte war im Großhandel {value} wert. In den weitergeleiteten Akten des Jahres standen {part} Millionen Euro unter Drogenhandel. Das eine ist kein Teil des anderen: Ware, die den Markt nicht erreichte, und Geld, das jemand verdächtig fand. Welcher Teil des Umsatzes in Akten erscheint, lässt sich daher nicht sagen.',
            '{what}: what was seized was worth {value} at wholesale. In the files passed on in that year {part} million euro stood under drug trafficking. The one is no part of the other: goods that did not reach the market, and money that someone found suspicious. Which part of the revenue shows up in files cannot therefore be said.',
            { what: one.question.label, value: '{value}', part: '{part}' },
          ),
          figures: {
            value: euroRange(ends, whyAnswer(one, 'value')),
            part: {
              shown: wordedMillions(part.value ?? 0, part.wording),
              why: {
                key: `label ${part.id}`,
                title: shareTitle(share),
                says: [share.says],
                evidence: share.claims.map((row: Observation) => rowEvidence(row)),
              },
            },
          },
        },
      ],
    },
  ];
}
