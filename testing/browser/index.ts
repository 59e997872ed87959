export { findBarriers } from './find-barriers.ts';
export { openPage, type WatchedPage } from './open-page.ts';
export { locateBrowser, startBrowser } from './start-browser.ts';
