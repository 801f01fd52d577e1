// Loads and starts the workbook. What index.html names is all it fetches: the
// glue is a script before this one, the module is preloaded; a workbook of one
// file has both inside, and fetches nothing. Leaves on the page, for workers to come, the compiled module and a promise of the glue's
// text: a worker runs the same glue on the same module, with nothing sent twice.
// It never touches the plan or the page's content; when loading fails,
// recovery.js takes over.
"use strict";

(() => {
  const module = document.querySelector("[data-plumbline='module']");
  const glue = document.querySelector("script[data-plumbline='glue']");

  // Streaming compiles while bytes arrive, but refuses a host that sends
  // another type than application/wasm; the second way takes any.
  const compile = async () => {
    if (!module.href) {
      const bytes = Uint8Array.from(atob(module.textContent), (character) => character.charCodeAt(0));
      return WebAssembly.compile(bytes);
    }
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
    if (!glue.src) {
      return glue.textContent;
    }
    const response = await fetch(glue.src, { cache: "force-cache" });
    return response.ok ? response.text() : null;
  };

  const start = async () => {
    if (typeof wasm_bindgen !== "function") {
      throw new Error(`${glue.src} was not loaded`);
    }
    const compiled = await compile();
    if (document.readyState === "loading") {
      await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
    }
    globalThis.plumbline = Object.freeze({ module: compiled, glue: read().catch(() => null) });
    await wasm_bindgen({ module_or_path: compiled });
  };

  // A part that is gone may belong to a build that was replaced while the page was on its
  // way: the page is loaded once more, and only once.
  const MARK = "plumbline.loaded-again";
  const loadAgain = () => {
    try {
      if (!module.href || sessionStorage.getItem(MARK)) {
        return false;
      }
      sessionStorage.setItem(MARK, "1");
      location.reload();
      return true;
    } catch {
      return false;
    }
  };
  const loaded = () => {
    try {
      sessionStorage.removeItem(MARK);
    } catch {
      // Where there is no such storage, nothing was marked.
    }
  };

  start().then(loaded, (error) => {
    const ran = error instanceof WebAssembly.RuntimeError;
    if (!ran && loadAgain()) {
      return;
    }
    console.error(error);
    globalThis.plumblineRecover?.(ran ? "failed" : "not-loaded", String(error?.stack ?? error));
  });
})();
