import {
  type Held,
  type MoneyAsked,
  type MoneyPlan,
  type MoneyQuestion,
  type PlannedAssumption,
  type PriceChoice,
  refuseFile,
} from '@samenbeeld/answers';
import {
  type Assumed,
  checkDistribution,
  checkShare,
  type Distribution,
  type ExchangeRate,
  type MarketLevel,
} from '@samenbeeld/money';
import { expectedFound, inFour, isGrade, oneOf, quoted } from '@samenbeeld/schema';
import { foundIn, keyAs, kinds, writeLine } from '../check-by-schema.ts';
import { readOnce } from '../kept-build.ts';
import { besidePicture, type PictureFileDescription } from '../picture-file.ts';
import type { StepCache } from '../step-cache.ts';
import { lookUpAll } from './evidence-lookup.ts';
import { readHypotheses } from './read-hypotheses.ts';
import { type Fields, isFields, listOf, readYaml, textOf, wordOf } from './read-yaml.ts';

const listOfShares = inFour(
  'lijst van aandelen',
  'liste de parts',
  'Liste von Anteilen',
  'a list of shares',
);

/** The assumed interception rates, each above 0 and below 1. */
function ratesIn(rates: unknown, file: string): readonly number[] {
  if (!Array.isArray(rates) || !rates.every((rate) => typeof rate === 'number'))
    return refuseFile(
      file,
      expectedFound(keyAs('rates', listOfShares), foundIn(rates)),
      writeLine('rates: [0.1, 0.2, 0.3]'),
    );
  const odd = rates.find((rate: number) => !(rate > 0 && rate < 1));
  if (odd !== undefined || rates.length === 0)
    return refuseFile(
      file,
      expectedFound(
        inFour(
          'aandelen boven 0 en onder 1 in rates',
          'des parts supérieures à 0 et inférieures à 1 dans rates',
          'Anteile über 0 und unter 1 in rates',
          'rates above 0 and below 1',
        ),
        foundIn(odd),
      ),
      writeLine('rates: [0.1, 0.2, 0.3]'),
    );
  return rates;
}

/** Annual averages of other money, by which prices in it become euro. */
function exchangeIn(written: unknown, file: string): readonly ExchangeRate[] {
  if (written === undefined) return [];
  return listOf(written, 'exchange', file).map((entry) => {
    const { year, perEuro } = entry;
    if (typeof year !== 'number' || typeof perEuro !== 'number' || !(perEuro > 0))
      return refuseFile(
        file,
        expectedFound(keyAs('exchange', kinds.object), foundIn(entry)),
        writeLine(exchangeLine),
      );
    return {
      currency: wordOf(entry['currency'], 'exchange.currency', file),
      year,
      perEuro,
      source: wordOf(entry['source'], 'exchange.source', file),
    };
  });
}

const exchangeLine = 'exchange: [{ currency: GBP, year: 2024, perEuro: …, source: … }]';

/** How a number is spread; a share lies between 0 and 1 whatever is drawn. */
function distributionIn(
  value: unknown,
  { id, unit, file }: { readonly id: string; readonly unit: string; readonly file: string },
): Distribution {
  if (!isFields(value))
    return refuseFile(
      file,
      expectedFound(keyAs(`${id}.distribution`, kinds.object), foundIn(value)),
      writeLine('distribution: { kind: pert, low: …, mode: …, high: … }'),
    );
  const distribution = value as unknown as Distribution;
  if (unit === 'share') checkShare(id, distribution, { place: { file } });
  else checkDistribution(id, distribution, { file });
  return distribution;
}

/** What questions use as a purity or a loss is a share, and above zero where something is divided by it. */
function checkShares({ assumptions, questions }: MoneyPlan, file: string): void {
  const share = (id: string): PlannedAssumption | undefined => {
    const found = assumptions.find((one) => one.id === id);
    if (found && found.unit !== 'share')
      refuseFile(
        file,
        expectedFound(keyAs(`${id}.unit`, oneOf(['share'])), quoted(found.unit)),
        inFour(
          'zuiverheden en verliezen zijn aandelen van één: 15 % is 0.15',
          'les puretés et les pertes sont des parts de un : 15 % s’écrit 0.15',
          'Reinheiten und Verluste sind Anteile von eins: 15 % ist 0.15',
          'purities and losses are shares of one: 15 % is 0.15',
        ),
      );
    return found;
  };
  for (const { purity, loss } of questions) {
    if (loss !== null) share(loss);
    if (purity === null) continue;
    share(purity.seized);
    const sold = share(purity.sold);
    if (sold) checkShare(sold.id, sold.distribution, { place: { file }, divides: true });
  }
}

const levels: readonly MarketLevel[] = ['import', 'wholesale', 'mid_level', 'retail'];

/**
 * Reads the file of questions and assumptions about money.
 *
 * @throws InputError that names the file and the key
 */
export function readMoneyPlan(path: string, file: string): MoneyPlan {
  const content = readYaml(path, file);
  const plan: MoneyPlan = {
    rates: ratesIn(content['rates'], file),
    exchange: exchangeIn(content['exchange'], file),
    assumptions: listOf(content['assumptions'], 'assumptions', file).map((entry) =>
      assumptionOf(entry, file),
    ),
    questions: listOf(content['questions'], 'questions', file).map((entry) =>
      questionOf(entry, file),
    ),
  };
  checkShares(plan, file);
  return plan;
}

function levelOf(value: unknown, where: string, file: string): MarketLevel {
  return (
    levels.find((level) => level === value) ??
    refuseFile(
      file,
      expectedFound(keyAs(where, oneOf(levels)), foundIn(value)),
      inFour(
        'noem de stap van de handel waarop de prijs wordt betaald',
        'nommez l’étape du commerce à laquelle le prix est payé',
        'die Handelsstufe nennen, auf der der Preis gezahlt wird',
        'name the step of the trade at which the price is paid',
      ),
    )
  );
}

/** Where a number stands: a citation as it is, or a remark of whoever assumes it, in four languages. */
function sourceIn(
  value: unknown,
  where: string,
  file: string,
): Pick<Assumed, 'source' | 'sourceWords'> {
  if (!isFields(value)) return { source: wordOf(value, where, file) };
  const sourceWords = textOf(value, where, file);
  return { source: sourceWords.en, sourceWords };
}

function assumptionOf(entry: Fields, file: string): PlannedAssumption {
  const id = wordOf(entry['id'], 'assumptions.id', file);
  const grade = wordOf(entry['grade'], `${id}.grade`, file);
  if (!isGrade(grade))
    refuseFile(
      file,
      expectedFound(keyAs(`${id}.grade`, kinds.grade), quoted(grade)),
      inFour(
        'schrijf X4 voor een oordeel dat nergens op steunt',
        'écrivez X4 pour un jugement que rien n’appuie',
        'X4 für ein Urteil schreiben, das auf nichts beruht',
        'write X4 for a judgement that nothing supports',
      ),
    );
  const { year, claims } = entry;
  const unit = wordOf(entry['unit'], `${id}.unit`, file);
  return {
    id,
    label: textOf(entry['label'], `${id}.label`, file),
    unit,
    distribution: distributionIn(entry['distribution'], { id, unit, file }),
    ...sourceIn(entry['source'], `${id}.source`, file),
    year: typeof year === 'number' ? year : null,
    grade,
    claims: Array.isArray(claims) ? claims.map(String) : [],
    level: entry['level'] === undefined ? null : levelOf(entry['level'], `${id}.level`, file),
  };
}

function questionOf(entry: Fields, file: string): MoneyQuestion {
  const id = wordOf(entry['id'], 'questions.id', file);
  const quantity = isFields(entry['quantity']) ? entry['quantity'] : {};
  const purity = entry['purity'];
  const loss = entry['loss'];
  return {
    id,
    label: textOf(entry['label'], `${id}.label`, file),
    quantity:
      quantity['total'] === undefined
        ? { claim: wordOf(quantity['claim'], `${id}.quantity.claim`, file) }
        : { total: wordOf(quantity['total'], `${id}.quantity.total`, file) },
    wholesale: priceChoice(entry['wholesale'], `${id}.wholesale`, file),
    retail:
      entry['retail'] === undefined ? null : priceChoice(entry['retail'], `${id}.retail`, file),
    purity: isFields(purity)
      ? {
          seized: wordOf(purity['seized'], `${id}.purity.seized`, file),
          sold: wordOf(purity['sold'], `${id}.purity.sold`, file),
        }
      : null,
    loss: loss === undefined ? null : wordOf(loss, `${id}.loss`, file),
  };
}

function priceChoice(value: unknown, where: string, file: string): PriceChoice {
  const choice = isFields(value) ? value : {};
  if (choice['assumption'] !== undefined)
    return { assumption: wordOf(choice['assumption'], `${where}.assumption`, file) };
  return {
    place: wordOf(choice['place'], `${where}.place`, file),
    substance: wordOf(choice['substance'], `${where}.substance`, file),
    level: levelOf(choice['level'], `${where}.level`, file),
    year: Number(wordOf(choice['year'], `${where}.year`, file)),
  };
}

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
