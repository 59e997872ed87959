/** Empty: the browser draws in it whatever page its address asks for. The service worker keeps it. */
export const ssr = false;
