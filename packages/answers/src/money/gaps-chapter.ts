import type { Block } from '@samenbeeld/page';
import { listedTexts, quoted, type Text } from '@samenbeeld/schema';
import { text } from '../text.ts';
import { listBlock, paragraphBlock } from './blocks.ts';
import type { MoneyAnalysis } from './money-analysis.ts';

/** 7. What is missing, each as a request to whoever has it. */
export function gapsBlocks({ sets, indices }: MoneyAnalysis): readonly Block[] {
  const silent = sets.filter(({ weighed }) =>
    weighed.evidence.every(({ diagnosticity }) => diagnosticity === 0),
  );
  const single = indices.filter(({ points }) => points.length < 2);
  return [
    paragraphBlock(
      text(
        'Wat dit beeld niet kan zeggen, en wie het zou kunnen aanvullen.',
        'Ce que ce tableau ne peut dire, et qui pourrait le compléter.',
        'Was dieses Bild nicht sagen kann, und wer es ergänzen könnte.',
        'What this picture cannot say, and who could add it.',
      ),
    ),
    listBlock([
      ...fixed,
      ...(single.length > 0
        ? [
            text(
              'Meer jaren onder dezelfde telregel: {n:# reeks van meldingen heeft|# reeksen van meldingen hebben} er één.',
              'Davantage d’années selon la même règle : {n:# série de déclarations n’en a|# séries de déclarations n’en ont} qu’une.',
              'Mehr Jahre nach derselben Zählregel: {n:# Reihe von Meldungen hat|# Reihen von Meldungen haben} nur eines.',
              'More years under the same rule: {n:# series of reports has|# series of reports have} one.',
              { n: single.length },
            ),
          ]
        : []),
      ...silent.map(({ set }) =>
        text(
          '{question} Geen gepubliceerd cijfer onderscheidt de verklaringen.',
          '{question} Aucun chiffre publié ne départage les explications.',
          '{question} Keine veröffentlichte Zahl unterscheidet die Erklärungen.',
          '{question} No published figure tells the explanations apart.',
          { question: set.question },
        ),
      ),
      ...reviewDates(sets),
    ]),
  ];
}

const fixed: readonly Text[] = [
  text(
    'Financiële-inlichtingeneenheden: bedragen en dossiers per onderliggend misdrijf, ook als nevenmisdrijf, onder één telregel.',
    'Cellules de renseignement financier : montants et dossiers par infraction sous-jacente, y compris secondaire, selon une seule règle.',
    'Meldestellen: Beträge und Akten je Vortat, auch als Nebendelikt, nach einer Zählregel.',
    'Financial intelligence units: amounts and files by predicate offence, as a secondary one too, under one counting rule.',
  ),
  text(
    'Openbare ministeries en ontnemingsbureaus: zaken met datum en bedrag per stadium en rechtsgrond, zonder namen, zodat stromen per cohort te volgen zijn.',
    'Parquets et bureaux de recouvrement : affaires avec date et montant par stade et voie de droit, sans noms, pour suivre les flux par cohorte.',
    'Staatsanwaltschaften und Vermögensabschöpfungsstellen: Fälle mit Datum und Betrag je Stufe und Rechtsgrund, ohne Namen, damit Ströme je Kohorte verfolgbar werden.',
    'Prosecution services and asset recovery offices: cases with date and amount by stage and legal route, without names, so that flows can be followed by cohort.',
  ),
  text(
    'Politie en laboratoria: groothandelsprijzen en zuiverheid bij beslag, per land en jaar, met het aantal metingen.',
    'Police et laboratoires : prix de gros et pureté à la saisie, par pays et par an, avec le nombre de mesures.',
    'Polizei und Labore: Großhandelspreise und Reinheit bei Sicherstellung, je Land und Jahr, mit der Zahl der Messungen.',
    'Police and laboratories: wholesale prices and purity at seizure, by country and year, with the number of measurements.',
  ),
  text(
    'EUDA, Sciensano en Trimbos-instituut: kilo’s cocaïne die per jaar worden verbruikt, uit rioolwater en uit gebruik, als bereik; daarmee zijn lage onderschepte aandelen te toetsen.',
    'EUDA, Sciensano et Trimbos-instituut : kilos de cocaïne consommés par an, d’après les eaux usées et les enquêtes, en fourchette, pour éprouver les parts interceptées basses.',
    'EUDA, Sciensano und Trimbos-instituut: Kilogramm Kokain, die im Jahr verbraucht werden, aus Abwasser und aus Befragungen, als Spanne; damit ließen sich niedrige abgefangene Anteile prüfen.',
    'EUDA, Sciensano and Trimbos Institute: kilograms of cocaine consumed a year, from wastewater and from surveys, as a range; low intercepted shares could be held against them.',
  ),
  text(
    'Niemand kan het onderschepte deel meten; vraag niet om één omzet.',
    'Personne ne peut mesurer la part interceptée ; ne demandez pas un chiffre d’affaires unique.',
    'Den abgefangenen Anteil kann niemand messen; fragen Sie nicht nach einem einzigen Umsatz.',
    'Nobody can measure the share intercepted; do not ask for one revenue.',
  ),
];

function reviewDates(sets: MoneyAnalysis['sets']): readonly Text[] {
  const first = sets
    .flatMap(({ set }) => set.hypotheses.map(({ reviewOn }) => reviewOn))
    .toSorted()[0];
  const due = sets.filter(({ set }) => set.hypotheses.some(({ reviewOn }) => reviewOn === first));
  if (first === undefined) return [];
  const says = text(
    'De eerste weerleggende voorspellingen worden nagegaan {day}: {asked}.',
    'Les premières prédictions qui pourraient réfuter une explication seront vérifiées {day} : {asked}.',
    'Die ersten widerlegenden Vorhersagen werden {day} geprüft: {asked}.',
    'The first refuting predictions are looked at {day}: {asked}.',
    {
      day: { on: first },
      asked: listedTexts(due.map(({ set }) => quoted(set.question))),
    },
  );
  return [says];
}
