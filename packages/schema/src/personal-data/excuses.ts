import { substanceTable } from '../codes/substance-table.ts';
import { unitTable } from '../codes/unit-table.ts';
import { cellParts, tableRows } from '../table-rows.ts';
import { plainWriting } from './plain-writing.ts';

const listed = (words: string): readonly string[] => words.split(/[|\s]+/u).filter(Boolean);

/** Currencies of ISO 4217 and the best known beside it. */
const currencies = new Set(
  listed(
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTC BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB ETH EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USDT UYU UZS VED VES VND VUV WST XAF XCD XCG XMR XOF XPF YER ZAR ZMW ZWG DEM NLG BEF FRF LUF BFR HFL KR DM FR FL FB',
  ),
);
/** Codes of currencies that are words or names in small letters. */
const words = new Set(listed('all top try cup pen mad sos mop lak ang ron cop eth fr fl fb dm kr'));

/** Names of currencies; those that are given names count in small letters or capitals only. */
const currencyNames =
  'euro euros cent cents centen centimes eurocent eurocents dollar dollars pond ponden livres pfund pound pounds sterling frank franken franc francs gulden guldens florins guilders kroon kronen couronne couronnes krone kroner kronor kronur yen yuan renminbi roebel roebels rouble roubles rubel rubles lira lires liras zloty zlotys zlotych forint forints lei leva dirham dirhams dinar dinars rial riyal riyals peso pesos reais rand roepie roepies roupies rupien rupees shekel shekels baht won naira cedi shilling hryvnia bitcoin bitcoins ether satoshi tether stablecoins cash contanten contant especes liquide comptant bargeld munten biljetten bankbiljetten billets banknoten geldscheine banknotes miljoen million millions millionen mln mio mrd mld miljard miljarden milliard milliards milliarde milliarden billion billions biljoen duizend tausend thousand honderd hundert';

/** Goods, parcels and measures that no code list holds, in four languages. */
const goods =
  'kgs kilo kilos kilootje kiloton kilogrammen gr mgr microgram nanogram pond pounds lb lbs livres pfund oz onsen ounces unzen quintal quintaux kwintaal zentner carat karaat carats karat ton tonnetje tons tonnage pil pilletje pilletjes pillen tabletje tabletjes pastille pastilles capsule capsules kapsel kapseln capsuletjes ampul ampullen ampoule ampoules ampulle dosissen shot shots peuk peuken sigaret sigaretten sigarettenpeuken cigarette cigarettes zigarette zigaretten sigaar sigaren cigares zigarren cigars sloffen cartouches stangen joint joints stickies vapes puffs liquids plantjes hennepplant hennepplanten stekjes stekken setzlinge toppen bloemtoppen zaden zaadjes graines samenkorner seeds paddos paddestoelen pilze champignons mushrooms bolletjes boulettes kugeln pellets balletjes wikkels wikkel ponypacks zakjes zakken sachets sacs beutel tuten sacke bags baggies dozen doosjes boites cartons kartons schachteln boxes kisten caisses crates pakken pakjes pakketjes paquets packungen pakchen packs packets parcels pallets paletten palettes balen ballots ballen bales blokken pains blocs blocke bricks blocks briketten plakken plaques platten repen barres riegel flessen flesjes bouteilles flacons flaschen bottles blikken blikjes canettes dosen cans jerrycans bidons kanister vaten futs fasser drums barrels tonneaux conteneurs patronen kogels balles patrouen munitie rounds bullets cylinders cilinders gasflessen lachgascilinders bonbonnes ballonnen ballons ballonen voertuigen vehicules fahrzeuge vehicles stuks stuk stk st stuck pieces piece pcs pce unites unit units eenheden einheiten exemplaren exemplaires exemplare items artikelen articles artikel products produits produkte producten zegels timbres briefmarken stamps vellen feuilles blatter sheets rollen rouleaux rolls meter meters metres metern km kilometer kilometers kilometres cm mm ha hectare hectares hektar vierkante carres quadratmeter kubieke kubikmeter m2 m3 km2 kwh mwh gwh kw mw watt joule kj kcal liter liters litre litres ltr lit ml cl dl hl hectoliter hectolitres gallons byte bytes kb mb gb tb bits pixels teu procent percent pct prozent pourcent promille punten points punkte inwoners habitants einwohner inhabitants population bevolking bewoners residents burgers citoyens klanten clients kunden customers leden membres mitglieder members bezoekers visiteurs besucher visitors passagiers passagers passagiere passengers reizigers voyageurs reisende travellers huishoudens menages haushalte households feiten faits falle zaken affaires cas cases meldingen signalements declarations meldungen reports transacties transactions transaktionen betalingen paiements zahlungen payments overboekingen virements uberweisungen transfers zendingen envois sendungen shipments consignments records record rows rijen regels lignes zeilen lines bestanden fichiers dateien files paginas pages seiten berichten messages nachrichten oproepen appels anrufe views vues aufrufe hits clicks kliks volgers abonnes follower followers zoekopdrachten uur uren heures stunden hours dagen jours tage days weken semaines wochen weeks maanden mois monate months jaar jaren ans annees jahre years minuten minutes seconden secondes sekunden seconds keer times aandelen actions aktien shares controles kontrollen vluchten vols fluge flights schepen navires schiffe ships ritten trajets fahrten trips misdrijven delicten infractions straftaten offences offenses incidenten incidents aanhoudingen arrestations festnahmen arrests slachtoffers victimes opfer victims verdachten personen personnes people persons';

/** Of these longer words are made ("hennepplanten", "xtc-pillen"); what ends other words as well is not among them. */
const compounded =
  'pillen pilletjes tabletten tabletjes tablets pilules comprimes capsules kapseln ampullen planten plantjes pflanzen stekken stekjes stecklinge doses dosissen peuken sigaretten cigarettes zigaretten zaden zaadjes toppen zakjes zakken beutel dozen kisten pakjes pakken pakketten pakete packungen paletten flessen flesjes flaschen blikken blikjes dosen vaten fasser blokken patronen kogels zegels vellen rollen stuks kilo kilos kilogram liter euro euros dollar dollars kroner kronen kronor franken ponden voertuigen fahrzeuge meldingen zendingen sendungen transacties transaktionen rijen records controles kontrollen';
/** Abbreviations of one or two letters that stand for a measure and for nothing else. */
const short = new Set(
  listed('kg gr mg ml cl dl hl lb oz st km cm mm ha kb mb gb tb pc kw mw m2 m3'),
);

/** Units that name a person or one case: their plural counts, their singular may stand behind anybody's number. */
const single = new Set(
  listed(
    'letter case procedure victim suspect person arrest vehicle train bus investigation action offence control report file seizure transaction',
  ),
);
const asNames = new Set(
  listed('ton mark frank lira rand won lei rial tina mille samen opfer burger st'),
);

const folded = (name: string): string => plainWriting(name).toLowerCase();

interface Measures {
  readonly known: ReadonlySet<string>;
  /** Names of several words. */
  readonly phrases: RegExp;
  /** What ends or makes a longer word of such. */
  readonly endings: RegExp;
}

/** Words that count or weigh, of the code lists and beside them. */
function measuresOf(): Measures {
  // code | dimension | base | digits | exponent | symbol | nl | fr | de | en (singular; plural) | synonyms
  const ofUnits = tableRows(unitTable, 11).flatMap(([code = '', dimension = '', ...cells]) => {
    const [labels, synonyms] = [cells.slice(4, 8).map(cellParts), cellParts(cells[8])];
    if (single.has(code)) return labels.map(([name, plural]) => plural ?? name ?? '');
    return ['share', 'rate', 'potency'].includes(dimension)
      ? labels.flat()
      : [...labels.flat(), ...synonyms];
  });
  // code | nl | fr | de | en | group | units | parent | base factor | synonyms
  const ofDrugs = tableRows(substanceTable, 10).flatMap(([, ...row]) => {
    const cells = row.map(cellParts);
    const counted = !['kg', 'l', 'ml'].includes(cells[5]?.[0] ?? '');
    return counted
      ? [...cells.slice(0, 4).flat(), ...(cells[8] ?? [])].filter((name) => name.length > 3)
      : [];
  });
  const all = [...short, ...ofUnits, ...ofDrugs, ...listed(currencyNames), ...listed(goods)]
    .map((name) => folded(name).replace(/ \(.*/u, ''))
    .filter((name) => name.length > 2 || short.has(name))
    .filter((name) => !/^(?:trip|wit|cachet|pappe|stamp|item|unit|lot)$/u.test(name));
  return {
    known: new Set(all),
    phrases: new RegExp(
      `^ ?(?:${all
        .filter((name) => / /u.test(name))
        .map((name) => name.replace(/[^\p{L}\d ]/gu, '.'))
        .join('|')})(?![\\p{L}\\d])`,
      'u',
    ),
    endings: new RegExp(
      `\\p{L}['-]?(?:${listed(compounded).join('|')})$|^(?:milli|micro|nano|centi|deci|hecto|kilo|mega|giga)(?:gr|lit|met|ton|byte|watt)`,
      'u',
    ),
  };
}
let measures: Measures | undefined;

/** One letter is a unit only where it is no initial: "l" yes, "L. Janssens" and "t. Peeters" no. */
const letterUnit = /^ ?(?:[gtlm](?![\p{L}\d]|\.? ?\p{Lu}|')|[TL](?= *(?:$|[,;)]))|[kM]?[€$£¥%‰])/u;
const phraseBehind =
  /^[ ,(]{0,3}(?:(?:al(?:les)? )?(?:in|bij) totaal|in total|insgesamt|totaal|in (?:cash|bar)|(?:aan|en|in|an|contant|au|de) (?:contant(?:en|e)?|contant geld|cash|especes|liquide|comptant|bargeld|total|valeur|waarde|handelswaarde|straatwaarde)|(?:straat|markt|verkoop|handels)-?(?:waarde|wert)|waard|worth|wert|per (?:jaar|maand|kilo|kg|stuk|dag)|par (?:an|mois|kilo|kg)|pro (?:jahr|monat|kilo|kg)|a year|in (?:omloop|beslag)|x (?=\d))(?![\p{L}\d])/iu;
/** What may stand between a figure and what it counts. */
const adjectives =
  /^(?:[ ]?(?:illegale?s?|illegalen|illegaux|valse|fausse?s?|faux|falsche[nr]?|fake|namaak|nagemaakte|contrefaite?s?|gefalschte[nr]?|counterfeit|losse|hele|halve|kleine|grote|nieuwe|oude|lege|volle|gesmokkelde|geschmuggelte|smuggled|verboden|verdachte|suspecte?s?|gestolen|onveraccijnsde|unversteuerte|untaxed|buitenlandse|amerikaanse|zwitserse|engelse|britse|deense|zweedse|noorse|us|metric|metrieke|gewone|gemelde|nette|netto|net|bruto|brutto|gross) +){1,2}/iu;
const firstWord = /^ {0,2}-?(\p{L}[\p{L}\d²³]*(?:['/-][\p{L}\d]+)*)(\.?)/u;

/** Whether what follows a figure makes it a quantity. Takes plain writing, its case kept. */
export function isMeasured(after: string): boolean {
  if (letterUnit.test(after) || phraseBehind.test(after)) return true;
  if (countsBy(after)) return true;
  const rest = after.replace(adjectives, ' ');
  return rest !== after && countsBy(rest);
}

function countsBy(after: string): boolean {
  const [found, word = '', point = ''] = firstWord.exec(after) ?? [];
  if (found === undefined) return false;
  // "St. Niklaas", "Ton de Vries": a place, a person.
  const follows = after.slice(found.length);
  if (point !== '' && word.length <= 5 && /^ ?\p{Lu}\p{Ll}/u.test(follows)) return false;
  const lower = word.toLowerCase();
  const capital = /^\p{Lu}\p{Ll}/u.test(word);
  if (capital && asNames.has(lower) && !(lower === 'st' && point !== '')) return false;
  if (currencies.has(word) || (!words.has(lower) && word === lower && isCurrency(word)))
    return true;
  measures ??= measuresOf();
  const { known, endings, phrases } = measures;
  if (word.length <= 3 && capital && lower !== 'st')
    return /^(?:Kg|Gr|Mg|Ml|Cl|Stk|Pcs|Mio|Mrd)$/u.test(word);
  if (phrases.test(after.toLowerCase())) return true;
  return known.has(lower) || known.has(lower.replace(/\/.*$/u, '')) || endings.test(lower);
}

const isCurrency = (word: string): boolean => currencies.has(word.toUpperCase());

/** What announces a figure of something else: money, amounts, references. Ends where the figure begins. */
const amounts =
  'dollars?|euros?|kilos?|gram|ton|bedrag|bedragen|waarde|waard|gewicht|aantal|aantallen|totaal|som|omzet|opbrengst|winst|verlies|schade|boete|buit|kosten|prijs|budget|saldo|storting|contant|contanten|cash|montants?|valeur|poids|nombre|total|somme|prix|cout|benefice|pertes?|prejudice|amende|butin|recettes?|solde|betrag|wert|anzahl|summe|insgesamt|preis|umsatz|erlos|gewinn|verlust|schaden|bussgeld|geldbusse|beute|amount|value|weight|number of|sum|turnover|revenue|proceeds|profit|loss|damage|price|costs?|balance|worth|volume|inhoud|quantite|menge|quantity|hoeveelheid|geschat|geraamd|begroot|getaxeerd|estime[es]*|evalue[es]*|chiffre[es]*|geschatzt|beziffert|estimated|valued|goed voor|vangst van|kubikmeter';
const references =
  'zaak|zaken|dossier|pv|pv-nr|proces-verbaal|proces verbal|proces-verbal|ref|refs|referentie|reference|referenz|kenmerk|aktenzeichen|az|vorgang|affaire|case|invoice|factuur|facture|rechnung|container|conteneur|zegel|seal|scelle|siegel|awb|mawb|hawb|b/l|bl|cmr|mrn|lrn|eori|btw|tva|vat|ust|ust-id|ustid|kvk|rsin|kbo|bce|numero d.entreprise|siren|siret|rcs|hrb|duns|lei|ean|gtin|upc|sku|hs|gn|cn|taric|nc|imo|mmsi|eni|imei|cas|isbn|issn|serie|serial|lot|batch|charge|partij|order|bestelling|commande|bestellung|tracking|track|trace|zending|colis|artikel|article|item|model|modele|modell|type|vlucht|flight|vol|flug|postcode|code postal|plz|zip|coord|coordinates|coordinaten|coordonnees|lat|lon|record|row|rij|regel|ligne|zeile|boeking|reservering|reservation|buchung|booking|contract|contrat|vertrag|polis|ticket|transactie|transaction|transaktion|betaling|paiement|zahlung|payment|mededeling|communication|verwendungszweck|incident|notitie|notice|bvh|parket|proces|vracht|vrachtbrief|lading|connossement|konnossement|lettre de voiture|frachtbrief|waybill|aangifte|declaration|anmeldung|vergunning|licentie|lizenz|permit|certificaat|certificat|zertifikat|certificate|barcode|code-barres|strichcode|bestand|fichier|datei|file|pakket|paquet|paket|parcel|sleutel|cle|schlussel|key|hash|versie|version|build|code|codes|positie|bijlage|annexe|anlage|doc|document|beschikking|besluit|arret|vonnis|jugement|urteil|ecli|celex|doi|pmid|uuid|guid|beslag|voorwerp|object|sin|sealbag';
/** Ends of longer words that announce an amount or a reference ("straatwaarde", "polisnummer"). */
const endings =
  'waarde|waarden|bedrag|bedragen|gewicht|opbrengst|winst|prijs|kosten|schade|saldo|wert|betrag|preis|umsatz|summe|dossier|kenmerk|factuur|rechnung|zegel|siegel|code|volume|omzet|totaal|aantal';
/** A number of things or papers: of persons, telephones and cars it is looked at as such. */
const numbered =
  '(?<!persoons|burger|service|sofi|bsn|rijksregister|register|identificatie|identiteits|identifikations|national|sozialversicherungs|versicherten|steuer|kennziffer|mensen|klantbsn|bis|insz)(?:nummers?|nrs?|numero|number)';
const fillers =
  "nr|nrs|no|num|number|nummer|numero|n|id|code|van|de|het|een|du|des|von|of|is|was|est|ist|were|are|op|a|auf|at|on|om|ca|circa|ongeveer|ruim|bijna|meer|dan|minstens|zeker|totaal|in|boven|over|rond|environ|plus|pres|au|moins|quelque|rund|etwa|uber|fast|knapp|mehr|als|about|around|approximately|some|nearly|almost|more|than|least|tot|bis|to|jusqu'a|ter|waarde|d'une|valeur|im|wert|the|wordt|werd|geschat|geraamd|estime|estimee|evalue|evaluee|geschatzt|estimated|valued|totale|total|eur|euro|usd|gelijk|aan";

const otherBefore = new RegExp(
  `(?:[€$£¥]|(?<![\\p{L}\\d])(?:${amounts}|${references})|(?<=\\p{L}-?)(?:${endings})|(?<=\\p{L}-?)${numbered})(?:[ .:_'-]{0,3}(?:${fillers})(?![\\p{L}\\d])){0,5}[ .:=#°(/'_<>~-]{0,4}$`,
  'iu',
);
const currencyBefore = /(?<![\p{L}\d])([A-Z]{2,4}|[a-z]{3,4})[ .:=]{0,2}$/u;

/** Whether the words that end before a figure say that it is an amount or a reference. Takes plain writing. */
export function isAnnouncedOtherwise(before: string): boolean {
  const [, currency = ''] = currencyBefore.exec(before) ?? [];
  if (isCurrency(currency) && !words.has(currency)) return true;
  return otherBefore.test(before);
}
