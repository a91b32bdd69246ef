import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { Metric } from '../observation.ts';

/** What is measured. */
export const metrics: CodeList<CodeEntry<Metric>> = wordList('metrics', {
  seizures: 'aantal inbeslagnames|nombre de saisies|Anzahl der Sicherstellungen|number of seizures',
  quantity: 'in beslag genomen hoeveelheid|quantité saisie|sichergestellte Menge|quantity seized',
  price: 'prijs|prix|Preis|price',
  purity: 'zuiverheid|pureté|Reinheit|purity',
  potency: 'werkzame stof per eenheid|teneur en principe actif|Wirkstoffgehalt|potency',
  offences: 'misdrijven|infractions|Straftaten|offences',
  suspects: 'verdachten|suspects|Tatverdächtige|suspects',
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
  treatment_entrants:
    'personen die in behandeling komen|entrées en traitement|Behandlungsaufnahmen|persons entering treatment',
});
