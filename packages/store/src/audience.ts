import {
  type Classification,
  type CodeEntry,
  type CodeList,
  codeList,
  type Tlp,
} from '@samenbeeld/schema';

/** Who an output is written for, and the most restricted marking they may hold without a release. */
export interface Audience extends CodeEntry {
  /** TLP 2.0: CLEAR for all; GREEN for a community; AMBER on a need-to-know; AMBER+STRICT for one organisation. */
  readonly tlp: Tlp;
  readonly classification: Classification;
  /** Whether what they hold may end up in judicial proceedings, which H1 forbids. */
  readonly court: boolean;
  /** Whether writing for them passes the information on, which H2 forbids and H3 may. */
  readonly passesOn: boolean;
  /** Wider audiences this one is part of beyond doubt: naming those names it too. Police analysts are no part of `partners` unless an originator says so. */
  readonly within: readonly string[];
}

/**
 * The audiences of an output, from open to closed. TLP:RED is for the ears of named persons and a classification above "restricted"
 * needs an accredited system: no audience here holds either without a release.
 */
export const audiences: CodeList<Audience> = codeList<Audience>('audiences', [
  {
    code: 'public',
    label: { nl: 'openbaar', fr: 'diffusion publique', de: 'Öffentlichkeit', en: 'public' },
    synonyms: [],
    tlp: 'CLEAR',
    classification: 'none',
    court: true,
    passesOn: true,
    within: [],
  },
  {
    code: 'policy',
    label: {
      nl: 'bestuur en beleid',
      fr: 'décideurs publics',
      de: 'Politik und Verwaltung',
      en: 'ministers and policymakers',
    },
    synonyms: [],
    tlp: 'GREEN',
    classification: 'none',
    court: false,
    passesOn: true,
    within: ['public'],
  },
  {
    code: 'partners',
    label: {
      nl: 'partnerdiensten (politie, douane, justitie)',
      fr: 'services partenaires (police, douane, justice)',
      de: 'Partnerbehörden (Polizei, Zoll, Justiz)',
      en: 'partner agencies (police, customs, justice)',
    },
    synonyms: [],
    tlp: 'GREEN',
    classification: 'none',
    court: false,
    passesOn: true,
    within: ['public'],
  },
  {
    code: 'court',
    label: {
      nl: 'openbaar ministerie en rechter',
      fr: 'ministère public et tribunaux',
      de: 'Staatsanwaltschaft und Gericht',
      en: 'prosecutors and courts',
    },
    synonyms: [],
    tlp: 'AMBER',
    classification: 'restricted',
    court: true,
    passesOn: true,
    within: ['public'],
  },
  {
    code: 'benelux-analysts',
    label: {
      nl: 'analisten van de Benelux',
      fr: 'analystes du Benelux',
      de: 'Analysten der Benelux-Staaten',
      en: 'Benelux analysts',
    },
    synonyms: [],
    tlp: 'AMBER',
    classification: 'restricted',
    court: false,
    passesOn: true,
    within: ['public'],
  },
  {
    code: 'internal',
    label: { nl: 'eigen dienst', fr: 'usage interne', de: 'eigene Dienststelle', en: 'own office' },
    synonyms: [],
    tlp: 'AMBER+STRICT',
    classification: 'restricted',
    court: false,
    passesOn: false,
    within: ['benelux-analysts', 'court', 'partners', 'policy', 'public'],
  },
]);

/** Who may read what is written on the machine itself: everyone where it is public, else only the one who wrote it. */
export function modesFor({ code }: Audience): {
  readonly file: number | undefined;
  readonly folder: number | undefined;
} {
  return code === 'public'
    ? { file: undefined, folder: undefined }
    : { file: 0o600, folder: 0o700 };
}
