// Keeps this build on the machine, so that the workbook opens without a network.
//
// A build is kept whole or not at all, under its own mark, and a page is answered from one
// build alone: old and new files never meet. A newer build waits until the user asks for it
// or every page of the older one is closed. Knows nothing of plans and never touches them.
"use strict";

// Both are filled in by cargo xtask: the mark of all files, and their addresses.
const BUILD = "generated/build";
const FILES = ["generated/files"];

const PREFIX = "plumbline-build-";
const KEPT = PREFIX + BUILD;
const PAGE = "./";

self.addEventListener("install", (event) => {
  const whole = async () => {
    const kept = await caches.open(KEPT);
    // The page has no mark in its name: never from what the browser keeps.
    await kept.add(new Request(PAGE, { cache: "reload" }));
    await kept.addAll(FILES);
  };
  event.waitUntil(whole());
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    // Pages of the older build may still be open; they go on with their own files.
    const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (pages.length < 2) {
      const names = await caches.keys();
      const others = names.filter((name) => name.startsWith(PREFIX) && name !== KEPT);
      await Promise.all(others.map((name) => caches.delete(name)));
    }
  };
  event.waitUntil(tidy());
});

self.addEventListener("message", (event) => {
  if (event.data === "use-new-version") {
    self.skipWaiting();
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) {
    return;
  }
  const answer = async () => {
    const kept = await caches.open(KEPT);
    const home = new URL(PAGE, self.registration.scope).pathname;
    const isPage = request.mode === "navigate" && [home, `${home}index.html`].includes(address.pathname);
    const found = isPage
      ? await kept.match(new URL(PAGE, self.registration.scope).href)
      : (await kept.match(request)) ?? (await caches.match(request));
    return found ?? fetch(request);
  };
  event.respondWith(answer());
});
