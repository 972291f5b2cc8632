// Stands for @azure/functions-core, which only the host of Azure brings: keeps what the app registers.
module.exports = {
  version: "4.0.0",
  hostVersion: "4.0.0",
  registerFunction: (metadata, handler) => { globalThis.registered = { metadata, handler }; },
  registerHook: () => {},
  setProgrammingModel: () => {},
  log: (level, category, text) => console.error(level, category, text),
};
