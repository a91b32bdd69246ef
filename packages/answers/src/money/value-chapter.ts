import { revenueFanChart, tornadoChart } from '@samenbeeld/charts';
import type { Distribution, Revenue } from '@samenbeeld/money';
import type { Block, Figure, TableBlock } from '@samenbeeld/page';
import { figure, formatNumber, fromTo, InputError, inEach, type Text } from '@samenbeeld/schema';
import { coloned, column, none, plain, text } from '../text.ts';
import { headingBlock, paragraphBlock } from './blocks.ts';
import { distributionText } from './distribution-text.ts';
import { euroRange } from './euro-range.ts';
import type { MoneyAnalysis, MoneyAnswer } from './money-analysis.ts';
import type { ResolvedQuestion } from './resolve-question.ts';
import { whyAnswer, whyInput } from './why-money.ts';

/** "5%": an assumed rate has no decimals of its own. */
function rateText(rate: number): Text {
  const sign = { nl: '%', fr: '\u00a0%', de: '\u00a0%', en: '%' };
  return inEach(
    (language) => figure(Number((rate * 100).toPrecision(3)), language) + sign[language],
  );
}

/** A range in three digits; its unit stands in the head of its column, which has one. */
function rangeShown(low: number, high: number): Text {
  return inEach((language) => {
    const [one, other] = [low, high].map((value) =>
      figure(Number(value.toPrecision(3)), language),
    ) as [string, string];
    return one === other ? one : fromTo(one, other, language);
  });
}

/** How many kilograms would have got through for each that was seized, before loss. */
const passedFor = (rate: number): number => (1 - rate) / rate;

/** In kilograms what is less than a tonne at every share, else in tonnes. */
function passedUnit({ quantity }: ResolvedQuestion, rates: readonly number[]): 'kg' | 't' {
  const [, high] = endsOf(quantity.assumed.distribution);
  return rates.every((rate) => high * passedFor(rate) < 1000) ? 'kg' : 't';
}

/** What would have got through beside what was seized, before loss: what consumption would have to bear out. */
function passedFigure({ quantity }: ResolvedQuestion, rate: number, unit: 'kg' | 't'): Figure {
  const times = passedFor(rate) / (unit === 't' ? 1000 : 1);
  const [low, high] = endsOf(quantity.assumed.distribution);
  return { shown: rangeShown(low * times, high * times), value: ((low + high) / 2) * times };
}

function endsOf(one: Distribution): readonly [number, number] {
  if (one.kind === 'fixed') return [one.value, one.value];
  if ('low' in one) return [one.low, one.high];
  throw new InputError(
    text(
      'een hoeveelheid met de verdeling {kind} heeft geen grenzen',
      'une quantité de loi {kind} n’a pas de bornes',
      'eine Menge mit der Verteilung {kind} hat keine Grenzen',
      'a quantity spread as {kind} has no ends',
      { kind: one.kind },
    ),
    {
      repair: text(
        'geef kilogrammen als fixed, uniform, triangular of pert',
        'donnez les kilogrammes en fixed, uniform, triangular ou pert',
        'Kilogramm als fixed, uniform, triangular oder pert angeben',
        'give kilograms as fixed, uniform, triangular or pert',
      ),
    },
  );
}

function revenueTable(one: MoneyAnswer): TableBlock {
  const { answer, question } = one;
  const at = (revenue: Revenue | null, rate: number, kind: 'revenue' | 'retail'): Figure => {
    const spread = revenue?.byRate.find((point) => point.rate === rate)?.spread;
    return spread
      ? { shown: rangeShown(spread.p5 / 1e6, spread.p95 / 1e6), why: whyAnswer(one, kind) }
      : { shown: none };
  };
  const unit = passedUnit(
    question,
    answer.revenue.byRate.map(({ rate }) => rate),
  );
  return {
    kind: 'table',
    caption: coloned(
      question.label,
      text(
        'omzet van wat doorkwam, als functie van het onderschepte deel',
        'chiffre d’affaires de ce qui est passé, selon la part interceptée',
        'Umsatz mit dem, was durchkam, je nach abgefangenem Anteil',
        'revenue from what got through, as a function of the share intercepted',
      ),
    ),
    columns: [
      column(
        'label',
        'onderschept deel',
        'part interceptée',
        'abgefangener Anteil',
        'share intercepted',
      ),
      column(
        'words',
        'dan kwam door, {unit}',
        'serait passé, {unit}',
        'dann kam durch, {unit}',
        'then got through, {unit}',
        { unit },
      ),
      column(
        'words',
        'groothandelsprijzen, miljoen euro',
        'prix de gros, millions d’euros',
        'Großhandelspreise, Millionen Euro',
        'wholesale prices, million euro',
      ),
      column(
        'words',
        'straatprijzen, miljoen euro',
        'prix de détail, millions d’euros',
        'Straßenpreise, Millionen Euro',
        'retail prices, million euro',
      ),
    ],
    rows: answer.revenue.byRate.map(({ rate }) => [
      { shown: rateText(rate) },
      passedFigure(question, rate, unit),
      at(answer.revenue, rate, 'revenue'),
      at(answer.retail, rate, 'retail'),
    ]),
    notes: question.floor ? [question.floor] : [],
  };
}

/** What the spread comes from: the share over the assumed ones, and the widest of the other numbers. */
function dominantBlocks(shown: Revenue): readonly Block[] {
  const { rateFactor, widestInput, widestFactor } = shown.details;
  const [lowest, highest] = [shown.byRate[0], shown.byRate.at(-1)];
  const input = shown.inputs.find(({ id }) => id === widestInput);
  if (!rateFactor || !lowest || !highest || !input) return [];
  const shortly = (value: unknown): Text =>
    inEach((language) => formatNumber(Number(Number(value).toPrecision(2)), language));
  return [
    paragraphBlock(
      text(
        'Wat bepaalt de onzekerheid? Tussen {low} en {high} onderschept verschilt de omzet een factor {rate}. Het getal dat verder het meest uitmaakt, {name}, geeft een factor {other}.',
        'D’où vient l’incertitude ? Entre {low} et {high} interceptés, le chiffre d’affaires varie d’un facteur {rate}. Le nombre qui compte ensuite le plus, {name}, donne un facteur {other}.',
        'Was bestimmt die Unsicherheit? Zwischen {low} und {high} abgefangenem Anteil unterscheidet sich der Umsatz um den Faktor {rate}. Die Zahl, die sonst am meisten ausmacht, {name}, gibt einen Faktor {other}.',
        'What dominates the uncertainty? Between {low} and {high} intercepted, revenue differs by a factor of {rate}. The number that matters most after that, {name}, makes a factor of {other}.',
        {
          low: rateText(lowest.rate),
          high: rateText(highest.rate),
          rate: shortly(rateFactor),
          name: input.label,
          other: shortly(widestFactor),
        },
      ),
    ),
  ];
}

/** Revenue at each assumed share, as a table and a fan, and what it depends on. */
function revenueBlocks(one: MoneyAnswer): readonly Block[] {
  const { question, answer } = one;
  const shown = answer.retail ?? answer.revenue;
  const names = new Map(shown.inputs.map((input) => [input.id, input.label]));
  return [
    headingBlock(question.label),
    revenueTable(one),
    ...dominantBlocks(shown),
    {
      kind: 'chart',
      size: 'half',
      draw: (options) =>
        revenueFanChart(shown.byRate, {
          ...options,
          title: coloned(
            question.label,
            answer.retail
              ? text(
                  'omzet op straat',
                  'chiffre d’affaires au détail',
                  'Umsatz im Straßenhandel',
                  'retail revenue',
                )
              : text(
                  'omzet in de groothandel',
                  'chiffre d’affaires de gros',
                  'Umsatz im Großhandel',
                  'wholesale revenue',
                ),
          ),
        }),
    },
    {
      kind: 'chart',
      size: 'half',
      draw: (options) =>
        tornadoChart(
          shown.influences.map(({ id, atLow, atHigh }) => ({
            id,
            label: names.get(id) ?? plain(id),
            atLow,
            atHigh,
          })),
          {
            ...options,
            middle: shown.middle,
            title: coloned(
              question.label,
              text(
                'wat verder uitmaakt, bij een onderschept deel van {rate}',
                'ce qui compte en outre, si {rate} sont interceptés',
                'was bei {rate} abgefangenem Anteil sonst den Ausschlag gibt',
                'what else matters, if {rate} is intercepted',
                { rate: rateText(shown.byRate.at(-1)?.rate ?? 0) },
              ),
            ),
          },
        ),
    },
  ];
}

/** What was seized, at which price, and what it was worth. */
function valueTable(answers: readonly MoneyAnswer[]): TableBlock {
  const highs = answers.map(({ answer }) => answer.value.interval?.high ?? 0);
  return {
    kind: 'table',
    caption: text(
      'Groothandelswaarde van wat in beslag werd genomen',
      'Valeur de gros de ce qui a été saisi',
      'Großhandelswert des Sichergestellten',
      'Wholesale value of what was seized',
    ),
    columns: [
      column('label', 'waarvan', 'de quoi', 'wovon', 'of what'),
      column('words', 'hoeveelheid', 'quantité', 'Menge', 'quantity'),
      column('words', 'prijs', 'prix', 'Preis', 'price'),
      column(
        'words',
        'waarde (90%-interval)',
        'valeur (intervalle à 90 %)',
        'Wert (90-%-Intervall)',
        'value (90% interval)',
      ),
    ],
    rows: answers.map((one): readonly Figure[] => {
      const { question, answer } = one;
      const { quantity, wholesale, label, floor } = question;
      const ends = answer.value.interval ?? { low: 0, high: 0 };
      return [
        { shown: label },
        {
          shown: distributionText(quantity.assumed.distribution, 'kg'),
          why: whyInput(quantity),
          ...(floor && { note: floor }),
        },
        {
          shown: distributionText(wholesale.assumed.distribution, wholesale.assumed.unit),
          why: whyInput(wholesale),
        },
        euroRange(ends, whyAnswer(one, 'value'), highs),
      ];
    }),
  };
}

/** 3. What was seized was worth so much; what passed may have brought in so much at each assumed rate. */
export function valueBlocks({ answers }: MoneyAnalysis): readonly Block[] {
  return [
    valueTable(answers),
    paragraphBlock(
      text(
        'Omzet is iets anders: wat de drugs die niet werden onderschept, kunnen hebben opgebracht. Dat hangt af van het onderschepte deel, en dat is onbekend. Daarom staat er voor elk aangenomen deel een bereik, en nergens één bedrag.',
        'Le chiffre d’affaires est autre chose : ce qu’a pu rapporter la drogue non interceptée. Il dépend de la part interceptée, qui est inconnue. Il y a donc une fourchette pour chaque part supposée, et nulle part un montant unique.',
        'Umsatz ist etwas anderes: was die nicht abgefangenen Drogen eingebracht haben können. Das hängt vom abgefangenen Anteil ab, und der ist unbekannt. Darum steht für jeden angenommenen Anteil eine Spanne und nirgends ein einzelner Betrag.',
        'Revenue is something else: what the drugs that were not intercepted may have brought in. It depends on the share intercepted, which is unknown. So there is a range for each assumed share, and nowhere a single amount.',
      ),
    ),
    paragraphBlock(
      text(
        'Grens: geen van deze aandelen is getoetst aan het verbruik. Hoe lager het aandeel, hoe meer er doorkwam, en dat moet ergens zijn gebruikt of uitgevoerd. Wat ontbreekt, is een schatting van het verbruik in kilo’s, met wat verder wordt uitgevoerd; het drugsagentschap van de EU (EUDA), Sciensano en het Trimbos-instituut hebben gegevens over rioolwater en gebruik. Tot die er zijn, zegt de tabel niet welke aandelen aannemelijk zijn: een laag aandeel is een rekenvoorbeeld, geen schatting.',
        'Limite : aucune de ces parts n’a été confrontée à la consommation. Plus la part est basse, plus il en est passé, et cela a dû être consommé ou réexporté quelque part. Ce qui manque est une estimation de la consommation en kilos, avec ce qui est réexporté ; l’agence de l’UE sur les drogues (EUDA), Sciensano et le Trimbos-instituut ont des données sur les eaux usées et la consommation. D’ici là, le tableau ne dit pas quelles parts sont plausibles : une part basse est un exemple de calcul, non une estimation.',
        'Grenze: Keiner dieser Anteile ist am Verbrauch geprüft. Je niedriger der Anteil, desto mehr kam durch, und das muss irgendwo verbraucht oder weitergeführt worden sein. Es fehlt eine Schätzung des Verbrauchs in Kilogramm, mit dem, was weitergeführt wird; die Drogenagentur der EU (EUDA), Sciensano und das Trimbos-instituut haben Daten zu Abwasser und Konsum. Bis dahin sagt die Tabelle nicht, welche Anteile plausibel sind: Ein niedriger Anteil ist ein Rechenbeispiel, keine Schätzung.',
        'Limit: none of these shares has been held against consumption. The lower the share, the more got through, and that must have been used somewhere or sent on. What is missing is an estimate of consumption in kilograms, with what is sent on; the EU Drugs Agency (EUDA), Sciensano and the Trimbos Institute have data on wastewater and use. Until then the table does not say which shares are plausible: a low share is a worked example, not an estimate.',
      ),
    ),
    ...answers.flatMap(revenueBlocks),
  ];
}
