/** Pages to read: complete as they come from the server, and without script. */
export const csr = false;
