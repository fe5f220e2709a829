// The program once more, in the background: there it finds no page and simulates instead.
// A failed start is reported as a text; nothing else that it sends is one.
import init from "./{app}";
fetch("./{wasm}", { integrity: "{wasm_hash}" })
  .then((reply) => {
    if (!reply.ok) throw new TypeError("status " + reply.status);
    const type = reply.headers.get("content-type") || "";
    return type.startsWith("application/wasm") ? reply : reply.arrayBuffer();
  })
  .then((source) => init({ module_or_path: source }))
  .catch((error) => { postMessage(String(error)); });
