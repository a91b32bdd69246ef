/** Words with which publishers mark a row that holds the sum of others, in four languages, and the bare dashes of the PKS. */
const marks: readonly RegExp[] = [
  /^-{3,}$/u,
  /^t00\d{4}\b/iu,
  /^(?:sub|grand |general |reported |overall )?-?total(?:s|e|en)?(?:\b|$)/iu,
  /^(?:sub|eind)?totaal(?:\b|$)/iu,
  /^(?:ins|zu)?gesamt(?:summe|zahl)?$/iu,
  /\binsgesamt$/iu,
  /^zusammen$/iu,
  /^summe\b/iu,
  /^ensemble(?:$| des? | du )/iu,
  /^tou(?:s|tes)$/iu,
  /^all(?:e|en)?(?:$| (?:drugs|offences|types|misdrijven|soorten|arten|straftaten))/iu,
  /\((?:sub)?total(?: of (?:the )?(?:above|below))?\)$/iu,
  /\btotal of (?:the )?above\b/iu,
  /^somme\b/iu,
];

const parts =
  /^\s*(?:[-–•]\s*)?(?:w\.? ?v\.?|w\.? ?o\.?|waarvan|waaronder|dont|dav\.|davon|darunter|dar\.|of which|including)(?![\p{L}])/iu;

/** Whether a label says that its figures are a part of the row above. */
export function saysPart(label: string): boolean {
  return parts.test(label);
}

/** Whether a label says that it is a total. */
export function saysTotal(label: string): boolean {
  const text = label.trim();
  return marks.some((mark) => mark.test(text));
}
