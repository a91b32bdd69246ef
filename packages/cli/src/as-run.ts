/** The commands, as what is printed names them. */
export const commandNames =
  'init|build|ask|answers|describe|codes|ingest|harmonise|decide|link|anomalies|fetch|diff|template|check-sources|check|claim-sheet|claims|why|completion|doctor|help';

const aCommand = new RegExp(
  `(?<![\\w./@-]|npx )samenbeeld (?=(?:--help|${commandNames})(?![\\w-]))`,
  'gu',
);

/** Whether npm runs this command, by npx or as the project's `npm run joint`; the reader's shell then finds it through npx alone. */
function isThroughNpm(env: NodeJS.ProcessEnv): boolean {
  const { npm_command, npm_lifecycle_event, npm_lifecycle_script = '' } = env;
  return (
    npm_lifecycle_event === 'joint' ||
    (npm_command === 'exec' && /^\W*samenbeeld\b/u.test(npm_lifecycle_script))
  );
}

/** Words that name commands, each as the reader can run it: after npx where npm runs this one. */
export function asRun(words: string, env: NodeJS.ProcessEnv = process.env): string {
  return isThroughNpm(env) ? words.replaceAll(aCommand, 'npx samenbeeld ') : words;
}
