// Loads and starts the workbook. What index.html names is all it fetches: the
// glue is a script before this one, the module is preloaded. Leaves on the
// page, for workers to come, the compiled module and a promise of the glue's
// text: a worker runs the same glue on the same module, with nothing sent twice.
// It never touches the plan or the page's content; when loading fails,
// recovery.js takes over.
"use strict";

(() => {
  const module = document.querySelector("link[data-plumbline='module']");
  const glue = document.querySelector("script[data-plumbline='glue']");

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

  // From where the browser keeps it, if it may keep it at all. Without it there
  // are no workers, and the page computes by itself.
  const read = async () => {
    const response = await fetch(glue.src, { cache: "force-cache" });
    return response.ok ? response.text() : null;
  };

  const start = async () => {
    if (typeof wasm_bindgen !== "function") {
      throw new Error(`${glue.src} was not loaded`);
    }
    const compiled = await compile();
    globalThis.plumbline = Object.freeze({ module: compiled, glue: read().catch(() => null) });
    await wasm_bindgen({ module_or_path: compiled });
  };

  start().catch((error) => {
    console.error(error);
    const ran = error instanceof WebAssembly.RuntimeError;
    globalThis.plumblineRecover?.(ran ? "failed" : "not-loaded", String(error?.stack ?? error));
  });
})();
