import { textOf } from '../code-table.ts';
import { cellParts, tableRows } from '../table-rows.ts';
import { type PlaceEntry, plainPlace } from './place-entry.ts';

// code | within | national code | aliases | nl | fr | de | en | synonyms | note
const rows = tableRows(
  `
  BE1   |     |    | BE10 | Brussels Hoofdstedelijk Gewest | Région de Bruxelles-Capitale | Region Brüssel-Hauptstadt | Brussels-Capital Region | Brussels Gewest; Région bruxelloise |
  BE2   |     |    |      | Vlaams Gewest | Région flamande | Flämische Region | Flemish Region | Vlaanderen; Flandre; Flandern; Flanders |
  BE3   |     |    |      | Waals Gewest | Région wallonne | Wallonische Region | Walloon Region | Wallonië; Wallonien; Wallonia |
  BE21  | BE2 |    |      | provincie Antwerpen | province d’Anvers | Provinz Antwerpen | province of Antwerp | Antwerpen (provincie); Anvers (province); Prov. Antwerpen |
  BE22  | BE2 |    |      | Limburg (België) | Limbourg (Belgique) | Limburg (Belgien) | Limburg (Belgium) | Limburg; Limbourg; Prov. Limburg (BE) |
  BE23  | BE2 |    |      | Oost-Vlaanderen | Flandre-Orientale | Ostflandern | East Flanders | Prov. Oost-Vlaanderen | holds Ghent, and the left bank of the port of Antwerp
  BE24  | BE2 |    |      | Vlaams-Brabant | Brabant flamand | Flämisch-Brabant | Flemish Brabant | Prov. Vlaams-Brabant |
  BE25  | BE2 |    |      | West-Vlaanderen | Flandre-Occidentale | Westflandern | West Flanders | Prov. West-Vlaanderen |
  BE31  | BE3 |    |      | Waals-Brabant | Brabant wallon | Wallonisch-Brabant | Walloon Brabant | Prov. Brabant wallon |
  BE32  | BE3 |    |      | Henegouwen | Hainaut | Hennegau | Hainaut | Prov. Hainaut |
  BE33  | BE3 |    |      | provincie Luik | province de Liège | Provinz Lüttich | province of Liège | Luik (provincie); Liège (province); Prov. Liège |
  BE34  | BE3 |    |      | Luxemburg (Belgische provincie) | Luxembourg (province belge) | Luxemburg (belgische Provinz) | Luxembourg (Belgian province) | Luxemburg; Luxembourg; provincie Luxemburg; province de Luxembourg; Provinz Luxemburg; Prov. Luxembourg (BE); Luxembourg (province) |
  BE35  | BE3 |    |      | Namen | Namur | Namur | Namur | provincie Namen; province de Namur; Prov. Namur |
  BE234 | BE23 |   |      | arrondissement Gent | arrondissement de Gand | Arrondissement Gent | arrondissement of Ghent | Arr. Gent |
  NL11  |     |    |      | Groningen | Groningue | Groningen | Groningen | |
  NL12  |     |    |      | Friesland | Frise (Pays-Bas) | Friesland | Friesland | Fryslân; Friesland (NL) |
  NL13  |     |    |      | Drenthe | Drenthe | Drenthe | Drenthe | |
  NL21  |     |    |      | Overijssel | Overijssel | Overijssel | Overijssel | |
  NL22  |     |    |      | Gelderland | Gueldre | Gelderland | Gelderland | |
  NL23  |     |    |      | Flevoland | Flevoland | Flevoland | Flevoland | |
  NL31  |     |    |      | Utrecht | Utrecht | Utrecht | Utrecht | | NL35 in NUTS 2024
  NL32  |     |    |      | Noord-Holland | Hollande-Septentrionale | Nordholland | North Holland | |
  NL33  |     |    |      | Zuid-Holland | Hollande-Méridionale | Südholland | South Holland | | NL36 in NUTS 2024
  NL34  |     |    |      | Zeeland | Zélande | Zeeland | Zeeland | Provinz Seeland; Seeland |
  NL341 | NL34 |   |      | Zeeuws-Vlaanderen | Flandre zélandaise | Zeeuws Vlaanderen | Zeelandic Flanders | Zeeuwsch-Vlaanderen |
  NL342 | NL34 |   |      | Overig Zeeland | reste de la Zélande | übriges Zeeland | rest of Zeeland | |
  NL41  |     |    |      | Noord-Brabant | Brabant-Septentrional | Nordbrabant | North Brabant | |
  NL411 | NL41 |   |      | West-Noord-Brabant | ouest du Brabant-Septentrional | westliches Nordbrabant | West North Brabant | West-Brabant |
  NL42  |     |    |      | Limburg (Nederland) | Limbourg (Pays-Bas) | Limburg (Niederlande) | Limburg (Netherlands) | Limburg; Limbourg; Limburg (NL) |
  DE1   |     | 08 |      | Baden-Württemberg | Bade-Wurtemberg | Baden-Württemberg | Baden-Württemberg | |
  DE2   |     | 09 |      | Beieren | Bavière | Bayern | Bavaria | |
  DE3   |     | 11 | DE30 | Berlijn | Berlin | Berlin | Berlin | |
  DE4   |     | 12 | DE40 | Brandenburg | Brandebourg | Brandenburg | Brandenburg | |
  DE5   |     | 04 | DE50 | Bremen | Brême | Bremen | Bremen | |
  DE6   |     | 02 | DE60 | Hamburg (deelstaat) | Hambourg (Land) | Hamburg (Land) | Hamburg (state) | Hamburg; Hambourg |
  DE7   |     | 06 |      | Hessen | Hesse | Hessen | Hesse | |
  DE8   |     | 13 | DE80 | Mecklenburg-Voor-Pommeren | Mecklembourg-Poméranie-Occidentale | Mecklenburg-Vorpommern | Mecklenburg-Western Pomerania | |
  DE9   |     | 03 |      | Nedersaksen | Basse-Saxe | Niedersachsen | Lower Saxony | |
  DEA   |     | 05 |      | Noordrijn-Westfalen | Rhénanie-du-Nord-Westphalie | Nordrhein-Westfalen | North Rhine-Westphalia | NRW; NW; Land NRW; Land Nordrhein-Westfalen |
  DEB   |     | 07 |      | Rijnland-Palts | Rhénanie-Palatinat | Rheinland-Pfalz | Rhineland-Palatinate | |
  DEC   |     | 10 | DEC0 | Saarland | Sarre | Saarland | Saarland | |
  DED   |     | 14 |      | Saksen | Saxe | Sachsen | Saxony | |
  DEE   |     | 15 | DEE0 | Saksen-Anhalt | Saxe-Anhalt | Sachsen-Anhalt | Saxony-Anhalt | |
  DEF   |     | 01 | DEF0 | Sleeswijk-Holstein | Schleswig-Holstein | Schleswig-Holstein | Schleswig-Holstein | |
  DEG   |     | 16 | DEG0 | Thüringen | Thuringe | Thüringen | Thuringia | |
  FR1   |     | 11 | FR10 | Île-de-France | Île-de-France | Île-de-France | Île-de-France | |
  FRB   |     | 24 | FRB0 | Centre-Val de Loire | Centre-Val de Loire | Centre-Val de Loire | Centre-Val de Loire | |
  FRC   |     | 27 |      | Bourgogne-Franche-Comté | Bourgogne-Franche-Comté | Burgund-Franche-Comté | Bourgogne-Franche-Comté | |
  FRD   |     | 28 |      | Normandië | Normandie | Normandie | Normandy | |
  FRE   |     | 32 |      | Hauts-de-France | Hauts-de-France | Hauts-de-France | Hauts-de-France | |
  FRE1  | FRE |    |      | Nord-Pas-de-Calais | Nord-Pas-de-Calais | Nord-Pas-de-Calais | Nord-Pas-de-Calais | |
  FRF   |     | 44 |      | Grand Est | Grand Est | Grand Est | Grand Est | |
  FRG   |     | 52 | FRG0 | Pays de la Loire | Pays de la Loire | Pays de la Loire | Pays de la Loire | |
  FRH   |     | 53 | FRH0 | Bretagne | Bretagne | Bretagne | Brittany | |
  FRI   |     | 75 |      | Nouvelle-Aquitaine | Nouvelle-Aquitaine | Nouvelle-Aquitaine | Nouvelle-Aquitaine | |
  FRJ   |     | 76 |      | Occitanië | Occitanie | Okzitanien | Occitania | |
  FRK   |     | 84 |      | Auvergne-Rhône-Alpes | Auvergne-Rhône-Alpes | Auvergne-Rhône-Alpes | Auvergne-Rhône-Alpes | |
  FRL   |     | 93 | FRL0 | Provence-Alpes-Côte d’Azur | Provence-Alpes-Côte d’Azur | Provence-Alpes-Côte d’Azur | Provence-Alpes-Côte d’Azur | PACA |
  FRM   |     | 94 | FRM0 | Corsica | Corse | Korsika | Corsica | |
  FRY1  |     | 01 | GP   | Guadeloupe | Guadeloupe | Guadeloupe | Guadeloupe | |
  FRY2  |     | 02 | MQ   | Martinique | Martinique | Martinique | Martinique | |
  FRY3  |     | 03 | GF   | Frans-Guyana | Guyane | Französisch-Guayana | French Guiana | Guyane française |
  FRY4  |     | 04 | RE   | Réunion | La Réunion | Réunion | Réunion | |
  FRY5  |     | 06 | YT   | Mayotte | Mayotte | Mayotte | Mayotte | |
  UKC-L |     |    |      | Engeland en Wales | Angleterre et pays de Galles | England und Wales | England and Wales | |
  UKM   |     |    |      | Schotland | Écosse | Schottland | Scotland | |
  UKN   |     |    |      | Noord-Ierland | Irlande du Nord | Nordirland | Northern Ireland | |
`,
  10,
);

/**
 * Regions by NUTS 2021: Länder, French regions (with the two-digit INSEE code as national code), Belgian regions and
 * provinces, Dutch provinces, and the NUTS 3 areas of the ports. UKC-L is Eurostat's code for England and Wales.
 */
export const regionPlaces: readonly PlaceEntry[] = rows.map(
  ([code = '', within, nationalCode, aliases, nl, fr, de, en, synonyms, note]) => ({
    ...plainPlace,
    code,
    label: textOf([nl, fr, de, en]),
    synonyms: cellParts(synonyms),
    aliases: cellParts(aliases),
    kind: 'region' as const,
    country: code.startsWith('UK') ? 'GB' : code.slice(0, 2),
    within: cellParts(within),
    nutsVersion: '2021',
    nationalCode: nationalCode || null,
    note: note || null,
  }),
);
