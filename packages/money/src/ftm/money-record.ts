/** Kinds of legal entities. A company can be owned; an organisation or public body cannot. */
export type FirmSchema = 'LegalEntity' | 'Organization' | 'PublicBody' | 'Company';

/** A legal entity; never a natural person. */
export interface Firm {
  readonly kind: 'firm';
  readonly id: string;
  readonly schema: FirmSchema;
  /** As registers write them, in any script; at least one. */
  readonly names: readonly string[];
  readonly aliases?: readonly string[];
  /** Country codes of two letters ("NL"). */
  readonly jurisdiction?: string;
  readonly registrationNumber?: string;
  readonly sector?: string;
  /** ISO dates, or their beginning ("2021", "2021-02"). */
  readonly incorporated?: string;
  readonly dissolved?: string;
}

/** An account under a pseudonym; its holder is said by an ownership. */
export interface BankAccount {
  readonly kind: 'account';
  readonly id: string;
  readonly bank?: string;
  readonly country?: string;
  readonly opened?: string;
  readonly closed?: string;
}

/** Who owns a company or holds an account. */
export interface Ownership {
  readonly kind: 'ownership';
  readonly id: string;
  readonly owner: string;
  readonly asset: string;
  /** 0 to 100. */
  readonly percentage?: number;
  readonly from?: string;
  readonly to?: string;
}

/** A payment between legal entities. */
export interface Payment {
  readonly kind: 'payment';
  readonly id: string;
  readonly payer: string;
  readonly beneficiary: string;
  readonly payerAccount?: string;
  readonly beneficiaryAccount?: string;
  readonly cents: number;
  readonly currency: string;
  readonly date: string;
  readonly purpose?: string;
}

/** What is passed on as FollowTheMoney. */
export type MoneyRecord = Firm | BankAccount | Ownership | Payment;
