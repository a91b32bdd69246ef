const limit = 120;

function firstLine(sql: string): string {
  const line = sql.trim().split('\n', 1)[0]?.trim() ?? '';
  return line.length > limit ? `${line.slice(0, limit)}…` : line;
}

const quotesCells = /^(Conversion|Invalid Input|Out of Range|Constraint) Error/;

/** The engine's message on one line, without the cell values it may quote: they can be personal data. */
function short(message: string): string {
  const [head = ''] = message.split(/\n\s*LINE \d+:/, 1);
  if (!quotesCells.test(message)) return head.replace(/\s+/g, ' ').trim();
  const [line = ''] = head.split('\n', 1);
  return line
    .replace(/(string|value|number|key|format):? (["']).*\2/, '$1 $2…$2')
    .replace(/\d{4,}/g, '…')
    .trim();
}

/** The error of a statement: what the engine says, and the first line of the SQL. */
export function statementError(sql: string, cause: unknown): Error {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${short(message)} In: ${firstLine(sql)}`);
}
