/** What is wrong with a piece of SQL, as the engine says it, without the statement around it. */
export const sqlProblem = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(
    / (Candidate bindings|Candidate functions|In): .*$/s,
    '',
  );
