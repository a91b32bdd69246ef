import { agencies } from '../codes/agencies.ts';
import { units } from '../codes/units.ts';
import { foldText } from '../fold-text.ts';
import type { Language } from '../language.ts';
import { places } from '../places.ts';
import { substances } from '../substances.ts';
import { givenNames } from './given-names.ts';
import { notShown } from './withheld-text.ts';

const name = "(?:d['’](?=H(?:ondt|oog|oore|ae|uls|ey|oe)))?\\p{Lu}[\\p{L}\\p{M}'’-]+";
const particles = '(?:van|de|der|den|von|du|le|la|ter|ten|el|al|di|da|bin|ben)';
/** In German a "der" by itself parts two nouns: "Summe der Sicherungen". */
const germanParticles = particles.replace('|der|den', '|(?<=(?:van|von|zu|auf) )(?:der|den)');
const runOf = (between: string): RegExp =>
  new RegExp(`(?<![\\p{L}-])${name}(?:\\s+(?:${between}\\s+){0,2}${name})+`, 'gu');
const run = runOf(particles);
const germanRun = runOf(germanParticles);

/** What bodies, ports and times are called by: a part of a word, and words as they stand. */
const bodies =
  /airport|port$|haven|hafen|häfen|hubs?$|police|politie|polizei|customs|douane|zoll(?!inger)|fahnder|suchtgift|droge|lagebild|kriminal|misdaad|anoniem|raststätte|richtung|stück(?!l)|cargo|terminal|zentrum|team|agency|agence|agentur|amt$|minister|^\p{L}*bank(?:en|s)?$|fonds|fund|national|federa[lt]|federaal|fédéral|föderal|dienst|office|parket|parquet|staatsanwaltschaft|prosecut|behörde|cellule|brussel|bruxelles|^belg(?:ië|ien|ique|ium|isch\p{L}*|es?|ian|ians)$|^neder(?:land|saksen)|niederl|luxemb|französ|deutsch|dutch|french|german|^ameri[ck]|amérique|europ|étoile|etoile|monat|^(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|june|july|october|december)(?:s|hälfte|bilanz)?$|kilogramm|tonne|gramm|million|milliard|euro|container|kokain|heroin|cannabis|haschisch|marihuana|drogen|rauschgift|cocaine|heroin|crystal|amphetamin|tabletten|sendung|paket|fahrzeug|person|jahr|kreis$|bezirk|administrat|régional|^algemene$|générale?$|accijn|accises|akzise|finan[cz]|gerechtelijk|judici|justiti|justice|justiz|correctionnel|crimin|^crimes?$|marechauss|intérieur|binnenland|^innern?$|^(?:bundes|landes|staats)(?:amt|minist|polizei|land|regier|kriminal|wehr|republik|rat|tag|gericht|anwalt|zentral|behörd|kasse|zoll)|^general(?:zoll|staats|direkt|administ|bundes|sekret|inspekt)|directi|direktion|inspect|inspekt|^services?$|brigade|tribunal|rechtbank|gericht|^cour$|^court$|gemeinsam|ermittlung|renseign|inlichting|opsporing|recherche|intelligence|^border$|^force$|^locale?$|^lokale[rns]?$|^fis[kc]al(?:e[nrs]?|is[ct]\p{L}*)?$|commissari|commission|kommission|comité|committee|observat|institut|universit|opérati|operati|unité|eenheid|einheit|stupéfiant|^anti-|drugs|^protection$|^information$|informatie$|auto?rit(?:eit|y|ies|é|ät)|^droits?$|^indirects?$|^guardia$|^finanza$|^polic[ií]as?$|^pol[ií]cia$|^carabinieri$|^mossos$|^nacional$|judiciária|betäubungsmittel|^bereich$|^vergleich$|^zeitraum$|sicherstell|beschlagnahm|aufgriff|^(?:gesamt)?mengen?$|^(?:besitz|handel|schmuggel|einfuhr|ausfuhr|anbau|verkauf)(?:e?s)?$|^dutzende?$|^civil$|^voedsel$|^päckchen$|^beutel$|^ballen$/iu;
const words = new Set(
  'wegen mehrere das dieser diese dieses jeder jede alle beide zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend darunter davon zudem außerdem neben auch noch nur wie bereits allein laut vier vijf zes zeven negen tien twee drie onze ook daarbij deux trois quatre cinq six sept huit neuf dix elle il ces cette ce two three four five eight nine ten this these their they both noord zuid oost west north south east nord sud süd ost sea union unie fall fälle ende anfang mitte rund etwa mehr insgesamt hit run action actie openbaar public unit köln bonn den haag the le la les het de in im en am on at au aux een un une der die das dem den ein eine einer er wel dat since during after before nach seit bei mit auf aus an von vom zum zur für über unter zwischen between entre until und oder als noch im ins am bis gegen durch volgens dans selon par sur pour avec tussen tijdens na sinds bij voor door'.split(
    ' ',
  ),
);

const isKnown = (word: string): boolean =>
  places.lookup(word).kind !== 'none' ||
  agencies.lookup(word).kind !== 'none' ||
  substances.lookup(word).kind !== 'none' ||
  units.lookup(word).kind !== 'none';
const isThing = (word: string): boolean =>
  bodies.test(word) || serviceLetters.has(word) || words.has(word.toLowerCase()) || isKnown(word);

/** Small words that a sentence begins with, and that are nobody's first name. */
const small = new Set(
  'der die das den dem ein eine einer le la les un une l de het een the a an in im am aan op bij voor door met au aux pour par dans sur avec mit bei für von vom zum zur und et en and oder ou of or'.split(
    ' ',
  ),
);
/** Words that a thing of two words begins with, none of which is a person's: "Raststätte Siegburg", "Politie Meetjesland". */
const firstOfThing =
  /^(?:\p{L}*(?:police|politie|polizei|douane|customs|airport|hafen|haven|amt|dienst|agentur|agence|agency|behörde|ministerie|ministerium|ministère|parket|parquet|staatsanwaltschaft|raststätte|lagebild|kriminalität|terminal|zentrum|centrum|cellule|sendung(?:en)?|pakete?|fahrzeuge?)s?|zoll\p{L}*(?:amt|fahndung|kontrolle)\p{L}*|cargo|euro|aufgriffen?|richtung|stück|million(?:en)?|milliarden?|tonnen?|kilogramm|gramm|tabletten|container|jahre?n?|openbaar|hub|port)$/iu;
/** Words that it ends in, and that are no surname, as Zoll, Bank and Haven are. */
const lastOfThing =
  /^\p{L}*(?:police|politie|polizei|customs|douane|agency|agence|agentur|team|unit|airport|behörden?|ministry|ministerium|ministerie|staatsanwaltschaft)s?$/iu;
/** What is called by whatever words somebody thought of. */
const operation = /^(?:operatie|opération|operation)$/iu;
/** The same in a sentence of press, of bodies and districts: words that may be surnames elsewhere ("Hans Kreis"). */
const firstOfBody =
  /^(?:(?:land)?kreis|tribunal|rechtbank|\p{L}*direktion|direction|brigade|regierungsbezirk|bezirk|provinz|gemeinde|rastplatz)$/iu;
const lastOfBody =
  /^(?:service|department|authority|inspectorate|commission|committee|council|institute|seehäfen|flughäfen)s?$/iu;
/** "Mitteilungen von Zoll", "Déclarations de Soupçon": a plural of what is done, and of whom. */
const ofDoing =
  /^\p{Lu}\p{L}+(?:ungen|heiten|keiten|schaften|ionen|tions)\s+(?:von|der|des|de|du|van)\s/u;

/** Services and places of a town: "Hamburger Fahnder", "Kölner Zoll", "Frankfurter Flughafen". */
const ofTown =
  /^\p{Lu}\p{Ll}{2,}er (?:(?:zoll)?(?:fahnder|ermittler|beamten?)|zoll|(?:see|flug|binnen)?hafens?|staatsanwaltschaft|landgericht|hauptzollamt|justiz)$/iu;
/** German nouns of what is done or is so: "Vernichtung", "Zuständigkeit"; "Hartung" is a surname. */
const germanAbstract = /^\p{Lu}\p{Ll}{4,}(?:ung|ungen|heit|heiten|keit|keiten|schaft|tät|täten)$/u;
/** "Border Force", "Task Force", "Coast Guard": two words that are one body. */
const pairOfBody = /^(?:border|task|police|strike|coast|national) (?:force|guard)s?$/iu;
const isSaint = /^(?:sankt|saint|sint|santa|são)$/iu;

/** The words of a run that no list knows, by themselves or together with those beside them: "Hong Kong". */
function unknownOf(parts: readonly string[], language: Language): readonly string[] {
  const known = parts.map(
    (part, at) =>
      isThing(part) ||
      (language === 'de' && germanAbstract.test(part)) ||
      isSaint.test(part) ||
      isSaint.test(parts[at - 1] ?? ''),
  );
  for (let from = 0; from < parts.length; from += 1)
    for (let to = from + 2; to <= Math.min(parts.length, from + 4); to += 1)
      if (isKnown(parts.slice(from, to).join(' '))) known.fill(true, from, to);
  return parts.filter((_, at) => !known[at]);
}

/**
 * A run of words that begin with a capital: a thing where each is known as a part of one, or where it begins or ends as no
 * name does and holds one unknown word at most. A place, a preposition or a month beside a name does not make it a thing.
 */
function runKept(found: string, rest: string, language: Language): boolean {
  const capitals = found.split(/\s+/u).filter((part) => /^\p{Lu}/u.test(part));
  // "Der Straßenverkaufswert", "Persbericht In 2031": the capital of a small word is that of the sentence, and one word alone is no run.
  const start = capitals.findIndex((part) => !small.has(part.toLowerCase()));
  const isDated = /^\s+\d/u.test(rest) && small.has(capitals.at(-1)?.toLowerCase() ?? '');
  const parts = capitals.slice(Math.max(0, start), isDated ? -1 : undefined);
  const unknown = unknownOf(parts, language);
  const isWholeKnown = isKnown(found) || isKnown(parts.join(' '));
  // "Julia Court", "Georgia Justice": whoever bears a given name is a person, whatever the surname looks like.
  if (parts.length > 1 && !isWholeKnown && parts.some(isGiven)) return false;
  return (
    parts.length < 2 ||
    isWholeKnown ||
    /^(?:range|land) rover$/iu.test(found) ||
    ofDoing.test(`${found} `) ||
    unknown.length === 0 ||
    ofTown.test(parts.join(' ')) ||
    (unknown.length <= 2 && operation.test(parts[0] ?? '')) ||
    (unknown.length === 1 &&
      (firstOfThing.test(parts[0] ?? '') ||
        // "SREC de Diekirch"
        (serviceLetters.has(parts[0] ?? '') && (parts[0] ?? '').length > 2) ||
        firstOfBody.test(parts[0] ?? '') ||
        lastOfBody.test(parts.at(-1) ?? '') ||
        pairOfBody.test(parts.slice(-2).join(' ')) ||
        lastOfThing.test(parts.findLast((part) => !isKnown(part)) ?? '')))
  );
}

const word = (list: string): RegExp => new RegExp(`^(?:${list})$`, 'iu');

/** Titles: whoever is named behind one is a person. */
const titles =
  '(?:de )?heer|meneer|mijnheer|mevrouw|mr|mrs|ms|mister|dhr|mevr|mw|monsieur|madame|mademoiselle|mme|mlle|herr|herrn|frau|dr|mtr|insp|det|sgt';
/** Words of office and rank, and of parts that somebody has in a case. */
const offices =
  "woordvoerd(?:er|ster)|porte-parole|sprecher(?:in)?|spokes(?:person|man|woman)|minister|ministre|ministerin|staatssecretaris|secrétaire d['’]état|procureure?|procureur-generaal|prosecutor|staatsanw(?:alt|ältin)|(?:hoofd)?commissaris|commissaire(?: principal| divisionnaire)?|(?:kriminal|polizei|haupt|ober)*kommissar(?:in)?|directeur|directrice|director|direktor(?:in)?|administrateur-generaal|burgemeester|bourgmestre|mayor|bürgermeister(?:in)?|korpschef|(?:hoofd|eerste |opper)?(?:inspecteur|wachtmeester)s?|inspecteur principal|inspectrice|(?:chief |detective |police )?inspector|(?:haupt|ober|zoll|zollober|zollhaupt)?inspektor(?:in)?|brigadier|adjudant|kapitein|capitaine|sergeant|(?:hoofd|politie|douane)?agente?|verbalisant(?:en)?|verbaliserende?|rechercheur|speurder|enquêteu?r(?:trice)?|enquêtrice|ermittler(?:in)?|sachbearbeiter(?:in)?|zöllner(?:in)?|polizist(?:in)?|polizeibeamte[rn]?|beamte[rn]?|gendarme|douanier|politieman|police officer|case officer|customs officer|officer|constable|detective|dossierbeheerder|dossierhouder|(?:dossier|zaak)?behandelaar|behandeld door|gestionnaire(?: de dossier)?|magistraat|magistrat|onderzoeksrechter|juge d['’]instruction|officier van justitie|ermittlungsrichter(?:in)?|contactpersoon|contact|personne de contact|ansprechpartner(?:in)?|aangever|melder|getuige|témoin|zeuge|zeugin|witness";
/** Those that a case is about; a nationality may stand behind them as well. */
const parties =
  'verdachte|suspecte?|suspect|prévenue?|inculpée?|beklaagde|defendant|accused|beschuldigte[rn]?|tatverdächtige[rn]?|verdächtige[rn]?|festgenommene[rn]?|angeklagte[rn]?|genaamd|nommée?|namens|named|chauffeur|bestuurder|conducteur|conductrice|fahrer(?:in)?|driver|koerier|courier|kurier|passagier|passager|passenger|bewoner|eigenaar|propriétaire|eigentümer(?:in)?|owner|dader|auteur|täter(?:in)?|slachtoffer|victime|opfer|victim|courrier';
/** Verbs of what an official or a witness does, behind which "by" names somebody. */
const acts =
  'gemeld|aangegeven|opgemaakt|opgesteld|behandeld|gevolgd|geverbaliseerd|ingevoerd|ondertekend|getekend|vastgesteld|aangehouden|gecontroleerd|gezien|verhoord|ontdekt|gevonden|aangetroffen|in beslag genomen|signalée?s?|suivie?s?|rédigée?s?|établie?s?|traitée?s?|constatée?s?|signée?s?|dressée?s?|découverte?s?|trouvée?s?|saisie?s?|gemeldet|bearbeitet|erstellt|unterzeichnet|entdeckt|gefunden|sichergestellt|aufgenommen|reported|handled|signed|written|seized|logged|entered|registered|recorded|filed|found|discovered|stopped|arrested';
const by = 'door|par|von|durch|by';

/** Several of them, of whom a colon and a list tell. */
const several =
  'verdachten|suspecte?s|prévenue?s|inculpée?s|beklaagden|defendants|beschuldigten|tatverdächtigen?|verdächtigen|festgenommenen|angeklagten|chauffeurs|bestuurders|conducteurs|drivers|koeriers|couriers|kuriere|passagiers|passagers|passengers|bewoners|daders|auteurs|slachtoffers|victimes|victims|getuigen|témoins|zeugen|witnesses|agenten|agents|inspecteurs|verbalisanten|melders|aangevers|contactpersonen|contacts|enquêteurs|speurders|rechercheurs';
/** Short forms of ranks, which are words in small letters. */
const ranks = 'INP|HINP|EHINP|CP|HCP|Lt|Cdt|CDT|Cpt|KHK|KHKin|PHK|PHM|POK|OPJ|APJ';

const initials = '(?:\\p{Lu}\\.[ -]?){1,4}';
const family = `${name}(?:\\s+(?:${particles}\\s+){0,3}${name})*`;
/** A word of office, and words that may stand between it and who holds it: "de la police", "van politie". */
const office = new RegExp(
  `(?<![\\p{L}-]|['’]?s[- ])((?:${titles}|${ranks})\\.?|${offices}|${parties}|(?:${several})(?=\\s*[:=]))(?:\\s*[:=]\\s*|\\s+)(?:(?:van (?:de )?|de la |de |der |des |of the |of )(?:police|politie|douane|polizei|zolls?|customs)\\s+)?`,
  'giu',
);
const act = new RegExp(`(?<![\\p{L}-])(?:${acts})\\s+(?:${by})\\s+`, 'giu');
const who = new RegExp(
  `^(?:(?:${initials}\\s*)?(?:(?:${particles})\\s+){0,3}${family}|${initials}(?!\\p{L}))`,
  'u',
);
/** In small letters only a given name tells: "gemeld door jan peeters". */
const smallLetters = new RegExp(
  `^(\\p{Ll}[\\p{L}-]+)(?:\\s+${particles}){0,3}\\s+(\\p{Ll}[\\p{L}'’-]+)`,
  'u',
);
const agent = new RegExp(`(?<![\\p{L}-])(?:${by})\\s+`, 'giu');
const byInitials = new RegExp(
  `(?<![\\p{L}\\p{N}.])(${initials})((?:(?:${particles})\\s+){0,3}${family})`,
  'gu',
);
/** Another one of a list of names. */
const another = new RegExp(
  `^(\\s*,\\s*|\\s+(?:en|et|und|and)\\s+|\\s*&\\s*)((?:(?:${particles})\\s+){0,3}${family})`,
  'u',
);
/** Signs that a name may stand in by itself. */
const opening = /^[("“„«‘[]+\s*/u;
/** Places that have a letter, and lists of things that have one: "loods A. Daarna", "Anhang B. Der". */
const lettered =
  /(?<!\p{L})(?:loods|hal|dok|dock|kaai|kade|terminal|poort|gate|deur|zone|sector|lijn|lijst|list|liste|klasse|class|classe|categorie|catégorie|kategorie|type|typ|groep|groupe|gruppe|group|bijlage|annexe?|anhang|anlage|quai|bâtiment|gebouw|gebäude|halle|tor|vitamin\p{L}*|hepatitis|blok|bloc|block|pier|partij|lot|monster|staal|punt|point|punkt|tabel|tableau|tabelle|table|figuur|figure)\s$/iu;
/** What says of the name behind it that it is none of a person. */
const firmBefore =
  /(?<!\p{L})(?:firma|firm|firme|société|schip|ship|navire|schiff|merk|marque|marke|brand|rue|avenue)\s["“„«]?$/iu;
/** Short forms that read as initials. */
const shortForm =
  /^(?:u\.? ?s|u\.? ?s\.? ?a|u\.? ?k|e\.? ?u|b\.? ?v|n\.? ?v|s\.? ?a|v\.? ?o\.? ?f|p\.? ?v|u\.? ?n|v\.? ?n|d\.? ?e\.? ?a|n\.? ?b|p\.? ?s|a\.? ?d|m\.? ?v|m\.? ?s|s\.? ?s|l\.? ?c|h\.? ?s|a\.? ?s|z\.? ?b|o\.? ?m|v\.? ?a\.? ?t|t\.? ?v\.? ?a|b\.? ?t\.? ?w)\.?[ -]?$/iu;

/** What is called after persons: streets, ships, saints, airports, schools; a word before the name says so. */
const calledAfter = word(
  'firm|firme|société|rue|avenue|av|boulevard|bd|place|quai|chaussée|square|allée|pont|parc|port|aéroport|aeroport|luchthaven|airport|flughafen|station|gare|bahnhof|ziekenhuis|hôpital|hospital|krankenhaus|klinik|clinique|école|lycée|collège|school|college|institut|instituut|institute|universit\\p{L}+|stade|stadion|stichting|fondation|foundation|stiftung|straat|laan|plein|brug|sluis|tunnel|dok|dock|terminal|site|mv|ms|mt|ss|mts|msc|cma|cgm|schip|zeeschip|\\p{L}*schip|ship|vessel|navire|bateau|voilier|péniche|schiff|\\p{L}*schiff|jacht|\\p{L}*jacht|yacht|\\p{L}*boot|ferry|veerboot|tanker|bulker|sint|sint-\\p{L}+|st|ste|saint|sainte|sankt|san|santa|são|sao|heilige|prins|prinses|prince|princesse|princess|prinz|koning|koningin|roi|reine|king|queen|könig|königin|operatie|opération|operation|firma|merk|marque|marke|brand|café|restaurant|hotel|hôtel|bar|camping|maison|huis|villa|puerto|porto|az|uz|chu|rederij|supermarkt|sporthal|klein|kleine|groot|grote|nieuw|nieuwe|oud|oude|new|old|petite?|grande?|neue?|alte?|bad|domaine|château|kasteel',
);
/** Parts of names of streets and of firms that hold the name of a person: "Jan Van Rijswijcklaan", "Peter Döhle Shipping". */
const endOfThing =
  /^(?!van|ver|ter|op|uit)\p{L}[\p{L}'’-]{3,}(?:straat|laan|lei|plein|kaai|kade|dreef|singel|steenweg|dok|sluis|tunnel|stra(?:ß|ss)e|platz|allee|ufer|haven|hafen|kanaal|kanal|gracht)$|^(?:kanaal|kanal|dok|sluis|tunnel|haven|hafen|plein|straat|street|road|avenue|lane|square|bridge|dock|docks|wharf|canal|airport|hospital|college|school|stadium|place|terrace|park|circle|bay|heights|vale|islands?|mountains?|valley|beach|creek|hills?|crescent|court|drive|close|station|terminals?|shipping|line|lines|logistics|logistiek|transport|transports|trucking|express|group|groep|groupe|holding|bank|force|world|guard|security|services?|patrol|squad|brigade|centre|center|centrum|zentrum|foods|fruit|trading|ltd|limited|inc|bv|bvba|nv|sa|sarl|sprl|srl|gmbh|kg|ag|co|company|maersk)$/iu;
/** Firms, brands and places that are called as persons are. */
const namesakes = new Set(
  'jandenul charlesdegaulle johnfkennedy willybrandt louisvuitton hugoboss calvinklein ralphlauren michaelkors tommyhilfiger yvessaintlaurent jeanpaulgaultier pacorabanne philipmorris philippplein jackdaniels jimbeam christiandior karllagerfeld pierrecardin patekphilippe franckmuller stellaartois aloevera franklinroosevelt charlesquint emilezola victorhugo joachimbeuckelaer emmamaersk paulsmith guylaroche johnplayer janmayen annapaulowna diegogarcia diegosuarez tristandacunha maryjane mariejeanne albertheijn bengurion josemarti tonymontana'.split(
    ' ',
  ),
);
/** A word for where somebody is from. */
const nationality =
  /^(?:alban|marok|maroc|morocc|turk|turc|türk|roemee|roumain|rumän|romanian|bulgaar|bulgar|poo?l(?:en|se?)?$|polonais|pole$|polish|polnisch|litou|lituan|lithuan|litau|colomb|kolumb|ecuador|équator|surina|antill|nigeri|ghan|algeri|algér|tunes|tunis|syri|irak|iraq|iran|afgha|servi|serb|kroa|croat|bosni|oekra|ukrain|russ|rus$|itali|spanj|espagn|span|portug|braz|brés|bras|chin|viet|engels|anglais|brit|irish|ier$|deen$|danois|dän|zweed|suéd|swed|schwed|belg|neder|néer|luxemb|duits|allemand|german|deutsch|frans|franç|french|franz|dutch|holland|europ|amerik|améric|americ|israël|israel|libano|liban|leban|pakist|ind(?:i|o)|georg|géorg|armee|armen|molda|estl|eston|lett|latv|hong|hung|ungar|grie|grec|greek|cypr|zypr|tsjech|tchèq|czech|slow|slov)/iu;

/** What stands where a name would, and says that there is none, or what somebody or something is. */
const nobody = word(
  'onbekende?|unknown|inconnue?s?|unbekannt|anoniem|anonymous|anonyme?|male|female|man|vrouw|homme|femme|mann|kind|lkw|pkw|vrachtwagen|total|totaal|insgesamt|anzahl|nummer|number|name|naam|nom|age|orange|brabant|holland|hoofd|geen|aucune?|keine?r?|none|nihil',
);

/** Services and units by the letters that they are known by. */
export const serviceLetters: ReadonlySet<string> = new Set(
  'SREC SPF FOD SPW FGP PJF DGJ DJF DGR DJSOC DRI CSD SCA CIK SIC AIK CIA FCCU RCCU FTU RST DLIO DLR LRPD TEC RIEC LIEC OSI NVWA ILT ISD DJI SPJ SPS LKA BPOL BUPOL ZKA GZD ZFA HZA GER GFG DEA NCA HMRC DNRED OCRTIS OCRGDF DZPJ SDPJ PJGN JIRS MAOC EMPACT INTERPOL DIRCO DIRJUD CRIC DRKC DRPJ EMCDDA EPPO EUDA FRONTEX GFAP GSTA ISZW OFAST ONAF PPGD SEJF SRPS UNODC AFSCA FAVV KMAR SOCA NNCA BPOLI DIPJ FBI CBP DHS'.split(
    ' ',
  ),
);

/** What stands in capitals and is a firm, a unit, a kind of vehicle, or says that there is nothing. */
const shortNames = new Set(
  'GIR SPC WPR BSB BSR PJ BR CROSS BSI BSN AMT GAD DAD AAD DP MSC CMA CGM PSA ECT APM APMT RWG COSCO HMM ONE EVER UPS DHL GLS DPD TNT FEDEX KLM BNP KBC ING ABN SNCB NMBS SNCF DB NS STIB MIVB VRT RTBF RTL CCTV ANPR GSM GPS SUV LKW PKW VL PL PTI RTW NVT NB NA TBD UNK NC ND NN XX XXX XXXX OK GO HIT VIP ID NR NO CEL DIU VTC POC SPOC CMR BL PV DNA ADN LSD MDMA XTC GHB THC'.split(
    ' ',
  ),
);
const isShortName = (part: string): boolean => serviceLetters.has(part) || shortNames.has(part);

/** Makes of vehicles, carriers, firms and institutes that stand where the name of a person may. */
const makes = word(
  'mercedes(?:-benz)?|renault|bmw|vw|audi|volkswagen|ford|opel|peugeot|citro[eë]n|fiat|iveco|daf|scania|volvo|skoda|škoda|seat|toyota|dacia|nissan|hyundai|kia|mazda|honda|suzuki|mitsubishi|tesla|porsche|lexus|jaguar|ferrari|yamaha|kawasaki|vespa|piaggio|sprinter|transit|golf|passat|mégane|berlingo|kangoo|air|airlines?|airways|lufthansa|ryanair|transavia|tui|easyjet|vueling|iberia|eurowings|flixbus|eurolines|thalys|eurostar|uber|taxi|bus|autobus|trein|train|zug|tram|auto|wagen|vrachtauto|bestelwagen|camion(?:nette)?|voiture|truck|car|lorry|scooter|fiets|vélo|bromfiets|moto|motard|motor|sciensano|trimbos|infrabel|bpost|postnl|colis|fedex|securitas|proximus|belfius|lineas|febelfin|fedasil|childfocus|bewaking|securail|(?:kust|grens|brand)wacht|(?:dienst|melde|leit|zentral)stelle|\\p{L}+(?:desk|loket|meldpunt|centrale|zentrale|kantoor|cargo|logistics|fahndung|inspectie|inspection|inspektion)',
);

/** Kinds of persons, and what a heading asks of one. */
const kinds = word(
  'minderjarigen?|meerderjarigen?|volwassenen?|jongeren?|ouderen?|vrouwen|mannen|kinder(?:en)?|jongens?|meisjes?|leerkracht(?:en)?|leerling(?:en)?|scholier(?:en)?|student(?:en|e|s)?|toerist(?:en)?|vreemdeling(?:en)?|personeel|jugendliche[rn]?|heranwachsende[rn]?|erwachsene[rn]?|minderjährige[rn]?|kindern?|frauen|männern?|mädchen|jungen?|lehrkräften?|lehrkraft|schüler(?:innen|in|n)?|studierende[rn]?|touristen|ausländer(?:innen|in|n)?|mineure?s?|majeure?s?|enfants?|femmes|hommes|filles?|garçons?|jeunes?|adultes?|élèves?|étudiante?s?|touristes?|étrang(?:er|ère)s?|enseignante?s?|women|woman|men|minors?|adults?|children|child|juveniles?|youths?|girls?|boys?|students?|teachers?|tourists?|foreigners?|residents?|persone?n?|persons?|people|personnes?|jaar|ans|years?|andere[rns]?|autres?|others?|sonstige[rns]?|overige[n]?|anderen|weiblich|männlich|mannelijk|vrouwelijk|divers|diverse[n]?|meerdere|plusieurs|mehrere|several|licen[cs]e|rijbewijs|permis|sex|sexe|gender|geslacht|geschlecht|race|ras|alter|leeftijd|âge|type|typ|soort|count|aantal|nombre|date|datum|status|code|rol|rôle|rolle|role|functie|fonction|funktion|adres|adresse|address|telefoon|téléphone|telefon|phone|details?|info|reden|ships|rail|kelco',
);

/** A word that is no part of a name, whatever stands beside it. */
const isNoName = (part: string): boolean =>
  nobody.test(part) ||
  words.has(part.toLowerCase()) ||
  firstOfThing.test(part) ||
  lastOfThing.test(part) ||
  endOfThing.test(part) ||
  isMonth.test(part) ||
  isKnown(part);
const isMonth =
  /^(?:jan|feb|fév|mrt|mär|avr|apr|mei|mai|may|jun|jul|aug|sep|sept|okt|oct|nov|dec|déc|dez)$/iu;

const nobodyOrMonth = (part: string): boolean => nobody.test(part) || isMonth.test(part);

const particle = word(particles);
const isParticle = (part: string): boolean => particle.test(part);
const isGiven = (part: string): boolean =>
  givenNames.has(foldText(part.split('-')[0] ?? '')) || givenNames.has(foldText(part));

/** How many words of a list, from the first, are of one name: up to the first that is none. */
function nameLength(parts: readonly string[]): number {
  const end = parts.findIndex(
    (part, at) =>
      isNoName(part) && !(at > 0 && isParticle(parts[at - 1] ?? '')) && !isParticle(part),
  );
  let length = end < 0 ? parts.length : end;
  while (length > 0 && isParticle(parts[length - 1] ?? '')) length -= 1;
  return length;
}

/** A run of words with its first so many words left out. */
function cut(found: string, from: number, count: number): string {
  const parts = found.split(/(\s+)/u);
  return [...parts.slice(0, 2 * from), notShown, ...parts.slice(2 * (from + count) - 1)].join('');
}

const isTitle = word(`(?:${titles})\\.?`);
const isLead = word(`(?:${titles})\\.?|${offices}|${parties}`);
const beginsAsName = new RegExp(`^(?:${particles}\\s+)*(?:d['’])?\\p{Lu}`, 'u');

/** Beside a German noun these are adjectives or what a heading counts: "verdächtige Lagen", "Tatverdächtige Anzahl". */
const beside =
  /^(?:(?:tat)?verdächtige|beschuldigte|festgenommene|angeklagte)[nr]?\s|^(?:(?:Tatv|V)erdächtige|Beschuldigte|Festgenommene|Angeklagte)n?\s|^(?:[Tt]äter|[Oo]pfer)\s/u;

/** Family names that are borne often and are no words of German: they tell a name where a noun may stand as well. */
const families: ReadonlySet<string> = new Set(
  `muller schmidt schmitt schmitz meyer meier maier mayer hoffmann schulz schulze krause lehmann schmid kohler herrmann walter konig huber kaiser
   fuchs scholz moller hahn schubert vogel friedrich keller gunther frank berger winkler roth beck lorenz baumann franke albrecht schuster simon
   ludwig bohm winter kraus schumacher kramer vogt stein jansen janssen hansen yilmaz kaya demir celik sahin yildiz yildirim ozturk aydin ozdemir
   arslan dogan kilic aslan cetin kara koc kurt ozkan simsek polat nowak kowalski wisniewski wojcik kaminski lewandowski popescu ionescu ivanov
   petrov hoxha shehu peeters janssens maes jacobs mertens willems claes goossens wouters desmet dubois lambert dupont martin leroy lefevre
   devries visser bakker mulder meijer bos vos dekker brouwer dewit dijkstra smits degraaf vandijk vandenberg haddad benali nguyen traore diallo`
    .split(/\s+/u)
    .filter(Boolean),
);
const isFamily = (part: string): boolean => families.has(foldText(part));

/** Titles that nothing but a name stands behind: "Herr Mann", "Mevr. May". */
const isAddress = word(
  '(?:de )?heer|meneer|mijnheer|mevrouw|mrs|dhr\\.?|mevr\\.?|monsieur|madame|mademoiselle|mme\\.?|mlle\\.?|herr|herrn|frau',
);
const isMinister = word("minist(?:er|re|erin)|staatssecretaris|secrétaire d['’]état");
const nameless = word(
  'onbekende?|unknown|inconnue?s?|unbekannt|anoniem|anonymous|anonyme?|total|totaal|insgesamt|anzahl|nummer|number|name|naam|nom|geen|aucune?|keine?r?|none|nihil',
);
const notGiven = /^n\.? ?(?:[abcdnv]|v\.? ?t)\.?$/iu;

/** What befell the persons that a statistic counts, in the capitals of a heading: "Defendant Found Guilty". */
const befallen = word(
  'convicted|prosecuted|sentenced|unsentenced|intoxicated|detained|imprisoned|arrested|released|acquitted|charged|cautioned|killed|injured|deceased|found|brought|known|reported|registered|recorded',
);

/** Before "contact" these make it what somebody has, and not who is to be asked: "Brought into Formal Contact". */
const havingContact = /(?<!\p{L})(?:formal|initial|physical|sexual|bodily|into)\s+$/iu;

/** Whether what stands behind a word of office says what somebody is, or is a service, a make or a firm. */
function isThingBehind(part: string): boolean {
  return (
    kinds.test(part) ||
    befallen.test(part) ||
    (makes.test(part) && !isGiven(part)) ||
    isShortName(part) ||
    nationality.test(part)
  );
}

/** Who is named behind a word of office: all words up to the first that is no part of a name. */
function behindOffice(called: string, found: string): string {
  const parts = found.split(/\s+/u);
  const [first = '', second = ''] = parts;
  if (called === 'DR' || !beginsAsName.test(found)) return found;
  if (namesakes.has(foldText(found)) || isKnown(found) || isLead.test(first)) return found;
  // "Minister van Justitie", "ministre de la Justice": what somebody is minister of.
  if (isMinister.test(called) && /^\p{Ll}/u.test(first)) return found;
  if (!isTitle.test(called)) {
    const leadingWord = parts.find((part) => !isParticle(part)) ?? '';
    if (parts.length > 1 && parts.some((part) => endOfThing.test(part))) return found;
    if (isThingBehind(leadingWord) || isThingBehind(first)) return found;
  }
  if (/^\p{Lu}\./u.test(first))
    return notGiven.test(found) || shortForm.test(found) ? found : cut(found, 0, parts.length);
  // "Herr Mann" bears a name that is a word, and so does "LI Wei" one that is a code.
  const isBorne =
    (isAddress.test(called) && nobodyOrMonth(first) && !nameless.test(first)) ||
    (/^\p{Lu}{2,3}$/u.test(first) && /^\p{Lu}\p{Ll}/u.test(second) && !isNoName(second));
  const length = isBorne ? 1 + nameLength(parts.slice(1)) : nameLength(parts);
  return length === 0 ? found : cut(found, 0, length);
}

/** A text in which what stands behind each find of an expression is put through a function. */
function behind(
  text: string,
  lead: RegExp,
  change: (
    rest: string,
    lead: string,
    called: string,
    before: string,
  ) => readonly [taken: number, put: string],
): string {
  let [kept, from] = ['', 0];
  for (const { 0: found, 1: called = '', index } of text.matchAll(lead)) {
    const end = index + found.length;
    if (end < from) continue;
    const [taken, put] = change(
      text.slice(end, end + 200),
      found,
      called,
      text.slice(Math.max(0, index - 20), index),
    );
    kept += text.slice(from, end) + put;
    from = end + taken;
  }
  return kept + text.slice(from);
}

const article = /(?:^|\s)(?:der|die|das|den|dem|des|ein(?:e[rnms]?)?)\s+$/iu;
const isRank = word(ranks);
const rankAsWritten = new RegExp(`^(?:${ranks})$`, 'u');
const isSeveral = word(several);

/** Whether a German noun may stand where a name would, and nothing says that one does. */
function isBeside(rest: string, lead: string, before: string): boolean {
  if (/[:=]/u.test(lead) || !beside.test(lead)) return false;
  const [first = ''] = /^[\p{L}\p{M}'’-]+/u.exec(rest) ?? [];
  // "Der Täter Flucht" may be a heading; "der Verdächtige" is somebody, and his name follows.
  const isSomebody = article.test(before) && !/^(?:täter|opfer)/iu.test(lead);
  return !/^\p{Lu}/u.test(lead) || !(isSomebody || isFamily(first) || isGiven(first));
}

const named = (
  rest: string,
  lead: string,
  called: string,
  before: string,
): readonly [number, string] => {
  const rank = called.replace(/\.$/u, '');
  if (isRank.test(rank) && !rankAsWritten.test(rank)) return [0, ''];
  if (isBeside(rest, lead, before)) return [0, ''];
  if (/^contact$/iu.test(called) && havingContact.test(before) && !/[:=]/u.test(lead))
    return [0, ''];
  const small = smallLetters.exec(rest);
  if (small && isGiven(small[1] ?? '') && !isNoName(small[2] ?? ''))
    return [small[0].length, notShown];
  // In brackets a remark stands more often than a name.
  const [open = ''] = opening.exec(rest) ?? [];
  const [found = ''] = who.exec(rest.slice(open.length)) ?? [];
  if (open !== '' && !found.split(/\s+/u).some(isFamily)) return [0, ''];
  let put = open + behindOffice(called, found);
  let taken = open.length + found.length;
  while (put.endsWith(notShown) && found !== '') {
    const [whole = '', parting = '', next = ''] = another.exec(rest.slice(taken)) ?? [];
    const kept = behindOffice(called, next);
    if (kept === next || (parting.trim() === ',' && !isSeveral.test(called))) break;
    put += parting + kept;
    taken += whole.length;
  }
  return [taken, put];
};

/** A run of words with capitals in which a given name stands: without the name, where another follows or the whole text is one. */
function withoutGiven(found: string, before: string, isWhole: boolean): string {
  const parts = found.split(/\s+/u);
  const at = parts.findIndex((part) => /^\p{Lu}/u.test(part) && isGiven(part));
  if (at < 0) return found;
  const previous =
    parts[at - 1] ?? /([\p{L}\p{M}-]+)[.\s"'’“„«‘]*$/u.exec(before.slice(-80))?.[1] ?? '';
  if (calledAfter.test(previous) || parts.slice(0, at).some((part) => calledAfter.test(part)))
    return found;
  const rest = parts.slice(at);
  if (rest.some((part) => endOfThing.test(part)) || isKnown(rest.join(' '))) return found;
  if (
    namesakes.has(foldText(rest.slice(0, 3).join(''))) ||
    namesakes.has(foldText(rest.slice(0, 2).join('')))
  )
    return found;
  const length = 1 + nameLength(rest.slice(1));
  if (length > 1) return cut(found, at, length);
  // "Peeters Jan", "PEETERS Jan": the family name first.
  const [first = ''] = parts;
  const isInverted = isWhole || (first === first.toUpperCase() && found !== found.toUpperCase());
  return isInverted &&
    !first.includes('-') &&
    at > 0 &&
    at === parts.length - 1 &&
    nameLength(parts.slice(0, at)) === at
    ? notShown
    : found;
}

/** The whole of a text: "Peeters, Jan", and in small letters "jan peeters". */
const inverted = new RegExp(`^\\s*${family},\\s*(${name})(?:\\s+\\p{Lu}\\.)?\\s*$`, 'u');
const whollySmall = new RegExp(`${smallLetters.source}\\s*$`, 'u');

function isNameWhole(text: string): boolean {
  const [, given = ''] = inverted.exec(text) ?? [];
  const [, first = '', last = ''] = whollySmall.exec(text.trimStart()) ?? [];
  const [family = ''] = text.trim().split(/,?\s+/u);
  return (isGiven(given) && !isNoName(family)) || (isGiven(first) && !isNoName(last));
}

const givenAndInitial = new RegExp(`(?<![\\p{L}-])(${name})\\s+\\p{Lu}\\.(?!\\p{L})`, 'gu');

const page = /(?:https?:\/\/|www\.)\S+|\ue000/giu;

/** A letter, then signs or blanks, then a letter: what each text with a name holds. "J.-Peeters" holds a hyphen there. */
const parted = /[\p{L}\p{M}'’-](?:[\s.:,=&("“„«‘[]+|\.-)\p{L}/u;
const someInitials = /(?<!\p{L})\p{Lu}\./u;
/** One word of those that stand before a name, whole or the telling one of several. */
const leading = word(
  `${titles}|${ranks}|${offices}|${parties}|${several}|${acts}|secrétaire|juge|officier|beslag|contact|officer`,
);
/** Words by whether a name can stand by them: texts of a table are made of few. */
const telling = new Map<string, boolean>();
const mostTelling = 50_000;

function isTelling(part: string): boolean {
  const known = telling.get(part);
  if (known !== undefined) return known;
  const found = [part, ...part.split(/['’]/u), ...part.split(/['’-]/u)].some(
    (each) => isGiven(each) || leading.test(each),
  );
  if (telling.size >= mostTelling) telling.clear();
  telling.set(part, found);
  return found;
}

/** @internal Whether it is worth looking for a name at all: most texts hold no word that one stands by. */
export function mayName(text: string): boolean {
  if (!parted.test(text)) return false;
  // An address of a page is looked past, also one that stands against a name.
  const bare = text.replace(page, '\ue000');
  return someInitials.test(bare) || (bare.match(/[\p{L}\p{M}'’-]+/gu) ?? []).some(isTelling);
}

/**
 * A text that is kept as words (a remark, a note, a cell), without the names of persons in it: each is replaced by
 * "(not shown)". A name is what stands behind a word of office, rank or part in a case ("commissaire", "Sachbearbeiter:", "Mme"),
 * behind what somebody did ("gemeld door"), behind initials, or beside a given name of our list. A single word by itself is
 * nobody's name, and neither are streets, ships, firms, services and places. With `every`, the language of a sentence of
 * press, also each other run of words with capitals that is no known thing. The same text becomes the same text.
 *
 * @example
 * ```ts
 * import { withheldNames } from '@samenbeeld/schema';
 * withheldNames('gemeld door hoofdinspecteur Jan Peeters') // => 'gemeld door hoofdinspecteur (not shown)'
 * withheldNames('loods Antwerpen Linkeroever') // => 'loods Antwerpen Linkeroever'
 * ```
 */
export function withheldNames(text: string, options: { readonly every?: Language } = {}): string {
  return text
    .split('\n')
    .map((line) => {
      // A letter and its accent may be written as two signs.
      const whole = line.normalize('NFC');
      const kept =
        options.every !== undefined || mayName(whole)
          ? withheldInLine(whole, options.every)
          : whole;
      return kept === whole ? line : kept;
    })
    .join('\n');
}

/**
 * Whether a text seems to name a person, as `withheldNames` knows names.
 *
 * @example
 * ```ts
 * import { namesPerson } from '@samenbeeld/schema';
 * namesPerson('gemeld door hoofdinspecteur Jan Peeters') // => true
 * ```
 */
export function namesPerson(text: string): boolean {
  return withheldNames(text) !== text;
}

/** @internal A line, composed, without the names of persons, however unlikely it holds one. */
export function withheldInLine(text: string, language: Language | undefined): string {
  if (isNameWhole(text)) return notShown;
  const pages: string[] = [];
  const bare = text.replace(page, (found) => {
    pages.push(found);
    return '\ue000';
  });
  const led = behind(behind(bare, office, named), act, named);
  const sure = behind(led, agent, (rest) => {
    const small = smallLetters.exec(rest);
    const isName = small && isGiven(small[1] ?? '') && !isNoName(small[2] ?? '');
    return isName ? [small[0].length, notShown] : [0, ''];
  })
    .replace(byInitials, (whole, letters: string, rest: string, at: number, all: string) => {
      const isSingle = /^\p{Lu}\.[ -]?$/u.test(letters);
      const isFirm = firmBefore.test(all.slice(Math.max(0, at - 40), at));
      if (
        isFirm ||
        shortForm.test(letters) ||
        (isSingle && lettered.test(all.slice(Math.max(0, at - 40), at)))
      )
        return whole;
      const parts = rest.split(/\s+/u);
      const length = nameLength(parts);
      return length === 0 ? whole : cut(rest, 0, length);
    })
    .replace(givenAndInitial, (found, given: string) => (isGiven(given) ? notShown : found))
    .replace(run, (found, at: number, whole: string) =>
      withoutGiven(found, whole.slice(0, at), found.length === whole.trim().length),
    );
  const every =
    language === undefined
      ? sure
      : sure.replace(language === 'de' ? germanRun : run, (found, at: number, whole: string) =>
          runKept(found, whole.slice(at + found.length), language) ? found : notShown,
        );
  let next = 0;
  return every.replace(/\ue000/gu, () => pages[next++] ?? '');
}
