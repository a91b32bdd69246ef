import type { Figure } from '@samenbeeld/page';
import type { Text } from '@samenbeeld/schema';
import { ownValue } from '@samenbeeld/schema';
import { plain, text } from '../text.ts';

/** Remarks of claim sheets, which are in English, as reports print them. */
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
  '14 European countries': text(
    '14 Europese landen',
    '14 pays européens',
    '14 europäische Länder',
    '14 European countries',
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

/** A remark in four languages; null where only the sheet's English is known. */
export function knownRemark(remark: string): Text | null {
  return ownValue(remarks, remark) ?? null;
}

/** A remark of a sheet as a cell shows it, else in the English of the sheet. */
export function remarkFigure(remark: string | null): Figure {
  if (remark === null) return { shown: plain('–') };
  const known = knownRemark(remark);
  return known ? { shown: known } : { shown: plain(remark), language: 'en' };
}
