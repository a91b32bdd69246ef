import { textOf } from '../code-table.ts';
import { cellParts, tableRows } from '../table-rows.ts';
import { type PlaceEntry, type PlaceKind, plainPlace } from './place-entry.ts';

// code | kind | country | open | members | aliases | nl | fr | de | en | synonyms | note
const rows = tableRows(
  `
  PC_NSP | complex | | | BEGNE; NLTNZ; NLVLI | NSP | North Sea Port | North Sea Port | North Sea Port | North Sea Port | Gent, Terneuzen en Vlissingen; Gand, Terneuzen et Flessingue | never Moerdijk; merged on 1 January 2018
  PC_ZEELAND | complex | NL | | NLTNZ; NLVLI | | Zeeuwse havens | ports zélandais | Häfen in Zeeland | Zeeland ports | Zeeuwse zeehavens; Zeeland Seaports; havens in Zeeland; havens van Zeeland; ports de Zélande; Häfen von Zeeland; Häfen Zeelands; Häfen von Seeland; ports of Zeeland; ports in Zeeland; Dutch ports of North Sea Port | without Ghent
  PC_ZWB | complex | NL | | NLMOE; NLTNZ; NLVLI | | havens in Zeeland en West-Brabant | ports de la Zélande et du Brabant-Occidental | Häfen in Zeeland und Westbrabant | ports in Zeeland and West Brabant | Zeeland-West-Brabant; havens Zeeland-West-Brabant; Moerdijk, Vlissingen en Terneuzen; Moerdijk + Vlissingen + Terneuzen | area of police and prosecution; not North Sea Port
  PC_HARC | complex | NL | open | NLRTM; PC_HARC_ELSEWHERE | | alle HARC-havens | tous les ports HARC | alle HARC-Häfen | all HARC ports | HARC-gebied; HARC total; HARC seaports | Rotterdam is only a part of it
  PC_HARC_ELSEWHERE | complex | NL | open | PC_ZWB | | HARC-havens buiten Rotterdam | ports HARC hors Rotterdam | HARC-Häfen außerhalb Rotterdams | HARC ports outside Rotterdam | HARC elsewhere | which other ports it holds is not published
  PC_ANTWERP_BRUGES | complex | BE | | BEANR; BEZEE | | Port of Antwerp-Bruges | Port of Antwerp-Bruges | Port of Antwerp-Bruges | Port of Antwerp-Bruges | Antwerpen-Brugge; Anvers-Bruges; Antwerpen en Zeebrugge | merged in 2022; figures before and after differ in scope
  HAZELDONK | area | | open | | | Hazeldonk (controleacties België, Nederland, Luxemburg, Frankrijk) | Hazeldonk (opérations de contrôle Belgique, Pays-Bas, Luxembourg, France) | Hazeldonk (Kontrollaktionen Belgien, Niederlande, Luxemburg, Frankreich) | Hazeldonk (control actions Belgium, Netherlands, Luxembourg, France) | Hazeldonk; Étoile; Hazeldonk-samenwerking; coopération Hazeldonk; Hazeldonk-Zusammenarbeit; Hazeldonk cooperation | an area of joint control actions, not the border crossing NLHZK
  BENELUX | area | | | BE; LU; NL | | Benelux | Benelux | Benelux | Benelux | |
  EU27_2020 | area | | | AT; BE; BG; CY; CZ; DE; DK; EE; ES; FI; FR; GR; HR; HU; IE; IT; LT; LU; LV; MT; NL; PL; PT; RO; SE; SI; SK | EU; EU27 | Europese Unie (27 landen) | Union européenne (27 pays) | Europäische Union (27 Länder) | European Union (27 countries) | European Union - 27 countries (from 2020); Union européenne - 27 pays (à partir de 2020); Europäische Union - 27 Länder (ab 2020); Europese Unie; Union européenne; Europäische Union; European Union | members since 2020; earlier totals included the United Kingdom
  EU28 | area | | | EU27_2020; GB | | Europese Unie (28 landen, tot 2020) | Union européenne (28 pays, jusqu’en 2020) | Europäische Union (28 Länder, bis 2020) | European Union (28 countries, until 2020) | European Union - 28 countries (2013-2020); Union européenne - 28 pays (2013-2020); Europäische Union - 28 Länder (2013-2020) |
  XX | area | | open | | | internationaal | international | international | international | supranationaal |
  ZZ | area | | open | | | plaats niet bekend | lieu inconnu | Ort nicht bekannt | place not known | | what is counted there may lie anywhere; never complete
`,
  12,
);

/** The place of what is counted where nobody has said where: no figure of it is complete. */
export const unknownPlace = 'ZZ';

/** Sets of places that are counted together. */
export const complexPlaces: readonly PlaceEntry[] = rows.map(
  ([code = '', kind, country, open, members, aliases, nl, fr, de, en, synonyms, note]) => ({
    ...plainPlace,
    code,
    label: textOf([nl, fr, de, en]),
    synonyms: cellParts(synonyms),
    aliases: cellParts(aliases),
    kind: kind as PlaceKind,
    country: country || null,
    members: cellParts(members),
    open: open === 'open',
    note: note || null,
  }),
);
