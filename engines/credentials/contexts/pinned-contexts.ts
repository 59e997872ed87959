import type { ContextPin } from './context-store.ts';

export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1';
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
export const DATA_INTEGRITY_V1 = 'https://w3id.org/security/data-integrity/v1';
export const DATA_INTEGRITY_V2 = 'https://w3id.org/security/data-integrity/v2';
const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0';
export const OPEN_BADGES_CONTEXTS: readonly string[] = ['', '-3.0.1', '-3.0.2', '-3.0.3'].map(
  (version) => `${OPEN_BADGES}/context${version}.json`,
);

/** The contexts that the product reads. None of them makes a term of whatever is written (`@vocab`). */
export const PINNED_CONTEXTS: readonly ContextPin[] = [
  { url: CREDENTIALS_V1, hash: 'sha256:b01e671e873981f19a9102a9a57f666dbcaeb31b99e3e124378d143e71549247' },
  { url: CREDENTIALS_V2, hash: 'sha256:b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf' },
  { url: DATA_INTEGRITY_V1, hash: 'sha256:9505bf85338a4c2121ad03992ac90061bc85d43bcfa34d9d47b779381cf08b5f' },
  { url: DATA_INTEGRITY_V2, hash: 'sha256:7ba3c50acf2689d5e07927267343eb353249c7c22a9f2d00307cc970e855e305' },
  {
    url: `${OPEN_BADGES}/context.json`,
    hash: 'sha256:2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b',
  },
  {
    url: `${OPEN_BADGES}/context-3.0.1.json`,
    hash: 'sha256:8bb2354552b70cbdf2066f6d3e24bc5c2be2619145737580ad2aebdc366e77d5',
  },
  {
    url: `${OPEN_BADGES}/context-3.0.2.json`,
    hash: 'sha256:bdd1d11a55a660322f24660862a1d430ee80cce584465f750909daa43684357c',
  },
  {
    url: `${OPEN_BADGES}/context-3.0.3.json`,
    hash: 'sha256:c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99',
  },
  {
    url: `${OPEN_BADGES}/extensions.json`,
    hash: 'sha256:15f4c347c6fe4380d9b6b93795859e33747ef48d5c55b91a71c52fb51c7bcbd7',
  },
];
