export { boundaryCases } from './boundary.ts';
export { type BrokenRequest, brokenRequest } from './broken.ts';
export { enduranceCases } from './endurance.ts';
export { exampleCases } from './examplesCases.ts';
export { fuzzCases } from './fuzz.ts';
export { stringOfLength } from './pattern/stringOfLength.ts';
export type { GenerationScene } from './scene.ts';
export { stateCases } from './stateCases.ts';
export { validRequest } from './valid.ts';
