import { contractOf } from '../../specs/contract.ts';
import { corpusLanes } from '../corpus/corpusLanes.ts';
import { readCorpus } from '../corpus/readCorpus.ts';
import type { Lane } from '../plan/plan.ts';
import type { RunSettings } from '../settings/runSettings.ts';

/** The requests of the corpus folder; they have shown a fault before, so that they are sent first. None without a folder. */
export function lanesOfCorpus(settings: RunSettings): readonly Lane[] {
  const { corpus, edition, basis } = settings;
  return corpus === undefined ? [] : corpusLanes(readCorpus(corpus), contractOf(edition, basis), settings);
}
