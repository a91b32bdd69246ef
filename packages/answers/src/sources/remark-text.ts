import type { Claim } from '@samenbeeld/merge';
import type { Figure } from '@samenbeeld/page';
import type { Text } from '@samenbeeld/schema';
import { inEach, type Language, ownValue } from '@samenbeeld/schema';
import { joinedBySemicolon, plain, text } from '../text.ts';

/** Remarks of sheets, in the language of the sheet, as reports print them. */
const remarks: Readonly<Record<string, Text>> = {
  'conservatory seizure; later additions are not included': text(
    'conservatoir beslag; latere aanvullingen zijn niet meegeteld',
    'saisie conservatoire ; les compléments ultérieurs ne sont pas compris',
    'Sicherungsbeschlagnahme; spätere Ergänzungen sind nicht enthalten',
    'conservatory seizure; later additions are not included',
  ),
  'conservatory seizure; a new system with a narrower base, so a break; later additions are not included':
    text(
      'conservatoir beslag; nieuw systeem met smallere grondslag, dus een breuk; latere aanvullingen zijn niet meegeteld',
      'saisie conservatoire ; nouveau système à base plus étroite, donc une rupture ; les compléments ultérieurs ne sont pas compris',
      'Sicherungsbeschlagnahme; neues System mit engerer Grundlage, also ein Bruch; spätere Ergänzungen sind nicht enthalten',
      'conservatory seizure; a new system with a narrower base, so a break; later additions are not included',
    ),
  'provisional: expected to grow by about 30 % by late registration': text(
    'voorlopig: groeit naar verwachting met ongeveer 30% door late registratie',
    'provisoire : devrait croître d’environ 30 % par enregistrement tardif',
    'vorläufig: wächst voraussichtlich um rund 30 % durch späte Erfassung',
    'provisional: expected to grow by about 30% by late registration',
  ),
  'collected (afpakresultaat): another series than conservatory seizure': text(
    'geïnd (afpakresultaat): een andere reeks dan conservatoir beslag',
    'recouvré (« afpakresultaat ») : une autre série que la saisie conservatoire',
    'vereinnahmt („afpakresultaat“): eine andere Reihe als die Sicherungsbeschlagnahme',
    'collected (“afpakresultaat”): another series than conservatory seizure',
  ),
  'collected (afpakresultaat); one settlement is 268 M EUR of it': settlement('268'),
  'collected (afpakresultaat); one settlement is 100 M EUR of it': settlement('100'),
  'collected (afpakresultaat); one settlement is about 184 M EUR of it': settlement('184', true),
  'collected (afpakresultaat); the address of the page prints "ruim 220 miljoen"': text(
    'geïnd (afpakresultaat); in het adres van de pagina staat “ruim 220 miljoen”',
    'recouvré (« afpakresultaat ») ; l’adresse de la page porte « ruim 220 miljoen »',
    'vereinnahmt („afpakresultaat“); in der Adresse der Seite steht „ruim 220 miljoen“',
    'collected (“afpakresultaat”); the address of the page prints “ruim 220 miljoen”',
  ),
  'awarded by courts of 62 million EUR that was claimed; a sample of cases, no total of the country':
    text(
      'door rechters toegewezen van 62 miljoen euro die was geëist; een steekproef van zaken, geen totaal van het land',
      'accordé par les juges sur 62 millions d’euros requis ; un échantillon d’affaires, non un total du pays',
      'von Gerichten zugesprochen, von 62 Millionen Euro, die gefordert waren; eine Stichprobe von Fällen, keine Landessumme',
      'awarded by courts of 62 million euro that was claimed; a sample of cases, no total of the country',
    ),
  'paid by 2016 of the 27.5 million EUR that was awarded; the same cases': text(
    'in 2016 betaald van de 27,5 miljoen euro die was toegewezen; dezelfde zaken',
    'payé en 2016 sur les 27,5 millions d’euros accordés ; les mêmes affaires',
    'bis 2016 bezahlt, von 27,5 Millionen Euro, die zugesprochen waren; dieselben Fälle',
    'paid by 2016 of the 27.5 million euro that was awarded; the same cases',
  ),
  '102 confiscation cases studied': text(
    '102 onderzochte ontnemingszaken',
    '102 affaires de confiscation étudiées',
    '102 untersuchte Einziehungsfälle',
    '102 confiscation cases studied',
  ),
  'seized in South America with the Netherlands as destination': text(
    'in Zuid-Amerika in beslag genomen, met bestemming Nederland',
    'saisi en Amérique du Sud, à destination des Pays-Bas',
    'in Südamerika sichergestellt, mit Ziel Niederlande',
    'seized in South America with the Netherlands as destination',
  ),
  'seized in South America with the Netherlands as destination; 41 t for 2021 in the same text':
    text(
      'in Zuid-Amerika in beslag genomen, met bestemming Nederland; in dezelfde tekst 41 ton voor 2021',
      'saisi en Amérique du Sud, à destination des Pays-Bas ; 41 t pour 2021 dans le même texte',
      'in Südamerika sichergestellt, mit Ziel Niederlande; im selben Text 41 t für 2021',
      'seized in South America with the Netherlands as destination; 41 t for 2021 in the same text',
    ),
  '"bestemd voor Nederlandse havens": seized at home and abroad together, not comparable with the 49 t seized at home':
    text(
      '“bestemd voor Nederlandse havens”: in binnen- en buitenland samen in beslag genomen, niet te vergelijken met de 49 ton in het binnenland',
      '« bestemd voor Nederlandse havens » : saisi dans le pays et à l’étranger ensemble, non comparable aux 49 t saisies dans le pays',
      '„bestemd voor Nederlandse havens“: im In- und Ausland zusammen sichergestellt, nicht vergleichbar mit den 49 t im Inland',
      '“bestemd voor Nederlandse havens”: seized at home and abroad together, not comparable with the 49 t seized at home',
    ),
  'seized in Latin America with Belgium as destination': text(
    'in Latijns-Amerika in beslag genomen, met bestemming België',
    'saisi en Amérique latine, à destination de la Belgique',
    'in Lateinamerika sichergestellt, mit Ziel Belgien',
    'seized in Latin America with Belgium as destination',
  ),
  "contains the port's own seizures and two seizures made in Germany": text(
    'bevat de eigen inbeslagnames van de haven en twee inbeslagnames in Duitsland',
    'comprend les saisies du port même et deux saisies faites en Allemagne',
    'enthält die eigenen Sicherstellungen des Hafens und zwei Sicherstellungen in Deutschland',
    'contains the port’s own seizures and two seizures made in Germany',
  ),
  'found elsewhere, on top of the 11,500 kg and not part of it': text(
    'elders gevonden, boven op de 11.500 kg en geen deel daarvan',
    'trouvé ailleurs, en plus des 11 500 kg et sans en faire partie',
    'anderswo gefunden, zusätzlich zu den 11.500 kg und kein Teil davon',
    'found elsewhere, on top of the 11,500 kg and not part of it',
  ),
  'told beside 39.6 million EUR paid to the State; how the two relate is not said': text(
    'genoemd naast 39,6 miljoen euro die aan de Staat is betaald; hoe beide samenhangen, is niet gezegd',
    'cité à côté de 39,6 millions d’euros versés à l’État ; le lien entre les deux n’est pas dit',
    'neben 39,6 Millionen Euro genannt, die an den Staat gezahlt wurden; wie beides zusammenhängt, ist nicht gesagt',
    'told beside 39.6 million euro paid to the State; how the two relate is not said',
  ),
  'sums deposited in 2023, by offence; how they relate to the 109 million EUR is not said': text(
    'gestorte bedragen naar misdrijf; hoe ze zich verhouden tot de 109 miljoen euro, is niet gezegd',
    'sommes déposées, par infraction ; leur lien avec les 109 millions d’euros n’est pas dit',
    'hinterlegte Beträge nach Straftat; wie sie sich zu den 109 Millionen Euro verhalten, ist nicht gesagt',
    'sums deposited, by offence; how they relate to the 109 million euro is not said',
  ),
  'on a day of 2025 that is not printed; published in November 2025': text(
    'op een dag in 2025 die niet is vermeld; gepubliceerd in november 2025',
    'à une date de 2025 qui n’est pas indiquée ; publié en novembre 2025',
    'an einem nicht genannten Tag 2025; veröffentlicht im November 2025',
    'on a day of 2025 that is not printed; published in November 2025',
  ),
  'seizures registered by the central office': text(
    'inbeslagnames die het centraal orgaan registreerde',
    'saisies enregistrées par l’organe central',
    'vom zentralen Organ erfasste Beschlagnahmen',
    'seizures registered by the central office',
  ),
  'seizures registered by the central office; the year was not over': text(
    'inbeslagnames die het centraal orgaan registreerde; het jaar was nog niet om',
    'saisies enregistrées par l’organe central ; l’année n’était pas finie',
    'vom zentralen Organ erfasste Beschlagnahmen; das Jahr war noch nicht zu Ende',
    'seizures registered by the central office; the year was not over',
  ),
  'estimated value of what is under management; any offence, and it may hold what is kept for other countries':
    text(
      'geschatte waarde van wat in beheer is; elk misdrijf, en misschien ook wat voor andere landen wordt bewaard',
      'valeur estimée de ce qui est géré ; toute infraction, et peut-être aussi ce qui est gardé pour d’autres pays',
      'geschätzter Wert des Verwalteten; jede Straftat, und vielleicht auch, was für andere Länder verwahrt wird',
      'estimated value of what is under management; any offence, and perhaps also what is kept for other countries',
    ),
  'of the estimated value under management': text(
    'van de geschatte waarde in beheer',
    'de la valeur estimée en gestion',
    'des geschätzten verwalteten Werts',
    'of the estimated value under management',
  ),
  'two articles print 635,000 and 663,000: digits may be swapped': text(
    'twee artikelen geven 635.000 en 663.000: misschien zijn cijfers verwisseld',
    'deux articles donnent 635 000 et 663 000 : des chiffres sont peut-être inversés',
    'zwei Artikel nennen 635.000 und 663.000: vielleicht sind Ziffern vertauscht',
    'two articles print 635,000 and 663,000: digits may be swapped',
  ),
  'two articles print 5,325.39 and 5,335': text(
    'twee artikelen geven 5.325,39 en 5.335',
    'deux articles donnent 5 325,39 et 5 335',
    'zwei Artikel nennen 5.325,39 und 5.335',
    'two articles print 5,325.39 and 5,335',
  ),
  '147 watches at auction': text('147 horloges', '147 montres', '147 Uhren', '147 watches'),
  '202 watches at auction': text('202 horloges', '202 montres', '202 Uhren', '202 watches'),
  'confiscation orders (ontneming)': text(
    'ontnemingsmaatregelen',
    'mesures de confiscation (ontneming)',
    'Abschöpfungsanordnungen (ontneming)',
    'confiscation orders (ontneming)',
  ),
  'collected on confiscation orders, also of earlier years': text(
    'geïnd op ontnemingsmaatregelen, ook van eerdere jaren',
    'recouvré sur des mesures de confiscation, aussi d’années antérieures',
    'auf Abschöpfungsanordnungen vereinnahmt, auch aus früheren Jahren',
    'collected on confiscation orders, also of earlier years',
  ),
  'criminal seizure in running cases': text(
    'strafrechtelijk beslag in lopende zaken',
    'saisies pénales dans des affaires en cours',
    'strafrechtliche Beschlagnahme in laufenden Verfahren',
    'criminal seizure in running cases',
  ),
  'seized at the request of other countries, beside the 303 million EUR': text(
    'in beslag genomen op verzoek van andere landen, naast de 303 miljoen euro',
    'saisi à la demande d’autres pays, à côté des 303 millions d’euros',
    'auf Ersuchen anderer Länder beschlagnahmt, neben den 303 Millionen Euro',
    'seized at the request of other countries, beside the 303 million euro',
  ),
  'of the 303 million EUR of conservatory seizure': text(
    'van de 303 miljoen euro conservatoir beslag',
    'sur les 303 millions d’euros de saisies conservatoires',
    'von 303 Millionen Euro Sicherungsbeschlagnahme',
    'of the 303 million euro of conservatory seizure',
  ),
  'of the 303 million EUR of conservatory seizure; another article prints 8.3': text(
    'van de 303 miljoen euro conservatoir beslag; een ander artikel geeft 8,3',
    'sur les 303 millions d’euros de saisies conservatoires ; un autre article donne 8,3',
    'von 303 Millionen Euro Sicherungsbeschlagnahme; ein anderer Artikel nennt 8,3',
    'of the 303 million euro of conservatory seizure; another article prints 8.3',
  ),
  'of the 258 million EUR of conservatory seizure': text(
    'van de 258 miljoen euro conservatoir beslag',
    'sur les 258 millions d’euros de saisies conservatoires',
    'von 258 Millionen Euro Sicherungsbeschlagnahme',
    'of the 258 million euro of conservatory seizure',
  ),
  'of the 368 million EUR of conservatory seizure': text(
    'van de 368 miljoen euro conservatoir beslag',
    'sur les 368 millions d’euros de saisies conservatoires',
    'von 368 Millionen Euro Sicherungsbeschlagnahme',
    'of the 368 million euro of conservatory seizure',
  ),
  'share of vendors in the Union in all drug sales': text(
    'aandeel van verkopers in de Unie in alle verkoop van drugs',
    'part des vendeurs de l’Union dans toutes les ventes de drogues',
    'Anteil von Verkäufern in der Union an allen Drogenverkäufen',
    'share of vendors in the Union in all drug sales',
  ),
  'as a secondary site tells it; the report itself was not seen': text(
    'zoals een andere site het weergeeft; het rapport zelf is niet gezien',
    'tel qu’un site tiers le rapporte ; le rapport lui-même n’a pas été vu',
    'wie eine andere Seite es wiedergibt; der Bericht selbst lag nicht vor',
    'as a secondary site tells it; the report itself was not seen',
  ),
  'as a secondary site tells it; two sites print 26 and 28 per cent': text(
    'zoals een andere site het weergeeft; twee sites geven 26 en 28 procent',
    'tel qu’un site tiers le rapporte ; deux sites donnent 26 et 28 pour cent',
    'wie eine andere Seite es wiedergibt; zwei Seiten nennen 26 und 28 Prozent',
    'as a secondary site tells it; two sites print 26 and 28 per cent',
  ),
  'lower bound of one month': text(
    'ondergrens van één maand',
    'limite inférieure d’un mois',
    'Untergrenze eines Monats',
    'lower bound of one month',
  ),
  'upper bound of one month': text(
    'bovengrens van één maand',
    'limite supérieure d’un mois',
    'Obergrenze eines Monats',
    'upper bound of one month',
  ),
  'share of listings that offer drugs': text(
    'aandeel van de aanbiedingen dat drugs betreft',
    'part des annonces qui proposent des drogues',
    'Anteil der Angebote, die Drogen betreffen',
    'share of listings that offer drugs',
  ),
  'appeared to operate from there': text(
    'leken van daaruit te werken',
    'semblaient opérer depuis ce pays',
    'schienen von dort aus tätig zu sein',
    'appeared to operate from there',
  ),
  'over its existence, as quoted': text(
    'in de tijd dat de markt bestond, zoals aangehaald',
    'sur la durée d’existence du marché, tel que cité',
    'in der Zeit, in der es den Markt gab, wie zitiert',
    'over its existence, as quoted',
  ),
  '14 European countries': text(
    '14 Europese landen',
    '14 pays européens',
    '14 europäische Länder',
    '14 European countries',
  ),
  'one seizure, three containers of tiles from BR; market value 56 M EUR, street value 100 M EUR':
    text(
      'één vangst, drie containers met tegels uit Brazilië; marktwaarde 56 miljoen euro, straatwaarde 100 miljoen euro volgens de dienst',
      'une seule saisie, trois conteneurs de carrelages du Brésil ; valeur marchande de 56 millions d’euros, de 100 millions dans la rue selon le service',
      'ein Fund, drei Container mit Fliesen aus Brasilien; Marktwert 56 Millionen Euro, Straßenwert 100 Millionen Euro laut der Behörde',
      'one seizure, three containers of tiles from Brazil; market value 56 million euro, street value 100 million euro as declared',
    ),
  'sea chest': text('zeekast', 'caisson de prise d’eau (sea chest)', 'Seekasten', 'sea chest'),
  'sea chest, ship from BR': text(
    'zeekast, schip uit Brazilië',
    'caisson de prise d’eau (sea chest), navire venant du Brésil',
    'Seekasten, Schiff aus Brasilien',
    'sea chest, ship from Brazil',
  ),
  'bulk coal ship from CO': text(
    'schip met een bulklading kolen uit Colombia',
    'navire chargé de charbon en vrac, venant de Colombie',
    'Schiff mit Kohle als Schüttgut aus Kolumbien',
    'ship with a bulk load of coal from Colombia',
  ),
  'in a load of fruit from South America': text(
    'in een lading fruit uit Zuid-Amerika',
    'dans une cargaison de fruits d’Amérique du Sud',
    'in einer Ladung Obst aus Südamerika',
    'in a load of fruit from South America',
  ),
  'among bananas from Ecuador; "last month" in an article of December 2022': text(
    'tussen bananen uit Ecuador; “afgelopen maand” in een artikel van december 2022',
    'parmi des bananes d’Équateur ; « le mois dernier » dans un article de décembre 2022',
    'zwischen Bananen aus Ecuador; „im vergangenen Monat“ in einem Artikel vom Dezember 2022',
    'among bananas from Ecuador; “last month” in an article of December 2022',
  ),
  'the largest find of Vlissingen-Oost up to then; the day is not printed': text(
    'tot dan de grootste vangst van Vlissingen-Oost; de dag is niet vermeld',
    'la plus grande saisie de Vlissingen-Oost jusqu’alors ; le jour n’est pas indiqué',
    'bis dahin der größte Fund von Vlissingen-Oost; der Tag ist nicht genannt',
    'the largest find of Vlissingen-Oost up to then; the day is not printed',
  ),
  'arrested as members of extraction crews, so far this year': text(
    'aangehouden als uithalers, tot dan toe in dat jaar',
    'arrêtés comme récupérateurs de drogue (« uithalers »), jusque-là cette année',
    'festgenommen als Abholer („uithalers“), bis dahin in jenem Jahr',
    'arrested as members of extraction crews, so far that year',
  ),
  'arrested as members of extraction crews, all year': text(
    'aangehouden als uithalers, het hele jaar',
    'arrêtés comme récupérateurs de drogue (« uithalers »), sur toute l’année',
    'festgenommen als Abholer („uithalers“), im ganzen Jahr',
    'arrested as members of extraction crews, all year',
  ),
  'five batches': text('vijf partijen', 'cinq lots', 'fünf Partien', 'five batches'),
  'seized in Antwerp; origin as customs use the word': text(
    'in Antwerpen in beslag genomen; herkomst zoals de douane het woord gebruikt',
    'saisi à Anvers ; origine au sens où la douane emploie le mot',
    'in Antwerpen sichergestellt; Herkunft, wie der Zoll das Wort gebraucht',
    'seized in Antwerp; origin as customs use the word',
  ),
  'one morning; its date is not printed, so the days are the widest that can hold it': text(
    'één ochtend; de datum is niet gedrukt, dus dit zijn de ruimste dagen waarin zij kan vallen',
    'une seule matinée ; la date n’est pas imprimée, la période est donc la plus large possible',
    'ein Vormittag; das Datum ist nicht gedruckt, der Zeitraum ist daher der weitestmögliche',
    'one morning; its date is not printed, so the days are the widest that can hold it',
  ),
  'alle acties van het jaar': text(
    'alle acties van het jaar',
    'toutes les opérations de l’année',
    'alle Aktionen des Jahres',
    'all actions of the year',
  ),
  '102 kilo uit vervolgonderzoek staat daar apart bij': text(
    '102 kilo uit vervolgonderzoek staat daar apart bij',
    '102 kg issus d’enquêtes de suivi y figurent à part',
    '102 kg aus Folgeermittlungen stehen dort gesondert',
    '102 kg of follow-up investigation stand there apart',
  ),
  'vier dagen, week niet vermeld': text(
    'vier dagen, week niet vermeld',
    'quatre jours, semaine non indiquée',
    'vier Tage, Woche nicht genannt',
    'four days, week not given',
  ),
  'landen niet gesplitst': text(
    'landen niet gesplitst',
    'pays non séparés',
    'Länder nicht getrennt',
    'countries not told apart',
  ),
  'week van de actie niet vermeld': text(
    'week van de actie niet vermeld',
    'semaine de l’opération non indiquée',
    'Woche der Aktion nicht genannt',
    'week of the action not given',
  ),
  'dag van de actie niet vermeld': text(
    'dag van de actie niet vermeld',
    'jour de l’opération non indiqué',
    'Tag der Aktion nicht genannt',
    'day of the action not given',
  ),
  'eerste actie of acties van 2026, week niet vermeld': text(
    'eerste actie of acties van 2026, week niet vermeld',
    'première(s) opération(s) de 2026, semaine non indiquée',
    'erste Aktion oder Aktionen 2026, Woche nicht genannt',
    'first action or actions of 2026, week not given',
  ),
  'jaar afgeleid: donderdag 6 februari valt in 2020': text(
    'jaar afgeleid: donderdag 6 februari valt in 2020',
    'année déduite : le jeudi 6 février tombe en 2020',
    'Jahr erschlossen: Donnerstag, der 6. Februar, fällt auf 2020',
    'year inferred: Thursday 6 February falls in 2020',
  ),
  'opgegeven als alle controles van de actie': text(
    'opgegeven als alle controles van de actie',
    'donné comme tous les contrôles de l’opération',
    'als alle Kontrollen der Aktion angegeben',
    'given as all checks of the action',
  ),
  'vier weken actie': text(
    'vier weken actie',
    'quatre semaines d’opération',
    'vier Wochen Aktion',
    'four weeks of action',
  ),
  'vijf Étoile-acties': text(
    'vijf Étoile-acties',
    'cinq opérations Étoile',
    'fünf Étoile-Aktionen',
    'five Étoile actions',
  ),
  'voertuigen tellen 27 treinen en 3 autocars mee': text(
    'voertuigen tellen 27 treinen en 3 autocars mee',
    'les véhicules comprennent 27 trains et 3 autocars',
    'Fahrzeuge einschließlich 27 Zügen und 3 Bussen',
    'vehicles include 27 trains and 3 coaches',
  ),
  'cijfer verloren? andere bronnen: 48 kg': text(
    'cijfer verloren? andere bronnen: 48 kg',
    'un chiffre perdu ? autres sources : 48 kg',
    'Ziffer verloren? andere Quellen: 48 kg',
    'a digit lost? other sources: 48 kg',
  ),
  'vijf weken actie': text(
    'vijf weken actie',
    'cinq semaines d’opération',
    'fünf Wochen Aktion',
    'five weeks of action',
  ),
  'afgedrukt voor alle landen, van de orde van het Belgische deel': text(
    'afgedrukt voor alle landen, van de orde van het Belgische deel',
    'imprimé pour tous les pays, de l’ordre de la part belge',
    'für alle Länder gedruckt, in der Größenordnung des belgischen Teils',
    'printed for all countries, of the order of the Belgian part',
  ),
  'a joint police and customs series exists only since 2002 (same answer)': text(
    'een gezamenlijke reeks van politie en douane bestaat pas sinds 2002 (hetzelfde antwoord)',
    'une série commune de la police et des douanes n’existe que depuis 2002 (même réponse)',
    'eine gemeinsame Reihe von Polizei und Zoll gibt es erst seit 2002 (dieselbe Antwort)',
    'a joint police and customs series exists only since 2002 (same answer)',
  ),
  'provisional in the answer': text(
    'voorlopig in het antwoord',
    'provisoire dans la réponse',
    'in der Antwort vorläufig',
    'provisional in the answer',
  ),
  'first vintage of 2010': text(
    'eerste uitgave van 2010',
    'première édition de 2010',
    'erste Ausgabe von 2010',
    'first vintage of 2010',
  ),
  provisional: text('voorlopig', 'provisoire', 'vorläufig', 'provisional'),
  'EMCDDA/EUDA figure reported by a third party': text(
    'cijfer van het EMCDDA/EUDA, weergegeven door een derde',
    'chiffre de l’EMCDDA/EUDA rapporté par un tiers',
    'Zahl der EMCDDA/EUDA, von Dritten wiedergegeben',
    'EMCDDA/EUDA figure reported by a third party',
  ),
  'provisional: counted up to Christmas': text(
    'voorlopig: geteld tot Kerstmis',
    'provisoire : compté jusqu’à Noël',
    'vorläufig: bis Weihnachten gezählt',
    'provisional: counted up to Christmas',
  ),
  '49,000 kg for 2020 in the same text': text(
    '49.000 kg voor 2020 in dezelfde tekst',
    '49 000 kg pour 2020 dans le même texte',
    '49.000 kg für 2020 im selben Text',
    '49,000 kg for 2020 in the same text',
  ),
  '51,000 kg for 2022 in the same text': text(
    '51.000 kg voor 2022 in dezelfde tekst',
    '51 000 kg pour 2022 dans le même texte',
    '51.000 kg für 2022 im selben Text',
    '51,000 kg for 2022 in the same text',
  ),
  '57,000 kg for 2023 in the same text (others print 59-60 t)': text(
    '57.000 kg voor 2023 in dezelfde tekst (andere drukken 59–60 ton)',
    '57 000 kg pour 2023 dans le même texte (d’autres impriment 59–60 t)',
    '57.000 kg für 2023 im selben Text (andere drucken 59–60 t)',
    '57,000 kg for 2023 in the same text (others print 59-60 t)',
  ),
  'the printed figure is not in the article': text(
    'het gedrukte cijfer staat niet in het artikel',
    'le chiffre imprimé ne figure pas dans l’article',
    'die gedruckte Zahl steht nicht im Artikel',
    'the printed figure is not in the article',
  ),
  '20 more than in the first half of 2024 (so 62)': text(
    '20 meer dan in de eerste helft van 2024 (dus 62)',
    '20 de plus qu’au premier semestre 2024 (donc 62)',
    '20 mehr als im ersten Halbjahr 2024 (also 62)',
    '20 more than in the first half of 2024 (so 62)',
  ),
  'the address of the page names another article': text(
    'het adres van de pagina noemt een ander artikel',
    'l’adresse de la page désigne un autre article',
    'die Adresse der Seite nennt einen anderen Artikel',
    'the address of the page names another article',
  ),
  'conflicts with 5,264 kg': text(
    'in tegenspraak met 5.264 kg',
    'en contradiction avec 5 264 kg',
    'im Widerspruch zu 5.264 kg',
    'conflicts with 5,264 kg',
  ),
  'conflicts with 11,500 kg': text(
    'in tegenspraak met 11.500 kg',
    'en contradiction avec 11 500 kg',
    'im Widerspruch zu 11.500 kg',
    'conflicts with 11,500 kg',
  ),
  'HARC total': text('totaal van het HARC', 'total du HARC', 'Gesamtzahl des HARC', 'HARC total'),
  'customs prints 51,447 kg for the country': text(
    'de douane drukt 51.447 kg voor het land',
    'les douanes impriment 51 447 kg pour le pays',
    'der Zoll druckt 51.447 kg für das Land',
    'customs prints 51,447 kg for the country',
  ),
  acties: text('acties', 'opérations', 'Aktionen', 'actions'),
  partijen: text('partijen', 'lots', 'Partien', 'batches'),
  onderzoeken: text('onderzoeken', 'enquêtes', 'Ermittlungen', 'investigations'),
  'the source does not say whether all drugs or cocaine only': text(
    'de bron zegt niet of het om alle drugs of alleen cocaïne gaat',
    'la source ne dit pas s’il s’agit de toutes les drogues ou de la seule cocaïne',
    'die Quelle sagt nicht, ob alle Drogen oder nur Kokain',
    'the source does not say whether all drugs or cocaine only',
  ),
  'the unit counted differs from year to year': text(
    'wat wordt geteld, verschilt van jaar tot jaar',
    'l’unité comptée change d’une année à l’autre',
    'was gezählt wird, wechselt von Jahr zu Jahr',
    'the unit counted differs from year to year',
  ),
  'probably 6,055 + 967 = 7,022 kg, so with Moerdijk': text(
    'waarschijnlijk 6.055 + 967 = 7.022 kg, dus met Moerdijk',
    'probablement 6 055 + 967 = 7 022 kg, donc avec Moerdijk',
    'wahrscheinlich 6.055 + 967 = 7.022 kg, also mit Moerdijk',
    'probably 6,055 + 967 = 7,022 kg, so with Moerdijk',
  ),
  'far below the 2,100 kg of the public prosecution service': text(
    'ver onder de 2.100 kg van het Openbaar Ministerie',
    'bien en dessous des 2 100 kg du ministère public',
    'weit unter den 2.100 kg der Staatsanwaltschaft',
    'far below the 2,100 kg of the public prosecution service',
  ),
  'may be the HARC "elsewhere" figure of 2,156 kg, so with other ports': text(
    'misschien het cijfer “elders” van het HARC, 2.156 kg, dus met andere havens',
    'peut-être le chiffre « ailleurs » du HARC, 2 156 kg, donc avec d’autres ports',
    'vielleicht die HARC-Zahl „anderswo“ von 2.156 kg, also mit anderen Häfen',
    'may be the HARC "elsewhere" figure of 2,156 kg, so with other ports',
  ),
  '11,500 kg of 2023 is 178 % more, so about 4,137 kg': text(
    '11.500 kg van 2023 is 178% meer, dus ongeveer 4.137 kg',
    'les 11 500 kg de 2023 sont 178 % de plus, donc environ 4 137 kg',
    '11.500 kg von 2023 sind 178 % mehr, also rund 4.137 kg',
    '11,500 kg of 2023 is 178 % more, so about 4,137 kg',
  ),
  '178 % more than in 2022': text(
    '178% meer dan in 2022',
    '178 % de plus qu’en 2022',
    '178 % mehr als 2022',
    '178 % more than in 2022',
  ),
  dpa: text('dpa', 'dpa', 'dpa', 'dpa'),
  '"drugs", not cocaine only': text(
    '“drugs”, niet alleen cocaïne',
    '« drogues », pas seulement la cocaïne',
    '„Drogen“, nicht nur Kokain',
    '"drugs", not cocaine only',
  ),
  'one batch of 3,097 kg at Moerdijk': text(
    'één partij van 3.097 kg in Moerdijk',
    'un lot de 3 097 kg à Moerdijk',
    'eine Partie von 3.097 kg in Moerdijk',
    'one batch of 3,097 kg at Moerdijk',
  ),
  'unit of count not said': text(
    'niet gezegd wat is geteld',
    'l’unité comptée n’est pas dite',
    'nicht gesagt, was gezählt ist',
    'unit of count not said',
  ),
  'the release of January 2025 prints 11 batches': text(
    'het bericht van januari 2025 drukt 11 partijen',
    'le communiqué de janvier 2025 imprime 11 lots',
    'die Mitteilung vom Januar 2025 druckt 11 Partien',
    'the release of January 2025 prints 11 batches',
  ),
  'conflicts with 15 in the release of January 2026': text(
    'in tegenspraak met 15 in het bericht van januari 2026',
    'en contradiction avec 15 dans le communiqué de janvier 2026',
    'im Widerspruch zu 15 in der Mitteilung vom Januar 2026',
    'conflicts with 15 in the release of January 2026',
  ),
  'includes the find of 1,500 kg of early July': text(
    'met de vondst van 1.500 kg van begin juli',
    'comprend la saisie de 1 500 kg de début juillet',
    'mit dem Fund von 1.500 kg von Anfang Juli',
    'includes the find of 1,500 kg of early July',
  ),
  'explicit zero': text(
    'nul, uitdrukkelijk vermeld',
    'zéro, expressément indiqué',
    'ausdrücklich null',
    'explicit zero',
  ),
  'explicit zero, with Ostend': text(
    'nul, uitdrukkelijk vermeld, met Oostende',
    'zéro, expressément indiqué, avec Ostende',
    'ausdrücklich null, mit Ostende',
    'explicit zero, with Ostend',
  ),
  'explicit zero for both ports': text(
    'nul voor beide havens, uitdrukkelijk vermeld',
    'zéro pour les deux ports, expressément indiqué',
    'ausdrücklich null für beide Häfen',
    'explicit zero for both ports',
  ),
  'ministerial answer': text(
    'antwoord van een minister',
    'réponse ministérielle',
    'Antwort eines Ministers',
    'ministerial answer',
  ),
  'parliamentary answer': text(
    'antwoord op een parlementaire vraag',
    'réponse à une question parlementaire',
    'Antwort auf eine parlamentarische Anfrage',
    'parliamentary answer',
  ),
  'customs only': text('alleen douane', 'douanes seulement', 'nur Zoll', 'customs only'),
  'police only': text('alleen politie', 'police seulement', 'nur Polizei', 'police only'),
  'police and customs': text(
    'politie en douane',
    'police et douanes',
    'Polizei und Zoll',
    'police and customs',
  ),
  'the same answer with two digits transposed by the press': text(
    'hetzelfde antwoord, met twee cijfers door de pers verwisseld',
    'la même réponse, deux chiffres intervertis par la presse',
    'dieselbe Antwort, zwei Ziffern von der Presse vertauscht',
    'the same answer with two digits transposed by the press',
  ),
  'the same answer multiplied by ten by the press': text(
    'hetzelfde antwoord, door de pers vertienvoudigd',
    'la même réponse, multipliée par dix par la presse',
    'dieselbe Antwort, von der Presse verzehnfacht',
    'the same answer multiplied by ten by the press',
  ),
  'above the 1.7 kg of police and customs together, so impossible': text(
    'meer dan de 1,7 kg van politie en douane samen, dus onmogelijk',
    'plus que les 1,7 kg de la police et des douanes ensemble, donc impossible',
    'mehr als die 1,7 kg von Polizei und Zoll zusammen, also unmöglich',
    'above the 1.7 kg of police and customs together, so impossible',
  ),
  'heroin, cocaine, hashish and marijuana only': text(
    'alleen heroïne, cocaïne, hasj en marihuana',
    'héroïne, cocaïne, haschisch et marijuana seulement',
    'nur Heroin, Kokain, Haschisch und Marihuana',
    'heroin, cocaine, hashish and marijuana only',
  ),
  'more controls in 2021-2022': text(
    'meer controles in 2021–2022',
    'davantage de contrôles en 2021–2022',
    'mehr Kontrollen 2021–2022',
    'more controls in 2021-2022',
  ),
  'letter post registered differently since 2020': text(
    'briefpost wordt sinds 2020 anders geregistreerd',
    'le courrier est enregistré autrement depuis 2020',
    'Briefpost wird seit 2020 anders erfasst',
    'letter post registered differently since 2020',
  ),
  'a post team (HARP) since February 2024': text(
    'een postteam (HARP) sinds februari 2024',
    'une équipe postale (HARP) depuis février 2024',
    'ein Postteam (HARP) seit Februar 2024',
    'a post team (HARP) since February 2024',
  ),
  '64,000 kg in all': text(
    '64.000 kg in totaal',
    '64 000 kg au total',
    '64.000 kg insgesamt',
    '64,000 kg in all',
  ),
  '160 cocaine seizures hold 80 % of the kilograms': text(
    '160 inbeslagnames van cocaïne zijn 80% van de kilo’s',
    '160 saisies de cocaïne font 80 % des kilos',
    '160 Kokainfunde machen 80 % der Kilogramm aus',
    '160 cocaine seizures hold 80 % of the kilograms',
  ),
  'follow-up investigations found another 102 kg of cocaine: not yield of the actions': text(
    'vervolgonderzoeken vonden nog 102 kg cocaïne: geen opbrengst van de acties',
    'des enquêtes de suivi ont trouvé 102 kg de cocaïne de plus : ce n’est pas un résultat des opérations',
    'Folgeermittlungen fanden weitere 102 kg Kokain: kein Ergebnis der Aktionen',
    'follow-up investigations found another 102 kg of cocaine: not yield of the actions',
  ),
  'over 20 bn EUR comes from a handful of transactions': text(
    'ruim 20 miljard euro komt uit enkele transacties',
    'plus de 20 milliards d’euros viennent de quelques transactions',
    'über 20 Milliarden Euro stammen aus wenigen Transaktionen',
    'over 20 bn EUR comes from a handful of transactions',
  ),
  'counting agency not named': text(
    'wie telde, is niet genoemd',
    'le service qui a compté n’est pas nommé',
    'zählende Stelle nicht genannt',
    'counting agency not named',
  ),
  'read in Arabic': text(
    'gelezen in het Arabisch',
    'lu en arabe',
    'auf Arabisch gelesen',
    'read in Arabic',
  ),
  'customs, published by the federal finance ministry': text(
    'douane, gepubliceerd door de FOD Financiën',
    'douanes, publié par le SPF Finances',
    'Zoll, veröffentlicht vom föderalen Finanzministerium',
    'customs, published by the federal finance ministry',
  ),
  'customs, published by the finance ministry': text(
    'douane, gepubliceerd door het ministerie van Financiën',
    'douanes, publié par le ministère des Finances',
    'Zoll, veröffentlicht vom Finanzministerium',
    'customs, published by the finance ministry',
  ),
  'annual report of the federal finance ministry': text(
    'jaarverslag van de FOD Financiën',
    'rapport annuel du SPF Finances',
    'Jahresbericht des föderalen Finanzministeriums',
    'annual report of the federal finance ministry',
  ),
  'said by the head of customs': text(
    'gezegd door het hoofd van de douane',
    'dit par le chef des douanes',
    'vom Leiter des Zolls gesagt',
    'said by the head of customs',
  ),
  'said by the finance ministry': text(
    'gezegd door de FOD Financiën',
    'dit par le SPF Finances',
    'vom Finanzministerium gesagt',
    'said by the finance ministry',
  ),
  'conflicts with 14 t': text(
    'in tegenspraak met 14 ton',
    'en contradiction avec 14 t',
    'im Widerspruch zu 14 t',
    'conflicts with 14 t',
  ),
  'both words are used for the same figure': text(
    'beide woorden staan bij hetzelfde cijfer',
    'les deux mots sont employés pour le même chiffre',
    'beide Wörter stehen bei derselben Zahl',
    'both words are used for the same figure',
  ),
  'taken as rounded, the wider reading': text(
    'genomen als afgerond, de ruimste lezing',
    'pris comme arrondi, la lecture la plus large',
    'als gerundet genommen, die weitere Lesart',
    'taken as rounded, the wider reading',
  ),
  'wider than the port': text(
    'ruimer dan de haven',
    'plus large que le port',
    'weiter als der Hafen',
    'wider than the port',
  ),
  '50.1 t elsewhere': text(
    'elders 50,1 ton',
    '50,1 t ailleurs',
    'anderswo 50,1 t',
    '50.1 t elsewhere',
  ),
  'revised by customs': text(
    'door de douane herzien',
    'révisé par les douanes',
    'vom Zoll berichtigt',
    'revised by customs',
  ),
  '61.8 t in the annual report of June 2020': text(
    '61,8 ton in het jaarverslag van juni 2020',
    '61,8 t dans le rapport annuel de juin 2020',
    '61,8 t im Jahresbericht vom Juni 2020',
    '61.8 t in the annual report of June 2020',
  ),
  'the address of the page reads "645 ton" (64.5 t)': text(
    'het adres van de pagina luidt “645 ton” (64,5 ton)',
    'l’adresse de la page indique « 645 ton » (64,5 t)',
    'die Adresse der Seite lautet „645 ton“ (64,5 t)',
    'the address of the page reads "645 ton" (64.5 t)',
  ),
  '89,450 kg elsewhere': text(
    'elders 89.450 kg',
    '89 450 kg ailleurs',
    'anderswo 89.450 kg',
    '89,450 kg elsewhere',
  ),
  '40,641 kg elsewhere': text(
    'elders 40.641 kg',
    '40 641 kg ailleurs',
    'anderswo 40.641 kg',
    '40,641 kg elsewhere',
  ),
  '70,571 kg elsewhere': text(
    'elders 70.571 kg',
    '70 571 kg ailleurs',
    'anderswo 70.571 kg',
    '70,571 kg elsewhere',
  ),
  'EU Drug Report 2023, at second hand': text(
    'Europees drugsrapport 2023, uit de tweede hand',
    'rapport européen sur les drogues 2023, de seconde main',
    'Europäischer Drogenbericht 2023, aus zweiter Hand',
    'EU Drug Report 2023, at second hand',
  ),
  police: text('politie', 'police', 'Polizei', 'police'),
  'total of four years': text(
    'totaal van vier jaar',
    'total de quatre ans',
    'Summe von vier Jahren',
    'total of four years',
  ),
  'the window is as printed and ends in the month of publication': text(
    'het tijdvak is zoals gedrukt en eindigt in de maand van publicatie',
    'la période est celle imprimée et finit le mois de publication',
    'der Zeitraum ist wie gedruckt und endet im Monat der Veröffentlichung',
    'the window is as printed and ends in the month of publication',
  ),
  'counted by the HARC team, published by the public prosecution service': text(
    'geteld door het HARC-team, gepubliceerd door het Openbaar Ministerie',
    'compté par l’équipe HARC, publié par le ministère public',
    'vom HARC-Team gezählt, von der Staatsanwaltschaft veröffentlicht',
    'counted by the HARC team, published by the public prosecution service',
  ),
  'regional paper': text(
    'regionale krant',
    'journal régional',
    'Regionalzeitung',
    'regional paper',
  ),
  'regional broadcaster': text(
    'regionale omroep',
    'chaîne régionale',
    'Regionalsender',
    'regional broadcaster',
  ),
  'figure of the press': text(
    'cijfer van de pers',
    'chiffre de la presse',
    'Zahl der Presse',
    'figure of the press',
  ),
  'count by the press': text(
    'telling van de pers',
    'décompte de la presse',
    'Zählung der Presse',
    'count by the press',
  ),
  'contradicts 2,100 kg': text(
    'in tegenspraak met 2.100 kg',
    'en contradiction avec 2 100 kg',
    'im Widerspruch zu 2.100 kg',
    'contradicts 2,100 kg',
  ),
  'contradicts 11,500 kg': text(
    'in tegenspraak met 11.500 kg',
    'en contradiction avec 11 500 kg',
    'im Widerspruch zu 11.500 kg',
    'contradicts 11,500 kg',
  ),
  'contradicts 33,732 kg': text(
    'in tegenspraak met 33.732 kg',
    'en contradiction avec 33 732 kg',
    'im Widerspruch zu 33.732 kg',
    'contradicts 33,732 kg',
  ),
  'contradicts 70,000 kg': text(
    'in tegenspraak met 70.000 kg',
    'en contradiction avec 70 000 kg',
    'im Widerspruch zu 70.000 kg',
    'contradicts 70,000 kg',
  ),
  'contradicts 371.5 g and 3.7 kg': text(
    'in tegenspraak met 371,5 g en 3,7 kg',
    'en contradiction avec 371,5 g et 3,7 kg',
    'im Widerspruch zu 371,5 g und 3,7 kg',
    'contradicts 371.5 g and 3.7 kg',
  ),
  'HARC and public prosecution service, at second hand': text(
    'HARC en Openbaar Ministerie, uit de tweede hand',
    'HARC et ministère public, de seconde main',
    'HARC und Staatsanwaltschaft, aus zweiter Hand',
    'HARC and public prosecution service, at second hand',
  ),
  customs: text('douane', 'douanes', 'Zoll', 'customs'),
  'HARC prints 8,939 kg': text(
    'het HARC drukt 8.939 kg',
    'le HARC imprime 8 939 kg',
    'das HARC druckt 8.939 kg',
    'HARC prints 8,939 kg',
  ),
  'HARC prints 7,292 kg': text(
    'het HARC drukt 7.292 kg',
    'le HARC imprime 7 292 kg',
    'das HARC druckt 7.292 kg',
    'HARC prints 7,292 kg',
  ),
  'all drugs, not cocaine only': text(
    'alle drugs, niet alleen cocaïne',
    'toutes drogues, pas seulement la cocaïne',
    'alle Drogen, nicht nur Kokain',
    'all drugs, not cocaine only',
  ),
  'all drugs': text('alle drugs', 'toutes drogues', 'alle Drogen', 'all drugs'),
  '109 lots (all drugs)': text(
    '109 partijen (alle drugs)',
    '109 lots (toutes drogues)',
    '109 Partien (alle Drogen)',
    '109 lots (all drugs)',
  ),
  'seaports and Schiphol together': text(
    'zeehavens en Schiphol samen',
    'ports maritimes et Schiphol ensemble',
    'Seehäfen und Schiphol zusammen',
    'seaports and Schiphol together',
  ),
  'the HARC seaports, not the whole country': text(
    'de zeehavens van het HARC, niet het hele land',
    'les ports du HARC, non tout le pays',
    'die Seehäfen des HARC, nicht das ganze Land',
    'the HARC seaports, not the whole country',
  ),
  'HARC, printed as national total': text(
    'HARC, gedrukt als nationaal totaal',
    'HARC, imprimé comme total national',
    'HARC, als nationale Gesamtzahl gedruckt',
    'HARC, printed as national total',
  ),
  'the same answer elsewhere read as police only': text(
    'hetzelfde antwoord, elders gelezen als alleen politie',
    'la même réponse, lue ailleurs comme police seulement',
    'dieselbe Antwort, anderswo als nur Polizei gelesen',
    'the same answer elsewhere read as police only',
  ),
  'first release': text(
    'eerste publicatie',
    'première publication',
    'erste Veröffentlichung',
    'first release',
  ),
  revised: text('herzien', 'révisé', 'berichtigt', 'revised'),
  'decimal slip of the press': text(
    'kommafout van de pers',
    'erreur de virgule de la presse',
    'Kommafehler der Presse',
    'decimal slip of the press',
  ),
  'consumers, mean': text(
    'gebruikers, gemiddelde',
    'consommateurs, moyenne',
    'Konsumierende, Mittelwert',
    'consumers, mean',
  ),
  'lower end of a range': text(
    'ondergrens van een bereik',
    'bas d’une fourchette',
    'unteres Ende einer Spanne',
    'lower end of a range',
  ),
  'upper end of a range': text(
    'bovengrens van een bereik',
    'haut d’une fourchette',
    'oberes Ende einer Spanne',
    'upper end of a range',
  ),
  '"zuivere cocaine"': text(
    '“zuivere cocaïne”',
    '« cocaïne pure »',
    '„reines Kokain“',
    '“pure cocaine”',
  ),
  'samples handed in by consumers': text(
    'monsters die gebruikers inleverden',
    'échantillons remis par des consommateurs',
    'von Konsumierenden abgegebene Proben',
    'samples handed in by consumers',
  ),
  'reported by banks': text(
    'gemeld door banken',
    'déclaré par des banques',
    'von Banken gemeldet',
    'reported by banks',
  ),
  'reported by payment service providers': text(
    'gemeld door betaaldienstverleners',
    'déclaré par des prestataires de paiement',
    'von Zahlungsdienstleistern gemeldet',
    'reported by payment service providers',
  ),
  'reports by estate agents': text(
    'meldingen van makelaars',
    'déclarations d’agents immobiliers',
    'Meldungen von Immobilienmaklern',
    'reports by estate agents',
  ),
  'files with drug trafficking as predicate': text(
    'dossiers met drugshandel als onderliggend misdrijf',
    'dossiers avec trafic de drogues pour infraction sous-jacente',
    'Akten mit Drogenhandel als Vortat',
    'files with drug trafficking as predicate',
  ),
  'files with fraud as predicate': text(
    'dossiers met oplichting als onderliggend misdrijf',
    'dossiers avec escroquerie pour infraction sous-jacente',
    'Akten mit Betrug als Vortat',
    'files with fraud as predicate',
  ),
  'files with organised crime as predicate': text(
    'dossiers met georganiseerde misdaad als onderliggend misdrijf',
    'dossiers avec criminalité organisée pour infraction sous-jacente',
    'Akten mit organisierter Kriminalität als Vortat',
    'files with organised crime as predicate',
  ),
  'files opened by the FIU, not files passed on': text(
    'door de FIU geopende dossiers, geen doorgemelde',
    'dossiers ouverts par la CRF, non transmis',
    'von der FIU eröffnete Akten, keine weitergeleiteten',
    'files opened by the FIU, not files passed on',
  ),
  'most countries': text(
    'de meeste landen',
    'la plupart des pays',
    'die meisten Länder',
    'most countries',
  ),
  'of which 18.6 kg of ketamine': text(
    'waarvan 18,6 kg ketamine',
    'dont 18,6 kg de kétamine',
    'davon 18,6 kg Ketamin',
    'of which 18.6 kg of ketamine',
  ),
  'another scope than the 4,000 finds in letter post': text(
    'een andere reikwijdte dan de 4.000 vondsten in briefpost',
    'une autre portée que les 4 000 découvertes dans le courrier',
    'ein anderer Umfang als die 4.000 Funde in Briefpost',
    'another scope than the 4,000 finds in letter post',
  ),
  'items with drugs; year to date in December, so a floor for the year': text(
    'zendingen met drugs; stand in december, dus een ondergrens voor het jaar',
    'envois contenant des drogues ; situation en décembre, donc un minimum pour l’année',
    'Sendungen mit Drogen; Stand im Dezember, also eine Untergrenze für das Jahr',
    'items with drugs; year to date in December, so a floor for the year',
  ),
  'partial: year to date in December, so a floor for the year': text(
    'onvolledig: stand in december, dus een ondergrens voor het jaar',
    'partiel : situation en décembre, donc un minimum pour l’année',
    'unvollständig: Stand im Dezember, also eine Untergrenze für das Jahr',
    'partial: year to date in December, so a floor for the year',
  ),
  'finds; letter post registered differently since 2020': text(
    'vondsten; briefpost wordt sinds 2020 anders geregistreerd',
    'découvertes ; le courrier est enregistré autrement depuis 2020',
    'Funde; Briefpost wird seit 2020 anders erfasst',
    'finds; letter post registered differently since 2020',
  ),
  finds: text('vondsten', 'découvertes', 'Funde', 'finds'),
  findings: text('vaststellingen', 'constatations', 'Feststellungen', 'findings'),
  'XTC and MDMA together': text(
    'xtc en MDMA samen',
    'ecstasy et MDMA ensemble',
    'Ecstasy und MDMA zusammen',
    'XTC and MDMA together',
  ),
  XTC: text('xtc', 'ecstasy', 'Ecstasy', 'XTC'),
  interceptions: text('onderscheppingen', 'interceptions', 'Abfangfälle', 'interceptions'),
  'interceptions; published on 20 December, so a floor for the year': text(
    'onderscheppingen; gepubliceerd op 20 december, dus een ondergrens voor het jaar',
    'interceptions ; publié le 20 décembre, donc un minimum pour l’année',
    'Abfangfälle; veröffentlicht am 20. Dezember, also eine Untergrenze für das Jahr',
    'interceptions; published on 20 December, so a floor for the year',
  ),
  'XTC, MDMA and ice': text(
    'xtc, MDMA en crystal meth',
    'ecstasy, MDMA et ice',
    'Ecstasy, MDMA und Crystal Meth',
    'XTC, MDMA and ice',
  ),
  'XTC, MDMA and ice; published on 20 December, so a floor for the year': text(
    'xtc, MDMA en crystal meth; gepubliceerd op 20 december, dus een ondergrens voor het jaar',
    'ecstasy, MDMA et ice ; publié le 20 décembre, donc un minimum pour l’année',
    'Ecstasy, MDMA und Crystal Meth; veröffentlicht am 20. Dezember, also eine Untergrenze für das Jahr',
    'XTC, MDMA and ice; published on 20 December, so a floor for the year',
  ),
  'pills, printed as pieces': text(
    'pillen, gedrukt als stuks',
    'comprimés, imprimés comme pièces',
    'Pillen, als Stück gedruckt',
    'pills, printed as pieces',
  ),
  'items with synthetic drugs': text(
    'zendingen met synthetische drugs',
    'envois contenant des drogues de synthèse',
    'Sendungen mit synthetischen Drogen',
    'items with synthetic drugs',
  ),
  'letters with synthetic drugs; stands against 15,500 finds and 12,712 items of the same year, each of another scope':
    text(
      'brieven met synthetische drugs; staat tegenover 15.500 vondsten en 12.712 zendingen van hetzelfde jaar, elk met een andere reikwijdte',
      'lettres contenant des drogues de synthèse ; face à 15 500 découvertes et 12 712 envois de la même année, chacun d’une autre portée',
      'Briefe mit synthetischen Drogen; dem stehen 15.500 Funde und 12.712 Sendungen desselben Jahres gegenüber, jeweils anderen Umfangs',
      'letters with synthetic drugs; stands against 15,500 finds and 12,712 items of the same year, each of another scope',
    ),
  'half-year': text('halfjaar', 'semestre', 'Halbjahr', 'half-year'),
  'of the 27,000': text('van de 27.000', 'sur les 27 000', 'von den 27.000', 'of the 27,000'),
  'of the 16,500': text('van de 16.500', 'sur les 16 500', 'von den 16.500', 'of the 16,500'),
  'January to the end of November; weighed to ten grams': text(
    'januari tot eind november; op tien gram gewogen',
    'de janvier à fin novembre ; pesé à dix grammes près',
    'Januar bis Ende November; auf zehn Gramm gewogen',
    'January to the end of November; weighed to ten grams',
  ),
  'drug precursors; January to the end of November': text(
    'grondstoffen voor drugs; januari tot eind november',
    'précurseurs de drogues ; de janvier à fin novembre',
    'Grundstoffe für Drogen; Januar bis Ende November',
    'drug precursors; January to the end of November',
  ),
  'year to 20 December': text(
    'jaar tot 20 december',
    'année jusqu’au 20 décembre',
    'Jahr bis 20. Dezember',
    'year to 20 December',
  ),
  'two years; one customs office': text(
    'twee jaar; één douanekantoor',
    'deux ans ; un seul bureau de douane',
    'zwei Jahre; ein Zollamt',
    'two years; one customs office',
  ),
  'one week': text('één week', 'une semaine', 'eine Woche', 'one week'),
  cases: text('zaken', 'affaires', 'Fälle', 'cases'),
  'the text says more than five times as many as in 2022: fewer than 13 then, where 8 per cent of 251 is about 20':
    text(
      'de tekst zegt meer dan vijf keer zoveel als in 2022: toen dus minder dan 13, terwijl 8% van 251 ongeveer 20 is',
      'le texte dit plus de cinq fois plus qu’en 2022 : donc moins de 13 alors, quand 8 % de 251 font environ 20',
      'der Text nennt mehr als das Fünffache von 2022: damals also weniger als 13, während 8 % von 251 rund 20 sind',
      'the text says more than five times as many as in 2022: fewer than 13 then, where 8% of 251 is about 20',
    ),
  'EMCDDA, Country Drug Report 2019, Netherlands': text(
    'EMCDDA, Country Drug Report 2019, Nederland',
    'EMCDDA, Country Drug Report 2019, Pays-Bas',
    'EMCDDA, Country Drug Report 2019, Niederlande',
    'EMCDDA, Country Drug Report 2019, Netherlands',
  ),
  'one part of the 115,000 kg of the same text': text(
    'één deel van de 115.000 kg uit dezelfde tekst',
    'une partie des 115 000 kg du même texte',
    'ein Teil der 115.000 kg desselben Textes',
    'one part of the 115,000 kg of the same text',
  ),
  'contradicts 41 t (January 2023)': text(
    'spreekt 41 ton tegen (januari 2023)',
    'contredit 41 t (janvier 2023)',
    'widerspricht 41 t (Januar 2023)',
    'contradicts 41 t (January 2023)',
  ),
  'South American services': text(
    'Zuid-Amerikaanse diensten',
    'services sud-américains',
    'südamerikanische Dienste',
    'South American services',
  ),
  'home, half-year': text(
    'in eigen land, halfjaar',
    'dans le pays, semestre',
    'im eigenen Land, Halbjahr',
    'home, half-year',
  ),
  'home; origin mainly Ecuador': text(
    'in eigen land; vooral uit Ecuador',
    'dans le pays ; surtout d’Équateur',
    'im eigenen Land; vor allem aus Ecuador',
    'home; origin mainly Ecuador',
  ),
  'port of Antwerp': text(
    'haven van Antwerpen',
    'port d’Anvers',
    'Hafen Antwerpen',
    'port of Antwerp',
  ),
  'contradicts 116 t of Antwerp: perhaps Belgium (123 t)': text(
    'spreekt 116 ton van Antwerpen tegen: misschien België (123 ton)',
    'contredit les 116 t d’Anvers : peut-être la Belgique (123 t)',
    'widerspricht den 116 t von Antwerpen: vielleicht Belgien (123 t)',
    'contradicts 116 t of Antwerp: perhaps Belgium (123 t)',
  ),
  'from nearly 5 t in 2024; mostly from Canada': text(
    'was bijna 5 ton in 2024; vooral uit Canada',
    'contre près de 5 t en 2024 ; surtout du Canada',
    'nach knapp 5 t im Jahr 2024; vor allem aus Kanada',
    'from nearly 5 t in 2024; mostly from Canada',
  ),
  'bound for the port (81 t: bound for Belgium)': text(
    'bestemd voor de haven (81 ton: bestemd voor België)',
    'à destination du port (81 t : à destination de la Belgique)',
    'für den Hafen bestimmt (81 t: für Belgien bestimmt)',
    'bound for the port (81 t: bound for Belgium)',
  ),
  'seized in Antwerp': text(
    'in Antwerpen in beslag genomen',
    'saisi à Anvers',
    'in Antwerpen sichergestellt',
    'seized in Antwerp',
  ),
  'seized in the Netherlands': text(
    'in Nederland in beslag genomen',
    'saisi aux Pays-Bas',
    'in den Niederlanden sichergestellt',
    'seized in the Netherlands',
  ),
  'seized in South America, bound for Antwerp': text(
    'in Zuid-Amerika in beslag genomen, met bestemming Antwerpen',
    'saisi en Amérique du Sud, à destination d’Anvers',
    'in Südamerika sichergestellt, mit Ziel Antwerpen',
    'seized in South America, bound for Antwerp',
  ),
  ...Object.fromEntries(
    (
      [
        ['first', 'eerste', 'première', 'erstes'],
        ['second', 'tweede', 'deuxième', 'zweites'],
        ['third', 'derde', 'troisième', 'drittes'],
        ['fourth', 'vierde', 'quatrième', 'viertes'],
      ] as const
    ).map(([en, nl, fr, de]) => [
      `${en} in the order of origins, amount not given`,
      text(
        `${nl} in de volgorde van herkomst, hoeveelheid niet gegeven`,
        `${fr} origine dans l’ordre donné, sans quantité`,
        `${de} Land in der Reihenfolge der Herkunft, Menge nicht angegeben`,
        `${en} in the order of origins, amount not given`,
      ),
    ]),
  ),
  'named among the main origins, amount not given': text(
    'genoemd bij de voornaamste herkomstlanden, hoeveelheid niet gegeven',
    'cité parmi les principales origines, sans quantité',
    'unter den wichtigsten Herkunftsländern genannt, Menge nicht angegeben',
    'named among the main origins, amount not given',
  ),
  'named as the main origin, amount not given': text(
    'genoemd als voornaamste herkomst, hoeveelheid niet gegeven',
    'cité comme principale origine, sans quantité',
    'als wichtigste Herkunft genannt, Menge nicht angegeben',
    'named as the main origin, amount not given',
  ),
  'named as where most of it left, amount not given': text(
    'genoemd als plaats waar het meeste vertrok, hoeveelheid niet gegeven',
    'cité comme point de départ de l’essentiel, sans quantité',
    'als Abgangsort des größten Teils genannt, Menge nicht angegeben',
    'named as where most of it left, amount not given',
  ),
  'share of what was seized there, by where it came from': text(
    'aandeel van wat daar in beslag is genomen, naar herkomst',
    'part de ce qui y a été saisi, selon la provenance',
    'Anteil an dem dort Sichergestellten, nach Herkunft',
    'share of what was seized there, by where it came from',
  ),
  'bound for Antwerp': text(
    'met bestemming Antwerpen',
    'à destination d’Anvers',
    'mit Ziel Antwerpen',
    'bound for Antwerp',
  ),
  'bound for Belgium': text(
    'met bestemming België',
    'à destination de la Belgique',
    'mit Ziel Belgien',
    'bound for Belgium',
  ),
  'bound for the Netherlands': text(
    'met bestemming Nederland',
    'à destination des Pays-Bas',
    'mit Ziel Niederlande',
    'bound for the Netherlands',
  ),
  'all drugs; 34 % of it bound for Europe, in the same text': text(
    'alle drugs; volgens dezelfde tekst was 34% bestemd voor Europa',
    'toutes drogues ; 34 % à destination de l’Europe selon le même texte',
    'alle Drogen; laut demselben Text waren 34 % für Europa bestimmt',
    'all drugs; 34% of it bound for Europe, in the same text',
  ),
  'all drugs, whatever their destination': text(
    'alle drugs, ongeacht de bestemming',
    'toutes drogues, quelle que soit la destination',
    'alle Drogen, gleich welches Ziel',
    'all drugs, whatever their destination',
  ),
  'one case, not annual; "bijna 2 ton"; the day is not in this transcription': text(
    'één zaak, geen jaarcijfer; “bijna 2 ton”',
    'une seule affaire, pas un chiffre annuel ; « bijna 2 ton » (près de 2 tonnes)',
    'ein Fall, keine Jahreszahl; „bijna 2 ton“ (knapp 2 Tonnen)',
    'one case, not annual; “bijna 2 ton” (almost 2 tonnes)',
  ),
};

/** One settlement within a year's collection. */
function settlement(millions: string, isAbout = false): Text {
  const about = isAbout ? text('ongeveer ', 'environ ', 'rund ', 'about ') : '';
  return text(
    'geïnd (afpakresultaat); één schikking maakt er {about}{millions} miljoen euro van uit',
    'recouvré (« afpakresultaat ») ; une seule transaction pénale en fait {about}{millions} millions d’euros',
    'vereinnahmt („afpakresultaat“); ein einziger Vergleich macht davon {about}{millions} Millionen Euro aus',
    'collected (“afpakresultaat”); one settlement is {about}{millions} million euro of it',
    { about, millions },
  );
}

const seizuresCounted = /^(?<n>\d+) seizures(?<large> over 500 g only)?$/u;
const printedAs = /^afgedrukt: (?<words>.+)$/u;

/** A remark in four languages, or each of its parts; null where only the sheet's own words are known. */
export function knownRemark(remark: string): Text | null {
  const whole = ownValue(remarks, remark);
  if (whole) return whole;
  const words = printedAs.exec(remark)?.groups?.['words'];
  if (words !== undefined && !words.includes('; '))
    return text(
      'afgedrukt: “{words}”',
      'imprimé : « {words} »',
      'gedruckt: „{words}“',
      'printed: “{words}”',
      { words: plain(words) },
    );
  const { n, large } = seizuresCounted.exec(remark)?.groups ?? {};
  if (n !== undefined)
    return text(
      '{n} inbeslagnames{large}',
      '{n} saisies{large}',
      '{n} Sicherstellungen{large}',
      '{n} seizures{large}',
      {
        n: plain(n),
        large:
          large === undefined
            ? ''
            : text(
                ', alleen boven 500 g',
                ', au-dessus de 500 g seulement',
                ', nur über 500 g',
                ' over 500 g only',
              ),
      },
    );
  const parts = remark.split('; ');
  const known = parts.length > 1 ? parts.map(knownRemark) : [null];
  return known.every((part) => part !== null) ? joinedBySemicolon(known) : null;
}

/** What the rows of some claims remark, each once, as far as it is known in four languages. */
export function knownRemarks(claims: readonly Pick<Claim, 'rows'>[]): readonly Text[] {
  const notes = new Set(claims.flatMap(({ rows }) => rows.flatMap(({ note }) => note ?? [])));
  return [...notes].flatMap((note) => knownRemark(note) ?? []);
}

/** A remark of a sheet as a cell shows it, else in the English of the sheet. */
export function remarkFigure(remark: string | null): Figure {
  if (remark === null) return { shown: plain('–') };
  const known = knownRemark(remark);
  return known ? { shown: known } : { shown: plain(remark), language: 'en' };
}

/**
 * What the sheet of figures remarks about one: in the reader's language where it is known in all four, else quoted as whoever
 * entered it wrote it, with the language of their sheet.
 */
export function remarkOf(note: string, written: Language | undefined): Text {
  const known = knownRemark(note);
  const quoted = inEach((language) => {
    const isOwn = written === undefined || written === language;
    return `${isOwn ? '' : `(${written}) `}${quotes[language].replace('{note}', note)}`;
  });
  return text(
    'Opmerking in het cijferblad: {note}',
    'Remarque dans la feuille de chiffres : {note}',
    'Anmerkung im Zahlenblatt: {note}',
    'Remark in the sheet of figures: {note}',
    { note: known ?? quoted },
  );
}

const quotes: Text = { nl: '“{note}”', fr: '« {note} »', de: '„{note}“', en: '“{note}”' };
