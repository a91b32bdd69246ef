import { inFour } from '@samenbeeld/schema';
import { labelsOf } from './profile-column.ts';
import type { TableView } from './table-view.ts';
import type { WrittenGuess } from './written-guess.ts';

/** What figures count by the stand of persons in the proceedings; null for a stand that no metric holds. */
interface Stand {
  readonly metric: 'offences' | 'suspects';
  readonly unit: 'victim' | 'suspect' | 'offence';
}

const victims: Stand = { metric: 'offences', unit: 'victim' };
const suspects: Stand = { metric: 'suspects', unit: 'suspect' };
const offences: Stand = { metric: 'offences', unit: 'offence' };

/** Codes of Eurostat, and the same in words, alone or behind their code. */
const stands: readonly (readonly [label: RegExp, stand: Stand | null])[] = [
  [
    /^(?:PER_VICT?|(?:PER_\w+: ?)?(?:victims?|victims? \(persons?\)|slachtoffers?|victimes?|opfer))$/iu,
    victims,
  ],
  [
    /^(?:PER_SUSP|(?:PER_\w+: ?)?(?:suspects?|suspected persons?|persons? suspected|verdachten?|suspecte?s|personnes? suspectées?|personnes? mises? en cause|mise?s? en cause|tatverdächtige[nr]?|verdächtige[nr]?))$/iu,
    suspects,
  ],
  [
    /^(?:PER_(?:CNV|CONV|PROSC?|PRIS)|(?:PER_\w+: ?)?(?:convicts?|convicted persons?|persons? convicted|convicted|prosecuted|prosecuted persons?|persons? prosecuted|veroordeelden?|veroordeelde personen|vervolgden?|vervolgde personen|condamnée?s?|personnes? condamnées?|personnes? poursuivies?|verurteilte[nr]?|verurteilte personen|angeklagte[nr]?))$/iu,
    null,
  ],
  // "Detected trafficking victims", "Victims of robbery", "Persons convicted for robbery": the stand, and of what.
  [
    /^(?:(?:\p{L}+ ){0,3}(?:victims|slachtoffers|victimes|opfer)|(?:victims|slachtoffers|victimes|opfer) (?:of|van|de|d['’]|von|der)\s?.+)$/iu,
    victims,
  ],
  [
    /^(?:persons?|people|personnes?|personen) (?:suspected|brought into (?:initial |first )?(?:formal )?contact|suspectées?|mises? en cause|verdacht)(?!\p{L}).*$/iu,
    suspects,
  ],
  [
    /^(?:persons?|people|personnes?|personen) (?:convicted|prosecuted|tried|acquitted|sentenced|imprisoned|detained|held|in prison|condamnées?|poursuivies?|jugées?|détenues?|veroordeeld|vervolgd|verurteilt|angeklagt|inhaftiert)(?!\p{L}).*$/iu,
    null,
  ],
  [
    /^(?:(?:police[- ])?(?:recorded|reported|registered) )?(?:offen[cs]es|crimes)(?: (?:of|against) .+)?$|^(?:geregistreerde )?misdrijven(?: (?:van|tegen) .+)?$|^infractions(?: (?:de|contre|d['’]).+)?$|^(?:erfasste )?straftaten(?: (?:der|gegen|des) .+)?$/iu,
    offences,
  ],
];

/** What a label of a column of legal status counts; null where no metric holds it, undefined where it is no such label. */
export function standOf(label: string): Stand | null | undefined {
  return stands.find(([words]) => words.test(label.trim()))?.[1];
}

/** Whether labels are stands of persons in the proceedings, or offences beside them: several, and one at least that a metric holds. */
export function areStands(labels: readonly string[]): boolean {
  const found = labels.map(standOf);
  return (
    labels.length > 1 &&
    found.every((stand) => stand !== undefined) &&
    found.some((stand) => stand) &&
    found.some((stand) => stand !== offences)
  );
}

/** Whether measures are stands of several kinds, so that each row says its own unit. */
export function areStandsApart(labels: readonly string[]): boolean {
  return areStands(labels) && new Set(labels.map((label) => standOf(label)?.unit)).size > 1;
}

/** Whether a column says of each row whether it counts victims, suspects or others. */
export function saysStands({ columns }: TableView): boolean {
  return columns.some(
    ({ profile, meanings: [top] }) =>
      (top?.concept === 'legalStatus' && areStands(labelsOf(profile))) ||
      (top?.concept === 'metric' && areStandsApart(labelsOf(profile))),
  );
}

/** A column of legal status by which each row says what it counts; of the rows that no metric holds none gets one. */
export function writeStands(labels: readonly string[]): WrittenGuess | null {
  if (!areStands(labels)) return null;
  const held = labels.flatMap((label) => {
    const stand = standOf(label);
    return stand ? [{ label, ...stand }] : [];
  });
  const codes = (field: 'metric' | 'unit'): Readonly<Record<string, string>> =>
    Object.fromEntries(held.map((each) => [each.label, each[field]]));
  return {
    to: 'metric',
    written: [
      { to: 'metric', codes: codes('metric') },
      { to: 'unit', codes: codes('unit') },
      { to: 'countUnit', codes: codes('unit') },
    ],
    crosswalks: [],
    decide: [],
    factor: 1,
    proven: true,
    why: inFour(
      'zegt van elke rij of ze slachtoffers of verdachten telt',
      'dit de chaque ligne si elle compte des victimes ou des suspects',
      'sagt von jeder Zeile, ob sie Opfer oder Tatverdächtige zählt',
      'says of each row whether it counts victims or suspects',
    ),
  };
}
