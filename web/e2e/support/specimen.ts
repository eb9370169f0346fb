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
  /** Whose portrait is on it, as the generator numbers its people: the one who must be filmed. */
  person: string;
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
    person: String(expected.person_seed),
  };
}

export interface Footage {
  picture: string;
  sound: string;
}

/**
 * The same photo taken before the camera was in focus: every point spread over half a percent of the width, so that
 * letters run together and the portrait is still a face.
 */
export function blurred(photo: string, folder: string): string {
  const file = join(folder, 'blurred.jpg');
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', photo, '-vf', 'avgblur=sizeX=10', '-q:v', '3', file]);
  return file;
}

/** Films `person` saying `digits`, or, when `wrong`, six others. */
export function film(digits: string, person: string, folder: string, wrong: boolean): Footage {
  execFileSync(required('COUNTERSIGN_SPECIMEN_BIN'), [
    'camera',
    '--digits',
    digits,
    '--person',
    person,
    ...(wrong ? ['--wrong'] : []),
    folder,
  ]);
  const picture = ['camera.mjpeg', 'camera.y4m'].map((name) => join(folder, name)).find(existsSync);
  if (!picture) throw new Error(`the generator left no camera file in ${folder}`);
  return { picture, sound: join(folder, 'microphone.wav') };
}

/** A photo of nothing in particular, for journeys that are about what comes after. */
export function smallPhoto(): Uint8Array {
  return execFileSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=s=1200x900:d=0.1', '-frames:v', '1'],
    ...['-f', 'image2', '-c:v', 'mjpeg', '-'],
  ]);
}
