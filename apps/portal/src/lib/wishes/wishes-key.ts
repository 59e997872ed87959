/** Under which name the browser keeps her wishes. */
export const WISHES_KEY = 'testamur.wishes';
