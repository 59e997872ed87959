/** What is used of two libraries that bring no types. */
declare module 'jsonld' {
  export type Quad = { readonly subject: { readonly termType: string }; readonly graph: unknown };
  const jsonld: {
    readonly toRDF: (
      document: unknown,
      options: {
        readonly base: null;
        readonly safe: true;
        readonly rdfDirection: 'i18n-datatype';
        readonly produceGeneralizedRdf: false;
        readonly documentLoader: (url: string) => Promise<{
          readonly contextUrl: null;
          readonly documentUrl: string;
          readonly document: unknown;
        }>;
      },
    ) => Promise<readonly Quad[]>;
  };
  export = jsonld;
}

declare module 'rdf-canonize' {
  type Digest = { readonly update: (text: string) => void; readonly digest: () => string };
  const rdfCanonize: {
    readonly canonize: (
      dataset: readonly unknown[],
      options: {
        readonly algorithm: 'RDFC-1.0';
        readonly format: 'application/n-quads';
        readonly maxWorkFactor: number;
        readonly createMessageDigest: () => Digest;
      },
    ) => Promise<string>;
  };
  export = rdfCanonize;
}
