import { InputError } from '@samenbeeld/schema';

/** One thing that is wrong with a file, and how it is put right. */
export interface FileFault {
  readonly problem: string;
  readonly repair: string;
}

/** Reads a file to its end and tells everything that is wrong with it at once. */
export interface FaultList {
  /** What a reader gives, or null where it refuses; the refusal is kept. */
  read<Value>(reader: () => Value): Value | null;
  tell(faults: readonly FileFault[]): void;
  /** Stops where anything was found. */
  end(): void;
}

/** An empty list of the faults of one file; `hint` says where a whole one can be seen. */
export function faultList(file: string, hint: string): FaultList {
  const faults: FileFault[] = [];
  return {
    read(reader) {
      try {
        return reader();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        faults.push({
          problem: [error.problem, ...error.faults].join(' '),
          repair: error.repair,
        });
        return null;
      }
    },
    tell(more) {
      faults.push(...more);
    },
    end() {
      const [first, ...others] = faults;
      if (!first) return;
      if (others.length === 0)
        throw new InputError(first.problem, { place: { file }, repair: first.repair });
      const lines = faults.map(({ problem, repair }) => `- ${problem}. Repair: ${repair}`);
      throw new InputError(`expected a file without faults, found ${faults.length}:`, {
        place: { file },
        repair: `mend each; ${hint}`,
        faults: lines,
      });
    },
  };
}
