/** Paper unfolds nothing. Where the style sheet can show what is folded (`::details-content`), nothing is done here. */

let unfolded: readonly HTMLDetailsElement[] = [];

export function unfoldForPrint(): void {
  if (CSS.supports('selector(::details-content)')) return;
  unfolded = [
    ...document.querySelectorAll<HTMLDetailsElement>(
      'main details:not([open]):not(.no-print):not(.no-print *)',
    ),
  ];
  for (const each of unfolded) each.open = true;
}

export function foldAgain(): void {
  for (const each of unfolded) each.open = false;
  unfolded = [];
}
