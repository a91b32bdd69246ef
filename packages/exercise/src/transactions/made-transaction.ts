/** How money moved. */
export type Instrument = 'transfer' | 'card' | 'cash_deposit' | 'cash_withdrawal';

/** A made-up transaction between made-up accounts. */
export interface MadeTransaction {
  readonly tx: string;
  /** ISO instant, in whole seconds. */
  readonly at: string;
  /** Pseudonym of an account; null is cash over the counter. */
  readonly sender: string | null;
  readonly receiver: string | null;
  readonly cents: number;
  readonly instrument: Instrument;
  readonly fromCountry: string;
  readonly toCountry: string;
}

/** Patterns after those of AMLSim and AMLworld (Suzumura and Kanezashi 2021; Altman et al. 2023). */
export type PatternKind =
  | 'fan_in'
  | 'fan_out'
  | 'cycle'
  | 'scatter_gather'
  | 'structuring'
  | 'pass_through'
  | 'round_trip'
  | 'dormant';

/** A pattern that was planted. */
export interface PlantedPattern {
  readonly kind: PatternKind;
  /** Accounts a screen for this pattern should name: the centre of a fan, the links of a chain, all of a cycle. */
  readonly named: readonly string[];
  /** All accounts with a part in it. */
  readonly accounts: readonly string[];
  readonly transactions: readonly string[];
}

/** What an account is for. */
export type Role =
  | 'person'
  | 'savings'
  | 'second'
  | 'employer'
  | 'shop'
  | 'landlord'
  | 'utility'
  | 'supplier'
  | 'club'
  | 'abroad';

/** Transactions with the truth about them. */
export interface TransactionWorld {
  readonly seed: number;
  readonly transactions: readonly MadeTransaction[];
  readonly planted: readonly PlantedPattern[];
  readonly accounts: readonly {
    readonly id: string;
    readonly role: Role;
    readonly country: string;
  }[];
}
