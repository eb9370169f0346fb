// Runs the nets of the pinned JavaScript package on pictures of our own and writes what they answer.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { drawnFace, pattern } from './pictures.mjs';

const require = createRequire(import.meta.url);
const root = path.dirname(require.resolve('@vladmandic/face-api/package.json'));
// The build that takes TensorFlow.js from outside; its plain JavaScript backend is the most exact and runs anywhere.
const faceapi = require(path.join(root, 'dist/face-api.node-wasm.js'));
const { tf } = faceapi;
await tf.setBackend('cpu');
await tf.ready();

async function load(net, name) {
  const [group] = JSON.parse(readFileSync(path.join(root, 'model', `${name}_model-weights_manifest.json`), 'utf8'));
  const bytes = Buffer.concat(group.paths.map((p) => readFileSync(path.join(root, 'model', p))));
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  net.loadFromWeightMap(tf.io.decodeWeights(data, group.weights));
}

const nets = faceapi.nets;
await load(nets.tinyFaceDetector, 'tiny_face_detector');
await load(nets.faceLandmark68Net, 'face_landmark_68');
await load(nets.faceLandmark68TinyNet, 'face_landmark_68_tiny');
await load(nets.faceRecognitionNet, 'face_recognition');
await load(nets.faceExpressionNet, 'face_expression');

const tensor = ({ width, height, pixels }) => tf.tensor3d(Float32Array.from(pixels), [height, width, 3]);
const round = (values) => Array.from(values, (v) => Number(v.toPrecision(9)));
const out = { package: '@vladmandic/face-api', version: '1.7.15', tfjs: tf.version['tfjs-core'], nets: {} };

const wide = tensor(pattern(97, 61, 5));
const tall = tensor(pattern(140, 210, 11));
out.nets.tiny_face_detector = {
  wide_160: round(await (await nets.tinyFaceDetector.forward(wide, 160)).data()),
  tall_96: round(await (await nets.tinyFaceDetector.forward(tall, 96)).data()),
};
for (const [key, net] of [['face_landmark_68', nets.faceLandmark68Net], ['face_landmark_68_tiny', nets.faceLandmark68TinyNet]]) {
  out.nets[key] = { wide: round(await (await net.forward(wide)).data()), tall: round(await (await net.forward(tall)).data()) };
}
out.nets.face_recognition = {
  wide: round(await nets.faceRecognitionNet.computeFaceDescriptor(wide)),
  tall: round(await nets.faceRecognitionNet.computeFaceDescriptor(tall)),
};
out.nets.face_expression = {
  wide: round(await (await nets.faceExpressionNet.forward(wide)).data()),
  tall: round(await (await nets.faceExpressionNet.forward(tall)).data()),
};

const face = tensor(drawnFace(320, 260, 150, 120, 120));
const options = new faceapi.TinyFaceDetectorOptions({ inputSize: 224, scoreThreshold: 0.3 });
const found = await faceapi.detectAllFaces(face, options).withFaceLandmarks().withFaceDescriptors();
out.chain = found.map((f) => {
  const box = f.detection.box;
  const aligned = f.landmarks.align(null, { useDlibAlignment: true });
  return {
    score: f.detection.score,
    box: round([box.x, box.y, box.width, box.height]),
    landmarks: round(f.landmarks.positions.flatMap((p) => [p.x, p.y])),
    aligned: [aligned.x, aligned.y, aligned.width, aligned.height],
    descriptor: round(f.descriptor),
  };
});
const target = new URL('../../crates/inference/tests/reference/face_api.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(out)}\n`);
console.log(`faces found on the drawing: ${out.chain.length}, scores ${out.chain.map((c) => c.score)}`);
