import type { Language } from '@samenbeeld/schema';
import { says, wordSet } from './acts.ts';
import type { Figure, FigureIn, Words } from './figure.ts';
import { comparing } from './parts-of-sentence.ts';
import { clauseAround, inserted, joining, partsClauses } from './told.ts';

/** Whoever says or writes something: what stands beyond is not of the same act. */
const saying =
  /(?<!\p{L})(?:zegt|zei(?:den)?|meld(?:de|den|t)|vertelt|vertelde|schrijft|schreef|noemt|noemde|volgens|dit|disent|affirm(?:e|ent|ait)|écri(?:t|vent)|rappelle|explique|annonc(?:e|ent|ait)|selon|d['’]après|sagt|sagte|sagten|schreibt|teilte|meldete|berichtete|laut|zufolge|says?|said|told|wrote|writes|reported|announced|stated|estimates?|according to)(?!\p{L})/iu;
const denying =
  /(?<!\p{L})(?:niet|geen|noch|nooit|pas(?= )|aucune?|jamais|ni|nicht|keine?[nrms]?|nie|weder|not|no|never|neither|nor|without)(?!\p{L})|n['’]t(?!\p{L})/iu;
/** Where those live or work of whom it is told. */
const residing =
  /(?<!\p{L})(?:werkt\p{L}*|werkzaam|woon\p{L}*|wonen\p{L}*|travaill\p{L}*|habit(?:e|ent|ait|aient|ant)|domiciliée?s?|gearbeitet|arbeite\p{L}*|wohn\p{L}*|work(?:ed|ing|s)?|liv(?:ed|ing)|resid\p{L}+|based)(?!\p{L})/iu;
/** A part of what was named. */
const part =
  /(?<!\p{L})(?:daarvan|hiervan|waarvan|waaronder|onder wie|dont|parmi|davon|darunter|hiervon|von denen|unter ihnen|of which|of those|of these|of whom|of them|among them|including)(?!\p{L})/iu;

/** Whether nothing but a bracket stands between words and a figure: "45 tonnes in 2031". */
export function isBeside(text: string, figure: Words, words: Words): boolean {
  return /^[\s(]*$/u.test(between(text, figure, words));
}

function between(text: string, figure: Words, words: Words): string {
  return words.end <= figure.start
    ? text.slice(words.end, figure.start)
    : text.slice(figure.end, Math.max(words.start, figure.end));
}

/** Whether what words say of a figure is denied between them. */
function isDenied(text: string, figure: Words, words: Words): boolean {
  return denying.test(between(text, figure, words));
}

/** What a sentence, or what it tells, begins with: "Du lundi", "declared that". */
const atStart =
  /^(?:\P{L}|(?<!\p{L})\p{L}{1,3}(?!\p{L})|\p{L}*(?:dag|di|tag|day)(?!\p{L}))*$|(?<!\p{L})(?:dat|que|dass|that) $|(?<!\p{L})qu['’]$/iu;

function isBetween({ start, end }: Words, one: Words, other: Words): boolean {
  return (start >= one.end && end <= other.start) || (start >= other.end && end <= one.start);
}

/** A verb, by its form, which a list of things has none of: "300 parcels were opened and 40 seized". */
const verbal =
  /(?<!\p{L})(?:were|was|have|has|had|werden|werd|zijn|waren|hebben|hadden|wurden?|sind|haben|hatten|ont|sont|étaient|avaient|\p{L}{3,}(?:ed|ées?|és)|(?:ge|be|ver|ont|über)\p{L}{3,}(?:t|d|en))(?!\p{L})/iu;

/** Of the figures of a list, the one nearest to words: what is said of it is said of all, unless a verb comes between. */
function nearestOfList(text: string, figure: Words, words: Words, all: readonly Words[]): Words {
  const isBehind = words.start >= figure.end;
  const others = all
    .filter((other) => isBetween(other, figure, words))
    .sort((one, other) => (isBehind ? one.start - other.start : other.start - one.start));
  let nearest = figure;
  for (const other of others) {
    const [first, second] = isBehind ? [nearest, other] : [other, nearest];
    const gap = text.slice(first.end, second.start);
    if (!joining.test(gap) || verbal.test(gap)) break;
    nearest = other;
  }
  return nearest;
}

/** Words that are no noun or verb: behind an act they begin what it befell, or say where and how. */
const functionWords = new Set(
  'in im ins op te bij aan uit van voor door met na tot om over onder ook nog samen meer ruim bijna ongeveer werd werden wordt worden is zijn was waren heeft hebben had hadden en of de het een die deze daar er dit ze zij totaal à au aux en dans sur lors par pour avec et ou de du des le la les l d un une ces cette aussi également plus près environ quelque ont a été est sont étaient au total am an auf aus bei beim mit nach von vom zu zum zur und oder der die das den dem ein eine einen auch noch mehr rund etwa fast knapp insgesamt wurde wurden wird sind ist sowie on at from by during with after of and or the a an another also together more over some about around nearly almost up at least parmi unter among men zij wij hij on il elle ils elles man sie es wir they he she it we was were is are has have been had its their his her'.split(
    ' ',
  ),
);

const timeOfDay =
  /(?:dag|di|tag|day|dimanche|mittwoch|avond|nacht|morgen|ochtend|soir|nuit|matin|abend|night|morning|evening)s?$/iu;
/** Before a participle that goes with the noun behind it: "in seized cash", "van in beslag genomen auto's". */
const attributed =
  /(?<!\p{L})(?:van|met|over|uit|aan|de|het|von|mit|über|aus|der|die|das|den|dem|in|of|the|from|with|about|on|for)\s+$/iu;

/** Whether an act is said of a noun that follows it and is not the figure's: "The seized ship can carry 4,000 tonnes". */
export function isOfOtherNoun(
  text: string,
  figure: Words,
  act: Words,
  all: readonly Words[],
): boolean {
  if (act.start < figure.start && act.end > figure.start) return false;
  const isAttribute = attributed.test(text.slice(0, act.start));
  if (act.start >= figure.end && !isBeside(text, figure, act) && !isAttribute) {
    // "3 tonnes d'avocats dissimulait la cocaïne saisie": the participle of another noun.
    return (
      /^saisi/iu.test(text.slice(act.start)) &&
      !/(?<!\p{L})(?:été|a|ont|avait|avaient|est|sont)\s+(?:\p{L}+\s+)?$/iu.test(
        text.slice(0, act.start),
      ) &&
      /(?<!\p{L})(?:la|le|les|un|une|du|des|de)\s|l['’]/iu.test(
        text.slice(figure.end, act.start).replace(/^\s+(?:de (?:la )?|d['’]|du |des )/iu, ''),
      )
    );
  }
  const [rest = ''] = /^\p{L}*(?: (?:genomen|gelegd))?/u.exec(text.slice(act.end)) ?? [];
  const at = act.end + rest.length;
  const [gap = '', next = ''] = /^\s+(\p{L}+)/u.exec(text.slice(at)) ?? [];
  return (
    next !== '' &&
    !functionWords.has(next.toLowerCase()) &&
    !timeOfDay.test(next) &&
    !all.some(({ start }) => start >= at && start < at + gap.length)
  );
}

/** Whether words stand in the clause of a figure: nothing parts them but the comma behind what that begins with. */
function isOfClause(text: string, figure: Words, words: Words, language: Language): boolean {
  const gap = between(text, figure, words).replace(inserted, ' ');
  const isFirst = words.end <= figure.start && atStart.test(text.slice(0, words.start));
  return !partsClauses(isFirst ? gap.replace(/^\s*,/u, '') : gap, language);
}

/** Whether words are of another figure: beside it, beyond it, or after "and" before it. */
function isOfAnother(
  text: string,
  figure: Words,
  words: Words,
  all: readonly Words[],
  language: Language,
): boolean {
  return all.some(
    (other) =>
      other !== figure &&
      (isBeside(text, other, words) ||
        (words.end <= other.start && other.end <= figure.start) ||
        (figure.end <= other.start && other.end <= words.start) ||
        (isOfClause(text, other, words, language) &&
          (!isOfClause(text, figure, words, language) ||
            /^\s*(?:en|et|und|and)\s/iu.test(text.slice(figure.end, words.end))))),
  );
}

/** Signs that a sentence tells of no event, as a language writes them within a sentence. */
interface Signs {
  /** Of what is to be, may or must be done, of any or each, of a rule, a plan or a picture from the archive. */
  readonly unasserted: ReadonlySet<string>;
  /** Of a case that is taken, an example, or what is told wrongly or without proof: of the whole sentence. */
  readonly supposing: ReadonlySet<string>;
  /** As the first word, or right before a figure: "Wer mit 30 Gramm", "ab 5 Kilogramm". */
  readonly ruling: ReadonlySet<string>;
  /** Verbs that make an act one that was done: "werden … onderschept", "nahm … fest", "konnten … sicherstellen". */
  readonly done: ReadonlySet<string>;
  /** Whoever has reason to tell it otherwise. */
  readonly parties: ReadonlySet<string>;
}

const signs: Readonly<Record<Language, Signs>> = {
  nl: {
    unasserted: wordSet(
      'moet moeten moest moesten mag mogen kan kunnen zal zullen wil willen dient dienen hoeft hoeven elk elke ieder iedere iedereen ongeacht strafbaar verboden toegestaan verplicht gepland geplande voorzien begroot beoogd beoogde doel doelstelling streefcijfer norm drempel limiet plafond maximum opdracht archieffoto archiefbeeld',
    ),
    supposing: wordSet(
      'stel veronderstel gesteld bijvoorbeeld bv bijv voorbeeld rekenvoorbeeld indien zodra tenzij roman film serie fictie oefening simulatie scenario gerucht geruchten onrechte foutief beweert beweren beweerde beweerden getuige getuigen',
    ),
    ruling: wordSet('wie wanneer vanaf boven'),
    done: wordSet(
      'werd werden is zijn was waren heeft hebben had hadden nam namen vond vonden trof troffen hield hielden legde legden haalde haalden greep grepen wist wisten weet weten slaagde slaagden slaagt kon konden',
    ),
    parties: wordSet(
      'verdachte verdachten beklaagde beklaagden advocaat advocate advocaten verdediging raadsman raadsvrouw',
    ),
  },
  fr: {
    unasserted: wordSet(
      'doit doivent devait devaient devra devront devrait devraient peut peuvent pourra pourront pourrait pourraient faut faudra chaque quiconque punit punie puni interdit interdite autorisé obligatoire prévu prévue prévus prévues objectif objectifs seuil limite plafond maximum archives',
    ),
    supposing: wordSet(
      'supposons supposez supposer imaginons imaginez admettons mettons exemple roman film série fiction exercice simulation scénario rumeur rumeurs tort faussement prétend prétendent prétendait témoin témoins',
    ),
    ruling: wordSet('si toute tout sur dès partir'),
    done: wordSet(
      'a ont avait avaient est sont était étaient fut furent permis pu réussi parvenu parvenus vient viennent venait',
    ),
    parties: wordSet(
      'prévenu prévenue prévenus accusé accusée accusés avocat avocate avocats défense suspect',
    ),
  },
  de: {
    unasserted: wordSet(
      'muss müssen musste mussten darf dürfen kann können soll sollen sollte sollten will wollen möge jede jeder jedes jedem jeden gilt gelten strafbar verboten erlaubt verpflichtet geplant geplante geplanten vorgesehen eingeplant Ziel Zielmarke Vorgabe Schwelle Grenzwert Höchstmenge Obergrenze archivbild archivfoto',
    ),
    supposing: wordSet(
      'angenommen gesetzt beispiel Beispiel beispielsweise wenn falls sofern sobald rechenbeispiel Roman Film Serie Krimi Übung Simulation Szenario Gerücht Gerüchte Gerüchten gerüchten fälschlich fälschlicherweise behauptet behaupten behauptete behaupteten Zeuge Zeugin Zeugen Kronzeuge',
    ),
    ruling: wordSet('wer ab'),
    done: wordSet(
      'wurde wurden worden ist sind war waren hat haben hatte hatten stellte stellten nahm nahmen fand fanden zog zogen fing fingen griff griffen habe hätte hätten sei seien konnte konnten gelang gelungen ließ ließen',
    ),
    parties: wordSet(
      'Angeklagte Angeklagter Angeklagten Beschuldigte Beschuldigter Beschuldigten Verteidiger Verteidigerin Verteidigung Anwalt Anwältin',
    ),
  },
  en: {
    unasserted: wordSet(
      'must shall should may might can cannot could will would ought any each every whoever anyone anybody punishable illegal banned required ordered instructed obliged planned scheduled budgeted target targets goal threshold limit cap maximum quota',
    ),
    supposing: wordSet(
      'suppose supposing assume assuming imagine example instance if unless whenever whether novel film movie series fiction exercise drill simulation mock scenario rumour rumours rumor rumors falsely wrongly mistakenly erroneously claim claims claimed alleges alleged witness witnesses',
    ),
    ruling: wordSet('above below exceeding'),
    done: wordSet(
      'was were been has have had found caught took held able managed helped led enabled allowed',
    ),
    parties: wordSet(
      'defendant defendants lawyer lawyers barrister defence defense accused suspect',
    ),
  },
};

/** So many of, or for, so many: "één op 12 kilo", "Je 100 Straftaten", "for every kilo". */
const ofRatio =
  /(?<!\p{L})(?:per|pro|je)\s+\d|(?:for (?:every|each|one)|pour (?:un|une|1|chaque)|(?:voor|op) (?:elke?|1)|(?:auf|für) (?:1|jede[nsrm]?))(?!\p{L}|[.,]?\d)|(?<!\p{L})(?:één|een|eine[rs]?|une?|one|1)\s+(?:kilos? )?(?:op|sur|von|in|out of)\s+(?:de |les |den |the )?(?:elke |every |je )?\d/iu;

/**
 * Whether a sentence tells of something that was done: no sign around the figure of a rule, a plan, a duty, a case, an example
 * or a rate, or of somebody who has reason to tell it otherwise.
 */
function isAsserted(text: string, { start, end, at }: Figure, language: Language): boolean {
  const { unasserted, supposing, ruling, parties } = signs[language];
  // A word has no capital of its own where a sentence or what is behind a colon begins.
  const plain = text.replace(/^\P{L}*\p{L}|:\s+\p{L}/gu, (first) => first.toLowerCase());
  const from = plain.slice(0, start).search(/[^;:]*$/u);
  const part = `${plain.slice(from, end)}${clauseAround(plain, start, end).rest}`;
  const words = lettersOf(part);
  return !(
    words.some((word) => unasserted.has(word)) ||
    lettersOf(plain).some((word) => supposing.has(word)) ||
    [...lettersOf(plain).slice(0, 1), ...lettersOf(plain.slice(0, at)).slice(-2)].some((word) =>
      ruling.has(word),
    ) ||
    ofRatio.test(part) ||
    (saying.test(plain.slice(0, start)) &&
      lettersOf(plain.slice(0, start)).some((word) => parties.has(word)))
  );
}

/** Acts that a verb tells; being drunk or deployed is none. */
const befalling = ['seized', 'taken', 'arrested', 'checked', 'recorded', 'dismantled'] as const;

/**
 * Whether an act is told as done: by a verb of the past that goes with it. A participle alone may belong to a noun of which
 * something else is told ("Ministers pledged 90 tonnes of cocaine seized"), and the present may be that of a rule or a novel.
 */
function isToldAsDone(text: string, figure: Words, act: Words, language: Language): boolean {
  const start = act.start - (/\p{L}*$/u.exec(text.slice(0, act.start))?.[0].length ?? 0);
  const end = act.end + (/^\p{L}*/u.exec(text.slice(act.end))?.[0].length ?? 0);
  const said = text.slice(start, end);
  // "nahm vier Personen fest", "la saisie de": around a figure, or as a noun.
  if ((start < figure.start && end > figure.start) || /\s(?:de|d['’]|van|von|of)\s*$/u.test(said))
    return true;
  const before = text.slice(0, start).split(/[;:]/u).at(-1) ?? '';
  const [near = ''] = /(?:[\p{L}’']+[ ,]+){0,4}$/u.exec(before) ?? [];
  const [behind = ''] = /^(?: \p{L}+){0,2}/u.exec(text.slice(end)) ?? [];
  const isFramed = language === 'nl' || language === 'de';
  if (
    lettersOf((isFramed ? `${before} ${said} ${behind}` : near).toLowerCase()).some((word) =>
      signs[language].done.has(word),
    )
  )
    return true;
  if (end <= figure.start)
    return (
      !attributed.test(before) &&
      (isFramed ? /[dt](?:en?)?$/u.test(said) : /ed$|^(?:found|caught|took)/iu.test(said))
    );
  // "88 armes saisies", "Op de rijksweg 12 verdachten aangehouden": a line without a verb.
  const lead = (text.slice(0, figure.start).split(/[,;:]/u).at(-1) ?? '').replace(placed, '');
  const [rest = ''] = text.slice(end).split(/[,;:.(]/u);
  return (
    lettersOf(`${lead} ${rest}`).every(
      (word) => functionWords.has(word.toLowerCase()) || /^\p{Lu}/u.test(word),
    ) && !lettersOf(rest).some((word) => signs[language].done.has(word))
  );
}

const placed =
  /^\P{L}*(?:op|in|bij|aan|te|à|au|aux|dans|sur|bei|am|im|auf|at|on|near)\s+(?:\p{L}{1,3}\s+)?\p{L}+/iu;

function lettersOf(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

/**
 * Whether the sentence says of this figure what the words say: in its own clause, with nothing of the same kind that is not of
 * another figure, and no comparison, denial, part or voice between; an act is also said of a part alone; and what it tells was
 * done. Only then may a value stand as certain.
 */
export function isPlainlySaid(
  { text, figure, speaking: all, language }: FigureIn,
  words: Words,
  rivals: readonly Words[],
  isAct = false,
): boolean {
  const gap = between(text, figure, words);
  const nearest = nearestOfList(text, figure, words, all);
  return (
    isOfClause(text, nearest, words, language) &&
    isAsserted(text, figure, language) &&
    (!isAct ||
      (words.start === figure.at && words.end === figure.end) ||
      !befalling.some((act) => says(text.slice(words.start, words.end), act)) ||
      isToldAsDone(text, nearest, words, language)) &&
    !(
      isAct &&
      all.some(
        (other) =>
          isBetween(other, nearest, words) ||
          // "12 vehicles at 40 checks": counted by itself.
          (other !== figure && words.start >= other.start && words.end <= other.end),
      )
    ) &&
    !saying.test(gap) &&
    !residing.test(gap) &&
    !isDenied(text, figure, words) &&
    !part.test(isAct ? gap : text.slice(0, figure.end)) &&
    !(comparing.test(text.slice(0, figure.start)) && !isBeside(text, figure, words)) &&
    rivals.every(
      (rival) =>
        (rival.start < words.end && rival.end > words.start) ||
        isOfAnother(text, figure, rival, all, language),
    )
  );
}
