import { tmpdir } from 'node:os';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * Not the package's own arguments: `--single-process` crashes with a service worker, and `--disable-web-security` would hide
 * faults of origin checks and of the content security policy.
 */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'];

/** Unpacks the Chromium of the test dependencies (once per machine and user) and says where it is; TESTAMUR_CHROME names another. */
export async function locateBrowser(): Promise<string> {
  return process.env.TESTAMUR_CHROME ?? chromium.executablePath();
}

/** `more`: further arguments of Chromium, such as a name that leads to this machine. */
export async function startBrowser(executable: string, more: readonly string[] = []): Promise<Browser> {
  return playwright.launch({
    executablePath: executable,
    args: [...ARGUMENTS, ...more],
    headless: true,
    env: { ...process.env, HOME: tmpdir() },
  });
}
