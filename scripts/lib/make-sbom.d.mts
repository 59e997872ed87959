export type Locked = {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly name?: string;
};
export type Lock = { readonly packages: Readonly<Record<string, Locked>> };
export type Component = {
  readonly name: string;
  readonly version: string;
  readonly scope: 'required' | 'optional' | 'excluded';
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly unknown[];
};
/** The libraries of a lock file as a CycloneDX 1.6 document. */
export function makeSbom(
  lock: Lock,
  product: { readonly name: string; readonly version: string },
): { readonly components: readonly Component[] };
