/** What may stand behind a figure that counts or weighs something: whole words only, as they are written. */
const measured =
  'kg|kgs|kilo|Kilo|kilos|kilograms?|kilogram(?:men)?|kilogrammes?|gram|grams|gramm?en|gramme|grammes|Gramm|gr|mg|ton|tons|tonnen|tonne|tonnes|Tonnen|TON|KG|GR|EUR|USD|GBP|CHF|eur|euro|euros|Euro|usd|dollars?|Dollar|liters?|litres?|Liter|lit|ml|cl|hl|ML|st|stk|ST|St\\.(?! \\p{Lu}\\p{Ll})|STK|stuks?|Stuck|pieces?|pcs|PCS|pillen|pilules?|pills?|Pillen|tabl?|tabletten|tablets?|Tabletten|comprimes?|compr|planten|plantes?|plants?|Pflanzen|sigaretten|cigarettes|Zigaretten|dozen|colis|cartons?|paletten?|pallets?|procent|percent|pct|Prozent|pour cent|inwoners?|habitants?|Einwohner|inhabitants|population|miljoen|million|millions|Million|Millionen|mln|mio|Mio|miljard|milliards?|Milliarden?|billion|teu|TEU|km|km2|m2|m3|cm|mm|ha|kWh|MWh|zendingen|envois|Sendungen|feiten|faits|Falle|meldingen|declarations?|transacties|transactions|Transaktionen|records?|rows|rijen|lignes|Zeilen';

/** One letter is a unit only where it is no initial: "l" yes, "L. Janssens" and "t. Peeters" no. */
const letterUnit = "[gtlm](?![\\p{L}\\d]|\\.? ?\\p{Lu}|')|[TL](?= *(?:$|[,;)]))";

const unitBehind = new RegExp(
  `^ ?(?:[€$£%‰]|(?:${measured})(?![\\p{L}\\d])(?!\\. \\p{Lu})|${letterUnit})`,
  'u',
);

/** What announces a figure of something else: money, amounts, references. Ends where the figure begins. */
const amounts =
  'eur|euro|usd|gbp|chf|dollar|kg|gram|ton|bedrag|bedragen|waarde|gewicht|nettogewicht|brutogewicht|aantal|totaal|som|omzet|montant|valeur|poids|nombre|total|somme|betrag|wert|gewicht|anzahl|summe|insgesamt|amount|value|weight|number of|sum|turnover';
const references =
  'zaak|zaken|zaaknr|zaaknummer|dossier|dossiernr|dossiernummer|pv|pvnr|pv-nr|pv-nummer|proces-verbaal|proces-verbaalnummer|proces verbal|proces-verbal|ref|referentie|reference|referenz|kenmerk|parketnr|parketnummer|notitienr|notitienummer|bvh|aktenzeichen|az|vorgang|vorgangsnummer|affaire|case|case no|invoice|factuur|factuurnr|factuurnummer|facture|rechnung|rechnungsnummer|rechnungsnr|container|containernr|containernummer|conteneur|zegel|seal|scelle|siegel|awb|mawb|hawb|b/l|bl|cmr|mrn|lrn|eori|btw|btw-nr|btw-nummer|tva|vat|ust|ust-id|ustid|kvk|kvk-nr|kvk-nummer|rsin|kbo|bce|ondernemingsnr|ondernemingsnummer|numero d.entreprise|siren|siret|rcs|hrb|duns|lei|ean|gtin|upc|sku|hs|hs-code|hs code|gn-code|gn code|cn-code|cn code|taric|nc|imo|mmsi|eni|imei|cas|isbn|issn|serienr|serienummer|numero de serie|seriennummer|serial|lot|batch|charge|partij|order|ordernr|ordernummer|bestelnummer|commande|tracking|track|zendingsnummer|colisnummer|artikel|artikelnr|artikelnummer|article|item|model|type|vlucht|flight|vol|flug|postcode|code postal|plz|zip|coord|coordinates|coordinaten|coordonnees|lat|lon|objectnr|registratienr|registratienummer|meldingsnr|meldingsnummer|incidentnr|incidentnummer|record|row|rij|regel|ligne|zeile|id-record';

const otherBefore = new RegExp(
  `(?:[€$£]|(?<![\\p{L}\\d])(?:${amounts}|${references}))(?: ?(?:nr|nrs|no|num|number|nummer|numero|n|code|van|de|du|von|of|is|was|est|ist)(?![\\p{L}\\d])){0,2}[ .:=#°(/'-]{0,4}$`,
  'iu',
);

/** Whether what follows a figure makes it a quantity. Takes plain writing, its case kept. */
export function isMeasured(after: string): boolean {
  return unitBehind.test(after);
}

/** Whether the words that end before a figure say that it is an amount or a reference. Takes plain writing. */
export function isAnnouncedOtherwise(before: string): boolean {
  return otherBefore.test(before);
}
