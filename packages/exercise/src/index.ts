export { containerCheckDigit } from './container-number.ts';
export { type ExerciseOptions, generateExercise } from './generate-exercise.ts';
export { generateListings } from './generate-listings.ts';
export { type PersonalKind, personalValue } from './personal-values.ts';
export { type PlantedExercise, plantAnomalies } from './plant-anomalies.ts';
export type { PlantedAnomaly, PlantedKind } from './planted-anomaly.ts';
export { type Random, randomOf } from './random.ts';
export { type StatisticsTable, tableText } from './statistics/table.ts';
export {
  generateTransactions,
  type TransactionOptions,
} from './transactions/generate-transactions.ts';
export type {
  Instrument,
  MadeTransaction,
  PatternKind,
  PlantedPattern,
  Role,
  TransactionWorld,
} from './transactions/made-transaction.ts';
export type {
  Cell,
  Defect,
  ExerciseFile,
  ExerciseWorld,
  Office,
  Report,
  Told,
  TrueDouble,
  TrueLookAlike,
  TrueSeizure,
  TrueTotal,
  Truth,
} from './world.ts';
export { writeExerciseFiles } from './write-exercise-files.ts';
