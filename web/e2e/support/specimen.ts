import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { required } from './server';

export interface SpecimenCase {
  front: string;
  back: string;
  name: string;
  /** `YYYY-MM-DD` */
  birthDate: string;
  outcome: string;
}

/** Draws and photographs one of the generator's named cases into `folder`. */
export function makeCase(name: string, folder: string): SpecimenCase {
  execFileSync(required('COUNTERSIGN_SPECIMEN_BIN'), ['case', name, folder]);
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  return {
    front: join(folder, 'front.jpg'),
    back: join(folder, 'back.jpg'),
    name: expected.declared.name,
    birthDate: expected.declared.birth_date,
    outcome: expected.outcome,
  };
}

export interface Footage {
  picture: string;
  sound: string;
}

/** Films `person` saying `digits`. */
export function film(digits: string, person: string, folder: string): Footage {
  execFileSync(required('COUNTERSIGN_SPECIMEN_BIN'), [
    'camera',
    '--digits',
    digits,
    '--person',
    person,
    folder,
  ]);
  const picture = ['camera.mjpeg', 'camera.y4m'].map((name) => join(folder, name)).find(existsSync);
  if (!picture) throw new Error(`the generator left no camera file in ${folder}`);
  return { picture, sound: join(folder, 'microphone.wav') };
}
