import { type CodeEntry, type CodeList, codeList } from '../code-list.ts';
import { textOf } from '../code-table.ts';
import { cellParts, tableRows } from '../table-rows.ts';

/** What an agency does. `police` takes in special investigation services; `team` joins several agencies. */
export type AgencyKind =
  | 'police'
  | 'customs'
  | 'prosecution'
  | 'team'
  | 'fiu'
  | 'asset_recovery'
  | 'administrative'
  | 'statistics'
  | 'monitoring'
  | 'international'
  | 'press'
  | 'abroad'
  | 'mixed'
  | 'unspecified';

/** Who counted. */
export interface Agency extends CodeEntry {
  /** ISO country, or null for bodies of several countries. */
  readonly country: string | null;
  readonly kind: AgencyKind;
  /** Whether it counts its own work, rather than passing on the figures of others. */
  readonly counts: boolean;
  /** Agencies it consists of or works with in one team. */
  readonly contains: readonly string[];
}

// code | country | kind | counts | contains | nl | fr | de | en | synonyms
const rows = tableRows(
  `
  BE_POL      | BE | police | counts | BE_POL_FED; BE_POL_LOC | Belgische politie | police belge | belgische Polizei | Belgian police | geïntegreerde politie; police intégrée; politie; police
  BE_POL_FED  | BE | police | counts | BE_FGP; BE_SPN | Federale Politie | Police fédérale | Föderale Polizei | Federal Police | FedPol; FPF
  BE_FGP      | BE | police | counts | | Federale Gerechtelijke Politie (FGP) | Police judiciaire fédérale (PJF) | Föderale Gerichtspolizei | Federal Judicial Police | FGP; PJF; FGP Oost-Vlaanderen; FGP Antwerpen
  BE_POL_LOC  | BE | police | counts | | lokale politie | police locale | lokale Polizei | local police |
  BE_SPN      | BE | police | counts | | Scheepvaartpolitie | Police de la navigation | Schifffahrtspolizei | Belgian Shipping Police | SPN
  BE_CUST     | BE | customs | counts | | Algemene Administratie der Douane en Accijnzen (AAD&A) | Administration générale des douanes et accises (AGD&A) | belgische Zoll- und Akzisenverwaltung | Belgian Customs and Excise | AAD&A; AGD&A; Algemene Administratie van de Douane en Accijnzen; Generalverwaltung Zoll und Akzisen; General Administration of Customs and Excise; Belgische douane; douane belge; FOD Financiën; SPF Finances; douane; customs; Zoll
  BE_OM       | BE | prosecution | counts | | Openbaar Ministerie (België) | ministère public (Belgique) | Staatsanwaltschaft (Belgien) | Public Prosecutor’s Office (Belgium) | OM; Openbaar Ministerie; ministère public; Staatsanwaltschaft; parket; parquet; prosecution service
  CTIF_CFI    | BE | fiu | counts | | Cel voor Financiële Informatieverwerking (CFI) | Cellule de traitement des informations financières (CTIF) | belgische Zentralstelle für Geldwäscheverdachtsmeldungen (CTIF-CFI) | Belgian Financial Intelligence Unit (CTIF-CFI) | CFI; CTIF; CTIF-CFI; antiwitwascel
  BE_COIV     | BE | asset_recovery | counts | | Centraal Orgaan voor de Inbeslagneming en de Verbeurdverklaring (COIV) | Organe central pour la saisie et la confiscation (OCSC) | belgische Zentralstelle für Sicherstellung und Einziehung (COIV/OCSC) | Central Office for Seizure and Confiscation (COIV/OCSC) | COIV; OCSC
  BE_ARIEC    | BE | administrative | | | Arrondissementeel Informatie- en Expertisecentrum (ARIEC) | Centre d’information et d’expertise d’arrondissement (CIEAR) | Informations- und Expertisezentrum des Bezirks (ARIEC) | District Information and Expertise Centre (ARIEC) | ARIEC; CIEAR
  BE_STATBEL  | BE | statistics | counts | | Statbel | Statbel | Statbel | Statbel |
  BE_CCB      | BE | administrative | counts | | Centrum voor Cybersecurity België (Safeonweb) | Centre pour la Cybersécurité Belgique (Safeonweb) | belgisches Zentrum für Cybersicherheit (Safeonweb) | Centre for Cybersecurity Belgium (Safeonweb) | CCB; Safeonweb
  BE_FEBELFIN | BE | monitoring | counts | | Febelfin (federatie van banken) | Febelfin (fédération des banques) | Febelfin (Bankenverband) | Febelfin (federation of banks) | Febelfin
  NL_POL      | NL | police | counts | NL_ZHP | Nationale Politie | Police nationale néerlandaise | niederländische Polizei | Netherlands Police | politie; police; Dutch police
  NL_ZHP      | NL | police | counts | | Zeehavenpolitie | Police des ports maritimes (Pays-Bas) | niederländische Seehafenpolizei | Seaport Police (Netherlands) | ZHP; Zeehavenpolitie Rotterdam; Seaport Police
  NL_KMAR     | NL | police | counts | | Koninklijke Marechaussee | Maréchaussée royale néerlandaise | Königliche Marechaussee | Royal Netherlands Marechaussee | KMar; marechaussee
  NL_CUST     | NL | customs | counts | | Douane (Nederland) | douane néerlandaise | niederländischer Zoll | Dutch Customs | Nederlandse douane; Douane Nederland; douane; customs; Zoll
  NL_FIOD     | NL | police | counts | | FIOD | Service néerlandais d’enquêtes fiscales (FIOD) | niederländische Steuerfahndung (FIOD) | Fiscal Intelligence and Investigation Service (FIOD) | Fiscale inlichtingen- en opsporingsdienst
  NL_OM       | NL | prosecution | counts | | Openbaar Ministerie (Nederland) | ministère public (Pays-Bas) | Staatsanwaltschaft (Niederlande) | Public Prosecution Service (Netherlands) | OM; Openbaar Ministerie; ministère public; Staatsanwaltschaft; prosecution service
  NL_CJIB     | NL | asset_recovery | counts | | Centraal Justitieel Incassobureau (CJIB) | Bureau central de recouvrement judiciaire des Pays-Bas (CJIB) | niederländische Zentralstelle für Justizinkasso (CJIB) | Dutch Central Judicial Collection Agency (CJIB) | CJIB
  NL_HARC     | NL | team | counts | NL_CUST; NL_FIOD; NL_ZHP; NL_OM | HARC-team | équipe HARC | HARC-Team | HARC team | HARC; Hit and Run Cargo-team; Hit and Run Cargo; HARC Rotterdam
  NL_HARP     | NL | team | counts | NL_CUST; NL_POL; NL_OM | HARP-team (post) | équipe HARP (poste) | HARP-Team (Post) | HARP team (post) | HARP; Hit and Run Post-team; Hit and Run Post
  FIU_NL      | NL | fiu | counts | | FIU-Nederland | CRF des Pays-Bas (FIU-Nederland) | niederländische FIU (FIU-Nederland) | FIU-the Netherlands | FIU NL; Financial Intelligence Unit Nederland
  NL_RIEC     | NL | administrative | | | Regionaal Informatie- en Expertisecentrum (RIEC) | Centre régional d’information et d’expertise (RIEC) | Regionales Informations- und Expertisezentrum (RIEC) | Regional Information and Expertise Centre (RIEC) | RIEC; RIEC-LIEC
  NL_CCV      | NL | administrative | | | Centrum voor Criminaliteitspreventie en Veiligheid (CCV) | Centre néerlandais de prévention de la criminalité (CCV) | niederländisches Zentrum für Kriminalprävention (CCV) | Dutch Centre for Crime Prevention and Safety (CCV) | CCV
  NL_CBS      | NL | statistics | counts | | Centraal Bureau voor de Statistiek (CBS) | Office central de statistique des Pays-Bas (CBS) | niederländisches Statistikamt (CBS) | Statistics Netherlands (CBS) | CBS
  NL_DIMS     | NL | monitoring | counts | | Drugs Informatie en Monitoring Systeem (DIMS) | système néerlandais de surveillance des drogues (DIMS) | niederländisches Drogen-Monitoring (DIMS) | Drugs Information and Monitoring System (DIMS) | DIMS; Trimbos; Trimbos-instituut
  NL_NVB      | NL | monitoring | counts | | Nederlandse Vereniging van Banken (NVB) | Association néerlandaise des banques (NVB) | niederländischer Bankenverband (NVB) | Dutch Banking Association (NVB) | NVB
  NL_FHD      | NL | monitoring | counts | | Fraudehelpdesk | Fraudehelpdesk (Pays-Bas) | Fraudehelpdesk (Niederlande) | Fraudehelpdesk (Netherlands) | Fraudehelpdesk
  LU_POL      | LU | police | counts | | Groothertogelijke Politie | Police grand-ducale | Großherzogliche Polizei | Grand Ducal Police | police; politie; police luxembourgeoise
  LU_CUST     | LU | customs | counts | | Luxemburgse douane en accijnzen (ADA) | Administration des douanes et accises (ADA) | luxemburgische Zoll- und Akzisenverwaltung (ADA) | Luxembourg Customs and Excise (ADA) | ADA; ACA; Zoll- und Verbrauchsteuerverwaltung; douane; customs; Zoll
  LU_PARQUET  | LU | prosecution | counts | | parket van Luxemburg | Parquet de Luxembourg | luxemburgische Staatsanwaltschaft | Luxembourg Public Prosecutor’s Office | parquet
  LU_BGA      | LU | asset_recovery | counts | | Luxemburgs bureau voor het beheer van in beslag genomen vermogen (BGA) | Bureau de gestion des avoirs (BGA) | luxemburgisches Büro für Vermögensverwaltung (BGA) | Luxembourg Asset Management Office (BGA) | BGA
  CRF_LU      | LU | fiu | counts | | Luxemburgse cel voor financiële inlichtingen (CRF) | Cellule de renseignement financier (CRF) | luxemburgische Zentralstelle für Geldwäscheverdachtsmeldungen (CRF) | Luxembourg Financial Intelligence Unit (CRF) | CRF
  LU_STATEC   | LU | statistics | counts | | STATEC | STATEC | STATEC | STATEC | Institut national de la statistique et des études économiques du Grand-Duché de Luxembourg
  LU_BEE      | LU | monitoring | counts | | BEE SECURE | BEE SECURE | BEE SECURE | BEE SECURE |
  FR_DOUANE   | FR | customs | counts | | Franse douane | Douane française | französischer Zoll | French Customs | DGDDI; Direction générale des douanes et droits indirects; douane; customs; Zoll
  FR_PN       | FR | police | counts | | Franse nationale politie | Police nationale (France) | französische Nationalpolizei | French National Police | police; PN
  FR_GN       | FR | police | counts | | Franse gendarmerie | Gendarmerie nationale | französische Gendarmerie | French National Gendarmerie | gendarmerie; GN
  FR_OFAST    | FR | team | counts | | Franse antidrugsdienst (OFAST) | Office anti-stupéfiants (OFAST) | französische Drogenbekämpfungsbehörde (OFAST) | French Anti-Narcotics Office (OFAST) | OFAST
  FR_SSMSI    | FR | statistics | counts | | statistische dienst van het Franse ministerie van Binnenlandse Zaken (SSMSI) | Service statistique ministériel de la sécurité intérieure (SSMSI) | Statistikdienst des französischen Innenministeriums (SSMSI) | Statistical Service of the French Ministry of the Interior (SSMSI) | SSMSI
  FR_TRACFIN  | FR | fiu | counts | | Tracfin (Frankrijk) | Tracfin | Tracfin (Frankreich) | Tracfin (France) |
  DE_BKA      | DE | police | counts | | Bundeskriminalamt (BKA) | Office fédéral de police criminelle (BKA) | Bundeskriminalamt (BKA) | Federal Criminal Police Office (BKA) | BKA; Bundeskriminalamt; Office fédéral de police criminelle; Federal Criminal Police Office
  DE_LKA_NRW  | DE | police | counts | | recherchedienst van Noordrijn-Westfalen (LKA NRW) | police criminelle de Rhénanie-du-Nord-Westphalie (LKA NRW) | Landeskriminalamt Nordrhein-Westfalen (LKA NRW) | State Criminal Police of North Rhine-Westphalia (LKA NRW) | LKA NRW; LKA Nordrhein-Westfalen; Landeskriminalamt NRW; Landeskriminalamt Nordrhein-Westfalen; LKA
  DE_ZOLL     | DE | customs | counts | | Duitse douane | douane allemande | deutscher Zoll | German Customs | Zoll; douane; customs; Zollfahndung
  DE_FIU      | DE | fiu | counts | | Duitse FIU | CRF allemande | Zentralstelle für Finanztransaktionsuntersuchungen (FIU) | German Financial Intelligence Unit | FIU Deutschland; FIU Germany
  EUROPOL     |    | international | | | Europol | Europol | Europol | Europol |
  EUROJUST    |    | international | | | Eurojust | Eurojust | Eurojust | Eurojust |
  EUDA        |    | international | | | Drugsagentschap van de Europese Unie (EUDA) | Agence de l’Union européenne sur les drogues (EUDA) | Drogenagentur der Europäischen Union (EUDA) | European Union Drugs Agency (EUDA) | EUDA; EMCDDA; EWDD; OEDT; EBDD
  EUROSTAT    |    | international | | | Eurostat | Eurostat | Eurostat | Eurostat |
  EUCPN       |    | international | | | Europees netwerk inzake criminaliteitspreventie (EUCPN) | Réseau européen de prévention de la criminalité (REPC) | Europäisches Netz für Kriminalprävention (ENKP) | European Crime Prevention Network (EUCPN) | EUCPN; REPC; ENKP
  ENAA        |    | international | | | Europees netwerk voor bestuurlijke aanpak (ENAA) | Réseau européen de l’approche administrative (ENAA) | Europäisches Netzwerk für den administrativen Ansatz (ENAA) | European Network on the Administrative Approach (ENAA) | ENAA
  UNODC       |    | international | | | VN-Bureau voor drugs en misdaad (UNODC) | Office des Nations unies contre la drogue et le crime (ONUDC) | Büro der Vereinten Nationen für Drogen- und Verbrechensbekämpfung (UNODC) | United Nations Office on Drugs and Crime (UNODC) | UNODC; ONUDC
  RAND        |    | monitoring | | | RAND Europe | RAND Europe | RAND Europe | RAND Europe | RAND
  WCO         |    | international | | | Werelddouaneorganisatie (WDO) | Organisation mondiale des douanes (OMD) | Weltzollorganisation (WZO) | World Customs Organization (WCO) | WDO; OMD; WZO
  INCB        |    | international | | | Internationaal Comité van toezicht op verdovende middelen (INCB) | Organe international de contrôle des stupéfiants (OICS) | Internationales Suchtstoffkontrollamt (INCB) | International Narcotics Control Board (INCB) | INCB; OICS
  BENELUX_SG  |    | international | | | Secretariaat-Generaal van de Benelux Unie | Secrétariat général de l’Union Benelux | Generalsekretariat der Benelux-Union | General Secretariat of the Benelux Union | Benelux; Benelux Unie
  EURIEC      |    | administrative | | | Euregionaal Informatie- en Expertisecentrum (EURIEC) | Centre eurégional d’information et d’expertise (EURIEC) | Euregionales Informations- und Expertisezentrum (EURIEC) | Euroregional Information and Expertise Centre (EURIEC) | EURIEC
  PRESS       |    | press | | | eigen telling van een krant | décompte propre d’un journal | eigene Zählung einer Zeitung | a newspaper’s own count | pers; presse; press; PZC press count
  ABROAD      |    | abroad | | | buitenlandse diensten | services étrangers | ausländische Behörden | agencies abroad |
  MIXED       |    | mixed | | | meerdere diensten samen | plusieurs services ensemble | mehrere Behörden gemeinsam | several agencies together |
  UNSPECIFIED |    | unspecified | | | dienst niet vermeld | service non précisé | Behörde nicht genannt | agency not stated |
`,
  10,
);

/** Names whose abbreviation stands behind them, without it: "Police judiciaire fédérale (PJF)". */
const spelledOut = (names: readonly (string | undefined)[]): readonly string[] =>
  names.flatMap((name = '') => {
    const [, full] = /^(.+) \([\p{Lu}&/-]{2,}\)$/u.exec(name) ?? [];
    return full ?? [];
  });

/**
 * Agencies that count, compile or print figures. Words that several countries use ("douane", "OM") are ambiguous.
 *
 * @example
 * ```ts
 * import { agencies } from '@samenbeeld/schema';
 * agencies.get('NL_HARC').contains // => ['NL_CUST', 'NL_FIOD', 'NL_ZHP', 'NL_OM']
 * agencies.get('PRESS').counts // => false
 * agencies.lookup('Douane').kind // => 'ambiguous'
 * ```
 */
export const agencies: CodeList<Agency> = codeList(
  'agencies',
  rows.map(([code = '', country, kind, counts, contains, nl, fr, de, en, synonyms]) => ({
    code,
    label: textOf([nl, fr, de, en]),
    synonyms: [...new Set([...cellParts(synonyms), ...spelledOut([nl, fr, de, en])])],
    country: country || null,
    kind: kind as AgencyKind,
    counts: counts === 'counts',
    contains: cellParts(contains),
  })),
  {
    customs: {},
    douane: {},
    ministerepublic: {},
    om: {},
    openbaarministerie: {},
    parquet: {},
    police: {},
    politie: {},
    prosecutionservice: {},
    staatsanwaltschaft: {},
    zoll: { de: 'DE_ZOLL' },
  },
);
