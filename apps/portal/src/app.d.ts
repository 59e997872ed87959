import type { ServerServices } from './lib/server-services.ts';

declare global {
  namespace App {
    interface Locals {
      /** Absent while pages are prerendered at build time. */
      services?: ServerServices;
    }
    interface Platform {
      req?: { testamurServices?: ServerServices };
    }
  }
}
