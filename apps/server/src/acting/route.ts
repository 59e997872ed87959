import type { Problem, Result } from '@testamur/engines/kernel';
import type { ActName, Request } from '@testamur/services/authorising';
import type { Resumed } from '@testamur/services/identifying';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { ServerPlatform } from './server-platform.ts';

/** One call of a route: who acts for whom, and what was sent, checked by the schemas of the route. */
export type Call<Params = unknown, Query = unknown, Body = unknown> = {
  /** On which only the declared acts can be performed. */
  readonly platform: ServerPlatform;
  /** The request to act; its organisation is the `:organisation` of the address. */
  readonly request: Request;
  readonly session: Resumed | undefined;
  /** `https://testamur.example.org` */
  readonly origin: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly http: FastifyRequest;
  readonly reply: FastifyReply;
};

type Definition<P extends TSchema, Q extends TSchema, B extends TSchema> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/v1`; `:organisation` is the organisation acted for. */
  readonly url: string;
  /** Every act of the matrix that it may perform, or why it performs none. */
  readonly acts: readonly [ActName, ...ActName[]] | { readonly public: string };
  readonly summary: string;
  readonly tags: readonly string[];
  readonly params?: P;
  readonly querystring?: Q;
  readonly body?: B;
  /** What a success holds; without it there is nothing to say (204). */
  readonly answer?: TSchema;
  /** Calls a minute from one address, where fewer than usual are enough. */
  readonly perMinute?: number;
  readonly perform: (call: Call<Static<P>, Static<Q>, Static<B>>) => Promise<Result<unknown, Problem>>;
};

export type Route = Definition<TSchema, TSchema, TSchema>;

/**
 * Declares a route of the platform. It is mounted by `mountRoutes` and by nothing else.
 *
 * @example
 * const listMine = route({ method: 'GET', url: '/account/sessions', acts: ['identifying.list-sessions'], …,
 *   perform: ({ platform, request }) => listSessions(platform, request) });
 */
export function route<P extends TSchema, Q extends TSchema, B extends TSchema>(
  definition: Definition<P, Q, B>,
): Route {
  // What is sent is checked by these schemas before `perform` is called.
  return definition as unknown as Route;
}

export const actsOf = ({ acts }: Route): readonly ActName[] => ('public' in acts ? [] : acts);
