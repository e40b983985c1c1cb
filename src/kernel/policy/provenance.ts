/** Where a policy's figures come from: which clause asks for them, and whether the handbook or we chose them. */
export interface Provenance {
  /** The part of the policy, as a path: `scale`, `bands`, `indicators[0].weight`. */
  readonly path: string
  /** The clause of the handbook. */
  readonly clause: string
  /** `handbook`: the figure is the handbook's. `ours`: the handbook leaves it open, and this is our default. */
  readonly origin: 'handbook' | 'ours'
}

/** What every policy says of itself. */
export interface PolicyHeader {
  /** Names the policy in results. */
  readonly id: string
  /** Names its version in results, so that a result can be traced to the numbers it was made with. */
  readonly version: string
  readonly provenance: readonly Provenance[]
}

/** What every result says of the policy it was made with. */
export interface PolicyReference extends Partial<PolicyOrigin> {
  readonly id: string
  readonly version: string
}

/** What results say besides of a policy that is a section of a document. */
export interface PolicyOrigin {
  /** The first day on which its version is in force. */
  readonly effectiveFrom: string
  /** The digest of what it decides: two versions of one fingerprint pay and score the same. */
  readonly fingerprint: string
}
