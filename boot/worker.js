// The program once more, in the background: there it finds no page and simulates instead.
// A failed start is reported as a text; nothing else that it sends is one.
import init from "./{app}";
init({ module_or_path: fetch("./{wasm}", { integrity: "{wasm_hash}" }) })
  .catch((error) => { postMessage(String(error)); });
