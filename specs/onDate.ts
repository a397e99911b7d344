/** When something was, as it is said of a day, a month or a year: `on 2026-09-13`, `in 2026-09`, `in 2026`. */
export function onDate(date: string): string {
  return `${/^\d{4}-\d{2}-\d{2}$/.test(date) ? 'on' : 'in'} ${date}`;
}
