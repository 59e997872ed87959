/** A form for browsers without JavaScript: complete as it comes from the server. */
export const csr = false;
