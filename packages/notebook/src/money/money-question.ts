import type { QuestionNumbers } from '@samenbeeld/answers';
import {
  type Assumed,
  type Distribution,
  type SimulationOptions,
  triedNumber,
} from '@samenbeeld/money';
import { inFour, ownValue, UsageError } from '@samenbeeld/schema';
import type { Picture } from '../opened-picture.ts';

/** How a question about money is answered anew. */
export interface MoneyOptions extends SimulationOptions {
  /** Other assumptions, by id: `{ 'A-LOSS': { kind: 'fixed', value: 0 } }`. */
  readonly assume?: Readonly<Record<string, Distribution>>;
}

/** The questions that a picture of money keeps, by id. */
export async function questionsOf(picture: Picture): Promise<ReadonlyMap<string, QuestionNumbers>> {
  if (!picture.stored.has('money_question'))
    throw new UsageError(
      inFour(
        'Dit beeld vraagt niets over geld. Open er een dat het recept follow-the-money bouwde.',
        'Ce tableau ne demande rien sur l’argent. Ouvrez-en un que la recette follow-the-money a construit.',
        'Dieses Lagebild fragt nichts über Geld. Öffnen Sie eines, das das Rezept follow-the-money gebaut hat.',
        'This picture asks nothing about money. Open one that the recipe follow-the-money built.',
      ),
    );
  const rows = await picture.stored.rows<{ readonly detail: string }>('money_question');
  const questions = rows.map(({ detail }) => JSON.parse(detail) as QuestionNumbers);
  return new Map(questions.map((question) => [question.id, question]));
}

/** One question of a picture, with the assumptions that a person puts in place of its own. */
export async function questionOf(
  picture: Picture,
  id: string,
  assume: MoneyOptions['assume'] = {},
): Promise<QuestionNumbers> {
  const questions = await questionsOf(picture);
  const question = questions.get(id);
  if (!question)
    throw new UsageError(
      inFour(
        'Dit beeld heeft geen vraag "{id}"; wel {known}.',
        'Ce tableau n’a pas de question « {id} » ; il y a {known}.',
        'Dieses Lagebild hat keine Frage „{id}“; es gibt {known}.',
        'This picture has no question "{id}"; there are {known}.',
        { id, known: [...questions.keys()].join(', ') },
      ),
    );
  const { quantity, wholesale, retail, purity, loss } = question;
  const used = [quantity, wholesale, retail, purity?.seized, purity?.sold, loss].filter(
    (one): one is Assumed => Boolean(one),
  );
  const unknown = Object.keys(assume).find((name) => !used.some((one) => one.id === name));
  if (unknown !== undefined)
    throw new UsageError(
      inFour(
        '{id} heeft geen getal "{unknown}"; wel {known}.',
        '{id} n’a pas de nombre « {unknown} » ; il y a {known}.',
        '{id} hat keine Zahl „{unknown}“; es gibt {known}.',
        '{id} has no number "{unknown}"; there are {known}.',
        { id, unknown, known: used.map((one) => one.id).join(', ') },
      ),
    );
  const changed = <One extends Assumed>(one: One): One => {
    const distribution = ownValue(assume, one.id);
    return distribution ? triedNumber(one, distribution) : one;
  };
  return {
    ...question,
    quantity: changed(quantity),
    wholesale: changed(wholesale),
    retail: retail && changed(retail),
    purity: purity && { seized: changed(purity.seized), sold: changed(purity.sold) },
    loss: loss && changed(loss),
  };
}
