import type { Instant, Uuid } from '../authorising/index.ts';

export type CodeFound = {
  readonly codeId: Uuid;
  readonly personId: Uuid;
  readonly usedAt: Instant | undefined;
};

export type Recovery = {
  readonly recoveryId: Uuid;
  readonly personId: Uuid;
  readonly begunAt: Instant;
  /** Until then everybody who should know of it may object. */
  readonly ripeAt: Instant;
};

/** Ways back in, in the person's own tenant. */
export type RecoveryStore = {
  /** Those that there were serve no more. */
  replaceCodes(
    personId: Uuid,
    codes: readonly { readonly codeId: Uuid; readonly codeHash: string }[],
    at: Instant,
  ): Promise<void>;
  findCode(codeHash: string): Promise<CodeFound | undefined>;
  useCode(personId: Uuid, codeId: Uuid, at: Instant): Promise<number>;
  countCodes(personId: Uuid): Promise<number>;
  addRecovery(recovery: Recovery): Promise<void>;
  /** The one that was neither used nor cancelled. */
  findOpenRecovery(personId: Uuid): Promise<Recovery | undefined>;
  endRecovery(
    personId: Uuid,
    ended: { readonly recoveryId: Uuid; readonly outcome: 'used' | 'cancelled'; readonly at: Instant },
  ): Promise<number>;
};
