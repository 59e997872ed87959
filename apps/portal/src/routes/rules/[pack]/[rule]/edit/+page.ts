/** Everything on this page is computed in the browser. */
export const csr = true;
