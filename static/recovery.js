/*
 * The page of last resort, in plain JavaScript: when the program has failed,
 * does not load, or finds a plan it cannot read, it says so and hands the saved
 * plan over as a file.
 *
 * It needs neither wasm nor styles, loads before everything else, and is
 * written in old JavaScript so that a browser too old for the rest still runs
 * it. It reads storage and never changes it, but for one mark when the user
 * chooses to go on with a new plan. It sends nothing anywhere.
 *
 * The names of database and stores are those of src/browser/, the keys of versions
 * those of src/workbook/keeping/versions/key.rs, the format of a record that of
 * src/workbook/keeping/record.rs: change both together.
 */
(function () {
  "use strict";

  var TEXTS = {
    reasons: {
      failed: {
        title: "Plumbline has stopped",
        what: "Something went wrong in the program, not in your plan. So that nothing wrong gets saved, it has stopped working. Reload the page to go on from what was saved last."
      },
      damaged: {
        title: "The saved plan can't be opened",
        what: "This browser has kept records of your plan, and the program can't open any of them. Nothing was changed or deleted. You can download what is there, go on with a new plan, and open a file of yours there."
      },
      newer: {
        title: "A newer Plumbline has saved this plan",
        what: "The page you see is an older version of the program and would not understand everything in your plan. It has changed nothing. Reload to get the newer version."
      },
      hung: {
        title: "The browser's storage does not answer",
        what: "Your plan could not be opened because the browser does not answer. Close other tabs with Plumbline, then reload. If that does not help, restart the browser."
      },
      "not-loaded": {
        title: "Plumbline could not be loaded",
        what: "A part of the program did not arrive, or this browser can't run it. Check the connection and reload. If it happens again, update the browser or try another one."
      },
      "old-browser": {
        title: "This browser is too old for Plumbline",
        what: "Plumbline needs WebAssembly, which this browser does not have. Any current version of Chrome, Edge, Firefox or Safari will do."
      }
    },
    looking: "Looking for your saved plan …",
    intact: function (title, when) {
      return "Your plan “" + title + "” is in this browser, whole, as saved on " + when + ". Changes made after that are not in it.";
    },
    intactPrevious: function (title, when) {
      return "Of your plan “" + title + "” the version saved on " + when + " is whole. Another, perhaps later, is damaged; it is among the records under Technical details.";
    },
    noPlan: "There is no saved plan in this browser.",
    noneWhole: "None of the saved records is whole. You can download them as they are, under Technical details.",
    unreadable: "The saved plan can't be looked at from here. It was not changed.",
    untitled: "Untitled",
    reload: "Reload",
    download: "Download the plan",
    downloadNamed: function (title) { return "Download “" + title + "”"; },
    startAnew: "Go on with a new plan",
    notStartedAnew: "That did not work: the browser's storage can't be written.",
    others: "Other plans in this browser",
    details: "Technical details",
    copy: "Copy this text",
    copied: "Copied.",
    notCopied: "Could not copy. The text is selected: copy it with the keyboard.",
    raw: "Download all records as stored",
    downloaded: function (name) { return "Downloading " + name + "."; },
    noDetails: "No more is known."
  };

  var DATABASE = "plumbline";
  var PLANS = "plans";
  var STORES = ["plans", "damaged", "desk"];
  var DESK = "desk";
  var OPEN_AT_START = "open-at-start";
  var CLEARED = "-";
  var VERSION_KEY = /^(.*)\/(?:[ab]|([0-9a-f]{8}\.[0-9a-f]{12}))$/;
  var PATIENCE_MILLISECONDS = 5000;
  var PLAN_ENDING = ".plumbline.json";

  /* A workbook of one file: pages opened as files share one storage, so that all but its
   * own plan is other people's. */
  var embedded = document.querySelector("script[data-plumbline='plan']");
  var OWN = embedded && embedded.getAttribute("data-workbook");

  var shown = null;

  /* ---- What others call and what is listened for ---- */

  window.plumblineRecover = function (reason, details) {
    if (window.console && details) {
      console.error(details);
    }
    if (shown) {
      shown.add(details);
      return;
    }
    shown = { add: function () {} };
    whenThereIsABody(function () {
      shown = show(TEXTS.reasons[reason] ? reason : "failed", details);
    });
  };

  window.addEventListener("error", function (event) {
    noticed(event.error);
  });
  window.addEventListener("unhandledrejection", function (event) {
    noticed(event.reason);
  });

  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") {
    window.plumblineRecover("old-browser", navigator.userAgent);
  }

  function noticed(error) {
    if (typeof WebAssembly !== "object" || !error) {
      return;
    }
    // Only what happens on the page's own thread arrives here as such an error.
    if (error instanceof WebAssembly.RuntimeError) {
      window.plumblineRecover("failed", wordsOf(error));
    }
  }

  function wordsOf(error) {
    return String(error) + (error.stack ? "\n" + error.stack : "");
  }

  function whenThereIsABody(then) {
    if (document.body) {
      then();
    } else {
      document.addEventListener("DOMContentLoaded", then);
    }
  }

  /* ---- The page ---- */

  function show(reason, firstDetails) {
    var words = TEXTS.reasons[reason];
    var heading = element("h1", "recovery-title", words.title);
    heading.tabIndex = -1;
    var alert = element("div", "recovery-alert");
    alert.setAttribute("role", "alert");
    alert.appendChild(heading);
    alert.appendChild(element("p", "recovery-what", words.what));
    var plan = element("p", "recovery-plan", TEXTS.looking);
    plan.setAttribute("role", "status");
    var actions = element("p", "recovery-actions");
    actions.appendChild(button(TEXTS.reload, function () { location.reload(); }));
    var status = element("p", "recovery-status");
    status.setAttribute("role", "status");
    var text = element("textarea", "recovery-text");
    text.readOnly = true;
    text.rows = 8;
    text.setAttribute("aria-label", TEXTS.details);
    text.value = firstDetails || TEXTS.noDetails;
    var details = folded(TEXTS.details, [
      text,
      button(TEXTS.copy, function () { copy(text, status); })
    ]);

    var main = element("main", "recovery");
    [alert, plan, actions, details, status].forEach(function (part) { main.appendChild(part); });
    replaceBody(main);
    document.title = words.title;
    heading.focus();
    read(function (found) { tellOfPlans(reason, found, plan, actions, details, status); });

    return {
      add: function (more) {
        if (more) {
          text.value += "\n\n" + more;
        }
      }
    };
  }

  /* A new body: what the failed program listens to on the old one is gone. */
  function replaceBody(main) {
    var body = document.createElement("body");
    body.className = "recovering";
    body.appendChild(main);
    ["click", "dblclick", "keydown", "keyup", "input", "change", "submit", "pointerdown", "pointerup",
      "focusin", "focusout", "dragover", "drop", "paste"].forEach(function (kind) {
      body.addEventListener(kind, function (event) { event.stopPropagation(); });
    });
    document.documentElement.replaceChild(body, document.body);
  }

  function tellOfPlans(reason, found, plan, actions, details, status) {
    if (!found) {
      plan.textContent = TEXTS.unreadable;
      return;
    }
    var first = found.plans[0];
    if (first) {
      var tell = first.laterBroken ? TEXTS.intactPrevious : TEXTS.intact;
      plan.textContent = tell(first.title, when(first.savedAt));
      actions.appendChild(button(TEXTS.download, function () { downloadPlan(first, status); }));
    } else {
      plan.textContent = found.records.length ? TEXTS.noneWhole : TEXTS.noPlan;
    }
    if (reason === "damaged" || reason === "newer") {
      actions.appendChild(button(TEXTS.startAnew, function () { startAnew(status); }));
    }
    var others = found.plans.slice(1).map(function (other) {
      return button(TEXTS.downloadNamed(other.title), function () { downloadPlan(other, status); });
    });
    // Pages opened as files share one storage: it holds other people's plans.
    if (others.length && location.protocol !== "file:") {
      details.parentNode.insertBefore(folded(TEXTS.others, others), details);
    }
    if (found.records.length) {
      details.appendChild(button(TEXTS.raw, function () { downloadRaw(found.records, status); }));
    }
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text) { made.textContent = text; }
    return made;
  }

  function button(text, then) {
    var made = element("button", "recovery-button", text);
    made.type = "button";
    made.addEventListener("click", then);
    return made;
  }

  function folded(summary, parts) {
    var made = element("details", "recovery-details");
    made.appendChild(element("summary", "", summary));
    parts.forEach(function (part) { made.appendChild(part); });
    return made;
  }

  function when(savedAt) {
    var date = new Date(savedAt);
    return isNaN(date) ? savedAt : date.toLocaleString();
  }

  /* ---- Reading what is stored ---- */

  /* Calls `then` once, with null when the storage can't be read. */
  function read(then) {
    openDatabase(function (database, isNew) {
      if (!database) { return then(isNew ? { records: [], plans: [] } : null); }
      readAll(database, function (records) {
        database.close();
        then(records && { records: records, plans: wholePlans(records) });
      });
    });
  }

  /* Calls `then` once, with the database, or with null and whether there was
   * none at all. */
  function openDatabase(then) {
    var answered = false;
    var isNew = false;
    function answer(database) {
      if (answered) {
        if (database) { database.close(); }
        return;
      }
      answered = true;
      then(database, isNew);
    }
    setTimeout(function () { answer(null); }, PATIENCE_MILLISECONDS);
    try {
      // Without a version: whichever there is, also a newer one.
      var request = indexedDB.open(DATABASE);
      // Nothing is there: an empty database must not be left behind.
      request.onupgradeneeded = function () {
        isNew = true;
        request.transaction.abort();
      };
      request.onsuccess = function () { answer(request.result); };
      request.onerror = function (event) {
        event.preventDefault();
        answer(null);
      };
    } catch (denied) {
      answer(null);
    }
  }

  function readAll(database, then) {
    var names = STORES.filter(function (name) { return database.objectStoreNames.contains(name); });
    var records = [];
    var transaction;
    try {
      transaction = database.transaction(names, "readonly");
    } catch (gone) {
      return then(null);
    }
    names.forEach(function (name) {
      transaction.objectStore(name).openCursor().onsuccess = function (event) {
        var cursor = event.target.result;
        if (cursor) {
          if (OWN && (name !== "plans" || String(cursor.key).indexOf(OWN + "/") !== 0)) {
            cursor["continue"]();
            return;
          }
          records.push({ store: name, key: String(cursor.key), bytes: cursor.value });
          cursor["continue"]();
        }
      };
    });
    transaction.oncomplete = function () { then(records); };
    transaction.onabort = function () { then(null); };
  }

  /* The newest whole version of each plan; first the one open at start. */
  function wholePlans(records) {
    var remembered = "";
    var plans = {};
    records.forEach(function (record) {
      if (record.store === DESK && record.key === OPEN_AT_START) {
        remembered = textOf(record.bytes);
      }
      var place = record.store === PLANS && VERSION_KEY.exec(record.key);
      if (!place) { return; }
      var id = place[1];
      plans["plan " + id] = better(plans["plan " + id], versionIn(record.bytes), id, place[2] || "");
    });
    return Object.keys(plans).map(function (key) { return plans[key]; })
      .filter(function (plan) { return plan.document; })
      .map(function (plan) {
        plan.laterBroken = plan.broken !== null && plan.broken >= plan.rank;
        return plan;
      })
      .sort(function (one, other) {
        return (other.id === remembered) - (one.id === remembered) ||
          new Date(other.savedAt) - new Date(one.savedAt);
      });
  }

  /* Epoch and counter in a key have fixed widths: as texts they sort by age. The two
   * places of old come before them all, and between them their counter decides. */
  function better(known, version, id, rank) {
    var best = known || { id: id, rank: "", counter: -1, broken: null };
    if (!version) {
      best.broken = best.broken === null || rank > best.broken ? rank : best.broken;
    } else if (rank > best.rank || (rank === best.rank && version.counter > best.counter)) {
      version.id = id;
      version.rank = rank;
      version.broken = best.broken;
      best = version;
    }
    return best;
  }

  /* The version in a record's bytes, or null when they are not whole. */
  function versionIn(bytes) {
    try {
      var firstEnd = bytes.indexOf(10);
      var secondEnd = bytes.indexOf(10, firstEnd + 1);
      var first = textOf(bytes.subarray(0, firstEnd)).split(" ");
      var checked = bytes.subarray(firstEnd + 1);
      if (secondEnd < 0 || first[0] !== "plumbline-record" || first[1] !== checksum(checked)) {
        return null;
      }
      var line = textOf(bytes.subarray(firstEnd + 1, secondEnd));
      var header = JSON.parse(line.slice(line.indexOf(" ") + 1));
      return {
        counter: header.counter,
        title: header.title || TEXTS.untitled,
        savedAt: header.saved_at,
        document: bytes.subarray(secondEnd + 1)
      };
    } catch (broken) {
      return null;
    }
  }

  /* UTF-8, also where there is no TextDecoder. */
  function textOf(bytes) {
    var characters = "";
    for (var at = 0; at < bytes.length; at += 1) {
      characters += String.fromCharCode(bytes[at]);
    }
    return decodeURIComponent(escape(characters));
  }

  /* CRC-32 (ISO-HDLC) as eight hexadecimal digits. */
  function checksum(bytes) {
    var crc = -1;
    for (var at = 0; at < bytes.length; at += 1) {
      crc ^= bytes[at];
      for (var bit = 0; bit < 8; bit += 1) {
        crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
      }
    }
    return ("0000000" + ((crc ^ -1) >>> 0).toString(16)).slice(-8);
  }

  /* ---- What the buttons do ---- */

  function downloadPlan(plan, status) {
    download(fileName(plan.title), plan.document, status);
  }

  function downloadRaw(records, status) {
    var listed = records.map(function (record) {
      var bytes = record.bytes instanceof Uint8Array ? record.bytes : [];
      var binary = "";
      for (var at = 0; at < bytes.length; at += 1) {
        binary += String.fromCharCode(bytes[at]);
      }
      return { store: record.store, key: record.key, base64: btoa(binary) };
    });
    download("plumbline-records.json", JSON.stringify({ records: listed }, null, 1), status);
  }

  function download(name, content, status) {
    var address = URL.createObjectURL(new Blob([content], { type: "application/json" }));
    var link = element("a");
    link.href = address;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(address); }, 120000);
    status.textContent = TEXTS.downloaded(name);
  }

  /* As plan_file_name in src/browser/files/name.rs. */
  function fileName(title) {
    var unsafe = /[\u0000-\u001f\u007f-\u009f\/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
    var stem = title.replace(unsafe, " ").replace(/\s+/g, " ").trim().slice(0, 80);
    stem = stem.replace(/^[. ]+|[. ]+$/g, "");
    if (/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i.test(stem)) {
      stem += " plan";
    }
    return (stem || "Plan") + PLAN_ENDING;
  }

  function copy(text, status) {
    function told(done) { status.textContent = done ? TEXTS.copied : TEXTS.notCopied; }
    function bySelection() {
      text.focus();
      text.select();
      var done = false;
      try { done = document.execCommand("copy"); } catch (refused) { done = false; }
      told(done);
    }
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text.value).then(function () { told(true); }, bySelection);
    } else {
      bySelection();
    }
  }

  /* The only thing written here: at the next start no plan is on the desk. The
   * records stay. */
  function startAnew(status) {
    openDatabase(function (database) {
      try {
        var transaction = database.transaction([DESK], "readwrite");
        var bytes = new Uint8Array([CLEARED.charCodeAt(0)]);
        transaction.objectStore(DESK).put(bytes, OPEN_AT_START);
        transaction.oncomplete = function () { location.reload(); };
        transaction.onabort = function () { status.textContent = TEXTS.notStartedAnew; };
      } catch (refused) {
        status.textContent = TEXTS.notStartedAnew;
      }
    });
  }
}());
