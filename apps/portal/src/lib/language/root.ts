/** Read once, when the program starts: while a page is rendered on the server, `base` is relative to that page. */
import { base } from '$app/paths';

export const ROOT: string = base;
