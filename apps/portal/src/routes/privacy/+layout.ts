/** A page to read: complete as it comes from the server, and without script. */
export const csr = false;
