// code | nl | fr | de | en | group | units | parent | base factor | synonyms
/** The drugs as a table alone: what errors are made of needs their words, and loads before the lists. */
export const substanceTable: string = `
  COC        | cocaïne | cocaïne | Kokain | cocaine | STIM | kg |     |       | coke; coca; sneeuw; wit; blanche; neige; Koks; Schnee; charlie; cocaine total; Cocain; cocaína
  COC_HCL    | cocaïne-HCl | chlorhydrate de cocaïne | Kokainhydrochlorid | cocaine hydrochloride | STIM | kg | COC | 0.893 | cocaine powder; cocaïnepoeder; poudre de cocaïne; Kokainpulver
  COC_BASE   | cocaïnebase en -pasta | pâte-base de cocaïne | Kokainbase und -paste | cocaine base and paste | STIM | kg | COC |       | cocaïnebase; pasta base; pâte de cocaïne; Kokainbase; cocaine base / paste; coca paste; cocapasta; basuco; base de cocaïne; cocaine paste; Kokainpaste
  COC_CRACK  | crack | crack | Crack | crack cocaine | STIM | kg | COC |       | basecoke; gekookte coke; caillou; galette; Freebase
  COC_LEAF   | cocablad | feuilles de coca | Kokablätter | coca leaf | STIM | kg | COC |       | cocabladeren; hoja de coca
  HER        | heroïne | héroïne | Heroin | heroin | OPIO | kg |     |       | bruin; smack; brown sugar; H; Schore; heroína; eroina
  HER_BROWN  | bruine heroïne | héroïne brune | braunes Heroin | heroin, brown (base) | OPIO | kg | HER |       | heroïnebase
  HER_WHITE  | witte heroïne | héroïne blanche | weißes Heroin | heroin, white (HCl) | OPIO | kg | HER | 0.910 | heroïne-HCl
  OPIUM      | opium | opium | Opium | opium | OPIO | kg |     |       | ruwe opium; opium brut
  MORPH      | morfine | morphine | Morphin | morphine | OPIO | kg |     |       | morfinebase; morphine base; Morphinbase; illicit morphine
  FENT       | fentanyl en analogen | fentanyl et dérivés | Fentanyl und Derivate | fentanyl and analogues | OPIO | kg |     |       | fentanyl; fentanil; carfentanil; carfentanyl
  NITAZ      | nitazenen | nitazènes | Nitazene | nitazenes | OPIO | kg |     |       | isotonitazeen; isotonitazène; etonitazene
  METHAD     | methadon | méthadone | Methadon | methadone | OPIO | kg;l;tablet |     |       | L-Polamidon
  TRAM       | tramadol | tramadol | Tramadol | tramadol | OPIO | tablet |     |       | 
  OXY        | oxycodon | oxycodone | Oxycodon | oxycodone | OPIO | tablet |     |       | 
  CAN        | cannabis (niet nader bepaald) | cannabis (sans précision) | Cannabis (nicht näher bestimmt) | cannabis (unspecified) | CANN | kg |     |       | cannabis; softdrugs; drogues douces
  CAN_HERB   | marihuana | marijuana | Marihuana | herbal cannabis | CANN | kg | CAN |       | herbe de cannabis; cannabis herb; wiet; weed; hennep(toppen); nederwiet; herbe; beuh; Gras; Blüten; hennep; Cannabiskraut; Cannabisblüten; Marihuanablüten; cannabistoppen; fleurs de cannabis; têtes de cannabis; liamba; hierba de cannabis
  CAN_RESIN  | hasj | résine de cannabis | Haschisch | cannabis resin | CANN | kg | CAN |       | hasjiesj; hash; shit; Cannabisharz; Dope; hashish; haschich; hachisch; résine; Haschischharz; hachís; haxixe; hascisc; resina de cannabis; resina di cannabis
  CAN_PLANT  | cannabisplanten | plants de cannabis | Cannabispflanzen | cannabis plants | CANN | plant | CAN |       | hennepplanten; plantjes; Hanfpflanzen; Hanfpflanze; wietplanten; plantes de cannabis; plantas de cannabis; piante di cannabis
  CAN_CUT    | hennepstekken | boutures de cannabis | Cannabisstecklinge | cannabis cuttings | CANN | piece | CAN |       | 
  CAN_OIL    | cannabisolie en -extract | huile et extraits de cannabis | Cannabisöl und -extrakt | cannabis oil and extract | CANN | kg;l | CAN |       | hasjolie; huile de cannabis; Haschischöl; cannabis oil / extract; wietolie; BHO; concentraat; cannabis oil; cannabisolie; Cannabisöl; hash oil; hashish oil; huile de haschich; Haschöl
  CAN_SEED   | hennepzaad | graines de cannabis | Hanfsamen | cannabis seeds | CANN | kg;piece | CAN |       | 
  CAN_EDIBLE | eetwaren met cannabis | produits comestibles au cannabis | cannabishaltige Esswaren | cannabis edibles | CANN | kg;piece | CAN |       | Cannabis-Esswaren; spacecake; wietsnoep; bonbons
  CAN_JOINT  | joints | joints | Joints | joints | CANN | piece | CAN |       | stickie; pétard
  HHC        | halfsynthetische cannabinoïden (HHC) | cannabinoïdes semi-synthétiques (HHC) | halbsynthetische Cannabinoide (HHC) | semi-synthetic cannabinoids (HHC) | NPS  | kg |     |       | HHC; HHC-O; HHCP
  SCRA       | synthetische cannabinoïden | cannabinoïdes de synthèse | synthetische Cannabinoide | synthetic cannabinoids | NPS  | kg |     |       | spice; K2; ADB-BUTINACA
  AMF        | amfetamine | amphétamine | Amphetamin | amphetamine | STIM | kg |     | 0.734 | speed; pep; Pepp; sulfaat; anfetamina
  AMF_OIL    | amfetamineolie | huile d’amphétamine | Amphetaminöl | amphetamine oil | STIM | l |     |       | amphetamine oil (base); amfetaminebase
  METH       | methamfetamine | méthamphétamine | Methamphetamin | methamphetamine | STIM | kg |     | 0.804 | crystal meth; ice; Crystal; tina; metanfetamina; metamfetamina
  MDMA       | MDMA (poeder, kristal) | MDMA (poudre, cristaux) | MDMA (Pulver, Kristalle) | MDMA (powder, crystal) | EMPA | kg |     | 0.841 | MDMA; emma; kristallen
  MDMA_TAB   | xtc-tabletten | comprimés d’ecstasy | Ecstasy-Tabletten | ecstasy tablets | EMPA | tablet |     |       | XTC; xtc-pillen; pillen; pilules; comprimés; ecstasy; ecstasy pills
  MDMA_OIL   | MDMA-olie | huile de MDMA | MDMA-Öl | MDMA oil | EMPA | l |     |       | MDMA oil / liquid; vloeibare MDMA
  MDA        | MDA | MDA | MDA | MDA | EMPA | kg;tablet |     |       | 
  4FA        | 4-FA | 4-FA | 4-FA | 4-fluoroamphetamine | NPS  | kg;tablet |     |       | 4-fluoramfetamine; 4-FMP
  3MMC       | 3-MMC | 3-MMC | 3-MMC | 3-MMC | NPS  | kg |     |       | poes; miauw
  4MMC       | mefedron | méphédrone | Mephedron | mephedrone | NPS  | kg |     |       | 4-MMC; miauw miauw
  3CMC       | 3-CMC en 4-CMC | 3-CMC et 4-CMC | 3-CMC und 4-CMC | 3-CMC and 4-CMC | NPS  | kg |     |       | 3-CMC; 3-CMC / 4-CMC; clophedrone; 4-CMC
  APVP       | alfa-PVP | alpha-PVP | alpha-PVP | alpha-PVP | NPS  | kg |     |       | flakka
  KETA       | ketamine | kétamine | Ketamin | ketamine | DISS | kg |     | 0.867 | keta; K; special K
  PCP        | fencyclidine | phencyclidine | Phencyclidin | phencyclidine | DISS | kg |     |       | angel dust
  GHB        | GHB | GHB | GHB | GHB | DEPR | l |     |       | liquid ecstasy; Liquid E; gamma-hydroxybutyric acid
  GBL        | GBL | GBL | GBL | GBL | DEPR | l |     |       | velgenreiniger; Felgenreiniger
  14BD       | 1,4-butaandiol | 1,4-butanediol | 1,4-Butandiol | 1,4-butanediol | DEPR | l |     |       | BDO
  LSD        | LSD | LSD | LSD | LSD | HALL | dose |     |       | trip; papertrip; buvard; zegel; Pappe; trips; buvards; lysergide
  DMT        | DMT | DMT | DMT | DMT | HALL | kg |     |       | ayahuasca
  PSILO      | psilocybinepaddenstoelen | champignons hallucinogènes | psilocybinhaltige Pilze | psilocybin mushrooms | HALL | kg |     |       | hallucinogene paddenstoelen; paddo's; halluzinogene Pilze; truffels; magic mushrooms; Zauberpilze; champignons
  2CB        | 2C-B | 2C-B | 2C-B | 2C-B | HALL | kg;tablet |     |       | tucibi
  TUSI       | tusi | cocaïne rose | rosa Kokain | pink cocaine (tusi) | MIX  | kg |     |       | tucibi; 2CC
  KHAT       | qat | khat | Khat | khat | STIM | kg |     |       | kat; miraa; Kath
  BENZO      | benzodiazepinen | benzodiazépines | Benzodiazepine | benzodiazepines | DEPR | tablet |     |       | slaappillen; Xanax; Valium
  Z_DRUG     | Z-drugs (zolpidem) | hypnotiques Z (zolpidem) | Z-Substanzen (Zolpidem) | Z-drugs (zolpidem) | DEPR | tablet |     |       | zolpidem
  PREGAB     | pregabaline | prégabaline | Pregabalin | pregabalin | MED  | tablet |     |       | Lyrica
  METHYLPH   | methylfenidaat | méthylphénidate | Methylphenidat | methylphenidate | MED  | tablet |     |       | Ritalin; Rilatine; rita
  ANAB       | anabole steroïden | stéroïdes anabolisants | Anabolika | anabolic steroids | MED  | tablet;ml |     |       | anabolen
  N2O        | lachgas | protoxyde d’azote | Lachgas | nitrous oxide | VOL  | kg;cylinder |     |       | gaz hilarant
  NPS        | nieuwe psychoactieve stoffen | nouvelles substances psychoactives | neue psychoaktive Stoffe | new psychoactive substances | NPS  | kg |     |       | NPS; designerdrugs; legal highs
  PRE_PMK    | PMK (MDMA-precursor) | PMK (précurseur de la MDMA) | PMK (MDMA-Grundstoff) | PMK (MDMA precursor) | PREC | kg;l |     |       | PMK; piperonylmethylketon; MDP2P
  PRE_PMKGLY | PMK-glycidaat | dérivés glycidiques du PMK | PMK-Glycidat | PMK glycidic derivatives | PREC | kg |     |       | PMK-ethylglycidaat; PMK-glycidinezuur
  PRE_BMK    | BMK (amfetamineprecursor) | BMK (précurseur de l’amphétamine) | BMK (Amphetamin-Grundstoff) | BMK (amphetamine precursor) | PREC | kg;l |     |       | BMK; P2P; BMK / P-2-P (amphetamine precursor); benzylmethylketon; fenylaceton; phénylacétone
  PRE_BMKGLY | BMK-glycidaat | dérivés glycidiques du BMK | BMK-Glycidat | BMK glycidic derivatives | PREC | kg |     |       | 
  PRE_APAAN  | APAAN, APAA en MAPA | APAAN, APAA et MAPA | APAAN, APAA und MAPA | APAAN, APAA and MAPA | PREC | kg |     |       | APAAN; APAAN / APAA / MAPA; APAA; MAPA
  PRE_EPH    | efedrine en pseudo-efedrine | éphédrine et pseudoéphédrine | Ephedrin und Pseudoephedrin | ephedrine and pseudoephedrine | PREC | kg;tablet |     |       | pseudo-efedrine; efedrine; pseudoéphédrine; éphédrine; Pseudoephedrin; Ephedrin; ephedrine / pseudoephedrine
  PRE_AA     | azijnzuuranhydride | anhydride acétique | Essigsäureanhydrid | acetic anhydride | PREC | l |     |       | 
  PRE_KMNO4  | kaliumpermanganaat | permanganate de potassium | Kaliumpermanganat | potassium permanganate | PREC | kg |     |       | 
  PRE_OTHER  | andere precursoren | autres précurseurs | sonstige Grundstoffe | other precursors | PREC | kg;l |     |       | grondstoffen; precursoren; précurseurs; Grundstoffe; precursors, other / unspecified; drugsgrondstoffen; pre-precursoren
  CUT_LEV    | levamisol (versnijdingsmiddel) | lévamisole (produit de coupe) | Levamisol (Streckmittel) | levamisole (cutting agent) | CUT  | kg |     |       | levamisol; lévamisole
  CUT_OTHER  | versnijdingsmiddelen | produits de coupe | Streckmittel | cutting agents | CUT  | kg |     |       | versnijdingsmiddel; adulterants
  DRUG_OTHER | andere drugs | autres drogues | sonstige Drogen | other drugs | OTHER | kg;l;piece |     |       | autre drogue; other drug; overige drugs; andere Drogen
  DRUG_UNSPEC | drugs, niet gespecificeerd | stupéfiants, sans précision | Betäubungsmittel, ohne nähere Angabe | drugs, not specified | OTHER | kg |     |       | stupéfiants (non précisé); Betäubungsmittel (o. n. A.); drug not specified; verdovende middelen; stups; BtM; harddrugs
`;
