import type { Block, Section, TableBlock } from '@samenbeeld/report';
import type { Analysis } from '../../analysis.ts';
import type { MoneyAnalysis } from '../../money/money-analysis.ts';
import type { MoneyInput } from '../../money/money-input.ts';
import { breakTable, conservationTable, sourceTable } from '../source-table.ts';
import { plain, text } from '../text.ts';
import { distributionText } from './distribution-text.ts';
import { declaredTable, priceTable } from './price-tables.ts';
import { whyInput } from './why-money.ts';

/** 2. Volume, prices and purities, each with its grade; values that agencies declared, which are never used. */
export function inputsChapter(analysis: Analysis, money: MoneyAnalysis): Section {
  const { prices, leftOut } = money.prices;
  const breaks = breakTable(analysis.gathered.sources);
  return {
    id: 'inputs',
    title: text(
      'Hoeveelheden, prijzen en zuiverheid',
      'Quantités, prix et pureté',
      'Mengen, Preise und Reinheit',
      'Quantities, prices and purity',
    ),
    blocks: [
      numbersTable(money),
      priceTable(
        prices.filter(({ declared }) => !declared),
        leftOut.length,
        analysis,
      ),
      declaredTable(
        prices.filter(({ declared }) => declared),
        analysis,
      ),
      sourceTable(analysis.gathered.sources),
      conservationTable(analysis.gathered.conservation),
      ...((breaks ? [breaks] : []) satisfies readonly Block[]),
    ],
  };
}

/** Every number that enters, once, in the order in which the questions use it. */
function numbersTable({ answers }: MoneyAnalysis): TableBlock {
  const inputs = new Map<string, MoneyInput>();
  for (const { question } of answers) {
    const { quantity, wholesale, retail, purity, loss } = question;
    for (const input of [quantity, wholesale, retail, purity?.seized, purity?.sold, loss])
      if (input) inputs.set(input.assumed.id, input);
  }
  return {
    kind: 'table',
    caption: text(
      'Elk getal dat meetelt',
      'Chaque nombre qui entre en compte',
      'Jede Zahl, die eingeht',
      'Every number that enters',
    ),
    columns: [
      { label: text('nummer', 'numéro', 'Nummer', 'id'), kind: 'label' },
      { label: text('wat', 'quoi', 'was', 'what'), kind: 'words' },
      { label: text('waarde', 'valeur', 'Wert', 'value'), kind: 'words' },
      { label: text('jaar', 'année', 'Jahr', 'year'), kind: 'words' },
      { label: text('graad', 'fiabilité', 'Grad', 'grade'), kind: 'words' },
    ],
    rows: [...inputs.values()].map((input) => {
      const { id, label, unit, distribution, year } = input.assumed;
      return [
        { shown: plain(id) },
        { shown: label },
        { shown: distributionText(distribution, unit), why: whyInput(input) },
        { shown: plain(year ?? '–') },
        { shown: plain(input.grade) },
      ];
    }),
    notes: [
      text(
        'Graad: bron A (zonder twijfel) tot X (niet te beoordelen), informatie 1 (zeker) tot 4 (niet te bevestigen). A-… is een oordeel van mensen.',
        'Fiabilité : source de A (sans doute) à X (non évaluable), information de 1 (certaine) à 4 (non vérifiable). A-… est un jugement humain.',
        'Grad: Quelle A (ohne Zweifel) bis X (nicht beurteilbar), Information 1 (sicher) bis 4 (nicht überprüfbar). A-… ist ein menschliches Urteil.',
        'Grade: source A (no doubt) to X (cannot be assessed), information 1 (certain) to 4 (cannot be corroborated). A-… is a judgement of people.',
      ),
    ],
  };
}
