import { cpus, totalmem } from 'node:os';
import { version } from '../../version.ts';
import { type BenchFigure, missesMark } from './benchFigure.ts';

/** The machine and versions of a measurement. */
export interface Machine {
  readonly poolproof: string;
  readonly node: string;
  readonly platform: string;
  readonly processor: string;
  readonly memoryGb: number;
}

/** Describes the machine that this runs on. */
export function describeMachine(): Machine {
  const [first, ...others] = cpus();
  return {
    poolproof: version,
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    processor: `${others.length + 1} × ${first?.model.trim() || 'unknown'}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
  };
}

/** The figures as a Markdown table below a line about the machine. */
export function benchTable(machine: Machine, figures: readonly BenchFigure[]): string {
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

/** One line for each figure outside its limit. */
export function describeMisses(figures: readonly BenchFigure[]): readonly string[] {
  return figures
    .filter(missesMark)
    .map((figure) => `${figure.bench}: ${figure.what} is ${valueText(figure)} and has to be ${markText(figure)}.`);
}

function valueText({ value, unit }: Pick<BenchFigure, 'value' | 'unit'>): string {
  const digits = Math.abs(value) < 100 && !Number.isInteger(value) ? 2 : 0;
  return `${value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })}${unit}`;
}

function markText({ mark, unit }: BenchFigure): string {
  return mark === null ? '' : `${mark.kind} ${valueText({ value: mark.value, unit })}`;
}
