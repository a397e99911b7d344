import { cpus, totalmem } from 'node:os';
import { version } from '../../version.ts';
import { type Figure, misses } from './figure.ts';

/** What the figures were measured on. */
export interface Machine {
  readonly poolproof: string;
  readonly node: string;
  readonly platform: string;
  readonly processor: string;
  readonly memoryGb: number;
}

/** The machine that this runs on. */
export function thisMachine(): Machine {
  const [first, ...others] = cpus();
  return {
    poolproof: version,
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    processor: `${others.length + 1} × ${first?.model.trim() || 'unknown'}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
  };
}

/** The figures as a Markdown table, with what they were measured on above it. */
export function tableOf(machine: Machine, figures: readonly Figure[]): string {
  const { poolproof, node, platform, processor, memoryGb } = machine;
  const rows = figures.map((figure) => [figure.bench, figure.what, valueText(figure), markText(figure)]);
  return [
    `poolproof ${poolproof}, Node.js ${node}, ${platform}, ${processor}, ${memoryGb} GB`,
    '',
    ...[['Bench', 'Figure', 'Measured', 'Mark'], ['---', '---', '---:', '---'], ...rows].map(
      (cells) => `| ${cells.join(' | ')} |`,
    ),
  ].join('\n');
}

/** A line for each figure that misses its mark. */
export function missedLines(figures: readonly Figure[]): readonly string[] {
  return figures
    .filter(misses)
    .map((figure) => `${figure.bench}: ${figure.what} is ${valueText(figure)} and has to be ${markText(figure)}.`);
}

function valueText({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  const digits = Math.abs(value) < 100 && !Number.isInteger(value) ? 2 : 0;
  return `${value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })}${unit}`;
}

function markText({ mark, unit }: Figure): string {
  return mark === null ? '' : `${mark.kind} ${valueText({ value: mark.value, unit })}`;
}
