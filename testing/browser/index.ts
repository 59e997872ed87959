export { type Authenticator, type Credential, giveAuthenticator } from './authenticator.ts';

import type {} from '../provided-context.ts';

export { EVERY_PAGE, findUnlistedPages, HEAVIEST_PAGES, type KindOfPage } from './every-page.ts';
export { findAskedTwice } from './find-asked-twice.ts';
export { findBarriers } from './find-barriers.ts';
export { findSignInTests } from './find-sign-in-tests.ts';
export { findSmallTargets } from './find-small-targets.ts';
export { findUnstyled } from './find-unstyled.ts';
export { findHelpOutOfOrder, helpOn } from './help-order.ts';
export { openPage, type WatchedPage } from './open-page.ts';
export { rememberSample } from './person.ts';
export { locateBrowser, startBrowser } from './start-browser.ts';
export { timeFirstPaint } from './time-first-paint.ts';
export { findObscuredFocus } from './walk-focus.ts';
export { findDragging, watchDragging } from './watch-dragging.ts';
export { type Weight, weighPage } from './weigh-page.ts';
