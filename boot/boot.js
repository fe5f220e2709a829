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
  var STORED = "What was stored in this browser stays as it is.";
  var started = false, stopped = false, hidden = [], panic = "", watchdog;

  // What this tab remembers over a reload: how often in a row the program has stopped ("failures"),
  // and that it is to start without what is stored ("safe"). Storage may throw at any touch.
  function remembered(key) {
    try {
      return sessionStorage.getItem("headroom." + key);
    } catch (error) {
      return null;
    }
  }

  function remember(key, value) {
    try {
      if (value) sessionStorage.setItem("headroom." + key, value);
      else sessionStorage.removeItem("headroom." + key);
    } catch (error) {
      // Then a reload starts as if nothing had happened.
    }
  }

  function failures() {
    return Number(remembered("failures")) || 0;
  }

  var safe = remembered("safe") === "1" || failures() >= 2;

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

  function startSafely() {
    remember("safe", "1");
    location.reload();
  }

  // What a person can do now; about their data only where the program can have stored any.
  function offer(page, detail, hasData) {
    var offers = add(page, "div"), status = add(page, "p");
    offers.className = "offers";
    status.setAttribute("role", "status");
    function button(text, act) { add(offers, "button", text).onclick = act; }
    if (hasData && window.headroomDownload) {
      button("Download my data", function () { window.headroomDownload(detail, status); });
    }
    button("Reload", function () { location.reload(); });
    if (hasData) button("Start without my scenarios", startSafely);
  }

  // Takes the page's place. Never calls into the program, which may be broken.
  function rescue(title, sentence, detail, hasData) {
    removeRescue();
    var page = add(document.body, "main");
    page.id = "rescue";
    var heading = add(page, "h1", title);
    heading.tabIndex = -1;
    add(page, "p", sentence);
    offer(page, detail, hasData);
    if (detail) add(page, "p", "For a report: " + detail + " (build {build})").className = "detail";
    hideOthers(page);
    heading.focus();
  }

  function stop(title, sentence, detail, hasData) {
    if (stopped) return;
    stopped = true;
    clearTimeout(watchdog);
    rescue(title, sentence, detail, hasData);
  }

  // A fault of the program itself. Its last call may still be on its way out, perhaps with no stack
  // left, so the rest waits for the next turn.
  function fault(error) {
    if (stopped) return;
    setTimeout(function () { afterFault(panic || String(error)); }, 0);
    stopped = true;
    clearTimeout(watchdog);
  }

  // The second fault in a row may come from what the program loads: then it starts without that,
  // unless it already did, or this tab cannot remember that it should.
  function afterFault(detail) {
    var before = failures();
    remember("failures", before + 1);
    if (!safe && before && failures() > before) return location.reload();
    rescue(started ? "Headroom has stopped" : "Headroom could not start",
      started ? "A fault inside the program stopped it. It takes no more input, so that no wrong figure " +
        "is shown. " + STORED + " Reload the page to start it again."
        : "A fault inside the program kept it from starting" + (safe ? ", although it left your " +
        "scenarios alone. " + STORED : ". " + STORED + " Reload the page. If that does not help, start " +
        "without your scenarios."), detail, true);
  }

  function tooOld() {
    stop("This browser cannot run Headroom", "Headroom needs WebAssembly and JavaScript modules. " +
      "This browser is too old for them, or they are switched off here. Use a current Chrome, Edge, " +
      "Firefox or Safari, or ask whoever looks after this computer to allow WebAssembly.");
  }

  function cannotStart(error) {
    if (error instanceof SyntaxError) return tooOld();
    stop("Headroom could not start", "Something kept the program from starting. " + AGAIN,
      String(error), true);
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

  // The program's own functions, so that none runs once it has stopped: a timer or a message would
  // find it half changed, and might store what it finds. An error that leaves one is a fault. What
  // calls from outside gets an empty answer: an error would also undo what the database is just
  // storing, and the glue looks into answers.
  // What calls from within a call that is still under way gets one, which ends that call.
  var over = new Error("Headroom has stopped"), depth = 0;

  window.headroomGuard = function (program) {
    var guarded = {};
    Object.keys(program).forEach(function (name) {
      var inner = program[name];
      guarded[name] = typeof inner !== "function" ? inner : function () {
        if (stopped && !depth) return [];
        if (stopped) throw over;
        depth++;
        try {
          return inner.apply(null, arguments);
        } catch (error) {
          fault(error);
          throw error;
        } finally {
          depth--;
        }
      };
    });
    return guarded;
  };

  // Whatever else came through the program leaves it in an unknown state too. Errors of browser
  // extensions and the like do not.
  function noticed(event, error, file) {
    if (error === over) return event.preventDefault();
    var inside = error && /wasm/.test(error.stack || "");
    var trap = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
    if (inside || trap) {
      fault(error);
    } else if (!started && file && file.indexOf(location.origin) === 0) {
      cannotStart(error);
    }
  }

  addEventListener("error", function (event) { noticed(event, event.error, event.filename); });
  addEventListener("unhandledrejection", function (event) { noticed(event, event.reason); });

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

  // The program says that it is on the page, what a fault is called, and that it has answered: then
  // all is well again.
  window.headroomIsShown = hasStarted;

  window.headroomPanicked = function (text) { panic = String(text); };

  window.headroomIsWell = function () {
    if (stopped) return;
    remember("failures");
    remember("safe");
  };

  // Whether to start without what is stored.
  window.headroomSafeMode = safe;

  // Where the program finds the file that it starts in the background.
  window.headroomWorker = "./{worker}";

  window.headroomStart = function (init) {
    wasm.then(function (source) {
      return init({ module_or_path: source }).catch(cannotStart);
    }, function () { });
  };

  addModule(APP, APP_HASH, function () { addModule(START, START_HASH); });
})();
