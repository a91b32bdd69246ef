import { type CodeEntry, type CodeList, codeList } from '../code-list.ts';
import { furtherNames, textOf } from '../code-table.ts';
import { cellParts, tableRows } from '../table-rows.ts';

/** An offence of the International Classification of Crime for Statistical Purposes. */
export interface Offence extends CodeEntry {
  /** The nearest wider offence in this list, or null. */
  readonly parent: string | null;
}

const rows = tableRows(
  `
  ICCS0101   | opzettelijke doodslag en moord | homicide intentionnel | vorsätzliche Tötung | intentional homicide
  ICCS0102   | poging tot opzettelijke doodslag of moord | tentative d’homicide intentionnel | versuchte vorsätzliche Tötung | attempted intentional homicide
  ICCS020111 | zware mishandeling | agression grave | schwere Körperverletzung | serious assault
  ICCS020221 | ontvoering | enlèvement | Entführung | kidnapping
  ICCS0301   | seksueel geweld | violence sexuelle | sexuelle Gewalt | sexual violence
  ICCS03011  | verkrachting | viol | Vergewaltigung | rape
  ICCS03012  | aanranding | agression sexuelle | sexuelle Nötigung und Übergriffe | sexual assault
  ICCS0302   | seksuele uitbuiting | exploitation sexuelle | sexuelle Ausbeutung | sexual exploitation
  ICCS030221 | materiaal van seksueel kindermisbruik | pédopornographie | Kinderpornografie | child pornography
  ICCS0401   | diefstal met geweld of bedreiging | vol avec violence ou menace | Raub | robbery
  ICCS0501   | inbraak | cambriolage | Einbruch | burglary
  ICCS05012  | woninginbraak | cambriolage de logement privé | Wohnungseinbruch | burglary of private residential premises
  ICCS0502   | diefstal | vol | Diebstahl | theft
  ICCS05021  | diefstal van motorvoertuigen of onderdelen | vol de véhicules à moteur ou de pièces | Diebstahl von Kraftfahrzeugen oder Teilen davon | theft of a motorised vehicle or parts thereof
  ICCS0601   | drugsmisdrijven | infractions liées aux drogues ou aux précurseurs | Rauschgiftdelikte | unlawful acts involving controlled drugs or precursors
  ICCS06011  | drugs voor eigen gebruik | drogues destinées à la consommation personnelle | Drogen zum Eigengebrauch | drugs for personal consumption
  ICCS060111 | bezit, aankoop of gebruik van drugs voor eigen gebruik | possession, achat ou usage de drogues pour soi-même | Besitz, Erwerb oder Konsum von Drogen zum Eigengebrauch | possession, purchase or use of drugs for personal consumption
  ICCS060112 | teelt of vervaardiging van drugs voor eigen gebruik | culture ou production de drogues pour soi-même | Anbau oder Herstellung von Drogen zum Eigengebrauch | cultivation or production of drugs for personal consumption
  ICCS06012  | drugs niet voor eigen gebruik | drogues non destinées à la consommation personnelle | Drogen nicht zum Eigengebrauch | drugs not for personal consumption
  ICCS060121 | drugshandel | trafic de drogues | Drogenhandel | drug trafficking
  ICCS060122 | vervaardiging van drugs | fabrication de drogues | Drogenherstellung | manufacture of drugs
  ICCS060123 | teelt van drugs | culture de drogues | Drogenanbau | cultivation of drugs
  ICCS060124 | misbruik van precursoren | détournement de précurseurs | Abzweigung von Grundstoffen | diversion of precursors
  ICCS060129 | overige drugsmisdrijven, niet voor eigen gebruik | autres infractions liées aux drogues, hors consommation personnelle | sonstige Rauschgiftdelikte, nicht zum Eigengebrauch | other unlawful acts involving drugs, not for personal consumption
  ICCS0701   | fraude | fraude | Betrug | fraud
  ICCS0703   | corruptie | corruption | Korruption | corruption
  ICCS07031  | omkoping | corruption active ou passive | Bestechung und Bestechlichkeit | bribery
  ICCS07032  | verduistering | détournement de fonds | Unterschlagung und Untreue | embezzlement
  ICCS07033  | misbruik van functie | abus de fonctions | Amtsmissbrauch | abuse of functions
  ICCS07034  | ongeoorloofde beïnvloeding | trafic d’influence | unerlaubte Einflussnahme | trading in influence
  ICCS07035  | onrechtmatige verrijking | enrichissement illicite | unerlaubte Bereicherung | illicit enrichment
  ICCS0704   | opbrengsten van misdrijven | produits du crime | Erträge aus Straftaten | acts involving the proceeds of crime
  ICCS07041  | witwassen | blanchiment de capitaux | Geldwäsche | money laundering
  ICCS07042  | illegale handel in cultuurgoederen | trafic illicite de biens culturels | illegaler Handel mit Kulturgütern | illicit trafficking in cultural property
  ICCS07049  | overige handelingen met opbrengsten van misdrijven | autres actes portant sur les produits du crime | sonstige Handlungen mit Erträgen aus Straftaten | other acts involving the proceeds of crime
  ICCS0903   | computercriminaliteit (tegen computersystemen) | atteintes aux systèmes informatiques | Straftaten gegen Computersysteme | acts against computer systems
  ICCS09051  | deelneming aan een criminele organisatie | participation à un groupe criminel organisé | Beteiligung an einer kriminellen Vereinigung | participation in an organised criminal group
`,
  5,
);

/**
 * What national statistics call the same offence. A word that takes in more (attempts, other acts) or less is none: it
 * belongs in a crosswalk, with how it relates.
 */
const synonyms: Readonly<Record<string, string>> = {
  ICCS0101:
    'homicides; homicides intentionnels; homicide volontaire; homicides volontaires; intentional homicides; opzettelijke levensberoving',
  ICCS0102:
    "tentatives d'homicide; tentative d'homicide; tentatives d'homicides; attempted homicide; attempted homicides",
  ICCS020221: 'ontvoeringen; enlèvements; Entführungen; kidnappings',
  ICCS0301: 'violences sexuelles',
  ICCS03011: 'verkrachtingen; viols; Vergewaltigungen; rapes',
  ICCS03012: 'aanrandingen; agressions sexuelles; sexual assaults',
  ICCS030221:
    'kinderporno; kinderpornografie; pornographie enfantine; Kinderpornographie; child sexual abuse material',
  ICCS0401: 'robberies; Raubdelikte; Raubstraftaten',
  ICCS0501: 'inbraken; cambriolages; Einbrüche; burglaries',
  ICCS05012:
    'woninginbraken; cambriolages de logement; cambriolages de logements; cambriolage de logement; Wohnungseinbrüche; residential burglary; residential burglaries',
  ICCS0502: 'diefstallen; Diebstähle; thefts',
  // Neither Opium Act nor stupéfiants nor Betäubungsmittel: precursors stand under other acts.
  ICCS0601:
    'drugsdelicten; infractions liées aux drogues; infractions liées aux stupéfiants; Drogendelikte; drug offences; drug-related offences',
  ICCS060121: 'handel in drugs; drugs trafficking',
  ICCS060122: 'drugsproductie; productie van drugs; production de drogues; drug production',
  ICCS060123: 'drugsteelt; drug cultivation',
  ICCS07041:
    'witwasmisdrijven; witwassen van geld; blanchiment; blanchiment d’argent; laundering of money',
  ICCS09051:
    'deelname aan een criminele organisatie; participation à une organisation criminelle; participation in a criminal organisation',
};

const codes: ReadonlySet<string | undefined> = new Set(rows.map(([code]) => code));

function parentOf(code: string): string | null {
  for (let end = code.length - 1; end > 'ICCS'.length; end -= 1) {
    if (codes.has(code.slice(0, end))) return code.slice(0, end);
  }
  return null;
}

/** Offences by ICCS code (UNODC, version 1.0): those Eurostat publishes, and the drug and money offences in full. */
export const offences: CodeList<Offence> = codeList(
  'offences',
  rows.map(([code = '', ...labels]) => ({
    code,
    label: textOf(labels),
    synonyms: furtherNames(textOf(labels), cellParts(synonyms[code])),
    aliases: [code.slice('ICCS'.length)],
    parent: parentOf(code),
  })),
);
