import { agencies, foldText, inFour, places, serviceLetters, type Text } from '@samenbeeld/schema';

/** What somebody does, in nl, fr, de and en, as `foldText` writes it. */
const functions = `
  desk team unit unite adjunct adviseur advies adviser advisor advisory agent aide analist analiste analisten analyse analysis analyst analyste analystes analysten analystin analysts
  analytics archivist assistent assistente assistentin assistant assistante attache auditeur auditor auswerter auswerterin auswertung
  beheer beheerder behandelaar beoordelaar beleid beleidsadviseur beleidsmedewerker board bureau chef chief clerk colleague collega commissaris commissaire
  commissioner commissie commission committee comite conseil conseiller conseillere controle controller controleur controleuse coordinateur coordination coordinatie
  coordinator coordinatrice data dataspecialist deputy director directeur directie directrice dossierbehandelaar duty editor engineer enquete enqueteur enquetrice
  ermittler ermittlerin ermittlung examiner expert experte experten expertin expertise experts fahnder fahnderin functie functionaris gestionnaire griffier greffier
  head hoofd informatie information inspecteur inspectrice inspector inspectie inspektor inspektorin inspektion intelligence investigation investigator
  jurist juriste juristin kommissar kommissarin koordinator koordinatorin koordinierung lead leader leading leider leiding leiter leiterin leitung lezer lecteur lectrice
  liaison lijn magistraat magistraten magistrat magistrate magistrats manager medewerker medewerkster member methodologist methodoloog mitarbeiter mitarbeiterin
  officer official officier onderzoek onderzoeker operateur operator operatie operaties operations operationeel operationele operationnel operationnelle opsporing opsporingsambtenaar ambtenaar beambte beamter
  beamtin fonctionnaire statisticien statisticienne statisticus statistician statistics statistiek statistiker statistikerin statistique statistik
  parketmagistraat plaatsvervangend plaatsvervanger prosecutor procureur procureurs proxy redacteur referendar referent referentin referat referatsleiter
  reporter represent representant representative research researcher chercheur chercheuse forscher rapporteur recherche rechercheur rechercheanalist reader
  responsable reviewer reviser reviewing richter richterin rechter juge judge sachbearbeiter sachbearbeiterin sachgebietsleiter secretaris secretaire secretary
  sekretar senior junior specialist specialiste specialists spezialist spezialistin staatsanwalt staatsanwaltin staatsanwaltschaft staff stagiair stagiaire
  substitut suppleant stellvertreter stellvertretende stellvertretender supervisor superviseur toezicht toezichthouder trainee vertegenwoordiger vertreter vertreterin
  verantwoordelijke verificateur verifier voorzitter president presidente chair chairman chairperson vorsitzender vorsitzende
  test tester office officers police policiere policier politie polizei customs douane douanes douanier douaniere zoll zollner marechaussee gendarme gendarmerie
  prosecution parket parquet openbaar ministerie ministere public ministry fiu crf cfi secretariat secretariaat secretariaatgeneraal sekretariat originator originateur oorsprong
`;

/** Units by their letters, beside `serviceLetters`, and what two or three letters are that are nobody's initials. */
const shortNames = `
  dga daj djo dao sci pz pag drr ldr lek lec aic eic teu tgo nla om jit rec acd kti sta wco omd olaf osint humint sigint finint imint socmint opsec
  ict
`;

/** Where somebody does it, and the words between. */
const settings = `
  another andere autre anderes instruction criminel criminelle criminels criminelles reference referentie coordinating coordinerend administratie administration admin administratief aan afdeling agence agentur aire amt an and antenne approach arrondissement arrondissementen at au aufsicht aux aussenstelle
  behorde bij board branch bestuur bestuurlijke benelux brigade bureau bezirk by cel cellule center central centrale centre centrum city coast college common communal community control
  cooperation samenwerking coast crime criminal criminaliteit criminalite cross dans data day de dem den department departement der des desk detachement dienst dienste dienststelle
  direction directorate directoraat district division domein drug drugs du durch eenheid een eine einer einheit en entity erste eerste est et european europees europeen europaische
  external extern externe federal federaal federale federaux feld fieldwork field finance financial financiele financiere financien finances finanz portuaire portuaires portuaria portulaire havendesk first for force forces fraud fraude fur
  gebied gemeenschappelijk gemeente gemeinsame general generaal generale gerechtelijk gerechtelijke gericht gerichts goods grens grensoverschrijdend grenz group groep groupe gruppe
  harbour haven havens hafen het hof im in inner intern internal international internationaal internationale internationales inspection joint judicial judiciaire justice justitie justiz
  kabinet cabinet kantoor kernteam kriminal kriminalitat kust la land landes laundering law le les local locale lokaal lokale lucht luchthaven airport aeroport flughafen
  lutte maritime maritiem money month nacht national nationaal nationale nationales network netwerk reseau netz night nord noord north
  of office oost op operational ost oder on onze our organised organisatie organisation organization oost ou over overleg
  partner partners personeel picture beeld lagebild tableau port ports poste post programma programme projet project projekt quality qualite kwaliteit qualitat region regional regionaal regionale region river
  rijn schelde section sectie service services sea security securite sicherheit sociale social societe special speciale speciaal stad stadt state stelle sud sudlich suid sur
  stupefiants strategie strategisch strategique strategic strategische tactical tactisch tactique taktisch task tax fiscal fiscale tegen team teams technical technisch technique territorial the third tweede second seconde deuxieme
  derde troisieme dritte zweite third three two drie twee deux trois three traffic trafic transport transit um und unit units unite van ver vom von voor voir waterway water watch
  west wachtdienst weapons wapens wapen waffen werkgroep werk wet with work working world zee zentral zentrale zentralstelle zone zuid zum zur
  afdelingshoofd bereich border ondermijning rauschgift drogen stupefiant wijk misdrijf misdrijven misdaad verdovende middelen veiligheid buro bundes bund cluster container containers cargo criminology cyber cybercrime douanekantoor gegevens hub interne informatiehuishouding kennis kustwacht lab laboratory laboratorium labo labor
  coastguard monitor monitoring observatorium observatory observatoire onderzoeksteam opsporings police politiezone ressort parking platform plateforme policy politique prevention preventie pravention registry register registratie registre
  risk risico risque risiko risicoanalyse shift sources source bron bronnen quelle quellen ketenpartner trade handel commerce threat dreiging menace trust university universiteit universite universitat verkeer rechtbank tribunal cour court
`;

/** Towns of courts and services that are no areas of our lists, and no family names either. */
const towns = `
  leuven tongeren oudenaarde dendermonde mechelen turnhout vilvoorde halle kortrijk ieper veurne charleroi mons dinant verviers eupen arlon aarlen
  neufchateau tournai doornik nivelles nijvel louvain malines courtrai zwolle breda middelburg maastricht roermond leeuwarden haarlem alkmaar almere lelystad tilburg eindhoven
  hertogenbosch dordrecht terneuzen schiphol koln cologne duisburg dusseldorf aachen wiesbaden bonn dortmund kleve krefeld lille dunkerque
  valenciennes strasbourg roubaix tourcoing diekirch nrw
`;

/** German and Dutch words are put together: what a long word may end in. */
const endings =
  /(?:analist|analyst|analyse|analysten|adviseur|beamter|beamtin|behorde|beambte|bearbeiter|bearbeiterin|beauftragte|beauftragter|bureau|coordinator|centrum|amt|dienst|desk|direktion|directie|einheit|eenheid|fahndung|gruppe|groep|hoofd|inspecteur|inspektion|kantoor|kommissariat|koordinator|leider|leiter|leiterin|leitung|magistraat|medewerker|ministerium|ministerie|officier|politie|polizei|prasidium|recherche|referat|referent|referentin|secretariaat|sekretariat|specialist|spezialist|stelle|team|zentrale|zentrum|zone|verwaltung|verantwoordelijke|inspektor|ambtenaar|kommissar|kundige|richter|rechter|anwalt|expert|experte|expertin)$/;
const shortest = 4;
/** Titles that hold a word which is a family name elsewhere. */
const titles = /(?<=procureur) (?:du roi|des konings)\b/giu;

/** Words as they stand: without articles and prepositions of one letter, which would read as initials. */
function splitOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .replace(titles, ' ')
    .replace(/(?<=\p{L})&(?=\p{L})/gu, '')
    .replace(/['’]s(?!\p{L})/giu, ' ')
    .replace(/(?<!\p{L})[dl]['’](?=\p{L})/giu, ' ')
    .replace(/(?<!\p{L})(?:à|a)(?= )/gu, ' ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

const wordsOf = (text: string): readonly string[] => splitOf(text).map(foldText);

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** A word put together of two that are known, as German and Dutch make them: "douaneambtenaar". */
function isCompound(word: string, { functions: work, settings: around }: Vocabulary): boolean {
  for (let at = shortest; at <= word.length - shortest; at += 1) {
    const [first, last] = [word.slice(0, at), word.slice(at)];
    if (!work.has(last)) continue;
    const stems = [first, first.replace(/(?:s|en|n)$/, '')].filter(
      ({ length }) => length >= shortest,
    );
    if (stems.some((stem) => work.has(stem) || around.has(stem))) return true;
  }
  return false;
}

/** Where the services of this project work. Names of further countries are first names too: Martin, Pierre, Lucia. */
const near: ReadonlySet<string> = new Set(['BE', 'NL', 'LU', 'FR', 'DE']);

interface Vocabulary {
  readonly functions: ReadonlySet<string>;
  readonly settings: ReadonlySet<string>;
}
let known: Vocabulary | null = null;

/** The words of roles: functions, and names of services; then where they work, which alone are no role. */
function vocabulary(): Vocabulary {
  if (known) return known;
  const services = agencies.flatMap(({ code, label, synonyms }) => [
    code,
    ...Object.values(label),
    ...synonyms,
  ]);
  const areas = places
    .filter(({ country }) => country !== null && near.has(country))
    .flatMap(({ label }) => Object.values(label));
  const isWord = (word: string): boolean => word.length > 1;
  known = {
    functions: new Set([
      ...list(functions),
      ...[...serviceLetters].map(foldText),
      ...list(shortNames),
      ...services.flatMap(wordsOf).filter(isWord),
    ]),
    settings: new Set([
      ...list(settings),
      ...list(towns),
      ...areas.flatMap(wordsOf).filter(isWord),
    ]),
  };
  return known;
}

const roleExpected = inFour(
  'verwacht wordt wat iemand doet en waar, in woorden voor functies, diensten en plaatsen ("analist, havendesk"), en de dienst met --agency',
  'il est attendu ce que quelqu’un fait et où, en mots de fonctions, de services et de lieux (« analyste, cellule portuaire »), et le service par --agency',
  'erwartet wird, was jemand tut und wo, in Worten für Funktionen, Stellen und Orte („Analyst, Hafenreferat“), und die Stelle mit --agency',
  'expected what somebody does and where, in words for functions, services and places ("analyst, port desk"), and the service by --agency',
);

let asked: { readonly role: string; readonly problem: Text | null } | null = null;

/**
 * Why a text is no role; null where it is one. A role is put together of words for functions, services, units and places,
 * each of them known: whatever is not is taken for somebody's name, and never repeated.
 *
 * @example
 * ```ts
 * import { roleProblem } from '@samenbeeld/store';
 * roleProblem('analyste, cellule portuaire Anvers') // => null
 * roleProblem('analyst J. de Vries')?.en.slice(0, 46) // => '"role" looks like the name of a person or says'
 * ```
 */
export function roleProblem(role: string): Text | null {
  // Thousands of lines in a row are of one role.
  if (asked?.role !== role) asked = { role, problem: problemOf(role) };
  return asked.problem;
}

function problemOf(role: string): Text | null {
  const all = vocabulary();
  const { functions: work, settings: around } = all;
  const written = splitOf(role);
  const words = written.map(foldText);
  const isShouted = role === role.toUpperCase();
  const isWork = (word: string): boolean =>
    work.has(word) ||
    isCompound(word, all) ||
    (endings.test(word) && word.replace(endings, '').length >= shortest);
  // Two or three capitals that are no service are initials, also where they read as a small word.
  const isInitials = (at: number): boolean =>
    !isShouted && !work.has(words[at] ?? '') && /^\p{Lu}{1,3}$/u.test(written[at] ?? '');
  const numbers = words.filter((word) => /^\p{N}/u.test(word));
  const strange = words.findIndex(
    (word, at) => (!isWork(word) && !around.has(word) && !/^\d{1,2}$/.test(word)) || isInitials(at),
  );
  if (strange >= 0)
    return inFour(
      '"role" lijkt op de naam van een persoon of zegt iets wat geen functie is (woord {at} van {n}); {expected}',
      '« role » ressemble au nom d’une personne ou dit ce qui n’est pas une fonction (mot {at} sur {n}) ; {expected}',
      '„role“ sieht nach dem Namen einer Person aus oder sagt, was keine Funktion ist (Wort {at} von {n}); {expected}',
      '"role" looks like the name of a person or says what is no role (word {at} of {n}); {expected}',
      { at: strange + 1, n: words.length, expected: roleExpected },
    );
  if (numbers.length > 1 || role.includes('@'))
    return inFour(
      '"role" lijkt op een nummer of adres van een persoon; {expected}',
      '« role » ressemble au numéro ou à l’adresse d’une personne ; {expected}',
      '„role“ sieht nach der Nummer oder Adresse einer Person aus; {expected}',
      '"role" looks like the number or address of a person; {expected}',
      { expected: roleExpected },
    );
  if (!words.some(isWork))
    return inFour(
      '"role" noemt geen functie en geen dienst; {expected}',
      '« role » ne nomme ni fonction ni service ; {expected}',
      '„role“ nennt keine Funktion und keine Stelle; {expected}',
      '"role" names no function and no service; {expected}',
      { expected: roleExpected },
    );
  return null;
}
