import type { Language } from '@samenbeeld/schema';

/** Where a clause of its own begins: what stands beyond says nothing of how a figure is told. */
const opening =
  /[,;:…()]|\s[–—]\s|(?<!\p{L})(?:die|dat|waar\p{L}*|nadat|omdat|terwijl|maar(?!\s*$)|qui|que(?!\s*$)|dont|mais|tandis|alors|après|welche[rnms]?|dass|wobei|nachdem|weil|während|aber|sondern|who|which|that|while|after|because|but)(?!\p{L})|(?<!\p{L})(?:qu|lorsqu)['’]/giu;
/** "zou de douane, zegt de minister, 20 ton …": what is put in between parts nothing. */
export const inserted: RegExp =
  /,\s(?!(?:\p{L}+\s+)?(?:die|dat|qui|who|which|dan|alors|so|then)\s)[^,;:]{1,40},\s/gu;

/** What joins a figure to the next of a list: "12 kg of cocaine, " and "3 kg of heroin and ". */
export const joining: RegExp =
  /^[^,;:.…()–—]{0,40}?(?:,|,?\s(?:en|et|und|and|ainsi que|sowie|evenals|alsook|as well as|met|avec|mit|with))\s+$/u;

/** Whether a clause ends or begins within words. A German relative has a comma before it; "die" alone is an article. */
export function partsClauses(text: string, language: Language): boolean {
  const read = language === 'de' ? text.replace(/(?<!\p{L})die(?!\p{L})/giu, '') : text;
  return read.search(opening) >= 0;
}

/** The clause that a figure stands in, and where in it. */
interface Clause {
  readonly text: string;
  readonly lead: string;
  readonly rest: string;
}

export function clauseAround(text: string, start: number, end: number): Clause {
  const before = text.slice(0, start).replace(inserted, ' ');
  const from = [...before.matchAll(opening)].at(-1);
  const lead = from ? before.slice(from.index + from[0].length) : before;
  const behind = text.slice(end);
  const to = [...behind.matchAll(opening)].find(({ index, 0: mark }) => mark !== ',' || index > 0);
  const rest = behind.slice(0, to?.index);
  return { text: `${lead}${text.slice(start, end)}${rest}`, lead, rest };
}

const words = (list: string, behind = ''): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})${behind}`, 'iu');

/** A condition, also as a thing that was lacking; "sans papiers", "without arrests" is none behind the verb. */
const condition: Readonly<Record<Language, RegExp>> = {
  nl: words(
    '(?:als|wanneer)(?= (?:de|het|een|ze|zij|hij|men|er|we|wij|alle)\\s)|indien|mits|anders(?! dan)|mocht(?:en)?|stel dat|(?:er\\s?van )?uitgaande? van|gaat men uit van|aangenomen dat|(?<=^\\P{L}*)zonder|zonder(?= (?:de|het|die|deze|dit|hun)\\s)',
  ),
  fr: words(
    "sinon|(?<!même )si(?! bien)|s['’]ils?(?=\\s)|à défaut|(?:à|en) suppos(?:er|ant)|en partant d[eu’']|dans l['’]hypothèse|(?<=^\\P{L}*)sans(?! compter)|sans(?= (?:les?|la|ces|cette|ce|leurs?)\\s(?!savoir)| l['’])",
  ),
  de: words(
    'wenn|falls|sonst|gehe[nt]? (?:man|wir)(?= .*(?<!\\p{L})aus(?!\\p{L}))|nimmt man(?= .*(?<!\\p{L})an(?!\\p{L}))|nähme man|angenommen|unter der annahme|andernfalls|sofern|(?<=^\\P{L}*)ohne|ohne(?= (?:den|die|das|diese[ns]?|ihre)\\s)',
  ),
  en: words(
    'if|unless|otherwise|assuming|suppos(?:e|ing)|(?<=^\\P{L}*)without|without(?= (?:the|these|those|this|their|its)\\s)',
  ),
};
/** A verb of what is not so, or not known to be so. */
const irrealis: Readonly<Record<Language, RegExp>> = {
  nl: words('zou|zouden'),
  fr: words('(?:au|se)rai(?:t|ent)'),
  de: words('hätten?|wären?|würden?'),
  en: words('would|might|could'),
};
/** A verb that by itself says that it did not happen. */
const missed: Readonly<Record<Language, RegExp>> = {
  nl: words('had(?:den)? .{0,90}(?:kunnen|moeten)'),
  fr: words('aurai(?:t|ent) (?:\\p{L}+ )?(?:pu|dû)'),
  de: words('hätten? .{0,120}(?:können|sollen|müssen)'),
  en: words("(?:would|could|should)(?: not|n['’]t)?(?: \\p{L}+)? have|would['’]ve"),
};
/** A condition that was not met, told as the past of a past: "als de douane had gescand, had ze …", "hätte der Zoll …, wären …". */
const unmet: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:als|indien|wanneer)\s[^;:]*(?<!\p{L})had(?:den)?(?!\p{L})[^;:]*,\s(?:dan\s)?(?:had(?:den)?|was|waren)\s|^had(?:den)?\s[^;:]*,\s(?:dan\s)?(?:had(?:den)?|was|waren|zou(?:den)?)\s/iu,
  fr: /(?<!\p{L})(?:si|s['’]ils?)\s[^;:]*(?<!\p{L})(?:av|ét)ai(?:t|ent)(?!\p{L})[^;:]*(?<!\p{L})(?:au|se)rai(?:t|ent)(?!\p{L})/iu,
  de: /^(?:hätten?|wären?)\s[^;:]*,\s(?:so\s|dann\s)?(?:hätten?|wären?|würden?)\s/iu,
  en: /^(?:had|were)\s[^;:]*,\s[^;:]*(?<!\p{L})(?:would|could|might)(?!\p{L})/iu,
};
/** Whoever speaks: behind them a German "hätten" only reports. */
const speaking = words(
  'sagten?|teilten?|mitgeteilt|erklärten?|berichteten?|gab(?:en)?|hieß|laut|zufolge|nach angaben',
);

/** Words that take back what they introduce. */
const introduced: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:klopt niet|niet waar|onwaar|onjuist) dat\s|(?<!\p{L})(?:ontken\p{L}*|weerleg\p{L}*|weerspreek\p{L}*|weersprak\p{L}*|spr(?:eekt|eken|ak|aken) tegen)(?:\s\p{L}+){0,3},?\s(?:dat|te)\s|(?<!\p{L})(?:vals|onjuist|foutief|verkeerd|verzonnen)e? (?:bericht|melding|gerucht|bewering|nieuws)/iu,
  fr: /(?<!\p{L})(?:n['’]est pas (?:vrai|exact)|est (?:faux|inexact)) qu|(?<!\p{L})(?:dément(?:ent|i)?|démenti(?:t|rent)|ni(?:e|ent|é|a|èrent)|réfut\p{L}*|conteste(?:nt)?)(?:\s\p{L}+){0,3}\s(?:avoir|qu)|(?<!\p{L})(?:fau(?:x|sses?) (?:rapport|bruit|communiqué|information|nouvelle|rumeur)|(?:rapport|bruit|information|nouvelle|rumeur|affirmation) (?:faux|fausse|erronée?|mensong\p{L}+))/iu,
  de: /(?<!\p{L})(?:stimmt nicht|nicht wahr|unwahr|falsch|trifft nicht zu), dass\s|(?<!\p{L})(?:bestr(?:eite[nt]|itt(?:en)?)|dementier\p{L}*|leugne\p{L}*|wies(?:en)? zurück)[^;:.]{0,30},\s|(?<!\p{L})(?:falsch|erfunden|unwahr)e[nrms]? (?:bericht|meldung|behauptung|gerücht|nachricht)/iu,
  en: /(?<!\p{L})(?:not true|untrue|false|incorrect|wrong) that\s|(?<!\p{L})(?:den(?:y|ies|ied|ying)|refut(?:es?|ed|ing))(?:\s\p{L}+){0,3}?\s(?:that|having|(?!being|during)\p{L}+ing)\s|(?<!\p{L})(?:false|incorrect|wrong|untrue|bogus|fabricated) (?:report|claim|rumou?r|statement|news)/iu,
};
/** "…, though it is not true that 50 tonnes were": of what follows. */
const ofOther = "(?!,?\\s+(?:dat|qu(?:e|['’])|dass|that))";
const takenBack: Readonly<Record<Language, RegExp>> = {
  nl: words('klopt niet|niet waar|onwaar|onjuist|is (?:een )?(?:leugen|verzinsel)', ofOther),
  fr: words(
    "n['’](?:est|était) pas (?:vrai|exact|correct)|(?:est|était|c['’]est) (?:faux|inexact|un mensonge)",
    ofOther,
  ),
  de: words('stimmt nicht|nicht wahr|unwahr|trifft nicht zu|ist (?:falsch|gelogen)', ofOther),
  en: words(
    "(?:is|was)(?: not|n['’]t) (?:true|correct)|(?:is|was) (?:untrue|false|wrong|incorrect|a lie)",
    ofOther,
  ),
};
/** "…; dat klopt niet": of what was just said. */
const takenBackAtOnce =
  /^[^.;:]*[;:,–—]\s*(?:maar )?(?:dat|dit|das|dies|cela|ce qui|c['’]|ce n['’]|that|this|which)\s*(?:klopt niet|is niet (?:waar|juist)|is onjuist|stimm(?:t|te) nicht|ist (?:falsch|nicht richtig)|trifft nicht zu|(?:est|était) (?:faux|inexact)|(?:est|était) pas (?:vrai|exact)|(?:is|was) (?:untrue|false|wrong|incorrect|not (?:true|correct|right)))(?!\p{L})/iu;
/** What was printed wrongly, in a text that puts it right: "Rectificatif : … 450 kilos ; il s'agissait de 45". */
const putRight =
  /^\W*(?:rectifi\p{L}*|correcti\p{L}*|corrections?|erratum|rechtzetting|verbetering|bericht?igung|korrektur|richtigstellung)(?!\p{L})/iu;
const earlierVersion =
  /(?<!\p{L})(?:(?:eerdere|vorige) (?:versie|bericht)|stond (?:er )?dat|version (?:antérieure|précédente)|früheren? (?:fassung|version|meldung)|(?:earlier|previous) (?:version|report)|zunächst|eerst|initially|originally)(?!\p{L})/iu;
const rightly =
  /[.;,–—]\s*(?:\p{L}+ )?(?:il s['’]agi\p{L}*|en réalité|lire|(?:het )?(?:ging|gaat) (?:om|het om)|het (?:moet|moest)|(?:dit |dat )?(?:moet|moest) zijn|in werkelijkheid|richtig|korrekt|tatsächlich|es (?:waren|sind|handelt\p{L}*)|(?:it|this|that) (?:should|was|were)|the (?:correct|right)|in fact|should (?:be|read|have))(?!\p{L})/iu;
/** A verb that is said not to have happened, before the figure. */
const never: Readonly<Record<Language, RegExp>> = {
  nl: words('nooit|nimmer'),
  fr: words("(?:n['’]|ne )[^,;:]*jamais|jamais [^,;:]*(?:n['’]|ne )\\p{L}+"),
  de: words('nie|niemals'),
  en: words(
    "never|(?:did|has|have|had|was|were)(?: not|n['’]t)(?! only| just| merely)(?: \\p{L}+){1,2}",
  ),
};
const notFound: Readonly<Record<Language, RegExp | null>> = {
  nl: null,
  fr: /(?<!\p{L})n['’](?:a|ont|avai(?:t|ent)) pas (?:\p{L}+ )?\p{L}+(?:é|i|is|t|u)e?s? (?:\p{L}+ ){0,2}$/iu,
  de: null,
  en: null,
};
const notFoundBehind =
  /^[^,;:]*?(?<!\p{L})(?:werd(?:en)?|zijn|is|wurden?|was|were|n['’]ont|n['’]a)(?: niet| nie| nicht| not| pas| never| jamais| nooit|n['’]t) (?:été )?(?:in beslag|onderschep|gevonden|ontdekt|aangetroffen|sichergestell|beschlagnahm|gefunden|entdeckt|seized|found|intercept|detect|recover|discover|saisi|intercept|découver|(?:re)?trouv)/iu;
/** "Three loads, or 1.1 tonnes, were never found": the same once more, of which the clause around it tells. */
const onceMore =
  /[,(–]\s*(?:soit|ofwel|oftewel|dus|samen|das (?:sind|waren)|also|insgesamt|zusammen|or|about|some|together|au total|in totaal|in total)\s+(?:\p{L}+\s+)?$/iu;
/** The rest of the clause that goes on behind a figure which only says the same once more. */
function goesOnBehind(lead: string, rest: string): string {
  const [aside] = onceMore.test(lead) ? (/^[^,)–;:.]{0,40}[,)–]/u.exec(rest) ?? []) : [];
  return aside === undefined ? '' : (rest.slice(aside.length).split(/[;:]/u)[0] ?? '');
}

/** "Never before so much", "noch nie so viel wie": a record, and no denial. */
const record =
  /(?<!\p{L})(?:before|so much|so many|as much|as many|more(?! than)|eerder|zoveel|zo veel|zo'n|zo’n|zo groot|meer(?! dan)|auparavant|autant|aussi|plus(?! d(?:e |['’]))|si grande?|zuvor|so viele?|so große?|mehr(?! als))(?!\p{L})/iu;
/** "die 40 kilo", "the 40 kilos": what is spoken of as known. */
const presupposed = /(?<!\p{L})(?:de|het|die|deze|les|ces|the|these|those|den|diese[nr]?)\s+$/iu;
/** "Did you know that …?" asks nothing of what it tells. */
const knowing =
  /^\W*(?:wist (?:je|u|jij|jullie)|weet (?:je|u)|(?:le )?sav(?:ez|i[ez]+)[- ]vous|sais-tu|wuss?ten sie|wusstest du|wissen sie|did you know|do you know)(?!\p{L})/iu;

const turn =
  /[;:]|(?<!\p{L})(?:maar(?!\s*$)|mais|sondern|aber|but|nadat|omdat|après|nachdem|weil|after|because)(?!\p{L})/iu;
/** What stands behind the last turn of a sentence, beyond which a denial does not reach. */
function sinceTurn(lead: string): string {
  return lead.split(turn).at(-1) ?? '';
}

/** Whether nothing was counted: what would have been, what is denied, what is only asked. */
export function unrealIn(
  text: string,
  start: number,
  end: number,
  language: Language,
): 'supposed' | 'denied' | 'question' | null {
  const lead = text.slice(0, start);
  const rest = text.slice(end);
  if (/\?[\s"”»“’')]*$/u.test(text) && !/[;:]/u.test(rest) && !knowing.test(text))
    return 'question';
  const own = clauseAround(text, start, end);
  const part = text.slice(lead.search(/[^;:]*$/u));
  if (
    missed[language].test(own.text) ||
    (irrealis[language].test(own.text) && condition[language].test(part)) ||
    unmet[language].test(part)
  )
    return 'supposed';
  const sinceMark = sinceTurn(lead);
  const [untilMark = ''] = rest.split(/[;:]/u);
  const isNever =
    (never[language].test(own.lead) && !record.test(own.text)) ||
    notFound[language]?.test(own.lead) === true ||
    notFoundBehind.test(own.rest) ||
    notFoundBehind.test(goesOnBehind(lead, rest));
  if (
    isNever ||
    takenBackAtOnce.test(rest) ||
    (putRight.test(text) && (rightly.test(rest) || earlierVersion.test(lead)))
  )
    return 'denied';
  return !presupposed.test(lead) &&
    (introduced[language].test(sinceMark) || takenBack[language].test(untilMark))
    ? 'denied'
    : null;
}

const hearsay: Readonly<Record<Language, RegExp>> = {
  nl: words(
    'zou|zouden|naar verluidt|naar verluid|beweerdelijk|zogezegd|naar eigen zeggen|geruchten?|het schijnt|schijnt|onbevestigd\\p{L}*',
  ),
  fr: words(
    '(?:au|se)rai(?:t|ent)|prétendument|soi-disant|il paraît|paraît-il|rumeurs?|non confirmée?s?|à en croire',
  ),
  de: words(
    'soll(?:en)?(?= .*(?<!\\p{L})(?:haben|worden|sein)(?!\\p{L}))|angeblich|mutmaßlich|vermeintlich|dem vernehmen nach|gerüchten?|unbestätigt\\p{L}*|hätten?|wären?|würden?',
  ),
  en: words(
    'allegedly|reportedly|purportedly|supposedly|apparently|rumou?r(?:s|ed)?|unconfirmed|(?:is|are|was|were) (?:alleged|rumou?red|said|believed|thought) to|(?:may|might) have|would',
  ),
};
/** A case that is only supposed, with no word that says it did not come: "if customs seize 40 tonnes". */
const supposedCase: Readonly<Record<Language, RegExp>> = {
  nl: words(
    '(?<!zelfs )indien|mocht(?:en)?|(?<=^\\s*)als(?= (?:de|het|een|ze|zij|men|er|we|wij) )',
  ),
  fr: words("(?<!même )si(?! bien)(?= (?:la|le|les|l['’]|un|une|on|elles?))|s['’]ils?"),
  de: words('falls|sofern|(?<=^\\s*)wenn|ob(?= (?:der|die|das))'),
  en: words('(?<!even )(?<!as )if|whether'),
};

const taking: Readonly<Record<Language, string>> = {
  nl: '(?:in beslag (?:te )?nemen|(?:te )?(?:onderscheppen|confisqueren))',
  fr: '(?:saisir|intercepter|confisquer)',
  de: '(?:sicherstellen|sicherzustellen|(?:zu )?(?:beschlagnahmen|konfiszieren)|abfangen|abzufangen)',
  en: '(?:seize|intercept|confiscate)',
};
/** What is wanted or tried, or failed or nearly came about. */
const attempted: Readonly<Record<Language, RegExp>> = {
  nl: words(
    `(?:wil(?:len|de|den)?|hoop(?:t|te|ten)|hopen|verwacht(?:en|te|ten)?|prob(?:eer(?:t|de|den)|eren)|sla(?:agt|agde|agden|gen) er niet in|van plan)(?!\\p{L}).*(?<!\\p{L})${taking.nl}|bijna (?:had(?:den)?|werd(?:en)?|was|waren)`,
  ),
  fr: words(
    `(?:veu(?:t|lent)|voul(?:ait|aient|u)|espèr(?:e|ent)|espér(?:é|ait|aient)|compt(?:e|ent|ait|aient)|tent(?:e|ent|é|ait|aient)|cherch(?:e|ent|é|ait|aient)|essa(?:ie|ient|yé|yait|yaient)|(?:pas|échoué) (?:réussi )?à|failli)(?!\\p{L}) (?:(?:à|de|d['’]) ?)?${taking.fr}`,
  ),
  de: words(
    `(?:will|wollen|wollten?|hoff(?:t|en|ten?)|versuch(?:t|en|ten?)|gelang (?:\\p{L}+ )*nicht|plan(?:t|en|ten?))(?!\\p{L}).*(?<!\\p{L})${taking.de}`,
  ),
  en: words(
    `(?:want(?:s|ed)?|hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|plan(?:s|ned|ning)?|try|tri(?:es|ed)|trying|attempt(?:s|ed|ing)?|fail(?:s|ed|ing)?|expect(?:s|ed)?|unable|(?:not|n['’]t) manage) to ${taking.en}|(?:nearly|almost) (?:seized|intercepted|found|confiscated)`,
  ),
};

/** Words of what was only attempted, unless an act that follows has the figure: "tried to intercept a lorry and seized". */
function attemptedIn({ text, lead }: Clause, language: Language): string | null {
  const found = attempted[language].exec(text);
  const isOfOther =
    found !== null &&
    /(?<!\p{L})(?:en|et|und|and)(?!\p{L})/iu.test(lead.slice(found.index + found[0].length));
  return isOfOther ? null : (found?.[0] ?? null);
}

/** Words by which a figure is passed on without being vouched for, or only supposed or tried; null where it is told as a fact. */
export function hearsayIn(
  text: string,
  start: number,
  end: number,
  language: Language,
): string | null {
  const own = clauseAround(text, start, end);
  const lead = text.slice(0, start);
  const found =
    hearsay[language].exec(own.text)?.[0] ??
    supposedCase[language].exec(own.lead)?.[0] ??
    attemptedIn(own, language) ??
    introduced[language].exec(sinceTurn(lead))?.[0] ??
    null;
  return found !== null &&
    language === 'de' &&
    /^(?:hätt|wär|würd)/iu.test(found) &&
    speaking.test(text)
    ? null
    : found;
}
