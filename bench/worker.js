// Measures one piece of work after the other and tells each figure as it is known.
importScripts("bench.js");
(async () => {
  await wasm_bindgen({ module_or_path: "bench.wasm" });
  for (let place = 0; place < wasm_bindgen.works(); place += 1) {
    postMessage(wasm_bindgen.measured(place));
  }
  postMessage(`memory\t${wasm_bindgen.memory_taken()}`);
  postMessage("end");
})().catch((error) => postMessage(`failed\t${error}`));
