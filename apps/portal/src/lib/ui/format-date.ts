const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `2026-03-31` → `31 March 2026`, `2019-05` → `May 2019`, `2019` → `2019`; anything else stays as it is. */
export function formatDate(text: string): string {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return text;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return text;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
