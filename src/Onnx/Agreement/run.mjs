// Runs ONNX models for GCnn: one request a line, as JSON, and one answer a line.
//   {"folder": path of node_modules' parent}                   -> {}
//   {"load": path}                                             -> {"inputs": [...], "outputs": [...]}
//   {"run": {"input", "output", "shape", "data" in base64}}    -> {"shape", "data" in base64}
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

let session = null;
let ort = null;

async function answer({ folder, load, run }) {
  if (folder !== undefined) {
    ort = createRequire(join(folder, 'here.js'))('onnxruntime-node');
    return {};
  }
  if (load !== undefined) {
    session = await ort.InferenceSession.create(load, { logSeverityLevel: 3, intraOpNumThreads: 1 });
    return { inputs: session.inputNames, outputs: session.outputNames };
  }
  const bytes = Uint8Array.from(Buffer.from(run.data, 'base64'));
  const images = new ort.Tensor('float32', new Float32Array(bytes.buffer), run.shape);
  const output = (await session.run({ [run.input]: images }))[run.output];
  const data = Buffer.from(output.data.buffer, output.data.byteOffset, output.data.byteLength).toString('base64');
  return { shape: output.dims, data };
}

for await (const line of createInterface({ input: process.stdin })) {
  let reply;
  try {
    reply = await answer(JSON.parse(line));
  } catch (error) {
    reply = { error: String(error.message ?? error).split('\n')[0] };
  }
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
