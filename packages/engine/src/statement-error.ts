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

/** What the machine refused, as Node calls it, by what the engine says of it. */
const refused: readonly (readonly [said: RegExp, code: string])[] = [
  [/no space left on device|not enough space on the disk|max_temp_directory_size/i, 'ENOSPC'],
  [/disk quota exceeded/i, 'EDQUOT'],
  [/read-only file system/i, 'EROFS'],
  [/^IO Error.*(permission denied|access is denied)/i, 'EACCES'],
  [/^IO Error.*being used by another process/i, 'EBUSY'],
  [/^IO Error.*(input\/output error|device i\/o)/i, 'EIO'],
  [/^IO Error.*too many open files/i, 'EMFILE'],
];

/**
 * The error of a statement: what the engine says, and the first line of the SQL. Where the machine refused it (a full
 * disk, also of the spill folder), `code` says so as it does in errors of Node.
 */
export function statementError(sql: string, cause: unknown): Error {
  const message = cause instanceof Error ? cause.message : String(cause);
  const error = new Error(`${short(message)} In: ${firstLine(sql)}`);
  const code = refused.find(([said]) => said.test(message))?.[1];
  if (code === undefined) return error;
  const isSpill = /offload|temp_directory/.test(message);
  return Object.assign(error, { code, ...(isSpill && { path: 'The folder of temporary files' }) });
}

/** The error of a statement that its caller ended before it was done. */
export function cancelled(sql: string, { reason }: AbortSignal): Error {
  const error = new Error(`cancelled before it was done. In: ${firstLine(sql)}`, { cause: reason });
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' });
}
