import type { Words } from './figure.ts';

export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What happened to what was counted, as words of a clause say it. */
const acts: Readonly<Record<string, RegExp>> = {
  seized:
    /in beslag|pulled .{0,60}(?:out of|from) the|beslag (?:gelegd|leg)|legden? beslag|(?<!\p{L})ha(?:alde|alden|len) .{0,80}(?<!\p{L})uit de(?!\p{L})|(?<!\p{L})(?:finding|vindt|findet|finden|trouvent?)(?!\p{L})|onderschep|(?<!\p{L})(?:vond|fand)(?:en)?(?!\p{L})|troff?(?:en)? .{0,120}aan|stellten? .*(?<!\p{L})sicher(?!\p{L})|konnten? .*(?<!\p{L})sicherstellen|fing(?:en)? .*(?<!\p{L})ab(?!\p{L})|aus dem verkehr|mis la main|trouvé|aangetroffen|gevonden|ontdek(?:t|king)|inbeslag|buitgemaakt|(?<!\p{L})gepakt(?!\p{L})|vangst|vondst|betrap|saisi|intercept|découver|confisqu|sichergestell|beschlagnahm|abgefangen|entdeck(?:t|ung)|aufdeckung|aufgegriffen|gefunden|seiz|found|detect|discover|recover|taken out|haul|confiscat/iu,
  taken:
    /in beslag|beslag (?:gelegd|leg)|legden? beslag|(?<!\p{L})saisi(?:es?|s|r|t)?(?!\p{L})|beschlagnahmt|sichergestellt|(?<!\p{L})seized|frozen|bevroren|gelé/iu,
  checked:
    /controle|gecontroleer|gescreend|contrôl|kontroll|überprüf|gecheckt|check(?:ed|s)?\b|controll|screened|inspected/iu,
  searched: /searched|raided|fouill|perquisitionn|durchsuch|doorzo[ce]?[hk]/iu,
  stopped:
    /(?<!\p{L})(?:stopped|pulled over|stoppt?en?|staande gehouden|aan de kant|tegengehouden|arrêtée?s?|immobilisée?s?|angehalten|gestoppt|an(?!\p{L})[^|]*\|.*(?<!\p{L})hielt(?:en)?)(?!\p{L})/iu,
  drugs:
    /(?:en )?possession d|détenaient|détenait|porteu(?:rs?|ses?) d|transportaient (?:de la drogue|des stup)|met drugs|drugs (?:\p{L}+ )?(?:aangetroffen|gevonden|op zak|bij)|bezit (?:\p{L}+ ){0,2}van (?:een hoeveelheid )?(?:\p{L}+ )?(?:drugs|verdovende)|drogue sur (?:eux|elles|lui)|im besitz von (?:drogen|betäubung|rausch)|drogen (?:bei sich|gefunden|mitgeführt|dabei)|führten drogen|mit drogen|in possession of|carry(?:ing)? drugs|with drugs|had drugs|drugs on them|found with|détentions? de stup/iu,
  influence:
    /onder (?:de )?invloed|sous (?:l['’])?influence|sous (?:l['’]emprise|effet)|unter (?:dem )?(?:einfluss|(?:drogen|alkohol)\p{L}*einfluss)|unter drogen|met drugs gecombineerd|combined alcohol with drugs|under the influence|drug-driv|drink-driv|positief (?:getest|op drugs)|testés? positifs?|positiv getestet|tested positive|positi(?:fs?|ves?) (?:à l['’]|aux? )|contrôlée?s? positi|positief op |positiv auf |positive for /iu,
  arrested:
    /aangehouden|gearresteerd|arresteer(?:de|den|t)?(?!\p{L})|(?<!\p{L})pak(?:t|te|ten)(?!\p{L})|opgepakt|ingerekend|arrêt(?:é|e(?!\p{L})|ent)|(?<!\p{L})(?:placé\p{L}*|mis\p{L}*) en garde à vue|interpell|appréhend|festgenommen|verhaftet|inhaftiert|arrested|detained|(?<!\p{L})held (?:at|by|in|for|on|after|over)(?!\p{L})|taken into custody/iu,
  recorded:
    /geregistreer|vastgesteld|opgetekend|enregistr|constat|recens|erfasst|registrier|verzeichnet|recorded|registered|logged/iu,
  dismantled:
    /ontmantel|opgerold|opgedoekt|démant[eè]l|zerschlagen|ausgehoben|stillgelegt|aufgelöst|vollstreckt|dismantl|shut down/iu,
  deployed:
    /ingezet|op de been|mobilis|déploy|engagé|participé|eingesetzt|im einsatz|beteiligt|deployed|took part|mobilised|mobilized|namen deel|waren betrokken/iu,
};

/** Whether a text says an act. */
export function says(text: string, act: keyof typeof acts): boolean {
  return acts[act]?.test(text) ?? false;
}

/** The words of a text that say an act, the last of them whole. */
export function wordsOf(text: string, act: string): string | null {
  const found = acts[act]?.exec(text);
  if (!found) return null;
  const [rest = ''] = /^\p{L}*/u.exec(text.slice(found.index + found[0].length)) ?? [];
  return found[0] + (/\p{L}$/u.test(found[0]) ? rest : '');
}

/** Where words stand in a text. */
export function everyIn(text: string, words: RegExp): readonly Words[] {
  return [...text.matchAll(words)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Where a text says an act. */
export function whereSaid(text: string, act: string): readonly Words[] {
  const pattern = acts[act];
  return pattern ? everyIn(text, new RegExp(pattern, 'giu')) : [];
}

/** Where a text says what some words of it say: "saisi" also where "trouvé" stands. */
export function whereAlike(text: string, words: string): readonly Words[] {
  return Object.keys(acts).flatMap((act) => (says(words, act) ? whereSaid(text, act) : []));
}

/** What was moved, made or sold, where the clause says nothing of finding it. */
export const moved: RegExp =
  /(?<!\p{L})(?:gesmokkeld|smokkelden?|verscheept\p{L}*|ingevoerd|verhandeld\p{L}*|verkocht\p{L}*|geproduceerd|geconsumeerd|importé\p{L}*|exporté\p{L}*|écoulé\p{L}*|acheminé\p{L}*|vendu\p{L}*|produit|consommé\p{L}*|geschmuggelt|schmuggelten?|eingeführt|gehandelt|verkauft\p{L}*|produziert|konsumiert|shipped|smuggled|imported|exported|trafficked|sold|produced|consumed)(?!\p{L})/iu;
