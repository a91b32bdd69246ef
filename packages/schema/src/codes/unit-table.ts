// code | dimension | base | digits | exponent | symbol | nl | fr | de | en (singular; plural) | synonyms
/** The units as a table alone: what errors are made of needs their words, and loads before the lists. */
export const unitTable: string = `
  kg  | mass | kg | 1 | 0  | kg | kilogram; kilogram | kilogramme; kilogrammes | Kilogramm; Kilogramm | kilogram; kilograms | kilo; kilo's; kilos; kgs; kgr; kilogrammen
  g   | mass | kg | 1 | -3 | g  | gram; gram | gramme; grammes | Gramm; Gramm | gram; grams | gr; grs; grammen
  mg  | mass | kg | 1 | -6 | mg | milligram; milligram | milligramme; milligrammes | Milligramm; Milligramm | milligram; milligrams |
  t   | mass | kg | 1 | 3  | t  | ton; ton | tonne; tonnes | Tonne; Tonnen | tonne; tonnes | ton; tons; metric ton; metrieke ton; to
  oz  | mass | kg | 28349523125 | -12 | oz | ounce; ounces | once; onces | Unze; Unzen | ounce; ounces |
  lb  | mass | kg | 45359237 | -8 | lb | Engels pond; Engelse pond | livre avoirdupois; livres avoirdupois | englisches Pfund; englische Pfund | pound avoirdupois; pounds avoirdupois | lbs
  short_ton | mass | kg | 90718474 | -5 | | short ton; short tons | tonne courte; tonnes courtes | Short ton; Short tons | short ton; short tons | ton; tons; US ton
  long_ton  | mass | kg | 10160469088 | -7 | | long ton; long tons | tonne longue; tonnes longues | Long ton; Long tons | long ton; long tons | ton; tons; imperial ton
  l   | volume | l | 1 | 0  | l  | liter; liter | litre; litres | Liter; Liter | litre; litres | ltr; lit; liters
  cl  | volume | l | 1 | -2 | cl | centiliter; centiliter | centilitre; centilitres | Zentiliter; Zentiliter | centilitre; centilitres | centiliters
  ml  | volume | l | 1 | -3 | ml | milliliter; milliliter | millilitre; millilitres | Milliliter; Milliliter | millilitre; millilitres | milliliters
  tablet  | count | tablet | 1 | 0 | | tablet; tabletten | comprimé; comprimés | Tablette; Tabletten | tablet; tablets | tabl; pil; pillen; pill; pills; pilule; pilules; Pille; Pillen; cachet; cachets
  dose    | count | dose | 1 | 0 | | dosis; doses | dose; doses | Dosis; Dosen | dose; doses | trip; trips; buvard; buvards; blotter; blotters; zegel; zegels; blotting paper; stamp; stamps; Konsumeinheit; Konsumeinheiten; KE
  plant   | count | plant | 1 | 0 | | plant; planten | plante; plantes | Pflanze; Pflanzen | plant; plants | plant de cannabis; plantjes
  cutting | count | cutting | 1 | 0 | | stek; stekken | bouture; boutures | Steckling; Stecklinge | cutting; cuttings |
  piece   | count | piece | 1 | 0 | | stuk; stuks | pièce; pièces | Stück; Stück | piece; pieces | st; stk; pcs; pc; unité; unités; unit; units; Einheit; Einheiten; eenheid; eenheden
  cylinder | count | cylinder | 1 | 0 | | gasfles; gasflessen | bonbonne; bonbonnes | Gasflasche; Gasflaschen | gas cylinder; gas cylinders | cilinder; cilinders; cylinders; cylindre; cylindres
  parcel  | count | parcel | 1 | 0 | | pakket; pakketten | colis; colis | Paket; Pakete | parcel; parcels | pakje; pakjes; postpakket; postpakketten
  letter  | count | letter | 1 | 0 | | brief; brieven | lettre; lettres | Brief; Briefe | letter; letters |
  consignment | count | consignment | 1 | 0 | | zending; zendingen | envoi; envois | Sendung; Sendungen | consignment; consignments | poststuk; poststukken; item; items
  batch   | count | batch | 1 | 0 | | partij; partijen | lot; lots | Partie; Partien | batch; batches |
  seizure | count | seizure | 1 | 0 | | inbeslagname; inbeslagnames | saisie; saisies | Sicherstellung; Sicherstellungen | seizure; seizures | inbeslagneming; inbeslagnemingen; IBN; IBN's; vangst; vangsten; vondst; vondsten; onderscheppingen; interceptions; find; finds; Funde; Funden; Aufgriffe; Aufgriffen; Sicherstellungsfall; Sicherstellungsfälle
  investigation | count | investigation | 1 | 0 | | onderzoek; onderzoeken | enquête; enquêtes | Ermittlungsverfahren; Ermittlungsverfahren | investigation; investigations |
  action  | count | action | 1 | 0 | | actie; acties | action; actions | Aktion; Aktionen | action; actions |
  offence | count | offence | 1 | 0 | | misdrijf; misdrijven | infraction; infractions | Straftat; Straftaten | offence; offences | delict; delicten; feit; feiten; fait; faits; Delikt; Delikte; offense; offenses
  case    | count | case | 1 | 0 | | zaak; zaken | affaire; affaires | Fall; Fälle | case; cases |
  procedure | count | procedure | 1 | 0 | | proces-verbaal; processen-verbaal | procédure; procédures | Vorgang; Vorgänge | procedure; procedures | pv; pv's
  victim  | count | victim | 1 | 0 | | slachtoffer; slachtoffers | victime; victimes | Opfer; Opfer | victim; victims |
  suspect | count | suspect | 1 | 0 | | verdachte; verdachten | suspect; suspects | Tatverdächtiger; Tatverdächtige | suspect; suspects | mis en cause; mis en causes
  person  | count | person | 1 | 0 | | persoon; personen | personne; personnes | Person; Personen | person; persons | people
  arrest  | count | arrest | 1 | 0 | | aanhouding; aanhoudingen | arrestation; arrestations | Festnahme; Festnahmen | arrest; arrests | interpellation; interpellations
  vehicle | count | vehicle | 1 | 0 | | voertuig; voertuigen | véhicule; véhicules | Fahrzeug; Fahrzeuge | vehicle; vehicles |
  train   | count | train | 1 | 0 | | trein; treinen | train; trains | Zug; Züge | train; trains |
  bus     | count | bus | 1 | 0 | | bus; bussen | autocar; autocars | Bus; Busse | bus; buses |
  weapon  | count | weapon | 1 | 0 | | wapen; wapens | arme; armes | Waffe; Waffen | weapon; weapons |
  control | count | control | 1 | 0 | | controle; controles | contrôle; contrôles | Kontrolle; Kontrollen | check; checks | control; controls
  scan    | count | scan | 1 | 0 | | scan; scans | scan; scans | Scan; Scans | scan; scans |
  port_call | count | port_call | 1 | 0 | | scheepsaanloop; scheepsaanlopen | escale; escales | Schiffsanlauf; Schiffsanläufe | port call; port calls |
  teu     | count | teu | 1 | 0 | TEU | TEU; TEU | EVP; EVP | TEU; TEU | TEU; TEU |
  dwelling | count | dwelling | 1 | 0 | | woning; woningen | logement; logements | Wohnung; Wohnungen | dwelling; dwellings |
  report  | count | report | 1 | 0 | | melding; meldingen | déclaration; déclarations | Meldung; Meldungen | report; reports | Verdachtsmeldung; Verdachtsmeldungen
  message | count | message | 1 | 0 | | bericht; berichten | message; messages | Nachricht; Nachrichten | message; messages |
  file    | count | file | 1 | 0 | | dossier; dossiers | dossier; dossiers | Akte; Akten | file; files |
  order   | count | order | 1 | 0 | | bevel; bevelen | décision; décisions | Anordnung; Anordnungen | order; orders |
  asset   | count | asset | 1 | 0 | | goed; goederen | bien; biens | Vermögenswert; Vermögenswerte | asset; assets |
  account | count | account | 1 | 0 | | rekening; rekeningen | compte; comptes | Konto; Konten | account; accounts |
  listing | count | listing | 1 | 0 | | aanbieding; aanbiedingen | annonce; annonces | Angebot; Angebote | listing; listings |
  vendor  | count | vendor | 1 | 0 | | verkoper; verkopers | vendeur; vendeurs | Verkäufer; Verkäufer | vendor; vendors |
  transaction | count | transaction | 1 | 0 | | transactie; transacties | transaction; transactions | Transaktion; Transaktionen | transaction; transactions |
  EUR | currency | EUR | 1 | 0 | € | euro; euro | euro; euros | Euro; Euro | euro; euros |
  USD | currency | USD | 1 | 0 | $ | Amerikaanse dollar; Amerikaanse dollar | dollar américain; dollars américains | US-Dollar; US-Dollar | US dollar; US dollars | dollar; dollars
  GBP | currency | GBP | 1 | 0 | £ | Brits pond; Britse pond | livre sterling; livres sterling | Pfund Sterling; Pfund Sterling | pound sterling; pounds sterling | pond sterling; GB pound; UK pound
  CHF | currency | CHF | 1 | 0 | | Zwitserse frank; Zwitserse frank | franc suisse; francs suisses | Schweizer Franken; Schweizer Franken | Swiss franc; Swiss francs |
  EUR/kg | price | EUR/kg | 1 | 0 | €/kg | euro per kilogram; euro per kilogram | euro par kilogramme; euros par kilogramme | Euro pro Kilogramm; Euro pro Kilogramm | euro per kilogram; euros per kilogram | €/kilo; euro/kg; euro per kilo
  EUR/g  | price | EUR/kg | 1 | 3 | €/g | euro per gram; euro per gram | euro par gramme; euros par gramme | Euro pro Gramm; Euro pro Gramm | euro per gram; euros per gram | euro/g; €/gram
  EUR/tablet | price | EUR/tablet | 1 | 0 | | euro per tablet; euro per tablet | euro par comprimé; euros par comprimé | Euro pro Tablette; Euro pro Tablette | euro per tablet; euros per tablet |
  EUR/dose | price | EUR/dose | 1 | 0 | | euro per dosis; euro per dosis | euro par dose; euros par dose | Euro pro Dosis; Euro pro Dosis | euro per dose; euros per dose |
  GBP/kg | price | GBP/kg | 1 | 0 | £/kg | pond per kilogram; pond per kilogram | livre sterling par kilogramme; livres sterling par kilogramme | Pfund pro Kilogramm; Pfund pro Kilogramm | pound sterling per kilogram; pounds sterling per kilogram |
  GBP/g  | price | GBP/kg | 1 | 3 | £/g | pond per gram; pond per gram | livre sterling par gramme; livres sterling par gramme | Pfund pro Gramm; Pfund pro Gramm | pound sterling per gram; pounds sterling per gram |
  USD/kg | price | USD/kg | 1 | 0 | $/kg | dollar per kilogram; dollar per kilogram | dollar par kilogramme; dollars par kilogramme | Dollar pro Kilogramm; Dollar pro Kilogramm | dollar per kilogram; dollars per kilogram |
  USD/g  | price | USD/kg | 1 | 3 | $/g | dollar per gram; dollar per gram | dollar par gramme; dollars par gramme | Dollar pro Gramm; Dollar pro Gramm | dollar per gram; dollars per gram |
  USD/tablet | price | USD/tablet | 1 | 0 | | dollar per tablet; dollar per tablet | dollar par comprimé; dollars par comprimé | Dollar pro Tablette; Dollar pro Tablette | dollar per tablet; dollars per tablet |
  USD/dose | price | USD/dose | 1 | 0 | | dollar per dosis; dollar per dosis | dollar par dose; dollars par dose | Dollar pro Dosis; Dollar pro Dosis | dollar per dose; dollars per dose |
  USD/l  | price | USD/l | 1 | 0 | $/l | dollar per liter; dollar per liter | dollar par litre; dollars par litre | Dollar pro Liter; Dollar pro Liter | dollar per litre; dollars per litre |
  pct | share | pct | 1 | 0 | % | procent; procent | pour cent; pour cent | Prozent; Prozent | per cent; per cent | percent; percentage; %
  index | rate | index | 1 | 0 | | indexpunt; indexpunten | point d’indice; points d’indice | Indexpunkt; Indexpunkte | index point; index points |
  per_1e3 | rate | per_1 | 1 | -3 | ‰ | per 1.000 inwoners; per 1.000 inwoners | pour 1 000 habitants; pour 1 000 habitants | je 1.000 Einwohner; je 1.000 Einwohner | per 1,000 inhabitants; per 1,000 inhabitants | taux pour mille
  per_1e5 | rate | per_1 | 1 | -5 | | per 100.000 inwoners; per 100.000 inwoners | pour 100 000 habitants; pour 100 000 habitants | je 100.000 Einwohner; je 100.000 Einwohner | per 100,000 inhabitants; per 100,000 inhabitants | Häufigkeitszahl; P_HTHAB
  mg_per_1e3_day | rate | mg_per_1e3_day | 1 | 0 | | mg per 1.000 inwoners per dag; mg per 1.000 inwoners per dag | mg pour 1 000 habitants par jour; mg pour 1 000 habitants par jour | mg je 1.000 Einwohner und Tag; mg je 1.000 Einwohner und Tag | mg per 1,000 inhabitants a day; mg per 1,000 inhabitants a day |
  mg_per_tablet | potency | mg_per_tablet | 1 | 0 | | milligram per tablet; milligram per tablet | milligramme par comprimé; milligrammes par comprimé | Milligramm pro Tablette; Milligramm pro Tablette | milligram per tablet; milligrams per tablet | mg/tablet
`;
