import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newestEdition } from '../../specs/editions/index.ts';
import { exportOpenApi } from '../contracts/exportOpenApi.ts';

/** Writes the OpenAPI document of the newest edition into a folder and returns its path. */
export function openApiDocument(folder: string): string {
  const path = join(folder, 'api.json');
  writeFileSync(path, JSON.stringify(exportOpenApi(newestEdition)));
  return path;
}
