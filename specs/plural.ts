/** A count with its noun: `1 request`, `12 requests`, `1,200 cases`. */
export function plural(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A whole number with its thousands set apart: `12,345`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A share in whole per cent that says 0 and 100 only where it is exact; `–` of nothing. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–';
  if (part === whole) return '100 %';
  const rounded = Math.round((part / whole) * 100);
  return `${part === 0 ? 0 : Math.min(99, Math.max(1, rounded))} %`;
}
