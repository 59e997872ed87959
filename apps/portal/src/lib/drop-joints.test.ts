import { describe, expect, it } from 'vitest';
import { dropJoints } from './drop-joints.ts';

const HEAD = '<link href="/a.css" rel="stylesheet"><link rel="icon" href="/disabled.svg">';
const SPARE = '<link href="/b.css" rel="stylesheet" disabled media="(max-width: 0)">';
const BODY =
  '<ul><!--[--><!--1a2b--><li>One <!---->and &lt;!-- two --&gt;</li>\n<!--]--></ul><input disabled>';

describe('the joints of a page', () => {
  it('are left out where no script looks for them, and nothing else is', () => {
    expect(dropJoints(`<!doctype html>${HEAD}${SPARE}\n${BODY}`)).toBe(
      `<!doctype html>${HEAD}<ul><li>One and &lt;!-- two --&gt;</li>\n</ul><input disabled>`,
    );
  });

  it('stay where a script takes the page over', () => {
    const page = `${SPARE}${BODY}<script type="module" src="/start.js"></script>`;
    expect(dropJoints(page)).toBe(page);
  });
});
