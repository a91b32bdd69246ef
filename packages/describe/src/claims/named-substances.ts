import {
  type DrugGroup,
  drugs,
  drugWords,
  foldText,
  type Language,
  substances,
} from '@samenbeeld/schema';
import { matched, type Named, namesIn } from './named.ts';

/** Names of substances that are common words: only a person can tell them apart. */
const common = new Set(
  'sneeuw wit blanche neige schnee charlie bruin smack h caillou galette gras bluten dope shit spice k2 k pep sulfaat ice tina emma kristallen poes miauw trip trips zegel zegels pappe buvard buvards truffels cham kat rita plantjes herbe concentraat bonbons pillen pilules comprimes ve planten coca crystal speed resine keta ghb1 grondstoffen stupefiants legalhighs verdovendemiddelen betaubungsmittel betaubungsmitteln narcotics precurseurs precursoren grundstoffe'.split(
    ' ',
  ),
);
/** What is left of a word where it names a form of the substance that the list has by itself. */
const form =
  /^-?(?:precurs|prékurs|vorläufer|grundstoff|grondstof|streck|verschnitt|versnij|imita|attrappe|ersatz|vervang|surroga|namaak|nep|fake|zaad|zaden|zaadj|stek|plant|top|oli|hars|wax|kraut|harz|blüte|öl|samen|steckling|pflanz|kweker|plantage|teelt|anbau|aufzucht)/iu;
/** The substance that a longer Dutch or German word begins with: "cocaïnezendingen", "Heroinpakete". */
function beginning(words: string, language: Language): string | null {
  if (/\s/u.test(words) || /(?:wet|gesetz)$/iu.test(words)) return null;
  for (let cut = words.length - 3; cut >= 4; cut -= 1) {
    const head = words.slice(0, cut);
    const meant = common.has(foldText(head)) ? null : matched(substances, head, language);
    if (meant && meant.code !== '') return form.test(words.slice(cut)) ? '' : meant.code;
  }
  return null;
}

const anyDrug = new RegExp(
  `(?<![\\p{L}-])(?:${drugWords.join('|')})(?![\\p{L}])|(?<![\\p{L}-])(?:drugs|drogen|rauschgift)(?=[\\p{L}]{4})`,
  'giu',
);
const vague = /(?<![\p{L}])(?:hard ?drugs?|harte drogen|drogues dures)(?![\p{L}])/giu;
/** Before "drug" or "drogue": those that were spoken of before. */
const spokenOf: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:de|deze|die|het|dit)\s+$/iu,
  fr: /(?<!\p{L})(?:la|cette|ces)\s+$/iu,
  de: /(?<!\p{L})(?:das|die|der|dem|den|dieses?|dieser|diesem|diesen)\s+$/iu,
  en: /(?<!\p{L})(?:the|this|that|these|those)\s+$/iu,
};
const unreal =
  "fake|counterfeit|imitation|bogus|sham|simulated|mock|dummy|synthetic substitutes? (?:of|for)|valse|namaak|nep|nagemaakte|zogenaamde|fausses?|faux|factices?|simili|falsche[nrsm]?|gefälschte[nrsm]?|unechte[nrsm]?|nachgemachte[nrsm]?|vermeintliche[nrsm]?|(?:imitations?|imitaties?|imitaten?|attrappen?|succédanés?|substitutes?|surrogaa?t(?:en)?|ersatz) (?:of|van|von|de|d['’]|for|voor|für)";
const precursor =
  'precursors?|precursoren|précurseurs?|grondstof(?:fen)?|grundstoffe?n?|vorläufer(?:stoffe?n?)?|ausgangsstoffe?n?|vorläuferchemikalien|chemicals?|chemicali[eë]n|chemikalien|produits chimiques|substances chimiques|raw materials?|matières premières';
const cutting =
  'cutting agents?|adulterants?|versnijdingsmiddel(?:en)?|versnijmiddel(?:en)?|produits? de coupage|produits? de coupe|agents? de coupe|adultérants?|streckmitteln?|verschnittmitteln?';
const madeInto =
  "\\s*(?:(?:\\p{L}+ ){0,3}?(?:of|for|van|voor|von|für|de|pour|zur|zum|om|to|of the|mit|from|à)|d['’])\\s*(?:(?:the|de|het|la|le|les|l['’]|den|die|der|das|make|making|produce|production of|(?:de )?productie van|herstellung von|production de|la production de|fabrication de|fabriquer)\\s*)*$";
/** What the list has for the rest of a group of drugs. */
const others = (group: DrugGroup): readonly string[] =>
  drugs
    .filter((drug) => drug.group === group && drug.code.endsWith('_OTHER'))
    .map(({ code }) => code);
/** What is no drug though a drug is named by it, and what it is then, where the list has it: "fake cocaine", "precursors of", "cutting agents for". */
const otherThan: readonly (readonly [
  before: RegExp,
  behind: RegExp | null,
  among: readonly string[],
])[] = [
  [
    new RegExp(`(?<!\\p{L})(?:${unreal})\\s*(?:\\p{L}+e\\s+)?$`, 'iu'),
    /^(?:\s+|-)(?:imitat\p{L}*|attrappen?|look-?alikes?|substitutes?|ersatz|factices?|simulée?s?)(?!\p{L})/iu,
    [],
  ],
  [
    new RegExp(`(?<!\\p{L})(?:${precursor})${madeInto}`, 'iu'),
    new RegExp(`^(?:\\s+|-)(?:pre-?)?(?:${precursor})(?!\\p{L})`, 'iu'),
    others('PREC'),
  ],
  [
    new RegExp(`(?<!\\p{L})(?:${cutting})${madeInto}`, 'iu'),
    new RegExp(`^(?:\\s+|-)(?:${cutting})(?!\\p{L})`, 'iu'),
    others('CUT'),
  ],
];

function asNamed(text: string, one: Named): Named {
  const before = text.slice(Math.max(0, one.start - 80), one.start);
  const other = otherThan.find(
    ([lead, behind]) => lead.test(before) || behind?.test(text.slice(one.end)),
  );
  return other && !/^(?:PRE|CUT)_/u.test(one.code) ? { ...one, code: '', among: other[2] } : one;
}

/** A word right behind a measure: "151 t de résine", "4 tonnes of resin". */
const measured = /\d \p{L}+ (?:(?:de|van|von|of) |d['’])?(\p{L}{4,})(?!\p{L})/gu;
const dutchForms: Readonly<Partial<Record<string, string>>> = { hars: 'resin', kruid: 'herb' };

/** The substances that a sentence names; "drugs" is all of them, "hard drugs" none of the list. */
export function substancesIn(text: string, language: Language): readonly Named[] {
  const named = namesIn(text, 4, (words) => {
    // "Cocaine rose to": a verb.
    if (language === 'en' && / rose$/u.test(words)) return null;
    if (common.has(foldText(words)) || words.length < 3 || /^hard-?drugs?$/iu.test(words))
      return null;
    const meant = matched(substances, words, language);
    if (meant) return meant;
    // "Amphétamines": the one drug, or all of its kind; publishers differ.
    const one = words.endsWith('s') ? matched(substances, words.slice(0, -1), language) : null;
    if (one && one.code !== '')
      // "die Menge des Kokains"
      return language === 'de' ? one : { code: '', among: [one.code] };
    const code = language === 'nl' || language === 'de' ? beginning(words, language) : null;
    return code === null ? null : { code, among: [] };
  });
  // "cannabis …, dont 151 t de résine": a form of what was named before.
  const extra: Named[] = [...text.matchAll(measured)].flatMap(
    ({ index, 0: whole, 1: form = '' }) => {
      const start = index + whole.length - form.length;
      const parent = named.findLast(({ end, code }) => code !== '' && end <= index);
      if (!parent || named.some((one) => one.start <= start && start < one.end)) return [];
      const own = language === 'nl' ? (dutchForms[form] ?? form) : form;
      const meant = [`${parent.words} ${own}`, `${parent.words}${own}`, `${own} de ${parent.words}`]
        .map((name) => matched(substances, name, own === form ? language : 'en'))
        .find((found) => found !== null && found.code !== '');
      return meant ? [{ ...meant, start, end: start + form.length, words: form }] : [];
    },
  );
  const free = (start: number, end: number): boolean =>
    [...named, ...extra].every((one) => end <= one.start || start >= one.end);
  for (const { index, 0: words } of text.matchAll(vague))
    if (free(index, index + words.length))
      extra.push({
        code: '',
        start: index,
        end: index + words.length,
        words,
        among: ['DRUG_UNSPEC', 'ALL'],
      });
  for (const { index, 0: words } of text.matchAll(anyDrug))
    if (free(index, index + words.length)) {
      const isSpokenOf = spokenOf[language].test(text.slice(0, index));
      extra.push({
        code: isSpokenOf ? '' : 'ALL',
        start: index,
        end: index + words.length,
        words,
        among: isSpokenOf ? ['DRUG_UNSPEC', 'ALL'] : [],
      });
    }
  return [...named, ...extra].map((one) => asNamed(text, one)).sort((a, b) => a.start - b.start);
}
