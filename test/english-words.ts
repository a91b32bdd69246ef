/** Words of English sentences that are words of none of the other three languages. */
export const english: RegExp =
  /(?<![\p{L}\d_.-])(?:the|and|not|there|with|without|from|are|were|has|have|which|where|when|what|whether|that|this|these|they|its|than|then|how|each|every|more|most|only|must|should|could|cannot|found|expected|shown|seized|file|partial|stands|missing|unknown|undecided|likely|lowest|highest|rejected|excluded|accepted|nothing|left|them|for|by|you|your|would|does|looks?|still|changed|unchanged|since|again|review|shows?|wrote|takes|needs|lines?|rows?|columns?|sheets?|figures)(?![\p{L}\d_-])/iu;
/** Dutch has "of" and "is" too. */
export const shorter: RegExp = /(?<![\p{L}\d_.-])(?:of|is)(?![\p{L}\d_-])/iu;

/** What stands as it is: see the reason of each. */
const asItIs: readonly (readonly [reason: string, what: RegExp])[] = [
  ['what is said in English only stands apart as a quotation', /\(en\s?: “[^”]*”\)/gu],
  ['quotations: cells, labels, words of a source', /"[^"\n]*"|“[^”]*”|„[^“]*“|«[^»]*»|`[^`\n]*`/gu],
  ['commands to copy', /^ *(?:\S+: )?samenbeeld [^\n]*|\bsamenbeeld [a-z-]+ [^\n]*/gmu],
  [
    'addresses, paths and names of files',
    /\S*[/\\]\S*|\S+\.(?:csv|xlsx|yaml|jsonl|json|html|txt|docx|md|parquet)\b/gu,
  ],
  ['lines of a picture file to copy', /^ *- \{ source: [^\n]*\}/gmu],
  ['options', /(?<!\S)--?[a-z][\w-]*/gu],
  ['names of rules and of places in a usage', /\[[\w.-]+\]|\[[a-z]+(?:\.\.\.)?\]|<[^>\n]+>/gu],
  ['codes', /\b[A-Z]{2,}\b|\b\w+_\w+\b|\b\w+(?:\.\w+)+\b|\b\w+:[A-Z]+\b/gu],
  ['names of places', /Port of Antwerp-Bruges|Isle of Man/gu],
];

/** What is left of a line once what stands as it is is taken out. */
export const plain = (text: string): string =>
  asItIs.reduce((left, [, what]) => left.replace(what, ''), text);
