import type { Result } from '@testamur/engines/kernel';
import type { ApprovalStore } from './approval-store.ts';
import type { AuthorisingProblem } from './errors.ts';
import type { Halt, HaltStore } from './halt.ts';
import type { ActName, ActRule } from './matrix.ts';
import type { Request, Uuid } from './request.ts';
import type { StandingRows, StandingStore } from './standing.ts';

/** What every act needs of the store; rooms add their own. */
export type ActStores = {
  readonly standing: StandingStore;
  readonly approvals: ApprovalStore;
  readonly halts: HaltStore;
};

/**
 * One act, one transaction. The work may run again from its beginning when the store asks for that, so it does nothing but ask the stores.
 * A refusal (`ok: false`) undoes everything and is itself recorded.
 */
export type UnitOfWork<S> = <T, P>(
  act: ActName,
  request: Request,
  work: (stores: S) => Promise<Result<T, P>>,
) => Promise<Result<T, P | AuthorisingProblem>>;

/** The first fence. The second is the row-level security of the database, made from the same matrix and asked by nobody. */
export type Authorise = (given: {
  readonly act: ActName;
  readonly rule: ActRule;
  readonly request: Request;
  readonly standing: StandingRows;
}) => AuthorisingProblem | undefined;

/** What services are given by whoever starts the product. */
export type Platform<S> = {
  readonly unitOfWork: UnitOfWork<S>;
  readonly authorise: Authorise;
  /** A halt of this machine alone, which needs no database. */
  readonly haltHere?: () => Halt | undefined;
  /** A new random UUID. */
  readonly newId: () => Uuid;
  /** A new secret of at least 256 bits, in a form that fits into an address. */
  readonly newSecret: () => string;
};
