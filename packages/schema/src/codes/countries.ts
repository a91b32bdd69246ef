import { type CodeList, codeList } from '../code-list.ts';
import { textOf } from '../code-table.ts';
import { cellParts, tableRows } from '../table-rows.ts';
import { type PlaceEntry, plainPlace } from './place-entry.ts';

// code | nl | fr | de | en | aliases | synonyms
const rows = tableRows(
  `
  AD | Andorra | Andorre | Andorra | Andorra |  |
  AE | Verenigde Arabische Emiraten | Émirats arabes unis | Vereinigte Arabische Emirate | United Arab Emirates |  | UAE
  AF | Afghanistan | Afghanistan | Afghanistan | Afghanistan |  |
  AG | Antigua en Barbuda | Antigua-et-Barbuda | Antigua und Barbuda | Antigua and Barbuda |  |
  AI | Anguilla | Anguilla | Anguilla | Anguilla |  |
  AL | Albanië | Albanie | Albanien | Albania |  |
  AM | Armenië | Arménie | Armenien | Armenia |  |
  AO | Angola | Angola | Angola | Angola |  |
  AQ | Antarctica | Antarctique | Antarktis | Antarctica |  |
  AR | Argentinië | Argentine | Argentinien | Argentina |  |
  AS | Amerikaans-Samoa | Samoa américaines | Amerikanisch-Samoa | American Samoa |  |
  AT | Oostenrijk | Autriche | Österreich | Austria |  |
  AU | Australië | Australie | Australien | Australia |  |
  AW | Aruba | Aruba | Aruba | Aruba |  |
  AX | Åland | Îles Åland | Ålandinseln | Åland Islands |  |
  AZ | Azerbeidzjan | Azerbaïdjan | Aserbaidschan | Azerbaijan |  |
  BA | Bosnië en Herzegovina | Bosnie-Herzégovine | Bosnien und Herzegowina | Bosnia and Herzegovina |  | Bosnia-Herzegovina; Bosnie-et-Herzégovine; Bosnien-Herzegowina; Bosnië-Herzegovina
  BB | Barbados | Barbade | Barbados | Barbados |  |
  BD | Bangladesh | Bangladesh | Bangladesch | Bangladesh |  |
  BE | België | Belgique | Belgien | Belgium |  | Belgie
  BF | Burkina Faso | Burkina Faso | Burkina Faso | Burkina Faso |  |
  BG | Bulgarije | Bulgarie | Bulgarien | Bulgaria |  |
  BH | Bahrein | Bahreïn | Bahrain | Bahrain |  |
  BI | Burundi | Burundi | Burundi | Burundi |  |
  BJ | Benin | Bénin | Benin | Benin |  |
  BL | Saint-Barthélemy | Saint-Barthélemy | St. Barthélemy | St. Barthélemy |  |
  BM | Bermuda | Bermudes | Bermuda | Bermuda |  |
  BN | Brunei | Brunei | Brunei Darussalam | Brunei |  |
  BO | Bolivia | Bolivie | Bolivien | Bolivia |  | Bolivia (Plurinational State of)
  BQ | Caribisch Nederland | Pays-Bas caribéens | Karibische Niederlande | Caribbean Netherlands |  |
  BR | Brazilië | Brésil | Brasilien | Brazil |  |
  BS | Bahama’s | Bahamas | Bahamas | Bahamas |  |
  BT | Bhutan | Bhoutan | Bhutan | Bhutan |  |
  BV | Bouveteiland | Île Bouvet | Bouvetinsel | Bouvet Island |  |
  BW | Botswana | Botswana | Botsuana | Botswana |  |
  BY | Belarus | Biélorussie | Belarus | Belarus |  | Wit-Rusland; Weißrussland
  BZ | Belize | Belize | Belize | Belize |  |
  CA | Canada | Canada | Kanada | Canada |  |
  CC | Cocoseilanden | Îles Cocos | Kokosinseln | Cocos (Keeling) Islands |  |
  CD | Democratische Republiek Congo | République démocratique du Congo | Demokratische Republik Kongo | Democratic Republic of the Congo |  | Congo-Kinshasa
  CF | Centraal-Afrikaanse Republiek | République centrafricaine | Zentralafrikanische Republik | Central African Republic |  |
  CG | Republiek Congo | République du Congo | Republik Kongo | Republic of the Congo |  | Congo-Brazzaville
  CH | Zwitserland | Suisse | Schweiz | Switzerland |  |
  CI | Ivoorkust | Côte d’Ivoire | Côte d’Ivoire | Côte d’Ivoire |  | Elfenbeinküste; Ivory Coast
  CK | Cookeilanden | Îles Cook | Cookinseln | Cook Islands |  |
  CL | Chili | Chili | Chile | Chile |  |
  CM | Kameroen | Cameroun | Kamerun | Cameroon |  |
  CN | China | Chine | China | China |  |
  CO | Colombia | Colombie | Kolumbien | Colombia |  |
  CR | Costa Rica | Costa Rica | Costa Rica | Costa Rica |  |
  CU | Cuba | Cuba | Kuba | Cuba |  |
  CV | Kaapverdië | Cap-Vert | Cabo Verde | Cape Verde |  |
  CW | Curaçao | Curaçao | Curaçao | Curaçao |  | Curacao
  CX | Christmaseiland | Île Christmas | Weihnachtsinsel | Christmas Island |  |
  CY | Cyprus | Chypre | Zypern | Cyprus |  |
  CZ | Tsjechië | Tchéquie | Tschechien | Czechia |  | Tsjechische Republiek; République tchèque; Tschechische Republik; Czech Republic
  DE | Duitsland | Allemagne | Deutschland | Germany |  | Bondsrepubliek Duitsland; Bundesrepublik Deutschland; Deutschland gesamt; Bund; Bund insgesamt; Bundesgebiet; Bundesgebiet insgesamt; Germany (until 1990 former territory of the FRG)
  DJ | Djibouti | Djibouti | Dschibuti | Djibouti |  |
  DK | Denemarken | Danemark | Dänemark | Denmark |  |
  DM | Dominica | Dominique | Dominica | Dominica |  |
  DO | Dominicaanse Republiek | République dominicaine | Dominikanische Republik | Dominican Republic |  |
  DZ | Algerije | Algérie | Algerien | Algeria |  |
  EC | Ecuador | Équateur | Ecuador | Ecuador |  |
  EE | Estland | Estonie | Estland | Estonia |  |
  EG | Egypte | Égypte | Ägypten | Egypt |  |
  EH | Westelijke Sahara | Sahara occidental | Westsahara | Western Sahara |  |
  ER | Eritrea | Érythrée | Eritrea | Eritrea |  |
  ES | Spanje | Espagne | Spanien | Spain |  |
  ET | Ethiopië | Éthiopie | Äthiopien | Ethiopia |  |
  FI | Finland | Finlande | Finnland | Finland |  |
  FJ | Fiji | Fidji | Fidschi | Fiji |  |
  FK | Falklandeilanden | Îles Malouines | Falklandinseln | Falkland Islands |  |
  FM | Micronesia | Micronésie | Mikronesien | Micronesia |  |
  FO | Faeröer | Îles Féroé | Färöer | Faroe Islands |  |
  FR | Frankrijk | France | Frankreich | France |  |
  GA | Gabon | Gabon | Gabun | Gabon |  |
  GB | Verenigd Koninkrijk | Royaume-Uni | Vereinigtes Königreich | United Kingdom | UK | VK; UK; Groot-Brittannië; Grande-Bretagne; Großbritannien; Great Britain
  GD | Grenada | Grenade | Grenada | Grenada |  |
  GE | Georgië | Géorgie | Georgien | Georgia |  |
  GG | Guernsey | Guernesey | Guernsey | Guernsey |  |
  GH | Ghana | Ghana | Ghana | Ghana |  |
  GI | Gibraltar | Gibraltar | Gibraltar | Gibraltar |  |
  GL | Groenland | Groenland | Grönland | Greenland |  |
  GM | Gambia | Gambie | Gambia | Gambia |  |
  GN | Guinee | Guinée | Guinea | Guinea |  |
  GQ | Equatoriaal-Guinea | Guinée équatoriale | Äquatorialguinea | Equatorial Guinea |  |
  GR | Griekenland | Grèce | Griechenland | Greece | EL |
  GS | Zuid-Georgia en Zuidelijke Sandwicheilanden | Géorgie du Sud-et-les Îles Sandwich du Sud | Südgeorgien und die Südlichen Sandwichinseln | South Georgia and South Sandwich Islands |  |
  GT | Guatemala | Guatemala | Guatemala | Guatemala |  |
  GU | Guam | Guam | Guam | Guam |  |
  GW | Guinee-Bissau | Guinée-Bissau | Guinea-Bissau | Guinea-Bissau |  |
  GY | Guyana | Guyana | Guyana | Guyana |  |
  HK | Hongkong | Hong Kong | Hongkong | Hong Kong |  |
  HM | Heard en McDonaldeilanden | Îles Heard-et-MacDonald | Heard und McDonaldinseln | Heard and McDonald Islands |  |
  HN | Honduras | Honduras | Honduras | Honduras |  |
  HR | Kroatië | Croatie | Kroatien | Croatia |  |
  HT | Haïti | Haïti | Haiti | Haiti |  |
  HU | Hongarije | Hongrie | Ungarn | Hungary |  |
  ID | Indonesië | Indonésie | Indonesien | Indonesia |  |
  IE | Ierland | Irlande | Irland | Ireland |  |
  IL | Israël | Israël | Israel | Israel |  |
  IM | Isle of Man | Île de Man | Isle of Man | Isle of Man |  |
  IN | India | Inde | Indien | India |  |
  IO | Brits Indische Oceaanterritorium | Territoire britannique de l’océan Indien | Britisches Territorium im Indischen Ozean | British Indian Ocean Territory |  |
  IQ | Irak | Irak | Irak | Iraq |  |
  IR | Iran | Iran | Iran | Iran |  | Iran (Islamic Republic of)
  IS | IJsland | Islande | Island | Iceland |  |
  IT | Italië | Italie | Italien | Italy |  |
  JE | Jersey | Jersey | Jersey | Jersey |  |
  JM | Jamaica | Jamaïque | Jamaika | Jamaica |  |
  JO | Jordanië | Jordanie | Jordanien | Jordan |  |
  JP | Japan | Japon | Japan | Japan |  |
  KE | Kenia | Kenya | Kenia | Kenya |  |
  KG | Kirgizië | Kirghizstan | Kirgisistan | Kyrgyzstan |  |
  KH | Cambodja | Cambodge | Kambodscha | Cambodia |  |
  KI | Kiribati | Kiribati | Kiribati | Kiribati |  |
  KM | Comoren | Comores | Komoren | Comoros |  |
  KN | Saint Kitts en Nevis | Saint-Christophe-et-Niévès | St. Kitts und Nevis | St. Kitts and Nevis |  |
  KP | Noord-Korea | Corée du Nord | Nordkorea | North Korea |  |
  KR | Zuid-Korea | Corée du Sud | Südkorea | South Korea |  | Republic of Korea
  KW | Koeweit | Koweït | Kuwait | Kuwait |  |
  KY | Kaaimaneilanden | Îles Caïmans | Kaimaninseln | Cayman Islands |  |
  KZ | Kazachstan | Kazakhstan | Kasachstan | Kazakhstan |  |
  LA | Laos | Laos | Laos | Laos |  |
  LB | Libanon | Liban | Libanon | Lebanon |  |
  LC | Saint Lucia | Sainte-Lucie | St. Lucia | St. Lucia |  |
  LI | Liechtenstein | Liechtenstein | Liechtenstein | Liechtenstein |  |
  LK | Sri Lanka | Sri Lanka | Sri Lanka | Sri Lanka |  |
  LR | Liberia | Liberia | Liberia | Liberia |  |
  LS | Lesotho | Lesotho | Lesotho | Lesotho |  |
  LT | Litouwen | Lituanie | Litauen | Lithuania |  |
  LU | Luxemburg | Luxembourg | Luxemburg | Luxembourg | LU0; LU00; LU000 | Groothertogdom Luxemburg; Grand-Duché de Luxembourg; Großherzogtum Luxemburg; Grand Duchy of Luxembourg
  LV | Letland | Lettonie | Lettland | Latvia |  |
  LY | Libië | Libye | Libyen | Libya |  |
  MA | Marokko | Maroc | Marokko | Morocco |  |
  MC | Monaco | Monaco | Monaco | Monaco |  |
  MD | Moldavië | Moldavie | Republik Moldau | Moldova |  | Republic of Moldova; République de Moldova; République de Moldavie; Republiek Moldavië
  ME | Montenegro | Monténégro | Montenegro | Montenegro |  |
  MF | Saint-Martin | Saint-Martin (partie française) | Saint-Martin | Saint Martin (French part) |  |
  MG | Madagaskar | Madagascar | Madagaskar | Madagascar |  |
  MH | Marshalleilanden | Îles Marshall | Marshallinseln | Marshall Islands |  |
  MK | Noord-Macedonië | Macédoine du Nord | Nordmazedonien | North Macedonia |  | Macedonië; Macédoine; Mazedonien; Macedonia; Former Yugoslav Republic of Macedonia; Former Yugoslav Republic of Macedonia, the; The former Yugoslav Republic of Macedonia; FYR Macedonia; Macedonia, FYR; Ancienne République yougoslave de Macédoine; L’ancienne République yougoslave de Macédoine; Ehemalige jugoslawische Republik Mazedonien; Die ehemalige jugoslawische Republik Mazedonien; Voormalige Joegoslavische Republiek Macedonië
  ML | Mali | Mali | Mali | Mali |  |
  MM | Myanmar | Myanmar | Myanmar | Myanmar |  | Birma; Birmanie; Burma
  MN | Mongolië | Mongolie | Mongolei | Mongolia |  |
  MO | Macau | Macao | Macau | Macao |  |
  MP | Noordelijke Marianen | Îles Mariannes du Nord | Nördliche Marianen | Northern Mariana Islands |  |
  MR | Mauritanië | Mauritanie | Mauretanien | Mauritania |  |
  MS | Montserrat | Montserrat | Montserrat | Montserrat |  |
  MT | Malta | Malte | Malta | Malta |  |
  MU | Mauritius | Maurice | Mauritius | Mauritius |  |
  MV | Maldiven | Maldives | Malediven | Maldives |  |
  MW | Malawi | Malawi | Malawi | Malawi |  |
  MX | Mexico | Mexique | Mexiko | Mexico |  |
  MY | Maleisië | Malaisie | Malaysia | Malaysia |  |
  MZ | Mozambique | Mozambique | Mosambik | Mozambique |  |
  NA | Namibië | Namibie | Namibia | Namibia |  |
  NC | Nieuw-Caledonië | Nouvelle-Calédonie | Neukaledonien | New Caledonia |  |
  NE | Niger | Niger | Niger | Niger |  |
  NF | Norfolk | Île Norfolk | Norfolkinsel | Norfolk Island |  |
  NG | Nigeria | Nigeria | Nigeria | Nigeria |  |
  NI | Nicaragua | Nicaragua | Nicaragua | Nicaragua |  |
  NL | Nederland | Pays-Bas | Niederlande | Netherlands |  | Holland; the Netherlands; Hollande; Koninkrijk der Nederlanden; Netherlands (Kingdom of the)
  NO | Noorwegen | Norvège | Norwegen | Norway |  |
  NP | Nepal | Népal | Nepal | Nepal |  |
  NR | Nauru | Nauru | Nauru | Nauru |  |
  NU | Niue | Niue | Niue | Niue |  |
  NZ | Nieuw-Zeeland | Nouvelle-Zélande | Neuseeland | New Zealand |  |
  OM | Oman | Oman | Oman | Oman |  |
  PA | Panama | Panama | Panama | Panama |  |
  PE | Peru | Pérou | Peru | Peru |  |
  PF | Frans-Polynesië | Polynésie française | Französisch-Polynesien | French Polynesia |  |
  PG | Papoea-Nieuw-Guinea | Papouasie-Nouvelle-Guinée | Papua-Neuguinea | Papua New Guinea |  |
  PH | Filipijnen | Philippines | Philippinen | Philippines |  |
  PK | Pakistan | Pakistan | Pakistan | Pakistan |  |
  PL | Polen | Pologne | Polen | Poland |  |
  PM | Saint-Pierre en Miquelon | Saint-Pierre-et-Miquelon | St. Pierre und Miquelon | St. Pierre and Miquelon |  |
  PN | Pitcairneilanden | Îles Pitcairn | Pitcairninseln | Pitcairn Islands |  |
  PR | Puerto Rico | Porto Rico | Puerto Rico | Puerto Rico |  |
  PS | Palestina | Palestine | Palästina | Palestine |  | Palestijnse gebieden; Territoires palestiniens; Palestinian Territories
  PT | Portugal | Portugal | Portugal | Portugal |  |
  PW | Palau | Palaos | Palau | Palau |  |
  PY | Paraguay | Paraguay | Paraguay | Paraguay |  |
  QA | Qatar | Qatar | Katar | Qatar |  |
  RO | Roemenië | Roumanie | Rumänien | Romania |  |
  RS | Servië | Serbie | Serbien | Serbia |  |
  RU | Rusland | Russie | Russland | Russia |  | Russian Federation; Fédération de Russie; Russische Federatie; Russische Föderation
  RW | Rwanda | Rwanda | Ruanda | Rwanda |  |
  SA | Saoedi-Arabië | Arabie saoudite | Saudi-Arabien | Saudi Arabia |  |
  SB | Salomonseilanden | Îles Salomon | Salomonen | Solomon Islands |  |
  SC | Seychellen | Seychelles | Seychellen | Seychelles |  |
  SD | Soedan | Soudan | Sudan | Sudan |  |
  SE | Zweden | Suède | Schweden | Sweden |  |
  SG | Singapore | Singapour | Singapur | Singapore |  |
  SH | Sint-Helena | Sainte-Hélène | St. Helena | St. Helena |  |
  SI | Slovenië | Slovénie | Slowenien | Slovenia |  |
  SJ | Spitsbergen en Jan Mayen | Svalbard et Jan Mayen | Spitzbergen und Jan Mayen | Svalbard and Jan Mayen |  |
  SK | Slowakije | Slovaquie | Slowakei | Slovakia |  | Slovak Republic; République slovaque; Slowakische Republik; Slowaakse Republiek
  SL | Sierra Leone | Sierra Leone | Sierra Leone | Sierra Leone |  |
  SM | San Marino | Saint-Marin | San Marino | San Marino |  |
  SN | Senegal | Sénégal | Senegal | Senegal |  |
  SO | Somalië | Somalie | Somalia | Somalia |  |
  SR | Suriname | Suriname | Suriname | Suriname |  | Surinam
  SS | Zuid-Soedan | Soudan du Sud | Südsudan | South Sudan |  |
  ST | Sao Tomé en Principe | Sao Tomé-et-Principe | São Tomé und Príncipe | São Tomé and Príncipe |  |
  SV | El Salvador | Salvador | El Salvador | El Salvador |  |
  SX | Sint-Maarten | Sint-Maarten | Sint Maarten | Sint Maarten |  | Saint-Martin (partie néerlandaise)
  SY | Syrië | Syrie | Syrien | Syria |  | Syrian Arab Republic
  SZ | Eswatini | Eswatini | Eswatini | Eswatini |  |
  TC | Turks- en Caicoseilanden | Îles Turques-et-Caïques | Turks- und Caicosinseln | Turks and Caicos Islands |  |
  TD | Tsjaad | Tchad | Tschad | Chad |  |
  TF | Franse Gebieden in de zuidelijke Indische Oceaan | Terres australes françaises | Französische Süd- und Antarktisgebiete | French Southern Territories |  |
  TG | Togo | Togo | Togo | Togo |  |
  TH | Thailand | Thaïlande | Thailand | Thailand |  |
  TJ | Tadzjikistan | Tadjikistan | Tadschikistan | Tajikistan |  |
  TK | Tokelau | Tokelau | Tokelau | Tokelau |  |
  TL | Oost-Timor | Timor oriental | Timor-Leste | Timor-Leste |  |
  TM | Turkmenistan | Turkménistan | Turkmenistan | Turkmenistan |  |
  TN | Tunesië | Tunisie | Tunesien | Tunisia |  |
  TO | Tonga | Tonga | Tonga | Tonga |  |
  TR | Turkije | Turquie | Türkei | Türkiye |  | Turkey
  TT | Trinidad en Tobago | Trinité-et-Tobago | Trinidad und Tobago | Trinidad and Tobago |  |
  TV | Tuvalu | Tuvalu | Tuvalu | Tuvalu |  |
  TW | Taiwan | Taïwan | Taiwan | Taiwan |  |
  TZ | Tanzania | Tanzanie | Tansania | Tanzania |  | United Republic of Tanzania
  UA | Oekraïne | Ukraine | Ukraine | Ukraine |  |
  UG | Oeganda | Ouganda | Uganda | Uganda |  |
  UM | Kleine afgelegen eilanden van de Verenigde Staten | Îles mineures éloignées des États-Unis | Amerikanische Überseeinseln | U.S. Outlying Islands |  |
  US | Verenigde Staten | États-Unis | Vereinigte Staaten | United States |  | VS; USA; Verenigde Staten van Amerika; États-Unis d’Amérique; Vereinigte Staaten von Amerika; United States of America
  UY | Uruguay | Uruguay | Uruguay | Uruguay |  |
  UZ | Oezbekistan | Ouzbékistan | Usbekistan | Uzbekistan |  |
  VA | Vaticaanstad | Vatican | Vatikanstadt | Vatican City |  |
  VC | Saint Vincent en de Grenadines | Saint-Vincent-et-les Grenadines | St. Vincent und die Grenadinen | St. Vincent and Grenadines |  |
  VE | Venezuela | Venezuela | Venezuela | Venezuela |  | Venezuela (Bolivarian Republic of)
  VG | Britse Maagdeneilanden | Îles Vierges britanniques | Britische Jungferninseln | British Virgin Islands |  |
  VI | Amerikaanse Maagdeneilanden | Îles Vierges des États-Unis | Amerikanische Jungferninseln | U.S. Virgin Islands |  |
  VN | Vietnam | Viêt Nam | Vietnam | Vietnam |  | Viet Nam
  VU | Vanuatu | Vanuatu | Vanuatu | Vanuatu |  |
  WF | Wallis en Futuna | Wallis-et-Futuna | Wallis und Futuna | Wallis and Futuna |  |
  WS | Samoa | Samoa | Samoa | Samoa |  |
  XK | Kosovo | Kosovo | Kosovo | Kosovo |  | Kosovo (UNSCR 1244/99)
  YE | Jemen | Yémen | Jemen | Yemen |  |
  ZA | Zuid-Afrika | Afrique du Sud | Südafrika | South Africa |  |
  ZM | Zambia | Zambie | Sambia | Zambia |  |
  ZW | Zimbabwe | Zimbabwe | Simbabwe | Zimbabwe |  |
`,
  7,
);

/**
 * Countries and territories by ISO 3166-1 alpha-2, with Kosovo as XK. Eurostat's EL and UK are aliases of GR and GB.
 * The five French overseas regions are regions of France (FRY1 to FRY5), not countries.
 *
 * @example
 * ```ts
 * import { countries } from '@samenbeeld/schema';
 * countries.get('EL').code // => 'GR'
 * countries.label('NL', 'fr') // => 'Pays-Bas'
 * ```
 */
export const countries: CodeList<PlaceEntry> = codeList(
  'countries',
  rows.map(([code = '', nl, fr, de, en, aliases, synonyms]) => ({
    ...plainPlace,
    code,
    label: textOf([nl, fr, de, en]),
    synonyms: cellParts(synonyms),
    aliases: cellParts(aliases),
    kind: 'country' as const,
    country: code,
  })),
);
