// @ts-check
/**
 * The libraries of the lock file as a CycloneDX 1.6 document. Made of the lock alone, so that the same lock gives the same bytes.
 * @typedef {{ version?: string, integrity?: string, license?: string, dev?: boolean, optional?: boolean, link?: boolean, name?: string }} Locked
 * @typedef {{ version: string, packages: Record<string, Locked> }} Lock
 */

/** @param {Lock} lock @param {{ name: string, version: string }} product */
export function makeSbom(lock, product) {
  const components = Object.entries(lock.packages)
    .filter(
      ([place, one]) => place.includes('node_modules/') && one.link !== true && one.version !== undefined,
    )
    .map(([place, one]) => componentOf(place, one));
  const unique = new Map(components.map((one) => [`${one['bom-ref']} ${one.scope}`, one]));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `pkg:npm/${product.name}@${product.version}`,
        name: product.name,
        version: product.version,
        licenses: [{ license: { id: 'Apache-2.0' } }],
      },
    },
    components: [...unique.values()].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
  };
}

/** @param {string} place @param {Locked} one */
function componentOf(place, one) {
  const name = one.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${one.version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version: one.version ?? '',
    /** What ships, and what only builds and tests (CycloneDX: excluded). */
    scope: one.dev === true ? 'excluded' : one.optional === true ? 'optional' : 'required',
    purl,
    ...(one.integrity === undefined ? {} : { hashes: one.integrity.split(' ').map(hashOf) }),
    ...(one.license === undefined ? {} : { licenses: [licenceOf(one.license)] }),
  };
}

const ALGORITHMS = new Map([
  ['sha512', 'SHA-512'],
  ['sha384', 'SHA-384'],
  ['sha256', 'SHA-256'],
]);

/** @param {string} integrity of Subresource Integrity: `sha512-` and Base64 */
function hashOf(integrity) {
  const dash = integrity.indexOf('-');
  const alg = ALGORITHMS.get(integrity.slice(0, dash));
  if (alg === undefined) throw new Error(`${integrity} is a hash that nobody should rely on.`);
  return { alg, content: Buffer.from(integrity.slice(dash + 1), 'base64').toString('hex') };
}

/** @param {string} licence an SPDX id, or an expression of several */
const licenceOf = (licence) =>
  /^[A-Za-z0-9.+-]+$/.test(licence)
    ? { license: { id: licence } }
    : { expression: licence.replace(/^\((.*)\)$/, '$1') };
