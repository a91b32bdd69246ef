import { ask, type QuestionNumbers } from '@samenbeeld/answers';
import {
  type Assumed,
  type Distribution,
  type SimulationOptions,
  triedNumber,
} from '@samenbeeld/money';
import { ownValue, wrongUse } from '@samenbeeld/schema';
import type { Picture } from '../opened-picture.ts';

/** How a question about money is answered anew. */
export interface MoneyOptions extends SimulationOptions {
  /** Other assumptions, by id: `{ 'A-LOSS': { kind: 'fixed', value: 0 } }`. */
  readonly assume?: Readonly<Record<string, Distribution>>;
}

/**
 * What a picture asks of money, by id, as the answer of every other door works it out: questions, or sets of explanations.
 *
 * @throws RefusalError where the picture has none of it
 */
export async function askedOfMoney<Asked extends { readonly id: string }>(
  { stored, later }: Picture,
  answer: 'value' | 'hypotheses',
): Promise<ReadonlyMap<string, Asked>> {
  await ask(stored, answer, {}, { later });
  const { data } = await ask(stored, 'money-findings', {}, { later });
  const name = answer === 'value' ? 'money_question' : 'hypothesis_set';
  const tables = data.flatMap((one) => ('tables' in one ? one.tables : []));
  const { columns = [], rows = [] } = tables.find((table) => table.name === name) ?? {};
  const at = columns.indexOf('detail');
  const asked = [...rows].map((row) => JSON.parse(String(row[at])) as Asked);
  return new Map(asked.map((one) => [one.id, one]));
}

/** One question of a picture, with the assumptions that a person puts in place of its own. */
export async function questionOf(
  picture: Picture,
  id: string,
  assume: MoneyOptions['assume'] = {},
): Promise<QuestionNumbers> {
  const questions = await askedOfMoney<QuestionNumbers>(picture, 'value');
  const question = questions.get(id);
  if (!question)
    throw wrongUse(
      'Dit beeld heeft geen vraag "{id}"; wel {known}.',
      'Ce tableau n’a pas de question « {id} » ; il y a {known}.',
      'Dieses Lagebild hat keine Frage „{id}“; es gibt {known}.',
      'This picture has no question "{id}"; there are {known}.',
      { id, known: [...questions.keys()].join(', ') },
    );
  const { quantity, wholesale, retail, purity, loss } = question;
  const used = [quantity, wholesale, retail, purity?.seized, purity?.sold, loss].filter(
    (one): one is Assumed => Boolean(one),
  );
  const unknown = Object.keys(assume).find((name) => !used.some((one) => one.id === name));
  if (unknown !== undefined)
    throw wrongUse(
      '{id} heeft geen getal "{unknown}"; wel {known}.',
      '{id} n’a pas de nombre « {unknown} » ; il y a {known}.',
      '{id} hat keine Zahl „{unknown}“; es gibt {known}.',
      '{id} has no number "{unknown}"; there are {known}.',
      { id, unknown, known: used.map((one) => one.id).join(', ') },
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
