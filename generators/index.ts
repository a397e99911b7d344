export { boundaryCases } from './boundary.ts';
export { type BrokenRequest, brokenRequest } from './broken.ts';
export { type Case, type Phase, type Prior, phases, poolPlaceholder, type RawContent } from './case.ts';
export { exampleCases } from './examplesCases.ts';
export { fuzzCases } from './fuzz.ts';
export type { GenerationScene } from './scene.ts';
export { stateCases } from './stateCases.ts';
export { validRequest } from './valid.ts';
