import { answers, type Card } from '@samenbeeld/answers';

const option = (key: string): string =>
  `--${key.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;

const takes = ({ about, params }: Card): string => {
  const keys = Object.keys(params);
  if (keys.length === 0) return 'the whole picture';
  if (about !== 'question') return keys.map((key) => `\`${option(key)}\``).join(', ');
  return keys.includes('beside') ? 'a question, `--beside`' : 'a question';
};

const first = answers.find(({ name }) => name === 'total') as Card;

/** docs/answers.md, made from the cards. */
export const answersPage = (): string => `# The answers

Everything that can be asked of a picture, in the words of the cards that the command, the notebook and picture files are made from (this page too: \`REGEN=1 npx vitest run --project house test/every-answer.test.ts\`). One answer has the same sentences and figures in the terminal, in a cell and in a report, in nl, fr, de and en.

\`\`\`console
$ npx samenbeeld answers
$ npx samenbeeld ask out/north-sea-port trend --place Vlissingen --substance COC --basis seized_in_port
\`\`\`

\`\`\`ts no-run
await ask(picture, 'trend', { place: 'Vlissingen', substance: 'COC', basis: 'seized_in_port' });
\`\`\`

\`\`\`yaml
- { answer: trend, of: { place: NLVLI } }
\`\`\`

| answer | what it says | of |
|---|---|---|
${answers.map((card) => `| \`${card.name}\` | ${card.says.en} | ${takes(card)} |`).join('\n')}

## A question

What is not named is what the picture alone holds; where it holds several, the refusal names them. Where nothing is named, the picture's own questions are asked.

| option | in a notebook and a picture file | what |
|---|---|---|
${Object.entries(first.params)
  .map(([key, { says }]) => `| \`${option(key)}\` | \`${key}\` | ${says.en} |`)
  .join('\n')}

The answers on money need a picture with [a file of questions about money](guide/follow-the-money.md), \`intelligence\` figures of financial intelligence units as well, and \`hypotheses\` its files; those on double reports need single finds. What a picture lacks is said, with what would fill it. \`why\` is of one figure, and of no report: there each figure has its own.
`;
