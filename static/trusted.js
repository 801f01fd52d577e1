// What may become part of the page as markup or as the address of a program, where the
// browser asks (Trusted Types, demanded by the policy in index.html): the charts' own
// pictures, the playbook, the workers, the service worker. Everything else is refused.
"use strict";

(() => {
  // A picture has shapes and words, never a program. Words are left out of the look: a
  // plan may say what it likes.
  const isPicture = (text) => {
    const bare = text.replace(/>[^<]*</g, "><").replace(/"[^"]*"/g, '""');
    return bare.startsWith("<svg") && bare.trimEnd().endsWith("</svg>") &&
      !/<(script|foreignObject|iframe|use|image|a|animate|set)[\s/>]|\son\w+\s*=/i.test(bare);
  };

  // The playbook on its page: words in headings, paragraphs, lists and tables, and its
  // pictures. Only what is named here, and no link that leads anywhere.
  const ELEMENTS = new Set(("article header section nav div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption " +
    "thead tbody tfoot tr th td strong em span br img figure figcaption " +
    "svg title desc g path polyline polygon rect circle line text tspan").split(" "));
  const ATTRIBUTES = new Set(("class dir id start scope colspan role alt src tabindex aria-label aria-hidden xmlns viewbox " +
    "x y x1 y1 x2 y2 cx cy r d points width height fill fill-opacity stroke stroke-width stroke-opacity " +
    "stroke-dasharray stroke-linejoin stroke-linecap text-anchor font-size font-weight transform").split(" "));
  const LOGO = /<img src="data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+\/=]*" alt="">/g;

  const isDocument = (text) => {
    const bare = text.replace(LOGO, "").replace(/>[^<]*</g, "><").replace(/"[^"]*"/g, '""');
    const names = [...bare.matchAll(/<\/?([^\s/>]+)/g)].map((found) => found[1].toLowerCase());
    const attributes = [...bare.matchAll(/([^\s="/<>]+)\s*=/g)].map((found) => found[1].toLowerCase());
    return bare.startsWith('<article class="">') && bare.trimEnd().endsWith("</article>") &&
      names.every((name) => name !== "img" && ELEMENTS.has(name)) &&
      attributes.every((name) => name !== "src" && ATTRIBUTES.has(name));
  };

  const isOwn = (address) =>
    address.startsWith("blob:") || new URL(address, location.href).href === new URL("sw.js", location.href).href;

  globalThis.trustedTypes?.createPolicy?.("default", {
    createHTML: (text) => (text === "" || isPicture(text) || isDocument(text) ? text : null),
    createScriptURL: (address) => (isOwn(address) ? address : null),
  });
})();
