// @ts-check
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzip } from '@gfx/zopfli';

/** The programs of all pages, and the law with what it is read by: most of a first visit over a slow line. */
const PRESSED = /^(chunks|entry|nodes|workers)\/.*\.js$|^assets\/(law|vocabulary|registry)\.[^/]+\.json$/;

/**
 * Makes the gzip copies that the portal ships a twentieth smaller than zlib can, in the same format. Takes some seconds.
 * @param {string} portal the built portal
 */
export async function pressTightly(portal) {
  const folder = path.join(portal, 'client/_app/immutable');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!PRESSED.test(file)) continue;
    writeFileSync(path.join(folder, `${file}.gz`), await press(readFileSync(path.join(folder, file))));
  }
}

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} */
const press = (bytes) =>
  new Promise((resolve, reject) =>
    gzip(bytes, { numiterations: 3 }, (error, pressed) => (error ? reject(error) : resolve(pressed))),
  );
