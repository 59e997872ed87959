import type { SourceReport } from '@testamur/engines/recognition';

/** A date that is not known is counted, not listed: few sources have one. */
export function showSources(reports: readonly SourceReport[], all: boolean): string {
  const lines = reports.flatMap((report) => {
    const told = report.remarks.filter(({ kind }) => all || kind !== 'published');
    if (told.length === 0 && !all) return [];
    const { pack, source, grade, lang, cited, publisher, url = 'no address' } = report;
    return [
      `${pack}/${source}: grade ${grade}, ${lang}, cited ${cited} times; ${publisher}; ${url}`,
      ...told.map(({ weight, message, mend }) => `    ${weight}: ${message} — ${mend}`),
    ];
  });
  const count = (test: (report: SourceReport) => boolean): number => reports.filter(test).length;
  const faults = count(({ remarks }) => remarks.some(({ weight }) => weight === 'fault'));
  const unused = count(({ cited }) => cited === 0);
  const undated = count(({ published }) => published === undefined);
  return `${[...lines, `${reports.length} sources, ${faults} with a fault, ${unused} unused, ${undated} without a day of publication`].join('\n')}\n`;
}
