// Loads and starts the workbook. What index.html names is all it fetches: the
// glue is a script before this one, the module is preloaded. Leaves on the
// page, for workers to come, the compiled module and the glue's address: a
// worker runs the same glue on the same module, with nothing fetched twice.
// It never touches the plan or the page's content; when loading fails,
// recovery.js takes over.
"use strict";

(() => {
  const module = document.querySelector("link[data-plumbline='module']");
  const glue = document.querySelector("script[data-plumbline='glue']");

  const recover = (reason, error) => {
    console.error(error);
    globalThis.plumblineRecover?.(reason, String(error?.stack ?? error));
  };

  // Streaming compiles while bytes arrive, but refuses a host that sends
  // another type than application/wasm; the second way takes any.
  const compile = async () => {
    const response = await fetch(module.href);
    if (!response.ok) {
      throw new Error(`${module.href}: ${response.status} ${response.statusText}`);
    }
    const again = response.clone();
    try {
      return await WebAssembly.compileStreaming(response);
    } catch (error) {
      console.warn(error);
      return WebAssembly.compile(await again.arrayBuffer());
    }
  };

  const start = async () => {
    let compiled;
    try {
      if (typeof wasm_bindgen !== "function") {
        throw new Error(`${glue.src} was not loaded`);
      }
      compiled = await compile();
    } catch (error) {
      recover("not-loaded", error);
      return;
    }
    globalThis.plumbline = Object.freeze({ module: compiled, glue: glue.src });
    try {
      await wasm_bindgen({ module_or_path: compiled });
    } catch (error) {
      recover("failed", error);
    }
  };

  start();
})();
