import { textOf } from '../code-table.ts';
import { cellParts, tableRows } from '../table-rows.ts';
import { type PlaceEntry, type PlaceKind, plainPlace } from './place-entry.ts';

// code | kind | latitude | longitude | within | aliases | nl | fr | de | en | synonyms | note
const rows = tableRows(
  `
  BEGNE | port | 51.05   | 3.7167 | BE234 | BEEVM; BEZEL | Gent | Gand | Gent | Ghent | Gentse haven; North Sea Port Flanders; North Sea Port Vlaanderen; Evergem; Zelzate | takes in the canal banks at Evergem and Zelzate
  NLTNZ | port | 51.3333 | 3.8260 | NL341 | NLTER; NLSVG; NLSLU | Terneuzen | Terneuzen | Terneuzen | Terneuzen | Sas van Gent; Sluiskil | NLTER is in use for Terneuzen but is Terheijden in UN/LOCODE; UN/LOCODE puts it at 51°28′N, on the other bank: corrected to 51°20′N
  NLVLI | port | 51.45   | 3.7    | NL342 | NLBOR | Vlissingen | Flessingue | Vlissingen | Vlissingen | Flushing; Vlissingse haven; Vlissingen-Oost; Sloe; Sloehaven; Sloegebied; Borsele; Borssele; Borssele/Vlissingen | takes in Vlissingen-Oost (Sloe) in the municipality of Borsele
  NLMOE | port | 51.6833 | 4.5667 | NL411 | | Moerdijk | Moerdijk | Moerdijk | Moerdijk | | not in North Sea Port, although press figures lump it in
  NLRTM | port | 51.9167 | 4.5    | NL33 | | Rotterdam | Rotterdam | Rotterdam | Rotterdam | Rotterdamse haven; Maasvlakte |
  NLAMS | port | 52.4    | 4.8167 | NL32 | | Amsterdam | Amsterdam | Amsterdam | Amsterdam | |
  NLIJM | port | 52.4667 | 4.6    | NL32 | | IJmuiden | IJmuiden | IJmuiden | IJmuiden | Velsen; IJmuiden/Velsen |
  NLHZK | town | 51.5 | 4.7333 | NL411 | | Hazeldonk | Hazeldonk | Hazeldonk | Hazeldonk | Hazeldonk/Meer; grensovergang Hazeldonk; Grenzübergang Hazeldonk; poste-frontière de Hazeldonk; Hazeldonk border crossing | border crossing of the A16 and the E19; the joint control actions named after it are HAZELDONK
  NLSPL | airport | 52.31 | 4.76  | NL32 | | Schiphol | Schiphol | Schiphol | Schiphol | luchthaven Schiphol; Amsterdam Airport Schiphol | no coordinates in UN/LOCODE
  BEANR | port | 51.2167 | 4.4167 | BE2 | | Antwerpen | Anvers | Antwerpen | Antwerp | Antwerpse haven; Waaslandhaven; Waasland; linkeroever; rive gauche; Linkes Ufer; left bank; Beveren | both banks: the left bank lies in East Flanders, the province of Ghent
  BEZEE | port | 51.3333 | 3.2    | BE25 | | Zeebrugge | Zeebruges | Zeebrugge | Zeebrugge | |
  BEOST | port | 51.2    | 2.9167 | BE25 | | Oostende | Ostende | Ostende | Ostend | |
  BEBRU | port | 50.8333 | 4.3333 | BE1 | | Brussel | Bruxelles | Brüssel | Brussels | |
  BEZAV | airport | 50.8833 | 4.4667 | BE24 | | Zaventem | Zaventem | Zaventem | Zaventem | luchthaven Zaventem; Brussels Airport; aéroport de Zaventem; Brussel-Nationaal; Bruxelles-National |
  BELGG | port | 50.6333 | 5.5667 | BE33 | BEBST | Luik | Liège | Lüttich | Liège | Bierset; Liege Airport; Luik-Bierset | inland port and airport (Bierset)
  FRDKK | port | 51.0333 | 2.3833 | FRE | | Duinkerke | Dunkerque | Dünkirchen | Dunkirk | Duinkerken |
  FRLEH | port | 49.5    | 0.1    | FRD | | Le Havre | Le Havre | Le Havre | Le Havre | |
  DEHAM | port | 53.55   | 9.99   | DE6 | | Hamburg | Hambourg | Hamburg | Hamburg | Hamburger Hafen | no coordinates in UN/LOCODE 2019-2; from the sea-ports package (MIT)
  DEBRV | port | 53.54   | 8.58   | DE5 | | Bremerhaven | Bremerhaven | Bremerhaven | Bremerhaven | | no coordinates in UN/LOCODE 2019-2; from the sea-ports package (MIT)
  LUMRT | port | 49.7    | 6.4833 | | | Mertert | Mertert | Mertert | Mertert | |
  LULUX | town | 49.61   | 6.13   | | | Luxemburg (stad) | Luxembourg (ville) | Luxemburg (Stadt) | Luxembourg (city) | Luxemburg; Luxembourg; Luxembourg-Ville; Luxemburg-Stadt; stad Luxemburg; ville de Luxembourg; Luxembourg City | no coordinates in UN/LOCODE 2024-2
  LUFDL | airport | 49.6167 | 6.2  | | | Findel | Findel | Findel | Findel | luchthaven Luxemburg; aéroport de Luxembourg; Flughafen Luxemburg; Luxembourg Airport |
  ECGYE | port | -2.17  | -79.9  | | | Guayaquil | Guayaquil | Guayaquil | Guayaquil | |
  ECPBO | port | -3.27  | -79.98 | | | Puerto Bolívar | Puerto Bolívar | Puerto Bolívar | Puerto Bolívar | Puerto Bolívar (EC) | Ecuador; Colombia has a port of the same name (COPBO)
  COCTG | port | 10.39  | -75.48 | | | Cartagena | Carthagène des Indes | Cartagena | Cartagena | Cartagena de Indias | Colombia; Spain has a port of the same name (ESCAR)
  COSMR | port | 11.24  | -74.21 | | | Santa Marta | Santa Marta | Santa Marta | Santa Marta | |
  COBUN | port | 3.88   | -77.02 | | | Buenaventura | Buenaventura | Buenaventura | Buenaventura | |
  PECLL | port | -12.05 | -77.13 | | | Callao | Callao | Callao | Callao | El Callao |
  BRSSZ | port | -23.95 | -46.33 | | | Santos | Santos | Santos | Santos | |
  BRPNG | port | -25.52 | -48.5  | | | Paranaguá | Paranaguá | Paranaguá | Paranaguá | |
  PABLB | port | 8.96   | -79.56 | | | Balboa | Balboa | Balboa | Balboa | |
  PYASU | port | -25.27 | -57.67 | | | Asunción | Asunción | Asunción | Asunción | |
  CRLIO | port | 10     | -83.03 | | | Puerto Limón | Puerto Limón | Puerto Limón | Puerto Limón | Limón |
  CRMOB | port | 10     | -83.08 | | | Moín | Moín | Moín | Moín | |
  DOCAU | port | 18.42  | -69.63 | | | Caucedo | Caucedo | Caucedo | Caucedo | |
  SRPBM | port | 5.85   | -55.2  | | | Paramaribo | Paramaribo | Paramaribo | Paramaribo | |
  SLFNA | port | 8.47   | -13.23 | | | Freetown | Freetown | Freetown | Freetown | |
`,
  12,
);

/** A port with the word for one before its name, as offices write it: "port du Havre", "port d’Anvers", "port de Hambourg". */
function asPort([nl = '', fr = '', de = '', en = '']: readonly string[]): readonly string[] {
  const [, masculine] = /^Le (.+)$/u.exec(fr) ?? [];
  const french = masculine === undefined ? [`de ${fr}`] : [`du ${masculine}`];
  if (/^[aeiouyhâéèêîô]/iu.test(fr)) french.push(`d’${fr}`);
  return [
    ...[`haven ${nl}`, `haven van ${nl}`, ...french.map((name) => `port ${name}`)],
    ...[`Hafen ${de}`, `Hafen von ${de}`, `port of ${en}`],
  ];
}

/**
 * Ports, airports and towns by UN/LOCODE: those of the region, and overseas ports whose codes were checked.
 * Coordinates: UN/LOCODE 2019-2 and 2024-2 in Europe; overseas the sea-ports package (MIT), to two decimals.
 */
export const portPlaces: readonly PlaceEntry[] = rows.map(
  ([code = '', kind, latitude, longitude, within, aliases, nl, fr, de, en, synonyms, note]) => ({
    ...plainPlace,
    code,
    label: textOf([nl, fr, de, en]),
    synonyms: [
      ...cellParts(synonyms),
      ...(kind === 'port' ? asPort([nl, fr, de, en].map(String)) : []),
    ],
    aliases: cellParts(aliases),
    kind: kind as PlaceKind,
    country: code.slice(0, 2),
    latitude: latitude ? Number(latitude) : null,
    longitude: longitude ? Number(longitude) : null,
    within: cellParts(within),
    note: note || null,
  }),
);

/**
 * Zeebrugge, Schiphol and Findel: the ports and airports of the region whose bare name is that of no municipality or province, so
 * that beside them a bare name is of a port.
 *
 * @example
 * ```ts
 * import { portsOfNoTown } from '@samenbeeld/schema';
 * portsOfNoTown.has('BEZEE') // => true
 * portsOfNoTown.has('BEANR') // => false
 * ```
 */
export const portsOfNoTown: ReadonlySet<string> = new Set(['BEZEE', 'NLSPL', 'LUFDL']);
