import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import { foldText } from '../fold-text.ts';
import type { Metric } from '../observation.ts';
import { ownValue } from '../own-value.ts';

/** What is measured. */
export const metrics: CodeList<CodeEntry<Metric>> = wordList('metrics', {
  seizures: 'aantal inbeslagnames|nombre de saisies|Anzahl der Sicherstellungen|number of seizures',
  quantity: 'in beslag genomen hoeveelheid|quantité saisie|sichergestellte Menge|quantity seized',
  price: 'prijs|prix|Preis|price',
  purity: 'zuiverheid|pureté|Reinheit|purity',
  potency: 'werkzame stof per eenheid|teneur en principe actif|Wirkstoffgehalt|potency',
  offences: 'misdrijven|infractions|Straftaten|offences',
  suspects:
    'verdachten|suspects|Tatverdächtige|suspects|persons arrested/suspected/cautioned; persons arrested or suspected; persons suspected; persons brought into formal contact with the police; mis en cause; geregistreerde verdachten',
  persons_checked:
    'gecontroleerde personen|personnes contrôlées|kontrollierte Personen|persons checked',
  vehicles_checked:
    'gecontroleerde voertuigen|véhicules contrôlés|kontrollierte Fahrzeuge|vehicles checked',
  trains_checked: 'gecontroleerde treinen|trains contrôlés|kontrollierte Züge|trains checked',
  buses_checked: 'gecontroleerde bussen|autocars contrôlés|kontrollierte Busse|buses checked',
  persons_with_drugs:
    'personen met drugs|personnes en possession de drogues|Personen mit Drogen|persons with drugs',
  under_influence:
    'bestuurders onder invloed|conducteurs sous influence|Fahrer unter Einfluss|drivers under influence',
  vehicles_seized:
    'in beslag genomen voertuigen|véhicules saisis|sichergestellte Fahrzeuge|vehicles seized',
  staff: 'ingezet personeel|personnel engagé|eingesetztes Personal|staff deployed',
  arrests: 'aanhoudingen|arrestations|Festnahmen|arrests',
  cash: 'in beslag genomen contant geld|argent liquide saisi|sichergestelltes Bargeld|cash seized',
  weapons: 'in beslag genomen wapens|armes saisies|sichergestellte Waffen|weapons seized',
  str_reports:
    'bij de FIU ontvangen meldingen|déclarations reçues par la CRF|bei der FIU eingegangene Meldungen|reports received by the FIU|suspicious transaction reports; reports received; ontvangen meldingen; déclarations de soupçon; Verdachtsmeldungen',
  str_transactions:
    'verdachte transacties|transactions suspectes|verdächtige Transaktionen|suspicious transactions',
  unusual_transactions:
    'ongebruikelijke transacties|transactions inhabituelles|ungewöhnliche Transaktionen|unusual transactions',
  fiu_files: 'doorgemelde dossiers|dossiers transmis|weitergeleitete Akten|files passed on',
  fiu_value:
    'bedrag in doorgemelde dossiers|montant des dossiers transmis|Betrag der weitergeleiteten Akten|value of files passed on',
  assets_seized: 'in beslag genomen vermogen|avoirs saisis|sichergestelltes Vermögen|assets seized',
  assets_confiscated:
    'verbeurdverklaard of ontnomen vermogen|avoirs confisqués|eingezogenes Vermögen|assets confiscated',
  assets_recovered: 'geïnd vermogen|avoirs recouvrés|vereinnahmtes Vermögen|assets recovered',
  assets_held:
    'vermogen onder beslag of beheer|avoirs sous saisie ou gestion|beschlagnahmtes oder verwaltetes Vermögen|assets under seizure or management',
  assets_sold: 'verkocht vermogen|avoirs vendus|verkauftes Vermögen|assets sold',
  darknet_sales:
    'omzet op darknetmarkten|ventes sur des marchés du darknet|Umsatz auf Darknet-Märkten|sales on darknet markets',
  listings: 'aanbiedingen|annonces|Angebote|listings',
  vendors: 'verkopers|vendeurs|Verkäufer|vendors',
  controls: 'controles|contrôles|Kontrollen|controls',
  scans: 'gescande containers|conteneurs scannés|gescannte Container|containers scanned',
  port_calls: 'scheepsaanlopen|escales|Schiffsanläufe|port calls',
  teu: 'containeroverslag (TEU)|trafic de conteneurs (EVP)|Containerumschlag (TEU)|container throughput (TEU)',
  tonnes:
    'goederenoverslag (ton)|trafic de marchandises (tonnes)|Güterumschlag (Tonnen)|cargo throughput (tonnes)',
  population: 'inwoners|habitants|Einwohner|inhabitants',
  dwellings: 'woningen|logements|Wohnungen|dwellings',
  wastewater_load:
    'resten in rioolwater|résidus dans les eaux usées|Rückstände im Abwasser|residues in wastewater',
  reports: 'meldingen|signalements|Meldungen|reports',
  fraud_cases: 'fraudegevallen|cas de fraude|Betrugsfälle|cases of fraud',
  losses: 'schade|pertes|Schaden|losses',
  firm_costs:
    'kosten voor bedrijven|coûts pour les entreprises|Kosten für Unternehmen|costs for firms',
  treatment_entrants:
    'personen die in behandeling komen|entrées en traitement|Behandlungsaufnahmen|persons entering treatment',
});

/** Metrics that headings and sentences have words for. */
type Worded =
  | 'cash'
  | 'vehicles_checked'
  | 'persons_with_drugs'
  | 'persons_checked'
  | 'under_influence'
  | 'scans'
  | 'listings'
  | 'vendors'
  | 'vehicles_seized'
  | 'weapons'
  | 'assets_confiscated'
  | 'assets_recovered'
  | 'assets_seized'
  | 'arrests'
  | 'treatment_entrants';

/**
 * What headings and sentences call some metrics, apart by "|". Words are no names of a code: a label that holds one ("stock_cash")
 * need not be of that metric.
 */
export const metricWords: Readonly<Record<Worded, string>> = {
  cash: 'cash|cash seized|contant geld|argent liquide|argent saisi|numéraire|Bargeld|espèces saisies|contanten|espèces',
  vehicles_checked:
    'gecontroleerde voertuigen|voertuigen gecontroleerd|véhicules contrôlés|contrôles de véhicules|kontrollierte Fahrzeuge|Fahrzeuge kontrolliert|überprüfte Fahrzeuge|vehicles checked|checked vehicles|vehicles controlled|vehicles inspected|vehicles stopped|vehicles searched|searched vehicles|doorzochte voertuigen|véhicules fouillés|durchsuchte Fahrzeuge',
  persons_with_drugs:
    'personen met drugs|personnes avec stupéfiants|personnes avec drogues|personnes en possession de drogues|personnes en possession de stupéfiants|Personen mit Drogen|Personen mit Betäubungsmitteln|Personen mit Rauschgift|persons with drugs|people with drugs|persons carrying drugs',
  persons_checked:
    'gecontroleerde personen|personen gecontroleerd|personnes contrôlées|kontrollierte Personen|Personen kontrolliert|überprüfte Personen|persons checked|people checked|persons controlled|persons stopped|persons searched|people searched|doorzochte personen|gefouilleerde personen|personnes fouillées|durchsuchte Personen',
  under_influence:
    'bestuurders onder invloed|rijden onder invloed|conducteurs sous influence|conduite sous influence|Fahrer unter Einfluss|Fahren unter Drogen|drivers under influence|drivers under the influence|under the influence',
  scans:
    'gescande containers|containers gescand|conteneurs scannés|gescannte Container|durchleuchtete Container|containers scanned|scanned containers',
  listings:
    'aanbiedingen|aantal aanbiedingen|advertenties|aantal advertenties|annonces|nombre d’annonces|Angebote|Anzahl Angebote|Inserate|listings|number of listings',
  vendors:
    'verkopers|aantal verkopers|vendeurs|nombre de vendeurs|Verkäufer|Anzahl Verkäufer|vendors|number of vendors',
  vehicles_seized:
    'vehicles seized|seized vehicles|voertuigen in beslag genomen|in beslag genomen voertuigen|véhicules saisis|sichergestellte Fahrzeuge|Fahrzeuge sichergestellt',
  weapons:
    'weapons seized|firearms seized|in beslag genomen wapens|in beslag genomen vuurwapens|armes saisies|armes à feu saisies|sichergestellte Waffen',
  assets_confiscated:
    'assets confiscated|confiscated assets|value confiscated|avoirs confisqués|biens confisqués|ontnomen vermogen|verbeurdverklaard vermogen|verbeurdverklaarde goederen|eingezogenes Vermögen|eingezogene Vermögenswerte',
  assets_recovered:
    'assets recovered|recovered assets|amount recovered|avoirs recouvrés|montant recouvré|geïnd vermogen|geïnd bedrag|geïncasseerd vermogen|geïncasseerd bedrag|vereinnahmtes Vermögen',
  assets_seized:
    'assets seized|seized assets|avoirs saisis|biens saisis|beslagen vermogen|in beslag genomen vermogen|sichergestelltes Vermögen|beschlagnahmte Vermögenswerte|gesicherte Vermögenswerte',
  arrests:
    'aanhoudingen|arrestaties|arrestations|interpellations|Festnahmen|arrests|aangehouden verdachten|aangehouden personen|suspects interpellés|suspects arrêtés|personnes interpellées|personnes arrêtées|festgenommene Tatverdächtige|festgenommene Personen|arrested suspects|suspects arrested|arrested persons',
  treatment_entrants:
    'treatment entrants|all entrants|all treatment entrants|entering treatment|treatment demand|treatment demands|entrants en traitement|entrées en traitement|demandes de traitement|behandelaanvragen|in behandeling gekomen|Behandlungsaufnahmen|Behandlungsbeginne',
};

const named: ReadonlyMap<string, string> = new Map(
  Object.entries(metricWords).flatMap(([code, words]) =>
    words.split('|').map((name) => [foldText(name), code] as const),
  ),
);

/**
 * The metric that words of a sentence name in passing; null where they name none. For labels of a file `metrics.lookup` is asked.
 *
 * @example
 * ```ts
 * import { metricNamed } from '@samenbeeld/schema';
 * metricNamed('contant geld') // => 'cash'
 * metricNamed('stock_cash') // => null
 * ```
 */
export const metricNamed = (text: string): string | null => named.get(foldText(text)) ?? null;

/** What a figure of assets is: seized in a period, held on a day, ordered by a court, fetched by a sale, or paid in. */
export type AssetKind = 'flow' | 'stock' | 'order' | 'sale' | 'collection';

/** The kinds of figures of assets, in the order in which a case may give rise to them. */
export const assetKinds: CodeList<CodeEntry<AssetKind>> = wordList('assetKinds', {
  flow: 'stroom: wat in een periode in beslag werd genomen|flux : ce qui a été saisi au cours d’une période|Strom: was in einem Zeitraum sichergestellt wurde|flow: what was seized in a period',
  stock:
    'stand: wat op een dag onder beslag of beheer was|stock : ce qui était sous saisie ou gestion à une date|Bestand: was an einem Tag unter Beschlag oder Verwaltung war|stock: what was under seizure or management on a day',
  order:
    'bevel: wat is ontnomen of verbeurdverklaard|décision : ce qui a été confisqué|Anordnung: was eingezogen wurde|order: what was confiscated, or ordered to be',
  sale: 'verkoop: wat verkochte goederen opbrachten|vente : ce qu’ont rapporté les biens vendus|Verkauf: was verkaufte Güter einbrachten|sale: what goods fetched that were sold',
  collection:
    'inning: wat in een periode werd betaald|recouvrement : ce qui a été payé au cours d’une période|Einnahme: was in einem Zeitraum bezahlt wurde|collection: what was paid in over a period',
});

const kindOfAssets: Readonly<Partial<Record<Metric, AssetKind>>> = {
  assets_seized: 'flow',
  assets_held: 'stock',
  assets_confiscated: 'order',
  assets_sold: 'sale',
  assets_recovered: 'collection',
};

/**
 * Which kind of figure of assets a metric is; null for metrics of anything else. Kinds share no axis, no sum and no rate: what is
 * collected in a year comes from orders of other years, and what is held on a day is no amount of any year.
 *
 * @example
 * ```ts
 * import { assetKind } from '@samenbeeld/schema';
 * assetKind('assets_held') // => 'stock'
 * assetKind('quantity') // => null
 * ```
 */
export function assetKind(metric: string): AssetKind | null {
  return ownValue(kindOfAssets as Readonly<Record<string, AssetKind>>, metric) ?? null;
}
