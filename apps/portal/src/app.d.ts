import type { Locale } from './lib/language/languages.ts';
import type { ServerServices } from './lib/server-services.ts';

declare global {
  namespace App {
    interface Locals {
      /** The language of the address. */
      locale: Locale;
      /** The language that the browser asks for, where we offer it. */
      wanted: Locale;
      /** Absent while pages are prerendered at build time. */
      services?: ServerServices;
      /** What our own API told the browser while this page was made: cookies set, storage to clear. */
      carried?: [name: string, value: string][];
    }
    interface Platform {
      req?: { testamurServices?: ServerServices; testamurPage?: string };
    }
  }
}
