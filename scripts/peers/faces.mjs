// Runs face-api in JavaScript over pictures, for measuring beside ours: its own detection, alignment and descriptor, as its documentation says to.
//
// Reads one path a line on standard input. Writes {"path", "peer", "descriptor"} a line, null where it finds no face. FACE_API_PEER names a folder
// with node_modules of @vladmandic/face-api, @tensorflow/tfjs, @tensorflow/tfjs-backend-wasm, jpeg-js and pngjs (training/face-api-reference).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const peer = 'face-api (JavaScript)';
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const folder = process.env.FACE_API_PEER;
let parts;
try {
  const require = createRequire(path.join(folder ?? '.', 'index.js'));
  const root = path.dirname(require.resolve('@vladmandic/face-api/package.json'));
  parts = {
    root,
    faceapi: require(path.join(root, 'dist/face-api.node-wasm.js')),
    wasm: require('@tensorflow/tfjs-backend-wasm'),
    wasmFolder: `${path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`,
    jpeg: require('jpeg-js'),
    png: require('pngjs').PNG,
  };
} catch (error) {
  say({ peer, missing: String(error.message).split('\n')[0] });
  process.exit(0);
}
const { faceapi, root } = parts;
const { tf } = faceapi;
parts.wasm.setWasmPaths(parts.wasmFolder);
await tf.setBackend('wasm');
await tf.ready();

async function load(net, name) {
  const [group] = JSON.parse(
    readFileSync(path.join(root, 'model', `${name}_model-weights_manifest.json`), 'utf8'),
  );
  const bytes = Buffer.concat(group.paths.map((part) => readFileSync(path.join(root, 'model', part))));
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  net.loadFromWeightMap(tf.io.decodeWeights(data, group.weights));
}
await load(faceapi.nets.ssdMobilenetv1, 'ssd_mobilenetv1');
await load(faceapi.nets.faceLandmark68Net, 'face_landmark_68');
await load(faceapi.nets.faceRecognitionNet, 'face_recognition');

function picture(file) {
  const bytes = readFileSync(file);
  const found =
    bytes[0] === 0x89
      ? parts.png.sync.read(bytes)
      : parts.jpeg.decode(bytes, { useTArray: true, maxMemoryUsageInMB: 1024 });
  const rgb = new Float32Array(found.width * found.height * 3);
  for (let i = 0; i < found.width * found.height; i++)
    for (let c = 0; c < 3; c++) rgb[i * 3 + c] = found.data[i * 4 + c];
  return tf.tensor3d(rgb, [found.height, found.width, 3]);
}

for (const file of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  let descriptor = null;
  try {
    const tensor = picture(file);
    const found = await faceapi
      .detectAllFaces(tensor, new faceapi.SsdMobilenetv1Options())
      .withFaceLandmarks()
      .withFaceDescriptors();
    const area = (face) => face.detection.box.width * face.detection.box.height;
    const largest = found.sort((a, b) => area(b) - area(a))[0];
    descriptor = largest ? Array.from(largest.descriptor) : null;
    tensor.dispose();
  } catch {
    // A picture that it cannot open counts as one without a face.
  }
  say({ peer, path: file, descriptor });
}
