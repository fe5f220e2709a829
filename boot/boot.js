// Starts Headroom, and shows a page a person can read when it cannot start or has stopped.
// Plain old JavaScript on purpose: a browser too old for the program must still run this file.
// The names in braces are filled in by `cargo xtask build`, which also drops lines like these.
(function () {
  "use strict";
  var APP = "./{app}", APP_HASH = "{app_hash}";
  var START = "./{start}", START_HASH = "{start_hash}";
  var WASM = "./{wasm}", WASM_HASH = "{wasm_hash}";
  var SLOW = 10000;

  // A tiny module with bulk memory, reference types, sign extension and saturating conversion.
  var PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 2, 127, 124, 1, 127, 3, 2, 1, 0, 4, 4, 1,
    111, 0, 1, 5, 3, 1, 0, 1, 10, 21, 1, 19, 0, 65, 0, 65, 0, 65, 0, 252, 11, 0, 32, 0, 192, 32, 1,
    252, 2, 106, 11];

  var AGAIN = "Reload the page. If that does not help, try again in a few minutes.";
  var started = false, stopped = false, hidden = [], watchdog;

  function add(parent, name, text) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  function hideOthers(rescue) {
    var all = document.body.children;
    for (var i = 0; i < all.length; i++) {
      if (all[i] !== rescue && !all[i].hidden) {
        all[i].hidden = true;
        hidden.push(all[i]);
      }
    }
  }

  function removeRescue() {
    var old = document.getElementById("rescue");
    if (old) old.parentNode.removeChild(old);
    while (hidden.length) hidden.pop().hidden = false;
  }

  // Takes the page's place. Never calls into the program, which may be broken.
  function rescue(title, sentence, detail) {
    removeRescue();
    var page = add(document.body, "main");
    page.id = "rescue";
    var heading = add(page, "h1", title);
    heading.tabIndex = -1;
    add(page, "p", sentence);
    offers(page);
    if (detail) add(page, "p", "For a report: " + detail + " (build {build})").className = "detail";
    hideOthers(page);
    heading.focus();
  }

  // What a person can do now. Later: a download of what was typed, read from storage right here.
  function offers(page) {
    add(page, "button", "Reload").onclick = function () { location.reload(); };
  }

  function stop(title, sentence, detail) {
    if (stopped) return;
    stopped = true;
    clearTimeout(watchdog);
    rescue(title, sentence, detail);
  }

  function tooOld() {
    stop("This browser cannot run Headroom", "Headroom needs WebAssembly and JavaScript modules. " +
      "This browser is too old for them, or they are switched off here. Use a current Chrome, Edge, " +
      "Firefox or Safari, or ask whoever looks after this computer to allow WebAssembly.");
  }

  function cannotStart(error) {
    if (error instanceof SyntaxError) return tooOld();
    stop("Headroom could not start", "Something kept the program from starting. " + AGAIN,
      String(error));
  }

  // Asks for the file once more, without its hash, to tell a person what is wrong with it.
  function explain(file) {
    fetch(file, { cache: "reload" }).then(function (reply) {
      var type = reply.headers.get("content-type") || "";
      var name = file.slice(2);
      if (!reply.ok) {
        stop("A part of Headroom is missing", "The server does not have the file " + name + " (" +
          reply.status + "). A new version may just have been published. " + AGAIN);
      } else if (type.indexOf("text/html") === 0) {
        stop("A part of Headroom is missing", "The server sent a web page in place of the file " + name +
          ". A new version may just have been published, or a log-in page stands in between. " + AGAIN);
      } else {
        stop("A part of Headroom arrived damaged", "The file " + name + " is not the one this page was " +
          "published with, so it was not run. " + AGAIN);
      }
    }, function () {
      stop("A part of Headroom did not arrive", "The connection to the server broke off. Check the " +
        "network, then reload the page.");
    });
  }

  function fetchWasm(retry) {
    return fetch(WASM, { integrity: WASM_HASH, cache: retry ? "reload" : "default" })
      .then(function (reply) {
        if (!reply.ok) throw new TypeError("status " + reply.status);
        var type = reply.headers.get("content-type") || "";
        return type.indexOf("application/wasm") === 0 ? reply : reply.arrayBuffer();
      })
      .catch(function (error) {
        if (!retry) return fetchWasm(true);
        explain(WASM);
        throw error;
      });
  }

  function addModule(file, hash, then) {
    var script = document.createElement("script");
    script.type = "module";
    script.src = file;
    script.integrity = hash;
    script.onload = then;
    script.onerror = function () { explain(file); };
    document.head.appendChild(script);
  }

  function hasStarted() {
    if (stopped) return;
    started = true;
    clearTimeout(watchdog);
    var starting = document.getElementById("starting");
    if (starting) starting.parentNode.removeChild(starting);
    removeRescue();
  }

  // An error that came through the program's own code leaves it in an unknown state. Errors of
  // browser extensions and the like do not.
  function noticed(error, file) {
    var inside = error && /wasm/.test(error.stack || "");
    var trap = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
    if (started && (inside || trap)) {
      stop("Headroom has stopped", "A fault inside the program stopped it. It takes no more input, so " +
        "that no wrong figure is shown. Reload the page to start it again.", String(error));
    } else if (!started && file && file.indexOf(location.origin) === 0) {
      cannotStart(error);
    }
  }

  addEventListener("error", function (event) { noticed(event.error, event.filename); });
  addEventListener("unhandledrejection", function (event) { noticed(event.reason); });

  // Once stopped, nothing a person does reaches the program; only the rescue page hears a click.
  // What browsers do by themselves, such as pressing a button with the Enter key, goes on.
  ["keydown", "keyup", "beforeinput", "input", "change", "click", "pointerdown", "pointermove",
    "pointerup", "wheel", "hashchange", "popstate", "resize", "storage"].forEach(function (name) {
    addEventListener(name, function (event) {
      var page = document.getElementById("rescue");
      var heard = name === "click" && page && page.contains(event.target);
      if (stopped && !heard) event.stopImmediatePropagation();
    }, true);
  });

  if (location.protocol === "file:") {
    return stop("Headroom needs a web server", "Browsers do not start a program like this from a file " +
      "on the disk. Put the folder on any web host and open it there, or run cargo xtask serve in the " +
      "source folder and open the address it prints.");
  }

  if (!("noModule" in document.createElement("script")) || typeof fetch !== "function" ||
    typeof WebAssembly !== "object" || !WebAssembly.validate(new Uint8Array(PROBE))) {
    return tooOld();
  }

  watchdog = setTimeout(function () {
    rescue("Headroom has not started yet", "It usually takes a second or two. On a slow connection it " +
      "may still come, and this text then goes away by itself. Otherwise reload the page.");
  }, SLOW);

  var wasm = fetchWasm(false);
  wasm.catch(function () { });

  // Where the program finds the file that it starts in the background.
  window.headroomWorker = "./{worker}";

  window.headroomStart = function (init) {
    wasm.then(function (source) {
      return init({ module_or_path: source }).then(hasStarted, cannotStart);
    }, function () { });
  };

  addModule(APP, APP_HASH, function () { addModule(START, START_HASH); });
})();
