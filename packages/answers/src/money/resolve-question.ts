import {
  type Assumed,
  type Price,
  priceInEuro,
  referenceRates,
  spanOfPrices,
} from '@samenbeeld/money';
import {
  claimInterval,
  inEach,
  inFour,
  listed,
  type Observation,
  placeLabel,
  type Text,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import type { MoneyQuestion, PriceChoice } from '../held.ts';
import { text } from '../text.ts';
import { totalTitle } from '../why/why-sentences.ts';
import {
  claimsNamed,
  gradeOf,
  type MoneyInput,
  plannedInput,
  type Resolving,
  refuseFile,
} from './money-input.ts';

const spread = (low: number, high: number): Assumed['distribution'] =>
  low === high ? { kind: 'fixed', value: low } : { kind: 'uniform', low, high };

function seizedKilograms(label: Text): Text {
  return text(
    'in beslag genomen: {what}',
    'saisi : {what}',
    'sichergestellt: {what}',
    'seized: {what}',
    { what: label },
  );
}

function floorWords(missing: readonly string[] | null): Text {
  return missing && missing.length > 0
    ? text(
        '{missing} {n:ontbreekt|ontbreken} in de hoeveelheid, dus het bedrag is een ondergrens.',
        '{missing} {n:fait|font} défaut dans la quantité : le montant est un plancher.',
        '{missing} {n:fehlt|fehlen} in der Menge, der Betrag ist daher eine Untergrenze.',
        '{missing} {n:is|are} missing from the quantity, so the amount is a floor.',
        {
          missing: inEach((language) =>
            listed(
              missing.map((code) => placeLabel(code, language)),
              language,
            ),
          ),
          n: missing.length,
        },
      )
    : text(
        'De hoeveelheid is een ondergrens, dus het bedrag ook.',
        'La quantité est un plancher, le montant aussi.',
        'Die Menge ist eine Untergrenze, der Betrag also auch.',
        'The quantity is a floor, and so is the amount.',
      );
}

/** The least sure grade of the sources of rows. */
const lowestGrade = (rows: readonly Observation[], analysis: Analysis): string =>
  rows
    .map((row) => gradeOf(row, analysis))
    .toSorted()
    .at(-1) ?? 'X4';

/** The kilograms that a question is about, from a claim or a joint total, and why they are a floor where they are. */
function resolveQuantity(
  { id, label, quantity }: MoneyQuestion,
  resolving: Resolving,
): { readonly quantity: MoneyInput; readonly floor: Text | null } {
  const { analysis, file } = resolving;
  const named = { id: `Q-${id}`, label: seizedKilograms(label), unit: 'kg' };
  if ('claim' in quantity) {
    const [claim] = claimsNamed([quantity.claim], resolving) as [Observation];
    const { value, printed, wording, unit } = claim;
    const { low, high } = claimInterval({
      value: value ?? 0,
      printed,
      wording,
      unit,
      toUnit: 'kg',
    });
    return {
      quantity: {
        assumed: {
          ...named,
          distribution: spread(low, high ?? low),
          source: claim.publication ?? claim.source,
          year: Number(claim.periodStart.slice(0, 4)),
        },
        grade: gradeOf(claim, analysis),
        rows: [claim],
      },
      floor: high === null ? floorWords(null) : null,
    };
  }
  const total = analysis.totals.find(({ period }) => period === quantity.total);
  if (!total || total.reported.lowest === null || total.reported.lowest === 0)
    return refuseFile(
      file,
      inFour(
        '{id} vraagt het gezamenlijke totaal van {total}, en het beeld heeft er geen',
        '{id} demande le total commun de {total}, et le tableau n’en a pas',
        '{id} fragt nach der gemeinsamen Summe von {total}, und das Lagebild hat keine',
        '{id} asks for the joint total of {total}, and the picture has none',
        { id, total: quantity.total },
      ),
      inFour(
        'kies een jaar waarin een haven cijfers gaf, of een cijfer',
        'choisissez une année où un port a déclaré, ou un chiffre',
        'ein Jahr wählen, in dem ein Hafen gemeldet hat, oder eine Zahl',
        'choose a year in which a port reported, or a claim',
      ),
    );
  const ids = new Set(total.members.flatMap(({ governing, rivals }) => governing ?? rivals));
  const rows = analysis.gathered.observations.filter((one) => ids.has(one.id));
  const { lowest, highest } = total.reported;
  return {
    quantity: {
      assumed: {
        ...named,
        distribution: spread(lowest, highest ?? lowest),
        source: total.key,
        sourceWords: totalTitle(total),
        year: Number(total.period),
      },
      grade: lowestGrade(rows, analysis),
      rows,
    },
    floor: total.missing.length > 0 || highest === null ? floorWords(total.missing) : null,
  };
}

/** The price that a question chooses, in euro: one of the inputs, or the assumption that stands in for one. */
function resolvePrice(
  choice: PriceChoice,
  asking: string,
  resolving: Resolving,
): MoneyInput<Price> {
  if ('assumption' in choice) {
    const { assumed, grade, rows } = plannedInput(choice.assumption, asking, resolving);
    const { level } = assumed;
    if (level === null)
      return refuseFile(
        resolving.file,
        inFour(
          '{id} dient als prijs maar heeft geen niveau',
          '{id} sert de prix mais n’a pas de niveau',
          '{id} dient als Preis, hat aber keine Stufe',
          '{id} is used as a price but has no level',
          { id: assumed.id },
        ),
        inFour(
          'schrijf `level: wholesale` of `level: retail`',
          'écrivez `level: wholesale` ou `level: retail`',
          '`level: wholesale` oder `level: retail` schreiben',
          'write `level: wholesale` or `level: retail`',
        ),
      );
    return { assumed: { ...assumed, level, purity: null, declared: false }, grade, rows };
  }
  const { place, substance, level, year } = choice;
  const found = resolving.prices.filter(
    (price) =>
      price.place === place &&
      price.substance === substance &&
      price.level === level &&
      price.year === year &&
      !price.declared,
  );
  const [first, ...others] = found;
  if (!first)
    return refuseFile(
      resolving.file,
      inFour(
        '{asking} vraagt een prijs ({level}) van {substance} in {place}, {year}, en de bestanden hebben er geen: geen gebruikelijke, en geen laagste met een hoogste',
        '{asking} demande un prix ({level}) de {substance} à {place}, {year}, et les fichiers n’en ont pas : ni prix courant, ni prix le plus bas avec le plus haut',
        '{asking} fragt nach einem Preis ({level}) von {substance} in {place}, {year}, und die Dateien haben keinen: weder einen üblichen noch einen niedrigsten mit einem höchsten',
        '{asking} asks for a {level} price of {substance} in {place}, {year}, and the inputs have none: no typical price, and no lowest with a highest',
        { asking, level, substance, place, year: String(year) },
      ),
      inFour(
        'kies een ander jaar of een andere plaats, of een aanname',
        'choisissez une autre année ou un autre lieu, ou une hypothèse',
        'ein anderes Jahr oder einen anderen Ort wählen, oder eine Annahme',
        'choose another year or place, or an assumption',
      ),
    );
  const rows = found.flatMap(({ observations }) => observations);
  const rates = [...(resolving.plan.exchange ?? []), ...referenceRates];
  const inEuro = (price: Price): Price => priceInEuro(price, rates);
  return {
    assumed: spanOfPrices([inEuro(first), ...others.map(inEuro)]),
    grade: lowestGrade(rows, resolving.analysis),
    rows,
  };
}

/** A question with every number it needs. */
export interface ResolvedQuestion {
  readonly id: string;
  readonly label: Text;
  readonly quantity: MoneyInput;
  /** Why the quantity is a floor; null where it is known. */
  readonly floor: Text | null;
  readonly wholesale: MoneyInput<Price>;
  readonly retail: MoneyInput<Price> | null;
  readonly purity: { readonly seized: MoneyInput; readonly sold: MoneyInput } | null;
  readonly loss: MoneyInput | null;
  readonly rates: readonly number[];
}

/** Finds every number that a question needs among the inputs and the assumptions. */
export function resolveQuestion(question: MoneyQuestion, resolving: Resolving): ResolvedQuestion {
  const { quantity, floor } = resolveQuantity(question, resolving);
  const assumed = (id: string): MoneyInput => plannedInput(id, question.id, resolving);
  return {
    id: question.id,
    label: question.label,
    quantity,
    floor,
    wholesale: resolvePrice(question.wholesale, question.id, resolving),
    retail: question.retail && resolvePrice(question.retail, question.id, resolving),
    purity: question.purity && {
      seized: assumed(question.purity.seized),
      sold: assumed(question.purity.sold),
    },
    loss: question.loss === null ? null : assumed(question.loss),
    rates: resolving.plan.rates,
  };
}
