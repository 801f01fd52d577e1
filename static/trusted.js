// What may become part of the page as markup or as the address of a program, where the
// browser asks (Trusted Types, demanded by the policy in index.html): the charts' own
// pictures, the workers, the service worker. Everything else is refused.
"use strict";

(() => {
  // A picture has shapes and words, never a program. Words are left out of the look: a
  // plan may say what it likes.
  const isPicture = (text) => {
    const bare = text.replace(/>[^<]*</g, "><").replace(/"[^"]*"/g, '""');
    return bare.startsWith("<svg") && bare.trimEnd().endsWith("</svg>") &&
      !/<(script|foreignObject|iframe|use|image|a|animate|set)[\s/>]|\son\w+\s*=/i.test(bare);
  };

  const isOwn = (address) =>
    address.startsWith("blob:") || new URL(address, location.href).href === new URL("sw.js", location.href).href;

  globalThis.trustedTypes?.createPolicy?.("default", {
    createHTML: (text) => (text === "" || isPicture(text) ? text : null),
    createScriptURL: (address) => (isOwn(address) ? address : null),
  });
})();
