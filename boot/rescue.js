// Saves what is stored in this browser when the program has stopped. It never calls the program, which
// may be broken, and loads nothing, for the network may be gone: the page loads this file at once.
(function () {
  "use strict";
  // What the program keeps: these keys of localStorage, and this store of this database.
  var KEYS = "headroom.", DATABASE = "headroom", STORE = "records";
  var PATIENCE = 5000;

  // The text of a value that should be a text already, but was perhaps written by something else.
  function asText(value) {
    if (typeof value === "string") return value;
    try {
      return JSON.stringify(value) || String(value);
    } catch (error) {
      return String(value);
    }
  }

  // What a store holds as far as it can be read, and why not further. A key may be any word, even
  // one that plain objects keep for themselves.
  function nothingYet() {
    return { records: Object.create(null), failure: null };
  }

  function readLocalStorage() {
    var found = nothingYet();
    try {
      for (var i = 0; i < localStorage.length; i++) {
        var key = localStorage.key(i);
        if (key.indexOf(KEYS) === 0) found.records[key] = localStorage.getItem(key);
      }
    } catch (error) {
      found.failure = String(error);
    }
    return found;
  }

  function readDatabase(done) {
    var found = nothingYet(), database, opening, isNew = false, watch;

    function finish(failure) {
      if (!done) return;
      var tell = done;
      done = null;
      clearTimeout(watch);
      if (database) database.close();
      if (failure) found.failure = String(failure);
      tell(found);
    }

    function readAll() {
      var reading = database.transaction(STORE).objectStore(STORE).openCursor();
      reading.onerror = function () { finish(reading.error); };
      reading.onsuccess = function () {
        var place = reading.result;
        if (!place) return finish();
        found.records[String(place.key)] = asText(place.value);
        place["continue"]();
      };
    }

    watch = setTimeout(function () { finish("no answer within " + PATIENCE + " ms"); }, PATIENCE);
    try {
      opening = indexedDB.open(DATABASE);
      // There is no database: this must not leave an empty one, which the program would take for its own.
      opening.onupgradeneeded = function () {
        isNew = true;
        opening.transaction.abort();
      };
      opening.onerror = function (event) {
        event.preventDefault();
        finish(isNew ? null : opening.error);
      };
      opening.onsuccess = function () {
        database = opening.result;
        try {
          readAll();
        } catch (error) {
          finish(error);
        }
      };
    } catch (error) {
      finish(error);
    }
  }

  function count(found) {
    return Object.keys(found.records).length;
  }

  function summary(local, database) {
    var records = count(local) + count(database);
    if (local.failure || database.failure) {
      return "Some of the stored data could not be read; the file says why. Records in it: " + records + ".";
    }
    return records ? "Records in the file: " + records + "." : "Nothing was stored in this browser.";
  }

  // Saves everything as it is stored: a later version or a person may still make sense of what this
  // one stumbled over.
  window.headroomDownload = function (about, status) {
    status.textContent = "Reading what is stored…";
    var local = readLocalStorage();
    readDatabase(function (database) {
      status.textContent = summary(local, database) + " If no download has begun: ";
      var file = { headroom: "stored data, as it was", build: "{build}", stopped: about || null,
        localStorage: local, indexedDB: database };
      try {
        var link = document.createElement("a");
        link.textContent = "Save the file";
        link.download = "headroom-data-" + new Date().toISOString().slice(0, 10) + ".json";
        link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }));
        status.appendChild(link);
        link.click();
      } catch (error) {
        status.textContent = "This browser did not make the file: " + error;
      }
    });
  };
})();
