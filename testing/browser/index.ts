import type {} from '../provided-context.ts';

export { findBarriers } from './find-barriers.ts';
export { openPage, type WatchedPage } from './open-page.ts';
export { locateBrowser, startBrowser } from './start-browser.ts';
