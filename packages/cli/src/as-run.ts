/** The commands, as what is printed names them. */
export const commandNames =
  'init|build|ask|answers|describe|codes|ingest|harmonise|decide|link|anomalies|fetch|diff|template|check-sources|check|claim-sheet|claims|why|completion|doctor|help';

const aCommand = new RegExp(
  `(?<![\\w./@-]|npx )samenbeeld (?=(?:${commandNames})(?![\\w-]))`,
  'gu',
);

/** Whether npx runs this command, as npm tells it; the reader's shell then finds it in no other way. */
function isThroughNpx({ npm_command, npm_lifecycle_script = '' }: NodeJS.ProcessEnv): boolean {
  return npm_command === 'exec' && /^\W*samenbeeld\b/u.test(npm_lifecycle_script);
}

/** Words that name commands, each as the reader can run it: after npx where npx runs this one. */
export function asRun(words: string, env: NodeJS.ProcessEnv = process.env): string {
  return isThroughNpx(env) ? words.replaceAll(aCommand, 'npx samenbeeld ') : words;
}
