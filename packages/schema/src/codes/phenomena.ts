import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';

/** What a crime picture makes statements about; figures have offences and drugs of their own. */
export const phenomena: CodeList<CodeEntry> = wordList('phenomena', {
  DRUGS: 'drugshandel|trafic de stupéfiants|Drogenhandel|drug trafficking',
  DRUGS_PORT:
    'drugs via zeehavens|stupéfiants par les ports maritimes|Drogen über Seehäfen|drugs through seaports',
  DRUGS_POST:
    'drugs via post en koerier|stupéfiants par courrier et colis|Drogen über Post und Kurier|drugs by post and courier',
  DRUGS_PRODUCTION:
    'drugsproductie en drugsafval|production de drogues et déchets|Drogenherstellung und Drogenabfall|drug production and waste',
  DRUGS_ONLINE:
    'drugs via internet en darknet|stupéfiants sur internet et le darknet|Drogen über Internet und Darknet|drugs on the internet and the darknet',
  DRUG_TOURISM: 'drugstoerisme|tourisme de la drogue|Drogentourismus|drug tourism',
  UNDERMINING:
    'ondermijning|sape de l’État de droit par la criminalité|Unterwanderung durch Kriminalität|crime that undermines society|ondermijnende criminaliteit; criminalité déstabilisatrice; undermining',
  VIOLENCE:
    'geweld in het criminele milieu|violence dans le milieu criminel|Gewalt im kriminellen Milieu|violence in the criminal milieu',
  EXPLOSIONS:
    'aanslagen met explosieven|attaques à l’explosif|Sprengstoffanschläge|attacks with explosives|explosies; explosions; explosieven',
  CORRUPTION: 'corruptie|corruption|Korruption|corruption',
  RECRUITMENT:
    'ronselen van jongeren|recrutement de jeunes|Anwerbung Jugendlicher|recruitment of young people',
  FIREARMS: 'illegale vuurwapens|armes à feu illégales|illegale Schusswaffen|illegal firearms',
  LAUNDERING: 'witwassen|blanchiment de capitaux|Geldwäsche|money laundering|blanchiment',
  FRAUD: 'fraude|fraude|Betrug|fraud',
  PHISHING: 'phishing|hameçonnage|Phishing|phishing',
  CYBERCRIME: 'cybercriminaliteit|cybercriminalité|Cyberkriminalität|cybercrime',
  ENVIRONMENT:
    'milieucriminaliteit|criminalité environnementale|Umweltkriminalität|environmental crime',
  SMUGGLING:
    'mensensmokkel|trafic de migrants|Schleusung von Migranten|migrant smuggling|human smuggling; people smuggling',
  TRAFFICKING: 'mensenhandel|traite des êtres humains|Menschenhandel|trafficking in human beings',
  PROPERTY:
    'georganiseerde vermogenscriminaliteit|vols et cambriolages organisés|organisierte Eigentumskriminalität|organised property crime',
});

/** How a statement says that a phenomenon moves, or that it is there: as whoever entered it stated, never read from its text. */
export const directions: CodeList<CodeEntry> = wordList('directions', {
  rising: 'neemt toe|augmente|nimmt zu|rising',
  falling: 'neemt af|diminue|nimmt ab|falling',
  stable: 'blijft gelijk|reste stable|bleibt gleich|stable',
  present: 'komt voor|présent|kommt vor|present',
  absent: 'komt niet voor|absent|kommt nicht vor|absent',
  unknown: 'onbekend|inconnu|unbekannt|unknown',
});
