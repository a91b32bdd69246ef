import { InputError, inEach, inFour, joinWith, type Text, withRepair } from '@samenbeeld/schema';

/** One thing that is wrong with a file, and how it is put right. */
export interface FileFault {
  readonly problem: Text;
  readonly repair: Text;
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
export function faultList(file: string, hint: Text): FaultList {
  const faults: FileFault[] = [];
  return {
    read(reader) {
      try {
        return reader();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        const { problem, repair, faults: more } = error.words;
        faults.push({ problem: joinWith([problem, ...more], ' '), repair });
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
      throw new InputError(
        inFour(
          'een bestand zonder fouten verwacht, {n} gevonden:',
          'un fichier sans faute attendu, {n} trouvées :',
          'eine Datei ohne Fehler erwartet, {n} gefunden:',
          'expected a file without faults, found {n}:',
          { n: faults.length },
        ),
        {
          place: { file },
          repair: inFour(
            'herstel ze alle; {hint}',
            'corrigez-les toutes ; {hint}',
            'alle berichtigen; {hint}',
            'mend each; {hint}',
            { hint },
          ),
          faults: faults.map(({ problem, repair }) =>
            inEach((language) => `- ${withRepair(problem, repair)[language]}`),
          ),
        },
      );
    },
  };
}
